"""Governing: the word of change that an amount hangs on, and how."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.cues import find_cues
from pipeline.extraction.governing import governing
from pipeline.extraction.scene import Scene
from pipeline.extraction.sites import Site

SiteOf = Callable[..., Site]
WORDS = [
    "fell",
    "by",
    "to",
    "from",
    "a",
    "of",
    "7 per cent",
    "40 tonnes",
    "up",
    "down",
    "drop",
    "more",
    "than",
    "was",
    ",",
]


def relation(site: Site) -> tuple[str, str | None] | None:
    move = governing(site, find_cues(site.tokens))
    return (move.relation, move.direction) if move is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents fell by 7 per cent.", ("by", "down")),
        ("Rents fell steadily by about 7 per cent.", ("by", "down")),
        ("Rents moved by 7 per cent.", ("by", None)),
        ("Rents were up by 7 per cent.", ("particle", "up")),
        ("Rents were down 7 per cent.", ("particle", "down")),
        ("Rents rose to 40 yuan.", ("to", "up")),
        ("Rents rose from 40 yuan.", ("from", "up")),
        ("Rents edged up to 40 yuan.", ("to", "up")),
        ("Rents fell before they inched back up to 40 yuan.", ("to", "up")),
        ("Rents rose, but are down to 40 yuan.", ("to", "down")),
        ("Rents were brought down to 40 yuan.", ("to", "down")),
        ("Rents are 40 yuan, down from 60 yuan.", None),
        ("Rents rose between 7 and 9 per cent.", ("object", "up")),
        ("Rents rose by between 7 and 9 per cent.", ("by", "up")),
        ("The firm shed only about 300 jobs.", ("object", "down")),
        ("A drop of 7 per cent followed.", ("of", "down")),
        ("The drop was 7 per cent.", ("is", "down")),
        ("A 7 per cent drop followed.", ("after", "down")),
        ("A 7 per cent annual drop followed.", ("after", "down")),
        ("Rents are 7 per cent higher than in May.", ("after", "up")),
        ("The firm has 300 fewer kilns.", ("after", "down")),
        ("Rents rose (7 per cent less in the old town).", ("after", "down")),
        ("Rents are 40 yuan.", None),
        ("The index is 40 points higher than in May.", ("after", "up")),
        ("Rents amount to 40 yuan.", None),
    ],
)
def test_how_the_first_amount_hangs_on_a_word_of_change(
    site_of: SiteOf, text: str, expected: tuple[str, str | None] | None
) -> None:
    assert relation(site_of(text)) == expected


def test_from_takes_the_particle_before_it(site_of: SiteOf) -> None:
    assert relation(site_of("Rents are 40 yuan, down from 60 yuan.", 1)) == ("from", "down")


@pytest.mark.parametrize(
    "text",
    [
        "Miners made up 7 per cent of them.",
        "Miners are 7 per cent more or less.",
        "The shaft is 40 metres below the road.",
        "It rose, and in the old town there are 40 kilns.",
    ],
)
def test_words_of_change_that_do_not_govern(site_of: SiteOf, text: str) -> None:
    assert relation(site_of(text)) is None


def test_a_cue_of_another_clause_does_not_govern(site_of: SiteOf) -> None:
    assert relation(site_of("Rents rose but wages came by 7 per cent.")) == ("by", None)


@given(text=st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_a_governing_cue_stands_beside_the_amount(scene_of: Callable[[str], Scene], text: str) -> None:
    if not text.strip():
        return
    scene = scene_of(text)
    for amount in scene.amounts:
        move = governing(scene.site(amount), scene.cues)
        if move is not None and move.cue is not None:
            assert move.cue.last <= amount.begin or amount.last <= move.cue.first


@pytest.mark.parametrize(
    "text",
    [
        "The mill made 21 looms, or 7 per cent, more than last year.",
        "The mill made 21 looms (7 per cent) more than last year.",
    ],
)
def test_a_comparative_governs_over_what_says_the_amount_once_more(scene_of: Callable[[str], Scene], text: str) -> None:
    scene = scene_of(text)
    found = governing(scene.site(scene.amounts[0]), scene.cues)
    assert found is not None
    assert (found.relation, found.direction) == ("after", "up")


def test_no_comparative_governs_over_something_else(scene_of: Callable[[str], Scene]) -> None:
    for text in (
        "The mill made 21 looms, and 7 lathes, more than it sold.",
        "A loom costs 21 yuan ($3), less than pay.",
    ):
        scene = scene_of(text)
        assert governing(scene.site(scene.amounts[0]), scene.cues) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rents in Wuhai fell below 3,000 yuan in 2020.", "level"),
        ("Rents in Wuhai rose above 3,000 yuan in 2020.", "level"),
        ("Rents in Wuhai rose under 4% in 2020.", "change"),
    ],
)
def test_a_mark_is_passed_on_the_side_that_one_moves_to(text: str, kind: str) -> None:
    (figure,) = read(article_from_text(text, article_id="mark", published="2022-03-15")).figures
    assert figure.kind == kind
