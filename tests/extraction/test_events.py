"""Events of counted things: what the verb beside the noun tells, and what becomes of noun and event as a measure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.events import event_before, event_behind
from pipeline.extraction.model import Figure
from pipeline.extraction.tokens import tokenize

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("have moved out", "moved out", "moved"),
        ("were demolished in May", "demolished", "demolished"),
        ("have been torn down", "torn down", "demolished"),
        ("in the hills were relocated", "relocated", "moved"),
        ("closed last year", "closed", "closed"),
        ("are to close", "to close", "closed"),
        ("will be shut", "to be shut", "closed"),
        ("received subsidies in May", "received subsidies", "received"),
        ("which were also renovated", "renovated", "renovated"),
        ("have lost their farms", "lost farms", "lost farms"),
        ("will lose their posts", "to lose posts", "lost posts"),
        ("were thrown out of work", "out of work", "out of work"),
    ],
)
def test_an_event_behind_the_noun(text: str, words: str, name: str) -> None:
    event = event_behind(tokenize(text), 0)
    assert event is not None
    assert (event.words, event.name) == (words, name)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("the town bought another", "bought", "bought"),
        ("it tore down some", "torn down", "demolished"),
        ("it will merge", "to be merged", "merged"),
        ("plans to open as many as", "to be opened", "opened"),
        ("by moving", "moved", "moved"),
        ("is scrapping", "scrapped", "scrapped"),
        ("the firm closes", "closed", "closed"),
        ("has carefully restored", "restored", "restored"),
    ],
)
def test_an_event_before_the_number(text: str, words: str, name: str) -> None:
    tokens = tokenize(text)
    event = event_before(tokens, len(tokens), 0)
    assert event is not None
    assert (event.words, event.name) == (words, name)


@pytest.mark.parametrize("text", ["were not closed", "live in the hills", "produced coal", ", moved", "in the town"])
def test_no_event_behind(text: str) -> None:
    assert event_behind(tokenize(text), 0) is None


@pytest.mark.parametrize("text", ["the town has", "it operates", "an estimated", "including", "in May", "tons , some"])
def test_no_event_before(text: str) -> None:
    tokens = tokenize(text)
    assert event_before(tokens, len(tokens), 0) is None


@given(st.text(), st.integers(0, 9))
def test_any_text_has_an_event_or_none(text: str, at: int) -> None:
    tokens = tokenize(text)
    for event in (event_behind(tokens, at), event_before(tokens, min(at, len(tokens)), 0)):
        assert event is None or (event.words and event.name)


# ---------------------------------------------------------------------- as measures
@pytest.mark.parametrize(
    ("text", "nth", "indicator", "measured"),
    [
        ("In May 60 families moved to Zibo.", 0, "families_moved", "families moved"),
        ("Zibo has closed 17 coal mines.", 0, "mine_closures", "coal mines closed"),
        ("Zibo has 17 coal mines.", 0, "coal_mines", "coal mines"),
        ("Its 17 coal mines employed 400 clerks.", 0, "coal_mines", "coal mines"),
        ("In Zibo 60 schools were painted.", 0, None, "schools painted"),
        ("Zibo will move 60 mills to the river.", 0, None, "mills to be moved"),
        ("In Zibo 60 miners died in the fire.", 0, "deaths", "miners died"),
        ("Zibo bought 60 houses and tore down 40 of them.", 1, "homes_demolished", "houses torn down"),
        (
            "Zibo knocked down 700 square metres of old sheds.",
            0,
            "demolished_floor_area",
            "old sheds area knocked down",
        ),
        ("Rain inundated 300 hectares of maize near Zibo.", 0, "flooded_area", "maize area inundated"),
        ("Farmers near Zibo planted 300 hectares of maize.", 0, "maize_sown_area", "maize area"),
        ("The Xishan mine laid off 300 workers.", 0, "layoffs", "workers laid off"),
        # Whom it is given stands between the verb and the number.
        ("The second reform awarded Zibo three model farms.", 0, None, "model farms awarded by second reform"),
        ("In Zibo 60 families are waiting for keys.", 0, None, "families waiting"),
        ("Near Zibo 17 villages had to move, with 600 people.", 1, "people_moved", "people moved"),
        # A noun that counts events by itself needs no verb, and a change of a stock is one.
        ("Zibo recorded 60 births.", 0, "births", "births"),
    ],
)
def test_noun_and_event_make_the_measure(
    figures_of: FiguresOf, text: str, nth: int, indicator: str | None, measured: str
) -> None:
    figure = figures_of(text)[nth]
    assert (figure.indicator, figure.measured) == (indicator, measured)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("When the tannery closed, 310 people in Turku lost their jobs.", "layoffs"),
        ("In Turku 310 workers were put out of work.", "layoffs"),
        ("In 2019 the storm cost Turku dearly: 31 people lost their lives.", "deaths"),
        ("In Turku 310 people lost their savings.", None),
        ("In Turku 310 people own a sauna.", None),
        ("Some 310 people in Turku have no vote.", None),
        ("In Turku 310 people sail to work.", None),
        ("In Turku 31,000 people live by the river.", "population"),
        ("Turku had 31,000 people by the river.", "population"),
    ],
)
def test_what_befalls_people_and_what_they_do_is_no_population(
    figures_of: FiguresOf, text: str, indicator: str | None
) -> None:
    assert [figure.indicator for figure in figures_of(text)] == [indicator]
