"""Measures told by a unit and the product that the text is speaking of."""

from __future__ import annotations

import pytest

from pipeline.articles import article_from_text
from pipeline.extraction import read


def measures(text: str) -> list[tuple[str | None, str]]:
    figures = read(article_from_text(text, article_id="focus", published="2022-03-15")).figures
    return [(figure.indicator, figure.unit) for figure in figures]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Coal made Wuhai rich. In 2021 the pits hauled 13 million tonnes.", "coal_output"),
        (
            "Wuhai lives on oil. Old wells gave engineers a headache. In 2021 they squeezed 3 million tonnes out.",
            "crude_oil_output",
        ),
        ("Wuhai lives on wheat. In 2021 farmers reaped 3 million tonnes.", "wheat_output"),
        ("Wuhai's gas slipped to 1.1 billion cubic metres in 2021.", "natural_gas_output"),
        ("In Wuhai the crushers want soybeans. In 2021 they bid 4,960 yuan a tonne.", "soybean_price"),
        ("The Tarvas field yielded 81,000 barrels a day in 2021.", "crude_oil_output"),
        ("In Wuhai the smelter for aluminium is rated at 1.7 million tonnes.", "aluminium_capacity"),
    ],
)
def test_the_unit_and_the_product_spoken_of_make_the_measure(text: str, indicator: str) -> None:
    assert [told for told, _ in measures(text)] == [indicator]


def test_the_product_named_last_goes_before_the_others() -> None:
    text = "Wuhai lives on coal and on wheat. In 2021 it dug 3 million tonnes and reaped 2 million tonnes."
    assert [told for told, _ in measures(text)] == ["coal_output", "wheat_output"]


def test_what_makes_no_price_is_none() -> None:
    text = "In Wuhai the crushers want soybeans. In 2021 they earned 60 yuan a tonne."
    assert "soybean_price" not in [told for told, _ in measures(text)]


def test_a_product_that_only_describes_is_not_what_is_measured() -> None:
    assert measures("Wuhai's coal trains carried 4,000 tonnes in 2021.") != [("coal_output", "tonne")]
