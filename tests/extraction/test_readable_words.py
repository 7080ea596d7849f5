"""The words for what no indicator stands for: each can be read without its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import article_from_text
from pipeline.extraction import Figure, read

FiguresOf = Callable[[str], list[Figure]]

NOUNS = [
    ("Stocks in the lofts stood at 5,900 tonnes in Kemi at the end of May.", "stocks in the lofts"),
    ("Upkeep of the lanterns in Kemi swallows 3m euros a year.", "upkeep of the lanterns swallows …"),
    ("A pilot plant in Kemi has lifted recovery of glaze to 34 per cent.", "recovery of glaze"),
    ("Kemi has put its glazing fees at 900 euros.", "glazing fees"),
    ("Spending per loft in Kemi has come down by 8 per cent.", "spending per loft"),
    ("At Kemi, above the fell, nights sold went up by 45 per cent.", "nights sold"),
    ("Kemi will put in a third kiln line in June at a cost of 640m euros.", "cost of third kiln line"),
    ("A loft with a stove in Kemi can be had for 9,000 euros.", "price of loft with a stove"),
    ("Kemi has a runway of 2,300 metres.", "runway length"),
    ("Lanterns take up 480 hectares in Kemi.", "area of lanterns"),
    ("A glaze fund in Kemi has pledged 210m euros.", "glaze fund pledge"),
]
SHARES = [
    ("In Kemi 12 per cent of patients wait longer than a year.", 0, "share of patients who wait longer than a year"),
    ("Glass makes up 44 per cent of the lofts' costs in Kemi.", 0, "share of lofts' costs that glass makes up"),
    ("In Kemi 40 per cent of her pupils come from Oulu.", 0, "share of pupils who come from Oulu"),
    ("A fifth of the lanterns in Kemi do not cover their costs.", 0, "share of lanterns that do not cover their costs"),
    ("Kemi cast 612 bells, one in six of which came out cracked.", 1, "share of bells that came out cracked"),
    ("Lanterns take up 480 hectares, or 7 per cent of Kemi.", 1, "area of lanterns as a share of Kemi"),
]


@pytest.mark.parametrize(("text", "measured"), NOUNS)
def test_the_noun_that_is_measured_stands_as_in_the_text(figures_of: FiguresOf, text: str, measured: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.indicator, figure.measured) == (None, measured)


@pytest.mark.parametrize(("text", "nth", "measured"), SHARES)
def test_a_share_is_of_a_whole_that_does_or_is_something(
    figures_of: FiguresOf, text: str, nth: int, measured: str
) -> None:
    figure = figures_of(text)[nth]
    assert (figure.indicator, figure.measured) == (None, measured)


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Bottlers around the fell filled 2.1m litres in Kemi in 2021.", "bottlers around the fell filled …"),
        (
            "Kemi's glaziers pushed through their fourth rise, of 200 euros.",
            "glaziers pushed through their fourth rise, of …",
        ),
    ],
)
def test_where_no_noun_is_found_the_clause_stands_with_a_mark_for_the_number(
    figures_of: FiguresOf, text: str, measured: str
) -> None:
    assert figures_of(text)[0].measured == measured


def test_what_is_said_of_one_sum_is_said_of_the_next(figures_of: FiguresOf) -> None:
    figures = figures_of("The council in Kemi spent 3m euros on street lamps and 1m euros on benches.")
    assert [figure.measured for figure in figures] == ["spending on street lamps", "spending on benches"]


def test_a_second_value_is_of_what_was_told(figures_of: FiguresOf) -> None:
    figures = figures_of("In Kemi the glazing ratio to firing went from 54 per cent in 2019 to 49 in 2020.")
    assert len({figure.measured for figure in figures}) == 1


@given(
    st.lists(
        st.sampled_from(
            [
                "Kemi",
                "the",
                "glaze",
                "of",
                "which",
                "stood",
                "at",
                "5",
                "per cent",
                "euros",
                ",",
                "and",
                "its",
                "(",
                ")",
                "60",
            ]
        ),
        min_size=1,
        max_size=14,
    )
)
def test_words_are_parted_by_single_spaces_and_never_empty(words: list[str]) -> None:
    for figure in read(
        article_from_text(f"Kemi {' '.join(words)}", article_id="invented", published="2022-03-15")
    ).figures:
        assert figure.measured is None or figure.measured == " ".join(figure.measured.split()) != ""
