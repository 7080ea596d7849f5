"""The scan for numerals, from the first token to the last.

Belongs here: the order of the scan. Does not: how any numeral is read (`digits`, `spelled`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.numerals.digits import in_digits, vulgar_fraction
from pipeline.extraction.numerals.numeral import Numeral
from pipeline.extraction.numerals.spelled import spelled
from pipeline.extraction.tokens import Token

_READERS = {"n": in_digits, "v": vulgar_fraction, "w": spelled}


def find_numerals(tokens: Sequence[Token]) -> list[Numeral]:
    """All numerals of `tokens` in order; none overlap, and each digit sequence and number word is in one."""
    out: list[Numeral] = []
    i = 0
    while i < len(tokens):
        reader = _READERS.get(tokens[i].kind)
        numeral = None if reader is None else reader(tokens, i)
        if numeral is None:
            i += 1
        else:
            out.append(numeral)
            i = numeral.last
    return out
