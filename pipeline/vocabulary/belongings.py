"""Facilities and organisations, and the place that each belongs to.

Belongs here: loading `data/belongings.csv` and looking a name up in it. Does not: recognising facilities that are not
listed by their nouns ("the Taixin mine"), which is English (`pipeline.extraction`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

_COLLIERIES = ("coal mine", "Coal Mine", "colliery", "Colliery")
"""What a text may call a mine by its name as well: of one name no town has two."""
_DATA = Path(__file__).parent / "data"

BelongingKind = Literal["facility", "organisation"]


@dataclass(frozen=True, slots=True)
class Belonging:
    """A facility (mine, field, plant, port) or an organisation (firm, bank, university) of a place.

    `place_id` is the city that it stands in or is run from; the province or country where it is of no one city.
    `spellings` are its other names as listed; `belongings` knows further ways to write them.
    """

    name: str
    kind: BelongingKind
    place_id: str
    spellings: tuple[str, ...]


@cache
def belongings() -> Mapping[str, Belonging]:
    """Every way to write a name or spelling -> what is called so.

    "Iron and Steel" is also written "Iron & Steel", "Laohutai Mine" "Laohutai mine", an apostrophe curved.
    """
    found: dict[str, Belonging] = {}
    with (_DATA / "belongings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spellings = tuple(row["spellings"].split("|")) if row["spellings"] else ()
            belonging = Belonging(row["name"], cast("BelongingKind", row["kind"]), row["place_id"], spellings)
            for name in (belonging.name, *spellings):
                for form in _forms(name, facility=belonging.kind == "facility"):
                    found.setdefault(form, belonging)
    return MappingProxyType(found)


def _forms(name: str, *, facility: bool) -> Iterator[str]:
    """The name with "and" or "&" and with either apostrophe; that of a facility with a small or a capital last word.

    A mine is a colliery too: "Laohutai Coal Mine".
    """
    cased = [name]
    others, space, last = name.rpartition(" ")
    # Not that of a firm: "US Steel" is one, "US steel" a metal.
    if facility and space:
        cased += [f"{others} {last[0].lower()}{last[1:]}", f"{others} {last[0].upper()}{last[1:]}"]
        cased += [f"{others} {noun}" for noun in _COLLIERIES if last.lower() == "mine"]
    for form in cased:
        for joined in (form, form.replace(" & ", " and "), form.replace(" and ", " & ")):
            yield joined
            yield joined.replace("'", "\u2019")
