"""Lending: a bare amount put into a unit.

Belongs here: the arithmetic of units and intervals. Does not: which unit it is to be.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.amounts.amount import unit_name, written_unit
from pipeline.extraction.hedges import interval
from pipeline.extraction.numerals.digits import rescaled
from pipeline.extraction.units import COUNT, PERCENT, PERSON, Measure

_RULE = "unit-inherited"


def as_people(amount: Amount) -> Amount:
    """A bare amount as a number of people."""
    return replace(amount, unit="person", kind="person", measure=PERSON)


def as_things(amount: Amount) -> Amount:
    """A bare amount as a number of things, or as the value of an index, which has no unit."""
    return replace(amount, unit="1", kind="count", measure=COUNT)


def as_percent(amount: Amount) -> Amount:
    """A bare amount as per cent."""
    return replace(measured(amount), unit="percent", kind="ratio", measure=PERCENT)


def as_pure_number(amount: Amount) -> Amount:
    """A bare amount as a ratio or an index, with the precision of something measured."""
    return replace(measured(amount), unit="1", kind="count", measure=COUNT)


def measured(amount: Amount) -> Amount:
    """A bare amount with the precision of what is measured: alone it was taken for a count, which is exact."""
    if amount.partner is not None:
        return amount
    low, high = amount.numeral.low, amount.numeral.high
    if amount.value < 0:
        low, high = -high, -low
    low_or_open, high_or_open = interval(amount.value, low, high, amount.comparator)
    return replace(amount, low=low_or_open, high=high_or_open)


def in_scale_of(amount: Amount, other: Amount) -> Amount:
    """A bare amount that leaves out the scale of another: the 2.9 of "to 3.4 billion yuan from 2.9"."""
    numeral = rescaled(amount.numeral, other.numeral.scale)
    low, high = interval(numeral.value, numeral.low, numeral.high, amount.comparator)
    value = numeral.value
    return replace(amount, numeral=numeral, value=value, low=low, high=high, written_value=value)


def in_measure(amount: Amount, measure: Measure, per: Measure | None = None) -> Amount:
    """A bare amount in a unit that stands elsewhere, by the rate that stands beside it."""
    bare = measured(amount)
    divisor = per.factor if per is not None else 1.0

    def in_base(value: float | None) -> float | None:
        return None if value is None else (value * measure.factor + measure.offset) / divisor

    return replace(
        bare,
        value=(bare.value * measure.factor + measure.offset) / divisor,
        low=in_base(bare.low),
        high=in_base(bare.high),
        unit=unit_name(measure, per),
        kind=measure.kind,
        measure=measure,
        per=per,
        written_unit=written_unit(measure, per),
        readings=measure.readings,
        rules=(*amount.rules, _RULE),
    )


def like(amount: Amount, other: Amount) -> Amount:
    """A bare amount in the unit of another."""
    measure = other.measure or COUNT
    if other.kind not in ("count", "person"):
        amount = measured(amount)
    per = other.per.factor if other.per is not None else 1.0

    def in_base(value: float | None) -> float | None:
        return None if value is None else (value * measure.factor + measure.offset) / per

    return replace(
        amount,
        value=(amount.value * measure.factor + measure.offset) / per,
        low=in_base(amount.low),
        high=in_base(amount.high),
        unit=other.unit,
        kind=other.kind,
        measure=measure,
        per=other.per,
        written_unit=other.written_unit,
        readings=other.readings,
        rules=(*amount.rules, _RULE),
    )
