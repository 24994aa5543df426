"""The words of a verb's clause, before and behind it: where a pattern may find its words.

Before: the verb's own helpers, adverbs and subject, and the verbs and nouns that govern it with theirs ("VOWED that it
would NEVER *", "its PLANS TO *"). Behind: what hangs on the verb, without clauses coordinated with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.events.grammar import NOMINAL, SUBJECTS, below, is_verbal
from dragoman.records import Token

#: How far the governing words are followed.
REACH = 6
#: So many words before and behind the verb are looked at.
FAR = 120
#: What hangs on a governing verb and stands before ours.
BESIDE = frozenset(
    {*SUBJECTS, "aux", "auxpass", "neg", "advmod", "dobj", "dative", "prt", "npadvmod", "expl", "preconj", "agent"}
)
#: What a verb has of the verb it is coordinated with.
SHARED = frozenset({*SUBJECTS, "aux", "auxpass", "neg"})
GOVERNED = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "acl", "pobj", "dobj", "prep", "csubj", "attr", "dep"})


class Clause:
    """A verb in a sentence; `verb` is the word its clause hangs on (for a helper, the verb it helps).

    `before` and `behind` are positions in the sentence's words, nearest first.
    """

    def __init__(self, words: list[str], tokens: list[Token], at: int) -> None:
        self.words, self.tokens, self.at = words, tokens, at
        self.token = tokens[at]
        self.helper = is_helper(self.token)
        self.verb = self.token.head if self.helper else self.token
        own = {t.i for t in _before(self.verb, self.token)}
        far = max(-1, at - FAR)
        self.before = [p for p in range(at - 1, far, -1) if tokens[p].i in own and tokens[p] is not self.token]
        own = {t.i for t in _behind(self.verb)}
        self.behind = [p for p in range(at + 1, min(len(words), at + FAR)) if tokens[p].i in own]


def is_helper(token: Token) -> bool:
    """ "HAS met", "SHOULD go": a verb that stands beside another."""
    return token.pos == "AUX" and token.dep in ("aux", "auxpass") and is_verbal(token.head)


def _before(verb: Token, token: Token) -> Iterator[Token]:
    node = verb
    allowed: frozenset[str] | None = None
    for _ in range(REACH):
        for child in node.children:
            if child.i < token.i and (allowed is None or child.dep in allowed):
                yield from below(child)
        head = node.head
        if head is node:
            return
        if node.dep == "conj" and is_verbal(head):
            allowed = SHARED if node.child(*SUBJECTS) is None else frozenset()
        elif node.dep == "relcl":
            yield head
            return
        elif node.dep in GOVERNED or head.pos in ("ADP", "SCONJ"):
            yield head
            allowed = frozenset({"det", "amod", "poss", "compound"}) if head.pos in NOMINAL else BESIDE
        else:
            return
        node = head


def _behind(verb: Token) -> Iterator[Token]:
    yield verb
    for child in verb.children:
        if child.dep == "cc" or (child.dep == "conj" and is_verbal(child)):
            yield child  # "shot AND WOUNDED": the word, not what hangs on it
            continue
        if child.dep == "parataxis" and is_verbal(child):
            continue
        yield from below(child)
