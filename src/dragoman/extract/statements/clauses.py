"""The clause that a reporting verb has as its complement: where it begins, where it ends and what trails."""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate, Range, extent, left_edge, right_edge, subtract
from dragoman.lexicon.speech import Cue, SpeechIndex
from dragoman.records import Sentence, Token

UTTERED = frozenset({"say", "write", "ask", "urge", "promise"})
#: What may trail behind a content, and how it begins.
TRAILING = frozenset({"relcl", "advcl", "acl", "conj", "parataxis", "prep", "appos", "ccomp"})
MARKS = frozenset(
    {"which", "who", "where", "while", "although", "though", "as", "because", "if", "but", "after", "when"}
)
PAUSES = frozenset({",", "-", "--", "–", "—", ";"})


def clause_of(
    verb: Token, clause: Token, entry: Cue | None, subject: Token | None, passive: bool, speech: SpeechIndex
) -> Candidate:
    """The clause that hangs on the verb, on one side of it or on both."""
    left, right = extent(clause)
    mark = clause.child("mark")
    if mark is not None and verb.i < mark.i < clause.i and mark.lower == "that":
        left = max(left, mark.i)  # "told the daily Iltalehti that": the parser hangs the name on the clause
    right = _border(clause, right, speech)
    pieces: list[Range] = [(left, right)]
    if left < verb.i < right:
        pieces = subtract((left, right), [_cue_block(verb, subject)])
    elif clause.i > verb.i:
        pieces = [(left, max(right, _shared_end(verb, clause)))]
    route = "verb-clause" if clause.i > verb.i else "verb-clause-before"
    return Candidate(route, verb, entry, subject, pieces, clause, passive=passive)


def _border(clause: Token, right: int, speech: SpeechIndex) -> int:
    """Where a second report begins that the parser hangs on the first: "it rained, and most said roads were shut"."""
    for child in clause.children:
        if child.i < clause.i:
            continue
        verb = child.child("pcomp") if child.dep == "prep" and child.lower == "with" else child
        if verb is None or verb.pos != "VERB" or (verb is child and child.dep not in ("conj", "advcl")):
            continue
        entry = speech.verbs.get(verb.lemma.lower())
        deps = {c.dep for c in verb.children}
        told = "ccomp" in deps or verb is not child
        if entry is not None and entry.cls in UTTERED and told and "nsubj" in deps:
            return min(right, left_edge(child))
    return right


def shorter(whole: Candidate, clause: Token, sentence: Sentence) -> list[Candidate]:
    """The same without what trails behind a comma or dash: perhaps the reporter's own (", which opened in May")."""
    if len(whole.pieces) != 1 or whole.cue is None or clause.i < whole.cue.i:
        return []
    tokens, offset = sentence.tokens, sentence.tokens[0].i
    end = whole.pieces[0][1]
    token = clause
    for _ in range(12):
        behind = [c for c in token.children if token.i < c.i < end and c.dep != "punct"]
        if not behind:
            return []
        for child in behind:
            at = left_edge(child)
            if child.dep in TRAILING and at - offset >= 1 and tokens[at - 1 - offset].text in PAUSES:
                mark = tokens[at - offset].lower
                kind = f"{child.dep} {mark}" if mark in MARKS else child.dep
                whole.tail = f"kept {kind}"
                short = Candidate(
                    whole.route, whole.cue, whole.entry, whole.subject, [(whole.start, at)], clause,
                    passive=whole.passive, tail=f"cut {kind}",
                )  # fmt: skip
                return [short] if at > clause.i else []
        token = behind[-1]
    return []


def made_clear(verb: Token, adjective: Token, entry: Cue, subject: Token | None) -> Candidate:
    """ "made clear that", "made it clear that": the adjective is part of the cue."""
    clauses = [right_edge(c) for c in verb.children if c.dep == "ccomp" and c.i > adjective.i]
    pieces = [(adjective.i + 1, max(right_edge(adjective), adjective.i + 2, *clauses))]
    return Candidate("verb-clause", verb, entry, subject, pieces, cue_range=(verb.i, adjective.i + 1))


def _shared_end(verb: Token, clause: Token) -> int:
    """Index behind a second verb that the parser hangs on the cue, but whose form shows that it belongs to the content.

    "warned they would pay and could lose": two modals, none at the cue; "insists it was misled and felt alone": two
    past tenses under a present one; "said that … and that …": a second "that".
    """
    end = 0
    for other in verb.children:
        if other.dep != "conj" or other.i < clause.i or other.pos not in ("VERB", "AUX"):
            continue
        deps = {c.dep: c for c in other.children}
        mark = deps.get("mark")
        if mark is not None and mark.lower == "that":
            end = right_edge(other)
        elif "nsubj" not in deps and "nsubjpass" not in deps:
            forms = _form(other), _form(clause), _form(verb)
            if forms[0] == forms[1] != forms[2]:
                end = right_edge(other)
    return end


def _form(verb: Token) -> str:
    """modal, past, present or participle, by the first auxiliary, else by the verb itself."""
    for child in verb.children:
        if child.dep in ("aux", "auxpass") and child.i < verb.i:
            if child.tag == "MD":
                return "modal"
            return "past" if child.tag == "VBD" else "present"
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(verb.tag, verb.tag)


def _cue_block(verb: Token, subject: Token | None) -> Range:
    """The tokens of verb, subject and what else hangs on the verb closely."""
    left, right = verb.i, verb.i + 1
    for child in verb.children:
        if child.dep in ("ccomp", "punct", "parataxis"):
            continue
        a, b = extent(child)
        if a <= verb.i + 1 or child.dep in ("nsubj", "prep", "npadvmod", "advmod", "dobj", "dative", "advcl", "prt"):
            left, right = min(left, a), max(right, b)
    return left, right
