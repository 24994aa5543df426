"""What is looked at when a candidate is decided: plain named features of its cue, source, content and neighbours.

No feature holds a name or the words of a content; lemmas occur only as rows of the reporting tables and as closed-class
words (that, whether, pronouns).
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.statements.candidates import Candidate
from dragoman.records import Parsed, Token

#: Routes whose content is words that somebody said, so that what stands inside belongs to that speaker.
STRONG = ("verb-clause", "verb-clause-before", "verb-parenthetic", "verb-comma", "according-to", "quote-")
SPOKEN = frozenset({"say", "write", "ask", "relay", "show", "promise", "urge"})
#: Endings of nouns of acts and qualities.
ENDINGS = ("tion", "sion", "ment", "ness", "ance", "ence", "ism", "ity", "ship", "ing", "al", "er", "or", "ist")
PERSONS = {"i": "i", "we": "we", "you": "you", "they": "they", "he": "he", "she": "he", "it": "it", "who": "who",
           "this": "it", "that": "it", "which": "it", "one": "one", "there": "it", "what": "it"}  # fmt: skip


class Neighbours:
    """Which candidates stand inside the content of which others."""

    def __init__(self, candidates: list[Candidate], parsed: Parsed) -> None:
        self.outer: dict[int, Candidate] = {}
        self.inside: dict[int, list[Candidate]] = {}
        spoken = _longest_at(candidates, len(parsed.tokens))
        for candidate in candidates:
            cue = candidate.cue
            outer = spoken[cue.i] if cue is not None else None
            if outer is not None and outer is not candidate:
                self.outer[id(candidate)] = outer
                self.inside.setdefault(id(outer), []).append(candidate)


def _longest_at(candidates: list[Candidate], size: int) -> list[Candidate | None]:
    """For each token the longest strong candidate that holds it; each token is written once."""
    spoken: list[Candidate | None] = [None] * size
    free = list(range(size + 1))  # the next token not yet written, by leaps

    def next_free(i: int) -> int:
        while free[i] != i:
            free[i] = free[free[i]]
            i = free[i]
        return i

    strong = [c for c in candidates if c.route.startswith(STRONG)]
    for candidate in sorted(strong, key=lambda c: c.start - c.end):
        for start, end in candidate.pieces:
            i = next_free(start)
            while i < end:
                spoken[i] = candidate
                free[i] = i + 1
                i = next_free(i)
    return spoken


def features_of(candidate: Candidate, parsed: Parsed, near: Neighbours) -> list[str]:
    """The features that hold, in a fixed order."""
    out = ["bias"]
    route, entry = candidate.route, candidate.entry
    cls = entry.cls if entry else "none"
    out.append(f"route {route}")
    out.append(f"class {cls}")
    out.append(f"route {route} class {cls}")
    if entry is not None:
        out.append(f"row {entry.name}")
        out.append(f"row {entry.name} route {route}")
    subject = _subject(candidate)
    out.append(f"subject {subject}")
    out.append(f"subject {subject} class {cls}")
    out.append(f"subject {subject} route {route}")
    quoted = _quoted(candidate)
    out.append(f"quoted {quoted}")
    out.append(f"quoted {quoted} class {cls}")
    out.append(f"quoted {quoted} route {route}")
    out.extend(_of_cue(candidate, cls))
    out.extend(_of_content(candidate, parsed, cls))
    if route == "quote-floating":
        out.append(f"floating {'whole' if candidate.whole else 'part'} {'carried' if candidate.carried else 'lone'}")
    outer = near.outer.get(id(candidate))
    if outer is not None:
        kind = outer.entry.cls if outer.entry else "none"
        out.append(f"inside {kind}")
        out.append(f"inside {'quotation' if outer.quotes else 'report'}")
        out.append(f"inside route {outer.route} class {cls}")
        out.append(f"inside now {route}")
    else:
        out.append(f"outside {route} class {cls}")
        out.append(f"outside {subject} class {cls}")
    inner = near.inside.get(id(candidate), ())
    for one in inner:
        if one.entry is not None and one.entry.cls in SPOKEN:
            out.append("holds spoken")
            break
    if inner:
        out.append("holds any")
    return out


def _subject(candidate: Candidate) -> str:
    subject = candidate.subject
    if subject is None:
        return "none"
    if subject.pos == "PRON" or subject.tag in ("PRP", "WP", "WDT", "DT"):
        return PERSONS.get(subject.lower, "pronoun")
    if subject.ent in ("PERSON", "ORG", "NORP", "GPE"):
        return str(subject.ent)
    if subject.pos == "PROPN":
        return "name"
    return "plural" if subject.tag == "NNS" else "noun"


def _quoted(candidate: Candidate) -> str:
    if not candidate.quotes:
        return "none"
    words = sum(q.last - q.first for q in candidate.quotes)
    whole = sum(b - a for a, b in candidate.pieces)
    if words >= whole - 2:
        return "all"
    return "most" if words * 2 >= whole else "some"


def _of_cue(candidate: Candidate, cls: str) -> Iterator[str]:
    cue = candidate.cue
    if cue is None:
        return
    yield f"cue tag {cue.tag}"
    yield f"cue tag {cue.tag} class {cls}"
    yield f"cue dep {cue.dep}"
    yield f"cue tag {cue.tag} dep {cue.dep}"
    if candidate.passive:
        yield f"passive class {cls}"
        yield f"passive route {candidate.route}"
    for child in cue.children:
        if child.dep in ("aux", "auxpass"):
            if child.tag == "MD" or child.tag == "TO":
                yield f"auxiliary {child.lemma}"
                yield f"auxiliary {child.lemma} class {cls}"
        elif child.dep == "neg":
            yield "negated"
            yield f"negated class {cls}"
        elif child.dep == "mark":
            yield f"cue mark {child.lower}"
        elif child.dep == "prep" and child.lower in ("in", "on", "at", "during", "to"):
            yield f"cue with {child.lower}"
        elif child.dep == "dative" or (child.dep == "dobj" and candidate.head is not child):
            yield "cue with object"
    if cue.dep in ("xcomp", "ccomp", "conj", "pcomp", "advcl") and cue.head.pos in ("VERB", "AUX", "ADP"):
        yield f"cue under {cue.head.tag}"
    subject = candidate.subject
    if subject is not None:
        if subject.sent != cue.sent:
            yield "subject in another sentence"
        elif subject.i > cue.i:
            yield "subject behind cue"
        yield f"subject away {min(abs(cue.i - subject.i), 12) // 3}"


def _of_content(candidate: Candidate, parsed: Parsed, cls: str) -> Iterator[str]:
    tokens = parsed.tokens
    start, end = candidate.start, candidate.end
    size = sum(b - a for a, b in candidate.pieces)
    bucket = next(str(n) for n in (2, 4, 7, 12, 20, 40, 100000) if size <= n)
    yield f"size {bucket}"
    yield f"size {bucket} class {cls}"
    first = tokens[start]
    if first.text in ('"', "'", ",") and start + 1 < end:
        first = tokens[start + 1]
    if first.lower in (
        "that",
        "whether",
        "if",
        "what",
        "how",
        "why",
        "who",
        "when",
        "where",
        "which",
        "to",
        "not",
        "it",
    ):
        yield f"begins {first.lower}"
        yield f"begins {first.lower} class {cls}"
    else:
        yield f"begins {first.pos}"
    if first.lower in ("i", "we", "you"):
        yield "begins person"
    head = candidate.head
    if head is not None:
        yield f"head tag {head.tag}"
        if head.pos not in ("VERB", "AUX"):
            yield f"head {_kind(head)} class {cls}"
            if head.pos == "NOUN":
                yield f"noun {_build(head)} class {cls}"
                yield f"noun {_build(head)} route {candidate.route}"
    if len(candidate.pieces) > 1:
        yield "pieces"
    if candidate.tail:
        yield f"tail {candidate.tail}"
        yield f"tail {candidate.tail} {'quoted' if candidate.quotes else 'plain'}"
    before = tokens[start - 1].text if start else ""
    after = tokens[end].text if end < len(tokens) else ""
    if before in (",", ":", "-", "--", "—", "–", "("):
        yield f"before {before}"
    if after in (",", ":", "-", "--", "—", "–", ")", "?"):
        yield f"after {after}"
    cue = candidate.cue
    if cue is not None:
        away = start - cue.i if cue.i < start else cue.i - end
        yield f"away {'behind' if cue.i < start else 'before'} {min(max(away, 0), 8) // 2}"
        if tokens[cue.sent and cue.i].sent != first.sent:
            yield "content in another sentence"


def _build(noun: Token) -> str:
    """The ending of a noun tells an act or quality from a thing ("refusal", "weakness", "treaty", "boat")."""
    lemma = noun.lemma.lower()
    return next((e for e in ENDINGS if len(lemma) > len(e) + 2 and lemma.endswith(e)), "plain")


def _kind(head: Token) -> str:
    if head.pos == "PRON":
        return "pronoun"
    if head.ent in ("PERSON", "ORG", "GPE", "NORP", "DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "EVENT", "LAW"):
        return str(head.ent)
    return head.tag
