"""What people earn, draw and number: pensions, daily wages, pay after tax, births set against deaths."""

from __future__ import annotations

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import Figure, extract_figures


def figures(text: str) -> list[Figure]:
    return extract_figures(article_from_text(text, article_id="a", published="2021-05-07"))


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("Deaths in Yichun outnumbered births by 3,900 in 2020.", "natural_population_change", 3_900),
        ("Births in Cork exceeded deaths by 1,100 in 2019.", "natural_population_change", 1_100),
        ("There were 900 more deaths than births in Turku in 2020.", "natural_population_change", 900),
        ("Arrivals exceeded departures by 640 in Turku last year.", "net_migration", 640),
        ("In Turku 640 more people moved in than out last year.", "net_migration", 640),
    ],
)
def test_what_outnumbers_its_opposite_is_a_level(text: str, indicator: str, value: float) -> None:
    (one,) = figures(text)
    assert (one.indicator, one.kind, one.value, one.unit, one.compared_with) == (
        indicator,
        "level",
        value,
        "person",
        None,
    )


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Pensioners in Donetsk live on 4,500 hryvnias a month.", "pension"),
        ("A retired steelworker in Galati gets 2,100 lei a month.", "pension"),
        ("Retired miners in Katowice draw 3,900 zlotys a month.", "pension"),
        ("Miners in Katowice earn 3,900 zlotys a month.", "monthly_wage"),
        ("A seasonal picker in Huelva makes 48 euros a day.", "daily_wage"),
        ("The daily wage in Huelva is 48 euros.", "daily_wage"),
    ],
)
def test_the_retired_draw_pensions_and_others_wages(text: str, indicator: str) -> None:
    assert [one.indicator for one in figures(text)] == [indicator]


def test_after_tax_is_no_date() -> None:
    (one,) = figures("Pay in Turin averages 1,740 euros a month after tax.")
    assert (one.unit, one.period_start) == ("EUR/month", None)


@pytest.mark.parametrize("said", ["are out of work", "were jobless in 2019", "are unemployed"])
def test_per_cent_of_nothing_named_are_of_the_people(said: str) -> None:
    assert [one.indicator for one in figures(f"In Gdansk 6 per cent {said}.")] == ["unemployment_rate"]


def test_the_date_of_what_it_is_less_than_is_no_date_of_its_own() -> None:
    now, then = figures("Welders in Ulsan are paid 3.4 million won a month, less than the 4.1 million of 2015.")
    assert now.period_start is None
    assert then.period_start is not None
    assert then.period_start.year == 2015


def test_or_more_adds_nothing() -> None:
    (one,) = figures("There are 65 or more schools in Kaunas.")
    assert (one.kind, one.direction, one.comparator) == ("count", None, "at_least")
