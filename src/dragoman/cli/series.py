"""`dragoman series`: the events between two actors per day, week or month, as a table, a file or a plot."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table

from dragoman.cli.output import console_on, opened
from dragoman.cli.query import checked
from dragoman.cli.reading import at_terminal
from dragoman.errors import MissingPart, UnknownName, UsageError
from dragoman.ledger import Ledger
from dragoman.ledger.series import Period
from dragoman.records.codec import dump

FORMATS = ("table", "json", "csv")
PLOTS = (".svg", ".png")
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
#: A colour of each quad class, from blue (together) to red (against), told apart also without colour vision
#: (ColorBrewer RdYlBu, 4 classes); the hatching tells material from verbal where there is no colour at all.
COLOURS = ("#abd9e9", "#2c7bb6", "#fdae61", "#d7191c")
HATCHES = ("", "//", "", "//")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Two actors, the step, and how it is shown."""

    dyad: tuple[str, str]
    step: str = "week"
    directed: bool = False
    filters: dict[str, Any]
    format: str | None = None
    plot: Path | None = None


def run(request: Request, path: Path | None) -> None:
    """Print the series; draw it where that is asked for."""
    form = request.format or ("table" if at_terminal(sys.stdout) else "csv")
    if form not in WRITERS:
        raise UnknownName("format", form, FORMATS)
    if request.plot is not None and request.plot.suffix not in PLOTS:
        raise UsageError(
            f"cannot be drawn as {request.plot.suffix or 'this'}", where=str(request.plot), hint=".svg, .png"
        )
    with Ledger(path) as ledger:
        rows = ledger.series(
            *request.dyad, step=request.step, directed=request.directed, **checked(request.filters)
        )  # fmt: skip
    if request.plot is not None:
        draw(rows, request, request.plot)
    WRITERS[form](rows)


def write_table(rows: Sequence[Period]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for number, name in enumerate(Period.__dataclass_fields__):
        table.add_column(name.replace("_", " "), justify="right" if number else "left")
    for row in rows:
        table.add_row(*(str(value) if value else "·" for value in asdict(row).values()))
    console_on(sys.stdout).print(table if rows else "nothing found")


def write_csv(rows: Sequence[Period]) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(Period.__dataclass_fields__), lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(asdict, rows))
    sys.stdout.write(text.getvalue())


def write_json(rows: Sequence[Period]) -> None:
    sys.stdout.write(dump([asdict(row) for row in rows]).decode() + "\n")


WRITERS = {"table": write_table, "json": write_json, "csv": write_csv}


def draw(rows: Sequence[Period], request: Request, path: Path) -> None:
    """Stacked bars of the quad classes and the line of Goldstein sums; the same series gives the same bytes."""
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingPart("matplotlib is not installed", hint="pip install 'dragoman[plot]'") from error
    # The salt makes the ids inside an SVG the same in every run; a date in the file would differ.
    with matplotlib.rc_context({"svg.hashsalt": "dragoman", "svg.fonttype": "none", "font.family": "DejaVu Sans"}):
        figure = Figure(figsize=(10, 5), layout="constrained")
        upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=(2, 1))
        days = [date.fromisoformat(row.begin).toordinal() for row in rows]
        width = {"day": 0.9, "week": 6.3, "month": 26.0}[request.step]
        bottom = [0] * len(rows)
        for name, colour, hatch in zip(QUADS, COLOURS, HATCHES, strict=True):
            counts = [getattr(row, name) for row in rows]
            upper.bar(
                days, counts, width, bottom=bottom, align="edge", color=colour, hatch=hatch, edgecolor="white",
                linewidth=0.3, label=name.replace("_", " "),
            )  # fmt: skip
            bottom = [low + count for low, count in zip(bottom, counts, strict=True)]
        upper.set_ylabel(f"events a {request.step}")
        upper.set_title(f"{request.dyad[0]} {'→' if request.directed else '↔'} {request.dyad[1]}")
        upper.legend(frameon=False, fontsize="small", ncols=4, loc="upper left")
        lower.plot(days, [row.goldstein for row in rows], color="#333333", linewidth=1)
        lower.axhline(0, color="#999999", linewidth=0.5)
        lower.set_ylabel("Goldstein sum")
        lower.xaxis_date()
        form = path.suffix.removeprefix(".")
        metadata = {"Date": None, "Creator": "dragoman"} if form == "svg" else {"Software": "dragoman"}
        with opened(path) as stream:
            figure.savefig(stream, format=form, metadata=metadata, dpi=120)
