"""Rates of exchange, a year each: what a writer's conversion is held against.

Belongs here: loading `data/exchange_rates.csv`, the yearly averages of the main currencies against the US dollar, from
memory of the official ones and right to about three digits. Does not: converting anything. The rates are good enough
to notice a slip and for nothing else; no published value is computed with them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "exchange_rates.csv"
_DOLLAR = "USD"


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """How much of a currency (ISO 4217 code) one US dollar bought, on average of a year."""

    code: str
    year: int
    per_dollar: float


@cache
def exchange_rates() -> tuple[ExchangeRate, ...]:
    """All rates, by year; the dollar itself is one of them. A currency lacks the years in which there was none such."""
    return tuple(_rates())


def _rates() -> Iterator[ExchangeRate]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            year = int(row.pop("year"))
            yield ExchangeRate(_DOLLAR, year, 1.0)
            yield from (ExchangeRate(code, year, float(rate)) for code, rate in row.items() if rate)
