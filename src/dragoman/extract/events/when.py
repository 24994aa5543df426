"""When and where an act was: the time and place that govern its trigger, its carrier or the clause it hangs on."""

from __future__ import annotations

from dragoman.extract.events.clause import SPOKEN
from dragoman.extract.events.grammar import is_verbal
from dragoman.extract.events.mention import Mention
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Statement, Token
from dragoman.resolve.attach import Setting, event_dates, open_end, place_of, time_of

#: An act this many days before publication is remembered, not reported.
REMEMBERED = 45
#: What the words above a noun make of it at most.
GUESSED = frozenset({"considered", "conditional", "scheduled", "denied"})


def place_and_date(mention: Mention, statement: Statement | None, setting: Setting, index: TriggerIndex) -> None:
    """Fill begin, end and place; an act long before publication is background.

    `statement` is the one whose words do the act (a demand, threat or promise), or that is made beside it ("said before
    talks with"): its time is the act's.
    """
    for token in _words(mention, index):
        if mention.begin is None and mention.end is None:
            mention.begin, mention.end = event_dates(token, setting)
            if mention.begin and not mention.end and mention.status == "occurred" and is_verbal(token):
                ref = time_of(token, setting)
                if ref is not None and open_end(ref, setting) and _perfect(token):
                    mention.status = "ongoing"
                    mention.because.append("status.since")
        if mention.place is None:
            mention.place = place_of(token, setting)
    if not mention.begin and not mention.end:
        mention.begin, mention.end = _borrowed(mention.verb, setting)
    if statement is not None and statement.time is not None and not mention.begin and not mention.end:
        begin, end = statement.time.begin, statement.time.end
        mention.begin, mention.end = begin and begin[:10], end and end[:10]
    if mention.status in GUESSED and not is_verbal(mention.verb) and _is_past(mention, setting):
        mention.status, mention.modality = "occurred", None
        mention.because.append("status.dated")
    if mention.status == "occurred" and mention.begin is None and (_described(mention) or _gone_before(mention)):
        mention.status = "background"
        mention.because.append("status.described")
    published = setting.parsed.article.published
    ahead = mention.begin is not None and published is not None and mention.begin > published[:10]
    if ahead and mention.plover not in SPOKEN and mention.status in ("occurred", "ongoing"):
        mention.status = "scheduled"
        mention.because.append("status.to-come")
    if mention.status == "occurred" and mention.begin and _long_ago(mention, setting, index):
        mention.status = "background"
        mention.because.append("status.remembered")
    last = mention.end or mention.begin
    if published and last and mention.status == "occurred" and mention.end and _days(last, published) > REMEMBERED:
        mention.status = "background"
        mention.because.append("status.remembered")


def _is_past(mention: Mention, setting: Setting) -> bool:
    """ "Rome's 2011 INVASION of Libya": what bears an owner and a date gone by has happened."""
    published = setting.parsed.article.published
    owned = any(c.dep == "poss" or (c.dep == "det" and c.lower == "the") for c in mention.token.children)
    return bool(owned and published and mention.end and mention.end < published[:10] and mention.plover not in SPOKEN)


def _borrowed(verb: Token, setting: Setting) -> tuple[str | None, str | None]:
    """ "in 2014, WHEN the army seized power"; "since 2014 AFTER a revolt overthrew": the time the clause explains."""
    head = verb.head
    if verb.dep == "relcl":
        ref = setting.time_at(head)
    elif verb.dep == "advcl" and verb.child("mark") is not None and is_verbal(head):
        ref = time_of(head, setting)
        ref = ref if ref is not None and open_end(ref, setting) else None
    else:
        return None, None
    if ref is None or ref.type not in ("DATE", "TIME") or ref.begin is None:
        return None, None
    return ref.begin[:10], ref.end and ref.end[:10]


def _long_ago(mention: Mention, setting: Setting, index: TriggerIndex) -> bool:
    """ "in the 1980s": a decade or century is no news, whatever the day of publication."""
    refs = (time_of(token, setting) for token in _words(mention, index))
    return any(ref is not None and ref.precision in ("decade", "century") for ref in refs)


def _described(mention: Mention) -> bool:
    """ "the sanctions IMPOSED in its name": a participle describes a noun by what is taken as known."""
    verb = mention.token
    if verb.head.dep == "ROOT":
        return False  # "the two ministers condemned in strong terms …": the parser misses the finite verb
    return verb.pos == "VERB" and verb.dep == "acl" and verb.tag == "VBN" and verb.child("auxpass") is None


def _gone_before(mention: Mention) -> bool:
    """ "the sanctions that HAD been LIFTED": a relative clause of what was done before."""
    verb = mention.verb
    return verb.dep == "relcl" and any(c.dep == "aux" and c.lower == "had" for c in verb.children)


def _perfect(verb: Token) -> bool:
    return any(c.dep == "aux" and c.lemma == "have" for c in verb.children)


def _words(mention: Mention, index: TriggerIndex) -> list[Token]:
    """The words whose time is the act's: not a thing's own year ("praised the 2015 accord")."""
    out = [mention.token]
    if mention.carrier is not None:
        out.append(mention.carrier)
    elif mention.token.dep in ("dobj", "pobj") and mention.token.pos == "NOUN":
        verb = mention.token.head if mention.token.dep == "dobj" else mention.token.head.head
        if verb.lemma in index.classes.get("@causing", frozenset()):
            out.append(verb)  # "last May a rise in prices LED to riots"
    things = index.classes.get("@agreement", frozenset())
    out.extend(w for w in mention.words[1:] if w.lemma in index.nouns and w.lemma not in things)
    verb = mention.verb
    if (is_verbal(verb) and verb.dep == "advcl" and verb.tag == "VBG") or (not is_verbal(verb) and verb.pos == "ADJ"):
        out.append(verb.head)
    return out


def _days(one: str, other: str) -> int:
    """Whole days from one ISO day to another; 0 where one is no day."""
    from datetime import date

    try:
        return (date.fromisoformat(other[:10]) - date.fromisoformat(one[:10])).days
    except ValueError:
        return 0
