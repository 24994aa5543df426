"""Who held which office when: persons by name, and by surname among those in office on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.lexicon.load import Lexicon

#: A name in the news outlives the office by about this many years (interviews, trials, visits of former presidents).
AFTER = 2


@dataclass(frozen=True, slots=True)
class Leader:
    """A term: state or name of an organisation, CAMEO sector, first and last year (None: open or unknown)."""

    country: str | None
    organisation: str | None
    sector: str
    begin: int | None
    end: int | None
    row: str
    office: str = ""

    @property
    def home(self) -> tuple[str | None, str | None]:
        return self.country, self.organisation

    def serves(self, year: int | None) -> bool:
        """In office in that year (its last days cast no doubt); an unknown year or term rules nobody out."""
        if year is None:
            return True
        return (self.begin is None or self.begin <= year) and (self.end is None or year <= self.end + AFTER)


@dataclass(frozen=True, slots=True)
class Leaders:
    """Look-ups by folded words of names."""

    full: Mapping[tuple[str, str], tuple[Leader, ...]] = field(default_factory=dict)
    last: Mapping[str, tuple[Leader, ...]] = field(default_factory=dict)

    def named(self, first: str, last: str, year: int | None) -> Leader | None:
        """By first and last word: the term that covers the year, else the only home the person ever had."""
        return agreed(self.full.get((first, last), ()), year, alone=False)

    def surnamed(self, last: str, year: int | None) -> Leader | None:
        """By surname: only somebody in office then, and only if all of that name are of one state or body."""
        return agreed(self.last.get(last, ()), year, alone=True)


def agreed(terms: Iterable[Leader], year: int | None, *, alone: bool) -> Leader | None:
    """The term of those in office that year, where they have one home; unless `alone`, else of all, else the first."""
    every = list(terms)
    serving = [t for t in every if t.serves(year)]
    for group in (serving,) if alone else (serving, every):
        if group and len({t.home for t in group}) == 1:
            return group[0]
    return serving[0] if serving and not alone else None


def build(lexicon: Lexicon) -> Leaders:
    """From `office_holders` (with terms) and `leaders` (without)."""
    full: dict[tuple[str, str], list[Leader]] = {}
    last: dict[str, list[Leader]] = {}
    for names, leader in terms_of(lexicon):
        for name in names:
            words = [fold(w) for w in name.replace("-", " ").split() if w[0].isupper()]
            if not words:
                continue
            for word in dict.fromkeys(words[:-1]):
                full.setdefault((word, words[-1]), []).append(leader)
            last.setdefault(words[-1], []).append(leader)
    return Leaders({k: tuple(v) for k, v in full.items()}, {k: tuple(v) for k, v in last.items()})


def terms_of(lexicon: Lexicon) -> Iterable[tuple[tuple[str, ...], Leader]]:
    """The names of each holder of an office, with the term."""
    for row in lexicon.rows("office_holders"):
        home = row["country"] or None, row["organisation"] or None
        leader = Leader(*home, row["sector"] or "GOV", year_of(row["from"]), year_of(row["to"]), row.name,
                        row["office"])  # fmt: skip
        yield (row["person"], *row.many("aliases")), leader
    for row in lexicon.rows("leaders"):
        yield (row["name"],), Leader(row["country"] or None, row["organisation"] or None, "GOV", None, None, row.name)


def year_of(date: str | None) -> int | None:
    """The year of an ISO date, or None."""
    return int(date[:4]) if date and date[:4].isdigit() else None


#: Letters and pairs that differ between transliterations of one name.
FOLDS = (
    ("kh", "h"), ("ye", "e"), ("yi", "i"), ("iy", "i"), ("ii", "i"), ("ou", "u"), ("y", "i"), ("j", "i"), ("ie", "e"),
    ("tz", "ts"),
)  # fmt: skip


def fold(word: str) -> str:
    """A key under which spellings of one surname meet (Lavrentyev, Lavrentiev)."""
    out = word.lower().removesuffix("'s").rstrip(".,")
    if len(out) < 6:
        return out
    for old, new in FOLDS:
        out = out.replace(old, new)
    return out
