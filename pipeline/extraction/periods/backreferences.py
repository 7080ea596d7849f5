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
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.registry import where_said
from pipeline.extraction.spans import year_span
from pipeline.vocabulary.language import words

_STEPS = {"year": 12, "quarter": 3, "month": 1, "week": 0, "day": 0}
"""Months from one period to the next."""
_DAYS = {"week": 7, "day": 1, "weeks": 7, "days": 1, "fortnight": 14}
"""Days from one period to the next, where it is shorter than a month."""
_UNITS_BEFORE = {"year": 12, "quarter": 3, "month": 1, "decade": 120, "census": 120}
_SAME = words("periods", "same")
ALIKE = words("periods", "alike")
"""The words that a reference to the like part of another year begins with: "same", "corresponding"."""
FOLLOWING = words("periods", "following")
_PREVIOUS = words("periods", "previous")
_BASES = {"annual": 12, "yearly": 12, "quarterly": 3, "monthly": 1}
_FISCAL = words("periods", "fiscal")
_SESSIONS = words("periods", "sessions")
_MOST_DAYS = 1000
_THEN: PhraseTable[None] = PhraseTable(dict.fromkeys(words("periods", "then")))
THEN = _THEN.first_words | {"then"}
"""The words that an expression for the time spoken of begins with."""
_SPOKEN_OF = words("periods", "spoken_of")
_DEFINING = words("periods", "defining")
_PREPOSITIONS = frozenset({"in", "during", "for", "over"})
_POINTING = frozenset({"the", "that", "this"})


@where_said(_SAME)
def same_period(passage: Passage, i: int) -> Period | None:
    """As in "same period", "same month of 2016", "corresponding quarter last year", "same ten months of 2020"."""
    many = passage.count(i + 1)
    at = i + 1 if many is None else many.last
    if passage.word(i) not in ALIKE or passage.word(at) not in _SAME:
        return None
    found = _same_period_of(passage, i, at + 1)
    if found is None and passage.word(at) == "decade":
        # "Over the same decade" says how long, and that it ended when what was spoken of did.
        return Period(i, at + 1, "window", months=_UNITS_BEFORE["decade"], rule="same-period")
    return found or Period(i, at + 1, "same", rule="same-period")


@where_said(_SPOKEN_OF)
def that_period(passage: Passage, i: int) -> Period | None:
    """As in "that year", "that decade"; in "that year was dry" it is what is spoken of."""
    if passage.word(i) != "that" or passage.word(i + 1) not in _SPOKEN_OF:
        return None
    is_subject = passage.word(i + 2) in ("is", "was", "has")
    return None if is_subject else Period(i, i + 2, "same", rule="same-period")


@where_said(_SPOKEN_OF)
def in_that_period(passage: Passage, i: int) -> Period | None:
    """As in "in the half", "during that period", unless the words behind say which ("in the year of the fire")."""
    if passage.word(i) not in _PREPOSITIONS or passage.word(i + 1) not in _POINTING:
        return None
    if passage.word(i + 2) not in _SPOKEN_OF or passage.word(i + 3) in _DEFINING:
        return None
    if passage.word(i) == "over" and passage.word(i + 1) == "the" and passage.word(i + 2) != "period":
        # "Over the quarter" is against the one before, "over the decade" a length of time.
        return None
    return Period(i, i + 3, "same", rule="same-period")


def at_the_time(passage: Passage, i: int) -> Period | None:
    """As in "at the time", "back then"; "then" at the end of a clause."""
    if passage.word(i) == "then":
        ends = passage.token(i + 1) is None or passage.text(i + 1) in (".", ",", ";")
        return Period(i, i + 1, "same", rule="same-period") if ends and i else None
    found = _THEN.starting_at(passage.tokens, i)
    return None if found is None else Period(i, found[1], "same", rule="same-period")


@where_said(_UNITS_BEFORE)
def following_period(passage: Passage, i: int) -> Period | None:
    """As in "following year", "year after": counted from what was spoken of."""
    if passage.word(i) in FOLLOWING:
        months, last = _UNITS_BEFORE.get(passage.word(i + 1)), i + 2
    else:
        behind = passage.word(i + 1) == "after" and passage.word(i + 2) in ("", "that")
        months, last = (_UNITS_BEFORE.get(passage.word(i)) if behind else None), i + 2
    return None if months is None else Period(i, last, "later", months=months, rule="period-after")


@where_said(_SESSIONS | _DAYS.keys())
def days_before(passage: Passage, i: int) -> Period | None:
    """As in "a week earlier", "two days before", "previous week", "previous session"."""
    word = passage.word(i)
    if word in _PREVIOUS:
        days = _DAYS.get(passage.word(i + 1), 1 if passage.word(i + 1) in _SESSIONS else None)
        return None if days is None else Period(i, i + 2, "earlier", days=days, rule="period-before")
    many = passage.count(i)
    at = i + 1 if many is None else many.last
    days = _DAYS.get(passage.word(at)) if many is not None or word in ("a", "the") else None
    if days is None or passage.word(at + 1) not in EARLIER | {"ago"}:
        return None
    number = 1 if many is None else int(min(many.value, _MOST_DAYS))
    if number < 1:
        return None
    return Period(i, at + 2, "earlier", days=days * number, rule="offset")


@where_said(EARLIER | {"ago"})
def year_earlier(passage: Passage, i: int) -> Period | None:
    """As in "year-earlier quarter", "year-ago level"."""
    at = i + 2 if passage.is_dash(i + 1) else 0
    if at == 0 or passage.word(i) not in _STEPS or passage.word(at) not in EARLIER | {"ago"}:
        return None
    return Period(i, at + 1, "earlier", months=_STEPS[passage.word(i)], rule="period-before")


@where_said(_STEPS.keys() | {"basis"})
def on_the_period(passage: Passage, i: int) -> Period | None:
    """As in "up 3 per cent on the year"."""
    noun = passage.word(i + 2)
    if passage.word(i) == "on" and passage.word(i + 3) == "basis" and noun in _BASES:
        return Period(i, i + 4, "earlier", months=_BASES[noun], rule="on-the-period")
    if passage.word(i) not in ("on", "over") or passage.word(i + 1) != "the" or noun not in _STEPS:
        return None
    if passage.word(i) == "over" and noun != "week":
        return None
    return Period(i, i + 3, "earlier", months=_STEPS[noun], days=_DAYS.get(noun, 0), rule="on-the-period")


def step_on_step(passage: Passage, i: int) -> Period | None:
    """As in "year-on-year", "month on month", "quarter-over-quarter"."""
    noun = passage.word(i)
    pace = 2 if passage.is_dash(i + 1) else 1
    if noun not in _STEPS or passage.word(i + pace) not in ("on", "over") or passage.word(i + 2 * pace) != noun:
        return None
    last, rule = i + 2 * pace + 1, f"{noun}-on-{noun}"
    return Period(i, last, "earlier", months=_STEPS[noun], days=_DAYS.get(noun, 0), rule=rule)


@where_said(_UNITS_BEFORE)
def previous_period(passage: Passage, i: int) -> Period | None:
    """As in "previous year", "preceding decade", "prior census"."""
    at = i + 2 if passage.word(i + 1) in _FISCAL else i + 1
    months = _UNITS_BEFORE.get(passage.word(at))
    return None if months is None else Period(i, at + 1, "earlier", months=months, rule="period-before")


@where_said(EARLIER)
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
