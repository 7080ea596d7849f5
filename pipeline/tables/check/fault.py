"""What a check finds: a `Fault` that names the table, the column, the rule and the rows.

Belongs here: the value and its words. Does not: finding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

Severity = Literal["error", "warning"]

EXAMPLES = 5
"""How many rows a fault shows; it counts them all."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule that does not hold in one table.

    `count` is the number of rows at fault, 0 where the table as a whole is; `examples` are the first of them: the
    key's columns and those that show the fault, with their values.
    """

    table: str
    column: str | None
    check: str
    message: str
    count: int = 0
    examples: tuple[Mapping[str, Any], ...] = ()
    severity: Severity = "error"

    def __str__(self) -> str:
        where = self.table if self.column is None else f"{self.table}.{self.column}"
        rows = f", {self.count} row{'' if self.count == 1 else 's'}" if self.count else ""
        shown = "".join(
            "\n  " + ", ".join(f"{name}={value!r}" for name, value in example.items()) for example in self.examples
        )
        return f"{where}: {self.message} [{self.check}{rows}]{shown}"


def examples_of(rows: pd.DataFrame, columns: Sequence[str]) -> tuple[Mapping[str, Any], ...]:
    """The first rows as plain values of `columns`, null as None."""
    shown = rows.loc[:, list(dict.fromkeys(columns))].head(EXAMPLES)
    return tuple(
        {str(name): None if _is_null(value) else value for name, value in record.items()}
        for record in shown.to_dict("records")
    )


def _is_null(value: Any) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and value != value)
