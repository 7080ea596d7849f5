"""Accounts: the verdicts on numerals that are no figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.accounts import rejected, unaccounted
from pipeline.extraction.dispositions import Verdict
from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.scene import Scene
from pipeline.extraction.tokens import tokenize

SceneOf = Callable[[str], Scene]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was shut in 2011.", [("2011", "date")]),
        ("It was shut between 2011 and 2014.", [("2011", "date"), ("2014", "date")]),
        ("It was shut twelve years ago.", [("twelve", "window")]),
        ("It shrank in the 12 years to 2014.", [("12", "window"), ("2014", "date")]),
        ("He is aged 45.", [("45", "age")]),
        ("It has 7 mines.", []),
    ],
)
def test_verdicts_by_period_and_by_the_words_around(
    scene_of: SceneOf, text: str, expected: list[tuple[str, str]]
) -> None:
    scene = scene_of(text)
    assert [(text[numeral.start : numeral.end], verdict.disposition) for numeral, verdict in scene.disposed] == expected


def test_a_range_that_is_rejected_leaves_two_verdicts(scene_of: SceneOf) -> None:
    scene = scene_of("It has between 7 and 9 mines.")
    found = rejected(scene.amounts[0], ("other", "so it is"))
    assert [numeral.digits for numeral, _ in found] == ["7", "9"]
    assert {verdict.reason for _, verdict in found} == {"so it is"}


def test_what_nobody_accounts_for_is_accounted_for(scene_of: SceneOf) -> None:
    tokens = tokenize("7 mines 8 mills 9 kilns")
    numerals = find_numerals(tokens)
    figures = scene_of("7 mines").amounts
    of_mills = Verdict("name", "name of it all", 2, 5)
    found = unaccounted(numerals, figures, [(numerals[1], of_mills)])
    assert found == [(numerals[2], of_mills)]
    [(numeral, verdict)] = unaccounted(numerals[2:], figures, [])
    assert (numeral, verdict.disposition, verdict.first, verdict.last) == (numerals[2], "other", 4, 5)
