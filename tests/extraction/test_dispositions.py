"""Dispositions: numbers that are no figures, each rule alone, and next to what looks like it."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.dispositions import Verdict, judge
from pipeline.extraction.model import Disposition
from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.tokens import tokenize


def verdicts(text: str) -> list[Verdict | None]:
    tokens = tokenize(text)
    return [judge(tokens, numeral) for numeral in find_numerals(tokens)]


def dispositions(text: str) -> list[str | None]:
    return [None if verdict is None else verdict.disposition for verdict in verdicts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doors open at 4pm.", ["time"]),
        ("Doors open at 7 a.m. daily", ["time"]),
        ("Doors open at 7 A.M. daily", ["time"]),
        ("The 16:40 bus", ["time", "time"]),
        ("at 16:40:05", ["time", "time", "time"]),
        ("until 8.15.", ["time"]),
        ("It fell 8.15.", [None]),
        ("It fell from 9 to 5.", [None, None]),
        ("It narrowed from 2.47 to 2.44.", [None, None]),
        ("It stood at 2.47.", [None]),
        ("It is down from 3.16.", [None]),
        ("slipped from 0.46 to", [None]),
        ("by six in the morning", ["time"]),
        ("at nine o'clock", ["time"]),
        ("by half past six", ["time", None]),
        ("by half past them", [None]),
        ("between 9 and 12 o'clock", ["time", "time"]),
        ("six in the city", [None]),
        ("a ratio of 1:250", [None, None]),
    ],
)
def test_times_of_day(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wen Liqiu, 27, sells fish.", ["age"]),
        ("a widow, 71, sells fish.", ["age"]),
        ("In Harlow, 3, or so", [None]),
        ("in May, 27, or so", [None]),
        ("MPs, 27, voted", ["age"]),
        ("those aged 60 moved", ["age"]),
        ("at the age of 60", ["age"]),
        ("a 27-year-old cook", ["age"]),
        ("she, 27 years old, cooks", ["age"]),
        ("Ann Roe, who went to sea at 15.", ["age"]),
        ("The share, which closed at 15.", [None]),
        ("Mayor Tan Jun, 52, cooks", ["age"]),
        ("27 years of age", ["age"]),
        ("27 years of work", ["window"]),
        ("She is 19.", ["age"]),
        ("It is 19.", [None]),
        ("children under 15 are", ["age"]),
        ("20 per cent were over 65.", [None, "age"]),
        ("A fifth are under 15.", [None, "age"]),
        ("One in four is over 65.", [None, None, "age"]),
        ("shares over 65.", [None]),
        ("people 60 or over.", ["age"]),
        ("aged 1,500", [None]),
    ],
)
def test_ages(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. General", ["list_marker"]),
        ("goods: 1) coal; 2) glass", ["list_marker", "list_marker"]),
        ("goods (of 1) are", [None]),
        ("61 called (week: 58)", [None, None]),
        ("2) Wages", ["list_marker"]),
        ("(3) Wages", ["list_marker"]),
        ("12.", ["list_marker"]),
        ("12", [None]),
        ("See section 7 of it", ["identifier"]),
        ("Suite 1204", ["identifier"]),
        ("table 2.5", ["identifier"]),
        ("Call 0999 555 0173 now", ["identifier"] * 3),
        ("call 555-0173 now", ["identifier"] * 2),
        ("555 0173 of them", [None, "identifier"]),
        ("stop by 3207 Rose Hill Way for tickets", ["identifier"]),
        ("the 1904-05 war", [None, "date"]),
        ("sell the 2021 bonds", ["date"]),
        ("the RB2001 contract", ["name"]),
        ("the 1904-99 war", [None, None]),
        ("the 1904/05 war", [None, "date"]),
        ("100 200 of them", [None, None]),
        ("postcode 0123", ["identifier"]),
        ("a firm (700123) said", ["identifier"]),
        ("a town (7001) said", [None]),
        ("at 14 Heping Road", ["identifier"]),
        ("at 14 Heping Mines", [None]),
        ("at 3 Uferstrasse", ["identifier"]),
        ("a flat in 22 Kiln Street", ["identifier"]),
        ("9 E 71st St", ["identifier", "ordinal"]),
        ("16-18 Dock Avenue", ["identifier", "identifier"]),
        ("22 Rue de", ["identifier"]),
        ("see Vol. 3 there", ["identifier"]),
        ("open 24/7 now", ["idiom", "idiom"]),
        ("12 per 100,000 people", [None, "specification"]),
        ("the 90049 ZIP code", ["identifier"]),
        (f"code {'7' * 30} is", ["identifier"]),
    ],
)
def test_codes(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Longhu No. 2 pit", ["name"]),
        ("number 9 pit", ["name"]),
        ("number 9 million", [None]),
        ("Growers number 145.", [None]),
        ("Staff now number 85.", [None]),
        ("U.S. 31 carries buses", ["name"]),
        ("the U.S. 31 times", [None]),
        ("Interstate 80 carries buses", ["name"]),
        ("at kilometre 42", ["identifier"]),
        ("G20 leaders", ["name"]),
        ("USD20 a bag", [None]),
        ("RMB20 a bag", [None]),
        ("R20 films", ["name"]),
        ("Boeing-737 jets", ["name"]),
        ("Output-5 tonnes", [None]),
        ("a 5G mast", ["name"]),
        ("a 5MW mast", [None]),
        ("Line 4 opened", ["name"]),
        ("line 4 opened", [None]),
        ("the five-year plan", ["name"]),
        ("at 2-chome", ["name"]),
        ("Growth: Anvil 0.8 per cent", [None]),
        ("fans of the Great 14 cheered", ["name"]),
        ("the new Zephyr 12 Mini phone", ["name"]),
        ("in Weifang 40 mines closed", [None]),
        ("in Weifang 40 were closed", [None]),
        ("a category 4 storm", ["name"]),
        ("the s&p 500 fell", ["name"]),
        ("the FTSE 100 is", ["name"]),
        ("two new 737 jets", [None, "name"]),
        ("two 52,000 barrel tanks", [None, None]),
        ("COVID -19 tests", ["name"]),
        ("the last-32 tie", ["name"]),
        ("a sub-7 nanometre chip", [None]),
        ("the bottom three", ["ordinal"]),
        ("the top three seeds", [None]),
        ("a 5W lamp", [None]),
        ("sold 4.3M of them", [None]),
    ],
)
def test_names(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the first of the month", ["ordinal"]),
        ("its 11th pit", ["ordinal"]),
        ("the twenty-first century", ["ordinal"]),
        ("They lost 4-0.", ["other", "other"]),
        ("a 34\u201327 win", ["other", "other"]),
        ("a 34-27 share", [None, None]),
        ("lost 4000-3000", [None, None]),
        ("lost 400-300", [None, None]),
        ("a three-bedroom flat", ["specification"]),
        ("a two-tonne load", [None]),
        ("a three-month low", ["window"]),
    ],
)
def test_ordinals_scores_and_makes(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one of the pits", ["idiom"]),
        ("one day it shut", ["idiom"]),
        ("four of the nine, the one in Harlow among them", [None, None, "idiom"]),
        ("one yi is much", ["other"]),
        ("We had two lives already.", ["idiom"]),
        ("for three good reasons", ["idiom"]),
        ("300 reasons", [None]),
        ("a half-finished bridge", ["idiom"]),
        ("a half-hour", ["window"]),
        ("the largest of the six dairies", [None]),
        ("of the three provinces", ["idiom"]),
        ("of the six pits", [None]),
        ("It has lost three of the eight mills", [None, None]),
        ("milks them three times a day", ["other"]),
        ("grew three times", [None]),
        ("They voted three times.", ["other"]),
        ("the Big Five met", ["name"]),
        ("at Two Harbors", ["name"]),
        ("Chapter Two begins", ["name"]),
        ("Sales of Two mills", [None]),
        ("one in ten words", [None, None]),
        ("one fewer than before", [None]),
        ("one to two million tonnes", [None, None]),
        ("between one and 1.5 per cent", [None, None]),
        ("one or two people", ["idiom", None]),
        ("They promised 90 cents on the dollar.", ["idiom"]),
        ("It trades at 90 cents on the dollar.", [None]),
        ("First come, first served.", ["idiom", "idiom"]),
        ("a second-hand shop", ["idiom"]),
        ("one in five left", [None, None]),
        ("one resident in three left", [None, None]),
        ("one tonne a day", [None]),
        ("one year on", ["window"]),
        ("just one left", [None]),
        ("fell to one.", [None]),
        ("town number one", ["idiom"]),
        ("the two fell", ["idiom"]),
        ("these three provinces", ["idiom"]),
        ("three provinces", [None]),
        ("the five per cent", [None]),
        ("the two hectares", ["idiom"]),
        ("the two tonne limit", [None]),
        ("the two million", [None]),
        ("the 2 fell", [None]),
        ("double-digit growth", ["idiom"]),
        ("double down on it", ["idiom"]),
        ("doubled in size", [None]),
        ("twice a week", ["idiom"]),
        ("twice the size", [None]),
    ],
)
def test_idioms(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("after three years", ["window"]),
        ("a five-year boom", ["window"]),
        ("for 3 straight months", ["window"]),
        ("half a year", [None]),
        ("within 48 hours", ["window"]),
        ("pays 48 hours", ["window"]),
        ("runs 8 hours a day", [None]),
        ("It took them 57 hours to bring it out.", ["window"]),
        ("Forty minutes each way.", ["window"]),
        ("the nine-month tally", ["window"]),
        ("It would take 41 months to sell them.", [None]),
        ("It takes the city 30 days to decide.", [None]),
        ("It took power for 30 years.", ["window"]),
        ("It will last 11 years.", [None]),
        ("the last 11 years", ["window"]),
        ("enough for 11 months", [None]),
        ("quiet for 11 months", ["window"]),
        ("an hour and a half", ["window"]),
        ("a mile and a half", [None]),
        ("22 months of sales", [None]),
        ("a 1.8-month supply", [None]),
        ("22 months of strife", ["window"]),
        ("Life expectancy is about 81.2 years.", [None]),
        ("It brings Harlow within 55 minutes.", [None]),
        ("It lies within 55 minutes of Harlow.", [None]),
        ("They came within 55 minutes.", ["window"]),
        ("It took office 30 years ago.", ["window"]),
        ("The wait fell from 91 days to 64 days.", [None, None]),
        ("The crossing takes 40 minutes, against 70 minutes by bus.", [None, None]),
        ("The strike went on from 9 days to 14 days.", ["window", "window"]),
    ],
)
def test_lengths_of_time(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


def test_what_the_reason_covers() -> None:
    (verdict,) = verdicts("a 27-year-old cook")
    assert verdict == Verdict("age", "age", 1, 6, quantity=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 1015 GMT", ["time"]),
        ("by 0630 local time", ["time"]),
        ("starts at 0600 hours", ["time"]),
        ("by 9 ET", ["time"]),
        ("It opens at 9 and closes at 17.", ["time", "time"]),
        ("The shop starts work at 1740.", ["time"]),
        ("It opened at 9 dollars", [None]),
        ("The share closed at 15.", [None]),
        ("for 40 hours it rained", ["window"]),
        ("a cat with 9 cat toys", [None]),
        ("1015 local firms", [None]),
    ],
)
def test_a_time_of_day_is_known_by_its_zone(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("passed by 17 votes to nine", ["other", "other"]),
        ("The board voted 7 to 2.", ["other", "other"]),
        ("backed it by eleven to six", ["other", "other"]),
        ("fell by four votes", ["other"]),
        ("with five abstentions", ["other"]),
        ("carried by a majority of 13.", ["other"]),
        ("It won 4,200 votes.", [None]),
        ("rose by eleven to sixteen", [None, None]),
        ("a majority of 13 boroughs", [None]),
        ("prices of 7 to 9 euros", [None, None]),
    ],
)
def test_votes_measure_nothing(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Notes: (1) prices are real", ["list_marker"]),
        ("reached the 6,800-foot level", ["name"]),
        ("a 10-point plan", ["name"]),
        ("a 10-point lead", [None]),
        ("on the 420-metre level of the mine", ["name"]),
        ("the 900 m horizon", ["name"]),
        ("a 90-metre drop", [None]),
        ("the 12 metre level of the river", [None]),
        ("three-month copper", ["name"]),
        ("a 10-year bond", ["name"]),
        ("a 10-year slump", ["window"]),
    ],
)
def test_what_is_named_by_a_measure(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sent home on half pay", ["idiom"]),
        ("on half-pay", ["idiom"]),
        ("at half the pay", [None]),
        ("half of the town", [None]),
        ("still in double figures", ["idiom"]),
        ("double the figures", [None]),
    ],
)
def test_a_half_and_a_double_of_nothing(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a bonus for nurses over 45 was paid", ["age"]),
        ("drivers under 25 pay more", ["age"]),
        ("a plan for staff over 55 covers about 300", ["age", None]),
        ("men between 18 and 60 went", ["age", "age"]),
        ("miners over 40 counties", [None]),
        ("nurses over 45% of whom left", [None]),
    ],
)
def test_whoever_is_told_of_can_be_an_age_group(text: str, expected: list[str | None]) -> None:
    assert dispositions(text) == expected


@pytest.mark.parametrize(
    "text", ["7.3 million tonnes", "fell 9 per cent", "4,200 workers", "$80", "a third of it", "thousands of homes"]
)
def test_figures_are_left_alone(text: str) -> None:
    assert dispositions(text) == [None]


NUMBERS = ["7", "12", "0999", "16", "one", "two", "first", "half"]
NEIGHBOURS = [":", "-", "(", ")", ".", ",", "at", "year", "old", "No", "G", "the", "of"]
PIECES = st.sampled_from([*NUMBERS, *NEIGHBOURS])


@given(st.text(max_size=60) | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join))
def test_every_verdict_is_known_has_a_reason_and_covers_its_numeral(text: str) -> None:
    tokens = tokenize(text)
    for numeral in find_numerals(tokens):
        verdict = judge(tokens, numeral)
        if verdict is not None:
            assert verdict.disposition in get_args(Disposition)
            assert verdict.disposition != "figure"
            assert verdict.reason
            assert verdict.first == numeral.first
            assert numeral.last <= verdict.last <= len(tokens)


@pytest.mark.parametrize("unit", ["100 ", "0100-", "5-", "A5 ", "12:", "at 5 A "])
def test_a_page_of_codes_is_read_to_its_end(unit: str) -> None:
    # In more than linear time this would not come to an end.
    assert len(verdicts(unit * 20_000)) == 20_000
