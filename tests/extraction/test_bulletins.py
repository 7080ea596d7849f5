"""Statistics bulletins, work reports and market notes: their terse ways to tell a value and how it moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Output of main products in Zibo: 1) raw coal 2.4 million tons, -4.5%; 2) cement 8.1 million tons, +6.2%.",
            [("coal_output", 4.5, "down"), ("cement_output", 6.2, "up")],
        ),
        ("In 2016 Hebi mined 9.4 million tons of raw coal (-21.4%).", [("coal_output", 21.4, "down")]),
        ("Exports of Zibo amounted to 610 million yuan, +2.2 per cent.", [("exports", 2.2, "up")]),
        ("Zibo in 2021. Fixed-asset investment: -7.8 percent.", [("fixed_asset_investment", 7.8, "down")]),
        (
            "Exports of Zibo by item: hats +3.1, woollen gloves -2.4; socks +0.6 per cent.",
            [("exports", 3.1, "up"), ("exports", 2.4, "down"), ("exports", 0.6, "up")],
        ),
        ("Zibo's unemployment rate was 5.6%, -0.3 percentage points.", [("unemployment_rate", 0.3, "down")]),
    ],
)
def test_a_sign_is_the_direction_of_a_change(
    figures_of: FiguresOf, text: str, told: list[tuple[str, float, str]]
) -> None:
    changes = [figure for figure in figures_of(text) if figure.kind == "change"]
    assert [(figure.indicator, figure.value, figure.direction) for figure in changes] == told
    assert all(figure.low is not None and figure.low <= figure.value for figure in changes)


def test_the_sign_of_a_rate_is_that_of_its_value(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("The natural growth rate of Zibo was -7.2‰ in 2021.")
    assert (figure.kind, figure.direction) == ("rate", None)
    assert figure.value == pytest.approx(-0.72)


def test_a_label_and_its_value_are_one_clause(figures_of: FiguresOf) -> None:
    jobs, share = figures_of("Zibo in 2021. New urban jobs: 48,300, 102.8 percent of the annual target.")
    assert (jobs.indicator, jobs.value, jobs.unit) == ("jobs", 48300, "person")
    assert (share.value, share.unit) == (102.8, "percent")


@pytest.mark.parametrize("unit", [" per thousand", " per 1,000", " per mille", "‰", " ‰"])
def test_rates_per_thousand_are_in_per_cent(figures_of: FiguresOf, unit: str) -> None:
    birth, death = figures_of(f"In Zibo the birth rate was 9.8{unit} and the death rate 6.7{unit} in 2021.")
    assert (birth.indicator, birth.unit, death.indicator, death.unit) == (
        "birth_rate",
        "percent",
        "death_rate",
        "percent",
    )
    assert [birth.value, death.value] == pytest.approx([0.98, 0.67])


def test_things_per_thousand_people_are_no_percentage(figures_of: FiguresOf) -> None:
    figures = figures_of("In Zibo 300 cars were registered, 541 per thousand people.")
    assert "percent" not in {figure.unit for figure in figures}


YEARS = [
    ("Zibo in 2021. Budget revenue: 10.2 billion yuan (2020: 11.4 billion).", ["2021", "2020"]),
    (
        "In 2021 profits in Zibo came to 3 million yuan, compared with a loss of 8 million yuan in 2015.",
        ["2021", "2015"],
    ),
    ("In 2021 exports of Zibo were 9 million yuan. In March alone imports were 2 million. Debt was 3 million.", None),
    ("In 2021 land sales in Zibo brought in 4 million yuan, a sixth of what they raised in 2018.", ["2021", "2021"]),
    ("At the end of 2021 Zibo had 71 mines. Exports of the city came to 310 million yuan.", ["2021", "2021"]),
]


@pytest.mark.parametrize(("text", "years"), YEARS)
def test_a_date_that_is_only_compared_with_is_not_that_of_the_rest(
    figures_of: FiguresOf, text: str, years: list[str] | None
) -> None:
    ends = [str(figure.period_end)[:4] for figure in figures_of(text)]
    assert ends == (years or ["2021"] * 3)


def test_an_aside_does_not_move_the_focus(figures_of: FiguresOf) -> None:
    _, alone, last = figures_of(
        "In the second quarter of 2021 exports of Zibo were 9 million yuan. In May alone they were 4 million yuan."
        " Imports were 3 million yuan."
    )
    assert (str(alone.period_start), str(last.period_start)) == ("2021-05-01", "2021-04-01")


def test_what_flows_is_of_the_year_and_not_of_its_last_day(figures_of: FiguresOf) -> None:
    _, exports = figures_of("At the end of 2021 Zibo had 71 mines. Exports of the city came to 310 million yuan.")
    assert (str(exports.period_start), str(exports.period_end)) == ("2021-01-01", "2021-12-31")


def test_a_change_from_two_bases_is_of_one_month(figures_of: FiguresOf) -> None:
    text = "Home prices in Zibo slipped 0.4 percent in May 2021 from April and 5.1 percent from a year earlier."
    month, year = figures_of(text)
    assert (str(month.period_end), str(year.period_end)) == ("2021-05-31", "2021-05-31")
    assert str(year.base_end) == "2020-05-31"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Deaths in Zibo are told too. In 2021 births in Zibo numbered 2,140 and deaths 9,310.",
            [("births", 2140, "person"), ("deaths", 9310, "person")],
        ),
        (
            "Zibo cut the unemployment rate by 0.3 points to 4.1 percent.",
            [("unemployment_rate", 0.3, "percentage_point"), ("unemployment_rate", 4.1, "percent")],
        ),
        (
            "Zibo's economy grew by 5.6 percent in 2021, 0.7 percentage points above that of 2020.",
            [("gdp", 5.6, "percent"), ("gdp_growth", 0.7, "percentage_point")],
        ),
        ("Per head, GDP in Zibo came to 97,600 yuan.", [("gdp_per_capita", 97600, "CNY")]),
        ("Divided by its population, the GDP of Zibo was 97,600 yuan.", [("gdp_per_capita", 97600, "CNY")]),
        (
            "Disposable income per head in Zibo averaged 19,000 yuan in towns and 7,300 yuan in villages.",
            [
                ("urban_disposable_income_per_capita", 19000, "CNY"),
                ("rural_disposable_income_per_capita", 7300, "CNY"),
            ],
        ),
        (
            "Coal at Zibo traded at 585 yuan a ton on Friday. That compares with 548 yuan a year ago.",
            [("coal_price", 585, "CNY/tonne"), ("coal_price", 548, "CNY")],
        ),
    ],
)
def test_each_number_has_its_measure_and_unit(
    figures_of: FiguresOf, text: str, told: list[tuple[str, float, str]]
) -> None:
    assert [(figure.indicator, figure.value, figure.unit) for figure in figures_of(text)] == told


def test_changes_against_several_bases_are_a_list(figures_of: FiguresOf) -> None:
    text = "Coal at Zibo traded at 585 yuan a ton on Friday, down 5 yuan on the day, 12 yuan on the week and 3 percent"
    _, *moves = figures_of(f"{text} on the month.")
    assert [(move.kind, move.direction, move.value) for move in moves] == [
        ("change", "down", 5),
        ("change", "down", 12),
        ("change", "down", 3),
    ]
    assert {move.indicator for move in moves} == {"coal_price"}
    assert len({move.period_end for move in moves}) == 1


def test_what_is_below_a_year_ago_has_fallen(figures_of: FiguresOf) -> None:
    figures = figures_of("Coal output in Zibo was 3 percent below the week before and 65 percent below a year ago.")
    assert [(figure.kind, figure.direction, figure.indicator) for figure in figures] == [
        ("change", "down", "coal_output")
    ] * 2


def test_a_value_in_brackets_keeps_its_date_to_itself(figures_of: FiguresOf) -> None:
    text = (
        "Zibo, first half of 2021: exports 9 million yuan (first half of 2020: 8 million yuan); imports 3 million yuan."
    )
    assert [str(figure.period_end)[:4] for figure in figures_of(text)] == ["2021", "2020", "2021"]


def test_a_part_that_is_told_behind_a_whole_is_of_the_same_time(figures_of: FiguresOf) -> None:
    whole, part = figures_of("Foreign trade of Zibo totalled 2.1 billion yuan in 2020, of which exports 640 million.")
    assert (part.indicator, part.period_end) == ("exports", whole.period_end)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Zibo dug 1.7m t a day of coal in May.", [(1_700_000, "tonne/day")]),
        ("Zibo and Jixi hold 7.6m and 1.8m t of coal.", [(7_600_000, "tonne"), (1_800_000, "tonne")]),
        ("The mines of Zibo, rated at 35m t/y, closed.", [(35_000_000, "tonne/year")]),
        ("The mill in Zibo makes 2,400 t/d.", [(2400, "tonne/day")]),
        ("The wall in Zibo is 3.5m high.", [(3.5, "m")]),
    ],
)
def test_millions_and_tonnes_in_short(figures_of: FiguresOf, text: str, told: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in figures_of(text)] == told
