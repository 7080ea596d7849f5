"""Shares whose part and whole together are a measure of their own, and shares that leave out their whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.lemmas import plural
from pipeline.extraction.model import Figure
from pipeline.vocabulary import language

FiguresOf = Callable[[str], list[Figure]]


# ---------------------------------------------------------------------- parts
def test_every_part_of_a_whole_is_found(figures_of: FiguresOf) -> None:
    assert language.parts()
    for part in language.parts():
        whole = min(part.wholes)
        figure = figures_of(f"In Zibo 31 per cent of the {plural(whole)}, {part.words[0]} that is, were counted.")[0]
        assert (figure.kind, figure.indicator, figure.rules[2]) == ("share", part.share, "part-of-whole")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Urban residents make up 57 per cent of the population of Zibo.", "urbanization_rate"),
        ("Zibo has 410,000 inhabitants. Urban residents make up 57 per cent of them.", "urbanization_rate"),
        ("Nine out of ten flats in Zibo stand empty.", "vacancy_rate"),
        ("In Zibo 3,200 flats are empty, 6 per cent of all flats.", "vacancy_rate"),
        ("Gnomes make up 61 per cent of the population of Zibo.", "share_of_city_population"),
        ("Half of the gnomes of Zibo are empty.", None),
    ],
)
def test_the_part_is_said_around_the_share(figures_of: FiguresOf, text: str, indicator: str | None) -> None:
    assert figures_of(text)[-1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Zibo has 410,000 inhabitants. Of these, 29 per cent were over 65.", "share_of_population_aged_65_and_over"),
        ("In Zibo 31 per cent of the residents are aged 60 or over.", "share_of_population_aged_60_and_over"),
        ("In Zibo 31 per cent of the residents are older than 60.", "share_of_population_aged_60_and_over"),
        ("In Zibo one resident in four is over 65.", "share_of_population_aged_65_and_over"),
        ("People over 65 make up 31 per cent of the population of Zibo.", "share_of_population_aged_65_and_over"),
        ("Children under 15 make up 9 per cent of the population of Zibo.", "share_of_population_under_15"),
        ("In Zibo 31 per cent of the residents are over 77.", None),
        ("In Zibo 31 per cent of the lorries are over 65.", None),
        ("In Zibo one nurse in four is over 60.", None),
        ("Of all children under 15 in Zibo, 31 per cent sing.", None),
    ],
)
def test_an_age_group_is_a_share_of_the_people(figures_of: FiguresOf, text: str, indicator: str | None) -> None:
    figure = next(figure for figure in figures_of(text) if figure.unit == "percent")
    assert (figure.kind, figure.indicator) == ("share", indicator)


def test_what_no_rule_knows_keeps_whole_predicate_and_owner(figures_of: FiguresOf) -> None:
    figure = figures_of("Outsiders own seven out of ten workshops in Zibo.")[0]
    assert figure.indicator is None
    assert {"share", "workshops", "own", "outsiders"} <= set((figure.measured or "").split())


# ---------------------------------------------------------------------- further shares
@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Tourism makes 9 per cent of the GDP of Zibo, against 21 per cent for coal.", ["tourism", "coal"]),
        ("Coal makes 37 per cent of the GDP of Zibo, and services 31 per cent.", ["coal", "services"]),
        ("Coal makes 37 per cent of the GDP of Zibo. Services yield 31 per cent.", ["coal", "services"]),
        ("Oil once gave Zibo 47 per cent of the GDP; now it gives 23 per cent.", ["oil", "oil"]),
        ("Coal's share of the GDP of Zibo fell to 44 per cent. Services yield 12 per cent.", ["coal", "services"]),
        ("The share of services in the GDP of Zibo rose by 3 percentage points.", ["services"]),
    ],
)
def test_a_further_share_is_of_the_whole_told_before(figures_of: FiguresOf, text: str, indicators: list[str]) -> None:
    assert [figure.indicator for figure in figures_of(text)] == [f"{sector}_share_of_gdp" for sector in indicators]


@pytest.mark.parametrize(
    "text",
    [
        "Coal makes 37 per cent of the GDP of Zibo. Pay in services is taxed at 31 per cent.",
        "Coal makes 37 per cent of the GDP of Zibo. Services grew by 31 per cent.",
        "Services yield 31 per cent.",
    ],
)
def test_nothing_is_a_share_that_says_something_else(figures_of: FiguresOf, text: str) -> None:
    assert not (figures_of(text)[-1].indicator or "").startswith("services")


def test_points_behind_a_share_are_of_the_share(figures_of: FiguresOf) -> None:
    figures = figures_of("Coal makes 37 per cent of the GDP of Zibo, 3 percentage points fewer than in 2018.")
    assert [figure.indicator for figure in figures] == ["coal_share_of_gdp"] * 2
    assert [figure.kind for figure in figures] == ["share", "change"]


# ---------------------------------------------------------------------- other kinds, what was told
def test_another_kind_of_what_was_told(figures_of: FiguresOf) -> None:
    text = (
        "Primary industry in Zibo made 7 billion yuan, up 3 per cent, the secondary 14 billion yuan, down 7 per cent."
    )
    figures = figures_of(text)
    assert [figure.indicator for figure in figures] == [
        *["primary_industry_value_added"] * 2,
        *["secondary_industry_value_added"] * 2,
    ]


def test_another_kind_in_a_list_of_changes(figures_of: FiguresOf) -> None:
    first, second = figures_of("Urban incomes in Zibo rose 6 per cent and rural ones 9 per cent.")
    assert (first.indicator, first.kind) == ("urban_disposable_income_per_capita", "change")
    assert (second.indicator, second.kind, second.direction) == ("rural_disposable_income_per_capita", "change", "up")


@pytest.mark.parametrize("rest", ["the northern 14 billion yuan", "rural pensions 14 billion yuan", "trade 14 yuan"])
def test_no_other_kind_is_guessed(figures_of: FiguresOf, rest: str) -> None:
    figure = figures_of(f"Primary industry in Zibo made 7 billion yuan, {rest}.")[1]
    assert "other-kind" not in figure.rules


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zibo has 740 gnome rings. A fifth of these gleam, finished.", {"gnome", "rings", "gleam"}),
        ("Gnomes hold 360 hectares in Zibo, or 9 per cent of the city.", {"gnomes", "hold"}),
    ],
)
def test_what_is_only_pointed_at_keeps_the_words_told_before(figures_of: FiguresOf, text: str, words: set[str]) -> None:
    figure = figures_of(text)[1]
    assert (figure.kind, figure.indicator) == ("share", None)
    assert words <= set((figure.measured or "").split())


def test_those_of_whom_a_measure_is_told_are_its_kind(figures_of: FiguresOf) -> None:
    text = "Townspeople in Zibo had a disposable income of 37,150 yuan and villagers 14,860 yuan."
    figures = figures_of(f"{text} The ratio between them narrowed from 2.61 to 2.5.")
    assert [figure.indicator for figure in figures] == [
        "urban_disposable_income_per_capita",
        "rural_disposable_income_per_capita",
        "urban_rural_income_ratio",
        "urban_rural_income_ratio",
    ]
    assert [figure.kind for figure in figures] == ["level", "level", "rate", "rate"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The firm drilled 385 wells in Zibo, one in nine of which were dry.", {"wells", "dry"}),
        ("Zibo has 40 kilns. Two in five are cold.", {"cold"}),
    ],
)
def test_one_in_so_many_is_a_share_with_what_is_said_of_it(figures_of: FiguresOf, text: str, words: set[str]) -> None:
    figure = figures_of(text)[-1]
    assert (figure.kind, figure.unit) == ("share", "percent")
    assert words <= set((figure.measured or "").split())


def test_a_whole_of_which_nothing_but_the_year_is_left_is_read_without_complaint(figures_of: FiguresOf) -> None:
    assert [figure.value for figure in figures_of("Zibo made two per cent of in 2008.")] == [2]
