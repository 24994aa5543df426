"""Events: who did what to whom, and whether it happened (propose - decide - explain).

In: the setting of an article and its statements. Out: its events and what was dropped and why.
Example: "Paris expelled two Libyan diplomats on Monday" gives SANCTION 161, source FRA, target LBY, occurred.
"""

from __future__ import annotations

from bisect import bisect_right

from dragoman.extract.events.acts import aim, lend_speaker, settle_duty, settle_intent, settle_refusal, settle_verdict
from dragoman.extract.events.clause import SPOKEN
from dragoman.extract.events.coded import CodedReading
from dragoman.extract.events.compose import absorb, compose, link
from dragoman.extract.events.decide import HARDLY, likelihood, weighed
from dragoman.extract.events.detail import refine
from dragoman.extract.events.earlier import take_from_earlier
from dragoman.extract.events.elsewhere import look_elsewhere
from dragoman.extract.events.floor import Floor
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.merge import group
from dragoman.extract.events.needs import fits
from dragoman.extract.events.propose import fit, propose
from dragoman.extract.events.public import excused
from dragoman.extract.events.record import clause_span, condition_span, event_of, object_span
from dragoman.extract.events.shared import share_sanctions
from dragoman.extract.events.signs import signs_of
from dragoman.extract.events.status import judge, settle
from dragoman.extract.events.unsaid import forget_speaker, unsaid
from dragoman.extract.events.when import place_and_date
from dragoman.extract.statements.turns import Turns
from dragoman.kit import Kit
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Event, Reject, Statement
from dragoman.records.vocab import REPORT_BLOCKS
from dragoman.resolve.attach import Setting

STAGE = "events"
#: Types that are nothing without parties.
TALK = frozenset({"CONSULT", "COOPERATE"})
#: Prepositions by which words are said at the edge of a talk.
BESIDE = frozenset({"before", "after", "during", "following", "at"})
#: Types that may hang on a condition though they occurred: "threatened to strike if …".
OPEN = frozenset({"THREATEN", "AGREE", "REQUEST"})


def find_events(
    setting: Setting, statements: tuple[Statement, ...], turns: Turns, kit: Kit
) -> tuple[tuple[Event, ...], tuple[Reject, ...]]:
    """The events of the article, in order of the text, and what was dropped and why."""
    index = kit.triggers
    said = Said(statements)
    coded = CodedReading(setting, kit, kit.coding, said.holding) if kit.coding is not None else None
    found, rejects = candidates_of(setting, said, turns, kit, coded)
    events = []
    for mentions in found:
        signs = signs_of_act(mentions, said, setting, turns)
        if weighed(mentions, signs) and likelihood(signs, index.weights) < index.threshold:
            rejects.extend(Reject(span=m.token.span, stage=STAGE, reason=HARDLY) for m in mentions)
        else:
            events.append(event_of(mentions, setting, index))
    if coded is not None:
        events, rejects = coded.joined(events, rejects)
    return tuple(events), tuple(rejects)


def candidates_of(
    setting: Setting, said: Said, turns: Turns, kit: Kit, coded: CodedReading | None = None
) -> tuple[list[list[Mention]], list[Reject]]:
    """What the rules take for events: the mentions of each, in order of the text; and what they drop and why."""
    index = kit.triggers
    floor = Floor(setting, turns)
    kept: list[Mention] = []
    rejects: list[Reject] = []
    for sentence in setting.parsed.sentences:
        if sentence.kind not in REPORT_BLOCKS:
            continue
        mentions = propose(sentence, setting, index)
        if coded is not None:
            mentions = coded.leaves(mentions, sentence)
        if not mentions:
            continue
        link(mentions, index)
        mentions = [m for m in mentions if _has_act(m, setting, kit)]
        for mention in mentions:
            _settle(mention, said, floor, setting, index)
        for mention in mentions:
            _complete(mention, setting, index)
        for mention in mentions:
            if mention.dropped is None:
                absorb(mention)
            if mention.dropped is None:
                forget_speaker(mention, setting, turns)
            if mention.dropped is None:
                mention.dropped = excused(mention, setting, index) or unsaid(mention, setting, index)
            if mention.dropped:
                rejects.append(Reject(span=mention.token.span, stage=STAGE, reason=mention.dropped))
            else:
                kept.append(mention)
    take_from_earlier(kept, setting, index)
    share_sanctions(kept, setting, index)
    found = []
    for mentions in group(kept, setting):
        if all(m.plover in TALK and _alone(m, setting) for m in mentions):
            rejects.extend(Reject(span=m.token.span, stage=STAGE, reason="talks of nobody named") for m in mentions)
        else:
            found.append(mentions)
    return found, rejects


def signs_of_act(mentions: list[Mention], said: Said, setting: Setting, turns: Turns) -> list[str]:
    """The signs by which the event of these mentions is weighed: those of the first, and how often it is told."""
    first = mentions[0]
    signs = signs_of(first, said.holding(first.token.start), setting, floor=bool(turns))
    signs.append(f"told {min(len(mentions), 3)}")
    return signs


def _settle(mention: Mention, said: Said, floor: Floor, setting: Setting, index: TriggerIndex) -> None:
    """Decide whether the act happened, when and where; what is done by saying becomes that act."""
    statement = said.holding(mention.token.start)
    mention.said_in = statement.id if statement is not None else None
    lend_speaker(mention, statement, floor.at(mention.token.start), setting, index)
    if not mention.sources and not mention.named and mention.needs_doer:
        mention.dropped = "an act of nobody named"
    judged = mention.trigger.sources == ("said",)
    if judged and (mention.token.lower in index.modals or mention.token.lemma in index.modals):
        settle_duty(mention, statement, setting, index)
    elif judged:
        settle_verdict(mention, statement, setting)
    else:
        reality = judge(mention, index)
        settle(mention, reality)
        if any(kind == "refused" for need in mention.trigger.needs for kind, _ in need):
            settle_refusal(mention, statement, setting)
        else:
            settle_intent(mention, reality, statement, setting, index)
    place_and_date(mention, said.doing(mention) or said.beside(mention), setting, index)
    mention.evidence = clause_span(mention, setting.parsed.article.text, index)


def _complete(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """Fill in what the acts within it, the clause around it and its words tell: codes, parties, object, condition."""
    compose(mention, index)
    aim(mention, setting, index)
    look_elsewhere(mention, setting, index)
    refine(mention, index)
    mention.object = object_span(mention, setting)
    if mention.plover in OPEN or mention.status == "conditional":
        mention.condition = condition_span(mention, setting.parsed.article.text, index)


def _has_act(mention: Mention, setting: Setting, kit: Kit) -> bool:
    """Where a row needs an act as its content and there is none, the next row is tried."""
    if fits(mention, setting, act=False):
        return True
    tables = {"VERB": kit.triggers.verbs, "ADJ": kit.triggers.adjectives}
    rows = tables.get(mention.token.pos, kit.triggers.nouns).get(mention.token.lemma, ())
    other = fit(mention.token, rows, setting, kit.triggers, act=False)
    if other is None:
        return False
    for field in ("words", "trigger", "carrier", "plover", "cameo", "mode", "mutual", "sources", "targets", "because"):
        setattr(mention, field, getattr(other, field))
    return True


def _alone(mention: Mention, setting: Setting) -> bool:
    """Talks with nobody on the other side, nowhere and at no time; a body or group that meets is company enough."""
    if mention.named or mention.begin or mention.place is not None or mention.mode == "visit":
        return not (mention.sources or mention.targets or mention.named)
    parties = (*mention.sources, *mention.targets)
    actors = [setting.who.actor(p) for p in parties]
    body = mention.cameo == "040" and any(a is not None and a.kind in ("organisation", "group") for a in actors)
    return len(parties) < 2 and not body


class Said:
    """Which statement's content holds an offset."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self.spans = sorted(
            ((span.start, span.end, n) for n, st in enumerate(statements) for span in st.content), key=lambda s: s[:2]
        )
        self.starts = [s[0] for s in self.spans]
        self.statements = statements
        self.cues = {span.start: st for st in statements for span in st.cue}

    def doing(self, mention: Mention) -> Statement | None:
        """The statement that an act of speech is: the one whose cue is its trigger, or whose words do it."""
        if mention.plover not in SPOKEN:
            return None
        found = self.cues.get(mention.token.start)
        if (found is None and mention.trigger.sources == ("said",)) or mention.turned:
            found = found or self.holding(mention.token.start)
        return found

    def beside(self, mention: Mention) -> Statement | None:
        """The statement made at the edge of a talk: "told reporters on Monday BEFORE talks with Rome"."""
        noun = mention.token
        if mention.plover != "CONSULT" or noun.dep != "pobj" or noun.head.lower not in BESIDE:
            return None
        return self.cues.get(noun.head.head.start)

    def holding(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds the character, or None."""
        at = bisect_right(self.starts, offset)
        for start, end, number in reversed(self.spans[max(0, at - 4) : at]):
            if start <= offset < end:
                return self.statements[number]
        return None
