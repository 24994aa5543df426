"""The closed vocabularies of the record, as Literal types: what a field may say."""

from __future__ import annotations

from typing import Literal

BlockKind = Literal[
    "title", "subhead", "body", "caption", "credit", "dateline", "byline", "appeal", "navigation", "other"
]
#: Blocks whose words can be evidence of a statement, event or meeting. A title or subhead repeats, it does not add.
REPORT_BLOCKS = frozenset({"body"})
#: Blocks that are parsed at all (mentions, places and times are also read in titles, captions and datelines).
PARSED_BLOCKS = frozenset({"title", "subhead", "body", "caption", "dateline"})

PublishedBasis = Literal["given", "metadata", "inferred", "unknown"]
ActorKind = Literal[
    "person", "state", "agency", "organisation", "armed_group", "military", "population", "group", "media"
]
MentionForm = Literal["name", "title", "metonym", "nominal", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
PlacePrecision = Literal["point", "city", "region", "country", "line", "unknown"]
PlaceRole = Literal["location", "metonym", "demonym"]
StatementKind = Literal["direct", "indirect", "mixed", "attitude"]
StatementForm = Literal["statement", "question"]
Capacity = Literal["official", "anonymous_official", "expert", "armed_group", "media", "private"]
EventStatus = Literal["occurred", "ongoing", "scheduled", "considered", "conditional", "denied", "background"]
#: The statuses of events that are told as done; what is planned, feared, denied or long past is asked for by name.
HAPPENED: tuple[EventStatus, ...] = ("occurred", "ongoing")
Modality = Literal["feared", "unlikely", "possible", "likely"]
Stance = Literal[
    "demands", "refuses", "offers", "promises", "threatens", "warns", "accuses", "denies", "accepts", "condemns",
    "supports", "proposes", "urges", "fears", "expects", "doubts", "asserts",
]  # fmt: skip
AssessmentKind = Literal["forecast", "assessment"]
Strength = Literal["certain", "likely", "even", "unlikely", "excluded"]
MeetingStatus = Literal["held", "ongoing", "scheduled", "postponed", "cancelled"]
RelationKind = Literal["before", "after", "because_of", "despite", "if_then", "part_of"]
PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
