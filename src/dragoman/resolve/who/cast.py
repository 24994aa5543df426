"""The cast: actors in the making, and what has been sighted of them, until the article is read to its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dragoman.records import Actor, Mention, Parsed, Role, Span, Token
from dragoman.records.ids import content_id
from dragoman.records.vocab import ActorKind, MentionForm
from dragoman.resolve.who.model import Link, Who

Key = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making; `named`: the text has a name for it; `noun` is its head word, `plural` its number."""

    key: Key
    name: str
    kind: ActorKind
    country: str | None = None
    code: str | None = None
    roles: list[Role] = field(default_factory=list)
    members: list[Draft] = field(default_factory=list)
    because: tuple[str, ...] = ()
    gender: str | None = None
    plural: bool = False
    named: bool = True
    noun: str = ""
    sector: str | None = None
    sightings: int = 0
    serial: int = 0

    @property
    def is_body(self) -> bool:
        """A firm or body that the text alone names: its officers are of no government by themselves."""
        return self.key[0] in ("firm", "named-body")


@dataclass(slots=True, eq=False)
class Sighting:
    """A stretch of tokens (`first` to `last`, both included) that means an actor."""

    first: Token
    last: Token
    head: Token
    draft: Draft
    form: MentionForm
    because: tuple[str, ...]
    tokens: tuple[Token, ...] = ()
    exact: Span | None = None

    @property
    def span(self) -> Span:
        return self.exact or Span(self.first.start, self.last.end)


class Cast:
    """Drafts by key and sightings by token; `settle` makes them records.

    `home` is the state from whose capital the report is dated.
    `holders` are named persons by state or organisation and title, `bodies` institutions by their row.
    `owners` are pronouns before "counterpart", with the person whose office is that of the one they mean.
    `people` are named persons by the last word of their name, in small letters.
    `within` are tokens of names that only tell whose office or body a phrase means ("the president of France").
    """

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.drafts: dict[Key, Draft] = {}
        self.at: dict[int, Sighting] = {}
        self.sightings: list[Sighting] = []
        self.holders: dict[tuple[str, str], list[Draft]] = {}
        self.bodies: dict[str, list[Draft]] = {}
        self.people: dict[str, list[Draft]] = {}
        self.home: str | None = None
        self.within: set[int] = set()
        self.owners: dict[int, Draft] = {}

    def draft(self, key: Key, name: str, kind: ActorKind, **fields: object) -> Draft:
        """The draft of this key, made if it is new."""
        found = self.drafts.get(key)
        if found is None:
            found = self.drafts[key] = Draft(key, name, kind, **fields)  # type: ignore[arg-type]
            found.serial = len(self.drafts)
            if key[0] == "body":
                self.bodies.setdefault(key[1], []).append(found)
        return found

    def note_holder(self, draft: Draft, home: str | None, title: str) -> None:
        """Remember who holds an office of a state or organisation in this article."""
        if home and draft.named:
            held = self.holders.setdefault((home, title.lower()), [])
            if not any(d is draft for d in held[-3:]):
                held.append(draft)

    def sight(
        self,
        first: Token,
        last: Token,
        draft: Draft,
        form: MentionForm,
        *because: str,
        head: Token | None = None,
        cover: bool = True,
    ) -> Sighting:
        """Note that these tokens mean the actor; `cover`: every token of them points to it, not the head alone."""
        tokens = self.parsed.tokens[first.i : last.i + 1]
        top = head or head_of(tokens)
        sighting = Sighting(first, last, top, draft, form, because, tokens if cover else (top,))
        for token in sighting.tokens:
            self.at.setdefault(token.i, sighting)
        self.at[top.i] = sighting
        self.sightings.append(sighting)
        draft.sightings += 1
        return sighting

    def settle(self) -> Who:
        """Records of all actors that were sighted, in order of their first mention."""
        order = sorted(self.sightings, key=lambda s: (s.first.start, -s.last.end))
        seen: dict[int, list[Sighting]] = {}
        for sighting in order:
            seen.setdefault(id(sighting.draft), []).append(sighting)
        found: dict[int, Draft] = {}
        for sighting in order:
            _collect(sighting.draft, found)
        drafts = list(found.values())
        ids = self._ids(drafts)
        actors = tuple(_actor(d, ids, seen.get(id(d), []), self.parsed.article.text) for d in drafts)
        links = {id(s): _link(s, ids) for s in order}
        return Who(
            actors=actors,
            links=tuple(links[id(s)] for s in order),
            _by_token={i: links[id(s)] for i, s in self.at.items()},
            _by_id={a.id: a for a in actors},
            _unnamed=frozenset(ids[id(d)] for d in drafts if not d.named),
        )

    def _ids(self, drafts: list[Draft]) -> dict[int, str]:
        article, count = self.parsed.article.id, Counter[tuple[str, ...]]()
        out = {}
        for d in drafts:
            key = (d.kind, d.name, d.country or "", d.code or "")
            count[key] += 1
            extra = (count[key],) if count[key] > 1 else ()
            out[id(d)] = content_id("actor", article, *key, *extra)
        return out


def _collect(draft: Draft, found: dict[int, Draft]) -> None:
    if id(draft) not in found:
        found[id(draft)] = draft
        for member in draft.members:
            _collect(member, found)


def _link(s: Sighting, ids: dict[int, str]) -> Link:
    return Link(span=s.span, head=s.head, actor=ids[id(s.draft)], form=s.form, because=s.because)


def _actor(draft: Draft, ids: dict[int, str], sightings: list[Sighting], text: str) -> Actor:
    spans = dict.fromkeys((s.span, s.form) for s in sightings)
    names = dict.fromkeys(" ".join(s.span.of(text).split()) for s in sightings if s.form in ("name", "metonym"))
    return Actor(
        id=ids[id(draft)],
        name=draft.name,
        kind=draft.kind,
        country=draft.country,
        roles=tuple(dict.fromkeys(draft.roles)),
        code=draft.code,
        members=tuple(ids[id(m)] for m in draft.members),
        aliases=tuple(n for n in names if n != draft.name),
        mentions=tuple(Mention(span=span, form=form) for span, form in spans),
        because=draft.because or (sightings[0].because if sightings else ()),
    )


def head_of(tokens: tuple[Token, ...]) -> Token:
    """The token of a phrase on which its other tokens hang (the first noun whose head stands outside)."""
    low, high = tokens[0].i, tokens[-1].i
    outer = [t for t in tokens if t.head is t or not low <= t.head.i <= high]
    for token in outer:
        if token.pos in ("PROPN", "NOUN", "PRON"):
            return token
    return outer[-1] if outer else tokens[-1]
