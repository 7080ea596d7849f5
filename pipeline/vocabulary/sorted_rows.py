"""A CSV file of many rows as a mapping from its first column, without parsing what nobody asks for.

Belongs here: finding a row by bisection. Does not: what the columns mean.
Reading 35 000 rows into dictionaries takes fifty times as long as reading the file; a text asks for a few dozen.
"""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path


class SortedRows(Mapping[str, tuple[str, ...]]):
    """First column -> the other columns of its row.

    The file has a header, then lines in the order of their code points, one a key; keys hold no comma and no quote.
    `write` lays a file out in this way. A look-up costs a few microseconds, iteration parses as it goes.
    """

    def __init__(self, path: Path) -> None:
        """Reads the file; raises OSError where there is none."""
        header, *self._lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
        self.columns = tuple(header.split(","))
        """Names of all columns, the key's first."""

    def __getitem__(self, key: str) -> tuple[str, ...]:
        start = f"{key},"
        at = bisect_left(self._lines, start)
        # A key with a comma would match a key and the value after it.
        if "," in key or at == len(self._lines) or not self._lines[at].startswith(start):
            raise KeyError(key)
        return tuple(next(csv.reader((self._lines[at],))))[1:]

    def __iter__(self) -> Iterator[str]:
        return (line.partition(",")[0] for line in self._lines)

    def __len__(self) -> int:
        return len(self._lines)
