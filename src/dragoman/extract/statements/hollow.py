"""Words that look like a report but say nothing: courtesies, address, names that are given, seeming.

They are dropped after the decision, which has learned from news alone and has seen neither speeches nor transcripts.
"""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate
from dragoman.extract.statements.clauses import UTTERED
from dragoman.extract.statements.quotes import SMALL
from dragoman.extract.statements.speeches import ROUTE as TURN
from dragoman.extract.statements.turns import Turns
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Parsed, Statement, Token
from dragoman.resolve.attach import Setting

SPEAKING = frozenset({"i", "we"})
WRITER = frozenset({"i", "we", "you", "us", "me", "myself", "ourselves"})
#: Nobody in particular, so nobody's attitude.
ANYBODY = frozenset({"nobody", "everybody", "everyone", "anybody", "anyone", "somebody", "someone", "one", "whoever"})
INDEFINITE = frozenset({"whatever", "whoever", "whichever", "anything", "something", "nothing", "everything"})
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "ourselves", "yourself"})
#: Routes by which words are reported though nobody is named ("reportedly").
HIDDEN = frozenset({"adverb", "according-to"})


def hollow(statement: Statement, candidate: Candidate, setting: Setting, speech: SpeechIndex, turns: Turns) -> str:
    """Why this is no statement of anybody, or "".

    "I", "we" and "you" outside quotation marks are the writer and his readers, unless the text says who they are.
    Without source, quotation marks and a cue that hides its speaker ("was said", "reportedly") nobody speaks.
    """
    if candidate.route == TURN:
        return ""
    subject, cue, spoken = candidate.subject, candidate.cue, bool(turns)
    who = "" if subject is None or turns.labels(subject) or _named(subject) else subject.lower
    quoted, held = bool(candidate.quotes), statement.kind == "attitude"
    if statement.speaker is None and who in WRITER and cue is not None:
        return "the author's own voice"
    hidden = candidate.passive or candidate.route in HIDDEN
    if subject is None and not quoted and not hidden and (not held or spoken):
        return "nobody is named who says it"
    if candidate.route == "verb-predicate" and subject is None and _names(candidate, setting.parsed):
        return "what something is called"
    if quoted:
        return "a name in quotation marks" if _title(candidate, setting.parsed) else ""
    if who == "you" or (subject is not None and any(c.lower == "you" and c.dep != "prep" for c in subject.children)):
        return "said to the reader, not by him"
    if _courtesy(candidate, who, speech, spoken=spoken):
        return "a courtesy"
    if keeps_name(candidate, speech):
        return "a source without a name"
    if held and (reason := _of_nobody(candidate, who, setting.parsed, spoken=spoken)):
        return reason
    if statement.speaker is None and (reason := _unsaid(candidate, who, setting.parsed)):
        return reason
    return _no_report(candidate, who, setting, speech, spoken=spoken)


def _named(subject: Token) -> bool:
    """ "the i": a newspaper, not the writer."""
    return subject.text == "i" and any(c.dep == "det" for c in subject.children)


def _unsaid(candidate: Candidate, who: str, parsed: Parsed) -> str:
    """Why nothing is said by a subject that no actor answers."""
    cue, subject, entry = candidate.cue, candidate.subject, candidate.entry
    if cue is None or subject is None or not candidate.route.startswith("verb"):
        return ""
    if who in INDEFINITE:  # "whatever challenges you face"
        return "nobody in particular"
    above = cue.head
    to_come = cue.tag == "VB" and any(c.tag == "TO" for c in cue.children)
    if to_come and cue.dep in ("xcomp", "advcl") and (above.lemma == "be" or above.pos == "ADJ"):
        if who in ("it", "there", "this", "that") or (subject.pos == "NOUN" and subject.tag != "NNS"):
            return "what is yet to be said"  # "unity is needed to counter", "talks are under way to find out"
        if subject.tag == "NNS" and above.lemma == "be" and cue.dep == "advcl":
            return "what is yet to be said"
    first = parsed.tokens[candidate.start]
    if entry is not None and entry.cls in ("show", "think") and first.lower in REFLEXIVE:
        return "a deed"  # "find themselves exposed"
    return ""


def _of_nobody(candidate: Candidate, who: str, parsed: Parsed, *, spoken: bool) -> str:
    """Why nobody holds this attitude."""
    subject, cue = candidate.subject, candidate.cue
    if who == "it" and cue is not None and cue.tag == "VB" and cue.dep in ("xcomp", "ccomp", "advcl"):
        return "nobody in particular"  # "it is important to remember that"
    wanted = candidate.entry is not None and candidate.entry.cls == "want"
    if subject is None and wanted and candidate.passive:  # "a bridge is planned"
        return "nobody is named who wants it"
    if spoken and (who in ANYBODY or (subject is not None and subject.tag == "WP")):
        return "nobody in particular"
    if (spoken or not who) and _only_pronoun(candidate, parsed):
        return "nothing is said of it"
    return ""


def _no_report(candidate: Candidate, who: str, setting: Setting, speech: SpeechIndex, *, spoken: bool) -> str:
    """Why the cue reports nothing here, though it is a word of the tables."""
    subject, cue, entry, head = candidate.subject, candidate.cue, candidate.entry, candidate.head
    by_verb = candidate.route.startswith("verb")
    if candidate.route == "according-to" and subject is not None and subject.tag in ("WDT", "WP"):
        return "the source is in another clause"
    if cue is None:
        return ""
    if spoken and entry is None and by_verb:
        return "no verb of saying"
    if spoken and _asked(candidate, setting.parsed):
        return "the author's own question"
    if entry is not None and entry.predicate and candidate.route == "verb-object" and _new(head):
        return "a deed"  # "called a meeting"
    if by_verb and _does(candidate, setting.parsed, speech):
        return "a deed"
    if cue.tag == "VBN" and cue.dep == "advcl" and entry is not None and entry.cls == "ask" and subject is None:
        return "what reporters asked"  # "when asked whether"
    if cue.dep == "prep" and by_verb:  # "considering the weather"
        return "a preposition"
    if entry is not None and entry.cls == "seem" and who == "it" and cue.tag == "VBZ":
        return "it seems to the author"
    relays = entry is not None and entry.cls == "relay" and candidate.route == "verb-object"
    if relays and head is not None and setting.who.of(head) is not None:  # "citing diplomats": whom, not what
        return "whom somebody cites"
    return ""


def _does(candidate: Candidate, parsed: Parsed, speech: SpeechIndex) -> bool:
    """ "conceded a goal", and "claiming asylum expected in May", of which the parser makes a clause."""
    cue, head = candidate.cue, candidate.head
    objects = speech.deeds.get(cue.lemma.lower()) if cue is not None else None
    if objects is None or cue is None or head is None:
        return False
    if candidate.route == "verb-object":
        return head.lemma.lower() in objects
    if head.tag not in ("VBN", "VBG") or any(c.dep in ("mark", "aux", "auxpass") for c in head.children):
        return False
    first = parsed.tokens[candidate.start]
    return first.i == cue.i + 1 and first.pos == "NOUN" and first.lemma.lower() in objects


def _new(head: Token | None) -> bool:
    """ "a meeting", "fresh elections": a thing that comes about, not one that is spoken of."""
    if head is None or head.pos != "NOUN":
        return False
    marks = [c for c in head.children if c.dep in ("det", "poss")]
    return not marks or any(c.lower in ("a", "an") for c in marks)


def keeps_name(candidate: Candidate, speech: SpeechIndex) -> bool:
    """ "declined to be named", "asked not to be identified"."""
    head = candidate.head
    return (
        head is not None
        and head.tag == "VBN"
        and head.lemma.lower() in speech.unnamed
        and any(c.dep == "auxpass" and c.lower == "be" for c in head.children)
        and any(c.tag == "TO" for c in head.children)
    )


def _courtesy(candidate: Candidate, who: str, speech: SpeechIndex, *, spoken: bool) -> bool:
    """ "I thank", "let me welcome", "I want to congratulate", "Thank you"."""
    cue, head = candidate.cue, candidate.head
    if cue is None:
        return False
    speaking = who in SPEAKING or (spoken and not who)
    if cue.lemma.lower() in speech.courtesies:
        bare = cue.tag in ("VB", "VBP") and not any(c.dep in ("nsubj", "aux") for c in cue.children)
        return speaking or bare
    return speaking and head is not None and head.pos == "VERB" and head.lemma.lower() in speech.courtesies


def _asked(candidate: Candidate, parsed: Parsed) -> bool:
    """ "Could Cairo expect an answer?": the author asks, with the auxiliary before the subject."""
    cue, subject = candidate.cue, candidate.subject
    if cue is None or subject is None or subject.head is not cue or subject.i > cue.i:
        return False
    last = parsed.sentences[cue.sent].tokens[-1]
    return last.text == "?" and any(c.dep == "aux" and c.i < subject.i for c in cue.children)


def _only_pronoun(candidate: Candidate, parsed: Parsed) -> bool:
    if candidate.end - candidate.start > 3:
        return False
    words = [t for t in parsed.tokens[candidate.start : candidate.end] if t.pos not in ("PUNCT", "SPACE")]
    return bool(words) and all(t.pos in ("PRON", "DET") for t in words)


def _names(candidate: Candidate, parsed: Parsed) -> bool:
    """ "a group called the Northern Front", "a song called "Harbour Lights"": the predicate is a name."""
    head = candidate.head
    if head is None or not candidate.quotes:
        return head is not None and head.pos == "PROPN"
    words = [t for t in parsed.tokens[candidate.start : candidate.end] if t.text[:1].isalnum()]
    return bool(words) and all(t.text[:1].isupper() or t.pos in SMALL for t in words)


def _title(candidate: Candidate, parsed: Parsed) -> bool:
    """The content is one title in quotation marks ("the 'Fund for Northern Roads'"), outside a headline in capitals."""
    cue = candidate.cue
    if len(candidate.quotes) != 1 or candidate.route.startswith(("verb-clause", "verb-prep")) or cue is None:
        return False
    if candidate.route.startswith("quote") and (candidate.entry is None or candidate.entry.cls in UTTERED):
        return False
    quote = candidate.quotes[0]
    if quote.ended or not quote.titled or not cue.text[:1].islower() or cue.tag == "VBN":
        return False
    return sum(b - a for a, b in candidate.pieces) <= quote.last - quote.first + 2
