"""`dragoman read --html FILE` writes the page beside the records."""

from __future__ import annotations

from pathlib import Path

from dragoman.cli.reading import Request, run
from dragoman.settings import Settings


def test_the_page_is_written_whole_beside_the_records(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kenya said on Monday that it would meet Norway in Oslo.")
    (tmp_path / "empty.txt").write_text("")
    request = Request(
        paths=(str(tmp_path / "a.txt"), str(tmp_path / "empty.txt")),
        output=tmp_path / "out.jsonl", html=tmp_path / "out.html", quiet=True,
    )  # fmt: skip
    assert run(request, Settings(language_check=False)) == 1
    shown = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert shown.startswith("<!doctype html>")
    assert shown.endswith("</html>\n")
    assert shown.count("<section") == len((tmp_path / "out.jsonl").read_text().splitlines()) == 1
