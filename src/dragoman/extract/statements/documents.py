"""Texts in which their author speaks himself: remarks, statements, declarations, letters. Whose they are, by the title.

Example: under the title "Statement by Foreign Minister Anna Berg on the Strait" the words "we will not yield" are hers.
"""

from __future__ import annotations

import re

from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Actor, Parsed
from dragoman.resolve.attach import Setting

#: How much of a title is read, in characters and in words before the kind of text ("Joint press statement by").
LIMIT = 200
BEFORE = 3
#: A text whose author speaks says "we" within this many sentences, and who "we" is within the fewer.
SENTENCES, OPENING = 40, 6
WORD = re.compile(r"[^\W_][\w.’'-]*")
BY = frozenset({"by", "from", "of"})
#: Small words that may stand within a name or an office; any other small word ends it ("… on the Strait").
WITHIN = frozenset({"of", "the", "for", "and", "de", "van", "von", "der", "den", "al", "bin", "ben", "la", "le", "du"})
FIRST_PERSON = frozenset({"i", "we", "our", "my", "us", "me", "ours", "mine"})


def author_of(setting: Setting, speech: SpeechIndex) -> str | None:
    """The one actor whom the title of a first-person text names as its author; None for any other text.

    Several signatories are its author as the group that the text makes of them, if it does.
    """
    parsed = setting.parsed
    if (declared := _declared(setting)) is not None:
        return declared
    signed = _signed(_title(parsed), speech)
    if not signed or not _first_person(parsed):
        return None
    text = " ".join(signed)
    persons = [a for a in setting.who.actors if a.kind == "person" and _is_in(_surname(a), signed)]
    if len(persons) == 1:
        return persons[0].id
    if persons:
        return None
    bodies = [a for a in setting.who.actors if a.kind not in ("person", "group", "population") and _called(a, text)]
    longest = [a for a in bodies if not any(a is not b and a.name in b.name for b in bodies)]
    if len(longest) == 1:
        return longest[0].id
    head = next((b.span for b in parsed.blocks if b.kind == "title"), None)
    groups = [
        a for a in setting.who.actors if a.kind == "group" and head and any(head.contains(m.span) for m in a.mentions)
    ]
    return groups[0].id if len(groups) == 1 else None


def _declared(setting: Setting) -> str | None:
    """ "We, the foreign ministers of Norway and Finland, condemn …" in the first sentences of the text."""
    body = [s for s in setting.parsed.sentences[:SENTENCES] if s.kind == "body"][:OPENING]
    for sentence in body:
        for at, token in enumerate(sentence.tokens[:-2]):
            if token.lower == "we" and sentence.tokens[at + 1].text == "," and token.dep == "nsubj":
                found = [setting.who.of(t) for t in sentence.tokens[at + 2 : at + 2 + OPENING]]
                return next((a for a in found if a is not None), None)
    return None


def _title(parsed: Parsed) -> str:
    if parsed.article.title:
        return parsed.article.title[:LIMIT]
    first = next((b for b in parsed.blocks if b.kind == "title"), None)
    return first.span.of(parsed.article.text)[:LIMIT] if first is not None else ""


def _signed(title: str, speech: SpeechIndex) -> list[str]:
    """The words of the title that name who speaks: "Anna Berg" of "Remarks by Anna Berg at the Port"."""
    words = [m.group() for m in WORD.finditer(title)]
    lower = [w.casefold() for w in words]
    for at in range(1, min(len(words), BEFORE + 3)):
        if lower[at] in BY and (
            lower[at - 1] in speech.documents or " ".join(lower[max(at - 2, 0) : at]) in speech.documents
        ):
            out = []
            for word, small in zip(words[at + 1 :], lower[at + 1 :], strict=True):
                if word[:1].islower() and small not in WITHIN:
                    break
                out.append(word.removesuffix("’s").removesuffix("'s"))
            return out
    return []


def _first_person(parsed: Parsed) -> bool:
    """Whether the text says "we" or "I" outside quotation marks within its first sentences, as reports do not."""
    return any(
        token.lower in FIRST_PERSON and token.pos in ("PRON", "DET")
        for sentence in parsed.sentences[:SENTENCES]
        if '"' not in sentence.tokens[0].text and sentence.kind == "body"
        for token in sentence.tokens
    )


def _surname(actor: Actor) -> str:
    words = actor.name.split()
    return words[-1] if words and any(m.form == "name" for m in actor.mentions) else ""


def _is_in(word: str, words: list[str]) -> bool:
    return bool(word) and any(word.casefold() == w.casefold() for w in words)


def _called(actor: Actor, text: str) -> bool:
    return any(f" {name} " in f" {text} " for name in (actor.name, *actor.aliases))
