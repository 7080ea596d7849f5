"""Entities: what the tree of places tells of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.entities import (
    Entity,
    as_group,
    enclosing,
    home_of,
    is_within,
    members_of,
    moved_to,
    of_place,
    of_subject,
)
from pipeline.vocabulary.places import Place, place_names, places

BAOTOU = of_place(places()["CN-1502"])
WUHAI = of_place(places()["CN-1503"])
INNER_MONGOLIA = of_place(places()["CN-15"])
LANZHOU = of_place(places()["CN-6201"])
CHINA = of_place(places()["CN"])
NORTHWEST = of_place(places()["CN-northwest"])
UNLISTED = Entity(None, "Qingniao County", "county")

SOME_PLACES = st.sampled_from([BAOTOU, WUHAI, INNER_MONGOLIA, LANZHOU, CHINA, NORTHWEST, UNLISTED])


def test_a_place_is_an_entity_with_its_place_in_the_tree() -> None:
    assert (BAOTOU.place, BAOTOU.place_kind, BAOTOU.country, BAOTOU.parent) == ("Baotou", "city", "CN", "CN-15")
    assert BAOTOU.subject is None
    assert NORTHWEST.members == places()["CN-northwest"].members


def test_only_a_region_has_members() -> None:
    province = Place(
        "CN-15", "Inner Mongolia", "province", None, None, "CN", "CN", None, None, (), members=("CN-1502",)
    )
    assert of_place(province).members == ()


def test_a_facility_has_the_place_of_its_home() -> None:
    mine = of_subject("Heishan mine", "facility", "mine", BAOTOU)
    assert (mine.subject, mine.place, mine.place_id, mine.parent) == ("Heishan mine", "Baotou", "CN-1502", "CN-15")
    assert home_of(mine) == BAOTOU


def test_a_facility_without_a_known_home_has_no_place() -> None:
    mine = of_subject("Heishan mine", "facility", "mine")
    assert (mine.place_id, mine.place, mine.place_key, mine.is_local) == (None, None, "", False)
    assert moved_to(mine, WUHAI) == of_subject("Heishan mine", "facility", "mine", WUHAI)


def test_an_unlisted_place_is_its_own_home_by_name() -> None:
    assert home_of(of_subject("Heishan mine", "facility", "mine", UNLISTED)) == UNLISTED
    assert UNLISTED.place_key == "Qingniao County"


@pytest.mark.parametrize(
    ("entity", "local"), [(BAOTOU, True), (UNLISTED, True), (INNER_MONGOLIA, False), (CHINA, False), (NORTHWEST, False)]
)
def test_cities_counties_and_districts_are_local(entity: Entity, local: bool) -> None:
    assert entity.is_local is local


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        (BAOTOU, INNER_MONGOLIA, True),
        (BAOTOU, CHINA, True),
        (BAOTOU, BAOTOU, True),
        (INNER_MONGOLIA, BAOTOU, False),
        (LANZHOU, INNER_MONGOLIA, False),
        (LANZHOU, NORTHWEST, True),
        (BAOTOU, NORTHWEST, False),
        (UNLISTED, CHINA, False),
        (of_subject("Heishan mine", "facility", "mine", BAOTOU), INNER_MONGOLIA, True),
    ],
)
def test_what_holds_what(inner: Entity, outer: Entity, within: bool) -> None:
    assert is_within(inner, outer) is within


def test_the_smallest_enclosing_place_of_a_kind() -> None:
    assert enclosing(BAOTOU, "province") == INNER_MONGOLIA
    assert enclosing(INNER_MONGOLIA, "province") == INNER_MONGOLIA
    assert enclosing(BAOTOU, "country") == CHINA
    assert enclosing(CHINA, "province") is None
    assert enclosing(UNLISTED, "province") is None
    assert enclosing(None, "province") is None


def test_several_places_of_a_province_are_a_group_in_it() -> None:
    group = as_group([BAOTOU, WUHAI])
    assert group is not None
    assert (group.place_kind, group.place, group.parent) == ("group", "Inner Mongolia", "CN-15")
    assert group.members == ("CN-1502", "CN-1503")


def test_places_of_several_provinces_are_a_group_by_their_names() -> None:
    group = as_group([BAOTOU, LANZHOU, UNLISTED])
    assert group is not None
    assert (group.place, group.parent, group.country) == ("Baotou, Lanzhou and Qingniao County", None, "CN")
    assert group.members == ("CN-1502", "CN-6201", "Qingniao County")


def test_all_places_of_a_region_are_the_region_in_any_order() -> None:
    assert as_group(list(reversed(members_of(NORTHWEST)))) == NORTHWEST


@given(st.lists(SOME_PLACES, max_size=6))
def test_a_group_is_none_one_or_several(listed: list[Entity]) -> None:
    group = as_group(listed)
    if not listed:
        assert group is None
    elif len(listed) == 1:
        assert group == listed[0]
    else:
        assert group is not None
        assert group.members


@given(SOME_PLACES)
def test_the_members_of_what_nothing_makes_up_is_itself(entity: Entity) -> None:
    members = members_of(entity)
    assert all(is_within(member, entity) or member == entity for member in members)
    assert bool(entity.members) or members == (entity,)


@given(st.sampled_from(sorted(place_names())[::97]))
def test_every_place_lies_within_itself_and_its_country(name: str) -> None:
    place = of_place(places()[place_names()[name][0]])
    assert is_within(place, place)
    if place.country is not None:
        assert is_within(place, of_place(places()[place.country]))
