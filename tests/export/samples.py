"""Readings for the tests of exports, made by hand: one peaceful, one of each status, one hostile."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.export import FORMATS
from dragoman.export.contract import EVENT_STATUSES, Format, Order, Tally
from dragoman.lexicon.formats import FormatIndex, build
from dragoman.lexicon.load import load_lexicon
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
)
from dragoman.records.ids import content_id, text_digest

TEXT = (
    "Envoys meet by the lake\n\n"
    "Russia and Norway held talks in Geneva on Monday. Oslo will send doctors to Juba next week. "
    '"We shall not be moved," Ola Nordmann told Radio Fjord.\n\n'
    "Minsk denied that it had shelled Lviv. The Arctic Council meets in Oslo on 12 January. Some 40 boats waited."
)


@cache
def codes() -> FormatIndex:
    return build(load_lexicon())


def order(**changes: Any) -> Order:
    """An order over our tables; everything else as by default."""
    return Order(**{"codes": codes(), "edition": (("version", "0.1.0"), ("lexicon", "abc")), **changes})


def everything(**changes: Any) -> Order:
    return order(statuses=frozenset(EVENT_STATUSES), **changes)


def written(format: Format, readings: Iterable[Reading], asked: Order | None = None) -> bytes:
    """The bytes of an export, with the format's own level of text where no order is given."""
    return told(format, readings, asked)[0]


def told(format: Format, readings: Iterable[Reading], asked: Order | None = None) -> tuple[bytes, Tally]:
    stream = io.BytesIO()
    tally = format.write(readings, stream, asked or order(text=format.text or "none", kind=format.kinds[0]))
    return stream.getvalue(), tally


class Maker:
    """Records over a text, their spans found by their words."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, words: str) -> Span:
        at = self.text.index(words)
        return Span(at, at + len(words))

    def actor(self, key: str, name: str, kind: Any, words: str, **more: Any) -> Actor:
        return Actor(
            id=f"act-{key}", name=name, kind=kind, mentions=(Mention(span=self.span(words), form="name"),), **more
        )

    def event(self, trigger: str, evidence: str, plover: Any, status: Any = "occurred", **more: Any) -> Event:
        return Event(
            id=content_id("event", self.text, trigger, plover, status), plover=plover, status=status,
            trigger=self.span(trigger), evidence=(self.span(evidence),), because=("event.made-up",), **more,
        )  # fmt: skip


def article(text: str, **more: Any) -> Article:
    return Article(
        **{
            "id": "art-0123456789abcdef", "source": "The Lakeside Courier", "url": "https://news.example/1",
            "title": "Envoys meet by the lake", "published": "2022-01-11", "published_basis": "given",
            "language": "en", "text": text, "sha256": text_digest(text), **more,
        }
    )  # fmt: skip


@cache
def talks() -> Reading:
    """Talks that were held (mutual), aid to come, a denial, a meeting to come, a quotation, a figure."""
    m = Maker(TEXT)
    actors = (
        m.actor("rus", "Russia", "state", "Russia", country="RUS", code="RUS"),
        m.actor("nor", "Norway", "state", "Norway", country="NOR", code="NOR", aliases=("Oslo",)),
        m.actor("ola", "Ola Nordmann", "person", "Ola Nordmann", country="NOR", code="NORGOV",
                roles=(Role(title="foreign minister", country="NOR"),)),
        m.actor("blr", "Belarus", "state", "Minsk", country="BLR", code="BLR"),
        m.actor("fjo", "Radio Fjord", "media", "Radio Fjord", country="NOR", code="NORJRN"),
        m.actor("ssd", "South Sudan", "state", "Juba", country="SSD", code="SSD"),
    )  # fmt: skip
    places = (
        Place(span=m.span("Geneva"), name="Geneva", country="CHE", lat=46.2022, lon=6.1457, geonameid=2660646,
              precision="city"),
        Place(span=m.span("Juba"), name="Juba", country="SSD", lat=4.8517, lon=31.5825, precision="city",
              role="metonym"),
        Place(span=m.span("Oslo on"), name="Oslo", country="NOR", lat=59.9127, lon=10.7461, precision="city"),
    )  # fmt: skip
    said = Statement(
        id="sta-0000000000000001", kind="direct", form="statement", speaker="act-ola", capacity="official",
        source=(m.span("Ola Nordmann"),), cue=(m.span("told"),), content=(m.span("We shall not be moved"),),
        addressee="act-fjo", channel="Radio Fjord", time=TimeSpan(value="2022-01-10", begin="2022-01-10"), block=1,
    )  # fmt: skip
    events = (
        m.event("held talks", "Russia and Norway held talks in Geneva on Monday", "CONSULT", source=("act-rus",),
                target=("act-nor",), reciprocal=True, source_code="RUS", target_code="NOR", cameo="046", quad=1,
                goldstein=7.0, contexts=("diplomatic",), begin="2022-01-10", end="2022-01-10", place=0),
        m.event("send doctors", "Oslo will send doctors to Juba next week", "AID", "scheduled", source=("act-nor",),
                target=("act-ssd",), source_code="NOR", target_code="SSD", cameo="073", quad=2, goldstein=7.4,
                begin="2022-01-17", end="2022-01-23", place=1, object=m.span("doctors")),
        m.event("shelled", "it had shelled Lviv", "ASSAULT", "denied", source=("act-blr",), source_code="BLR",
                cameo="194", mode="heavy-weapons", quad=4, goldstein=-10.0),
        m.event("moved", "We shall not be moved", "REJECT", source=("act-ola",), source_code="NORGOV", cameo="120",
                quad=3, goldstein=-4.0, said_in="sta-0000000000000001"),
    )  # fmt: skip
    meeting = Meeting(
        id="mtg-0000000000000001", participants=("act-nor", "act-rus"), body="Arctic Council", begin="2022-01-12",
        end="2022-01-12", place=2, status="scheduled",
        evidence=(m.span("The Arctic Council meets in Oslo on 12 January"),),
    )  # fmt: skip
    position = Position(
        id="pos-0000000000000001", actor="act-ola", stance="refuses", issue="withdrawal",
        said_in="sta-0000000000000001", proposition=m.span("moved"), evidence=m.span("We shall not be moved"),
    )  # fmt: skip
    assessment = Assessment(
        id="ass-0000000000000001", holder="author", kind="forecast", strength="likely", about=events[1].id,
        span=m.span("send doctors"), evidence=m.span("will send doctors"),
    )  # fmt: skip
    figure = Figure(id="fig-0000000000000001", span=m.span("Some 40"), unit="boats", what="boats",
                    quantity=Quantity(low=40.0, high=40.0, approximate=True))  # fmt: skip
    title, body, last = TEXT.split("\n\n")
    starts = [0, len(title) + 2, len(title) + len(body) + 4]
    blocks = tuple(
        Block(kind=kind, span=Span(start, start + len(part)))
        for kind, start, part in zip(("title", "body", "body"), starts, (title, body, last), strict=True)
    )
    return Reading(
        article=article(TEXT), blocks=blocks, actors=actors, places=places, statements=(said,), events=events,
        meetings=(meeting,), positions=(position,), assessments=(assessment,), figures=(figure,),
    )  # fmt: skip


#: Names that would shift columns, run as formulas or markup, turn lines around, or end a file.
HOSTILE = (
    "=HYPERLINK(\"http://x.example\";\"click\")", "+1+1", "-2+3", "@SUM(A1)", "tab\there", "line\nbreak\r\nand more",
    "NUL\x00inside", "\u202eright to left\u202c", "<script>alert(1)</script>", "a & b \"quoted\" 'twice'", "semi;colon",
    "lone\ud800surrogate", "bell\x07", "\u2028separator\x85", "back\\slash, comma", "  ", "emoji 🕊 é̂",
)  # fmt: skip


@cache
def hostile() -> Reading:
    """Every hostile name as source of an event and as a place, outlet, title and URL."""
    text = " ".join(f"{name} struck" for name in HOSTILE)
    at, actors, events, places = 0, [], [], []
    for n, name in enumerate(HOSTILE):
        key = f"act-h{n}"
        named, struck = Span(at, at + len(name)), Span(at + len(name) + 1, at + len(name) + 7)
        actors.append(Actor(id=key, name=name, kind="organisation", code="USAGOV", country="USA", aliases=(name,),
                            roles=(Role(title=name),), mentions=(Mention(span=named, form="name"),)))  # fmt: skip
        places.append(Place(span=named, name=name, country="USA", lat=-1.5, lon=2.25, precision="city"))
        events.append(
            Event(id=content_id("event", "hostile", n), source=(key,), target=(f"act-h{(n + 1) % len(HOSTILE)}",),
                  plover="ASSAULT", cameo="190", quad=4, goldstein=-10.0, status="occurred", begin="2022-01-10",
                  end="2022-01-10", place=n, trigger=struck, evidence=(Span(at, struck.end),),
                  object=named, because=(name,))
        )  # fmt: skip
        at = struck.end + 1
    meetings = tuple(
        Meeting(id=content_id("meeting", "hostile", n), body=name, begin="2022-01-12", end="2022-01-12", place=n,
                status="scheduled", evidence=(events[n].evidence[0],))
        for n, name in enumerate(HOSTILE)
    )  # fmt: skip
    return Reading(
        article=article(text, id="art-\thostile\n", source=HOSTILE[0] + "\t" + HOSTILE[6], title=HOSTILE[5],
                        url="https://x.example/\n\t;=<>\x00"),
        blocks=(Block(kind="body", span=Span(0, len(text))),), actors=tuple(actors), places=tuple(places),
        events=tuple(events), meetings=meetings,
    )  # fmt: skip


#: Files of what `talks` gives, by format: `python -m tests.export.samples` writes them again.
GOLDEN = Path(__file__).parent / "golden"
#: Parquet's bytes are those of one version of pyarrow.
IN_GOLDEN = tuple(format for format in FORMATS if not format.binary)


def golden_of(format: Format) -> Path:
    return GOLDEN / f"talks-{format.name}{format.suffix}"


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for format in IN_GOLDEN:
        golden_of(format).write_bytes(written(format, [talks()]))


if __name__ == "__main__":
    main()
