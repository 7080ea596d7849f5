"""Peaks: the time at which something was at its highest, told once and then referred to.

Belongs here: "its peak of 2012", "the 2018 high", and "the peak" alone. Does not: what is measured against it
(`timing`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.points import point
from pipeline.extraction.periods.years import year_at
from pipeline.extraction.registry import where_said
from pipeline.extraction.sites import first_in
from pipeline.extraction.spans import Span
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import words

_PEAKS = words("periods", "peaks")
_PEAKING = words("periods", "peaking")
OWNERS = words("periods", "owners")
"""The words with which a reference to a peak begins: "the", "its"."""
_BEFORE_BASE = words("periods", "before_peak")
_OF = frozenset({"of", "in"})
_FARTHEST_DATE = 10
"""So many words behind "peak" its date may stand: "a peak of 28,000 tonnes in 1960"."""


@where_said(_PEAKS)
def peak(passage: Passage, i: int) -> Period | None:
    """As in "their peak in 2018", "its 2018 peak"; "the peak" alone where its date was told before."""
    at = i + 1
    year = year_at(passage, at)
    if year is not None:
        at += 1
    if passage.word(i) not in OWNERS or passage.word(at) not in _PEAKS:
        return None
    if year is not None:
        dated = point(passage, i + 1)
        return None if dated is None else Period(i, at + 1, "in", dated.span, rule="peak")
    when = point(passage, at + 2) if passage.word(at + 1) in _OF else None
    if when is not None and when.span is not None:
        return Period(i, when.last, "in", when.span, rule="peak")
    return Period(i, at + 1, "in", rule="peak") if passage.word(i - 1) in _BEFORE_BASE else None


def peak_told(tokens: Sequence[Token], periods: Sequence[Period], first: int = 0) -> Span | None:
    """When words say that something was at its peak: "peaked in 2012", "at its height, in 1962".

    `first`: the number in its sentence of the first of `tokens`.
    """
    words = [token.lower for token in tokens] if periods else ()
    if _PEAKING.isdisjoint(words):
        return None
    for i in [i for i, word in enumerate(words, first) if word in _PEAKING]:
        dated = first_in(periods, i - 2, i + _FARTHEST_DATE)
        if dated is not None and dated.kind == "in" and dated.span is not None:
            return dated.span
    return None
