"""Points: the calendar expressions that others are built of, such as the June of "since June".

Belongs here: which rules may read one. Does not: the rules, and what is built of a point (`edges`, `lengths`,
`limits`).
"""

from __future__ import annotations

from pipeline.extraction.periods.dates import day_first, iso_date, month_first, numeric_date
from pipeline.extraction.periods.fiscal import FISCAL, PARTS, fiscal_year, part_by_letter, part_by_number, split_year
from pipeline.extraction.periods.parts import LAST, last_part, part_of_year
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.relative import era, relative, season
from pipeline.extraction.periods.rules import DIGITS_OF_DAY, DIGITS_OF_YEAR, RuleTable
from pipeline.extraction.periods.years import part_of_decade, year
from pipeline.vocabulary.language import calendar, numerals, words

_CALENDAR = calendar()
MONTHS = (*_CALENDAR.months, *(f"{month}'s" for month in _CALENDAR.months))
"""The words that a month may be written as."""
_POINTS = RuleTable(
    {
        iso_date: DIGITS_OF_YEAR,
        split_year: DIGITS_OF_YEAR,
        part_by_number: (1,),
        day_first: DIGITS_OF_DAY,
        numeric_date: DIGITS_OF_DAY,
        year: DIGITS_OF_YEAR,
    },
    {
        month_first: MONTHS,
        part_by_letter: PARTS,
        season: _CALENDAR.seasons,
        part_of_decade: _CALENDAR.parts,
        last_part: LAST,
        relative: words("periods", "relative"),
        fiscal_year: FISCAL,
        part_of_year: numerals().ordinals,
    },
)


def point(passage: Passage, i: int) -> Period | None:
    """The day, month, year or part of a year that is told from token `i` on, with or without an article."""
    return _POINTS.read(passage, i + 1 if passage.word(i) == "the" else i) or era(passage, i)
