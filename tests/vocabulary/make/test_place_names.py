"""The order among places of one name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.vocabulary.make.place_names import index
from pipeline.vocabulary.make.rows import Override
from pipeline.vocabulary.places import Place

BLANK = Place("", "Avon", "city", None, None, None, "US", None, None, ())
TOWN = replace(BLANK, place_id="town", population=20_000)
METROPOLIS = replace(BLANK, place_id="metropolis", population=900_000)
STATE = replace(BLANK, place_id="state", kind="province")
ELSEWHERE = replace(BLANK, place_id="elsewhere", country="GB", population=5_000_000)
CHINESE = replace(BLANK, place_id="chinese", country="CN", code="2104", population=50_000)
CHINESE_TOWN = replace(CHINESE, place_id="chinese-town", code="210481", population=800_000)
CHINESE_PROVINCE = replace(BLANK, place_id="chinese-province", kind="province", country="CN", code="21")
COUNTRY = replace(BLANK, place_id="country", kind="country")
REGION = replace(BLANK, place_id="region", kind="region", country=None)
RENAMED = replace(BLANK, place_id="renamed", name="Severn", country="CN", spellings=("Avon",), population=9_000_000)


@pytest.mark.parametrize(
    ("places", "in_order"),
    [
        ([TOWN, METROPOLIS], ["metropolis", "town"]),
        ([TOWN, STATE], ["state", "town"]),
        ([STATE, TOWN, METROPOLIS], ["metropolis", "state", "town"]),
        ([STATE, ELSEWHERE], ["elsewhere", "state"]),
        ([ELSEWHERE, CHINESE], ["chinese", "elsewhere"]),
        ([CHINESE_TOWN, CHINESE], ["chinese", "chinese-town"]),
        ([CHINESE, CHINESE_PROVINCE], ["chinese-province", "chinese"]),
        ([CHINESE, COUNTRY], ["country", "chinese"]),
        ([ELSEWHERE, REGION], ["region", "elsewhere"]),
        ([RENAMED, TOWN], ["town", "renamed"]),
    ],
)
def test_the_likeliest_comes_first(places: list[Place], in_order: list[str]) -> None:
    assert list(index(places, {})["Avon"]) == in_order
    assert list(index(reversed(places), {})["Avon"]) == in_order


def test_a_correction_puts_a_place_before_another() -> None:
    correction = Override("town", "", (), None, "metropolis", "")
    assert index([METROPOLIS, TOWN], {"town": correction})["Avon"] == ("town", "metropolis")


def test_a_name_with_an_apostrophe_is_found_with_either() -> None:
    names = index([replace(CHINESE, name="Tai'an", spellings=("Taian", "Tai'an, Shandong"))], {})
    assert set(names) == {"Tai'an", "Tai\u2019an", "Taian"}
