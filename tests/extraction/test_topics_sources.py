"""Sources: who reports of others, and who tells of itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]
OPENING = "Baotou is poor. "


@pytest.mark.parametrize(
    "text",
    [
        "Vitra Group said it had lost 12 million yuan.",
        "Vitra Group said that its 300 workers are old.",
        "Vitra Group reported a loss of 12 million yuan.",
        "Vitra Group expects sales of 12 million yuan.",
        "Vitra Group said sales fell by 12 per cent.",
    ],
)
def test_what_a_firm_tells_is_its_own(figures_of: FiguresOf, text: str) -> None:
    assert [(figure.subject, figure.attributed_to) for figure in figures_of(OPENING + text)] == [
        ("Vitra Group", "Vitra Group")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Baotou Bureau of Statistics said sales fell by 12 per cent.",
        "Vitra Data said sales fell by 12 per cent.",
        "Vitra Research expects sales of 12 million yuan.",
        "Sales fell by 12 per cent, Vitra Group said.",
        "According to Vitra Group sales fell by 12 per cent.",
        "Vitra Group said that Baotou's sales fell by 12 per cent.",
    ],
)
def test_what_others_tell_is_of_the_text(figures_of: FiguresOf, text: str) -> None:
    assert [(figure.place, figure.subject) for figure in figures_of(OPENING + text)] == [("Baotou", None)]


def test_who_is_named_last_as_a_source_is_no_topic(figures_of: FiguresOf) -> None:
    figures = figures_of(f"{OPENING}Sales fell by 12 per cent, Vitra Group said. Rents fell by 4 per cent.")
    assert {(figure.place, figure.subject) for figure in figures} == {("Baotou", None)}
