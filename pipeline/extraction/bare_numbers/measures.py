"""Measures: the unit of a bare number from what its clause says is measured.

Belongs here: measures that have a unit of their own, and ratios, which have none. Does not: people (`persons`).
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.extraction.bare_numbers.bare import BareNumber, Lent
from pipeline.extraction.bare_numbers.lending import as_people, as_percent, as_pure_number, as_things, like
from pipeline.extraction.nouns import PERSON_NOUNS, is_plural
from pipeline.extraction.sites import first_in
from pipeline.extraction.themes import known
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import Indicator

_RATIOS = language.words("bare_numbers", "ratios")
_SHARES = language.words("bare_numbers", "shares")
_BEFORE_VALUE = language.words("bare_numbers", "before_value")
_EXTREMES = language.words("bare_numbers", "extremes")
_WHOLE = 100
_FARTHEST_MEASURE = 12
_FEWEST = 1000
"""A sentence about people need not go on to count the same ones in fewer."""
_UNITLESS = frozenset({"count", "points"})


def ratio_of_two(bare: BareNumber) -> Lent | None:
    """As in "the ratio of pupils to teachers fell from 17.4 to 15.9", "a Gini coefficient of 0.46": a pure number."""
    if bare.amount.numeral.scaled or bare.value > _WHOLE or bare.preceding not in _BEFORE_VALUE:
        return None
    if _RATIOS.isdisjoint(bare.clause_before()):
        return None
    admits = bare.previous is None or bare.previous.frame.unit == "1"
    return Lent(as_pure_number(bare.amount)) if admits else None


def number_of(bare: BareNumber) -> Lent | None:
    """As in "the number of rigs rose by two to 344": things, or people; not "fell by 3 per cent"."""
    words = bare.clause_before()
    at = next((k for k, pair in enumerate(pairwise(words)) if pair == ("number", "of")), None)
    if at is None or not bare.is_counting:
        return None
    plural = next((word for word in words[at + 2 :] if is_plural(word)), None)
    if plural is None:
        return None
    return Lent(as_people(bare.amount) if plural in PERSON_NOUNS else as_things(bare.amount))


def by_the_thousand(bare: BareNumber) -> Lent | None:
    """As in "cars were registered, 541 per 1,000 inhabitants": so many of what was counted."""
    following = bare.after(2)
    told_for = following[:1] == ["per"] or following in (["for", "every"], ["in", "every"])
    counted = bare.previous is not None and bare.previous.amount.kind in ("count", "person")
    return Lent(as_things(bare.amount), bare.previous) if told_for and counted else None


def of_theme(bare: BareNumber) -> Lent | None:
    """As in "unemployment was 6.1", "its population fell to 310,000": what is measured has a unit of its own."""
    indicator = bare.indicator
    return _in_its_unit(bare, indicator) if indicator is not None else None


def spoken_of(bare: BareNumber) -> Lent | None:
    """As in "The population is shrinking. From a peak of 28,201 it ...": the sentence before named the measure."""
    indicator = known(bare.spoken_of.indicator) if bare.spoken_of is not None else None
    if indicator is None or (indicator.quantity_kind == "person" and bare.value < _FEWEST):
        return None
    return _in_its_unit(bare, indicator)


def of_extreme(bare: BareNumber) -> Lent | None:
    """As in "from a peak of 28,201 in 1960, the population fell": the measure is named only behind."""
    if bare.word(bare.amount.begin - 2) not in _EXTREMES or bare.preceding not in ("of", "at"):
        return None
    behind = first_in(bare.themes, bare.amount.last, bare.amount.last + _FARTHEST_MEASURE)
    indicator = known(behind.indicator) if behind is not None else None
    return _in_its_unit(bare, indicator) if indicator is not None else None


def _in_its_unit(bare: BareNumber, indicator: Indicator) -> Lent | None:
    if indicator.quantity_kind == "person":
        return Lent(as_people(bare.amount)) if bare.is_counting else None
    if indicator.quantity_kind == "ratio":
        return Lent(as_percent(bare.amount)) if not bare.is_large else None
    if indicator.quantity_kind in _UNITLESS or indicator.unit == "1":
        return Lent(as_things(bare.amount))
    return _told_in_its_unit(bare, indicator)


def share(bare: BareNumber) -> Lent | None:
    """As in "the share of coal was 58", "its proportion fell to 31": per cent."""
    if bare.amount.numeral.scaled or bare.value > _WHOLE or bare.preceding not in _BEFORE_VALUE:
        return None
    return None if _SHARES.isdisjoint(bare.clause_before()) else Lent(as_percent(bare.amount))


def _told_in_its_unit(bare: BareNumber, indicator: Indicator) -> Lent | None:
    """As in "exports were 3.1 billion" after sums of money: money, tonnes, hectares as they were told before."""
    for told in bare.lenders():
        unit = told.frame.unit
        if unit is None or told.amount.kind == "ratio" or not indicator.admits(unit):
            continue
        if bare.is_near(told.amount, _WHOLE):
            return Lent(like(bare.amount, told.amount), told)
    return None
