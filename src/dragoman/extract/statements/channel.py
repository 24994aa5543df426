"""Through what, to whom and at which occasion something is said: what hangs on the cue beside its content.

"told CNN": channel and addressee; "said on Twitter", "on state television", "tweeted": channel; "told reporters":
addressee; "at a news conference in Vienna": venue.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.extract.statements.candidates import Candidate, left_edge, right_edge
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: Prepositions behind which a channel may stand; `about` or `of` lead to what is talked of.
CARRYING = frozenset({"on", "upon", "to", "with", "in", "via", "through", "over", "at", "for", "during", "by", "from"})
OCCASION = frozenset({"at", "in", "during", "on"})
#: Verbs of which a participle gives the occasion ("Speaking at a conference in Vienna, he said").
SPEAKING = frozenset({"speak", "talk", "address", "testify", "appear"})
#: Longest venue, in tokens.
VENUE_LIMIT = 12


class Circumstances(NamedTuple):
    """`addressee` is an actor id; `channel` and `venue` are words of the text, or the channel a verb or noun names."""

    channel: str | None = None
    addressee: str | None = None
    venue: str | None = None
    because: tuple[str, ...] = ()


def circumstances_of(candidate: Candidate, setting: Setting, speech: SpeechIndex) -> Circumstances:
    """What the text says of channel, addressee and venue of this statement."""
    cue = candidate.cue
    if cue is None or cue.pos not in ("VERB", "AUX") or candidate.route == "according-to":
        return Circumstances()
    because: list[str] = []
    channel = addressee = venue = None
    urged = candidate.entry is not None and candidate.entry.cls == "urge"
    told = candidate.entry is not None and candidate.entry.addressee
    given = _given(candidate, speech)
    for preposition, noun in _hanging(candidate):
        if channel is None and (found := _channel(noun, setting, speech)):
            channel, rule = found
            because.append(rule)
        if addressee is None and (
            (preposition in ("", "to") and not given) or (urged and preposition in ("on", "upon", "of"))
        ):
            addressee = setting.who.of(noun)
            if addressee is not None:
                because.append("statement.addressee")
        if (
            venue is None
            and noun.pos == "NOUN"
            and (preposition in OCCASION or (told and not preposition))
            and (row := speech.venues.get(noun.lemma.lower()))
        ):
            venue = _words(noun, setting)
            because.append(row.name)
            if addressee is None and row["partner"] and (partner := _partner(noun)) is not None:
                addressee = setting.who.of(partner)
    if addressee is None and (heard := _told(candidate, speech)) is not None and (found_one := setting.who.of(heard)):
        addressee = found_one
        because.append("statement.addressee")
    if channel is None and candidate.entry is not None and candidate.entry.channel:
        channel = candidate.entry.channel
        because.append("channel.of-verb")
    return Circumstances(channel, addressee, venue, tuple(because))


def _partner(noun: Token) -> Token | None:
    """ "a call with Cairo": Cairo."""
    prep = next((c for c in noun.children if c.dep == "prep" and c.lower == "with"), None)
    return prep.child("pobj") if prep is not None else None


def _told(candidate: Candidate, speech: SpeechIndex) -> Token | None:
    """Who is told or is to act: "Cairo was told", "urged Cairo to sign" (object of urging or actor of signing)."""
    cue, head, entry = candidate.cue, candidate.head, candidate.entry
    if cue is None or head is None or entry is None:
        return None
    if candidate.route == "verb-object" and head.i > cue.i and entry.cls == "say":  # "expressed concern to Cairo"
        to = next((c for c in head.children if c.dep == "prep" and c.lower == "to"), None)
        return to.child("pobj") if to is not None and head.lemma in speech.nouns else None
    if not entry.addressee:
        return _commanded(candidate)
    if candidate.passive:  # "Cairo was told that"
        return cue.child("nsubjpass")
    told = cue.child("dobj", "dative")
    if told is not None and cue.i < told.i <= head.i:
        return told
    if head.tag == "VB" and any(c.tag == "TO" for c in head.children):
        actor = head.child("nsubj")
        return actor if actor is not None and actor.i > cue.i else None
    return None


def _commanded(candidate: Candidate) -> Token | None:
    """ "demanded that Cairo sign": who is to act; the clause is subjunctive or says "should"."""
    head, entry = candidate.head, candidate.entry
    if entry is None or head is None or entry.cls != "urge" or candidate.route != "verb-clause":
        return None
    should = any(c.dep == "aux" and c.lower in ("should", "must") for c in head.children)
    return head.child("nsubj") if head.tag == "VB" and (should or not head.child("aux")) else None


def _given(candidate: Candidate, speech: SpeechIndex) -> bool:
    """ "announced aid to Cairo": the thing goes to Cairo, not the words; "expressed concern to Cairo" is said to it."""
    head, cue = candidate.head, candidate.cue
    if candidate.route != "verb-object" or head is None or cue is None or candidate.quotes:
        return False
    return head.i > cue.i and head.lemma not in speech.nouns


def _hanging(candidate: Candidate) -> Iterator[tuple[str, Token]]:
    """(preposition or "", noun) of objects and prepositional phrases of the cue that are no content."""
    cue = candidate.cue
    if cue is None:
        return
    told = candidate.entry is not None and candidate.entry.addressee
    stack: list[tuple[str, Token, int]] = []
    hosts = [cue]
    subject = candidate.subject
    if subject is not None and subject.sent == cue.sent and subject.i < cue.i:
        hosts.append(subject)  # "Orlov in the talks had stressed": the parser hangs the occasion on the speaker
    hosts.extend(c for c in cue.children if c.dep == "advcl" and c.tag == "VBG" and c.lemma in SPEAKING)
    for host in hosts:
        for child in reversed(host.children):
            if (
                child.dep in ("dobj", "dative")
                and host is cue
                and child.pos != "VERB"
                and (told or child.dep == "dative")
            ):
                stack.append(("", child, 0))
            elif child.dep == "prep" and (
                child.lower in (OCCASION if host is subject else CARRYING)
                or (child.lower == "of" and _demand(candidate))
            ):
                stack.append((child.lower, child, 0))
    while stack:
        preposition, token, depth = stack.pop()
        if any(a <= token.i < b for a, b in candidate.pieces):
            continue
        if token.dep == "prep" or (token.dep == "dative" and token.pos == "ADP"):
            stack.extend((token.lower, c, depth) for c in token.children if c.dep == "pobj")
            continue
        yield preposition, token
        if depth < 3:
            stack.extend((c.lower, c, depth + 1) for c in token.children if c.dep == "prep" and c.lower in CARRYING)


def _demand(candidate: Candidate) -> bool:
    """ "demanded of Cairo that it sign": here `of` leads to the addressee, as it does nowhere else."""
    return candidate.route == "verb-clause" and candidate.entry is not None and candidate.entry.cls == "urge"


def _channel(noun: Token, setting: Setting, speech: SpeechIndex) -> tuple[str, str] | None:
    """(name of the channel, rule or row) if the noun or a name in its phrase is an outlet, platform or medium."""
    parts = [noun, *(c for c in noun.children if c.dep in ("compound", "poss", "nmod", "appos") and c.i != noun.i)]
    following = setting.parsed.tokens[noun.i + 1 : noun.i + 2]
    parts.extend(t for t in following if t.pos == "PROPN")  # "the daily Iltalehti"
    for token in parts:
        link = setting.who.link_of(token)
        actor = setting.who.actor(link.actor) if link else None
        if link is not None and actor is not None and actor.kind == "media" and link.form == "name":
            return link.span.of(setting.parsed.article.text), "channel.outlet"
    lemma = noun.lemma.lower()
    previous = setting.parsed.tokens[noun.i - 1].lower if noun.i else ""
    row = speech.channels.get(f"{previous} {noun.lower}") or speech.channels.get(f"{previous} {lemma}")
    row = row or speech.channels.get(lemma)
    if row is None:
        return None
    return row["channel"] or _words(noun, setting), row.name


def _words(noun: Token, setting: Setting) -> str:
    """The noun phrase without its determiner and its clauses."""
    first, last = left_edge(noun), right_edge(noun)
    for child in noun.children:
        if child.dep in ("relcl", "acl", "appos", "punct") and child.i > noun.i:
            last = min(last, left_edge(child))
    last = max(min(last, first + VENUE_LIMIT), noun.i + 1)
    tokens = setting.parsed.tokens
    while first < noun.i and tokens[first].pos == "DET":
        first += 1
    return " ".join(setting.parsed.article.text[tokens[first].start : tokens[last - 1].end].split())
