"""ROOM 0, THE NOUNS: what is found in an article. Imports nothing of the other rooms."""

from dragoman.records.actor import Actor, Mention, Role
from dragoman.records.article import Article, Block
from dragoman.records.event import Event
from dragoman.records.figure import Figure, Quantity
from dragoman.records.meeting import Meeting
from dragoman.records.place import Place
from dragoman.records.position import Assessment, Position
from dragoman.records.reading import Reading
from dragoman.records.reject import Reject
from dragoman.records.relation import Relation
from dragoman.records.sentence import Entity, Parsed, Sentence, Token
from dragoman.records.source import Hint, Source
from dragoman.records.spans import Span
from dragoman.records.statement import Statement
from dragoman.records.timeref import TimeRef, TimeSpan

__all__ = [
    "Actor", "Article", "Assessment", "Block", "Entity", "Event", "Figure", "Hint", "Meeting", "Mention", "Parsed",
    "Place", "Position", "Quantity", "Reading", "Reject", "Relation", "Role", "Sentence", "Source", "Span",
    "Statement", "TimeRef", "TimeSpan", "Token",
]  # fmt: skip
