"""Introductions: organisations that the words around their names show, and roads by number."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.mentions import find_mentions
from pipeline.extraction.model import Figure
from pipeline.extraction.tokens import tokenize

FiguresOf = Callable[[str], list[Figure]]


def subjects(text: str) -> list[str]:
    """The facilities and organisations named in a text."""
    entities = (mention.entity for mention in find_mentions(tokenize(text)) if mention.kind == "name")
    return [entity.subject for entity in entities if entity is not None and entity.subject is not None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The steelmaker Vitra lost money.", "Vitra"),
        ("Steelmaker Vitra lost money.", "Vitra"),
        ("Vitra, which runs old kilns, lost money.", "Vitra"),
        ("Maro Beans, biggest of the bottlers here, lost money.", "Maro Beans"),
        ("Vitra employs 300 people.", "Vitra"),
        ("Vitra has drilled 40 wells.", "Vitra"),
        ("Vitra's workers are old.", "Vitra"),
        ("Vitra Pearl had 4,200 workers.", "Vitra Pearl"),
        ("Vitra, its foreign rival, lost money.", "Vitra"),
        ("Vitra idled its kilns.", "Vitra"),
        ("In 2016 its previous owner, Vitra, lost money.", "Vitra"),
        ("The Alder Alliance lost money.", "Alder Alliance"),
        ("The Baotou grain depot is old.", "Baotou grain depot"),
        ("Vitra Tube lost money.", "Vitra Tube"),
        ("Shares of Vitra fell.", "Vitra"),
        ("One of the bottlers, Clear Wells, lost money.", "Clear Wells"),
        ("The group that owned them, Vitra Kilns, lost money.", "Vitra Kilns"),
        ("Wages fell when Vitra was shut.", "Vitra"),
        ("Wages fell; Vitra lost money.", "Vitra"),
        ("Vitra Land lost money.", "Vitra Land"),
        ("Last September Vitra Copper lost money.", "Vitra Copper"),
        ("The Hrabin shopping mall lost money.", "Hrabin shopping mall"),
        ("The Alder-59 block lost money.", "Alder-59 block"),
        ("The Alder Lane estate lost money.", "Alder Lane estate"),
        ("The Alder works lost money.", "Alder works"),
        ("Highway 12 is old.", "Highway 12"),
        ("Route D1 is old.", "Route D1"),
        ("The A4 motorway is old.", "A4 motorway"),
        ("U.S. 22 is old.", "U.S. 22"),
    ],
)
def test_what_names_a_firm_a_plant_or_a_road(text: str, name: str) -> None:
    assert subjects(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Tourism employs 300 people.",
        "Coal employs 300 people.",
        "What keeps kilns hot is old.",
        "Nobody pays for kilns.",
        "Vitra Pearl had 4,200 goats.",
        "Farmers, whose wells are old, lost money.",
        "The Baotou market is old.",
        "Karel Novak employs 300 people.",
        "Mayor Novak, which is rare, lost money.",
        "Wages fell, and Vitra said so.",
        "Wages fell when Vitra, 64, left.",
        "GDP, which is low, fell.",
        "Wages fell while Germans lost money.",
        "Rents in Orford, which is old, fell.",
        "In the U.S. 22 kilns closed.",
        "The A4 is a sheet of paper.",
        "A Baotou steel mill closed.",
    ],
)
def test_what_names_none(text: str) -> None:
    assert subjects(text) == []


def test_a_firm_goes_on_by_its_name_alone(figures_of: FiguresOf) -> None:
    text = "Baotou is poor. The steelmaker Vitra lost money. Vitra has 40 kilns. It has 300 workers."
    assert {(figure.place, figure.subject) for figure in figures_of(text)} == {("Baotou", "Vitra")}


def test_a_firm_goes_on_by_its_full_name(figures_of: FiguresOf) -> None:
    text = "Baotou is poor. Shares of Vitra Pearl fell. In 2016 Vitra Pearl had 40 kilns."
    assert {(figure.place, figure.subject) for figure in figures_of(text)} == {("Baotou", "Vitra Pearl")}


def test_a_person_whom_the_text_has_named_is_no_firm(figures_of: FiguresOf) -> None:
    text = "Baotou is poor. Mayor Jan Holm was there. Wages fell, but Holm built 40 kilns."
    assert {(figure.place, figure.subject) for figure in figures_of(text)} == {("Baotou", None)}


def test_a_persons_name_is_no_place(figures_of: FiguresOf) -> None:
    text = "Baotou is poor. Reading Holm was there. It was Reading who built 40 kilns."
    assert {figure.place for figure in figures_of(text)} == {"Baotou"}


def test_they_are_no_single_mine(figures_of: FiguresOf) -> None:
    text = "Baotou is poor. Wages fell when Vitra was shut. They had 40 kilns."
    assert {(figure.place, figure.subject) for figure in figures_of(text)} == {("Baotou", None)}


def test_a_firm_is_not_at_home_in_a_country_that_the_text_is_not_about(figures_of: FiguresOf) -> None:
    figures = figures_of("Baotou is poor. Baotou is old. Ostrava Soy has 40 kilns.")
    assert {(figure.place, figure.subject) for figure in figures} == {("Baotou", "Ostrava Soy")}


WORDS = [
    *("Vitra", "Baotou", "Steelmaker", "the", "steelmaker", ",", "which", "whose", "employs", "'s", "workers"),
    *("shares", "of", "One", "-", "59", "block", "U.S.", "22", "D", "1"),
]


def places_named(text: str) -> list[str]:
    """The places named in a text."""
    entities = (mention.entity for mention in find_mentions(tokenize(text)) if mention.kind == "name")
    return [entity.place for entity in entities if entity is not None and entity.place is not None]


@pytest.mark.parametrize(
    "text",
    [
        "In Karbo, 90 kilns closed.",
        "Rents in Karbo fell.",
        "Wages fell near Karbo.",
        "Kilns in Karbo are old.",
        "Karbo, 20 km away, fell.",
    ],
)
def test_a_settlement_that_no_list_has_stands_behind_its_preposition(text: str) -> None:
    assert places_named(text) == ["Karbo"]


@pytest.mark.parametrize(
    "text",
    [
        "They spoke in German.",
        "Members in Parliament spoke.",
        "It has a stake in Karbo.",
        "Seats in Hall 3 are old.",
        "It was built in Karbo style.",
        "Life in Karbo's house was hard.",
        "It rose in March.",
        "Growth in GDP fell.",
    ],
)
def test_not_all_that_stands_there_is_one(text: str) -> None:
    assert places_named(text) == []


def test_a_settlement_goes_on_by_its_name_and_its_noun(figures_of: FiguresOf) -> None:
    text = "Baotou is poor. Baotou is old. Rents in Karbo fell. Karbo has 90 kilns. The settlement has 40 shops."
    assert [figure.place for figure in figures_of(text)] == ["Karbo", "Karbo"]


def test_the_council_is_the_citys(figures_of: FiguresOf) -> None:
    text = "Baotou is poor. Baotou is old. Rents in Karbo fell. The council bought 90 kilns."
    assert [figure.place for figure in figures_of(text)] == ["Baotou"]


def test_where_something_goes_is_not_whose_it_is(figures_of: FiguresOf) -> None:
    text = "Baotou is poor. Its mills are old; some 90 kilns will move to a large hall in Karbo."
    assert [figure.place for figure in figures_of(text)] == ["Baotou"]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_mentions_are_in_order_and_do_not_overlap(words: list[str]) -> None:
    mentions = find_mentions(tokenize(" ".join(words)))
    assert all(before.last <= after.first for before, after in pairwise(mentions))
