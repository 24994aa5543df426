"""The rows of a situation as a picture for the terminal (Rich).

Two columns throughout: the key (who, or when) and beside it the facts with the sentence that says so, so that it reads
at any width; boxes and rules are drawn from `WIDE` columns on. Texts of articles are never taken for markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sized

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from dragoman.views.passage import Passage
from dragoman.views.plain import shortened
from dragoman.views.situation import Act, LeftOut, Role, Said, Situation, Stand

WIDE = 90
#: Characters of a statement, and actors, that are shown.
SHOWN_WORDS = 360
SHOWN_ACTORS = 12

#: A status has a sign, a colour and its word: never the colour alone.
SIGNS = {
    "occurred": ("●", "green"),
    "held": ("●", "green"),
    "ongoing": ("◉", "cyan"),
    "scheduled": ("○", "blue"),
    "considered": ("◌", "magenta"),
    "conditional": ("◇", "yellow"),
    "postponed": ("○", "yellow"),
    "denied": ("✕", "red"),
    "cancelled": ("✕", "red"),
    "background": ("·", "bright_black"),
}
ACTS = {"THREATEN": "red", "ASSAULT": "red", "COERCE": "red", "MOBILIZE": "red", "SANCTION": "red", "PROTEST": "red",
        "ACCUSE": "yellow", "REJECT": "yellow", "REQUEST": "yellow"}  # fmt: skip
HARSH = frozenset({"threatens", "refuses", "condemns", "accuses", "denies"})
UNEASY = frozenset({"demands", "warns", "urges", "doubts", "fears"})


class Picture:
    """A Rich renderable: the situation at the width of the console; at most `rows` of each kind where that is given."""

    def __init__(self, situation: Situation, *, rejects: bool = False, rows: int | None = None) -> None:
        self.situation, self.rejects, self.rows = situation, rejects, rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        wide = options.max_width >= WIDE
        s = self.situation
        yield head(s, wide)
        yield from section("Who said what", [said(row) for row in s.said], wide, self.rows)
        yield from section("What happened", [act(row) for row in s.happened], wide, self.rows)
        yield from section("What is to come", [act(row) for row in s.to_come], wide, self.rows)
        yield from section("Where they stand", [stand(row) for row in s.stands], wide, self.rows)
        if s.cast:
            yield from cast(s.cast, wide, self.rows or SHOWN_ACTORS)
        if self.rejects:
            yield from section("What was left out", [left_out(row) for row in s.left_out], wide, self.rows)


def head(s: Situation, wide: bool) -> RenderableType:
    h = s.head
    published = f"{h.published} ({h.basis})" if h.published else "publication date unknown"
    facts = " · ".join(part for part in (h.outlet, published, h.article) if part)
    counts = " · ".join(f"{count} {name if count != 1 else name.removesuffix('s')}" for name, count in h.counts)
    body = Text.assemble((h.title, "bold"), "\n", facts, "\n", (counts or "nothing found", "dim"))
    return Panel(body, box=box.ROUNDED, border_style="blue", padding=(0, 1)) if wide else Group(body, "")


def section(
    title: str, rows: list[tuple[RenderableType, RenderableType]], wide: bool, limit: int | None
) -> Iterator[RenderableType]:
    if not rows:
        return
    table = Table(
        box=box.HORIZONTALS if wide else None, show_header=False, expand=True, padding=(0, 1, 0, 0),
        title=heading(title, rows, wide), title_justify="left", border_style="bright_black",
        show_lines=wide, pad_edge=False,
    )  # fmt: skip
    table.add_column(width=22 if wide else 16)
    table.add_column(ratio=1)
    for row in rows[:limit]:
        table.add_row(*row)
    yield table
    yield from more(len(rows) - len(rows[:limit]))


def heading(title: str, rows: Sized, wide: bool) -> Text:
    """A title that stands over the first column (boxes have an edge of one column)."""
    return Text(f"{' ' if wide else ''}{title} ({len(rows)})", style="bold blue")


def more(count: int) -> Iterator[RenderableType]:
    """How many rows are not shown, and an empty line."""
    if count:
        yield Text(f" … and {count} more", style="dim")
    yield ""


def said(row: Said) -> tuple[RenderableType, RenderableType]:
    who = Text().append(row.who or "(nobody named)", style="bold" if row.who else "dim")
    if row.capacity:
        who.append(f"\n{row.capacity}", style="dim")
    words = shortened(row.words, SHOWN_WORDS)
    facts = [row.how]
    facts += [f"{label}{value}" for label, value in (
        ("to ", row.to), ("via ", row.through), ("as told by ", row.relay), ("", row.when)) if value]  # fmt: skip
    style = "italic" if row.how.startswith(("direct", "mixed")) else ""
    return who, Text.assemble((words, style), "\n", (" · ".join(facts), "dim"))


def act(row: Act) -> tuple[RenderableType, RenderableType]:
    when = Text(row.when or "—", style="" if row.when else "dim")
    verb, _, mode = row.kind.partition(" ")
    line = Text().append(row.who or "(nobody named)", style="bold" if row.who else "dim")
    if row.whom:
        line.append(" at " if row.kind == "MEETING" else " ↔ " if row.mutual else " → ", style="bright_black")
        line.append(row.whom, style="bold")
    line.append("  ")
    line.append(verb, style=ACTS.get(verb, "green"))
    if mode:
        line.append(f" {mode}", style="dim")
    line.append("  ")
    sign, colour = SIGNS.get(row.status.partition(",")[0], ("?", ""))
    line.append(f"{sign} {row.status}", style=colour)
    if row.said_by:
        line.append(f"  according to {row.said_by}", style="dim")
    line.append("\n")
    return when, line.append_text(marked(row.words))


def stand(row: Stand) -> tuple[RenderableType, RenderableType]:
    who = Text(row.who or "(nobody named)", style="bold" if row.who else "dim")
    line = Text().append(
        row.stance, style="red" if row.stance in HARSH else "yellow" if row.stance in UNEASY else "green"
    )
    if row.toward:
        line.append(f" toward {row.toward}")
    return who, line.append("\n").append_text(marked(row.words))


def left_out(row: LeftOut) -> tuple[RenderableType, RenderableType]:
    return Text(row.stage), Text.assemble(row.reason, "\n", marked(row.words))


def marked(passage: Passage) -> Text:
    """The sentence, its evidence in bold."""
    return Text.assemble(*((p.text, "bold" if p.marked else "dim") for p in passage))


def cast(rows: tuple[Role, ...], wide: bool, limit: int) -> Iterator[RenderableType]:
    table = Table(
        box=box.HORIZONTALS if wide else None, expand=True, padding=(0, 1, 0, 0), pad_edge=False,
        title=heading("Who they are", rows, wide), title_justify="left",
        border_style="bright_black", header_style="dim",
    )  # fmt: skip
    table.add_column("name", style="bold", ratio=2)
    table.add_column("what", ratio=3)
    table.add_column("code")
    for column in ("named", "says", "acts"):
        table.add_column(column, justify="right")
    for row in rows[:limit]:
        numbers = [str(n) if n else "·" for n in (row.mentions, row.said, row.did)]
        table.add_row(Text(row.name), Text(row.what), Text(row.code or "", style="dim"), *numbers)
    yield table
    yield from more(len(rows) - len(rows[:limit]))
