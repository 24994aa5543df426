"""Candidates from the grammar: complements of reporting verbs, nouns, adjectives and phrases.

Complements are sought with high recall; `decide.py` keeps or drops them.
Example: "Moscow, officials said, had not replied" gives the cue "said" and two pieces of content.
"""

from __future__ import annotations

from dragoman.extract.statements.candidates import (
    WORDLESS,
    Candidate,
    Range,
    extent,
    left_edge,
    right_edge,
    subject_of,
    subtract,
)
from dragoman.lexicon.speech import Cue, SpeechIndex
from dragoman.records import Sentence, Token

UTTERED = frozenset({"say", "write", "ask", "urge", "promise"})
#: What may trail behind a content, and how it begins.
TRAILING = frozenset({"relcl", "advcl", "acl", "conj", "parataxis", "prep", "appos", "ccomp"})
MARKS = frozenset(
    {"which", "who", "where", "while", "although", "though", "as", "because", "if", "but", "after", "when"}
)
PAUSES = frozenset({",", "-", "--", "–", "—", ";"})
#: How a verb of saying hangs on the sentence it reports.
SAYING = frozenset({"say", "write", "think", "show"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBG", "VB", "VBN"})
PARENTHETIC = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep", "relcl", "acl", "ROOT"})


def propose(sentence: Sentence, speech: SpeechIndex) -> list[Candidate]:
    """Every candidate whose cue stands in this sentence, in order of the cue."""
    out: list[Candidate] = []
    for token in sentence.tokens:
        pos = token.pos
        if pos in ("VERB", "AUX"):
            out.extend(_of_verb(token, speech, sentence))
        elif pos == "NOUN":
            entry = speech.nouns.get(token.lemma)
            if entry:
                out.extend(_of_noun(token, entry, speech))
        elif pos == "ADJ":
            entry = speech.adjectives.get(token.lower)
            if entry:
                out.extend(_of_adjective(token, entry, speech))
        elif pos == "ADV" and token.lower in speech.adverbs:
            out.extend(_of_adverb(token, speech.adverbs[token.lower]))
        if token.lower in speech.phrases:
            out.extend(_of_phrase(token, speech.phrases[token.lower], sentence))
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
    if clause is not None:
        clear = speech.adjectives.get(clause.lower) if clause.pos == "ADJ" else None
        if clear is not None and verb.i < clause.i <= verb.i + 2:
            return [_made_clear(verb, clause, clear, subject)]
        whole = _clause(verb, clause, entry, subject, passive, speech)
        return [whole, *_shorter(whole, clause, sentence)]
    if entry is None or (entry.cls == "relay" and _hands_over(verb, speech)):
        return []
    out = []
    if infinitive is not None and (entry.infinitive or entry.clause):
        route = "verb-infinitive" if infinitive.pos in ("VERB", "AUX") else "verb-predicate"
        start = thing if thing is not None and thing.i < infinitive.i else infinitive
        pieces = [(left_edge(start), right_edge(infinitive))]
        out.append(Candidate(route, verb, entry, subject, pieces, infinitive, passive=passive))
    elif predicate is not None and entry.object:
        start = thing if thing is not None and thing.i < predicate.i else predicate
        pieces = [(left_edge(start), right_edge(predicate))]
        out.append(Candidate("verb-predicate", verb, entry, subject, pieces, predicate, passive=passive))
    elif thing is not None and entry.object and not (entry.addressee and _person(thing)):
        last = thing
        for prep in preps:
            if prep.i > thing.i and prep.lower in entry.prepositions and prep.children:
                last = prep
        pieces = [(left_edge(thing), max(right_edge(thing), right_edge(last)))]
        out.append(Candidate("verb-object", verb, entry, subject, pieces, thing, passive=passive))
    else:
        for prep in preps:
            target = prep.child("pobj", "pcomp", "prep")
            if target is not None and prep.i > verb.i and prep.lower in entry.prepositions:
                pieces = [(left_edge(target), right_edge(prep))]
                out.append(Candidate("verb-preposition", verb, entry, subject, pieces, target, passive=passive))
                break
    for found in out:
        found.pieces = [(found.pieces[0][0], max(found.pieces[0][1], _second_thing(verb, found.pieces[0][1])))]
    if adjective is None and entry.clause:
        if not out:
            out.extend(_parenthetic(verb, entry, subject, passive, sentence))
        out.extend(_rest(verb, thing, entry, subject, passive, sentence))
    return out


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
    if behind[0].pos in ("PUNCT", "ADP", "CCONJ"):
        return []
    return [Candidate(route, verb, entry, subject, [(behind[0].i, tokens[-1].i + 1)], None, passive=passive)]


def _hands_over(verb: Token, speech: SpeechIndex) -> bool:
    """ "quoted her as saying", "quoted her saying": the words are what she says."""
    below = [*verb.children, *(c for child in verb.children for c in child.children if child.dep in ("dobj", "prep"))]
    return any(
        c.tag == "VBG" and c.dep in ("pcomp", "acl", "xcomp", "advcl") and c.lemma.lower() in speech.verbs
        for c in below
    )


def _person(thing: Token) -> bool:
    """Whether the object of a verb of telling is whom it is told, not what."""
    return thing.ent in ("PERSON", "ORG", "NORP", "GPE") or thing.pos in ("PROPN", "PRON") or thing.tag == "NNS"


def _clause(
    verb: Token, clause: Token, entry: Cue | None, subject: Token | None, passive: bool, speech: SpeechIndex
) -> Candidate:
    """The clause that hangs on the verb, on one side of it or on both."""
    left, right = extent(clause)
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


def _shorter(whole: Candidate, clause: Token, sentence: Sentence) -> list[Candidate]:
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


def _made_clear(verb: Token, adjective: Token, entry: Cue, subject: Token | None) -> Candidate:
    """ "made clear that", "made it clear that": the adjective is part of the cue."""
    pieces = [(adjective.i + 1, max(right_edge(adjective), adjective.i + 2))]
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


def _parenthetic(verb: Token, entry: Cue, subject: Token | None, passive: bool, sentence: Sentence) -> list[Candidate]:
    """ "The plan, he said, is dead": the verb hangs on the sentence it reports, set off by commas."""
    if verb.dep not in PARENTHETIC or subject is None or entry.cls not in ("say", "write", "think", "ask"):
        return []
    tokens = sentence.tokens
    offset = tokens[0].i
    own = extent(verb)
    head = verb.head
    if head is verb:
        left = min(own[0], left_edge(subject)) if subject.sent == verb.sent else own[0]
        before = left - offset - 1
        if before > 1 and tokens[before].text in (",", "--", "–", "—"):
            return [Candidate("verb-comma", verb, entry, subject, [(offset, left)], None, passive=passive)]
        return []
    as_said = verb.dep == "advcl" and any(c.lower == "as" and c.dep in ("mark", "advmod") for c in verb.children[:1])
    if (verb.dep in ("relcl", "acl", "conj", "advcl") and not as_said) or head.pos not in ("VERB", "AUX", "NOUN"):
        return []
    before, after = own[0] - offset - 1, own[1] - offset
    set_off = (before < 0 or tokens[before].pos in WORDLESS) and (after >= len(tokens) or tokens[after].pos in WORDLESS)
    if not set_off and not any(c.pos == "PUNCT" for c in verb.children):
        return []
    pieces = subtract(extent(head), [own])
    return [Candidate("verb-parenthetic", verb, entry, subject, pieces, head, passive=passive)] if pieces else []


def _of_noun(noun: Token, entry: Cue, speech: SpeechIndex) -> list[Candidate]:
    target = None
    route = "noun-clause"
    subject = None
    for child in noun.children:
        if child.dep == "poss":
            subject = child
        elif child.i > noun.i and target is None:
            if child.dep in ("acl", "ccomp", "relcl", "xcomp") and child.pos in ("VERB", "AUX"):
                mark = child.children[0].lower if child.children else ""
                if (entry.clause and (mark == "that" or child.dep == "ccomp")) or (
                    entry.infinitive and mark == "to" and child.dep != "relcl"
                ):
                    target = child
                    route = "noun-infinitive" if mark == "to" else "noun-clause"
            elif child.dep == "prep":
                if child.lower in ("by", "from", "among") and subject is None:
                    subject = child.child("pobj")
                elif child.lower in entry.prepositions:
                    target = child.child("pobj", "pcomp")
                    route = "noun-preposition"
    if target is None:
        target = _predicate_of(noun)
        route = "noun-is"
        if target is None:
            return []
    if subject is None:
        subject = _lender(noun, speech)
    return [Candidate(route, noun, entry, subject, [extent(target)], target)]


def _predicate_of(noun: Token) -> Token | None:
    """ "His view is that …": the clause behind the copula."""
    verb = noun.head
    if noun.dep == "nsubj" and verb.lemma == "be":
        clause = verb.child("ccomp")
        if clause is not None and clause.i > verb.i:
            return clause
    return None


def _lender(noun: Token, speech: SpeechIndex) -> Token | None:
    """The subject of the verb whose object the noun is: "Kyiv voiced concern that"."""
    if noun.dep in ("dobj", "attr", "pobj"):
        verb = noun.head.head if noun.dep == "pobj" else noun.head
        if verb.pos in ("VERB", "AUX"):
            return subject_of(verb, speech)[0]
    return None


def _of_adjective(adjective: Token, entry: Cue, speech: SpeechIndex) -> list[Candidate]:
    verb = adjective.head
    if adjective.dep not in ("acomp", "conj", "advcl", "oprd", "amod", "acl", "attr", "ROOT"):
        return []
    target, route = None, "adjective-clause"
    places = [adjective] if adjective.dep != "acomp" else [adjective, verb]
    for place in places:
        for child in place.children:
            if child.i < adjective.i or target is not None:
                continue
            if (child.dep == "ccomp" and entry.clause) or (child.dep == "xcomp" and entry.infinitive):
                target = child
                route = "adjective-infinitive" if child.dep == "xcomp" else route
            elif child.dep == "prep" and child.lower in entry.prepositions and place is adjective:
                target = child.child("pobj", "pcomp")
                route = "adjective-preposition"
    if target is None:
        return []
    subject = subject_of(verb, speech)[0] if verb.pos in ("VERB", "AUX") and verb is not adjective else verb
    return [Candidate(route, adjective, entry, subject, [extent(target)], target)]


def _of_adverb(adverb: Token, entry: Cue) -> list[Candidate]:
    """ "reportedly": nobody is named; the clause of the verb it belongs to is what is reported."""
    verb = adverb.head
    if verb.pos not in ("VERB", "AUX"):
        return []
    pieces = subtract(extent(verb), [(adverb.i, adverb.i + 1)])
    return [Candidate("adverb", adverb, entry, None, pieces, verb)]


def _of_phrase(token: Token, entries: tuple[Cue, ...], sentence: Sentence) -> list[Candidate]:
    tokens = sentence.tokens
    at = token.i - tokens[0].i
    for entry in entries:
        behind = at + 1 + len(entry.phrase)
        if behind < len(tokens) and tuple(t.lower for t in tokens[at + 1 : behind]) == entry.phrase:
            break
    else:
        return []
    last = tokens[behind - 1]
    subject = last.child("pobj") or (token.child("pobj") if not entry.phrase else None)
    if subject is None:
        return []
    left, right = token.i, max(right_edge(subject), last.i + 1)
    verb = token.head
    steps = 0
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb and steps < 5:
        verb, steps = verb.head, steps + 1
    whole = extent(verb)
    if not whole[0] <= left <= whole[1] or verb.head is verb:
        whole = (tokens[0].i, tokens[-1].i + 1)
    pieces = subtract(whole, [(left, right)])
    if not pieces:
        return []
    found = Candidate("according-to", token, entry, subject, pieces, verb)
    found.cue_range = (token.i, last.i + 1)
    return [found]
