"""Points: the calendar expressions that others are built of, such as the June of "since June".

Belongs here: which rules may read one. Does not: the rules, and what is built of a point (`edges`, `lengths`,
`limits`).
"""

from __future__ import annotations

from pipeline.extraction.periods.dates import day_first, month_first, numeric_date
from pipeline.extraction.periods.parts import FISCAL, fiscal_year, part_of_year
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.relative import relative
from pipeline.extraction.periods.rules import RuleTable
from pipeline.extraction.periods.years import part_of_decade, year
from pipeline.vocabulary.language import calendar, numerals, words

_CALENDAR = calendar()
_POINTS = RuleTable(
    (day_first, numeric_date, year),
    {
        month_first: _CALENDAR.months,
        part_of_decade: _CALENDAR.parts,
        relative: words("periods", "relative"),
        fiscal_year: FISCAL,
        part_of_year: numerals().ordinals,
    },
)


def point(passage: Passage, i: int) -> Period | None:
    """The day, month, year or part of a year that is told from token `i` on, with or without an article."""
    return _POINTS.read(passage, i + 1 if passage.word(i) == "the" else i)
