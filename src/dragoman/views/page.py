"""A reading as HTML: the text with its evidence marked, and the records beside it. No script, no outside address.

`fragment(reading)` is what a notebook shows; between HEAD and FOOT it is a document. Every word of an article goes
through `escaped`: it is a stranger's. Marks carry a letter beside their colour: nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import NamedTuple

from dragoman.records import Reading, Span
from dragoman.views.plain import plain, shortened

#: Records of one kind that are listed; the text is always shown whole up to TEXT_LIMIT.
MOST_ROWS = 200
TEXT_LIMIT = 100_000
LONGEST_CELL = 240
#: What is marked: class, letter and meaning.
KINDS = {"s": ("S", "statement"), "e": ("E", "event"), "f": ("F", "figure"), "t": ("T", "time"), "p": ("P", "place")}

STYLE = """
.dragoman{font:16px/1.5 system-ui,sans-serif;max-width:72em;color:#1b1b1b;background:#fff;padding:1em}
.dragoman h2{font-size:1.3em;margin:0 0 .2em}.dragoman h3{font-size:1.05em;margin:1.4em 0 .3em}
.dragoman .about{color:#555;margin:0 0 1em}.dragoman .text{white-space:pre-wrap;max-width:46em}
.dragoman mark{color:inherit;background:none;border-bottom:2px solid #767676}
.dragoman mark.s{background:#fff3c4}.dragoman mark.e{border-color:#b3261e}.dragoman mark.f{border-color:#6a1b9a}
.dragoman mark.t{border-color:#00695c}.dragoman mark.p{border-color:#1565c0}
.dragoman sup{font-size:.65em;color:#555;margin-left:1px}
.dragoman table{border-collapse:collapse;width:100%;margin-top:1.4em}.dragoman caption{text-align:left;font-weight:600}
.dragoman th,.dragoman td{text-align:left;vertical-align:top;padding:.25em .6em;border-top:1px solid #ddd}
.dragoman a{color:#0b57d0}.dragoman :target{outline:3px solid #b3261e}
@media (prefers-color-scheme:dark){.dragoman{color:#e8e8e8;background:#1b1b1b}.dragoman mark.s{background:#4a3d00}
.dragoman .about,.dragoman sup{color:#aaa}.dragoman a{color:#8ab4f8}.dragoman th,.dragoman td{border-color:#444}}
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Mark(NamedTuple):
    """Evidence: where, its class, the anchor that leads to it ("" for none) and the sentence a pointer shows."""

    span: Span
    kind: str
    anchor: str
    title: str


def escaped(text: str | None) -> str:
    """Safe as HTML text and inside a quoted attribute; characters that act instead of being seen are replaced."""
    return escape(plain(text or ""), quote=True)


#: A document of its own is HEAD, a fragment for each article, FOOT.
HEAD = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Dragoman</title>'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main>\n'
)
FOOT = "</main></body></html>\n"


def fragment(reading: Reading) -> str:
    """One article as a section, with its own style (a notebook's cell stands alone)."""
    article = reading.article
    date = f"{article.published} ({article.published_basis})" if article.published else "publication date unknown"
    about = " · ".join(filter(None, (article.source, date)))
    parts = [
        f'<section class="dragoman" id="{escaped(article.id)}"><style>{STYLE}</style>',
        f"<h2>{escaped(article.title or article.id)}</h2><p class=about>{escaped(about)}</p>",
        f"<p class=about>Marked: {', '.join(f'{letter} {meaning}' for letter, meaning in KINDS.values())}.</p>",
        f"<div class=text>{marked_text(reading)}</div>",
        *tables(reading),
        "</section>",
    ]
    return "".join(parts)


# ---------------------------------------------------------------- the text


def marks_of(reading: Reading) -> list[Mark]:
    names = {a.id: a.name for a in reading.actors}
    out = []
    for s in reading.statements:
        title = f"{s.kind} statement of {names.get(s.speaker or '', 'nobody named')}"
        out += [Mark(span, "s", s.id if n == 0 else "", title) for n, span in enumerate(s.content)]
    for e in reading.events:
        out.append(Mark(e.trigger, "e", e.id, f"{e.plover} {e.status}"))
    for f in reading.figures:
        out.append(Mark(f.span, "f", f.id, f"{quantity(f.quantity.low, f.quantity.high)} {f.unit or ''}"))
    out += [Mark(t.span, "t", "", t.value or "unresolved") for t in reading.times]
    out += [Mark(p.span, "p", "", f"{p.name} {p.country or ''}") for p in reading.places if p.role == "location"]
    return out


def marked_text(reading: Reading) -> str:
    """The article's text, cut at every edge of a mark; overlapping marks nest on each stretch."""
    text = reading.article.text[:TEXT_LIMIT]
    marks = [m for m in marks_of(reading) if m.span.end <= len(text)]
    starts: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in marks:
        starts.setdefault(mark.span.start, []).append(mark)
        ends.setdefault(mark.span.end, []).append(mark)
    edges = sorted({0, len(text), *starts, *ends})
    active: list[Mark] = []
    out = []
    for left, right in pairwise(edges):
        active = [m for m in active if m.span.end > left] + starts.get(left, [])
        closing = [m for m in active if m.span.end == right]
        out.append(stretch(text[left:right], active, left, closing))
    if len(reading.article.text) > TEXT_LIMIT:
        out.append("…")
    return "".join(out)


def stretch(words: str, active: list[Mark], left: int, closing: list[Mark]) -> str:
    """A stretch under the same marks; the anchor stands where a mark begins, its letter where it ends."""
    inner = "\n".join(escaped_keeping_edges(line) for line in words.split("\n"))
    for mark in sorted(active, key=lambda m: (m.span.end - m.span.start, m.kind)):
        anchor = f' id="{mark.anchor}"' if mark.anchor and mark.span.start == left else ""
        inner = f'<mark class={mark.kind}{anchor} title="{escaped(mark.title)}">{inner}</mark>'
    letters = "".join(f"<sup>{KINDS[m.kind][0]}</sup>" for m in closing)
    return inner + letters


def escaped_keeping_edges(line: str) -> str:
    """`escaped` evens out white space at the edges, which between two stretches parts words."""
    before = " " if line[:1].isspace() else ""
    after = " " if line[-1:].isspace() and line.strip() else ""
    return before + escaped(line) + after


# ---------------------------------------------------------------- the records


def tables(reading: Reading) -> Iterator[str]:
    names = {a.id: a.name for a in reading.actors}

    def who(ids: Iterable[str | None]) -> str:
        return ", ".join(names.get(i or "", "") for i in ids) or "nobody named"

    text = reading.article.text
    yield table(
        "Who said what", ("speaker", "kind", "words"),
        [(s.id, (who([s.speaker]), s.kind, " … ".join(c.of(text) for c in s.content))) for s in reading.statements],
    )  # fmt: skip
    yield table(
        "What happened and what is to come", ("when", "who", "to whom", "act", "status", "evidence"),
        [
            (e.id, (days(e.begin, e.end), who(e.source), who(e.target) if e.target else "",
                    " ".join(filter(None, (e.plover, e.mode))), e.status, " … ".join(x.of(text) for x in e.evidence)))
            for e in reading.events
        ],
    )  # fmt: skip
    yield table(
        "Meetings", ("when", "status", "who", "evidence"),
        [
            ("", (days(m.begin, m.end), m.status, who(m.participants), " … ".join(x.of(text) for x in m.evidence)))
            for m in reading.meetings
        ],
    )  # fmt: skip
    yield table(
        "Figures", ("how many", "of what", "evidence"),
        [
            (f.id, (quantity(f.quantity.low, f.quantity.high), f.what or f.unit or "", f.span.of(text)))
            for f in reading.figures
        ],
    )  # fmt: skip


def table(title: str, columns: tuple[str, ...], rows: list[tuple[str, tuple[str, ...]]]) -> str:
    """A table whose first cell leads to the words; nothing at all where there are no rows."""
    if not rows:
        return ""
    head = "".join(f"<th scope=col>{c}</th>" for c in columns)
    body = "".join(f"<tr>{''.join(cells(anchor, row))}</tr>" for anchor, row in rows[:MOST_ROWS])
    more = f"<p class=about>… and {len(rows) - MOST_ROWS} more</p>" if len(rows) > MOST_ROWS else ""
    caption = f"<caption>{title} ({len(rows)})</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def cells(anchor: str, row: tuple[str, ...]) -> Iterator[str]:
    for number, cell in enumerate(row):
        words = escaped(shortened(plain(cell), LONGEST_CELL)) or "–"
        yield f'<td><a href="#{anchor}">{words}</a></td>' if anchor and number == 0 else f"<td>{words}</td>"


def days(begin: str | None, end: str | None) -> str:
    if begin == end or end is None:
        return begin or "–"
    return f"{begin or '…'} to {end}"


def quantity(low: float | None, high: float | None) -> str:
    """Bounds as words: 13,000 or more."""
    if low == high and low is not None:
        return f"{low:,.10g}"
    if high is None:
        return f"{low:,.10g} or more"
    return f"{high:,.10g} or less" if low is None else f"{low:,.10g} to {high:,.10g}"
