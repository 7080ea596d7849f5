"""Age groups: what limits them is no figure, and their share is a measure of its own."""

from __future__ import annotations

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import Extraction, read


def reading(text: str) -> Extraction:
    return read(article_from_text(text, article_id="a", published="2021-05-07"))


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        (
            "In Turku 22.3 per cent of residents are 65 or older.",
            "22.3 per cent",
            "share_of_population_aged_65_and_over",
        ),
        ("A third of Genk's people are at least 60.", "A third", "share_of_population_aged_60_and_over"),
        ("In Akita 9.7 per cent are under 15.", "9.7 per cent", "share_of_population_under_15"),
        ("Over-60s make up a third of Yichun's people.", "a third", "share_of_population_aged_60_and_over"),
        ("The share of under-15s in Hull was 19 per cent in 2011.", "19 per cent", "share_of_population_under_15"),
        ("In Gary only 22 per cent are younger than 18.", "22 per cent", "share_of_population_under_18"),
        ("Those over 80 are 8 per cent of Kobe's people.", "8 per cent", "share_of_population_aged_80_and_over"),
        ("By 2030 four in ten people in Lodz will be over 60.", "four in ten", "share_of_population_aged_60_and_over"),
    ],
)
def test_the_share_of_an_age_group(text: str, quote: str, indicator: str) -> None:
    assert [(one.quote, one.indicator) for one in reading(text).figures] == [(quote, indicator)]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Half the farmers in Huesca are 60 or over.", "share of farmers aged 60 and over"),
        ("The 20-24 age group makes up 4 per cent of Hegang's population.", "share of population aged 20 to 24"),
        (
            "People of working age, 15 to 64, made up 58 per cent of Kaunas's inhabitants.",
            "share of population aged 15 to 64",
        ),
        ("The number of people over 80 in Kobe rose by 11 per cent.", "population aged 80 and over"),
    ],
)
def test_a_group_that_no_indicator_knows_keeps_its_words(text: str, measured: str) -> None:
    assert [(one.indicator, one.measured) for one in reading(text).figures] == [(None, measured)]


def test_points_of_a_share_are_percentage_points() -> None:
    found = reading("The proportion of people aged 60 or more in Fushun rose by 9 points to 31 per cent.").figures
    assert [(one.value, one.unit) for one in found] == [(9, "percentage_point"), (31, "percent")]
    assert {one.indicator for one in found} == {"share_of_population_aged_60_and_over"}


@pytest.mark.parametrize(
    "text",
    [
        "In Narva 29 per cent are 65 or over.",
        "Two fifths of the residents of Jixi have passed 65.",
        "A quarter of the teachers in Lund are already past 65.",
    ],
)
def test_the_age_is_no_figure(text: str) -> None:
    assert [one.disposition for one in reading(text).numbers if one.text == "65"] == ["age"]


def test_things_have_no_ages() -> None:
    assert [one.value for one in reading("There are over 65 mines in Kaunas.").figures] == [65]
