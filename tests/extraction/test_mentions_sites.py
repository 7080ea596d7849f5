"""Sites by name: fields in a list, blocks and shafts with a code, roads by number, what "there" and "sister" mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extraction.mentions import find_mentions
from pipeline.extraction.model import Figure
from pipeline.extraction.tokens import tokenize

FiguresOf = Callable[[str], list[Figure]]


def facilities(text: str) -> list[str | None]:
    """The facilities named in a text."""
    entities = (mention.entity for mention in find_mentions(tokenize(text)) if mention.kind == "name")
    return [one.subject for one in entities if one is not None and one.subject_kind == "facility"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It runs the Karn and Orby fields.", ["Karn field", "Orby field"]),
        ("It runs the Karn, Orby and Vitra pits.", ["Karn pit", "Orby pit", "Vitra pit"]),
        ("The Karn and Orby coal mines are old.", ["Karn coal mine", "Orby coal mine"]),
        ("Recovery in Block Karn-79 rose.", ["Block Karn-79"]),
        ("Shaft No. 3 is old.", ["Shaft No. 3"]),
        ("The Karn and Orby wind farms turn.", ["Karn wind farm", "Orby wind farm"]),
        ("Men left Pit 4.", ["Pit 4"]),
        ("Men left Karn, its oldest shaft, in May.", ["Karn shaft"]),
        ("Dualling the A465 is slow.", ["A465"]),
        ("Homes along the B38 fell.", ["B38"]),
        ("The M4 corridor is rich.", ["M4"]),
        ("A stretch of the A30 is shut.", ["A30"]),
        ("The A4 motorway is shut.", ["A4 motorway"]),
    ],
)
def test_sites_by_name(text: str, names: list[str]) -> None:
    assert facilities(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Datong and Wuhai mines are old.",
        "The Polish and Czech mines are old.",
        "Karn and Orby pits are old.",
        "They sold the A320 to China.",
        "The G7 met.",
        "The pit had 4 men.",
        "Karn and Orby met the board.",
    ],
)
def test_what_names_no_site(text: str) -> None:
    assert facilities(text) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Wuhai is old. It has the Karn and Orby fields. Orby made 90 tonnes.", "Orby field"),
        ("Wuhai is old. Karn, its oldest shaft, is wet. Water there stands 140 metres high.", "Karn shaft"),
        ("Wuhai is old. The Karn mine shut. There are no jobs there for 90 per cent.", "Wuhai"),
        ("Wuhai is old. The Karn smelter shut. Rents there fell by 9 per cent.", "Wuhai"),
        (
            "Wuhai has the Karn and Orby fields. A barrel at Orby takes $58, versus $47 at its older sister.",
            "Karn field",
        ),
        ("Wuhai is old. The Karn and Orby pits made 90 tonnes.", "Karn and Orby pits"),
        ("Wuhai is old. The Karn Vale and Orby pits shut. At Karn Vale 90 men left.", "Karn Vale pit"),
        ("Wuhai is old. The Karn Vale and Orby power stations shut. Karn Vale lost 90 men.", "Karn Vale power station"),
        ("Karn, the gold mine that Orby Group runs in Wuhai, made 90 tonnes.", "Karn mine"),
        ("Wuhai is old. Trains are slow, and the line carries 90 passengers.", "Wuhai line"),
        ("Wuhai has an old steelworks. The line has 90 lamps.", "Wuhai"),
        ("Wuhai fell behind as North-Western Province, with its 9 pits, pulled ahead.", "North-Western"),
        ("The A14 between Datong and Wuhai carries 90 lorries.", "A14"),
        ("Wuhai lost 90 men as Datong pulled ahead.", "Wuhai"),
        ("Wuhai is old. The 40,000-bpd Karn refinery is shut.", "Karn refinery"),
        ("Wuhai is old. A 600-megawatt Karn power station is shut.", "Karn power station"),
        ("Wuhai is old. It runs the Karn mine. Taking it to the rest of the mine cost 90 million yuan.", "Wuhai"),
    ],
)
def test_what_is_told_of_a_site(figures_of: FiguresOf, text: str, subject: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.subject or figure.place) == subject
