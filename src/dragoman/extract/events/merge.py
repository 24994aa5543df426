"""Explain: mentions of one act in an article become one event with several pieces of evidence."""

from __future__ import annotations

from dragoman.extract.events.clause import SPOKEN
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import same_side
from dragoman.resolve.attach import Setting

#: So many mentions of an event, and so many events of a type, are compared with a new mention.
LOOK_BACK = 12
REAL = frozenset({"occurred", "ongoing", "background"})


def group(mentions: list[Mention], setting: Setting) -> list[list[Mention]]:
    """The mentions of each event, in order of their first mention."""
    groups: list[list[Mention]] = []
    by_type: dict[str, list[list[Mention]]] = {}
    for mention in mentions:
        known = by_type.setdefault(mention.plover, [])
        home = next((g for g in reversed(known[-LOOK_BACK:]) if _same(mention, g, setting)), None)
        if home is None:
            home = []
            known.append(home)
            groups.append(home)
        home.append(mention)
    return groups


def _same(mention: Mention, known: list[Mention], setting: Setting) -> bool:
    first = known[0]
    known = known if len(known) <= LOOK_BACK else [first, *known[-LOOK_BACK:]]
    if any(_more_victims(mention, m) for m in known):
        return True
    if any(_side_by_side(mention, m) for m in known) or any(_other_mode(mention, m) for m in known):
        return False
    if not _compatible_status(mention, first) and not _come_true(mention, first):
        return False
    if any(_dates_differ(mention, m) for m in known):
        return False
    if mention.plover in SPOKEN and not (mention.mutual and first.mutual):
        return _same_speech(mention, first, setting)
    if not _same_code(mention, known):
        return False
    if mention.token.pos == "NOUN" and _indefinite(mention) and not (_has_parties(mention) and _has_parties(first)):
        return False
    if not mention.sources and not mention.targets:
        away = mention.token.sent - known[-1].token.sent
        return (mention.token.pos == "NOUN" and away <= 6) or (away <= 2 and mention.token.lemma == first.token.lemma)
    parties = [m for m in known if m.sources or m.targets]
    if not parties:
        return first.token.pos == "NOUN" and mention.token.sent - first.token.sent <= 2
    other = parties[0]
    mine, theirs = _sides(mention), _sides(other)
    if mention.mutual != other.mutual:
        return False
    if mention.mutual:
        if _other_people(mine[0], theirs[0], setting):
            return False
        if _at_home(mine[0] + theirs[0], setting) and not set(mine[0]) & set(theirs[0]):
            return False
        return _cover(mine, theirs, setting) or _cover(theirs, mine, setting)
    if _two_people(mention.targets, other.targets, setting):
        return False
    shared = any(_one_shared(mine, _sides(m)) for m in parties) or _of_one_blow(mention, other)
    return shared and all(_agree(a, b, setting) for m in parties for a, b in zip(mine, _sides(m), strict=True))


def _indefinite(mention: Mention) -> bool:
    """ "a meeting", "another raid": a new one, if nothing says that it is not."""
    return any(c.dep == "det" and c.lower in ("a", "an", "another") for c in mention.token.children)


def _has_parties(mention: Mention) -> bool:
    return bool(mention.sources or mention.targets)


def _at_home(ids: tuple[str, ...], setting: Setting) -> bool:
    """Are all of one country, so that the country tells nothing?"""
    return len({actor.country if actor is not None else None for actor in map(setting.who.actor, ids)}) == 1


def _other_mode(one: Mention, other: Mention) -> bool:
    """A telephone call is no visit, leaving a pact no embargo; how a blow was struck is told in many ways."""
    return one.mode is not None and other.mode not in (None, one.mode) and one.plover != "ASSAULT"


def _more_victims(one: Mention, other: Mention) -> bool:
    """ "KILLED ten and WOUNDED two others": one blow."""
    a, b = one.token, other.token
    return (
        one.plover == other.plover == "ASSAULT"
        and a.dep == "conj" and a.head is b
        and one.cameo == other.cameo and not one.targets
        and one.sources in ((), other.sources)
    )  # fmt: skip


def _other_people(mine: tuple[str, ...], theirs: tuple[str, ...], setting: Setting) -> bool:
    """Of one country, but each time another person by name: two talks."""
    a, b = _persons(mine, setting), _persons(theirs, setting)
    return any(country in b and not names & b[country] for country, names in a.items())


def _persons(ids: tuple[str, ...], setting: Setting) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for actor in map(setting.who.actor, ids):
        if actor is not None and actor.kind == "person" and actor.country and actor.name[:1].isupper():
            found.setdefault(actor.country, set()).add(actor.id)
    return found


def _two_people(one: tuple[str, ...], other: tuple[str, ...], setting: Setting) -> bool:
    """Two persons by name, each arrested or shot on his own, though both of one country."""
    if not one or not other or set(one) & set(other):
        return False
    actors = [setting.who.actor(a) for a in (*one, *other)]
    return all(a is not None and a.kind == "person" and a.name[:1].isupper() for a in actors)


def _same_speech(mention: Mention, first: Mention, setting: Setting) -> bool:
    bare = mention.token.pos == "NOUN"
    if bare and mention.sources and first.sources and not mention.targets:
        return same_side(mention.sources[0], first.sources[0], setting)
    if mention.token.sent == first.token.sent and mention.governor is first:
        return mention.sources in ((), first.sources)
    return bool(mention.sources) and mention.sources == first.sources and (
        mention.targets == first.targets or not mention.targets
    ) and mention.cameo == first.cameo and mention.begin == first.begin  # fmt: skip


def _side_by_side(one: Mention, other: Mention) -> bool:
    """Two words of one sentence name two acts: "shelled the port and stormed the town", "sanctions, or expulsions"."""
    a, b = one.token, other.token
    if a.sent != b.sent or a.lemma == b.lemma:
        return False
    if a.pos == b.pos == "VERB":
        return True
    return not one.mutual and one.plover != "ASSAULT" and bool(one.targets and other.targets)


def _same_code(mention: Mention, known: list[Mention]) -> bool:
    """Codes that differ in the third digit name different acts, unless one is the unspecific code of its root."""
    if mention.plover == "ASSAULT" and any(_tells_of(mention, m) for m in known):
        return True
    if mention.cameo[:2] != known[0].cameo[:2]:
        return False
    mine = mention.cameo[:3]
    return mine.endswith("0") or any(m.cameo[:3] in (mine, mine[:2] + "0") for m in known)


def _tells_of(one: Mention, other: Mention) -> bool:
    """A noun and a verb of one sentence: "a BOMBING killed ten", "KILLED ten in a raid"."""
    a, b = one.token, other.token
    return (
        a.sent == b.sent
        and (a.pos == "NOUN") != (b.pos == "NOUN")
        and (a in (b.head, b.head.head) or b in (a.head, a.head.head))
    )


def _of_one_blow(one: Mention, other: Mention) -> bool:
    """ "ten were KILLED as a result of the Libyan RAID": the noun names the doer, the verb who suffered."""
    a, b = one.token, other.token
    return one.plover == "ASSAULT" and a.sent == b.sent and (a.pos == "NOUN") != (b.pos == "NOUN")


def _compatible_status(one: Mention, other: Mention) -> bool:
    return one.status == other.status or (one.status in REAL and other.status in REAL)


def _come_true(mention: Mention, first: Mention) -> bool:
    """What was announced has begun: "would observe a ceasefire … The ceasefire began"."""
    told = mention.carrier is not None and mention.token.dep in ("nsubj", "nsubjpass")
    nobody = not mention.sources and not mention.targets and _definite(mention)
    return told and nobody and first.status == "scheduled" and mention.status in REAL


def _definite(mention: Mention) -> bool:
    return any(c.dep == "poss" or (c.dep == "det" and c.lower == "the") for c in mention.token.children)


def _dates_differ(one: Mention, other: Mention) -> bool:
    if one.begin and other.begin:
        return one.begin[:10] != other.begin[:10]
    return False


def _sides(mention: Mention) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if mention.mutual:
        return (*mention.sources, *mention.targets), ()
    return mention.sources, mention.targets


def _cover(mine: tuple[tuple[str, ...], ...], theirs: tuple[tuple[str, ...], ...], setting: Setting) -> bool:
    """Is every party of the one among those of the other?"""
    return all(any(same_side(a, b, setting) for b in theirs[0]) or _both(a, setting) for a in mine[0])


def _both(ident: str, setting: Setting) -> bool:
    """A plural word for parties named before: "the presidents", "the two sides"."""
    actor = setting.who.actor(ident)
    return (
        actor is not None and actor.kind == "group" and actor.country is None and not actor.members
        and actor.name[:1].islower()
    )  # fmt: skip


def _agree(one: tuple[str, ...], other: tuple[str, ...], setting: Setting) -> bool:
    return not one or not other or any(same_side(a, b, setting) for a in one for b in other)


def _one_shared(mine: tuple[tuple[str, ...], ...], theirs: tuple[tuple[str, ...], ...]) -> bool:
    return any(a and b for a, b in zip(mine, theirs, strict=True))
