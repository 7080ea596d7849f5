"""The names of the grammar's rules, and what each reads.

Belongs here: loading `data/rules.toml`. Does not: the rules (`pipeline.extraction`), examples of them (the tests).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).parent / "data" / "rules.toml"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the grammar: its name in `figures.rules`, its layer, and in one sentence what it reads."""

    name: str
    layer: str
    reads: str


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by name, in the order of the data file: from the number outwards.

    Raises:
        ValueError: a name stands in two layers.
    """
    with _FILE.open("rb") as file:
        layers = tomllib.load(file)
    found: dict[str, Rule] = {}
    for layer, sentences in layers.items():
        for name, reads in sentences.items():
            if name in found:
                raise ValueError(f"{_FILE.name}: the rule {name} stands in {found[name].layer} and in {layer}")
            found[name] = Rule(name, layer, reads)
    return MappingProxyType(found)
