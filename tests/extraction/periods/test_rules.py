"""The rules, each by itself: a rule may be asked at any token of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.periods import UNDATED
from pipeline.extraction.periods.backreferences import (
    at_the_time,
    days_before,
    following_period,
    in_that_period,
    on_the_period,
    period_before,
    previous_period,
    same_period,
    step_on_step,
    that_period,
    year_earlier,
)
from pipeline.extraction.periods.dates import day_first, iso_date, month_first, numeric_date, relative_weekday, weekday
from pipeline.extraction.periods.edges import edge, fiscal_year_ended, year_end
from pipeline.extraction.periods.fiscal import fiscal_year, part_by_letter, part_by_number, split_year
from pipeline.extraction.periods.lengths import offset, window, year_to
from pipeline.extraction.periods.limits import before_or_after, by, from_to, since
from pipeline.extraction.periods.parts import full_year, part_of_year
from pipeline.extraction.periods.passage import Passage
from pipeline.extraction.periods.peaks import peak
from pipeline.extraction.periods.period import Period
from pipeline.extraction.periods.relative import now, relative, since_then
from pipeline.extraction.periods.rules import Rule, RuleTable, first_found
from pipeline.extraction.periods.years import part_of_decade, relative_year, year, year_range
from pipeline.extraction.tokens import tokenize

RULES = [
    *(before_or_after, by, day_first, edge, fiscal_year, fiscal_year_ended, from_to, in_that_period, month_first, now),
    *(numeric_date, offset, on_the_period, part_of_decade, part_of_year, period_before, previous_period, relative),
    *(relative_weekday, relative_year, same_period, since, step_on_step, that_period, weekday, window, year, year_end),
    *(year_range, year_to, at_the_time, days_before, following_period, full_year, iso_date, part_by_letter, peak),
    *(part_by_number, since_then, split_year, year_earlier),
]
WORDS = """
    the in of to from since by last next first half year years quarter end fiscal ended May 2 - / 2014 2015 s same
    period on ago full Q Q3 1H22 FY21 2013/14 2019-11-08 peak its following after has then week day previous at time
    earlier three past Monday summer now early
"""


def passage(text: str) -> Passage:
    tokens = tokenize(text)
    return Passage(tokens, {numeral.first: numeral for numeral in find_numerals(tokens)}, UNDATED, None)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@given(text=st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join) | st.text(max_size=20))
def test_a_rule_reads_from_its_token_on_or_nothing(rule: Rule, text: str) -> None:
    here = passage(text)
    for i in range(-1, len(here.tokens) + 1):
        found = rule(here, i)
        assert found is None or found.first == i < found.last <= len(here.tokens)


def test_the_first_rule_that_finds_anything_is_heard() -> None:
    def nothing(_passage: Passage, _i: int) -> None:
        return None

    def something(_passage: Passage, i: int) -> Period:
        return Period(i, i + 1, "same", rule="something")

    def more(_passage: Passage, i: int) -> Period:
        return Period(i, i + 2, "same", rule="more")

    assert first_found((nothing, something, more), passage("a"), 0) == Period(0, 1, "same", rule="something")
    assert first_found((nothing,), passage("a"), 0) is None
    table = RuleTable({more: ()}, {nothing: ("a", "b"), something: ("a",)})
    assert [table.read(passage("a b c 5 ;"), i) for i in range(6)] == [
        Period(0, 1, "same", rule="something"),
        None,
        None,
        Period(3, 5, "same", rule="more"),
        None,
        None,
    ]
