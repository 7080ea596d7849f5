"""What holds of the reading of every text.

Belongs here: the laws, one small function each, which raise AssertionError where they do not hold. Does not: making
texts (`texts`).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from pipeline.articles import article_from_text
from pipeline.extraction import Extraction, Figure, Quantity, extract_quantities, read
from pipeline.extraction.numerals import written_numbers
from pipeline.vocabulary.indicators import indicator

_ARTICLE = article_from_text("X", article_id="fuzz", published="2021-05-04", title="Fushun and its mines")
_SLACK = 1e-9
_MARGIN = "Nothing to count.\n\n"

Law = Callable[[str, Extraction, list[Quantity]], None]


def check(text: str) -> None:
    """Reads a text and holds every law against what was read.

    Raises:
        AssertionError: a law does not hold; the message names it.
        Exception: whatever the reading raised, which must never raise.
    """
    extraction, quantities = read(replace(_ARTICLE, text=text)), extract_quantities(text)
    for law in LAWS:
        try:
            law(text, extraction, quantities)
        except AssertionError as error:
            raise AssertionError(f"{law.__name__}: {error}") from error


def figures_quote_the_text_in_order(text: str, extraction: Extraction, _: list[Quantity]) -> None:
    """No two overlap."""
    for figure in extraction.figures:
        assert figure.quote, figure
        assert figure.quote == text[figure.start : figure.end], figure
        assert figure.quote in figure.sentence, figure
        assert figure.rules, figure
    assert all(one.end <= other.start for one, other in pairwise(extraction.figures)), "two figures overlap"


def quantities_stand_in_order(text: str, _: Extraction, quantities: list[Quantity]) -> None:
    """No two overlap."""
    assert all(0 <= one.start < one.end <= len(text) for one in quantities), "a span is none of the text"
    assert all(one.end <= other.start for one, other in pairwise(quantities)), "two quantities overlap"


def intervals_hold_their_values(_text: str, extraction: Extraction, quantities: list[Quantity]) -> None:
    """And all are finite."""
    read_of_the_text: list[Figure | Quantity] = [*extraction.figures, *quantities]
    for one in read_of_the_text:
        bounds = [bound for bound in (one.low, one.value, one.high) if bound is not None]
        slack = _SLACK * max(map(abs, bounds))
        assert all(map(math.isfinite, bounds)), one
        assert all(low <= high + slack for low, high in pairwise(bounds)), one


def numbers_are_accounted_for(text: str, extraction: Extraction, _: list[Quantity]) -> None:
    """Each once."""
    rows = extraction.numbers
    assert all(row.text == text[row.start : row.end] and row.reason for row in rows), "a row is not of the text"
    assert all(one.end <= other.start for one, other in pairwise(rows)), "two rows overlap"
    starts = {k: row for row in rows for k in range(row.start, row.end)}
    for start, end in written_numbers(text):
        assert start in starts, f"nothing accounts for {text[start:end]!r} at {start}"
        assert end <= starts[start].end, f"a part of {text[start:end]!r} at {start} is left over"


def ids_are_of_one_figure(_text: str, extraction: Extraction, _: list[Quantity]) -> None:
    """And what restates another points at one before it."""
    seen: set[str] = set()
    for figure in extraction.figures:
        assert figure.figure_id not in seen, figure
        assert figure.restates is None or figure.restates in seen, figure
        seen.add(figure.figure_id)
    assert {row.figure_id for row in extraction.numbers} - {None} == seen, "a figure without a number"


def periods_end_after_they_begin(_text: str, extraction: Extraction, _: list[Quantity]) -> None:
    """Those of figures and of their bases; both ends are known, or none."""
    for figure in extraction.figures:
        for start, end in ((figure.period_start, figure.period_end), (figure.base_start, figure.base_end)):
            assert (start is None) == (end is None), figure
            assert start is None or end is None or start <= end, figure
        assert figure.kind != "change" or figure.direction is not None, figure


def units_fit_their_indicators(_text: str, extraction: Extraction, _: list[Quantity]) -> None:
    """Else a release that holds them would not pass its checks."""
    for figure in extraction.figures:
        measured = indicator(figure.indicator) if figure.indicator is not None else None
        assert measured is None or measured.takes(figure.kind, figure.unit), figure


def paragraphs_around_change_no_quantity(text: str, _: Extraction, quantities: list[Quantity]) -> None:
    """They only move it."""
    shift = len(_MARGIN)
    moved = [replace(one, start=one.start + shift, end=one.end + shift) for one in quantities]
    assert extract_quantities(f"{_MARGIN}{text}\n\n{_MARGIN}") == moved, "the paragraphs around it change something"


LAWS: tuple[Law, ...] = (
    figures_quote_the_text_in_order,
    quantities_stand_in_order,
    intervals_hold_their_values,
    numbers_are_accounted_for,
    ids_are_of_one_figure,
    periods_end_after_they_begin,
    units_fit_their_indicators,
    paragraphs_around_change_no_quantity,
)
