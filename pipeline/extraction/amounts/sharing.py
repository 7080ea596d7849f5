"""Units that are said once for several numerals: "4.6, 18.3 and 27.9 billion yuan", "from 4 to 9 per cent".

Belongs here: which neighbours share a unit. Does not: ranges, which are one amount (`ranges`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.amounts.drafts import Draft
from pipeline.extraction.hedges import hedge_before
from pipeline.extraction.nouns import STOP
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.numerals.digits import rescaled
from pipeline.extraction.signs import DASHES, HYPHENS, MINUS_SIGNS
from pipeline.extraction.tokens import Token, joins, word_at

_JOINTS = frozenset({",", "and", "or", "to", "but", "/", "from", "x", "\u00d7", "by"}) | DASHES
_ARTICLES = frozenset({"the", "its", "their"})
_LONGEST_JOINT = 3
_LONGEST_NAME = 6
_SIGNS = MINUS_SIGNS | {"+"}
_FARTHEST = 8
_BEFORE_CURRENCY = frozenset({"and", "or", "to", "-", "\u2013"})
_LARGEST_MANTISSA = 10_000
_LARGEST_PERCENTAGE = 1000
_WIDEST_MOVE = 10
_PLAIN = frozenset({"digits", "words"})


def share_units(tokens: Sequence[Token], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each that lacks a unit with that of its right neighbour, where the words between let it.

    The scale is shared too, where the numeral has none of its own.
    """
    out = list(drafts)
    for i in range(len(out) - 2, -1, -1):
        if _shares(tokens, out[i], out[i + 1]):
            out[i] = _like(out[i], out[i + 1])
        elif _shares_scale(tokens, out[i], out[i + 1]):
            out[i] = out[i]._replace(numeral=_scaled_like(out[i].numeral, out[i + 1].numeral))
    for i in range(len(out) - 1):
        if _shares_rate(tokens, out[i], out[i + 1]):
            out[i] = out[i]._replace(per=out[i + 1].per)
    for i in range(1, len(out)):
        if _continues(tokens, out, i):
            out[i] = _like(out[i], out[i - 1])
    return out


def _continues(tokens: Sequence[Token], drafts: Sequence[Draft], i: int) -> bool:
    """As in "from 74 kilos to 68", "rose by 2 per cent, but fell by 1": the unit is said once, with the first."""
    before, here = drafts[i - 1], drafts[i]
    if here.measure is not None or here.factor is not None or here.numeral.form not in ("digits", "words"):
        return False
    if before.measure is None or before.factor is not None or before.rule in ("fraction", "compound"):
        return False
    if before.rule == "currency-before" and here.first - before.last == 1 and joins(tokens, before.last):
        # "\u20ac90-120"
        return True
    if here.first - before.last > _FARTHEST or _is_noun(tokens, here.last):
        return False
    opener = before.first
    if i > 1 and word_at(tokens, opener - 1) in DASHES and drafts[i - 2].last == opener - 1:
        # "from 14-18 miles to 24"
        opener = drafts[i - 2].first
    prepositions = tuple(word_at(tokens, hedge_before(tokens, first)[1] - 1) for first in (opener, here.first))
    return prepositions in (("from", "to"), ("by", "by"))


def _shares_rate(tokens: Sequence[Token], here: Draft, after: Draft) -> bool:
    """As in "from $11 to $15 an hour": the rate is said once, with the second."""
    if here.measure is None or after.per is None or here.per is not None or here.measure != after.measure:
        return False
    if after.first - here.last != 1 or word_at(tokens, here.last) != "to":
        return False
    return word_at(tokens, hedge_before(tokens, here.first)[1] - 1) == "from"


def _is_noun(tokens: Sequence[Token], last: int) -> bool:
    """Whether the word behind a number may be what it counts."""
    word = word_at(tokens, last)
    return word.isalpha() and word not in STOP


def _shares(tokens: Sequence[Token], here: Draft, after: Draft) -> bool:
    if here.measure is not None or here.factor is not None or here.numeral.form not in ("digits", "words"):
        return False
    if after.measure is None or after.factor is not None or after.rule == "fraction":
        return False
    gap = [token.lower for token in tokens[here.last : after.first]]
    if here.numeral.scaled and after.numeral.scaled and len(gap) == 2 and gap[0] == "of" and gap[1] in _ARTICLES:
        # "45 million of the 2.6 billion rupees"
        return after.rule != "counted-noun"
    if _are_signed_alike(tokens, here, after, gap):
        return True
    if not 0 < len(gap) <= _LONGEST_JOINT or gap[0] == "from" or not _JOINTS.issuperset(gap):
        return False
    if gap[0] in HYPHENS and len(gap) > 1:
        # "two-, three- and six-storey houses"
        return True
    # "2 or 3 per cent" are of one unit, "412 or 0.1 per cent" are one thing said twice.
    said_twice = gap in (["or"], [",", "or"]) and here.numeral.value >= after.numeral.value
    if said_twice or after.rule == "compound" or _is_apposition(here, after, gap):
        return False
    if after.rule == "counted-noun":
        # "640 and 90 jobs respectively", but not "in 11, and 14 collieries closed".
        return len(gap) == 1 and gap[0] not in (",", "but")
    # "3 to $5" shares the dollar; "in 3, $5" does not.
    return after.rule != "currency-before" or gap[-1] in _BEFORE_CURRENCY


def _are_signed_alike(tokens: Sequence[Token], here: Draft, after: Draft, gap: Sequence[str]) -> bool:
    """As in "steel +9.4, coal -21.5 percent": each with its sign behind a name, the unit said with the last."""
    if after.measure is None or after.measure.kind not in ("ratio", "points"):
        return False
    signed = all(tokens[one.first].text in _SIGNS and one.first < one.numeral.first for one in (here, after))
    named = 1 < len(gap) <= _LONGEST_NAME and gap[0] in (",", ";", "and") and all(word.isalpha() for word in gap[1:])
    return signed and named


def _shares_scale(tokens: Sequence[Token], here: Draft, after: Draft) -> bool:
    """As in "rose from 1.2 to 1.5 million": the scale is said once, of numbers without a unit that are of one size."""
    if here.measure is not None or after.measure is not None or here.numeral.scaled or not after.numeral.scaled:
        return False
    if after.first - here.last != 1 or word_at(tokens, here.last) != "to":
        return False
    size = here.numeral.value * after.numeral.scale
    near = size <= _WIDEST_MOVE * after.numeral.value and after.numeral.value <= _WIDEST_MOVE * size
    return near and word_at(tokens, hedge_before(tokens, here.first)[1] - 1) == "from"


def _is_apposition(here: Draft, after: Draft, gap: Sequence[str]) -> bool:
    """As in "counted 873,400, 24.5 percent fewer": a comma alone opens no list, and no percentage is so large."""
    if after.measure is None or after.measure.kind not in ("ratio", "points"):
        return False
    alone = gap == [","] and after.rule != "shared-unit"
    return here.numeral.scaled or here.numeral.value >= _LARGEST_PERCENTAGE or alone


def _like(here: Draft, after: Draft) -> Draft:
    return here._replace(
        numeral=_scaled_like(here.numeral, after.numeral),
        measure=after.measure,
        per=after.per,
        noun=after.noun,
        rule="shared-unit",
    )


def _scaled_like(here: Numeral, after: Numeral) -> Numeral:
    if here.scaled or not after.scaled or here.form not in _PLAIN or here.value >= _LARGEST_MANTISSA:
        return here
    return rescaled(here, after.scale)
