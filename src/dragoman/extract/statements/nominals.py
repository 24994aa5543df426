"""Contents of reporting nouns ("the claim that"), adjectives ("adamant that"), adverbs and phrases ("according to")."""

from __future__ import annotations

from dragoman.extract.statements.candidates import Candidate, extent, right_edge, subject_of, subtract
from dragoman.lexicon.speech import Cue, SpeechIndex
from dragoman.records import Sentence, Token

#: How a clause hangs on the one that a source answers for too.
CLIMBED = frozenset({"conj", "advcl", "ccomp", "xcomp"})
UTTERED = frozenset({"say", "write", "relay"})
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "acomp", "attr", "oprd", "nsubjpass", "auxpass", "dative"})


def of_noun(noun: Token, entry: Cue, speech: SpeechIndex) -> list[Candidate]:
    target = None
    route = "noun-clause"
    subject = None
    for child in noun.children:
        if child.dep == "poss":
            subject = child
        elif child.i > noun.i and target is None:
            if child.dep in ("acl", "ccomp", "relcl", "xcomp") and child.pos in ("VERB", "AUX"):
                mark = child.children[0].lower if child.children else ""
                if mark == "that" and _relative(noun, child, speech):
                    continue
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


def _relative(noun: Token, clause: Token, speech: SpeechIndex) -> bool:
    """ "a claim that Cairo rejects": not what is claimed; the verb lacks the object that "that" is."""
    if clause.dep == "relcl" and clause.children[0].dep != "mark":
        return True
    entry = speech.verbs.get(clause.lemma.lower())
    if entry is None or not entry.object or not any(c.lower in ("a", "an") for c in noun.children):
        return False
    return not any(c.dep in OBJECTS for c in clause.children)


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


def of_adjective(adjective: Token, entry: Cue, speech: SpeechIndex) -> list[Candidate]:
    verb = adjective.head
    if adjective.dep not in ("acomp", "conj", "advcl", "oprd", "amod", "acl", "attr", "ROOT"):
        return []
    if verb.lemma == "make" and entry.cls == "think":  # "make sure that" does something and holds nothing
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


def of_echo(verb: Token, entry: Cue, speech: SpeechIndex, sentence: Sentence) -> list[Candidate]:
    """ "As Berg put it, the port is dead": the rest of the sentence is what Berg says."""
    first = verb.children[0] if verb.children else None
    it = next((c for c in verb.children if c.lower == "it" and c.i == verb.i + 1), None)
    if first is None or first.lower != "as" or it is None or verb.head is verb:
        return []
    subject, passive = subject_of(verb, speech)
    if subject is None or passive or not first.i < subject.i < verb.i:
        return []
    left, right = extent(verb)
    pieces = subtract(extent(verb.head), [(left, right)])
    if not pieces:
        return []
    found = Candidate("according-to", verb, entry, subject, pieces, verb.head)
    found.cue_range = (verb.i, it.i + 1)
    return [found]


def of_adverb(adverb: Token, entry: Cue) -> list[Candidate]:
    """ "reportedly": nobody is named; the clause of the verb it belongs to is what is reported."""
    verb = adverb.head
    if verb.pos not in ("VERB", "AUX"):
        return []
    pieces = subtract(extent(verb), [(adverb.i, adverb.i + 1)])
    return [Candidate("adverb", adverb, entry, None, pieces, verb)]


def _determined(noun: Token) -> bool:
    return any(c.dep in ("det", "poss") for c in noun.children)


def _name_behind(subject: Token, right: int, tokens: tuple[Token, ...]) -> Token | None:
    """ "According to curator Lena Dahl": the name that the parser leaves out of the phrase."""
    if subject.pos != "NOUN" or subject.tag == "NNS" or right != subject.i + 1:
        return None
    end = at = right - tokens[0].i
    while end < len(tokens) and tokens[end].ent == "PERSON" and tokens[end].pos == "PROPN":
        end += 1
    return tokens[end - 1] if end > at else None


def _reported(verb: Token, speech: SpeechIndex) -> Token:
    """The verb of the whole sentence, where the parser hangs the phrase on its last clause; not of who says it.

    Of 75 such phrases of the training articles 56 have the whole sentence as their content, 27 the clause.
    """
    for _ in range(6):
        head = verb.head
        if head is verb or verb.dep not in CLIMBED or head.pos not in ("VERB", "AUX"):
            break
        entry = speech.verbs.get(head.lemma.lower()) if verb.dep in ("ccomp", "xcomp") else None
        if entry is not None and entry.cls in UTTERED:
            break
        verb = head
    return verb


def of_phrase(token: Token, entries: tuple[Cue, ...], speech: SpeechIndex, sentence: Sentence) -> list[Candidate]:
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
    if subject is None or (not entry.phrase and subject.pos != "PROPN" and not _determined(subject)):
        return []  # "per day"
    left, right = token.i, max(right_edge(subject), last.i + 1)
    name = _name_behind(subject, right, tokens)
    if name is not None:
        subject, right = name, name.i + 1
    verb = token.head
    steps = 0
    while verb.pos not in ("VERB", "AUX") and verb.head is not verb and steps < 5:
        verb, steps = verb.head, steps + 1
    verb = _reported(verb, speech)
    whole = extent(verb)
    if not whole[0] <= left <= whole[1] or verb.head is verb:
        whole = (tokens[0].i, tokens[-1].i + 1)
    pieces = subtract(whole, [(left, right)])
    if not pieces:
        return []
    found = Candidate("according-to", token, entry, subject, pieces, verb)
    found.cue_range = (token.i, last.i + 1)
    return [found]
