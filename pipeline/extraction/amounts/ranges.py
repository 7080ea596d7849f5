"""Two numerals, one amount: ranges ("between 4 and 5.6 per cent") and shares ("one in five").

Belongs here: which neighbours belong together, and what they make. Does not: one numeral alone (`single`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.amounts.amount import Amount, in_base, unit_name, written_unit
from pipeline.extraction.amounts.drafts import Draft
from pipeline.extraction.hedges import hedge_before, interval
from pipeline.extraction.numerals.digits import rescaled
from pipeline.extraction.numerals.precision import in_words
from pipeline.extraction.signs import DASHES
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.units import PERCENT
from pipeline.vocabulary.language import changes, words

_HEDGED_ENDS = frozenset({"about", "around"})
_CHANGING = {form[0] for form in changes().verbs if len(form) == 1} | set(changes().particles)
_SPREADING = words("ranges", "spreading")
_MOVING = (words("ranges", "moving") | _CHANGING) - _SPREADING
_STATING = words("ranges", "stating")
_REACH_OF_MOVE = 10
# "3 or 4" is a range, "3 or 40" a choice.
_WIDEST_CHOICE = 3
_MOST_OF_WHICH = 1000
_SURELY_OF = (["out", "of"], ["in", "every"], ["in", "each"])
_ROUND_WHOLES = frozenset({10, 20, 50, 100, 1000})


def range_of(tokens: Sequence[Token], low: Draft, high: Draft) -> Amount | None:
    """The range that two neighbours make: "between A and B", "A to B", "A-B", "A or B"; null where they make none."""
    low = _in_scale_of(low, high)
    if not _is_range(tokens, low, high) or low.measure is None:
        return None
    measure, per = high.measure or low.measure, high.per or low.per
    ends = in_base(low.signed, measure, per), in_base(high.signed, measure, per)
    _, begin = hedge_before(tokens, low.first)
    before = word_at(tokens, begin - 1)
    if before == "between" or (before == "from" and not _moves(tokens, low.first)):
        _, begin = hedge_before(tokens, begin - 1)
    return Amount(
        first=low.first,
        last=high.last,
        begin=begin,
        value=sum(ends) / 2,
        low=ends[0],
        high=ends[1],
        comparator="between",
        unit=unit_name(measure, per),
        kind=measure.kind,
        written_value=(low.signed + high.signed) / 2,
        written_unit=written_unit(measure, per),
        numeral=low.numeral,
        measure=measure,
        per=per,
        noun=high.noun,
        readings=measure.readings,
        partner=high.numeral,
        rules=("range",),
    )


def bare_range(tokens: Sequence[Token], low: Draft, high: Draft) -> Amount | None:
    """As in "we expect 385-395 billion": a range of which the context must tell the unit; both ends have its scale."""
    if low.measure is not None or high.measure is not None or high.negative:
        return None
    gap = [token.lower for token in tokens[low.last : high.first]]
    before = word_at(tokens, hedge_before(tokens, low.first)[1] - 1)
    joined = len(gap) == 1 and (gap[0] in DASHES or gap == ["to"] or (gap == ["and"] and before == "between"))
    plain = {"digits", "words"} if high.numeral.scaled else {"digits"}
    if not joined or not plain.issuperset((low.numeral.form, high.numeral.form)):
        return None
    scaled = high.numeral.scaled and not low.numeral.scaled
    numeral = rescaled(low.numeral, high.numeral.scale) if scaled else low.numeral
    ends = numeral.value, high.numeral.value
    # Without a scale "14-15" may be a score, a season or a code, unless the words before it state a value.
    stated = before in _STATING or "," in low.numeral.digits
    if not high.numeral.scaled and (not stated or ends[1] >= _WIDEST_CHOICE * ends[0]):
        return None
    if ends[0] >= ends[1] or (before == "from" and _moves(tokens, low.first)):
        return None
    _, begin = hedge_before(tokens, low.first - (before in ("between", "from")))
    return Amount(
        first=low.first,
        last=high.last,
        begin=begin,
        value=sum(ends) / 2,
        low=ends[0],
        high=ends[1],
        comparator="between",
        unit=None,
        kind="bare",
        written_value=sum(ends) / 2,
        written_unit=None,
        numeral=numeral,
        partner=high.numeral,
        rules=("range",),
    )


def _in_scale_of(low: Draft, high: Draft) -> Draft:
    """The lower end with the scale of the upper: the 89 of "$89 to $93 billion", but not the 200 of "$200 to $4m"."""
    priced = low.rule == high.rule == "currency-before"
    if not priced or low.numeral.scaled or not high.numeral.scaled or low.numeral.form != "digits":
        return low
    if low.numeral.value * high.numeral.scale >= high.numeral.value:
        return low
    return low._replace(numeral=rescaled(low.numeral, high.numeral.scale))


def _is_range(tokens: Sequence[Token], low: Draft, high: Draft) -> bool:
    if low.measure is None or high.measure is None or low.measure.unit_id != high.measure.unit_id:
        return False
    # "lost 6 cents to $65" is no range.
    if low.rule == "unit-after" and high.rule == "currency-before":
        return False
    if low.factor is not None or high.factor is not None or "vague" in (low.numeral.form, high.numeral.form):
        return False
    gap = [token.lower for token in tokens[low.last : high.first] if token.lower not in _HEDGED_ENDS]
    if len(gap) != 1 or low.signed >= high.signed:
        return False
    joint, before = gap[0], word_at(tokens, hedge_before(tokens, low.first)[1] - 1)
    if joint == "and":
        return before == "between"
    if joint == "to":
        # "fell by 2 to 3 per cent" is a range; in "rose by $2 to $5" each has its unit, and the second is the level.
        by_itself = low.rule != "shared-unit" and (before in _CHANGING or before == "by")
        return not by_itself and not (before == "from" and _moves(tokens, low.first))
    return joint in DASHES or (joint == "or" and high.numeral.value < _WIDEST_CHOICE * low.numeral.value)


def _moves(tokens: Sequence[Token], first: int) -> bool:
    """Whether a word before token `first` says that something moved: "rose from A to B" is no range.

    The nearest counts: "growth slowed, ranging from A to B" is one.
    """
    before = (token.lower for token in reversed(tokens[max(0, first - _REACH_OF_MOVE) : first]))
    return next((word in _MOVING for word in before if word in _MOVING or word in _SPREADING), False)


def share_of(tokens: Sequence[Token], part: Draft, whole: Draft) -> Amount | None:
    """The share that two neighbours make: "one in five", "one resident in five", "nine out of ten", "3 out of 31"."""
    if not _is_share(tokens, part, whole):
        return None
    share = 100 * part.numeral.value / whole.numeral.value
    comparator, begin = hedge_before(tokens, part.first)
    comparator = comparator or "exact"
    low, high = interval(*in_words(share), comparator)
    return Amount(
        first=part.first,
        last=whole.numeral.last,
        begin=begin,
        value=share,
        low=low,
        high=high,
        comparator=comparator,
        unit="percent",
        kind="ratio",
        written_value=share,
        written_unit=None,
        numeral=part.numeral,
        measure=PERCENT,
        noun=whole.noun or part.noun,
        partner=whole.numeral,
        rules=("one-in",),
    )


def _is_share(tokens: Sequence[Token], part: Draft, whole: Draft) -> bool:
    forms = {part.numeral.form, whole.numeral.form}
    if not forms <= {"words", "digits"} or part.per is not None or whole.per is not None:
        return False
    if whole.measure is not None and whole.measure.kind not in ("count", "person") and whole.measure != part.measure:
        return False
    if not part.numeral.value < whole.numeral.value <= _MOST_OF_WHICH:
        return False
    gap = [token.lower for token in tokens[part.numeral.last : whole.first]]
    # "3 in 2015" is no share: with "in" alone both must be words.
    sure = (
        forms == {"words"}
        or part.numeral.value == 1
        or (part.numeral.form == "words" and whole.numeral.value in _ROUND_WHOLES)
    )
    said_with_in = sure and (gap == ["in"] or (len(gap) == 2 and gap[1] == "in"))
    # "two classrooms out of five", "seven yuan in every ten": what is parted may stand between.
    return said_with_in or (len(gap) in (2, 3) and gap[-2:] in _SURELY_OF)
