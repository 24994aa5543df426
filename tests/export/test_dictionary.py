"""docs/exports.md is the data dictionary: every format and field is in it, drawn from the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cli.export import export
from dragoman.export import FORMATS
from dragoman.export.columns import TABLES
from dragoman.export.contract import KINDS, TEXT_LEVELS, Format
from dragoman.export.csv import RENDERS, fields, header_of
from tools.exports import exports

PAGE = Path(__file__).resolve().parents[2] / "docs" / "exports.md"


def test_the_page_is_what_would_be_written_now() -> None:
    assert PAGE.read_text(encoding="utf-8") == exports(), "python -m tools.pages"


@pytest.mark.parametrize("format", FORMATS, ids=lambda f: f.name)
def test_every_field_is_told(format: Format) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"`{format.name}`" in page
    for kind in format.kinds:
        for field in format.fields(kind):
            assert f"`{field.name}`" in page, f"{format.name} {kind} {field.name}"


@pytest.mark.parametrize("kind", KINDS)
def test_cells_and_fields_of_a_table_are_the_same(kind: str) -> None:
    assert [field.name for field in fields(kind)] == header_of(kind)  # type: ignore[arg-type]
    names = [column.name for column in TABLES[kind]]  # type: ignore[index]
    assert len(names) == len(set(names))
    assert {column.type for column in TABLES[kind]} <= set(RENDERS)  # type: ignore[index]


def test_every_level_of_text_is_told() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"| `{level}` |" in page for level in TEXT_LEVELS)


def test_the_help_names_every_format_and_kind() -> None:
    told = str(export.__annotations__)
    for name in (*(format.name for format in FORMATS), *KINDS):
        assert name in told
