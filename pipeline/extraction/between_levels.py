"""Between levels: the base of a change of which only the arithmetic tells what it is measured against.

Belongs here: checking a change without a stated base against the levels around it: "In 1990 it had 4,000 people. Last
year it had 3,000, a quarter fewer." Does not: bases that words tell (`timing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.figures import Reading
from pipeline.extraction.spans import Span
from pipeline.extraction.timing import Timing

_BY_CONVENTION = frozenset({"year-before", "day-before", "undated-base"})
"""The rules of timing that say nothing of what the text itself compares."""
_LEVELS = frozenset({"level", "count", "share", "rate"})
_POINTS = frozenset({"percentage_point", "point"})
_RULE = "between-levels"
_MEMORY = 8
_PAIR = 2
_ROUNDING = 0.03
"""How far rounding may take a stated change from that between two levels, as a part of it."""
_HALF_POINT = 0.6
_OPEN = 0.15
"""How far a change said as a bound ("more than a third") may lie from it."""


def between_levels(readings: Sequence[Reading], earlier: Sequence[Reading]) -> list[Reading]:
    """The readings of a sentence, after the `earlier` ones, with the bases of changes that two levels account for."""
    out = list(readings)
    for k, reading in enumerate(readings):
        if reading.frame.kind != "change" or reading.timing.rule not in _BY_CONVENTION:
            continue
        near = (*readings[:k][-_MEMORY:][::-1], *readings[k + 1 : k + 2])
        timing = _timing(reading, near, (*near, *reversed(earlier[-_MEMORY:]))) or _as_before(reading, near, earlier)
        if timing is not None:
            out[k] = replace(reading, timing=timing, rules=(*reading.rules[:-1], timing.rule))
    return out


def _timing(reading: Reading, near: Sequence[Reading], all_levels: Sequence[Reading]) -> Timing | None:
    """Period and base of a change, from the first pair of dated levels of one unit between which it lies."""
    for last in near:
        if not _is_dated_level(last):
            continue
        for first in all_levels:
            if first is last or not _is_dated_level(first) or first.frame.unit != last.frame.unit:
                continue
            period, base = last.timing.period, first.timing.period
            if period is not None and base is not None and base.end < period.end and _accounts(first, last, reading):
                apart = period.start.year - base.start.year > 1
                return Timing(Span(base.start, period.end) if apart else period, base, rule=_RULE)
    return None


def _as_before(reading: Reading, near: Sequence[Reading], earlier: Sequence[Reading]) -> Timing | None:
    """As in "In 2020 X had 300 kilns, and 400 in 2010. Y had 200, 17 per cent fewer": compared as X was just before.

    Its period is that of the text before as well, and what is measured the same.
    """
    carried = any(one.timing.rule == "focus" for one in near[:1])
    previous = [one for one in earlier[-_PAIR:] if one.bound.indicator == reading.bound.indicator]
    if not carried or len(previous) < _PAIR or reading.bound.indicator is None:
        return None
    last, first = previous
    period, base = last.timing.period, first.timing.period
    if not (_is_dated_level(last) and _is_dated_level(first)) or period is None or base is None:
        return None
    if base.end > period.end:
        period, base = base, period
    if reading.timing.period != period or base == period:
        return None
    return Timing(Span(base.start, period.end), base, rule="as-before")


def _is_dated_level(reading: Reading) -> bool:
    return reading.frame.kind in _LEVELS and reading.timing.period is not None and reading.restates is None


def _accounts(first: Reading, last: Reading, reading: Reading) -> bool:
    """Whether the change from `first` to `last` is the one that is told."""
    before, after = first.frame.value, last.frame.value
    frame = reading.frame
    if frame.unit == "percent":
        moved = 100 * (after - before) / before if before else None
    elif frame.unit == last.frame.unit or (frame.unit in _POINTS and last.frame.unit == "percent"):
        moved = after - before
    else:
        moved = None
    if moved is None or not moved or (moved > 0) != (frame.direction == "up"):
        return False
    size = abs(moved)
    if frame.comparator in ("more_than", "at_least"):
        return frame.value <= size <= frame.value * (1 + _OPEN)
    if frame.comparator in ("less_than", "at_most", "nearly"):
        return frame.value * (1 - _OPEN) <= size <= frame.value
    slack = _HALF_POINT if frame.unit == "percent" else 0.0
    return abs(size - frame.value) <= max(slack, _ROUNDING * frame.value)
