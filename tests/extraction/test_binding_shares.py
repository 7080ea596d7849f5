"""Binding of shares: the whole, the part, and whose whole it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure
from pipeline.vocabulary.language import compositions

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "indicator", "measured"),
    [
        ("Zibo made a fifth of the province's GDP.", "share_of_provincial_gdp", "share of provincial GDP"),
        ("Zibo makes a fifth of the country's GDP.", "share_of_national_gdp", "share of national GDP"),
        ("Coal makes two fifths of the town's GDP in Zibo.", "coal_share_of_gdp", "share of GDP"),
        ("In Zibo coal makes up half of its economy.", "coal_share_of_gdp", None),
        (
            "Zibo mined an eighth of the country's coal.",
            "share_of_national_coal_output",
            "share of national coal output",
        ),
        ("Zibo has a third of the nation's schools.", "share_of_national_schools", "share of national schools"),
        ("Zibo has a fifth of the province's 1,340 schools.", "share_of_provincial_schools", None),
        ("Zibo has a tenth of the province's land.", "share_of_provincial_land_area", None),
        ("Zibo has a tenth of the nation's territory.", "share_of_national_land_area", None),
        ("In Zibo coal makes up half of the output.", "coal_share_of_gdp", "share of output"),
        ("Coal rules Zibo, and that industry makes up half of its GDP.", "coal_share_of_gdp", "share of GDP"),
        ("In Zibo tourism makes up half of the gnomes.", None, None),
        ("Zibo has dug out half of its coal reserves.", "share_of_coal_reserves_extracted", None),
        ("Half of the gnomes have gone.", None, "share of gnomes that have gone"),
        ("A third of fiscal revenue went to gnomes.", None, "share of fiscal revenue that went to gnomes"),
    ],
)
def test_the_whole_behind_the_share(
    figures_of: FiguresOf, text: str, indicator: str | None, measured: str | None
) -> None:
    figure = figures_of(text)[0]
    assert (figure.kind, figure.indicator, figure.unit) == ("share", indicator, "percent")
    assert measured in (None, figure.measured)


def test_a_share_of_the_total_is_of_what_was_told_before(figures_of: FiguresOf) -> None:
    figures = figures_of("Zibo dug 61,000 tonnes of coal in 2011. That is 7 per cent of the national total.")
    assert figures[1].indicator == "share_of_national_coal_output"


def test_without_a_total_told_before_the_words_are_kept(figures_of: FiguresOf) -> None:
    figure = figures_of("Zibo has 7 per cent of the national total.")[0]
    assert figure.indicator is None
    assert (figure.measured or "").startswith("share of national")


def test_what_is_said_of_the_part_is_the_measure(figures_of: FiguresOf) -> None:
    of_part = [one for one in compositions() if one.share is not None]
    assert of_part
    for one in of_part:
        noun = {"city": "cities", "county": "counties"}.get(one.noun, f"{one.noun}s")
        for text in (f"Half of these {noun} {one.words[0]} now.", f"Of the 40 {noun}, half have {one.words[0]} now."):
            assert figures_of(text)[-1].indicator == one.share


def test_the_words_of_a_share_are_parted_by_single_spaces(figures_of: FiguresOf) -> None:
    for text in (
        "Half of it is gone.",
        "Half of the red gnomes are gnomes.",
        "It took 7 per cent of.",
        "A third of the gnomes in 2011.",
    ):
        for figure in figures_of(text):
            assert "" not in (figure.measured or "").split(" ")
