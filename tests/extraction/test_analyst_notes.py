"""Analyst notes: how commodity and company notes go on from figure to figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Jinchang exports nickel. The Gansu city, known as China's nickel capital, smelted 152 tonnes.", "Jinchang"),
        ("Rybnik is old. The Silesian city that calls itself Poland's coal capital mined 310 tonnes.", "Rybnik"),
        ("Rybnik digs. The Polish town, once dubbed Europe's cellar, sold 310 tonnes of salt.", "Rybnik"),
        ("The Gansu city smelted 152 tonnes of nickel.", "Gansu"),
        ("China's provinces smelt. The Gansu cities smelted 152 tonnes of nickel.", "Gansu"),
    ],
)
def test_a_city_by_its_province_and_by_what_it_calls_itself(figures_of: FiguresOf, text: str, place: str) -> None:
    assert [figure.place for figure in figures_of(text)] == [place]


def test_an_exchange_is_not_the_city_of_the_text(figures_of: FiguresOf) -> None:
    quoted = "Jinchang waits. Nickel in London traded at 2,900 dollars a tonne. The city has 66,000 people."
    sold = "Jinchang waits. Shops in London sold 2,900 tonnes of nickel. The city has 66,000 people."
    assert [figure.place for figure in figures_of(quoted)] == ["London", "Jinchang"]
    assert [figure.place for figure in figures_of(sold)] == ["London", "London"]


def test_a_firm_named_after_the_province_goes_on_being_spoken_of(figures_of: FiguresOf) -> None:
    figures = figures_of("Jinchang had 26 smelters. Gansu Southern Tin sold 30 tonnes. Revenue was 43 million yuan.")
    assert [figure.subject for figure in figures] == [None, "Gansu Southern Tin", "Gansu Southern Tin"]


@pytest.mark.parametrize(
    "text",
    [
        "The pears of Aksu yielded 210 tonnes in 2019. In 2010 they gave 162.",
        "Aksu made 210 tonnes of pears in 2019. We estimate that this was much, and look for 162 tonnes in 2022.",
        "Aksu made 210 tonnes of pears in 2019. For 2022 the growers' board pencils in 162 tonnes.",
        "Aksu made 210 tonnes of pears in 2019. The bank foresees 162 tonnes in 2022.",
    ],
)
def test_what_was_made_is_made_again_or_looked_for(figures_of: FiguresOf, text: str) -> None:
    first, second = figures_of(text)
    assert (second.indicator, second.measured, second.unit) == (first.indicator, first.measured, "tonne")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        (
            "Growth in Fuxin slowed to 3.1 per cent. Neighbouring Jinzhou, where a mill has opened, managed 5.2.",
            "growth",
        ),
        ("Unemployment in Fuxin was 6.2 per cent in 2020. Jinzhou had 4.1.", "unemployment"),
        ("Fuxin's economy grew by 3.1 per cent in 2020. Jinzhou achieved 5.2.", "growth"),
    ],
)
def test_the_next_sentence_tells_of_another_place(figures_of: FiguresOf, text: str, indicator: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.place, figure.kind, figure.unit) == ("Jinzhou", "rate", "percent")
    assert indicator in (figure.indicator or "")


@pytest.mark.parametrize(
    "text", ["Unemployment in Fuxin was 6.2 per cent. Jinzhou had 4.", "Fuxin has 62 mills. Jinzhou managed 4.1."]
)
def test_what_may_count_anything_is_no_rate_of_the_next_place(figures_of: FiguresOf, text: str) -> None:
    assert len(figures_of(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sales of Karvan Foods in Tomsk were 4.1 billion roubles, profit 1.3 billion; these were up 4 per cent and "
        "down a fifth.",
        "Revenue of Karvan Foods of Tomsk was 4.1 billion roubles in 2020 and profit 300 million, up 4 per cent and "
        "down 20 per cent respectively.",
    ],
)
def test_two_moves_are_of_the_two_things_told_before(figures_of: FiguresOf, text: str) -> None:
    figures = [figure for figure in figures_of(text) if figure.kind == "change"]
    assert [(figure.indicator, figure.direction) for figure in figures] == [("revenue", "up"), ("net_profit", "down")]


def test_a_share_of_value_added_or_of_a_total_in_a_year_is_no_change(figures_of: FiguresOf) -> None:
    text = "Farming in Tomsk made up 21 per cent of its value added in 2019. That was 45 per cent of it in 2018."
    assert [(figure.kind, figure.period_end and figure.period_end.year) for figure in figures_of(text)] == [
        ("share", 2019),
        ("share", 2018),
    ]


def test_what_a_move_from_a_year_ago_leads_to_is_of_today(figures_of: FiguresOf) -> None:
    text = "Coal output of Tomsk was 3 tonnes in 2015. Wages fell from 620 roubles a month a year ago to 410."
    assert [figure.period_end and figure.period_end.year for figure in figures_of(text)] == [2015, 2021, 2022]


def test_what_something_slowed_from_is_of_the_year_before(figures_of: FiguresOf) -> None:
    figures = figures_of("In 2019 economic growth in Tomsk slowed to 2.6 per cent from 5.1.")
    assert [figure.period_end and figure.period_end.year for figure in figures] == [2019, 2018]


def test_an_estimate_is_set_beside_what_was_so(figures_of: FiguresOf) -> None:
    figures = figures_of("We estimate that Tomsk made 45 tonnes of coal in 2020, as against 51 tonnes in 2018.")
    assert [figure.modality for figure in figures] == ["estimate", "actual"]


def test_the_best_since_a_year_is_no_sum(figures_of: FiguresOf) -> None:
    best = figures_of("Tomsk mined 41,300 tonnes of coal in 2018, its best year since 2011.")
    summed = figures_of("Tomsk has mined 41,300 tonnes of coal since 2011.")
    assert [figure.indicator for figure in (*best, *summed)] == ["coal_output", "cumulative_coal_output"]


def test_a_whole_is_not_whose_its_share_is(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "Kitwe made 43 tonnes of copper. This was a tenth of Zambia's output, and we expect 45 tonnes."
    )
    assert [figure.place for figure in figures] == ["Kitwe"] * 3


def test_a_currency_is_no_place(figures_of: FiguresOf) -> None:
    figures = figures_of("Power in Kitwe rose from 6 US cents to 9 US cents a kWh. It costs 8 US cents in winter.")
    assert {figure.place for figure in figures} == {"Kitwe"}


def test_sales_that_nobody_is_named_for_are_those_of_the_firm(figures_of: FiguresOf) -> None:
    figures = figures_of("Luanshya digs. Chambishi Northern Copper borrowed $120 million. Sales rose by 10 per cent.")
    assert figures[-1].subject == "Chambishi Northern Copper"


@pytest.mark.parametrize("city", ["London", "Brussels", "Shanghai"])
def test_a_seat_of_government_may_be_an_exchange(figures_of: FiguresOf, city: str) -> None:
    figures = figures_of(f"Luanshya digs. Copper in {city} ended at $6,120 a tonne on Friday.")
    assert [figure.place for figure in figures] == [city]


def test_only_prices_are_of_the_day_that_prices_are_quoted_for(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "In 2021 Luanshya dug 43 tonnes of copper. Copper closed at $6,120 a tonne on Friday. Zinc fetched $2,900 a "
        "tonne. Royalties were 61 million kwacha."
    )
    assert [figure.period_end and figure.period_end.isoformat() for figure in figures] == [
        "2021-12-31",
        "2022-03-11",
        "2022-03-11",
        "2021-12-31",
    ]


def test_the_former_and_the_latter_may_be_measures(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "Karvan Foods of Tomsk had revenue of 24 billion roubles and a net profit of 610 million; the former was up "
        "55 per cent, the latter down 12."
    )
    assert [figure.indicator for figure in figures[-2:]] == ["revenue", "net_profit"]


def test_a_value_between_commas_keeps_its_year(figures_of: FiguresOf) -> None:
    figures = figures_of("The population of Tomsk, 121,000 in 2000, is down to 105,000.")
    assert [figure.period_end and figure.period_end.year for figure in figures] == [2000, None]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Every rise of 10 euros in the gas price would cost Tomsk 140 million euros.", 0),
        ("Each fall of 3 per cent could close 40 kilns in Tomsk.", 0),
        ("Every year Tomsk burns gas for 140 million euros.", 1),
    ],
)
def test_what_each_move_would_cost_is_only_reckoned(figures_of: FiguresOf, text: str, figures: int) -> None:
    assert len(figures_of(text)) == figures
