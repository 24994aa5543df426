"""Every view answers in every format, says what may be kept, and refuses what it must."""

from __future__ import annotations

import base64
import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest

from dragoman.web.app import application
from dragoman.web.desk import Desk
from dragoman.web.guard import POLICY, hosts_of
from dragoman.web.pages import PAGES
from tests.web.conftest import BASE, TestClient

ARTICLE = "art-5777a388af49558a"
RECORD = "evt-f92e32ff96f7ea9a"
FILLED = {"{id}": ARTICLE, "{key}": "RUS"}
VIEWS = [
    (page.name, fmt, path)
    for page in PAGES
    for fmt in page.formats
    for path in [page.path.replace("{id}", RECORD if page.name == "record" else ARTICLE).replace("{key}", "RUS")]
]
QUESTIONS = ("actor=RUS", "from=2022-01&to=2022-01-11", "text=sanctions", "source=Nobody", "as_of=2026-06-01")


def address(path: str, fmt: str) -> str:
    if fmt == "html":
        return path
    return "/situation.json" if path == "/" else f"{path}.{fmt}"


@pytest.mark.parametrize(("name", "fmt", "path"), VIEWS, ids=[f"{n}-{f}" for n, f, _ in VIEWS])
def test_every_view_answers_in_every_format(client: TestClient, name: str, fmt: str, path: str) -> None:
    where = address(path, fmt) + ("?a=RUS&b=USA" if name == "dyad" else "")
    answer = client.get(where)
    assert answer.status_code == 200, answer.text
    kinds = {
        "html": "text/html",
        "json": "application/json",
        "csv": "text/csv",
        "ics": "text/calendar",
        "geojson": "application/geo+json",
    }
    assert answer.headers["content-type"].startswith(kinds[fmt])
    assert answer.headers["content-security-policy"] == POLICY
    assert "set-cookie" not in answer.headers
    if fmt == "html":
        assert "<h1" in answer.text
        assert "<!doctype html>" in answer.text
    elif fmt == "csv":
        rows = list(csv.reader(io.StringIO(answer.text)))
        assert len({len(row) for row in rows}) == 1
    elif fmt.endswith("json"):
        assert isinstance(answer.json(), dict)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/events",
        "/statements",
        "/positions",
        "/assessments",
        "/figures",
        "/articles",
        "/calendar",
        "/network",
        "/map",
        "/actors",
        "/actors/RUS",
        "/sources",
        "/events.json",
        "/events.csv",
        "/map.geojson",
        "/calendar.ics",
    ],
)
def test_every_filter_may_stand_in_every_address(client: TestClient, path: str, question: str) -> None:
    assert client.get(f"{path}?{question}").status_code == 200


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (
            "status=all&actor=RUS",
            {"occurred", "ongoing", "scheduled", "denied", "conditional", "background", "considered"},
        ),
        ("actor=RUS", {"occurred"}),
        ("status=denied", {"denied"}),
        ("status=scheduled,considered", {"scheduled", "considered"}),
    ],
)
def test_events_show_what_happened_unless_the_rest_is_asked_for(
    client: TestClient, question: str, wanted: set[str]
) -> None:
    rows = client.get(f"/events.json?{question}").json()["rows"]
    assert {row["status"] for row in rows} <= wanted
    assert rows


def test_pages_follow_each_other_without_loss(crowd: TestClient) -> None:
    whole = [row["id"] for row in crowd.get("/events.json?status=all&rows=1000").json()["rows"]]
    seen: list[str] = []
    path: str | None = "/events.json?status=all&rows=300"
    while path:
        body = crowd.get(path).json()
        seen += [row["id"] for row in body["rows"]]
        path = body["next"]
    assert len(whole) == 1000
    assert seen == whole


def test_a_page_links_to_the_next_one(crowd: TestClient) -> None:
    page = crowd.get("/events?rows=50").text
    (following,) = re.findall(r'<a class="next" rel="next" href="([^"]+)"', page)
    assert crowd.get(following.replace("&amp;", "&")).text.count("<tr>") == 51


def test_an_answer_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/events")
    again = client.get("/events", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["cache-control"] == "no-cache"


def test_files_with_a_hash_in_their_name_are_kept_for_good(client: TestClient) -> None:
    page = client.get("/").text
    links = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(links) >= 3
    for link in links:
        answer = client.get(link)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]


def test_no_page_names_an_address_outside(client: TestClient) -> None:
    for _, fmt, path in VIEWS:
        if fmt == "html":
            page = client.get(path).text
            assert re.findall(r'(?:href|src|action)="(?:https?:)?//[^"]*"', page) == [], path
            assert "<style" not in page
            assert not re.search(r'\sstyle="', page)
            assert not re.search(r"\son\w+=", page)


@pytest.mark.parametrize(
    ("path", "status", "name"),
    [
        ("/events.json?status=perhaps", 400, "unknown-name"),
        ("/events.json?from=yesterday", 400, "usage"),
        ("/events.json?rows=0", 400, "number"),
        ("/events.json?after=x", 400, "number"),
        ("/events.json?order=sideways", 400, "order"),
        ("/events.json?text=%22%22", 400, "usage"),
        ("/events.json?near=1", 400, "usage"),
        ("/calendar.json?on=soon", 400, "day"),
        ("/events.json?actor=" + "x" * 400, 400, "too-long"),
        ("/articles/none.json", 404, "no-such-record"),
        ("/records/evt-0000.json", 404, "no-such-record"),
        ("/actors/Nobody%20At%20All.json", 404, "no-such-actor"),
        ("/nothing", 404, "http"),
        ("/dyad.json?a=RUS", 400, "two-actors"),
        ("/events?" + "x" * 5000, 414, "address-too-long"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client: TestClient, path: str, status: int, name: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    assert body["type"].endswith(f"#{name}")
    assert body["title"]
    assert body["detail"]


def test_a_browser_is_told_of_a_problem_on_a_page(client: TestClient) -> None:
    answer = client.get("/events?status=%3Cscript%3E", headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert "This cannot be asked" in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_the_page_only_reads(client: TestClient, method: str) -> None:
    assert client.request(method, "/events").status_code == 405


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost", 200),
        ("[::1]:8765", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
    ],
)
def test_another_host_is_not_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/about", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, 401),
        ({"Authorization": "Bearer wrong-token-0123"}, 401),
        ({"Authorization": "Basic !!"}, 401),
        ({"Authorization": "Bearer right-token-0123"}, 200),
        ({"Authorization": "Basic " + base64.b64encode(b"anna:right-token-0123").decode()}, 200),
    ],
)
def test_a_token_is_asked_of_every_visitor(examples: Path, given: dict[str, str], status: int) -> None:
    desk = Desk(str(examples))
    app = application(desk, hosts=hosts_of("0.0.0.0"), token="right-token-0123")
    answer = TestClient(app, base_url="http://192.168.1.7:8765").get("/about", headers=given)
    assert answer.status_code == status
    assert ("www-authenticate" in answer.headers) == (status == 401)
    assert TestClient(app, base_url="http://evil.example").get("/about", headers=given).status_code == 421
    desk.close()


def test_htmx_is_given_the_part_it_asks_for(client: TestClient) -> None:
    asks = {"HX-Request": "true", "HX-Target": "section#why"}
    path = f"/articles/{ARTICLE}?record={RECORD}"
    part, whole = client.get(path, headers=asks), client.get(path)
    assert part.text.lstrip().startswith('<section id="why"')
    assert whole.text.startswith("<!doctype html>")
    back = client.get(path, headers=asks | {"HX-History-Restore-Request": "true"})
    assert back.text.startswith("<!doctype html>")
    assert "HX-Request" in part.headers["vary"]


def test_a_change_of_the_ledger_is_seen_at_once(tmp_path: Path) -> None:
    from dragoman.ledger import Writer
    from tests.ledger.generate import reading

    path = tmp_path / "grows.ledger"
    with Writer(path) as writer:
        writer.add(reading(1), at="2026-01-01T00:00:00Z")
        desk = Desk(str(path))
        client = TestClient(application(desk), base_url=BASE)
        before = client.get("/articles.json").json()["rows"]
        writer.add(reading(2), at="2026-01-02T00:00:00Z")
        after = client.get("/articles.json").json()["rows"]
        desk.close()
    assert (len(before), len(after)) == (1, 2)


def test_spreadsheets_are_given_no_formulas() -> None:
    from dragoman.web.answer import as_csv

    rows: list[dict[str, Any]] = [{"words": "=1+1", "n": -5}, {"words": "+49", "n": 2}]
    plain, safe = as_csv(rows, ("words", "n")), as_csv(rows, ("words", "n"), excel=True)
    assert list(csv.reader(io.StringIO(plain)))[1] == ["=1+1", "-5"]
    assert safe.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(safe[1:])))[1] == ["'=1+1", "-5"]


def test_openapi_describes_every_path_that_gives_data(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    described = set(document["paths"])
    there = {address(page.path, fmt) for page in PAGES for fmt in page.formats if fmt != "html"}
    assert described == there
    names = re.findall(r'"\$ref": ?"([^"]+)"', client.get("/openapi.json").text.replace('":"', '": "'))
    assert names
    for name in set(names):
        found: Any = document
        for part in name.removeprefix("#/").split("/"):
            found = found[part]
        assert found
    for path, operations in document["paths"].items():
        inside = set(re.findall(r"{(\w+)}", path))
        told = {p["name"] for p in operations["get"]["parameters"] if p["in"] == "path"}
        assert inside == told, path
