"""From a slot of a frame ("subj", "obj", "with", "poss", "mod") to the actors that fill it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dragoman.extract.events.grammar import (
    NOMINAL,
    complement,
    coordinated,
    doers,
    is_infinitive,
    is_passive,
    is_verbal,
    owner,
    prepositional,
    surface_subject,
    undergoers,
)
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Token
from dragoman.resolve.attach import Setting

Ids = tuple[str, ...]
#: Slots in which a country named as a place stands for its people ("fired into Israel", "the invasion of Kuwait").
#: Nouns that pass a preposition on: "marched in protest against the law".
DEFIANCE = frozenset({"defiance", "condemnation", "violation"})
REASONS = frozenset({"protest", "response", "retaliation", "support", "reply"})
#: Prepositions behind which the owner or doer of a thing stands ("attacks BY rebels", "missiles FROM Iran").
OWNING = frozenset({"by", "of", "from"})
#: Where an act points at a spot, the land it lies in is meant too: "fired at targets IN Israel".
SPOTS = frozenset({"at", "near", "around", "along", "on", "against", "into"})
#: Where the owner of a thing stands, in the order of trust: "TRUMP's Iran policy" is Trump's.
BESIDE = (("poss",), ("amod", "compound", "nmod", "appos"), ("prep",))
#: So many nouns deep an owner is looked for: "imports OF articles OF India".
DEPTH = 2
#: Words for those at somebody's side.
COMPANY = frozenset({"along", "together", "alongside"})
LANDS = frozenset({"of", "on", "against", "to", "into", "from", "at", "over", "with", "obj", "in"})


def slot_nouns(slot: str, words: list[Token], carrier: Token | None) -> Iterator[Token]:
    """The head nouns in this slot of a trigger: of its words, and of the verb that carries a noun ("held talks")."""
    first = words[0]
    verb = first if is_verbal(first) else carrier
    if slot == "subj":
        if first.dep == "advcl" and first.tag == "VBG" and first.head.dep == "ccomp" and _trails(first):
            outer = surface_subject(first.head.head)  # "stressed that Rome had to choose, warning that …": who stressed
            yield from [] if outer is None else [outer]
        elif verb is not None and not (
            carrier is not None and first.dep in ("nsubj", "nsubjpass") and not is_passive(verb)
        ):
            yield from doers(verb)
        elif first.pos == "ADJ" and is_verbal(first.head):
            subject = surface_subject(first.head)
            if subject is not None:
                yield subject
    elif slot == "obj":
        if is_verbal(first):
            found = undergoers(first)
            yield from found or _to_do(first)
    elif slot == "comp":
        yield from _complement_subject(first)
        if carrier is not None:
            yield from _complement_subject(carrier)
    elif slot == "dative":
        yield from (c for w in words for c in w.children if c.dep == "dative" and c.pos in NOMINAL)
    elif slot == "poss":
        yield from (c for w in words for c in w.children if c.dep == "poss")
    elif slot == "mod":
        yield from (c for w in words if not is_verbal(w) for c in w.children if c.dep in ("amod", "compound", "nmod"))
    else:
        for word in words if carrier is None else [*words, carrier]:
            direct = list(prepositional(word, slot))
            yield from direct
            if not direct and slot == "to" and word.pos in NOMINAL:
                yield from _behind(word, slot)
            if not direct and slot in ("on", "against") and word.pos in NOMINAL:  # "an attack BY Rome ON Paris"
                yield from (n for by in prepositional(word, "by") for n in prepositional(by, slot))
            if slot == "between":
                yield from _second_side(word)
            elif slot == "with":  # "spoke BY telephone WITH Rome": the parser hangs it on the telephone
                yield from (n for by in ("by", "over", "on") for noun in prepositional(word, by)
                            if noun.pos == "NOUN" for n in prepositional(noun, "with"))  # fmt: skip
            if slot == "against":
                yield from _opposed(word)
            for reason in prepositional(word, "in"):  # "in protest AGAINST", "in response TO"
                if reason.lemma in REASONS:
                    yield from prepositional(reason, slot)
                elif slot == "against" and reason.lemma in DEFIANCE:
                    yield from prepositional(reason, "of")


def _to_do(verb: Token) -> Iterator[Token]:
    """ "allowed INSPECTORS to visit": the parser makes the object the subject of what he is to do."""
    clause = verb.child("ccomp")
    if clause is not None and is_infinitive(clause) and not is_passive(verb):
        yield from (c for c in clause.children if c.dep == "nsubj" and c.i > verb.i)


def _behind(noun: Token, slot: str) -> Iterator[Token]:
    """ "sent tonnes of wheat and OF RICE TO CHAD": the parser hangs the addressee on the last thing sent."""
    for head in coordinated(noun):
        if head is not noun:
            yield from prepositional(head, slot)
        for thing in prepositional(head, "of"):
            for part in coordinated(thing):
                yield from prepositional(part, slot)


def _opposed(noun: Token) -> Iterator[Token]:
    """ "ANTI-CHAD measures": the parser cuts the word at its hyphen."""
    parts = [c for c in noun.children if c.dep in ("amod", "compound", "nmod") and c.i < noun.i]
    for prefix, name in pairwise(c for c in parts if c.text != "-"):
        if prefix.lower == "anti" and name.i == prefix.i + 2:
            yield name


def _second_side(word: Token) -> Iterator[Token]:
    """ "between the government of Mali and REBELS": the parser joins the second side to the land of the first."""
    for noun in prepositional(word, "between"):
        if noun.child("conj") is None:
            for inner in prepositional(noun, "of"):
                yield from (c for c in inner.children if c.dep == "conj")
                if any(c.child("cc") is not None for c in (inner, *inner.children)):
                    yield inner


def _trails(verb: Token) -> bool:
    """Does the participle trail behind a verb of saying and what is said?"""
    return verb.i > verb.head.i > verb.head.head.i


def _complement_subject(verb: Token) -> Iterator[Token]:
    """Who is to do it: "demanded that IRAN halt", "called on IRAN to halt", "its demand that IRAN halt"."""
    clause = complement(verb) or verb.child("acl")
    if clause is not None:
        subject = clause.child("nsubj", "nsubjpass")
        if subject is not None:
            yield subject
    for child in verb.children:
        if child.dep == "prep":
            for noun in child.children:
                if noun.dep == "pcomp" and is_verbal(noun):
                    yield from (c for c in noun.children if c.dep in ("nsubj", "nsubjpass"))


def inside(verb: Token) -> Iterator[Token]:
    """The nouns on whom what is said will be done: "threatened to deliver blows to ITALY", "a promise to arm ITALY"."""
    clause = complement(verb) or next((c for c in verb.children if c.dep == "acl" and c.tag == "VB"), None)
    if clause is not None and is_verbal(clause):
        further = complement(clause)  # "refused to allow ITALIAN ships to dock"
        if further is not None and further.child("nsubj", "nsubjpass") is not None:
            yield from (c for c in further.children if c.dep in ("nsubj", "nsubjpass"))
        for part in (clause, *undergoers(clause), *(c for c in clause.children if c.dep == "attr")):
            yield from undergoers(part) if is_verbal(part) else ()
            for slot in ("against", "on", "to", "with", "from", "for", "in"):
                yield from prepositional(part, slot)


def actors_of(
    nouns: Iterable[Token], setting: Setting, slot: str, *, deep: bool = True, verb: Token | None = None
) -> Ids:
    """The actors of noun phrases; where the head names none, those that its modifiers name ("Russian aircraft").

    Not `deep`: nothing is taken from "of" phrases ("met with the issue of Cyprus on the table"). Of a subject that
    stands before its `verb`, what is joined to it behind the verb is none ("Chad, which left, and Mali").
    """
    found: list[str] = []
    for noun in nouns:
        heads = (
            [*coordinated(noun), *(_beside(noun) if slot == "subj" else ())]
            if slot != "mod"
            else [noun, *(c for c in noun.children if c.dep == "conj")]
        )
        for head in heads:
            if verb is not None and noun.i < verb.i < head.i:
                continue
            found.extend(_of_head(head, setting, slot, deep))
    return tuple(dict.fromkeys(found))


def _beside(noun: Token) -> Iterator[Token]:
    """ "Turkey, ALONG WITH RUSSIA, called on …": who acts with the subject."""
    for child in noun.children:
        if child.dep in ("prep", "advmod") and child.lower in COMPANY:
            yield from (n for n in child.children if n.dep == "pobj")
            yield from prepositional(child, "with")
        elif child.dep == "prep" and child.lower == "with" and any(c.lower in COMPANY for c in child.children):
            yield from (n for n in child.children if n.dep == "pobj")


def _of_head(head: Token, setting: Setting, slot: str, deep: bool, depth: int = 0) -> list[str]:
    own = _own(head, setting, slot)
    if own is not None:
        return [_owner_of(head, own, setting) or own]
    if slot == "mod":
        return []
    for deps in BESIDE if deep else BESIDE[:-1]:
        found: list[str] = []
        for child in head.children:
            if child.dep not in deps:
                continue
            if child.dep != "prep":
                inner = [owner(child)]
            elif child.lower in OWNING or (slot in SPOTS and child.lower in ("in", "near", "on")):
                inner = [n for n in child.children if n.dep == "pobj"]
            else:
                continue
            nouns = [t for n in inner for t in coordinated(n)]
            direct = [a for t in nouns if (a := _own(t, setting, slot)) is not None]
            found.extend(direct)
            if not direct and depth < DEPTH and child.dep == "prep" and child.lower == "of":
                found.extend(a for t in nouns for a in _of_head(t, setting, "", deep, depth + 1))
        if found:
            return found
    return []


def _owner_of(head: Token, own: str, setting: Setting) -> str | None:
    """Whose force it is, where only a word beside it tells: "THEIR soldiers", "the escalation of forces by CHAD"."""
    actor = setting.who.actor(own)
    if actor is None or actor.country is not None:
        return None
    if actor.kind == "group" and actor.name == head.lower and not actor.members:  # "its COMMUNITY partners"
        found = next((f for c in head.children if c.dep == "compound" and (f := setting.who.of(c)) is not None), None)
        known = setting.who.actor(found)
        return found if known is not None and known.kind == "organisation" else None
    if actor.kind != "military":
        return None
    owners = [owner(c) for c in head.children if c.dep == "poss"]
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.pos == "NOUN":
        owners.extend(c for c in head.head.head.children if c.dep == "poss")
    for noun in owners:
        found = setting.who.of(noun)
        known = setting.who.actor(found)
        if known is not None and known.country is not None:
            return found
    return None


def _own(token: Token, setting: Setting, slot: str) -> str | None:
    actor = setting.who.of(token)
    if actor is None and slot == "against":
        actor = _hyphened(token, setting)
    if actor is not None or slot not in LANDS:
        return actor
    index = setting.place_at(token)
    if index is None:
        return None
    country = setting.places[index].country
    return state_of(country, setting) if country else None


def _hyphened(token: Token, setting: Setting) -> str | None:
    """The state named behind a hyphen ("anti-CHAD"), where the article names it elsewhere too."""
    before = setting.parsed.tokens[token.i - 1] if token.i else token
    if before.text != "-" or before.end != token.start:
        return None
    return next(
        (a.id for a in setting.who.actors if a.kind == "state" and (token.text == a.name or token.text in a.aliases)),
        None,
    )


def state_of(country: str, setting: Setting) -> str | None:
    """The actor of the article that is this state."""
    return next((a.id for a in setting.who.actors if a.kind == "state" and a.country == country), None)


def same_side(one: str, other: str, setting: Setting) -> bool:
    """Do two actors speak for one party: the same, of one country, or one a member of the other?"""
    if one == other:
        return True
    a, b = setting.who.actor(one), setting.who.actor(other)
    if a is None or b is None:
        return False
    if one in b.members or other in a.members:
        return True
    if a.country is not None and a.country == b.country:
        return "armed_group" not in (a.kind, b.kind) and "media" not in (a.kind, b.kind)
    return False


def members_first(ids: Ids, setting: Setting) -> Ids:
    """A plural party of a mutual act split into its members where the text names them ("the two sides met")."""
    if len(ids) != 1:
        return ids
    actor = setting.who.actor(ids[0])
    return actor.members if actor is not None and len(actor.members) > 1 else ids


def word_in(token: Token, words: frozenset[str]) -> bool:
    return token.lemma in words or token.lower in words


def class_words(index: TriggerIndex, name: str) -> frozenset[str]:
    return index.classes.get(name, frozenset())
