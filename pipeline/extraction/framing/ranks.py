"""Ranks: the place of something in an order of so many.

Belongs here: the words before the amount that say so. Does not: what is ranked (`binding`).
"""

from __future__ import annotations

from pipeline.extraction.frames import Frame
from pipeline.extraction.sites import Site
from pipeline.vocabulary import language

_SUPERLATIVES = language.words("framing", "superlatives")
_LAST = language.words("framing", "last")


def read_rank(site: Site) -> Frame | None:
    """As in "the lowest wage among the 57 counties": the last of 57; "the highest among the 57": the first."""
    if "among" not in site.before(4):
        return None
    superlative = next((w for w in reversed(site.before(9)) if w.endswith("est") or w in _SUPERLATIVES), None)
    if superlative is None:
        return None
    value = site.amount.value if superlative in _LAST else 1.0
    return Frame("rank", "rank", value, value, value, "exact", "1")
