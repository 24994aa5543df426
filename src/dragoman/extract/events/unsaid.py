"""Acts of speech and talk that nobody performs: named, wished for, laid down as a condition, or of nobody known.

"We met to REACH a deal" reaches none, "Chad should COMMIT to talks" commits nobody, "if Chad AGREES" tells of
no consent (CAMEO codebook: an event is an act reported as done, begun or announced; the words around it are its topic).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.extract.events.grammar import REACH, SUBJECTS, complement, is_verbal, surface_subject
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import class_words, slot_nouns
from dragoman.extract.statements.turns import Turns
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Actor, Token
from dragoman.resolve.attach import Setting

#: Types that are done with words.
VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
#: Cues that make an act a thing only named: no word says that anybody plans it.
NAMED = frozenset({"status.infinitive"})
#: Modal verbs of what ought to be; whoever says so asks for it, and nobody does it yet.
OUGHT = frozenset(
    {"status_cues:should/modal", "status_cues:must/modal", "status_cues:ought/modal", "status_cues:need/verb"}
)
#: Types that are no news where of none of the parties anything is known.
KNOWN = frozenset({"CONSULT", "SUPPORT", "AGREE", "ACCUSE", "REQUEST", "REJECT"})
#: So many turns before and after somebody are spoken with him, not of him.
TURNS_NEAR = 2
#: So many sentences make an article that introduces its people.
ARTICLE = 6
#: Dependencies by which an act is part of the clause above it.
INSIDE = frozenset({"xcomp", "conj", "dobj", "pobj", "prep", "acomp", "attr"})
WH = frozenset({"WP", "WDT", "WRB"})


def unsaid(mention: Mention, setting: Setting, index: TriggerIndex) -> str | None:
    """Why the words of the clause bear no act of speech or talk, or None."""
    if mention.plover not in VERBAL:
        return None
    cues = [name for name in mention.because if name.startswith("status")]
    if mention.status == "considered" and mention.modality is None and mention.plover != "THREATEN":
        if cues and NAMED.issuperset(cues):
            return "an act only named"
        if mention.plover != "REQUEST" and any(name in OUGHT for name in cues):
            return "what somebody ought to do"
    if mention.status == "scheduled" and NAMED.issuperset(cues) and _is_evaluated(mention.verb):
        return "an act only named"
    if mention.turned and _is_by_none(mention.verb):
        return "what nobody does"
    refused = mention.plover == "REJECT" and mention.turned
    if (mention.status == "conditional" or refused) and _is_condition(mention.verb, index, pending=not refused):
        return "a condition, not done"
    if mention.status == "conditional" and mention.verb.dep == "relcl":
        return "what might be, told by the way"
    if mention.plover == "REQUEST" and not mention.duty and _wishes(mention, index):
        if mention.status == "denied":
            return "a wish not had"
        if _is_own(mention.token) or is_wondered(mention.token):
            return "a wish of one's own"
    if not mention.sources and _is_of_anybody(mention.verb, index):
        return "what anybody may do"
    return _of_nobody(mention, setting)


def forget_speaker(mention: Mention, setting: Setting, turns: Turns) -> None:
    """In a transcript "he" and "the president" are not the one who has the floor; without him the doer is unknown.

    Nor is "he" whoever has a turn near by: to who is in the room one speaks as "you", or of him by name.
    """
    if not turns or not mention.sources or mention.duty or mention.turned:
        return
    subjects = list(slot_nouns("subj", mention.words, mention.carrier)) or [
        c for w in mention.words for c in w.children if c.dep == "poss"
    ]
    if not subjects or any(s.lower in ("i", "we", "my", "our") for s in subjects):
        return
    names = {s.lower for s in subjects if s.pos == "PROPN"}
    gone = {a for a in mention.sources if _has_a_turn(a, mention.token.start, names, setting, turns)}
    if gone:
        mention.sources = tuple(a for a in mention.sources if a not in gone)
        mention.because.append("events.not-the-speaker")
        if not mention.sources:
            mention.dropped = "an act of somebody whom the text only calls he or she"


def _has_a_turn(ident: str, offset: int, names: set[str], setting: Setting, turns: Turns) -> bool:
    """Has the actor the floor here, or, where he is not called by his name, in a turn near by?"""
    actor = setting.who.actor(ident)
    at = turns.index_at(offset)
    if actor is None or actor.kind != "person" or at < 0:
        return False
    name = (actor.name.split() or [""])[-1].casefold()
    near = 0 if name in names else TURNS_NEAR
    for turn in range(max(at - near, 0), min(at + near + 1, len(turns.starts))):
        label = turns.label_at(turns.starts[turn])
        if turns.speakers[turn] == ident:
            return True
        if label is not None and name in re.split(r"[\s.-]+", label.of(setting.parsed.article.text).casefold()):
            return True
    return False


def is_wondered(verb: Token) -> bool:
    """ "said how much Rome SHOULD pay", "WHY should Rome pay": a question, and no demand."""
    for _ in range(REACH):
        if any((c.tag in WH and c.dep not in SUBJECTS) or c.lower == "whether" for c in verb.children):
            return True
        if any(c.lower == "?" for c in verb.children):
            return True
        if verb.dep not in ("conj", "xcomp") or verb.head is verb:
            return False
        verb = verb.head
    return False


def _is_condition(verb: Token, index: TriggerIndex, *, pending: bool) -> bool:
    """ "IF Rome agrees to have talks", "WHETHER it is ready", "UNTIL they reach a deal": the clause itself is open."""
    open_words = ("conditional", "pending") if pending else ("conditional",)
    for _ in range(REACH):
        if is_verbal(verb):
            cues = (index.cue("mark", c.lower) for c in verb.children if c.dep in ("mark", "advmod") and c.i < verb.i)
            if any(cue is not None and cue.effect in open_words for cue in cues):
                return True
        if verb.dep not in INSIDE or verb.head is verb:
            return False
        verb = verb.head
    return False


def _is_evaluated(verb: Token) -> bool:
    """ "it is NECESSARY to improve ties", "is IN Rome to reach a deal"; but "is to sign" is a plan."""
    head = verb.head
    return head.lemma == "be" and any(
        c.dep in ("acomp", "attr", "prep", "advmod") and head.i < c.i < verb.i for c in head.children
    )


def _is_by_none(verb: Token) -> bool:
    """ "NO other state backed it": nobody turned anything down."""
    subject = surface_subject(verb) if is_verbal(verb) else None
    return subject is not None and any(c.lower == "no" for c in subject.children)


def _is_own(verb: Token) -> bool:
    """ "I want – I want TO WORK with you": who wants it is to do it."""
    clause = complement(verb)
    return clause is not None and clause.child(*SUBJECTS) is None


def _is_of_anybody(verb: Token, index: TriggerIndex) -> bool:
    """ "YOU would have to talk to members", "how ONE could agree": nobody in particular."""
    subject = surface_subject(verb) if is_verbal(verb) else None
    return subject is not None and subject.lower in class_words(index, "@generic")


def _wishes(mention: Mention, index: TriggerIndex) -> bool:
    """ "does not WANT": the lack of a wish asks nobody for anything."""
    return mention.token.lemma in class_words(index, "@wishing")


def _of_nobody(mention: Mention, setting: Setting) -> str | None:
    parties = (*mention.sources, *mention.targets)
    actors = [actor for actor in map(setting.who.actor, parties) if actor is not None]
    if not actors:
        known = mention.named or mention.judged or mention.plover == "CONSULT"  # "the talks" are those told of before
        return None if known else "no party named"
    if mention.plover in KNOWN and all((actor.code or "").endswith("BUS") for actor in actors):
        return "a matter of firms"
    if mention.plover in KNOWN and all(_is_unknown(actor) for actor in actors) and _introduces(setting):
        return "parties of whom nothing is known"
    sources = [actor for actor in map(setting.who.actor, mention.sources) if actor is not None]
    if mention.plover in ("SUPPORT", "REJECT") and not mention.targets and _are_a_people(sources):
        subject = surface_subject(mention.verb) if is_verbal(mention.verb) else None
        if subject is not None and (mention.turned or mention.verb.tag in ("VBP", "VBZ", "VB")):
            return "the opinion of a people"
    return None


def _are_a_people(actors: Iterable[Actor]) -> bool:
    kinds = {actor.kind for actor in actors}
    return kinds == {"population"}


def _introduces(setting: Setting) -> bool:
    """An article, and no single sentence, says of everybody of public life who he is."""
    return len(setting.parsed.sentences) >= ARTICLE


def _is_unknown(actor: Actor) -> bool:
    """A name without country, office or role: a scholar of old, a fund, a train."""
    return actor.code is None and actor.country is None and actor.kind in ("organisation", "person")
