"""Times of day, and lengths of time.

Belongs here: numerals that a clock shows, and those that count years or hours. Does not: dates (`periods`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extraction.dispositions.durations import is_told_length
from pipeline.extraction.dispositions.verdict import Verdict, first_verdict, verdict
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.periods.years import CLOCK_ZONES
from pipeline.extraction.registry import where_said
from pipeline.extraction.tokens import Token, joins, word_at, words_at
from pipeline.vocabulary.language import calendar, changes, words

_SPANS = calendar().spans.keys() | {"week", "weeks"}
_SHORT_SPANS = frozenset({"day", "days", "hour", "hours", "minute", "minutes", "second", "seconds"})
_RATES = frozenset({"day", "night", "shift", "week", "month", "year"})
_LENGTHENING = frozenset({"straight", "consecutive", "full", "successive", "long", "more"})

_MERIDIEM = frozenset({"am", "pm", "a.m.", "p.m."})
_CLOCKS = _MERIDIEM | {"o'clock"}
_SAID_WITH_CLOCKS = _CLOCKS | {"m"}
"""The last words behind a time of day; "m" is that of "p . m"."""
_DIGITS_OF_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])(?:\.?[0-5][0-9])?")
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening"})
_HOUR = re.compile(r"[01]?\d|2[0-4]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DATED = words("times", "dated")
_MINUTES = re.compile(r"[0-5]\d")
_HOUR_AND_MINUTES = re.compile(r"(?:0?[1-9]|1\d|2[0-3])\.[0-5]\d")
_BEFORE_CLOCK = frozenset({"at", "until", "till", "by", "from", "before", "after"})
_MOVING = (
    frozenset(form[0] for form in changes().verbs if len(form) == 1)
    | changes().nouns.keys()
    | changes().particles.keys()
)
_OPENING = words("times", "opening")
_HOURS = words("times", "hours")
_STANDING = words("times", "standing")
_AFTER_CLOCK = frozenset({".", ",", ";", ")", "and", "on", "in", "each", "every", "to", ""})


@where_said(_BEFORE_CLOCK | _SAID_WITH_CLOCKS | CLOCK_ZONES | {":"})
def clock_time(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """A time of day in digits: "4pm", "6:40 a.m.", "16:00", "at 9.35", "6 o'clock", "1015 GMT"."""
    return first_verdict((_before_meridiem, _before_zone, _around_colon, _with_point, _opens_at), tokens, numeral)


@where_said(_SAID_WITH_CLOCKS | _PARTS_OF_DAY)
def time_in_words(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """A time of day in words: "six in the morning", "eight a.m.", "six o'clock"."""
    return first_verdict((_before_meridiem, _in_part_of_day), tokens, numeral)


@where_said(_SPANS | _SHORT_SPANS)
def length_of_time(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """A length of time that only fixes a window: "after three years", "nine years after", "a five-year boom".

    What a journey, a wait or a stock is said to last is a figure (`durations`).
    """
    j = numeral.last
    if joins(tokens, j):
        j += 1
    if word_at(tokens, j) in _LENGTHENING:
        j += 1
    word = word_at(tokens, j)
    if joins(tokens, j + 1) and not joins(tokens, j - 1):
        # "900 second-hand flats"; but "a five-year-long slump".
        return None
    if (word not in _SPANS and word not in _SHORT_SPANS) or is_told_length(tokens, numeral, j):
        return None
    # "8 hours a day" tells a rate.
    is_rate = word_at(tokens, j + 1) in ("a", "per", "each") and word_at(tokens, j + 2) in _RATES
    short = word in _SHORT_SPANS and not is_rate
    if word in _SPANS or short:
        return verdict(numeral, "window", "length of time, not a figure", j + 1, quantity=True)
    return None


@where_said(["and"])
def and_a_half(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "an hour and a half"."""
    i = numeral.first
    length = word_at(tokens, i - 2) in _SPANS or word_at(tokens, i - 2) in _SHORT_SPANS
    return (
        verdict(numeral, "window", "length of time, not a figure")
        if length and word_at(tokens, i - 1) == "and"
        else None
    )


@where_said(["past", "to"])
def half_past(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "half past six", "a quarter to nine"; both numbers are of the clock."""
    j = numeral.last
    hour = j + 1 < len(tokens) and (tokens[j + 1].lower in _HOURS or _HOUR.fullmatch(tokens[j + 1].text) is not None)
    if word_at(tokens, j) not in ("past", "to") or not hour or word_at(tokens, j - 1) not in ("half", "quarter"):
        return None
    return verdict(numeral, "time", "time of day", j + 2)


def _time_of_day(numeral: Numeral) -> Verdict:
    return verdict(numeral, "time", "time of day")


def _before_meridiem(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    after = word_at(tokens, numeral.last)
    dotted = after in ("a", "p") and [word_at(tokens, numeral.last + k) for k in (1, 2)] == [".", "m"]
    if dotted or after in _CLOCKS:
        return _time_of_day(numeral)
    # "between 9 and 12 o'clock", "from 9 to 5 p.m."
    second = numeral.last + 1
    joined = after in ("and", "to", "-", "\u2013") and second < len(tokens) and tokens[second].kind == "n"
    return _time_of_day(numeral) if joined and word_at(tokens, second + 1) in _CLOCKS else None


def _before_zone(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "at 1015 GMT", "by 0630 local time", "0600 hours"; "40 hours" are a length of time."""
    if not _DIGITS_OF_CLOCK.fullmatch(numeral.digits) or word_at(tokens, numeral.last) not in CLOCK_ZONES:
        return None
    after = word_at(tokens, numeral.last)
    if after == "local":
        return _time_of_day(numeral) if word_at(tokens, numeral.last + 1) == "time" else None
    if after == "hours":
        return _time_of_day(numeral) if len(numeral.digits) == len("0600") else None
    return _time_of_day(numeral) if tokens[numeral.last].text.isupper() else None


def _opens_at(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "opens at 9", "begin at 7 sharp", "starts work at 1740": a whole hour, or hour and minutes, of opening."""
    whole = _HOUR.fullmatch(numeral.digits) or (
        len(numeral.digits) == len("1740") and _DIGITS_OF_CLOCK.fullmatch(numeral.digits)
    )
    if not whole or word_at(tokens, numeral.first - 1) not in ("at", "from", "until", "till"):
        return None
    opening = any(word_at(tokens, numeral.first - k) in _OPENING for k in (2, 3))
    ends = word_at(tokens, numeral.last) in _AFTER_CLOCK - {"to"} | {"sharp"}
    return _time_of_day(numeral) if opening and ends else None


@where_said(_DATED)
def year_of_a_thing(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the 2021 bonds", "a 1998 vintage"."""
    in_name = numeral.first > 0 and tokens[numeral.first].glued
    if in_name or _YEAR.fullmatch(numeral.digits) is None or word_at(tokens, numeral.last) not in _DATED:
        return None
    return verdict(numeral, "date", "year that tells which thing")


def _around_colon(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As both numbers of "16:00"; the second of two colons ("16:00:30") has minutes before it."""
    if _colon_of_clock(tokens, numeral.last) or _colon_of_clock(tokens, numeral.first - 1):
        return _time_of_day(numeral)
    return None


def _colon_of_clock(tokens: Sequence[Token], k: int) -> bool:
    if word_at(tokens, k) != ":" or not 0 < k < len(tokens) - 1 or not tokens[k].glued or not tokens[k + 1].glued:
        return False
    before, after = tokens[k - 1].text, tokens[k + 1].text
    return bool((_HOUR.fullmatch(before) or _MINUTES.fullmatch(before)) and _MINUTES.fullmatch(after))


def _with_point(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "leaves at 8.25"; "narrowed from 2.47" and "stood at 2.47" are no clocks."""
    # Not "put at 3.03 million".
    if numeral.last > numeral.first + 1 or not _HOUR_AND_MINUTES.fullmatch(numeral.digits):
        return None
    before, further = word_at(tokens, numeral.first - 1), word_at(tokens, numeral.first - 2)
    if before not in _BEFORE_CLOCK:
        return None
    if further in _MOVING or further in _STANDING or word_at(tokens, numeral.last) not in _AFTER_CLOCK:
        return None
    return _time_of_day(numeral)


def _in_part_of_day(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    following = words_at(tokens, numeral.last, 3)
    if numeral.value <= 12 and following[:2] == ["in", "the"] and following[2] in _PARTS_OF_DAY:
        return _time_of_day(numeral)
    return None
