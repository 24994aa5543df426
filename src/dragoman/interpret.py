"""THE FLOW: Source -> Reading, read aloud from top to bottom."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.clean.blocks import clean_source
from dragoman.errors import ReadingFailed, SourceError
from dragoman.extract.assessments import find_assessments
from dragoman.extract.events import find_events
from dragoman.extract.figures import find_figures
from dragoman.extract.meetings import find_meetings
from dragoman.extract.positions import find_positions
from dragoman.extract.statements import find_statements
from dragoman.extract.statements.turns import find_turns
from dragoman.kit import Kit, Parser
from dragoman.lexicon import (
    actor_index,
    coding,
    furniture,
    gazetteer,
    quantities,
    speech,
    stances,
    time_words,
    triggers,
)
from dragoman.lexicon.load import load_lexicon
from dragoman.records import (
    Article,
    Assessment,
    Block,
    Event,
    Figure,
    Meeting,
    Parsed,
    Position,
    Reading,
    Source,
    Statement,
)
from dragoman.records.anchors import check_anchors
from dragoman.resolve.attach import Setting
from dragoman.resolve.places import find_places
from dragoman.resolve.times import find_times
from dragoman.resolve.who import find_who
from dragoman.settings import DEFAULTS, Settings

#: Sources cleaned ahead of the parser; it bounds what is held in memory at once.
AHEAD = 64
#: Who only listens is an actor unless it is one of these: "told reporters", "assured the people".
CROWDS = frozenset({"group", "population"})


def open_kit(settings: Settings = DEFAULTS, *, parser: Parser | None = None) -> Kit:
    """Everything heavy, loaded once: tables, their indexes and the model (about a second)."""
    from dragoman.parse.english import EnglishParser

    lexicon = load_lexicon(settings.lexicon)
    kit = Kit(
        lexicon=lexicon,
        parser=parser or EnglishParser(settings.model),
        furniture=furniture.build(lexicon),
        actors=actor_index.build(lexicon),
        times=time_words.build(lexicon),
        gazetteer=gazetteer.build(lexicon),
        speech=speech.build(lexicon),
        triggers=triggers.build(lexicon),
        quantities=quantities.build(lexicon),
        stances=stances.build(lexicon),
        coding=coding.build(lexicon),
    )
    gc.collect()
    gc.freeze()  # it lives as long as the process: looking through it for garbage doubles the cost of making tokens
    return kit


def setting_of(parsed: Parsed, kit: Kit) -> Setting:
    """Who, when and where of one parsed article: what every extractor is given."""
    who = find_who(parsed, kit)
    times, places = find_times(parsed, kit), find_places(parsed, who, kit)
    return Setting(parsed=parsed, who=who, times=times, places=places, words=kit.times.attach)


def interpret(parsed: Parsed, kit: Kit, *, notes: tuple[str, ...] = ()) -> Reading:
    """The reading of one parsed article."""
    setting = setting_of(parsed, kit)
    who = setting.who
    turns = find_turns(setting, kit.speech)
    statements, unsaid = find_statements(setting, turns, kit)
    events, undone = find_events(setting, statements, turns, kit)
    meetings = find_meetings(setting, events, kit)
    positions = find_positions(setting, statements, events, kit)
    assessments = find_assessments(setting, statements, kit)
    addressees = (who.actor(s.addressee) for s in statements)
    heard = {a.id for a in addressees if a is not None and a.kind not in CROWDS}
    used = _actors_used(statements, events, meetings, positions, assessments)
    actors = who.kept(heard.union(used))
    known = {a.id for a in actors}
    return Reading(
        article=parsed.article,
        blocks=parsed.blocks,
        actors=actors,
        times=setting.times,
        places=setting.places,
        statements=_to_known(statements, known),
        events=events,
        positions=positions,
        assessments=assessments,
        figures=_of_known(find_figures(setting, statements, kit), known),
        meetings=meetings,
        rejects=unsaid + undone,
        notes=notes,
    )


def _actors_used(
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
    meetings: tuple[Meeting, ...],
    positions: tuple[Position, ...],
    assessments: tuple[Assessment, ...],
) -> Iterator[str | None]:
    """Ids of the actors to which a record points as to somebody who speaks, acts or is acted upon."""
    for statement in statements:
        yield from (statement.speaker, statement.relayed_by)
    for event in events:
        yield from (*event.source, *event.target)
    for meeting in meetings:
        yield from meeting.participants
    for position in positions:
        yield from (position.actor, position.toward)
    for assessment in assessments:
        yield assessment.holder


def _to_known(statements: tuple[Statement, ...], known: set[str]) -> tuple[Statement, ...]:
    """The statements; a crowd that does nothing but listen ("told reporters") is no actor, and nobody's addressee."""
    return tuple(s if s.addressee in known else replace(s, addressee=None) for s in statements)


def _of_known(figures: tuple[Figure, ...], known: set[str]) -> tuple[Figure, ...]:
    """The figures; a crowd that does nothing but be counted is no actor, and no figure is "of" it."""
    return tuple(f if f.of in known else replace(f, of=None) for f in figures)


def interpret_all(
    sources: Iterable[Source | SourceError], kit: Kit, settings: Settings = DEFAULTS
) -> Iterator[Reading | SourceError]:
    """A Reading, or the error, for each source in its order; one bad source costs that source only."""
    held: list[tuple[Source, Article, tuple[Block, ...]] | SourceError] = []
    for source in sources:
        held.append(_cleaned(source, kit, settings))
        if len(held) >= AHEAD:
            yield from _read_held(held, kit, settings)
            held = []
    yield from _read_held(held, kit, settings)


def _cleaned(
    source: Source | SourceError, kit: Kit, settings: Settings
) -> tuple[Source, Article, tuple[Block, ...]] | SourceError:
    if isinstance(source, SourceError):
        return source
    try:
        article, blocks = clean_source(source, kit, settings)
    except SourceError as error:
        return error
    except Exception as error:
        return _failure(source, error)
    return source, article, blocks


def _read_held(
    held: list[tuple[Source, Article, tuple[Block, ...]] | SourceError], kit: Kit, settings: Settings
) -> Iterator[Reading | SourceError]:
    good = [(item[1], item[2]) for item in held if not isinstance(item, SourceError)]
    parses = kit.parser.parse(good, batch_size=settings.batch_size)
    for item in held:
        if isinstance(item, SourceError):
            yield item
        else:
            yield _read_one(item[0], next(parses), kit)


def _read_one(source: Source, parsed: Parsed, kit: Kit) -> Reading | SourceError:
    """The checked reading. A fault of ours in one hostile document must not cost the others: it becomes an error."""
    try:
        return check_anchors(interpret(parsed, kit, notes=source.notes))
    except Exception as error:
        return _failure(source, error)


def _failure(source: Source, error: Exception) -> ReadingFailed:
    """The error of one document: what failed, and where in our code."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return ReadingFailed(f"could not be read: {type(error).__name__} at {place}: {error}", where=source.name)
