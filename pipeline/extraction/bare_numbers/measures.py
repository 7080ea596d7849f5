"""Measures: the unit of a bare number from what its clause says is measured.

Belongs here: measures that have a unit of their own, and ratios, which have none. Does not: people (`persons`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.extraction.bare_numbers.bare import BareNumber, Lent
from pipeline.extraction.bare_numbers.lending import (
    as_people,
    as_percent,
    as_pure_number,
    as_things,
    in_measure,
    in_scale_of,
    like,
)
from pipeline.extraction.nouns import PERSON_NOUNS, STOP, is_plural
from pipeline.extraction.registry import where_said
from pipeline.extraction.sites import first_in, starting_in
from pipeline.extraction.themes import known
from pipeline.extraction.units import COUNT, PERSON, unit_after
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import Indicator

_RATIOS = language.words("bare_numbers", "ratios")
_SHARES = language.words("bare_numbers", "shares")
_BEFORE_VALUE = language.words("bare_numbers", "before_value")
_ELSEWHEN = frozenset({"on", "later", "ago", "earlier", "before", "after", "previously"})
_RATE_OPENERS = frozenset({"a", "an", "per", "each", "on", "for", "apiece", "daily", "monthly", "annually", "yearly"})
_EXTREMES = language.words("bare_numbers", "extremes")
_WHOLE = 100
_FARTHEST_MEASURE = 12
_FARTHEST_LABEL = 6
_FRONTING = frozenset({"at", "from", "with"})
_LONGEST_PREDICATE = 4
_FEWEST = 1000
"""A sentence about people need not go on to count the same ones in fewer."""
_UNITLESS = frozenset({"count", "points"})


@where_said(_RATIOS)
def ratio_of_two(bare: BareNumber) -> Lent | None:
    """As in "the ratio of pupils to teachers fell from 17.4 to 15.9", "a Gini coefficient of 0.46": a pure number."""
    if bare.amount.numeral.scaled or bare.value > _WHOLE or bare.preceding not in _BEFORE_VALUE:
        return None
    if _RATIOS.isdisjoint(bare.clause_before()):
        return None
    admits = bare.previous is None or bare.previous.frame.unit == "1"
    return Lent(as_pure_number(bare.amount)) if admits else None


@where_said(["number"])
def number_of(bare: BareNumber) -> Lent | None:
    """As in "the number of rigs rose by two to 344": things, or people; not "fell by 3 per cent"."""
    words = bare.clause_before()
    if words[-3:-1] in (["their", "number"], ["its", "number"]) and words[-1] == "," and bare.is_counting:
        return Lent(as_things(bare.amount))
    at = next((k for k, pair in enumerate(pairwise(words)) if pair == ("number", "of")), None)
    if at is None or not bare.is_counting:
        return None
    plural = next((word for word in words[at + 2 :] if is_plural(word)), None)
    if plural is None:
        return None
    return Lent(as_people(bare.amount) if plural in PERSON_NOUNS else as_things(bare.amount))


@where_said(["per", "every"])
def by_the_thousand(bare: BareNumber) -> Lent | None:
    """As in "300 cars were registered, 541 per 1,000 people": so many of what was counted."""
    at = bare.amount.last
    opens = bare.word(at) == "per" or bare.after(2) in (["for", "every"], ["in", "every"])
    base = bare.tokens[at + 1 : at + 3]
    counted = bare.previous is not None and bare.previous.amount.kind in ("count", "person")
    if not opens or not counted or all(token.kind != "n" for token in base):
        return None
    return Lent(as_pure_number(bare.amount), bare.previous)


def of_theme(bare: BareNumber) -> Lent | None:
    """As in "unemployment was 6.1", "its population fell to 310,000": what is measured has a unit of its own."""
    indicator = bare.indicator
    return _in_its_unit(bare, indicator) if indicator is not None else None


def spoken_of(bare: BareNumber) -> Lent | None:
    """As in "The population is shrinking. From a peak of 31,420 it ...": the sentence before named the measure."""
    indicator = known(bare.spoken_of.indicator) if bare.spoken_of is not None else None
    if indicator is None or (indicator.quantity_kind == "person" and bare.value < _FEWEST):
        return None
    return _in_its_unit(bare, indicator)


@where_said(_EXTREMES)
def of_extreme(bare: BareNumber) -> Lent | None:
    """As in "from a peak of 31,420 in 1960, the population fell": the measure is named only behind."""
    if bare.word(bare.amount.begin - 2) not in _EXTREMES or bare.preceding not in ("of", "at"):
        return None
    behind = first_in(bare.themes, bare.amount.last, bare.amount.last + _FARTHEST_MEASURE)
    indicator = known(behind.indicator) if behind is not None else None
    return _in_its_unit(bare, indicator) if indicator is not None else None


@where_said(_FRONTING)
def fronted(bare: BareNumber) -> Lent | None:
    """As in "At 310,000, its population is small", "From 3.3 million in 1990 the population fell": named behind."""
    if bare.amount.begin - bare.start > 1 or bare.preceding not in _FRONTING:
        return None
    behind = first_in(bare.themes, bare.amount.last, bare.amount.last + _FARTHEST_MEASURE)
    indicator = known(behind.indicator) if behind is not None else None
    return _in_its_unit(bare, indicator) if indicator is not None else None


@where_said(["which"])
def of_antecedent(bare: BareNumber) -> Lent | None:
    """As in "its population, which had been 3.3 million in 1990,": the measure stands before the relative clause."""
    which = next((k for k in range(bare.amount.begin - 1, bare.start - 2, -1) if bare.word(k) == "which"), None)
    if which is None or bare.word(which - 1) != "," or bare.amount.begin - which > _LONGEST_PREDICATE:
        return None
    before = starting_in(bare.themes, max(0, which - _FARTHEST_LABEL), which)
    indicator = known(before[-1].indicator) if before else None
    return _in_its_unit(bare, indicator) if indicator is not None else None


def _in_its_unit(bare: BareNumber, indicator: Indicator) -> Lent | None:
    if indicator.quantity_kind == "person":
        return Lent(as_people(bare.amount)) if bare.is_counting else None
    if indicator.quantity_kind == "ratio":
        return Lent(as_percent(bare.amount)) if not bare.is_large else None
    if indicator.quantity_kind in _UNITLESS or indicator.unit == "1":
        # "They dug 14.2 million tonnes; the last pit managed 1.1 million": no millions of pits.
        previous = bare.previous
        scaled = bare.amount.numeral.scaled and previous is not None and previous.amount.numeral.scaled
        return None if scaled and previous is not None and previous.amount.unit != "1" else Lent(as_things(bare.amount))
    return _told_in_its_unit(bare, indicator)


@where_said([":"])
def labelled(bare: BareNumber) -> Lent | None:
    """As in "New posts: 6,430": the measure is said before the colon."""
    colon = bare.amount.begin - 1
    if bare.word(colon) != ":":
        return None
    before = [
        theme for theme in starting_in(bare.themes, max(0, colon - _FARTHEST_LABEL), colon) if theme.last <= colon
    ]
    indicator = known(before[-1].indicator) if before else None
    if indicator is not None:
        return _in_its_unit(bare, indicator)
    # "Vessels: 61"
    counted = bare.is_counting and is_plural(bare.word(colon - 1))
    people = bare.word(colon - 1) in PERSON_NOUNS
    return Lent(as_people(bare.amount) if people else as_things(bare.amount)) if counted else None


@where_said(["in"])
def in_unit(bare: BareNumber) -> Lent | None:
    """As in "In tonnes, the oil came to 5.17 million": the unit is said first."""
    if bare.word(bare.start) != "in":
        return None
    unit = unit_after(bare.tokens, bare.start + 1, symbols=False)
    if unit is None or unit[0].kind == "time" or bare.word(unit[1]) not in (",", "it", "this", "that"):
        return None
    return Lent(in_measure(bare.amount, unit[0]))


@where_said(_RATE_OPENERS)
def by_rate(bare: BareNumber) -> Lent | None:
    """As in "comes to 91,300 a head", "loses 70 on each tonne", "earns 5,200 a month": money, told by a rate."""
    if bare.word(bare.amount.last) not in _RATE_OPENERS or bare.amount.begin <= bare.start:
        return None
    if not _ELSEWHEN.isdisjoint(bare.after(3)[2:]):
        # "4,900 a decade on"
        return None
    rate = bare.rate()
    if rate is not None and bare.indicator is not None and bare.indicator.unit == f"person/{rate[0].unit}":
        return Lent(replace(in_measure(bare.amount, PERSON, rate[0]), last=rate[1]))
    money = next((one for one in bare.lenders() if one.amount.kind == "money"), None)
    if rate is not None and rate[0] == PERSON and bare.word(bare.amount.last) == "per" and money is None:
        # "Visits averaged 1.7 per resident".
        return Lent(replace(in_measure(bare.amount, COUNT, PERSON), last=rate[1]))
    if money is None or money.amount.measure is None:
        return None
    if rate is not None:
        return Lent(replace(in_measure(bare.amount, money.amount.measure, rate[0]), last=rate[1]), money)
    # "3,500 a bag": by a thing that is no unit.
    named = bare.word(bare.amount.last + 1)
    if bare.word(bare.amount.last) not in ("a", "an", "per"):
        return None
    return None if named in STOP or not named.isalpha() else Lent(in_measure(bare.amount, money.amount.measure), money)


@where_said(_SHARES)
def share(bare: BareNumber) -> Lent | None:
    """As in "the share of barley was 37", "its proportion fell to 31": per cent."""
    if bare.amount.numeral.scaled or bare.value > _WHOLE or bare.preceding not in _BEFORE_VALUE:
        return None
    return None if _SHARES.isdisjoint(bare.clause_before()) else Lent(as_percent(bare.amount))


def _told_in_its_unit(bare: BareNumber, indicator: Indicator) -> Lent | None:
    """As in "exports were 3.1 billion" after sums of money: money, tonnes, hectares as they were told before.

    A small number of what is counted as well as valued is a count: "its order book grew to 40".
    """
    if indicator.quantity_kind == "money" and indicator.admits("1") and bare.is_counting and not bare.is_large:
        return Lent(as_things(bare.amount))
    for told in bare.lenders():
        unit = told.frame.unit
        if unit is None or told.amount.kind == "ratio" or not indicator.admits(unit):
            continue
        if told in bare.readings and bare.shares_scale(told.amount):
            # "Exports fell to 3.1 billion dollars, imports to 2.4".
            return Lent(like(in_scale_of(bare.amount, told.amount), told.amount), told)
        # Money is told in the currency told last, however much it was.
        if told.amount.kind == "money" or bare.is_near(told.amount, _WHOLE):
            return Lent(like(bare.amount, told.amount), told)
    return None
