"""Binding of money: prices, rents, margins, wages, subsidies, damage; of mass by area, of stores and travel times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]

# Text, number of the figure, the rule that binds it, its indicator, the words for it (null: any).
BOUND = [
    ("In Zibo landlords ask 9 euros a square metre.", 0, "rent", "rent", "rent"),
    ("A flat in Zibo lets for 900 euros a month.", 0, "rent", "rent", "rent"),
    ("Coal fell, yet mills earn 310 yuan on each tonne of steel.", 0, "margin", "steel_margin", "steel margin"),
    ("At the kiln it costs 90 yuan a tonne to sieve sand.", 0, "cost-of-doing", None, "cost to sieve sand"),
    ("Off Zibo it costs $40 a barrel to pump crude.", 0, "cost-of-doing", "lifting_cost", "cost to pump crude"),
    ("Making a tonne of steel costs 3,400 yuan.", 0, "cost-of-doing", "steel_cash_cost", None),
    ("A house in Zibo cost 173,000 euros.", 0, "price-of-home", "house_price", "house price"),
    ("She paid 1,370 yuan a square metre for the flat.", 0, "price-of-home", "home_price", None),
    ("The plots went for 1,370 yuan a square metre.", 0, "price-of-home", "land_price", "land price"),
    ("Wheat is early. Growers get 1.5 yuan a jin.", 0, "price-of-focus", "wheat_price", "wheat price"),
    ("Wheat covers 70 mu. Growers get 1.5 yuan a jin.", 1, "price-of-product", "wheat_price", "wheat price"),
    ("We see rebar in a range of 3,610-3,780 yuan.", 0, "price-of-product", "rebar_price", "rebar price"),
    ("Urea has doubled in price in Zibo.", 0, "dearer", "urea_price", "Urea price"),
    ("Gnomes in Zibo were 12 per cent cheaper.", 0, "dearer", None, "Gnomes price"),
    ("Hail caused losses of 40 million yuan in Zibo.", 0, "damage", "economic_losses", "Hail losses"),
    ("Hail hit Zibo; insurers paid 4 million yuan.", 0, "insurance", "insurance_payments", None),
    ("With the aid of 6m euros from the state it built a hall.", 0, "grant", "state_grants", None),
    ("In Zibo, potters earn 3,600 yuan a month.", 0, "wage", "monthly_wage", "monthly wage of potters"),
    ("Drivers in Zibo take home 43,000 yuan.", 0, "wage", "average_wage", None),
    ("The kiln pays its potters 3,600 yuan a month.", 0, "wage", "monthly_wage", None),
    ("The kiln pays its potters 12 euros an hour.", 0, "wage", "hourly_wage", None),
    ("Zibo pays 5,400 yuan to every family that comes.", 0, "subsidy", None, "subsidy to family"),
    ("Zibo gives parents 900 yuan a year.", 0, "subsidy", None, "subsidy to parents"),
    ("Potters in Zibo make 2.4 billion yen a year.", 0, "takings", None, None),
    ("A ticket costs 95 yuan in Zibo.", 0, "price-of-thing", "ticket_price", "ticket cost"),
    ("The bridge cost 3 billion yuan.", 0, "price-of-thing", "construction_cost", "bridge cost"),
    ("A pair of gnomes costs 40 yuan.", 0, "price-of-thing", None, "gnome cost"),
    ("Zibo harvested wheat, at an average of 438 kilograms per mu.", 0, "yield-of-crop", "wheat_yield", "wheat yield"),
    ("Copper in the port fell by half.", 0, "stored", "copper_stocks", "Copper stocks"),
    ("The train to Zibo needs 38 minutes.", 0, "travel-time", "travel_time", "train travel time"),
    ("Zibo wants firms to cut sintering by 12 per cent.", 0, "object-of-change", "sinter_output", "sintering output"),
    ("Zibo reduced its gnome halls by 30 per cent.", 0, "object-of-change", None, "gnome halls"),
    ("The kiln, rated at 700,000 tonnes of glass, is cold.", 0, "product", "glass_capacity", None),
    ("The mill can crush 800 tonnes a day.", 0, "capacity", "production_capacity", "capacity"),
    ("Its turbines have a capacity of 400 MW.", 0, "capacity-of-plant", "wind_power_capacity", None),
    ("The refinery ran at 71 per cent of capacity.", 0, "utilisation", "capacity_utilization", None),
    ("Output in Zibo: 1) raw coal 2.8 million tonnes.", 0, "product-beside", "coal_output", "raw coal output"),
    ("Gas slipped 3 per cent to 1.1 billion cubic metres.", 0, "product-alone", "natural_gas_output", "Gas output"),
    ("Copper slipped 3 per cent to 61,000 yuan a tonne.", 0, "product-alone", "copper_price", "Copper price"),
    ("Zibo bought 500,000 tonnes of coal.", 0, "product-event", None, "coal bought"),
    ("They got 67,400 barrels a day out of it.", 0, "product-of-unit", "crude_oil_output", None),
    ("Zibo has 40 halls. Gnome fairs number 312.", 1, "counted-subject", None, "Gnome fairs"),
    ("The census of 2010 counted 312,000 in Zibo.", 0, "census", "population", None),
    ("Townspeople earned 29,800 yuan per head.", 0, "income-a-head", "urban_disposable_income_per_capita", None),
    ("It runs buses at 231,000 euros apiece.", 0, "price-of-thing", None, "bus price"),
    ("Gnome revenue in Zibo was 4 million yuan.", 0, "left-theme-narrowed", None, "Gnome revenue"),
    ("Revenue from gnomes in Zibo was 4 million yuan.", 0, "left-theme-narrowed", None, "Revenue from gnomes"),
    ("Xishan Steel Group paid a ransom of 3 yuan.", 0, "words-of-subject", None, "ransom"),
    ("The gnome in Zibo is 40 metres high.", 0, "words-of-subject", None, "gnome height"),
    ("The refinery is operating at 88 percent.", 0, "utilisation", "capacity_utilization", None),
    ("Zibo pays 340 yuan for each mu of sorghum.", 0, "subsidy", None, "sorghum subsidy"),
    ("At last week's costs mills earn 310 yuan on each tonne of steel.", 0, "margin", "steel_margin", "steel margin"),
    ("Mills lose 90 yuan on every tonne of steel.", 0, "margin", None, "steel loss per unit"),
    ("It would take 39 months to sell the flats in Zibo.", 0, "months-to-sell", "housing_inventory_months", None),
    ("Zibo has an output of 21 billion yuan.", 0, "output-of-place", "gdp", "output"),
    ("Of its 61 mills in Zibo, 14 made a loss.", 1, "composed", "loss_making_enterprises", "mills made a loss"),
    ("The kiln let 40 people go.", 0, "event", "layoffs", "people let go"),
    ("The hall feeds 300 people.", 0, "people-doing", None, "people fed"),
    ("The kiln turned out 310,000 tyres.", 0, "product-counted", "tyre_output", "tyres output"),
    ("The kiln emits 4 million tonnes of carbon dioxide.", 0, "of-complement", "carbon_emissions", None),
    ("Its owner put 12 million euros into new presses.", 0, "words-of-subject", None, "investment in new presses"),
    ("The gnome, which cost 40 million euros, is gone.", 0, "price-of-thing", None, "gnome cost"),
    ("It trades at a premium of $180 a tonne.", 0, "spread", None, "premium"),
    ("Fire destroyed 12 homes and damaged 40.", 1, "event", None, "homes damaged"),
    ("The mine is offering each clerk 17,500 yuan to leave.", 0, "payment-to", "severance_pay", "payment to clerk"),
    ("A road in Zibo carries 3,100 cars a day.", 0, "counted-rate", "vehicles_per_day", "cars per day"),
    ("Zibo has 12 inhabitants per square kilometre.", 0, "counted-rate", "population_density", None),
]


@pytest.mark.parametrize(("text", "nth", "rule", "indicator", "measured"), BOUND)
def test_each_rule_binds_its_sentence(
    figures_of: FiguresOf, text: str, nth: int, rule: str, indicator: str | None, measured: str | None
) -> None:
    figure = figures_of(text)[nth]
    assert (rule in figure.rules, figure.indicator) == (True, indicator), figure
    assert measured in (None, figure.measured)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        # A theme that names the measure says more than the verb does.
        ("Land revenue brought Zibo 40 million yuan.", "land_sales_revenue"),
        ("Monthly wages in Zibo average 3,600 yuan.", "monthly_wage"),
        ("Billet margins averaged 310 yuan a tonne.", "billet_margin"),
        # A firm earns a profit, and a sum that no person earns is no wage.
        ("Xishan Steel Group earned 3.2 billion yuan.", "net_profit"),
        # Governments have public debt and spend public money; firms and visitors do not.
        ("The city of Zibo owes 3.2 billion yuan.", "local_government_debt"),
        ("Xishan Steel Group owes 3.2 billion yuan.", None),
        ("Visitors to Zibo spent 41 million euros.", None),
        ("The developer owes 4.1 billion yuan.", None),
        # Barrels are of oil, whatever was told of before.
        ("Gas output was 440 million cubic metres. Reserves were 12 million barrels of oil.", "natural_gas_output"),
    ],
)
def test_which_rule_wins(figures_of: FiguresOf, text: str, indicator: str | None) -> None:
    assert figures_of(text)[0].indicator == indicator


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Zibo spent 40 million yuan on gnome repairs.", "spending on gnome repairs"),
        ("Gnome fairs in Zibo took 73,000 yuan.", "income of Gnome fairs"),
        ("Household gnome bills in Zibo are 40 yuan.", "Household gnome bills"),
        ("Gnome bills in Zibo, 40 yuan in 2011, are 44 yuan.", "Gnome bills"),
    ],
)
def test_an_unknown_measure_keeps_words_that_stand_alone(figures_of: FiguresOf, text: str, measured: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.indicator, figure.measured) == (None, measured)
