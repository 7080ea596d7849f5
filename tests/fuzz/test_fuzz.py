"""The fuzzer finds what it should, and finds nothing in the reading."""

from __future__ import annotations

import pytest

from pipeline import extract_quantities
from tests.fuzz.laws import check
from tests.fuzz.search import search, shrunk
from tests.fuzz.texts import text_of

FOUND = ("9taiwan dollar\u20281 per tens", "9 srts per million", "6 ryrs per15", "7,350ples per thousand", "1985-.6")
"""Texts that the search found once, made small."""

_TEXTS = 5_000
_QUANTITIES = extract_quantities("It has 7 mines.")


def refuses_numbers(text: str) -> None:
    if "7" in text and "%" in text:
        raise KeyError(text)


def test_a_seed_gives_the_same_texts_again_and_another_gives_others() -> None:
    texts = [text_of("one", number) for number in range(30)]
    assert texts == [text_of("one", number) for number in range(30)]
    assert len(set(texts)) > 25
    assert texts != [text_of("two", number) for number in range(30)]


def test_a_failure_is_found_made_small_and_can_be_found_again() -> None:
    done, failure = search(refuses_numbers, "one", seconds=30)
    assert failure is not None
    assert sorted(failure.text) == ["%", "7"]
    assert done == failure.number + 1
    assert f"--seed one --only {failure.number}" in failure.report()
    again = search(refuses_numbers, "one", seconds=30, first=failure.number, most=1)[1]
    assert again is not None
    assert again.text == failure.text


def test_a_text_that_fails_whole_stays_whole() -> None:
    def refuses(text: str) -> None:
        if text == "two mines":
            raise ValueError

    assert shrunk(refuses, "two mines", ValueError()) == "two mines"


def test_a_search_ends_in_time_or_after_so_many_texts() -> None:
    assert search(check, "one", seconds=0) == (0, None)
    assert search(check, "one", seconds=60, most=20) == (20, None)


def test_laws_are_named_where_they_break(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.laws.extract_quantities", lambda text: [] if "Nothing" in text else _QUANTITIES)
    with pytest.raises(AssertionError, match="paragraphs_around_change_no_quantity"):
        check("It has 7 mines.")


@pytest.mark.parametrize("text", FOUND)
def test_what_once_broke_a_law_breaks_none(text: str) -> None:
    check(text)


@pytest.mark.slow
def test_nothing_breaks_a_law() -> None:
    # The same texts each time: a change is judged by what it changed. `make fuzz` looks for new ones.
    failure = search(check, "every change", seconds=60, most=_TEXTS)[1]
    assert failure is None, failure.report()
