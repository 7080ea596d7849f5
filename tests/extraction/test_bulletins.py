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
