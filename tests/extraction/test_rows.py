"""Rows of numbers: a table that has lost its lines is no sentence."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import article_from_text
from pipeline.extraction import extract_quantities, read
from pipeline.extraction.numerals import find_numerals, in_rows
from pipeline.extraction.tokens import tokenize

ROW = "4 8 15 16 23 42 108 2011 9 27 31 60"


def of_rows(text: str) -> list[str]:
    numerals = find_numerals(tokenize(text))
    return [text[numeral.start : numeral.end] for numeral in numerals if numeral.first in in_rows(numerals)]


def test_twelve_numbers_side_by_side_are_a_row() -> None:
    assert of_rows(ROW) == ROW.split()
    assert of_rows(f"It has 7 mines, {ROW} tonnes and 3 mills.") == ROW.split()


def test_eleven_are_none_and_neither_are_numbers_with_anything_between() -> None:
    assert of_rows(ROW.rpartition(" ")[0]) == []
    assert of_rows(ROW.replace(" ", ", ")) == []
    assert of_rows(ROW.replace(" ", " mines ")) == []


@given(st.lists(st.sampled_from(["7", "19", "2010", "mines", ",", "two", "half"]), max_size=60).map(" ".join))
def test_a_row_has_no_gap(text: str) -> None:
    numerals = find_numerals(tokenize(text))
    rows = in_rows(numerals)
    side_by_side = [pair for pair in pairwise(numerals) if pair[0].last == pair[1].first]
    assert rows <= {numeral.first for pair in side_by_side for numeral in pair}


def test_the_numbers_of_a_row_are_accounted_for_and_measure_nothing() -> None:
    extraction = read(article_from_text(f"It has 7 mines.\n\n{ROW}", article_id="invented", published="2021-05-04"))
    assert [figure.value for figure in extraction.figures] == [7.0]
    rows = [(number.text, number.disposition) for number in extraction.numbers[1:]]
    assert rows == [(text, "other") for text in ROW.split()]
    assert {number.reason for number in extraction.numbers[1:]} == {
        "one of a row of numbers without a word between them"
    }
    assert extract_quantities(ROW) == []
