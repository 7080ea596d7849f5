"""Periods: the words of a sentence that say when, each with its span or its offset from another.

Belongs here: recognising calendar expressions in tokens. Does not: choosing which of them a figure has (`timing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.extraction.numerals import Numeral
from pipeline.extraction.spans import (
    Span,
    day_span,
    half_span,
    in_calendar,
    last_month_before,
    last_weekday_before,
    month_span,
    quarter_span,
    shift,
    year_span,
)
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import calendar, numerals, words

PeriodKind = Literal["in", "span", "since", "by", "earlier", "later", "now", "same", "window"]

_CALENDAR = calendar()
_ORDINALS = numerals().ordinals
_CARDINALS = numerals().cardinals
_DASHES = frozenset("-‐‑–—")
_SPAN_NOUNS = _CALENDAR.spans
_YEAR = re.compile(r"[12]\d{3}")
# A four-digit number after one of these is a year even where a noun follows ("in 2000 residents left").
_BEFORE_YEAR = words("periods", "before_year")


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar expression over tokens `first` to `last` (exclusive).

    `in`, `span`, `since`, `by` have a span; `earlier` and `later` an offset in months from another period;
    `now` the year of publication; `same` points back ("in the half", "that year"); `window` is a bare length of time.
    `edge` says that only an end of the span is meant ("at the end of June": its last day).
    """

    first: int
    last: int
    kind: PeriodKind
    span: Span | None = None
    months: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """What relative expressions count from: the first and last day on which the text may have been published."""

    start: date | None
    end: date | None


class PeriodReader:
    """Reads the calendar expressions of one sentence, left to right; each rule is a method that returns a `Period`."""

    __slots__ = ("clock", "count", "default_year", "numeral_at", "tokens", "values")

    def __init__(
        self, tokens: Sequence[Token], numerals_found: Sequence[Numeral], clock: Clock, default_year: int | None
    ) -> None:
        """`default_year`: the year that a month without one falls in, where the text has been speaking of one."""
        self.tokens = tokens
        self.count = len(tokens)
        self.clock = clock
        self.default_year = default_year
        self.numeral_at = {n.first: n for n in numerals_found}

    def read(self) -> list[Period]:
        """All periods of the sentence, in order, none overlapping."""
        out: list[Period] = []
        i = 0
        while i < self.count:
            period = self._at(i)
            if period is None or period.last <= i:
                i += 1
            else:
                out.append(period)
                i = period.last
        return out

    # ------------------------------------------------------------------ dispatch
    def _at(self, i: int) -> Period | None:
        token = self.tokens[i]
        word = token.lower
        if token.kind == "n":
            return self._year_range(i) or self._dated_number(i) or self._year(i) or self._offset(i)
        if token.kind != "w":
            return None
        if word in ("from", "between"):
            return self._from_to(i)
        if word in ("since", "by", "until", "till", "before", "after"):
            return self._since_or_by(i)
        if word in (
            "the",
            "these",
            "a",
            "an",
            "over",
            "in",
            "within",
            "during",
            "for",
            "on",
            "at",
            "that",
            "this",
            "last",
            "next",
            "past",
            "previous",
            "same",
        ):
            return self._with_determiner(i)
        if word in _CALENDAR.months and token.text[0].isupper():
            return self._month(i)
        if word in _CALENDAR.weekdays:
            return self._weekday(i)
        if word in ("early", "mid", "late"):
            return self._part(i)
        if word in ("today", "now", "currently", "presently", "nowadays", "today's"):
            return self._now(i, i + 1)
        if word in ("fiscal", "financial", "fy"):
            return self._fiscal(i, i)
        if word == "so" and self._word(i + 1) == "far":
            return self._now(i, i + 2)
        if word == "to" and self._word(i + 1) == "date":
            return self._now(i, i + 2)
        if word == "year" and self._is_on_year(i):
            return Period(
                i, i + 5 if self.tokens[i + 1].text in _DASHES else i + 3, "earlier", months=12, rule="year-on-year"
            )
        if word == "month" and self._is_on_year(i):
            return Period(
                i, i + 5 if self.tokens[i + 1].text in _DASHES else i + 3, "earlier", months=1, rule="month-on-month"
            )
        if word == "yesterday" and self.clock.end is not None:
            return None
        if word in _ORDINALS:
            return self._part_of_year(i)
        if word in ("full", "whole") and self._word(i + 1) == "year":
            return None
        if word in ("one", *_CARDINALS) or word in ("several", "few"):
            return self._offset(i)
        if word in ("twelve",):
            return self._offset(i)
        if word in ("q1", "q2", "q3", "q4"):
            return None
        return None

    # ------------------------------------------------------------------ years and days
    def year_at(self, i: int) -> int | None:
        """The year that token `i` writes, or null."""
        if i >= self.count or self.tokens[i].kind != "n" or not _YEAR.fullmatch(self.tokens[i].text):
            return None
        year = int(self.tokens[i].text)
        if not in_calendar(year) or year < 1500 or year > 2150:
            return None
        before = self.tokens[i - 1] if i else None
        if before is not None and before.kind == "m" and before.end == self.tokens[i].start:
            return None
        numeral = self.numeral_at.get(i)
        if numeral is None or numeral.scaled or numeral.form != "digits":
            return None
        following = self.tokens[i + 1] if i + 1 < self.count else None
        if following is not None and following.kind == "w" and following.glued and following.lower != "s":
            return None
        if following is not None and following.text in ("%", ","):
            return year if following.text == "," else None
        if following is not None and following.kind == "w" and (before is None or before.lower not in _BEFORE_YEAR):
            word = following.lower
            if following.glued and word == "s":
                return year
            if word in _UNIT_WORDS or (
                word.endswith("s") and word not in _NOT_COUNTED and not following.text[0].isupper() and "'" not in word
            ):
                return None
        if (
            before is not None
            and before.lower
            in (
                "no",
                "route",
                "flight",
                "page",
                "room",
                "suite",
                "gate",
                "section",
                "about",
                "around",
                "some",
                "nearly",
                "almost",
                "over",
                "than",
                "under",
                "least",
            )
            and before.lower not in ("around", "than", "about")
        ):
            return None
        return year

    def _year(self, i: int) -> Period | None:
        year = self.year_at(i)
        if year is None:
            return None
        if i + 1 < self.count and self.tokens[i + 1].lower == "s" and self.tokens[i + 1].glued:
            return Period(
                i, i + 2, "in", year_span(year, year + 9 if year % 100 or year < 2000 else year + 9), rule="decade"
            )
        return Period(i, i + 1, "in", year_span(year), rule="year")

    def _year_range(self, i: int) -> Period | None:
        """As in "2014-15", "1904-05", "2010 to 2018", "2010-2018"."""
        first = self.year_at(i)
        if first is None or i + 2 >= self.count:
            return None
        middle = self.tokens[i + 1]
        if middle.text in _DASHES and self.tokens[i + 2].kind == "n":
            text = self.tokens[i + 2].text
            if len(text) == 2 and text.isdigit() and int(text) > first % 100 and self.tokens[i + 2].glued:
                return Period(i, i + 3, "span", year_span(first, first // 100 * 100 + int(text)), rule="year-range")
            last = self.year_at(i + 2)
            if last is not None and last > first:
                return Period(i, i + 3, "span", year_span(first, last), rule="year-range")
        if middle.lower in ("to", "until", "through"):
            last = self.year_at(i + 2)
            if last is not None and last > first:
                return Period(i, i + 3, "span", year_span(first, last), rule="year-range")
        return None

    def _dated_number(self, i: int) -> Period | None:
        """As in "1 November 2020", "19 May", "8/11/2019"."""
        token = self.tokens[i]
        if len(token.text) > 2 or not token.text.isdigit():
            return None
        j = i + 1
        if j < self.count and self.tokens[j].lower in ("st", "nd", "rd", "th") and self.tokens[j].glued:
            j += 1
        if self._word(j) == "of":
            j += 1
        month = self._month_number(j)
        if month is not None:
            year = self.year_at(j + 1)
            last = j + 2 if year is not None else j + 1
            return self._day(i, last, year, month, int(token.text))
        if (
            i + 4 < self.count
            and self.tokens[i + 1].text == self.tokens[i + 3].text == "/"
            and self.tokens[i + 4].kind == "n"
            and len(self.tokens[i + 4].text) == 4
        ):
            first, second, year = int(token.text), self.tokens[i + 2].text, int(self.tokens[i + 4].text)
            if second.isdigit() and len(second) <= 2 and in_calendar(year):
                return Period(
                    i,
                    i + 5,
                    "in",
                    day_span(year, int(second), first) or day_span(year, first, int(second)),
                    rule="numeric-date",
                )
        return None

    def _month_number(self, i: int) -> int | None:
        if i >= self.count or self.tokens[i].kind != "w" or not self.tokens[i].text[:1].isupper():
            return None
        return _CALENDAR.months.get(self.tokens[i].lower)

    def _day(self, first: int, last: int, year: int | None, month: int, day: int) -> Period | None:
        if year is None:
            year = self._year_of_month(month)
        if year is None:
            return Period(first, last, "in", None, rule="day")
        span = day_span(year, month, day)
        return None if span is None else Period(first, last, "in", span, rule="day")

    def _year_of_month(self, month: int) -> int | None:
        if self.clock.end is not None:
            recent = last_month_before(self.clock.end, month).start.year
            if self.default_year is not None and self.default_year < recent and recent - self.default_year <= 1:
                return recent
            return recent
        return self.default_year

    def _month(self, i: int) -> Period | None:
        """As in "October 2014", "May 19, 2003", "May 4th", "April", "January to October", "from September"."""
        month = self._month_number(i)
        if month is None:
            return None
        if (
            self.tokens[i].lower in ("may", "march", "mar")
            and i
            and self.tokens[i - 1].lower
            not in (
                "in",
                "on",
                "of",
                "since",
                "by",
                "until",
                "last",
                "from",
                "to",
                "and",
                "early",
                "late",
                "mid",
                "this",
                "next",
                ",",
                "from",
            )
        ):
            after = self.tokens[i + 1] if i + 1 < self.count else None
            if after is None or after.kind != "n":
                return None
        j = i + 1
        if j < self.count and self.tokens[j].text == "." and self.tokens[j].glued:
            j += 1
        if (
            j < self.count
            and self.tokens[j].kind == "n"
            and len(self.tokens[j].text) <= 2
            and self.tokens[j].text.isdigit()
            and 1 <= int(self.tokens[j].text) <= 31
        ):
            day = int(self.tokens[j].text)
            k = j + 1
            if k < self.count and self.tokens[k].lower in ("st", "nd", "rd", "th") and self.tokens[k].glued:
                k += 1
            year = None
            if k + 1 < self.count and self.tokens[k].text == ",":
                year = self.year_at(k + 1)
            last = k + 2 if year is not None else k
            if year is None and self.year_at(k) is not None:
                year, last = self.year_at(k), k + 1
            return self._day(i, last, year, month, day)
        year = self.year_at(j)
        last = j + 1 if year is not None else i + 1
        second = (
            self._month_number(j + 1)
            if self._word(j) in ("to", "through") or (j < self.count and self.tokens[j].text in _DASHES)
            else None
        )
        if year is None and second is not None:
            year = self.year_at(j + 2)
            last = j + 3 if year is not None else j + 2
            resolved = year if year is not None else self._year_of_month(second)
            return (
                None
                if resolved is None
                else Period(
                    i,
                    last,
                    "in",
                    month_span(resolved, month, second if second >= month else second + 12),
                    rule="months",
                )
            )
        resolved = year if year is not None else self._year_of_month(month)
        if resolved is None:
            return Period(i, last, "in", None, rule="month")
        return Period(i, last, "in", month_span(resolved, month), rule="month")

    def _weekday(self, i: int) -> Period | None:
        if self.clock.end is None or self.clock.start != self.clock.end:
            return Period(i, i + 1, "in", None, rule="weekday")
        first = i - 1 if i and self.tokens[i - 1].lower == "last" else i
        return Period(
            first,
            i + 1,
            "in",
            last_weekday_before(self.clock.end, _CALENDAR.weekdays[self.tokens[i].lower]),
            rule="weekday",
        )

    def _part(self, i: int) -> Period | None:
        """As in "late 1990s", "early 2023", "mid-2014", "late May"."""
        j = i + 1
        if j < self.count and self.tokens[j].text in _DASHES:
            j += 1
        year = self.year_at(j)
        if year is None:
            return None
        low, high = _CALENDAR.parts[self.tokens[i].lower]
        if j + 1 < self.count and self.tokens[j + 1].lower == "s" and self.tokens[j + 1].glued:
            return Period(i, j + 2, "in", year_span(year + low, year + high), rule="decade")
        return Period(i, j + 1, "in", year_span(year), rule="year")

    # ------------------------------------------------------------------ spans
    def _from_to(self, i: int) -> Period | None:
        """As in "from 2010 to 2018", "between 1949 and 2020", "from January to October"."""
        first = self._plain(i + 1)
        if first is None or first.span is None:
            return None
        if first.kind == "span":
            return Period(i, first.last, "span", first.span, rule="span")
        joint = self._word(first.last)
        if joint not in (("and",) if self.tokens[i].lower == "between" else ("to", "until", "till", "through")):
            return None
        second = self._plain(first.last + 1)
        if second is None or second.span is None:
            return None
        if (
            first.rule in ("month", "day")
            and second.rule == "month"
            and second.span.start.year != first.span.start.year
            and self.year_at(first.last - 1) is None
        ):
            first = Period(
                first.first, first.last, "in", month_span(second.span.start.year, first.span.start.month), rule="month"
            )
            if first.span is None:
                return None
        if second.span.end < first.span.start:
            return None
        kind: PeriodKind = "in" if first.rule == "month" and second.rule == "month" else "span"
        return Period(i, second.last, kind, Span(first.span.start, second.span.end), rule="span")

    def _plain(self, i: int) -> Period | None:
        """A year, month, day or part of a year that begins at `i`, without preposition."""
        if i >= self.count:
            return None
        if self._word(i) == "the":
            i += 1
        if i >= self.count:
            return None
        if self.tokens[i].kind == "n":
            return self._dated_number(i) or self._year(i)
        if self.tokens[i].lower in _CALENDAR.months:
            return self._month(i)
        if self.tokens[i].lower in ("early", "mid", "late"):
            return self._part(i)
        if self.tokens[i].lower in ("last", "this", "next"):
            return self._relative(i)
        if self.tokens[i].lower in ("fiscal", "financial"):
            return self._fiscal(i, i)
        if self.tokens[i].lower in ("end", "start", "beginning"):
            return self._edge(i)
        return self._part_of_year(i) if self.tokens[i].lower in _ORDINALS else None

    def _since_or_by(self, i: int) -> Period | None:
        word = self.tokens[i].lower
        j = i + 1
        if self._word(j) == "about" or self._word(j) == "around":
            j += 1
        point = self._plain(j)
        if point is None and word == "since":
            # "since it came on stream in 1960", "since the end of August".
            for k in range(j, min(self.count, j + 8)):
                if self.tokens[k].text in (",", ";", "(", ")"):
                    break
                if self.year_at(k) is not None:
                    point = self._plain(k)
                    break
        if point is None or point.kind not in ("in", "span"):
            return None
        if word == "since":
            if point.span is None:
                return Period(i, point.last, "since", None, rule="since")
            end = self.clock.end or point.span.end
            span = Span(point.span.start, date(max(end.year, point.span.end.year), 12, 31))
            return Period(i, point.last, "since", span, rule="since")
        if word in ("by", "until", "till"):
            return Period(i, point.last, "by", point.span, rule="by")
        return Period(i, point.last, "window", point.span, rule=word)

    def _part_of_year(self, i: int) -> Period | None:
        """As in "first quarter of 2015", "first three quarters of 2014", "first ten months", "second half", "third quarter"."""
        number = _ORDINALS.get(self.tokens[i].lower)
        if number is None:
            return None
        j = i + 1
        if j < self.count and self.tokens[j].text in _DASHES:
            j += 1
        many = self.numeral_at.get(j)
        if (
            number == 1
            and many is not None
            and many.form in ("digits", "words", "fraction")
            and self._word(many.last) in ("months", "quarters")
        ):
            months = int(many.value) * (3 if self._word(many.last) == "quarters" else 1)
            return (
                self._of_year(i, many.last + 1, lambda year: month_span(year, 1, months)) if 1 <= months <= 12 else None
            )
        if (
            number == 1
            and many is not None
            and many.form == "fraction"
            and self.tokens[many.last - 1].lower == "quarters"
        ):
            months = round(many.value * 12)
            return self._of_year(i, many.last, lambda year: month_span(year, 1, months)) if 1 <= months <= 12 else None
        noun = self._word(j)
        if noun in ("quarter", "quarter's") and number <= 4:
            return self._of_year(i, j + 1, lambda year: quarter_span(year, number))
        if noun == "half" and number <= 2 and not (self._word(j + 1) == "a" or self._word(j + 1) in ("as", "price")):
            return self._of_year(i, j + 1, lambda year: half_span(year, number))
        return None

    def _of_year(self, first: int, last: int, make: object) -> Period:
        """Adds "of 2015", "of last year", "of the year" or the year itself; the current year where none stands."""
        assert callable(make)
        j = last
        if self._word(j) in ("of", "in"):
            j += 1
        if self._word(j) == "the" and self._word(j + 1) == "year":
            return Period(first, j + 2, "in", self._made(make, self.default_year), rule="part-of-year")
        year = self.year_at(j)
        if year is not None:
            return Period(first, j + 1, "in", make(year), rule="part-of-year")
        relative = self._relative(j)
        if relative is not None and relative.span is not None and relative.rule == "relative-year":
            return Period(first, relative.last, "in", make(relative.span.start.year), rule="part-of-year")
        guess = self.default_year
        if guess is None and self.clock.end is not None:
            guess = self.clock.end.year
        span = self._made(make, guess)
        if span is not None and self.clock.end is not None and span.start > self.clock.end:
            span = shift(span, -12)
        return Period(first, last, "in", span, rule="part-of-year")

    @staticmethod
    def _made(make: object, year: int | None) -> Span | None:
        assert callable(make)
        if year is None:
            return None
        made = make(year)
        return made if isinstance(made, Span) else None

    def _fiscal(self, first: int, i: int) -> Period | None:
        """As in "fiscal 2014", "the fiscal year to June 2015", "financial year 2013-14", "FY2020"."""
        j = i + 1
        if self._word(j) == "year":
            j += 1
        if self._word(j) in ("to", "ending", "ended") or (self._word(j) == "that" and self._word(j + 1) == "ended"):
            k = j + 1 if self._word(j) != "that" else j + 2
            if self._word(k) == "in":
                k += 1
            end = self._plain(k)
            if end is not None and end.span is not None:
                final = end.span.end
                return Period(
                    first,
                    end.last,
                    "in",
                    month_span(final.year - 1, final.month + 1, final.month + 12),
                    rule="fiscal-year",
                )
        year = self.year_at(j)
        if year is None:
            return None
        if (
            j + 2 < self.count
            and self.tokens[j + 1].text in _DASHES
            and self.tokens[j + 2].kind == "n"
            and self.tokens[j + 2].glued
        ):
            return Period(first, j + 3, "in", month_span(year, 4, 15), rule="fiscal-year")
        return Period(first, j + 1, "in", month_span(year, 4, 15), rule="fiscal-year")

    def _edge(self, i: int) -> Period | None:
        """As in "end of June", "start of the year", "end of 2015": one day."""
        if self._word(i + 1) != "of":
            return None
        j = i + 2
        whole = self._plain(j)
        if whole is None or whole.span is None:
            if self._word(j) in ("the", "that") and self._word(j + 1) in ("year", "period", "quarter", "month"):
                year = self.default_year or (self.clock.end.year if self.clock.end else None)
                span = year_span(year) if year is not None and self._word(j + 1) == "year" else None
                whole = Period(j, j + 2, "in", span)
            else:
                return None
        if whole.span is None:
            return Period(i, whole.last, "in", None, rule="edge")
        day = whole.span.end if self.tokens[i].lower == "end" else whole.span.start
        return Period(i, whole.last, "in", Span(day, day), rule="edge")

    # ------------------------------------------------------------------ relative expressions
    def _with_determiner(self, i: int) -> Period | None:
        """What begins with an article, a preposition or a demonstrative."""
        word = self.tokens[i].lower
        if word in ("in", "at", "on", "during", "for", "within", "over"):
            inner = self._window(i) if word in ("in", "over", "during", "within", "for") else None
            if inner is not None:
                return inner
            if word == "at" and self._word(i + 1) == "present":
                return self._now(i, i + 2)
            if (
                word == "on"
                and self._word(i + 1) == "the"
                and self._word(i + 2) in ("week", "month", "quarter", "year")
            ):
                return Period(
                    i,
                    i + 3,
                    "earlier",
                    months={"year": 12, "quarter": 3, "month": 1, "week": 0}[self._word(i + 2)],
                    rule="on-the-period",
                )
            if (
                word in ("in", "during", "for")
                and self._word(i + 1) in ("the", "that", "this")
                and self._word(i + 2) in ("half", "quarter", "period", "month", "year")
                and self._word(i + 3)
                not in ("to", "of", "before", "earlier", "up", "a", "ended", "ending", "since", "when")
            ):
                return Period(i, i + 3, "same", rule="same-period")
            return None
        if word in ("the", "a", "an", "that", "this", "last", "next", "past", "previous", "same"):
            return self._article(i)
        return None

    def _article(self, i: int) -> Period | None:
        word = self.tokens[i].lower
        after = self._word(i + 1)
        if word in ("this", "last", "next"):
            return self._relative(i)
        if word == "that" and after in ("year", "month", "quarter") and self._word(i + 2) not in ("is", "was", "has"):
            return Period(i, i + 2, "same", rule="same-period")
        if word in ("a", "an"):
            return self._offset(i)
        if word in ("the", "previous", "same", "past"):
            j = i + 1 if word == "the" else i
            head = self._word(j)
            if head == "same":
                return self._same_period(i, j)
            if head in ("previous", "preceding", "prior") and self._word(j + 1) in (
                "year",
                "month",
                "quarter",
                "decade",
                "census",
            ):
                return Period(
                    i,
                    j + 2,
                    "earlier",
                    months=_SPAN_NOUNS.get(self._word(j + 1), 12) if self._word(j + 1) != "census" else 120,
                    rule="period-before",
                )
            if head in ("year", "month", "quarter", "decade") and self._word(j + 1) in (
                "before",
                "earlier",
                "previous",
                "previously",
            ):
                if self._word(j + 2) == "last" and self.clock.end is not None:
                    return Period(i, j + 3, "in", year_span(self.clock.end.year - 2), rule="relative-year")
                return Period(i, j + 2, "earlier", months=_SPAN_NOUNS[head], rule="period-before")
            if head in ("end", "start", "beginning"):
                return self._edge(j)
            if head in ("fiscal", "financial"):
                return self._fiscal(i, j)
            if head == "year" and self._word(j + 1) == "to":
                return self._years_to(i, j, 12)
            if head in ("year-end",) or (
                head == "year"
                and j + 2 < self.count
                and self.tokens[j + 1].text in _DASHES
                and self._word(j + 2) == "end"
            ):
                year = self.default_year or (self.clock.end.year if self.clock.end else None)
                span = year_span(year) if year is not None else None
                return Period(i, j + 3, "in", Span(span.end, span.end) if span else None, rule="edge")
            if word == "the" and head in _ORDINALS:
                return self._part_of_year(j)
            if head in ("turn",):
                return None
            return self._window(i)
        return None

    def _same_period(self, first: int, j: int) -> Period | None:
        noun = self._word(j + 1)
        if noun not in ("period", "month", "quarter", "half", "time", "year", "decade", "week"):
            return None
        k = j + 2
        if self._word(k) in ("of", "in", "a", "last"):
            k += 1 if self._word(k) in ("of", "in") else 0
            year = self.year_at(k)
            if year is not None:
                return Period(first, k + 1, "earlier", year_span(year), rule="same-period-of")
            relative = self._relative(k)
            if relative is not None and relative.span is not None:
                return Period(first, relative.last, "earlier", relative.span, rule="same-period-of")
            if (
                self._word(k) in ("a", "the")
                and self._word(k + 1) == "year"
                and self._word(k + 2) in ("earlier", "ago", "before")
            ):
                return Period(first, k + 3, "earlier", months=12, rule="same-period-of")
        return Period(first, j + 2, "same", rule="same-period")

    def _relative(self, i: int) -> Period | None:
        """As in "last year", "this month", "next year", "last summer", "last April"; needs a publication date."""
        if i + 1 >= self.count:
            return None
        word, noun = self._word(i), self._word(i + 1)
        step = {"last": -1, "this": 0, "next": 1}.get(word)
        if step is None or self.clock.end is None or self.clock.start is None:
            return (
                Period(i, i + 2, "in", None, rule="relative")
                if step is not None and noun in ("year", "month", "week", "quarter", *_CALENDAR.seasons)
                else None
            )
        published = self.clock.end
        if noun in ("year", "year's"):
            return Period(i, i + 2, "in", year_span(published.year + step), rule="relative-year")
        if noun == "month":
            return Period(i, i + 2, "in", shift(month_span(published.year, published.month), step), rule="relative")
        if noun == "quarter":
            return Period(
                i,
                i + 2,
                "in",
                shift(quarter_span(published.year, (published.month + 2) // 3), 3 * step),
                rule="relative",
            )
        if noun == "week":
            return Period(i, i + 2, "in", month_span(published.year, published.month), rule="relative")
        if noun in _CALENDAR.seasons:
            low, high = _CALENDAR.seasons[noun]
            year = published.year if step >= 0 or published.month > high else published.year - 1
            return Period(i, i + 2, "in", month_span(year, low, high), rule="relative")
        month = self._month_number(i + 1)
        if month is not None:
            year = published.year if step == 0 or month < published.month else published.year - 1
            return Period(i, i + 2, "in", month_span(year, month), rule="relative")
        if noun in _CALENDAR.weekdays:
            return self._weekday(i + 1)
        return self._window(i)

    def _offset(self, i: int) -> Period | None:
        """As in "a year earlier", "ten years before", "12 months ago", "two decades ago", "three years later"."""
        if self._word(i) in ("a", "an"):
            number, j = 1.0, i + 1
            half = self.numeral_at.get(i)
            if half is not None and half.form == "words":
                number, j = half.value, half.last
        else:
            numeral = self.numeral_at.get(i)
            if numeral is None or numeral.form not in ("words", "digits", "fraction"):
                return None
            number, j = numeral.value, numeral.last
        noun = self._word(j)
        months = _SPAN_NOUNS.get(noun)
        if months is None or number > 3000:
            return None
        after = self._word(j + 1)
        total = round(number * months)
        if after in ("earlier", "before", "previously", "prior"):
            following = self.year_at(j + 2)
            if following is not None:
                return Period(i, j + 2, "window", rule="window")
            return Period(i, j + 2, "earlier", months=total, rule="offset")
        if after in ("later", "after", "on", "hence"):
            return Period(
                i,
                j + 2 if after != "after" else j + 1,
                "window" if after in ("after", "on") else "later",
                months=total,
                rule="offset",
            )
        if after == "ago" or (after == "back" and self._word(j + 2) not in ("to", "in")):
            if self.clock.end is None:
                return Period(i, j + 2, "earlier", months=total, rule="ago")
            base = (
                year_span(self.clock.end.year)
                if months >= 12
                else month_span(self.clock.end.year, self.clock.end.month)
            )
            return Period(
                i,
                j + 2,
                "in",
                shift(base, -min(total, 12 * (self.clock.end.year - 2))),
                rule="ago" if total != 12 else "year-ago",
            )
        return None

    def _window(self, i: int) -> Period | None:
        """As in "over the past decade", "in the eight years to 2017", "within five years", "for the past two years"."""
        j = i
        preposition = self._word(j) if self._word(j) in ("in", "over", "during", "within", "for") else ""
        if preposition:
            j += 1
        if self._word(j) in ("about", "around", "nearly", "almost", "more", "roughly", "some"):
            j += 2 if self._word(j + 1) == "than" else 1
        article = self._word(j) in ("the", "a", "an", "these", "those")
        if article and self.numeral_at.get(j) is None:
            j += 1
        past = (
            self._word(j)
            if self._word(j) in ("past", "last", "next", "previous", "coming", "following", "preceding", "first")
            else ""
        )
        if past:
            j += 1
        if self._word(j) in ("few", "several", "couple"):
            number, j = 3.0, j + 1
            if self._word(j) == "of":
                j += 1
            vague = True
        else:
            vague = False
            numeral = self.numeral_at.get(j)
            if numeral is not None and numeral.form in ("words", "digits", "fraction"):
                number, j = numeral.value, numeral.last
            elif past and past != "first":
                number = 1.0
            else:
                return None
        if self._word(j) in ("straight", "consecutive", "full", "successive"):
            j += 1
        months = _SPAN_NOUNS.get(self._word(j))
        if months is None or number > 3000:
            return None
        total = round(number * months)
        if self._word(j + 1) in ("ago", "earlier", "before", "later"):
            return None
        if preposition == "over" and past in ("previous", "preceding", "last") and total == 12:
            return Period(i, j + 1, "earlier", months=12, rule="period-before")
        ending = self._years_to(i, j, total)
        if ending is not None:
            return ending
        if (
            self.clock.end is not None
            and not vague
            and total >= 12
            and (preposition == "within" or (past in ("next", "coming", "following") and preposition != "for"))
        ):
            return Period(
                i, j + 1, "span", year_span(self.clock.end.year, self.clock.end.year + total // 12), rule="next-years"
            )
        if self.clock.end is None or vague or not past or total < 12:
            if past or preposition in ("within", "over", "for", "in"):
                return Period(i, j + 1, "window", rule="window")
            return None
        year = self.clock.end.year
        years = max(1, total // 12)
        if past in ("past", "last", "previous", "preceding"):
            return Period(
                i,
                j + 1,
                "window" if preposition == "for" else "span",
                year_span(max(2, year - years), year),
                rule="past-years",
            )
        if past in ("next", "coming", "following"):
            return Period(i, j + 1, "window", year_span(year, year + years), rule="window")
        return Period(i, j + 1, "window", rule="window")

    def _years_to(self, first: int, j: int, months: int) -> Period | None:
        """As in "the eight years (up) to 2017", "the year to June": token `j` is the noun."""
        k = j + 1
        if self._word(k) in ("up", "through"):
            k += 1
        if self._word(k) not in ("to", "until", "through", "ending", "ended"):
            return None
        end = self._plain(k + 1)
        if end is None or end.span is None or end.kind != "in":
            return None
        final = end.span.end
        years = months // 12
        if end.rule == "year":
            return Period(
                first, end.last, "span", year_span(max(2, final.year - max(years, 1)), final.year), rule="years-to"
            )
        return Period(
            first,
            end.last,
            "in" if months == 12 else "span",
            Span(shift(Span(final, final), -months).start, final),
            rule="years-to",
        )

    def _now(self, first: int, last: int) -> Period:
        span = year_span(self.clock.end.year) if self.clock.end is not None else None
        return Period(first, last, "now", span, rule="now")

    def _is_on_year(self, i: int) -> bool:
        """Whether "year-on-year" or "month on month" begins at `i`."""
        step = 2 if i + 1 < self.count and self.tokens[i + 1].text in _DASHES else 1
        return self._word(i + step) in ("on", "over") and self._word(i + 2 * step) == self.tokens[i].lower

    def _word(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < self.count and self.tokens[i].kind == "w" else ""


_UNIT_WORDS = words("periods", "unit_words")
_NOT_COUNTED = words("periods", "not_counted")
