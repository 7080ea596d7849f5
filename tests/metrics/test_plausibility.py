"""Plausibility: what looks wrong is found with the words that show it, and its near misses are not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pipeline.metrics.plausibility import COLUMNS, RULES, implausible
from pipeline.tables import TABLES
from pipeline.vocabulary.exchange_rates import exchange_rates
from pipeline.vocabulary.indicators import indicators
from pipeline.vocabulary.wholes import not_summed, parts_of_wholes

from .conftest import Row, article, table, vocabulary

Make = Callable[..., Any]
Find = Callable[..., list[Row]]
MakeRow = Callable[..., Row]

BY_STEP = {rule.step.removeprefix("plausible_"): rule for rule in RULES}


@pytest.fixture(name="find")
def _find(derive_rows: Make) -> Find:
    """What a rule finds in figures and what is derived from them."""

    def find(step: str, *figures: Row, articles: dict[str, Row] | None = None) -> list[Row]:
        derived = derive_rows(*figures, articles=articles).tables
        ids = sorted({row["article_id"] for row in figures})
        known = table("articles", (article(key, **(articles or {}).get(key, {})) for key in ids))
        measured, places = vocabulary()
        tables = {
            "figures": table("figures", figures),
            "articles": known,
            "levels": derived.levels,
            "indicators": measured,
            "places": places,
        }
        findings: list[Row] = implausible(BY_STEP[step], tables).to_pylist()
        return findings

    return find


def test_nothing_is_found_in_nothing() -> None:
    tables = {name: TABLES[name].arrow_schema.empty_table() for name in TABLES}
    for rule in RULES:
        found = implausible(rule, tables)
        assert (found.num_rows, tuple(found.column_names)) == (0, COLUMNS)


def test_the_vocabulary_knows_what_the_rules_take_from_it() -> None:
    known = indicators()
    assert not_summed() <= set(known)
    assert {name for pair in parts_of_wholes() for name in pair} <= set(known)


@pytest.mark.parametrize("code", ["CNY", "EUR", "GBP", "JPY", "RUB", "KRW", "AUD", "CAD", "HKD", "INR", "USD"])
def test_rates_are_of_every_year_and_move_like_rates(code: str) -> None:
    rates = {rate.year: rate.per_dollar for rate in exchange_rates() if rate.code == code}
    first = {"EUR": 1999, "RUB": 1998}.get(code, 1990)
    assert list(rates) == list(range(first, 2026))
    # No year of any of these moved by more, the rouble of 1999 excepted; a slip of the decimal point would.
    steps = {year: rates[year] / rates[year - 1] for year in list(rates)[1:] if (code, year) != ("RUB", 1999)}
    assert all(0.7 < step < 1.6 for step in steps.values())


# ---------------------------------------------------------------- rates of exchange


def restated(
    figure: MakeRow, yuan: float, dollars: float, period: Any = (None, None), name: str = "a/1", **said: Any
) -> tuple[Row, Row]:
    """An amount in yuan and, in brackets, in dollars, each right to a hundredth."""

    def amount(figure_id: str, value: float, unit: str, **more: Any) -> Row:
        bounds = {"low": value * 0.99, "high": value * 1.01}
        return figure(figure_id, value, unit=unit, indicator="gdp", period=period, **{**bounds, **more})

    return amount(name, yuan, "CNY", **said), amount(f"{name}usd", dollars, "USD", restates=name, **said)


def test_a_rate_that_no_market_paid(find: Find, figure: MakeRow, year: Make) -> None:
    [finding] = find("exchange_rates", *restated(figure, 700e6, 10e6, period=year(2018)))
    assert finding["ids"] == ["a/1usd", "a/1"]
    assert finding["finding"].endswith("from 2017 to 2020 it was 6.62 to 6.91 CNY for one USD")


@pytest.mark.parametrize(
    ("yuan", "dollars", "period"),
    [
        (690, 100, 2019),
        (620, 100, 2018),  # below all averages, but within a tenth
        (830, 100, 2000),  # of its own year
        (680, 100, 2000),  # of the year in which it was written
    ],
)
def test_rates_of_the_time(find: Find, figure: MakeRow, year: Make, yuan: float, dollars: float, period: int) -> None:
    assert find("exchange_rates", *restated(figure, yuan, dollars, period=year(period))) == []


def test_a_hedged_amount_counts_as_written(find: Find, figure: MakeRow, year: Make) -> None:
    open_above: dict[str, Any] = {"comparator": "more_than", "high": None}
    pair = restated(figure, 690, 100, period=year(2019), **open_above)
    assert find("exchange_rates", *pair) == []
    [finding] = find("exchange_rates", *restated(figure, 6900, 100, period=year(2019), **open_above))
    assert finding["period_end"] == date(2019, 12, 31)


def test_two_restatements_of_one_article_agree(find: Find, figure: MakeRow) -> None:
    # Both within a tenth of the average of the time, but not of each other.
    pairs = (*restated(figure, 755, 100), *restated(figure, 625, 100, name="a/2"))
    [finding] = find("exchange_rates", *pairs)
    assert finding["ids"] == ["a/1usd", "a/1", "a/2usd", "a/2"]
    assert finding["finding"].startswith("In one article")


def test_restatements_of_other_years_or_articles_need_not_agree(find: Find, figure: MakeRow, year: Make) -> None:
    other_article = restated(figure, 625, 100, name="b/1")
    other_year = restated(figure, 830, 100, period=year(2000), name="a/3")
    assert find("exchange_rates", *restated(figure, 755, 100), *other_article, *other_year) == []


def test_a_currency_without_rates_is_held_against_its_article(find: Find, figure: MakeRow) -> None:
    def in_forints(name: str, yuan: float, forints: float) -> tuple[Row, Row]:
        written, other = restated(figure, yuan, forints, name=name)
        return written, other | {"unit": "HUF"}

    assert find("exchange_rates", *in_forints("a/1", 1, 45)) == []
    [finding] = find("exchange_rates", *in_forints("a/1", 1, 45), *in_forints("a/2", 1, 450))
    assert "HUF" in finding["finding"]


def test_a_restatement_in_another_unit_is_no_rate(find: Find, figure: MakeRow) -> None:
    written, other = restated(figure, 700, 10)
    assert find("exchange_rates", written, other | {"unit": "USD/m2"}) == []


# ---------------------------------------------------------------- parts


def of_exland(figure: MakeRow, value: float, **said: Any) -> Row:
    return figure("p/1", value, place_id="X", place="Exland", place_kind="province", **said)


def test_cities_together_have_no_more_than_their_province(find: Find, figure: MakeRow, year: Make) -> None:
    cities = [
        figure("a/1", 60, low=55, high=65, period=year(2015)),
        figure("b/1", 50, low=45, high=55, period=year(2015), place_id="X-2", place="Birchem"),
    ]
    [finding] = find("parts", *cities, of_exland(figure, 95, low=94, high=96, period=year(2015)))
    assert finding["finding"] == (
        "Ashford, Birchem together have at least 100 tonnes of coal output, all of Exland at most 96 tonnes"
    )
    assert len(finding["ids"]) == 3
    # With room in the intervals, they may.
    assert find("parts", *cities, of_exland(figure, 95, low=90, high=100, period=year(2015))) == []
    # Of another year, of another thing, in prices or per head they say nothing of each other.
    assert find("parts", *cities, of_exland(figure, 95, period=year(2016))) == []
    assert find("parts", *cities, of_exland(figure, 95, period=year(2015), modality="target")) == []


@pytest.mark.parametrize(
    ("indicator", "unit"), [("coal_price", "CNY/tonne"), ("unemployment_rate", "percent"), ("net_profit", "CNY")]
)
def test_prices_rates_and_profits_do_not_add_up(
    find: Find, figure: MakeRow, year: Make, indicator: str, unit: str
) -> None:
    said = {"indicator": indicator, "unit": unit, "period": year(2015)}
    assert find("parts", figure("a/1", 60, **said), of_exland(figure, 50, **said)) == []


def test_a_firm_has_no_more_than_its_city(find: Find, figure: MakeRow, year: Make) -> None:
    def firm(name: str, value: float) -> Row:
        subject = f"Firm {name}"
        return figure(f"{name}/1", value, subject=subject, subject_kind="organisation", period=year(2015))

    city = figure("c/1", 50, period=year(2015))
    [finding] = find("parts", firm("a", 60), city)
    assert finding["subject"] == "Firm a"
    # A firm and its pit may both be there.
    assert find("parts", firm("a", 40), firm("b", 30), city) == []


def test_a_part_is_not_above_its_whole(find: Find, figure: MakeRow, year: Make) -> None:
    people = {"unit": "person", "period": year(2015)}
    urban = figure("a/1", 900, indicator="urban_population", **people)
    [finding] = find("parts", urban, figure("a/2", 800, indicator="population", **people))
    assert finding["finding"] == (
        "Urban population is at least 900 people, population, which it is part of, at most 800 people"
    )
    assert find("parts", urban, figure("a/2", 900, indicator="population", **people)) == []


# ---------------------------------------------------------------- sentences


SENTENCE = "It fell by a fifth from 300 to 200 tonnes."


def test_a_sentence_that_contradicts_itself(find: Find, figure: MakeRow, change: MakeRow, year: Make) -> None:
    base = figure("a/1", 300, sentence=SENTENCE, period=year(2015))
    final = figure("a/2", 200, sentence=SENTENCE, period=year(2016))
    moved = {"sentence": SENTENCE, "period": year(2016), "base": year(2015)}
    fifth = change("a/3", 20, "down", low=19, high=21, **moved)
    [finding] = find("sentences", base, final, fifth)
    assert finding["ids"] == ["a/3", "a/1", "a/2"]
    assert "is down by 33.33 per cent, not “20” down" in finding["finding"]
    # A third is what it fell by; so are 100 tonnes. Not 100 tonnes up.
    assert find("sentences", base, final, change("a/3", 33.3, "down", low=33, high=34, **moved)) == []
    assert find("sentences", base, final, change("a/3", 100, "down", unit="tonne", **moved)) == []
    [_] = find("sentences", base, final, change("a/3", 100, "up", unit="tonne", **moved))
    # Levels of another sentence, place or year are not what it speaks of.
    assert find("sentences", base | {"sentence": "It was 300."}, final, fifth) == []
    assert find("sentences", base | {"place_id": "X-2", "place": "Birchem"}, final, fifth) == []
    assert find("sentences", figure("a/1", 300, sentence=SENTENCE, period=year(2010)), final, fifth) == []


def test_points_are_held_against_rates(find: Find, figure: MakeRow, change: MakeRow, year: Make) -> None:
    rate = {"indicator": "unemployment_rate", "sentence": SENTENCE}
    told = [
        figure("a/1", 8, unit="percent", kind="rate", period=year(2015), **rate),
        figure("a/2", 5, unit="percent", kind="rate", period=year(2016), **rate),
    ]
    moved = {"period": year(2016), "base": year(2015), **rate}
    [_] = find("sentences", *told, change("a/3", 2, "down", unit="percentage_point", **moved))
    assert find("sentences", *told, change("a/3", 3, "down", unit="percentage_point", **moved)) == []
    # By per cent of the rate, or of a hundred: it does not say.
    assert find("sentences", *told, change("a/3", 2, "down", **moved)) == []


def test_real_growth_says_nothing_of_nominal_levels(find: Find, figure: MakeRow, change: MakeRow, year: Make) -> None:
    gdp = {"indicator": "gdp", "sentence": SENTENCE}
    told = [
        figure("a/1", 100, unit="CNY", period=year(2015), **gdp),
        figure("a/2", 112, unit="CNY", period=year(2016), **gdp),
    ]
    assert find("sentences", *told, change("a/3", 6, "up", period=year(2016), base=year(2015), **gdp)) == []


# ---------------------------------------------------------------- jumps


def test_a_series_does_not_jump(find: Find, figure: MakeRow, year: Make) -> None:
    before = figure("a/1", 10, low=9, high=10, period=year(2015))
    [finding] = find("jumps", before, figure("a/2", 110, low=101, high=120, period=year(2016)))
    assert finding["finding"] == "From 9 to 10 tonnes in 2015 to 101 to 120 tonnes in 2016: at least 10.1 times as much"
    assert len(finding["ids"]) == 2
    [finding] = find("jumps", before, figure("a/2", 0.5, low=0.4, high=0.6, period=year(2016)))
    assert finding["finding"].endswith("at most 6.67 per cent of it")


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (2016, {"low": 99, "high": 120}),  # ten times at most, if it is least
        (2026, {}),  # in eleven years much can happen
        (2016, {"modality": "target"}),
        (2016, {"subject": "The pit", "subject_kind": "facility"}),
        (2016, {"unit": "barrel"}),
        (2016, {"aggregation": "cumulative"}),
    ],
)
def test_what_is_no_jump(find: Find, figure: MakeRow, year: Make, last: int, said: Row) -> None:
    assert find("jumps", figure("a/1", 10, period=year(2015)), figure("a/2", 110, period=year(last), **said)) == []


@pytest.mark.parametrize(("indicator", "unit"), [("unemployment_rate", "percent"), ("net_profit", "CNY")])
def test_rates_and_profits_may_jump(find: Find, figure: MakeRow, year: Make, indicator: str, unit: str) -> None:
    said = {"indicator": indicator, "unit": unit}
    assert (
        find("jumps", figure("a/1", 1, period=year(2015), **said), figure("a/2", 20, period=year(2016), **said)) == []
    )


def test_small_counts_may_jump(find: Find, figure: MakeRow, year: Make) -> None:
    def pits(first: float, second: float) -> list[Row]:
        said = {"indicator": "miners", "unit": "1", "kind": "count"}
        return find(
            "jumps", figure("a/1", first, period=year(2015), **said), figure("a/2", second, period=year(2016), **said)
        )

    assert pits(2, 60) == []
    assert len(pits(2, 160)) == 1


def test_levels_in_dispute_are_taken_together(find: Find, figure: MakeRow, year: Make) -> None:
    told = [
        figure("a/1", 10, period=year(2015)),
        figure("b/1", 30, period=year(2015)),
        figure("c/1", 110, period=year(2016)),
    ]
    assert find("jumps", *told) == []
    [_] = find("jumps", told[0], told[2])
