"""Propose: walk over the tokens of a sentence once and give every word that a trigger row names as an act.

A row fits when its further words depend on its head word, no blocking word does, and its needs hold.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.events.grammar import NOMINAL, complement, doers, is_passive, is_verbal, surface_subject, undergoers
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import actors_of, class_words, members_first, slot_nouns
from dragoman.lexicon.triggers import Need, Trigger, TriggerIndex, Words
from dragoman.records import Sentence, Token
from dragoman.resolve.attach import Setting

#: Dependencies by which a further word of a verb row hangs on the words before it.
PARTS = frozenset({"prt", "prep", "dobj", "nsubjpass", "attr", "oprd", "acomp", "advmod", "pobj", "dative", "xcomp",
                   "conj", "npadvmod", "pcomp", "dep", "agent", "aux"})  # fmt: skip
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "advmod"})


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
                if duty is not None and duty.tag == "VB":
                    found.append(_obligation(token, duty, index.modals[token.lemma][0], setting))
        elif pos == "NOUN" or pos == "PROPN":
            lemma = token.lemma if pos == "NOUN" else token.lower
            noun_rows = index.nouns.get(lemma)
            if noun_rows and token.dep not in ("compound", "nmod"):
                nouns.append((token, noun_rows))
            continue
        elif pos == "AUX":
            if token.tag == "MD" and token.lower in index.modals and is_verbal(token.head) and token.head is not token:
                found.append(_obligation(token, token.head, index.modals[token.lower][0], setting))
            continue
        elif pos == "ADJ":
            rows = index.adjectives.get(token.lower) if token.dep in ("acomp", "attr", "ccomp", "conj") else None
        else:
            continue
        if rows:
            mention = fit(token, rows, setting, index)
            if mention is not None:
                found.append(mention)
                taken.update(w.i for w in mention.words)
    for token, noun_rows in nouns:
        if token.i not in taken:
            mention = fit(token, noun_rows, setting, index)
            if mention is not None:
                found.append(mention)
    found.sort(key=lambda m: m.token.i)
    return found


def fit(
    token: Token, rows: Iterable[Trigger], setting: Setting, index: TriggerIndex, *, act: bool = True
) -> Mention | None:
    """The mention by the first row that fits this token, or None. `act=False` leaves out rows that need an act."""
    for row in rows:
        if not act and any(kind == "act" for need in row.needs for kind, _ in need):
            continue
        words = _match(token, row)
        if words is None or (row.blocks and _blocked(words, row.blocks)):
            continue
        carrier = carrier_of(token, index) if not is_verbal(token) else None
        mention = Mention(
            token, words, row, carrier, row.plover, row.cameo, row.mode, mutual=row.mutual, because=[row.name]
        )
        if not all(any(_holds(n, mention, setting, early=True) for n in need) for need in row.needs):
            continue
        fill_parties(mention, setting)
        if all(any(_holds(n, mention, setting, early=False) for n in need) for need in row.needs):
            return mention
    return None


def _obligation(token: Token, duty: Token, row: Trigger, setting: Setting) -> Mention:
    """ "Rome MUST withdraw": a demand of whoever says so, addressed to who is to act; `extract.events.acts` settles it."""
    mention = Mention(token, [token], row, duty, row.plover, row.cameo, row.mode, because=[row.name])
    mention.targets = actors_of(doers(duty) or undergoers(duty), setting, "subj")
    return mention


def _match(token: Token, row: Trigger) -> list[Token] | None:
    """The tokens of the row's words, head word first, or None."""
    words = [token]
    if not row.extra:
        return words
    noun = not is_verbal(token) and token.pos != "ADJ"
    for wanted in row.extra:
        found = _modifier(token, wanted) if noun else _dependent(words, wanted)
        if found is None:
            return None
        words.append(found)
    return words


def _modifier(noun: Token, wanted: Words) -> Token | None:
    for child in noun.children:
        if child.dep in MODIFIERS and (child.lemma in wanted or child.lower in wanted):
            return child
    return None


def _dependent(words: list[Token], wanted: Words) -> Token | None:
    for word in words:
        for child in word.children:
            if child.dep in PARTS and (child.lemma in wanted or child.lower in wanted):
                return child
    verb = words[0]
    if verb.dep in ("acl", "relcl") and (verb.head.lemma in wanted or verb.head.lower in wanted):
        return verb.head  # "sanctions imposed by the council", "the talks that Moscow called off"
    if is_passive(verb) or verb.dep == "conj":
        subject = surface_subject(verb)
        if subject is not None and is_passive(verb):
            for noun in (subject, *(c for c in subject.children if c.dep == "conj")):
                if noun.lemma in wanted or noun.lower in wanted:
                    return noun
    return None


def _blocked(words: list[Token], blocks: Words) -> bool:
    for word in words:
        for child in word.children:
            if child.lemma in blocks or child.lower in blocks:
                return True
            if child.dep in ("prep", "agent"):
                if any(n.lemma in blocks for n in child.children if n.dep == "pobj"):
                    return True
            elif child.dep == "dobj" and any(c.lemma in blocks for c in child.children if c.dep in ("compound", "amod")):
                return True
    return False


def carrier_of(noun: Token, index: TriggerIndex) -> Token | None:
    """The verb that carries an event noun: "HELD talks", "talks BEGAN", "talks HELD in Rome", "ENGAGED in talks"."""
    light, occur = class_words(index, "@light_verbs"), class_words(index, "@occur_verbs")
    head = noun.head
    if noun.dep == "conj" and head.pos in NOMINAL:
        noun, head = head, head.head
    if head is noun:
        return None
    if noun.dep in ("dobj", "nsubjpass") and head.lemma in light:
        return head
    if noun.dep == "nsubj" and is_verbal(head) and (head.lemma in occur or head.lemma == "be" and _only_exists(head)):
        return head
    if noun.dep == "attr" and head.lemma == "be" and head.child("expl") is not None:
        return head
    if noun.dep == "pobj" and head.dep == "prep" and is_verbal(head.head) and head.head.lemma in light:
        return head.head if head.head.child("dobj") is None else None
    for child in noun.children:
        if child.dep in ("acl", "relcl") and child.lemma in light | occur and child.tag != "VB":
            return child
    return None


def _only_exists(verb: Token) -> bool:
    """ "the talks were underway": no noun is said of the subject."""
    return verb.child("attr") is None


def fill_parties(mention: Mention, setting: Setting) -> None:
    """Source and target by the frame's slots; the first slot that holds an actor fills a side."""
    row, words = mention.trigger, mention.words
    own_noun = not is_verbal(words[0]) and words[0].pos != "ADJ"
    sources = ("subj", *row.sources) if own_noun and "subj" not in row.sources and row.sources else row.sources
    mention.sources = _first(sources, mention, setting)
    mention.targets = _first(row.targets, mention, setting)
    if not mention.targets and row.targets and not own_noun and "obj" not in row.targets and len(words) > 1:
        mention.targets = _in_words(words[1:], setting)
    if row.mutual:
        _settle_mutual(mention, setting)
    else:
        mention.targets = tuple(t for t in mention.targets if t not in mention.sources)


def _first(slots: tuple[str, ...], mention: Mention, setting: Setting) -> tuple[str, ...]:
    for slot in slots:
        found = actors_of(slot_nouns(slot, mention.words, mention.carrier), setting, slot)
        if found:
            return found
    return ()


def _in_words(words: list[Token], setting: Setting) -> tuple[str, ...]:
    """The actor named inside the object of a fixed phrase: "lifted the IRANIAN embargo"."""
    for word in words:
        if word.pos in NOMINAL:
            found = actors_of([word], setting, "poss")
            if found:
                return found
    return ()


def _settle_mutual(mention: Mention, setting: Setting) -> None:
    """One record of a mutual act: the first party is its source, all others are its targets."""
    sources = members_first(mention.sources, setting) if not mention.targets else mention.sources
    parties = tuple(dict.fromkeys([*sources, *mention.targets]))
    if not mention.targets or len(sources) > 1:
        mention.sources, mention.targets = parties[:1], parties[1:]
    else:
        mention.targets = tuple(t for t in mention.targets if t not in sources)


def _holds(need: Need, mention: Mention, setting: Setting, *, early: bool) -> bool:
    """Does one condition hold? Early, before parties are known, those on parties pass."""
    kind, words = need
    if kind in ("source", "target", "party"):
        if early:
            return True
        return bool((kind != "target" and mention.sources) or (kind != "source" and mention.targets))
    if kind == "act":
        return True
    token = mention.token
    if kind == "obj":
        nouns = undergoers(token) if is_verbal(token) else [n for c in token.children if c.dep == "prep" and c.lower == "of"
                                                            for n in c.children]  # fmt: skip
        return any(not words or _in(n, words) for n in nouns)
    if kind == "people":
        return any(_is_people(n, setting) for n in undergoers(token))
    if kind == "subj":
        nouns = list(slot_nouns("subj", mention.words, mention.carrier))
        return any(_in(n, words) for n in nouns)
    if kind == "prep":
        return any(c.dep in ("prep", "agent") and c.lower in words for w in mention.words for c in w.children)
    clause = complement(token)
    if kind == "ccomp":
        return clause is not None and clause.dep == "ccomp"
    return clause is not None or any(c.dep == "prep" and c.child("pcomp") is not None for c in token.children)


def _is_people(noun: Token, setting: Setting) -> bool:
    actor = setting.who.actor(setting.who.of(noun))
    if actor is not None:
        return actor.kind not in ("state", "organisation", "agency", "media")
    return noun.ent in ("PERSON", "NORP") or noun.pos == "NUM"


def _in(noun: Token, words: Words) -> bool:
    if noun.lemma in words or noun.lower in words:
        return True
    if any(c.dep == "conj" and c.lemma in words for c in noun.children):
        return True
    # "46 of the hostages", "dozens of people"
    return any(c.lower == "of" and any(n.lemma in words for n in c.children) for c in noun.children if c.dep == "prep")
