"""The timing of one amount of a sentence, in a form that is quick to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.extraction.amounts import Amount, find_amounts
from pipeline.extraction.clauses import find_clauses
from pipeline.extraction.cues import Governing, Relation, find_cues
from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.periods import Clock, find_periods
from pipeline.extraction.spans import Span, year_span
from pipeline.extraction.timing import Timer, Timing
from pipeline.extraction.tokens import tokenize

PUBLISHED = Clock(date(2021, 8, 18), date(2021, 8, 18))
FOCUS = year_span(2018)


def _timer(text: str, focus: Span | None) -> tuple[Timer, list[Amount]]:
    tokens = tokenize(text)
    numerals = find_numerals(tokens)
    periods = find_periods(tokens, numerals, PUBLISHED, focus.end.year if focus is not None else None)
    amounts = find_amounts(tokens, numerals, [(period.first, period.last) for period in periods])
    clauses = find_clauses(tokens, frozenset(cue.first for cue in find_cues(tokens) if cue.kind == "verb"))
    return Timer(tokens, clauses, periods, amounts, focus), amounts


def _shown(span: Span | None) -> str | None:
    return f"{span.start}/{span.end}" if span is not None else None


@pytest.fixture(scope="session")
def level_of() -> Callable[..., Timing]:
    """The timing, as a level, of amount number `nth` of a text of 18 August 2021 that has been speaking of 2018."""

    def level(
        text: str,
        nth: int = 0,
        *,
        relation: Relation | None = None,
        present: bool = False,
        main: Span | None = None,
        focus: Span | None = FOCUS,
    ) -> Timing:
        timer, amounts = _timer(text, focus)
        governing = Governing(None, relation, None) if relation is not None else None
        return timer.level(amounts[nth], governing, present=present, main=main)

    return level


@pytest.fixture(scope="session")
def change_of() -> Callable[..., Timing]:
    """The same as a change."""

    def change(
        text: str, nth: int = 0, *, main: Span | None = None, compared: bool = False, focus: Span | None = FOCUS
    ) -> Timing:
        timer, amounts = _timer(text, focus)
        return timer.change(amounts[nth], main=main, compared=compared)

    return change


@pytest.fixture(scope="session")
def has_own() -> Callable[..., bool]:
    """Whether amount number `nth` of a text has a period right behind it."""

    def own(text: str, nth: int = 0) -> bool:
        timer, amounts = _timer(text, FOCUS)
        return timer.has_own(amounts[nth])

    return own


@pytest.fixture(scope="session")
def shown() -> Callable[[Span | None], str | None]:
    """A span as "first day/last day"."""
    return _shown
