"""Rules among the columns of one row, for use in a table's schema.

Belongs here: comparisons that more than one table needs. Does not: rules that look into another table (see `check`).
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pandera.pandas as pandera

COLUMNS = "columns"
"""Key of a rule's `statistics` for the columns that it looks at, so that a fault can show them."""


def row_rule(
    name: str, columns: tuple[str, ...], error: str, holds: Callable[[pd.DataFrame], pd.Series]
) -> pandera.Check:
    """A rule among `columns` that `holds` answers for every row.

    An unknown answer (a null in the comparison) is a yes.
    """

    def answer(frame: pd.DataFrame) -> pd.Series:
        return holds(frame).fillna(True).astype(bool)

    return pandera.Check(answer, name=name, error=error, ignore_na=False, statistics={COLUMNS: columns})


def not_after(first: str, second: str) -> pandera.Check:
    """`first` <= `second` wherever both are known."""
    return row_rule(
        f"{first}_not_after_{second}",
        (first, second),
        f"`{first}` lies above or after `{second}`",
        lambda frame: frame[first] <= frame[second],
    )


def interval(low: str, value: str, high: str) -> tuple[pandera.Check, ...]:
    """`low` <= `value` <= `high`, and `low` <= `high`, wherever they are known."""
    return not_after(low, value), not_after(value, high), not_after(low, high)


def both_or_neither(first: str, second: str) -> pandera.Check:
    """Two columns that say one thing together: both null or both not."""
    return row_rule(
        f"{first}_with_{second}",
        (first, second),
        f"one of `{first}` and `{second}` is null, the other is not",
        lambda frame: frame[first].isna() == frame[second].isna(),
    )


def same_length(first: str, second: str) -> pandera.Check:
    """Two lists that run side by side."""
    return row_rule(
        f"{first}_as_long_as_{second}",
        (first, second),
        f"`{first}` and `{second}` differ in length",
        lambda frame: frame[first].list.len() == frame[second].list.len(),
    )


def present_with(second: str, first: str) -> pandera.Check:
    """`second` is known wherever `first` is."""
    return row_rule(
        f"{second}_present_with_{first}",
        (first, second),
        f"`{second}` is null though `{first}` is not",
        lambda frame: frame[first].isna() | frame[second].notna(),
    )


def derived_has_formula(basis: str) -> pandera.Check:
    """A row of this `basis` says how it follows from its inputs."""
    return row_rule(
        "formula_of_derived",
        ("basis", "formula"),
        f"no `formula` though the basis is `{basis}`",
        lambda frame: (frame["basis"] != basis) | frame["formula"].notna(),
    )
