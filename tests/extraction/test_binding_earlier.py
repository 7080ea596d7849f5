"""What an amount measures that names nothing itself, from the figures and sentences before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    "text",
    [
        "Wheat in Luohe fetched 2.4 yuan a kilogram, against 2.1 yuan in 2019.",
        "Wheat in Luohe fetched 2.4 yuan a kilogram, up from 2.1 yuan in 2019.",
        "Wheat in Luohe fetched 2.4 yuan a kilogram at the gate, compared with 2.1 yuan in 2019.",
        "Wheat sold for 2.4 yuan a kilogram in Luohe, versus 2.1 yuan in 2019.",
    ],
)
def test_what_a_price_is_set_against_is_a_price_over_the_same(figures_of: FiguresOf, text: str) -> None:
    now, then = figures_of(text)
    assert [figure.indicator for figure in (now, then)] == ["wheat_price"] * 2
    assert [figure.unit for figure in (now, then)] == ["CNY/tonne"] * 2
    assert [round(figure.value) for figure in (now, then)] == [2400, 2100]


def test_a_price_is_not_over_what_another_one_was(figures_of: FiguresOf) -> None:
    figures = figures_of("Wheat in Luohe fetched 2.4 yuan a kilogram, and a loaf costs 2.1 yuan.")
    assert [figure.unit for figure in figures] == ["CNY/tonne", "CNY"]


def test_a_price_that_moves_need_not_say_of_what(figures_of: FiguresOf) -> None:
    figure = figures_of("The wheat price in Luohe fell by 40 yuan.")[0]
    assert (figure.kind, figure.indicator, figure.unit) == ("change", "wheat_price", "CNY")


def test_an_unknown_measure_goes_on_with_its_words(figures_of: FiguresOf) -> None:
    first, second = figures_of("Gnome rings in Luohe numbered 3,400 hectares, against 2,900 hectares in 2019.")
    assert first.indicator is None
    assert (second.indicator, second.measured) == (None, first.measured)


@pytest.mark.parametrize(
    ("before", "indicator"),
    [
        ("Unemployment is the sore point.", "unemployment_rate"),
        ("In the towns of the west unemployment is high.", "unemployment_rate"),
        ("Nobody speaks of it.", None),
    ],
)
def test_a_sentence_without_figures_may_name_the_measure(
    figures_of: FiguresOf, before: str, indicator: str | None
) -> None:
    figures = figures_of(f"{before} In Herne it was 10.3 per cent, in Hagen 9.8 per cent.")
    assert [figure.indicator for figure in figures] == [indicator, indicator]
    assert [figure.place for figure in figures] == ["Herne", "Hagen"]


def test_only_the_last_sentence_without_figures_names_the_measure(figures_of: FiguresOf) -> None:
    figure = figures_of("Unemployment is high. The bus comes late. In Herne it was 10.3 per cent.")[0]
    assert figure.indicator is None


@pytest.mark.parametrize("each", ["or 310 yuan for every resident", "or 310 yuan a head", "or 310 yuan per person"])
def test_what_each_has_is_a_measure_of_its_own(figures_of: FiguresOf, each: str) -> None:
    whole, part = figures_of(f"Luohe owes 4.2 billion yuan, {each}.")
    assert whole.indicator == "local_government_debt"
    assert (part.indicator, part.restates) == ("local_government_debt_per_capita", None)
