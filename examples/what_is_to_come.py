"""A calendar of what files and folders announce. Usage: python examples/what_is_to_come.py PATH ..."""

import sys

import dragoman

due = set()
for reading in dragoman.read_many(sys.argv[1:]):
    if isinstance(reading, dragoman.Reading):
        names = {actor.id: actor.name for actor in reading.actors}
        for m in reading.meetings:
            if m.status == "scheduled" and m.begin:
                who = ", ".join(names[p] for p in m.participants)
                due.add((m.begin[:10], m.body or "meeting", who))
print(*("  ".join(row) for row in sorted(due)), sep="\n")
