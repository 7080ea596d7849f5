"""Attachments: amounts to which a place of their own is fastened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


def owners(figures: list[Figure]) -> list[str | None]:
    return [figure.subject or figure.place for figure in figures]


@pytest.mark.parametrize(
    "text",
    [
        "Rents were 900 yuan in Baotou and 1,300 yuan in Wuhai.",
        "Rents in Baotou were 900 yuan a month, against 1,300 yuan in Wuhai.",
        "Rents were 900 yuan in Baotou but only 1,300 yuan in Wuhai.",
        "Baotou's rents were 900 yuan, well below the 1,300 yuan that are paid in Wuhai.",
        "Rents in Baotou were 900 yuan, compared with 1,300 yuan in Wuhai.",
        "A flat rents for 900 yuan in Baotou, 1,300 yuan in Wuhai.",
    ],
)
def test_of_two_places_each_has_its_own_amount(figures_of: FiguresOf, text: str) -> None:
    assert owners(figures_of(text)) == ["Baotou", "Wuhai"]


@pytest.mark.parametrize(
    "text",
    [
        "Baotou has 650 smelters, more than Wuhai, which has 120 smelters.",
        "Baotou has 650 smelters, more than Wuhai, with 120 smelters.",
        "Baotou has 650 smelters, more than Wuhai (120 smelters).",
    ],
)
def test_what_is_told_of_a_place_beside_the_topic_is_its_own(figures_of: FiguresOf, text: str) -> None:
    assert owners(figures_of(text)) == ["Baotou", "Wuhai"]


@pytest.mark.parametrize(
    "text",
    [
        "Baotou sold lamps worth 650 yuan and supplied Wuhai with 900 tonnes of coal.",
        "Taihu Steel made 650 tonnes of wire and 900 tonnes of rails in Baotou.",
    ],
)
def test_where_nothing_is_set_beside_it_the_topic_goes_on(figures_of: FiguresOf, text: str) -> None:
    assert len(set(owners(figures_of(text)))) == 1


def test_a_rule_names_itself(figures_of: FiguresOf) -> None:
    beside = figures_of("Rents were 900 yuan in Baotou and 1,300 yuan in Wuhai.")[1]
    told = figures_of("Baotou has 650 smelters, more than Wuhai, which has 120 smelters.")[1]
    assert ("place-of-its-own" in beside.rules, "relative-clause" in told.rules) == (True, True)


def test_a_firm_in_two_places_is_one_firm(figures_of: FiguresOf) -> None:
    figures = figures_of("The steelmaker Vitra employs 300 people in Wuhai and 200 in Baotou.")
    assert [(figure.subject, figure.place) for figure in figures] == [("Vitra", "Wuhai"), ("Vitra", "Baotou")]


def test_where_a_firm_does_something_is_not_whose_the_next_amount_is(figures_of: FiguresOf) -> None:
    figures = figures_of("The steelmaker Vitra sold 90 kilns in Wuhai, more than the 80 kilns of 2016.")
    assert {figure.subject for figure in figures} == {"Vitra"}


def test_the_provincial_capital_is_the_city_that_the_province_is_run_from(figures_of: FiguresOf) -> None:
    text = "Anshan is far from Shenyang. A flat rents for 900 yuan in Anshan and 1,300 yuan in the provincial capital."
    assert owners(figures_of(text)) == ["Anshan", "Shenyang"]


def test_a_standard_is_no_topic(figures_of: FiguresOf) -> None:
    assert owners(figures_of("Baotou lost. Rents there are below the Gansu average. Kilns number 90.")) == ["Baotou"]


def test_a_county_of_a_city_that_the_text_has_named_needs_no_noun(figures_of: FiguresOf) -> None:
    assert owners(figures_of("Anshan is poor. In Haicheng and in Lishan 90 kilns closed.")) == ["Lishan"]
    assert owners(figures_of("Baotou is poor. In Lishan 90 kilns closed.")) != ["Lishan"]


def test_what_a_firm_keeps_somewhere_is_the_firms(figures_of: FiguresOf) -> None:
    assert owners(figures_of("Taihu Group, which keeps 80 cows in Wuhai, pays well.")) == ["Taihu Group"]
