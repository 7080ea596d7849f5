"""Dating in a text: periods and bases of figures as sentences and paragraphs follow one another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.model import Figure

PUBLISHED = "2021-08-18"


def figures(text: str, published: str = PUBLISHED, title: str = "") -> list[Figure]:
    return list(read(article_from_text(text, article_id="invented", published=published, title=title)).figures)


def years(figure: Figure) -> str:
    """As "2010-2020" (base and period), or the period alone; "-" where there is none."""
    end = str(figure.period_end.year) if figure.period_end else "-"
    return f"{figure.base_end.year}-{end}" if figure.base_end else end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is compared with does not set the time of what follows.
        ("In 2019 Zibo made 300 tonnes, against 400 tonnes in 2010. It sold 200 tonnes.", ["2019", "2010", "2019"]),
        ("In 2019 Zibo made 300 tonnes, up from 200 tonnes in 2010. It sold 100 tonnes.", ["2019", "2010", "2019"]),
        (
            "In 2019 Zibo made 300 tonnes, 3 per cent less than in 2010. It sold 90 tonnes.",
            ["2019", "2010-2019", "2019"],
        ),
        # Neither does the present, nor the writer's journey.
        ("Zibo sold 300 tonnes in 2019. It has 40 kilns.", ["2019", "-"]),
        ("We went to Zibo last week. In 2019 it sold 300 tonnes.", ["2019"]),
        # A new paragraph goes on with the latest time.
        ("In 2019 Zibo made 300 tonnes; in 2010 it made 400 tonnes.\n\nIt sold 200 tonnes.", ["2019", "2010", "2019"]),
        # What moved "to B from A" was A a year before, or on the day before.
        ("In 2019 exports of Zibo rose to 300 million yuan from 200 million.", ["2019", "2018"]),
        ("On August 16th wheat in Zibo fell to 300 yuan a tonne from 320 yuan.", ["2021", "2021"]),
        ("In 2019 Zibo made 300 tonnes, up from 200 tonnes.", ["2019", "2018"]),
        # A level keeps its own time beside another.
        ("Zibo has 300 kilns and plans 400 kilns by 2030.", ["-", "2030"]),
        ("Zibo made 300 tonnes last year, after 400 tonnes in 2010.", ["2020", "2010"]),
        (
            "Zibo made 300 tonnes last year, 12 per cent less than in 2010, when it had 40 kilns.",
            ["2020", "2010-2020", "2010"],
        ),
        ("The mill, which opened in 1958, has 300 looms.", ["-"]),
        ("Zibo had 300 kilns in 1975. A decade later it had 200 kilns.", ["1975", "1985"]),
        ("By 1975 Zibo had 300 kilns, and a decade later 200 kilns.", ["1975", "1985"]),
        ("Farmers in Zibo get 3 yuan a kilo, up from 2 yuan a kilo a year ago.", ["2021", "2020"]),
        ("It opened in 1985, six years after a flood in Zibo killed 40 people.", ["1979"]),
        ("Zibo sold 300 tonnes, an amount last seen in 1957.", ["-"]),
        (
            "Zibo had 300 kilns in 1957; fifty years later there were 30 kilns, and the last went in 2018.",
            ["1957", "2007"],
        ),
        ("Zibo, which had 900 kilns at its height, now has 120 kilns.", ["-", "2021"]),
        ("The share of coal in Zibo has gone from 60 per cent a decade ago to 38 per cent.", ["2011", "2021"]),
        ("In the summer of 2013 Zibo made 300 tonnes.", ["2013"]),
        ("In 2019 Zibo sold 300 tonnes, against 200 tonnes in the previous year.", ["2019", "2018"]),
        ("Unlike in 2019, when Zibo had 40 kilns, sales rose.", ["2019"]),
    ],
)
def test_the_period_of_a_level(text: str, expected: list[str]) -> None:
    assert [years(figure) for figure in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected", "rule"),
    [
        ("In 2019 sales in Zibo fell by 3 per cent.", "2018-2019", "year-before"),
        ("Coal in Zibo was sold at 300 yuan a tonne on Tuesday, down 3 per cent.", "2021-2021", "day-before"),
        ("Sales in Zibo have fallen by 3 per cent over three years.", "2018-2021", "over-a-length"),
        ("Sales in Zibo have fallen by 3 per cent in a decade.", "2011-2021", "over-a-length"),
        ("In 2019 sales in Zibo were down 3 per cent over three years.", "2016-2019", "over-a-length"),
        ("In 2014 sales in Zibo were poor. They have fallen by 3 per cent since.", "2014-2021", "since-then"),
        ("In 2014 sales in Zibo were poor, and have since fallen by 3 per cent.", "2014-2021", "since-then"),
        ("Sales in Zibo are 3 per cent higher than this time last year.", "2020-2021", "relative-year"),
        ("Last month sales in Zibo were 3 per cent higher than in July of last year.", "2020-2021", "month"),
        ("On an annual basis, sales in Zibo rose 2 per cent in April.", "2020-2021", "on-the-period"),
        ("Sales in Zibo have risen by 2 per cent in six months.", "2021-2021", "over-a-length"),
        ("Sales in Zibo fell by 30 per cent in the 1990s.", "1990-1999", "start-of-span"),
        ("Sales in Zibo will fall by 3 per cent by 2030.", "2021-2030", "from-now"),
        ("Sales in Zibo are 3 per cent lower than at their peak in 2018.", "2018-2021", "peak"),
        ("Sales in Zibo are 3 per cent below their 2018 peak.", "2018-2021", "peak"),
        ("In 2019 sales in Zibo were a quarter above the 300 tonnes of 2010.", "2010-2019", "year"),
        ("In 2019 sales in Zibo were 3 per cent above the figure for 2010.", "2010-2019", "year"),
        ("Sales in Zibo rose 3 per cent in May from a year ago.", "2020-2021", "year-ago"),
        ("From a low of 40 tonnes in 2001, sales in Zibo have risen by 36 per cent.", "2001-2021", "from-level"),
    ],
)
def test_the_base_of_a_change_and_the_rule_that_tells_it(text: str, expected: str, rule: str) -> None:
    change = next(figure for figure in figures(text) if figure.kind == "change")
    assert years(change) == expected
    assert rule in change.rules


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Coal in Zibo was sold at 300 yuan a tonne on Tuesday, 3 yuan down on the week.", 7),
        ("Coal in Zibo was sold at 300 yuan a tonne on Tuesday, up 3 yuan from a week earlier.", 7),
        ("Coal in Zibo was sold at 300 yuan a tonne on Tuesday, up 3 yuan on the day.", 1),
        ("Coal in Zibo was sold at 300 yuan a tonne on Tuesday, up 3 yuan from Monday.", 1),
        ("Coal in Zibo was sold at 300 yuan a tonne on Tuesday, up 3 yuan from Thursday.", 5),
        ("Coal in Zibo was sold at 300 yuan a tonne on Monday, up 3 yuan.", 3),
        ("Coal in Zibo was sold at 300 yuan a tonne on 13 August, 3 yuan more than on 3 August.", 10),
    ],
)
def test_days_and_weeks_before(text: str, days: int) -> None:
    change = next(figure for figure in figures(text) if figure.kind == "change")
    assert change.period_end is not None
    assert change.base_end is not None
    assert (change.period_end - change.base_end).days == days


def test_a_weekday_that_is_compared_with_comes_before() -> None:
    later, earlier = figures("Coal in Zibo was sold at 300 yuan on Friday, up from 200 yuan on Monday.")
    assert (later.period_end, earlier.period_end) == (date(2021, 8, 13), date(2021, 8, 9))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019 Zibo made 30 tonnes. The target is 40 tonnes.", ["2019", "-"]),
        ("Zibo plans to make 40 tonnes by 2030.", ["2030"]),
        ("Zibo has a full-year target of 40 tonnes.", ["2021"]),
    ],
)
def test_the_period_of_a_plan(text: str, expected: list[str]) -> None:
    assert [years(figure) for figure in figures(text)][-1] == expected[-1]


def test_the_title_tells_the_time_of_a_text() -> None:
    text = "In Zibo 40 kilns were shut.\n\nMills sold 200 tonnes in 2021.\n\nMills made 300 tonnes."
    assert [years(figure) for figure in figures(text, title="Zibo in 2019")] == ["2019", "2021", "2019"]
    assert [years(figure) for figure in figures(text, title="Zibo in 2030")] == ["-", "2021", "2021"]
    assert [years(figure) for figure in figures(text)] == ["-", "2021", "2021"]


WORDS = """
    in 2010 2015 2019 since by from to between and over the last decade three years last year next ago a earlier
    later May June until end of first half Q3 H1 on Friday week peak its fell rose by 3 per cent 40 tonnes 300 people to
    was is will have has since then than at , . ; same period following month fiscal FY19 2013/14 full-year census now
    before after down up compared with against Sales Zibo target (
"""


@given(
    st.lists(st.sampled_from(WORDS.split()), max_size=24).map(" ".join), st.dates(date(1900, 1, 1), date(2100, 1, 1))
)
def test_periods_and_bases_are_in_order_in_any_text(text: str, published: date) -> None:
    for figure in figures(f"Zibo {text}", published.isoformat()):
        if figure.period_start is not None and figure.period_end is not None:
            assert figure.period_start <= figure.period_end
        if figure.base_start is not None and figure.base_end is not None:
            assert figure.base_start <= figure.base_end
            if figure.period_end is not None:
                assert figure.base_end <= figure.period_end


def test_what_is_told_of_every_year_is_no_total() -> None:
    each, total = (
        figures(text)[0].aggregation
        for text in (
            "Every year since 2016 Zibo has mined 300 tonnes of coal.",
            "Since 2016 Zibo has mined 300 tonnes of coal.",
        )
    )
    assert (each, total) == ("period", "cumulative")
