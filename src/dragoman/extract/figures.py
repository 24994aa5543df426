"""Figures: how many of what, according to whom. Propose a run of number words, decide what it counts, explain.

"More than 13,000 people have died" is a quantity with an open upper end, of people who have died; "Nord Stream 2",
"Resolution 1701", "version 2.0" and the parts of a date are no quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.kit import Kit
from dragoman.lexicon.quantities import QuantityIndex
from dragoman.records import Figure, Quantity, Sentence, Span, Statement, TimeSpan, Token
from dragoman.records.ids import content_id
from dragoman.records.vocab import REPORT_BLOCKS
from dragoman.resolve.attach import Setting, time_of

#: 13,000 · 2.5 · 7 · 5bn: digits with separators, at most four letters behind (a scale); bounded, no backtracking.
DIGITS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,12})(\.[0-9]{1,4})?([a-z]{1,2})?")
#: A quantity needs something counted; these dependency labels lead from a number to it.
TO_NOUN = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "punct", "advmod"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of number words with its value (or vague bounds) and the rows that gave it."""

    first: int
    last: int
    low: float
    high: float
    vague: bool
    because: tuple[str, ...]


def find_figures(setting: Setting, statements: tuple[Statement, ...], kit: Kit) -> tuple[Figure, ...]:
    """The figures of the report, in order of the text."""
    dates = {t.start for ref in setting.times for t in setting.parsed.tokens_in(ref.span)}
    out = []
    for sentence in setting.parsed.sentences:
        if sentence.kind in REPORT_BLOCKS:
            for run in number_runs(sentence, kit.quantities):
                figure = decide(run, sentence, setting, statements, kit.quantities, dates)
                if figure:
                    out.append(figure)
    return tuple(out)


# ---------------------------------------------------------------- propose


def number_runs(sentence: Sentence, index: QuantityIndex) -> list[Run]:
    """Stretches of number words: digits, cardinals, scales and vague plurals, longest first from the left."""
    out, at, tokens = [], 0, sentence.tokens
    while at < len(tokens):
        run = None
        if tokens[at].text[0].isdigit() or tokens[at].lower in index.starts:
            run = vague_run(tokens, at, index) or exact_range(tokens, at, index)
        if run:
            out.append(run)
        at = run.last + 1 if run else at + 1
    return out


def vague_run(tokens: tuple[Token, ...], at: int, index: QuantityIndex) -> Run | None:
    for size in (3, 1):
        words = tuple(t.lower for t in tokens[at : at + size])
        row = index.row("vague", *words)
        if row and len(words) == size:
            return Run(at, at + size - 1, float(row["low"]), float(row["high"]), True, (row.name,))
    return None


def exact_range(tokens: tuple[Token, ...], at: int, index: QuantityIndex) -> Run | None:
    """One number, or two as bounds: "between 150 and 200 billion", "30 to 40", "1,000-1,500"."""
    one = exact_run(tokens, at, index)
    if one is None or one.last + 2 >= len(tokens):
        return one
    joint = tokens[one.last + 1].lower
    between = at > 0 and tokens[at - 1].lower == "between" and joint == "and"
    if not between and not index.row("range", joint):
        return one
    two = exact_run(tokens, one.last + 2, index)
    if two is None:
        return one
    low = one.low
    scale = next((float(r["low"]) for t in tokens[two.first : two.last + 1] if (r := index.row("scale", t.lower))), 1.0)
    if len(one.because) == 1 and one.because[0] == "figure.digits" and low * scale < two.high:
        low *= scale  # 150 and 200 billion: the scale is said once
    if not low < two.high:
        return one
    return Run(at, two.last, low, two.high, False, (*dict.fromkeys((*one.because, *two.because)), "figure.range"))


def exact_run(tokens: tuple[Token, ...], at: int, index: QuantityIndex) -> Run | None:
    """A number in digits or words with its scales: 2.5 million, twenty-five, two hundred and ten."""
    total, last, because = 0.0, at - 1, []
    part: float | None = None
    i = at
    while i < len(tokens):
        token = tokens[i]
        digits = DIGITS.fullmatch(token.lower)
        scale = index.row("scale", token.lower)
        if digits and part is None:
            value, row = number_of(digits, index)
            if value is None:
                break
            part = value
            because += [row] if row else []
        elif token.lower in index.numbers and (part is None or (part >= 20 and part % 10 == 0 and part < 100)):
            part = (part or 0) + index.numbers[token.lower]
            because.append(f"number_words:{token.lower}")
        elif scale and (part is not None or i == at):
            total, part = total + (1 if part is None else part) * float(scale["low"]), None
            because.append(scale.name)
        elif token.text in ("-", "and") and i > at and i + 1 < len(tokens) and tokens[i + 1].lower in index.numbers:
            if token.text == "and" and total < 100:
                break
            i += 1
            continue
        else:
            break
        last = i
        i += 1
    if last < at:
        return None
    value = total + (part or 0)
    return Run(at, last, value, value, False, tuple(because) or ("figure.digits",))


def number_of(digits: re.Match[str], index: QuantityIndex) -> tuple[float | None, str | None]:
    """(value, row of a scale written at the number: 5bn); None where the letters are no scale (4th, 10am)."""
    value = float(digits[1].replace(",", "") + (digits[2] or ""))
    if not digits[3]:
        return value, None
    row = index.row("suffix", digits[3])
    return (value * float(row["low"]), row.name) if row else (None, None)


# ---------------------------------------------------------------- decide


def decide(
    run: Run, sentence: Sentence, setting: Setting, statements: tuple[Statement, ...], index: QuantityIndex,
    dates: set[int],
) -> Figure | None:  # fmt: skip
    """The figure, or None: a date, a name's number, a reference ("the two diplomats"), nothing counted."""
    tokens = sentence.tokens
    first, last = tokens[run.first], tokens[run.last]
    age = age_of(run, tokens)
    if not age and (first.start in dates or named(run, tokens) or share(run, tokens)):
        return None
    low, high, about, start, because = bounds(run, tokens, index)
    unit, noun, end, more = age or counted(run, tokens, index)
    if unit is None or (noun is not None and index.row("uncounted", noun.lemma.lower())):
        return None
    if not age and (run.vague is False and run.low < 10 and reference(first, noun)):
        return None
    span = Span(tokens[start].start, max(end, last.end))
    said = next((s.id for s in statements if any(c.contains(span) for c in s.content)), None)
    return Figure(
        id=content_id("figure", setting.parsed.article.id, tuple(span)),
        span=span,
        quantity=Quantity(low=low, high=high, approximate=about),
        unit=unit,
        what=described(noun, setting, alone=bool(age)) if noun is not None else None,
        of=setting.who.of(noun) if noun is not None else None,
        time=when(noun, setting),
        said_in=said,
        because=(*run.because, *because, *more),
    )


def named(run: Run, tokens: tuple[Token, ...]) -> bool:
    """The number belongs to a name or a label: Nord Stream 2, Resolution 1701, F-16, version 2.0, 24/7, 3-2."""
    first, last = tokens[run.first], tokens[run.last]
    before = tokens[run.first - 1] if run.first else None
    after = tokens[run.last + 1] if run.last + 1 < len(tokens) else None
    if before is not None and first.text[0].isdigit():
        if before.end == first.start and before.text in ("-", "/", ":", ".", "#"):
            return True
        if before.pos in ("PROPN", "NOUN") and first.head in (before, before.head) and first.dep in TO_NOUN:
            return first.head.i < first.i
    if first.dep == "conj" and first.head.pos == "NUM":  # paragraphs 26 and 36
        label = first.head.head
        return label.pos in ("PROPN", "NOUN") and label.i < first.head.i
    return after is not None and after.start == last.end and after.text in ("/", ":") and first.text[0].isdigit()


def share(run: Run, tokens: tuple[Token, ...]) -> bool:
    """A part of a ratio: one *in three*, two *out of five*; neither number counts anything."""
    ahead = [t.lower for t in tokens[run.last + 1 : run.last + 4]]
    behind = [t.lower for t in tokens[max(0, run.first - 3) : run.first]]
    numbers = tokens[run.first].pos == "NUM"
    follows = ahead[:1] == ["in"] and tokens[run.last + 2].pos == "NUM" if len(ahead) > 1 else False
    leads = behind[-1:] == ["in"] and len(behind) > 1 and tokens[run.first - 2].pos == "NUM"
    return numbers and (follows or leads or ahead[:2] == ["out", "of"] or behind[-2:] == ["out", "of"])


def reference(first: Token, noun: Token | None) -> bool:
    """ "The two diplomats", "these three", "one of them": a small number that refers and does not count."""
    if first.lower == "one":
        return True
    return noun is not None and any(c.dep in ("det", "poss") and c.lower not in ("a", "an") for c in noun.children)


def age_of(run: Run, tokens: tuple[Token, ...]) -> tuple[str, Token | None, int, tuple[str, ...]] | None:
    """ "29-year-old soldier", "29 years old"."""
    rest = [t for t in tokens[run.last + 1 : run.last + 6] if t.text != "-"]
    if len(rest) > 1 and rest[0].lemma.lower() == "year" and rest[1].lower == "old":
        noun = rest[2] if len(rest) > 2 and rest[2].pos in ("NOUN", "PROPN") else None
        return "years of age", noun, (noun or rest[1]).end, ("figure.age",)
    return None


def bounds(
    run: Run, tokens: tuple[Token, ...], index: QuantityIndex
) -> tuple[float | None, float | None, bool, int, tuple[str, ...]]:
    """(low, high, approximate, first token with its bound words, rows)."""
    low, high = run.low, run.high
    start = run.first
    while start and "currency" in index.rows and index.row("currency", tokens[start - 1].lower):
        start -= 1
    for size in (3, 2, 1):
        words = tuple(t.lower for t in tokens[max(0, start - size) : start])
        row = index.row("bound", *words) if len(words) == size else None
        if row:
            return *bounded(row["low"], low, high, run.vague), start - size, (row.name,)
    tail = index.row("tail", *(t.lower for t in tokens[run.last + 1 : run.last + 3]))
    if tail:
        return *bounded(tail["low"], low, high, run.vague), start, (tail.name,)
    return low, high, run.vague, start, ()


def bounded(kind: str, low: float, high: float, vague: bool) -> tuple[float | None, float | None, bool]:
    if kind in ("above", "least"):
        return low, None, vague
    if kind in ("below", "most"):
        return None, high, vague
    return low, high, True


def counted(
    run: Run, tokens: tuple[Token, ...], index: QuantityIndex
) -> tuple[str | None, Token | None, int, tuple[str, ...]]:
    """(unit, noun counted, end of the words, rows): people, USD, percent; (None, …) where nothing is counted."""
    last = tokens[run.last]
    before = tokens[run.first - 1] if run.first else None
    after = tokens[run.last + 1] if run.last + 1 < len(tokens) else None
    money = index.row("currency", before.lower) if before is not None else None
    if money:
        return (
            money["low"],
            of_object(last.head if last.head.i >= before.i else last) if before else None,
            last.end,
            (money.name,),
        )
    if after is not None:
        two = index.row("percent", after.lower, tokens[run.last + 2].lower) if run.last + 2 < len(tokens) else None
        percent = two or index.row("percent", after.lower)
        if percent:
            end = tokens[run.last + 2] if two else after
            return "percent", of_object(end) or of_object(after), end.end, (percent.name,)
    coin = index.row("money", after.lemma.lower()) if after is not None else None
    if after is not None and coin:
        return coin["low"] or after.lower, of_object(after), after.end, (coin.name,)
    if after is not None and after.text == "-":
        return joined(run, tokens, index)
    noun = counted_noun(run, tokens)
    if noun is None:
        return None, None, last.end, ()
    return noun.lower, noun, noun.end, ("figure.counted",)


def joined(
    run: Run, tokens: tuple[Token, ...], index: QuantityIndex
) -> tuple[str | None, Token | None, int, tuple[str, ...]]:
    """ "A 15-member council": members are counted, not councils."""
    word = tokens[run.last + 2] if run.last + 2 < len(tokens) else None
    row = index.row("joined", word.lemma.lower()) if word is not None else None
    if word is None or row is None:
        return None, None, tokens[run.last].end, ()
    return f"{word.lower}s", None, word.end, (row.name,)


def counted_noun(run: Run, tokens: tuple[Token, ...]) -> Token | None:
    """The noun a number counts: its head on the right, or the object of its "of"; None in front of nothing."""
    for token in reversed(tokens[run.first : run.last + 1]):
        found = of_object(token)
        if found is not None:
            return found
        head = token
        while head.dep in TO_NOUN and head.head is not head and head.head.i <= tokens[run.last].i + 6:
            head = head.head
            if head.i > tokens[run.last].i and head.pos in ("NOUN", "PROPN") and head.dep != "compound":
                return head
    return None


def of_object(token: Token) -> Token | None:
    """The noun behind "of": thousands of troops, 40 percent of exports."""
    of = next((c for c in token.children if c.dep == "prep" and c.lower == "of" and c.i > token.i), None)
    found = of.child("pobj") if of else None
    return found if found is not None and found.pos in ("NOUN", "PROPN") else None


# ---------------------------------------------------------------- explain


def described(noun: Token, setting: Setting, *, alone: bool) -> str:
    """What is counted, in the text's own words: the noun with its modifiers, and its verb where it is the subject."""
    if alone:
        return noun.span.of(setting.parsed.article.text)
    left = min(
        (c.start for c in noun.children if c.dep in ("amod", "compound", "nmod") and c.pos != "NUM"), default=noun.start
    )
    text = setting.parsed.article.text
    words = text[min(left, noun.start) : noun.end]
    verb = noun.head
    if noun.dep in ("nsubj", "nsubjpass") and verb.pos in ("VERB", "AUX"):
        helpers = [c.start for c in verb.children if c.dep in ("aux", "auxpass", "neg") and c.i > noun.i]
        words = f"{words} {text[min([*helpers, verb.start]) : verb.end]}"
    return " ".join(words.split())


def when(noun: Token | None, setting: Setting) -> TimeSpan | None:
    if noun is None:
        return None
    governor = next((t for t in noun.ancestors() if t.pos in ("VERB", "AUX")), noun)
    ref = time_of(governor, setting)
    return TimeSpan(value=ref.value, begin=ref.begin, end=ref.end) if ref else None
