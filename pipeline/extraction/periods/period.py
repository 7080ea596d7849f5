"""The values that the reading of periods takes and makes.

Belongs here: the period, its kinds, the clock. Does not: any rule that reads tokens.
"""

from __future__ import annotations

from datetime import MINYEAR, date
from typing import Literal

from pipeline.extraction.spans import Span
from pipeline.extraction.values import frozen

PeriodKind = Literal["in", "span", "since", "by", "earlier", "later", "now", "same", "window"]


@frozen
class Period:
    """A calendar expression over tokens `first` to `last` (exclusive).

    `in`, `span`, `since` and `by` have a span, which is null where the text does not tell the year. `earlier` and
    `later` lie `months` or `days` from another period, or are that part of `span` which the other is of its own year.
    `now` is the year of publication; `same` points back ("in the half", "that year"), to `span` where the sentence
    itself names it; `window` is a bare length of time. `ago` has both its span and how many months back it lies.
    `rule` names the rule that read it.
    """

    first: int
    last: int
    kind: PeriodKind
    span: Span | None = None
    months: int = 0
    days: int = 0
    rule: str = ""


@frozen
class Clock:
    """What relative expressions count from: the first and last day on which the text may have been published.

    Both are null for a text without a date. `country` is the id of the country that the text is about, if that is
    known: its fiscal year is the one meant.
    """

    start: date | None
    end: date | None
    country: str | None = None

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return self.end.year if self.end is not None else None

    @property
    def latest_year(self) -> int | None:
        """The last year of which anything can be told: in January, the one before."""
        return None if self.end is None else max(self.end.year - (self.end.month == 1), MINYEAR)

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known to the day."""
        return self.end if self.start == self.end else None


UNDATED = Clock(None, None)
"""The clock of a text without a date."""
