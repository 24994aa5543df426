"""The tables of a ledger (SQLite, WAL, FTS5), and which columns each kind of record has.

Every row has a number `n`, unique in the ledger and in order of days: `n = day * 2**31 + serial`, `day` being the
proleptic Gregorian ordinal of the day it began (0 where no day is known). A table, its full text and its postings are
thus all in order of time, and a page of the newest is read without sorting. `n` is below 2**53, so that it is exact in
JavaScript and in floating point.

`known_from` and `known_to` are numbers of the log: the row holds from the one until (not including) the other.
`json` is the record exactly as the reader gave it; the other columns are what filters need, as judged.
"""

from __future__ import annotations

import datetime
from functools import cache, lru_cache

#: "DRGM" in the file's header tells a ledger from other SQLite files.
APPLICATION_ID = 0x4452474D
SCHEMA_VERSION = 1
SERIAL_BITS = 31

#: Kinds of records that have a table, by their number in the postings.
KINDS = ("articles", "events", "statements", "positions", "assessments", "meetings", "figures", "actors")
RECORDS = KINDS[1:]

#: Columns of each kind beside the common ones: the name, then what SQLite holds.
COLUMNS: dict[str, tuple[str, ...]] = {
    "events": (
        "plover TEXT", "mode TEXT", "contexts TEXT", "cameo TEXT", "quad INTEGER", "goldstein REAL", "status TEXT",
        "modality TEXT", "reciprocal INTEGER", "begin TEXT", "end TEXT", "source_code TEXT", "target_code TEXT",
        "sources TEXT", "targets TEXT", "place TEXT", "country TEXT", "lat REAL", "lon REAL", "voice TEXT",
    ),
    "statements": (
        "kind TEXT", "form TEXT", "speaker TEXT", "speaker_code TEXT", "capacity TEXT", "addressee TEXT",
        "channel TEXT", "venue TEXT", "begin TEXT", "end TEXT", "relay TEXT", "quote TEXT",
    ),
    "positions": (
        "actor TEXT", "actor_code TEXT", "stance TEXT", "issue TEXT", "toward TEXT", "toward_code TEXT",
        "proposition TEXT", "condition TEXT", "voice TEXT",
    ),
    "assessments": (
        "holder TEXT", "holder_code TEXT", "kind TEXT", "strength TEXT", "about TEXT", "content TEXT", "voice TEXT",
    ),
    "meetings": (
        "status TEXT", "participants TEXT", "body TEXT", "begin TEXT", "end TEXT", "agenda TEXT", "place TEXT",
        "country TEXT", "lat REAL", "lon REAL",
    ),
    "figures": (
        "low REAL", "high REAL", "approximate INTEGER", "unit TEXT", "what TEXT", "of TEXT", "of_code TEXT",
        "begin TEXT", "end TEXT", "voice TEXT",
    ),
    "actors": (
        "name TEXT", "kind TEXT", "country TEXT", "code TEXT", "roles TEXT", "aliases TEXT", "mentions INTEGER",
    ),
}  # fmt: skip

#: Which column `type` and `status` filter on.
WHAT = {"events": "plover", "statements": "kind", "positions": "stance", "assessments": "kind", "figures": "unit",
        "actors": "kind"}  # fmt: skip
STATE = {"events": "status", "meetings": "status", "statements": "capacity", "assessments": "strength"}

#: `article` is the `n` of its version, `place_in` the place in the record (events.0); `words` the evidence, `doubt` the
#: points of doubts.py.
COMMON = (
    "n INTEGER PRIMARY KEY", "article INTEGER NOT NULL REFERENCES articles(n)", "place_in INTEGER NOT NULL",
    "id TEXT NOT NULL", "day TEXT", "known_from INTEGER NOT NULL", "known_to INTEGER", "verdict TEXT",
    "judgement INTEGER",
    "doubt INTEGER NOT NULL",
)  # fmt: skip
LAST = ("words TEXT NOT NULL", "json TEXT NOT NULL")

FIXED = """
CREATE TABLE log (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, article INTEGER, by TEXT, note TEXT);
CREATE INDEX log_at ON log(at);
CREATE TABLE counter (next INTEGER NOT NULL);
INSERT INTO counter VALUES (1);
CREATE TABLE editions (id INTEGER PRIMARY KEY, json TEXT NOT NULL UNIQUE);
CREATE TABLE articles (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, line INTEGER NOT NULL, version INTEGER NOT NULL,
  previous INTEGER REFERENCES articles(n), reason TEXT NOT NULL, sha256 TEXT NOT NULL, digest BLOB NOT NULL,
  url TEXT, url_key TEXT, outlet TEXT, agency TEXT, title TEXT, published TEXT, published_basis TEXT, language TEXT,
  characters INTEGER NOT NULL, day TEXT, known_from INTEGER NOT NULL, known_to INTEGER, ended TEXT,
  edition INTEGER REFERENCES editions(id), head TEXT NOT NULL, parts TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX articles_id ON articles(id);
CREATE INDEX articles_line ON articles(line);
CREATE INDEX articles_url ON articles(url_key) WHERE url_key IS NOT NULL;
CREATE VIRTUAL TABLE articles_text USING fts5(
  title, text, content='articles', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2');
CREATE TABLE inputs (digest BLOB PRIMARY KEY, article INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE appearances (
  article INTEGER NOT NULL REFERENCES articles(n), url TEXT, outlet TEXT, title TEXT, published TEXT,
  known_from INTEGER NOT NULL);
CREATE INDEX appearances_article ON appearances(article);
CREATE TABLE terms (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE);
CREATE TABLE name_words (word TEXT NOT NULL, term INTEGER NOT NULL, PRIMARY KEY (word, term)) WITHOUT ROWID;
CREATE TABLE postings (
  kind INTEGER NOT NULL, term INTEGER NOT NULL, n INTEGER NOT NULL, roles INTEGER NOT NULL, what INTEGER NOT NULL,
  state INTEGER NOT NULL, PRIMARY KEY (kind, term, n)) WITHOUT ROWID;
CREATE TABLE judgements (
  id INTEGER PRIMARY KEY, record TEXT NOT NULL, article TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL,
  changes TEXT, by TEXT NOT NULL, note TEXT, known_from INTEGER NOT NULL, known_to INTEGER);
CREATE INDEX judgements_record ON judgements(record, article);
"""


def statements() -> list[str]:
    """The SQL that makes an empty ledger, one statement each."""
    out = [part for part in FIXED.split(";") if part.strip()]
    for kind in RECORDS:
        columns = ", ".join((*COMMON, *COLUMNS[kind], *LAST))
        out += [
            f"CREATE TABLE {kind} ({columns})",
            f"CREATE INDEX {kind}_id ON {kind}(id)",
            f"CREATE INDEX {kind}_article ON {kind}(article, known_to)",  # counts the current rows as well
            f"CREATE VIRTUAL TABLE {kind}_text USING fts5(words, content='{kind}', content_rowid='n', "
            "tokenize='porter unicode61 remove_diacritics 2')",
        ]
        if kind != "actors":
            out.append(f"CREATE INDEX {kind}_doubt ON {kind}(doubt) WHERE verdict IS NULL AND known_to IS NULL")
            out.append(f"CREATE INDEX {kind}_verdict ON {kind}(verdict) WHERE verdict IS NOT NULL")
        if kind in WHAT:
            out.append(f"CREATE INDEX {kind}_what ON {kind}({WHAT[kind]})")
        if kind in STATE:
            out.append(f"CREATE INDEX {kind}_state ON {kind}({STATE[kind]})")
    return out


@cache
def columns_of(kind: str) -> tuple[str, ...]:
    """The names of a kind's own columns, in order."""
    return tuple(column.split()[0] for column in COLUMNS[kind])


def number(day: str | None, serial: int) -> int:
    """The `n` of a row: `number("2022-01-10", 7)` lies before every number of the next day."""
    return (ordinal(day) << SERIAL_BITS) + serial


@lru_cache(maxsize=10_000)
def ordinal(day: str | None) -> int:
    """The number of an ISO day, 0 where there is none."""
    return datetime.date.fromisoformat(day).toordinal() if day else 0
