"""Spellings of one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vocabulary.make.spelling import expanded, letters, plain, with_marks


@pytest.mark.parametrize(
    ("name", "keyboard"),
    [
        ("Łódź", "Lodz"),
        ("Düsseldorf", "Dusseldorf"),
        ("Xi\u2019an", "Xi'an"),
        ("Nord-Trøndelag", "Nord-Trondelag"),
        ("Fushun", "Fushun"),
    ],
)
def test_a_plain_name_can_be_typed(name: str, keyboard: str) -> None:
    assert plain(name) == keyboard


def test_umlauts_are_written_out() -> None:
    assert expanded("Mülheim") == "Muelheim"
    assert expanded("Gießen") == "Giessen"


@given(st.text())
def test_a_plain_name_stays_as_it_is(name: str) -> None:
    assert plain(plain(name)) == plain(name)


@given(st.text())
def test_spellings_of_a_name_share_its_letters(name: str) -> None:
    assert {letters(form) for form in with_marks([name])} == {letters(name)}


def test_apostrophes_come_in_both_forms() -> None:
    assert with_marks(["Tai'an", "Jixi"]) == ["Tai'an", "Tai\u2019an", "Jixi"]
