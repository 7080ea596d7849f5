"""Bare numbers: the unit of a number that has none beside it, from what it continues, and whose measure it repeats.

Belongs here: one rule for each thing that can lend its unit - the other member of a pair (`pairs`), what the clause
measures (`measures`), people that it can only be (`persons`), things counted before (`counts`), a figure that goes on
(`continuing`) - and their order (`lend`). Does not: units shared in lists and ranges, which need no context
(`amounts`).
"""

from __future__ import annotations

from pipeline.extraction.bare_numbers.bare import Lent
from pipeline.extraction.bare_numbers.lend import RULES, with_unit

__all__ = ["RULES", "Lent", "with_unit"]
