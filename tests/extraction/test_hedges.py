"""Hedges: which comparator the words around a number give it, and the interval that is left."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.hedges import hedge_after, hedge_before, interval
from pipeline.extraction.model import Comparator
from pipeline.extraction.tokens import Token, tokenize
from pipeline.vocabulary.language import hedges

COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)
SIZES = st.floats(0, 1e15)


def before(text: str) -> tuple[str | None, int]:
    """The comparator of the words before the last token, and how many of them belong to it."""
    tokens = tokenize(text)
    comparator, begin = hedge_before(tokens, len(tokens) - 1)
    return comparator, len(tokens) - 1 - begin


def after(text: str) -> str | None:
    """The comparator of the words after the first token."""
    return hedge_after(tokenize(text), 1)[0]


# The words that the contract names.
@pytest.mark.parametrize(
    ("comparator", "phrases"),
    [
        ("about", ["about", "some", "around", "roughly", "closer to"]),
        ("more_than", ["more than", "over", "above", "slightly more than", "just over"]),
        ("at_least", ["at least", "no fewer than"]),
        ("less_than", ["under", "below", "less than"]),
        ("at_most", ["up to", "as many as", "at most"]),
        ("nearly", ["nearly", "almost", "just under", "barely"]),
    ],
)
def test_the_comparators_of_the_contract(comparator: str, phrases: list[str]) -> None:
    assert {phrase: before(f"it sold {phrase} 80")[0] for phrase in phrases} == dict.fromkeys(phrases, comparator)


@pytest.mark.parametrize(
    ("text", "comparator", "words"),
    [
        ("it sold 80", None, 0),
        ("80", None, 0),
        ("it sold only 80", None, 1),
        ("no more than 80", "at_most", 3),
        ("not less than 80", "at_least", 3),
        ("slightly more than 80", "more_than", 3),
        ("over the past 80", None, 0),
        ("only about 80", "about", 2),
        ("about a further 80", "about", 3),
        ("More Than 80", "more_than", 2),
        ("more or less 80", "about", 3),
        ("it sells up to 80", "at_most", 2),
        ("it pays back up to 80", "at_most", 2),
        ("it rose up to 80", "at_most", 2),
        ("it edged up to 80", None, 0),
        ("it went up to only 80", None, 1),
        ("it climbed back up to 80", None, 0),
        ("it was creeping back up to 80", None, 0),
    ],
)
def test_the_longest_hedge_counts_with_the_neutral_words_around_it(text: str, comparator: str, words: int) -> None:
    assert before(text) == (comparator, words)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("80 or more", "at_least"),
        ("80 or so", "about"),
        ("80 at most", "at_most"),
        ("80plus", "at_least"),
        ("80 plus tax", None),
        ("80 mines", None),
        ("80", None),
    ],
)
def test_hedges_after_the_number(text: str, comparator: str | None) -> None:
    assert after(text) == comparator


def test_every_hedge_of_the_table_is_found() -> None:
    table = hedges()
    wrong = {words: before(" ".join((*words, "80"))) for words in table.before}
    assert {words: found[0] for words, found in wrong.items()} == table.before
    assert {name for name, _ in wrong.values()} <= set(COMPARATORS)


@given(SIZES, SIZES, SIZES, st.sampled_from(["more_than", "at_least"]))
def test_a_lower_bound_is_the_number_without_its_rounding(
    value: float, below: float, above: float, comparator: Comparator
) -> None:
    assert interval(value, value - below, value + above, comparator) == (value, None)


@given(SIZES, SIZES, SIZES, st.sampled_from(["less_than", "at_most", "nearly"]))
def test_an_upper_bound_is_the_number_without_its_rounding(
    value: float, below: float, above: float, comparator: Comparator
) -> None:
    assert interval(value, value - below, value + above, comparator) == (None, value)


@given(st.floats(-1e15, 1e15), SIZES, SIZES)
def test_about_is_five_per_cent_or_the_precision_the_wider(value: float, below: float, above: float) -> None:
    low, high = interval(value, value - below, value + above, "about")
    assert low == min(value - below, value - 0.05 * abs(value))
    assert high == max(value + above, value + 0.05 * abs(value))


@given(SIZES, SIZES, SIZES)
def test_without_a_hedge_the_precision_stands(value: float, below: float, above: float) -> None:
    assert interval(value, value - below, value + above, "exact") == (value - below, value + above)


@given(st.floats(-1e15, 1e15), SIZES, SIZES, st.sampled_from(COMPARATORS))
def test_the_value_is_never_outside_its_interval(
    value: float, below: float, above: float, comparator: Comparator
) -> None:
    low, high = interval(value, value - below, value + above, comparator)
    assert low is None or low <= value
    assert high is None or value <= high


@given(
    st.text()
    | st.lists(st.sampled_from(["about", "only", "a", "further", "more", "than", "some", "7", "or", "so"])).map(
        " ".join
    )
)
def test_no_text_breaks_the_look_up(text: str) -> None:
    tokens: tuple[Token, ...] = tokenize(text)
    for i in range(len(tokens) + 1):
        assert 0 <= hedge_before(tokens, i)[1] <= i
        assert i <= hedge_after(tokens, i)[1] <= len(tokens)
