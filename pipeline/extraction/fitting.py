"""Fitting: the unit of a figure measures what its indicator does, or the figure keeps its words alone.

Belongs here: the denominator that is said once for several ("up 21 kilos to 812 kilos an acre"), and letting go of an
indicator that the unit rules out. Does not: finding the indicator (`binding`), bare numbers (`bare_numbers`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extraction.amounts.amount import unit_name, written_unit
from pipeline.extraction.figures import Reading
from pipeline.extraction.themes import known
from pipeline.extraction.units import Measure

_RULE = "shared-denominator"
_MEMORY = 8
"""So many figures back a denominator is still the one that is meant."""


def fitted(readings: Sequence[Reading], earlier: Sequence[Reading]) -> list[Reading]:
    """The readings of a sentence, after the `earlier` ones, each in a unit of its indicator or without an indicator."""
    return [reading if _fits(reading) else _made_fit(k, readings, earlier) for k, reading in enumerate(readings)]


def _fits(reading: Reading) -> bool:
    one = known(reading.bound.indicator)
    return one is None or one.takes(reading.frame.kind, reading.frame.unit or "1")


def _made_fit(k: int, readings: Sequence[Reading], earlier: Sequence[Reading]) -> Reading:
    reading = readings[k]
    if reading.amount.per is None:
        # The next figure first: what is told last of several says the unit in full.
        near = (*readings[k + 1 : k + 2], *readings[:k][::-1], *earlier[::-1])
        for per in _denominators(reading, near[:_MEMORY]):
            whole = _by(reading, per)
            if whole is not None and _fits(whole):
                return whole
    return replace(reading, bound=replace(reading.bound, indicator=None))


def _denominators(reading: Reading, near: Sequence[Reading]) -> Iterator[Measure]:
    """Those of the figures `near`, of the same measure first: "Wheat gave 7 tonnes a hectare. Barley, 6 tonnes"."""
    of_same = sorted(near, key=lambda one: one.bound.indicator != reading.bound.indicator)
    return (one.amount.per for one in of_same if one.amount.per is not None)


def _by(reading: Reading, per: Measure) -> Reading | None:
    """A reading by a denominator that stands elsewhere; null for what is in no unit."""
    amount, frame = reading.amount, reading.frame
    if amount.measure is None:
        return None
    unit = unit_name(amount.measure, per)
    amount = replace(amount, per=per, unit=unit, written_unit=written_unit(amount.measure, per))
    low, high = (None if one is None else one / per.factor for one in (frame.low, frame.high))
    frame = replace(frame, value=frame.value / per.factor, low=low, high=high, unit=unit)
    bound = replace(reading.bound, unit=unit)
    return replace(reading, amount=amount, frame=frame, bound=bound, rules=(*reading.rules, _RULE))
