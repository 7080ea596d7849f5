"""Predicates: where the verb of a clause stands, what its subject is, and what it acts on.

Belongs here: telling verbs from nouns by their form and their neighbours, without a tagger. Does not: what a verb says
of a measure (`implications`, `events`), how the words found are given (`phrasing`).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from pipeline.extraction.binding.case import Case
from pipeline.extraction.binding.phrasing import is_own_name, phrase
from pipeline.extraction.cues import TRANSITIVE
from pipeline.extraction.lemmas import is_participle
from pipeline.extraction.nouns import STOP, THIRD_PERSON, is_plural
from pipeline.extraction.sites import starting_in
from pipeline.vocabulary import language
from pipeline.vocabulary.language import irregular_forms

AUXILIARIES = language.words("predicates", "auxiliaries")
_NO_VERBS = language.words("predicates", "no_verbs")
_BEFORE_NOUN = language.words("predicates", "before_noun")
_BEFORE_OBJECT = language.words("predicates", "before_object")
_BARE_PARTICIPLES = language.words("predicates", "bare_participles")
_PRESENT = language.words("predicates", "present")
_BEFORE_INFINITIVE = frozenset({"to", "and", "will", "would", "could", "may", "might", "should", "must"})
_PRONOUNS = language.words("predicates", "pronouns")
_PREPOSITIONS = language.words("binding", "prepositions")
_DETERMINERS = language.words("binding", "determiners")
_BEFORE_ATTRIBUTE = _PREPOSITIONS | {"and", "or"}
_BEFORE_LAST_NOUN = _PREPOSITIONS | {"about"}
_BEFORE_COMPLEMENT = _PREPOSITIONS | {"of", "and"}
_RELATIVES = frozenset({"which", "who", "that", "whom"})
_BEFORE_PREDICATE = frozenset({"and", "but"})
_PARTICLES = frozenset({"in", "up", "out", "on", "off", "down"})
_PARTING = frozenset({",", ";", ":", "(", ")", "\u2014", "\u2013", "-"})
_IRREGULAR = irregular_forms()
_JOINTS = frozenset({"and", "but", "to", "that", "which", "who"})
_LONGEST_HEDGE = 8
_LONGEST_SUBJECT = 24
_SHORTEST_PAST = 4
_REMEMBERED = 20_000


def verb_from(case: Case, first: int, stop: int) -> int | None:
    """The first finite verb at token `first` or later and before `stop`; null where there is none."""
    found = None
    for i in range(max(first, 0), min(stop, len(case.tokens))):
        if found is not None and case.tokens[i].text in _PARTING:
            return found
        if not is_verb(case, i):
            continue
        if found is None:
            found = i
        elif not _JOINTS.isdisjoint(case.words(found + 1, i)):
            # "Bought a field and built on it": two verbs of one subject.
            return found
        else:
            # "The tankers built in the yard fetched": the participle belongs to the subject.
            return i
        if not is_participle(case.word(found)):
            return found
    return found


def is_verb(case: Case, i: int) -> bool:
    """Whether a word is a finite verb or a participle, as far as its form and its neighbours show."""
    found = case.verbs_found.get(i)
    if found is None:
        found = case.verbs_found[i] = _is_verb(case, i)
    return found


def _is_verb(case: Case, i: int) -> bool:
    token = case.tokens[i]
    word = token.lower
    if token.kind != "w" or not _may_be_verb(word) or (i and i in case.covered and token.text[:1].isupper()):
        return False
    if word in AUXILIARIES:
        return True
    before = case.word(i - 1)
    if before in AUXILIARIES and (word in _IRREGULAR or word in _BARE_PARTICIPLES or word.endswith("ed")):
        return True
    if word in _BARE_PARTICIPLES and before not in STOP and case.word(i + 1) in _BEFORE_OBJECT:
        return True
    if word in TRANSITIVE and before in _BEFORE_INFINITIVE:
        return True
    if before in _BEFORE_NOUN or before.endswith("'s") or case.in_theme(i) or i == case.start:
        return False
    if i and case.tokens[i - 1].text == "-" and token.glued:
        return False
    return _is_behind_noun(case, i) if _is_past(word) else _is_present(case, i)


@lru_cache(maxsize=_REMEMBERED)
def _may_be_verb(word: str) -> bool:
    """Whether a word may be a verb at all: most small words are none, wherever they stand."""
    if word in _NO_VERBS:
        return False
    named = word in AUXILIARIES or word in _BARE_PARTICIPLES or word in TRANSITIVE
    return named or word in _IRREGULAR or word.endswith("ed") or _may_be_present(word)


def _is_past(word: str) -> bool:
    return _IRREGULAR.get(word, word) != word or (word.endswith("ed") and len(word) > _SHORTEST_PAST)


def _may_be_present(word: str) -> bool:
    return (word not in STOP or word in _PRESENT) and not word.endswith(("ing", "ly"))


def _is_behind_noun(case: Case, i: int) -> bool:
    """Whether a past form stands where a predicate does, and not before the noun that it describes."""
    following = case.tokens[i + 1] if i + 1 < len(case.tokens) else None
    attributive = following is not None and following.kind == "w" and is_plural(following.lower)
    return not (attributive and case.word(i - 1) in _BEFORE_ATTRIBUTE)


def _is_present(case: Case, i: int) -> bool:
    """As in "upkeep swallows 3 million", "outsiders own half": a present form, between a noun and what it acts on."""
    word, before, following = case.word(i), case.word(i - 1), case.word(i + 1)
    if following in AUXILIARIES or not _may_be_present(word):
        return False
    known = word in THIRD_PERSON or word in _PRESENT
    amount_next = (
        bool(case.amounts)
        and i + 1 <= case.amounts[-1].begin
        and any(one.begin == i + 1 for one in starting_in(case.amounts, i + 1, i + _LONGEST_HEDGE))
    )
    object_next = amount_next or (following in _BEFORE_OBJECT and i + 1 not in case.dated)
    if not object_next and not (known and before not in _PREPOSITIONS):
        return False
    if before == "that" and case.word(i - 2) in _PREPOSITIONS:
        # "At that level half of them".
        return False
    subject = before in _PRONOUNS or (case.tokens[i - 1].kind == "w" and before not in STOP) or i - 1 in case.dated
    if word.endswith("s") and not word.endswith("ss"):
        return (subject or before == "," or (known and before in _BEFORE_PREDICATE)) and (
            known or amount_next or following in _DETERMINERS
        )
    if known and (before == "," or is_plural(before)):
        return True
    return before in _PRONOUNS or (is_plural(before) and not is_plural(word) and i + 1 <= case.amount.begin)


def subject_of(case: Case, verb: int) -> str | None:
    """The noun phrase that the verb at token `verb` is said of; null for a pronoun, or the name of what it is of."""
    first = group_of(case, verb)
    before = case.word(first - 1)
    start = case.start
    if before in ("and", "but", "or", "then") or (before == "," and first - 1 > start):
        earlier = verb_from(case, start, first)
        if earlier is not None and group_of(case, earlier) < first:
            if case.word(start) in _RELATIVES and before == ",":
                # "A clerk at the mill, which opened in May, makes": the clause before has the subject.
                return _last_noun(case, max(0, start - _LONGEST_SUBJECT), _before_comma(case, start))
            return subject_of(case, earlier)
    if before in _RELATIVES and first > 0:
        return _last_noun(case, max(0, first - _LONGEST_SUBJECT), _before_comma(case, first - 1))
    if first == start and case.word(start) in _RELATIVES:
        return _last_noun(case, max(0, start - _LONGEST_SUBJECT), _before_comma(case, start))
    earlier = verb_from(case, start, first)
    begin = max(start + (case.word(start) in _RELATIVES), first - _LONGEST_SUBJECT)
    describing = (
        earlier is not None and is_participle(case.word(earlier)) and not _is_whole_clause(case, earlier, first)
    )
    if earlier is not None and not describing:
        joints = [i for i in range(earlier + 1, first) if case.word(i) in ("and", "but", ";", ":", "that")]
        begin = joints[-1] + 1 if joints else earlier + 1
    return _among(case, begin, first)


def _is_whole_clause(case: Case, verb: int, stop: int) -> bool:
    """Whether a past form is a verb of its own, with an auxiliary, a joint or a comma; not "nights sold | went"."""
    between = case.words(verb + 1, stop)
    return case.word(verb - 1) in AUXILIARIES or not _JOINTS.isdisjoint(between) or "," in between


def group_of(case: Case, verb: int) -> int:
    """Where the words of a verb begin: "are to be | closed", "has lately | risen"."""
    first = verb
    while first > case.start and (
        case.word(first - 1) in AUXILIARIES
        or case.word(first - 1) in ("to", "not", "also", "now", "still", "each", "all", "never", "only")
        or case.word(first - 1).endswith("ly")
        or (case.word(first) == "to" and is_verb(case, first - 1))
    ):
        first -= 1
    return first


def _before_comma(case: Case, at: int) -> int:
    """Where the noun phrase ends that a relative pronoun points at: before its preposition and its comma."""
    while case.word(at - 1) in _PREPOSITIONS:
        at -= 1
    return at - 1 if case.word(at - 1) == "," else at


def last_verb(case: Case, stop: int) -> int | None:
    """The last verb of the clause before token `stop`: that of which the amount may be the complement."""
    if stop in case.last_verbs:
        return case.last_verbs[stop]
    found = None
    first = case.start
    while (verb := verb_from(case, first, stop)) is not None:
        found, first = verb, verb + 1
    case.last_verbs[stop] = found
    return found


def _among(case: Case, first: int, verb: int) -> str | None:
    """The subject among the stretches that commas part before a verb."""
    for begin, end in _pieces(case, first, verb):
        named = any(is_own_name(case, i) for i in range(begin, end))
        if named and phrase(case, begin, end) is None:
            # "Longa, the state miner, shipped": what the figure is of has a column of its own.
            return None
        words = _subject_in(case, begin, end)
        if words is not None:
            return words
    return None


def _last_noun(case: Case, first: int, end: int) -> str | None:
    """The noun phrase that ends before token `end`, behind any verb or comma."""
    parts = [i for i in range(first, end) if is_verb(case, i) or case.tokens[i].text in _PARTING]
    begin = parts[-1] + 1 if parts else first
    while begin < end - 1 and case.word(begin) in _BEFORE_LAST_NOUN:
        begin += 1
    return phrase(case, begin, end)


def _pieces(case: Case, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches between the commas of a subject: first those that may be it, not "in Kemi", "up the hill"."""
    cuts = [
        first - 1,
        *(i for i in range(first, last) if case.tokens[i].text in _PARTING and not _is_glued(case, i)),
        last,
    ]
    pieces = [(a + 1, b) for a, b in pairwise(cuts) if b > a + 1]
    return sorted(pieces, key=lambda piece: case.word(piece[0]) in _PREPOSITIONS)


def _is_glued(case: Case, i: int) -> bool:
    return case.tokens[i].glued and i + 1 < len(case.tokens) and case.tokens[i + 1].glued


def _subject_in(case: Case, first: int, last: int) -> str | None:
    """The subject in a stretch that may open with an adverbial: "at the pit mouth | buyers", "by then | growers"."""
    while first < last and (
        first in case.dated or case.word(first) in ("then", "now", "still", "today", "and", "but", "while", "where")
    ):
        first += 1
    counted = next(iter(starting_in(case.amounts, first, first + _LONGEST_HEDGE)), None)
    if (
        counted is not None
        and counted.begin <= first + 1
        and counted.noun is None
        and counted.kind in ("count", "bare")
    ):
        # "The 28,600 still on their books": of what they are, something else tells.
        return None
    if case.word(first) in _PREPOSITIONS:
        inside = range(first + 2, last)
        behind = [i for i in inside if case.word(i) in _DETERMINERS and case.word(i - 1) not in _BEFORE_COMPLEMENT]
        named = [i for i in inside if i - 1 in case.covered and i not in case.covered]
        dated = [i for i in named if i - 1 in case.dated or case.tokens[i - 1].text[:1].isupper()]
        begin = behind[-1] if behind else dated[0] if dated else None
        if begin is None:
            # "At the pit mouth buyers", "in fields production".
            plurals = [i for i in range(first + 1, last) if is_plural(case.word(i))]
            begin = plurals[-1] if plurals and plurals[-1] > first + 1 else None
            begin = plurals[0] + 1 if len(plurals) == 1 and first + 1 < plurals[0] + 1 < last else begin
        if begin is None:
            return None
        # "At the pit mouth buyers paid": where they are says which.
        where = phrase(case, first, begin)
        subject = _subject_in(case, begin, last)
        return f"{subject} {where}" if subject is not None and where is not None else subject
    return phrase(case, first, last)


def object_before(case: Case, verb: int, end: int) -> str | None:
    """The noun phrase between a verb and token `end`: "lifted | recovery in the north block | to 34 per cent"."""
    first = verb + 1
    while first < end and (case.word(first) in AUXILIARIES or is_verb(case, first) or case.word(first).endswith("ly")):
        first += 1
    if case.word(first) in _PARTICLES and case.word(first + 1) in _DETERMINERS and first + 1 not in case.dated:
        # "Put in a third line".
        first += 1
    if first >= end or case.word(first) in _PREPOSITIONS or first in case.dated:
        return None
    if first in {one.begin for one in starting_in(case.amounts, first, first + _LONGEST_HEDGE)}:
        return None
    last = next((i for i in range(first, end) if case.tokens[i].text in _PARTING and not _is_glued(case, i)), end)
    cuts = (i for i in range(first + 1, last) if _ends_object(case, i))
    return phrase(case, first, next(cuts, last))


def _ends_object(case: Case, i: int) -> bool:
    """As in "sees prices | sliding", "expects exports | to triple", "put costs | at 9 per cent in May"."""
    word = case.word(i)
    if word.endswith("ing"):
        return i in case.covered and i not in case.dated
    return word == "to" and (i + 1 in case.covered or case.word(i + 1) in AUXILIARIES)
