"""Dates told by what else happened: how long after an event, and at which."""

from __future__ import annotations

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import extract_figures


def years(text: str) -> list[int | None]:
    found = extract_figures(article_from_text(text, article_id="a", published="2021-05-07"))
    return [one.period_end.year if one.period_end else None for one in found]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("A year after the flood of 2013 Calgary had 1.2 million people.", 2014),
        ("Five years after the fire of 1998 the mill in Linz made 40,000 tonnes.", 2003),
        ("Unemployment in Gdynia was 14 per cent two years after the yard closed in 2009.", 2011),
        ("By 2019, a decade after the strike, Oruro had 12,000 miners.", 2019),
        ("The mine at Kiruna opened in 1985, six years after a flood that destroyed 40 houses.", 1979),
        ("At its closure in 2009 the yard in Gdynia employed 2,100 people.", 2009),
    ],
)
def test_the_year_of_what_was_so_after_an_event(text: str, year: int) -> None:
    assert years(text) == [year]


def test_so_many_years_after_alone_are_later_than_what_was_told() -> None:
    text = "When the smelter closed in 2012, Linz employed 4,100 in steel; nine years after, it employed 620."
    assert years(text) == [2012, 2021]
