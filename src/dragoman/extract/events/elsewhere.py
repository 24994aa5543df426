"""Parties that stand outside the slots of the frame, looked for when the frame left a side empty.

"Chad refused to withdraw despite pressure FROM SUDAN" is a refusal to Sudan; "condemned raids carried out BY SETTLERS"
is aimed at the settlers; "PEASANTS rioted during a protest against Rome" tells who protested.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dragoman.extract.events.clause import SPOKEN
from dragoman.extract.events.compose import HARSH
from dragoman.extract.events.grammar import (
    NOMINAL,
    REACH,
    SUBJECTS,
    agents,
    coordinated,
    doers,
    is_passive,
    is_verbal,
    prepositional,
    surface_subject,
    trailed,
    undergoers,
)
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import Ids, actors_of, class_words, same_side, slot_nouns
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: Types that pass judgement on a deed or a thing of somebody's making.
OF_DEEDS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "PROTEST"})
#: Types whose object may be a pact or talks with somebody.
OF_PACTS = frozenset({"SUPPORT", "REJECT", "AGREE", "REQUEST"})
#: Types by which a state addresses others.
AT_OTHERS = frozenset({"THREATEN", "AGREE", "MOBILIZE", "AID", "RETREAT", "SANCTION"})
#: Behind these the demander stands on a noun of pressure ("calls BY Rome", "pressure FROM Rome", "Rome's warning").
DEMANDER = ("from", "by", "of", "poss", "mod")
#: So many words of an explanation between dashes are looked over.
LIST = 40
DASHES = frozenset({"\u2014", "\u2013", "--", "-"})
#: Prepositions of a stretch of time that an act filled: "AFTER years of calling for talks".
STRETCH = frozenset({"after", "despite", "in", "during", "through"})
#: Prepositions of what is defied; "in the face of" and "in spite of" end in "of".
DESPITE = frozenset({"despite", "notwithstanding"})
SPITE = frozenset({"face", "spite", "defiance"})


def look_elsewhere(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """Fill a side that the frame left empty from what the clause says beside it."""
    if not mention.targets:
        found: Ids = ()
        if mention.plover in OF_DEEDS:
            found = _of_deeds(mention, setting, index)
        if not found and mention.plover == "REJECT":
            found = _defied(mention, setting, index)
        if not found and mention.plover in OF_PACTS:
            found = _other_party(mention, setting, index)
        mention.targets = tuple(a for a in found if a not in mention.sources)
    if mention.plover == "ACCUSE" and mention.targets:
        victims = _victims(mention, setting, index)
        mention.targets = tuple(t for t in mention.targets if t not in victims)
    if mention.plover == "PROTEST" and mention.token.lemma == "protest" and _by_office(mention, setting):
        mention.plover, mention.mode, mention.cameo = "ACCUSE", "disapprove", "114"  # states protest in words
        mention.because.append("events.protest-in-words")
    if mention.plover in AT_OTHERS and mention.targets and mention.sources:
        mention.targets = tuple(t for t in mention.targets if not _own_state(mention.sources[0], t, setting))
    _agree_together(mention, setting, index)


def _victims(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "condemned the killing OF A SOLDIER": who was hit is not blamed."""
    blows = (n for n in slot_nouns("obj", mention.words, mention.carrier)
             if any(r.plover in HARSH and "of" in r.targets for r in index.nouns.get(n.lemma, ())))  # fmt: skip
    return actors_of((v for blow in blows for v in prepositional(blow, "of")), setting, "of")


def _by_office(mention: Mention, setting: Setting) -> bool:
    actors = [setting.who.actor(a) for a in mention.sources]
    return bool(actors) and all(a is not None and (a.kind == "state" or (a.code or "").endswith("GOV")) for a in actors)


def _own_state(speaker: str, target: str, setting: Setting) -> bool:
    """ "Tehran warned that IRAN would strike back": a state does not threaten or promise itself."""
    actor = setting.who.actor(target)
    return actor is not None and actor.kind == "state" and same_side(speaker, target, setting)


def _of_deeds(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "raids CARRIED OUT by settlers", "a plan that Rome PROPOSED": who did or made what is judged."""
    making = class_words(index, "@making")
    slots = (n for slot in mention.trigger.targets for n in slot_nouns(slot, mention.words, mention.carrier))
    for noun in chain((w for w in mention.words[1:] if w.pos in NOMINAL), slots):
        for head in coordinated(noun):
            for clause in head.children:
                if clause.dep in ("acl", "relcl") and clause.lemma in making:
                    found = actors_of(doers(clause), setting, "subj")
                    if found:
                        return found
    return ()


def _other_party(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "ratified a treaty WITH Chad", "rejected talks WITH the rebels": the other side of what is (dis)approved."""
    pacts = class_words(index, "@agreement") | class_words(index, "@talks") | class_words(index, "@joint")
    clauses = (c for w in mention.words for c in w.children if c.dep in ("acl", "xcomp") and c.tag == "VB")
    slots = (n for slot in ("obj", "to", "on", "for", "in") for n in slot_nouns(slot, mention.words, mention.carrier))
    for noun in chain(mention.words[1:], slots, (n for c in clauses for n in undergoers(c))):
        if noun.lemma in pacts or mention.plover == "REQUEST":
            found = actors_of(prepositional(noun, "with"), setting, "with")
            if found:
                return found
    return ()


def _defied(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "refused to withdraw DESPITE calls by Rome": whose demand is turned down."""
    pressure = class_words(index, "@urging")
    for noun in _in_spite_of(mention.verb):
        for head in coordinated(noun):
            if head.lemma not in pressure:
                continue
            for slot in DEMANDER:
                found = actors_of(slot_nouns(slot, [head], None), setting, slot)
                if found:
                    return found
            for verb in (mention.verb, mention.verb.child("xcomp")):  # the parser may hang "by Rome" on the verb
                found = () if verb is None or is_passive(verb) else actors_of(agents(verb), setting, "by")
                if found:
                    return found
    return ()


def _in_spite_of(verb: Token) -> Iterator[Token]:
    """The nouns after "despite" and "in the face of" on the verb, or on the infinitive that completes it."""
    for word in (verb, verb.child("xcomp")):
        if word is None:
            continue
        for child in word.children:
            if child.dep == "prep" and child.lower in DESPITE:
                yield from (n for n in child.children if n.dep == "pobj")
            elif child.dep == "prep" and child.lower == "in":
                for noun in child.children:
                    if noun.lower in SPITE:
                        yield from prepositional(noun, "of")


def lend_source(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """Who acts, where the frame found nobody: the owner of the plan, who claims the deed, the crowd at a protest."""
    found = _owner(mention, setting, index) or _claimant(mention, setting, index) or _user(mention, setting)
    if not found and mention.plover == "COOPERATE" and mention.token.dep == "pobj" and mention.token.head.lower == "in":
        verb = mention.token.head.head  # "Chad, IN COOPERATION with Mali, built …"
        found = actors_of(doers(verb), setting, "subj") if is_verbal(verb) else ()
    if not found and mention.plover == "PROTEST" and not is_verbal(mention.token):
        found = lend_crowd(mention, setting, index)
    return found


def trailing_speaker(mention: Mention, setting: Setting) -> Ids:
    """ "Paris urged Rome to withdraw, ACCUSING it of …": who speaks is the subject of the clause before the comma."""
    if mention.plover not in SPOKEN or mention.carrier is not None or not is_verbal(mention.token):
        return ()
    clause = trailed(mention.token) or _led(mention.token)
    if clause is None:
        return ()
    subject = surface_subject(clause)
    return () if subject is None else actors_of([subject], setting, "subj")


def _led(verb: Token) -> Token | None:
    """ "CONDEMNING the raid, the envoy SAID, "Our people …": who says what follows."""
    head = verb.head
    if verb.dep != "advcl" or verb.tag != "VBG" or verb.i > head.i:
        return None
    return next((c for c in head.children if c.dep in ("ccomp", "parataxis") and verb.i < c.i < head.i
                 and c.child("nsubj") is not None and c.tag in ("VBD", "VBZ")), None)  # fmt: skip


def before_dashes(mention: Mention, setting: Setting) -> Ids:
    """ "CHAD and the GULF STATES — Oman, Qatar, Kuwait — signed": who acts stands before what the dashes explain."""
    verb = mention.verb
    if not is_verbal(verb):
        return ()
    tokens, close = setting.parsed.tokens, verb.i - 1
    while close > 0 and tokens[close].head is verb and tokens[close].dep in ("aux", "auxpass", "advmod", "neg"):
        close -= 1
    subject = verb.child(*SUBJECTS)
    if subject is None or tokens[close].text not in DASHES or tokens[close].sent != verb.sent:
        return ()
    begin = max(subject.i - LIST, 1)
    opened = next((i for i in range(min(subject.i, close) - 1, begin, -1) if tokens[i].text in DASHES), None)
    if opened is None or tokens[opened - 1].sent != verb.sent:
        return ()
    noun = tokens[opened - 1]
    heads = [noun]
    while noun.dep == "conj" and noun.head.child("cc") is not None and len(heads) < REACH:
        noun = noun.head
        heads.append(noun)
    return actors_of([h for h in reversed(heads) if h.pos in NOMINAL], setting, "subj")


def _owner(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "ROME's decision to expel the envoy", "a plan BY ROME to …", "Rome took a decision to …"."""
    verb = mention.verb
    plan = verb.head
    if verb.dep != "acl" or verb.tag != "VB" or plan.pos != "NOUN" or plan.lemma in class_words(index, "@urging"):
        return ()
    for slot in ("poss", "by", "of"):
        found = actors_of(slot_nouns(slot, [plan], None), setting, slot)
        if found:
            return found
    light = class_words(index, "@light_verbs")
    if plan.dep == "dobj" and plan.head.lemma in light and not any(c.dep == "poss" for c in plan.children):
        return actors_of(doers(plan.head), setting, "subj")
    return ()


def _user(mention: Mention, setting: Setting) -> Ids:
    """ "ROME used its powers to expel the envoy", "after years of calling for talks, ROME left": who acts so."""
    verb = mention.verb
    if not is_verbal(verb) or verb.child("nsubj", "nsubjpass") is not None:
        return ()
    head = verb.head
    if verb.dep in ("xcomp", "advcl") and verb.tag == "VB" and is_verbal(head):
        thing = head.child("dobj")
        if thing is None or thing.pos != "NOUN" or actors_of([thing], setting, "subj", deep=False):
            return ()
        return actors_of(doers(head), setting, "subj")
    if verb.dep == "acl" and verb.tag == "VBG" and head.dep == "dobj" and is_verbal(head.head):
        return actors_of(doers(head.head), setting, "subj")  # "signed a decree LIFTING the ban"
    noun = head.head
    if verb.dep == "pcomp" and head.lower == "of" and noun.dep == "pobj" and noun.head.lower in STRETCH:
        main = noun.head.head
        return actors_of(doers(main), setting, "subj") if is_verbal(main) else ()
    return ()


def _claimant(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "the BRIGADES claimed responsibility for the bombing", "… for bombing the mosque"."""
    deed = mention.verb
    prep = deed.head
    if deed.dep not in ("pobj", "pcomp") or prep.lower != "for" or mention.plover in SPOKEN:
        return ()
    claimed = prep.head
    if claimed.lemma not in class_words(index, "@owning_up") or claimed.dep not in ("dobj", "nsubjpass"):
        return ()
    return actors_of(doers(claimed.head), setting, "subj")


def lend_crowd(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """Who protested, where only the clause around it tells: "PEASANTS rioted DURING a protest against Rome"."""
    prep = mention.token.head
    if prep.dep != "prep" or prep.lower not in class_words(index, "@occasions"):
        return ()
    verb = prep.head
    if not is_verbal(verb):
        return ()
    found = actors_of(doers(verb), setting, "subj")
    return tuple(a for a in found if (actor := setting.who.actor(a)) is not None and actor.kind == "population")


def _agree_together(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """ "Chad and Sudan agreed to open the border": each with the other."""
    if mention.plover != "AGREE" or mention.mutual or mention.turned:
        return
    agreeing = mention.token.lemma in class_words(index, "@agreeing")
    if mention.targets:
        mention.mutual = agreeing and next(prepositional(mention.token, "with"), None) is not None
        return
    if not agreeing and (mention.inner is None or not mention.inner.mutual):
        return
    parties = mention.sources
    if len(parties) == 1:
        actor = setting.who.actor(parties[0])
        parties = actor.members if actor is not None and actor.kind == "group" else ()
    if len(parties) > 1 and not any(same_side(parties[0], other, setting) for other in parties[1:]):
        mention.sources, mention.targets, mention.mutual = parties[:1], parties[1:], True
        mention.because.append("events.agree-together")
