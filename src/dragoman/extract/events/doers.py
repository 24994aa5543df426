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
    agents,
    doers,
    is_passive,
    is_verbal,
    prepositional,
    surface_subject,
    trailed,
    undergoers,
    without_subject,
)
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import Ids, actors_of, class_words, same_side, slot_nouns
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
#: Codes (CAMEO) of sending somebody out of a land or body.
EXPULSION = frozenset({"161", "166", "174"})
#: Prepositions of a stretch of time that an act filled: "AFTER years of calling for talks".
STRETCH = frozenset({"after", "despite", "in", "during", "through"})


def lend_source(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """Who acts, where the frame found nobody: the owner of the plan, who claims the deed, the crowd at a protest."""
    found = (
        _owner(mention, setting, index)
        or _claimant(mention, setting, index)
        or _user(mention, setting, index)
        or _by_means(mention, setting)
        or _mobilised(mention, setting)
        or _expeller(mention, setting)
        or imposers(mention, setting, index)
        or _giver(mention, setting, index)
        or _leader(mention, setting, index)
        or _shooter(mention, setting)
        or _behind_struck(mention, setting)
        or _layer(mention, setting, index)
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


def _mobilised(mention: Mention, setting: Setting) -> Ids:
    """ "the CHADIAN army was put on alert": whose forces they are, where nobody is told to order it."""
    if mention.plover != "MOBILIZE" or not is_verbal(mention.token) or not is_passive(mention.token):
        return ()
    found = actors_of(undergoers(mention.token), setting, "subj")
    return tuple(a for a in found if (actor := setting.who.actor(a)) is not None and actor.country is not None)


def _expeller(mention: Mention, setting: Setting) -> Ids:
    """ "the envoy was expelled FROM CHAD": the land does it, unless the expelled is of that land."""
    verb = mention.token
    if mention.cameo not in EXPULSION or not is_verbal(verb) or not is_passive(verb):
        return ()
    found = actors_of(prepositional(verb, "from"), setting, "from", deep=False)
    struck = actors_of(undergoers(verb), setting, "obj")
    return tuple(a for a in found if not any(same_side(a, s, setting) for s in struck))


def imposers(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "the U.S. sanctions were lifted", "… were imposed": who imposes them lifts them."""
    if mention.plover not in ("RETREAT", "SANCTION"):
        return ()
    measures, words = class_words(index, "@sanctions"), class_words(index, "@imposers")
    owners = (
        c
        for w in mention.words
        if w.lemma in measures
        for c in w.children
        if c.dep in ("poss", "amod", "compound", "nmod") and c.lower in words
    )
    return actors_of(owners, setting, "mod")


def _giver(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "ITALIAN aid was delivered", "ITALY's aid was sent": whose it is, where nobody is told to bring it."""
    if mention.plover != "AID" or not is_verbal(mention.token) or not is_passive(mention.token):
        return ()
    gifts = [w for w in mention.words[1:] if w.lemma in class_words(index, "@aid")]
    found = actors_of((c for w in gifts for c in w.children if c.dep in ("poss", "amod")), setting, "mod")
    return found or actors_of((n for w in gifts for n in prepositional(w, "from")), setting, "from", deep=False)


def _leader(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "the SAUDI-led war on Yemen", "SAUDI-imposed sanctions": who leads or lays it on."""
    led = class_words(index, "@led")
    doing = (c for c in mention.token.children if c.dep == "amod" and is_verbal(c) and c.lemma in led)
    return actors_of((n for c in doing for n in c.children if n.pos in NOMINAL), setting, "of", deep=False)


def _shooter(mention: Mention, setting: Setting) -> Ids:
    """ "a missile launched BY LIBYA struck Chad": who fired what struck."""
    if mention.plover != "ASSAULT" or not is_verbal(mention.token) or is_passive(mention.token):
        return ()
    fired = (c for n in doers(mention.token) for c in n.children if c.dep == "acl" and is_passive(c))
    return actors_of((n for c in fired for n in agents(c)), setting, "by")


def _behind_struck(mention: Mention, setting: Setting) -> Ids:
    """ "a raid on Chad BY LIBYA": the parser hangs the doer on whom it strikes."""
    noun = mention.token
    if mention.plover not in ("ASSAULT", "COERCE", "SANCTION") or is_verbal(noun):
        return ()
    struck = (n for slot in ("on", "of", "against") for n in prepositional(noun, slot))
    return actors_of((by for n in struck for by in prepositional(n, "by")), setting, "by", deep=False)


def _layer(mention: Mention, setting: Setting, index: TriggerIndex) -> Ids:
    """ "the SENATE's approval of sanctions", "the imposition of sanctions BY ROME": who lays them on."""
    noun = mention.token
    laying = noun.head.head
    if noun.dep != "pobj" or noun.head.lower != "of" or laying.lemma not in class_words(index, "@laying"):
        return ()
    for slot in ("poss", "by", "mod"):
        found = actors_of(slot_nouns(slot, [laying], None), setting, slot)
        if found:
            return found
    return ()


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
