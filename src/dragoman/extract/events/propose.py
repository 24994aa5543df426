"""Propose: walk over the tokens of a sentence once and give every word that a trigger row names as an act.

A row fits when its further words depend on its head word, no blocking word does, and its needs hold.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.events.frames import fill_parties
from dragoman.extract.events.grammar import doers, is_verbal, surface_subject, undergoers
from dragoman.extract.events.match import blocked, by_wire, carrier_of, match
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.needs import fits, holds
from dragoman.extract.events.parties import actors_of, class_words
from dragoman.lexicon.triggers import Trigger, TriggerIndex
from dragoman.records import Sentence, Token
from dragoman.resolve.attach import Setting

#: Where a word that passes judgement stands: "the deal is ILLEGAL", "called the raid a CRIME".
PREDICATES = frozenset({"acomp", "attr", "oprd"})


def propose(sentence: Sentence, setting: Setting, index: TriggerIndex) -> list[Mention]:
    """The mentions of one sentence in order of the text; verb rows take their nouns before noun rows look at them."""
    found: list[Mention] = []
    taken: set[int] = set()
    nouns: list[tuple[Token, tuple[Trigger, ...]]] = []
    for token in sentence.tokens:
        pos = token.pos
        if pos == "VERB":
            if token.dep == "amod":
                continue
            rows = index.verbs.get(token.lemma)
            if token.lemma in index.modals:
                duty = token.child("xcomp")
                if duty is not None and duty.tag == "VB" and token.child("dobj") is None and _can_be_owed(duty, index):
                    found.append(_obligation(token, duty, index.modals[token.lemma][0], setting, index))
                    continue
        elif pos == "NOUN" or pos == "PROPN":
            lemma = token.lemma if pos == "NOUN" else token.lower
            noun_rows = index.nouns.get(lemma)
            if (
                noun_rows
                and token.dep not in ("compound", "nmod")
                and (pos == "NOUN" or (token.ent != "PERSON" and setting.time_at(token) is None))
            ):
                nouns.append((token, noun_rows))
            if lemma in index.verdicts and token.dep in PREDICATES:
                found.append(_verdict(token, index.verdicts[lemma][0], setting, index))
                taken.add(token.i)
            continue
        elif pos == "AUX":
            if token.tag == "MD" and token.lower in index.modals and _can_be_owed(token.head, index):
                found.append(_obligation(token, token.head, index.modals[token.lower][0], setting, index))
            continue
        elif pos == "ADJ":
            rows = index.adjectives.get(token.lower) if token.dep in ("acomp", "attr", "ccomp", "conj") else None
            if rows is None and token.lower in index.verdicts and token.dep in PREDICATES:
                found.append(_verdict(token, index.verdicts[token.lower][0], setting, index))
        else:
            continue
        if rows:
            mention = fit(token, rows, setting, index)
            if mention is not None:
                found.append(mention)
                taken.update(w.i for w in mention.words[1:])
    for token, noun_rows in nouns:
        if token.i not in taken:
            mention = fit(token, noun_rows, setting, index)
            if mention is not None:
                found.append(mention)
    found = [m for m in found if m.token.i not in taken or m.token.pos != "VERB"]  # "stop FIRING" is one act
    found.sort(key=lambda m: m.token.i)
    return found


def fit(
    token: Token, rows: Iterable[Trigger], setting: Setting, index: TriggerIndex, *, act: bool = True
) -> Mention | None:
    """The mention by the first row that fits this token, or None. `act=False` leaves out rows that need an act."""
    for row in rows:
        if not act and any(all(kind in ("act", "harsh") for kind, _ in need) for need in row.needs):
            continue
        words = match(token, row)
        if words is None or (row.blocks and blocked(words, row.blocks)) or _is_when(words, setting):
            continue
        carrier = carrier_of(token, index) if not is_verbal(token) else None
        mention = Mention(
            token, words, row, carrier, row.plover, row.cameo, row.mode, mutual=row.mutual, because=[row.name]
        )
        if not all(any(holds(n, mention, setting, early=True) for n in need) for need in row.needs):
            continue
        fill_parties(mention, setting, index)
        if mention.plover == "CONSULT" and by_wire(mention, index):
            mention.mode, mention.cameo = "phone", "041"
        if fits(mention, setting, act=act):
            return mention
    return None


def _is_when(words: list[Token], setting: Setting) -> bool:
    """ "CALLED ON Monday", "AGREED ON the 3rd of May": the preposition of a time is no part of the verb."""
    for word in words[1:]:
        if word.pos == "ADP":
            noun = word.child("pobj")
            if noun is not None and setting.time_at(noun) is not None:
                return True
    return False


def _can_be_owed(duty: Token, index: TriggerIndex) -> bool:
    """False for states of mind: "they need to know" asks nobody for anything."""
    return is_verbal(duty) and duty.lemma not in class_words(index, "@mental")


def _obligation(token: Token, duty: Token, row: Trigger, setting: Setting, index: TriggerIndex) -> Mention:
    """ "Rome MUST withdraw": a demand of whoever says so, addressed to who is to act; `acts` settles it."""
    mention = Mention(token, [token], row, duty, row.plover, row.cameo, row.mode, because=[row.name])
    mention.targets = actors_of(doers(duty) or undergoers(duty), setting, "subj")
    mention.judged = duty.lemma in class_words(index, "@ending")
    return mention


def _verdict(token: Token, row: Trigger, setting: Setting, index: TriggerIndex) -> Mention:
    """ "the raid was UNLAWFUL": disapproval by whoever says so of those whose act it is; `acts` settles it."""
    verb = token.head if is_verbal(token.head) else None
    mention = Mention(token, [token], row, verb, row.plover, row.cameo, row.mode, because=[row.name])
    if token.dep == "oprd":
        judged = token.head.child("dobj") or token.head.child("nsubj")
    else:
        judged = surface_subject(token.head)
    if judged is not None:
        mention.targets = actors_of([judged], setting, "poss")
        mention.judged = judged.lemma in class_words(index, "@judged")
    return mention
