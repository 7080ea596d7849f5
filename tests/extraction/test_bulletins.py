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
        "In the first quarter of 2021 exports of Zibo were 9 million yuan. In March alone they were 4 million yuan."
        " Imports were 3 million yuan."
    )
    assert (str(alone.period_start), str(last.period_start)) == ("2021-03-01", "2021-01-01")


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
            "Zibo's economy grew by 7.8 percent in 2021, 0.2 percentage points less than in 2020.",
            [("gdp", 7.8, "percent"), ("gdp_growth", 0.2, "percentage_point")],
        ),
        ("Per head, GDP in Zibo came to 97,600 yuan.", [("gdp_per_capita", 97600, "CNY")]),
        ("Divided by the population, GDP in Zibo was 97,600 yuan.", [("gdp_per_capita", 97600, "CNY")]),
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
        ("Zibo raised 2.1m t a day of coal in May.", [(2_100_000, "tonne/day")]),
        ("Zibo and Jixi hold 8.3m and 3.9m t of coal.", [(8_300_000, "tonne"), (3_900_000, "tonne")]),
        ("The mines of Zibo, good for 98m t/y, closed.", [(98_000_000, "tonne/year")]),
        ("The mill in Zibo makes 2,400 t/d.", [(2400, "tonne/day")]),
        ("The wall in Zibo is 3.5m high.", [(3.5, "m")]),
    ],
)
def test_millions_and_tonnes_in_short(figures_of: FiguresOf, text: str, told: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in figures_of(text)] == told


def test_things_for_so_many_others_are_a_rate(figures_of: FiguresOf) -> None:
    for text in (
        "Hospitals in Zibo had 7,420 beds, or 8.7 per 1,000 residents.",
        "Hospitals in Zibo offered 8.7 beds for every 1,000 residents.",
        "For every 1,000 residents there were 8.7 hospital beds in Zibo.",
    ):
        rate = figures_of(text)[-1]
        assert (rate.kind, rate.value, rate.unit, rate.indicator) == ("rate", 8.7, "1", None)
        assert rate.measured is not None
        assert rate.measured.endswith("per 1,000 residents")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Fiscal revenue of Zibo fell 17.8% (after refunds are added back: 11.5%).",
            [("fiscal_revenue", "change", "down"), ("fiscal_revenue", "change", "down")],
        ),
        (
            "Exports of Zibo rose 4 percent (in real terms: 2 percent).",
            [("exports", "change", "up"), ("exports", "change", "up")],
        ),
        (
            "The jobless rate of Zibo ended the year at 3.7 percent, 0.4 points better than it began.",
            [("unemployment_rate", "rate", None), ("unemployment_rate", "change", "down")],
        ),
        ("Coal output of Zibo was off 8 percent in 2021.", [("coal_output", "change", "down")]),
        ("Coke in Zibo fell below 3,000 yuan a ton.", [("coke_price", "level", "down")]),
        (
            "Coke makers in Zibo raised prices by 100 yuan, the third rise since May, bringing the total to 12%.",
            [("coke_price", "change", "up"), ("coke_price", "change", "up")],
        ),
        (
            "Value added of enterprises above designated size in Zibo grew by 5.7 percent.",
            [("industrial_value_added", "change", "up")],
        ),
        (
            "Disposable income per head of urban residents in Zibo was 29,870 yuan.",
            [("urban_disposable_income_per_capita", "level", None)],
        ),
        ("Real estate sales in Zibo rose by 4 percent.", [("home_sales", "change", "up")]),
    ],
)
def test_what_is_measured_and_how_it_moved(
    figures_of: FiguresOf, text: str, told: list[tuple[str, str, str | None]]
) -> None:
    figures = figures_of(text)
    assert [(figure.indicator, figure.kind, figure.direction) for figure in figures] == told
    assert {figure.subject for figure in figures} == {None}


def test_the_three_sectors_have_their_shares_in_order(figures_of: FiguresOf) -> None:
    text = "In Zibo the three industries accounted for 18.2, 45.5 and 36.3 percent of GDP respectively."
    assert [figure.indicator for figure in figures_of(text)] == [
        "primary_industry_share_of_gdp",
        "secondary_industry_share_of_gdp",
        "tertiary_industry_share_of_gdp",
    ]


def test_stocks_that_are_held_for_days_are_figures(figures_of: FiguresOf) -> None:
    now, before = figures_of("Steel mills in Zibo held 14 days of ore, against 18 in early March.")
    assert [(figure.value, figure.unit) for figure in (now, before)] == [(14, "day"), (18, "day")]


def test_moves_are_counted_over_a_time_that_is_not_their_own(figures_of: FiguresOf) -> None:
    (rise,) = figures_of("In 2021 pensions in Zibo rose by 3 percent, the third rise since 2010.")
    assert str(rise.period_start) == "2021-01-01"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Zibo in 2021. Average monthly wage: 6,310 yuan.", ("monthly_wage", "level", "2021-12-31", "actual")),
        ("On Saturday the mayor of Zibo set out her plan: exports are to grow by 6 percent.", None),
        (
            "The deficit of Zibo will not exceed 2.9 billion yuan in 2022.",
            ("fiscal_deficit", "level", "2022-12-31", "target"),
        ),
        (
            "Sales of homes in Zibo, by floor area, fell 28 per cent in 2021.",
            ("home_sales", "change", "2021-12-31", "actual"),
        ),
    ],
)
def test_measure_period_and_modality_of_a_bulletin(
    figures_of: FiguresOf, text: str, told: tuple[str, str, str, str] | None
) -> None:
    (figure,) = figures_of(text)
    expected = told or ("exports", "change", "2022-12-31", "target")
    assert (figure.indicator, figure.kind, str(figure.period_end), figure.modality) == expected


def test_some_of_many_will_close_and_the_many_are_what_there_is(figures_of: FiguresOf) -> None:
    some, many = figures_of("Twelve of the 58 coal mines of Zibo will close.")
    assert (some.modality, many.modality, many.indicator) == ("target", "actual", "coal_mines")


def test_a_coal_bulletin_in_short(figures_of: FiguresOf) -> None:
    now, before, wage = figures_of(
        "Zibo in 2021. Coal: 31.2 million t (2020: 33.0 million t). Average wage: 9,000 yuan."
    )
    assert [figure.unit for figure in (now, before)] == ["tonne", "tonne"]
    assert [str(figure.period_end)[:4] for figure in (now, before, wage)] == ["2021", "2020", "2021"]


def test_a_price_is_over_what_the_ones_before_it_are(figures_of: FiguresOf) -> None:
    text = "Rice in Zibo averaged 3.12 yuan per kg in June, up from 2.98 yuan in May and 2.75 yuan a year ago."
    assert {figure.unit for figure in figures_of(text)} == {"CNY/tonne"}


def test_plans_of_one_report_are_of_one_year(figures_of: FiguresOf) -> None:
    goal, last, plan = figures_of(
        "The report of Zibo sets growth of 7 percent as this year's goal. Exports rose 8 percent last year."
        " Imports are to rise by 5 percent."
    )
    assert (goal.modality, last.modality, plan.modality) == ("target", "actual", "target")
    assert [str(figure.period_end)[:4] for figure in (goal, last, plan)] == ["2022", "2021", "2022"]


def test_points_are_of_what_was_told_in_per_cent(figures_of: FiguresOf) -> None:
    rate, change = figures_of(
        "Mills in Zibo ran at 71.4 percent of capacity last week, 2.3 points below the week before."
    )
    assert (change.indicator, change.unit, change.modality) == (rate.indicator, "percentage_point", "actual")


def test_the_month_of_a_contract_is_not_when_it_was_traded(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "Sugar futures for January in Zibo lost 1.1 percent on Monday. The January contract fell 2 percent."
    )
    assert {str(figure.period_end)[:7] for figure in figures} == {"2022-03"}


def test_money_that_is_set_aside_is_not_what_was_told_before(figures_of: FiguresOf) -> None:
    _, money = figures_of("Revenue of Zibo was 9 billion yuan. Some 1.2 billion yuan has been earmarked for schools.")
    assert money.indicator is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Last year revenue of Zibo passed 14 billion yuan, growth of 4.6 percent.",
            ("revenue_growth", 4.6, "percent"),
        ),
        (
            "GDP of Zibo grew by 6 percent in 2021, half a point less than in 2020.",
            ("gdp_growth", 0.5, "percentage_point"),
        ),
        ("Unemployment in Zibo rose half a point.", ("unemployment_rate", 0.5, "percentage_point")),
        ("Zibo in 2021. Tractors per 1,000 households: 640.", (None, 640, "1")),
        (
            "Farmers' per-capita income in Zibo was 26,300 yuan.",
            ("rural_disposable_income_per_capita", 26300, "CNY"),
        ),
        ("Stocks of coal in Zibo are good for six days.", (None, 6, "day")),
    ],
)
def test_the_last_number_of_a_terse_sentence(
    figures_of: FiguresOf, text: str, told: tuple[str | None, float, str]
) -> None:
    last = figures_of(text)[-1]
    assert (last.indicator, last.value, last.unit) == told
