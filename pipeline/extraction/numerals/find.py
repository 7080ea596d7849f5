"""The scan for numerals, from the first token to the last.

Belongs here: the order of the scan. Does not: how any numeral is read (`digits`, `spelled`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extraction.numerals.digits import in_digits, vulgar_fraction
from pipeline.extraction.numerals.numeral import Numeral
from pipeline.extraction.numerals.spelled import FIRST_WORDS, Reader, spelled
from pipeline.extraction.tokens import Token

_READERS: Mapping[str, Reader] = {"n": in_digits, "v": vulgar_fraction, "w": spelled}


def find_numerals(tokens: Sequence[Token]) -> list[Numeral]:
    """All numerals of `tokens` in order; none overlap, and each digit sequence and number word is in one."""
    out: list[Numeral] = []
    # Most words begin no number.
    for i in [i for i, token in enumerate(tokens) if token.kind in "nv" or token.lower in FIRST_WORDS]:
        numeral = _READERS[tokens[i].kind](tokens, i) if not out or i >= out[-1].last else None
        if numeral is not None:
            out.append(numeral)
    return out
