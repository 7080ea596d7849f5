"""Sites: the words around an amount, and what stands where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.sites import REACH, Site, covering, first_in, starting_in

SiteOf = Callable[..., Site]


@dataclass(frozen=True)
class Piece:
    first: int
    last: int


@st.composite
def pieces(draw: st.DrawFn) -> list[Piece]:
    ends = sorted(draw(st.sets(st.integers(0, 60), max_size=20)))
    return [Piece(first, last) for first, last in zip(ends[::2], ends[1::2], strict=False)]


@given(pieces(), st.integers(-5, 65), st.integers(-5, 65))
def test_what_starts_in_a_stretch_is_found_in_order(placed: list[Piece], first: int, stop: int) -> None:
    found = list(starting_in(placed, first, stop))
    assert found == [one for one in placed if first <= one.first < stop]
    assert first_in(placed, first, stop) == (found[0] if found else None)


@given(pieces(), st.integers(-5, 65))
def test_what_covers_a_token_is_found(placed: list[Piece], i: int) -> None:
    assert covering(placed, i) == next((one for one in placed if one.first <= i < one.last), None)


def test_the_words_around_an_amount(site_of: SiteOf) -> None:
    site = site_of("Wages rose slowly, but rents fell by about 7 per cent in the old town.")
    assert site.before(2) == ["fell", "by"]
    assert site.after(3) == ["in", "the", "old"]
    assert site.clause_before() == ["but", "rents", "fell", "by"]
    assert site.clause_words()[-2:] == ["town", "."]
    assert site.word(0) == "wages"


def test_nothing_stands_outside_a_sentence(site_of: SiteOf) -> None:
    site = site_of("7 mines")
    assert site.before(5) == []
    assert site.word(-1) == ""
    assert site.word(99) == ""
    assert site.words(-3, 1) == ["7"]


def test_a_clause_without_end_is_seen_within_reach_alone(site_of: SiteOf) -> None:
    site = site_of("ore " * 1000 + "7 mines of " + "ore " * 1000)
    assert len(site.clause_before()) == REACH
    assert len(site.clause_words()) <= 2 * REACH + 10
