"""Parts: of a whole, of what another has, of the same thing earlier."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.framing import Told, read_frame
from pipeline.extraction.governing import governing
from pipeline.extraction.model import Figure
from pipeline.extraction.scene import Scene

SceneOf = Callable[[str], Scene]
FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Half of the kilns are cold.", "share-of", 50),
        ("Rents are half of the German mean.", "ratio-to", 50),
        ("Rents are half those in Leeds.", "ratio-to", 50),
        ("Rents are three-quarters the national rate.", "ratio-to", 75),
        ("Rents are half what a tenant pays in Leeds.", "ratio-to", 50),
        ("Rents are a quarter of what they were in 2009.", "change-by-factor", 75),
        ("Rents are a quarter of what they used to be.", "change-by-factor", 75),
        ("Rents are 60 per cent of the 2009 level.", "change-by-factor", 40),
        ("Rents are 60 per cent of those of 2009.", "change-by-factor", 40),
        ("Rents fell to two-fifths of their 2009 peak.", "change-by-factor", 60),
        ("Rents are under a tenth of their former height.", "change-by-factor", 90),
        ("Rents will be half of today's.", "change-by-factor", 50),
        ("Births are a third of the count in 2007.", "change-by-factor", 66.67),
        ("Half of last year's rents are unpaid.", "share-of", 50),
        ("Half of the 2009 rents are unpaid.", "share-of", 50),
        ("Rents fell by half of a per cent.", "change", 0.5),
    ],
)
def test_a_part_is_of_a_whole_or_of_another_or_of_itself(scene_of: SceneOf, text: str, name: str, value: float) -> None:
    scene = scene_of(text)
    site = scene.site(scene.amounts[0])
    frame = read_frame(site, governing(site, scene.cues), scene.periods, ratio_theme=False)
    assert frame.name == name
    assert frame.value == pytest.approx(value, abs=0.01)


@pytest.mark.parametrize(
    ("told", "name"), [("same", "change-by-factor"), ("other", "share-of"), ("nothing", "share-of")]
)
def test_behind_a_figure_a_part_is_of_what_that_told(scene_of: SceneOf, told: Told, name: str) -> None:
    scene = scene_of("The mill sold 300 looms, half of the total for 2009.")
    site = scene.site(scene.amounts[1])
    assert read_frame(site, None, scene.periods, ratio_theme=False, told=told).name == name


def test_the_bound_of_a_part_is_the_opposite_bound_of_what_is_gone(figures_of: FiguresOf) -> None:
    for hedge, comparator in (("fewer than", "more_than"), ("more than", "less_than"), ("at most", "at_least")):
        figure = figures_of(f"The population of Zibo is {hedge} half of what it was in 2009.")[0]
        assert (figure.kind, figure.direction, figure.comparator) == ("change", "down", comparator)
        assert 50 in (figure.low, figure.high)


def test_a_part_of_itself_has_its_whole_as_its_base(figures_of: FiguresOf) -> None:
    for text in (
        "Coal output in Zibo is a quarter of what it was in 2009.",
        "Coal output in Zibo fell to half of its 2009 peak.",
        "Coal output in Zibo is 60 per cent of the 2009 level.",
    ):
        base = figures_of(text)[0].base_end
        assert base is not None
        assert base.year == 2009


def test_another_measure_makes_a_share_of_what_it_told(figures_of: FiguresOf) -> None:
    earned = figures_of("In 2012 the Longhu mine earned 42 million yuan, a quarter of its 2012 revenue.")
    sold = figures_of("In 2015 the Longhu mine had revenue of 42 million yuan, a quarter of its 2012 revenue.")
    assert [figure.kind for figure in earned] == ["level", "share"]
    assert [figure.kind for figure in sold] == ["level", "change"]


def test_a_ratio_behind_a_figure_is_of_its_measure(figures_of: FiguresOf) -> None:
    figure = figures_of("Rents in Essen average €6 a square metre, about 70 per cent of the German mean.")[1]
    assert (figure.indicator, figure.compared_with) == ("rent_relative_to", "Germany")
