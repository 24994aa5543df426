"""Which time and which place govern a verb or noun: the ones attached to it in the grammar, not the nearest.

`Setting` holds what extractors need to know of an article: who, when, where.

Example: in "Moscow said on Monday that the attack happened on Sunday", `time_of(said)` is Monday and
`time_of(attack)` is Sunday: a time never crosses the border of a complement or relative clause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.lexicon.time_words import AttachWords
from dragoman.records import Parsed, Place, TimeRef, TimeSpan, Token
from dragoman.resolve.who import Who

#: Nominal dependencies by which a time or place hangs directly on its word.
ADJUNCT = frozenset({"npadvmod", "nmod", "poss", "compound", "nummod", "amod", "advmod", "tmod", "dobj", "attr", "dep",
                     "appos", "oprd", "pobj", "meta", "intj"})  # fmt: skip
#: Links along which a chain of nominals runs down: "the end of the week", "the mission in Geneva".
CHAIN = frozenset({"prep", "pobj", "nmod", "compound", "poss", "amod", "appos", "nummod"})
#: A coordinated verb or noun shares what hangs on the first one.
SAME = frozenset({"conj"})
OPEN_START = frozenset({"until", "till", "by", "before"})
OPEN_END = frozenset({"since", "after"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Setting:
    """The grammar of an article with its actors, times and places: the argument of every extractor."""

    parsed: Parsed
    who: Who
    times: tuple[TimeRef, ...] = ()
    places: tuple[Place, ...] = ()
    words: AttachWords = field(default_factory=AttachWords)
    _time_at: dict[int, int] = field(default_factory=dict)
    _place_at: dict[int, int] = field(default_factory=dict)
    _time_memo: dict[int, int | None] = field(default_factory=dict)
    _place_memo: dict[int, int | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, ref in enumerate(self.times):
            for token in self.parsed.tokens_in(ref.span):
                self._time_at[token.i] = index
        for index, place in enumerate(self.places):
            if place.role == "location":
                for token in self.parsed.tokens_in(place.span):
                    self._place_at.setdefault(token.i, index)

    def time_at(self, token: Token) -> TimeRef | None:
        """The time expression this token is part of, or None."""
        index = self._time_at.get(token.i)
        return None if index is None else self.times[index]

    def place_at(self, token: Token) -> int | None:
        """The index of the locating place this token is part of, or None."""
        return self._place_at.get(token.i)


_Finder = Callable[[Token, Setting], int | None]


def time_of(token: Token, setting: Setting) -> TimeRef | None:
    """The DATE or TIME that governs the event or statement whose trigger (verb or noun) is this token, or None."""
    if not setting._time_at:
        return None
    memo = setting._time_memo
    if token.i not in memo:
        memo[token.i] = None  # also the end of any circle
        memo[token.i] = _search(token, setting, _own_time)
    index = memo[token.i]
    return None if index is None else setting.times[index]


def place_of(token: Token, setting: Setting) -> int | None:
    """The index (into `setting.places`) of the place where the trigger's clause locates it, or None.

    Only places of role `location`, attached by a preposition that locates ("in Geneva", "at the mission in Geneva").
    """
    if not setting._place_at:
        return None
    memo = setting._place_memo
    if token.i not in memo:
        memo[token.i] = None
        memo[token.i] = _search(token, setting, _own_place)
    return memo[token.i]


def _search(token: Token, setting: Setting, own: _Finder) -> int | None:
    """Its own adjuncts; then those of words that share its time and place: carrier verb, coordinated verb, aspect verb."""
    for step, word in enumerate(_sharers(token, setting)):
        found = own(word, setting)
        if found is not None:
            return found
        if step > 8:
            break
    return None


def _sharers(token: Token, setting: Setting) -> Iterator[Token]:
    """The token, then the words whose time and place are also its own, nearest first."""
    yield token
    words = setting.words
    verbal = token.pos in ("VERB", "AUX")
    if verbal and token.lemma in words.carriers:
        for child in token.children:
            if child.dep in ("dobj", "nsubjpass") and child.pos == "NOUN":
                yield child
    if not verbal:
        yield from _verbs_of_noun(token, words)
    seen = 0
    word = token
    while seen < 8 and word.head is not word:
        seen += 1
        head, dep = word.head, word.dep
        if dep == "conj" and (head.pos in ("VERB", "AUX")) == verbal:
            yield head
            if not verbal:
                yield from _verbs_of_noun(head, words)
        elif verbal and dep == "xcomp" and head.lemma in words.aspects:
            yield head
        elif verbal and dep in ("aux", "auxpass", "cop"):
            yield head
        elif not verbal and dep in ("compound", "nmod", "amod") and head.pos in ("NOUN", "PROPN"):
            yield head
            yield from _verbs_of_noun(head, words)
        else:
            break
        word = head


def _verbs_of_noun(noun: Token, words: AttachWords) -> Iterator[Token]:
    """The verb that carries an event noun: held talks · talks took place · talks held Monday · talks, which began Monday."""
    head = noun.head
    if head is not noun:
        if noun.dep == "dobj" and head.lemma in words.carriers:
            yield head
        elif noun.dep in ("nsubj", "nsubjpass") and (head.lemma in words.happenings or head.lemma in words.carriers):
            yield head
        elif noun.dep == "pobj" and head.dep == "prep" and head.head.lemma in words.carriers:
            yield head.head
    for child in noun.children:
        if child.dep in ("acl", "relcl") and (child.lemma in words.happenings or child.lemma in words.carriers):
            yield child


def _own_time(word: Token, setting: Setting) -> int | None:
    """The best time among the word's own adjuncts: a DATE or TIME before a mere duration; the nearest first."""
    at, best, rank = setting._time_at, None, 99.0
    for child in word.children:
        index = at.get(child.i) if child.dep in ADJUNCT else None
        if index is None and child.dep == "prep":
            index = _below(child, at, setting.words)
        if index is None or at.get(word.i) == index:
            continue
        ref = setting.times[index]
        if ref.type not in ("DATE", "TIME") or ref.precision == "vague":
            continue
        score = (0.0 if ref.begin else 10.0) + min(abs(child.i - word.i), 50) / 10
        if score < rank:
            best, rank = index, score
    return best


def _own_place(word: Token, setting: Setting) -> int | None:
    """The first place attached by a locating preposition; an adverbial "where" points back to its antecedent."""
    for child in word.children:
        if child.dep == "prep" and child.lower in setting.words.locatives:
            found = _below(child, setting._place_at, setting.words, deep=True)
            if found is not None:
                return found
        elif child.dep == "advmod" and child.lower == "where" and word.dep == "relcl":
            found = setting._place_at.get(word.head.i)
            if found is not None:
                return found
    return None


def _below(prep: Token, at: dict[int, int], words: AttachWords, *, deep: bool = False) -> int | None:
    """The entry of `at` under a preposition: its object, or down a chain "the end of Monday", "the mission in Geneva"."""
    heads = [c for c in prep.children if c.dep in ("pobj", "pcomp")]
    for _ in range(4):
        if not heads:
            return None
        below: list[Token] = []
        for head in heads:
            if head.i in at:
                return at[head.i]
            if head.pos == "VERB":
                continue
            for child in head.children:
                if child.i in at and child.dep in ("nmod", "compound", "poss", "nummod") and deep is False:
                    if head.lower in words.parts:
                        return at[child.i]
                elif child.dep == "prep" and (deep or head.lower in words.parts):
                    if child.lower == "of" and head.lower not in words.parts and not deep:
                        continue
                    if child.lower == "of" or child.lower in words.locatives:
                        below.extend(c for c in child.children if c.dep == "pobj")
                elif child.dep == "prep" and head.dep == "pcomp":
                    below.extend(c for c in child.children if c.dep == "pobj")
                elif deep and child.dep == "appos":
                    below.append(child)
        heads = below
    return None


def preposition_of(ref: TimeRef, setting: Setting) -> str | None:
    """The preposition or conjunction that governs the expression (on, since, until, before …), lower case, or None."""
    tokens = setting.parsed.tokens_in(ref.span)
    for token in tokens:
        head = token.head
        if not ref.span.contains(head.span):
            return head.lower if token.dep in ("pobj", "pcomp") and head.pos in ("ADP", "SCONJ") else None
    return None


def time_span(ref: TimeRef | None, setting: Setting) -> TimeSpan | None:
    """The days or moments meant: "since 2014" is open at its end, "until Friday" at its beginning.

    "from 1998 to 2001" and "between 1998 and 2001" run from the first to the second expression.
    """
    if ref is None or ref.value is None:
        return None
    word = preposition_of(ref, setting)
    begin, end = ref.begin, ref.end
    if word in OPEN_END:
        end = None
    elif word in OPEN_START:
        begin = None
    elif word in ("from", "between"):
        other = _second(ref, word, setting)
        end = other.end if other else (None if word == "from" else end)
    return TimeSpan(value=ref.value, begin=begin, end=end)


def _second(ref: TimeRef, word: str, setting: Setting) -> TimeRef | None:
    """The expression that ends a stretch: it follows after "to", "until" or "and" alone."""
    index = setting.times.index(ref)
    if index + 1 >= len(setting.times):
        return None
    other = setting.times[index + 1]
    between = setting.parsed.article.text[ref.span.end : other.span.start].strip().lower()
    links = ("and",) if word == "between" else ("to", "until", "till", "through", "-", "–")
    return other if between in links and other.begin else None


def open_end(ref: TimeRef, setting: Setting) -> bool:
    """True for "since 2014": a stretch that may still go on at publication."""
    return preposition_of(ref, setting) == "since"


def event_dates(token: Token, setting: Setting) -> tuple[str | None, str | None]:
    """(first day, last day) of what the trigger names, ISO days, null where open or unknown."""
    span = time_span(time_of(token, setting), setting)
    if span is None:
        return None, None
    return span.begin and span.begin[:10], span.end and span.end[:10]
