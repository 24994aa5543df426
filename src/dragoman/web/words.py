"""Words of strangers as HTML: everything escaped, what deceives the eye shown as what it is."""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from dragoman.views.deceit import pieces
from dragoman.views.marks import LETTERS, Mark, Stretch
from dragoman.views.passage import Passage


def shown(text: object) -> Markup:
    """Safe as HTML text; hidden characters appear as signs, words of two alphabets carry a mark."""
    if text is None:
        return Markup("")
    words = str(text)
    if words.isascii() and words.isprintable():
        return Markup(escape(words))
    return Markup("".join(_piece(p.kind, p.text, p.note) for p in pieces(words)))


def bare(text: object) -> str:
    """For attributes and titles of the window: signs in brackets, no elements (escaping is left to the template)."""
    words = str(text or "")
    if words.isascii() and words.isprintable():
        return words
    return "".join(f"[{p.text}]" if p.kind == "hidden" else p.text for p in pieces(words))


def _piece(kind: str, text: str, note: str) -> str:
    if kind == "plain":
        return escape(text)
    what = "sign" if kind == "hidden" else "mixed"
    words = f"<b>{escape(text)}</b>" if kind == "hidden" else escape(text)
    return f'<span class="odd {what}" title="{escape(note)}">{words}</span>'


def passage(pieces_: Passage) -> Markup:
    """A sentence with its evidence in <mark>."""
    return Markup("".join(f"<mark>{shown(p.text)}</mark>" if p.marked else shown(p.text) for p in pieces_))


def marked(stretches: list[Stretch], *, link: str, chosen: str = "") -> Markup:
    """Stretches as nested <mark>; where a mark ends stands its label, a link to its record (`link` + key).

    The first mark of a record bears the record's key as id, so that an address can land on it.
    """
    return Markup("".join(_stretch(s, link, chosen) for s in stretches))


def _stretch(stretch: Stretch, link: str, chosen: str) -> str:
    inner = str(shown(stretch.text))
    for mark in reversed(stretch.marks):
        names = [mark.kind, mark.part]
        if mark.key == chosen:
            names.append("chosen")
        anchor = f' id="{escape(mark.key)}"' if mark.first and mark in stretch.begins else ""
        inner = f'<mark class="{" ".join(names)}" data-of="{escape(mark.key)}"{anchor}>{inner}</mark>'
    return inner + "".join(_label(m, link) for m in stretch.ends if m.first)


def _label(mark: Mark, link: str) -> str:
    title = escape(f"{LETTERS[mark.kind]}: {bare(mark.title)}")
    target = f"{escape(link)}{escape(mark.key)}"
    return (
        f'<a class="label {mark.kind}" href="{target}#{escape(mark.key)}" title="{title}"'
        f' hx-get="{target}" hx-target="#why" hx-swap="outerHTML" hx-push-url="true">{escape(mark.label)}</a>'
    )
