"""Readings: what accounts for figures that lie apart, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Make = Callable[..., Any]

TONS = {"short_ton": 0.9, "long_ton": 1.01}
LONG_SENTENCE = "In that year the two old pits together raised {} tonnes of coal."


def tons(value: float, half_width: float) -> dict[str, Any]:
    """What a figure in ambiguous tons says, with round factors."""
    bounds = {"value": value, "low": value - half_width, "high": value + half_width}
    return {
        "low": bounds["low"],
        "high": bounds["high"],
        "unit_readings": [
            {"unit": unit} | {name: bound * factor for name, bound in bounds.items()} for unit, factor in TONS.items()
        ],
    }


def printed(day: date, **said: Any) -> dict[str, Any]:
    """An article of one day."""
    return {"published": day.isoformat(), "published_start": day, "published_end": day} | said


@pytest.fixture(name="only_conflict")
def _only_conflict(derive_rows: Make) -> Make:
    """The one conflict among the figures; at least two levels are part of it."""

    def derive(*figures: dict[str, Any], articles: dict[str, Any] | None = None) -> Any:
        rows = derive_rows(*figures, articles=articles)
        [conflict] = rows.conflicts
        assert len({level["level_id"] for level in rows.levels if level["conflict_id"]}) >= 2
        return conflict

    return derive


# ---------------------------------------------------------------- rounding


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        ((5.2, 5.15, 5.25), (5.28, 5.275, 5.285)),  # cut off
        ((6, 5.5, 6.5), (5.482, 5.4815, 5.4825)),  # by way of 5.5
    ],
)
def test_a_number_with_fewer_digits_is_the_same_number(
    only_conflict: Make, figure: Make, year: Make, coarse: Any, fine: Any
) -> None:
    conflict = only_conflict(
        figure("a/1", coarse[0], low=coarse[1], high=coarse[2], period=year(2015)),
        figure("b/1", fine[0], low=fine[1], high=fine[2], period=year(2015)),
    )
    assert (conflict["kind"], conflict["cause"], conflict["preferred"]) == ("disjoint", "rounding", "b/1")
    assert "has the most digits" in conflict["explanation"]


@pytest.mark.parametrize(
    ("coarse", "fine", "said"),
    [
        ((5.2, 5.15, 5.25), (5.34, 5.335, 5.345), {}),  # more than is cut off
        ((5.3, 5.25, 5.35), (5.21, 5.205, 5.215), {}),  # nobody rounds up so far
        ((5.2, 5.15, 5.25), (5.28, 5.275, 5.285), {"comparator": "about"}),  # a hedge has room for that already
        ((44, 44, 44), (45, 45, 45), {"unit": "1"}),  # counts are exact
    ],
)
def test_what_rounding_does_not_account_for(
    only_conflict: Make, figure: Make, year: Make, coarse: Any, fine: Any, said: Any
) -> None:
    conflict = only_conflict(
        figure("a/1", coarse[0], low=coarse[1], high=coarse[2], period=year(2015), **said),
        figure("b/1", fine[0], low=fine[1], high=fine[2], period=year(2015), **said),
    )
    assert conflict["cause"] is None


# ---------------------------------------------------------------- units


def test_two_ambiguous_units_can_differ(only_conflict: Make, figure: Make, year: Make) -> None:
    conflict = only_conflict(
        figure("a/1", 90, period=year(2015), **tons(90, 0.5)),
        figure("b/1", 100, period=year(2015), **tons(100, 0.2)),
    )
    # Which of them is in short tons is plain, but no unit is firm.
    assert (conflict["kind"], conflict["cause"], conflict["preferred"]) == ("unit_reading", "unit", None)
    assert "read in short tons, 99.8 to 100.2 tonnes is 89.82 to 90.18 tonnes" in conflict["explanation"]


def test_what_follows_from_tons_can_be_read_otherwise_too(
    only_conflict: Make, figure: Make, change: Make, year: Make
) -> None:
    conflict = only_conflict(
        figure("a/1", 200, period=year(2016), **tons(200, 0.5)),
        change("a/2", 100, "up", low=99.5, high=100.5, period=year(2016), base=year(2015)),
        figure("b/1", 90, low=89.9, high=90.1, period=year(2015)),
    )
    assert (conflict["cause"], conflict["preferred"]) == ("unit", "b/1")


def test_per_cents_have_no_other_unit(derive_rows: Make, change: Make, year: Make) -> None:
    rows = derive_rows(
        change("a/1", 20, "down", low=19.5, high=20.5, period=year(2016), base=year(2015)),
        change("b/1", 18, "down", low=17.9, high=18.1, period=year(2016), base=year(2015)),
    )
    assert [conflict["cause"] for conflict in rows.conflicts] == [None]
    assert "down by 17.9 to 18.1 per cent" in rows.conflicts[0]["explanation"]


# ---------------------------------------------------------------- syndication


def test_the_same_sentence_with_another_number_is_one_report(only_conflict: Make, figure: Make, year: Make) -> None:
    conflict = only_conflict(
        figure("a/1", 70, quote="70 tonnes", sentence=LONG_SENTENCE.format(70), period=year(2015)),
        figure("b/1", 79, quote="79 tonnes", sentence=LONG_SENTENCE.format(79), period=year(2015)),
        articles={"a": printed(date(2016, 5, 3)), "b": printed(date(2016, 5, 4))},
    )
    assert (conflict["kind"], conflict["cause"], conflict["preferred"]) == ("syndicated", "syndication", "a/1")


def test_a_number_that_is_quite_another_was_not_miscopied(only_conflict: Make, figure: Make, year: Make) -> None:
    conflict = only_conflict(
        figure("a/1", 70, quote="70 tonnes", sentence=LONG_SENTENCE.format(70), period=year(2015)),
        figure("b/1", 45, quote="45 tonnes", sentence=LONG_SENTENCE.format(45), period=year(2015)),
    )
    assert conflict["cause"] is None


def test_few_words_are_the_same_by_chance(only_conflict: Make, figure: Make, year: Make) -> None:
    conflict = only_conflict(
        figure("a/1", 70, quote="70 tonnes", sentence="Output: 70 tonnes.", period=year(2015)),
        figure("b/1", 79, quote="79 tonnes", sentence="Output: 79 tonnes.", period=year(2015)),
    )
    assert conflict["cause"] is None


# ---------------------------------------------------------------- scope


def test_two_levels_in_one_sentence_are_of_different_parts(only_conflict: Make, figure: Make, year: Make) -> None:
    sentence = "A further 70 tonnes came from the north and 20 tonnes from the south."
    conflict = only_conflict(
        figure("a/1", 70, sentence=sentence, period=year(2015)),
        figure("a/2", 20, sentence=sentence, period=year(2015)),
    )
    assert (conflict["kind"], conflict["cause"], conflict["preferred"]) == ("scope", "scope", None)


def test_two_voices_in_one_sentence_contradict_each_other(only_conflict: Make, figure: Make, year: Make) -> None:
    sentence = "The pit raised 70 tonnes according to its manager but 20 tonnes according to the miners."
    conflict = only_conflict(
        figure("a/1", 70, sentence=sentence, attributed_to="its manager", period=year(2015)),
        figure("a/2", 20, sentence=sentence, attributed_to="the miners", period=year(2015)),
    )
    assert conflict["cause"] is None


def test_a_value_of_the_province_is_not_the_citys(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 70, period=year(2015)),
        figure("b/1", 900, low=899, high=901, period=year(2015)),
        figure("c/1", 900, low=895, high=905, period=year(2015), place_id="X", place="Exland", place_kind="province"),
    )
    [conflict] = rows.conflicts
    assert (conflict["kind"], conflict["cause"], conflict["preferred"]) == ("scope", "scope", "a/1")
    assert "899 to 901 tonnes is what is said of Exland" in conflict["explanation"]


def test_words_of_extent_tell_two_values_apart(only_conflict: Make, figure: Make, year: Make) -> None:
    conflict = only_conflict(
        figure("a/1", 70, sentence="Without overseas fields it is 70.", period=year(2015)),
        figure("b/1", 90, sentence="It is 90.", period=year(2015)),
    )
    assert (conflict["kind"], conflict["cause"]) == ("scope", "scope")
    assert "70 tonnes is of “overseas”, “without overseas”; 90 tonnes is not" in conflict["explanation"]


def test_a_part_is_not_above_the_whole(only_conflict: Make, figure: Make, year: Make) -> None:
    conflict = only_conflict(
        figure("a/1", 90, sentence="In the urban area it is 90.", period=year(2015)),
        figure("b/1", 70, sentence="It is 70.", period=year(2015)),
    )
    assert conflict["cause"] is None


def test_the_same_extent_does_not_tell_apart(only_conflict: Make, figure: Make, year: Make) -> None:
    conflict = only_conflict(
        figure("a/1", 70, sentence="In the urban area it is 70.", period=year(2015)),
        figure("b/1", 90, sentence="It is 90 in the urban area.", period=year(2015)),
    )
    assert conflict["cause"] is None


# ---------------------------------------------------------------- revision


@pytest.mark.parametrize(
    ("older", "newer", "first", "second", "reason"),
    [
        ({}, {}, {"publisher": "The Post"}, {"publisher": "The Post"}, "both are of one publisher"),
        ({"attributed_to": "the bureau"}, {"attributed_to": "the bureau"}, {}, {}, "both name the same source"),
        ({}, {"sentence": "The revised number is 90."}, {}, {}, "its words tell of a revision"),
        ({"modality": "estimate"}, {}, {}, {}, "the older one was an estimate"),
        ({}, {}, printed(date(2015, 11, 2)), {}, "the older one was printed before the period had ended"),
    ],
)
def test_an_older_article_is_superseded(
    only_conflict: Make, figure: Make, year: Make, older: Any, newer: Any, first: Any, second: Any, reason: str
) -> None:
    conflict = only_conflict(
        figure("a/1", 70, period=year(2015), **older),
        figure("b/1", 90, period=year(2015), **newer),
        articles={"a": printed(date(2016, 2, 1)) | first, "b": printed(date(2017, 2, 1)) | second},
    )
    assert (conflict["kind"], conflict["cause"], conflict["preferred"]) == ("disjoint", "revision", "b/1")
    assert reason in conflict["explanation"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (date(2016, 2, 1), date(2017, 2, 1)),  # of two publishers, the newer is not the better
        (date(2016, 2, 1), date(2016, 2, 1)),
    ],
)
def test_to_be_newer_is_not_enough(only_conflict: Make, figure: Make, year: Make, first: date, second: date) -> None:
    same_day = first == second
    conflict = only_conflict(
        figure("a/1", 70, period=year(2015)),
        figure("b/1", 90, period=year(2015)),
        articles={
            "a": printed(first, publisher="The Post"),
            "b": printed(second, publisher="The Post" if same_day else "The Herald"),
        },
    )
    assert conflict["cause"] is None


# ---------------------------------------------------------------- contradictions


def test_a_contradiction_names_its_sides_and_what_was_tried(only_conflict: Make, figure: Make, year: Make) -> None:
    conflict = only_conflict(
        figure("a/1", 7e6, low=6.5e6, high=7.5e6, quote="7 million tonnes", period=year(2015)),
        figure("b/1", 9e6, low=8.5e6, high=9.5e6, quote="9 million tonnes", period=year(2015)),
        articles={"a": printed(date(2016, 2, 1), publisher="The Post")},
    )
    assert (conflict["kind"], conflict["cause"], conflict["preferred"]) == ("disjoint", None, None)
    assert conflict["explanation"] == (
        "Coal output of Ashford in 2015: 6.5 to 7.5 million tonnes (“7 million tonnes”, The Post, 2016-02-01); "
        "8.5 to 9.5 million tonnes (“9 million tonnes”, Publisher of b, 2020). Both cannot be true. Neither rounding "
        "nor another reading of the unit, a report printed twice, another extent or a revision accounts for it."
    )


def test_what_is_stated_is_preferred_to_what_is_implied(
    only_conflict: Make, figure: Make, change: Make, year: Make
) -> None:
    conflict = only_conflict(
        figure("a/1", 330, period=year(2016)),
        change("a/2", 10, "up", low=9.5, high=10.5, period=year(2016), base=year(2015)),
        figure("b/1", 250, period=year(2015)),
    )
    assert (conflict["cause"], conflict["preferred"]) == (None, "b/1")


def test_a_reading_must_account_for_every_side(only_conflict: Make, figure: Make, year: Make) -> None:
    conflict = only_conflict(
        figure("a/1", 5.2, low=5.15, high=5.25, period=year(2015)),
        figure("b/1", 5.28, low=5.275, high=5.285, period=year(2015)),
        figure("c/1", 9, low=8.5, high=9.5, period=year(2015)),
    )
    assert conflict["cause"] is None


def test_a_change_between_disputed_levels_echoes_their_dispute(
    derive_rows: Make, figure: Make, change: Make, year: Make
) -> None:
    rows = derive_rows(
        figure("a/1", 330, period=year(2016)),
        change("a/2", 10, "up", low=9.5, high=10.5, period=year(2016), base=year(2015)),
        figure("b/1", 250, period=year(2015)),
    )
    [conflict] = rows.conflicts
    of_changes = {row["basis"]: row["conflict_id"] for row in rows.changes}
    assert of_changes == {"stated": None, "derived": conflict["conflict_id"]}


def test_a_plan_does_not_dispute_a_fact(derive_rows: Make, figure: Make, year: Make) -> None:
    rows = derive_rows(
        figure("a/1", 70, period=year(2015)),
        figure("b/1", 90, period=year(2015), modality="target"),
    )
    assert rows.conflicts == []
