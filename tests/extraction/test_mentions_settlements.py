"""Places that no list has, and references that name what holds the place: of whom the figures behind them are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Wuhai grew. One township, Karbuyan, lost 8 per cent of its people in 2019.", "Karbuyan"),
        ("Wuhai grew. An outlying village, Tarvo, had 300 inhabitants in 2019.", "Tarvo"),
        ("Wuhai grew. Tarvo had its fair, and 300 people live in the city.", "Wuhai"),
        ("Gera grew. The Karn Valley had 16 mines in 1989.", "Karn Valley"),
        ("Gera grew. The Ostra Peninsula had 1,600 inhabitants in 1989.", "Ostra Peninsula"),
    ],
)
def test_settlements_and_landscapes_that_no_list_has(figures_of: FiguresOf, text: str, place: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.place, figure.subject) == (place, None)


def test_a_firm_whose_name_ends_in_a_landform_behind_which_its_trade_stands_is_a_firm(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("Karn Valley Foods had sales of 3 million euros in 2019.")
    assert figure.subject == "Karn Valley Foods"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("WUHAI - Steel is king. The Chinese mining town made 7,000 tonnes in 2020.", "Wuhai"),
        ("DRESDEN - Wool is king. The German city had 93,000 inhabitants in 2020.", "Dresden"),
    ],
)
def test_a_city_is_referred_to_by_what_holds_it(figures_of: FiguresOf, text: str, place: str) -> None:
    assert figures_of(text)[-1].place == place


@pytest.mark.parametrize("name", ["Marlow Tin", "Vitra Separation", "Ostra Weaving"])
def test_a_firm_is_known_by_its_trade(figures_of: FiguresOf, name: str) -> None:
    figures = figures_of(f"Gera has mills. {name} is less exposed. It made 30,000 tonnes in 2020.")
    assert figures[-1].subject == name


def test_a_month_owns_nothing_as_a_firm_does(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("Wuhai's smelters idled. October's output, 30,000 tonnes, was the smallest since 2017.")
    assert (figure.place, figure.subject) == ("Wuhai", None)


def test_a_sight_stands_by_its_name(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("Wuhai pleases visitors. The Ice Caves drew 1.9 million visitors in 2019.")
    assert figure.subject == "Ice Caves"


@pytest.mark.parametrize("left", ["Four are left.", "Three have survived.", "12 remain."])
def test_a_number_alone_is_of_what_was_counted_last(figures_of: FiguresOf, left: str) -> None:
    figures = figures_of(f"Gera had 90,000 people in 2010. The Ostra Basin had 16 mines in 1989. {left}")
    assert [figure.place for figure in figures] == ["Gera", "Ostra Basin", "Ostra Basin"]


def test_a_neighbour_that_no_list_has_is_a_place(figures_of: FiguresOf) -> None:
    figures = figures_of("Gera's population fell 3 per cent in 2019. In neighbouring Karbo it rose 5 per cent.")
    assert [figure.place for figure in figures] == ["Gera", "Karbo"]


def test_a_place_named_as_an_afterthought_is_not_what_the_paragraph_is_about(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "Wuhai is poor, as Wuhai knows.\n\nTake the purse. Spending ran far ahead, at 16.2 billion yuan, and Hohhot"
        " made good the difference. Gross domestic product was 82.4 billion yuan."
    )
    assert [figure.place for figure in figures] == ["Wuhai", "Wuhai"]


def test_what_is_asked_elsewhere_is_only_the_standard(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "Gera has room. A tenant in Gera pays 4.90 euros a square metre, 40 cents more than in 2014 but half of what"
        " is asked in Berlin."
    )
    assert {figure.place for figure in figures} == {"Gera"}
