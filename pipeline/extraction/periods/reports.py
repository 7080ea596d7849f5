"""Reports: when one came out, and what time it is of.

Belongs here: telling the two apart, "put out on 9 March", "the figures for 2017". Does not: who reports
(`topics.sources`), which period a figure has (`timing`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.periods.period import Clock, Period
from pipeline.extraction.spans import Span
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import words

_REPORTING = words("periods", "reporting")
_PUTTING_OUT = words("periods", "putting_out")
_REPORTS = words("periods", "reports")
_BEFORE_DATE = words("periods", "before_date_of_report")
_BEHIND_REPORT = frozenset({"here", "heard"})
_DATING = frozenset({"of", "from", "dated"})
_COMPARING = frozenset({"than", "since", "from", "unlike", "against", "after"})
_LONGEST_MONTH = 31
_BEFORE_ADDED = frozenset({"value", "-"})


def is_of_report(tokens: Sequence[Token], period: Period) -> bool:
    """As in "the bureau said on Wednesday", "reported in May 2014": when it was said, not when it was so.

    What is "issued in 2017" may be a licence; what is put out on a day, or in a month, is a report.
    """
    i = period.first - 1
    if i > 0 and _is_short(period) and word_at(tokens, i) in _DATING and word_at(tokens, i - 1) in _REPORTS:
        # "Its statement of 4 May".
        return True
    if word_at(tokens, i) in _BEFORE_DATE:
        i -= 1
    if word_at(tokens, i) in _BEHIND_REPORT:
        i -= 1
    if word_at(tokens, i) == "added" and word_at(tokens, i - 1) in _BEFORE_ADDED:
        # "58 per cent of its value added in 2023".
        return False
    word = word_at(tokens, i) if i >= 0 else ""
    return word in _REPORTING or (_is_short(period) and word in _PUTTING_OUT)


def period_reported(tokens: Sequence[Token], periods: Sequence[Period], clock: Clock) -> Span | None:
    """The year, or part of one, of which a sentence without figures says that it is reported: "figures for 2017"."""
    if _REPORTS.isdisjoint([token.lower for token in tokens]):
        return None
    for period in periods:
        span = period.span
        if period.kind != "in" or span is None or span.years or _is_day(span) or is_of_report(tokens, period):
            continue
        over = clock.end is None or span.end <= clock.end
        if over and _COMPARING.isdisjoint([word_at(tokens, k) for k in (period.first - 2, period.first - 1)]):
            return span
    return None


def _is_day(span: Span) -> bool:
    return span.start == span.end


def _is_short(period: Period) -> bool:
    return period.span is not None and (period.span.end - period.span.start).days <= _LONGEST_MONTH
