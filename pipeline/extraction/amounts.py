"""Amounts: numerals with their units, hedges and partners, as the words of one sentence give them.

Belongs here: putting numeral, unit, rate, hedge, range and shared units together; each rule has a name. Does not: what
the amount is of, where or when (`figures`), or whether it is a figure at all (`dispositions`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.extraction.hedges import hedge_after, hedge_before, interval
from pipeline.extraction.model import Comparator
from pipeline.extraction.nouns import counted_noun
from pipeline.extraction.numerals import WORD_WIDTH, Numeral
from pipeline.extraction.tokens import Token
from pipeline.extraction.units import COUNT, PERCENT, PERSON, Measure, currency_before, rate_after, unit_after
from pipeline.vocabulary.language import words

_DASHES = frozenset("-‐‑–—")
_MINUS = frozenset("-−–")
_LIST_JOINTS = frozenset({",", "and", "or", "to", "but", "/"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what belongs to it, over tokens `first` to `last` (exclusive); `begin` is where its hedge starts.

    `value`, `low` and `high` are in `unit`; `unit` is null where the text leaves it to the context. `factor` is the
    multiple that a word such as "doubled" or "2.4 times" holds. `noun` is the span of tokens that name what is counted.
    """

    first: int
    last: int
    begin: int
    value: float
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None
    kind: str
    written_value: float
    written_unit: str | None
    numeral: Numeral
    measure: Measure | None = None
    per: Measure | None = None
    factor: float | None = None
    noun: tuple[int, int] | None = None
    readings: tuple[tuple[str, float], ...] = ()
    partner: Numeral | None = None
    rules: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Draft:
    """A numeral with the unit right beside it, before hedges, ranges and lists."""

    numeral: Numeral
    first: int
    last: int
    measure: Measure | None
    per: Measure | None
    noun: tuple[int, int] | None
    negative: bool = False
    times: bool = False
    factor: float | None = None
    rule: str = ""


def find_amounts(
    tokens: Sequence[Token], numerals: Sequence[Numeral], taken: Sequence[tuple[int, int]]
) -> list[Amount]:
    """The amounts of a sentence, in order. `taken`: token spans (dates, names ...) whose numerals are no amounts."""
    free = [n for n in numerals if not any(a <= n.first < b for a, b in taken) and n.form != "ordinal"]
    drafts = [_draft(tokens, n, free) for n in free]
    drafts = _share_units(tokens, drafts)
    out: list[Amount] = []
    i = 0
    while i < len(drafts):
        partner = _range_partner(tokens, drafts, i)
        if partner is not None:
            out.append(_range(tokens, drafts[i], partner))
            i += 2
            continue
        ratio = _one_in(tokens, drafts, i)
        if ratio is not None:
            out.append(ratio)
            i += 2
            continue
        out.append(_amount(tokens, drafts[i]))
        i += 1
    return out


# ---------------------------------------------------------------------- one numeral and its unit
def _draft(tokens: Sequence[Token], numeral: Numeral, others: Sequence[Numeral]) -> _Draft:
    first, last = numeral.first, numeral.last
    if numeral.form == "multiple":
        return _Draft(numeral, first, last, PERCENT, None, None, factor=numeral.value, rule="multiple-verb")
    if numeral.form == "adverb":
        return _Draft(numeral, first, last, None, None, None, times=True, factor=numeral.value, rule="times")
    fold = _fold_after(tokens, last)
    if fold:
        return _Draft(numeral, first, fold, None, None, None, times=True, factor=numeral.value, rule="times")
    negative = False
    currency = currency_before(tokens, first)
    measure: Measure | None = None
    if currency is not None:
        measure, first = currency
    if (
        first
        and tokens[first - 1].text in _MINUS
        and tokens[first].glued
        and (first == 1 or not tokens[first - 1].glued or tokens[first - 2].text == "(")
    ):
        first, negative = first - 1, True
    elif first and tokens[first - 1].text == "+" and tokens[first].glued:
        first -= 1
    elif first and tokens[first - 1].lower == "minus":
        first, negative = first - 1, True
    rule = "currency-before" if measure is not None else ""
    per: Measure | None = None
    if measure is None:
        found = unit_after(tokens, last)
        if found is not None:
            measure, last = found
            rule = "unit-after"
    elif (again := unit_after(tokens, last, symbols=False)) is not None and again[0].kind == "money":
        measure, last = again
    if measure is not None and measure.kind not in ("ratio", "points"):
        rate = rate_after(tokens, last)
        if rate is not None and rate[0].unit_id != measure.unit_id:
            per, last = rate
            second = rate_after(tokens, last)
            if second is not None and second[0].kind == "time" and per.kind != "time":
                last = second[1]
    if measure is not None:
        return _Draft(numeral, first, last, measure, per, None, negative, rule=rule)
    if numeral.form == "fraction" and not numeral.scaled:
        return _Draft(numeral, first, last, PERCENT, None, None, rule="fraction")
    noun = counted_noun(tokens, last)
    if noun is not None:
        unit = PERSON if noun.person else COUNT
        rate = rate_after(tokens, noun.last)
        if rate is not None and rate[0].unit_id in ("person",) and noun.person:
            rate = None
        if noun.person and rate is not None and rate[0].kind in ("area", "time"):
            return _Draft(numeral, first, rate[1], unit, rate[0], (noun.first, noun.last), rule="counted-noun")
        if rate is not None and rate[0].kind == "time":
            return _Draft(numeral, first, rate[1], unit, rate[0], (noun.first, noun.last), rule="counted-noun")
        end = noun.last if noun.person and noun.last == last + 1 else last
        return _Draft(numeral, first, end, unit, None, (noun.first, noun.last), negative, rule="counted-noun")
    return _Draft(numeral, first, last, None, None, None, negative, rule="bare")


def _fold_after(tokens: Sequence[Token], last: int) -> int | None:
    """The token after "times" or "-fold", where one follows."""
    if last >= len(tokens):
        return None
    if tokens[last].lower == "times":
        return last + 1
    if tokens[last].text in _DASHES and last + 1 < len(tokens) and tokens[last + 1].lower == "fold":
        return last + 2
    return last + 1 if tokens[last].lower == "fold" and tokens[last].glued else None


# ---------------------------------------------------------------------- units shared in lists and pairs
def _share_units(tokens: Sequence[Token], drafts: list[_Draft]) -> list[_Draft]:
    """As in "9.2, 55.1 and 36.7 billion yuan": the unit (and the scale, where no member has its own) is said once, at the end."""
    out = list(drafts)
    for i in range(len(out) - 2, -1, -1):
        here, after = out[i], out[i + 1]
        if (
            here.measure is not None
            or here.times
            or here.numeral.form not in ("digits", "words")
            or after.measure is None
            or after.rule == "fraction"
        ):
            continue
        gap = tokens[here.last : after.first]
        if (
            not gap
            or len(gap) > 3
            or not all(token.lower in _LIST_JOINTS or token.text in _DASHES or token.lower == "from" for token in gap)
        ):
            continue
        if gap[0].lower == "from":
            continue
        if (
            after.rule == "counted-noun"
            and (gap[0].text == "," or len(gap) > 1 or gap[0].lower in ("and", "but"))
            and not _listed_before_noun(tokens, out, i)
        ):
            continue
        if (
            after.rule in ("currency-before",)
            and here.noun is None
            and gap[-1].lower not in ("to", "or", "and", "-", "–")
        ):
            continue
        numeral = here.numeral
        if not numeral.scaled and after.numeral.scaled and numeral.value < 10000 and numeral.form == "digits":
            numeral = _scaled(numeral, after.numeral.scale)
        out[i] = replace(
            here,
            numeral=numeral,
            measure=after.measure,
            per=after.per,
            noun=after.noun if after.rule == "counted-noun" else None,
            rule="shared-unit",
        )
    return out


def _listed_before_noun(tokens: Sequence[Token], drafts: Sequence[_Draft], i: int) -> bool:
    """As in "1,700 and 300 people respectively", "3,000 to 4,000 workers", but not "in 11 and 14 collieries closed"."""
    gap = tokens[drafts[i].last : drafts[i + 1].first]
    return len(gap) == 1 and (gap[0].lower in ("and", "or", "to") or gap[0].text in _DASHES)


def _scaled(numeral: Numeral, scale: int) -> Numeral:
    places = len(numeral.digits.partition(".")[2])
    digits = int(numeral.digits.replace(",", "").replace(".", "") or "0")
    denominator = 10**places
    return replace(
        numeral,
        value=digits * scale / denominator,
        low=(2 * digits - 1) * scale / (2 * denominator),
        high=(2 * digits + 1) * scale / (2 * denominator),
        whole=False,
        scaled=True,
        scale=scale,
    )


# ---------------------------------------------------------------------- ranges and ratios
def _range_partner(tokens: Sequence[Token], drafts: Sequence[_Draft], i: int) -> _Draft | None:
    """The upper end where draft `i` begins a range: "between A and B", "A to B", "A-B", "A or B"."""
    if i + 1 >= len(drafts):
        return None
    low, high = drafts[i], drafts[i + 1]
    if (
        low.times
        or high.times
        or low.numeral.form in ("multiple", "vague")
        or high.numeral.form in ("multiple", "vague")
    ):
        return None
    gap = [token.lower for token in tokens[low.last : high.first]]
    gap = [word for word in gap if word not in ("about", "around")]
    if len(gap) != 1 or low.measure is None or high.measure is None or low.measure.unit != high.measure.unit:
        return None
    before = tokens[low.first - 1].lower if low.first else ""
    a, b = (-d.numeral.value if d.negative else d.numeral.value for d in (low, high))
    if a >= b:
        return None
    if gap[0] == "and":
        return high if before in ("between", "anywhere between") else None
    if gap[0] == "to":
        return None if before in ("from", "rose", "fell") and not _range_not_move(tokens, low) else high
    return high if gap[0] in _DASHES or (gap[0] == "or" and low.numeral.value * 3 > high.numeral.value) else None


_MOVING = words("amounts", "moving")


def _range_not_move(tokens: Sequence[Token], low: _Draft) -> bool:
    """As in "from A to B" is a range only where nothing moves in the clause."""
    return tokens[low.first - 1].lower == "from" and not any(
        token.lower in _MOVING for token in tokens[max(0, low.first - 8) : low.first]
    )


def _range(tokens: Sequence[Token], low: _Draft, high: _Draft) -> Amount:
    start = low.first
    if start and tokens[start - 1].lower in ("between", "from"):
        start -= 1
    measure = high.measure or low.measure or COUNT
    per = high.per or low.per
    ends = [_in_base(-d.numeral.value if d.negative else d.numeral.value, measure, per) for d in (low, high)]
    _, begin = hedge_before(tokens, start)
    return Amount(
        first=low.first,
        last=high.last,
        begin=begin,
        value=(ends[0] + ends[1]) / 2,
        low=ends[0],
        high=ends[1],
        comparator="between",
        unit=_unit_name(measure, per),
        kind=_kind(measure),
        written_value=(
            (-low.numeral.value if low.negative else low.numeral.value)
            + (-high.numeral.value if high.negative else high.numeral.value)
        )
        / 2,
        written_unit=_written_unit(measure, per),
        numeral=low.numeral,
        measure=measure,
        per=per,
        noun=high.noun,
        readings=measure.readings,
        partner=high.numeral,
        rules=("range",),
    )


def _one_in(tokens: Sequence[Token], drafts: Sequence[_Draft], i: int) -> Amount | None:
    """As in "one in five", "one resident in five", "nine out of ten", "3 of 31": a share."""
    if i + 1 >= len(drafts):
        return None
    part, whole = drafts[i], drafts[i + 1]
    if (
        part.numeral.form not in ("words", "digits")
        or whole.numeral.form not in ("words", "digits")
        or part.per
        or whole.per
    ):
        return None
    if whole.measure is not None and whole.measure.kind not in ("count", "person"):
        return None
    gap = [token.lower for token in tokens[part.numeral.last : whole.first]]
    spelled = part.numeral.form == "words" and whole.numeral.form == "words"
    joined = (
        gap == ["in"]
        or gap == ["out", "of"]
        or gap == ["in", "every"]
        or (len(gap) == 2 and gap[1] == "in" and spelled)
    )
    if (
        not joined
        or part.numeral.value >= whole.numeral.value
        or whole.numeral.value > 1000
        or (gap[-1] == "in" and not spelled)
    ):
        return None
    share = 100 * part.numeral.value / whole.numeral.value
    comparator, begin = hedge_before(tokens, part.first)
    comparator = comparator or "exact"
    low, high = interval(share, share * (1 - WORD_WIDTH), share * (1 + WORD_WIDTH), comparator)
    return Amount(
        part.first, whole.numeral.last, begin, share, low, high, comparator, "percent", "ratio", share, None, part.numeral, PERCENT,
        noun=whole.noun or part.noun, partner=whole.numeral, rules=("one-in",),
    )  # fmt: skip


# ---------------------------------------------------------------------- a single amount
def _amount(tokens: Sequence[Token], draft: _Draft) -> Amount:
    numeral, measure = draft.numeral, draft.measure
    comparator, begin = hedge_before(tokens, draft.first)
    last = draft.last
    rules = [draft.rule] if draft.rule else []
    if comparator is None:
        after = last if draft.noun is None or draft.noun[1] <= last else draft.noun[1]
        comparator, end = hedge_after(tokens, after)
        if comparator is not None and end > after:
            rules.append("hedge-after")
    else:
        rules.append("hedge-before")
    comparator = comparator or "exact"
    if draft.factor is not None:
        return _multiple(draft, begin, comparator, tuple(rules))
    value, low, high = numeral.value, numeral.low, numeral.high
    if numeral.form == "vague":
        comparator = "between" if comparator == "exact" else comparator
    elif numeral.whole and (measure is None or measure.kind in ("count", "person")):
        low = high = value
    if numeral.form == "fraction" and not numeral.scaled and measure is PERCENT and draft.rule == "fraction":
        value, low, high = value * 100, low * 100, high * 100
    if draft.negative:
        value, low, high = -value, -high, -low
    bounds = interval(value, low, high, comparator)
    unit = _unit_name(measure, draft.per) if measure is not None else None
    convert = (
        (lambda x: None if x is None else _in_base(x, measure, draft.per)) if measure is not None else (lambda x: x)
    )
    return Amount(
        first=draft.first,
        last=last,
        begin=begin,
        value=convert(value) if measure is not None else value,
        low=convert(bounds[0]),
        high=convert(bounds[1]),
        comparator=comparator,
        unit=unit,
        kind=_kind(measure) if measure is not None else "bare",
        written_value=value,
        written_unit=None if measure is None else _written_unit(measure, draft.per),
        numeral=numeral,
        measure=measure,
        per=draft.per,
        noun=draft.noun,
        readings=measure.readings if measure is not None else (),
        rules=tuple(rules),
    )


def _multiple(draft: _Draft, begin: int, comparator: Comparator, rules: tuple[str, ...]) -> Amount:
    """As in "doubled", "2.4 times": the factor as it stands; what it means as a change or a ratio is for the frames."""
    factor = draft.factor or 1.0
    width = draft.numeral if draft.numeral.form == "digits" else None
    low, high = (width.low, width.high) if width is not None else (factor * (1 - WORD_WIDTH), factor * (1 + WORD_WIDTH))
    bounds = interval(factor, low, high, comparator)
    return Amount(
        draft.first, draft.last, begin, factor, bounds[0], bounds[1], comparator, "times", "multiple", factor, "times", draft.numeral,
        factor=factor, rules=rules,
    )  # fmt: skip


def _in_base(value: float, measure: Measure, per: Measure | None) -> float:
    base = value * measure.factor + measure.offset
    return base / per.factor if per is not None else base


def _kind(measure: Measure) -> str:
    return measure.kind


def _unit_name(measure: Measure, per: Measure | None) -> str:
    return measure.unit if per is None else f"{measure.unit}/{per.unit}"


def _written_unit(measure: Measure, per: Measure | None) -> str | None:
    written = measure.written or None
    return written if per is None or written is None else f"{written} per {per.written}"
