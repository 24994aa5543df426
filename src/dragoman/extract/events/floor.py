"""Who says "I" outside quotation marks: the speaker of a turn, or the signatory of a proclamation or order.

Example: in a text that ends "NOW, THEREFORE, I, ANNA BERG, President of Norway, …", "my administration" is Norway's;
so it is in one that begins "By the authority that the laws of Norway vest in me".
"""

from __future__ import annotations

from dragoman.extract.statements.turns import Turns
from dragoman.records import Token
from dragoman.resolve.attach import Setting

#: So many words after "I," its name may take ("I, JOSEPH R. BIDEN JR.,").
NAME = 8
#: So many words after "vested in me" the state stands ("… and the laws of Norway").
POWERS = 20


def signatory(setting: Setting) -> str | None:
    """The person or state in whose name a document without quotation speaks, or None."""
    for sentence in setting.parsed.sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if token.text == "I" and at + 1 < len(tokens) and tokens[at + 1].text == ",":
                found = _first_of("person", tokens[at + 2 : at + 2 + NAME], setting)
            elif token.text == "me" and at > 1 and tokens[at - 2].lower == "vested":
                found = _first_of("state", tokens[at + 1 : at + 1 + POWERS], setting)
            else:
                continue
            if found is not None:
                return found
    return None


def _first_of(kind: str, tokens: tuple[Token, ...] | list[Token], setting: Setting) -> str | None:
    for token in tokens:
        actor = setting.who.actor(setting.who.of(token))
        if actor is not None and actor.kind == kind:
            return actor.id
    return None


class Floor:
    """Who has the floor at an offset."""

    def __init__(self, setting: Setting, turns: Turns) -> None:
        self.turns = turns
        self.signatory = None if turns else signatory(setting)

    def at(self, offset: int) -> str | None:
        """The speaker there, or None."""
        return self.turns.speaker_at(offset) if self.turns else self.signatory
