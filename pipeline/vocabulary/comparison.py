"""Which levels of an indicator may be compared.

Belongs here: loading `data/comparison.toml`. Does not: what makes two series different (place, subject, unit, whether
cumulative, price basis: `pipeline/metrics/sql/statements.sql`), or comparing (the files beside it).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pipeline.vocabulary.indicator import Nature

ComparablePeriods = Literal["any", "alike", "alike_between_articles"]

_FILE = Path(__file__).parent / "data" / "comparison.toml"


def comparable_periods(nature: Nature, family: str | None) -> ComparablePeriods:
    """Which periods of an indicator may be compared: what its family says, else what its nature says.

    Raises:
        ValueError: the data file says what is none of `ComparablePeriods`.
    """
    rules = _periods()
    said = rules["family"].get(family or "", rules["nature"][nature])
    for known in get_args(ComparablePeriods):
        if said == known:
            return known  # type: ignore[no-any-return]
    raise ValueError(f"{_FILE.name}: {said!r} is none of {', '.join(get_args(ComparablePeriods))}")


@cache
def _periods() -> Mapping[str, Mapping[str, str]]:
    with _FILE.open("rb") as file:
        periods: Mapping[str, Mapping[str, str]] = tomllib.load(file)["periods"]
    return periods
