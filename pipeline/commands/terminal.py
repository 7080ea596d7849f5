"""Tables that fit the terminal: whole lines, numbers never cut, what has no room left out and named.

Belongs here: widths, alignment, how a value looks to a person. Does not: formats for programs (see `formats`).
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console

from pipeline.release.wording import number

LEAST_TEXT = 10
"""Narrower than this a column of text tells nothing, so it is rather left out."""

BETWEEN = 2
"""Spaces between two columns."""

MOST_NAMED = 6
"""How many columns without room are named; the others are counted."""

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def print_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], out: TextIO) -> None:
    """Prints rows as a table as wide as the terminal, or as `COLUMNS` says.

    Texts are shortened where they must be, longest first. Columns for which there is no room at all are left out from
    the right, and standard error says so.
    """
    numeric = [_is_numeric([row[i] for row in rows]) for i in range(len(columns))]
    lines = [list(columns), *([shown(value) for value in row] for row in rows)]
    natural = [max(cell_len(line[i]) for line in lines) for i in range(len(columns))]
    widths = fitted(natural, numeric, Console(file=out).width)
    rule = ["─" * width for width in widths]
    for line in (lines[0], rule, *lines[1:]):
        cells = (_cell(*each) for each in zip(line, widths, numeric, strict=False))
        print((" " * BETWEEN).join(cells).rstrip(), file=out)
    _tell_left_out(columns[len(widths) :])


def _is_numeric(values: Sequence[Any]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in known)


def _cell(words: str, width: int, numeric: bool) -> str:
    if cell_len(words) > width:
        return set_cell_size(words, width - 1) + "…"
    space = " " * (width - cell_len(words))
    return space + words if numeric else words + space


def _tell_left_out(columns: Sequence[str]) -> None:
    if not columns:
        return
    named = ", ".join(columns[:MOST_NAMED]) + (f" and {len(columns) - MOST_NAMED} more" if columns[MOST_NAMED:] else "")
    print(f"No room for {named}: name fewer columns, widen the terminal, or use another --format.", file=sys.stderr)


def fitted(natural: Sequence[int], whole: Sequence[bool], width: int) -> tuple[int, ...]:
    """The widths of those columns that a terminal has room for: the first ones, at least one.

    Args:
        natural: the width that each column would like.
        whole: whether a column must not be cut: it gets the width that it likes, or none.
        width: of the terminal.

    Returns:
        Widths whose sum, with the spaces between, is `width` at most, unless a single column that must not be cut is
        wider. Columns that may be cut share what is left: each gets what it likes or, where that is too much, as much
        as the others that like more.
    """
    least = [want if fixed else min(want, LEAST_TEXT) for want, fixed in zip(natural, whole, strict=True)]
    count = 1
    while count < len(natural) and sum(least[: count + 1]) + BETWEEN * count <= width:
        count += 1
    room = width - BETWEEN * (count - 1)
    wanted = list(zip(natural[:count], whole[:count], strict=True))
    for cap in range(max(natural[:count]), 0, -1):
        widths = tuple(want if fixed else min(want, cap) for want, fixed in wanted)
        if sum(widths) <= room:
            return widths
    return tuple(want if fixed else 1 for want, fixed in wanted)


def shown(value: Any) -> str:
    """A value as a person reads it, in one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number(value) if math.isfinite(value) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {shown(item)}" for name, item in value.items())
    return cleaned(" ".join(str(value).split()))


def cleaned(text: str) -> str:
    """A text that cannot give orders to the terminal, since a third party wrote it; line ends stay."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
