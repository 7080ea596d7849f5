"""Clauses: where a sentence falls apart, and where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.clauses import Clauses, find_clauses
from pipeline.extraction.tokens import tokenize

VERBS = {"fell", "rose", "shut", "sold", "plunged"}
PIECES = ["output", "fell", "and", ",", ";", "(", ")", "[", "]", "\u2014", "-", ":", "while", "was", "5", "rents"]
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=40)


def clauses_of(text: str) -> Clauses:
    tokens = tokenize(text)
    return find_clauses(tokens, frozenset(i for i, token in enumerate(tokens) if token.lower in VERBS))


def split(text: str) -> list[str]:
    tokens, clauses = tokenize(text), clauses_of(text)
    ends = [*clauses.starts[1:], len(tokens)]
    return [" ".join(t.text for t in tokens[a:b]) for a, b in zip(clauses.starts, ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("rents fell while output rose", ["rents fell", "while output rose"]),
        ("rents fell; output rose", ["rents fell ;", "output rose"]),
        ("one thing is clear: output fell", ["one thing is clear :", "output fell"]),
        ("rents fell \u2014 output rose", ["rents fell \u2014", "output rose"]),
        ("rents fell - output rose", ["rents fell -", "output rose"]),
        ("rents fell, and output rose", ["rents fell , and", "output rose"]),
        ("rents fell and fiscal revenue plunged", ["rents fell", "and fiscal revenue plunged"]),
        ("the pit, which was old, shut", ["the pit ,", "which was old , shut"]),
    ],
)
def test_clauses_end(text: str, parts: list[str]) -> None:
    assert split(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "rents and wages fell",
        "rents fell and rose",
        "rents fell by 3 and 5 per cent",
        "steel, coal, and timber",
        "it shut at 7:30",
        "a two-year low",
        "rents (while they were low; or not) fell",
        "rents [and output rose; again] fell",
    ],
)
def test_clauses_go_on(text: str) -> None:
    assert len(split(text)) == 1


@given(SENTENCES)
def test_every_token_is_in_one_clause_and_clauses_are_in_order(text: str) -> None:
    tokens, clauses = tokenize(text), clauses_of(text)
    assert len(clauses.of) == len(clauses.depth) == len(tokens)
    assert list(clauses.starts) == sorted(set(clauses.starts))
    for i in range(len(tokens)):
        assert clauses.start(i) <= i < clauses.stop(i)
        assert {clauses.of[k] for k in range(clauses.start(i), clauses.stop(i))} == {clauses.of[i]}


@given(SENTENCES)
def test_the_depth_of_brackets_is_never_below_none(text: str) -> None:
    assert all(depth >= 0 for depth in clauses_of(text).depth)


def test_the_depth_of_brackets() -> None:
    assert clauses_of("a (b [c] d) e )f").depth == (0, 1, 1, 2, 2, 1, 1, 0, 0, 0, 0)


def test_without_tokens_there_is_one_empty_clause() -> None:
    clauses = clauses_of("")
    assert (clauses.start(0), clauses.stop(0)) == (0, 0)
