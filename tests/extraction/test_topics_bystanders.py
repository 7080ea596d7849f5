"""Bystanders: seats of government, and pronouns that stand for nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    "text",
    [
        "Baotou is poor. Brussels set aside 90 million euros.",
        "Baotou is poor. Beijing has promised 90 million yuan.",
        "Baotou is poor. It wants the government in Beijing to spend 90 million yuan.",
        "Baotou is poor. Washington then banned trade worth 90 million dollars.",
    ],
)
def test_what_a_seat_of_government_decides_is_of_the_text(figures_of: FiguresOf, text: str) -> None:
    assert [figure.place for figure in figures_of(text)] == ["Baotou"]


@pytest.mark.parametrize(
    "text",
    [
        "Baotou is poor. Beijing has 90 smelters.",
        "Baotou is poor. In Beijing the planners set aside 90 million yuan.",
        "Baotou is poor. Beijing's mayor promised 90 million yuan.",
    ],
)
def test_a_capital_may_be_a_city_like_others(figures_of: FiguresOf, text: str) -> None:
    assert [figure.place for figure in figures_of(text)] == ["Beijing"]


def test_a_text_about_the_capital_stays_there(figures_of: FiguresOf) -> None:
    assert [figure.place for figure in figures_of("Beijing is rich. Beijing promised 90 million yuan.")] == ["Beijing"]


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("It is the rents that hurt.", "Baotou"),
        ("It's Baotou that has lost.", "Baotou"),
        ("It has old mills.", "Wuhai"),
        ("It is a town of mills.", "Wuhai"),
    ],
)
def test_a_pronoun_that_stands_for_nothing_goes_back_to_nothing(
    figures_of: FiguresOf, opening: str, place: str
) -> None:
    text = f"Baotou lost. Baotou won.\nRents near Baotou and those in Wuhai fell.\n{opening} Some 90 smelters closed."
    assert [figure.place for figure in figures_of(text)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Gera is poor. Edinburgh has pledged 90 million euros.",
        "Gera is poor. Lima has promised it 90 million euros.",
        "Gera is poor. The mill might, Beijing willing, make 90 million euros.",
        "Gera is poor. Nairobi paid 90 million euros.",
        "Gera is poor. Over those two years it lost 90 million euros.",
    ],
)
def test_a_capital_that_pays_is_a_government(figures_of: FiguresOf, text: str) -> None:
    assert [figure.place for figure in figures_of(text)] == ["Gera"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gera is poor. Residents of Karn Vale earned 400 euros.", ["Karn Vale"]),
        ("Gera is poor. Households in Orby Vale owe 400 euros.", ["Orby Vale"]),
        (
            "Gera is poor. Residents of Karn Vale earned 400 euros. The borough's rents rose 9 per cent.",
            ["Karn Vale"] * 2,
        ),
        (
            "Gera is poor. Residents of Karn Vale earned 400 euros, 56 euros under the mark for Hesse.",
            ["Karn Vale"] * 2,
        ),
        ("Gera is poor. The average flat in the town costs 400 euros.", ["Gera"]),
        ("Gera is poor. North-Western Province has 9 mines.", ["North-Western"]),
    ],
)
def test_those_who_live_in_a_place_are_of_it(figures_of: FiguresOf, text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures_of(text)] == places
