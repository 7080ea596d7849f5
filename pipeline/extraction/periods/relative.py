"""Relative expressions: periods counted from the day of publication.

Belongs here: "last year", "this month", "next summer", "so far". Does not: lengths of time ("two years ago",
`lengths`), expressions that count from what was spoken of (`backreferences`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pipeline.extraction.periods.dates import relative_weekday
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.years import STEPS, relative_year, year_at
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.registry import where_said
from pipeline.extraction.spans import Span, month_span, quarter_span, shift, shift_days, week_span, year_span
from pipeline.vocabulary.language import calendar, words

_SEASONS = calendar().seasons
_ERAS: PhraseTable[int] = PhraseTable(calendar().eras)
ERAS = _ERAS.first_words
"""The words that an era may begin with."""
_ENDS_OF_ERAS = frozenset(phrase.split()[-1] for phrase in calendar().eras)
_DURING = frozenset({"in", "over", "during"})
_HAVING = frozenset({"has", "have"})
_PHRASES = words("periods", "now")
_NOW: PhraseTable[None] = PhraseTable(dict.fromkeys(_PHRASES))
_ENDS_OF_NOW = frozenset(phrase.split()[-1] for phrase in _PHRASES)
NOW = frozenset(phrase.split()[0] for phrase in _PHRASES)
"""The words that an expression for the present begins with."""


def relative(passage: Passage, i: int) -> Period | None:
    """As in "last year", "this month", "next week", "last summer", "last April", "last Monday"."""
    step = STEPS.get(passage.word(i))
    if step is None:
        return None
    if passage.clock.end is None:
        return _undated(passage, i)
    span = _span(passage, i + 1, step, passage.clock.end)
    if span is not None:
        rule = "relative-week" if passage.word(i + 1) == "week" else "relative"
        return Period(i, i + 2, "in", span, rule=rule)
    return relative_year(passage, i) or relative_weekday(passage, i)


def since_then(passage: Passage, i: int) -> Period | None:
    """As in "has since risen", "since then": from what was spoken of to the year of publication."""
    ends = passage.token(i + 1) is None or passage.text(i + 1) in (".", ";")
    is_adverb = passage.word(i - 1) in _HAVING or passage.word(i + 1) == "then" or ends
    if passage.word(i) != "since" or not is_adverb:
        return None
    year, last = passage.clock.year, i + 2 if passage.word(i + 1) == "then" else i + 1
    return Period(i, last, "since", None if year is None else year_span(year), rule="since-then")


@where_said(_ENDS_OF_ERAS)
def era(passage: Passage, i: int) -> Period | None:
    """As in "the turn of the century": the year that it is commonly told by."""
    found = _ERAS.starting_at(passage.tokens, i)
    return None if found is None else Period(i, found[1], "in", year_span(found[0]), rule="era")


def season(passage: Passage, i: int) -> Period | None:
    """As in "summer of 2018", "winter 2019"; "the summer" is the last one before publication."""
    months = _SEASONS.get(passage.word(i))
    if months is None:
        return None
    at = i + 2 if passage.word(i + 1) == "of" else i + 1
    year = year_at(passage, at)
    if year is not None:
        return Period(i, at + 1, "in", month_span(year, *months), rule="season")
    published, before = passage.clock.end, passage.word(i - 1)
    if published is None or before != "the" or passage.word(i - 2) not in _DURING or passage.word(i + 1) == "of":
        return None
    first = published.year if published.month >= months[0] else published.year - 1
    return Period(i, i + 1, "in", month_span(first, *months), rule="season")


@where_said(_ENDS_OF_NOW)
def now(passage: Passage, i: int) -> Period | None:
    """As in "now", "today", "so far", "to date", "at present": the year of publication."""
    found = _NOW.starting_at(passage.tokens, i)
    if found is None:
        return None
    year = passage.clock.year
    return Period(i, found[1], "now", None if year is None else year_span(year), rule="now")


def _undated(passage: Passage, i: int) -> Period | None:
    noun = passage.word(i + 1)
    return Period(i, i + 2, "in", rule="relative") if noun == "year" or noun in _UNITS or noun in _SEASONS else None


def _span(passage: Passage, i: int, step: int, published: date) -> Span | None:
    """The span of the noun at token `i`, `step` times away from the one in which the text was published."""
    noun, month = passage.word(i), passage.month(i)
    if noun in _UNITS:
        return _UNITS[noun](published, step) if noun != "week" or passage.clock.day is not None else None
    months = (month, month) if month is not None else _SEASONS.get(noun)
    if months is None:
        return None
    return month_span(published.year + _years_away(step, published.month, *months), *months)


def _years_away(step: int, now: int, low: int, high: int) -> int:
    """How many years from this one the last, this or next time is that months `low` to `high` come round."""
    if step < 0:
        return 0 if now > high else -1
    return 1 if step > 0 and now >= low else 0


def _month(published: date, step: int) -> Span:
    return shift(month_span(published.year, published.month), step)


def _quarter(published: date, step: int) -> Span:
    return shift(quarter_span(published.year, (published.month + 2) // 3), 3 * step)


def _week(published: date, step: int) -> Span:
    return shift_days(week_span(published), 7 * step)


_UNITS: dict[str, Callable[[date, int], Span]] = {"week": _week, "month": _month, "quarter": _quarter}
