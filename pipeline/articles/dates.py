"""Dates of publication at day, month or year precision.

Belongs here: the three ways of writing one, and the days that each allows. Does not: dates inside a text (see
`pipeline.extraction`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Publication:
    """A date of publication as written, with the first and the last day that it allows."""

    written: str
    start: date
    end: date


UNDATED = Publication(written="", start=date.min, end=date.max)
"""The date of a text of which none is known: any day."""


@lru_cache(maxsize=1_000)
def parse_published(written: str) -> Publication:
    """The days that a date of publication allows.

    Args:
        written: YYYY, YYYY-MM or YYYY-MM-DD, in ASCII digits.

    Raises:
        ValueError: It is written in another way, or the calendar has no such date. The message is a clause that
            says which.
    """
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise ValueError(f"{written!r} is not written as YYYY-MM-DD, YYYY-MM or YYYY")
    year = int(match[1])
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"{written!r}: there is no year {match[1]}")
    if match[2] is None:
        return Publication(written, date(year, 1, 1), date(year, 12, 31))
    month = int(match[2])
    if not 1 <= month <= 12:
        raise ValueError(f"{written!r}: there is no month {match[2]}")
    last = monthrange(year, month)[1]
    if match[3] is None:
        return Publication(written, date(year, month, 1), date(year, month, last))
    day = int(match[3])
    if not 1 <= day <= last:
        raise ValueError(f"{written!r}: there is no such day")
    return Publication(written, date(year, month, day), date(year, month, day))
