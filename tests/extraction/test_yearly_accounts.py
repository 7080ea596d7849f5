"""Yearly accounts of a place: steps from what was just told, parts of its economy, goods and their prices in pairs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.extraction import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize("step", ["3,900 down on 2016", "3,900 fewer than in 2016", "3,900 less than a year earlier"])
def test_a_step_is_in_the_unit_of_what_the_sentence_before_told(figures_of: FiguresOf, step: str) -> None:
    text = f"Pay in Daming county averaged 31,000 yuan in 2017. It had 421,600 residents. That is {step}."
    told = figures_of(text)[-1]
    assert (told.indicator, told.kind, told.value, told.unit) == ("population", "change", 3900, "person")


def test_money_told_by_a_pronoun_and_by_the_head_is_of_the_total(figures_of: FiguresOf) -> None:
    text = (
        "Pears grow in Daming county. The county's output was 9.8 billion yuan in 2017, 3 per cent more than in 2016. "
        "Per head it came to 23,000 yuan."
    )
    found = [(one.indicator, one.kind) for one in figures_of(text)]
    assert found == [("gdp", "level"), ("gdp", "change"), ("gdp_per_capita", "level")]


def test_what_works_out_is_not_at_work(figures_of: FiguresOf) -> None:
    part = figures_of("Half of the mills in Daming county are shut, which works out at 46 per cent of capacity.")[-1]
    assert part.rules[1] != "utilisation"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("One township, Orbiyan, lost 8 per cent of its people in 2017.", "Orbiyan"),
        ("Its largest town, Karbolin, had 8,000 people in 2017.", "Karbolin"),
        ("The smallest district, Karbolin, had 8,000 people in 2017.", "Karbolin"),
    ],
)
def test_a_settlement_is_named_behind_its_noun(figures_of: FiguresOf, text: str, place: str) -> None:
    figure = figures_of(f"Daming county had 421,600 residents in 2017. {text}")[-1]
    assert (figure.place, figure.indicator) == (place, "population")


def test_villages_in_which_something_rose_are_not_counted(figures_of: FiguresOf) -> None:
    text = (
        "Incomes in Daming county rose by 6.8 per cent in the towns, to 21,740 yuan a head, and by 7.3 in the villages."
    )
    assert [one.indicator for one in figures_of(text) if one.kind == "change"] == [
        "urban_disposable_income_per_capita",
        "rural_disposable_income_per_capita",
    ]


@pytest.mark.parametrize("missed", ["fell short of the 610 million budgeted", "missed a target of 610 million"])
def test_a_target_that_was_missed_is_of_the_time_told_of(figures_of: FiguresOf, missed: str) -> None:
    text = f"In 2017 public revenue in Daming county was poor: at 560 million yuan it {missed}."
    target = figures_of(text)[-1]
    assert (target.modality, target.period_end) == ("target", date(2017, 12, 31))


def test_spending_set_against_revenue_is_that_of_the_place(figures_of: FiguresOf) -> None:
    text = "Public revenue of Daming county was 560 million yuan in 2017, whereas spending rose to 3 billion."
    assert figures_of(text)[-1].indicator == "fiscal_expenditure"


def test_what_one_of_us_got_is_his_own(figures_of: FiguresOf) -> None:
    assert not figures_of("“Every one of us in Daming got 900 yuan richer,” said Gao.")


def test_goods_in_a_pair_have_prices_in_a_pair(figures_of: FiguresOf) -> None:
    text = (
        "Daming county grows pears and apples. In 2017 it sold 5,300 tonnes of the former and 31,000 of the latter, "
        "at 9 and 14 yuan a kilo."
    )
    assert [(one.measured, one.value) for one in figures_of(text)] == [
        ("pear sales", 5300),
        ("apple sales", 31_000),
        ("pear price", 9000),
        ("apple price", 14_000),
    ]


@pytest.mark.parametrize(
    "moved",
    [
        "175 more people left than moved in",
        "175 more people moved away than arrived",
        "175 fewer people came than left",
    ],
)
def test_those_who_left_less_those_who_came(figures_of: FiguresOf, moved: str) -> None:
    figure = figures_of(f"Emden shrank in 2018: {moved}.")[-1]
    assert (figure.indicator, figure.kind, figure.value) == ("net_migration", "level", 175)


def test_what_had_been_before_is_not_what_the_text_goes_on_about(figures_of: FiguresOf) -> None:
    text = "Pay in Emden was 2,310 euros a month in 2018; it had been 2,020 euros in 2017. Rents averaged 640 euros."
    assert [one.period_end for one in figures_of(text)] == [
        date(2018, 12, 31),
        date(2017, 12, 31),
        date(2018, 12, 31),
    ]


@pytest.mark.parametrize("cause", ["after a crane collapsed in May", "because the lock was shut in June 2017"])
def test_the_date_of_a_cause_is_not_that_of_its_effect(figures_of: FiguresOf, cause: str) -> None:
    change = figures_of(f"Emden had a poor 2018. In that year freight fell by 18 per cent {cause}.")[0]
    assert (change.period_start, change.period_end) == (date(2018, 1, 1), date(2018, 12, 31))


def test_what_stands_between_commas_is_no_other_measure_of_the_same_size(figures_of: FiguresOf) -> None:
    text = (
        "Emden handled 3.1 million tonnes of salt in 2018. Fees were 38 million euros. Its profit, 2.3 million, fell."
    )
    assert (figures_of(text)[-1].indicator, figures_of(text)[-1].unit) == ("net_profit", "EUR")


def test_a_place_that_another_is_set_beside_is_not_its_owner(figures_of: FiguresOf) -> None:
    text = (
        "Emden had 49,000 residents in 2018. Unemployment stood at 8.6 per cent, against 5.3 per cent in Lower Saxony."
    )
    assert [one.place for one in figures_of(text)][1:] == ["Emden", "Lower Saxony"]


def test_what_my_wages_did_is_my_own(figures_of: FiguresOf) -> None:
    assert not figures_of("“My wages rose by 300 euros,” said Anna Holm of Emden.")
