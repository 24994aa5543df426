"""What an act takes from acts told before it: the parties of "the deal", the day and the other side of a meeting.

"Chad and Sudan signed a treaty. Togo welcomed THE TREATY": what Togo supports is a deed of Chad and Sudan.
"""

from __future__ import annotations

from itertools import chain

from dragoman.extract.events.clause import SPOKEN
from dragoman.extract.events.grammar import NOMINAL
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import class_words, same_side, slot_nouns
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: So many sentences after a meeting its parties are still taken to speak there, and after a deal to carry it out.
NEAR = 8
#: So many sentences after a meeting a promise or threat is taken as made there.
CLOSE = 3
#: Types that are said to somebody, so that in a talk of two the other is meant.
TOLD = frozenset({"REQUEST", "THREATEN"})
#: Types that pass judgement on what was agreed, and types by which a party carries it out.
JUDGING = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
CARRYING = frozenset({"AGREE", "CONCEDE", "RETREAT"})
#: Types of which a deal is told.
DEALS = frozenset({"AGREE", "RETREAT", "COOPERATE", "SUPPORT"})
DEFINITE = frozenset({"the", "this", "that"})


def take_from_earlier(mentions: list[Mention], setting: Setting, index: TriggerIndex) -> None:
    """Fill days and targets that only the acts before tell; `mentions` stand in order of the text."""
    meeting: Mention | None = None
    deal: Mention | None = None
    for mention in mentions:
        sentence = mention.token.sent
        if mention.plover == "CONSULT" and mention.mutual and mention.targets and mention.begin:
            meeting = mention if mention.status == "occurred" else None
        elif meeting is not None and sentence - meeting.token.sent > NEAR:
            meeting = None
        elif meeting is not None and mention.plover in SPOKEN and _said_there(mention, meeting):
            _say_there(mention, meeting)
        if deal is not None and mention.sources and not mention.targets:
            _aim_at_parties(mention, deal, setting, index)
        made = mention.plover in DEALS and (mention.mutual or mention.plover != "SUPPORT")
        if made and mention.sources and _pact(mention, index) is not None:
            deal = mention


def _said_there(mention: Mention, meeting: Mention) -> bool:
    undated = mention.begin is None and mention.end is None
    if not undated or mention.status != "occurred":
        return False
    parties = (*meeting.sources, *meeting.targets)
    if mention.turned:
        return mention.token.sent - meeting.token.sent <= CLOSE and any(s in parties for s in mention.speaker)
    return mention.said_in is None and mention.verb.tag == "VBD" and any(s in parties for s in mention.sources)


def _say_there(mention: Mention, meeting: Mention) -> None:
    mention.begin, mention.end = meeting.begin, meeting.end
    mention.because.append("events.in-meeting")
    parties = (*meeting.sources, *meeting.targets)
    speakers = mention.speaker if mention.turned else mention.sources
    if mention.plover in TOLD and not mention.targets and len(parties) == 2 and not mention.named:
        mention.targets = tuple(p for p in parties if p not in speakers)


def _pact(mention: Mention, index: TriggerIndex) -> Token | None:
    """The word for what was agreed: "reached a DEAL", "observe a CEASEFIRE"."""
    words = class_words(index, "@agreement") | class_words(index, "@ceasefire")
    return next((w for w in mention.words if w.pos in NOMINAL and w.lemma in words), None)


def _aim_at_parties(mention: Mention, deal: Mention, setting: Setting, index: TriggerIndex) -> None:
    parties = (*deal.sources, *deal.targets)
    source = mention.sources[0]
    if mention.plover in JUDGING:
        if not _of_the_deal(mention, index):
            return
    elif mention.plover in CARRYING and mention.trigger.targets:
        near = mention.token.sent - deal.token.sent <= NEAR and deal.mutual and not mention.named
        if not near or not any(same_side(source, p, setting) for p in parties):
            return
        if mention.begin is None and mention.end is None and mention.plover == "AGREE" == deal.plover:
            mention.begin, mention.end = deal.begin, deal.end
    else:
        return
    others = tuple(p for p in parties if not same_side(source, p, setting))
    if others:
        mention.targets = others
        mention.because.append("events.of-the-deal")


def _of_the_deal(mention: Mention, index: TriggerIndex) -> bool:
    """ "welcomed THE DEAL", "THE ACCORD was a mistake", "did not agree to THE TRUCE"."""
    words = class_words(index, "@agreement") | class_words(index, "@ceasefire")
    slots = (n for s in ("obj", "to", "of", "on") for n in slot_nouns(s, mention.words, mention.carrier))
    judged = (c for c in mention.verb.children if c.dep in ("nsubj", "nsubjpass", "dobj"))
    for noun in chain(mention.words[1:], slots, judged if mention.trigger.sources == ("said",) else ()):
        if noun.lemma in words and any(c.dep == "det" and c.lower in DEFINITE for c in noun.children):
            return not any(c.dep == "prep" and c.lower in ("with", "between") for c in noun.children)
    return False
