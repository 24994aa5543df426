"""Time expressions under TIMEX3 (TimeML 1.2.1), resolved against the publication date.

In: the text of every block, with its grammar where it is parsed. Out: `TimeRef`: span, type, value, days covered.
Journey: `lex` (words to classes) → `tag` (rows of the grammar) → the readings (`dates`, `seasons`, `relative`, `spans`,
`clock`) → `normalise` (begin, end, precision). Where the publication date is unknown, what counts from it stays null.

Example: in an article of 10 January 2022, "on Wednesday" after "will meet" is 2022-01-12.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.kit import Kit
from dragoman.records import Parsed, TimeRef
from dragoman.resolve.times import clock, dates, offsets, relative, seasons, spans
from dragoman.resolve.times.anchor import Context
from dragoman.resolve.times.calendar import parse_moment
from dragoman.resolve.times.hit import Hit, Sense
from dragoman.resolve.times.lex import lex
from dragoman.resolve.times.normalise import pair_clocks, settle_clocks, time_ref
from dragoman.resolve.times.tag import hits_of

__all__ = ["READINGS", "find_times"]

Reading = Callable[[Hit, Context], Sense | list[Sense] | None]

#: What the column `reading` of time_grammar.tsv may name.
READINGS: dict[str, Reading] = {
    f.__name__: f
    for f in (
        dates.month_day,
        dates.month_days,
        dates.weekday_ordinal,
        dates.month_year,
        dates.month_relative,
        dates.month_spoken_year,
        dates.relative_month,
        dates.month,
        dates.year,
        dates.spoken_year,
        dates.isodate,
        dates.isomoment,
        dates.numdate,
        seasons.decade,
        seasons.ordinal_unit,
        seasons.quarter,
        seasons.relative_quarter,
        seasons.half_year,
        seasons.season,
        seasons.holiday,
        seasons.holiday_unit,
        relative.weekday,
        relative.weekday_of_week,
        relative.part_of,
        relative.today,
        relative.tonight,
        relative.deictic_part,
        relative.day_beyond,
        relative.relative_unit,
        relative.edge_in_unit,
        relative.the_unit,
        relative.unit_end,
        relative.weekend,
        offsets.offset,
        offsets.offset_turn,
        offsets.offset_weekday,
        offsets.weekdays_ago,
        offsets.year_ago,
        offsets.reference,
        offsets.past_reference,
        offsets.future_reference,
        spans.duration,
        spans.bare_units,
        spans.directed_span,
        spans.unit_ended,
        spans.every,
        spans.frequency,
        spans.weekdays,
        clock.clock,
        clock.noon,
    )
}


def find_times(parsed: Parsed, kit: Kit) -> tuple[TimeRef, ...]:
    """The time expressions of the article, in order of the text; they do not overlap."""
    context = Context(parsed, kit.times, parse_moment(parsed.article.published))
    out: list[TimeRef] = []
    for block in parsed.blocks:
        line = lex(parsed.article.text, block.span.start, block.span.end, kit.times)
        candidates = hits_of(line, kit.times)
        hits = next(candidates, None)
        while hits is not None:
            taken = None
            for hit in hits:
                senses = _read(hit, context)
                if senses:
                    out.extend(_kept(hit, senses, context))
                    taken = hit.last
                    break
            try:
                hits = candidates.send(taken)
            except StopIteration:
                hits = None
    return pair_clocks(settle_clocks(out, context.dayless, parsed), parsed)


def _read(hit: Hit, context: Context) -> list[Sense]:
    if hit.begins_with("that", "last") and _is_other_word(hit, context):
        return []
    found = READINGS[hit.reading](hit, context)
    return found if isinstance(found, list) else [] if found is None else [found]


def _is_other_word(hit: Hit, context: Context) -> bool:
    """ "reported that third-quarter profit fell", "it will last five years": no pointing word."""
    token = context.parsed.token_at(hit.start)
    if token is None:
        return False
    return token.tag != "DT" if token.lower == "that" else token.pos == "VERB"


def _kept(hit: Hit, senses: list[Sense], context: Context) -> list[TimeRef]:
    out = []
    for sense in senses:
        ref = time_ref(hit, sense)
        if sense.type in ("DATE", "TIME") and ref.value:
            context.last.append(ref.value)
            context.dated.append((ref.span.start, ref.value))
        out.append(ref)
    return out
