"""Conduct: what a name does that only a firm does, its short forms, the text that goes on about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.mentions import find_mentions
from pipeline.extraction.model import Figure
from pipeline.extraction.tokens import tokenize

FiguresOf = Callable[[str], list[Figure]]


def organisations(text: str) -> list[str | None]:
    """The organisations named in a text."""
    entities = (mention.entity for mention in find_mentions(tokenize(text)) if mention.kind == "name")
    return [one.subject for one in entities if one is not None and one.subject_kind == "organisation"]


@pytest.mark.parametrize(
    "text",
    [
        "Floods have forced Karn Orr to lower its guidance.",
        "The strike led Karn Orr to shut its older kilns.",
        "Cheap imports pushed Karn Orr to sell its smelter.",
        "Karn Orr lowered its forecast.",
        "Karn Orr will cut its dividend.",
        "Karn Orr has so far hired 14 of its 120 employees.",
        "Karn Orr said it would sell the yard.",
        "Karn Orr said that its debt had grown.",
        "Karn Orr says it expects less.",
        "Karn Orr reported a pretax loss.",
        "Karn Orr made a net profit again.",
        "Karn Orr sank 214 wells.",
        "Karn Orr lifted 67,400 barrels a day.",
        "Karn Orr plans to build 900 homes.",
        "Karn Orr idled a kiln.",
        "Karn Orr has mothballed a potline.",
        "Karn Vale Orr sold the yard.",
        "The kiln is operated by Karn Orr now.",
        "Karn Orr, operator of the toll road, lost.",
        "Karn Orr, its first tenant, left.",
        "Karn Mines lost.",
        "Karn Gearing lost.",
        "Karn Investment lost.",
        "Orr said it would sell the yard.",
        "Karn Orr and its rival will merge.",
        "Karn Orr, Poland's biggest brewer, lost.",
        "Karn Orr, Poland's second-biggest insurer, lost.",
        "Karn Orr booked orders worth 30 million euros.",
        "Workers at Karn Orr walked out.",
        "Some 90 people work for Karn Orr.",
        "Turnover at Karn Orr fell.",
        "Losses of Karn Orr grew.",
        "A blockade obliged Karn Orr to halve output.",
        "Karn Orr, Germany's biggest landlord, lost.",
        "Karn Plantation lost.",
    ],
)
def test_what_does_what_firms_do_is_one(text: str) -> None:
    (name,) = organisations(text)
    assert name is not None
    assert name.split()[0] in ("Karn", "Orr")


@pytest.mark.parametrize(
    "text",
    [
        "Maria Holm lost 300 euros.",
        "Maria Holm sold 30 cows.",
        "Maria Holm said it was cold.",
        "Maria Holm said it has been cold.",
        "Maria Holm said his debts had grown.",
        "Maria Holm, owner of the toll road, lost.",
        "Maria Holm forced the lock.",
        "They led Maria Holm to the door.",
        "Mayor Maria Holm lowered its forecast.",
        "Townspeople earned 9,000 tonnes of it.",
        "Maria Holm hoped, and its guidance fell.",
        "Maria Holm waited; losses grew.",
        "Two made 30 cars.",
        "Karn Vale lost its mines.",
        "Maria Holm said it would rain for 30 days.",
        "Maria Holm said it had been hot.",
        "Maria Holm recalled 30 years of it.",
        "Maria Holm posted a letter.",
        "Maria Holm booked 30 seats.",
        "They led Maria Holm to halve an apple.",
        "Maria Holm, a landlord, lost.",
        "It works for Maria.",
    ],
)
def test_what_persons_do_makes_no_firm(text: str) -> None:
    assert organisations(text) == []


def of_last(figures: list[Figure]) -> str | None:
    """What the last figure is of."""
    return figures[-1].subject or figures[-1].place


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("WUHAI, June 2 - Karn Vale Mines lost. Karn Vale spent 90 million yuan.", "Karn Vale Mines"),
        ("WUHAI, June 2 - Karn Vale Mines lost.\nOutput in May came to 900 tonnes of tin.", "Karn Vale Mines"),
        ("WUHAI, June 2 - Karn Vale Mines lost.\nCash costs climbed to $3 a pound.", "Karn Vale Mines"),
        ("WUHAI, June 2 - Karn Vale Mines lost.\nFull-year revenue shrank by 31 per cent.", "Karn Vale Mines"),
        ("WUHAI, June 2 - Karn Vale Mines lost.\nNet debt was 90 million yuan.", "Karn Vale Mines"),
        ("WUHAI, June 2 - Karn Vale Mines lost.\nMen left the company. It has 90 pits.", "Karn Vale Mines"),
        ("WUHAI, June 2 - Karn Vale Mines lost, the Wuhai-based miner said. It has 90 pits.", "Karn Vale Mines"),
        ("WUHAI, June 2 - Rents fell.\nOutput fell by 3 per cent.", "Wuhai"),
        ("Wuhai is old. Wuhai lost. Datong Coal sank 90 wells. Datong has 90 pits.", "Datong Coal"),
        ("Wuhai is old. Wuhai lost. Datong Coal sank 90 wells. In Datong 90 pits shut.", "Datong"),
        ("Datong is old. Datong lost. Datong Coal sank 90 wells.\nDatong has 90 pits.", "Datong"),
    ],
)
def test_a_text_stays_with_its_firm(figures_of: FiguresOf, text: str, subject: str) -> None:
    assert of_last(figures_of(text)) == subject


def test_a_firm_is_where_it_says_that_it_is_based(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("Karn Vale Mines lost, the Wuhai-based miner said. Karn Vale has 90 pits.")
    assert (figure.place, figure.subject) == ("Wuhai", "Karn Vale Mines")


def test_a_bureau_is_not_what_a_text_stays_with(figures_of: FiguresOf) -> None:
    text = "WUHAI, June 2 - Karn Vale Bureau lost.\nOutput of coal fell by 3 per cent."
    assert of_last(figures_of(text)) == "Wuhai"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Wuhai is old. Karn Orr Mines lost. Its shares, listed in Santiago, fell by 4 per cent.", "Karn Orr Mines"),
        ("Wuhai is old. Karn Orr Mines lost. Shares of Karn Orr rose 3 per cent in Sydney.", "Karn Orr Mines"),
        ("Wuhai is old. Karn Orr Mines lost. Its stock, which trades in Lima, was 4 per cent lower.", "Karn Orr Mines"),
        ("Karn Orr Mines has kilns in Sydney. Rents in Sydney rose 3 per cent.", "Sydney"),
        ("Wuhai-based Karn Gearing booked orders. Profit was 90 million yuan.", "Karn Gearing"),
        (
            "WUHAI, June 2 - Karn Orr Foods lost, the Wuhai-based grocer said. The group has 90 kilns.",
            "Karn Orr Foods",
        ),
        ("WUHAI, June 2 - Karn Orr Hotels lost. The chain has 90 hotels.", "Karn Orr Hotels"),
        ("Turkey's Karn Holding said revenue rose 12 per cent.", "Karn Holding"),
        ("Karn Orr, a cooperative of farmers in Wuhai, bought 90 cows.", "Karn Orr"),
        ("Turnover at Wuhai's Karn Marine fell. It built 90 ferries.", "Karn Marine"),
        ("Some 90 people work for Karn Optics in Wuhai.", "Karn Optics"),
        ("In Odessa rents rose. Driller Karn Resources lost. Karn runs 90 rigs.", "Karn Resources"),
        ("WUHAI, June 2 - Karn Steel lost.\nOutput at its two mills fell by 9 per cent.", "Karn Steel"),
        ("WUHAI, June 2 - Karn Steel lost. The mill has 90 lamps.", "Karn Steel"),
        ("In Wuhai, Karn Orr said it would sell 90 kilns.", "Karn Orr"),
        ("Prime Minister Maria Holm left Wuhai. Maria Holm will cut its debt by 9 per cent.", "Wuhai"),
        ("Maria Holm, 71, left Wuhai. Maria Holm said it would cut 90 jobs.", "Wuhai"),
    ],
)
def test_a_venue_or_a_seat_is_not_whose_a_figure_is(figures_of: FiguresOf, text: str, subject: str) -> None:
    assert of_last(figures_of(text)) == subject
