"""Every statement of a report, with its speaker. Usage: python examples/who_said_what.py FILE [DATE]"""

import sys

import dragoman

reading = dragoman.read(sys.argv[1], published=sys.argv[2] if len(sys.argv) > 2 else None)
names = {actor.id: actor.name for actor in reading.actors}
for s in reading.statements:
    words = " … ".join(span.of(reading.article.text) for span in s.content)
    print(f"{names.get(s.speaker, '(nobody named)')} ({s.kind}): {words}")
