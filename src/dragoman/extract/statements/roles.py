"""The characters of the three roles of a statement: content, cue and source (PolNeAR; Newell et al., LREC 2018)."""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate, Range, extent, right_edge, subtract
from dragoman.records import Parsed, Span, Token

EDGE = frozenset({",", ";", ":", ".", "--", "-", "–", "—", "...", "…", "and", "but"})
#: The longest dateline, in tokens, and what ends it.
DATELINE_LIMIT = 10
LABEL = 3
#: The most tokens that belong to a verb behind its hyphen.
REST = 40
#: The most words of a title before a name, and what they are.
TITLE, NAMED = 4, frozenset({"NOUN", "PROPN", "ADJ", "DET"})
DASHES = frozenset({"-", "--", "–", "—"})
#: What belongs to the cue beside its head word: "had not yet said", "pointed out".
CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})


def content_spans(candidate: Candidate, parsed: Parsed) -> tuple[Span, ...]:
    """The content without punctuation at its edges; a quotation keeps its marks and what stands inside them."""
    out = []
    tokens = parsed.tokens
    for start, end in candidate.pieces:
        start = _behind_dateline(start, end, parsed)
        while start < end and (tokens[start].lower in EDGE or not tokens[start].text.strip()):
            start += 1
        while end > start and (tokens[end - 1].lower in EDGE or not tokens[end - 1].text.strip()):
            end -= 1
        if start < end:
            end = _whole_word(end, parsed)
            out.append(Span(tokens[start].start, tokens[end - 1].end))
    return tuple(out)


def _whole_word(end: int, parsed: Parsed) -> int:
    """Index behind the rest of a word with a hyphen that the parser takes apart ("vowed to de|-escalate the row")."""
    tokens = parsed.tokens
    if end + 1 >= len(tokens) or not tokens[end].text.startswith("-") or tokens[end].start != tokens[end - 1].end:
        return end
    if tokens[end].text == "-":
        if tokens[end + 1].start != tokens[end].end:
            return end
        end += 1
    word = tokens[end]
    if not word.text[-1:].isalnum() or word.sent != tokens[end - 1].sent:
        return end
    whole = word.head if word.dep in ("amod", "compound") and word.head.i > word.i else word
    return max(end + 1, min(right_edge(whole), end + REST)) if whole is not word or word.pos == "VERB" else end + 1


def _behind_dateline(start: int, end: int, parsed: Parsed) -> int:
    """Index behind "OSLO, March 3 -" where the content begins a paragraph with it: place and date, nobody's words."""
    tokens = parsed.tokens
    sentence = parsed.sentences[tokens[start].sent]
    if sentence.tokens[0].i != start or (
        sentence.index and parsed.sentences[sentence.index - 1].block == sentence.block
    ):
        return start
    if (
        start < end - 1
        and len(tokens[start].text) > LABEL
        and tokens[start].text[-1] in DASHES
        and (tokens[start].text[:-1].isupper())
    ):  # "TEHRAN- "
        return start + 1
    dated = tokens[start].text.isupper() and len(tokens[start].text) > 2
    for i in range(start, min(end, start + DATELINE_LIMIT)):
        if tokens[i].text in DASHES:
            return i + 1 if dated and i > start else start
        dated = dated or tokens[i].text.isdigit()
        if tokens[i].pos not in ("PROPN", "NUM", "PUNCT"):
            return start
    return start


def cue_spans(candidate: Candidate, parsed: Parsed) -> tuple[Span, ...]:
    """The head of the cue with its auxiliaries, negation and particle; a preposition that leads to the content."""
    cue = candidate.cue
    if cue is None:
        return ()
    if candidate.cue_range is not None:
        start, end = candidate.cue_range
        return (Span(parsed.tokens[start].start, parsed.tokens[end - 1].end),)
    indices = {cue.i}
    indices.update(c.i for c in cue.children if c.dep in CUE_PARTS and abs(c.i - cue.i) <= 6)
    if candidate.head is not None and candidate.route.endswith("-preposition"):
        indices.add(candidate.head.head.i)
    if candidate.route.startswith("adjective") and cue.dep == "acomp":
        indices.add(cue.head.i)
    return tuple(Span(parsed.tokens[a].start, parsed.tokens[b - 1].end) for a, b in runs(sorted(indices), parsed))


def runs(indices: list[int], parsed: Parsed) -> list[Range]:
    """Ranges of neighbours; an adverb between two of them ("had also said") does not part them."""
    out: list[Range] = []
    for index in indices:
        if out and all(parsed.tokens[i].pos == "ADV" for i in range(out[-1][1], index)):
            out[-1] = (out[-1][0], index + 1)
        else:
            out.append((index, index + 1))
    return out


def source_range(candidate: Candidate, parsed: Parsed) -> Range | None:
    """The noun phrase of the speaker as the text has it, with titles and appositions; None where nobody is named."""
    subject = candidate.subject
    if subject is None:
        return None
    whole = extent(subject)
    if candidate.route == "according-to" and candidate.cue_range is not None:
        behind = candidate.cue_range[
            1
        ]  # "according to curator Lena Dahl": the title that the parser leaves out of the name
        if behind < whole[0] <= behind + TITLE and all(t.pos in NAMED for t in parsed.tokens[behind : whole[0]]):
            whole = behind, whole[1]
    holes = list(candidate.pieces)
    if candidate.cue is not None:
        holes.append((candidate.cue.i, candidate.cue.i + 1))
        if whole[0] <= candidate.cue.i < whole[1]:
            holes.extend(extent(c) for c in subject.children if c.dep in ("relcl", "acl"))
    for start, end in subtract(whole, holes):
        if start <= subject.i < end:
            return _trimmed(start, end, subject, parsed)
    return subject.i, subject.i + 1


def _trimmed(start: int, end: int, subject: Token, parsed: Parsed) -> Range:
    tokens = parsed.tokens
    while start < subject.i and tokens[start].pos in ("PUNCT", "SPACE", "CCONJ"):
        start += 1
    while end > subject.i + 1 and tokens[end - 1].pos in ("PUNCT", "SPACE") and tokens[end - 1].text not in (")", "]"):
        end -= 1
    return start, end


def source_spans(candidate: Candidate, parsed: Parsed) -> tuple[Span, ...]:
    """The noun phrase of the speaker, and the relative pronoun by which the cue takes it up ("Berg, who said")."""
    found = source_range(candidate, parsed)
    if found is None:
        return ()
    spans = [Span(parsed.tokens[found[0]].start, parsed.tokens[found[1] - 1].end)]
    pronoun = _relative(candidate)
    if pronoun is not None and not found[0] <= pronoun.i < found[1]:
        spans.append(Span(pronoun.start, pronoun.end))
    return tuple(sorted(spans, key=lambda s: s.start))


def _relative(candidate: Candidate) -> Token | None:
    verb, subject = candidate.cue, candidate.subject
    for _ in range(3):
        if verb is None or subject is None or verb is subject:
            return None
        for child in verb.children:
            if child.dep == "nsubj":
                return child if child.tag in ("WP", "WDT") and subject.i < child.i and verb.dep == "relcl" else None
        verb = verb.head if verb.dep in ("conj", "xcomp") else None
    return None
