"""Facilities and organisations belong to places that exist, and are found however they are written."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.vocabulary import belongings as vocabulary
from pipeline.vocabulary.belongings import belongings
from pipeline.vocabulary.places import place_names, places

with (Path(vocabulary.__file__).parent / "data" / "belongings.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def test_there_are_enough_to_read_the_news_of_resource_cities() -> None:
    assert len(ROWS) >= 150
    assert {row["kind"] for row in ROWS} == {"facility", "organisation"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_row_belongs_to_a_place_and_is_found(row: dict[str, str]) -> None:
    assert row["place_id"] in places()
    for name in (row["name"], *filter(None, row["spellings"].split("|"))):
        assert belongings()[name].name == row["name"], f"{name} is listed twice"


def test_no_name_is_a_place_of_its_own() -> None:
    # The aluminium firm is better known than the town in Mexico.
    assert set(belongings()) & set(place_names()) <= {"Chalco"}


@pytest.mark.parametrize(
    ("written", "name", "place_id"),
    [
        ("Daqing oilfield", "Daqing Oilfield", "CN-2306"),
        ("Shengli Oilfield", "Shengli Oilfield", "CN-3705"),
        ("Shengli Mine", "Shengli mine", "CN-2104"),
        ("Anshan Iron & Steel", "Anshan Steel Group", "CN-2103"),
        ("Angang", "Anshan Steel Group", "CN-2103"),
        ("Longmay", "Longmay Group", "CN-23"),
        ("Lu\u2019an Group", "Lu'an Group", "CN-1404"),
        ("Haizhou open-pit mine", "Haizhou Mine", "CN-2109"),
        ("Liaoning Technical University", "Liaoning Technical University", "CN-2109"),
    ],
)
def test_a_name_is_found_however_it_is_written(written: str, name: str, place_id: str) -> None:
    assert belongings()[written].name == name
    assert belongings()[written].place_id == place_id


@pytest.mark.parametrize("metal", ["US steel", "Benxi steel", "Jiangxi copper"])
def test_a_product_is_not_taken_for_a_firm(metal: str) -> None:
    assert metal not in belongings()
