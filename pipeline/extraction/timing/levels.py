"""The timing of levels: rates, shares, counts and all else that is of one period.

Belongs here: which period of the sentence, or before it, a level has. Does not: changes (`changes`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.cues import Relation
from pipeline.extraction.periods import Period
from pipeline.extraction.spans import Span, shift, shift_days, year_span
from pipeline.extraction.timing.conventions import aligned, day_before, earlier, end_of, year_before
from pipeline.extraction.timing.surroundings import Surroundings
from pipeline.extraction.timing.timing import Timing
from pipeline.vocabulary.language import words

_STEPS_BACK = frozenset({"offset", "period-before", "ago"})
_WEEK = 7
_TO_FROM = 7
"""So many words before "from A" may "to B" begin."""
_AGO = frozenset({"ago", "year-ago"})
_BEFORE_REFERENCE = words("timing", "before_reference")


def level(
    near: Surroundings,
    focus: Span | None,
    amount: Amount,
    relation: Relation | None,
    *,
    present: bool,
    main: Span | None,
    year: Span | None = None,
) -> Timing:
    """The timing of a level.

    Args:
        near: the sentence around the amount.
        focus: the period that the text was last about.
        amount: the amount.
        relation: how it hangs on a word of change ("to", "from" ...), if it does.
        present: its clause is in the present tense, so that it may be of no period at all.
        main: the period of the figure that it hangs on, if any.
        year: that of publication.
    """
    timing = _level(near, focus, amount, relation, present=present, main=main, year=year)
    beside = relation == "from" or near.is_compared_with(amount) or near.is_dated_aside(amount)
    if focus is not None and timing.period is not None and timing.period.end < focus.start:
        # "In 2015 it had been 2.02 million": what was so before, and not what the text goes on about.
        before = near.words(amount.begin - 3, amount.begin)
        beside = beside or ("had" in before and "been" in before)
    return replace(timing, reference=True) if beside else timing


def _level(
    near: Surroundings,
    focus: Span | None,
    amount: Amount,
    relation: Relation | None,
    *,
    present: bool,
    main: Span | None,
    year: Span | None = None,
) -> Timing:
    own = near.own(amount)
    if own is not None and own.kind != "earlier" and near.is_base(own):
        own = None
    length = near.length_of(amount) if relation in ("from", "to") and own is None else 0
    until = year if present and length else main or focus
    if length and until is not None:
        # "Has climbed from 46 to 59 francs in a year".
        last = end_of(until)
        return Timing(last if relation == "to" else shift(last, -length), rule="over-a-length")
    if relation == "from" or (own is not None and _is_reference(near, amount, own, main)):
        return _reference_level(near, amount, own, main or focus)
    if own is not None and own.kind == "earlier" and own.span is None:
        own = None
    since = _ago_before(near, amount) if relation == "to" and own is None else None
    if since is not None and since.span is not None:
        # "From 600 yuan a year ago to 850": what a time counted from today leads to is of today.
        return Timing(shift(since.span, since.months), rule="now")
    period = own or _before_in_clause(near, amount) or _elsewhere(near, amount)
    if period is not None:
        return _of_period(near, period, relation, focus)
    if not present:
        return Timing(focus, rule="focus")
    around = (*near.behind(amount), *(near.before(amount) if relation == "to" else ()))
    ago = next((p for p in around if p.rule in _AGO and p.span is not None), None)
    # "Get 300 yuan, up from 200 a year ago": what is set beside a time counted from today is of today.
    return (
        Timing(rule="undated") if ago is None or ago.span is None else Timing(shift(ago.span, ago.months), rule="now")
    )


def _ago_before(near: Surroundings, amount: Amount) -> Period | None:
    """As in "from 600 yuan a year ago to 850": the time ago that is the start's of a move to the amount."""
    before = (p for p in reversed(near.before(amount)) if near.in_clause(p, amount))
    period = next(before, None)
    return period if period is not None and period.rule in _AGO and near.owned(period) else None


def _is_reference(near: Surroundings, amount: Amount, own: Period, main: Span | None) -> bool:
    """Whether the level is only there to be compared with: "against 5 per cent a year earlier"."""
    if own.kind != "earlier":
        return False
    before = near.words(amount.begin - 2, amount.begin)
    return not _BEFORE_REFERENCE.isdisjoint(before) or (own.first == amount.last and main is not None)


def _reference_level(near: Surroundings, amount: Amount, own: Period | None, main: Span | None) -> Timing:
    """The timing of a level from which something moved, or with which it is compared, in `main`."""
    if own is not None and own.kind == "earlier":
        return Timing(_earlier(own, main), rule=own.rule)
    if own is not None and own.span is not None and own.kind in ("in", "now", "by"):
        # "Up from 300 on Thursday", told of a Monday: that of the week before.
        late = own.rule == "weekday" and main is not None and own.span.end >= main.end
        return Timing(shift_days(own.span, -_WEEK) if late else own.span, rule=own.rule)
    around = (*near.before(amount), *near.behind(amount))
    whole = next((p.span for p in around if p.kind in ("span", "since") and p.span is not None), None)
    if whole is not None:
        return Timing(year_span(whole.start.year), rule="start-of-span")
    offset = next((p for p in near.behind(amount) if p.kind == "earlier" and p.months), None)
    if offset is not None and main is not None:
        return Timing(_earlier(offset, main), rule=offset.rule)
    if main is not None and _is_left_behind(near, amount):
        return Timing(day_before(main) if main.start == main.end else year_before(main), rule="year-before")
    if main is not None and _moves_from(near, amount):
        return Timing(year_before(main), rule="year-before")
    return Timing(rule="undated")


def _earlier(period: Period, main: Span | None) -> Span | None:
    """The span of a period that is told from `main`."""
    if period.span is not None:
        return aligned(period.span, main)
    return earlier(main, period) if main is not None else None


def _moves_from(near: Surroundings, amount: Amount) -> bool:
    """Whether the amount is the first of "from A to B"."""
    return near.words(amount.begin - 1, amount.begin) == ["from"] and "to" in near.words(amount.last, amount.last + 3)


def _is_left_behind(near: Surroundings, amount: Amount) -> bool:
    """As in "rose to B from A", "B, up from A": A was so a year before, or the day before where B is of a day."""
    if near.words(amount.begin - 1, amount.begin) != ["from"]:
        return False
    if near.words(amount.begin - 2, amount.begin - 1) in (["up"], ["down"]):
        return True
    return "to" in near.words(amount.begin - _TO_FROM, amount.begin)


def _before_in_clause(near: Surroundings, amount: Amount) -> Period | None:
    """The last period before the amount in its clause that is not the period of another amount."""
    for period in reversed(near.outside(amount)):
        if near.is_told_when(period, amount):
            return period
        if not near.in_clause(period, amount):
            return None
        if near.is_inserted(period, amount) or near.is_base(period) or near.is_of_inserted(period, amount):
            continue
        if not near.owned(period) and (period.kind != "earlier" or period.span is not None or _opens(near, period)):
            return period
    return None


def _opens(near: Surroundings, period: Period) -> bool:
    """As in "Ten years earlier it had 300 looms": the clause is of that time, and compares nothing with it."""
    return period.rule in _STEPS_BACK and period.first == near.clauses.start(period.first)


def _elsewhere(near: Surroundings, amount: Amount) -> Period | None:
    """The last period of the sentence before the amount, else the first one behind it in its clause."""
    for period in reversed(near.outside(amount)):
        if near.is_inserted(period, amount) or near.owned(period) or near.is_of_inserted(period, amount):
            continue
        if period.kind in ("in", "span", "now", "same", "later") and not near.is_base(period):
            return period
    for period in near.behind(amount):
        if period.kind == "since" and period.first > near.next_amount(amount):
            # "supplies a quarter of the oil and has yielded 2 billion tonnes since 1960": the total's alone.
            return None
        of_another = near.is_base(period) or near.leads_to_next(period) or near.is_of_other(period, amount)
        if period.kind in ("in", "span", "now", "by", "since") and not of_another:
            return period if near.in_clause(period, amount) else None
    return None


def _of_period(near: Surroundings, period: Period, relation: Relation | None, focus: Span | None) -> Timing:
    """The timing that a chosen period gives."""
    span = period.span
    if period.kind == "same":
        return Timing(span or focus, rule="same-period")
    if span is None and period.kind in ("earlier", "later") and focus is not None:
        moved = shift(focus, period.months) if period.kind == "later" else earlier(focus, period)
        return Timing(moved, rule=period.rule)
    if span is None:
        return Timing(focus, rule="focus")
    if period.rule == "next-years":
        return Timing(span, rule=period.rule, deadline=True)
    if period.kind in ("span", "since") and relation == "to":
        return Timing(end_of(span), rule=period.rule if period.rule == "since-then" else "end-of-span")
    if period.kind == "since":
        return Timing(span, rule=period.rule, cumulative=not near.is_of_each(period))
    return Timing(span, rule=period.rule, deadline=period.kind == "by", cumulative=period.kind == "span")
