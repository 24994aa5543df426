"""What a speaker says in his own turn or text without a verb of saying: the sentences that nothing else reports.

One statement for each run of such sentences within a paragraph, in the speaker's words.
Example: "MS. BERG: The port stays shut. Norway says it agrees." gives "The port stays shut." to Berg.
"""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.turns import Turns
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Parsed, Sentence, Token
from dragoman.records.vocab import REPORT_BLOCKS

ROUTE = "turn"
#: A run with fewer words says nothing ("Thank you all.").
FEWEST = 3
SPEAKING = frozenset({"i", "we", "let"})


def spoken(turns: Turns, kept: list[Candidate], parsed: Parsed, speech: SpeechIndex) -> list[Candidate]:
    """Candidates for the sentences of known speakers that no kept candidate touches, in order."""
    if not turns:
        return []
    taken = {parsed.tokens[i].sent for c in kept for a, b in c.pieces for i in (a, b - 1)}
    taken.update(c.cue.sent for c in kept if c.cue is not None)
    out: list[Candidate] = []
    run: list[Token] = []
    key: tuple[int, int] | None = None
    for sentence in parsed.sentences:
        words = _said(sentence, turns) if sentence.index not in taken and sentence.kind in REPORT_BLOCKS else []
        if words and _courtesy(words, speech):
            words = []
        here = (sentence.block, turns.index_at(words[0].start)) if words else None
        if run and (here is None or here != key):
            out.extend(_candidate(run))
            run = []
        run, key = run + words, here
    return [*out, *_candidate(run)]


def _said(sentence: Sentence, turns: Turns) -> list[Token]:
    """The words of the sentence behind its label, if it is known who says them and it is a sentence."""
    tokens = [t for t in sentence.tokens if not turns.in_label(t)]
    if not tokens or turns.speaker_at(tokens[0].start) is None or tokens[0].text in ("(", "["):
        return []
    if not any(t.pos in ("VERB", "AUX") for t in tokens) or all(t.text.isupper() for t in tokens if t.text.isalpha()):
        return []
    return tokens


def _courtesy(words: list[Token], speech: SpeechIndex) -> bool:
    """ "Thank you for coming", "I welcome the delegation", "Let me thank the hosts"."""
    verbs = [t for t in words if t.pos == "VERB"][:2]
    polite = any(t.lemma.lower() in speech.courtesies for t in verbs)
    return polite and (words[0].lower in SPEAKING or words[0].pos in ("VERB", "CCONJ", "ADV", "INTJ"))


def _candidate(run: list[Token]) -> list[Candidate]:
    if sum(t.pos not in ("PUNCT", "SPACE") for t in run) < FEWEST:
        return []
    found = Candidate(ROUTE, None, None, None, [(run[0].i, run[-1].i + 1)])
    found.score = 1.0
    return [found]
