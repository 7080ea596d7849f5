"""Accounts: what became of each numeral of a sentence that is no figure.

Belongs here: one verdict for every such numeral, and none twice. Does not: the rules that judge (`dispositions`,
`screening`), or the rows of the table `numbers` (`reading`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.amounts import Amount
from pipeline.extraction.dispositions import Verdict, judge
from pipeline.extraction.numerals import Numeral, in_rows
from pipeline.extraction.periods import Period
from pipeline.extraction.screening import Screen
from pipeline.extraction.sites import covering
from pipeline.extraction.tokens import Token

Account = tuple[Numeral, Verdict]

_WINDOWS = frozenset({"window", "offset", "ago", "year-ago", "past-years"})
_IN_ROW = "one of a row of numbers without a word between them"
_FIRST_YEAR = 1000
"""A smaller number in "the N years to" counts years, and is none."""


def dispose(tokens: Sequence[Token], numerals: Sequence[Numeral], periods: Sequence[Period]) -> list[Account]:
    """The verdict on each numeral that belongs to a period, or is shown by the words around it to be no amount."""
    out: list[Account] = []
    rows = in_rows(numerals)
    for numeral in numerals:
        if numeral.first in rows:
            out.append((numeral, Verdict("other", _IN_ROW, numeral.first, numeral.last)))
            continue
        period = covering(periods, numeral.first)
        verdict = _of_period(numeral, period) if period is not None else judge(tokens, numeral)
        if verdict is not None:
            out.append((numeral, verdict))
    return out


def rejected(amount: Amount, screen: Screen) -> list[Account]:
    """The verdict that a screen passes on the one or two numerals of an amount."""
    disposition, reason = screen
    numerals = [amount.numeral] if amount.partner is None else [amount.numeral, amount.partner]
    return [(numeral, Verdict(disposition, reason, amount.first, amount.last)) for numeral in numerals]


def unaccounted(numerals: Sequence[Numeral], figures: Sequence[Amount], verdicts: Sequence[Account]) -> list[Account]:
    """The rest: numerals inside the span of another's verdict share it; of any others no rule can say anything."""
    seen = {numeral.first for numeral, _ in verdicts}
    for amount in figures:
        seen.add(amount.numeral.first)
        if amount.partner is not None:
            seen.add(amount.partner.first)
    inside = {k: verdict for _, verdict in verdicts for k in range(verdict.first, verdict.last)}
    return [
        (numeral, inside.get(numeral.first) or Verdict("other", "no rule reads it", numeral.first, numeral.last))
        for numeral in numerals
        if numeral.first not in seen
    ]


def _of_period(numeral: Numeral, period: Period) -> Verdict:
    counts_years = period.rule == "years-to" and (numeral.form != "digits" or numeral.value < _FIRST_YEAR)
    if period.rule in _WINDOWS or counts_years:
        return Verdict("window", "length of time that fixes a period", period.first, period.last, quantity=True)
    return Verdict("date", "part of a date or period", period.first, period.last)
