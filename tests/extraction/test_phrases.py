"""The look-up of phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import tokenize

TABLE = PhraseTable({"square metre": 1, "metre": 2, "metre a day": 3, "per square metre": 4})
WORDS = st.sampled_from(["square", "metre", "a", "day", "per", "x"])


def test_the_longest_phrase_wins_forwards() -> None:
    tokens = tokenize("per square metre a day")
    assert [TABLE.starting_at(tokens, i) for i in range(5)] == [(4, 3), (1, 3), (3, 5), None, None]


def test_the_longest_phrase_wins_backwards() -> None:
    tokens = tokenize("a square metre a day")
    assert [TABLE.ending_at(tokens, i) for i in range(5)] == [None, None, (1, 1), None, (3, 2)]


def test_case_counts_only_where_it_is_asked_for() -> None:
    tokens = tokenize("MW mW")
    cased = PhraseTable({"MW": "mega", "mW": "milli"}, cased=True)
    assert [cased.starting_at(tokens, i) for i in (0, 1)] == [("mega", 1), ("milli", 2)]
    folded = PhraseTable({"mw": "some"})
    assert [folded.ending_at(tokens, i) for i in (0, 1)] == [("some", 0), ("some", 1)]


def test_phrases_are_cut_like_texts() -> None:
    assert PhraseTable({"year's end": True}).starting_at(tokenize("the year\u2019s end"), 1) == (True, 3)


@pytest.mark.parametrize("i", [-2, -1, 1, 2])
def test_where_there_is_no_token_there_is_no_phrase(i: int) -> None:
    tokens = tokenize("metre")
    assert TABLE.starting_at(tokens, i) is None
    assert TABLE.ending_at(tokens, i) is None


def test_a_phrase_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="has no word"):
        PhraseTable({" ": 1})


@given(st.dictionaries(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), st.integers()), st.lists(WORDS))
def test_both_ways_agree_with_a_search_of_the_whole_table(phrases: dict[str, int], words: list[str]) -> None:
    table, tokens = PhraseTable(phrases), tokenize(" ".join(words))
    for i in range(len(words)):
        starting = [p for p in phrases if words[i : i + len(p.split())] == p.split()]
        longest = max(starting, key=lambda p: len(p.split()), default=None)
        expected = None if longest is None else (phrases[longest], i + len(longest.split()))
        assert table.starting_at(tokens, i) == expected
        ending = [p for p in phrases if words[: i + 1][-len(p.split()) :] == p.split()]
        longest = max(ending, key=lambda p: len(p.split()), default=None)
        expected = None if longest is None else (phrases[longest], i + 1 - len(longest.split()))
        assert table.ending_at(tokens, i) == expected
