"""Who speaks: the actor of the noun phrase that the grammar makes the source."""

from __future__ import annotations

from dragoman.extract.statements.candidates import agent_of, subject_of
from dragoman.lexicon.speech import SpeechIndex
from dragoman.records import Span, Token
from dragoman.resolve.attach import Setting

#: How far back (in tokens) the author of "the statement" is sought.
LOOK_BACK = 600
#: Heads that only count or select: "one of the officials" speaks as the official.
PARTITIVE = frozenset(
    {"one", "some", "many", "most", "several", "all", "both", "two", "three", "few", "none", "member"}
)


def actor_of(head: Token | None, setting: Setting, speech: SpeechIndex) -> tuple[str | None, str]:
    """(actor id, rule) of the noun phrase with this head; (None, rule) where the text does not say who."""
    if head is None:
        return None, "speaker.unnamed"
    actor = setting.who.of(head)
    if actor is not None:
        return actor, "speaker.subject-of-cue"
    for child in head.children:
        if child.dep == "appos" and (actor := setting.who.of(child)) is not None:
            return actor, "speaker.apposition"
    if head.lower in PARTITIVE:
        of = head.child("prep")
        inner = of.child("pobj") if of is not None and of.lower == "of" else None
        if inner is not None and (actor := setting.who.of(inner)) is not None:
            return actor, "speaker.one-of"
    for child in head.children:
        if child.dep in ("compound", "nmod", "flat") and child.ent == "PERSON":
            actor = setting.who.of(child)
            if actor is not None:
                return actor, "speaker.name-before"
    author = _author(head, setting, speech)
    if author is not None:
        return author, "speaker.author"
    return None, "speaker.unresolved"


def _author(head: Token, setting: Setting, speech: SpeechIndex) -> str | None:
    """Whose a text is that speaks: "a ministry statement said", "a letter from Kyiv", "issued a statement saying".

    "The statement added" looks back for the same noun with an author.
    """
    noun = head
    for _ in range(3):  # "issued a statement after the talks saying": the parser hangs the participle on the talks
        if noun.lemma in speech.nouns or noun.head is noun or noun.pos not in ("NOUN", "VERB", "ADP"):
            break
        noun = noun.head
    if noun.lemma not in speech.nouns or (noun is not head and setting.who.of(head)):
        return None
    author = _owner(noun, setting, speech)
    if author is None and any(c.lower in ("the", "this", "that") for c in noun.children):
        kind = _qualities(noun)
        for token in reversed(setting.parsed.tokens[max(0, noun.i - LOOK_BACK) : noun.i]):
            if token.lemma == noun.lemma and token.pos == "NOUN" and kind <= _qualities(token):
                author = _owner(token, setting, speech)
                if author is not None:
                    break
    return author


def _qualities(noun: Token) -> frozenset[str]:
    """ "The joint statement" is not the statement that one side alone issued before."""
    return frozenset(c.lower for c in noun.children if c.dep == "amod")


def _owner(noun: Token, setting: Setting, speech: SpeechIndex) -> str | None:
    for child in noun.children:
        owner = child.child("pobj") if child.dep == "prep" and child.lower in ("by", "from", "of") else None
        if child.dep == "acl" and child.tag == "VBN":  # "a statement issued by the ministry"
            owner = agent_of(child)
        if owner is None and child.dep in ("poss", "compound", "nmod"):
            owner = child
        if owner is not None and (actor := setting.who.of(owner)) is not None:
            return actor
    if noun.dep == "dobj" and noun.head.pos == "VERB":
        issuer, _ = subject_of(noun.head, speech)
        return setting.who.of(issuer) if issuer is not None else None
    return None


def only_in(actor: str, content: tuple[Span, ...], before: int, setting: Setting) -> bool:
    """Whether all that names the actor before this place stands in the content: nobody speaks of himself by name."""
    known = setting.who.actor(actor)
    if known is None:
        return False
    earlier = [m.span for m in known.mentions if m.span.start < before]
    return bool(earlier) and all(any(c.contains(span) for c in content) for span in earlier)
