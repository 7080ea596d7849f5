"""Sentences brought to the stage that a part of the grammar starts from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import read
from pipeline.extraction.figures import Context
from pipeline.extraction.mentions import find_mentions
from pipeline.extraction.model import Figure
from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.periods import Clock
from pipeline.extraction.scene import Scene, set_scene
from pipeline.extraction.sites import Site
from pipeline.extraction.tokens import sentences
from pipeline.extraction.topics import Discourse

PUBLISHED = "2022-03-15"


def _scene(text: str) -> Scene:
    sentence = next(sentences(text))
    context = Context(Discourse(), Clock(date(2022, 3, 15), date(2022, 3, 15)))
    return set_scene(sentence, find_mentions(sentence.tokens), find_numerals(sentence.tokens), context)


@pytest.fixture(scope="session")
def scene_of() -> Callable[[str], Scene]:
    """The scene of a text of one sentence, published on 15 March 2022."""
    return _scene


@pytest.fixture(scope="session")
def site_of() -> Callable[..., Site]:
    """The site of an amount (the first, or number `nth`) of a text of one sentence."""

    def site(text: str, nth: int = 0) -> Site:
        scene = _scene(text)
        return scene.site(scene.amounts[nth])

    return site


@pytest.fixture(scope="session")
def figures_of() -> Callable[[str], list[Figure]]:
    """The figures of a text that was published on 15 March 2022."""

    def figures(text: str) -> list[Figure]:
        return list(read(article_from_text(text, article_id="invented", published=PUBLISHED)).figures)

    return figures
