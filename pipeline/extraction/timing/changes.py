"""The timing of changes: the period during which something moved, and the base that it is measured against.

Belongs here: which periods of the sentence, or before it, a change has. Does not: levels (`levels`).
"""

from __future__ import annotations

from datetime import date

from pipeline.extraction.amounts import Amount
from pipeline.extraction.periods import UNDATED, Clock, Period
from pipeline.extraction.sites import first_in
from pipeline.extraction.spans import Span, month_span, shift, shift_days, year_span
from pipeline.extraction.timing.conventions import aligned, day_before, earlier, over, start_of, year_before
from pipeline.extraction.timing.surroundings import Surroundings
from pipeline.extraction.timing.timing import Timing
from pipeline.vocabulary.language import words

_AGAINST = words("timing", "against")
_COMPARING = _AGAINST | {"compared"}
_OF_ITSELF = frozenset({"of", "what", "that", "those", "the", "its", "their", "off", "short"})
"""What stands between a part or factor and its base: "half of what it made in 2010", "twice the level of 2010"."""
_DATES = frozenset({"in", "now", "earlier"})
_PERIODS = frozenset({"in", "now", "by", "same", "later"})
"""The kinds of period during which something may have moved."""
_AGO = frozenset({"ago", "year-ago"})
_YEAR = 12
_COMPARED_WITH = (["compared", "with"], ["compared", "to"])
_WEEK = 7
_OWN = frozenset({"in", "now", "by", "later"})
_LONGEST_COMPARISON = 4
"""So many words may stand between an amount and its base: "from the level of 2010"."""


def change(
    near: Surroundings,
    focus: Span | None,
    amount: Amount,
    *,
    main: Span | None,
    compared: bool,
    present: bool = False,
    clock: Clock = UNDATED,
) -> Timing:
    """The timing of a change.

    Args:
        near: the sentence around the amount.
        focus: the period that the text was last about.
        amount: the amount.
        main: the period of the level that the change leads to, where one is known.
        compared: whether the amount stands in a comparison ("3 per cent more than").
        present: whether its clause speaks of the present.
        clock: when the text was published.
    """
    own = near.own(amount)
    whole = _whole(near, amount, own)
    if whole is not None and whole.span is not None:
        if whole.rule == "since-then":
            return _since_then(whole.span, focus)
        return Timing(whole.span, start_of(whole.span, day=whole.rule == "since-day"), rule=whole.rule)
    base = _base(near, amount, own, compared=compared)
    year = None if clock.year is None else year_span(clock.year)
    length = near.length_of(amount) if base is None else 0
    until_now = present and (length > 0 or (base is not None and base.kind == "in"))
    today = _today(clock) if length % _YEAR else year
    period = _period(near, (today if until_now else None) or focus, amount, own, base, main)
    if own is not None and base is own and own.kind == "earlier" and period is not None and near.is_dated_by(own):
        # "3 per cent in 2019 and 2 per cent in the year before": not against that year, but in it.
        before = earlier(period, own)
        return Timing(before, None if before is None else year_before(before), rule=own.rule)
    if base is not None:
        return _against(base, period)
    until = period or today
    if length and until is not None:
        return over(length, until)
    if period is not None and clock.end is not None and _is_limit(near, amount, own, period):
        return _from_now(period, clock.end)
    return _by_convention(near, amount, period)


def _today(clock: Clock) -> Span | None:
    """The month of publication, or its year where that is all that is known."""
    if clock.start is None or clock.end is None:
        return None
    whole = clock.start.month != clock.end.month
    return year_span(clock.end.year) if whole else month_span(clock.end.year, clock.end.month)


def _from_now(period: Span, published: date) -> Timing:
    """As in "will fall by 3 per cent by 2030": against the time of publication, where that is before its end."""
    now = year_span(published.year) if period.end.year > published.year else month_span(published.year, published.month)
    if now.end > period.end:
        return Timing(period, year_before(period), rule="year-before")
    return Timing(period, now, rule="from-now")


def _is_limit(near: Surroundings, amount: Amount, own: Period | None, period: Span) -> bool:
    """As in "will fall by 3 per cent by 2030", "by 2030 it is to fall by 3 per cent": up to then, not in it alone."""
    if own is not None:
        return own.kind == "by"
    return any(p.kind == "by" and p.span == period and near.in_clause(p, amount) for p in near.before(amount))


def _since_then(span: Span, focus: Span | None) -> Timing:
    """As in "has since fallen by 3 per cent": from what the sentence, or else the text, spoke of before."""
    start = span.start if span.years or focus is None else min(span.start, focus.start)
    whole = Span(start, span.end)
    return Timing(whole, start_of(whole) if whole.years else None, rule="since-then")


def names_base(near: Surroundings, amount: Amount, *, compared: bool) -> bool:
    """Whether the words around a change say what it is measured against, or over how long it was."""
    own = near.own(amount)
    return _base(near, amount, own, compared=compared) is not None or near.length_of(amount) > 0


def _by_convention(near: Surroundings, amount: Amount, period: Span | None) -> Timing:
    """Against the year before; the price of a weekday against that of the day before it."""
    if period is None:
        return Timing(rule="year-before")
    around = (*near.before(amount), *near.behind(amount))
    if any(p.rule == "weekday" and p.span == period for p in around):
        return Timing(period, day_before(period), rule="day-before")
    if period.start == period.end and period.end != month_span(period.end.year, period.end.month).end:
        # Nobody can tell what the price of a day is measured against; the stock of a month's last day, a year ago.
        return Timing(period, rule="undated-base")
    if period.years > 1:
        return Timing(period, start_of(period), rule="start-of-span")
    return Timing(period, year_before(period), rule="year-before")


def _against(base: Period, period: Span | None) -> Timing:
    """The timing of a change in `period` against `base`; over several years it is of them all, from the base on."""
    span = _span_of_base(base, period)
    if base.rule == "weekday" and span is not None and period is not None and span.end >= period.end:
        span = shift_days(span, -_WEEK)
    if span is None or period is None:
        return Timing(period, span, rule=base.rule)
    if base.kind == "in" and span.end >= period.end:
        return Timing(period, rule=base.rule)
    years_apart = base.months > 12 if base.kind == "earlier" else period.start.year - span.start.year > 1
    if years_apart and span.whole_years:
        period = Span(span.start, period.end)
    return Timing(period, span, rule=base.rule)


def _span_of_base(base: Period, period: Span | None) -> Span | None:
    if base.rule in _AGO and base.months and period is not None:
        # "Sales in May were higher than a year ago": than in that May.
        return shift(period, -base.months)
    if base.span is not None:
        return aligned(base.span, period) if base.kind == "earlier" else base.span
    return earlier(period, base) if (base.months or base.days) and period is not None else None


def _whole(near: Surroundings, amount: Amount, own: Period | None) -> Period | None:
    """The span of years or months ("from 2010 to 2018", "since 2013") over all of which the amount is a change."""
    around = (*near.before(amount), *near.behind(amount))
    wholes = [p for p in around if p.kind in ("span", "since") and p.span is not None]
    if own is not None and own in wholes:
        return own
    here = [p for p in wholes if near.in_clause(p, amount)]
    if here:
        return min(here, key=lambda p: abs(p.first - amount.first))
    dates = [p for p in around if p.kind in _DATES and p.span is not None and near.in_clause(p, amount)]
    if own is not None or (dates and all(p.rule != "year" for p in dates)):
        return None
    earlier = [p for p in wholes if p.first < amount.first]
    if not earlier or (dates and not any(_ends_in_year_of(p, earlier[-1]) for p in dates)):
        return None
    return earlier[-1]


def _ends_in_year_of(period: Period, whole: Period) -> bool:
    return period.span is not None and whole.span is not None and period.span.end.year == whole.span.end.year


def _base(near: Surroundings, amount: Amount, own: Period | None, *, compared: bool) -> Period | None:
    """The period that the change is measured against, where the text names one."""
    found = _compared_with(near, amount) if compared else _fronted(near, amount)
    if found is None and own is not None and own.kind == "earlier":
        return own
    return found or _earlier_nearby(near, amount) or _dated_nearby(near, amount) or _of_next_amount(near, amount)


def _fronted(near: Surroundings, amount: Amount) -> Period | None:
    """As in "Compared with 2010, output had fallen by 28 per cent": the base is told first."""
    for period in near.before(amount):
        if period.kind == "in" and near.words(period.first - 2, period.first) in _COMPARED_WITH:
            return period if near.in_clause(period, amount) else None
    return None


def _compared_with(near: Surroundings, amount: Amount) -> Period | None:
    """As in "less than a year earlier", "3 per cent more than in 2016"."""
    gap = near.words(amount.last, near.next_amount(amount))
    opening = next((k for k, word in enumerate(gap, amount.last) if word in _COMPARING), len(near.tokens))
    if gap[:1] == ["as"] and "as" in gap[1:]:
        # "twice as much in 2020 as in 2010"
        opening = amount.last + 1 + gap[1:].index("as")
    if not _OF_ITSELF.isdisjoint(gap[:1]):
        opening = amount.last
    for period in near.behind_alone(amount):
        if near.is_when(period):
            continue
        if period.kind == "earlier":
            return period
        if period.kind in ("in", "now") and (opening <= period.first or near.is_base(period)):
            return period
    return None


def _earlier_nearby(near: Surroundings, amount: Amount) -> Period | None:
    """As in "year on year, sales fell 3 per cent", "fell 3 per cent in May from a year earlier"."""
    before = [p for p in near.before(amount) if near.in_clause(p, amount)]
    behind = [p for p in near.behind_alone(amount) if near.in_clause(p, amount)]
    return next((p for p in (*before, *behind) if p.kind == "earlier"), None)


def _dated_nearby(near: Surroundings, amount: Amount) -> Period | None:
    """As in "down 3 per cent from 2016", "up 3 per cent on the level of 2016"."""
    for period in near.behind_alone(amount):
        gap = near.words(amount.last, period.first)
        leading = gap[-1:] + (gap[:1] if len(gap) <= _LONGEST_COMPARISON else [])
        from_then = near.tokens[period.first].lower == "from"
        if period.kind == "in" and not near.is_when(period) and (from_then or not _AGAINST.isdisjoint(leading)):
            return period
    return None


def _of_next_amount(near: Surroundings, amount: Amount) -> Period | None:
    """As in "a third more than all 300 of 2010", "double the 40 tonnes made in 2010": the date of the level behind."""
    following = first_in(near.amounts, amount.first + 1, amount.last + _LONGEST_COMPARISON + 1)
    if following is None:
        return None
    gap = near.words(amount.last, following.begin)
    below = gap[:1] in (["below"], ["above"], ["off"])
    if not (below or "than" in gap or (amount.kind == "multiple" and gap[:1] == ["the"]) or gap[-1:] == ["from"]):
        return None
    dated = first_in(near.periods, following.last, following.last + _LONGEST_COMPARISON)
    return dated if dated is not None and dated.kind == "in" and near.in_clause(dated, amount) else None


def _period(
    near: Surroundings, focus: Span | None, amount: Amount, own: Period | None, base: Period | None, main: Span | None
) -> Span | None:
    """The period in which something moved: its own, one before it in its clause, that of the level, or another."""
    if own is not None and own is not base and own.kind in _OWN and own.span is not None:
        return own.span
    before = [p for p in near.outside(amount) if p is not base and p.kind in _PERIODS and not near.is_base(p)]
    if (
        before[1:]
        and near.in_clause(before[-2], amount)
        and near.words(before[-1].first - 1, before[-1].first) == ["from"]
    ):
        # "fell 0.4 per cent in May from April and 5 per cent from a year earlier": both are of May.
        before = before[:-1]
    if before and near.in_clause(before[-1], amount):
        return _span(before[-1], focus)
    if main is not None:
        return main
    if own is not None and own.kind == "same":
        return focus
    of_clause = (p for p in near.behind(amount) if p is not base and p.kind in _PERIODS and near.in_clause(p, amount))
    behind = next((p for p in of_clause if not near.leads_to_next(p) and not near.is_base(p)), None)
    relative = base is None or (base.kind == "earlier" and base.span is None) or base.rule == "peak"
    if behind is not None and relative:
        # "fell 26 per cent year on year in May": the base is told from the period, wherever that stands.
        return _span(behind, focus)
    return next((p.span for p in reversed(before) if p.span is not None), focus)


def _span(period: Period, focus: Span | None) -> Span | None:
    if period.span is None and period.kind == "later" and focus is not None:
        return shift(focus, period.months)
    return focus if period.span is None else period.span
