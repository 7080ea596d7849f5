"""What lies between two prices is no price."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("The discount of scrap to cathode in Zibo widened to 2,600 yuan.", "discount of scrap to cathode"),
        ("The premium for coal from Zibo was 95 yuan a ton.", "premium for coal"),
        ("Coal in Zibo sells at a discount of 30 yuan to coking coal.", "discount to coking coal"),
        ("Coal in Zibo fetched 600 yuan a ton, a premium of 40 yuan over lignite.", "premium over lignite"),
    ],
)
def test_a_spread_keeps_its_words(figures_of: FiguresOf, text: str, measured: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.indicator, figure.measured) == (None, measured)


def test_insurance_premiums_are_no_spread(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("Insurance premiums in Zibo were 3 million yuan.")
    assert figure.indicator == "insurance_premiums"
