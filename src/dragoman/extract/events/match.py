"""Match: do the words of a trigger row stand together in the grammar, and which verb carries an event noun?

"sanctions were imposed", "imposed sanctions" and "sanctions imposed by" all match the row "impose @sanctions".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.extract.events.grammar import NOMINAL, is_infinitive, is_passive, is_verbal, surface_subject, undergoers
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import class_words
from dragoman.lexicon.triggers import Trigger, TriggerIndex, Words
from dragoman.records import Token

#: Dependencies by which a further word of a verb row hangs on the words before it.
PARTS = frozenset({"prt", "prep", "dobj", "nsubjpass", "attr", "oprd", "acomp", "advmod", "pobj", "dative", "xcomp",
                   "conj", "npadvmod", "pcomp", "dep", "agent"})  # fmt: skip
#: Prepositions that the parser hangs on the object though they belong to the verb.
BEHIND_OBJECT = frozenset({"of", "with", "from"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "advmod"})


def match(token: Token, row: Trigger) -> list[Token] | None:
    """The tokens of the row's words, head word first, or None."""
    words = [token]
    if not row.extra:
        return words
    noun = not is_verbal(token) and token.pos != "ADJ"
    for wanted in row.extra:
        found = _modifier(token, wanted) if noun else _dependent(words, wanted)
        if found is None:
            return None
        words.append(found)
        if found.dep == "pobj" and found.head.lower == "of" and found.head.head.head is token:
            words.append(found.head.head)  # "massed THOUSANDS of troops along the border"
    if not noun and not _joined(token, words):
        return None
    return words


def _joined(verb: Token, words: list[Token]) -> bool:
    """A particle stands next to its verb or carries the next word: "GIVE IN to", not "GAVE advice IN a meeting TO"."""
    for word, after in pairwise(words[1:]):
        if word.pos == "ADP" and word.dep in ("prep", "advmod") and after.head is not word and word.i != verb.i + 1:
            return False
    return True


def _modifier(noun: Token, wanted: Words) -> Token | None:
    for child in noun.children:
        if child.dep in MODIFIERS and (child.lemma in wanted or child.lower in wanted):
            return child
    return None


def _dependent(words: list[Token], wanted: Words) -> Token | None:
    for word in words:
        for child in word.children:
            if child.dep in PARTS or (child.dep == "ccomp" and child.pos == "ADJ"):  # "found him GUILTY"
                for noun in counted(child):
                    if (noun.lemma in wanted or noun.lower in wanted) and (noun.pos != "VERB" or len(wanted) == 1):
                        return noun
    verb = words[0]
    if wanted <= BEHIND_OBJECT:  # "assured Nepal OF support": the parser often hangs the preposition on the object
        for noun in undergoers(verb) if len(words) == 1 else ():
            for child in noun.children:
                if child.dep == "prep" and child.lower in wanted:
                    return child
    if (
        verb.dep in ("acl", "relcl")
        and not is_infinitive(verb)
        and (verb.head.lemma in wanted or verb.head.lower in wanted)
        and not _is_subject_of(verb)
    ):
        return verb.head  # "sanctions imposed by the council", "the talks that Moscow called off"
    if is_passive(verb) or verb.dep == "conj":
        subject = surface_subject(verb)
        if subject is not None and is_passive(verb):
            for noun in (subject, *(c for c in subject.children if c.dep == "conj")):
                if noun.lemma in wanted or noun.lower in wanted:
                    return noun
    return None


def _is_subject_of(verb: Token) -> bool:
    """ "the raids, WHICH unleashed chaos": what the relative clause is about does, and undergoes nothing."""
    subject = verb.child("nsubj")
    return verb.dep == "relcl" and subject is not None and subject.tag in ("WDT", "WP") and not is_passive(verb)


def counted(noun: Token) -> Iterator[Token]:
    """The noun itself, and what it counts: "tens of thousands of TROOPS"."""
    yield noun
    if noun.pos not in NOMINAL:  # "maintained ties IRRESPECTIVE of the sanctions" counts nothing
        return
    for _ in range(3):
        counted = next((n for c in noun.children if c.dep == "prep" and c.lower == "of" for n in c.children), None)
        if counted is None:
            return
        yield counted
        noun = counted


def blocked(words: list[Token], blocks: Words) -> bool:
    for word in words:
        for child in word.children:
            if child.lemma in blocks or child.lower in blocks:
                return True
            if child.dep in ("prep", "agent"):
                if any(n.lemma in blocks or n.lower in blocks for n in child.children if n.dep == "pobj"):
                    return True
            elif child.dep == "dobj" and any(
                c.lemma in blocks for c in child.children if c.dep in ("compound", "amod")
            ):
                return True
    return False


def carrier_of(noun: Token, index: TriggerIndex) -> Token | None:
    """The verb that carries an event noun: "HELD talks", "talks BEGAN", "talks HELD in Rome", "ENGAGED in talks"."""
    light, occur = class_words(index, "@light_verbs"), class_words(index, "@occur_verbs")
    head = noun.head
    if noun.dep == "conj" and head.pos in NOMINAL:
        noun, head = head, head.head
    if head is noun:
        return None
    if noun.dep in ("dobj", "nsubjpass") and head.lemma in light:
        return head
    happens = head.lemma in occur and not (head.tag == "VBG" and head.child("xcomp") is not None)  # "is going to have"
    if noun.dep == "nsubj" and is_verbal(head) and (happens or (head.lemma == "be" and _only_exists(head, index))):
        return head
    if noun.dep == "attr" and head.lemma == "be" and head.child("expl") is not None:
        return head
    through = class_words(index, "@carrier_prepositions")
    if noun.dep == "pobj" and head.lower in through and is_verbal(head.head) and head.head.lemma in light:
        if head.i < head.head.i:  # "WITH the retreat of Chad, Libya HAS to think again": no part of that verb
            return None
        return head.head if head.head.child("dobj") is None else None
    for child in noun.children:
        if child.dep in ("acl", "relcl") and child.lemma in light | occur and child.tag != "VB":
            return child
    return None


def _only_exists(verb: Token, index: TriggerIndex) -> bool:
    """ "the talks were underway": no noun is said of the subject, and no chance ("an attack is LIKELY")."""
    said = verb.child("acomp")
    chance = index.cue("adj", said.lower) if said is not None else None
    return verb.child("attr") is None and (chance is None or chance.modality is None)


def by_wire(mention: Mention, index: TriggerIndex) -> bool:
    """ "talks BY PHONE", "spoke over the TELEPHONE", "met by VIDEO LINK"."""
    wire = class_words(index, "@wires")
    words = mention.words if mention.carrier is None else [*mention.words, mention.carrier]
    for word in words:
        for child in word.children:
            if child.dep in MODIFIERS and child.lemma in wire:
                return True
            if child.dep in ("prep", "agent") and any(n.lemma in wire for n in child.children):
                return True
    return False
