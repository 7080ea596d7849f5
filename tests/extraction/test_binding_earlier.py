"""What an amount measures that names nothing itself, from the figures and sentences before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]

AGED = "share_of_population_aged_65_and_over"


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


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Coal output in Zibo was 61,000 tonnes in 2019, after 74,000 tonnes in 2018.", "coal_output"),
        ("Coal output in Zibo was 61,000 tonnes in 2019, against a target of 74,000 tonnes.", "coal_output"),
        ("Zibo dug 61,000 tonnes of coal in 2012; in 2013 it managed 21,000 tonnes.", "coal_output"),
        ("Investment in Zibo rose 6 percent in 2020 against a target of 9 percent.", "fixed_asset_investment_growth"),
        ("Coal in Zibo costs 820 yuan a tonne, four times the 205 yuan of 2010.", "coal_price"),
        ("Vacancy in Gera is 7 per cent. In Jena it is nearer 10 per cent.", "vacancy_rate"),
        ("Clerks in Zibo earn 3,800 yuan a month - twice what a cook gets.", "monthly_wage_relative_to"),
        ("The rent in Bonn is twice what it is in Gera, yet 8 per cent less than in Essen.", "rent_gap_to"),
        ("Of the residents of Gera, 29 per cent are older than 65, against 22 per cent of all Germans.", AGED),
        (
            "Unemployment in Gera is 9 per cent. In Jena, an hour away by road, it is 5 per cent.",
            "unemployment_rate",
        ),
        ("GDP in Gera grew 3 per cent, well short of the 5 per cent of 2018.", "gdp_growth"),
        ("Zibo had 118,000 inhabitants and 22 breweries. Today it has 87,000.", "population"),
        ("Zibo has 87,000 inhabitants; the number of miners fell from 5,200 to 900.", "miners"),
        ("Soybeans cost 3,150 yuan a tonne in Dalian. That's a quarter more than in Jixi.", "soybean_price_gap_to"),
        ("GDP in Gera grew 6 per cent, under the 8 per cent that the mayor had promised.", "gdp_growth"),
        (
            "Coal output in Zibo was 730 tonnes, 6 per cent below that of 2018 and twice the 365 of 2007.",
            "coal_output",
        ),
        ("Of the 274 enterprises in Zibo, 53 made a loss.", "loss_making_enterprises"),
        ("Coal output in Zibo was 61,000 tonnes, after which 74,000 tonnes of gnomes came.", None),
    ],
)
def test_what_is_set_beside_is_the_same_measure(figures_of: FiguresOf, text: str, indicator: str | None) -> None:
    assert figures_of(text)[-1].indicator == indicator


def test_a_measure_that_the_clause_names_is_not_the_one_told_before(figures_of: FiguresOf) -> None:
    figures = figures_of("The staff of the Longhu mine fell from 840 to 390, and wages were cut by 7 per cent.")
    assert figures[-1].indicator == "average_wage"


def test_a_rate_in_brackets_is_of_what_was_counted(figures_of: FiguresOf) -> None:
    figures = figures_of("There were 5,460 births (8.1\u2030) and 4,170 deaths (6.2\u2030) in Zibo.")
    assert [figure.indicator for figure in figures] == ["births", "birth_rate", "deaths", "death_rate"]
