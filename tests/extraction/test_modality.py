"""Modality: whether a figure is a fact, an estimate, a forecast, a target or a capacity."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.amounts import find_amounts
from pipeline.extraction.clauses import Clauses
from pipeline.extraction.modality import read_modality
from pipeline.extraction.model import Modality
from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.sites import Site
from pipeline.extraction.tokens import tokenize

PUBLISHED = date(2021, 8, 18)


def site_in(text: str, starts: tuple[int, ...] = (0,)) -> Site | None:
    """The site of the first amount of a text whose clauses start at the tokens `starts`; null without an amount."""
    tokens = tokenize(text)
    amounts = find_amounts(tokens, find_numerals(tokens), ())
    of = tuple(bisect_right(starts, i) - 1 for i in range(len(tokens)))
    words = tuple(token.lower for token in tokens)
    return (
        Site(tokens, Clauses(of, starts, (0,) * len(tokens), words, frozenset(words)), amounts[0]) if amounts else None
    )


def modality(
    text: str,
    period_end: date | None = None,
    published_end: date | None = PUBLISHED,
    *,
    starts: tuple[int, ...] = (0,),
) -> Modality:
    """That of the first number of a text; of one clause, if `starts` does not say where others begin."""
    site = site_in(text, starts)
    assert site is not None
    return read_modality(site, len(site.tokens), period_end, published_end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The kiln made 300 vases.", "actual"),
        ("The town plans to build 300 homes.", "target"),
        ("The town pledged 300 homes.", "target"),
        ("The firm will lay off 300 weavers.", "target"),
        ("Some 300 weavers will be laid off.", "target"),
        ("Some 300 homes are planned.", "target"),
        ("Some 300 weavers of the old mill in the valley will go.", "target"),
        ("Some 300 weavers of the old mill are to go.", "target"),
        ("The 300 weavers will move to the new hall.", "actual"),
        ("Of a staff of 300 some 40 will go.", "actual"),
        ("Who sells 300 looms will be rich.", "actual"),
        ("They came to see 300 looms.", "actual"),
        ("The kiln, rated at 30 tonnes, makes vases.", "capacity"),
        ("The firm is supposed to make 300 vases.", "target"),
        ("Some 300 homes are to be rebuilt.", "target"),
        ("Its 300 miners are to be paid.", "actual"),
        ("The town made the 300 vases that it had promised.", "target"),
        ("The town made more than the 300 vases forecast.", "forecast"),
        ("In May the kiln made 300 vases.", "actual"),
        ("The kiln made 300 vases more than planned.", "actual"),
        ("As expected, the kiln made 300 vases.", "actual"),
        ("The town beat its target by 3 per cent.", "actual"),
        ("The town missed its target of 3 per cent.", "target"),
        ("Growth is set at around 3 per cent.", "target"),
        ("She sees prices fall by 3 per cent.", "forecast"),
        ("Sales are expected to grow by 3 per cent.", "forecast"),
        ("Sales could grow by 3 per cent.", "forecast"),
        ("The bank expects that the firm will shed 300 jobs.", "forecast"),
        ("The firm plans what it expects to be 300 homes.", "target"),
        ("The town has an estimated 300 kilns.", "estimate"),
        ("He reckons that they cost 300 yuan.", "estimate"),
        ("The bank estimates that sales will fall by 3 per cent.", "forecast"),
        ("The kiln can make 300 vases.", "capacity"),
        ("The kiln was designed to make 300 vases.", "capacity"),
        ("The kiln will be able to make 300 vases.", "capacity"),
        ("The target was raised after they made 300 vases.", "actual"),
        ("The firm will, as was told before, sell 300 looms.", "actual"),
        ("The firm that will be closed had 300 weavers.", "actual"),
        ("Those who may leave sold 300 looms.", "actual"),
        ("What was planned opened with 300 looms.", "actual"),
        ("It is planned to be closed with 300 looms.", "target"),
        ("They made 300 vases, which may please them.", "actual"),
        ("They sold 300 vases, so the estimate was wrong.", "actual"),
    ],
)
def test_modality_by_the_words_of_the_clause(text: str, expected: Modality) -> None:
    assert modality(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The kiln makes 300 vases.", "forecast"),
        ("The firm will, as was told before, sell 300 looms.", "target"),
        ("Some 300 vases are the goal.", "target"),
        ("An estimated 300 vases are sold.", "forecast"),
        ("The kiln can make 300 vases.", "capacity"),
    ],
)
def test_what_lies_in_a_later_year_is_no_fact(text: str, expected: Modality) -> None:
    assert modality(text, date(2022, 12, 31)) == expected


def test_the_year_of_publication_is_not_yet_the_future() -> None:
    assert modality("The kiln makes 300 vases.", date(2021, 12, 31)) == "actual"


def test_without_a_date_only_the_words_tell_the_future() -> None:
    assert modality("The kiln makes 300 vases.", date(2022, 12, 31), None) == "actual"
    assert modality("The kiln may make 300 vases.", date(2022, 12, 31), None) == "forecast"


def test_only_the_clause_is_read() -> None:
    text = "They may leave, but 300 stay, if they can."
    assert modality(text, None, None) == "forecast"
    assert modality(text, None, None, starts=(0, 4, 7)) == "actual"


def test_a_plan_behind_the_next_amount_is_not_of_this_one() -> None:
    site = site_in("It made 300 vases, short of the 400 that it had planned.")
    assert site is not None
    assert read_modality(site, 8, None, None) == "actual"


WORDS = ["the", "will", "was", "made", "planned", "estimated", "lower", "expected", "can", "able", "to", "be", "closed"]


@given(st.lists(st.sampled_from([*WORDS, "300", "homes"])).map(" ".join) | st.text(), st.integers(0, 40))
def test_any_words_have_a_modality(text: str, next_amount: int) -> None:
    site = site_in(f"{text} 7")
    if site is not None:
        found = read_modality(site, next_amount, None, None)
        assert found in ("actual", "estimate", "forecast", "target", "capacity")
