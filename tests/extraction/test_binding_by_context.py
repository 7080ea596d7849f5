"""Binding by what stands around: gaps, everyday words that are no measure, fields, plants, shares in what was told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]

# Text, number of the figure, its indicator.
GAPS = [
    ("Homes in Hull sell for £118,000, £64,000 under the average for England.", 1, "home_price_gap_to"),
    ("Zinc traded at $2,900 in London, $140 above the price in Shanghai.", 1, "zinc_price_gap_to"),
    ("Rents in Cork came to 1,480 euros, 60 euros below those in Dublin.", 1, "rent_gap_to"),
    ("Power costs 0.31 yuan in Ordos, 0.12 yuan less than in Tianjin.", 1, "electricity_price_gap_to"),
    ("Welders in Lom earn £449 a week, £56 under the mark for Wales.", 1, "weekly_wage_gap_to"),
]
PASSING = [
    ("Shares in Norvik, which trade in Oslo, rose 4.1 percent.", 0, "share_price"),
    ("The choir of Skien earns 4 million kroner from its songs.", 0, None),
    ("Kemi's paper mill sold its power plants for 310 million euros.", 0, None),
    ("The town of Hof spends 900 euros a pupil.", 0, None),
    ("House price fears have kept 12 per cent of buyers out of Cork.", 0, None),
    ("The smelter needs 41 million euros before taxes in Kitwe.", 0, None),
    ("When exports fell, the council in Bilbao handed 12,000 euros to each tenant.", 0, None),
    ("I drew my wages at the mill in Lom alongside 13,000 others.", 0, None),
    ("Lom's bus carried 400 passengers. Its new road is three times as long.", 1, None),
]
WORKS = [
    ("The 60,000-bpd Karn refinery in Ostrava was shut.", 0, "refining_capacity"),
    ("A 600-MW wind farm near Kiel was shut.", 0, "wind_power_capacity"),
    ("The mill in Gera is back at 71 per cent of capacity.", 0, "capacity_utilization"),
    ("The reservoir in Gera stands at 41 per cent of capacity.", 0, None),
    ("In Orby field carbon dioxide is pumped in. A plant injects 430 tonnes a day.", 0, "carbon_dioxide_injection"),
    ("It injected 2.4 million cubic metres of water into the field.", 0, "water_injection"),
    ("The firm raised recovery in the Orby field to 34 per cent.", 0, "recovery_factor"),
    ("Gas helps Lom. From the north 135 million cubic feet flowed daily.", 0, "natural_gas_output"),
    ("It takes 2,300 yuan to smelt a tonne of ore in Kitwe.", 0, "production_cost"),
    ("At the field, to lift a barrel there takes $58.", 0, "lifting_cost"),
    ("Refiners in Ostrava hold 39,000 tonnes of palm oil.", 0, "palm_oil_stocks"),
    ("In Ostrava trams will be twice as frequent from 2024.", 0, "train_frequency"),
]
TOLD = [
    ("GDP was 90 billion yuan in Lund. Services made 54 per cent of the total.", 1, "services_share_of_gdp"),
    ("Lund mined 5 million tonnes of coal. Gera's part in it fell to 7 per cent.", 1, "share_of_national_coal_output"),
    ("Cars made up 61 per cent of exports from Lund.", 0, "car_share_of_exports"),
    ("Fiscal revenue covered 56 per cent of spending in Lund.", 0, "fiscal_self_sufficiency_ratio"),
    ("Textiles paid 12 per cent of Lund's wages.", 0, None),
    ("Exports from Lund grew by 6 per cent; that was two points less than in 2019.", 1, "exports_growth"),
    ("Zinc rose 2 per cent in London on Monday. It closed at $2,900.", 1, "zinc_price"),
    ("Listed here are firms with sales of note. There were 241 of them in Lom.", 0, "enterprises"),
    ("Lund needs a tram. A further 40 million euros will come from the World Bank.", 0, "project_funding"),
    ("The city of Lund has pledged 30 million euros to a park.", 0, "public_funding"),
    ("Half of the houses in Lund are let; for the others buyers must pay 118,000 euros.", 1, "home_price"),
    ("The yield on Lund's ten-year bonds rose to 4.31 per cent.", 0, "bond_yield"),
    ("Lund's bonds pay a spread of 190 basis points over bunds.", 0, "yield_spread"),
    ("Of the 27.8 billion crowns that the city of Lund spent, a fifth went on schools.", 0, "fiscal_expenditure"),
    ("Lund's population was 1.6 million in 2010. By last year it had slipped under 1.46 million.", 1, "population"),
]


@pytest.mark.parametrize(("text", "number", "indicator"), [*GAPS, *PASSING, *WORKS, *TOLD])
def test_what_is_measured_follows_from_what_stands_around(
    figures_of: FiguresOf, text: str, number: int, indicator: str | None
) -> None:
    assert figures_of(text)[number].indicator == indicator


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Zinc traded at $2,900 in London, $140 above the price in Shanghai.", "London"),
        ("Power costs 0.31 yuan in Ordos, 0.12 yuan less than in Tianjin.", "Ordos"),
    ],
)
def test_a_gap_is_of_the_place_before_it(figures_of: FiguresOf, text: str, place: str) -> None:
    gap = figures_of(text)[1]
    assert (gap.place, gap.kind) == (place, "rate")
    assert gap.compared_with in ("Shanghai", "Tianjin")


def test_what_was_set_against_another_goes_on_in_itself(figures_of: FiguresOf) -> None:
    text = (
        "Villagers in Mohe earned 11,200 yuan, 2,100 yuan short of the provincial mean. A decade ago it was 4,100 yuan."
    )
    first, gap, last = figures_of(text)
    assert gap.indicator == f"{first.indicator}_gap_to"
    assert last.indicator == first.indicator
