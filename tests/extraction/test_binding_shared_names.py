"""Names that several products share, and what is done to goods besides making them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.model import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Gavle makes steel. Its pit dug 31 tonnes of ore.", "iron_ore_output"),
        ("Gavle mines copper. Its pit dug 31 tonnes of ore.", "ore_output"),
        ("Gavle lives by its pit, which dug 31 tonnes of ore.", "ore_output"),
        ("Gavle smelts pig iron. Stocks of ore are 31 tonnes.", "iron_ore_stocks"),
        ("Around Gavle coffee is grown. Beans fetch 31 kronor a kilo.", "coffee_price"),
        ("Around Gavle soybeans are grown. The harvest of beans was 31 tonnes.", "soybean_output"),
    ],
)
def test_a_shared_name_means_what_the_text_has_named(figures_of: FiguresOf, text: str, indicator: str) -> None:
    assert figures_of(text)[0].indicator == indicator


@pytest.mark.parametrize(
    ("text", "indicator", "kind"),
    [
        ("The quarry at Gavle cuts 310 tonnes of marble a year.", "marble_output", "level"),
        ("Farmers near Gavle cut 310 tonnes of peat in 2019.", "peat_output", "level"),
        ("The board of Gavle cut 310 tonnes of marble exports in 2019.", "marble_exports", "change"),
        ("The refinery of Gavle processed 310 tonnes of crude in 2019.", "refinery_throughput", "level"),
        ("The works at Gavle crushed 310 tonnes of ore in 2019.", None, "level"),
        ("The mill in Gavle ground 310 tonnes of flour in 2019.", "flour_output", "level"),
        ("Farmers near Gavle store 310 tonnes of grain.", "grain_stocks", "level"),
        ("Exports of crude through the port of Gavle were 310 tonnes.", "crude_oil_exports", "level"),
    ],
)
def test_what_is_done_to_goods(figures_of: FiguresOf, text: str, indicator: str | None, kind: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.indicator, figure.kind) == (indicator, kind)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("The harbour of Gavle handled 310 tonnes in 2019.", "freight"),
        ("Trains through Gavle carried 310 tonnes in 2019.", "freight"),
        ("The port of Gavle handled 310 TEUs in 2019.", "container_throughput"),
        ("The port of Gavle handled 310 tonnes of coal in 2019.", None),
        ("The judges of Gavle settled 310 cases in 2019.", None),
        ("A shop in Gavle shipped 310 cases of wine.", None),
        ("Measles is back. Gavle had 310 cases in 2019.", "disease_cases"),
        ("Doctors in Gavle treated 310 cases in 2019.", "disease_cases"),
        ("The yard in Gavle is old. It ships 310 tonnes a year.", None),
    ],
)
def test_what_is_handled_and_what_are_cases(figures_of: FiguresOf, text: str, indicator: str | None) -> None:
    assert [figure.indicator for figure in figures_of(text)] == [indicator]
