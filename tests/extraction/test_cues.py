"""Cues: words of change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.cues import find_cues
from pipeline.extraction.tokens import tokenize

WORDS = [
    "fell",
    "fall",
    "a",
    "the",
    "of",
    "up",
    "down",
    "by",
    "cut",
    "rise",
    "growth",
    "7",
    "more",
    "went",
    "grew",
    "in",
]


def cues(text: str) -> list[tuple[str, str, str | None]]:
    return [(cue.word, cue.kind, cue.direction) for cue in find_cues(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "word", "kind", "direction"),
    [
        ("Rents fell", "fell", "verb", "down"),
        ("Rents have risen", "risen", "verb", "up"),
        ("an increase of 7", "increase", "noun", "up"),
        ("rents, down 7 per cent", "down", "particle", "down"),
        ("a fall in rents", "fall", "noun", "down"),
        ("rents will fall", "fall", "verb", "down"),
        ("the mayor's cut", "cut", "noun", "down"),
        ("they cut rents", "cut", "verb", "down"),
        ("cuts of 7", "cuts", "noun", "down"),
    ],
)
def test_a_word_of_change_has_a_kind_and_a_direction(text: str, word: str, kind: str, direction: str) -> None:
    assert (word, kind, direction) in cues(text)


def test_a_word_of_change_may_leave_the_direction_open() -> None:
    assert ("changed", "verb", None) in cues("Rents changed by 7 per cent")


def test_words_that_move_nothing_are_none() -> None:
    assert cues("The kilns of the town are old.") == []


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60))
def test_cues_are_words_in_order_without_overlap(text: str) -> None:
    tokens = tokenize(text)
    found = find_cues(tokens)
    ends = [end for cue in found for end in (cue.first, cue.last)]
    assert ends == sorted(ends)
    assert all(tokens[cue.first].lower == cue.word and tokens[cue.first].kind == "w" for cue in found)
