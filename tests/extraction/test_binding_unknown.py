"""Measures that no indicator stands for, and everyday words that say whose or which: each sentence with its rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction import Figure

FiguresOf = Callable[[str], list[Figure]]

WORDS = [
    ("The buyer in Lund will pay the arrears for water: 88,000 kronor.", 0, "words-of-subject", "arrears for water"),
    ("Ystad bought six buses at 210,000 kronor apiece.", 1, "price-of-thing", "bus price"),
    ("One teacher in five in Ystad is over 60.", 0, "share-of", "share of teachers who are over 60"),
    ("The granary in Ystad purchased 46,000 tonnes.", 0, "words-of-subject", "granary purchases"),
]


@pytest.mark.parametrize(("text", "nth", "rule", "measured"), WORDS)
def test_an_unknown_measure_keeps_all_the_words_that_tell_it(
    figures_of: FiguresOf, text: str, nth: int, rule: str, measured: str
) -> None:
    figure = figures_of(text)[nth]
    assert (rule in figure.rules, figure.indicator, figure.measured) == (True, None, measured), figure


def test_what_is_bought_is_the_product_that_the_figures_told_of(figures_of: FiguresOf) -> None:
    figures = figures_of("Malmo grew 90,000 tonnes of rye. The granary bought 20,000 tonnes.")
    assert (figures[1].indicator, figures[1].measured) == (None, "granary rye purchases")


def test_another_product_has_the_measure_told_last(figures_of: FiguresOf) -> None:
    figures = figures_of("In Malmo wheat came in at 5.1 tonnes a hectare. Barley averaged 3.9 tonnes.")
    assert [figure.indicator for figure in figures] == ["wheat_yield", "barley_yield"]


def test_a_product_set_beside_another_lends_no_price(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "In Malmo wheat came in at 5.1 tonnes a hectare. Barley averaged 3.9 tonnes. Millers paid 2.1 kronor a kilo."
    )
    assert figures[-1].indicator == "wheat_price"


def test_a_product_alone_that_amounts_to_tonnes_is_made(figures_of: FiguresOf) -> None:
    assert figures_of("In Malmo the year's cement amounted to 1.2 million tonnes.")[0].indicator == "cement_output"


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("The mill in Malmo had 1,200 men and women on its books last year.", "employees"),
        ("Mines around Malmo gave work to 7,300 people.", "employees"),
        ("Malmo had 310 births. It has grown by 4 per cent in ten years.", "population"),
        ("Malmo had 310 births. It grew by 4 per cent in 2020.", "gdp"),
    ],
)
def test_people(figures_of: FiguresOf, text: str, indicator: str) -> None:
    assert figures_of(text)[-1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "nth", "indicator", "measured"),
    [
        ("Kemi's boats landed 9,000 tonnes of fish, and the auction took 12m euros.", 1, None, "auction income"),
        ("Kemi's yard has orders for 14 ships, worth 2.3bn euros.", 1, None, "value of ships"),
        ("The kiln in Kemi burns wood and saves 180,000 tonnes of coal.", 0, None, "coal saved"),
        ("In Kemi 212 jobs are gone at the mill, £3m from its purse.", 1, None, None),
        ("Kemi's village has 31,000 beds for skiers.", 0, None, "beds"),
        ("Kemi's hospital has 310 beds.", 0, "hospital_beds", "beds"),
    ],
)
def test_everyday_words_are_no_measure_where_the_clause_says_otherwise(
    figures_of: FiguresOf, text: str, nth: int, indicator: str | None, measured: str | None
) -> None:
    figure = figures_of(text)[nth]
    assert figure.indicator == indicator
    assert measured in (None, figure.measured)


def test_what_is_burnt_is_not_what_is_made(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "Kemi made 3 million tonnes of cement. It burned 180,000 tonnes of coal. Output fell 3 per cent."
    )
    assert figures[-1].indicator == "cement_output"


def test_how_far_the_harvest_is_is_no_fall(figures_of: FiguresOf) -> None:
    figure = figures_of("In Kemi soybeans were 62% cut on Sunday.")[0]
    assert (figure.kind, figure.direction) == ("rate", None)


@pytest.mark.parametrize("money", ["38m zloty", "38m kronor", "38m roubles"])
def test_millions_of_any_money(figures_of: FiguresOf, money: str) -> None:
    assert figures_of(f"The yard in Gdynia lost {money}.")[0].value == 38e6


def test_a_place_dwindles_in_people_whoever_was_counted_before(figures_of: FiguresOf) -> None:
    text = "In Kemi the mill still has 900 workers. From 31,000 in 1990 the town has dwindled to 20,000."
    assert [figure.indicator for figure in figures_of(text)] == ["employees", "population", "population"]


def test_crowns_are_money(figures_of: FiguresOf) -> None:
    assert figures_of("The port of Brno made a profit of 112 million crowns.")[0].unit == "CZK"


def test_a_relative_clause_tells_of_its_antecedent(figures_of: FiguresOf) -> None:
    figures = figures_of("Kemi keeps 9,120 maps; its upper vault, which took 704 in 2016, keeps 391.")
    assert [figure.measured for figure in figures[1:]] == ["upper vault maps", "upper vault maps"]


def test_pay_behind_a_modal_verb_is_no_wage(figures_of: FiguresOf) -> None:
    text = "Sellers of flats in Kemi get 2,900 euros a square metre, half of what buyers in Oulu will pay."
    assert [figure.indicator for figure in figures_of(text)] == ["home_price", "home_price_relative_to"]
