"""One numeral, one amount: its value in base units, and the interval that hedge and precision leave it.

Belongs here: hedges put to a draft. Does not: what two drafts make together (`ranges`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.amounts.amount import Amount, in_base, unit_name, written_unit
from pipeline.extraction.amounts.drafts import Draft
from pipeline.extraction.hedges import hedge_after, hedge_before, interval
from pipeline.extraction.model import Comparator
from pipeline.extraction.numerals.precision import Written, in_words
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.units import COUNT
from pipeline.vocabulary.language import words

_LASTING = words("amounts", "lasting")


def amount_of(tokens: Sequence[Token], draft: Draft) -> Amount:
    """The amount that a draft makes with the hedge before it or else after it."""
    comparator, begin, rules = _hedge(tokens, draft)
    if draft.factor is not None:
        return _multiple(draft, draft.factor, begin, comparator, rules)
    if draft.numeral.form == "vague" and comparator == "exact":
        comparator = "between"
    measure, written = draft.measure, _written(draft)
    low, high = interval(*written, comparator)
    base = measure or COUNT
    return Amount(
        first=draft.first,
        last=draft.last,
        begin=begin,
        value=in_base(written.value, base, draft.per),
        low=None if low is None else in_base(low, base, draft.per),
        high=None if high is None else in_base(high, base, draft.per),
        comparator=comparator,
        unit=None if measure is None else unit_name(measure, draft.per),
        kind="bare" if measure is None else measure.kind,
        written_value=written.value,
        written_unit=None if measure is None else written_unit(measure, draft.per),
        numeral=draft.numeral,
        measure=measure,
        per=draft.per,
        noun=draft.noun,
        readings=() if measure is None else measure.readings,
        rules=rules,
    )


def _hedge(tokens: Sequence[Token], draft: Draft) -> tuple[Comparator, int, tuple[str, ...]]:
    """The comparator, the first token of the hedge before the numeral, the names of the rules."""
    before, begin = hedge_before(tokens, draft.first)
    if before is not None and _is_duration(tokens, draft, begin):
        return "exact", draft.first, (draft.rule,)
    if before is not None:
        return before, begin, (draft.rule, "hedge-before")
    last = draft.last if draft.noun is None else max(draft.last, draft.noun[1])
    after, _ = hedge_after(tokens, last)
    if after is None and last != draft.numeral.last:
        # "60 or so mines"
        after, _ = hedge_after(tokens, draft.numeral.last)
    if after is not None:
        return after, begin, (draft.rule, "hedge-after")
    return "exact", begin, (draft.rule,)


def _is_duration(tokens: Sequence[Token], draft: Draft, begin: int) -> bool:
    """As in "grew over five years": "over" bounds a length of time only behind a word such as "for" or "took"."""
    timed = draft.measure is not None and draft.measure.kind == "time" and begin == draft.first - 1
    return timed and word_at(tokens, begin) == "over" and word_at(tokens, begin - 1) not in _LASTING


def _written(draft: Draft) -> Written:
    """The value as written, with its sign; counts without rounding are exact, a bare fraction is in per cent."""
    numeral, measure = draft.numeral, draft.measure
    written = Written(numeral.value, numeral.low, numeral.high)
    if numeral.whole and (measure is None or measure.kind in ("count", "person")):
        written = Written(numeral.value, numeral.value, numeral.value)
    if draft.rule == "fraction":
        written = Written(written.value * 100, written.low * 100, written.high * 100)
    return Written(-written.value, -written.high, -written.low) if draft.negative else written


def _multiple(draft: Draft, factor: float, begin: int, comparator: Comparator, rules: tuple[str, ...]) -> Amount:
    """As in "doubled", "2.4 times": the factor as it stands; what change or ratio it means is for the frames."""
    numeral = draft.numeral
    digits = numeral.form == "digits"
    written = Written(factor, numeral.low, numeral.high) if digits else in_words(factor)
    low, high = interval(*written, comparator)
    return Amount(
        first=draft.first,
        last=draft.last,
        begin=begin,
        value=factor,
        low=low,
        high=high,
        comparator=comparator,
        unit="times",
        kind="multiple",
        written_value=factor,
        written_unit="times",
        numeral=numeral,
        factor=factor,
        rules=rules,
    )
