"""Doors in: the kind is told by content; each fault is one error in its place, and the rest is read."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import NotAnArticle, SourceError, Unreadable
from dragoman.read import read_sources, read_text
from dragoman.records import Source
from dragoman.settings import DEFAULTS

PAGE = """<!doctype html><html><head><title>Envoys leave - Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2021-03-04T09:30:00Z">
<link rel="canonical" href="https://harbour.example/1"></head><body><nav><ul><li>Home</li></ul></nav>
<article><h1>Envoys leave the island</h1>
<p>The envoys of both islands left the old harbour on Thursday without a truce,<br>a mediator said in the evening.</p>
<h2>No map, no deal</h2>
<p>The southern side had asked for a map of the minefields before the next round of talks could begin.</p>
<p>They will meet again in the spring, when the ice on the straits will have gone, the mediator told reporters.</p>
</article><footer>All rights reserved</footer></body></html>"""


def read(path: Path, *, max_chars: int = 5_000_000) -> list[Source | SourceError]:
    return list(read_sources([str(path)], replace(DEFAULTS, max_chars=max_chars)))


def one(path: Path, data: str | bytes) -> Source | SourceError:
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    found = read(path)
    assert len(found) == 1
    return found[0]


def source(path: Path, data: str | bytes) -> Source:
    found = one(path, data)
    assert isinstance(found, Source), found
    return found


# ---------------------------------------------------------------- plain text


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        ("Envoys met — at last.\n".encode(), "Envoys met — at last.\n", None),
        (b"\xef\xbb\xbfEnvoys met.", "Envoys met.", None),
        ("Envoys met — at last.".encode("utf-16"), "Envoys met — at last.", "read as utf-16-le"),
        (b"\xfe\xff" + "Envoys met.".encode("utf-16-be"), "Envoys met.", "read as utf-16-be"),
        ("Envoys met there.".encode("utf-16-le"), "Envoys met there.", "read as utf-16-le"),
        (b"The minister\x92s caf\xe9 was \x93full\x94, said one of the guests who came.",
         "The minister’s café was “full”, said one of the guests who came.", "read as windows-1252"),
        ("Посланники встретились в гавани и долго говорили.".encode("cp1251"),
         "Посланники встретились в гавани и долго говорили.", "read as windows-1251"),
        (b"Envoys met.\r\n\r\nThey parted.\r\n", "Envoys met.\r\n\r\nThey parted.\r\n", None),
        ("Envoys met – ".encode()[:-2], "Envoys met ", "the last character is cut off"),
    ],
)  # fmt: skip
def test_characters_are_kept_and_the_encoding_is_said(tmp_path: Path, data: bytes, text: str, note: str | None) -> None:
    found = source(tmp_path / "a.txt", data)
    assert found.text == text
    assert found.notes == ((note,) if note else ())
    assert found.id is None
    assert found.published is None


def test_a_text_at_hand_is_a_source() -> None:
    found = read_text("\ufeffEnvoys met.", "talk")
    assert (found.name, found.text) == ("talk", "Envoys met.")


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", NotAnArticle, "empty"),
        (b" \n\t\n", NotAnArticle, "empty"),
        (b"\xef\xbb\xbf", NotAnArticle, "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Unreadable, "PNG image"),
        (b"%PDF-1.7 \xe2\xe3", Unreadable, "PDF"),
        (b"PK\x03\x04\x14\x00", Unreadable, "zip archive or office document"),
        (b"\x00\x01\x02\x03" * 50, Unreadable, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, data: bytes, error: type[SourceError], words: str) -> None:
    found = one(tmp_path / "a.txt", data)
    assert isinstance(found, error)
    assert words in str(found)
    assert str(found).startswith(str(tmp_path / "a.txt"))


def test_a_text_longer_than_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Envoys met. " * 10)
    assert "longer than 50 characters" in str(read(path, max_chars=50)[0])
    assert isinstance(read(path, max_chars=120)[0], Source)


# ---------------------------------------------------------------- files, folders, standard input


def test_a_missing_file_is_one_error_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Envoys met.")
    paths = [str(tmp_path / "none.txt"), str(tmp_path / "a.txt"), "a\0b"]
    first, second, third = read_sources(paths, DEFAULTS)
    assert isinstance(first, Unreadable)
    assert "no such file" in str(first)
    assert isinstance(second, Source)
    assert isinstance(third, Unreadable)


def test_a_folder_is_read_in_order_without_hidden_files_and_pictures(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", "sub/.git/d.txt", "p.png", "noise"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Envoys met.")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01" * 20)
    found = read(tmp_path)
    names = [str(Path(s.name if isinstance(s, Source) else str(s.where)).relative_to(tmp_path)) for s in found]
    assert names == ["a.txt", "b.txt", "bad.txt", "noise", "sub/c.txt"]
    assert [type(s) for s in found].count(Unreadable) == 1


def test_a_folder_without_documents_is_said(tmp_path: Path) -> None:
    assert "no document" in str(read(tmp_path)[0])


class Pipe(io.BytesIO):
    """Gives a few bytes at a time, like a pipe."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size, 7) if size and size > 0 else size)


@pytest.mark.parametrize(
    ("data", "names"),
    [(b"Envoys met.", ["-"]), (b'{"text": "Envoys met."}\n{"text": "They parted."}', ["-:1", "-:2"])],
)
def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, data: bytes, names: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(data)))
    found = list(read_sources(["-"], DEFAULTS))
    assert [s.name for s in found if isinstance(s, Source)] == names


# ---------------------------------------------------------------- JSON


def test_every_field_of_a_line_is_taken(tmp_path: Path) -> None:
    row = {"id": 7, "text": "Envoys met.", "title": "Talks", "published": "2021-03-04", "source": "Harbour Post",
           "url": "https://harbour.example/1", "language": "en", "more": [1]}  # fmt: skip
    found = source(tmp_path / "a.jsonl", json.dumps(row))
    assert (found.id, found.title, found.outlet, found.url) == (
        "7",
        "Talks",
        "Harbour Post",
        "https://harbour.example/1",
    )
    assert (found.published, found.published_basis, found.language) == ("2021-03-04", "metadata", "en")
    assert found.name == f"{tmp_path / 'a.jsonl'}:1"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nothing", "not JSON"),
        ('{"text": "cut', "not JSON"),
        ('{"id": "a"}', "no text"),
        ('{"text": null}', "no text"),
        ('{"text": "  "}', "blank"),
        ('{"text": 5}', "number"),
        ("[1]", "list"),
        ('{"a":' * 50_000, "nested"),
        ("1" * 5000, "not JSON"),
    ],
)
def test_one_bad_line_is_one_error_with_its_number(tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Envoys met."}\n' + line + '\n\n{"text": "They parted."}\n')
    first, bad, last = read(path)
    assert isinstance(first, Source)
    assert isinstance(bad, SourceError)
    assert words in str(bad)
    assert str(bad).startswith(f"{path}:2: ")
    assert isinstance(last, Source)
    assert last.name == f"{path}:4"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04T10:00:00Z", "2021-03-04T10:00:00Z"),
        ("2021-03-04 10:00:00+02:00", "2021-03-04 10:00:00+02:00"),
        ("20210304", "2021-03-04"),
        ("2021-13-04", None),
        ("yesterday", None),
        (20210304.5, None),
        (["2021"], None),
    ],
)
def test_a_date_that_is_none_is_said_and_not_guessed(tmp_path: Path, given: object, kept: str | None) -> None:
    found = source(tmp_path / "a.jsonl", json.dumps({"text": "Envoys met.", "published": given}))
    assert found.published == kept
    assert found.published_basis == ("metadata" if kept else "unknown")
    assert bool(found.notes) is (kept is None)


def test_lone_surrogates_and_other_encodings_are_read(tmp_path: Path) -> None:
    assert source(tmp_path / "a.jsonl", '{"text": "One \\ud800 day they met."}').text == "One \ud800 day they met."
    found = source(tmp_path / "b.jsonl", '{"text": "In the café they met."}'.encode("cp1252"))
    assert (found.text, found.notes) == ("In the café they met.", ("read as windows-1252",))
    assert source(tmp_path / "c.jsonl", '\ufeff{"text": "Envoys met."}').text == "Envoys met."
    assert source(tmp_path / "d.jsonl", '{"text": "Envoys met."}'.encode("utf-16")).text == "Envoys met."


def test_json_is_known_by_its_content(tmp_path: Path) -> None:
    assert source(tmp_path / "a.txt", '{"id": "x", "text": "Envoys met."}').id == "x"
    assert source(tmp_path / "b.json", '{\n  "text": "Envoys met.",\n  "title": "Talks"\n}').title == "Talks"
    assert source(tmp_path / "c.txt", "{Breaking} Envoys met.").text == "{Breaking} Envoys met."


def test_a_list_of_objects_is_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"text": "Envoys met."}, 3]')
    first, second = read(path)
    assert isinstance(first, Source)
    assert first.name == f"{path}[0]"
    assert isinstance(second, NotAnArticle)


def test_lines_are_read_as_they_come(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Envoys met."}\n' * 20_000)
    stream = read_sources([str(path)], DEFAULTS)
    assert isinstance(next(stream), Source)
    assert sum(1 for _ in stream) == 19_999


def test_a_line_longer_than_any_article_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "x" * 300_000}) + '\n{"text": "Envoys met."}')
    first, second = read(path, max_chars=1000)
    assert "longer than 1,000" in str(first)
    assert isinstance(second, Source)


# ---------------------------------------------------------------- HTML


def test_a_page_gives_its_article_headings_and_metadata(tmp_path: Path) -> None:
    found = source(tmp_path / "page", PAGE)
    assert (found.title, found.outlet, found.url) == (
        "Envoys leave the island",
        "Harbour Post",
        "https://harbour.example/1",
    )
    assert (found.published, found.published_basis) == ("2021-03-04", "metadata")
    paragraphs = found.text.split("\n\n")
    assert paragraphs[0] == "Envoys leave the island"
    assert paragraphs[1].endswith("without a truce,\na mediator said in the evening.")
    assert "All rights reserved" not in found.text
    hints = [(hint.kind, found.text[hint.start : hint.end]) for hint in found.hints]
    assert hints == [("title", "Envoys leave the island"), ("subhead", "No map, no deal")]


def test_a_page_in_another_encoding_is_read_as_it_says(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1250">').replace("a mediator", "Mr. Dvořák")
    found = source(tmp_path / "page.html", page.encode("cp1250"))
    assert "Mr. Dvořák" in found.text
    assert found.notes == ("read as windows-1250",)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body>" + "<div>" * 100_000 + "Deep. " * 50,
        "<html><body>" + "<p>Yes.</p>" * 200_000,
        "<html><body><!--" + "x" * 100_000,
        "<html><head><title>Only",
    ],
    ids=["empty", "deep", "many", "comment", "cut"],
)
def test_a_page_without_an_article_is_one_error(tmp_path: Path, page: str) -> None:
    found = one(tmp_path / "page.html", page)
    assert isinstance(found, NotAnArticle)
    assert "page" in str(found)


@pytest.mark.parametrize("text", ["<< Talks >> Envoys met.", "Envoys met. <p>They parted.</p>", "< 5 envoys met."])
def test_a_text_with_a_bracket_is_no_page(tmp_path: Path, text: str) -> None:
    assert source(tmp_path / "a.html", text).text == text
