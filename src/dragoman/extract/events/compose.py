"""Acts within acts: to agree to, demand, reject or threaten something is one act, coded by what it is about.

"Rome refused to lift the curfew" is REJECT 1241, not a CONCEDE that occurred. Only a threatened act stays beside its
threat, as conditional.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.events.clause import SPOKEN
from dragoman.extract.events.grammar import REACH, is_infinitive, is_verbal, prepositional, trailed
from dragoman.extract.events.mention import Mention
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token

#: Types that take another act as their content.
OUTER = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT"})
HARSH = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
#: Why an act that another is about is no event of its own.
INSIDE = "the content of another act"
CLAUSAL = frozenset({"xcomp", "ccomp", "conj"})
#: Links from an act up to the act whose content it is.
CONTENT = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "attr", "acomp", "dative", "nsubjpass",
                     "appos", "oprd", "conj", "agent", "nmod"})  # fmt: skip


def link(mentions: list[Mention], index: TriggerIndex) -> None:
    """Set `governor` and `inner`: which mention is the content of which."""
    prepositions = index.classes.get("@content_prepositions", frozenset())
    at = {w.i: m for m in mentions for w in m.words}
    duties = {m.carrier.i: m for m in mentions if m.duty and m.carrier is not None}
    carried = {m.carrier.i: m for m in mentions if m.carrier is not None and not m.duty and m.plover in OUTER}
    for mention in mentions:
        duty = duties.get(mention.token.i) or (duties.get(mention.carrier.i) if mention.carrier is not None else None)
        if duty is not None and duty is not mention:
            mention.governor = duty
            duty.inner = duty.inner or mention
            continue
        if mention.plover in SPOKEN and mention.carrier is None and trailed(mention.token) is not None:
            continue  # "urged Rome to withdraw, accusing it": two acts side by side
        start = mention.verb if mention.carrier is not None else mention.token
        for token in _up(start, prepositions):
            outer = at.get(token.i) or duties.get(token.i) or carried.get(token.i)
            if outer is not None and outer is not mention and outer.token is not start:
                mention.governor = outer
                if outer.inner is None and not _participle(start):
                    outer.inner = mention
                break


def _participle(verb: Token) -> bool:
    """ "deals REACHED with Rome": it describes the noun, and is not what is agreed or demanded."""
    return verb.dep == "acl" and verb.tag == "VBN"


def _up(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    for _ in range(REACH):
        head = token.head
        if head is token or (token.dep not in CONTENT and token.dep != "advcl" and not _called_for(token)):
            return
        if token.dep == "prep" and token.lower not in prepositions:
            return
        if token.dep == "advcl" and token.tag != "VBG" and not is_infinitive(token):
            return
        if token.dep == "conj" and is_verbal(token) and token.tag in ("VBD", "VBZ", "VBP"):
            return
        yield head
        token = head


def _called_for(verb: Token) -> bool:
    """ "a call FOR its forces TO BE DEPLOYED": the parser takes it for a relative clause."""
    return (
        verb.dep == "relcl" and is_infinitive(verb) and any(c.dep == "mark" and c.lower == "for" for c in verb.children)
    )


def compose(mention: Mention, index: TriggerIndex) -> None:
    """Give an outer act the code of what it is about, and its missing target; drop what is only its content."""
    inner = mention.inner
    if mention.plover == "PROTEST" and inner is not None and inner.plover in OUTER and not mention.targets:
        mention.targets = tuple(a for a in inner.targets if a not in mention.sources)
    if mention.mode == "visit" and inner is not None and inner.plover == "CONSULT" and not mention.targets:
        mention.targets = tuple(a for a in inner.targets if a not in mention.sources)  # "flew to Rome to meet the Pope"
    if mention.plover == "REQUEST" and _own_fight(mention, index):
        _offer_peace(mention)
        return
    asked = inner.sources if inner is not None and inner.plover == "REQUEST" else ()
    for _ in range(REACH):
        if inner is None or inner.plover not in ("REQUEST", "AGREE") or inner.inner is None:
            break
        inner = inner.inner  # "rejected a call for peacekeepers": what is rejected is the peacekeepers
    if inner is None or mention.plover not in OUTER:
        return
    code, name = composed(mention.plover, inner.cameo, index)
    vowed = mention.token.lemma in index.classes.get("@vows", frozenset())
    if vowed and inner.plover in HARSH and inner is mention.inner and _to_be_done(inner, mention, index):
        mention.plover, mention.cameo = "THREATEN", "130"  # "vowed to strike back"
        code, name = composed("THREATEN", inner.cameo, index)
    if code is not None and len(mention.cameo.rstrip("0")) < 3:
        if mention.cameo[:2] == "02" and code[:2] == "10":
            code = "02" + code[2:]  # CAMEO numbers appeals (02) and demands (10) alike
        if code[:2] == mention.cameo[:2]:  # "investigates an airstrike" is no accusation
            mention.cameo = code
            mention.because.append(name)
    if not mention.targets and mention.trigger.targets:
        mention.targets = tuple(a for a in asked or _concerned(mention, inner) if a not in mention.sources)


def _concerned(mention: Mention, inner: Mention) -> tuple[str, ...]:
    """Whom an act concerns by what it is about: never who was hit, and of what is agreed never who is to do it."""
    if mention.plover in ("ACCUSE", "SUPPORT") and inner.plover in HARSH:
        return inner.sources
    if mention.plover == "AGREE":
        return inner.targets
    return inner.targets or inner.sources


def _to_be_done(inner: Mention, outer: Mention, index: TriggerIndex) -> bool:
    """ "vowed TO STRIKE", "vowed to increase ATTACKS"; not "vowed to end attacks"."""
    if inner.token.dep in CLAUSAL:
        return True
    verb = inner.token.head
    waging = index.classes.get("@waging", frozenset())
    return inner.token.dep == "dobj" and verb.head is outer.token and verb.dep in CLAUSAL and verb.lemma in waging


def _own_fight(mention: Mention, index: TriggerIndex) -> bool:
    """ "Hamas called for an end to the fighting WITH Israel": it speaks of a fight of its own, and binds itself."""
    inner = mention.inner
    fought = inner is not None and inner.mutual and inner.plover == "ASSAULT"
    if not mention.sources or "subj" not in mention.trigger.sources:
        return False
    if fought and inner is not None and not set(mention.sources).isdisjoint((*inner.sources, *inner.targets)):
        return True
    truces = index.classes.get("@ceasefire", frozenset())
    nouns = [w for w in mention.words[1:] if w.lemma in truces]
    if fought and inner is not None and inner.token.pos == "NOUN":
        nouns.append(inner.token)
    return any(True for noun in nouns for _ in prepositional(noun, "with"))


def _offer_peace(mention: Mention) -> None:
    """A party's call for the end of its own fight is an intent to de-escalate (PLOVER manual; CAMEO 0356)."""
    mention.plover, mention.cameo, mention.mode = "AGREE", "0356", None
    inner = mention.inner
    parties = (*mention.targets, *(() if inner is None else (*inner.sources, *inner.targets)))
    mention.targets = tuple(dict.fromkeys(a for a in parties if a not in mention.sources))
    mention.because.append("events.own-fight")


def composed(plover: str, act: str, index: TriggerIndex) -> tuple[str | None, str]:
    """(code, row name) of the pair; the longest prefix of the act's code decides."""
    for size in range(len(act), 1, -1):
        found = index.composed.get((plover, act[:size]))
        if found is not None:
            return found
    return None, ""


def _charged(mention: Mention, outer: Mention) -> bool:
    """ "accused the rebels of SHELLING a market": a deed of the accused that the accuser tells of as done."""
    verb = mention.token
    deed = mention.plover in HARSH and is_verbal(verb) and verb.tag == "VBG"
    if not deed or not outer.sources or not outer.targets or mention.said_in is None or outer.status != "occurred":
        return False
    first = verb.head if verb.dep == "conj" else verb
    above = first.head.head  # the parser hangs "of" on the verb or on the accused
    if first.dep != "pcomp" or outer.token not in (above, above.head) or outer.token.child("neg") is not None:
        return False
    if not mention.sources:
        mention.sources = outer.targets
        mention.targets = tuple(t for t in mention.targets if t not in mention.sources)
    if mention.status == "considered" and mention.modality is None:
        mention.status = "occurred"
    mention.because.append("events.charged")
    return True


def absorb(mention: Mention) -> None:
    """Drop a mention that is but the content of another act."""
    outer = mention.governor
    if outer is None or (outer.duty and outer.dropped):
        return
    if outer.plover == "THREATEN":
        return
    alike = mention.token.dep == "conj" and mention.token.child("nsubj", "nsubjpass", "aux") is None
    if alike and outer.dropped == INSIDE and outer.token is mention.token.head:
        mention.dropped = INSIDE  # "must halt his fire and LIFT the siege"
        return
    above = outer.governor if mention.token.dep == "conj" and outer.token is mention.token.head else outer
    if above is not None and above.plover == "ACCUSE" and _charged(mention, above):
        return
    if outer.plover in OUTER and mention.status not in ("conditional",):
        mention.dropped = INSIDE
    elif outer.plover == "PROTEST" and mention.plover in OUTER:
        mention.dropped = "what a protest demands"
    elif outer.plover == "CONSULT" and (mention.plover == "CONSULT" or not is_verbal(mention.token)):
        mention.dropped = "the subject of talks"
