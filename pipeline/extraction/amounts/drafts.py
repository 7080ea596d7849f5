"""Drafts: one numeral with the unit, the rate or the counted noun right beside it.

Belongs here: what stands next to a numeral. Does not: hedges, ranges, units shared in lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extraction.amounts.sold import unit_sold
from pipeline.extraction.hedges import hedge_after
from pipeline.extraction.nouns import PERSON_NOUNS, STOP, counted_noun
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.signs import DASHES, HYPHENS, MINUS_SIGNS
from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.extraction.units import (
    COUNT,
    PERCENT,
    PERSON,
    Measure,
    currency_before,
    named_money,
    rate_after,
    thing_after,
    unit_after,
)
from pipeline.vocabulary.currencies import currency_names
from pipeline.vocabulary.language import words

_MODIFIERS = words("drafts", "modifiers")
_MEASURED_GOODS = frozenset({"mass", "volume", "energy"})
_LONGEST_GOODS = 5
_PRICED = words("drafts", "priced")
_REACH_OF_PRICE = 6
_AMBIGUOUS = frozenset(name for name, currency in currency_names().items() if currency.ambiguous)
_MOST_TIMES = 10_000
"""So many times more nothing grows: they are counted."""
_NEGATIVE = frozenset({"minus", "negative"})


class Draft(NamedTuple):
    """A numeral over tokens `first` to `last` (exclusive), with its unit if one stands beside it.

    `factor` is the multiple that "doubled", "twice" or "2.4 times" holds; `rule` names how the unit was found.
    """

    numeral: Numeral
    first: int
    last: int
    measure: Measure | None = None
    per: Measure | None = None
    noun: tuple[int, int] | None = None
    negative: bool = False
    factor: float | None = None
    rule: str = "bare"

    @property
    def signed(self) -> float:
        """The written value, with its sign."""
        return -self.numeral.value if self.negative else self.numeral.value


def draft(tokens: Sequence[Token], numeral: Numeral, *, begin: int = 0) -> Draft:
    """The numeral with what stands right beside it, from token `begin` on: the dollars of "3 US$ 5" are taken."""
    return _multiple(tokens, numeral) or _denominated(tokens, numeral, begin)


def _multiple(tokens: Sequence[Token], numeral: Numeral) -> Draft | None:
    """As in "doubled", "twice", "2.4 times", "20-fold"."""
    first, last = numeral.first, numeral.last
    if numeral.form == "multiple":
        return Draft(numeral, first, last, PERCENT, factor=numeral.value, rule="multiple-verb")
    if numeral.form == "adverb":
        return Draft(numeral, first, last, factor=numeral.value, rule="multiple-adverb")
    after = _times_after(tokens, last)
    if after is not None and (numeral.scaled or numeral.value >= _MOST_TIMES):
        # "Tourists came 8.9 million times": so many visits, and no factor.
        return Draft(numeral, first, after, COUNT, noun=(last, after), rule="counted-noun")
    return None if after is None else Draft(numeral, first, after, factor=numeral.value, rule="times")


def _times_after(tokens: Sequence[Token], last: int) -> int | None:
    """The token after "times" or "-fold", where one follows."""
    word = word_at(tokens, last)
    if word == "times":
        return last + 1
    if word in DASHES and word_at(tokens, last + 1) == "fold":
        return last + 2
    return last + 1 if word == "fold" and tokens[last].glued else None


def _denominated(tokens: Sequence[Token], numeral: Numeral, begin: int) -> Draft:
    inner = _sign_within(tokens, numeral.first)
    currency = currency_before(tokens, inner)
    if currency is not None and currency[1] < begin:
        currency = None
    first, negative = _over_sign(tokens, numeral.first if currency is None else currency[1])
    negative = negative or (currency is not None and inner < numeral.first)
    bare = Draft(numeral, first, numeral.last, negative=negative)
    if currency is not None:
        return _with_currency(tokens, bare, currency[0])
    # "thousands of tonnes" stands for "thousand tonnes".
    after = numeral.last + 1 if numeral.form == "vague" and word_at(tokens, numeral.last) == "of" else numeral.last
    _, after = hedge_after(tokens, after)
    unit = unit_after(tokens, after) or _unit_behind_modifier(tokens, after)
    if unit is not None and unit[0].unit_id == "pound":
        unit = _sterling(tokens, first, unit[1]) or unit
    if unit is not None:
        return _with_rate(tokens, bare._replace(measure=unit[0], last=unit[1], rule="unit-after"), unit[0])
    if numeral.form == "fraction" and not numeral.scaled:
        part = _unit_in_parts(tokens, after)
        if part is not None:
            return _with_rate(tokens, bare._replace(measure=part[0], last=part[1], rule="unit-after"), part[0])
        return bare._replace(measure=PERCENT, rule="fraction")
    return _counting(tokens, bare, after)


def _sterling(tokens: Sequence[Token], first: int, last: int) -> tuple[Measure, int] | None:
    """As in "cost 50,000 pounds", "a fine of 40 pounds": the word is money where those before it speak of prices."""
    spoken = any(token.lower in _PRICED for token in tokens[max(0, first - _REACH_OF_PRICE) : first])
    sterling = named_money("pounds")
    return (sterling, last) if spoken and sterling is not None and word_at(tokens, last) != "of" else None


def _unit_in_parts(tokens: Sequence[Token], after: int) -> tuple[Measure, int] | None:
    """As in "a third of a mile", "3/8 of a US gallon"."""
    if word_at(tokens, after) != "of" or word_at(tokens, after + 1) not in ("a", "an"):
        return None
    found = unit_after(tokens, after + 2, symbols=False)
    return None if found is None or found[0].kind == "count" else found


def _unit_behind_modifier(tokens: Sequence[Token], after: int) -> tuple[Measure, int] | None:
    """As in "40 additional tonnes", "517 rushing yards", "50 previous years"."""
    word = word_at(tokens, after)
    if word not in _MODIFIERS and not (word.endswith("ing") and word not in STOP):
        return None
    found = unit_after(tokens, after + 1, symbols=False)
    return None if found is None or found[0].kind in ("money", "ratio", "count") else found


def _sign_within(tokens: Sequence[Token], first: int) -> int:
    """The first token of a numeral whose minus stands behind the currency sign, as in "$-50bn"; else its own."""
    sign = first - 1
    within = sign > 0 and tokens[first].glued and tokens[sign].glued and tokens[sign].text in MINUS_SIGNS
    return sign if within and tokens[sign - 1].kind == "m" else first


def _over_sign(tokens: Sequence[Token], first: int) -> tuple[int, bool]:
    """The first token of a numeral with its sign, and whether that is a minus; "4-0" and "rose -" have none."""
    if not first:
        return first, False
    sign = tokens[first - 1]
    if sign.lower in _NEGATIVE:
        return first - 1, True
    if not tokens[first].glued:
        return first, False
    if sign.glued and sign.text in HYPHENS and word_at(tokens, first - 2) in _NEGATIVE:
        # "minus-5 yards"
        return first - 2, True
    if sign.text == "+":
        return first - 1, False
    opens = first == 1 or not sign.glued or tokens[first - 2].text == "("
    return (first - 1, True) if sign.text in MINUS_SIGNS and opens else (first, False)


def _with_currency(tokens: Sequence[Token], bare: Draft, currency: Measure) -> Draft:
    """As in "$3", and "RMB 3 yuan", which says it twice."""
    measure, last = currency, bare.last
    again = unit_after(tokens, last, symbols=False) or _country_behind(tokens, last, currency)
    if again is not None and again[0].kind == "money" and _says_again(tokens, last, currency, again[0]):
        measure, last = again
    return _with_rate(tokens, bare._replace(measure=measure, last=last, rule="currency-before"), measure)


def _says_again(tokens: Sequence[Token], last: int, currency: Measure, again: Measure) -> bool:
    """Whether what stands behind the money at token `last` is its currency: not in "the $80 mark", "its $3 won"."""
    return word_at(tokens, last) not in _AMBIGUOUS or again.unit_id == currency.unit_id


def _country_behind(tokens: Sequence[Token], last: int, currency: Measure) -> tuple[Measure, int] | None:
    """As in "$75 U.S. a barrel", "$5 million Canadian": whose dollar it is; "a $40 million US deal" does not tell."""
    if currency.written != "$" or last >= len(tokens) or tokens[last].kind != "w":
        return None
    following = word_at(tokens, last + 1)
    if following.isalpha() and following not in STOP:
        return None
    found = named_money(f"{tokens[last].lower.replace('.', '')} dollar")
    return None if found is None else (found, last + 1)


def _with_rate(tokens: Sequence[Token], found: Draft, measure: Measure) -> Draft:
    """With "per square metre", "a year" and the like behind the unit; "per square metre a month" loses the month."""
    if measure.kind in ("ratio", "points"):
        return found
    rate = rate_after(tokens, found.last) or (thing_after(tokens, found.last) if measure.kind == "money" else None)
    if rate is None and measure.kind == "money":
        return found._replace(per=unit_sold(tokens, found.first))
    if rate is None or rate[0].unit_id == measure.unit_id:
        return found._replace(per=_rate_behind_goods(tokens, found.last, measure))
    per, last = rate
    second = rate_after(tokens, last)
    if second is not None and second[0].kind == "time" and per.kind != "time":
        last = second[1]
    return found._replace(per=per, last=last)


def _rate_behind_goods(tokens: Sequence[Token], last: int, measure: Measure) -> Measure | None:
    """As in "3,000 tonnes of coal a year": the rate stands behind what is measured, outside the amount's span."""
    if measure.kind not in _MEASURED_GOODS or word_at(tokens, last) != "of":
        return None
    for k in range(last + 1, min(len(tokens), last + 1 + _LONGEST_GOODS)):
        if tokens[k].lower in STOP and k > last + 1:
            rate = rate_after(tokens, k)
            return rate[0] if rate is not None and rate[0].kind == "time" else None
        if tokens[k].kind not in "wn":
            return None
    return None


def _counting(tokens: Sequence[Token], bare: Draft, after: int) -> Draft:
    """As in "312 coal mines", "4,000 people", "40 buses a day"."""
    noun = counted_noun(tokens, after)
    if noun is None:
        return _compound(tokens, bare, after)
    counted = bare._replace(measure=PERSON if noun.person else COUNT, noun=(noun.first, noun.last), rule="counted-noun")
    rate = rate_after(tokens, noun.last)
    if rate is not None and (rate[0].kind == "time" or (noun.person and rate[0].kind == "area")):
        return counted._replace(per=rate[0], last=rate[1])
    return counted._replace(last=noun.last) if noun.person and noun.last == after + 1 else counted


def _compound(tokens: Sequence[Token], bare: Draft, after: int) -> Draft:
    """As in "a six-cylinder engine", "the 11-member group": the singular behind the hyphen is what is counted."""
    if not joins(tokens, after) or tokens[after + 1].kind != "w" or tokens[after + 1].lower in STOP:
        return bare
    measure = PERSON if tokens[after + 1].lower in PERSON_NOUNS else COUNT
    return bare._replace(measure=measure, noun=(after + 1, after + 2), rule="compound")
