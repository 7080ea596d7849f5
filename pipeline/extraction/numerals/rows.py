"""Rows: numerals one beside the other with no word between them, as in a table that has lost its lines.

Belongs here: finding them. Does not: what becomes of their numerals (`accounts`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.numerals.numeral import Numeral

_FEWEST = 12
"""Telephone numbers, dates and scores have fewer."""


def in_rows(numerals: Sequence[Numeral]) -> frozenset[int]:
    """The first tokens of the numerals, which are in order, that stand in a row."""
    if len(numerals) < _FEWEST:
        return frozenset()
    found: set[int] = set()
    begin = 0
    for k, numeral in enumerate(numerals, 1):
        if k < len(numerals) and numerals[k].first == numeral.last:
            continue
        if k - begin >= _FEWEST:
            found.update(one.first for one in numerals[begin:k])
        begin = k
    return frozenset(found)
