"""Backreferences: periods counted from the one that was spoken of.

Belongs here: "the same period", "that year", "the previous month", "year on year". Does not: lengths of time with a
number (`lengths`), what counts from the day of publication (`relative`).
"""

from __future__ import annotations

from pipeline.extraction.periods.lengths import EARLIER, UNITS
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.relative import relative
from pipeline.extraction.periods.years import year_at
from pipeline.extraction.spans import year_span
from pipeline.vocabulary.language import words

_STEPS = {"year": 12, "quarter": 3, "month": 1, "week": 0}
"""Months from one period to the next; a week is not kept apart from its month."""
_UNITS_BEFORE = {"year": 12, "quarter": 3, "month": 1, "decade": 120, "census": 120}
_SAME = words("periods", "same")
_SPOKEN_OF = words("periods", "spoken_of")
_DEFINING = words("periods", "defining")
_PREPOSITIONS = frozenset({"in", "during", "for"})
_POINTING = frozenset({"the", "that", "this"})


def same_period(passage: Passage, i: int) -> Period | None:
    """As in "same period", "same month of 2016", "same quarter last year", "same time a year earlier"."""
    if passage.word(i) != "same" or passage.word(i + 1) not in _SAME:
        return None
    return _same_period_of(passage, i, i + 2) or Period(i, i + 2, "same", rule="same-period")


def that_period(passage: Passage, i: int) -> Period | None:
    """As in "that year"; in "that year was dry" it is what is spoken of."""
    if passage.word(i) != "that" or passage.word(i + 1) not in ("year", "month", "quarter"):
        return None
    is_subject = passage.word(i + 2) in ("is", "was", "has")
    return None if is_subject else Period(i, i + 2, "same", rule="same-period")


def in_that_period(passage: Passage, i: int) -> Period | None:
    """As in "in the half", "during that period", unless the words behind say which ("in the year of the fire")."""
    if passage.word(i) not in _PREPOSITIONS or passage.word(i + 1) not in _POINTING:
        return None
    if passage.word(i + 2) not in _SPOKEN_OF or passage.word(i + 3) in _DEFINING:
        return None
    return Period(i, i + 3, "same", rule="same-period")


def on_the_period(passage: Passage, i: int) -> Period | None:
    """As in "up 3 per cent on the year"."""
    months = _STEPS.get(passage.word(i + 2)) if passage.word(i) == "on" and passage.word(i + 1) == "the" else None
    return None if months is None else Period(i, i + 3, "earlier", months=months, rule="on-the-period")


def step_on_step(passage: Passage, i: int) -> Period | None:
    """As in "year-on-year", "month on month", "quarter-over-quarter"."""
    noun = passage.word(i)
    pace = 2 if passage.is_dash(i + 1) else 1
    if noun not in _STEPS or passage.word(i + pace) not in ("on", "over") or passage.word(i + 2 * pace) != noun:
        return None
    return Period(i, i + 2 * pace + 1, "earlier", months=_STEPS[noun], rule=f"{noun}-on-{noun}")


def previous_period(passage: Passage, i: int) -> Period | None:
    """As in "previous year", "preceding decade", "prior census"."""
    months = _UNITS_BEFORE.get(passage.word(i + 1))
    return None if months is None else Period(i, i + 2, "earlier", months=months, rule="period-before")


def period_before(passage: Passage, i: int) -> Period | None:
    """As in "year before", "month earlier"; "the year before last" counts from publication."""
    months = UNITS.get(passage.word(i))
    if months is None or passage.word(i + 1) not in EARLIER:
        return None
    year = passage.clock.year
    if year is not None and passage.word(i + 2) == "last":
        return Period(i, i + 3, "in", year_span(year - 2), rule="relative-year")
    return Period(i, i + 2, "earlier", months=months, rule="period-before")


def _same_period_of(passage: Passage, first: int, i: int) -> Period | None:
    """Adds which other year it is of, from token `i` on."""
    at = i + 1 if passage.word(i) in ("of", "in") else i
    year = year_at(passage, at) if at > i else None
    if year is not None:
        return Period(first, at + 1, "earlier", year_span(year), rule="same-period-of")
    named = relative(passage, at) if at > i or passage.word(at) == "last" else None
    if named is not None and named.span is not None:
        return Period(first, named.last, "earlier", named.span, rule="same-period-of")
    of_year_before = passage.word(at) in ("a", "the") and passage.word(at + 1) == "year"
    if of_year_before and passage.word(at + 2) in EARLIER | {"ago"}:
        return Period(first, at + 3, "earlier", months=12, rule="same-period-of")
    return None
