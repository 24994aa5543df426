"""A reading made by hand, for views and doors: every kind of row once, and a text that tries to harm the terminal."""

from __future__ import annotations

from dragoman.records import (
    Actor,
    Article,
    Assessment,
    Block,
    Event,
    Meeting,
    Mention,
    Position,
    Reading,
    Reject,
    Role,
    Span,
    Statement,
    TimeSpan,
)
from dragoman.records.ids import text_digest

TEXT = """Envoys [bold]open\x1b[31m a hard week

It rained. “Are they ready to sign?” Sergei Ryabkov told Interfax on Monday. Russia has massed troops near the border. \
NATO would answer with severe costs if Russia invades, Jens Stoltenberg warned. The council meets in Brussels on \
Wednesday. Sofia denied that its ships had fired on a trawler of the U.S. fleet. So be it."""


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def sample() -> Reading:
    invasion = span("NATO would answer with severe costs if Russia invades")
    day = TimeSpan(value="2022-01-10", begin="2022-01-10", end="2022-01-10")
    return Reading(
        article=Article(
            id="art-0123",
            source="The Lakeside Courier",
            agency="AFP",
            title=span("Envoys [bold]open\x1b[31m a hard week").of(TEXT),
            published="2022-01-10",
            published_basis="given",
            text=TEXT,
            sha256=text_digest(TEXT),
        ),
        blocks=(
            Block(kind="title", span=Span(0, TEXT.index("\n"))),
            Block(kind="body", span=Span(TEXT.index("It rained"), len(TEXT)), because=("block.default",)),
        ),
        actors=(
            Actor(
                id="act-1",
                name="Sergei Ryabkov",
                kind="person",
                roles=(Role(title="deputy foreign minister", country="RUS"),),
                code="RUSGOV",
                mentions=(Mention(span=span("Sergei Ryabkov"), form="name"),),
            ),
            Actor(id="act-2", name="Russia", kind="state", country="RUS", code="RUS"),
            Actor(id="act-3", name="NATO", kind="organisation", code="IGOWSTNAT"),
            Actor(
                id="act-4", name="Jens Stoltenberg", kind="person", roles=(Role(title="chief", organisation="NATO"),)
            ),
            Actor(id="act-5", name="Bulgaria", kind="state", country="BGR", code="BGR"),
        ),
        statements=(
            Statement(
                id="sta-1",
                kind="direct",
                form="question",
                speaker="act-1",
                capacity="official",
                source=(span("Sergei Ryabkov"),),
                cue=(span("told"),),
                content=(span("“Are they ready to sign?”"),),
                channel="Interfax",
                time=day,
                because=("speaker.subject-of-cue", "reporting_verbs:tell"),
            ),
            Statement(id="sta-2", kind="indirect", speaker="act-4", cue=(span("warned"),), content=(invasion,)),
        ),
        events=(
            Event(
                id="evt-11",
                source=("act-2",),
                plover="MOBILIZE",
                mode="troops",
                status="ongoing",
                begin="2021-11-01",
                trigger=span("massed"),
                evidence=(span("Russia has massed troops"),),
            ),
            Event(
                id="evt-12",
                source=("act-3",),
                target=("act-2",),
                plover="THREATEN",
                status="occurred",
                begin="2022-01-10",
                end="2022-01-10",
                trigger=span("warned"),
                evidence=(span("NATO would answer with severe costs if Russia invades, Jens Stoltenberg warned"),),
                condition=span("if Russia invades"),
            ),
            Event(
                id="evt-13",
                source=("act-2",),
                plover="ASSAULT",
                status="conditional",
                modality="feared",
                trigger=span("invades"),
                evidence=(invasion,),
                said_in="sta-2",
            ),
            Event(
                id="evt-14",
                source=("act-3",),
                target=("act-2",),
                reciprocal=True,
                plover="CONSULT",
                status="scheduled",
                begin="2022-01-12",
                end="2022-01-12",
                trigger=span("meets"),
                evidence=(span("The council meets"),),
            ),
            Event(
                id="evt-15",
                source=("act-5",),
                plover="ASSAULT",
                status="denied",
                trigger=span("fired"),
                evidence=(span("its ships had fired on a trawler of the U.S. fleet"),),
            ),
        ),
        meetings=(
            Meeting(
                id="mtg-1",
                body="NATO-Russia Council",
                participants=("act-3", "act-2"),
                begin="2022-01-12",
                end="2022-01-12",
                status="scheduled",
                evidence=(span("The council meets in Brussels on Wednesday"),),
            ),
        ),
        positions=(
            Position(
                id="pos-1",
                actor="act-3",
                stance="threatens",
                issue="invasion",
                proposition=span("answer with severe costs"),
                condition=span("if Russia invades"),
                toward="act-2",
                evidence=invasion,
            ),
        ),
        assessments=(
            Assessment(
                id="ass-1",
                holder="author",
                kind="forecast",
                strength="likely",
                span=span("So be it"),
                evidence=span("So be it."),
            ),
        ),
        rejects=(Reject(span=span("It rained"), stage="events", reason="nobody acts"),),
        notes=("read as windows-1252",),
    )
