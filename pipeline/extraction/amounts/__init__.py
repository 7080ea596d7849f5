"""Amounts: numerals with their units, hedges and partners, as the words of one sentence give them.

Belongs here: putting numeral, unit, rate, hedge, range and shared units together; each rule has a name. Does not: what
the amount is of, where or when (`figures`), or whether it is a figure at all (`dispositions`).
"""

from __future__ import annotations

from pipeline.extraction.amounts.amount import Amount
from pipeline.extraction.amounts.find import find_amounts

__all__ = ["Amount", "find_amounts"]
