"""What is looked at when an act is weighed: plain named signs of its words, clause, parties and surroundings.

No sign holds a name or a word of the text but the lemmas of rows of the lexicon and closed-class words.
"""

from __future__ import annotations

from dragoman.extract.events.grammar import REACH, is_passive, is_verbal, surface_subject
from dragoman.extract.events.mention import Mention
from dragoman.records import Actor, Statement, Token
from dragoman.resolve.attach import Setting

#: Closed-class words that are told apart as a subject or determiner.
PRONOUNS = frozenset({"i", "we", "you", "they", "he", "she", "it", "who", "which", "that", "this", "these", "those",
                      "one", "there", "everyone", "anyone", "nobody", "some", "many", "others", "what"})  # fmt: skip
DETERMINERS = frozenset({"the", "a", "an", "any", "no", "such", "this", "that", "these", "those", "all", "every",
                         "some", "another", "each"})  # fmt: skip
SUBORDINATE = ("advcl", "relcl", "acl", "ccomp", "pcomp", "xcomp", "csubj", "conj", "appos", "parataxis")
#: So many words of a sentence are looked at.
LONGEST = 200
LONG, SHORT = 45, 12


def signs_of(mention: Mention, statement: Statement | None, setting: Setting, *, floor: bool) -> list[str]:
    """The signs that hold, in a fixed order; `floor`: the text is a transcript and somebody has the floor here."""
    kind, row = mention.plover, _row(mention)
    out = ["bias", f"type {kind}", f"row {row}", f"row {row} {kind}"]
    out += _of_words(mention, kind)
    out += _of_status(mention, kind)
    out += _of_parties(mention, kind, setting)
    out += _of_clause(mention, kind)
    out += _of_place(mention, statement, setting, floor=floor)
    return out


def _row(mention: Mention) -> str:
    """The head word of the act: the lemma by which its row was found."""
    return f"{mention.token.lemma.lower()}/{mention.token.pos}"


def _of_words(mention: Mention, kind: str) -> list[str]:
    token = mention.token
    shape = "carried" if mention.carrier is not None else "verbal" if is_verbal(token) else token.pos.lower()
    if shape == "verbal" and is_passive(token):
        shape = "passive"
    out = [f"shape {shape}", f"shape {shape} {kind}", f"tag {mention.verb.tag}", f"tag {token.tag} {kind}",
           f"dep {token.dep}", f"dep {token.dep} {shape}", f"words {min(len(mention.words), 3)}"]  # fmt: skip
    if token.pos in ("NOUN", "PROPN"):
        out += _of_noun(token, kind)
    if mention.mutual:
        out.append("mutual")
    if len(mention.trigger.extra):
        out.append("row with further words")
    if mention.trigger.needs:
        out.append("row with needs")
    return out


def _of_noun(token: Token, kind: str) -> list[str]:
    determiner = next((c.lower for c in token.children if c.dep == "det" and c.lower in DETERMINERS), None)
    if determiner is None:
        determiner = "poss" if token.child("poss") is not None else "none"
    out = [f"determiner {determiner} {token.tag}", f"determiner {determiner} {kind}"]
    if token.head.pos == "ADP" and token.dep == "pobj":
        out += [f"behind {token.head.lower}", f"behind {token.head.lower} {kind}",
                f"below {token.head.head.pos} {token.head.head.dep}"]  # fmt: skip
        if token.head.head.pos in ("VERB", "NOUN", "ADJ"):
            out.append(f"of {token.head.head.lemma.lower()}")
    elif token.dep in ("dobj", "nsubj", "nsubjpass"):
        out += [f"{token.dep} of {token.head.lemma.lower()}"]
    if token.child("amod") is not None:
        out.append("noun with adjective")
    return out


def _of_status(mention: Mention, kind: str) -> list[str]:
    out = [f"status {mention.status}", f"status {mention.status} {kind}", f"modality {mention.modality}"]
    for name in mention.because:
        if not name.startswith("triggers:"):
            out.append(f"rule {name.split('/')[0]}")
    out.append("dated" if mention.begin or mention.end else "undated")
    out.append("placed" if mention.place is not None else "unplaced")
    if mention.turned:
        out.append("turned")
    if mention.judged:
        out.append("judged")
    if mention.inner is not None:
        out.append("with act inside")
    if mention.governor is not None:
        out.append("within an act")
    return out


def party(ids: tuple[str, ...], mention: Mention, setting: Setting) -> str:
    """What kind of side stands there: state, person with an office, crowd …; or none."""
    if not ids:
        return "named" if mention.named else "power" if mention.power else "none"
    actor = setting.who.actor(ids[0])
    if actor is None:
        return "none"
    return f"{actor.kind}{'' if actor.country else '-no-land'}"


def _sector(ids: tuple[str, ...], setting: Setting) -> str:
    actor = setting.who.actor(ids[0]) if ids else None
    if actor is None or actor.code is None:
        return "none"
    return actor.code[3:6] if actor.country and len(actor.code) > 3 else "state" if actor.country else actor.code[:3]


def _form(ids: tuple[str, ...], mention: Mention, setting: Setting) -> str:
    """How the side is called next to the act: by name, noun, pronoun; far where no mention stands in the sentence."""
    best, far = "far", LONGEST
    for token in setting.parsed.sentences[mention.token.sent].tokens[:LONGEST]:
        link = setting.who.link_of(token)
        if link is not None and link.actor in ids and abs(token.i - mention.token.i) < far:
            best, far = link.form, abs(token.i - mention.token.i)
    return best


def _of_parties(mention: Mention, kind: str, setting: Setting) -> list[str]:
    source, target = party(mention.sources, mention, setting), party(mention.targets, mention, setting)
    by, to = _sector(mention.sources, setting), _sector(mention.targets, setting)
    out = [f"source {source}", f"source {source} {kind}", f"target {target}", f"target {target} {kind}",
           f"by {by}", f"to {to}", f"by {by} {kind}", f"to {to} {kind}",
           f"sources {min(len(mention.sources), 3)}", f"targets {min(len(mention.targets), 3)}"]  # fmt: skip
    out += [f"source form {_form(mention.sources, mention, setting)}"] if mention.sources else []
    out += [f"target form {_form(mention.targets, mention, setting)}"] if mention.targets else []
    lands = [{a.country for a in _actors(ids, setting) if a.country} for ids in (mention.sources, mention.targets)]
    if lands[0] and lands[1]:
        out.append("abroad" if lands[0] - lands[1] else "at home")
        out.append(f"{out[-1]} {kind}")
    else:
        out.append(f"lands {bool(lands[0])} {bool(lands[1])}")
    return out


def _actors(ids: tuple[str, ...], setting: Setting) -> list[Actor]:
    return [a for a in map(setting.who.actor, ids) if a is not None]


def _of_clause(mention: Mention, kind: str) -> list[str]:
    verb = mention.verb
    out: list[str] = []
    if is_verbal(verb):
        subject = surface_subject(verb)
        word = "none" if subject is None else subject.lower if subject.lower in PRONOUNS else subject.tag
        out += [f"subject {word}", f"subject {word} {kind}"]
        if subject is not None and subject.pos == "NOUN":
            bare = not any(c.dep in ("det", "poss", "nummod", "amod", "compound") for c in subject.children)
            out.append("subject bare" if bare else "subject told")
        for child in verb.children:
            if child.dep in ("aux", "mark", "neg") and child.lower != "to":
                out.append(f"{child.dep} {child.lower}")
        thing = verb.child("dobj")
        if thing is not None:
            out.append(f"object {thing.tag} {kind}")
    path, token = [], verb
    for _ in range(REACH):
        if token.head is token:
            break
        if token.dep in SUBORDINATE:
            path.append(token.dep)
            out.append(f"under {token.dep}")
            if token.dep in ("ccomp", "xcomp", "pcomp", "acl"):
                out.append(f"governed by {token.head.lemma.lower()}")
        token = token.head
        for child in token.children:
            if (child.dep == "aux" and child.tag == "MD") or (child.dep == "mark" and token is not verb):
                out.append(f"above {child.lower}")
    out.append(f"depth {min(len(path), 4)}")
    out.append(f"path {' '.join(path[:2])}")
    out.append(f"root {token.tag}")
    return out


def _of_place(mention: Mention, statement: Statement | None, setting: Setting, *, floor: bool) -> list[str]:
    sentence = setting.parsed.sentences[mention.token.sent]
    tokens = sentence.tokens[:LONGEST]
    lower = {t.lower for t in tokens}
    out = [f"block {sentence.kind}", "floor" if floor else "prose"]
    if statement is None:
        out.append("told by the author")
    else:
        out += [f"said {statement.kind}", f"said {statement.form}", f"said by {statement.capacity}"]
    for word in ("i", "we", "you", "if", "?", "would", "should", "can", "could", "may", "shall", "our", "my"):
        if word in lower:
            out.append(f"sentence has {word}")
    lands = len({t.text for t in tokens if t.ent in ("GPE", "NORP")})
    out.append(f"lands in sentence {min(lands, 3)}")
    out.append(f"persons in sentence {min(len({t.text for t in tokens if t.ent == 'PERSON'}), 2)}")
    out.append("money" if any(t.ent in ("MONEY", "PERCENT") for t in tokens) else "no money")
    size = len(sentence.tokens)
    out.append("long" if size > LONG else "short" if size < SHORT else "middling")
    at = mention.token.sent / max(len(setting.parsed.sentences), 1)
    out.append("first" if mention.token.sent < 3 else "early" if at < 0.3 else "late")
    n = len(setting.parsed.sentences)
    out.append(f"article {'brief' if n < 8 else 'plain' if n < 40 else 'long'}")
    return out
