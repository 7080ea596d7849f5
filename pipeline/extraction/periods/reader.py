"""The reader: the calendar expressions of a sentence from left to right.

Belongs here: with which words an expression may begin, and which rules are tried there. Does not: the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.numerals import Numeral, in_rows
from pipeline.extraction.periods.backreferences import (
    in_that_period,
    on_the_period,
    period_before,
    previous_period,
    same_period,
    step_on_step,
    that_period,
)
from pipeline.extraction.periods.dates import day_first, month_first, numeric_date, weekday
from pipeline.extraction.periods.edges import EDGES, edge, fiscal_year_ended, year_end
from pipeline.extraction.periods.lengths import offset, window, year_to
from pipeline.extraction.periods.limits import before_or_after, by, from_to, since
from pipeline.extraction.periods.parts import FISCAL, fiscal_year, part_of_year
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Clock, Period
from pipeline.extraction.periods.relative import NOW, now, relative
from pipeline.extraction.periods.rules import RuleTable
from pipeline.extraction.periods.years import part_of_decade, year, year_range
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import calendar, numerals, words

_CALENDAR = calendar()
_NUMERALS = numerals()
_RELATIVE = words("periods", "relative")


def find_periods(
    tokens: Sequence[Token], numerals_found: Sequence[Numeral], clock: Clock, focus_year: int | None
) -> list[Period]:
    """All periods of a sentence, in order, none overlapping.

    `focus_year` is the year that the text has been speaking of, if any: that of a month or quarter without one.
    """
    passage = Passage(tokens, {numeral.first: numeral for numeral in numerals_found}, clock, focus_year)
    rows = in_rows(numerals_found)
    out: list[Period] = []
    last = 0
    for i in _OPENERS.openings(tokens):
        period = _OPENERS.read(passage, i) if i >= last and i not in rows else None
        if period is not None:
            out.append(period)
            last = period.last
    return out


def _definite(passage: Passage, i: int) -> Period | None:
    """As in "the same period", "the end of June", "the first quarter"; "the" itself may be missing."""
    at = i + 1 if passage.word(i) == "the" else i
    found = _HEADS.read(passage, at)
    if found is not None:
        return replace(found, first=i)
    return None if passage.word(at) in _NUMERALS.ordinals else window(passage, i)


# What may stand behind "the".
_HEADS = RuleTable(
    (),
    {
        same_period: ("same",),
        previous_period: words("periods", "previous"),
        period_before: ("year", "month", "quarter", "decade"),
        edge: EDGES,
        fiscal_year_ended: FISCAL,
        fiscal_year: FISCAL,
        year_to: ("year",),
        year_end: ("year",),
        part_of_year: _NUMERALS.ordinals,
    },
)
_OPENERS = RuleTable(
    (year_range, day_first, numeric_date, year, offset),
    {
        from_to: ("from", "between"),
        since: ("since",),
        by: ("by", "until", "till"),
        before_or_after: ("before", "after"),
        _definite: ("the", "previous", "same", "past"),
        that_period: ("that",),
        on_the_period: ("on",),
        relative: _RELATIVE,
        window: (*_RELATIVE, "in", "over", "during", "within", "for"),
        in_that_period: ("in", "during", "for"),
        offset: ("a", "an", *_NUMERALS.cardinals),
        month_first: _CALENDAR.months,
        weekday: _CALENDAR.weekdays,
        part_of_decade: _CALENDAR.parts,
        now: NOW,
        step_on_step: ("year", "month", "quarter"),
        edge: EDGES,
        year_end: ("year",),
        fiscal_year_ended: FISCAL,
        fiscal_year: FISCAL,
        part_of_year: _NUMERALS.ordinals,
    },
)
