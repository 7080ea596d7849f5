"""Amounts: number, unit, hedge, sign, rate and noun put together, and what neighbours share."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.amounts import Amount, find_amounts
from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.tokens import tokenize

NUMBERS = ["7", "3.5", "1,200", "two", "a", "third", "half", "thousands", "one", "in", "five", "million", "doubled"]
UNITS = ["$", "-", "+", "%", "per", "cent", "tonnes", "yuan", "year", "square", "metre", "workers", "mines", "times"]
JOINTS = ["and", "to", "or", ",", "of", "between", "from", "about", "more", "than", "minus"]
PIECES = st.sampled_from([*NUMBERS, *UNITS, *JOINTS])
TEXTS = st.text(max_size=60) | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join)


def read(text: str, taken: tuple[tuple[int, int], ...] = ()) -> list[Amount]:
    tokens = tokenize(text)
    return find_amounts(tokens, find_numerals(tokens), taken)


def only(text: str) -> Amount:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


def told(text: str) -> list[tuple[float, str | None]]:
    return [(amount.value, amount.unit) for amount in read(text)]


def quote(text: str) -> str:
    tokens, amount = tokenize(text), only(text)
    return text[tokens[amount.first].start : tokens[amount.last - 1].end]


def bounds(text: str) -> tuple[float | None, float | None]:
    amount = only(text)
    return amount.low, amount.high


# ---------------------------------------------------------------------- value, precision, hedge
@given(st.integers(1, 10**7), st.integers(1, 4), st.sampled_from([("", 1), ("million ", 10**6), ("billion ", 10**9)]))
def test_half_a_unit_of_the_last_digit_in_base_units(mantissa: int, places: int, scale: tuple[str, int]) -> None:
    digits = f"{mantissa // 10**places}.{mantissa % 10**places:0{places}}"
    word, multiplier = scale
    exact, half = Fraction(digits) * multiplier, Fraction(multiplier, 2 * 10**places)
    amount = only(f"It dug {digits} {word}tonnes of ore")
    assert (amount.low, amount.value, amount.high) == (max(0.0, float(exact - half)), float(exact), float(exact + half))
    assert (amount.unit, amount.comparator) == ("tonne", "exact")


@given(st.integers(1, 10**9), st.sampled_from(["pits", "miners", ""]))
def test_counts_without_rounding_zeros_are_exact(number: int, noun: str) -> None:
    amount = only(f"It closed {number} {noun}")
    exact = number < 1000 or number % 10 != 0
    assert (amount.low == amount.value == amount.high) is exact
    assert amount.value == number


@given(st.integers(1, 999))
def test_what_is_measured_is_never_exact(number: int) -> None:
    assert bounds(f"It dug {number} tonnes") == (number - 0.5, number + 0.5)


@pytest.mark.parametrize(
    ("text", "low", "value", "high"),
    [
        ("about 200 pits", 190, 200, 210),
        ("about 7 tonnes", 6.5, 7, 7.5),
        ("some 60,000 yuan", 55_000, 60_000, 65_000),
        ("roughly 61,300 yuan", 58_235, 61_300, 64_365),
        ("more than 45 per cent", 45, 45, None),
        ("at least 46,000 pits", 46_000, 46_000, None),
        ("60 tonnes or more", 60, 60, None),
        ("up to 46,000 pits", None, 46_000, 46_000),
        ("nearly 67 per cent", None, 67, 67),
        ("under 8 tonnes", None, 8, 8),
        ("a third of it", 31.6667, 33.3333, 35),
        ("more than a third of this", 33.3333, 33.3333, None),
        ("half a million yuan", 475_000, 500_000, 525_000),
        ("thousands of pits", 1000, 1000, 10_000),
        ("tens of thousands of miners", 10_000, 10_000, 100_000),
        ("-3.2 per cent", -3.25, -3.2, -3.15),
        ("\u22123.2 per cent", -3.25, -3.2, -3.15),
        ("minus 4 per cent", -4.5, -4, -3.5),
        ("+4 per cent", 3.5, 4, 4.5),
        ("7 kilometres", 6.5, 7, 7.5),
        ("7,000 kilograms", 6.5, 7, 7.5),
    ],
)
def test_intervals_by_example(text: str, low: float | None, value: float, high: float | None) -> None:
    amount = only(text)
    found, expected = (amount.low, amount.value, amount.high), (low, value, high)
    assert [bound is None for bound in found] == [bound is None for bound in expected]
    assert [bound or 0 for bound in found] == pytest.approx([bound or 0 for bound in expected], rel=1e-4)


@given(TEXTS)
def test_values_are_finite_and_within_their_bounds(text: str) -> None:
    for amount in read(text):
        assert math.isfinite(amount.value)
        assert math.isfinite(amount.written_value)
        assert amount.low is None or (math.isfinite(amount.low) and amount.low <= amount.value)
        assert amount.high is None or (math.isfinite(amount.high) and amount.value <= amount.high)


@given(TEXTS)
def test_an_open_side_is_said_by_the_comparator(text: str) -> None:
    for amount in read(text):
        assert (amount.low is None) == (amount.comparator in {"less_than", "at_most", "nearly"})
        assert (amount.high is None) == (amount.comparator in {"more_than", "at_least"})


@given(TEXTS)
def test_each_numeral_is_in_one_amount_at_most(text: str) -> None:
    numerals = [n for amount in read(text) for n in (amount.numeral, amount.partner) if n is not None]
    assert len({numeral.first for numeral in numerals}) == len(numerals)
    free = {n.first for n in find_numerals(tokenize(text)) if n.form not in {"ordinal", "overlong"}}
    assert {numeral.first for numeral in numerals} == free


# ---------------------------------------------------------------------- units and spans
@pytest.mark.parametrize(
    ("text", "unit", "written", "span"),
    [
        ("It paid $7.", "USD", "$", "$7"),
        ("It paid about RMB 7 yuan.", "CNY", "yuan", "RMB 7 yuan"),
        ("It sold at 7 yuan per square metre.", "CNY/m2", "yuan per square metre", "7 yuan per square metre"),
        ("It costs 7 yuan per square metre a month.", "CNY/m2", "yuan per square metre", None),
        ("It earns 7 yuan a head.", "CNY/person", "yuan per person", "7 yuan a head"),
        ("It dug 7 tonnes a year.", "tonne/year", "tonne per year", "7 tonnes a year"),
        ("It dug 7 tonnes a year earlier.", "tonne", "tonne", "7 tonnes"),
        ("It grew 7 per cent a year.", "percent", "percent", "7 per cent"),
        ("It has 7 people.", "person", "person", "7 people"),
        ("It has 7 coal miners.", "person", "person", "7"),
        ("It shut 7 pits.", "1", None, "7"),
        ("It has 7 people per square kilometre.", "person/km2", "person per square kilometre", None),
        ("It makes 7 buses a day.", "1/day", None, "7 buses a day"),
        ("It shut 7.", None, None, "7"),
        ("A third of them left.", "percent", "percent", "A third"),
    ],
)
def test_units(text: str, unit: str | None, written: str | None, span: str | None) -> None:
    amount = only(text)
    assert amount.unit == unit
    assert amount.written_unit == written
    if span is not None:
        assert quote(text) == span


def test_a_rate_is_in_base_units_on_both_sides() -> None:
    assert only("7 yuan per square kilometre").value == pytest.approx(7)
    assert only("30 yuan per mu").value == pytest.approx(30 * 15)


def test_another_reading_of_the_unit_is_kept() -> None:
    assert {unit for unit, _ in only("It dug 7 tons.").readings} >= {"short_ton", "long_ton"}


def test_the_noun_that_is_counted_and_the_words_of_the_hedge() -> None:
    tokens, amount = tokenize("It shut about 7 small coal mines."), only("It shut about 7 small coal mines.")
    assert amount.noun is not None
    assert [t.text for t in tokens[slice(*amount.noun)]] == ["small", "coal", "mines"]
    assert [t.text for t in tokens[amount.begin : amount.first]] == ["about"]


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("Rents doubled.", 2),
        ("Rents halved.", 0.5),
        ("It is 2.4 times as big.", 2.4),
        ("It grew 20-fold.", 20),
        ("It is twice as big.", 2),
    ],
)
def test_multiples_keep_their_factor(text: str, factor: float) -> None:
    amount = only(text)
    assert (amount.factor, amount.value, amount.unit) == (factor, factor, "times")


def test_a_hyphen_between_digits_is_no_minus() -> None:
    assert [amount.value for amount in read("They lost 4-0.")] == [4, 0]


@pytest.mark.parametrize("text", ["the third pit", "its 11th", "9" * 40, ""])
def test_what_is_no_amount(text: str) -> None:
    assert read(text) == []


def test_taken_tokens_give_no_amount() -> None:
    text = "In 2031 it shut 7 pits."
    assert [amount.value for amount in read(text)] == [2031, 7]
    assert [amount.value for amount in read(text, ((0, 2),))] == [7]


# ---------------------------------------------------------------------- neighbours
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.6, 9.3 and 5.8 billion yuan", [(4.6e9, "CNY"), (9.3e9, "CNY"), (5.8e9, "CNY")]),
        ("300 and 700 people respectively", [(300, "person"), (700, "person")]),
        ("rose from 4 to 9 per cent", [(4, "percent"), (9, "percent")]),
        ("3 million and 5 billion yuan", [(3e6, "CNY"), (5e9, "CNY")]),
        ("12,000 and 5 million yuan", [(12_000, "CNY"), (5e6, "CNY")]),
        ("in 11, and 14 pits closed", [(11, None), (14, "1")]),
        ("hats +9.4, gloves -6.8 percent", [(9.4, "percent"), (-6.8, "percent")]),
        ("hats 9.4, gloves -6.8 percent", [(9.4, None), (-6.8, "percent")]),
        ("won $80 mark", [(80, "USD")]),
        ("came 8.9 million times", [(8.9e6, "1")]),
        ("came 8.9 times", [(8.9, "times")]),
        ("in 11, 14 pits closed", [(11, None), (14, "1")]),
        ("in 3, $5", [(3, None), (5, "USD")]),
        ("3 and doubled", [(3, None), (2, "times")]),
        ("3 of the 5 per cent", [(3, None), (5, "percent")]),
    ],
)
def test_a_unit_said_once_holds_for_the_list(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [unit for _, unit in told(text)] == [unit for _, unit in expected]
    assert [value for value, _ in told(text)] == pytest.approx([value for value, _ in expected])


@pytest.mark.parametrize(
    ("text", "low", "value", "high", "unit"),
    [
        ("between 4 and 5.6 per cent", 4, 4.8, 5.6, "percent"),
        ("3,000 to 4,000 workers", 3000, 3500, 4000, "person"),
        ("4,120-4,260 yuan", 4120, 4190, 4260, "CNY"),
        ("3 to $5 billion", 3e9, 4e9, 5e9, "USD"),
        ("3 or 4 per cent", 3, 3.5, 4, "percent"),
        ("two to three million tonnes", 2e6, 2.5e6, 3e6, "tonne"),
        ("between six and twelve hundred yuan", 600, 900, 1200, "CNY"),
        ("between -3 and +0.5 per cent", -3, -1.25, 0.5, "percent"),
        ("between 2 per cent and about 4 per cent", 2, 3, 4, "percent"),
        ("fees range from 4 to 9 per cent", 4, 6.5, 9, "percent"),
        ("growth slowed, ranging from 4 to 9 per cent", 4, 6.5, 9, "percent"),
        ("the increase varies from 4 to 9 per cent", 4, 6.5, 9, "percent"),
        ("improved seeds yield from 4 to 9 tonnes", 4, 6.5, 9, "tonne"),
    ],
)
def test_ranges(text: str, low: float, value: float, high: float, unit: str) -> None:
    amount = only(text)
    assert (amount.low, amount.value, amount.high) == pytest.approx((low, value, high))
    assert (amount.comparator, amount.unit) == ("between", unit)
    assert amount.partner is not None


@pytest.mark.parametrize(
    "text",
    [
        "rose from 4 to 9 per cent",
        "is expected to grow from 4 to 9 per cent",
        "should increase from 4 to 9 per cent",
        "are widening from 4 to 9 per cent",
        "rose 3 per cent to 5 per cent",
        "5 to 3 per cent",
        "5 to 5 per cent",
        "3 or 40 per cent",
    ],
)
def test_moves_pairs_and_choices_are_no_ranges(text: str) -> None:
    assert [amount.comparator for amount in read(text)] == ["exact", "exact"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("grew from 1.4 to 1.6 million", [1_400_000, 1_600_000]),
        ("grew from about 1.4 to 1.6 million", [1_400_000, 1_600_000]),
        ("grew from two to three million", [2_000_000, 3_000_000]),
        ("fell from three to two million tonnes", [3_000_000, 2_000_000]),
        ("tripled from 2 to 6 million mugs", [3, 2_000_000, 6_000_000]),
        ("grew from 700 to 1.6 million", [700, 1_600_000]),
        ("grew from 1,400 to 1,600", [1400, 1600]),
    ],
)
def test_a_scale_said_once_holds_for_both_ends_of_a_move(text: str, values: list[float]) -> None:
    assert [amount.value for amount in read(text)] == values


@pytest.mark.parametrize(
    ("text", "begins", "comparators"),
    [
        ("will climb from 4 to 8-9 per cent", ["4", "8"], ["exact", "between"]),
        ("fell from 8-9 to 4 yuan", ["8", "4"], ["between", "exact"]),
        ("rose from 4-5 to 8-9 tonnes", ["4", "8"], ["between", "between"]),
    ],
)
def test_a_move_may_begin_or_end_in_a_range(text: str, begins: list[str], comparators: list[str]) -> None:
    found, tokens = read(text), tokenize(text)
    assert [amount.comparator for amount in found] == comparators
    assert [tokens[amount.begin].text for amount in found] == begins


@given(st.integers(1, 8999), st.integers(1, 1000))
def test_a_range_is_as_written_whatever_the_rounding(low: int, width: int) -> None:
    high = low + width
    amount = only(f"between {low} and {high} tonnes")
    assert (amount.low, amount.value, amount.high) == (low, (low + high) / 2, high)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("one in five left", 20),
        ("one resident in four left", 25),
        ("two yuan in every five left", 40),
        ("two rooms out of eight left", 25),
        ("nine out of ten left", 90),
        ("3 out of 40 left", 7.5),
        ("3 in every 40 left", 7.5),
    ],
)
def test_shares(text: str, share: float) -> None:
    amount = only(text)
    assert (amount.low, amount.value, amount.high) == pytest.approx((0.95 * share, share, 1.05 * share))
    assert (amount.unit, amount.partner is not None) == ("percent", True)


@pytest.mark.parametrize("text", ["3 in 40 left", "ten out of nine left", "one out of 5,000 left", "two in tonnes"])
def test_what_is_no_share(text: str) -> None:
    assert all(amount.unit != "percent" for amount in read(text))


def test_a_page_of_numbers_is_read_to_its_end() -> None:
    # In more than linear time this would not come to an end.
    tokens = tokenize("about 7 pits, " * 8_000)
    numerals = find_numerals(tokens)
    assert find_amounts(tokens, numerals, [(n.first, n.last) for n in numerals]) == []
    assert len(find_amounts(tokens, numerals, [])) == 8_000


# ---------------------------------------------------------------------- neighbours
def test_a_currency_between_two_numbers_belongs_to_one() -> None:
    assert told("5 US$ 17") == [(5, "USD"), (17, None)]


def test_no_unit_reaches_over_the_next_number() -> None:
    assert [(amount.first, amount.last) for amount in read("three half jobs a month")] == [(0, 1), (1, 2)]
