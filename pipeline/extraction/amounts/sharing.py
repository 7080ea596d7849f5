"""Units that are said once for several numerals: "9.2, 55.1 and 36.7 billion yuan", "from 3 to 5 per cent".

Belongs here: which neighbours share a unit. Does not: ranges, which are one amount (`ranges`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.amounts.drafts import Draft
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.numerals.digits import rescaled
from pipeline.extraction.signs import DASHES
from pipeline.extraction.tokens import Token

_JOINTS = frozenset({",", "and", "or", "to", "but", "/", "from"}) | DASHES
_LONGEST_JOINT = 3
_BEFORE_CURRENCY = frozenset({"and", "or", "to", "-", "\u2013"})
_LARGEST_MANTISSA = 10_000


def share_units(tokens: Sequence[Token], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each that lacks a unit with that of its right neighbour, where the words between let it.

    The scale is shared too, where the numeral has none of its own.
    """
    out = list(drafts)
    for i in range(len(out) - 2, -1, -1):
        if _shares(tokens, out[i], out[i + 1]):
            out[i] = _like(out[i], out[i + 1])
    return out


def _shares(tokens: Sequence[Token], here: Draft, after: Draft) -> bool:
    if here.measure is not None or here.factor is not None or here.numeral.form not in ("digits", "words"):
        return False
    if after.measure is None or after.factor is not None or after.rule == "fraction":
        return False
    gap = [token.lower for token in tokens[here.last : after.first]]
    if not 0 < len(gap) <= _LONGEST_JOINT or gap[0] == "from" or not _JOINTS.issuperset(gap):
        return False
    if after.rule == "counted-noun":
        # "1,700 and 300 people respectively", but not "in 11, and 14 collieries closed".
        return len(gap) == 1 and gap[0] not in (",", "but")
    # "3 to $5" shares the dollar; "in 3, $5" does not.
    return after.rule != "currency-before" or gap[-1] in _BEFORE_CURRENCY


def _like(here: Draft, after: Draft) -> Draft:
    return replace(
        here,
        numeral=_scaled_like(here.numeral, after.numeral),
        measure=after.measure,
        per=after.per,
        noun=after.noun,
        rule="shared-unit",
    )


def _scaled_like(here: Numeral, after: Numeral) -> Numeral:
    if here.scaled or not after.scaled or here.form != "digits" or here.value >= _LARGEST_MANTISSA:
        return here
    return rescaled(here, after.scale)
