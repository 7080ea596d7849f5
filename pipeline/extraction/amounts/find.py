"""The amounts of a sentence, from the first numeral to the last.

Belongs here: the order in which neighbours are asked whether they belong together. Does not: how they do.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.amounts.amount import Amount
from pipeline.extraction.amounts.drafts import Draft, draft
from pipeline.extraction.amounts.ranges import bare_range, range_of, share_of
from pipeline.extraction.amounts.sharing import share_units
from pipeline.extraction.amounts.single import amount_of
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.tokens import Token

_NO_AMOUNTS = frozenset({"ordinal", "overlong"})


def find_amounts(
    tokens: Sequence[Token], numerals: Sequence[Numeral], taken: Sequence[tuple[int, int]]
) -> list[Amount]:
    """The amounts of a sentence, in order. `taken`: token spans (dates, names ...) whose numerals are no amounts."""
    covered = {k for first, last in taken for k in range(first, last)}
    free = [n for n in numerals if n.first not in covered and n.form not in _NO_AMOUNTS]
    drafts = share_units(tokens, _drafts(tokens, free))
    out: list[Amount] = []
    i = 0
    while i < len(drafts):
        pair = drafts[i : i + 2]
        joint = _joint(tokens, *pair) if len(pair) == 2 else None
        out.append(joint or amount_of(tokens, drafts[i]))
        i += 1 if joint is None else 2
    return out


def _joint(tokens: Sequence[Token], here: Draft, after: Draft) -> Amount | None:
    return range_of(tokens, here, after) or share_of(tokens, here, after) or bare_range(tokens, here, after)


def _drafts(tokens: Sequence[Token], numerals: Sequence[Numeral]) -> list[Draft]:
    """One draft a numeral, none reaching into the one before or over the numeral after it.

    A numeral within a unit, as in "7 km^2" and "7 twenty-foot equivalent units", has none.
    """
    out: list[Draft] = []
    for k, numeral in enumerate(numerals):
        if out and numeral.last <= out[-1].last:
            continue
        made = draft(tokens, numeral, begin=out[-1].last if out else 0)
        after = numerals[k + 1] if k + 1 < len(numerals) else None
        stop = after.first if after is not None else len(tokens)
        if after is not None and made.rule == "unit-after" and after.first > numeral.last and after.last <= made.last:
            stop = made.last
        out.append(made if made.last <= stop else Draft(numeral, made.first, numeral.last, negative=made.negative))
    return out
