"""Persons: bare numbers that can only be people, by the verb or noun beside them.

Belongs here: "killed 12", "employs 420", "the census counted 20,350", "a town of 800", "farmers number 145". Does not:
measures of people that have a name (`measures`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extraction.bare_numbers.bare import BareNumber, Lent
from pipeline.extraction.bare_numbers.lending import as_people, as_things, in_measure
from pipeline.extraction.bare_numbers.pairs import GROUPS_OF_PEOPLE
from pipeline.extraction.nouns import PERSON_NOUNS, is_plural
from pipeline.extraction.registry import where_said
from pipeline.extraction.units import PERSON
from pipeline.vocabulary import language

_VERBS = language.words("bare_numbers", "verbs_of_people")
_PHRASAL = language.words("bare_numbers", "phrasal_verbs_of_people")
_STATES = language.words("bare_numbers", "states_of_people")
_CENSUSES = language.words("bare_numbers", "censuses")
_COUNTING = language.words("bare_numbers", "verbs_of_census")
_SETTLEMENTS = language.words("bare_numbers", "settlements")
_INHABITANTS = "population"
_DWINDLING = language.words("bare_numbers", "dwindling")
_NUMBER = frozenset({"number", "numbers", "numbered", "numbering"})
_TOTAL = frozenset({"total", "totals", "totalled", "totaled", "totalling", "totaling"})
_FEWEST_COUNTED = 100
_FARTHEST_NOUN = 8
_BEING = frozenset({"are", "were", "is", "was"})


def done_to_people(bare: BareNumber) -> Lent | None:
    """As in "killed 12", "employs about 420", "laid off 900", "is home to 41,000"."""
    i = bare.before_light_words()
    if bare.word(i) in _VERBS or f"{bare.word(i - 1)} {bare.word(i)}" in _PHRASAL:
        return _people(bare)
    rate = bare.rate()
    if rate is not None and bare.word(rate[1]) in _STATES | {"leave", "move", "arrive"}:
        # "some 3,000 a year leave"
        return Lent(replace(in_measure(bare.amount, PERSON, rate[0]), last=rate[1]))
    behind = bare.after(3)
    on_payroll = behind[:1] == ["on"] and bool(GROUPS_OF_PEOPLE & set(behind[1:]))
    if behind[:1] in (["live"], ["lived"], ["remain"]):
        # "Some 1.3 million live there now"
        living = _people(bare)
        return replace(living, indicator=_INHABITANTS) if living is not None else None
    born = behind[1:2] == ["born"] and behind[0] in _BEING
    return _people(bare) if on_payroll or born or (behind[:1] and behind[0] in _STATES) else None


@where_said(_CENSUSES)
def counted_by_census(bare: BareNumber) -> Lent | None:
    """As in "the census counted 20,350 in 2010"."""
    if bare.value < _FEWEST_COUNTED or not bare.is_counting or bare.indicator is not None:
        return None
    if any(one.amount.kind == "count" for one in bare.readings):
        return None
    words = bare.clause_before()
    is_census = not _CENSUSES.isdisjoint(words) and bare.word(bare.before_light_words()) in _COUNTING
    return _people(bare) if is_census else None


@where_said(["of"])
def of_settlement(bare: BareNumber) -> Lent | None:
    """As in "a village of 800", "the city of 1.2 million", "a workforce of 420"."""
    i = bare.amount.begin - 1
    if bare.word(i) != "of" or not bare.is_counting:
        return None
    if bare.word(i - 1) in _SETTLEMENTS or bare.word(i - 1) in GROUPS_OF_PEOPLE:
        return _people(bare)
    topic = bare.topics.before(bare.amount.first)
    is_city = topic is not None and topic.entity.place_kind == "city"
    return Lent(as_people(bare.amount)) if is_city and bare.is_large else None


@where_said(_DWINDLING)
def place_dwindled(bare: BareNumber) -> Lent | None:
    """As in "From 96,000 in 1971 it has shrunk to 54,000": of a place, without a measure, its people are told."""
    if bare.preceding not in ("to", "from", "by") or not bare.is_large or bare.theme is not None:
        return None
    words = set(bare.clause_words())
    topic = bare.topics.before(bare.amount.first)
    of_place = topic is not None and topic.entity.subject is None and topic.entity.place_kind == "city"
    of_place = of_place or bool(words & (_SETTLEMENTS | {"it"}))
    lent = _people(bare) if of_place and words & _DWINDLING else None
    return replace(lent, indicator=_INHABITANTS) if lent is not None else None


@where_said(_NUMBER | _TOTAL)
def numbering(bare: BareNumber) -> Lent | None:
    """As in "growers number 145", "visitors numbered 40,000", "raids totalled 312": so many of the plural before."""
    i = bare.before_light_words()
    if bare.word(i) not in _NUMBER and not (bare.word(i) in _TOTAL and _names_no_sum(bare)):
        return None
    plurals = [word for word in reversed(bare.words(max(bare.start, i - _FARTHEST_NOUN), i)) if is_plural(word)]
    if not plurals:
        return None
    is_people = any(word in PERSON_NOUNS for word in plurals)
    return Lent(as_people(bare.amount) if is_people else as_things(bare.amount))


def _names_no_sum(bare: BareNumber) -> bool:
    """Whether nothing says that money or tonnes are totalled: "raids totalled 312"."""
    counted = bare.indicator is None or bare.indicator.quantity_kind in ("count", "person")
    return counted and bare.is_counting and not bare.amount.numeral.scaled


def _people(bare: BareNumber) -> Lent | None:
    if not bare.is_counting:
        return None
    people = as_people(bare.amount)
    exact = bare.amount.comparator == "exact" and bare.value < _FEWEST_COUNTED
    return Lent(replace(people, low=people.value, high=people.value) if exact else people)
