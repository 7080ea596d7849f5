"""Numerals: what they are worth, how precisely, and that none is lost."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.numerals import Numeral, find_numerals, written_numbers
from pipeline.extraction.tokens import sentences, tokenize
from pipeline.vocabulary.language import numerals
from pipeline.vocabulary.units import scales

SCALES = {name: s.multiplier for name, s in scales().items() if not (s.ambiguous or s.glued or s.plural)}
DIGITS = st.integers(1, 9_999_999)
NUMBER_WORDS = sorted(
    {*numerals().cardinals, *numerals().ordinals, *numerals().multiples, *numerals().denominators, *scales()}
)
PIECES = st.sampled_from(
    [*NUMBER_WORDS, "a", "and", "of", "the", "first", "-", ",", ".", "½", "7", "1,200", "0.5", "m"]
)
TEXTS = (
    st.text()
    | st.lists(PIECES, max_size=12).map(" ".join)
    | st.lists(PIECES, max_size=12).map("".join)
    | st.lists(PIECES, max_size=6).map("-".join)
)


def read(text: str) -> list[Numeral]:
    return find_numerals(tokenize(text))


def only(text: str) -> Numeral:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


def values(text: str) -> list[float]:
    return [numeral.value for numeral in read(text)]


def interval(numeral: Numeral) -> tuple[float, float, float]:
    return numeral.low, numeral.value, numeral.high


# ---------------------------------------------------------------------- the rule of precision
@given(st.integers(0, 10**12), st.integers(1, 6), st.sampled_from([None, *SCALES]))
def test_a_decimal_is_within_half_a_unit_of_its_last_digit(mantissa: int, places: int, scale: str | None) -> None:
    digits = f"{mantissa // 10**places}.{mantissa % 10**places:0{places}}"
    exact = Fraction(digits) * SCALES.get(scale or "", 1)
    half = Fraction(SCALES.get(scale or "", 1), 2 * 10**places)
    numeral = only(digits if scale is None else f"{digits} {scale}")
    assert interval(numeral) == (max(0.0, float(exact - half)), float(exact), float(exact + half))
    assert not numeral.whole


@given(DIGITS, st.sampled_from(list(SCALES)))
def test_before_a_scale_word_the_mantissa_counts(digits: int, scale: str) -> None:
    twice = 2 * digits * SCALES[scale]
    low, high = (twice - SCALES[scale]) / 2, (twice + SCALES[scale]) / 2
    assert interval(only(f"{digits} {scale}")) == (low, twice / 2, high)


@given(DIGITS, st.integers(1, 6))
def test_zeros_that_end_a_long_integer_are_rounding(digits: int, zeros: int) -> None:
    digits = 10 * digits + 7
    numeral = only(f"{digits}{'0' * zeros}")
    half = 10**zeros / 2
    assert numeral.value == digits * 10**zeros
    if len(str(numeral.value)) > 5:
        assert interval(numeral) == (numeral.value - half, numeral.value, numeral.value + half)
        assert not numeral.whole


@given(DIGITS.filter(lambda number: number < 1000 or number % 10))
def test_other_integers_are_whole(number: int) -> None:
    numeral = only(str(number))
    assert numeral.whole
    assert interval(numeral) == (number - 0.5, number, number + 0.5)


@given(st.integers(1000, 10**15))
def test_commas_change_nothing(number: int) -> None:
    assert interval(only(f"{number:,}")) == interval(only(str(number)))


@pytest.mark.parametrize(
    ("text", "low", "value", "high"),
    [
        ("40 million", 39.5e6, 40e6, 40.5e6),
        ("7.31 million", 7.305e6, 7.31e6, 7.315e6),
        ("46,000", 45_500, 46_000, 46_500),
        ("50,000", 45_000, 50_000, 55_000),
        ("46,300", 46_250, 46_300, 46_350),
        ("900", 899.5, 900, 900.5),
        ("0", 0, 0, 0.5),
        ("0000", 0, 0, 0.5),
        ("0.0", 0, 0, 0.05),
        ("3bn", 2.5e9, 3e9, 3.5e9),
        ("two million", 1.9e6, 2e6, 2.1e6),
        ("twelve", 11.5, 12, 12.5),
        ("three hundred", 285, 300, 315),
        ("a million", 0.95e6, 1e6, 1.05e6),
    ],
)
def test_precision_by_example(text: str, low: float, value: float, high: float) -> None:
    assert interval(only(text)) == (low, value, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a third of", 1 / 3),
        ("two-thirds", 2 / 3),
        ("three quarters", 3 / 4),
        ("one-seventh", 1 / 7),
        ("half", 1 / 2),
        ("one half", 1 / 2),
        ("half a million", 500_000),
        ("one and a half", 1.5),
        ("two-and-a-half million", 2_500_000),
        ("three and a quarter", 3.25),
        ("½", 0.5),
        ("2½", 2.5),
        ("2 ¾ million", 2_750_000),
        ("£1½bn", 1_500_000_000),
        ("doubled", 2),
        ("halved", 0.5),
        ("tenfold", 10),
        ("twice", 2),
    ],
)
def test_fractions_and_multiples_in_words_are_within_five_per_cent(text: str, value: float) -> None:
    numeral = only(text)
    assert numeral.form in {"fraction", "multiple", "adverb"}
    assert interval(numeral) == pytest.approx((0.95 * value, value, 1.05 * value))


# ---------------------------------------------------------------------- number words
ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(number: int, hyphen: str = "-", conjunction: str = " and ") -> str:
    """The number as English writes it in words, below a trillion."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            head = f"{spell(number // scale, hyphen, conjunction)} {word}"
            rest = number % scale
            joint = conjunction if rest < 100 else " "
            return head if not rest else f"{head}{joint}{spell(rest, hyphen, conjunction)}"
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"{hyphen}{ONES[number % 10]}" if number % 10 else "")


@given(
    st.integers(0, 10**12 - 1) | st.integers(0, 120_000),
    st.sampled_from(["-", " ", "\u2011"]),
    st.sampled_from([" and ", " "]),
)
def test_numbers_in_words_are_read_as_english_writes_them(number: int, hyphen: str, conjunction: str) -> None:
    numeral = only(spell(number, hyphen, conjunction))
    assert numeral.value == number
    assert numeral.low <= number <= numeral.high


@given(st.integers(2, 19), st.integers(2, 19))
def test_two_numbers_in_words_stay_two(first: int, second: int) -> None:
    assert values(f"{spell(first)}, {spell(second)}") == [first, second]
    assert values(f"{spell(first)} {spell(second)}") == [first, second]
    assert values(f"{spell(10 * first)} zero") == [10 * first, 0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a hundred and five", 105),
        ("a hundred thousand", 100_000),
        ("two thousand million", 2_000_000_000),
        ("one million million", 10**12),
        ("two dozen", 24),
        ("a dozen dozen", 144),
        ("five-hundred million", 500_000_000),
        ("hundreds", 100),
        ("tens of thousands", 10_000),
        ("hundreds of millions", 100_000_000),
    ],
)
def test_scale_words_multiply(text: str, value: float) -> None:
    assert only(text).value == value


@pytest.mark.parametrize("text", ["thousands", "tens of thousands", "dozens", "hundreds of billions"])
def test_an_order_of_magnitude_reaches_to_the_next(text: str) -> None:
    numeral = only(text)
    assert numeral.form == "vague"
    assert interval(numeral) == (numeral.value, numeral.value, 10 * numeral.value)


@pytest.mark.parametrize(
    ("text", "rank"),
    [("first", 1), ("11th", 11), ("the 2nd", 2), ("third-biggest", 3), ("twenty-first", 21), ("ninety-ninth", 99)],
)
def test_ordinals(text: str, rank: float) -> None:
    numeral = only(text)
    assert numeral.form == "ordinal"
    assert interval(numeral) == (rank, rank, rank)


@pytest.mark.parametrize(
    "text", ["a third mine", "the fifth pit", "a quarter earlier", "once", "a score", "a yard", "one's own", "fold"]
)
def test_words_that_are_no_numbers_here(text: str) -> None:
    assert all(numeral.form == "ordinal" for numeral in read(text))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("the first half", "ordinal"),
        ("the latter half", "ordinal"),
        ("half of it", "fraction"),
        ("the first three quarters", "words"),
        ("three quarters of it", "fraction"),
    ],
)
def test_parts_of_the_year_are_no_fractions(text: str, form: str) -> None:
    assert read(text)[-1].form == form


# ---------------------------------------------------------------------- letters glued to digits
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3bn", 3e9),
        ("3 bn", 3e9),
        ("2.5mln tonnes", 2.5e6),
        ("$30m", 30e6),
        ("RMB40m", 40e6),
        ("€5k", 5e3),
        ("$1.5t", 1.5e12),
        ("30m people", 30e6),
        ("30m e-bikes", 30e6),
        ("60k homes", 60e3),
        ("3million", 3e6),
        ("7-million", 7e6),
        ("3 yi", 3e8),
        ("5 lakh", 5e5),
    ],
)
def test_letters_that_multiply(text: str, value: float) -> None:
    assert only(text).value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "60m deep",
        "60m",
        "a 60m shafts contract",
        "60 m people",
        "3B",
        "5K",
        "500 t of ore",
        "500t",
        "7mm",
        "40 b",
        "5 k",
    ],
)
def test_letters_that_are_units_or_names(text: str) -> None:
    assert read(text)[0].scale == 1


# ---------------------------------------------------------------------- nothing is lost, nothing breaks
@given(TEXTS)
def test_numerals_stand_in_order_and_apart(text: str) -> None:
    found = read(text)
    for before, after in pairwise(found):
        assert before.last <= after.first
        assert before.end <= after.start
    for numeral in found:
        assert 0 <= numeral.start < numeral.end <= len(text)


@given(TEXTS)
def test_every_value_is_finite_and_within_its_interval(text: str) -> None:
    for numeral in read(text):
        assert 0 <= numeral.low <= numeral.value <= numeral.high < math.inf


@given(TEXTS)
def test_every_written_number_is_in_one_numeral(text: str) -> None:
    spans = [(n.start, n.end) for sentence in sentences(text) for n in find_numerals(sentence.tokens)]
    for start, end in written_numbers(text):
        assert sum(first <= start and end <= last for first, last in spans) == 1


@pytest.mark.parametrize("digits", ["9" * 25, "1" * 5000, "0." + "3" * 100_000, "1,000" + ",000" * 2000])
@pytest.mark.parametrize("after", ["", " million", "th", "½", "m people"])
def test_digits_beyond_measure_have_no_value(digits: str, after: str) -> None:
    numeral = read(f"{digits}{after}")[0]
    assert (numeral.form, numeral.value) == ("overlong", math.inf)


def test_the_longest_number_that_is_read() -> None:
    assert only("9" * 24).value == pytest.approx(10**24)


@pytest.mark.parametrize("word", ["hundred", "million", "quadrillion", "hundreds of", "a hundred", "nine hundred"])
def test_a_run_of_scale_words_stays_finite(word: str) -> None:
    found = read(f"7 {f'{word} ' * 3000}")
    assert all(0 < numeral.value < 10**60 for numeral in found)


# ---------------------------------------------------------------------- the plain scan
@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Output fell to 7.31 million tonnes in two years.", ["7", "31", "million", "two"]),
        ("A third left; TWENTY-ONE stayed.", ["third", "TWENTY", "ONE"]),
        ("2½ of 1,300 (B2B)", ["2", "½", "1", "300", "2"]),
        ("someone alone, a quarter once, 5 m² of CO² ²", ["5"]),
        ("Rents doubled twice; thousands paid half.", ["doubled", "twice", "thousands", "half"]),
    ],
)
def test_what_the_plain_scan_finds(text: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in written_numbers(text)] == pieces


@given(TEXTS)
def test_the_plain_scan_finds_every_digit(text: str) -> None:
    found = {k for start, end in written_numbers(text) for k in range(start, end)}
    assert {k for k, sign in enumerate(text) if sign.isdecimal()} <= found


# ---------------------------------------------------------------------- notations
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 500 jobs", 12_500),
        ("$1 250 000", 1_250_000),
        ("1/16 of a pint", 0.0625),
        ("1\u204432 of a quart", 0.03125),
        ("1.5\u00d710^3 grams", 1500),
        ("6 x 10\u207b\u00b2 grams", 0.06),
        ("3,5 per cent", 3.5),
        ("3,25 million", 3_250_000),
        (".5 per cent", 0.5),
        ("1,00,000 rupees", 100_000),
        ("a million and a half of them", 1_500_000),
        ("a couple of hundred jobs", 200),
        ("several hundred jobs", 100),
    ],
)
def test_notations(text: str, value: float) -> None:
    assert [numeral.value for numeral in find_numerals(tokenize(text))] == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("May 15 200 people came", [15, 200]),
        ("555 123 456", [555, 123, 456]),
        ("On Line 12 500 people", [12, 500]),
        ("2018/19 and 24/7", [2018, 19, 24, 7]),
        ("sold 3,5 and 7", [3, 5, 7]),
        ("several jobs", []),
        ("a third-party audit", [3]),
    ],
)
def test_what_is_no_notation(text: str, values: list[float]) -> None:
    assert [numeral.value for numeral in find_numerals(tokenize(text))] == values
