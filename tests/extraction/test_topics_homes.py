"""Homes: where the words behind its name say that a facility or organisation is."""

from __future__ import annotations

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.model import Figure


def figures(text: str) -> tuple[Figure, ...]:
    return read(article_from_text(text, article_id="homes", published="2022-03-15")).figures


@pytest.mark.parametrize(
    "text",
    [
        "The Changfeng mine in Wuhai hired 340 men.",
        "The Changfeng mine at Wuhai hired 340 men.",
        "The Changfeng mine, opened in 1971 in Wuhai, hired 340 men.",
        "The Changfeng mine, a pit on the edge of Wuhai, hired 340 men.",
        "The Changfeng mine, outside Wuhai, hired 340 men.",
        "The Changfeng mine hired 340 men in Wuhai.",
        "The Changfeng mine belongs to Wuhai. The mine hired 340 men.",
    ],
)
def test_what_the_mine_did_is_its_own_and_of_its_town(text: str) -> None:
    (figure,) = figures(text)
    assert (figure.subject, figure.place) == ("Changfeng mine", "Wuhai")


@pytest.mark.parametrize(
    "text",
    [
        "Orlik Chemicals of Ostrava hired 340 chemists.",
        "Orlik Chemicals, based in Ostrava, hired 340 chemists.",
        "Orlik Chemicals, an Ostrava company, hired 340 chemists.",
        "Orlik Chemicals hired 340 chemists in Ostrava.",
    ],
)
def test_a_firm_is_at_home_where_the_text_says(text: str) -> None:
    (figure,) = figures(text)
    assert (figure.subject, figure.place) == ("Orlik Chemicals", "Ostrava")


def test_a_home_once_told_holds_for_the_rest_of_the_text() -> None:
    told = figures("Orlik Chemicals, based in Ostrava, hired 340 chemists. Prague is far. Orlik Chemicals has 52 labs.")
    assert [(figure.subject, figure.place) for figure in told] == [("Orlik Chemicals", "Ostrava")] * 2


def test_a_name_that_tells_its_home_keeps_it() -> None:
    (figure,) = figures("Baotou Mining Group in Wuhai hired 340 men.")
    assert figure.place == "Baotou"


def test_where_a_town_is_makes_no_home() -> None:
    (figure,) = figures("Wuhai, a coal town near Baotou, hired 340 men.")
    assert (figure.subject, figure.place) == (None, "Wuhai")
