"""Bare numbers: what lends a number its unit, and how exact it then is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.bare_numbers import RULES
from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("Three of the county's 40 key projects were late.", "Three", "1"),
        ("Vacancy in Zibo fell from 57 per cent to 52.", "52", "percent"),
        ("Rents in Zibo rose from 54 yuan per square metre to 61.", "61", "CNY/m2"),
        ("Zibo spent 3 million yuan, and it earned some, or about 4 million.", "4 million", "CNY"),
        ("The blast in Zibo killed 12.", "12", "person"),
        ("Unemployment in Zibo was 6.1.", "6.1", "percent"),
        ("The population of Zibo fell to 310,000.", "310,000", "person"),
        ("The number of coal mines in Zibo fell to 31.", "31", "1"),
        ("Zibo opened 14 mines in 2011 and closed 3.", "3", "1"),
        ("Zibo dug 61,000 tonnes of coal in 2011. In 2012 it was 73,000.", "73,000", "tonne"),
        ("Zibo had 61,000 people in 2011. In 2012 it counted 73,000.", "73,000", "person"),
        ("Zibo is a city of 4.1 million.", "4.1 million", "person"),
        ("Zibo has 14 gnomes, and Weifang 3.", "3", "1"),
        ("The population of Zibo fell by 3 per cent. In 2012 it was 73,000.", "73,000", "person"),
        ("A loaf is 9 yuan. A baker had earned 5,200 a month.", "5,200 a month", "CNY/month"),
        ("A loaf is 9 yuan, or 4 per tens.", "4", "CNY"),
        # Parts of what was told.
        ("Zibo shipped 2.4 million tonnes in May. Barely 400,000 of that was salt.", "400,000", "tonne"),
        ("Zibo made 90,000 tonnes of pulp. About 12,000 of it went abroad.", "12,000", "tonne"),
        ("Trams, of which Zibo has 340, will be sold.", "340", "1"),
        ("Its nurses, of whom Zibo employs 45, are on strike.", "45", "person"),
        ("A quarter of the kilns (103) in Zibo are cold.", "103", "1"),
        ("Half of the miners (64) in Zibo are women.", "64", "person"),
        ("Mills used 54.6 percent of Zibo's gas, shops 39.3 and farming the remaining 6.1.", "6.1", "percent"),
        ("Growth in Zibo was 7.3 percent last year. Weifang, its poor neighbour, managed 8.8.", "8.8", "percent"),
        ("Zibo's claimant count, 1,690 in May, is high.", "1,690", "person"),
        ("By branch in Zibo: hats +9.4, gloves -2.8, socks +1.5 percent.", "-2.8", "percent"),
        ("Rents rose 4.1 per cent in Zibo, 3.2 in Weifang.", "3.2", "percent"),
        ("Zibo let 4,100 flats in May, 320 up on April.", "320", "1"),
        # Pairs.
        ("Barley in Zibo fetched 184 euros a tonne in March, compared with 171 a year earlier.", "171", "EUR/tonne"),
        ("Zibo shipped 61 million tonnes in 2019, more than twice the 28 million of 2008.", "28 million", "tonne"),
        ("Zibo shipped 61 million tonnes in 2019, versus 44 million in 2015.", "44 million", "tonne"),
        ("The deficit of Zibo narrowed to 4.2 per cent of GDP from 5.1.", "5.1", "percent"),
        ("Clearing the flats of Zibo would take 27 months, versus 9 in Weifang.", "9", "month"),
        ("Zibo grew by 4 per cent, while Weifang went up by just 0.7.", "0.7", "percent"),
        ("Unemployment in Zibo was 6.1 per cent, below a five-year average of 7.", "7", "percent"),
        ("Barley in Zibo fetched 184 euros a tonne, behind only the 193 of 2008.", "193", "EUR/tonne"),
        ("Barley in Zibo fetched 184 euros a tonne, 3 per cent above last year's 179.", "179", "EUR/tonne"),
        ("Of Zibo's exports 27.4 per cent went to Japan, 13.1 to Korea.", "13.1", "percent"),
        ("Zibo drew 61,000 visitors in 2011 but only 52,000 in 2012.", "52,000", "person"),
        ("Unemployment was 8.9 per cent, in Zibo 10.2.", "10.2", "percent"),
        # People.
        ("The works in Zibo employ about 11,000.", "11,000", "person"),
        ("The census in Zibo counted 41,300.", "41,300", "person"),
        ("Zibo is a village of 800.", "800", "person"),
        ("The flood in Zibo left 3,400 homeless.", "3,400", "person"),
        ("Farmers in Zibo number 145.", "145", "person"),
        ("From 230,000 in 1987 the town of Zibo has dwindled to 158,000.", "158,000", "person"),
        ("The works in Zibo, where 140 of a staff of 610 are left, is old.", "140", "person"),
        ("Zibo, with 22,600 on the payroll, is old.", "22,600", "person"),
        ("Kilns in Zibo number 145.", "145", "1"),
        ("Raids in Zibo totalled 312.", "312", "1"),
        ("Zibo earned 40 million yuan. Sales of glass totalled 3.1 million.", "3.1 million", "CNY"),
        # Counts that go on.
        ("Of the 412 firms in Zibo, 37 made a loss.", "37", "1"),
        ("Zibo has 412 firms, nine more than in 2012.", "nine", "1"),
        ("Zibo has 18 schools. It will repaint four.", "four", "1"),
        ("Zibo bought 40 kilns and tore down 26 of them.", "26", "1"),
        ("In Zibo 54,000 people moved; another 8,000 are to follow.", "8,000", "person"),
        ("Zibo issued 1.2 million plates, and Weifang 400,000.", "400,000", "1"),
        ("Zibo had six kilns. By now there must be over 30.", "30", "1"),
        ("Zibo has 940,000 square metres of offices; another 84,000 are being built.", "84,000", "m2"),
        ("Zibo has 400 rigs. Half of them, 200, are idle.", "200", "1"),
        ("The number of kilns in Zibo rose by two to 344.", "two", "1"),
        ("Zibo offered 12 plots, found buyers for four, and was glad.", "four", "1"),
        # What goes on.
        ("Zibo fed 5,830 pupils. Its new hall took in 512.", "512", "person"),
        ("A loan in Zibo is 30 billion yuan. It comes to 91,300 a head.", "91,300 a head", "CNY/person"),
        ("Coal in Zibo costs 640 yuan a tonne. It loses 70 on each tonne.", "70 on each tonne", "CNY/tonne"),
        ("Glass in Zibo costs 2,650 yuan a tonne, of which the port takes 270.", "270", "CNY/tonne"),
        ("Coke in Zibo costs 3,480 yuan a tonne, up 270 on the week.", "270", "CNY/tonne"),
        ("Workers in Zibo earned 28,450 yuan and villagers 15,310.", "15,310", "CNY"),
        ("In tonnes, the oil of Zibo came to 5.17 million.", "5.17 million", "tonne"),
        ("Guests spent much in Zibo. Their number, 14 million, is to grow.", "14 million", "1"),
        ("Unemployment in Zibo was 4 per cent. There were 14 bars on Main Street, now two.", "two", "1"),
        ("Zibo has 8 crews. Its plant, built for 300 tonnes a day, runs at 40. It needs 120.", "120", "tonne/day"),
        ("Zibo set aside 127 million yuan. Of the 127 million yuan, 71 has been spent.", "71", "CNY"),
        ("Zibo has 1,340 flats. The 24,500 still on its books are old.", "24,500", "1"),
        ("Of 19 mills in Zibo seven have been shut.", "seven", "1"),
        ("In Zibo 300 cars were registered, 541 per 1,000 people.", "541", "1"),
        ("In Zibo there are 180 mines, of which perhaps 30 make money.", "30", "1"),
        ("Ice in Zibo was 22 inches thick, and in Weifang it is usually 14.", "14", "m"),
        ("The population of Zibo peaked at 52,118 in 1963.", "52,118", "person"),
        ("Zibo had 7,300 jobs in 2013, but 4,800 a decade on.", "4,800", "person"),
        ("Zibo has 1.1 million people. A geographer guesses at 830,000 to 870,000.", "830,000 to 870,000", "person"),
        ("Vessels: 61 called in Zibo.", "61", "1"),
        ("Zibo employs 15,270 people (16,700 in 2009).", "16,700", "person"),
        ("Cod in Zibo made 3.10 yuan, 0.4 yuan more than in May, haddock 2.60.", "2.60", "CNY"),
        ("Take-up in Zibo was 128,000 sq m, the most since 2016 (141,000).", "141,000", "m2"),
        ("Zibo can make 16 million tonnes of glass a year; it made 11.8.", "11.8", "tonne"),
        ("Zibo spent 90,000 yuan. It has set aside 1.6 million for the wall.", "1.6 million", "CNY"),
        ("Zibo paid 2,700 yuan. A bag cost Jane Roe 1,950.", "1,950", "CNY"),
        ("Grain in Zibo made up 1.1 million tonnes and limestone 3.2.", "3.2", "tonne"),
        ("Zibo has shrunk from 455,000 to 276,000.", "276,000", "person"),
        ("Zibo pays 2,700 yuan. Some 3,000 a year leave.", "3,000 a year", "person/year"),
        ("New jobs in Zibo: 6,430.", "6,430", "person"),
        ("Zibo has revenues of 3.1 billion yuan and debts of 44 million.", "44 million", "CNY"),
        ("A mu in Zibo costs 900 yuan. The mean there, 800, is low.", "800", "CNY/hectare"),
        ("Homes in Zibo cost 1,300 yuan per square metre. One went for 76,000.", "76,000", "CNY"),
        ("The census in Zibo counted 41,300, 24.5 per cent fewer.", "41,300", "person"),
        ("Stocks in Zibo were 485 million barrels. In Weifang they rose by 254,000.", "254,000", "barrel"),
        ("Zibo dug 61 million tonnes of coal in 2011. Weifang dug 44 million.", "44 million", "tonne"),
        ("Zibo can make 900,000 tonnes of glass a year, but produced only 350,000.", "350,000", "tonne"),
        ("A mu in Zibo cost 900 yuan in 2003. It is worth 3,900 now.", "3,900", "CNY/hectare"),
        ("Zibo had 61,000 people and 14 kilns in 1971. Today it has 48,000.", "48,000", "person"),
        ("The GDP of Zibo was 320 billion yuan. We forecast 335-340 billion.", "335-340 billion", "CNY"),
        ("From a peak of 52,118 in 1963, the population of Zibo fell.", "52,118", "person"),
        ("The ratio of pupils to desks in Zibo fell to 15.9.", "15.9", "1"),
        ("In Zibo the share of barley was 37.", "37", "percent"),
        # What a change in per cent leads to is in the measure's own unit, and bare where that is not known.
        ("The population of Zibo fell by 3 per cent to 4.1 million.", "4.1 million", "person"),
        ("Unemployment in Zibo fell by 2 percentage points to 4.", "4", "percent"),
        ("The gnome index rose by 2 per cent to 3,245.", "3,245", "1"),
        # What is told by the head has no other unit.
        ("Calls on the vet in Zibo averaged 1.4 per resident.", "1.4 per resident", "1/person"),
    ],
)
def test_the_unit_comes_from_what_goes_on(figures_of: FiguresOf, text: str, quote: str, unit: str) -> None:
    assert [figure.unit for figure in figures_of(text) if figure.quote == quote] == [unit]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Zibo sold it for 73,000.", "73,000"),
        ("Zibo opened 14 mines in 2011, all of them near 3.", "near 3"),
        ("Vacancy in Zibo was 54 per cent. It was 73,000.", "73,000"),
        ("Zibo dug 61,000 tonnes of coal in 2011. It was 12 there.", "12"),
        ("Zibo dug 61,000 tonnes of coal in 2011. It is worth 12.", "12"),
        ("Zibo has 412 firms. It rhymes with 7.", "7"),
        ("Zibo has 412 firms. It is built of 7.", "7"),
        ("Zibo has 14 schools. Take bus 42 from there.", "42"),
        ("Zibo has 14 schools. The team scored 12 against Weifang.", "12"),
        ("Zibo has 14 schools. There were three of us.", "three"),
        ("Zibo has 14 schools. Give me five.", "five"),
    ],
)
def test_a_number_that_nothing_lends_a_unit_is_no_figure(figures_of: FiguresOf, text: str, quote: str) -> None:
    assert quote not in {figure.quote for figure in figures_of(text)}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Vacancy in Zibo fell from 57 per cent to 52.", 51.5, 52.5),
        ("Unemployment in Zibo was 6.", 5.5, 6.5),
        ("Growth in Zibo went from 3 per cent to -2.", -2.5, -1.5),
        ("Vacancy in Zibo fell from 57 per cent to less than 52.", None, 52),
        ("Zibo opened 14 mines in 2011 and closed 3.", 3, 3),
        ("Zibo dug 614 tonnes of coal in 2011. In 2012 it was 731.", 730.5, 731.5),
    ],
)
def test_what_is_measured_is_as_exact_as_it_is_written(
    figures_of: FiguresOf, text: str, low: float | None, high: float | None
) -> None:
    figure = figures_of(text)[-1]
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Unemployment in Zibo was 6.1 per cent, compared with 4.2 in Weifang.", "unemployment_rate"),
        ("Average pay in Zibo was 42,600 yuan. In Weifang, 9 miles by road, it was 38,200.", "average_wage"),
        ("The GDP of Zibo was 320 billion yuan in 2018. For 2019 we estimate 335-340 billion.", "gdp"),
        ("Exports (310 million yuan) and imports (290) of Zibo rose.", "imports"),
        ("Zibo had 18 schools in 2018. It closed four in 2019.", "schools"),
        ("Zibo has shrunk from 455,000 to 276,000.", "population"),
    ],
)
def test_what_is_lent_by_the_other_of_a_pair_measures_the_same(
    figures_of: FiguresOf, text: str, indicator: str
) -> None:
    assert figures_of(text)[-1].indicator == indicator


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Exports of Zibo rose to 3.4 billion yuan from 2.9.", 2_900_000_000),
        ("Exports of Zibo rose to 3.4 billion yuan from 900 million.", 900_000_000),
        ("A tower in Zibo cost 700 million yuan; the next cost 480.", 480_000_000),
        ("Exports of Zibo fell to 3.1 billion yuan; imports to 2.4.", 2_400_000_000),
        ("Zibo has 3.4 million people, 12,000 more than in 2011.", 12_000),
    ],
)
def test_a_scale_said_once_is_meant_twice(figures_of: FiguresOf, text: str, value: float) -> None:
    assert figures_of(text)[-1].value == value


def test_an_own_unit_is_kept(figures_of: FiguresOf) -> None:
    figures = figures_of("Vacancy in Zibo fell from 57 per cent to 52 flats.")
    assert [figure.unit for figure in figures] == ["percent", "1"]


def test_each_rule_has_a_name_of_its_own() -> None:
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    "text",
    [
        "Trams (1) run in Zibo.",
        "Exports (12) of Zibo fell.",
        "It sold trams, of which Zibo speaks 3 times a day.",
        "Two weeks, of which Zibo spent 9 idle, went by.",
        "It is a tale of Zibo. Some 400 of that are known.",
    ],
)
def test_what_no_noun_counts_and_nothing_was_told_of_stays_bare(figures_of: FiguresOf, text: str) -> None:
    assert figures_of(text) == []


def test_a_list_of_moves_goes_on_in_the_same_direction(figures_of: FiguresOf) -> None:
    figures = figures_of("Rents fell 4.1 per cent in Zibo, 3.2 in Weifang and 1.9 in Jinan.")
    assert [(one.place, one.kind, one.value, one.direction) for one in figures] == [
        ("Zibo", "change", 4.1, "down"),
        ("Weifang", "change", 3.2, "down"),
        ("Jinan", "change", 1.9, "down"),
    ]


def test_a_sum_of_all_is_no_member_of_the_list(figures_of: FiguresOf) -> None:
    (figure, *_) = figures_of("Rents fell 2 per cent in Zibo, 4 in all.")
    assert figure.value == 2
