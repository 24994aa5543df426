"""Names of the lexicon as mentions: states, demonym nouns, metonyms, organisations, media, armed groups.

The adjective inside another phrase ("Russian troops") is no mention of the state.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.actor_index import Name
from dragoman.records import Token
from dragoman.resolve.who.cast import Cast, Draft
from dragoman.resolve.who.marks import NOUN_TAGS, Marks, NameMark
from dragoman.resolve.who.metonyms import stands_for_government
from dragoman.resolve.who.phrases import takes_side

#: Prepositions after which a noun is what an act is done to or with.
AGAINST = frozenset({"against", "on", "with", "by", "of", "into", "at", "along", "near", "from"})

#: Tokens from the one to the other in "Tehran-Abu Dhabi".
LONGEST_PAIR = 4
LONG_DASHES = frozenset({"—", "–", "--"})
DASHES = frozenset({"-", "–", "—", "--"})
#: Words that say that people are of another state than their name.
ETHNIC = frozenset({"ethnic", "native"})
#: So many letters of a word tell it (Palestine, Palestinian).
STEM = 4
#: Within how many tokens after the town a dateline has its dash.
DATELINE = 11


def state_draft(cast: Cast, kit: Kit, country: str) -> Draft:
    """The one actor of a state and its government."""
    name = kit.actors.states.get(country)
    title = name.title if name else country
    because = (name.row,) if name else ()
    return cast.draft(
        ("state", country), title, "state", country=country, code=country, because=because, noun="country", named=False
    )


def name_draft(cast: Cast, kit: Kit, name: Name) -> Draft:
    """The actor of a name of the lexicon."""
    if name.use in ("state", "capital", "seat", "demonym") and name.country:
        return state_draft(cast, kit, name.country)
    return cast.draft(
        (name.use, name.key), name.title, name.kind, country=name.country, code=name.code, because=(name.row,)
    )


def listed_under(marks: Marks, tokens: tuple[Token, ...], last: int, words: str) -> Name | None:
    """The body of the lexicon whose acronym stands in brackets after these words, where its name is nearly the same.

    "International Labour Office (ILO)" is the ILO of the lexicon, "Inland Logistics Office (ILO)" is not.
    """
    opening = last + 1
    if opening + 2 >= len(tokens) or tokens[opening].text != "(" or tokens[opening + 2].text != ")":
        return None
    mark = marks.names.get(opening + 1)
    if mark is None or mark.name.use not in ("organisation", "media", "armed_group"):
        return None
    named = {word[:STEM].lower() for word in words.split() if word[0].isupper()}
    title = {word[:STEM].lower() for word in mark.name.title.split() if word[0].isupper()}
    return mark.name if 2 * len(named & title) > max(len(named), len(title)) else None


def asides(tokens: tuple[Token, ...]) -> frozenset[int]:
    """Tokens between two dashes or in brackets: who is only listed there is no party to what is told."""
    out: set[int] = set()
    opened: Token | None = None
    for token in tokens:
        if opened is not None and token.sent != opened.sent:
            opened = None
        if token.text in ("(", "[") or (token.text in LONG_DASHES and opened is None):
            opened = token
        elif opened is not None and (token.text in (")", "]") or token.text in LONG_DASHES):
            out.update(range(opened.i + 1, token.i))
            opened = None
    return frozenset(out)


class Names:
    """Reads the name marks that nothing else has taken."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        self.cast, self.marks, self.kit = cast, marks, kit
        self.tokens = cast.parsed.tokens
        self.asides = asides(self.tokens)

    def find(self) -> None:
        """Sight every name that stands for an actor."""
        done = -1
        for i in sorted(self.marks.names):
            mark = self.marks.names[i]
            if i <= done:
                continue
            done = mark.last
            if i not in self.cast.at and i not in self.cast.within and not takes_side(mark, self.tokens, self.kit):
                self._read(mark)

        for mark in self.marks.parts:
            token = self.tokens[mark.first]
            draft = name_draft(self.cast, self.kit, mark.name)
            draft.named = True
            held = self.cast.at.get(token.i)
            self.cast.sight(token, token, draft, "name", "name.part-of-a-word", mark.name.row).exact = mark.span
            if held is not None:
                self.cast.at[token.i] = held

    def _read(self, mark: NameMark) -> None:
        tokens = self.tokens[mark.first : mark.last + 1]
        use, name = mark.name.use, mark.name
        if use == "region":
            return
        if use == "demonym":
            self._demonym(mark, tokens)
        elif use in ("capital", "seat"):
            if self._dateline(mark):
                self.cast.home = self.cast.home or name.country
                return
            rule = stands_for_government(tokens, use, self.kit) or self._paired(mark)
            if rule:
                draft = name_draft(self.cast, self.kit, name)
                draft.named = True
                self.cast.sight(tokens[0], tokens[-1], draft, "metonym", rule, name.row)
        elif use != "state" and self._signs(tokens):
            return
        elif self._alone(tokens, name):
            draft = name_draft(self.cast, self.kit, name)
            if use == "state" and not draft.named and tokens[-1].i not in self.asides:
                draft.named = tokens[-1].dep in ("compound", "nmod", "amod") or bool(
                    stands_for_government(tokens, use, self.kit)
                )
            sighting = self.cast.sight(tokens[0], tokens[-1], draft, "name", f"name.{use.replace('_', '-')}", name.row)
            if len(tokens) == 1 and mark.span.end < tokens[0].end:
                sighting.exact = mark.span

    def _dateline(self, mark: NameMark) -> bool:
        """Does the block begin with this town and a dash ("LIMA, March 3 -"), or is its land given after a comma?"""
        sentence = self.cast.parsed.sentences[self.tokens[mark.first].sent]
        if sentence.kind == "dateline":
            return True
        after = self.marks.names.get(mark.last + 2)
        if after is not None and self.tokens[mark.last + 1].text == "," and after.name.use == "state":
            return after.name.country == mark.name.country
        if mark.first and self.cast.parsed.sentences[self.tokens[mark.first - 1].sent].block == sentence.block:
            return False
        return any(t.text in DASHES and self._set_off(t) for t in self.tokens[mark.last + 1 : mark.last + DATELINE])

    def _set_off(self, dash: Token) -> bool:
        """Is there a space before or after the dash?"""
        after = self.tokens[dash.i + 1] if dash.i + 1 < len(self.tokens) else None
        return dash.start != self.tokens[dash.i - 1].end or (after is not None and after.start != dash.end)

    def _paired(self, mark: NameMark) -> str | None:
        """ "Tehran-Moscow relations": two governments joined by a hyphen."""
        for hyphen, other in ((mark.last + 1, mark.last + 2), (mark.first - 1, mark.first - 2)):
            joined = 0 <= hyphen < len(self.tokens) and self.tokens[hyphen].text in ("-", "–")
            if joined and other in self.marks.names and self.marks.names[other].name.country != mark.name.country:
                apart = abs(self.tokens[other].i - mark.first) > LONGEST_PAIR
                return None if apart else "metonym.paired"
        return None

    def _signs(self, tokens: tuple[Token, ...]) -> bool:
        """Two capitals alone at the end of a block sign an article ("PA", "SP"); they name no body."""
        token = tokens[0]
        sentence = self.cast.parsed.sentences[token.sent]
        before = self.tokens[token.i - 1] if token.i else None
        if len(tokens) == 1 and before is not None and before.sent == token.sent and token.text.isupper():
            capitals = before.tag == "NNP" and before.text.isalpha() and before.text.isupper() and len(before.text) > 3
            if capitals and before.i not in self.marks.names:
                return True  # "SANTA ANA, Calif."
        return len(tokens) == 1 and len(token.text) == 2 and len(sentence.tokens) <= 4

    def _alone(self, tokens: tuple[Token, ...], name: Name) -> bool:
        """False for a name that only modifies a noun of a phrase that is an actor itself ("U.S. officials")."""
        last = tokens[-1]
        if last.dep in ("compound", "nmod", "amod") and last.head.i > last.i:
            return last.head.i not in self.cast.at
        return True

    def _of_act(self, last: Token) -> bool:
        """Does the adjective modify the name of an act (the Russian invasion), or what an act is done to or with

        (demolished Palestinian homes, rejected the Israeli changes, restrictions on German goods)?
        """
        noun, acts = last.head, self.kit.triggers
        if noun.i in self.cast.at:
            return False
        if noun.lemma in acts.nouns:
            return True
        if noun.dep in ("dobj", "nsubjpass"):
            return noun.head.lemma in acts.verbs
        if noun.dep != "pobj" or noun.head.lower not in AGAINST:
            return False
        if noun.head.lower == "against":
            return True
        governor = noun.head.head
        return governor.lemma in acts.verbs or governor.lemma in acts.nouns

    def _demonym(self, mark: NameMark, tokens: tuple[Token, ...]) -> None:
        """ "the Russians said" is the state where it speaks or acts; "two Americans", "Palestinians" are people."""
        last, country = tokens[-1], mark.name.country
        after = self.tokens[mark.last + 1] if mark.last + 1 < len(self.tokens) else None
        if country is not None and last.dep in ("compound", "amod", "nmod") and self._of_act(last):
            because = ("name.demonym", mark.name.row)  # "the Russian invasion": the state that acts
            self._state(tokens, country, because)
            return
        if country is None or last.dep in ("compound", "amod", "nmod") or last.tag not in NOUN_TAGS:
            return
        if after is not None and after.tag in NOUN_TAGS and after.sent == last.sent:
            return
        plural = last.tag in ("NNS", "NNPS")
        determiner = last.child("det")
        number = last.child("nummod")
        bare = plural and number is None and not any(c.dep in ("relcl", "acl", "amod") for c in last.children)
        quantity = (
            last.dep == "pobj" and last.head.lower == "of" and last.head.head.pos in ("NUM", "ADJ", "NOUN", "PRON")
        )
        because = ("name.demonym", mark.name.row)
        if bare and not quantity and determiner is not None and determiner.lower == "the":
            self._state(tokens, country, because)
            return
        ethnic = next((c for c in last.children if c.dep == "amod" and c.lower in ETHNIC), None)
        if plural and ethnic is not None:
            self._minority(tokens[0], last, ethnic, because)
            return
        if plural:
            draft = self.cast.draft(
                ("population", country), last.text, "population", country=country, code=country + "CVL",
                because=because, plural=True, noun="people",
            )  # fmt: skip
            self.cast.sight(tokens[0], last, draft, "name", *because)
        elif determiner is not None and last.pos != "ADJ":
            draft = self.cast.draft(
                ("citizen", country, str(last.i)), last.text, "person", country=country, code=country + "CVL",
                because=because, named=False, noun="man",
            )  # fmt: skip
            self.cast.sight(tokens[0], last, draft, "nominal", *because)

    def _minority(self, first: Token, last: Token, ethnic: Token, because: tuple[str, ...]) -> None:
        """ "ethnic Serbs in Kosovo" are people of the land they live in, or of none that the text tells."""
        where = last.child("prep")
        place = where.child("pobj") if where is not None and where.lower in ("in", "of", "from") else None
        mark = self.marks.names.get(place.i) if place is not None else None
        country = mark.name.country if mark is not None else None
        words = f"{ethnic.text} {last.text}"
        draft = self.cast.draft(
            ("minority", words.lower(), country or ""), words, "population", country=country,
            code=(country or "") + "CVL", because=because, plural=True, noun="people",
        )  # fmt: skip
        self.cast.sight(ethnic if ethnic.i < first.i else first, last, draft, "name", *because)

    def _state(self, tokens: tuple[Token, ...], country: str, because: tuple[str, ...]) -> None:
        draft = state_draft(self.cast, self.kit, country)
        draft.named = True
        self.cast.sight(tokens[0], tokens[-1], draft, "metonym", *because)
