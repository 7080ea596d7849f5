"""Spreads: what lies between two prices, told by a noun of its own - a discount, a premium, a spread; yields of bonds.

Belongs here: money that such a noun is told of. The yield that a bond pays, and by
how much it is above another. Does not: prices themselves (`prices`), per cent of a price.
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.wording import is_content, noun_phrase
from pipeline.vocabulary import language

_SPREADS = language.words("binding", "spreads")
_PREPOSITIONS = frozenset({"of", "to", "for", "over", "between", "on", "and", "the", "against"})
_AGAINST = frozenset({"to", "over", "on", "against"})
_FARTHEST = 12
_LONGEST = 7
_YIELDING = frozenset({"yield", "yields", "yielded", "yielding"})
_BONDS = language.words("binding", "bonds")


@reads(kinds=["money"], words=_SPREADS)
def spread(case: Case) -> Bound | None:
    """As in "the discount of scrap to cathode widened to 2,600 yuan", "at a premium of 30 yuan": no price itself."""
    first = max(case.start, case.amount.begin - _FARTHEST)
    previous = case.previous()
    at = case.last_of(_SPREADS, max(first, previous.last if previous is not None else 0), case.amount.begin)
    if at is None or case.in_theme(at) or case.themes_in(at + 1, case.amount.begin):
        return None
    words, behind = case.text(at, _end(case, at + 1)), case.amount.last
    other = noun_phrase(case.tokens, behind + 1) if case.word(behind) in _AGAINST else None
    return Bound(None, f"{words} {case.word(behind)} {other}" if other else words, "spread")


def _end(case: Case, first: int) -> int:
    """The token behind the words that say of what and to what it is: "discount of scrap to cathode"."""
    last = first
    for k in range(first, min(case.amount.begin, first + _LONGEST)):
        word = case.word(k)
        named = is_content(case.tokens[k]) and (k not in case.covered or case.tokens[k].text[0].isupper())
        if not named and word not in _PREPOSITIONS:
            break
        last = k + 1 if named else last
    return last


@reads(units=["percent", "percentage_point"], words=["yield", "yields", "yielded", "yielding", "spread"])
def yield_of_bond(case: Case) -> Bound | None:
    """As in "the yield on its ten-year bonds rose to 4.3 per cent", "a spread of 190 basis points over bunds"."""
    words = {*case.clause_words()}
    if case.amount.kind == "points" and "spread" in (*case.clause_before(), *case.after(1)):
        return Bound("yield_spread", "yield spread", "yield-of-bond")
    if words.isdisjoint(_YIELDING) or words.isdisjoint(_BONDS):
        return None
    return Bound("bond_yield", "bond yield", "yield-of-bond")
