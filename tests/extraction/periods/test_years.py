"""Years: which four-digit numbers are one, decades, ranges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PeriodsIn = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell in 2014.", "2014 = in 2014-01-01/2014-12-31"),
        ("In 1985 kilns were rare.", "1985 = in 1985-01-01/1985-12-31"),
        ("In 2014, 30 kilns closed.", "2014 = in 2014-01-01/2014-12-31"),
        ("Prices are below 2010 levels.", "2010 = in 2010-01-01/2010-12-31"),
        ("The mill's 2014 sales fell.", "2014 = in 2014-01-01/2014-12-31"),
        ("Strong 2014 exports helped.", "2014 = in 2014-01-01/2014-12-31"),
        ("It opened in 2014 Shanghai dollars.", "2014 = in 2014-01-01/2014-12-31"),
        ("In the 1990s sales fell.", "1990s = in 1990-01-01/1999-12-31"),
        ("It opened in the late 1990s.", "late 1990s = in 1996-01-01/1999-12-31"),
        ("It opened in the early 1990s.", "early 1990s = in 1990-01-01/1993-12-31"),
        ("It opened in mid-2014.", "mid-2014 = in 2014-01-01/2014-12-31"),
        ("The 2014-15 season was poor.", "2014-15 = span 2014-01-01/2015-12-31"),
        ("The 1904\u201305 season was poor.", "1904\u201305 = span 1904-01-01/1905-12-31"),
        ("2010 through 2018 were good.", "2010 through 2018 = span 2010-01-01/2018-12-31"),
        ("Over 2010-2018 it grew.", "2010-2018 = span 2010-01-01/2018-12-31"),
    ],
)
def test_years_decades_and_ranges(periods_in: PeriodsIn, text: str, expected: str) -> None:
    assert periods_in(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It paid \u00a51995 for it.",
        "It paid 1,995 yuan for it.",
        "Only 1985 tonnes were left.",
        "Sales fell to 1985 tonnes.",
        "Sales fell by 1985 sq m.",
        "Sales fell from 1985 to 1875 tonnes.",
        "Between 1985 and 1990 tonnes were left.",
        "It has more than 1900 people.",
        "It has more than 1900 looms.",
        "It had 1985 kilns.",
        "It had 2,014 sales.",
        "It had 1650 sales.",
        "Some 2000, most of them old, were closed.",
        "Over 2000 were closed.",
        "Flight 1985 was late.",
        "It grew by 2014%.",
        "It sold 1985km of cable.",
        "It sold 2014 million tonnes.",
        "It takes 2000 per shift.",
        "In 1499 there was no mine.",
        "In 2151 there will be none.",
        "It weighs 1985.5 in all.",
    ],
)
def test_a_number_that_counts_measures_or_labels_is_no_year(periods_in: PeriodsIn, text: str) -> None:
    assert periods_in(text) == []


def test_a_year_range_runs_forwards(periods_in: PeriodsIn) -> None:
    assert periods_in("2018-2010") == ["2018 = in 2018-01-01/2018-12-31", "2010 = in 2010-01-01/2010-12-31"]
    assert periods_in("2018-17") == ["2018 = in 2018-01-01/2018-12-31"]
