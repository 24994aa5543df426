"""Propose: walk over the tokens of a sentence once and give every word that a trigger row names as an act.

A row fits when its further words depend on its head word, no blocking word does, and its needs hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dragoman.extract.events.compose import HARSH, OUTER
from dragoman.extract.events.grammar import (
    NOMINAL,
    below,
    complement,
    doers,
    is_passive,
    is_verbal,
    prepositional,
    surface_subject,
    undergoers,
)
from dragoman.extract.events.mention import Mention
from dragoman.extract.events.parties import actors_of, class_words, inside, members_first, same_side, slot_nouns
from dragoman.lexicon.triggers import Need, Trigger, TriggerIndex, Words
from dragoman.records import Sentence, Token
from dragoman.resolve.attach import Setting

#: Dependencies by which a further word of a verb row hangs on the words before it.
PARTS = frozenset({"prt", "prep", "dobj", "nsubjpass", "attr", "oprd", "acomp", "advmod", "pobj", "dative", "xcomp",
                   "conj", "npadvmod", "pcomp", "dep", "agent", "aux"})  # fmt: skip
#: Concern over the fate of a people is no charge against it: only whose doing it is counts ("concern over Iran's …").
CONCERN = "110"
#: Words that make a complement a question ("asked whether").
ASKING = frozenset({"if", "whether"})
#: Where a word that passes judgement stands: "the deal is ILLEGAL", "called the raid a CRIME".
PREDICATES = frozenset({"acomp", "attr", "oprd"})
#: Entity labels of capitalised subjects that are nobody.
UNNAMED = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LAW", "WORK_OF_ART", "EVENT"}
)
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
                if duty is not None and duty.tag == "VB" and token.child("dobj") is None and _can_be_owed(duty, index):
                    found.append(_obligation(token, duty, index.modals[token.lemma][0], setting, index))
        elif pos == "NOUN" or pos == "PROPN":
            lemma = token.lemma if pos == "NOUN" else token.lower
            noun_rows = index.nouns.get(lemma)
            if (
                noun_rows
                and token.dep not in ("compound", "nmod")
                and (pos == "NOUN" or setting.time_at(token) is None)
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
        if not act and any(all(kind in ("act", "harsh") for kind, _ in need) for need in row.needs):
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
        fill_parties(mention, setting, index)
        if mention.plover == "CONSULT" and _by_wire(mention, index):
            mention.mode, mention.cameo = "phone", "041"
        if fits(mention, setting, act=act):
            return mention
    return None


def _by_wire(mention: Mention, index: TriggerIndex) -> bool:
    """ "talks BY PHONE", "spoke over the TELEPHONE", "met by VIDEO LINK"."""
    wire = class_words(index, "@wires")
    words = mention.words if mention.carrier is None else [*mention.words, mention.carrier]
    for word in words:
        for child in word.children:
            if child.dep in MODIFIERS and child.lemma in wire:
                return True
            if child.dep == "prep" and any(n.lemma in wire for n in child.children):
                return True
    return False


def fits(mention: Mention, setting: Setting, *, act: bool) -> bool:
    """Do all needs of the row hold now that parties are known? With `act` an act as content is still hoped for."""
    return all(any((act and n[0] in ("act", "harsh")) or _holds(n, mention, setting, early=False) for n in need)
               for need in mention.trigger.needs)  # fmt: skip


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
        if found.dep == "pobj" and found.head.lower == "of" and found.head.head.head is token:
            words.append(found.head.head)  # "massed THOUSANDS of troops along the border"
    if not noun and not _joined(token, words):
        return None
    return words


def _joined(verb: Token, words: list[Token]) -> bool:
    """A particle stands next to its verb or carries the next word: "GIVE IN to", not "GAVE advice IN a meeting TO"."""
    for word, after in pairwise(words[1:]):
        if word.pos == "ADP" and word.dep in ("prep", "advmod") and after.head is not word and word.i != verb.i + 1:
            return False
    return True


def _modifier(noun: Token, wanted: Words) -> Token | None:
    for child in noun.children:
        if child.dep in MODIFIERS and (child.lemma in wanted or child.lower in wanted):
            return child
    return None


def _dependent(words: list[Token], wanted: Words) -> Token | None:
    for word in words:
        for child in word.children:
            if child.dep in PARTS:
                for noun in _counted(child):
                    if (noun.lemma in wanted or noun.lower in wanted) and (noun.pos != "VERB" or len(wanted) == 1):
                        return noun
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


def _counted(noun: Token) -> Iterator[Token]:
    """The noun itself, and what it counts: "tens of thousands of TROOPS"."""
    yield noun
    for _ in range(3):
        counted = next((n for c in noun.children if c.dep == "prep" and c.lower == "of" for n in c.children), None)
        if counted is None:
            return
        yield counted
        noun = counted


def _blocked(words: list[Token], blocks: Words) -> bool:
    for word in words:
        for child in word.children:
            if child.lemma in blocks or child.lower in blocks:
                return True
            if child.dep in ("prep", "agent"):
                if any(n.lemma in blocks for n in child.children if n.dep == "pobj"):
                    return True
            elif child.dep == "dobj" and any(
                c.lemma in blocks for c in child.children if c.dep in ("compound", "amod")
            ):
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
    if noun.dep == "nsubj" and is_verbal(head) and (head.lemma in occur or (head.lemma == "be" and _only_exists(head))):
        return head
    if noun.dep == "attr" and head.lemma == "be" and head.child("expl") is not None:
        return head
    through = class_words(index, "@carrier_prepositions")
    if noun.dep == "pobj" and head.lower in through and is_verbal(head.head) and head.head.lemma in light:
        return head.head if head.head.child("dobj") is None else None
    for child in noun.children:
        if child.dep in ("acl", "relcl") and child.lemma in light | occur and child.tag != "VB":
            return child
    return None


def _only_exists(verb: Token) -> bool:
    """ "the talks were underway": no noun is said of the subject."""
    return verb.child("attr") is None


def fill_parties(mention: Mention, setting: Setting, index: TriggerIndex) -> None:
    """Source and target by the frame's slots; the first slot that holds an actor fills a side."""
    row, words = mention.trigger, mention.words
    own_noun = not is_verbal(words[0]) and words[0].pos != "ADJ"
    if own_noun and row.sources:
        mention.sources = _first(("subj", *row.sources), mention, setting) or _guest(mention, setting, index)
    else:
        mention.sources = _first(row.sources, mention, setting)
    mention.targets = _first(row.targets, mention, setting, but=mention.sources)
    if not mention.targets and row.targets and not own_noun and "obj" not in row.targets and len(words) > 1:
        mention.targets = tuple(t for t in _in_words(words[1:], setting) if t not in mention.sources)
    if not mention.targets and mention.plover in OUTER and is_verbal(words[0]):
        found = actors_of(inside(words[0]), setting, "in")
        mention.targets = tuple(a for a in found if a not in mention.sources)
    if row.mutual:
        _settle_mutual(mention, setting)
    if not mention.sources and not mention.targets:
        mention.named = _is_named(mention)


def _is_named(mention: Mention) -> bool:
    """Does a capitalised name stand in a slot, known or not?"""
    for slot in (*mention.trigger.sources, *mention.trigger.targets):
        for noun in slot_nouns(slot, mention.words, mention.carrier):
            if noun.pos == "PROPN" and noun.ent not in UNNAMED:
                return True
    return False


def _first(slots: tuple[str, ...], mention: Mention, setting: Setting, *, but: tuple[str, ...] = ()) -> tuple[str, ...]:
    for slot in slots:
        nouns = slot_nouns(slot, mention.words, mention.carrier)
        found = actors_of(
            nouns, setting, slot, deep=(not mention.trigger.mutual or slot == "subj") and mention.cameo != CONCERN
        )
        if but:
            found = tuple(a for a in found if a not in but)
        if found:
            return found
    return ()


def _guest(mention: Mention, setting: Setting, index: TriggerIndex) -> tuple[str, ...]:
    """The person of whom something is told before, at or after a meeting: "Blinken said BEFORE talks with Lavrov"."""
    noun = mention.token
    prep = noun.head
    if mention.plover != "CONSULT" or noun.dep != "pobj" or prep.lower not in class_words(index, "@occasions"):
        return ()
    verb = prep.head
    if not is_verbal(verb):
        return ()
    found = actors_of(doers(verb), setting, "subj")
    return tuple(a for a in found if (actor := setting.who.actor(a)) is not None and actor.kind in ("person", "group"))


def _in_words(words: list[Token], setting: Setting) -> tuple[str, ...]:
    """The actor that modifies the object of a fixed phrase: "lifted the IRANIAN embargo"."""
    for word in words:
        if word.pos in NOMINAL:
            owners = [c for c in word.children if c.dep in ("poss", "amod", "compound", "nmod")]
            found = actors_of(owners, setting, "poss", deep=False)
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
    if kind in ("source", "target", "party", "pair"):
        if early or kind == "pair":
            return True
        if kind == "source" and not mention.sources:
            return any(
                n.pos == "PROPN" and n.ent not in UNNAMED for n in slot_nouns("subj", mention.words, mention.carrier)
            )
        return bool((kind != "target" and mention.sources) or (kind != "source" and mention.targets))
    if kind == "act":
        inner = mention.inner
        return early or (inner is not None and (not words or inner.plover in words))
    token = mention.token
    if kind == "obj":
        nouns = undergoers(token) if is_verbal(token) else list(prepositional(token, "of"))
        return any(not words or _in(n, words) for n in nouns)
    if kind == "below":
        return any(t.lemma in words for t in below(token))
    if kind == "harsh":
        return early or _harsh(mention, setting)
    if kind == "refused":
        return token.child("neg") is not None
    if kind == "noprep":
        return not any(c.dep in ("prep", "agent") and c.lower in words for w in mention.words for c in w.children)
    if kind == "from_land":
        return any(_is_land(n, setting) for w in mention.words for n in prepositional(w, "from"))
    if kind == "xcomp":
        return token.child("xcomp") is not None
    if kind == "intransitive":
        return token.child("dobj", "ccomp") is None
    if kind == "whom":
        whom = token.child("dobj")
        return whom is None or whom.pos in ("PROPN", "PRON") or setting.who.of(whom) is not None
    if kind == "active":
        return not is_passive(token)
    if kind == "pobj":
        return any(n.lemma in words for c in token.children if c.dep == "prep" for n in c.children if n.dep == "pobj")
    if kind == "people":
        return any(_is_people(n, setting) for n in undergoers(token))
    if kind == "folk":
        doing = (setting.who.actor(setting.who.of(n)) for n in slot_nouns("subj", mention.words, mention.carrier))
        return any(actor is not None and actor.kind == "population" for actor in doing)
    if kind == "subj":
        nouns = list(slot_nouns("subj", mention.words, mention.carrier))
        return any(_in(n, words) for n in nouns)
    if kind == "prep":
        places = mention.words if mention.carrier is None else [*mention.words, mention.carrier]
        return any(c.dep in ("prep", "agent") and c.lower in words for w in places for c in w.children)
    clause = complement(token)
    if kind == "ccomp":
        return clause is not None and clause.dep == "ccomp"
    if clause is not None and any(c.dep == "mark" and c.lower in ASKING for c in clause.children):
        return False
    return clause is not None or any(c.dep == "prep" and c.child("pcomp") is not None for c in token.children)


def _harsh(mention: Mention, setting: Setting) -> bool:
    """Is the content a harsh act of the speaker's own side, or of nobody named?"""
    inner = mention.inner
    if inner is None or inner.plover not in HARSH:
        return False
    return not inner.sources or any(same_side(a, b, setting) for a in inner.sources for b in mention.sources)


def _is_land(noun: Token, setting: Setting) -> bool:
    actor = setting.who.actor(setting.who.of(noun))
    return setting.place_at(noun) is not None or (actor is not None and actor.kind == "state")


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
    return any(n.lemma in words for n in _counted(noun))
