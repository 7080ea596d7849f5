"""Currencies of ISO 4217 and everything that they are written with: names, signs, prefixes, codes, parts of a unit.

Belongs here: loading `data/currencies.csv` and `data/currency_names.csv` (both made by `make/currencies.py`).
Does not: finding money in a text, or choosing among the currencies that share a sign; rates (`exchange_rates.py`).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: ISO 4217 code, English name, and the names and signs that mean it where no other is named."""

    code: str
    label: str
    names: tuple[str, ...]
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CurrencyName:
    """One way to write a currency.

    `factor` is what one of it is worth in units of `code` (0.01 for a cent). `ambiguous`: it is also an ordinary word
    or abbreviation, and money only with support from the text. `readings`: all currencies that share it, the usual
    one first; empty where there is only one.
    """

    surface: str
    code: str
    factor: float
    ambiguous: bool
    readings: tuple[str, ...]


@cache
def currencies() -> Mapping[str, Currency]:
    """All currencies by code."""
    names: dict[str, list[str]] = defaultdict(list)
    symbols: dict[str, list[str]] = defaultdict(list)
    for row in _rows("currency_names.csv"):
        if row["form"] != "code" and row["in_one"] == "1":
            (names if row["form"] == "name" else symbols)[row["code"]].append(row["surface"])
    return MappingProxyType(
        {
            row["code"]: Currency(
                code=row["code"],
                label=row["name"],
                names=tuple(names[row["code"]]),
                symbols=tuple(symbols[row["code"]]),
            )
            for row in _rows("currencies.csv")
        }
    )


@cache
def currency_names() -> Mapping[str, CurrencyName]:
    """Lower-case name -> what it means: "yuan", "us dollars", "pence". Names stand after the number."""
    return MappingProxyType(_surfaces("name"))


@cache
def currency_symbols() -> Mapping[str, CurrencyName]:
    """Sign or prefix, case as written -> what it means: "$", "HK$", "RMB". Before the number; some also after it."""
    return MappingProxyType(_surfaces("symbol"))


@cache
def currency_codes() -> Mapping[str, CurrencyName]:
    """ISO 4217 code in capitals -> what it means, on either side of the number, glued or not: "USD10m", "10m USD"."""
    return MappingProxyType(_surfaces("code"))


def _surfaces(form: str) -> dict[str, CurrencyName]:
    return {
        row["surface"]: CurrencyName(
            surface=row["surface"],
            code=row["code"],
            factor=1 / int(row["in_one"]),
            ambiguous=row["ambiguous"] == "true",
            readings=tuple(row["readings"].split("|")) if row["readings"] else (),
        )
        for row in _rows("currency_names.csv")
        if row["form"] == form
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
