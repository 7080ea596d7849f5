"""The reader: the calendar expressions of a sentence from left to right.

Belongs here: with which words an expression may begin, and which rules are tried there. Does not: the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.numerals import Numeral, in_rows
from pipeline.extraction.periods.backreferences import (
    ALIKE,
    FOLLOWING,
    THEN,
    at_the_time,
    days_before,
    following_period,
    in_that_period,
    on_the_period,
    period_before,
    previous_period,
    same_period,
    step_on_step,
    that_period,
    year_earlier,
)
from pipeline.extraction.periods.dates import day_first, iso_date, month_first, numeric_date, weekday
from pipeline.extraction.periods.edges import EDGES, edge, fiscal_year_ended, year_end
from pipeline.extraction.periods.fiscal import FISCAL, PARTS, fiscal_year, part_by_letter, part_by_number, split_year
from pipeline.extraction.periods.lengths import UNITS, offset, weeks_to, window, year_to
from pipeline.extraction.periods.limits import before_or_after, by, from_to, since
from pipeline.extraction.periods.parts import LAST, full_year, last_part, part_of_year
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.peaks import OWNERS, peak
from pipeline.extraction.periods.period import Clock, Period
from pipeline.extraction.periods.points import MONTHS
from pipeline.extraction.periods.relative import ERAS, NOW, era, now, relative, season, since_then
from pipeline.extraction.periods.resolving import resolved
from pipeline.extraction.periods.rules import DIGITS_OF_DAY, DIGITS_OF_YEAR, RuleTable
from pipeline.extraction.periods.years import part_of_decade, year, year_range
from pipeline.extraction.registry import where_said
from pipeline.extraction.spans import Span
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import calendar, numerals, words

_CALENDAR = calendar()
_NUMERALS = numerals()
_RELATIVE = words("periods", "relative")
_SLASH = frozenset({"/"})


def find_periods(
    tokens: Sequence[Token],
    numerals_found: Sequence[Numeral],
    clock: Clock,
    focus_year: int | None,
    peak_before: Span | None = None,
    within: Span | None = None,
) -> list[Period]:
    """All periods of a sentence, in order, none overlapping.

    `focus_year` is the year that the text has been speaking of, if any: that of a month or quarter without one.
    `peak_before` is when what it tells of was at its peak, where that was said; `within` is the part of a year, or the
    year of the title, that it is about.
    """
    passage = Passage(
        tokens, {numeral.first: numeral for numeral in numerals_found}, clock, focus_year, peak_before, within
    )
    rows = in_rows(numerals_found)
    out: list[Period] = []
    last = 0
    rules = _OPENERS.where({token.lower for token in tokens})
    for i in rules.openings(tokens):
        period = rules.read(passage, i) if i >= last and i not in rows else None
        if period is not None:
            last = period.last
            period = resolved(passage, period, out)
        if period is not None:
            out.append(period)
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
    {},
    {
        same_period: ALIKE,
        previous_period: words("periods", "previous"),
        days_before: words("periods", "previous"),
        following_period: (*FOLLOWING, "year", "month", "quarter", "decade"),
        period_before: ("year", "month", "quarter", "decade"),
        year_earlier: ("year",),
        edge: EDGES,
        fiscal_year_ended: FISCAL,
        fiscal_year: FISCAL,
        year_to: ("year",),
        year_end: ("year", "year's"),
        part_of_year: _NUMERALS.ordinals,
        last_part: LAST,
        full_year: words("periods", "full"),
    },
)
_OPENERS = RuleTable(
    {
        iso_date: DIGITS_OF_YEAR,
        split_year: DIGITS_OF_YEAR,
        part_by_number: (1,),
        year_range: DIGITS_OF_YEAR,
        where_said(MONTHS)(day_first): DIGITS_OF_DAY,
        where_said(_SLASH)(numeric_date): DIGITS_OF_DAY,
        year: DIGITS_OF_YEAR,
        weeks_to: (),
        days_before: (),
        offset: (),
    },
    {
        from_to: ("from", "between"),
        since_then: ("since",),
        since: ("since",),
        by: ("by", "until", "till"),
        before_or_after: ("before", "after"),
        peak: OWNERS,
        weeks_to: _NUMERALS.cardinals,
        days_before: ("a", "the", "previous", *_NUMERALS.cardinals),
        where_said(UNITS.keys() | _HEADS.openers)(_definite): ("the", "previous", "past", *ALIKE, *FOLLOWING),
        at_the_time: THEN,
        that_period: ("that",),
        on_the_period: ("on", "over"),
        last_part: LAST,
        relative: _RELATIVE,
        window: (*_RELATIVE, "in", "over", "during", "within", "for"),
        in_that_period: ("in", "during", "for", "over"),
        offset: ("a", "an", *_NUMERALS.cardinals),
        month_first: MONTHS,
        weekday: (*_CALENDAR.weekdays, *(f"{day}'s" for day in _CALENDAR.weekdays)),
        part_of_decade: _CALENDAR.parts,
        now: NOW,
        era: ERAS,
        season: _CALENDAR.seasons,
        step_on_step: ("year", "month", "quarter", "week", "day"),
        year_earlier: ("year",),
        edge: EDGES,
        year_end: ("year", "year's"),
        fiscal_year_ended: FISCAL,
        fiscal_year: FISCAL,
        part_of_year: _NUMERALS.ordinals,
        part_by_letter: PARTS,
        full_year: words("periods", "full"),
    },
)
