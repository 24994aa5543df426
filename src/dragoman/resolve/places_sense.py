"""Is this name a place here? A linear decision over named features (rows `sense` of `place_weights.tsv`).

The same words name persons (Paris Hilton), bodies (the Boston Globe) and things (Reading); what decides is what the
name can mean, what the parser took it for, and the words beside it. Weights are learned by `tools/train_places.py`
(logistic regression, L2); the card is `docs/models/places.md`.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.kit import Kit
from dragoman.lexicon.gazetteer import ADM1, ADM2, CAPITAL, CITY, COUNTRY, SITE
from dragoman.records import Entity, Parsed, Token
from dragoman.resolve.places_choice import contains
from dragoman.resolve.places_names import Name
from dragoman.resolve.who import Who

LABELS = {"GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people", "ORG": "body", "PERSON": "person"}
CLOCK = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "QUANTITY", "PERCENT"})

#: What a clear use elsewhere in the article adds: one sense per discourse (Gale, Church and Yarowsky 1992).
CLEAR = 1.5
NEVER = -20.0
#: Uses of a name in the actor tables that no town of that name can have (Hamas is a village in Germany).
BODIES = frozenset({"organisation", "media", "armed_group"})


def places_among(options: Iterable[list[Name]], sense: Sense) -> list[Name]:
    """The names that are places, in order of the text: at each word the longest that is one; they do not overlap."""
    options = list(options)
    sense.know(options)
    scored = [[(name, sense.score(name)) for name in found] for found in options]
    clear: dict[str, list[float]] = {}
    for found in scored:
        for name, score in found:
            clear.setdefault(name.key, []).append(score)
    best = {key: sorted(scores)[-2:] for key, scores in clear.items() if len(scores) > 1}
    out: list[Name] = []
    free = 0
    for found in scored:
        if found[0][0].first.i < free:
            continue
        for name, score in found:
            if score + sense.again(score, best.get(name.key)) > 0:
                out.append(name)
                free = name.last.i + 1
                break
    return out


class Sense:
    """The decision for one article: `score(name)` above 0 says a place."""

    def __init__(self, parsed: Parsed, who: Who, kit: Kit) -> None:
        self.tokens = parsed.tokens
        self.gazetteer = kit.gazetteer
        self.given = kit.actors.genders
        self.bodies_listed = kit.actors.names
        self.weights = kit.gazetteer.weights["sense"]
        self.entities: dict[int, Entity] = {}
        self.persons: set[int] = set()
        self.bodies: dict[int, tuple[int, int]] = {}
        self.media: set[int] = set()
        self.person_words: set[str] = set()
        self.place_words: set[str] = set()
        self.lower_words: set[str] = set()
        self.starts: dict[int, list[Name]] = {}
        self.states: set[str] = set()
        self._look(parsed, who)

    def _look(self, parsed: Parsed, who: Who) -> None:
        """What the whole article says of its words, once."""
        for sentence in parsed.sentences:
            for entity in sentence.entities:
                for i in range(entity.first.i, entity.last.i + 1):
                    self.entities[i] = entity
                if entity.label == "PERSON" and entity.last.i > entity.first.i:
                    last = entity.last if entity.last.text != "'s" else self.tokens[entity.last.i - 1]
                    self.person_words.add(last.lower)
                elif entity.label == "GPE":
                    self.place_words.add(entity.last.lower)
        for link in who.links:
            if link.form not in ("name", "title"):
                continue
            actor = who.actor(link.actor)
            if actor is None or actor.kind == "state":
                continue
            inside = parsed.tokens_in(link.span)
            if actor.kind == "person":
                self.persons.update(t.i for t in inside)
                if len(inside) > 1:
                    self.person_words.add(inside[-1].lower)
            elif inside:
                if actor.kind == "media":
                    self.media.update(t.i for t in inside)
                for t in inside:
                    self.bodies[t.i] = (inside[0].i, inside[-1].i)
        self.lower_words.update(t.text for t in parsed.tokens if t.text.islower())

    def know(self, options: list[list[Name]]) -> None:
        """The other names of the article: what follows a comma, which states it speaks of."""
        for found in options:
            self.starts[found[0].first.i] = found
            for name in found:
                if name.adjective or name.candidates[0].kind == COUNTRY:
                    self.states.update(c.country for c in name.candidates if c.country and c.kind == COUNTRY)

    def score(self, name: Name) -> float:
        weights = self.weights
        if self._never(name):
            return NEVER
        return weights.get("bias", 0.0) + sum(weights.get(f, 0.0) for f in self.features(name))

    def _never(self, name: Name) -> bool:
        """A people (Russians), a paper (The Moscow Times), a seat of government unless somebody is there."""
        if name.adjective and name.last.tag in ("NNS", "NNPS"):
            return True
        if name.last.i in self.media:
            return True
        if not any(c.row for c in name.candidates):
            known = self.bodies_listed.get(name.first.text) if name.first is name.last else None
            return known is not None and known.use in BODIES
        if not any(c.row in self.gazetteer.seats for c in name.candidates if c.row):
            return False
        before = self._beside(name.first, -1)
        if before is not None and before.lower == "the":
            before = self._beside(before, -1)
        return before is None or before.lower not in self.gazetteer.words["locative"]

    def again(self, score: float, best: list[float] | None) -> float:
        """What the best other use of the same words adds to this one."""
        if best is None:
            return 0.0
        other = best[0] if score >= best[1] else best[1]
        return self.weights.get("again=yes", 0.0) if other > CLEAR else 0.0

    def features(self, name: Name) -> list[str]:
        """The names of the features that hold."""
        group = _group(name)
        broad = group if group in ("state", "adjective", "world", "site", "short", "unheard") else "town"
        label, extent = self._label(name)
        out = [
            f"group={group}",
            f"{broad}&label={label}",
            f"{broad}&label={label}.{extent}",
            f"{broad}&{name.last.pos}",
        ]
        left, right = self._left(name), self._right(name)
        out += [f"left={left}", f"{broad}&left={left}", f"right={right}", f"{broad}&right={right}"]
        out += self._of_word(name, broad)
        if name.last.i in self.persons:
            out += ["who=person", f"{broad}&who=person"]
        body = self.bodies.get(name.last.i)
        if body and (body[0] < name.first.i or body[1] > name.last.i):
            out += [f"{broad}&who=body.{'last' if body[1] == name.last.i else 'inner'}"]
        elif body and broad != "world":
            out += [f"{broad}&who=body.all"]
        if broad == "town":
            out += self._of_company(name, label)
        elif broad == "unheard":
            out.append(f"unheard&kind={self._kind_beside(name)}")
        return out

    def _of_company(self, name: Name, label: str) -> list[str]:
        """Features of a town among the other names: inside what follows it, in a state that the article speaks of."""
        out = []
        if self._contained(name):
            out += ["contained", f"contained&{label}"]
        if any(c.country in self.states and (not c.side or c.people > 10_000) for c in name.candidates):
            out += ["home", f"home&{label}"]
        return out

    def _kind_beside(self, name: Name) -> str:
        """Whether a word for a kind of place stands beside the name: "the village of Nagrig", "Abbasiya district"."""
        kinds = self.gazetteer.words["settlement"]
        before, after = self._beside(name.first, -1), self._beside(name.last, 1)
        if before is not None and before.lower == "of":
            before = self._beside(before, -1)
        if before is not None and before.lower in kinds:
            return "before"
        return "after" if after is not None and after.lower in kinds else "none"

    def _contained(self, name: Name) -> bool:
        """Whether the name after a comma can contain this one: "Haven, Oaxaca"."""
        i = name.last.i + 1
        if i + 1 >= len(self.tokens) or self.tokens[i].text not in (",", "("):
            return False
        return any(
            contains(outer, inner)
            for other in self.starts.get(i + 1, ())
            for outer in other.candidates
            for inner in name.candidates
        )

    def _of_word(self, name: Name, broad: str) -> list[str]:
        """Features of the words of the name themselves and of their other uses in the article."""
        out, single = [], name.first is name.last
        if not single:
            out.append(f"{broad}&words=many")
        elif name.key in self.gazetteer.ordinary:
            out += ["ordinary", f"{broad}&ordinary&{self._label(name)[0]}"]
        if single and name.key in self.given:
            out.append("given-name")
        if name.last.lower in self.person_words:
            out.append("elsewhere=person")
        if name.last.lower in self.place_words:
            out += ["elsewhere=place", f"elsewhere=place&{self._label(name)[0]}"]
        if single and name.key in self.lower_words:
            out.append("elsewhere=lower")
        if name.end - name.start <= 3:
            out.append(f"{broad}&tiny")
        if len(name.first.text) > 3 and name.first.text.isupper():
            out.append(f"{broad}&capitals")
        if broad == "site":
            out.append(f"site={name.last.text if name.last.text in self.gazetteer.words['site'] else name.first.text}")
        elif all(c.side for c in name.candidates) and not name.adjective:
            out.append("side-name")
        if name.last.tag in ("NNS", "NNPS"):
            out.append(f"{broad}&plural")
        return out

    def _label(self, name: Name) -> tuple[str, str]:
        """What the parser took the last word for, and whether its entity is just the name (all), larger or other."""
        entity = self.entities.get(name.last.i)
        if entity is None:
            return "none", "all"
        label = LABELS.get(entity.label) or ("clock" if entity.label in CLOCK else "thing")
        first, last = entity.first, entity.last
        if first.lower == "the" and first is not last:
            first = self.tokens[first.i + 1]
        if last.text == "'s" and last is not first:
            last = self.tokens[last.i - 1]
        if first is name.first and last is name.last:
            return label, "all"
        if first.i >= name.first.i and last.i <= name.last.i:
            return label, "smaller"
        return label, "ends" if last is name.last else "begins" if first is name.first else "inner"

    def _left(self, name: Name) -> str:
        before = self._beside(name.first, -1)
        if before is None:
            return "start"
        if before.lower in self.gazetteer.words["locative"]:
            return "locative"
        if before.lower in ("of", "the", ",", "and", "-", "("):
            return before.lower
        if before.text[:1].isupper():
            return "given" if before.lower in self.given else "capital"
        return "poss" if before.text == "'s" else before.pos

    def _right(self, name: Name) -> str:
        after = self._beside(name.last, 1)
        if after is None:
            return "end"
        words = self.gazetteer.words
        if after.text in words["site"]:
            return "site"
        if after.lower in words["division"] or after.lower in words["district"]:
            return "generic"
        if after.text[:1].isupper():
            return "capital"
        if after.text in ("'s", ",", "-", ")", "."):
            return after.text
        return after.pos

    def _beside(self, token: Token, step: int) -> Token | None:
        i = token.i + step
        if 0 <= i < len(self.tokens) and self.tokens[i].sent == token.sent:
            return self.tokens[i]
        return None


def _group(name: Name) -> str:
    """What the name can mean at best: a state, an adjective, a part of the world, a site, or a town by its size."""
    if name.adjective:
        return "adjective"
    if name.short:
        return "short"
    kinds = {c.kind for c in name.candidates}
    if COUNTRY in kinds:
        return "state"
    if SITE in kinds:
        return "unheard" if name.candidates[0].side else "site"
    if not kinds <= {CITY, CAPITAL, ADM1, ADM2}:
        return "world"
    people = max(c.people / (10 if c.side else 1) for c in name.candidates)
    size = "huge" if people >= 1e6 else "big" if people >= 1e5 else "mid" if people >= 1e4 else "small"
    return f"{'capital' if CAPITAL in kinds else 'division' if ADM1 in kinds else 'city'}.{size}"
