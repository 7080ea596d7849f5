"""Frames: what an amount says in its clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.frames import Frame
from pipeline.extraction.framing import read_frame
from pipeline.extraction.framing.comparisons import against_time
from pipeline.extraction.governing import governing
from pipeline.extraction.model import Figure
from pipeline.extraction.scene import Scene

SceneOf = Callable[[str], Scene]


def frame(scene: Scene, nth: int = 0, *, ratio_theme: bool = False) -> Frame:
    site = scene.site(scene.amounts[nth])
    return read_frame(site, governing(site, scene.cues), scene.periods, ratio_theme=ratio_theme)


# ---------------------------------------------------------------------- per cent and points
@pytest.mark.parametrize(
    ("text", "name", "direction"),
    [
        ("Rents fell by 7 per cent.", "change", "down"),
        ("Rents fell 7 per cent.", "change", "down"),
        ("A drop of 7 per cent followed.", "change", "down"),
        ("A 7 per cent drop followed.", "change", "down"),
        ("Rents were down 7 per cent.", "change", "down"),
        ("Rents were 7 per cent lower than a year earlier.", "change", "down"),
        ("Rents moved by 7 per cent.", "change", None),
        ("Vacancy went up 3 percentage points.", "change", "up"),
        ("Growth of 7 per cent was reported.", "rate", None),
        ("The loss was 7 per cent.", "rate", None),
        ("Vacancy is 7 per cent.", "rate", None),
        ("Vacancy rose to 7 per cent.", "moved-to", "up"),
        ("Vacancy rose from 7 per cent.", "moved-from", None),
        ("Rents are 7 per cent below the mean of Leeds.", "gap-to", None),
        ("Rents trail those in Leeds by 7 per cent.", "gap-to", None),
        ("Rents are 7 per cent off their peak.", "change", "down"),
        ("Rents came to 4 euros, off 7 per cent from 2009.", "change", "down"),
        ("Rents are 7 per cent up in money terms but slower than Leeds.", "change", "up"),
        ("Profit had so been cut in half.", "change", "down"),
        ("Rents saw a rise, the first since May, of 7 per cent.", "change", "up"),
        ("Rents are 7 per cent higher than in Leeds.", "gap-to", None),
        ("Vacancy is 3 percentage points above that of Leeds.", "gap-to", None),
        ("The firm has 7 per cent of the kilns.", "share-of", None),
        ("Rents are 80 per cent of those in Leeds.", "ratio-to", None),
        ("Of the kilns, a third are cold.", "share-of", None),
    ],
)
def test_percentages(scene_of: SceneOf, text: str, name: str, direction: str | None) -> None:
    scene = scene_of(text)
    found = frame(scene, next(nth for nth, amount in enumerate(scene.amounts) if amount.kind in ("ratio", "points")))
    assert (found.name, found.direction) == (name, direction)


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        ("Zibo dug 1.1 million tonnes of coal, -14.6%.", 14.6, "down"),
        ("Zibo dug 1.1 million tonnes of coal (+8.3%).", 8.3, "up"),
    ],
)
def test_a_sign_behind_a_level_tells_how_it_moved(
    figures_of: Callable[[str], list[Figure]], text: str, value: float, direction: str
) -> None:
    level, moved = figures_of(text)
    assert (moved.kind, moved.value, moved.direction) == ("change", value, direction)
    assert moved.indicator == level.indicator == "coal_output"
    assert moved.low is not None
    assert moved.high is not None
    assert moved.low < moved.value < moved.high


def test_a_signed_rate_is_none(figures_of: Callable[[str], list[Figure]]) -> None:
    figure = figures_of("The natural growth rate in Zibo was -7.2 per cent.")[0]
    assert (figure.kind, figure.value) == ("rate", -7.2)


def test_per_cent_of_a_ratio_behind_of_are_no_share(scene_of: SceneOf) -> None:
    scene = scene_of("Of the districts, 7 per cent were hit.")
    assert frame(scene).name == "share-of"
    assert frame(scene, ratio_theme=True).name == "rate"


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        ("Rents are 7 per cent higher than in 2009.", True),
        ("Rents are 7 per cent higher than they used to be.", True),
        ("Rents are 7 per cent up on May.", True),
        ("Rents are 7 per cent below the 2009 peak.", True),
        ("Rents are 7 per cent below their peak.", True),
        ("Rents are 7 per cent off the record of May.", True),
        ("Rents are 7 per cent below the level in 2009.", True),
        ("Rents were 7 per cent below the mean in 2009.", None),
        ("Rents are 7 per cent higher than in Leeds.", False),
        ("Rents are 7 per cent higher.", None),
        ("Rents are 7 per cent higher, as in 2009.", None),
        ("Rents are 7 per cent from what the old town with its many very fine shops takes.", None),
    ],
)
def test_a_comparison_is_with_a_time_or_with_something_else(scene_of: SceneOf, text: str, timed: bool | None) -> None:
    scene = scene_of(text)
    assert against_time(scene.site(scene.amounts[0]), scene.periods) is timed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Coal costs 820 yuan a tonne in Zibo, 25 yuan short of the record of May.", "change"),
        ("The census of Zibo found 2.2 million people, 630,000 short of the number in 2010.", "change"),
        ("In 2018 tourists left 14 billion yuan behind in Zibo.", "level"),
        ("The seam in Zibo lies 400 metres below ground.", "level"),
    ],
)
def test_an_amount_falls_short_of_an_earlier_level_alone(
    figures_of: Callable[[str], list[Figure]], text: str, kind: str
) -> None:
    assert figures_of(text)[-1].kind == kind


def test_a_change_against_a_time_says_so(scene_of: SceneOf) -> None:
    assert frame(scene_of("Rents are 7 per cent higher than in 2009.")).compared
    assert not frame(scene_of("Rents rose 7 per cent.")).compared


# ---------------------------------------------------------------------- things and quantities
@pytest.mark.parametrize(
    ("text", "name", "kind", "direction"),
    [
        ("The town has 40 kilns.", "level", "count", None),
        ("The town fired 40 tonnes.", "level", "level", None),
        ("Staff rose by 300 people.", "change", "change", "up"),
        ("The firm shed 300 jobs.", "change", "change", "down"),
        ("The firm cut 300 tonnes.", "change", "change", "down"),
        ("The firm lost 300 million yuan.", "level", "level", None),
        ("The firm lost 300 tonnes.", "level", "level", None),
        ("The firm lost 300 people.", "change", "change", "down"),
        ("The firm has 300 fewer kilns than it had.", "change", "change", "down"),
        ("The firm has 300 more kilns than it had.", "change", "change", "up"),
        ("Bricks are 40 yuan more than a year ago.", "change", "change", "up"),
        ("Bricks cost 40 yuan more than those of Leeds.", "gap-to", "rate", None),
        ("Bricks are 40 yuan less.", "change", "change", "down"),
        ("Bricks are 40 yuan higher.", "level", "level", None),
        ("Rents rose 40 yuan.", "change", "change", "up"),
        ("Rents changed 40 yuan.", "level", "level", None),
        ("Output rose to 40 tonnes.", "moved-to", "level", "up"),
        ("Output fell from 40 tonnes.", "moved-from", "level", None),
        ("The increase was 300 jobs.", "change", "change", "up"),
        ("A loss of 3 million yuan followed.", "level", "level", None),
        ("An outflow of 3,000 people followed.", "level", "level", "down"),
        ("Rents rose from 40 yuan to 60 yuan.", "moved-from", "level", None),
    ],
)
def test_quantities(scene_of: SceneOf, text: str, name: str, kind: str, direction: str | None) -> None:
    found = frame(scene_of(text))
    assert (found.name, found.kind, found.direction) == (name, kind, direction)


def test_a_plain_frame_is_the_amount_itself(scene_of: SceneOf) -> None:
    scene = scene_of("Staff rose by about 300 people.")
    amount, found = scene.amounts[0], frame(scene)
    assert (found.value, found.low, found.high, found.comparator, found.unit) == (
        amount.value,
        amount.low,
        amount.high,
        amount.comparator,
        amount.unit,
    )


# ---------------------------------------------------------------------- multiples
@pytest.mark.parametrize(
    ("text", "name", "value", "direction"),
    [
        ("Rents doubled.", "change-by-factor", 100, "up"),
        ("Rents halved.", "change-by-factor", 50, "down"),
        ("Rents will treble.", "change-by-factor", 200, "up"),
        ("A tenfold increase followed.", "change-by-factor", 900, "up"),
        ("A 3-fold increase followed.", "change-by-factor", 200, "up"),
        ("Rents rose 2.5 times.", "change-by-factor", 150, "up"),
        ("Rents rose threefold.", "change-by-factor", 200, "up"),
        ("The kilns are 2.5 times the number of 1998.", "change-by-factor", 150, "up"),
        ("There are thrice as many as in 1998.", "change-by-factor", 200, "up"),
        ("It has three times what it had before.", "change-by-factor", 200, "up"),
        ("Rents in Leeds are high, double the national mean.", "ratio-to", 200, None),
        ("It sold 15 times the forecast made in 1998.", "ratio-to", 1500, None),
        ("It sold three times the number expected before.", "ratio-to", 300, None),
        ("Rents are twice those of Leeds.", "ratio-to", 200, None),
        ("Rents are double those of Leeds.", "ratio-to", 200, None),
        ("It has three times as many kilns as Leeds.", "ratio-to", 300, None),
    ],
)
def test_multiples(scene_of: SceneOf, text: str, name: str, value: float, direction: str | None) -> None:
    found = frame(scene_of(text))
    assert (found.name, found.direction, found.unit) == (name, direction, "percent")
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Rents doubled.", 95, 105),
        ("Rents halved.", 47.5, 52.5),
        ("Rents more than doubled.", 100, None),
        ("Rents more than halved.", 50, None),
        ("Rents nearly halved.", None, 50),
        ("Rents nearly doubled.", None, 100),
        ("The kilns are 2.5 times the number of 1998.", 145, 155),
    ],
)
def test_the_interval_of_a_factor(scene_of: SceneOf, text: str, low: float | None, high: float | None) -> None:
    found = frame(scene_of(text))
    assert found.low == (None if low is None else pytest.approx(low))
    assert found.high == (None if high is None else pytest.approx(high))


@given(hedge=st.sampled_from(["", "about ", "more than ", "nearly "]), tenths=st.integers(1, 60))
def test_the_interval_of_a_factor_holds_its_value(scene_of: SceneOf, hedge: str, tenths: int) -> None:
    found = frame(scene_of(f"The kilns are {hedge}{tenths / 10} times the number of 1998."))
    assert found.direction == ("up" if tenths >= 10 else "down")
    assert found.low is None or found.low <= found.value + 1e-9
    assert found.high is None or found.value <= found.high + 1e-9


# ---------------------------------------------------------------------- ranks and distances
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It pays the lowest wages among the 57 counties.", 57),
        ("It pays the highest wages among the 57 counties.", 1),
        ("It has the most kilns among all of the 57 counties.", 1),
        ("It is the highest of 57 counties.", 1),
        ("It has the third-highest wages among the 57 counties.", 3),
        ("It pays the second-lowest of the 57 counties.", 56),
        ("It ranks ninth among the 57 counties.", 9),
        ("It was ranked ninth of the 57 counties.", 9),
    ],
)
def test_ranks(scene_of: SceneOf, text: str, value: float) -> None:
    found = frame(scene_of(text))
    assert (found.name, found.value, found.low, found.high) == ("rank", value, value, value)


@pytest.mark.parametrize(
    "text",
    ["It is one among the 57 counties.", "The highest wages of 57 counties.", "Wages are the lowest; 57 counties pay."],
)
def test_a_count_without_an_order_is_no_rank(scene_of: SceneOf, text: str) -> None:
    scene = scene_of(text)
    assert frame(scene, len(scene.amounts) - 1).name == "level"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It lies 30 km from Leeds.", "distance"),
        ("It lies 30 km north of Leeds.", "distance"),
        ("It lies 30 km to the north.", "distance"),
        ("It lies 30 km downriver.", "distance"),
        ("It laid 30 km of pipes.", "level"),
        ("It laid 30 km to the market.", "level"),
    ],
)
def test_distances(scene_of: SceneOf, text: str, name: str) -> None:
    assert frame(scene_of(text)).name == name
