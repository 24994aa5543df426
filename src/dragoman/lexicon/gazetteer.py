"""The gazetteer: place names with coordinates, offline.

Cities and divisions come from `data/gazetteer/places.bin` (made by `tools/build_gazetteer.py` from GeoNames, CC BY
4.0), states from `states.tsv`, world regions and features from `regions.tsv` and `features.tsv`.

`places.bin` is a line of text, then one raw LZMA stream of sections (`SECTIONS`), each after its length in four bytes.
Columns hold one value for each place, ordered by GeoNames id; 32-bit columns are stored as byte planes. Names are
sorted, folded (`fold`) and unique; `counts` says how many places a name has and `meant` which (number of the place
times two, plus one where it is a side name), the most populous first. `starts` are offsets of every BLOCK-th name:
a look-up is one bisection and one search in a few hundred bytes, so that no name is an object in memory.
"""

from __future__ import annotations

import lzma
import sys
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from typing import get_args

from dragoman.errors import LexiconError
from dragoman.lexicon.load import DATA, Lexicon, Row
from dragoman.records.vocab import PlacePrecision

SECTIONS = (
    "id", "kind", "country", "adm1", "lat", "lon", "people", "fame", "firsts", "countries", "names", "starts", "counts",
    "meant",
)  # fmt: skip
LZMA_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9}]
BLOCK = 32
SCALE = 10_000
NO_DIVISION = 0xFFFF
#: Kinds of places in `places.bin`, and those of our own tables.
CITY, CAPITAL, ADM1, ADM2, COUNTRY, REGION, FEATURE, SITE = range(8)

PRECISIONS: tuple[PlacePrecision, ...] = get_args(PlacePrecision)
_FOLDED = str.maketrans({"-": " ", "’": "", "'": "", "ʻ": "", "‘": "", "`": "", ".": "", "‐": " ", "–": " ", "\n": " "})
_LETTERS = str.maketrans({"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def fold(name: str) -> str:
    """The name as it is looked up: lower case, no accents, points or apostrophes; `fold("Sana’a") == "sanaa"`."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_LETTERS))
        name = "".join(c for c in name if not unicodedata.combining(c))
    name = name.casefold().translate(_FOLDED)
    return " ".join(name.split()) if "  " in name or name[:1] == " " or name[-1:] == " " else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One place that a name may mean. `people` is the population, `fame` how many names
    GeoNames knows of it (a town known abroad has many); `division` the GeoNames id of the first-order division.

    `side`: the name is not the usual one (foreign, former, short). `row` names the row of our own tables, if any.
    """

    kind: int
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    people: int = 0
    fame: int = 0
    division: int | None = None
    side: bool = False
    precision: PlacePrecision = "city"
    demonym: bool = False
    row: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Names to candidates. `named` holds states, regions and features by folded name, `demonyms` their adjectives."""

    columns: dict[str, array[int]]
    text: dict[str, bytes]
    countries: tuple[str, ...]
    named: dict[str, tuple[Candidate, ...]]
    demonyms: dict[str, Candidate]
    short: dict[str, tuple[Candidate, ...]]
    neighbours: dict[str, frozenset[str]]
    boxes: dict[str, tuple[float, ...]]
    words: dict[str, frozenset[str]]
    ordinary: frozenset[str]
    seats: frozenset[str]
    weights: dict[str, dict[str, float]]
    _keys: list[bytes] = field(default_factory=list)

    def candidates(self, key: str) -> tuple[Candidate, ...]:
        """Every city and division of this folded name, the most populous first."""
        number = self._find(key.encode())
        if number is None:
            return ()
        begin = self.columns["first"][number]
        end = begin + self.text["counts"][number]
        return tuple(self._candidate(code) for code in self.columns["meant"][begin:end])

    def has(self, key: str) -> bool:
        """Whether a city or division has this folded name."""
        return self._find(key.encode()) is not None

    def _find(self, key: bytes) -> int | None:
        at = bisect_right(self._keys, key) - 1
        if at < 0:
            return None
        starts, names = self.columns["starts"], self.text["names"]
        begin = starts[at]
        end = starts[at + 1] + 1 if at + 1 < len(starts) else len(names)
        hit = names.find(b"\n" + key + b"\n", begin, end)
        if hit < 0:
            return None
        return at * BLOCK + names.count(b"\n", begin, hit)

    def _candidate(self, code: int) -> Candidate:
        i, columns, text = code >> 1, self.columns, self.text
        kind, first = text["kind"][i], columns["adm1"][i]
        return Candidate(
            kind=kind,
            country=self.countries[text["country"][i]],
            lat=round(columns["lat"][i] / SCALE - 90, 4),
            lon=round(columns["lon"][i] / SCALE - 180, 4),
            geonameid=columns["id"][i],
            fame=text["fame"][i],
            people=int(2 ** (text["people"][i] / 8)),
            division=columns["id"][columns["firsts"][first]] if first != NO_DIVISION else None,
            side=bool(code & 1),
            precision="region" if kind in (ADM1, ADM2) else "city",
        )


def build(lexicon: Lexicon, *, data: Path = DATA / "gazetteer") -> Gazetteer:
    """The gazetteer: the packed places and the tables."""
    text = _sections(data / "places.bin")
    columns: dict[str, array[int]] = {}
    for name in ("adm1", "lat", "lon", "meant"):
        columns[name] = _numbers(text.pop(name))
    for name in ("id", "firsts", "starts"):
        columns[name] = array("I", accumulate(_numbers(text.pop(name))))
    columns["first"] = array("I", accumulate(text["counts"], initial=0))
    names = text["names"]
    keys = [names[s + 1 : names.index(b"\n", s + 1)] for s in columns["starts"]]
    ids, neighbours = _country_facts(lexicon)
    named: dict[str, list[Candidate]] = {}
    demonyms: dict[str, Candidate] = {}
    for state in lexicon.rows("states"):
        _add_state(state, ids, named, demonyms)
    for table, kind in (("regions", REGION), ("features", FEATURE)):
        for row in lexicon.rows(table):
            _add_region(row, kind, named, demonyms)
    gazetteer = Gazetteer(
        columns=columns,
        text=text,
        countries=tuple(text.pop("countries").decode().split("\n")),
        named={k: tuple(v) for k, v in named.items()},
        demonyms=demonyms,
        short={},
        neighbours=neighbours,
        boxes={r["iso3"]: tuple(map(float, r.many("box"))) for r in lexicon.rows("countries") if r["box"]},
        words=_word_uses(lexicon),
        ordinary=frozenset(row["word"] for row in lexicon.rows("ordinary_words")),
        seats=frozenset(row.name for row in lexicon.rows("features") if row["kind"] == "seat"),
        weights=_weights(lexicon),
        _keys=keys,
    )
    for key, own in gazetteer.named.items():
        gazetteer.named[key] = tuple(_with_id(c, gazetteer.candidates(key)) for c in own)
    for row in lexicon.rows("short_divisions"):
        found = [c for c in gazetteer.candidates(fold(row["name"])) if c.kind == ADM1 and c.country == row["country"]]
        for short in row.many("short"):
            gazetteer.short[short] = (*gazetteer.short.get(short, ()), *found[:1])
    return gazetteer


def _with_id(own: Candidate, others: tuple[Candidate, ...]) -> Candidate:
    """A region of our tables with the GeoNames id of the division that it is."""
    if own.kind != REGION or own.geonameid or not own.country:
        return own
    same = next((c for c in others if c.kind == ADM1 and c.country == own.country), None)
    return replace(own, geonameid=same.geonameid) if same else own


def _word_uses(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    uses: dict[str, set[str]] = {}
    for row in lexicon.rows("geo_words"):
        uses.setdefault(row["use"], set()).add(row["word"])
    return {use: frozenset(words) for use, words in uses.items()}


def _weights(lexicon: Lexicon) -> dict[str, dict[str, float]]:
    out: dict[str, dict[str, float]] = {"sense": {}, "first": {}, "choice": {}}
    for row in lexicon.rows("place_weights"):
        out.setdefault(row["decision"], {})[row["feature"]] = float(row["weight"])
    return out


def _sections(path: Path) -> dict[str, bytes]:
    raw = path.read_bytes()
    try:
        body = lzma.decompress(raw[raw.index(b"\n") + 1 :], format=lzma.FORMAT_RAW, filters=LZMA_FILTERS)
    except (ValueError, lzma.LZMAError) as error:
        raise LexiconError(f"cannot be unpacked: {error}", where=f"lexicon/gazetteer/{path.name}") from error
    out, at = {}, 0
    for name in SECTIONS:
        size = int.from_bytes(body[at : at + 4], "little")
        out[name] = body[at + 4 : at + 4 + size]
        at += 4 + size
    return out


def _numbers(planes: bytes) -> array[int]:
    """32-bit numbers from their byte planes."""
    size = len(planes) // 4
    raw = bytearray(len(planes))
    for i in range(4):
        raw[i::4] = planes[i * size : (i + 1) * size]
    numbers = array("I")
    numbers.frombytes(bytes(raw))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _country_facts(lexicon: Lexicon) -> tuple[dict[str, tuple[int, int]], dict[str, frozenset[str]]]:
    rows = lexicon.rows("countries")
    facts = {r["iso3"]: (int(r["geonameid"]), int(r["population"])) for r in rows}
    return facts, {r["iso3"]: frozenset(r.many("neighbours")) for r in rows}


def _add_state(
    row: Row,
    ids: dict[str, tuple[int, int]],
    named: dict[str, list[Candidate]],
    demonyms: dict[str, Candidate],
) -> None:
    geonameid, people = ids.get(row["iso3"], (None, 0))
    place = Candidate(
        kind=COUNTRY,
        country=row["iso3"],
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        geonameid=geonameid,
        people=people,
        precision="country",
        row=row.name,
    )
    for column in ("name", "official", "short", "former"):
        for name in row.many(column):
            named.setdefault(_key(name), []).append(place)
    for name in row.many("demonyms"):
        demonyms.setdefault(_key(name), place)


def _add_region(row: Row, kind: int, named: dict[str, list[Candidate]], demonyms: dict[str, Candidate]) -> None:
    place = Candidate(
        kind=kind,
        country=row["country"] or None,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        geonameid=int(row["geonameid"]) if row["geonameid"] else None,
        precision=_precision(row),
        row=row.name,
    )
    for name in (row["name"], *row.many("aliases")):
        named.setdefault(_key(name), []).append(place)
    for name in row.many("demonyms") if kind == REGION else ():
        demonyms.setdefault(_key(name), place)


def _key(name: str) -> str:
    """The folded name; an abbreviation in capitals keeps its case (US is not us)."""
    bare = name.replace(".", "")
    return bare if bare.isupper() and len(bare) <= 4 else fold(name)


def keys_of(name: str) -> Iterator[str]:
    """The keys under which a name of the text may stand: as an abbreviation, then folded."""
    bare = name.replace(".", "")
    if bare.isupper() and len(bare) <= 4:
        yield bare
        if len(bare) <= 3:
            return
    yield fold(name)


def _precision(row: Row) -> PlacePrecision:
    for known in PRECISIONS:
        if row["precision"] == known:
            return known
    raise LexiconError(f"no such precision: {row['precision']}", where=f"{row.file}:{row.line}")
