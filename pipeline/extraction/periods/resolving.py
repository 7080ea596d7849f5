"""Resolving: what points back ("that year", "since then", "the peak") to what its own sentence names before it.

Belongs here: references within a sentence. Does not: reading them (`backreferences`, `peaks`), what the text before the
sentence was about, which figures fall back on by themselves (`timing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.peaks import peak_told
from pipeline.extraction.periods.period import Period
from pipeline.extraction.sites import REACH
from pipeline.extraction.spans import Span, shift

_POINTING_BACK = frozenset({"same-period", "since-then", "period-after", "years-after"})
_DATES = frozenset({"in", "by"})
_NEAR = 4
"""So many periods back the one that "that year" means may stand."""


def resolved(passage: Passage, period: Period, before: Sequence[Period]) -> Period | None:
    """The period with the span that it points back to, if any; null for a peak of which no time was told.

    `before`: the periods before it in its sentence, in order.
    """
    if period.rule == "peak" and period.span is None:
        first = max(0, period.first - REACH)
        told = peak_told(passage.tokens[first : period.first], before, first) or passage.peak
        return None if told is None else replace(period, span=told)
    if period.rule not in _POINTING_BACK and period.kind != "later":
        return period
    if period.rule == "years-after" and period.span is not None:
        return period
    spoken_of = next((one.span for one in reversed(before[-_NEAR:]) if one.kind in _DATES), None)
    if spoken_of is None:
        return replace(period, kind="window", months=0) if period.rule == "years-after" else period
    if period.kind == "since":
        end = spoken_of.end if period.span is None else max(spoken_of.end, period.span.end)
        return replace(period, span=Span(spoken_of.start, end))
    return replace(period, span=spoken_of if period.kind == "same" else shift(spoken_of, period.months))
