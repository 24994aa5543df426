"""Feeds, archives and compressed files: each entry a source, each fault one named error, the rest is read."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from dragoman.errors import SourceError
from dragoman.read import read_sources
from dragoman.records import Source
from dragoman.settings import DEFAULTS

zstandard = pytest.importorskip("zstandard")
pytest.importorskip("feedparser")
pytest.importorskip("warcio")

RSS = """<?xml version="1.0"?><rss version="2.0"><channel>
<title>Harbour News</title><language>en</language>
<item><title>Envoys meet</title><link>https://harbour.example/1</link>
<pubDate>Tue, 05 Mar 2024 09:30:00 GMT</pubDate>
<description>&lt;p&gt;The envoys met.&lt;/p&gt;&lt;p&gt;They will meet again.&lt;/p&gt;</description></item>
<item><title>Nothing here</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry><title>Talks</title>
<updated>2024-03-06T10:00:00+02:00</updated>
<content type="html">&lt;p&gt;Talks went on.&lt;/p&gt;&lt;script&gt;bad()&lt;/script&gt;
</content></entry></feed>"""
PAGE = "<html><head><title>Envoys meet at the harbour</title></head><body><article>{}</article></body></html>"
WORDS = "<p>The envoys of both countries met at the old harbour on Tuesday and will talk again next month.</p>" * 6


def read(path: Path) -> list[Source | SourceError]:
    return list(read_sources([str(path)], DEFAULTS))


def texts(found: list[Source | SourceError]) -> list[str]:
    return [s.text if isinstance(s, Source) else s.code for s in found]


def warc_record(url: str, body: bytes, content_type: str = "text/html") -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-05T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{len(body) % 10}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_each_entry_of_a_feed_is_a_source_with_the_feeds_metadata(tmp_path: Path) -> None:
    (tmp_path / "news.xml").write_text(RSS)
    one, empty = read(tmp_path / "news.xml")
    assert isinstance(one, Source)
    assert (one.text, one.title, one.outlet) == (
        "The envoys met.\n\nThey will meet again.",
        "Envoys meet",
        "Harbour News",
    )
    assert (one.published, one.published_basis) == ("2024-03-05T09:30:00Z", "metadata")
    assert one.notes == ("only the feed's summary of it",)
    assert isinstance(empty, SourceError)
    assert (empty.where or "").endswith("news.xml#2")


def test_an_atom_entry_is_read_in_utc_and_without_its_scripts(tmp_path: Path) -> None:
    (tmp_path / "quay").write_text(ATOM)
    (entry,) = read(tmp_path / "quay")
    assert isinstance(entry, Source)
    assert (entry.text, entry.published, entry.notes) == ("Talks went on.", "2024-03-06T08:00:00Z", ())


def test_a_feed_that_names_a_file_or_an_address_opens_neither(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The code is 1234.")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'
    item = "<item><title>x</title><description>A &e; b</description></item>"
    (tmp_path / "f.xml").write_text(f'<?xml version="1.0"?>{entity}<rss version="2.0"><channel>{item}</channel></rss>')
    assert not [t for t in texts(read(tmp_path / "f.xml")) if "1234" in t]


@pytest.mark.parametrize("pack", [gzip.compress, lambda b: zstandard.ZstdCompressor().compress(b)], ids=["gz", "zst"])
def test_compressed_text_is_read_as_what_it_holds(tmp_path: Path, pack: object) -> None:
    (tmp_path / "a.txt.packed").write_bytes(pack(b"The envoys met.\n"))  # type: ignore[operator]
    assert texts(read(tmp_path / "a.txt.packed")) == ["The envoys met.\n"]


def test_lines_before_the_damage_are_read_and_the_damage_is_named(tmp_path: Path) -> None:
    lines = "".join(f'{{"text": "Report {n}: the envoys met."}}\n' for n in range(20_000))
    data = gzip.compress(lines.encode(), mtime=0)
    (tmp_path / "cut.jsonl.gz").write_bytes(data[: len(data) // 2])
    found = read(tmp_path / "cut.jsonl.gz")
    whole = [f for f in found if isinstance(f, Source)]
    assert len(whole) > 1000
    assert whole == found[: len(whole)]
    assert "damaged" in str(found[-1])


def test_a_short_truncated_gzip_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "cut.gz").write_bytes(gzip.compress(b"The envoys met." * 50)[:-9])
    (error,) = read(tmp_path / "cut.gz")
    assert isinstance(error, SourceError)
    assert "damaged" in str(error)


def test_a_bomb_is_refused_by_its_length_and_not_unpacked(tmp_path: Path) -> None:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb") as packed:
        for _ in range(64):
            packed.write(b"a" * 1_000_000)
    (tmp_path / "bomb.gz").write_bytes(out.getvalue())
    (error,) = read(tmp_path / "bomb.gz")
    assert isinstance(error, SourceError)
    assert "longer than" in str(error)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_the_pages_of_an_archive_are_read_and_other_records_passed_over(tmp_path: Path, pack: object) -> None:
    page = PAGE.format(WORDS).encode()
    data = warc_record("https://harbour.example/a", page) + warc_record(
        "https://harbour.example/p", b"\x89PNG\0\1", "image/png"
    )
    data += warc_record("https://harbour.example/e", b"")
    (tmp_path / "crawl.warc").write_bytes(pack(data))  # type: ignore[operator]
    one, empty = read(tmp_path / "crawl.warc")
    assert isinstance(one, Source)
    assert one.text.startswith("The envoys of both countries")
    assert one.name.endswith("crawl.warc#https://harbour.example/a")
    assert one.published is None
    assert isinstance(empty, SourceError)


def test_a_damaged_archive_gives_what_came_before_the_damage(tmp_path: Path) -> None:
    data = gzip.compress(warc_record("https://harbour.example/a", PAGE.format(WORDS).encode())) + b"\x1f\x8b\x08broken"
    (tmp_path / "crawl.warc.gz").write_bytes(data)
    found = read(tmp_path / "crawl.warc.gz")
    assert isinstance(found[0], Source)
    assert all(isinstance(f, SourceError) for f in found[1:])


def test_a_folder_of_mixed_things_just_works(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The envoys met.")
    (tmp_path / "b.xml").write_text(ATOM)
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "A third report."}\n'))
    (tmp_path / "d.png").write_bytes(b"\x89PNG")
    assert texts(read(tmp_path)) == ["The envoys met.", "Talks went on.", "A third report."]
