"""Numerals: every digit sequence and every spelled number of a token sequence, with value and written precision.

Belongs here: what a numeral is worth by itself (digits, scale words, number words, fractions, multiples, ordinals),
and the plain scan that the account of all numbers is held against. Does not: units, hedges, what the number is for.
"""

from __future__ import annotations

from pipeline.extraction.numerals.find import find_numerals
from pipeline.extraction.numerals.numeral import Form, Numeral
from pipeline.extraction.numerals.plain_scan import written_numbers
from pipeline.extraction.numerals.precision import WORD_WIDTH
from pipeline.extraction.numerals.rows import in_rows

__all__ = ["WORD_WIDTH", "Form", "Numeral", "find_numerals", "in_rows", "written_numbers"]
