"""What is done by saying: a duty laid on others is a demand, an announced kindness an agreement, a harsh one a threat.

"Rome must withdraw" (said by Paris) is REQUEST by Paris; "we will free the hostages" AGREE; "we will not lift the
siege" REJECT; "we will strike back" THREATEN. Each is an act of its speaker's side that occurred when it was said.
"""

from __future__ import annotations

from dragoman.extract.events.clause import is_inverted
from dragoman.extract.events.compose import OUTER, composed
from dragoman.extract.events.cues import preposition_cue
from dragoman.extract.events.grammar import REACH, below, doers, is_passive, is_verbal, surface_subject
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import actors_of, class_words, same_side, state_of
from dragoman.extract.events.reality import Reality
from dragoman.extract.events.unsaid import is_wondered
from dragoman.lexicon.triggers import TriggerIndex
from dragoman.records import Statement, Token
from dragoman.records.vocab import PloverType
from dragoman.resolve.attach import Setting

KIND = frozenset({"SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HARSH = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
#: What a first-person refusal turns down, besides the kind acts.
TURNED_DOWN = KIND | {"CONSULT", "AGREE"}
#: Deeds, which a state does, whoever tells of them as "we".
DEEDS = frozenset({"COOPERATE", "AID", "RETREAT", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
#: Deeds that "our government" also does at home, where it is no party toward another.
AT_HOME_TOO = frozenset({"COOPERATE", "AID"})
#: Sectors (CAMEO actor codes) whose people say "we" of their state.
OF_STATE = ("GOV", "LEG", "MIL", "SPY")


def speaker_of(mention: Mention, statement: Statement | None, setting: Setting) -> tuple[str, ...]:
    """Who says it: the statement's speaker, else the subject of the verb whose complement the clause is."""
    subject = reporting_subject(mention.verb)
    nearer = () if subject is None else actors_of([subject], setting, "subj", deep=False)
    if statement is None or statement.speaker is None:
        return nearer
    inside = subject is not None and any(s.start <= subject.start < s.end for s in statement.content)
    return nearer if nearer and inside else (statement.speaker,)  # "she said that BERLIN had insisted that Rome must …"


def reporting_subject(clause: Token) -> Token | None:
    """The subject of the verb whose complement the clause is."""
    for _ in range(REACH):
        head = clause.head
        if head is clause:
            return None
        if clause.dep == "ccomp" and is_verbal(head):
            return surface_subject(head)
        if clause.dep not in ("conj", "xcomp"):
            return None
        clause = head
    return None


def settle_duty(mention: Mention, statement: Statement | None, setting: Setting, index: TriggerIndex) -> None:
    """A duty is a demand where somebody says so of another side; else it is the author's view, no act."""
    speaker = speaker_of(mention, statement, setting)
    addressee = mention.targets
    subject = surface_subject(mention.verb)
    if is_inverted(mention.token):
        mention.dropped = "a condition"
    elif is_wondered(mention.verb):
        mention.dropped = "a question"
    elif any(c.dep == "aux" and c.lemma == "have" and c.i > mention.token.i for c in mention.verb.children):
        mention.dropped = "a duty gone by"  # "should have left"
    elif subject is not None and subject.lower in class_words(index, "@first_person"):
        mention.dropped = "a duty of one's own"
    elif "relcl" in (mention.verb.dep, mention.token.dep):
        mention.dropped = "a duty told by the way"  # "firms that have to leave"
    elif not speaker and not _said_by_name(mention):
        mention.dropped = "a duty that nobody is said to demand"
    elif not addressee and mention.inner is None and not mention.judged:
        mention.dropped = "a duty laid on nobody"
    elif _only_people(addressee, setting):
        mention.dropped = "advice to people"
    elif speaker and _of_no_office(speaker[0], setting):
        mention.dropped = "a private opinion of what others must do"
    elif speaker and any(same_side(speaker[0], a, setting) for a in addressee):
        mention.dropped = "a duty of one's own"
    else:
        mention.sources, mention.status, mention.modality = speaker, "occurred", None
        mention.because.append("events.duty")


def settle_verdict(mention: Mention, statement: Statement | None, setting: Setting) -> None:
    """A harsh word is disapproval where one side says it of another's doing; unsaid or denied it is no act."""
    verb = mention.verb
    if mention.token.dep == "oprd" and is_verbal(verb):
        subject = surface_subject(verb)
        speaker = () if subject is None else actors_of([subject], setting, "subj")
    else:
        speaker = speaker_of(mention, statement, setting)
    targets = tuple(t for t in mention.targets if not speaker or not same_side(t, speaker[0], setting))
    known = bool(targets) or mention.judged
    if not speaker or not known or verb.child("neg") is not None:
        mention.dropped = "a judgement that nobody passes on another"
        return
    mention.sources, mention.targets = speaker, targets
    mention.because.append("events.verdict")


def _said_by_name(mention: Mention) -> bool:
    """Does somebody with a name say so, though he is no actor we know ("the Water Forum concluded that …")?"""
    subject = reporting_subject(mention.verb)
    return subject is not None and subject.pos == "PROPN"


def _only_people(ids: tuple[str, ...], setting: Setting) -> bool:
    actors = [setting.who.actor(i) for i in ids]
    return bool(actors) and all(a is not None and a.kind == "population" for a in actors)


def _of_no_office(ident: str, setting: Setting) -> bool:
    """Traders, scholars and the like may say what must be done, and demand nothing by it."""
    actor = setting.who.actor(ident)
    return actor is not None and (actor.code or "").endswith(("BUS", "EDU", "CVL")) and actor.kind != "population"


def settle_refusal(mention: Mention, statement: Statement | None, setting: Setting) -> None:
    """ "will not allow", "cannot accept": the negation is the act itself."""
    if not mention.sources:
        subject = surface_subject(mention.verb)
        if subject is not None and subject.pos == "PRON":
            mention.sources = speaker_of(mention, statement, setting)
    if not mention.sources:
        mention.dropped = "a refusal by nobody named"
    mention.status, mention.modality, mention.turned = "occurred", None, True


def settle_intent(
    mention: Mention, reality: Reality, statement: Statement | None, setting: Setting, index: TriggerIndex
) -> None:
    """Turn what a side says it will or will not do into the act of saying so."""
    open_still = any(c.lower == "yet" for c in mention.verb.children)  # "has not yet agreed" refuses nothing
    consent = mention.sources and not open_still and _consent(mention, index)
    if reality.effect == "denied" and reality.negated and consent:
        _become(mention, "REJECT", mention.sources, index)  # "does not agree to", "has not accepted"
        return
    if reality.effect == "scheduled" and reality.modal is None and mention.plover in KIND and _decided(mention, index):
        _become(mention, "AGREE", mention.sources, index)
        return
    if reality.effect not in ("scheduled", "conditional", "denied") or reality.modal is None or reality.modality:
        return
    cue = index.cue("modal", reality.modal)
    if cue is None or cue.effect not in ("future", "would"):
        return
    if mention.governor is not None and mention.governor.plover in OUTER:
        return  # "warned it would close the border" is one threat
    speaker = speaker_of(mention, statement, setting)
    own = bool(speaker) and (not mention.sources or any(_speaks_for(speaker[0], s, setting) for s in mention.sources))
    if not own or not _speaks_of_itself(mention, speaker, setting):
        return
    if mention.trigger.status == "occurred" and reality.effect == "scheduled":
        mention.status = "occurred"  # "will remain behind": said so, it stands already
    elif mention.plover in KIND and reality.effect == "scheduled" and mention.mode != "ceasefire":
        _become(mention, "AGREE", speaker, index)
    elif mention.plover in TURNED_DOWN and reality.effect == "denied":
        _become(mention, "REJECT", speaker, index)
    elif mention.plover in HARSH and reality.effect in ("scheduled", "conditional"):
        if _announced(mention, index):
            mention.status = "scheduled"
        else:
            _become(mention, "THREATEN", speaker, index)


def _consent(mention: Mention, index: TriggerIndex) -> bool:
    """Is it a word of consent, so that its denial is a refusal?"""
    return mention.plover == "AGREE" or mention.token.lemma in class_words(index, "@consent")


def _decided(mention: Mention, index: TriggerIndex) -> bool:
    """ "decided to send aid": the decision is the act that occurred."""
    head = mention.verb.head
    return bool(mention.sources) and mention.verb.dep == "xcomp" and head.lemma in class_words(index, "@announcing")


def aim(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """A threat that hangs on what somebody does is aimed at him: "will strike unless ROME withdraws"."""
    if mention.plover != "THREATEN" or mention.targets:
        return
    for token in below(mention.verb):
        if token.dep == "advcl" and token.child("mark") is not None:
            mark = token.child("mark")
            cue = index.cue("mark", mark.lower) if mark is not None else None
            nouns = doers(token)
        elif token.dep == "prep" and token.child("pobj") is not None:
            cue = preposition_cue(token, index)
            nouns = [n for n in token.children if n.dep == "pobj"]
        else:
            continue
        if cue is not None and cue.effect == "conditional":
            found = actors_of(nouns, setting, "subj")
            mention.targets = tuple(a for a in found if a not in mention.sources)
            return


def lend_speaker(
    mention: Mention, statement: Statement | None, floor: str | None, setting: Setting, index: TriggerIndex
) -> None:
    """ "We" and "I" are the side of who says so, in a statement or with the floor of a transcript (`floor`).

    What "we" did as a deed, and what "our government" or "my administration" did, are deeds of the speaker's state.
    """
    speaker = statement.speaker if statement is not None else floor
    if speaker is None or not is_verbal(mention.verb) or mention.trigger.sources[:1] != ("subj",):
        return
    subject = surface_subject(mention.verb)
    if subject is None or is_passive(mention.verb):
        return
    if _is_medium(speaker, setting):
        return  # "We have seen the report, he said, according to the agency": the agency passes it on
    if subject.lower in class_words(index, "@first_person"):
        by_state = subject.lower != "i" and mention.plover in DEEDS
        if by_state and all(s == speaker for s in mention.sources):
            mention.sources = (_state_behind(speaker, setting) or speaker,)
        elif not mention.sources:
            mention.sources = (speaker,)
    elif subject.lemma.lower() in class_words(index, "@own_side") and _is_own(subject):
        own = _state_behind(speaker, setting)
        if own is None and subject.lemma.lower() in ("administration", "government") and not mention.sources:
            own = speaker  # an official's own government, of a state that the text does not name
        if own is None or (mention.plover in AT_HOME_TOO and not _reaches_abroad(mention, own, setting)):
            return
        mention.sources = (own,)
    else:
        return
    mention.because.append("events.lent-speaker")


def _is_medium(ident: str, setting: Setting) -> bool:
    actor = setting.who.actor(ident)
    return actor is not None and actor.kind == "media"


def _reaches_abroad(mention: Mention, own: str, setting: Setting) -> bool:
    actors = [setting.who.actor(t) for t in mention.targets]
    return any(a is not None and a.country is not None and not same_side(own, a.id, setting) for a in actors)


def _is_own(noun: Token) -> bool:
    return any(c.dep == "poss" and c.lower in ("my", "our") for c in noun.children)


def _state_behind(speaker: str, setting: Setting) -> str | None:
    """The state for which an official, lawmaker or officer says "we"."""
    actor = setting.who.actor(speaker)
    if actor is None or actor.country is None or actor.kind == "armed_group":
        return None
    if actor.kind == "state":
        return speaker
    return state_of(actor.country, setting) if (actor.code or "").endswith(OF_STATE) else None


def _announced(mention: Mention, index: TriggerIndex) -> bool:
    """ "announced it would expel the envoy" is a decision made known, not a threat."""
    head = mention.verb.head
    return mention.verb.dep == "ccomp" and head.lemma in class_words(index, "@announcing")


def _speaks_for(speaker: str, side: str, setting: Setting) -> bool:
    """Of one side; or an official of no country named speaking of a state: "Chad will …, the minister said"."""
    if same_side(speaker, side, setting):
        return True
    one, other = setting.who.actor(speaker), setting.who.actor(side)
    if one is None or other is None or other.kind != "state":
        return False
    return one.country is None and one.kind in ("person", "group") and (one.code or "").startswith("GOV")


def _speaks_of_itself(mention: Mention, speaker: tuple[str, ...], setting: Setting) -> bool:
    """Is the doer of the clause the speaker's side: named so, or "we", "it" and the like left unresolved?"""
    if mention.sources:
        return True
    subject = surface_subject(mention.verb) if is_verbal(mention.verb) else None
    return subject is not None and subject.pos == "PRON"


def _become(mention: Mention, plover: PloverType, speaker: tuple[str, ...], index: TriggerIndex) -> None:
    code, name = composed(plover, mention.cameo, index)
    mention.because.append(name or f"events.said-{plover.lower()}")
    mention.cameo = code or {"AGREE": "030", "REJECT": "120", "THREATEN": "130"}[plover]
    mention.plover, mention.mode, mention.status, mention.modality = plover, None, "occurred", None
    mention.mutual, mention.turned, mention.speaker = False, True, speaker
    if not mention.sources:
        mention.sources = speaker
