"""The columns of every table in `lexicon/data/`: what a row may say. `check.py` holds every file against this.

A table is UTF-8, tab-separated, with a header row; lines that begin with `#` and blank lines are comments.
Cells that hold several values separate them by `|`. The key columns name the row: `reporting_verbs:say`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table: `path` under the data folder, its columns in order, which of them form the key, what a row means."""

    name: str
    path: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    meaning: str


def _spec(path: str, columns: str, meaning: str, key: str | None = None) -> TableSpec:
    names = tuple(columns.split())
    stem = path.rsplit("/", 1)[-1].removesuffix(".tsv")
    return TableSpec(stem, path, names, tuple(key.split()) if key else names[:1], meaning)


SPECS: tuple[TableSpec, ...] = (
    _spec("rules.tsv", "rule module meaning", "a named rule of the code, for `dragoman why`"),
    # who
    _spec("actors/states.tsv", "iso3 name official short former demonyms capital seats lat lon source",
          "a state or territory of ISO 3166-1; `seats` are seats of government that stand for it (Kremlin)"),
    _spec("actors/organisations.tsv", "name kind code country aliases members source nominal chief seats",
          "an international or national body; `kind` is an actor kind, `code` its CAMEO code, `country` ISO 3166-1; "
          "`nominal` nouns that refer back to it, `chief` its head, `seats` places that stand for it"),
    _spec("actors/bodies.tsv", "body kind sector aliases capacity",
          "a common noun for a body (foreign ministry, army): with a state it is an actor of that CAMEO sector"),
    _spec("actors/offices.tsv", "title sector level aliases capacity",
          "an office or title, the CAMEO sector its holder acts in (foreign minister: GOV) and how he speaks"),
    _spec("actors/title_words.tsv", "word effect", "a word before a title: deputy, acting, former, elect or rank"),
    _spec("actors/agents.tsv", "noun plural kind sector capacity",
          "a common noun for people who act (protester: CVL, rebel: REB)"),
    _spec("actors/collectives.tsv", "phrase kind members sector",
          "a phrase that names a group (the West, both sides, Western officials)"),
    _spec("actors/media.tsv", "name kind country aliases",
          "a house of the press or a platform; `kind` agency, broadcaster, paper or platform"),
    _spec("actors/armed_groups.tsv", "name kind code country community aliases",
          "an armed group or movement; `community` the people or faith it says it stands for"),
    _spec("actors/groups.tsv", "word forms kind code country",
          "a word that marks a people, a faith or a political colour (Kurdish, Shiite, pro-Russian)"),
    # where
    _spec("gazetteer/countries.tsv", "iso3 geonameid continent population box neighbours",
          "the GeoNames id, population and land neighbours of a state (generated)"),
    _spec("gazetteer/regions.tsv", "name country lat lon geonameid precision aliases demonyms",
          "a region of the world, of several states, or disputed; `country` where it is one", key="name country"),
    _spec("gazetteer/features.tsv", "name kind country lat lon geonameid precision aliases",
          "a sea, strait, river, mountain, desert, island, base, border or site", key="name country"),
    _spec("gazetteer/geo_words.tsv", "word use", "a word about places and what it does beside a name", key="word use"),
    _spec("gazetteer/ordinary_words.tsv", "word", "a place name that is also an ordinary word or a personal name"),
    _spec("gazetteer/place_weights.tsv", "decision feature weight",
          "the weight of a feature in the decision whether a name is a place (sense) or which one (choice)",
          key="decision feature"),
    _spec("gazetteer/short_divisions.tsv", "name country short",
          "abbreviations of a first-order division, read after a comma (Springfield, Ill.)", key="name country"),
    _spec("actors/name_words.tsv", "word use gender",
          "a word beside or in a name and its use: honorific, particle, quantity, body_part, no_body, needs_the, side, "
          "firm, legal (the legal form of one), school, generation, firm_office, appoints, serves",
          key="word use"),
    _spec("actors/body_words.tsv", "word use kind sector state world",
          "a word in the name of a body that no table knows: noun (what it is), topic or world; plain: a noun beside a "
          "bare name; `sector`, `state` and `world` are CAMEO codes of such a body at large, of a state's, and of one "
          "of the world",
          key="word use"),
    _spec("actors/nominals.tsv", "noun kind",
          "a noun that stands for an actor named before (the alliance, the country, the two diplomats)"),
    _spec("actors/office_holders.tsv", "person aliases office country organisation sector from to precision source",
          "who held which office when; `from` and `to` are included, an empty `to` is in office",
          key="person office country organisation from"),
    _spec("actors/leaders.tsv", "name country organisation",
          "a person of office whom reports name without country (Putin): state, or organisation he speaks for"),
    _spec("actors/pronouns.tsv", "word gender number role", "a pronoun of the third person"),
    _spec("actors/first_names.tsv", "name gender", "a given name and the gender of most who bear it: m, f or u"),
    _spec("metonyms/place_words.tsv", "use word reading",
          "a word beside a capital that tells whether it is a place or stands for its government (actor); "
          "`use` preposition, governor, object, subject or possessed", key="use word"),
    # words
    _spec("en/furniture.tsv", "phrase kind anchor strength",
          "words that mark page furniture; `anchor` start, end, any or all; `strength`: see its head",
          key="phrase anchor strength"),
    _spec("en/news_agencies.tsv", "name kind aliases",
          "an agency or broadcaster as it signs datelines and credits; `kind` wire, outlet or photo"),
    _spec("en/stamp_words.tsv", "word use value",
          "a word of a publication stamp: month (`value` its number), weekday, zone, clock or stamp"),
    _spec("languages.tsv", "code name", "an ISO 639 code and the language's English name"),
    _spec("en/function_words.tsv", "word", "a word that holds English sentences together (tells the language)"),
    # when and where
    _spec("en/time_words.tsv", "word class value",
          "a word or phrase of time: its class in time_grammar.tsv and its value; a capital binds"),
    _spec("en/separators.tsv", "line from", "a line that parts the articles of one file; # is a number"),
    _spec("en/position_cues.tsv", "cue pos stance", "a word that shows a stance, and which", key="cue pos"),
    _spec("en/assessment_cues.tsv", "cue pos kind strength", "a word of forecast or judgement", key="cue pos"),
    _spec("en/quantities.tsv", "word class low high", "a word that makes a quantity of a number", key="class word"),
    _spec("en/number_words.tsv", "word class value", "a number in words, or a vague quantity (value X)"),
    _spec("en/time_grammar.tsv", "name pattern reading example",
          "an expression of time as a pattern of classes; `reading` is the function that gives its value"),
    _spec("en/zones.tsv", "zone offset meaning", "a time zone by its abbreviation; `offset` from UTC, +HH:MM"),
    _spec("en/holidays.tsv", "day rule meaning",
          "a named day; `rule` MM-DD, MM-Wn-D (n-th weekday, L last) or easter+N"),
    _spec("en/attachment.tsv", "word kind note",
          "a word that carries a time or place to another word", key="word kind"),
    # what is done
    # trigger  lemmas of what names the act. A verb row begins with its verb; each further word must depend on a word
    #          before it ("impose @sanctions", "call off @talks", "put @forces on alert"). A noun row ends in its
    #          noun; the
    #          words before it modify it ("phone call", "military action"). `@name` is a class of word_classes.tsv.
    #          A noun also stands for "hold/launch/begin … NOUN" (class @light_verbs): such pairs need no rows.
    # pos      verb, noun, adj; modal ("Rome MUST withdraw": a demand of who says so); verdict ("the raid is
    #          ILLEGAL": disapproval by who says so). The frame of the last two is said>subj
    # frame    `source>target`, with `<>` where the act is mutual. Each side is slots in the order they are tried:
    #          subj, obj (active sense; a passive is turned), comp (subject of the clause complement), dative,
    #          poss (Russia's), mod (Russian, U.S.), any preposition (with, on, against), none (never filled).
    # plover mode cameo   the type, the mode (empty: none) and the code (the most detailed the words bear)
    # needs    conditions, `|` all must hold, `/` one of them. Parties: source, target, party (either), people (the
    #          object
    #          is somebody), folk (the doer is a population), envoy (who travels may be one), land (the object is a
    #          place). Words: obj, obj=LIST, subj=LIST, prep=LIST, noprep=LIST, pobj=LIST (after any preposition),
    #          below=LIST (anywhere below), where LIST is lemmas or @classes with commas. Grammar: comp (a clause
    #          completes it), ccomp (with its own subject), xcomp (an infinitive), active, intransitive, whom (no object
    #          but somebody), menace (a warning of what somebody will face), from_land ("from" a place), refused
    #          (negated; refused=LIST: others than these only with a modal verb). Acts: act (another act is its
    #          content: agree to WITHDRAW), act=TYPE, harsh (of its own side)
    # blocks   lemmas or @classes that make it another sense when they depend on the trigger (heart attack, meet a
    #          deadline)
    # status   the status where nothing else decides (empty: occurred)
    _spec("en/triggers.tsv", "trigger pos frame plover mode cameo needs blocks status",
          "a word or phrase that names an act, with its frame and codes", key="trigger pos needs"),
    _spec("en/no_acts.tsv", "class pos words",
          "verbs or nouns that by themselves name no act between parties; rows of triggers may still use them in a "
          "construction",
          key="class pos"),
    _spec("en/word_classes.tsv", "class words", "a class of lemmas that rows of other tables call by @name"),
    # pos      verb ("protect from", "undertake to": with the word that links it), noun, adj, modifier, phrase, prep,
    #          mark, modal, adv, meeting; growth (what is made to grow is there already: expand cooperation), verdict
    #          (a predicate of a claim: affirmed or denied), performative (an act done by saying so) and courtesy (a
    #          verb that with "I" or "we" only wraps one: "we WANT to THANK")
    # effect   considered, conditional, scheduled, denied, ongoing, background; expected (scheduled for meetings, else
    #          considered), alleged (somebody's accusation), topic (spoken about), plain (none: it is real); valued
    #          (considered, unless a definite noun takes the act for granted: the importance of THE summit), granted
    #          (likewise for any act: accepted THE resignation), achieved (real in a past tense: were ABLE to agree),
    #          missed (denied, and real where it is denied itself: did not FAIL to, could not PREVENT);
    #          future, would, possible, must for modal verbs; pending (with a present tense: yet to come) for pos
    #          mark; postponed and cancelled for pos meeting
    _spec("en/status_cues.tsv", "cue pos effect modality",
          "a word that says whether the act it governs is real; pos verb, noun, adj, modifier, "
          "phrase, prep, mark, modal, adv, meeting, growth, verdict, performative, courtesy",
          key="cue pos"),
    # said
    _spec("en/reporting_verbs.tsv", "lemma class complements prepositions addressee channel aliases",
          "a verb that reports what is said or held; see the head of the file"),
    _spec("en/reporting_nouns.tsv", "noun class complements prepositions",
          "a noun whose complement is what somebody says or holds (the claim that)"),
    _spec("en/reporting_adjectives.tsv", "adjective class complements prepositions",
          "an adjective whose complement is what somebody says or holds (adamant that)"),
    _spec("en/reporting_phrases.tsv", "phrase class gives",
          "a phrase or adverb that reports; `gives` source: the noun phrase behind it speaks; none: nobody is named"),
    _spec("en/speech_documents.tsv", "noun",
          "a kind of text in which its author speaks himself (remarks, declaration)"),
    _spec("en/courtesies.tsv", "lemma", "a verb by which a speaker is polite; with \"I\" or \"we\" it reports nothing"),
    _spec("en/echo_verbs.tsv", "lemma class", "a verb of \"as X put it\": the sentence around it is what X says"),
    _spec("en/reporting_deeds.tsv", "verb objects",
          "a reporting verb and the objects with which it is a deed and says nothing (concede a goal, claim asylum)"),
    _spec("en/unnamed.tsv", "lemma", "a verb for telling who a source is (declined to be named)"),
    _spec("en/channels.tsv", "noun channel",
          "a noun for a medium that carries words; `channel` the name it gives by itself"),
    _spec("en/venues.tsv", "noun partner",
          "a noun for an occasion at which somebody speaks; `partner`: whoever is \"with\" him there hears it"),
    _spec("models/statements.tsv", "feature weight",
          "a weight of the decision on statements (generated by tools/train_statements.py)"),
    _spec("models/events.tsv", "feature weight",
          "a weight of the decision on events (generated by tools/train_events.py)", key="feature"),
    # what acts are called
    _spec("ontology/cameo.tsv", "code name goldstein quad plover mode contexts", "a CAMEO code and its PLOVER type"),
    _spec("ontology/plover.tsv", "type quad recipient modes intensity meaning", "a PLOVER type"),
    _spec("ontology/modes.tsv", "type mode intensity", "a mode of a PLOVER type", key="type mode"),
    _spec("ontology/sectors.tsv", "sector cameo meaning", "a sector of actors; `cameo` where CAMEO writes another"),
    _spec("ontology/contexts.tsv", "context meaning", "a PLOVER context"),
    _spec("ontology/composed.tsv", "type act cameo",
          "the CAMEO code of agreeing to, demanding, rejecting or threatening an act",
          key="type act"),
    _spec("ontology/details.tsv", "code at words detail",
          "the more detailed CAMEO code where these words stand by the act; `at` content (what is asked, promised, "
          "protested), doer, object, means (doer, and what is used) or any; `words` lemmas or @classes with commas, "
          "`|` where all sets must be met",
          key="code at words"),
    _spec("en/context_words.tsv", "context words",
          "lemmas (or @classes) that bring a PLOVER context to the act in whose clause they stand"),
    # what other projects call it (exports)
    _spec("formats/country_codes.tsv", "iso3 cow fips state source",
          "a state as the Correlates of War number it and as FIPS 10-4 codes it, for exports; `state` of a dependency"),
    _spec("formats/sectors_icews.tsv", "sector names", "a sector in words, as ICEWS files write it"),
    _spec("formats/status_conversions.tsv", "status plover becomes dated",
          "the type of an act of this status in files that cannot tell whether it happened; `dated` whose day it bears",
          key="status plover"),
    # codes of a user's own: empty with us; see lexicon/coding.py for what phrases and patterns may say
    # phrase   `_` joins words that stand together, a blank lets others come between, a last `_` allows no plural
    # code     as its author writes it; `A:B` both ways; empty: known, and codes nothing
    # origin   file and line it was imported from
    _spec("coding/coded_actors.tsv", "phrase code from to origin",
          "an actor and its code; `from` and `to` are days of publication, both included, empty is open; "
          "of several rows of a phrase the first whose days fit is taken", key="phrase code origin"),
    _spec("coding/coded_agents.tsv", "phrase plural code origin",
          "a role and the part it adds to an actor's code: `~GOV` behind it, `NGO~` before; "
          "`plural` empty is regular, - is none", key="phrase origin"),
    _spec("coding/coded_verbs.tsv", "verb forms code scheme block origin",
          "a verb and its code; `forms` beside the regular ones; `scheme` cameo or weis, else empty; "
          "`block` names the patterns it takes", key="verb origin"),
    _spec("coding/coded_patterns.tsv", "pattern code scheme block origin",
          "words around the verb `*` of a block, with `$` source, `+` target, `%` both, `&SET`", key="pattern origin"),
    _spec("coding/coded_synonyms.tsv", "set member origin", "a member of a set that patterns call by `&SET`",
          key="set member"),
    _spec("coding/coded_discards.tsv", "phrase scope origin",
          "a phrase that stops the coding of its sentence or story (`scope`)", key="phrase"),
    _spec("ontology/weis.tsv", "code name plover", "a WEIS code and the PLOVER type nearest to it"),
)  # fmt: skip
