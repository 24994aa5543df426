"""THE LEDGER: Readings in, kept under their content ids; records out, as known now or as known then.

    schema.py   the tables           writer.py   one Reading in one transaction     store.py   `Ledger`, to ask
    rows.py     Reading -> rows      terms.py    what a row is found by             ask.py     filters -> SQL -> rows

Nothing is overwritten: a newer version of an article, a withdrawal or a judgement closes rows (`known_to`) and adds
others (`known_from`). One process writes at a time, any number read meanwhile.
"""

from dragoman.ledger.found import Found
from dragoman.ledger.store import Ledger
from dragoman.ledger.writer import Added, Writer

__all__ = ["Added", "Found", "Ledger", "Writer"]
