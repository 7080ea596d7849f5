"""Work reports and market notes: what is measured, planned and held, whole sentences at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


def test_things_for_so_many_others_are_a_rate(figures_of: FiguresOf) -> None:
    for text in (
        "Hospitals in Zibo had 5,310 beds, or 6.4 per 1,000 residents.",
        "Hospitals in Zibo could offer 6.4 beds per 1,000 residents.",
        "For every 1,000 residents there were 6.4 hospital beds in Zibo.",
    ):
        rate = figures_of(text)[-1]
        assert (rate.kind, rate.value, rate.unit, rate.indicator) == ("rate", 6.4, "1", None)
        assert rate.measured is not None
        assert rate.measured.endswith("per 1,000 residents")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Fiscal revenue of Zibo fell 9.4% (after rebates are taken out: 6.8%).",
            [("fiscal_revenue", "change", "down"), ("fiscal_revenue", "change", "down")],
        ),
        (
            "Exports of Zibo rose 4 percent (in real terms: 2 percent).",
            [("exports", "change", "up"), ("exports", "change", "up")],
        ),
        (
            "The jobless rate of Zibo ended 2021 at 5.2 percent, 0.6 points better than in 2020.",
            [("unemployment_rate", "rate", None), ("unemployment_rate", "change", "down")],
        ),
        ("Coal output of Zibo was off 8 percent in 2021.", [("coal_output", "change", "down")]),
        ("Coke in Zibo fell below 3,000 yuan a ton.", [("coke_price", "level", "down")]),
        (
            "Coke makers in Zibo raised prices by 80 yuan, the second rise since May, taking the total to 7%.",
            [("coke_price", "change", "up"), ("coke_price", "change", "up")],
        ),
        (
            "Value added of industrial enterprises in Zibo grew by 6.3 percent.",
            [("industrial_value_added", "change", "up")],
        ),
        (
            "Disposable income per head of urban residents in Zibo was 37,150 yuan.",
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
