"""Restatement: amounts that go with the figure before them - said in another unit, listed with it, or set beside it.

Belongs here: which of them do, and what they take over. Does not: bare numbers (`bare_numbers`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.binding import Bound, is_general
from pipeline.extraction.binding.kinds import KINDS, LIGHT
from pipeline.extraction.binding.parts import does_something
from pipeline.extraction.cues import Governing
from pipeline.extraction.figures import Reading
from pipeline.extraction.frames import Frame
from pipeline.extraction.hedges import interval
from pipeline.extraction.signs import MINUS_SIGNS
from pipeline.extraction.sites import REACH, Site, starting_in
from pipeline.extraction.themes import Theme, known
from pipeline.vocabulary import language

_MEASURES = language.words("restatement", "measures")
_RESTATED_KINDS = frozenset({"money", "mass", "area", "length", "volume", "energy", "power"})
_OPENING = frozenset({",", "or", "of", "equivalent", "equal"})
_AGAIN = frozenset({"or", "equivalent", "equal"})
_JOINTS = frozenset({",", "and", "or"})
_ONWARDS = frozenset({",", ";", "and", "then", "in", "by", "to"})
_JOINTS_OF_CHANGES = _JOINTS | {"in", "from", "on", "at"}
_SIGNS = frozenset({"+"}) | MINUS_SIGNS
_SUMMING = frozenset({"bring", "brings", "bringing", "brought", "take", "takes", "taking", "took"})
_LONGEST_SUM = 7
_IN_PERCENT = frozenset({"percent", "percentage_point"})
_SHARED = frozenset({"share", "proportion", "percentage"})
_NEAR = 3
"""So many figures back points may still be of what was told in per cent."""
_BEFORE_BASES = _JOINTS | {"on", "from", "over", "in", "than"}
_BESIDE = _JOINTS | {"against", "versus", "compared", "with", "to", "from", "up", "down"}
_PER_SO_MUCH = frozenset({"mass", "area", "volume", "energy"})
_BEFORE_NAMES = frozenset({"in", "at", "for", "the", "by", "of"})
_TOLERANCE = 0.06
"""How far rounding may take two ways of writing one quantity apart, as a part of the larger."""
_LONGEST_MEASURE = 8
_MEMORY = 8
"""So many figures back is what the last one restates."""


def restated(site: Site, readings: Sequence[Reading]) -> Reading | None:
    """The reading that an amount in brackets, or behind "or", repeats: "$3 billion (20.9 billion yuan)"."""
    amount = site.amount
    if not readings or amount.unit is None or amount.kind not in _RESTATED_KINDS:
        return None
    last = readings[-1]
    parent = next((one for one in reversed(readings[-_MEMORY:]) if one.amount == last.restates), last)
    if amount.kind != parent.amount.kind or (_is_per_head(amount) and not _is_per_head(parent.amount)):
        return None
    gap = site.words(last.amount.last, min(amount.begin, last.amount.last + REACH))
    if gap[:1] == [")"]:
        gap = gap[1:]
    other_unit = _in_another_unit(amount, parent.amount)
    equal = _equal(amount, parent.amount)
    if ":" in gap:
        # "(2015: 11 billion)"
        return None
    if gap[:1] == ["("] and len(gap) <= 3 and (other_unit or equal):
        return parent
    if _AGAIN.isdisjoint(gap):
        return None
    converted = other_unit and amount.kind == "money" and len(gap) <= 6 and gap[0] in _OPENING
    return parent if converted or equal else None


def restate(amount: Amount, parent: Reading) -> Reading:
    """The reading of an amount that repeats `parent`: all of it but the value, its bounds and its unit."""
    comparator = parent.frame.comparator if amount.comparator == "exact" else amount.comparator
    low, high = amount.low, amount.high
    if amount.comparator != comparator:
        width = (amount.value if low is None else low, amount.value if high is None else high)
        low, high = interval(amount.value, *width, comparator)
    unit = amount.unit
    if amount.per is None and parent.amount.per is not None and unit is not None and "/" not in unit:
        unit = f"{unit}/{parent.amount.per.unit}"
    frame = replace(parent.frame, value=amount.value, low=low, high=high, comparator=comparator, unit=unit)
    return replace(parent, amount=amount, frame=frame, restates=parent.amount, rules=(*amount.rules, "restated"))


def in_full(site: Site, readings: Sequence[Reading], dated: frozenset[int]) -> Amount:
    """As in "2.4 yuan a kilo, against 2.1 yuan": an amount that is set beside a price or yield is over the same."""
    amount = site.amount
    previous = readings[-1].amount if readings else None
    if previous is None or previous.per is None or amount.per is not None or amount.unit is None:
        return amount
    same = previous.measure is not None and previous.measure.unit == amount.unit and previous.per.kind in _PER_SO_MUCH
    between = range(previous.last, min(amount.begin, previous.last + REACH))
    gap = [site.word(k) for k in between if k not in dated]
    if any(k in dated for k in between) and gap[:1] == ["in"]:
        # "3.12 yuan a kilo, up from 2.98 yuan in May and 2.75 yuan a year ago"
        gap = gap[1:]
    # "3.1 pesos a kilo at the mill, up from": what comes after the last comma tells.
    beside = gap[len(gap) - gap[::-1].index(",") :] if "," in gap else gap
    if not (same and beside and _BESIDE.issuperset(beside)):
        return amount

    def over(value: float | None) -> float | None:
        return None if value is None or previous.per is None else value / previous.per.factor

    return replace(
        amount,
        value=amount.value / previous.per.factor,
        low=over(amount.low),
        high=over(amount.high),
        unit=previous.unit,
        per=previous.per,
    )


def in_points(amount: Amount, site: Site, theme: Theme | None, told: Sequence[Reading]) -> Amount:
    """As in "cut unemployment by 0.3 points", "4 per cent, up 2 points": points of what is in per cent are its own.

    So are those of a share: "the share of newcomers rose by 4 points".
    """
    one = known(theme.indicator) if theme is not None else None
    near = (one for one in reversed(told[-_NEAR:]) if one.bound.indicator == told[-1].bound.indicator)
    last = next((one for one in near if one.frame.unit in _IN_PERCENT), None)
    of_told = last is not None and (theme is None or theme.indicator == last.bound.indicator)
    shared = not _SHARED.isdisjoint(site.words(site.start, amount.begin))
    in_percent = of_told or shared or (one is not None and one.quantity_kind == "ratio")
    return replace(amount, unit="percentage_point") if in_percent else amount


def in_list(site: Site, readings: Sequence[Reading], dated: frozenset[int], named: frozenset[int]) -> Reading | None:
    """The reading before, where only a comma or "and" stands between: "4.1, 7.3 and 18.6 billion yuan".

    `dated`: tokens of periods, which may stand between as well; `named`: those of names, which stand between further
    values of other places, "rose 3 per cent in Herne and 5 per cent in Hagen", "Herne's 3 per cent and Hagen's 5".
    """
    amount = site.amount
    if not readings:
        return None
    further = _further_change(site, readings[-1], dated)
    if further or amount.noun != readings[-1].amount.noun or amount.unit != readings[-1].amount.unit:
        return readings[-1] if further else None
    previous = readings[-1]
    if previous.frame.kind != "change" and does_something(site):
        return None
    between = range(previous.amount.last, min(amount.begin, previous.amount.last + REACH))
    gap = [site.word(k) for k in between if k not in dated and k not in named]
    joints = _JOINTS_OF_CHANGES if previous.frame.kind == "change" and "and" in gap else _JOINTS
    if any(k in named for k in between) and not _JOINTS.isdisjoint(gap):
        joints = joints | _BEFORE_NAMES
    if not KINDS.isdisjoint(gap) and gap[0] in _JOINTS:
        joints = joints | KINDS | LIGHT
    return previous if gap and joints.issuperset(gap) else None


def moved_on(site: Site, readings: Sequence[Reading], dated: frozenset[int]) -> Reading | None:
    """The reading before that a further level goes on from: "By 2004 it was down to 3 million, and last year to 2"."""
    if not readings or readings[-1].frame.name != "moved-to" or readings[-1].amount.unit != site.amount.unit:
        return None
    between = range(readings[-1].amount.last, min(site.amount.begin, readings[-1].amount.last + REACH))
    gap = [site.word(k) for k in between if k not in dated]
    goes_on = len(gap) < len(between) and gap[-1:] == ["to"] and _ONWARDS.issuperset(gap)
    return readings[-1] if goes_on else None


def _further_change(site: Site, previous: Reading, dated: frozenset[int]) -> bool:
    """As in "down 5 yuan on the day, 12 yuan on the week and 3 per cent on the month": each against its own base."""
    if previous.frame.kind != "change" or site.amount.noun is not None:
        return False
    between = range(previous.amount.last, min(site.amount.begin, previous.amount.last + REACH))
    gap = [site.word(k) for k in between if k not in dated]
    bases = any(k in dated for k in range(site.amount.last, site.amount.last + 3))
    return bases and 0 < len(gap) < len(between) and gap[-1] in _JOINTS and _BEFORE_BASES.issuperset(gap)


def in_other_terms(site: Site, readings: Sequence[Reading]) -> Reading | None:
    """The change that an amount tells once more: "fell by 12 per cent, or 4,000 tonnes", or the other way round."""
    if not readings or readings[-1].frame.kind != "change":
        return None
    previous = readings[-1]
    gap = site.words(previous.amount.last, min(site.amount.begin, previous.amount.last + REACH))
    as_percent = (previous.frame.unit == "percent", site.amount.unit == "percent")
    return previous if gap in ([",", "or"], ["or"], ["("]) and as_percent in ((True, False), (False, True)) else None


def in_brackets(site: Site, readings: Sequence[Reading]) -> Reading | None:
    """As in "fell 18 per cent (in real terms: 12)", "rose 2 per cent (food: 4)": of a part, or otherwise told."""
    previous = readings[-1] if readings else None
    if previous is None or previous.frame.kind != "change" or previous.frame.unit != site.amount.unit:
        return None
    depth, here = site.clauses.depth, site.amount.first
    labelled = site.word(site.amount.begin - 1) == ":" and depth[here] > depth[previous.amount.first]
    signed = site.word(here) in _SIGNS
    return previous if labelled and not signed else None


def summed(site: Site, readings: Sequence[Reading]) -> Reading | None:
    """As in "raised fares by 3 francs, which took the total to 17 per cent": the last change, and those before it."""
    before = site.before(_LONGEST_SUM)
    if site.amount.kind != "ratio" or before[-1:] != ["to"] or _SUMMING.isdisjoint(before) or "total" not in before:
        return None
    changes = (one for one in reversed(readings[-_MEMORY:]) if one.frame.kind == "change")
    return next(changes, None)


def same_measure(
    site: Site, frame: Frame, move: Governing | None, readings: Sequence[Reading], themes: Sequence[Theme]
) -> tuple[Frame, Bound] | None:
    """As in "output rose by 2%; the national figure was 5%": another place's value of the measure just told."""
    if not readings or move is not None or readings[-1].frame.unit != frame.unit or frame.name == "share-of":
        return None
    previous = readings[-1]
    words = site.words(max(site.start, previous.amount.last), site.amount.begin)
    if len(words) > _LONGEST_MEASURE or _MEASURES.isdisjoint(words) or _names_another(site, themes, previous):
        return None
    return with_amount(previous.frame, site.amount), replace(previous.bound, rule="same-measure")


def _names_another(site: Site, themes: Sequence[Theme], previous: Reading) -> bool:
    """As in "the birth rate was 9 per thousand and the death rate 6": the clause names a measure of its own."""
    near = starting_in(themes, max(site.start, previous.amount.last), site.amount.begin)
    return any(theme.indicator not in (None, previous.bound.indicator) and not is_general(theme) for theme in near)


def with_amount(frame: Frame, amount: Amount) -> Frame:
    """A frame filled with another amount."""
    return replace(frame, value=amount.value, low=amount.low, high=amount.high, comparator=amount.comparator)


def _is_per_head(amount: Amount) -> bool:
    """As in "3 million, or 120 for every inhabitant": what each has is no other way to say what all have."""
    return amount.per is not None and amount.per.unit == "person"


def _in_another_unit(amount: Amount, other: Amount) -> bool:
    if amount.unit != other.unit:
        return True
    return amount.measure is not None and other.measure is not None and amount.measure.unit_id != other.measure.unit_id


def _equal(a: Amount, b: Amount) -> bool:
    """Whether two amounts are one quantity, as far as rounding shows."""
    return a.unit == b.unit and abs(a.value - b.value) <= _TOLERANCE * max(abs(a.value), abs(b.value))
