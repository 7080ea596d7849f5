"""What a check across tables is.

Belongs here: the value, and how a function becomes one. Does not: any check.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

import pandas as pd

from pipeline.tables.catalogue import TABLES
from pipeline.tables.check.fault import Fault, Severity, examples_of

TEXTS = "texts"
"""Stands in `CrossCheck.needs` for the articles' texts."""
SPANS = "spans"
"""Stands in `CrossCheck.needs` for the scan for numbers."""


@dataclass(frozen=True, slots=True)
class Material:
    """What checks across tables look at."""

    frames: Mapping[str, pd.DataFrame]
    """Tables by name, as `from_arrow` gives them."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of each article by id."""
    spans: Mapping[str, Collection[tuple[int, int]]] = field(default_factory=dict)
    """Start and end of each number that the scan finds in each article, by id."""


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """A check that looks further than one row of one table."""

    name: str
    description: str
    """What holds, in one sentence."""
    table: str
    """The table whose rows it judges."""
    needs: frozenset[str]
    """All that it looks at: names of tables, `texts`, `spans`."""
    look: Callable[[Material], pd.DataFrame]
    """Finds the rows at fault: the table's key and the columns that show the fault."""
    severity: Severity = "error"

    @property
    def title(self) -> str:
        """The name in words."""
        return self.name.replace("_", " ")

    def run(self, material: Material) -> list[Fault]:
        """The fault, if there is one.

        Raises:
            KeyError: `material` lacks something that the check needs.
        """
        rows = self.look(material)
        if rows.empty:
            return []
        examples = examples_of(rows, [str(column) for column in rows.columns])
        return [
            Fault(self.table, None, self.name, f"does not hold: {self.description}", len(rows), examples, self.severity)
        ]


Look = Callable[[Material], pd.DataFrame]


def cross_check(table: str, *needs: str, severity: Severity = "error") -> Callable[[Look], CrossCheck]:
    """Makes a check of a function that finds the rows at fault; its docstring's first line says what holds."""

    def make(look: Look) -> CrossCheck:
        description = (look.__doc__ or "").partition("\n")[0]
        return CrossCheck(look.__name__, description, table, frozenset({table, *needs}), look, severity)

    return make


def at_fault(table: str, frame: pd.DataFrame, wrong: pd.Series | list[bool], *columns: str) -> pd.DataFrame:
    """The rows of `frame` for which `wrong` is true (unknown is not): the key of `table`, then `columns`."""
    mask = pd.Series(wrong, index=frame.index, dtype="boolean").fillna(False).astype(bool)
    return frame.loc[mask, list(dict.fromkeys([*TABLES[table].key, *columns]))]
