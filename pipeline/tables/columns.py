"""Constructors of pandera columns: one for each type that a release uses.

Belongs here: the mapping of the release's types to Arrow, and the rules that hold for every column of a type
(no empty text, no infinite number, no null within a list). Does not: any column of any table.

A column keeps its meaning in pandera's `description`; its unit, its source and the column that it refers to in
pandera's `metadata`, under the keys of `Facts`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypedDict, Unpack

import pandas as pd
import pandera.pandas as pandera
import pyarrow as pa

TEXT = pa.string()
WHOLE = pa.int64()
REAL = pa.float64()
DAY = pa.date32()
FLAG = pa.bool_()
TEXTS = pa.list_(TEXT)
REALS = pa.list_(REAL)
READINGS = pa.list_(pa.struct([("unit", TEXT), ("value", REAL), ("low", REAL), ("high", REAL)]))


class Facts(TypedDict, total=False):
    """What a column says of itself besides its type and its meaning."""

    source: str
    """The stage and the field that it comes from."""
    unit: str
    """The unit of its values; absent where they have none."""
    references: str
    """`table.column` that each value (or each item of a list) is found in."""
    nullable: bool
    """Whether null is allowed; no, unless said."""


def _not_empty(values: pd.Series) -> pd.Series:
    return values != ""


def _finite(values: pd.Series) -> pd.Series:
    return values.abs() < float("inf")


def _items_not_empty(lists: pd.Series) -> pd.Series:
    items = lists.list.flatten()
    wrong = items.isna() | (items == "")
    return pd.Series(~lists.index.isin(items.index[wrong.astype(bool)]), index=lists.index)


NOT_EMPTY = pandera.Check(_not_empty, name="not_empty", error="empty text; use null")
FINITE = pandera.Check(_finite, name="finite", error="infinite; an open bound is null")
ITEMS_NOT_EMPTY = pandera.Check(_items_not_empty, name="items_not_empty", error="a list with a null or empty item")


def _column(kind: pa.DataType, meaning: str, checks: list[pandera.Check], facts: Facts) -> pandera.Column:
    metadata: dict[str, Any] = {name: facts.get(name) for name in ("unit", "source", "references")}
    return pandera.Column(
        pd.ArrowDtype(kind), checks, nullable=facts.get("nullable", False), description=meaning, metadata=metadata
    )


def text(meaning: str, *, pattern: str | None = None, **facts: Unpack[Facts]) -> pandera.Column:
    """Text, never empty; `pattern` must match from its start to its end."""
    checks = [NOT_EMPTY] if pattern is None else [NOT_EMPTY, pandera.Check.str_matches(rf"^(?:{pattern})$")]
    return _column(TEXT, meaning, checks, facts)


def choice(members: Collection[str], meaning: str, **facts: Unpack[Facts]) -> pandera.Column:
    """Text out of a closed vocabulary."""
    return _column(TEXT, meaning, [pandera.Check.isin(list(members))], facts)


def whole(meaning: str, *, least: int | None = None, **facts: Unpack[Facts]) -> pandera.Column:
    """A 64-bit integer, not below `least`."""
    return _column(WHOLE, meaning, [] if least is None else [pandera.Check.ge(least)], facts)


def real(
    meaning: str, *, least: float | None = None, most: float | None = None, **facts: Unpack[Facts]
) -> pandera.Column:
    """A finite 64-bit float within `least` and `most`."""
    checks = [FINITE]
    if least is not None:
        checks.append(pandera.Check.ge(least))
    if most is not None:
        checks.append(pandera.Check.le(most))
    return _column(REAL, meaning, checks, facts)


def day(meaning: str, **facts: Unpack[Facts]) -> pandera.Column:
    """A calendar day."""
    return _column(DAY, meaning, [], facts)


def flag(meaning: str, **facts: Unpack[Facts]) -> pandera.Column:
    """True or false."""
    return _column(FLAG, meaning, [], facts)


def texts(meaning: str, *, least: int = 0, **facts: Unpack[Facts]) -> pandera.Column:
    """A list of texts with at least `least` items; a list is empty, never null, and holds no null."""
    return _column(TEXTS, meaning, [ITEMS_NOT_EMPTY, *_long_enough(least)], facts)


def reals(meaning: str, *, least: int = 0, **facts: Unpack[Facts]) -> pandera.Column:
    """A list of floats with at least `least` items, where null is an open bound."""
    return _column(REALS, meaning, _long_enough(least), facts)


def readings(meaning: str, **facts: Unpack[Facts]) -> pandera.Column:
    """A list of other readings of a unit: unit, value, low, high."""
    return _column(READINGS, meaning, [], facts)


def _long_enough(least: int) -> list[pandera.Check]:
    if least == 0:
        return []
    return [
        pandera.Check(
            lambda lists: lists.list.len() >= least, name="long_enough", error=f"a list of fewer than {least} items"
        )
    ]
