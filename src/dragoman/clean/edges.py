"""What stands at the edges of a paragraph without being part of it: dateline and byline before, credits behind.

GENEVA, Jan 10 (Reuters) - Envoys met.   dateline + body
Envoys met. (Reporting by A. Writer)     body + byline
An envoy arrives. A. Writer / AFP        caption + credit
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.clean.dates import is_stamp
from dragoman.clean.paragraphs import FINAL, ends_sentence
from dragoman.lexicon.furniture import FurnitureIndex, normalised
from dragoman.records import Span
from dragoman.records.vocab import BlockKind

#: A dateline is looked for in the first characters of a paragraph, a credit in the last.
HEAD, TAIL, SIGNED = 130, 110, 600

SEPARATOR = re.compile(
    r"\s*(?:--+|[—–_]+|\s-+)\s*(?=\S|$)|(?<=\))\s*[-:]\s+|(?<=\))\s+(?=[A-Z\"“'‘])|:\s+(?=[A-Z\"“'‘])|\s\|\s"
)
SLASHED = re.compile(r"[^/\n]{2,70}?/([^/\n]{2,30})/[.\s:–—-]*")
BRACKET = re.compile(r"\(([^()]{2,60})\)\s*$")
BY = re.compile(r"By\s+((?:[A-Z][\w.'’-]{0,25},?\s+(?:and\s+|&\s+)?){0,6}[A-Z][\w'’-]{1,25})\.\s+(?=[A-Z\"“])")
SENTENCE_BREAK = re.compile(r"(?<![A-Z])(?<!\b[A-Z]\.)[.!?…][\"'”’)\]]*\s+|\s*[\[(](?=[^\])]*[\])]\W*$)|\s+[|]\s+")
#: Initials of reporters and editors: "SP/PA", "(pvs/vi)", "jsi/dj (AFP, dpa)".
INITIALS = (
    r"(?:[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}|\([a-z]{1,4}(?:/[a-z]{1,4}){1,4}\)"
    r"|[a-z]{2,4}(?:/[a-z]{2,4}){0,3} \([^()]{2,40}\))\s*$"
)
INITIALED = re.compile(INITIALS)
SIGNATURE = re.compile(r"(?<=[.!?…\"”’)\]])\s*" + INITIALS)
#: The wire behind the last sentence: "(AFP)", "-VNA", "/TASS/", "PTI ABC XY".
WIRE_TAIL = re.compile(
    r"(?<=[.!?…\"”’)\]])\s*(?:(?:[-–—|/]+\s*|\()([A-Z][\w. /&,-]{1,40}?)[)/.\s]*"
    r"|\s([A-Z]{2,5})(?:\s[A-Z]{2,4}){0,4}\s*)$"
)
SITE = re.compile(r"(?<=[.!?…\"”’)\]])\s*[-–—]+\s*[\w-]{2,30}\.(?:com|org|net|info|tv|[a-z]{2})\s*$")
REPORTED = re.compile(
    r"(?:(?<=[.!?…\"”’)\]])\s+|\s*\()(?=(?:(?:Additional )?[Rr]eporting|Writing|Editing|Compiled"
    r"|With (?:inputs|assistance|reporting))[ ,:](?:and [a-z]+ )?(?:by|from)\b)"
)
#: What may stand around a credit.
EDGES = " \t\r\n()[].|—–-©"
PARTS = re.compile(r"[/|]| via ")
SENTENCE_END = re.compile(r"(?<![A-Z])[.!?…][\"'”’)\]]*\s+(?=[A-Z\"“‘'(©•♦►\[])")
CAPITAL = re.compile(r"[A-Z][^\s]*$")


class Edge(NamedTuple):
    """A stretch cut off a paragraph: `start:end` counts in the paragraph; `agency` is the wire that signs it."""

    start: int
    end: int
    kind: BlockKind
    rule: str
    agency: str | None = None


def find_dateline(text: str, index: FurnitureIndex, *, first: bool = False) -> Edge | None:
    """The dateline that opens the paragraph ("GENEVA, Jan 10 (Reuters) - "), its separator included.

    At the `first` sentence of a report "Baku, Azerbaijan - " is one, and "RIYADH: ", which elsewhere is somebody who
    speaks.
    """
    head = text[:HEAD]
    slashed = SLASHED.match(head)
    if (
        slashed
        and (agency := wire_in(slashed[1], index))
        and is_place_and_date(head[: slashed.start(1) - 1], index, True)
    ):
        return Edge(0, slashed.end(), "dateline", "edge.dateline", agency)
    for separator in SEPARATOR.finditer(head):
        before, agency = head[: separator.start()], None
        bracket = BRACKET.search(before)
        if bracket:
            agency = wire_in(bracket[1], index)
            if agency is None:
                continue
            before = before[: bracket.start()]
        elif before.strip() in index.agencies and separator[0].strip() and ":" not in separator[0]:
            return Edge(0, separator.end(), "dateline", "edge.dateline", index.agencies[before.strip()]["name"])
        following = text[separator.end() : separator.end() + 1]
        if agency is None and separator[0].strip() in ("", "|"):
            continue
        if agency is None and following and not (following.isupper() or following.isdigit() or following in "\"“'‘"):
            continue
        signed = agency is not None or (first and is_city_and_country(before, separator[0]))
        if (not before.strip() and agency) or is_place_and_date(before, index, signed):
            if ":" in separator[0] and agency is None and not (first and is_city_in_capitals(before, index)):
                continue
            return Edge(0, separator.end(), "dateline", "edge.dateline", agency)
    return None


def wire_in(text: str, index: FurnitureIndex) -> str | None:
    """The wire or outlet named in a bracket ("Reuters", "AP Photo" is none), or None."""
    found = index.wire.search(text)
    return index.agencies[found[0]]["name"] if found and found.start() == 0 else None


def is_city_and_country(text: str, separator: str) -> bool:
    """Whether it looks like "Baku, Azerbaijan" before a dash."""
    return text.count(",") == 1 and ":" not in separator and len(text.split()) <= 5


def is_city_in_capitals(text: str, index: FurnitureIndex) -> bool:
    """Whether it can be a city that a colon follows ("RIYADH:"); an article opens no city ("THE PRESIDENT:")."""
    if text.split()[0].lower() in index.joiners:
        return False
    return text.isupper() and sum(c.isalpha() for c in text) >= 4 and len(text.split()) <= 3


def is_place_and_date(text: str, index: FurnitureIndex, signed: bool) -> bool:
    """Whether the text is a place in capitals (or capitalised, where an agency or date stands by it), region, date."""
    parts = [part.strip() for part in text.split(",")]
    parts = [part for part in parts if part]
    if not parts or len(parts) > 5:
        return False
    dated = [is_stamp(part, index) for part in parts]
    place = [part for part, when in zip(parts, dated, strict=True) if not when]
    if not place:
        return signed
    dated_by_word = dated_tail(place[-1], index)
    if dated_by_word:
        place[-1] = dated_by_word
    if not all(is_name(part, index) for part in place):
        return False
    letters = sum(c.isalpha() for c in place[0])
    capitals = place[0].upper() == place[0] or place[0].split("/")[0].isupper()
    return letters >= 2 and ((capitals and letters >= 3) or signed or any(dated) or bool(dated_by_word))


def dated_tail(part: str, index: FurnitureIndex) -> str | None:
    """The place of "GENEVA Jan 10", or None where no date follows the place."""
    words = part.split()
    for at in range(1, len(words)):
        if (
            (row := index.stamps.get(words[at].lower().rstrip("."))) is not None
            and row["use"] in ("month", "weekday")
            and is_stamp(" ".join(words[at:]), index)
        ):
            return " ".join(words[:at]).rstrip(".")
    return None


def is_name(part: str, index: FurnitureIndex) -> bool:
    """Whether every word is capitalised, small joiners aside; at most five words."""
    words = part.split()
    return (
        len(words) <= 5
        and all(CAPITAL.match(w) or w.lower() in index.joiners for w in words)
        and bool(words[0][0].isupper())
    )


def find_leading_byline(text: str) -> Edge | None:
    """ "By A. Writer. " before the paragraph's own first sentence."""
    found = BY.match(text[:HEAD])
    return Edge(0, found.end(), "byline", "edge.byline") if found else None


def find_signature(text: str, index: FurnitureIndex) -> Edge | None:
    """Who signs, behind the paragraph's last sentence: reporters and editors, initials, the wire."""
    start = max(0, len(text) - SIGNED)
    reported = REPORTED.search(text, start)
    if reported and reported.end() - reported.start() > 0:
        tail = text[reported.end() :]
        return Edge(reported.start(), len(text), "byline", "edge.reporters", wire_anywhere(tail, index))
    tail_start = max(0, len(text) - TAIL)
    initials = SIGNATURE.search(text, tail_start)
    if initials and initials.start() > 0:
        return Edge(initials.start(), len(text), "byline", "edge.initials")
    wire = WIRE_TAIL.search(text, tail_start)
    if wire and wire.start() > 0 and is_agency_list(wire[1] or wire[2], index):
        return Edge(wire.start(), len(text), "credit", "edge.wire", wire_anywhere(wire[1] or wire[2], index))
    site = SITE.search(text, tail_start)
    if site and site.start() > 0:
        return Edge(site.start(), len(text), "credit", "edge.wire")
    start = text.rfind(" ", tail_start) + 1
    if text[start:].lower() in index.tails and ends_sentence(text, Span(0, start)):
        return Edge(start, len(text), "other", "edge.end-mark")
    return None


def sentence_starts(text: str, start: int) -> list[int]:
    """Where the sentences behind `start` begin, roughly."""
    return [found.end() for found in SENTENCE_END.finditer(text, start)]


def wire_anywhere(text: str, index: FurnitureIndex) -> str | None:
    for found in index.wire.finditer(text):
        row = index.agencies[found[0]]
        if row["kind"] == "wire":
            return row["name"]
    return None


def is_agency_list(text: str, index: FurnitureIndex) -> bool:
    """Whether nothing but names of agencies stands there ("AFP", "AP/Reuters", "Xinhua, TASS")."""
    rest = index.agency.sub("", text)
    return rest != text and not any(w not in index.joiners for w in re.findall(r"\w+", rest.lower()))


def find_credit(text: str, index: FurnitureIndex) -> Edge | None:
    """The photo credit at the end of a caption (or all of the paragraph): "A. Writer / AFP", "REUTERS/A. Writer".

    A wire alone may sign the report itself ("... he said. (AFP)"), or be an abbreviation that the text defines ("the
    Protection Agency (EPA)"): then the rule is `edge.credit-bare`.
    """
    if is_credit(text, index):
        return Edge(0, len(text), "credit", rule_of_credit(text, index))
    tail_start = max(0, len(text) - TAIL)
    for boundary in (*SENTENCE_BREAK.finditer(text, tail_start), *index.credit.finditer(text, tail_start)):
        tail = text[boundary.end() :]
        if is_credit(tail, index):
            bracketed = boundary[0].strip() in ("(", "[")
            start = boundary.start() if bracketed else boundary.end()
            defined = bracketed and text[: boundary.start()].rstrip()[-1:] not in FINAL
            return Edge(start, len(text), "credit", rule_of_credit(tail, index, defined=defined))
    return None


def rule_of_credit(text: str, index: FurnitureIndex, *, defined: bool = False) -> str:
    """Whether a name or a picture agency stands in the credit, or a wire (or what may be an abbreviation) alone."""
    agencies = [index.agencies[found[0]]["kind"] for found in index.agency.finditer(text)]
    alone = is_agency_list(text.strip(EDGES), index)
    return "edge.credit-bare" if alone and (defined or "photo" not in agencies) else "edge.credit"


def is_credit(text: str, index: FurnitureIndex) -> bool:
    """Whether a short stretch only says whose picture it is."""
    inner = text.strip(EDGES)
    if not inner or len(inner) > TAIL:
        return False
    words = inner.replace("/", " / ").split()
    if len(words) > 14:
        return False
    plain = normalised(inner)
    if any(h.kind == "credit" and h.strength == "sure" and h.start == 0 for h in index.hits(plain)):
        return len(words) <= 12
    parts = [part.strip() for part in PARTS.split(inner) if part.strip()]
    if index.agency.search(inner) is None or not all(is_credit_word(w, index) for part in parts for w in part.split()):
        return False
    return all(is_agency_list(part, index) or (len(parts) > 1 and is_photographer(part)) for part in parts)


def is_credit_word(word: str, index: FurnitureIndex) -> bool:
    plain = word.strip(",")
    return (
        bool(CAPITAL.match(word)) or plain.lower() in index.joiners or plain in index.agencies or not word[0].isalpha()
    )


def is_photographer(part: str) -> bool:
    """Whether it can be a name: two words, or one that is no string of capitals (initials sign reports)."""
    return " " in part or not part.isupper()
