"""Binding of levels and changes: each rule on a sentence of its own, and which rule wins where several could speak."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.lemmas import plural
from pipeline.extraction.model import Figure
from pipeline.vocabulary.language import compositions

FiguresOf = Callable[[str], list[Figure]]

# Text, number of the figure, the rule that binds it, its indicator, and the words for it (null: any).
BOUND = [
    ("The Xishan mine covers 46,000 square metres.", 0, "area-of-building", "floor_area", "floor area"),
    ("Zibo lost one resident in six between 2000 and 2010.", 0, "counted-noun", "population", "resident"),
    ("Zibo covers 5,965 sq km.", 0, "verb", "land_area", "covers"),
    ("The city of Zibo takes in 5,965 sq km.", 0, "verb", "land_area", "takes"),
    ("The city of Zibo stretches across 5,965 sq km.", 0, "verb", "land_area", "stretches"),
    ("A fire near Zibo covered 5,965 sq km.", 0, "words-of-subject", None, "fire area"),
    ("A park in Zibo occupies 41 hectares.", 0, "words-of-subject", None, "park area"),
    ("In Zibo copper held at 7,300 tonnes.", 0, "product-alone", "copper_output", "copper output"),
    ("In Zibo wheat remained around 7,300 tonnes.", 0, "product-alone", "wheat_output", "wheat output"),
    (
        "Zibo's industrial value added slipped by 3 per cent.",
        0,
        "left-theme",
        "industrial_value_added",
        "industrial value added",
    ),
    ("The order book of the yard in Zibo grew to over 40.", 0, "left-theme", "order_backlog", "order book"),
    ("Zibo's 12 breweries brewed 41 million litres.", 0, "counted-noun", None, "breweries"),
    ("The budget of Zibo is 41 million yuan, of which 9 million goes to roads.", 1, "inherited", None, None),
    ("Zibo as a whole grew by 3 per cent.", 0, "economy-of-place", "gdp", "economy"),
    (
        "In Zibo a net loss of 4 million yuan followed a profit of 7 million yuan.",
        1,
        "left-theme",
        "net_profit",
        "profit",
    ),
    ("A tram built in Zibo in May cost 7 million yuan.", 0, "price-of-thing", None, "tram cost"),
    ("The Zibo foundry halted two of its nine kilns.", 0, "event", None, "kilns halted"),
    ("Farmers around Zibo planted 84,000 hectares of wheat.", 0, "area-of-crop", "wheat_sown_area", "wheat area"),
    ("Around Zibo wheat covered 84,000 hectares.", 0, "area-of-crop", "wheat_sown_area", "wheat area"),
    ("Zibo dug up 7.3 million tonnes of coal in 2016.", 0, "product", "coal_output", "coal output"),
    ("Zibo exported 7,300 tonnes of coal in 2016.", 0, "product", "coal_exports", "coal exports"),
    ("Zibo has proven 73 million tonnes of coal.", 0, "product", "coal_reserves", "coal reserves"),
    ("Kilns in Zibo can make 7,300 tonnes of cement.", 0, "product", "cement_capacity", "cement capacity"),
    ("The kilns are able to make 7,300 tonnes of cement.", 0, "product", "cement_capacity", "cement capacity"),
    ("Stocks in Zibo are 7,300 tonnes of coal.", 0, "product", "coal_stocks", "coal stocks"),
    ("They hold 7,300 tonnes of the coal in deposits.", 0, "product", "coal_reserves", "coal reserves"),
    ("Zibo mined 7.3 million tonnes of coal reserves.", 0, "complement", "coal_reserves", "coal reserves"),
    (
        "By the time it closed, Zibo had dug 73,000 tonnes of coal.",
        0,
        "product-cumulative",
        "cumulative_coal_output",
        "coal output",
    ),
    ("Zibo made 7,300 tonnes of garden gnomes.", 0, "of-complement", None, "garden gnomes output"),
    ("In 2014 Zibo counted 61,700 births.", 0, "counted-noun", "births", "births"),
    ("Zibo had 4.1 million people in 2014.", 0, "counted-noun", "population", "people"),
    ("Zibo lost 15 per cent of all its population.", 0, "complement", "population", "population"),
    ("Zibo lost 15 per cent of its rolling stock.", 0, "complement-words", None, "rolling stock"),
    ("In Zibo an apartment sells for 310,000 yuan.", 0, "price-of-home", "apartment_price", "apartment price"),
    ("In Zibo homes go for 4,300 yuan per square metre.", 0, "price-of-home", "home_price", "homes price"),
    (
        "In Zibo used homes cost 4,300 yuan per square metre.",
        0,
        "price-of-home",
        "secondhand_home_price",
        "homes price",
    ),
    ("Coking coal sold for 1,250 yuan a tonne.", 0, "price-of-product", "coking_coal_price", "Coking coal price"),
    ("Zibo owed 17 billion yuan.", 0, "verb", "local_government_debt", "owed"),
    ("Coal mines in Zibo yielded 73,000 tonnes.", 0, "verb-of-subject", "coal_output", "coal output"),
    (
        "Zibo dug 61,000 tonnes of coal in 2011. In 2012 production was 73,000 tonnes.",
        1,
        "bare-measure",
        "coal_output",
        "coal output",
    ),
    ("Wages in Zibo were 61,000 yuan, up 9 per cent.", 1, "appositive", "average_wage", "Wages"),
    ("Coal output in Zibo was 73,000 tonnes.", 0, "left-theme", "coal_output", "Coal output"),
    ("Together Zibo and Weifang grew by 6 per cent.", 0, "economy-of-place", "gdp", "economy"),
    ("In Zibo 41 hectares suffer from subsidence.", 0, "right-theme", "subsidence_area", "subsidence"),
    ("Wages in Zibo were 61,000 yuan in 2011. In 2012 it was 64,000 yuan.", 1, "inherited", "average_wage", "Wages"),
    ("Coal output in Zibo is old, but it was 73,000 tonnes.", 0, "left-theme-of-sentence", "coal_output", None),
    ("Zibo made 40 tonnes of annual coal output.", 0, "complement", "coal_output", "coal output"),
    ("There are 40 tonnes of coal.", 0, "product", "coal_output", "coal output"),
    ("Under it lie 7,300 tonnes of coal in deposits.", 0, "product", "coal_reserves", "coal reserves"),
    ("Mines in Zibo yielded 73,000 tonnes.", 0, "verb-of-subject", "coal_output", "coal output"),
    ("The Xishan colliery yielded 73,000 tonnes.", 0, "verb-of-subject", "coal_output", "coal output"),
    ("At the Xishan colliery it was 73,000 tonnes.", 0, "product-of-facility", "coal_output", "coal output"),
    ("By the time it shut, the mine had yielded 73,000 tonnes.", 0, "verb-of-subject", "cumulative_coal_output", None),
    ("Output of garden gnomes was 40 gnomes.", 0, "left-theme", None, "garden gnomes output"),
    ("Coal output in Zibo fell, while production in Jinan was 40 tonnes.", 0, "bare-measure", "coal_output", None),
    ("Last year 40 yuan went to gnomes.", 0, "words-of-subject", None, "… went to gnomes"),
    ("For it 40 yuan went to gnomes.", 0, "words-of-subject", None, "… went to gnomes"),
    ("In fields production was 40 tonnes.", 0, "words-of-subject", None, "production in fields"),
    ("Rivals counted 7,300 gnomes in Zibo.", 0, "counted-noun", None, "gnomes"),
    ("Gnome fairs in Zibo took 73,000 yuan.", 0, "words-of-subject", None, "income of Gnome fairs"),
]


@pytest.mark.parametrize(("text", "nth", "rule", "indicator", "measured"), BOUND)
def test_each_rule_binds_its_sentence(
    figures_of: FiguresOf, text: str, nth: int, rule: str, indicator: str | None, measured: str | None
) -> None:
    figure = figures_of(text)[nth]
    assert (rule in figure.rules, figure.indicator) == (True, indicator)
    assert measured in (None, figure.measured)


# ---------------------------------------------------------------------- in company
@pytest.mark.parametrize(
    ("text", "nth", "indicator"),
    [
        # The nearer theme, the particular before the general one.
        ("Zibo's coal output fell and its wages rose by 9 per cent.", 0, "average_wage"),
        ("The growth of coal output in Zibo was put at 73,000 tonnes.", 0, "coal_output"),
        ("Wages in Zibo rose; its coal output, with wages, was 73,000 tonnes.", 0, "coal_output"),
        # A theme in brackets, or one that only gives a reason, is no subject.
        ("Wages in Zibo (its coal output fell) rose by 9 per cent.", 0, "average_wage"),
        ("Despite lower coal output wages in Zibo rose by 9 per cent.", 0, "average_wage"),
        # The unit decides where two themes stand before the amount.
        ("Coal output in Zibo, with fiscal revenue, came to 17 million yuan.", 0, "fiscal_revenue"),
        ("Fiscal revenue in Zibo, with coal output, came to 73,000 tonnes.", 0, "coal_output"),
        # The verb says more of people than their noun.
        ("The Xishan mine employs 7,300 people.", 0, "employees"),
        ("The Xishan mine has 7,300 people.", 0, "employees"),
        ("Zibo has 7,300 people on its payroll.", 0, "employees"),
        ("Zibo is home to 7,300 people.", 0, "population"),
        # What a clause names of its own is not what was told before.
        ("Wages in Zibo were 61,000 yuan in 2011. A gnome brought 64,000 yuan.", 1, None),
        # A place that grows in per cent is its economy; a firm is not.
        ("Xishan Steel Group grew by 6 per cent.", 0, None),
    ],
)
def test_what_stands_nearer_or_says_more_wins(
    figures_of: FiguresOf, text: str, nth: int, indicator: str | None
) -> None:
    assert figures_of(text)[nth].indicator == indicator


def test_what_is_said_of_the_things_counted_is_the_measure(figures_of: FiguresOf) -> None:
    counted = [one for one in compositions() if one.count is not None]
    assert counted
    for one in counted:
        noun = plural(one.noun)
        figure = figures_of(f"There are 7 {noun} that {one.words[0]} now.")[0]
        assert (figure.indicator, "composed" in figure.rules) == (one.count, True)


def test_the_inhabitants_of_a_place(figures_of: FiguresOf) -> None:
    figure = figures_of("Zibo, a city of 4.1 million, is old.")[0]
    assert (figure.indicator, figure.unit, figure.value) == ("population", "person", 4_100_000)


# ---------------------------------------------------------------------- what the frame makes of it
@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Income in Zibo was 24,300 yuan per person.", "disposable_income_per_capita"),
        ("Fiscal revenue in Zibo was 2,430 yuan per person.", "fiscal_revenue"),
        ("GDP in Zibo was 24,300 yuan per person.", "gdp_per_capita"),
        ("Zibo pays the lowest wages among the 57 cities.", "average_wage_rank"),
        ("Wages in Zibo were 7 per cent below those of Weifang.", "average_wage_gap_to"),
        ("Wages in Zibo were twice those of Weifang.", "average_wage_relative_to"),
        ("Zibo has twice the GDP of Weifang.", "gdp_relative_to"),
        ("Gnomes in Zibo were twice those of Weifang.", None),
        ("Zibo has the oldest gnomes among the 57 gnomes.", None),
        ("Zibo has six times the land area of Weifang.", "land_area_relative_to"),
        ("Zibo has six times as many people as Weifang.", "population_relative_to"),
        ("Zibo's GDP was 2 percentage points below that of Weifang.", "gdp_growth_gap_to"),
        ("Zibo lies 40 km from Weifang.", "distance"),
    ],
)
def test_the_frame_makes_a_family_of_the_measure(figures_of: FiguresOf, text: str, indicator: str | None) -> None:
    assert figures_of(text)[0].indicator == indicator


def test_a_multiple_right_behind_another_place_is_of_the_last_one(figures_of: FiguresOf) -> None:
    _, multiple = figures_of("In Zibo a flat costs 9,000 yuan a square metre; in Jinan more than twice as much.")
    assert (multiple.place, multiple.indicator, multiple.value) == ("Jinan", "home_price_relative_to", 200)
