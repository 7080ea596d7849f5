"""Of whom a figure is: further values with their own places, sources, towns that no list has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Unemployment in Herne was 10 per cent, against 7 per cent in the region of North Rhine-Westphalia"
            " and 5 per cent nationally.",
            ["Herne", "North Rhine-Westphalia", "Germany"],
        ),
        ("Unemployment was 10 per cent in Herne, 9 per cent in Hagen and 8 per cent in Essen.", None),
        ("Unemployment in Herne is 10 per cent, against 5 per cent of all Germans.", ["Herne", "Germany"]),
        ("Unemployment in Gera is 9 per cent; in Thuringia it is 5 per cent.", ["Gera", "Thuringia"]),
        ("Unemployment in Hegang is 9 per cent; in Heilongjiang it is 5 per cent.", ["Hegang", "Heilongjiang"]),
        ("Unemployment in Herne rose from 9 to 10 per cent.", ["Herne", "Herne"]),
        ("Gera, in Thuringia, owes 310 million euros.", ["Gera"]),
        ("Coal built Gera. None of Germany's other towns has 9 museums.", ["Gera"]),
    ],
)
def test_a_further_value_has_its_own_place(figures_of: FiguresOf, text: str, places: list[str] | None) -> None:
    assert [figure.place for figure in figures_of(text)] == (places or ["Herne", "Hagen", "Essen"])


def test_changes_of_several_places_are_listed(figures_of: FiguresOf) -> None:
    for text in (
        "The number of visitors rose 3 per cent in Herne and 5 per cent in Hagen.",
        "Herne's economy grew 3 per cent and Hagen's 5 per cent.",
    ):
        first, second = figures_of(text)
        assert (first.place, second.place) == ("Herne", "Hagen")
        assert (second.indicator, second.kind, second.direction) == (first.indicator, "change", "up")


def test_a_clause_with_its_own_place_says_nothing_more_of_the_one_before(figures_of: FiguresOf) -> None:
    text = "Home sales in Dalian fell 12 percent, although those in Jinzhou, to the north, rose 4 percent."
    assert [figure.place for figure in figures_of(text)] == ["Dalian", "Jinzhou"]
    said_again = figures_of("Dalian has 6 per cent of the national total, up 0.8 percentage points from 2007.")
    assert [figure.place for figure in said_again] == ["Dalian", "Dalian"]


def test_what_holds_a_place_only_reports_of_it(figures_of: FiguresOf) -> None:
    text = "Gera wants its debt to be 300 million euros in 2024; the state of Thuringia forecasts 330 million euros."
    figures = figures_of(text)
    assert [figure.place for figure in figures] == ["Gera", "Gera"]
    assert [figure.indicator for figure in figures] == ["local_government_debt"] * 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gary, Indiana, has 69,000 inhabitants.", "Gary"),
        ("In 1970 Orford, in Scotland, had 16,000 inhabitants.", "Orford"),
        ("Orford, Scotland, has 16,000 inhabitants.", "Orford"),
        ("Orford, a town in Scotland, has 16,000 inhabitants.", "Orford"),
        ("The town of Orford has 16,000 inhabitants.", "Orford"),
        ("Meanwhile, Scotland has 16,000 inhabitants.", "Scotland"),
    ],
)
def test_the_words_around_a_name_show_a_town(figures_of: FiguresOf, text: str, place: str) -> None:
    assert figures_of(text)[0].place == place


def test_a_town_once_shown_is_known_for_the_rest_of_the_text(figures_of: FiguresOf) -> None:
    figures = figures_of("Gary, Indiana, has 69,000 inhabitants. Hammond has 77,000. Gary has 12 schools.")
    assert [figure.place for figure in figures][::2] == ["Gary", "Gary"]


@pytest.mark.parametrize(
    ("text", "place", "compared_with"),
    [
        ("Pay in Gera trails that of Jena by 28 per cent.", "Gera", "Jena"),
        ("House prices in Bath exceed those in Bristol by a fifth.", "Bath", "Bristol"),
        ("Pay in Gera lags the national average by 18 per cent.", "Gera", "Germany"),
        ("Pay in Gera lagged what is paid in Jena by 200 euros.", "Gera", "Jena"),
    ],
)
def test_what_a_verb_sets_a_place_against_is_only_compared(
    figures_of: FiguresOf, text: str, place: str, compared_with: str
) -> None:
    figure = figures_of(text)[0]
    assert (figure.kind, figure.place, figure.compared_with) == ("rate", place, compared_with)
    assert (figure.indicator or "").endswith("_gap_to")


def test_the_standard_of_another_place_is_no_figure_of_that(figures_of: FiguresOf) -> None:
    figures = figures_of("Gera waits. Household income is 41,800 euros, three-quarters of the German figure.")
    assert [figure.place for figure in figures] == ["Gera", "Gera"]
    assert figures[1].compared_with == "Germany"
    for average in ("the national average of 5 per cent", "a German average of 5 per cent"):
        own = figures_of(f"Unemployment in Gera is 9 per cent, above {average}.")
        assert [figure.place for figure in own] == ["Gera", "Germany"]


def test_a_seat_of_government_that_pays_is_not_what_a_text_is_about(figures_of: FiguresOf) -> None:
    figures = figures_of("Gera lost its mines. Brussels set aside 30 million euros, and 12 schools were closed.")
    assert [figure.place for figure in figures] == ["Gera", "Gera"]
    assert figures_of("Brussels has 12 schools.")[0].place == "Brussels"


def test_what_a_firm_does_ends_its_name(figures_of: FiguresOf) -> None:
    for name in ("Hailin Soy", "Longtou Shale Oil", "Dongbei Land"):
        figure = figures_of(f"{name} employs 340 people.")[0]
        assert (figure.subject, figure.subject_kind) == (name, "organisation")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Norske, its owner, earned 1.2 billion kroner.", "Norske"),
        ("Norske, the town's biggest employer, earned 1.2 billion kroner.", "Norske"),
        ("Anna Berg, the owner, earned 3 million kroner.", None),
        ("Oslo, its capital, has 700,000 inhabitants.", None),
    ],
)
def test_what_a_name_is_to_a_place_shows_a_firm(figures_of: FiguresOf, text: str, subject: str | None) -> None:
    assert figures_of(text)[0].subject == subject


def test_a_fraction_above_a_standard_is_a_gap(figures_of: FiguresOf) -> None:
    figure = figures_of("Pay in Gera is 5,600 euros a month, a third above the German mean.")[1]
    assert (figure.kind, figure.indicator, figure.compared_with) == ("rate", "average_wage_gap_to", "Germany")
