"""Which time and which place govern a verb or noun: the ones attached to it in the grammar, not the nearest.

`Setting` holds what extractors need to know of an article: who, when, where.

Example: in "Moscow said on Monday that the attack happened on Sunday", `time_of(said)` is Monday and
`time_of(attack)` is Sunday: a time never crosses the border of a complement or relative clause.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from dragoman.lexicon.time_words import AttachWords
from dragoman.records import Parsed, Place, TimeRef, TimeSpan, Token
from dragoman.resolve.who import Who

#: Nominal dependencies by which a time or place hangs directly on its word.
ADJUNCT = frozenset({"npadvmod", "nmod", "poss", "compound", "nummod", "amod", "advmod", "tmod", "dobj", "attr", "dep",
                     "appos", "oprd", "pobj", "meta", "intj"})  # fmt: skip
#: What may hang on an object and yet belong to its verb.
LOOSE = frozenset({"prep", "npadvmod", "nmod"})
#: How many words are asked for what they share, and how deep a chain of nouns is followed.
SHARERS = 8
DEPTH = 4
#: Added to the distance of a time whose day is not known.
FAR = 1000
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


_Finder = Callable[[Token, Setting, bool], int | None]


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
    """Its own adjuncts; then those of words that share its time and place (carrier, coordinated, aspect verb)."""
    for word, loose in islice(_sharers(token, setting), SHARERS):
        found = own(word, setting, loose)
        if found is not None:
            entry = (setting.times if own is _own_time else setting.places)[found]
            if not (word is token.head and entry.span.start > word.start and _has_its_own_subject(token)):
                return found
    return None


def _has_its_own_subject(verb: Token) -> bool:
    """ "had not fired since Sunday, and Chad CALLED": it shares what opens the sentence, not what follows the first."""
    return verb.dep == "conj" and _is_verb(verb.head) and verb.child("nsubj", "nsubjpass") is not None


def _sharers(token: Token, setting: Setting) -> Iterator[tuple[Token, bool]]:
    """The token, then the words whose time and place are also its own, nearest first.

    With True: only what follows that word as an adverbial is shared ("seized the town on Monday", never "Monday's").
    """
    yield token, False
    words = setting.words
    verbal = _is_verb(token)
    if verbal:
        yield from _arguments(token, words)
    else:
        yield from ((verb, False) for verb in _verbs_of_noun(token, words))
    word = token
    for _ in range(SHARERS):
        head, dep = word.head, word.dep
        if head is word:
            return
        if dep == "conj" and _is_verb(head) == verbal:
            yield head, False
            if not verbal:
                yield from ((verb, False) for verb in _verbs_of_noun(head, words))
        elif verbal and (dep in ("aux", "auxpass", "cop") or _simultaneous(word, words)):
            yield head, False
        elif not verbal and dep in ("compound", "nmod", "amod") and head.pos in ("NOUN", "PROPN"):
            yield head, False
            yield from ((verb, False) for verb in _verbs_of_noun(head, words))
        else:
            return
        word = head


def _is_verb(token: Token) -> bool:
    return token.pos in ("VERB", "AUX")


def _simultaneous(verb: Token, words: AttachWords) -> bool:
    """ "began withdrawing", "arrived, saying …": the participle is of the same time; "agreed to meet" is not."""
    if verb.dep == "xcomp":
        return verb.head.lemma in words.aspects
    return verb.dep == "advcl" and verb.tag == "VBG" and not any(c.dep in ("mark", "prep") for c in verb.children[:1])


def _arguments(verb: Token, words: AttachWords) -> Iterator[tuple[Token, bool]]:
    """Objects on which the parser may have hung what belongs to the verb; the subject of a verb of happening.

    "held talks Monday", "seized the town on Monday", "Monday's raid killed ten"; not "condemned the raid on Monday".
    """
    for child in verb.children:
        if child.dep in ("dobj", "dative") and child.i > verb.i and child.pos != "PRON":
            if verb.lemma not in words.attitudes:
                yield child, not (verb.lemma in words.carriers and child.pos == "NOUN")
            continue
        happens = child.dep in ("nsubj", "nsubjpass") and child.pos == "NOUN" and verb.lemma in words.happenings
        if happens or (child.dep == "nsubjpass" and verb.lemma in words.carriers):
            yield child, False


def _verbs_of_noun(noun: Token, words: AttachWords) -> Iterator[Token]:
    """The verb that carries an event noun: held talks · talks took place · talks were held · talks held Monday."""
    head = noun.head
    if head is not noun:
        carries = head.lemma in words.carriers
        happens = head.lemma in words.happenings
        if (noun.dep in ("dobj", "nsubjpass") and carries) or (noun.dep in ("nsubj", "nsubjpass") and happens):
            yield head
    for child in noun.children:
        if child.dep in ("acl", "relcl") and (child.lemma in words.happenings or child.lemma in words.carriers):
            yield child


def _own_time(word: Token, setting: Setting, loose: bool) -> int | None:
    """The best time among the word's own adjuncts: a known day before an unknown one, then the nearest."""
    at, best, rank = setting._time_at, None, math.inf
    for child in word.children:
        if loose and (child.i < word.i or child.dep not in LOOSE):
            continue
        if child.dep in ADJUNCT and child.i in at:
            index: int | None = at[child.i]
        elif child.dep == "prep":
            index = _below(child, at, setting)
        else:
            continue
        if index is None or at.get(word.i) == index:
            continue
        ref = setting.times[index]
        if ref.type not in ("DATE", "TIME") or ref.precision == "vague":
            continue
        score = (0 if ref.begin else FAR) + abs(child.i - word.i)
        if score < rank:
            best, rank = index, score
    return best


def _own_place(word: Token, setting: Setting, loose: bool) -> int | None:
    """The first place attached by a locating preposition; "where" points back to its antecedent."""
    for child in word.children:
        if child.dep == "prep" and (child.lower in setting.words.locatives or _is_time_prep(child, setting)):
            found = _below(child, setting._place_at, setting)
            if found is not None:
                return found
        elif child.dep == "advmod" and child.lower == "where" and word.dep == "relcl":
            found = setting._place_at.get(word.head.i)
            if found is not None:
                return found
    return None


def _is_time_prep(prep: Token, setting: Setting) -> bool:
    """ "met after noon in Geneva", the place hung on the time."""
    return any(c.i in setting._time_at for c in prep.children)


def _below(prep: Token, at: dict[int, int], setting: Setting) -> int | None:
    """The entry of `at` under a preposition: its object, or further down.

    Down the chain go "the end of Monday", "in a statement on Monday", "the mission in Geneva", "in Geneva on Monday".
    """
    level = [c for c in prep.children if c.dep == "pobj"]
    inner = prep.lower in setting.words.inner
    for _ in range(DEPTH):
        below: list[Token] = []
        for noun in level:
            if noun.i in at:
                return at[noun.i]
            below.extend(_passages(noun, at, setting, inner=inner))
        for token in below:
            if token.i in at:
                return at[token.i]
        level = below
        if not level:
            break
    return None


def _passages(noun: Token, at: dict[int, int], setting: Setting, *, inner: bool) -> Iterator[Token]:
    """Where a chain goes on from a noun that is not what we look for."""
    words = setting.words
    part = noun.lower in words.parts or noun.lemma in words.parts
    other = noun.i in (setting._time_at if at is setting._place_at else setting._place_at) or noun.pos == "PROPN"
    for child in noun.children:
        if child.dep == "prep":
            of = child.lower == "of"
            goes = (part or (other and not of)) if of or at is setting._time_at else True
            if (goes or (inner and not of)) and (of or child.lower in words.locatives or child.lower in words.inner):
                yield from (c for c in child.children if c.dep == "pobj")
        elif child.i in at and child.dep in ("nmod", "compound", "poss", "nummod", "appos", "npadvmod"):
            if part or inner or child.dep == "appos":
                yield child
        elif inner and child.dep == "acl" and child.lemma in words.carriers:
            yield from (c for c in child.children if c.dep in ADJUNCT)
            yield from (g for c in child.children if c.dep == "prep" for g in c.children if g.dep == "pobj")


def preposition_of(ref: TimeRef, setting: Setting) -> str | None:
    """The preposition or conjunction that governs the expression (on, since, until …), lower case, or None."""
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
    token = setting.parsed.token_at(ref.span.start)
    index = None if token is None else setting._time_at.get(token.i)
    if index is None or index + 1 >= len(setting.times):
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
