"""As much: what a factor or fraction with "as much", "as many" after it is a multiple of.

Belongs here: the noun between the two words "as", and the verb where there is none. Does not: whether it is a change or
a ratio (`framing`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.production import measure_of
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.implications import counted_indicator, verb_indicators
from pipeline.extraction.sites import starting_in
from pipeline.extraction.wording import noun_phrase

_AS_MUCH = (["as", "much"], ["as", "many"])
_FARTHEST_VERB = 3


@reads(units=["percent"], words=["much", "many"])
def as_much(case: Case) -> Bound | None:
    """As in "dug twice as much coal as in 2010", "half as many schools as Jixi", "exported twice as much"."""
    first = case.amount.last + 2
    if case.words(case.amount.last, first) not in _AS_MUCH:
        return None
    named = starting_in(case.products, first, first + 1)
    if named:
        product = named[0].product
        measure = measure_of(case, product)
        return Bound(product.measures.get(measure), f"{case.text(named[0].first, named[0].last)} {measure}", "as-much")
    words = noun_phrase(case.tokens, first)
    if words is not None and case.word(first) != "as":
        return Bound(counted_indicator(case.tokens, first, first + len(words.split())), words, "as-much")
    for at in range(case.amount.begin - 1, max(case.start, case.amount.begin - _FARTHEST_VERB) - 1, -1):
        meant = verb_indicators(case.tokens, at, case.amount.first) if case.tokens[at].kind == "w" else ()
        if meant:
            return Bound(meant[0], case.text(at, at + 1), "as-much")
    return None
