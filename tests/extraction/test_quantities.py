"""Quantities of any text: what is one, what it is in, which way it moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction import Quantity, extract_quantities


def told(text: str) -> list[tuple[float, str]]:
    return [(quantity.written_value, quantity.written_unit or quantity.unit) for quantity in extract_quantities(text)]


def only(text: str) -> Quantity:
    (quantity,) = extract_quantities(text)
    return quantity


# ---------------------------------------------------------------------- what is a quantity, though no figure of a place
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 52 year-old clerk came.", [(52, "year")]),
        ("A 52-year-old clerk came.", [(52, "year")]),
        ("Ada Dunn, 34, swims.", [(34, "year")]),
        ("She will be 35 by May.", [(35, "year")]),
        ("The average life expectancy of women is 81.", [(81, "year")]),
        ("He was jailed for 18 months.", [(18, "month")]),
        ("a six-cylinder engine", [(6, "1")]),
        ("The two sides met.", [(2, "1")]),
        ("Only one proposal passed.", [(1, "1")]),
        ("It is one of the oldest mills.", [(1, "1")]),
        ("It runs if prices fall by 30 per cent.", [(30, "percent")]),
        ("two-, three- and six-tier cakes", [(2, "1"), (3, "1"), (6, "1")]),
    ],
)
def test_quantities_that_are_no_figures(text: str, expected: list[tuple[float, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2019 it opened.",
        "It opens at 8.15pm.",
        "It was the third of its kind.",
        "Call 0800 555 014 now.",
        "He lives in Room 12.",
        "fans of the 49ers",
        "They won 4-0.",
        "The game was tied at 2-2.",
        "It rose to the bottom three.",
        "No one knows.",
        "The Boeing 737-800 landed.",
        "It is a baker in his 40s.",
    ],
)
def test_numbers_that_are_no_quantities(text: str) -> None:
    assert told(text) == []


# ---------------------------------------------------------------------- units
@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It costs $75 U.S. a barrel.", 75, "us dollar per barrel"),
        ("It costs $3 a share.", 3, "$ per share"),
        ("It costs 63 cents per share.", 63, "cents per share"),
        ("a 52,000-barrel-a-day plant", 52_000, "barrel per day"),
        ("It digs 3,000 tonnes of coal a year.", 3000, "tonne per year"),
        ("1/16 of a pint", 0.0625, "pint"),
        ("It gained 517 rushing yards.", 517, "yard"),
        ("It was 12 C outside.", 12, "degree Celsius"),
        ("It has a 5 W lamp.", 5, "watt"),
        ("It pays $A6m.", 6_000_000, "$A"),
        ("It pays PS2.7m.", 2_700_000, "PS"),
        ("It pays Y=590 billion.", 590_000_000_000, "Y="),
        ("It lost $-50bn.", -50_000_000_000, "$"),
        ("It cost 1,00,000 rupees.", 100_000, "rupees"),
        ("It costs $25 a dose.", 25, "$ per dose"),
        ("It cost about 50,000 pounds.", 50_000, "pounds"),
        ("It caught 40 pounds of fish.", 40, "pound"),
        ("It has 74 km^2 of woods.", 74, "square kilometre"),
        ("It runs for 3/4 mile.", 0.75, "mile"),
        ("It paid R7,400 for it.", 7400, "R"),
        ("It sold 15m PS5 consoles.", 15_000_000, "1"),
        ("It hit 415 parts per million.", 415, "part per million"),
        ("Some 20 ng/mL is enough.", 20, "nanogram per millilitre"),
        ("It took 12 or so weeks.", 12, "week"),
        ("About 1 in 4 homes is empty.", 25, "percent"),
    ],
)
def test_units(text: str, value: float, unit: str) -> None:
    assert told(text) == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell from 174 pounds to 158.", [(174, "pound"), (158, "pound")]),
        ("It rose by 2 per cent, but fell by 1.", [(2, "percent"), (1, "percent")]),
        ("It got 45 million of the 2.6 billion shekels.", [(45e6, "shekels"), (2.6e9, "shekels")]),
        ("It rose by $2 to $5.", [(2, "$"), (5, "$")]),
        ("It fetched $89 to $93 billion.", [(91e9, "$")]),
        ("It costs from $300 to $5 million.", [(2_500_150, "$")]),
        ("It rose by 18 sen to RM23.", [(18, "sen"), (23, "RM")]),
        ("It goes from $11 to $15 an hour.", [(11, "$ per hour"), (15, "$ per hour")]),
        ("It charges €90-120.", [(105, "€")]),
        ("It has 2688 x 1242 pixels.", [(2688, "pixel"), (1242, "pixel")]),
    ],
)
def test_neighbours(text: str, expected: list[tuple[float, str]]) -> None:
    assert told(text) == expected


def test_a_thing_is_no_published_unit() -> None:
    quantity = only("It costs $25 a dose.")
    assert (quantity.unit, quantity.written_unit) == ("USD", "$ per dose")


# ---------------------------------------------------------------------- hedge and direction
@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("It fell by 7 per cent.", "down"),
        ("It is up 7 per cent.", "up"),
        ("a 7 per cent drop", "down"),
        ("The index: +7%.", "up"),
        ("It was revised upward by $7.", "up"),
        ("Shares ended down 7 per cent.", "down"),
        ("It fell to 7 tonnes.", None),
        ("It has 7 mines.", None),
    ],
)
def test_direction_is_that_of_the_change_itself(text: str, direction: str | None) -> None:
    assert only(text).direction == direction


def test_what_is_said_in_other_terms_has_the_same_hedge_and_direction() -> None:
    found = extract_quantities("It rose by more than 7 miles (11 km), and fell 12 points, or 0.9 per cent.")
    assert [(one.comparator, one.direction) for one in found] == [
        ("more_than", "up"),
        ("more_than", "up"),
        ("exact", "down"),
        ("exact", "down"),
    ]


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("It has 60-plus firms.", ["at_least"]),
        ("It has 100+ firms.", ["at_least"]),
        ("It has 40-odd firms.", ["about"]),
        ("a sub-7 nanometre chip", ["less_than"]),
        ("Each of the 20 clubs gets at least $3m.", ["exact", "at_least"]),
        ("It grew over five years.", ["exact"]),
        ("It took over five years.", ["more_than"]),
    ],
)
def test_hedges_on_either_side(text: str, comparators: list[str]) -> None:
    assert [one.comparator for one in extract_quantities(text)] == comparators


def test_the_hedge_is_told_in_its_words() -> None:
    assert [one.hedge for one in extract_quantities("Just under 7 mines and 3 mills.")] == ["Just under", None]


# ---------------------------------------------------------------------- laws
@given(st.text("from 1to2 %,$-and.(", max_size=50))
def test_spans_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for quantity in extract_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end
