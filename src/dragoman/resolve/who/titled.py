"""Names of persons after their titles: "NATO chief Jens Stoltenberg", "Senators Hale and Okoye"."""

from __future__ import annotations

from dragoman.kit import Kit
from dragoman.records import Token
from dragoman.resolve.who.cast import Cast
from dragoman.resolve.who.codes import Standing, standing_of
from dragoman.resolve.who.marks import Marks, TermMark
from dragoman.resolve.who.phrases import JOINERS, Context, left_of, right_of
from dragoman.resolve.who.remits import Remits
from dragoman.resolve.who.spelling import Naming, Spelling
from dragoman.resolve.who.towns import add_province

DATES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})
NAME_POS = frozenset({"PROPN", "NOUN", "ADJ", "X"})
LONGEST = 7
#: Entities of the parser that no title makes a person.
THINGS = frozenset({"ORG", "FAC", "LOC", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW"})


class Titled(Spelling):
    """Finds names that a title, a calling or a form of address announces."""

    def __init__(self, cast: Cast, marks: Marks, kit: Kit) -> None:
        super().__init__(cast, marks, kit)
        self.remits = Remits(cast, marks, kit)

    def find(self) -> list[Naming]:
        """Names after a title: "NATO chief Jens Stoltenberg", "soldier Mykhailo"."""
        out, done = [], -1
        for i in sorted(self.marks.terms):
            mark = self.marks.terms[i]
            term = mark.term
            if i > done and term.plural and term.sector and (self.tokens[i].text[0].isupper() or self._people(mark)):
                out += (listed := self._listed(mark))
                done = max([done, *(n.last for n in listed)])
                continue
            if i <= done or term.plural or term.use not in ("office", "honorific", "agent"):
                continue
            saint = term.words == ("st.",) and self.tokens[i].ent in ("GPE", "LOC")
            if saint or ((term.use == "honorific" or len(term.words) == 1) and self._inside_name(mark)):
                continue
            begin, said = self.remits.name_after(mark)
            last = self.run(begin)
            if last < begin or not self._goes_with(mark, last) or self.tokens[last].lower in self.kit.actors.body_nouns:
                continue
            if self._is_site(mark, begin, last) or self._is_office(mark, last):
                continue
            naming = self._naming(mark, last, first=begin, said=said)
            out.append(naming)
            done = last
        return out

    def _listed(self, mark: TermMark) -> list[Naming]:
        """Names joined after a title in the plural: "Senators Hale, Brandt and Okoye" are three senators."""
        out: list[Naming] = []
        at = mark.last + 1
        while len(out) < LONGEST and (last := self.run(at)) >= at:
            out.append(self._naming(mark, last, first=at))
            at = last + 1
            while at < len(self.tokens) and self.tokens[at].lower in JOINERS:
                at += 1
            if at == last + 1:
                break
        if len(out) < 2:
            return []
        for naming in out:
            naming.start, naming.terms = naming.first, []
        return out

    def _people(self, mark: TermMark) -> bool:
        """Does the name of a person follow this calling in small letters ("Chilean painters | Ana Holt and ...")?"""
        entity = self.marks.entities.get(mark.last + 1)
        return entity is not None and entity.label == "PERSON" and entity.first.i == mark.last + 1

    def _inside_name(self, mark: TermMark) -> bool:
        """Is a form of address here the middle of a name ("Bismullah Khan Muhammadi")?"""
        after = self.tokens[mark.last + 1] if mark.last + 1 < len(self.tokens) else None
        if after is not None and after.text == "-" and after.start == self.tokens[mark.last].end:
            return self.tokens[min(mark.last + 2, len(self.tokens) - 1)].text[0].isupper()  # "Amir-Karimi"
        entity = self.marks.entities.get(mark.first)
        if entity is None or entity.label != "PERSON" or entity.first.i >= mark.first:
            return False
        if mark.term.use != "honorific" and entity.first.lower not in self.kit.actors.genders:
            return False
        return mark.first - 1 not in self.marks.term_ends

    def _is_site(self, mark: TermMark, begin: int, last: int) -> bool:
        """Do the capitals end in a kind of place ("Imam Reza Bridge")?"""
        given = (
            mark.term.sector != "REL" and self.tokens[begin].lower in self.kit.actors.genders
        )  # "Governor Dana Lake"
        return last > begin and not given and self.tokens[last].text in self.kit.actors.sites

    def _is_office(self, mark: TermMark, last: int) -> bool:
        """Are the capitals after a "deputy" the remit of a further office ("Deputy National Harbour | Director")?"""
        after = self.marks.terms.get(last + 1)
        if after is None or after.term.use != "office" or after.term.plural or mark.term.use != "office":
            return False
        second = mark.term.words[-1] in self.kit.actors.title_words
        return second and self.tokens[last + 1].text[0].isupper() and self.tokens[last].dep == "compound"

    def _is_title(self, mark: TermMark) -> bool:
        """An office or calling by itself ("opposition leader Maulana ..."), not the "deputy" of another."""
        term = mark.term
        return term.use in ("office", "agent") and not term.plural and term.words[-1] not in self.kit.actors.title_words

    def _goes_with(self, mark: TermMark, last: int) -> bool:
        """False where the capitals after the title are the name of a thing or a firm."""
        entity = self.marks.entities.get(mark.last + 1)
        if entity is not None and entity.label in THINGS and not self.looks_like_person(entity):
            firm = entity.label != "ORG" or last - mark.last > 2
            if firm or mark.term.use == "agent":
                return False
        first = self.tokens[mark.first]
        of_firm = " ".join(mark.term.words).lower() in self.kit.actors.firm_offices  # "Harbour Network CEO Ana Holt"
        calling = mark.term.use == "agent" or (mark.term.level == "private" and not of_firm)
        inside = first.i and self.tokens[first.i - 1].sent == first.sent
        return not (calling and inside and first.text[0].isupper())

    def _naming(self, mark: TermMark, last: int, *, first: int, said: Context | None = None) -> Naming:
        term = mark.term
        context = left_of(mark.first, self.cast, self.marks, self.kit)
        previous = self.marks.term_ends.get(mark.first - 1)
        standing = None
        if term.use != "honorific":
            context.end = mark.last
            if said is None or not said.of_name:
                add_province(context, mark.first, self.tokens, self.kit)
            standing = standing_of(mark, context, self.tokens, self.kit)
        if previous is not None and self._is_title(previous):
            context = left_of(previous.first, self.cast, self.marks, self.kit)
            standing = standing_of(previous, context, self.tokens, self.kit)
        because = ("person.title-and-name", term.row)
        words = self.words_of(first, last)
        if standing is not None and standing.country is None and standing.organisation is None:
            after = said or Context(mark.first, mark.first)
            joined = first > mark.last + 1
            if not joined:
                right_of(after, last, self.cast, self.marks, places=False)
            owned = bool(after.countries or after.firm or (joined and after.names)) and after.of_name
            if owned and (joined or self.tokens[last + 1].lower in ("of", "from")):
                standing = standing_of(mark, after, self.tokens, self.kit)
        if standing is not None and standing.country is None and standing.organisation is None and previous is None:
            standing = self._of_entity(mark, standing)
        owner = context.owner.i if context.owner is not None and term.head == "counterpart" else None
        for name in context.marks:
            self.cast.within.update(range(name.first, name.last + 1))
        return Naming(first, last, context.core, words, because, term.gender, standing, True, [mark], owner)

    def _of_entity(self, mark: TermMark, standing: Standing) -> Standing:
        """ "Kestrel Power spokesman Ana Holt" is of what the parser names there, and so of no government."""
        entity = self.marks.entities.get(mark.first - 1)
        if (
            entity is None
            or entity.label != "ORG"
            or entity.last.i != mark.first - 1
            or not mark.term.words[0].islower()
        ):
            return standing
        inside = range(entity.first.i, entity.last.i + 1)
        if any(i in self.marks.names or i in self.marks.terms or i in self.cast.at for i in inside):
            return standing
        if self.tokens[mark.first].text[0].isupper() or mark.term.level == "minister":
            return standing
        text = self.cast.parsed.article.text[entity.first.start : entity.last.end].removeprefix("the ")
        code = standing.code if standing.code not in ("GOV", "ELI") else None
        return Standing(standing.title, standing.noun, None, text, code)

    def run(self, first: int) -> int:
        """The last token of the name that begins at `first`, or `first - 1` where none does."""
        tokens, marks, end, k = self.tokens, self.marks, first - 1, first
        if k >= len(tokens) or first < 1 or tokens[k].sent != tokens[first - 1].sent:
            return end
        while k < len(tokens) and k - first < LONGEST and tokens[k].sent == tokens[first - 1].sent:
            token = tokens[k]
            if k in self.cast.at:
                break
            entity = marks.entities.get(k)
            person = entity is not None and entity.label == "PERSON"
            if k in marks.terms and marks.terms[k].term.plural and marks.terms[k].term.use in ("office", "agent"):
                break
            if token.text[0].isupper() and token.text[0].isalpha():
                if (token.pos not in NAME_POS and not person and not _apostrophe(token)) or token.ent in DATES:
                    break
                if not person and (
                    k in marks.names or (k in marks.terms and marks.terms[k].term.use in ("office", "body"))
                ):
                    break
                end = k
            elif (
                not (token.lower in self.kit.actors.particles or token.text in ("-", "'"))
                or (k == first and not person)
                or (token.text in ("-", "'") and (token.start != tokens[k - 1].end or token.tag == "POS"))
            ):
                break
            elif token.text == "-" and k + 1 < len(tokens) and tokens[k + 1].start == token.end:
                end = k + 1 if tokens[k + 1].text.isalpha() else end
                k += 1
            k += 1
        return end


def _apostrophe(token: Token) -> bool:
    """A word with an apostrophe inside ("Es'haq"), for which the parser has no part of speech."""
    return "'" in token.text[1:-1] and token.text.replace("'", "").isalpha()
