"""Agreement: what two texts tell in different words is read as the same fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]
OPENING = "Baotou is in Northwest China. "


def facts(figures: list[Figure]) -> list[tuple[str | None, str | None, float, str]]:
    return sorted((figure.subject or figure.place, figure.indicator, figure.value, figure.unit) for figure in figures)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Baotou's heavy industry: the value of all output fell by 30 per cent in 2016.",
            "The output value of the heavy industry fell by 30 per cent in 2016.",
        ),
        (
            "In Baotou 40 sq km are affected by subsidence.",
            "In Baotou subsidence has affected 40 sq km.",
        ),
        (
            "Baotou has dug out half of the coal reserves, put at 3 million tonnes.",
            "Baotou has extracted half of its 3 million tonnes of coal reserves.",
        ),
        (
            "The northwest has 40 state-owned enterprises, with assets of 3 billion yuan.",
            "Some 40 northwestern SOEs with assets of 3 billion yuan stand there.",
        ),
        (
            "Of the 40 towns in the northwest half have lost people.",
            "Half of the 40 towns in the northwest saw their populations shrink.",
        ),
        (
            "Growth in gross domestic product was 3 per cent.",
            "The gross domestic product growth was 3 per cent.",
        ),
    ],
)
def test_two_wordings_tell_one_fact(figures_of: FiguresOf, one: str, other: str) -> None:
    assert facts(figures_of(OPENING + one)) == facts(figures_of(OPENING + other))


@pytest.mark.parametrize("name", ["Laohutai mine", "Laohutai Coal Mine", "Laohutai colliery", "Laohutai Colliery"])
def test_a_mine_is_one_subject_however_it_is_called(figures_of: FiguresOf, name: str) -> None:
    assert {figure.subject for figure in figures_of(f"The {name} employs 900 people.")} == {"Laohutai Mine"}


def test_a_mine_by_apposition_is_the_one_that_the_vocabulary_knows(figures_of: FiguresOf) -> None:
    assert [figure.subject for figure in figures_of("Laohutai, the colliery by the river, had 900 people.")] == [
        "Laohutai Mine"
    ]


@pytest.mark.parametrize("when", ["in better days", "during the good times", "in the boom years"])
def test_a_vague_past_is_of_no_period(figures_of: FiguresOf, when: str) -> None:
    figures = figures_of(f"Baotou lost 300 jobs in 2016. The smelter had 900 workers {when}.")
    assert [figure.period_end and figure.period_end.year for figure in figures] == [2016, None]


def test_during_tells_no_event(figures_of: FiguresOf) -> None:
    assert [figure.indicator for figure in figures_of("Taihu Group employed 900 people during the war.")] == [
        "employees"
    ]


def test_part_of_a_compound_is_no_verb(figures_of: FiguresOf) -> None:
    figures = figures_of("Baotou grew in 2016. Some 40 state-owned kilns, with 900 workers, have been shut.")
    assert {figure.period_end for figure in figures} == {None}


def test_a_mine_with_an_attribute_refers_back(figures_of: FiguresOf) -> None:
    text = "Taihu Group owns the Heishan Mine. Below the open mine lies a layer of 60 metres."
    assert [figure.subject for figure in figures_of(text)] == ["Heishan Mine"]


def test_only_what_stands_right_before_a_comma_is_in_what_follows(figures_of: FiguresOf) -> None:
    text = f"{OPENING}Because it is the oldest in China, the northwest has 40 state-owned enterprises."
    assert [figure.place for figure in figures_of(text)] == ["Northwest China"]
