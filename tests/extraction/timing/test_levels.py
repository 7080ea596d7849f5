"""The timing of levels: which period of the sentence, or before it, a level has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.cues import Relation
from pipeline.extraction.spans import Span, half_span, month_span, year_span
from pipeline.extraction.timing import Timing

LevelOf = Callable[..., Timing]
Shown = Callable[[Span | None], str | None]


@pytest.mark.parametrize(
    ("text", "nth", "years"),
    [
        ("The town had 300 kilns in 2014.", 0, (2014, 2014)),
        ("In 2014 the town had 300 kilns.", 0, (2014, 2014)),
        ("The town had 300 kilns in 2014, and in 2016 200 looms.", 0, (2014, 2014)),
        ("The town had 300 kilns in 2014, and in 2016 200 looms.", 1, (2016, 2016)),
        ("In 2014 it had 300 kilns, while in 2016 it had 200 looms.", 0, (2014, 2014)),
        ("In 2014 it had 300 kilns, while in 2016 it had 200 looms.", 1, (2016, 2016)),
        ("In 2014 it had 300 looms and in 2016 400 looms.", 0, (2014, 2014)),
        ("In 2014 it had 300 looms and in 2016 400 looms.", 1, (2016, 2016)),
        ("It had 300 looms and in 2016 400 looms.", 0, (2018, 2018)),
        ("It sold 300 looms (200 of them red) in 2014.", 0, (2014, 2014)),
        ("Not since 2011 had it sold 300 looms.", 0, (2011, 2011)),
        ("It makes 300 looms a year and has made 9,000 kilns since 2011.", 0, (2018, 2018)),
        ("In 2010 it rained; it had 300 looms.", 0, (2010, 2010)),
        ("It had 300 looms when it rained in 2010.", 0, (2010, 2010)),
        ("Now it has 300 looms.", 0, (2021, 2021)),
        ("In the half it sold 300 looms.", 0, (2018, 2018)),
        ("Ten years earlier it had 300 looms.", 0, (2008, 2008)),
        ("Two years later it had 300 looms.", 0, (2020, 2020)),
        ("The town had 300 kilns.", 0, (2018, 2018)),
        ("It had 300 looms for two years.", 0, (2018, 2018)),
        ("It had 300 looms; in 2014 it rained.", 0, (2018, 2018)),
        ("The bureau said on Monday that 300 looms went.", 0, (2018, 2018)),
        ("As was reported here in May 2014, 300 looms went.", 0, (2018, 2018)),
        ("It sold 300 looms more than in 2010.", 0, (2018, 2018)),
        ("It sold 300 looms on 2010.", 0, (2018, 2018)),
        ("It sold 300 looms as a year earlier it had promised.", 0, (2018, 2018)),
        ("It sold 300 looms, up from 2010.", 0, (2018, 2018)),
        ("It sold 300 looms, down from 2010.", 0, (2018, 2018)),
        ("It sold 300 looms, against 2010 a record.", 0, (2018, 2018)),
        ("It sold twice that of 2010.", 0, (2018, 2018)),
        ("They were 3 per cent above the sales of 2010.", 0, (2018, 2018)),
    ],
)
def test_the_year_of_a_level(level_of: LevelOf, text: str, nth: int, years: tuple[int, int]) -> None:
    assert level_of(text, nth).period == year_span(*years)


@pytest.mark.parametrize(
    ("text", "nth", "relation", "period"),
    [
        ("In 2014 it had 300 kilns, down from 400 in 2012.", 1, "from", "2012-01-01/2012-12-31"),
        ("In 2014 it had 300 kilns, down from 400 in 2012.", 0, None, "2014-01-01/2014-12-31"),
        ("It had 300 kilns against 400 a year earlier.", 1, None, "2017-01-01/2017-12-31"),
        ("It sold 300 tonnes, against 400 tonnes in the same period of 2015.", 1, None, "2015-01-01/2015-12-31"),
        ("Sales fell from 300 tonnes to 200 tonnes.", 0, "from", "2017-01-01/2017-12-31"),
        ("Sales fell from 300 tonnes.", 0, "from", None),
        ("Sales were up from 300 tonnes, and 200 tonnes were a year earlier.", 0, "from", "2017-01-01/2017-12-31"),
        ("From 2010 to 2018 sales fell from 300 tonnes to 200 tonnes.", 0, "from", "2010-01-01/2010-12-31"),
        ("From 2010 to 2018 sales fell from 300 tonnes to 200 tonnes.", 1, "to", "2018-01-01/2018-12-31"),
        ("From May 2010 to June 2018 sales fell to 200 tonnes.", 0, "to", "2010-05-01/2018-06-30"),
    ],
)
def test_levels_that_something_moved_between(
    level_of: LevelOf, shown: Shown, text: str, nth: int, relation: Relation | None, period: str | None
) -> None:
    assert shown(level_of(text, nth, relation=relation).period) == period


def test_what_a_level_is_compared_with_counts_from_the_main_figure(level_of: LevelOf) -> None:
    text = "It sold 300 tonnes, against 400 tonnes a year earlier."
    assert level_of(text, 1, main=year_span(2015)).period == year_span(2014)
    assert level_of(text, 1, main=month_span(2015, 2)).period == month_span(2014, 2)
    assert level_of(text, 1, main=None, focus=None).period is None


def test_the_same_period_of_another_year_has_the_months_of_the_main_figure(level_of: LevelOf) -> None:
    text = "It sold 300 tonnes, against 400 tonnes in the same period of 2015."
    assert level_of(text, 1, main=half_span(2017, 2)).period == half_span(2015, 2)
    assert level_of(text, 1, main=year_span(2017)).period == year_span(2015)


def test_a_period_behind_what_was_compared_is_not_that_of_the_next_amount(level_of: LevelOf) -> None:
    text = "In 2014 sales fell from 400 in 2012 to 300 tonnes."
    assert level_of(text, 1, relation="to").period == year_span(2014)


def test_deadlines_and_sums(level_of: LevelOf) -> None:
    by = level_of("By 2030 it will have 300 looms.")
    assert (by.period, by.deadline, by.cumulative) == (year_span(2030), True, False)
    coming = level_of("In the next three years 300 looms will go.")
    assert (coming.period, coming.deadline) == (year_span(2021, 2024), True)
    since = level_of("Since 2013 it sold 300 looms.")
    assert (since.period, since.deadline, since.cumulative) == (year_span(2013, 2021), False, True)
    span = level_of("From 2013 to 2015 it sold 300 looms.")
    assert (span.period, span.cumulative) == (year_span(2013, 2015), True)


def test_the_present_tense_without_a_period_is_of_no_period(level_of: LevelOf) -> None:
    assert level_of("It has 300 looms.", present=True).period is None
    assert level_of("In 2014 it has 300 looms.", present=True).period == year_span(2014)


def test_without_a_focus_an_undated_level_stays_so(level_of: LevelOf) -> None:
    assert level_of("It had 300 looms.", focus=None).period is None
    assert level_of("Ten years earlier it had 300 looms.", focus=None).period is None
