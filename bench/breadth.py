"""Breadth: of the verbs and event nouns with a political actor as subject or object, how many does a row decide?

A row decides where it gives an event, where the words are knowingly none (`en/no_acts.tsv`), where they report what is
said (reporting verbs and nouns), where they say how real another act is (status cues) or carry an event noun ("hold
talks"), and where the conditions of a trigger row are not met by its object or parties. What remains is undecided:
the lemmas met most often are printed, to be given rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bench.speed import articles
from dragoman.clean.blocks import clean_source
from dragoman.errors import SourceError
from dragoman.extract.events.grammar import NOMINAL, doers, undergoers
from dragoman.extract.events.match import blocked, match
from dragoman.extract.events.propose import propose
from dragoman.extract.events.public import PRIVATE
from dragoman.interpret import open_kit, setting_of
from dragoman.kit import Kit
from dragoman.lexicon.triggers import Trigger
from dragoman.records import Actor, Sentence, Source, Token
from dragoman.records.vocab import REPORT_BLOCKS
from dragoman.resolve.attach import Setting
from dragoman.settings import Settings

#: Kinds of actors that are political whatever their code; persons and groups only where their code says so.
POLITICAL = frozenset({"state", "agency", "armed_group", "military"})
#: Where the party of an event noun stands.
PARTIES = frozenset({"poss", "amod", "compound", "nmod"})
BETWEEN = frozenset({"of", "by", "between", "with", "against", "on", "from"})
#: Endings of nouns made of verbs; a noun that is also a verb ("attack") is known by the verbs met.
ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure", "age", "down", "out", "over")
KINDS = ("an event", "knowingly none", "a report", "a word on reality", "carries an event", "conditions not met")


@dataclass(slots=True)
class Tally:
    """Occurrences by how they were decided, and the undecided by (part of speech, lemma)."""

    decided: Counter[str] = field(default_factory=Counter)
    open: Counter[tuple[str, str]] = field(default_factory=Counter)
    shown: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    @property
    def share(self) -> float:
        total = self.decided.total() + self.open.total()
        return self.decided.total() / total if total else 0.0


class Reader:
    """Counts over the sentences of articles, with the tables of one kit."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        index, speech = kit.triggers, kit.speech
        none: dict[str, set[str]] = {"verb": set(), "noun": set()}
        for row in kit.lexicon.rows("no_acts"):
            none[row["pos"]].update(row.many("words"))
        cues = index.cues
        self.rows = {"verb": index.verbs, "noun": index.nouns}
        self.none = none
        self.reports = {"verb": speech.verbs.keys(), "noun": speech.nouns.keys()}
        self.reality = {"verb": cues.get("verb", {}).keys(), "noun": cues.get("noun", {}).keys()}
        self.carriers = index.classes["@light_verbs"] | index.classes["@occur_verbs"]

    def count(self, setting: Setting, tally: Tally) -> None:
        for sentence in setting.parsed.sentences:
            if sentence.kind in REPORT_BLOCKS:
                self._sentence(sentence, setting, tally)

    def _sentence(self, sentence: Sentence, setting: Setting, tally: Tally) -> None:
        mentions = propose(sentence, setting, self.kit.triggers)
        taken = {w.i for m in mentions for w in m.words}
        carried = {m.carrier.i for m in mentions if m.carrier is not None}
        nouns = {m.token.i for m in mentions}
        for token in sentence.tokens:
            pos = "verb" if token.pos == "VERB" and token.dep != "amod" else "noun" if token.pos == "NOUN" else ""
            if not pos or not self._counts(token, pos, setting):
                continue
            lemma = token.lemma
            if token.i in taken:
                kind = "an event"
            elif lemma in self.reports[pos]:
                kind = "a report"
            elif lemma in self.reality[pos]:
                kind = "a word on reality"
            elif lemma in self.none[pos]:
                kind = "knowingly none"
            elif token.i in carried or (pos == "verb" and self._carries(token, nouns)):
                kind = "carries an event"
            elif any(_stands(token, row) for row in self.rows[pos].get(lemma, ())):
                kind = "conditions not met"
            else:
                key = (pos, lemma)
                tally.open[key] += 1
                tally.shown.setdefault(key, []).append(_context(token, setting))
                continue
            tally.decided[kind] += 1

    def _carries(self, verb: Token, nouns: set[int]) -> bool:
        if verb.lemma not in self.carriers:
            return False
        return any(c.i in nouns or any(g.i in nouns for g in c.children) for c in verb.children)

    def _counts(self, token: Token, pos: str, setting: Setting) -> bool:
        if pos == "verb":
            parties: Iterable[Token] = [*doers(token), *undergoers(token)]
        elif setting.who.of(token) is None and self._is_act(token):
            parties = _parties(token)
        else:
            return False
        return any(_political(setting.who.actor(setting.who.of(n))) for n in parties)

    def _is_act(self, noun: Token) -> bool:
        """A noun of a row, or one made of a verb."""
        lemma = noun.lemma
        if lemma in self.rows["noun"] or lemma in self.none["noun"] or lemma in self.reports["noun"]:
            return True
        return lemma.endswith(ENDINGS) or lemma in self.rows["verb"]


def _stands(token: Token, row: Trigger) -> bool:
    """Do the row's words stand there, though a block or a condition says that it is not its act?"""
    if not row.extra:
        return True
    words = match(token, row)
    return words is not None and (blocked(words, row.blocks) or bool(row.needs))


def _parties(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep in PARTIES:
            yield child
        elif child.dep in ("prep", "agent") and child.lower in BETWEEN:
            yield from (n for n in child.children if n.pos in NOMINAL)


def _political(actor: Actor | None) -> bool:
    if actor is None or actor.kind in ("population", "media"):
        return False
    if actor.kind in POLITICAL:
        return True
    code = actor.code or ""
    if actor.kind == "organisation":
        return bool(code) and not code.endswith(PRIVATE)
    return len(code) > 3 and not code.endswith(PRIVATE)


def _context(token: Token, setting: Setting) -> str:
    text = setting.parsed.article.text
    return " ".join(text[max(0, token.start - 60) : token.end + 60].split())


def settings_of(source: Source, parsed_kit: Kit, settings: Settings) -> Iterator[Setting]:
    """The setting of one article, or none where it cannot be read."""
    try:
        item = clean_source(source, parsed_kit, settings)
    except SourceError:
        return
    for parsed in parsed_kit.parser.parse([item], batch_size=settings.batch_size):
        yield setting_of(parsed, parsed_kit)


def measure(count: int, cache: Path | None) -> Tally:
    """The tally over `count` articles of the corpora, in the order of their hashes."""
    settings = Settings(language_check=False)
    if cache:
        from bench.cache import CachedParser

        kit = open_kit(settings, parser=CachedParser(settings.model, cache))
    else:
        kit = open_kit(settings)
    reader, tally = Reader(kit), Tally()
    for key, text in articles(count):
        for setting in settings_of(Source(name=key, text=text), kit, settings):
            reader.count(setting, tally)
    return tally


def main(count: int, cache: Path | None, top: int, examples: int) -> int:
    from bench.scores import gold_folder

    if not (gold_folder() / "data" / "corpora").is_dir():
        print("bench breadth: skipped, no corpora (set DRAGOMAN_GOLD)")
        return 0
    tally = measure(count, cache)
    total = tally.decided.total() + tally.open.total()
    print(f"{count} articles, {total} verbs and event nouns with a political actor")
    for kind in KINDS:
        print(f"  {kind:<20} {tally.decided[kind]:6d}  {tally.decided[kind] / max(1, total):6.1%}")
    print(f"  {'undecided':<20} {tally.open.total():6d}  {tally.open.total() / max(1, total):6.1%}")
    print(f"share decided         {tally.share:.3f}")
    for (pos, lemma), times in tally.open.most_common(top):
        print(f"  {times:5d}  {lemma} ({pos})")
        for shown in tally.shown[pos, lemma][:examples]:
            print(f"           {shown}")
    return 0
