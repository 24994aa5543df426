"""Readings made up by counting, by the hundred thousand: for tests of the ledger, its views and exports; for benches.

    python -m tests.ledger.generate big.ledger 1000000 [EVENTS_AN_ARTICLE]

Nothing is random: the same numbers give the same readings. Actors, types and words are spread unevenly, as in news: a
few states are in most articles, most names in few.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from dragoman.ledger import Writer
from dragoman.records import (
    Actor,
    Article,
    Assessment,
    Block,
    Event,
    Figure,
    Meeting,
    Mention,
    Place,
    Position,
    Quantity,
    Reading,
    Role,
    Span,
    Statement,
    TimeSpan,
    vocab,
)
from dragoman.records.ids import content_id, text_digest

#: Moment of every line of the log, unless another is given.
AT = "2026-01-01T00:00:00Z"
FIRST_DAY = date(2000, 1, 1)
DAYS = 9000
ARTICLES_A_DAY = 12
#: Events an article where a great ledger is made (fewer articles take less time).
EACH = 25
STATES = (
    ("USA", "United States"), ("RUS", "Russia"), ("CHN", "China"), ("IRN", "Iran"), ("ISR", "Israel"),
    ("UKR", "Ukraine"), ("GBR", "United Kingdom"), ("FRA", "France"), ("DEU", "Germany"), ("TUR", "Turkey"),
    ("IND", "India"), ("PAK", "Pakistan"), ("JPN", "Japan"), ("KOR", "South Korea"), ("SYR", "Syria"),
    ("IRQ", "Iraq"), ("EGY", "Egypt"), ("ETH", "Ethiopia"), ("KEN", "Kenya"), ("NGA", "Nigeria"), ("BRA", "Brazil"),
    ("ARG", "Argentina"), ("COL", "Colombia"), ("VEN", "Venezuela"), ("MEX", "Mexico"), ("NOR", "Norway"),
    ("PER", "Peru"), ("VNM", "Vietnam"), ("THA", "Thailand"), ("FJI", "Fiji"),
)  # fmt: skip
TOWNS = (
    ("Geneva", "CHE", 46.2022, 6.1457), ("Kyiv", "UKR", 50.4547, 30.5238), ("Vienna", "AUT", 48.2085, 16.3721),
    ("Nairobi", "KEN", -1.2833, 36.8167), ("Doha", "QAT", 25.2855, 51.531), ("Suva", "FJI", -18.1416, 178.4415),
    ("Oslo", "NOR", 59.9127, 10.7461), ("Bogotá", "COL", 4.6097, -74.0817),
)  # fmt: skip
ACTS: tuple[tuple[vocab.PloverType, str, int, float], ...] = (
    ("CONSULT", "040", 1, 1.0), ("ACCUSE", "112", 3, -2.0), ("THREATEN", "130", 3, -4.4), ("SUPPORT", "050", 1, 3.5),
    ("ASSAULT", "190", 4, -10.0), ("AID", "070", 2, 7.0), ("REQUEST", "020", 3, 3.0), ("SANCTION", "163", 4, -8.0),
    ("MOBILIZE", "150", 4, -7.2), ("REJECT", "120", 3, -4.0), ("AGREE", "057", 1, 8.0), ("COERCE", "173", 4, -5.0),
    ("PROTEST", "141", 3, -6.5), ("RETREAT", "087", 2, 9.0), ("COOPERATE", "061", 2, 6.4), ("CONCEDE", "080", 2, 5.0),
)  # fmt: skip
STATUSES: tuple[vocab.EventStatus, ...] = (
    *("occurred",) * 7,
    "ongoing",
    "scheduled",
    "considered",
    "conditional",
    "denied",
    "background",
)
OUTLETS = ("The Lakeside Courier", "Harbour Wire", "Plains Gazette", "Radio Delta", "The Ferry Post")
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za", "dri", "gal", "hun", "jor", "pel", "sta")
MASK = (1 << 64) - 1


def mixed(*numbers: int) -> int:
    """A number that depends on all of these, evenly spread (SplitMix64)."""
    z = 0x9E3779B97F4A7C15
    for n in numbers:
        z = (z ^ n) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
    return z ^ z >> 31


def skewed(size: int, key: int) -> int:
    """An index below `size`, small ones far oftener."""
    share = (key & 0xFFFFF) / 0x100000
    return int(size * share**3)


def made_up(number: int) -> str:
    """A word that is no word: 65,536 different ones."""
    return "".join(SYLLABLES[number >> shift & 15] for shift in (0, 4, 8, 12))


WORDS = tuple(made_up(mixed(n) & 0xFFFF) for n in range(20_000))


def reading(number: int, *, events: int = 10, words: int = 14) -> Reading:
    """The made-up article of this number, with so many events; each sentence has so many words beside its facts."""
    key = f"gen-{number:07d}"
    day = FIRST_DAY + timedelta(days=number // ARTICLES_A_DAY % DAYS)
    published = day.isoformat()
    cast: dict[int, Actor] = {}
    sentences: list[str] = []
    found: list[Event] = []
    places: list[Place] = []
    statements: list[Statement] = []
    positions: list[Position] = []
    meetings: list[Meeting] = []
    figures: list[Figure] = []
    assessments: list[Assessment] = []
    at = 0
    for index in range(events):
        h = mixed(number, index, 2)
        one, other = skewed(len(STATES), h), skewed(len(STATES), h >> 20)
        if one == other:
            other = (other + 1) % len(STATES)
        act, cameo, quad, goldstein = ACTS[skewed(len(ACTS), h >> 40)]
        status = STATUSES[(h >> 8) % len(STATUSES)]
        town = TOWNS[(h >> 16) % len(TOWNS)]
        filler = " ".join(WORDS[skewed(len(WORDS), mixed(h, w))] for w in range(words))
        verb = act.lower()
        sentence = f"{STATES[one][1]} {verb} {STATES[other][1]} in {town[0]} over {filler}."
        sentences.append(sentence)
        span = Span(at, at + len(sentence))
        source, target = (_state(key, cast, s, at + sentence.index(STATES[s][1]), STATES[s][1]) for s in (one, other))
        place = at + sentence.index(f" in {town[0]}") + 4
        places.append(_place(town, place))
        trigger = Span(at + len(STATES[one][1]) + 1, at + len(STATES[one][1]) + 1 + len(verb))
        said = None
        if index % 5 == 0:
            said = _statement(key, source, trigger, span, published)
            statements.append(said)
            positions.append(_position(key, source, target, said, span))
        begin = (day - timedelta(days=(h >> 24) % 4)).isoformat()
        found.append(
            Event(
                id=content_id("event", key, at, act, status),
                source=(source,), target=(target,), reciprocal=act == "CONSULT",
                source_code=STATES[one][0], target_code=STATES[other][0], plover=act, cameo=cameo, quad=quad,
                goldstein=goldstein, status=status, begin=begin, end=begin, place=len(places) - 1, trigger=trigger,
                evidence=(span,), said_in=said.id if said else None, because=("event.made-up", f"triggers:{verb}/verb"),
            )
        )  # fmt: skip
        if index == 3:
            meetings.append(_meeting(key, (source, target), begin, len(places) - 1, span))
        if index % 10 == 4:
            figures.append(_figure(key, span, sentence, at, h % 1000))
            assessments.append(_assessment(key, target, span))
        at = span.end + 1
    text = " ".join(sentences)
    return Reading(
        article=Article(
            id=key, source=OUTLETS[number % len(OUTLETS)], url=f"https://news.example/{key}",
            title=f"Dispatch {number}", published=published, published_basis="metadata",
            language="en", text=text, sha256=text_digest(text),
        ),
        blocks=(Block(kind="body", span=Span(0, len(text))),),
        actors=tuple(cast.values()), places=tuple(places), statements=tuple(statements), events=tuple(found),
        positions=tuple(positions), meetings=tuple(meetings), figures=tuple(figures),
        assessments=tuple(assessments),
    )  # fmt: skip


def _state(article: str, cast: dict[int, Actor], state: int, at: int, name: str) -> str:
    """The id of the state in this article; every third article speaks through a named minister instead."""
    if state not in cast:
        code, label = STATES[state]
        mention = Mention(span=Span(at, at + len(name)), form="name")
        key = content_id("actor", article, code)
        minister = mixed(len(article), state, int(article[4:])) % 3 == 0
        cast[state] = Actor(
            id=key, name=f"Minister {made_up(mixed(state, 9) & 0xFFFF).title()}" if minister else label,
            kind="person" if minister else "state", country=code, code=f"{code}GOV" if minister else code,
            roles=(Role(title="minister", country=code),) if minister else (), mentions=(mention,),
            because=(f"states:{code}",),
        )  # fmt: skip
    return cast[state].id


def _place(town: tuple[str, str, float, float], at: int) -> Place:
    name, country, lat, lon = town
    return Place(span=Span(at, at + len(name)), name=name, country=country, lat=lat, lon=lon, precision="city")


def _statement(article: str, speaker: str, cue: Span, content: Span, day: str) -> Statement:
    return Statement(
        id=content_id("statement", article, tuple(content)), kind="indirect", form="statement", speaker=speaker,
        capacity="official", cue=(cue,), content=(content,), time=TimeSpan(value=day, begin=day, end=day),
        because=("reporting_verbs:say",),
    )  # fmt: skip


def _position(article: str, actor: str, toward: str, said: Statement, span: Span) -> Position:
    return Position(
        id=content_id("position", article, tuple(span)), actor=actor, stance="demands", issue="made-up issue",
        proposition=span, toward=toward, said_in=said.id, evidence=span, because=("position.made-up",),
    )  # fmt: skip


def _meeting(article: str, parties: tuple[str, ...], day: str, place: int, span: Span) -> Meeting:
    return Meeting(
        id=content_id("meeting", article, tuple(span)), participants=parties, begin=day, end=day, place=place,
        status="scheduled", evidence=(span,), because=("meeting.made-up",),
    )  # fmt: skip


def _figure(article: str, span: Span, sentence: str, at: int, low: int) -> Figure:
    last = sentence.rindex(" ") + 1
    return Figure(
        id=content_id("figure", article, tuple(span)), span=Span(at + last, span.end - 1),
        quantity=Quantity(low=float(low), high=None if low % 3 else float(low)), unit="people", what="people",
        because=("figure.made-up",),
    )  # fmt: skip


def _assessment(article: str, holder: str, span: Span) -> Assessment:
    return Assessment(
        id=content_id("assessment", article, tuple(span)), holder=holder, kind="forecast", strength="likely",
        about="made-up issue", span=span, evidence=span, because=("assessment.made-up",),
    )  # fmt: skip


def readings(events: int, *, each: int = 10, words: int = 14) -> Iterator[Reading]:
    """Readings with so many events in all."""
    whole, rest = divmod(events, each)
    yield from (reading(number, events=each, words=words) for number in range(whole))
    if rest:
        yield reading(whole, events=rest, words=words)


def fill(path: Path, events: int, *, each: int = 10, words: int = 14, at: str = AT) -> None:
    """Make a ledger of so many events, with the ledger's own writer, a thousand articles a transaction.

    The more events an article has, and the fewer words, the sooner it is made: 100,000 in articles of 100, with 4 words
    beside the facts, take 18 s of the processor instead of 35.
    """
    with Writer(path, durable=False) as writer:
        made = readings(events, each=each, words=words)
        while group := list(islice(made, 1000)):
            writer.add_all(group, at=at)


if __name__ == "__main__":
    begin = time.perf_counter()
    fill(Path(sys.argv[1]), int(sys.argv[2]), each=int(sys.argv[3]) if len(sys.argv) > 3 else EACH)
    print(f"{sys.argv[2]} events in {time.perf_counter() - begin:.0f} s")
