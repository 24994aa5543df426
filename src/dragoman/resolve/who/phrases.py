"""The noun phrase around an office, a body or an agent noun: what stands before it, what after it.

Example: "a senior U.S. State Department official" gives the country USA and the organisation State Department;
"the foreign minister of Iran" gives the country IRN from its right side.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import Name
from dragoman.records import Token
from dragoman.resolve.who.cast import Cast, Draft, Sighting
from dragoman.resolve.who.marks import Marks, NameMark, TermMark

#: Tags that may stand between the determiner and the noun of a phrase.
INNER = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "CD", "HYPH", "FW", "AFX"})
PARTICIPLES = frozenset({"VBN", "VBG", "NNS", "VBD", "RB", "RBS", "RBR", "IN"})
MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod", "poss", "advmod", "nummod", "punct"})
#: Names that mean a state; "envoy for Syria" is not Syria's.
STATES = frozenset({"state", "demonym", "capital", "region"})
#: How far a phrase is followed to the left, in tokens.
REACH = 14
#: How far behind "a state's" its body may stand, in tokens.
WITHIN = 4
#: How many bodies one inside the other a complement is followed into ("the police of the ministry of Chile").
DEPTH = 4
JOINERS = frozenset({"and", "or", ",", "/", "&"})


@dataclass(slots=True, eq=False)
class Context:
    """What surrounds a term: `start` is the first token of the phrase, `core` the first one after the determiner."""

    start: int
    core: int
    countries: list[str] = field(default_factory=list)
    capitals: list[str] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    bodies: list[TermMark] = field(default_factory=list)
    owner: Token | None = None
    determiner: str = ""
    number: bool = False
    marks: list[NameMark] = field(default_factory=list)
    end: int = -1
    modifiers: list[str] = field(default_factory=list)
    of_name: bool = False
    boss: Draft | None = None
    counted: bool = False
    joined: list[NameMark] = field(default_factory=list)
    firm: Sighting | None = None

    def add(self, mark: NameMark) -> None:
        name = mark.name
        self.marks.append(mark)
        if name.use in ("state", "demonym", "seat", "capital", "region") and name.country:
            if name.country not in self.countries:
                self.countries.append(name.country)
        elif name not in self.names:
            self.names.append(name)


def left_of(first: int, cast: Cast, marks: Marks, kit: Kit) -> Context:
    """The premodifiers of the phrase whose last words begin at token `first`."""
    context, tokens = Context(first, first), cast.parsed.tokens
    sentence, i, limit = tokens[first].sent, first - 1, first - REACH
    while i >= 0 and i >= limit and tokens[i].sent == sentence:
        token = tokens[i]
        mark = marks.names.get(i)
        if mark is not None:
            if not takes_side(mark, tokens, kit):
                context.add(mark)
            context.start = context.core = mark.first
            i = mark.first - 1
            if i > 0 and tokens[i].lower in JOINERS and _joined_name(i, tokens, marks):
                i -= 1 if tokens[i - 1].lower not in JOINERS else 2
            continue
        if token.text == ")" and i > 2 and tokens[i - 2].text == "(":
            i -= 3  # "Trade Board (TB) President"
            continue
        if token.tag in ("DT", "PDT", "PRP$"):
            context.start = i
            context.determiner = token.lower
            if token.tag == "PRP$":
                context.owner = token
            break
        body = cast.at.get(i - 1 if token.tag == "POS" else i)
        if body is not None and body.draft.is_body:
            context.firm = body
            context.start = context.core = body.first.i
            break
        term = marks.term_ends.get(i)
        if term is not None and term.term.use in ("body", "office") and tokens[i].tag != "NNS":
            if term.term.use == "body":
                context.bodies.append(term)
            context.start = context.core = term.first
            i = term.first - 1
            continue
        person = cast.at.get(i - 1 if token.tag == "POS" else i)
        if person is not None and person.draft.kind == "person":
            context.boss = person.draft
            context.start = context.core = person.first.i
            break
        if not _modifies(token, tokens) or token.lower == "least":
            break
        if token.tag == "HYPH" and i and (token.start != tokens[i - 1].end or token.end != tokens[i + 1].start):
            break
        if token.tag == "CD":
            context.number = True
        elif token.tag not in ("POS", "HYPH"):
            context.modifiers.append(token.lower)
        context.start = context.core = i
        i -= 1
    while context.core < first and tokens[context.core].tag in ("POS", "HYPH", ","):
        context.core += 1
        context.start = max(context.start, context.core)
    return context


def _joined_after(context: Context, tokens: tuple[Token, ...], marks: Marks) -> None:
    """More names after the first ("the foreign ministers of France, Germany and Britain")."""
    if tokens[context.end].sent != tokens[-1].sent and context.end + 2 >= len(tokens):
        return
    found: list[NameMark] = []
    at = context.end + 1
    while at < len(tokens) and tokens[at].lower in JOINERS and len(found) < 12:
        while at < len(tokens) and (tokens[at].lower in JOINERS or tokens[at].tag == "DT"):
            at += 1
        mark = marks.names.get(at)
        if mark is None or mark.name.use not in ("state", "organisation"):
            break
        found.append(mark)
        at = mark.last + 1
    context.joined = found


def widen(context: Context, tokens: tuple[Token, ...], kit: Kit) -> None:
    """Take in a quantity before the phrase ("tens of thousands of troops")."""
    words = kit.actors.quantities
    while context.start > 1 and tokens[context.start - 1].lower == "of" and tokens[context.start - 2].lower in words:
        context.start -= 2
        context.counted = True
        context.core = context.start
        before = context.start - 1
        if before >= 0 and tokens[before].tag == "CD" and tokens[before].sent == tokens[context.start].sent:
            context.start = context.core = before


def _joined_name(i: int, tokens: tuple[Token, ...], marks: Marks) -> bool:
    """Is the joiner at `i` between two names of one kind ("U.S. and Russian officials")?"""
    at = i - 1
    if at >= 0 and tokens[at].lower == ",":
        at -= 1
    other, own = marks.names.get(at), marks.names.get(i + 1)
    if other is None or other.name.use not in ("state", "demonym", "organisation"):
        return False
    if tokens[i].text != "," or own is None:
        return True  # "Canada, European Commission President": a list goes on with another phrase
    if tokens[other.last].dep in ("pobj", "dobj", "nsubj", "attr"):
        return False  # "on the crisis in Peru, Chilean President ..."
    return (other.name.use == "organisation") == (own.name.use == "organisation")


def takes_side(mark: NameMark, tokens: tuple[Token, ...], kit: Kit) -> bool:
    """True for "pro-Russian", "anti-American" and "Iran-backed": the name says whose side, not whose people."""
    before, after = mark.first - 1, mark.last + 1
    if before > 0 and tokens[before].text == "-" and tokens[before - 1].lower in kit.actors.sides:
        return True
    joined = after + 1 < len(tokens) and tokens[after].text == "-" and tokens[after].start == tokens[after - 1].end
    if joined and tokens[after + 1].lower == "born":
        return False
    return joined and tokens[after + 1].tag in ("VBN", "VBD", "JJ", "VBG")


def _modifies(token: Token, tokens: tuple[Token, ...]) -> bool:
    if token.tag in INNER or token.tag == "POS":
        return token.dep not in ("dobj", "nsubj", "pobj", "ROOT", "npadvmod") or (
            token.dep == "npadvmod" and _hyphen(token, tokens)
        )
    return token.tag in PARTICIPLES and ((token.dep in MODIFYING and token.tag != "IN") or _hyphen(token, tokens))


def _hyphen(token: Token, tokens: tuple[Token, ...]) -> bool:
    after = token.i + 1
    return after < len(tokens) and tokens[after].text == "-"


def _body_of(mark: NameMark, context: Context, cast: Cast, marks: Marks) -> bool:
    """The body of the state: "for the Peruvian navy", "of Peru's Joint Defence Staff"; False where none is named."""
    tokens = cast.parsed.tokens
    at = mark.last + 1
    owns = at < len(tokens) and tokens[at].tag == "POS"
    for k in range(at + 1, min(at + WITHIN, len(tokens))) if owns else (at,):
        follow, held, named = marks.terms.get(k), cast.at.get(k), marks.names.get(k)
        if held is not None and held.draft.is_body:
            context.firm, context.of_name, context.end = held, True, held.last.i
            return True
        if owns and named is not None and named.name.use == "organisation":
            context.add(named)
            context.of_name, context.end = True, named.last
            return True
        if follow is not None and follow.term.use == "body":
            context.add(mark)
            context.bodies.append(follow)
            context.end = follow.last
            return True
        if k < len(tokens) and tokens[k].tag not in ("JJ", "NN", "NNP"):
            return False
    return False


def right_of(context: Context, last: int, cast: Cast, marks: Marks, *, places: bool, deep: int = DEPTH) -> None:
    """Add what a complement says ("of Iran", "for the State Department", "in Khartoum"); sets `context.end`.

    `deep`: how many bodies inside one another are still looked into.
    """
    context.end = last
    tokens = cast.parsed.tokens
    at = last + 1
    if at + 1 >= len(tokens) or tokens[at].sent != tokens[last].sent:
        return
    preposition = tokens[at].lower
    if (context.countries or context.names) and preposition in ("in", "from", "at"):
        return
    if preposition not in ("of", "for", "at", "from", "to") and not (preposition == "in" and places):
        return
    if preposition in ("for", "to") and not places:
        return
    k, limit, inner_of = at + 1, at + 7, False
    while k < len(tokens) and k < limit and tokens[k].sent == tokens[last].sent:
        mark, term = marks.names.get(k), marks.terms.get(k)
        person = cast.at.get(k)
        if person is not None and person.draft.kind == "person" and preposition in ("for", "of", "to"):
            if preposition != "to" and places:
                context.boss = person.draft
                context.end = person.last.i
                context.of_name = True
            return
        if person is not None and person.draft.is_body and preposition in ("of", "for", "at", "from"):
            context.firm, context.of_name, context.end = person, True, person.last.i
            return
        if mark is not None:
            if preposition == "for" and _body_of(mark, context, cast, marks):
                return
            if not (
                (preposition == "to" and mark.name.use != "seat") or (preposition == "for" and mark.name.use in STATES)
            ):
                if _body_of(mark, context, cast, marks):
                    return
                behind = tokens[mark.last + 1] if mark.last + 1 < len(tokens) else None
                place = behind is not None and behind.ent in ("LOC", "FAC", "GPE")  # "of the Syrian Golan Heights"
                if mark.name.use != "demonym" or place:
                    context.add(mark)
                    context.of_name = True
            else:
                context.marks.append(mark)
                context.of_name = True
            context.end = mark.last
            _joined_after(context, tokens, marks)
            return
        if term is not None and term.term.use == "body" and preposition != "to":
            inner = Context(term.first, term.first, end=term.last)
            if deep:
                right_of(inner, term.last, cast, marks, places=False, deep=deep - 1)
            context.bodies.append(term)
            context.countries.extend(c for c in inner.countries if c not in context.countries)
            context.names.extend(inner.names)
            context.end = max(inner.end, term.last)
            return
        part = tokens[k].lower == "of" and tokens[k - 1].tag == "NN" and not inner_of
        inner_of = inner_of or part
        if tokens[k].tag not in ("DT", "JJ", "NN", "NNP", "PRP$", "CD", "VBN") and not part:
            return
        k += 1
