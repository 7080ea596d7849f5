"""What is part of what: indicators whose amounts no other may exceed, and those that do not add up over places.

Belongs here: loading `data/wholes.toml`. Does not: which place lies in which (`places.py`), holding amounts against
each other (see `pipeline.metrics`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "data" / "wholes.toml"


@cache
def parts_of_wholes() -> tuple[tuple[str, str], ...]:
    """Pairs of indicators, part and whole: of one place, the part is not above the whole."""
    return tuple((part, whole) for whole, parts in _table()["parts"].items() for part in parts)


@cache
def not_summed() -> frozenset[str]:
    """Indicators whose amounts do not add up over places, although their unit would allow it."""
    return frozenset(_table()["not_summed"])


@cache
def _table() -> Mapping[str, Any]:
    with _FILE.open("rb") as file:
        return tomllib.load(file)
