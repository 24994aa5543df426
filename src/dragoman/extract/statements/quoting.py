"""Quotations join the candidates of the grammar, or find a cue of their own: before, behind, in between, carried over.

The parser knows nothing of quotation marks: a quotation of three sentences hangs on its cue by the last one alone.
"""

from __future__ import annotations

from bisect import bisect_right

from dragoman.extract.statements.candidates import Candidate, Range, left_edge, right_edge, subject_of
from dragoman.extract.statements.quotes import Quote
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Parsed, Token

#: Classes of cues that report words.
SPOKEN = frozenset({"say", "write", "ask", "urge", "promise", "relay"})
#: More quotations than any statement has; it bounds the work on hostile text.
MOST = 40
#: Subjects by which a reporter takes up the speaker within his sentence.
REPORTED = frozenset({"he", "she", "they", "it"})
#: How far from a quotation (in tokens) its cue may stand.
REACH_BEHIND = 40
REACH_BEFORE = 40
#: Longest clause before a colon that names who speaks, longest label without a verb (in tokens), and what ends them.
LABEL, LABEL_WORDS = 20, 5
LABEL_ENDS = frozenset({".", "?", "!", ";", ":"})


class Quoting:
    """The quotations of an article and which candidate each belongs to."""

    def __init__(self, parsed: Parsed, quotes: list[Quote], speech: SpeechIndex) -> None:
        self.parsed, self.quotes, self.speech = parsed, quotes, speech
        self._firsts = [q.first for q in quotes]
        self._spoken: list[Candidate] = []
        self._spoken_at: list[int] = []

    def around(self, index: int) -> Quote | None:
        """The quotation that holds the token with this index."""
        at = bisect_right(self._firsts, index) - 1
        return self.quotes[at] if at >= 0 and index < self.quotes[at].last else None

    def join(self, candidates: list[Candidate]) -> list[Candidate]:
        """Contents stretched to whole quotations; candidates for quotations that nothing reports yet; all in order."""
        taken: dict[int, Candidate] = {}
        for candidate in candidates:
            self._part_speaker(candidate)
            self._stretch(candidate, taken)
        by_cue: dict[int, Candidate] = {}
        for candidate in candidates:
            if candidate.cue is not None:
                by_cue.setdefault(candidate.cue.i, candidate)
        self._spoken = [c for c in candidates if c.cue is not None and _claim(c) == 3]
        self._spoken_at = [c.cue.i for c in self._spoken if c.cue is not None]
        last: Candidate | None = None
        out = list(candidates)
        for quote in self.quotes:
            owner = taken.get(quote.first)
            if owner is None:
                owner = self._own(quote, by_cue, last, out)
            if (owner is not None and owner.cue is not None) or (owner is not None and owner.carried is not None):
                last = owner
        out = [c for c in out if c.pieces]
        _part_relatives(out)
        out.sort(key=lambda c: (c.pieces[0][0], c.pieces[-1][1], c.cue.i if c.cue else -1))
        return out

    def _part_speaker(self, candidate: Candidate) -> None:
        """Cut off the speaker whom the parser hangs on the words: `"We stay," the minister of trade, Ms Berg, said`."""
        cue = candidate.cue
        if candidate.subject is not None or cue is None or candidate.passive or candidate.route != "verb-clause-before":
            return
        quote = self.around(candidate.start)
        if quote is None or not quote.ended or not candidate.start <= quote.last < min(candidate.end, cue.i + 1):
            return
        between = self.parsed.tokens[quote.last : cue.i]
        if len(between) > REACH_BEHIND or any(t.pos in ("VERB", "AUX") for t in between):
            return
        named = [t for t in between if t.pos in ("NOUN", "PROPN", "PRON") and not quote.last <= t.head.i < cue.i]
        if named:
            candidate.subject = named[0]
            candidate.pieces = [(candidate.start, quote.last)]

    def _stretch(self, candidate: Candidate, taken: dict[int, Candidate]) -> None:
        """Stretch the pieces to the quotations they touch; keep a cue's own quotation as its border."""
        home = self.around(candidate.cue.i) if candidate.cue else None
        pieces: list[Range] = []
        for start, end in candidate.pieces:
            if home is not None:
                start, end = max(start, home.first), min(end, home.last)
                if start < end:
                    pieces.append((start, end))
                continue
            at = max(bisect_right(self._firsts, start) - 1, 0)
            while at < len(self.quotes) and self.quotes[at].first < end and len(candidate.quotes) < MOST:
                quote = self.quotes[at]
                at += 1
                if quote.last <= start:
                    continue
                if candidate.cue and quote.first <= candidate.cue.i < quote.last:
                    continue
                start, end = min(start, quote.first), max(end, quote.last)
                candidate.quotes.append(quote)
                holder = taken.get(quote.first)
                if holder is None or _claim(candidate) > _claim(holder):
                    taken[quote.first] = candidate
            pieces.append((start, end))
        candidate.pieces = _merged(pieces)

    def _own(
        self, quote: Quote, by_cue: dict[int, Candidate], last: Candidate | None, out: list[Candidate]
    ) -> Candidate | None:
        """The candidate a quotation joins or founds; None for scare quotes, titles and nicknames."""
        if quote.continues and last is not None:
            return self._extend(last, quote)
        cue, route = self._cue_near(quote)
        close = (
            cue is not None
            and route == "quote-before"
            and quote.first - cue.i <= 3
            and (quote.words > 2 or cue.tag != "VBG")
        )
        if cue is not None and (not quote.full or (quote.titled and not quote.ended)) and not close:
            return None
        if cue is not None:
            known = by_cue.get(cue.i)
            if known is not None and _about_speaker(known, quote):
                return None
            if known is not None:
                return self._extend(known, quote)
            subject, passive = subject_of(cue, self.speech)
            entry = self.speech.verbs.get(cue.lemma.lower())
            found = Candidate(route, cue, entry, subject, [(quote.first, quote.last)], None, [quote], passive)
            by_cue[cue.i] = found
            out.append(found)
            return found
        if not quote.full or quote.titled:
            return None
        labelled = self._labelled(quote)
        if labelled is not None:
            out.append(labelled)
            return labelled
        if last is not None and self._goes_on(quote, last):
            return self._extend(last, quote)
        before = self._said_before(quote)
        if quote.leads or before is not None:
            near = last is not None and quote.block - last.quotes[-1].block <= 1
            origin = last if near and quote.leads else before
            found = Candidate("quote-floating", None, None, origin.subject if origin else None,
                              [(quote.first, quote.last)], None, [quote], carried=origin,
                              whole=self._whole(quote))  # fmt: skip
            out.append(found)
            return found
        return None

    @staticmethod
    def _extend(candidate: Candidate, quote: Quote) -> Candidate:
        candidate.pieces = _merged([*candidate.pieces, (quote.first, quote.last)])
        candidate.quotes.append(quote)
        return candidate

    def _cue_near(self, quote: Quote) -> tuple[Token | None, str]:
        """The reporting verb that stands at this quotation: behind it, else before it."""
        tokens = self.parsed.tokens
        last = tokens[quote.last - 1]
        block = self.parsed.sentences[last.sent].block
        behind = self._scan(range(quote.last, min(quote.last + REACH_BEHIND, len(tokens))), block, quote)
        first = tokens[quote.first]
        back = range(quote.first - 1, max(quote.first - 1 - REACH_BEFORE, -1), -1)
        before = self._scan(back, self.parsed.sentences[first.sent].block, quote)
        opener = tokens[quote.first - 1].text if quote.first else ""
        if before is not None and (opener == ":" or behind is None or (opener == "," and quote.first - before.i <= 3)):
            return before, "quote-before"
        if behind is not None:
            return behind, "quote-behind"
        return None, ""

    def _scan(self, indices: range, block: int, quote: Quote) -> Token | None:
        """The first reporting verb outside quotations along the indices, within the sentence and block."""
        tokens, verbs = self.parsed.tokens, self.speech.verbs
        forward = indices.step > 0
        border = tokens[quote.last - 1].sent if forward else tokens[quote.first].sent
        for index in indices:
            token = tokens[index]
            if token.sent != border:
                sentence = self.parsed.sentences[token.sent]
                if sentence.block != block:
                    return None
                if forward and index > quote.last and not self._lower_start(quote):
                    return None
                if forward and token.sent > border + 1:
                    return None
                if (
                    not forward
                    and not (token.text == ":" and index == quote.first - 1)
                    and border - token.sent > (1 if tokens[quote.first - 1].text in (":", ",") else 0)
                ):
                    return None
            if token.pos in ("VERB", "AUX"):
                entry = verbs.get(token.lemma.lower())
                if entry is not None and entry.cls not in ("want", "seem", "feel") and self.around(index) is None:
                    return token
        return None

    def _labelled(self, quote: Quote) -> Candidate | None:
        """`Berg: "We stay."`, `Berg went further: "We stay."`: whom the words before the colon name."""
        tokens = self.parsed.tokens
        colon = quote.first - 1
        if colon < 1 or tokens[colon].text != ":" or self._block(colon) != quote.block:
            return None
        first = colon
        while first > 0 and colon - first < LABEL and tokens[first - 1].text not in LABEL_ENDS:
            if self._block(first - 1) != quote.block or self.around(first - 1) is not None:
                break
            first -= 1
        before = tokens[first:colon]
        subject = next((t for t in before if t.dep == "nsubj" and t.head.pos in ("VERB", "AUX")), None)
        if subject is None and not any(t.pos in ("VERB", "AUX") for t in before) and before[-1:]:
            subject = before[-1] if before[-1].pos == "PROPN" and len(before) <= LABEL_WORDS else None
        if subject is not None and subject.dep == "pobj" and subject.head.i == first:
            return None  # "On Berlin: "We …"": what it is about
        if subject is None or not (subject.pos == "PROPN" or subject.lower in REPORTED):
            return None
        found = Candidate("quote-label", tokens[colon], None, subject, [(quote.first, quote.last)], None, [quote])
        found.cue_range = (colon, colon + 1)
        return found

    def _block(self, index: int) -> int:
        return self.parsed.sentences[self.parsed.tokens[index].sent].block

    def _lower_start(self, quote: Quote) -> bool:
        """Whether the words behind the quotation go on with its sentence (`," he said`)."""
        tokens = self.parsed.tokens
        inner = tokens[quote.last - 2].text if quote.last - 2 >= quote.first else ""
        following = tokens[quote.last].text[:1] if quote.last < len(tokens) else ""
        return inner in (",", "?", "!") or following.islower()

    def _said_before(self, quote: Quote) -> Candidate | None:
        """What the sentence before reports, if the quotation is a sentence of its own: `It held, he said. "Yes."`"""
        tokens, sentences = self.parsed.tokens, self.parsed.sentences
        sent = tokens[quote.first].sent
        if not quote.ended or quote.first != sentences[sent].tokens[0].i:
            return None
        at = bisect_right(self._spoken_at, quote.first) - 1
        found = self._spoken[at] if at >= 0 else None
        if found is None or found.cue is None or found.cue.sent != sent - 1:
            return None
        return found if quote.block - sentences[found.cue.sent].block <= 1 else None

    def _whole(self, quote: Quote) -> bool:
        """Whether nothing but quotation stands in the paragraph."""
        tokens, sentences = self.parsed.tokens, self.parsed.sentences
        behind = tokens[quote.last] if quote.last < len(tokens) else None
        return quote.leads and (behind is None or sentences[behind.sent].block != quote.block)

    def _goes_on(self, quote: Quote, last: Candidate) -> bool:
        """A quotation that follows its own cue in the same paragraph: `"A," she said. "B."`"""
        if last.cue is None or not last.quotes:
            return False
        previous = last.quotes[-1]
        if previous.block != quote.block or quote.first - max(previous.last, last.cue.i) > 40:
            return False
        tokens = self.parsed.tokens
        between = self.parsed.sentences[tokens[quote.first - 1].sent] if quote.first else None
        return between is not None and tokens[last.cue.i].sent >= tokens[quote.first - 1].sent - 1


def closed_ones(quotes: list[Quote], parsed: Parsed, speech: SpeechIndex) -> list[Quote]:
    """The quotations without those that nobody closes and that hold their own cue: `"We stay, she said. It rained.`"""
    out = []
    for at, quote in enumerate(quotes):
        goes_on = at + 1 < len(quotes) and quotes[at + 1].continues
        if quote.closed or goes_on or not _holds_cue(quote, parsed, speech):
            out.append(quote)
    return out


def _holds_cue(quote: Quote, parsed: Parsed, speech: SpeechIndex) -> bool:
    tokens = parsed.tokens
    for i in range(quote.first + 2, quote.last):
        token = tokens[i]
        entry = speech.verbs.get(token.lemma.lower()) if token.tag == "VBD" else None
        if entry is not None and entry.cls in SPOKEN and any(t.text == "," for t in tokens[i - 3 : i]):
            return True
    return False


def _part_relatives(candidates: list[Candidate]) -> None:
    """End a content where the reporter speaks again: "…the plan, which she called "a farce"": two statements."""
    spoken: dict[int, list[Candidate]] = {}
    for outer in candidates:
        if outer.cue is not None and outer.entry is not None and outer.entry.cls in SPOKEN:
            spoken.setdefault(outer.cue.sent, []).append(outer)
    for inner in candidates:
        cue, subject = inner.cue, inner.subject
        if cue is None or cue.dep != "relcl" or not inner.quotes or subject is None or subject.lower not in REPORTED:
            continue
        begin = left_edge(cue)
        for outer in spoken.get(cue.sent, ())[:MOST]:
            start, end = outer.pieces[-1]
            if outer.cue is not None and start < begin and inner.end >= end > cue.i and outer.cue.i < start:
                outer.pieces[-1] = (start, begin)
                outer.quotes = [q for q in outer.quotes if q.first < begin]


def _about_speaker(candidate: Candidate, quote: Quote) -> bool:
    """`Berg, the author of "Sailing Home," said`: a quotation that belongs to the name of who speaks."""
    subject = candidate.subject
    if subject is None or candidate.cue is None or not subject.i < quote.first <= quote.last <= candidate.cue.i:
        return False
    return quote.last <= right_edge(subject) and subject.head is candidate.cue


def _claim(candidate: Candidate) -> int:
    """How good a claim the candidate has to be the one that reports a quotation it touches."""
    spoken = candidate.entry is not None and candidate.entry.cls in SPOKEN
    return 2 * candidate.route.startswith("verb-clause") + spoken


def _merged(pieces: list[Range]) -> list[Range]:
    """Pieces in order, those that touch or overlap made one."""
    out: list[Range] = []
    for start, end in sorted(pieces):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
