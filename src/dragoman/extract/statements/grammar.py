"""Candidates from the grammar: what reporting verbs, nouns, adjectives and phrases have as their content.

Complements are sought with high recall; `decide.py` keeps or drops them.
Example: "Moscow, officials said, had not replied" gives the cue "said" and two pieces of content.
"""

from __future__ import annotations

from dragoman.extract.statements.candidates import (
    WORDLESS,
    Candidate,
    extent,
    inverted,
    left_edge,
    right_edge,
    subject_of,
    subtract,
)
from dragoman.extract.statements.clauses import clause_of, made_clear, shorter
from dragoman.extract.statements.nominals import of_adjective, of_adverb, of_echo, of_noun, of_phrase
from dragoman.lexicon.speech import Cue, SpeechIndex
from dragoman.records import Sentence, Token

#: How a verb of saying hangs on the sentence it reports.
SAYING = frozenset({"say", "write", "think", "show"})
WHEN = frozenset({"DATE", "TIME"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBG", "VB", "VBN"})
PARENTHETIC = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep", "relcl", "acl", "ROOT"})


def propose(sentence: Sentence, speech: SpeechIndex) -> list[Candidate]:
    """Every candidate whose cue stands in this sentence, in order of the cue."""
    out: list[Candidate] = []
    for token in sentence.tokens:
        pos = token.pos
        if pos in ("VERB", "AUX"):
            echo = speech.echoes.get(token.lemma.lower())
            heard = of_echo(token, echo, speech, sentence) if echo is not None else []
            out.extend(heard or _of_verb(token, speech, sentence))
        elif pos == "NOUN":
            entry = speech.nouns.get(token.lemma)
            if entry:
                out.extend(of_noun(token, entry, speech))
        elif pos == "ADJ":
            entry = speech.adjectives.get(token.lower)
            if entry:
                out.extend(of_adjective(token, entry, speech))
        elif pos == "ADV" and token.lower in speech.adverbs:
            out.extend(of_adverb(token, speech.adverbs[token.lower]))
        if token.lower in speech.phrases:
            out.extend(of_phrase(token, speech.phrases[token.lower], speech, sentence))
    return out


def _of_verb(verb: Token, speech: SpeechIndex, sentence: Sentence) -> list[Candidate]:
    entry = speech.verbs.get(verb.lemma.lower())
    clause = infinitive = thing = predicate = adjective = None
    preps: list[Token] = []
    for child in verb.children:
        dep = child.dep
        if dep == "ccomp":
            clause = clause or child
        elif dep == "xcomp":
            infinitive = infinitive or child
        elif dep == "dobj" and child.tag not in ("WDT", "WP"):
            thing = child
        elif dep == "prep":
            preps.append(child)
        elif dep == "oprd":
            predicate = child
        elif dep == "acomp":
            adjective = child
    if entry is None:
        if clause is None or verb.pos == "AUX":
            return []
        if infinitive is None and clause.i < verb.i and not any(c.dep in ("nsubj", "nsubjpass") for c in verb.children):
            return []
    subject, passive = subject_of(verb, speech)
    if clause is None and thing is not None and entry is not None and entry.addressee:
        clause = _told_that(thing)
    if subject is None and clause is not None and not passive:
        subject = _lost_subject(verb, clause, sentence)
    if clause is not None:
        clear = speech.adjectives.get(clause.lower) if clause.pos == "ADJ" else None
        if clear is not None and clear.cls in SAYING and verb.i < clause.i <= verb.i + 2:
            return [made_clear(verb, clause, clear, subject)]
        whole = clause_of(verb, clause, entry, subject, passive, speech)
        handed = _handed(verb, speech) if entry is not None and entry.cls == "relay" else None
        if handed is not None:  # "… ," TASS quoted her as saying: she says it
            whole.cue, whole.entry = handed, speech.verbs.get(handed.lemma.lower())
            whole.subject, whole.passive = subject_of(handed, speech)
            return [whole]
        return [whole, *shorter(whole, clause, sentence)]
    if entry is None or (entry.cls == "relay" and _handed(verb, speech) is not None):
        return []
    out = _of_object(verb, entry, subject, passive, infinitive or predicate, thing, preps)
    for found in out:
        found.pieces = [(found.pieces[0][0], max(found.pieces[0][1], _second_thing(verb, found.pieces[0][1])))]
    if adjective is None and entry.clause:
        if not out:
            out.extend(_parenthetic(verb, entry, subject, passive, sentence, speech))
        out.extend(_rest(verb, thing, entry, subject, passive, sentence))
    return out


def _of_object(
    verb: Token,
    entry: Cue,
    subject: Token | None,
    passive: bool,
    predicate: Token | None,
    thing: Token | None,
    preps: list[Token],
) -> list[Candidate]:
    """No clause: an infinitive or predicate, else the object, else a phrase whose preposition leads to the content."""

    def found(route: str, start: int, end: int, head: Token) -> list[Candidate]:
        return [Candidate(route, verb, entry, subject, [(start, end)], head, passive=passive)]

    if predicate is not None and (
        entry.object or entry.predicate if predicate.dep == "oprd" else entry.infinitive or entry.clause
    ):
        acts = predicate.dep == "xcomp" and predicate.pos in ("VERB", "AUX")
        bare = predicate.tag == "VBN" and passive and not any(c.tag == "TO" for c in predicate.children)
        if (predicate.tag == "VBG" or bare) and entry.cls == "show":  # "was found lying on the shore", "found hidden"
            return []
        start = thing if thing is not None and thing.i < predicate.i else predicate
        route = "verb-infinitive" if acts else "verb-predicate"
        return found(route, left_edge(start), right_edge(predicate), predicate)
    if thing is not None and entry.object and not (entry.addressee and _person(thing)):
        ends = [right_edge(p) for p in preps if p.i > thing.i and p.lower in entry.prepositions and p.children]
        return found("verb-object", left_edge(thing), max([right_edge(thing), *ends[-1:]]), thing)
    if thing is not None and entry.addressee and _person(thing):  # "informed Cairo of the change"
        preps = [*preps, *(c for c in thing.children if c.dep == "prep")]
    for prep in preps:
        target = prep.child("pobj", "pcomp", "prep")
        if target is None or target.ent in WHEN:  # "reported on Wednesday"
            continue
        if prep.i > verb.i and prep.lower in entry.prepositions:
            return found("verb-preposition", left_edge(target), right_edge(prep), target)
    return []


def _second_thing(verb: Token, end: int) -> int:
    """Index behind a noun that the parser joins to the verb, not to its object ("called for calm and a return")."""
    for other in verb.children:
        if other.dep == "conj" and other.pos in ("NOUN", "PROPN") and end <= other.i <= end + 6:
            return right_edge(other)
    return end


def _rest(
    verb: Token, thing: Token | None, entry: Cue, subject: Token | None, passive: bool, sentence: Sentence
) -> list[Candidate]:
    """Where the parser lost the complement ("found use of oil fell"): all that follows, if it has a verb."""
    if entry.cls not in SAYING or subject is None or subject.i > verb.i or verb.tag not in FINITE:
        return []
    tokens = sentence.tokens
    after, route = verb.i + 1, "verb-rest"
    if thing is not None and entry.addressee and _person(thing) and thing.i > verb.i:
        after = max(right_edge(thing), after)  # "told reporters the talks had begun"
        route = "verb-clause"
    behind = tokens[after - tokens[0].i :]
    if not behind or not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in behind[1:12]):
        return []
    if behind[0].pos in ("PUNCT", "ADP", "CCONJ", "SCONJ") or behind[0].tag == "WRB":
        return []
    return [Candidate(route, verb, entry, subject, [(behind[0].i, tokens[-1].i + 1)], None, passive=passive)]


def _handed(verb: Token, speech: SpeechIndex) -> Token | None:
    """The verb of her words in "quoted her as saying", "quoted her saying": they are what she says."""
    below = [*verb.children, *(c for child in verb.children for c in child.children if child.dep in ("dobj", "prep"))]
    for child in below:
        if (
            child.tag == "VBG"
            and child.dep in ("pcomp", "acl", "xcomp", "advcl")
            and child.lemma.lower() in speech.verbs
        ):
            return child
    return None


def _told_that(thing: Token) -> Token | None:
    """ "told a briefing that the port was shut": the parser hangs the clause on the briefing."""
    for child in thing.children:
        if child.dep in ("relcl", "acl", "ccomp") and child.children and child.pos in ("VERB", "AUX"):
            first = child.children[0]
            if first.dep == "mark" and first.lower == "that":
                return child
    return None


def _lost_subject(verb: Token, clause: Token, sentence: Sentence) -> Token | None:
    """ "In a letter to the Pope, Iran's minister Ali Amini wrote": the parser sets the two names side by side.

    "Speaking in Oslo, Anna Berg, a judge, said": it hangs the name on what comes before.
    """
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    tokens = sentence.tokens
    first = tokens[0].i
    at = verb.i - first - 1
    while at > 0 and tokens[at].pos in ("ADV", "AUX"):
        at -= 1
    if at > 1 and tokens[at].text == ",":
        return _name_before(tokens[at - 1], tokens) if clause.i > verb.i else None
    token = tokens[at] if at > 0 else None
    if token is None or token.pos not in ("PROPN", "NOUN") or token.dep != "appos":
        return None
    return token if tokens[left_edge(token) - first - 1].text == "," else None


def _name_before(token: Token, tokens: tuple[Token, ...]) -> Token | None:
    """The name between commas that this word ends, hung on what comes before it ("in Oslo, Anna Berg, a judge,")."""
    first = tokens[0].i
    for _ in range(12):
        begins = left_edge(token) - first
        lost = token.dep == "npadvmod" or (token.dep == "appos" and token.head.ent != "PERSON")
        if token.pos == "PROPN" and token.ent == "PERSON" and lost and begins > 1 and tokens[begins - 1].text == ",":
            return token
        if token.dep not in ("compound", "pobj", "prep", "appos") or not first <= token.head.i < token.i:
            return None
        token = token.head
    return None


def _person(thing: Token) -> bool:
    """Whether the object of a verb of telling is whom it is told, not what."""
    return thing.ent in ("PERSON", "ORG", "NORP", "GPE") or thing.pos in ("PROPN", "PRON") or thing.tag == "NNS"


def _saying(verb: Token, speech: SpeechIndex) -> bool:
    entry = speech.verbs.get(verb.lemma.lower())
    return entry is not None and entry.cls in SAYING


def _ends(verb: Token, subject: Token, sentence: Sentence) -> bool:
    """Whether "…, Berg said." ends a sentence that begins with the clause of somebody and has a verb."""
    tokens = sentence.tokens
    left = min(verb.i, left_edge(subject)) - tokens[0].i
    behind = max(verb.i, right_edge(subject) - 1) - tokens[0].i + 1
    if abs(verb.i - subject.i) > 3 or any(t.pos not in WORDLESS for t in tokens[behind:]) or left < 4:
        return False
    if tokens[left - 1].text != "," or tokens[0].pos not in ("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"):
        return False
    return any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[1 : left - 1])


def _parenthetic(
    verb: Token, entry: Cue, subject: Token | None, passive: bool, sentence: Sentence, speech: SpeechIndex
) -> list[Candidate]:
    """ "The plan, he said, is dead": the verb hangs on the sentence it reports, set off by commas."""
    if verb.dep not in PARENTHETIC or subject is None or entry.cls not in ("say", "write", "think", "ask"):
        return []
    tokens = sentence.tokens
    offset = tokens[0].i
    own = extent(verb)
    head = verb.head
    first = next((c for c in verb.children if c.dep == "nsubj"), None)
    if first is not None and first is not subject and inverted(verb, first, subject):
        own = verb.i, own[1]
    if head is verb:
        left = min(own[0], left_edge(subject)) if subject.sent == verb.sent else own[0]
        if left == offset and subject.sent == verb.sent and _ends(verb, subject, sentence):
            left = min(verb.i, left_edge(subject))  # "The days when it had a port are gone, Berg said."
        before = left - offset - 1
        if before > 1 and tokens[before].text in (",", "--", "–", "—"):
            return [Candidate("verb-comma", verb, entry, subject, [(offset, left)], None, passive=passive)]
        return []
    if verb.dep == "ccomp" and verb.i < head.i and _saying(head, speech):  # "he will play, Berg said": Berg says it
        return []
    as_said = verb.dep == "advcl" and any(c.lower == "as" and c.dep in ("mark", "advmod") for c in verb.children[:1])
    if (verb.dep in ("relcl", "acl", "conj", "advcl") and not as_said) or head.pos not in ("VERB", "AUX", "NOUN"):
        return []
    before, after = own[0] - offset - 1, own[1] - offset
    set_off = (before < 0 or tokens[before].pos in WORDLESS) and (after >= len(tokens) or tokens[after].pos in WORDLESS)
    if not set_off and not any(c.pos == "PUNCT" for c in verb.children):
        return []
    whole = extent(head)
    pieces = subtract((min(whole[0], left_edge(verb)), whole[1]), [own])
    return [Candidate("verb-parenthetic", verb, entry, subject, pieces, head, passive=passive)] if pieces else []
