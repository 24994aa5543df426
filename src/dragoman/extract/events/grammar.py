"""The grammar of a clause: its voice, its subject in the active sense, its objects.

Example: in "Rebels accused of shelling the town were arrested by police", the doer of `shelling` is "Rebels" and the
doer of `arrested` is "police".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from dragoman.records import Token

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = ("nsubj", "nsubjpass")
#: Prepositions behind which the object acts, as it is said: "accused Rome OF spying", "kept Rome FROM leaving"; behind
#: all others the subject goes on acting: "joined Rome IN condemning", "helped Rome THROUGH selling arms".
OF_OBJECT = frozenset({"of", "for", "from", "into", "with", "as", "against", "over", "about"})
#: Prepositions behind which the doer of a participle stands: "opposition TO Chad leaving", "the sight OF Chad leaving".
BEFORE_DOER = ("with", "to", "of", "by", "from", "for")
#: How far a search runs up the tree; deeper nesting is noise of the parser.
REACH = 12


def is_verbal(token: Token) -> bool:
    return token.pos in VERBAL


def is_infinitive(verb: Token) -> bool:
    """ "to withdraw" """
    return any(c.dep == "aux" and c.tag == "TO" for c in verb.children)


def is_passive(verb: Token) -> bool:
    """True for "was expelled", "the envoy expelled by Paris", "detained protesters", the second of "held and shot"."""
    if verb.child("auxpass", "nsubjpass") is not None:
        return True
    for child in verb.children:
        if child.dep == "nsubj" or (child.dep == "aux" and child.lemma in ("have", "having", "do", "be")):
            return False
    if verb.tag == "VBD" and verb.dep == "acl":  # "a dancer DETAINED for months": the tag is often mistaken
        return verb.child("dobj", "mark") is None
    if verb.tag != "VBN":
        return False
    if verb.dep in ("acl", "amod", "relcl", "advcl"):
        return True
    return verb.dep == "conj" and is_verbal(verb.head) and verb.head.tag == "VBN" and is_passive(verb.head)


def surface_subject(verb: Token) -> Token | None:
    """The noun that stands as subject, through coordination, control and relative clauses; voice is not turned."""
    return _climb(verb)[0]


def without_subject(verb: Token) -> Token:
    """The verb up the tree where the search for a subject ended: "FIGHT" for "helped" of "a plan to fight and help"."""
    return _climb(verb)[1]


def _climb(verb: Token) -> tuple[Token | None, Token]:
    """The subject, and the verb at which it was found or no further way leads up."""
    for _ in range(REACH):
        own = None
        for child in verb.children:  # the last of several: the parser hangs a piece of a quotation before the speaker
            if child.dep in SUBJECTS:
                own = child
        if own is not None:
            found = _antecedent(own, verb) if own.lower in RELATIVE else own
            return (found if found is None or found is own else _identified(found)), verb
        head, dep = verb.head, verb.dep
        if head is verb:
            return None, verb
        beside = _doer_before(verb)
        if beside is not None:
            return beside, verb
        if dep == "conj":
            if not is_verbal(head):
                return None, verb
            verb = _finite(head) if verb.tag in ("VBD", "VBZ") else head
        elif dep in ("acl", "amod"):
            return (head if verb.tag != "VB" and head.pos in NOMINAL else None), verb
        elif dep == "relcl":
            return (_identified(head) if head.pos in NOMINAL else None), verb
        elif dep == "ccomp" and not is_infinitive(verb) and verb.tag != "VBG":
            return None, verb
        elif dep in ("xcomp", "ccomp", "advcl", "dep", "pcomp"):
            if head.pos == "ADP":
                head = head.head
            if head.pos in ("ADJ", "ADV"):
                head = head.head
            if not is_verbal(head):
                return None, verb
            controlled = _controller(verb, head) if dep != "advcl" else None
            if controlled is not None:
                return controlled, verb
            verb = head
        else:
            return None, verb
    return None, verb


def _finite(verb: Token) -> Token:
    """ "ORDERED the army to leave and SHUT the border": a finite verb is joined to the finite one above."""
    up = verb
    for _ in range(REACH):
        if up.tag not in ("VB", "VBG") or up.dep not in ("xcomp", "ccomp", "advcl", "pcomp", "conj"):
            return up if is_verbal(up) else verb
        if any(c.dep in (*SUBJECTS, "aux") and c.tag != "TO" for c in up.children):
            return up
        up = up.head.head if up.dep == "pcomp" else up.head
    return verb


def _doer_before(verb: Token) -> Token | None:
    """ "with CHAD and MALI beginning drills", "opposed to CHAD leaving": the object of the preposition does it."""
    if verb.tag != "VBG" or verb.dep not in ("acl", "advcl") or verb.i < verb.head.i:
        return None
    preps = BEFORE_DOER if verb.dep == "acl" else ("with", "despite")
    siblings = verb.head.children
    at = bisect_left(siblings, verb.i, key=lambda c: c.i)
    for prep in siblings[max(at - 2, 0) : at]:
        if prep.dep != "prep" or prep.lower not in preps:
            continue
        for noun in prep.children:
            last = coordinated(noun)[-1] if noun.dep == "pobj" else None
            if last is not None and last.i == verb.i - 1:
                return noun
    return None


def _identified(noun: Token) -> Token:
    """ "ROME was the first state that recognised it", "the one that left": who is said to be that one."""
    clause = noun.head
    if noun.dep != "attr" or clause.lemma != "be":
        return noun
    subject = clause.child("nsubj")
    return noun if subject is None or subject.pos == "PRON" else subject


def _antecedent(pronoun: Token, verb: Token) -> Token | None:
    """The noun that "who" or "which" stands for."""
    clause = verb
    for _ in range(REACH):
        if clause.dep == "relcl":
            return clause.head
        if clause.dep == "ccomp" and clause.head.lemma == "be" and clause.head.child("attr") is not None:
            return clause.head.child("attr")  # "it was CHAD that attacked"
        if clause.head is clause or clause.dep not in ("conj", "xcomp", "ccomp"):
            return None
        clause = clause.head
    return None


def owner(pronoun: Token) -> Token:
    """Who "whose" stands for: "ROME, whose envoy was expelled"; any other word is itself."""
    if pronoun.lower == "whose":
        for clause in pronoun.ancestors():
            if clause.dep == "relcl":
                return clause.head
            if clause.pos not in NOMINAL and clause.pos != "ADP":
                break
    return pronoun


def _controller(verb: Token, head: Token) -> Token | None:
    """The object of the governing verb where that is the doer: "urged IRAN to halt", "accused ROME of spying"."""
    if is_passive(head):
        return head.child(*SUBJECTS)
    if verb.dep == "pcomp" and verb.head.lower not in OF_OBJECT:
        return None
    return head.child("dobj", "dative") if verb.dep == "xcomp" or verb.dep == "pcomp" else None


def doers(verb: Token) -> list[Token]:
    """The nouns whose referents act: the subject, or in the passive the noun after "by"."""
    if is_passive(verb):
        return agents(verb)
    own = [c for c in verb.children if c.dep in SUBJECTS]
    if len(own) > 1 and not _are_apart(own[-2], own[-1]):  # "Joseph Biden, Jr. held": the parser makes two of one
        return own
    subject = surface_subject(verb)
    if subject is None:
        return []
    return [_whole_row(subject, verb)] if subject.dep == "conj" and subject.i < verb.i else [subject]


def _are_apart(one: Token, other: Token) -> bool:
    """ "A VICTIM of the war On Sunday, ROME vowed": a caption and a sentence that the parser runs together."""
    return any(c.dep == "prep" and one.i < c.i < other.i for c in one.children) or any(
        c.dep == "prep" and one.i < c.i < other.i for c in other.head.children
    )


def _whole_row(subject: Token, verb: Token) -> Token:
    """ "Chad, Mali and TOGO, WHO HAVE signed": a plural relative clause after a comma is said of all in the row."""
    clause = verb
    for _ in range(REACH):
        if clause.dep == "relcl" or clause.head is clause:
            break
        clause = clause.head
    plural = any(t.tag == "VBP" for t in (clause, *clause.children) if t.pos in VERBAL)
    comma = any(c.text == "," and subject.i < c.i < clause.i for c in subject.children)
    if clause.head is not subject or subject.tag != "NNP" or not (plural and comma):
        return subject
    for _ in range(REACH):
        if subject.dep != "conj" or subject.head.pos not in NOMINAL:
            break
        subject = subject.head
    return subject


def agents(word: Token) -> list[Token]:
    """The nouns after "by"; the parser may hang it on a noun before it ("imposed on CHAD BY Italy")."""
    found = list(_after_by(word))
    if not found and is_verbal(word):
        found = [n for c in word.children if c.dep == "prep" for noun in c.children if noun.dep == "pobj"
                 for n in _after_by(noun)]  # fmt: skip
    return found


def _after_by(word: Token) -> Iterator[Token]:
    for child in word.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            yield from (n for n in child.children if n.dep == "pobj")


def undergoers(verb: Token) -> list[Token]:
    """The nouns that undergo the act: the object, or in the passive the subject."""
    if is_passive(verb):
        subject = surface_subject(verb)
        return [] if subject is None else [subject]
    found = [c for c in verb.children if c.dep in ("dobj", "oprd") and c.pos in NOMINAL]
    if len(found) > 1:  # "whom Paris has accused ROME of backing": the pronoun belongs further in
        found = [c for c in found if c.lower not in RELATIVE]
    return found


def prepositional(word: Token, preposition: str) -> Iterator[Token]:
    """The nouns after this preposition on this word ("with" of "met with Putin"; "of" of "invasion of Kuwait")."""
    for child in word.children:
        if child.dep in ("prep", "agent", "dative") and child.lower == preposition:
            for noun in child.children:
                if noun.dep == "pobj":
                    yield noun
                elif noun.dep == "prep":  # "from behind", "out of"
                    yield from (n for n in noun.children if n.dep == "pobj")


def coordinated(noun: Token) -> list[Token]:
    """The noun and those joined to it by "and": all heads of one noun phrase."""
    out = [noun]
    for token in out:
        if len(out) > REACH:
            break
        out.extend(c for c in token.children if c.pos in NOMINAL and (c.dep == "conj" or _is_listed(c)))
    return out


def _is_listed(noun: Token) -> bool:
    """ "Chad, NIGER and Togo": the parser takes the second of a list for an apposition, with the third on it or not."""
    if noun.dep != "appos" or noun.pos != "PROPN":
        return False
    if noun.child("cc") is not None and noun.child("conj") is not None:
        return True
    first = noun.head
    third = first.child("conj")
    alike = noun.ent == first.ent != "" and third is not None and third.ent == first.ent and third.i > noun.i
    return alike and first.pos == "PROPN" and first.child("cc") is not None and noun.child("det", "poss") is None


def trailed(verb: Token) -> Token | None:
    """The clause a participle trails behind: "Paris URGED Rome to withdraw, accusing it …"; None where it is not so.

    The parser often hangs it on the infinitive or the clause before the comma.
    """
    head = verb.head
    if verb.dep != "advcl" or verb.tag != "VBG" or verb.i < head.i or not is_verbal(head):
        return None
    around = [head, *(c for c in head.children if c.dep in ("xcomp", "ccomp"))]
    if not any(c.dep == "punct" and c.lower == "," and head.i < c.i < verb.i for w in around for c in w.children):
        return None
    for _ in range(REACH):
        if head.dep not in ("xcomp", "ccomp", "conj") or not is_verbal(head.head):
            return head
        head = head.head
    return None


def complement(verb: Token) -> Token | None:
    """The clause that completes it: infinitive or that-clause."""
    return verb.child("ccomp", "xcomp")


def below(token: Token, limit: int = 60) -> Iterator[Token]:
    """The token and what hangs below it, at most `limit` tokens (a bound on hostile sentences)."""
    stack = [token]
    while stack and limit:
        limit -= 1
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))
