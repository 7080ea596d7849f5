"""After events: periods told by how long after something else they were, "two years after the flood of 2002".

Belongs here: what stands behind "two years after". Does not: the length itself (`lengths`), what a date named
before the words makes of them (`resolving`).
"""

from __future__ import annotations

from pipeline.extraction.periods.edges import point_or_edge
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.years import year_at
from pipeline.extraction.spans import shift, year_span
from pipeline.extraction.units import DEDUCTED
from pipeline.vocabulary.language import words

_YEAR = 12
_LONGEST_EVENT = 9
_PAUSES = frozenset(",.;:")
_SUBJECTS = words("periods", "subjects")


def after_event(passage: Passage, first: int, after: int, months: int) -> Period | None:
    """What a length of time before the word "after" or "on" at token `after` says; it begins at token `first`.

    `months`: how long after the event; 0 where it is told when the event began to count.
    """
    behind = passage.text(after + 1)
    if behind in DEDUCTED:
        # "Pay of 1,900 euros a month after tax".
        return None
    if passage.word(after) == "after" and months >= _YEAR and (behind == "," or behind.lower() in ("it", "they")):
        # "When it shut in 2004 it made 40 tonnes; six years after, it".
        last = passage.text(after + 2) if behind != "," else ""
        if behind == "," or last in _PAUSES:
            return Period(first, after + 1, "later", months=months, rule="offset")
    dated = _dated_event(passage, first, after, months)
    if dated is not None:
        return dated
    if passage.word(after) == "after" and months >= _YEAR and point_or_edge(passage, after + 1) is None:
        if _is_inserted(passage, first, after):
            # "By 2014, a decade after the fire, it made": what follows is of 2014.
            return Period(first, after, "window", rule="offset")
        # "It opened in 1985, six years after a flood": what is told of the flood is of 1979.
        return Period(first, after + 1, "in", months=-months, rule="years-after")
    return Period(first, after if passage.word(after) == "after" else after + 1, "window", rule="offset")


def _dated_event(passage: Passage, first: int, after: int, months: int) -> Period | None:
    """As in "two years after the flood of 2002, it had": counted from the year of the event."""
    for k in range(after + 2, after + _LONGEST_EVENT) if months >= _YEAR else ():
        if passage.text(k) in _PAUSES:
            return None
        year = year_at(passage, k)
        if year is not None and _begins_statement(passage, k + 1):
            return Period(first, k + 1, "in", shift(year_span(year), months), rule="years-after")
    return None


def _begins_statement(passage: Passage, i: int) -> bool:
    """Whether token `i` ends what is told of the event: a pause, or a subject that needs none, "of 2013 Gera had"."""
    text = passage.text(i)
    if not text or text in _PAUSES:
        return True
    return passage.word(i) in _SUBJECTS or (text[0].isupper() and passage.month(i) is None)


def _is_inserted(passage: Passage, first: int, after: int) -> bool:
    """Whether commas enclose the words, and no number between them is told of the event."""
    if passage.text(first - 1) != ",":
        return False
    for k in range(after + 1, after + _LONGEST_EVENT):
        if passage.text(k) == ",":
            return True
        if not passage.text(k) or passage.count(k) is not None:
            return False
    return False
