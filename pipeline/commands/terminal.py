"""Tables that fit the terminal: whole lines, numbers never cut, what has no room left out and named.

Belongs here: widths, alignment, how a value looks to a person. Does not: formats for programs (see `formats`).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

LEAST_TEXT = 10
"""Narrower than this a column of text tells nothing, so it is rather left out."""

_BETWEEN = 2
"""Columns of space that each column of the table costs beside its content."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Which columns a terminal has room for: their numbers and widths, in order."""

    columns: tuple[int, ...]
    widths: tuple[int, ...]


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], out: TextIO) -> None:
    """Prints rows as a table as wide as the terminal, or as `COLUMNS` says.

    Texts are shortened where they must be, longest first. Columns for which there is no room at all are left out from
    the right, and standard error says so.
    """
    console = Console(file=out, highlight=False, soft_wrap=False)
    cells = [[shown(value) for value in row] for row in rows]
    numeric = [
        any(row[i] is not None for row in rows) and all(isinstance(row[i], (int, float, type(None))) for row in rows)
        for i in range(len(columns))
    ]
    natural = [max([len(name), *(Text(row[i]).cell_len for row in cells)]) for i, name in enumerate(columns)]
    fit = fitted(natural, numeric, console.width)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, _BETWEEN, 0, 0))
    for i, width in zip(fit.columns, fit.widths, strict=True):
        table.add_column(
            Text(columns[i]),
            justify="right" if numeric[i] else "left",
            width=width,
            no_wrap=True,
            overflow="ellipsis",
        )
    for row in cells:
        table.add_row(*(Text(row[i]) for i in fit.columns))
    console.print(table)
    left_out = [name for i, name in enumerate(columns) if i not in fit.columns]
    if left_out:
        print(f"No room for {', '.join(left_out)}: widen the terminal, or use another --format.", file=sys.stderr)


def fitted(natural: Sequence[int], whole: Sequence[bool], width: int) -> Fit:
    """The columns that `width` has room for.

    Args:
        natural: the width that each column would like.
        whole: whether a column must not be cut: it gets the width that it likes, or none.
        width: of the terminal, in columns of characters.

    Returns:
        The first columns that can be had together; the first is always there. Those that may be cut share what is
        left: each gets the width that it likes or, if that is more, the same as the others that want more.
    """
    least = [want if fixed else min(want, LEAST_TEXT) for want, fixed in zip(natural, whole, strict=True)]
    count = 1
    while count < len(natural) and sum(least[: count + 1]) + _BETWEEN * (count + 1) <= width:
        count += 1
    room = max(width - _BETWEEN * count, 1)
    cap = max((cap for cap in range(1, room + 1) if _total(natural, whole, count, cap) <= room), default=1)
    widths = [_given(natural[i], whole[i], cap) for i in range(count)]
    return Fit(tuple(range(count)), tuple(min(each, room) for each in widths))


def _total(natural: Sequence[int], whole: Sequence[bool], count: int, cap: int) -> int:
    return sum(_given(natural[i], whole[i], cap) for i in range(count))


def _given(natural: int, whole: bool, cap: int) -> int:
    return natural if whole else min(natural, cap)


def shown(value: Any) -> str:
    """A value as a person reads it, in one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {shown(item)}" for name, item in value.items())
    return " ".join(str(value).split())


def _float(value: float) -> str:
    if not 1000 <= abs(value) < 1e15:
        return f"{value:.6g}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
