"""Alternatives: which of two things told before "the former" and "the latter" are.

Belongs here: products and measures. Does not: places and firms (`topics`), units of bare numbers (`bare_numbers`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import BULK, Bound, Case
from pipeline.extraction.binding.production import measure_of
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.sites import REACH, starting_in
from pipeline.vocabulary.products import Product, measure_nouns

_PAIR = 2
_PLACE_OF = {"former": 0, "latter": 1}


@reads(kinds=[*BULK, "count", "money", "ratio", "multiple"], words=_PLACE_OF)
def product_of_pair(case: Case) -> Bound | None:
    """As in "sold 300 tonnes of the former", "prices of the latter rose": of the two products that were named last."""
    last = case.amount.last
    behind = _which(case, last) if case.word(last) == "of" else None
    before = next((k for k in range(case.start + 1, case.amount.begin) if _which(case, k) and _names(case, k)), None)
    which = behind or (_which(case, before) if before is not None else None)
    if which is None:
        return None
    product = _of_two(case, which, before)
    if product is None:
        return None
    measure = measure_of(case, product) if before is None else measure_nouns()[case.word(before - 1)]
    indicator = product.measures.get(measure)
    fits = indicator is not None and case.fits(indicator)
    return Bound(indicator if fits else None, f"{product.label} {measure.replace('_', ' ')}", "product-of-pair")


@reads(words=_PLACE_OF, given=["told"])
def measure_of_pair(case: Case) -> Bound | None:
    """As in "Exports were 41 million and imports 61 million. The former fell by 8 per cent": the measures told last."""
    first = case.start
    while (
        first < case.amount.begin
        and case.word(first) != "the"
        and (first in case.covered or case.word(first) in ("in", ","))
    ):
        first += 1
    which = case.word(first + 1) if case.word(first) == "the" else ""
    pair = case.earlier[-_PAIR:]
    if which not in _PLACE_OF or case.here or len(pair) < _PAIR or pair[0].indicator == pair[1].indicator:
        return None
    told = pair[_PLACE_OF[which]]
    if told.indicator is None or not case.fits(told.indicator):
        return None
    return Bound(told.indicator, told.measured, "measure-of-pair")


def _which(case: Case, at: int) -> str | None:
    """Which of the two "of the former" at token `at` means."""
    word = case.word(at + 2) if case.words(at, at + 2) == ["of", "the"] else ""
    return word if word in _PLACE_OF else None


def _names(case: Case, at: int) -> bool:
    return case.word(at - 1) in measure_nouns()


def _of_two(case: Case, which: str, before: int | None) -> Product | None:
    stop = case.amount.begin if before is None else before
    here = [mention.product for mention in starting_in(case.products, stop - REACH, stop)]
    pair = (here if len(here) > 1 else [*case.spoken])[-_PAIR:]
    return pair[_PLACE_OF[which]] if len(pair) == _PAIR else None
