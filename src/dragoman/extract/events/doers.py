"""Who acts, where only the words beside the frame tell it.

"CHAD's decision to leave", "the BRIGADES claimed responsibility for the raid", "LIBYA used its powers to expel",
"Paris urged Rome to withdraw, ACCUSING it": looked for when the frame of a trigger finds no doer.
"""

from __future__ import annotations

from dragoman.extract.events.clause import SPOKEN
from dragoman.extract.events.grammar import (
    NOMINAL,
    REACH,
    RELATIVE,
    SUBJECTS,
    doers,
    is_passive,
    is_verbal,
    prepositional,
    surface_subject,
    trailed,
    without_subject,
)
from dragoman.extract.events.implied import implied
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import Ids, actors_of, class_words, slot_nouns
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: So many words of an explanation between dashes are looked over.
LIST = 40
DASHES = frozenset({"\u2014", "\u2013", "--", "-"})
#: Prepositions that tie a doing to a noun whose owner does it: "Chad's role IN ending the war".
PART_IN = frozenset({"in", "of", "at"})
#: Prepositions of a means or occasion of what the subject does.
MEANS = frozenset({"by", "through", "without", "after", "before"})
#: Prepositions of a stretch of time that an act filled: "AFTER years of calling for talks".
STRETCH = frozenset({"after", "despite", "in", "during", "through"})


def lend_source(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """Who acts, where the frame found nobody: the owner of the plan, who claims the deed, the crowd at a protest."""
    found = (
        _owner(mention, setting, index)
        or _claimant(mention, setting, index)
        or _user(mention, setting, index)
        or _by_means(mention, setting)
        or implied(mention, setting, index)
    )
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


def by_role(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "praised the role of CHAD in opposing the raid": the owner of the role does it, not who praises."""
    verb = mention.verb
    if not is_verbal(verb) or verb.dep != "pcomp" or verb.head.lower != "in" or not is_verbal(verb.head.head):
        return ()
    role = verb.head.head.child("dobj")
    if role is None or role.lemma not in class_words(index, "@roles"):
        return ()
    return actors_of(slot_nouns("poss", [role], None), setting, "poss") or actors_of(
        prepositional(role, "of"), setting, "of"
    )


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
    plan = _plan(mention.verb)
    if plan is None or plan.lemma in class_words(index, "@urging"):
        return ()
    for slot in ("poss", "by", "of"):
        found = actors_of(slot_nouns(slot, [plan], None), setting, slot)
        if found:
            return found
    light = class_words(index, "@light_verbs") | class_words(index, "@own_doing")
    if plan.dep == "dobj" and plan.head.lemma in light and not any(c.dep == "poss" for c in plan.children):
        return actors_of(doers(plan.head), setting, "subj")
    return ()


def _plan(verb: Token) -> Token | None:
    """The noun of what is planned, tried or part of: "a PLAN to help fight", "its ROLE in fighting"."""
    if not is_verbal(verb):
        return None
    if verb.dep != "acl":
        verb = without_subject(verb)
    plan = verb.head
    if verb.dep in ("acl", "relcl") and verb.tag == "VB" and plan.pos == "NOUN":
        return plan
    if verb.dep != "pcomp" or plan.lower not in PART_IN or plan.head.pos != "NOUN":
        return None
    return plan.head


def _by_means(mention: Mention, setting: Setting) -> Ids:
    """ "CHAD raised the price BY closing the border": the parser hangs the means on a noun."""
    verb = without_subject(mention.verb)
    if not is_verbal(verb) or verb.dep != "pcomp" or verb.head.lower not in MEANS or verb.child(*SUBJECTS) is not None:
        return ()
    up = verb.head.head
    for _ in range(REACH):
        if is_verbal(up) or up.head is up:
            break
        up = up.head
    return actors_of(doers(up), setting, "subj") if is_verbal(up) else ()


def _user(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "ROME used its powers to expel the envoy", "after years of calling for talks, ROME left": who acts so."""
    verb = mention.verb
    own = verb.child("nsubj", "nsubjpass") if is_verbal(verb) else None
    if not is_verbal(verb) or (own is not None and own.lower not in RELATIVE):
        return ()
    head = verb.head
    if verb.dep in ("xcomp", "advcl") and verb.tag == "VB" and is_verbal(head):
        thing = head.child("dobj")
        if thing is None or thing.pos != "NOUN" or actors_of([thing], setting, "subj", deep=False):
            return ()
        return actors_of(doers(head), setting, "subj")
    if verb.dep == "acl" and verb.tag == "VBG" and head.dep == "dobj" and is_verbal(head.head):
        return actors_of(doers(head.head), setting, "subj")  # "signed a decree LIFTING the ban"
    if verb.dep == "relcl" and head.dep == "dobj" and head.head.lemma in class_words(index, "@enacting"):
        pronoun = verb.child("nsubj")  # "signed a decree THAT LIFTED the ban"
        enacted = pronoun is not None and pronoun.lower in RELATIVE and not is_passive(verb)
        return actors_of(doers(head.head), setting, "subj") if enacted and is_verbal(head.head) else ()
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
