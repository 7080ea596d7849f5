"""Counted nouns: how far they reach, and whether they are persons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.nouns import counted_noun, is_plural
from pipeline.extraction.tokens import tokenize


def phrase(text: str) -> str | None:
    """The words of the noun phrase at the head of `text`."""
    tokens = tokenize(text)
    noun = counted_noun(tokens, 0)
    return None if noun is None else text[tokens[noun.first].start : tokens[noun.last - 1].end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mines", "mines"),
        ("coal mines closed", "coal mines"),
        ("state-owned steel firms in the city", "state-owned steel firms"),
        ("of the mines", "mines"),
        ("of all its mines", "mines"),
        ("fewer mines", "mines"),
        ("more small shops", "small shops"),
        ("people were laid off", "people"),
        ("registered jobless women", "registered jobless women"),
        ("farmers' homes", "farmers' homes"),
        ("the mines", None),
        ("more than before", None),
        ("in three mines", None),
        ("coal", None),
        ("years of mines", None),
        ("mines two shafts", "mines"),
        ("closed mines reopened", "closed mines"),
        ("worn-out pits-turned-museums shut", "worn-out pits-turned-museums"),
        ("coal coal coal coal coal coal coal mines", None),
        ("coal coal coal coal coal coal mines", "coal coal coal coal coal coal mines"),
        ("", None),
    ],
)
def test_how_far_the_phrase_reaches(text: str, expected: str | None) -> None:
    assert phrase(text) == expected


@pytest.mark.parametrize(
    ("text", "person"), [("miners", True), ("laid-off workers", True), ("coal mines", False), ("buses", False)]
)
def test_whether_it_counts_persons(text: str, person: bool) -> None:
    noun = counted_noun(tokenize(text), 0)
    assert noun is not None
    assert noun.person is person


@pytest.mark.parametrize("word", ["mines", "buses", "sheep", "children", "cities", "people", "glasses"])
def test_plurals(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize("word", ["mine", "glass", "bus", "news", "yes", "basis", "as", "", "percent", "always"])
def test_no_plurals(word: str) -> None:
    assert not is_plural(word)


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["of", "the", "more", "coal", "-", "mines", "two", "7"])).map(" ".join)
)
def test_a_phrase_ends_in_its_plural(text: str) -> None:
    tokens = tokenize(text)
    for i in range(len(tokens) + 1):
        noun = counted_noun(tokens, i)
        if noun is not None:
            assert i <= noun.first < noun.last <= len(tokens)
            assert tokens[noun.last - 1].lower == noun.head
            assert is_plural(noun.head)
