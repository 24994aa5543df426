"""Assessments: forecasts and judgements, the outlet's own and those of the people quoted.

Propose at words of forecast; decide by their construction; explain by the row. "There was little hope of a
breakthrough" is the author's, "I doubt that anything will change" the speaker's, "analysts expect" the analysts'.
"""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.lexicon.load import Row
from dragoman.lexicon.stances import StanceIndex
from dragoman.records import Assessment, Span, Statement, Token
from dragoman.records.ids import content_id
from dragoman.records.vocab import REPORT_BLOCKS
from dragoman.resolve.attach import Setting

AUTHOR = "author"
POS = {"NOUN": "noun", "ADJ": "adjective", "VERB": "verb"}
ABLE = frozenset({"possible", "impossible"})
SUBJECTS = ("nsubj", "nsubjpass", "expl")


def find_assessments(setting: Setting, statements: tuple[Statement, ...], kit: Kit) -> tuple[Assessment, ...]:
    """The assessments of the report, in order of the text; of two in one clause the first is kept."""
    out: list[Assessment] = []
    for sentence in setting.parsed.sentences:
        if sentence.kind not in REPORT_BLOCKS or sentence.tokens[-1].text == "?":
            continue
        for token in sentence.tokens:
            if token.lemma in kit.stances.words:
                found = assess(token, setting, statements, kit.stances)
                if found and not any(found.span.overlaps(other.span) for other in out[-3:]):
                    out.append(found)
    return tuple(out)


def assess(token: Token, setting: Setting, statements: tuple[Statement, ...], index: StanceIndex) -> Assessment | None:
    """The assessment that this word makes, or None: a question, a bare mention, a holder nobody names."""
    proposed = propose(token, index)
    if proposed is None:
        return None
    words, rows, rule, strength, subject = proposed
    span = Span(min(t.start for t in words), max(t.end for t in words))
    said = next((s for s in statements if any(c.contains(token.span) for c in s.content)), None)
    holder = holder_of(subject, said, setting)
    if holder is None:
        return None
    return Assessment(
        id=content_id("assessment", setting.parsed.article.id, tuple(span), holder),
        holder=holder,
        kind="forecast" if rows[0]["kind"] == "forecast" else "assessment",
        strength=strength or None,  # type: ignore[arg-type]
        span=span,
        said_in=said.id if said else None,
        evidence=span,
        because=(rule, *(r.name for r in rows)),
    )


Proposal = tuple[list[Token], list[Row], str, str, Token | None]


def propose(token: Token, index: StanceIndex) -> Proposal | None:
    """(words of the clause, rows, rule, strength, who thinks it) for a word in a construction that judges."""
    row = index.forecast(token.lemma, POS.get(token.pos, ""))
    if token.pos == "ADJ" and row is None:
        row = index.forecast(token.lemma, "mood")
    if row is not None and row["pos"] == "verb":
        return of_verb(token, row)
    if row is not None and row["pos"] in ("adjective", "mood"):
        return of_adjective(token, row)
    if token.pos == "NOUN":
        return of_noun(token, row, index)
    return None


def of_verb(verb: Token, row: Row) -> Proposal | None:
    """ "is expected to dominate" (nobody named), "analysts expect", "did not expect"."""
    thing = verb.child("dobj")
    if verb.child("ccomp", "xcomp") is None and (thing is None or wanted_from(verb, thing)):
        return None
    passive = verb.child("auxpass", "nsubjpass") is not None or (verb.tag == "VBN" and verb.dep in ("acl", "relcl"))
    agent = verb.child("agent")
    subject = agent.child("pobj") if agent else None if passive else verb.child("nsubj")
    if not passive and subject is None:
        return None
    strength = "unlikely" if verb.child("neg") and row["strength"] == "likely" else row["strength"]
    words = clause(verb)
    if passive and verb.dep in ("acl", "relcl") and verb.head.i < verb.i:
        words = [verb.head, *words]
    return words, [row], "assessment.verb", strength, subject


def wanted_from(verb: Token, thing: Token) -> bool:
    """ "Expected more from the council" wants, it does not foresee."""
    return any(c.dep == "prep" and c.lower == "from" for word in (verb, thing) for c in word.children)


def of_adjective(adjective: Token, row: Row) -> Proposal | None:
    """ "is extremely unlikely", "likely to fail": a predicate, its subject a thing (else the one who thinks so)."""
    verb = adjective.head
    subject = verb.child(*SUBJECTS)
    if adjective.dep not in ("acomp", "oprd") or subject is None or subject.tag in ("WP", "WDT"):
        return None
    if adjective.lemma in ABLE and (adjective.child("xcomp") or verb.child("xcomp")):
        return None  # "it is not possible to give details": ability, no forecast
    thinker = subject if row["pos"] == "mood" else None
    strength = row["strength"]
    if verb.child("neg") is not None:
        strength = {"likely": "unlikely", "unlikely": "likely", "possible": "excluded"}.get(strength, "")
    return clause(verb), [row], "assessment.adjective", strength, thinker


def of_noun(noun: Token, row: Row | None, index: StanceIndex) -> Proposal | None:
    """ "there was little hope of …", "there would be little progress", "I have a pessimistic forecast"."""
    verb = noun.head
    exists = verb.lemma == "be" and verb.child("expl") is not None and noun.dep in ("attr", "nsubj", "dobj")
    degree = next((r for c in noun.children if (r := index.forecast(c.lower, "degree"))), None)
    outcome = index.forecast(noun.lemma, "outcome")
    if exists and row is not None:
        rows = [row, *([degree] if degree else [])]
        return clause(verb), rows, "assessment.there-is", (degree or row)["strength"], None
    if exists and outcome is not None and degree is not None and verb.child("aux") is not None:
        return clause(verb), [outcome, degree], "assessment.there-will-be", degree["strength"], None
    mood = next((r for c in noun.children if (r := index.forecast(c.lemma, "mood"))), None)
    if row is not None and mood is not None and noun.dep == "dobj" and verb.child("nsubj") is not None:
        return clause(verb), [row, mood], "assessment.has", mood["strength"], verb.child("nsubj")
    return None


def holder_of(subject: Token | None, said: Statement | None, setting: Setting) -> str | None:
    """The one who thinks it: the verb's subject, else the speaker, else (nobody named) the author."""
    if subject is not None:
        own = subject.pos == "PRON" and said is not None
        return setting.who.of(subject) or (said.speaker if own and said is not None else None)
    return said.speaker if said is not None else AUTHOR


def clause(verb: Token) -> list[Token]:
    """The verb's clause without the clauses that only accompany it."""
    out, stack = [], [verb]
    while stack:
        token = stack.pop()
        out.append(token)
        for child in token.children:
            if not (
                token is verb
                and child.dep in ("advcl", "punct", "cc", "conj", "parataxis", "ccomp")
                and (child.dep != "ccomp" or child.i < verb.i)
            ):
                stack.append(child)
    return out
