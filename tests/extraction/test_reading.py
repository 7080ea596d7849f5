"""Reading whole articles: what holds of every text, and articles of our own read from end to end."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import article_from_text
from pipeline.extraction import Extraction, Figure, extract_figures, extract_quantities, read
from pipeline.extraction.numerals import written_numbers
from pipeline.extraction.reading import figure_id

TOWN = (
    "Weifang went by the numbers last year. Its kilns fired 7,300 tonnes of bricks in 2020, down 12 per cent from a "
    "year earlier, the gazette said on May 4.\n\n"
    "The town of 61,000 people owed 4.1 million yuan (about $640,000). That is 9 per cent of the province's debt. "
    '"In 1997 we had eleven kilns," said Pan Lei, aged 71. Two of them may follow by 2025.\n\n'
    "1. Wages rose from 3,900 yuan a month to 4,400 in 2020.\n"
    "2. No. 4 Kiln lies 25km from the sea.\n"
)
PIECES = [
    "coal output",
    "the GDP",
    "its population",
    "Zibo",
    "Weifang",
    "Shandong",
    "China",
    "the city",
    "there",
    "the mine",
    "fell",
    "rose",
    "doubled",
    "halved",
    "was",
    "were",
    "has",
    "will",
    "owed",
    "by",
    "to",
    "from",
    "of",
    "in",
    "and",
    "or",
    ",",
    ";",
    ".",
    "(",
    ")",
    ":",
    "-",
    "\u2013",
    "%",
    "per cent",
    "percentage points",
    "yuan",
    "$",
    "US$",
    "RMB",
    "million",
    "tonnes",
    "tons",
    "mu",
    "people",
    "mines",
    "a third",
    "half",
    "twice",
    "three times",
    "two",
    "twelve",
    "dozens of",
    "the first",
    "7",
    "45.6",
    "1,200",
    "0",
    "300,000",
    "2,019",
    "2010",
    "in 2018",
    "last year",
    "a year earlier",
    "by 2030",
    "since 2001",
    "between",
    "about",
    "more than",
    "nearly",
    "at least",
    "less than",
    "respectively",
    "not",
    "if",
    "up",
    "down",
    "than",
    "the national average",
    "per square metre",
    "a month",
    "lowest",
    "among the",
    "aged 45",
    "12:30",
    "\n",
    "\n\n",
    "\u00bd",
    "\u0663\u0664",
    "\uff11\uff12",
    "9" * 400,
    "7" * 5000,
    "year 9999",
    "10^6",
    "1.2.3",
    "\u2028",
]
SOUP = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
GLUED = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TEXTS = SOUP | GLUED | st.text(max_size=120)
ANY_STRING = SOUP | GLUED | st.text(st.characters(), max_size=60)
DATES = st.sampled_from(["2021", "2021-05", "2021-05-04", "0001-01-01", "9999-12-31"])


def reading_of(text: str, published: str | None = "2021-05-04") -> tuple[str, Extraction]:
    """The text as the article holds it, and what is read from it; a letter makes sure that there is an article."""
    article = article_from_text(f"X {text}", article_id="invented", published=published, title="Zibo and its mines")
    return article.text, read(article)


def town() -> Extraction:
    return read(article_from_text(TOWN, article_id="town", published="2021-05-06"))


# ---------------------------------------------------------------------- what holds of every text
@given(TEXTS, DATES)
def test_figures_are_quotes_in_order_without_overlap(text: str, published: str) -> None:
    text, extraction = reading_of(text, published)
    end = 0
    for figure in extraction.figures:
        assert figure.start >= end
        assert figure.quote == text[figure.start : figure.end]
        assert figure.quote
        assert figure.quote in figure.sentence
        assert figure.sentence in text
        end = figure.end


@given(TEXTS, DATES)
def test_every_number_is_accounted_for_once(text: str, published: str) -> None:
    text, extraction = reading_of(text, published)
    for start, end in written_numbers(text):
        assert sum(row.start <= start and end <= row.end for row in extraction.numbers) == 1
    ends = [end for row in extraction.numbers for end in (row.start, row.end)]
    assert ends == sorted(ends)
    for row in extraction.numbers:
        assert row.text == text[row.start : row.end]
        assert row.reason
        assert (row.disposition == "figure") == (row.figure_id is not None)
    assert {row.figure_id for row in extraction.numbers} - {None} == {one.figure_id for one in extraction.figures}


@given(TEXTS, DATES)
def test_intervals_hold_their_values_and_no_value_is_without_end(text: str, published: str) -> None:
    for figure in reading_of(text, published)[1].figures:
        slack = 1e-9 * abs(figure.value)
        assert figure.low is None or figure.low <= figure.value + slack
        assert figure.high is None or figure.value <= figure.high + slack
        others = [number for one in figure.unit_readings for number in (one.value, one.low, one.high)]
        for number in (figure.value, figure.low, figure.high, figure.written_value, *others):
            assert number is None or math.isfinite(number)


@given(TEXTS, DATES)
def test_columns_go_together(text: str, published: str) -> None:
    extraction = reading_of(text, published)[1]
    seen: set[str] = set()
    for figure in extraction.figures:
        assert (figure.period_start is None) == (figure.period_end is None)
        assert (figure.base_start is None) == (figure.base_end is None)
        assert figure.period_start is None or figure.period_end is None or figure.period_start <= figure.period_end
        assert figure.base_start is None or figure.base_end is None or figure.base_start <= figure.base_end
        assert figure.kind != "change" or figure.direction is not None
        assert figure.restates is None or figure.restates in seen
        assert figure.rules
        seen.add(figure.figure_id)
    assert len(seen) == len(extraction.figures)


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert reading_of(text) == reading_of(text)


@given(ANY_STRING)
def test_quantities_are_spans_in_order_without_overlap(text: str) -> None:
    end = 0
    for quantity in extract_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert not text[quantity.start].isspace()
        assert not text[quantity.end - 1].isspace()
        end = quantity.end


@given(ANY_STRING)
def test_intervals_hold_the_values_of_quantities(text: str) -> None:
    for quantity in extract_quantities(text):
        slack = 1e-9 * abs(quantity.value)
        assert math.isfinite(quantity.value)
        assert quantity.low is None or quantity.low <= quantity.value + slack
        assert quantity.high is None or quantity.value <= quantity.high + slack


@given(ANY_STRING)
def test_figures_are_read_from_any_string(text: str) -> None:
    # Half of a surrogate pair is no text that a file could hold, but a string all the same.
    article = replace(article_from_text("X", article_id="invented", published="2021-05-04"), text=text)
    for number in read(article).numbers:
        assert number.text == text[number.start : number.end]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "no numbers at all", "\ud800 7 mines \udfff", "\x00 7 mines"])
def test_odd_strings_do_no_harm(text: str) -> None:
    assert len(extract_quantities(text)) == text.count("7")


@given(TEXTS, TEXTS)
def test_what_stands_around_a_paragraph_does_not_change_its_quantities(text: str, further: str) -> None:
    shift = len(text) + 2
    moved = [replace(one, start=one.start + shift, end=one.end + shift) for one in extract_quantities(further)]
    assert extract_quantities(f"{text}\n\n{further}") == [*extract_quantities(text), *moved]


# ---------------------------------------------------------------------- ids
def test_an_id_moves_only_with_sentence_quote_or_place_among_equal_quotes() -> None:
    base = figure_id("a", "It has 7 mines and 7 mills.", "7", 0)
    assert base == figure_id("a", "It has 7 mines and 7 mills.", "7", 0)
    others = [("It has 7 mines and 7 mills!", "7", 0), ("It has 7 mines and 7 mills.", "7 mines", 0)]
    others.append(("It has 7 mines and 7 mills.", "7", 1))
    assert len({base, *(figure_id("a", *other) for other in others)}) == 4
    assert base.startswith("a/")
    assert len(base) == len("a/") + 8


def test_an_id_can_be_made_of_any_string() -> None:
    assert figure_id("a", "\ud800", "7", 0) != figure_id("a", "\udc00", "7", 0)


def test_a_sentence_that_stands_twice_has_figures_of_their_own() -> None:
    figures = read(article_from_text("Zibo has 7 mines. Zibo has 7 mines.", article_id="a", published="2021")).figures
    assert len({figure.figure_id for figure in figures}) == 2


def test_ids_do_not_depend_on_what_stands_around() -> None:
    sentence = "Zibo has 7 mines and 30 mills."
    alone = read(article_from_text(sentence, article_id="a", published="2021")).figures
    between = read(article_from_text(f"It is old. {sentence} So it goes.", article_id="a", published="1999")).figures
    assert [one.figure_id for one in alone] == [one.figure_id for one in between]


# ---------------------------------------------------------------------- an article from end to end
def row(figure: Figure) -> tuple[str, str | None, str | None, str, float, str]:
    return (figure.quote, figure.place, figure.indicator, figure.kind, figure.value, figure.unit)


def test_the_figures_of_a_town() -> None:
    assert [row(figure) for figure in town().figures] == [
        ("7,300 tonnes", "Weifang", "brick_output", "level", 7300, "tonne"),
        ("12 per cent", "Weifang", "brick_output", "change", 12, "percent"),
        ("61,000 people", "Weifang", "population", "level", 61_000, "person"),
        ("4.1 million yuan", "Weifang", "local_government_debt", "level", 4_100_000, "CNY"),
        ("$640,000", "Weifang", "local_government_debt", "level", 640_000, "USD"),
        ("9 per cent", "Weifang", "share_of_provincial_local_government_debt", "share", 9, "percent"),
        ("eleven", "Weifang", None, "count", 11, "1"),
        ("Two", "Weifang", None, "count", 2, "1"),
        ("3,900 yuan a month", "Weifang", "average_wage", "level", 3900, "CNY/month"),
        ("4,400", "Weifang", "average_wage", "level", 4400, "CNY/month"),
        ("25km", "Weifang", "distance", "distance", 25, "km"),
    ]


def test_their_periods() -> None:
    ends = [figure.period_end.year if figure.period_end else None for figure in town().figures]
    assert ends == [2020, 2020, 2020, 2020, 2020, 2020, 1997, 2025, 2019, 2020, None]


def test_what_restates_points_at_a_figure_of_the_article() -> None:
    figures = {figure.quote: figure for figure in town().figures}
    assert figures["$640,000"].restates == figures["4.1 million yuan"].figure_id
    assert figures["$640,000"].comparator == "about"


def test_what_is_no_figure_in_it_has_a_disposition() -> None:
    found = [(number.text, number.disposition) for number in town().numbers if number.disposition != "figure"]
    assert found == [
        ("2020", "date"),
        ("4", "date"),
        ("1997", "date"),
        ("71", "age"),
        ("2025", "date"),
        ("1", "list_marker"),
        ("2020", "date"),
        ("2", "list_marker"),
        ("4", "name"),
    ]


def test_the_day_of_a_report_is_no_period_to_go_on_with() -> None:
    text = "Zibo had 7 mines in 2018. It was so, the gazette said on May 4. Zibo had 30 mills."
    figure = read(article_from_text(text, article_id="a", published="2021-05-06")).figures[-1]
    assert figure.period_end == date(2018, 12, 31)


def test_extract_figures_are_those_of_read() -> None:
    article = article_from_text(TOWN, article_id="town", published="2021-05-06")
    assert extract_figures(article) == list(read(article).figures)


def test_a_figure_knows_its_article() -> None:
    article = article_from_text("Zibo has 7 mines.", article_id="town", published="2021-05-06")
    figure = extract_figures(article)[0]
    assert (figure.article_id, figure.status, figure.start, figure.end) == ("town", "live", 9, 10)


def test_an_undated_article_leaves_relative_periods_open() -> None:
    text = "Zibo had 7 mines last year."
    dated = extract_figures(article_from_text(text, article_id="a", published="2021-05-06"))[0]
    undated = extract_figures(article_from_text(text, article_id="a", published=None))[0]
    assert dated.period_end == date(2020, 12, 31)
    assert undated.period_end is None
