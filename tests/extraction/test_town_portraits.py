"""Portraits of towns: who is born, dies and leaves, what was pulled down, where a place lies and what holds it."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.model import Figure


def figures(text: str, published: str = "2021-05-07") -> list[Figure]:
    """The figures of a text."""
    return list(read(article_from_text(text, article_id="x", published=published)).figures)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Cerro de Pasco had 58,000 people in 2017.", "Cerro de Pasco"),
        ("Rio de Janeiro has 6 million people.", "Rio de Janeiro"),
        ("Neustadt an der Weinstraße had 53,000 people in 2019.", "Neustadt an der Weinstraße"),
        ("Boulogne-sur-Mer had 40,000 people in 2019.", "Boulogne-sur-Mer"),
        ("Stoke-on-Trent has 256,000 people.", "Stoke-on-Trent"),
    ],
)
def test_a_name_goes_on_in_small_letters(text: str, place: str) -> None:
    assert [one.place for one in figures(text)] == [place]


def test_what_holds_a_town_is_not_what_the_sentence_is_about() -> None:
    text = "The Ohio steel town of Canton, which had 116,000 people in 1950, was down to 70,000 at the last count."
    assert [(one.place, one.indicator) for one in figures(text)] == [("Canton", "population")] * 2


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Every year some 300 people of Larne die and 110 are born.", ["deaths", "births"]),
        ("In Gera 1,100 people died in 2018 and 640 were born.", ["deaths", "births"]),
        ("About 900 people leave each year, says the mayor of Oruro.", ["emigration"]),
    ],
)
def test_people_are_born_die_and_leave(text: str, indicators: list[str]) -> None:
    assert [one.indicator for one in figures(text)] == indicators


@pytest.mark.parametrize("state", ["on short time", "out of work", "on sick leave", "in debt"])
def test_people_in_a_state_are_not_all_that_live_there(state: str) -> None:
    found = figures(f"In Oruro 900 people are {state}.")
    assert [(one.indicator, one.measured) for one in found] == [(None, f"people {state}")]


def test_people_who_are_in_a_place_are_its_people() -> None:
    assert [one.indicator for one in figures("Some 200,000 people are in the city of Lund.")] == ["population"]


@pytest.mark.parametrize("gone", ["to be gone", "to leave"])
def test_per_cent_that_are_to_be_gone_are_a_fall(gone: str) -> None:
    last = figures(f"Gera had 9,000 people in 2018. By 2035 the planners expect another 9 per cent {gone}.")[-1]
    assert (last.indicator, last.kind, last.direction) == ("population", "change", "down")
    assert last.base_end == date(2021, 12, 31)


def test_a_change_dated_behind_another_has_its_own_date() -> None:
    text = "In 2018 Gera lost 310 inhabitants, and by 2030 the office expects a further 12 per cent to be gone."
    assert [one.period_end.year for one in figures(text) if one.period_end] == [2018, 2030]


def test_a_limit_told_first_is_one_too() -> None:
    fall = figures("By 2035 the population of Gera is to fall by 9 per cent.")[0]
    assert fall.base_end == date(2021, 12, 31)


def test_them_are_what_the_sentence_before_named() -> None:
    found = figures("Halle has too many houses. The city has razed 4,600 of them since 2006.")
    assert [(one.indicator, one.value) for one in found] == [("homes_demolished", 4600)]


def test_hands_that_are_enough_to_make_so_much_make_it() -> None:
    found = figures("In Linz 600 workers are enough to make 2 million tonnes of steel a year.")
    assert found[-1].indicator == "steel_output"
    plant = figures("The works in Linz is big enough to make 2 million tonnes of steel a year.")
    assert plant[-1].indicator == "steel_capacity"


def test_cents_are_of_the_currency_told_beside_them() -> None:
    found = figures("A tenant in Lille pays €5.10 a square metre, 30 cents more than five years ago.")
    assert (found[-1].unit, found[-1].value) == ("EUR", 0.3)
    assert figures("Diesel in Perth rose 6 cents to A$1.70 a litre.")[0].unit == "AUD"


def test_a_ratio_to_what_is_paid_elsewhere_is_a_figure_of_the_topic() -> None:
    found = figures("A tenant in Lille pays €5 a square metre, less than half of what is asked in Paris.")
    assert [one.place for one in found] == ["Lille", "Lille"]
    assert found[-1].compared_with == "Paris"


def test_metres_up_in_the_hills_move_nothing() -> None:
    assert figures("Potosi lies 4,090 metres up in the Andes.")[0].kind != "change"


def test_a_plant_that_runs_at_a_part_of_its_capacity_has_not_shrunk() -> None:
    text = "The plant in Oruro can process 8,500 tonnes a day but ran at 60 per cent of that in January."
    used = figures(text)[-1]
    assert (used.indicator, used.value) == ("capacity_utilization", 60)


def test_what_nobody_expects_is_said_of_its_own_clause() -> None:
    text = "Gera had 116,000 people in 1950, and was down to 70,000 in 2020, and nobody hopes for 90,000."
    assert [one.value for one in figures(text)] == [116000, 70000]


def test_one_of_two_things_counts_two() -> None:
    assert [one.value for one in figures("One of the two blast furnaces in Linz has been cold since May.")] == [2]
    assert figures("One of the two towns is poor.") == []


def test_a_quarter_to_six_is_a_time() -> None:
    assert figures("Every morning at a quarter to six a siren sounds in Potosi.") == []


def test_a_paragraph_on_a_plant_goes_on_about_it() -> None:
    text = (
        "Gera has 93,000 people.\n\nThe steelworks is there. It gives work to 2,500. "
        "Since June 800 people are on short time."
    )
    assert [one.subject for one in figures(text)] == [None, "Gera steelworks", "Gera steelworks"]


def test_a_plural_that_owns_is_not_what_is_counted() -> None:
    found = figures("The works in Gera had 90 apprentices' places and 40 teachers' flats.")
    assert [one.measured for one in found] == ["apprentices' places", "teachers' flats"]
    assert {one.unit for one in found} == {"1"}


def test_a_further_number_behind_a_price_counts_things() -> None:
    text = "Gera has too many houses. It has razed 4,600 of them, each at $9,000, and a further 1,900 stand empty."
    last = figures(text)[-1]
    assert (last.indicator, last.unit) == ("vacant_homes", "1")


def test_a_place_that_grows_to_a_number_grows_in_people() -> None:
    found = figures("Huancayo has grown by two-fifths since 2000, to 460,000.")
    assert [(one.indicator, one.unit) for one in found] == [("population", "percent"), ("population", "person")]


@pytest.mark.parametrize("deed", ["have no car", "live in council flats", "own a boat"])
def test_a_part_that_does_something_is_not_what_was_told_before(deed: str) -> None:
    found = figures(f"The jobless rate in Malmo was 8 per cent, and a quarter {deed}.")
    assert [one.indicator for one in found] == ["unemployment_rate", None]


def test_a_part_of_a_cost_is_no_place_in_an_order() -> None:
    assert figures("The mill in Linz cost €42m, of which the town had to find only a tenth itself.")[-1].value == 10
