"""Continuing: a bare number that goes on about what was measured last, here or in the sentences before.

Belongs here: "In 2012 it was 4.1 million" after tonnes, "it is worth 4,700 now" after a price. Does not: pairs
(`pairs`), things counted (`counts`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.bare_numbers.bare import BareNumber, Lent
from pipeline.extraction.bare_numbers.lending import as_people, in_measure, in_scale_of, like
from pipeline.extraction.bare_numbers.pairs import paired
from pipeline.extraction.binding.case import is_general
from pipeline.extraction.implications import implied_noun
from pipeline.extraction.registry import where_said
from pipeline.extraction.themes import known
from pipeline.vocabulary import language

_CONTINUING = language.words("bare_numbers", "continuing")
_COUNTING = language.words("bare_numbers", "counting")
PRICING = language.words("bare_numbers", "pricing")
"""Words before a price: "worth", "costs"."""
_SPENDING = language.words("bare_numbers", "spending")
_LONGEST_BUYER = 2
_SELLING = language.words("bare_numbers", "selling")
_FALLING_SHORT = frozenset({"short", "up", "down", "above", "below", "off", "better", "worse"})
_LONGEST_STEP = 5
_ALIKE = 3
"""Numbers so near to one another are asked first."""
_WHOLE_PRICE = 8
"""So many times a price by area is hardly ever another one's."""
_FORESEEING = language.words("bare_numbers", "foreseeing")
_PARTICLES = frozenset({"for", "in"})
_STATING = frozenset({"was", "is", "were", "are", "averaged", "reached", "stood", "at", "became"})
_AUXILIARIES = frozenset({"has", "have", "had", "was", "were", "is", "are", "will"})
_PRONOUNS = frozenset({"it", "that", "this", "they"})
_STEPS = language.words("bare_numbers", "steps")
_FROM_LEVEL = frozenset({"on", "than", "from", "of", "over", "the", "year-on-year", "in", "since"})
_LARGE = 1000
_NEAR, _FAR = 30, 300
"""So many times larger or smaller a number may be than the one that it goes on from: a plain one, and a scaled one."""
_SMALLEST_MOVE = 10_000
"""So many times less than the whole a move may be."""
_LIKE_IT = 10
_COUNTABLE = 100
"""From which value on a number is hardly a rate or a rank."""


@where_said(PRICING | _SELLING)
def price_again(bare: BareNumber) -> Lent | None:
    """As in "it is worth 4,700 now", "in Munich one costs 900,000": money, told as the last price was."""
    at = bare.before_light_words()
    before = bare.words(max(bare.start, at - _LONGEST_BUYER), at + 1)
    if bare.amount.numeral.form == "words" and not bare.is_large:
        return None
    # "sold hers for 310,000", "cost Jane Cheptoo 1,950"
    sold = bare.word(at) == "for" and not _SELLING.isdisjoint(before)
    charged = bool(before) and bare.tokens[at].kind == "w" and any(word in PRICING for word in before)
    if not sold and not charged:
        return None
    prices = [one for one in bare.levels() if one.amount.kind == "money"]
    for one in prices:
        found = paired(bare, one, _FAR if one.amount.per is None else _WHOLE_PRICE)
        if found is not None:
            return found
    # "1,300 euros per square metre ... a flat went for 76,000": the price of a whole.
    whole = next((one for one in prices if one.amount.per is not None), None)
    return Lent(like(bare.amount, _without_rate(whole.amount)), whole) if whole is not None and bare.is_large else None


def spent(bare: BareNumber) -> Lent | None:
    """As in "has set aside 1.6 million for the wall": money, in the currency that was told last."""
    at = bare.before_light_words()
    if at < bare.start or not bare.is_large:
        return None
    verb = bare.word(at) in _SPENDING or implied_noun(bare.tokens, at, "money") is not None
    money = next((one.amount for one in bare.lenders() if one.amount.kind == "money"), None) if verb else None
    return Lent(in_measure(bare.amount, money.measure)) if money is not None and money.measure is not None else None


@where_said([","])
def inserted(bare: BareNumber) -> Lent | None:
    """As in "the mean there, 1,870, is a third lower": the value of what stands before the comma."""
    ends = bare.preceding == "," and bare.word(bare.amount.last) == ","
    if not ends or bare.amount.begin - 1 <= bare.start or bare.tokens[bare.amount.begin - 2].kind != "w":
        return None
    levels = (one for one in bare.levels() if one.amount.kind not in ("count", "person", "ratio"))
    near = (one for one in levels if not bare.measures_something_else(one))
    return next((found for one in near if (found := paired(bare, one, _ALIKE)) is not None), None)


def moved_beside(bare: BareNumber) -> Lent | None:
    """As in "3,480 yuan, up 270 on the week", "236 jin a mu, or 9 short of May": in the unit of what moved."""
    previous = bare.previous
    if previous is None or previous.frame.kind == "change" or previous.amount.kind in ("ratio", "points"):
        return None
    gap = bare.gap(previous.amount)
    if len(gap) > _LONGEST_STEP or not (bare.moves() or bare.word(bare.amount.last) in _FALLING_SHORT):
        return None
    smaller = bare.value <= abs(previous.amount.written_value)
    return (
        Lent(like(bare.amount, previous.amount), previous) if smaller and bare.is_near(previous.amount, _FAR) else None
    )


@where_said(_PRONOUNS)
def it_was(bare: BareNumber) -> Lent | None:
    """As in "in Poole, 9 miles by sea, it was 38,200", "that was 61": the measure told last, said by a pronoun."""
    at = bare.before_light_words()
    if bare.word(at) == "been" and bare.word(at - 1) in ("had", "has"):
        at -= 1
    elif bare.word(at) not in _STATING:
        return None
    if bare.word(at - 1) not in _PRONOUNS:
        return None
    factor = _FAR if bare.amount.numeral.scaled else _NEAR
    return next((found for one in bare.levels() if (found := paired(bare, one, factor)) is not None), None)


@where_said(_STEPS)
def step_from_told(bare: BareNumber) -> Lent | None:
    """As in "It had 421,600 residents. That is 3,900 down on 2016": a step from what the sentence before told."""
    at, last = bare.before_light_words(), bare.amount.last
    steps = bare.word(last) in _STEPS and bare.word(last + 1) in _FROM_LEVEL
    if bare.readings or not steps or bare.word(at) not in _STATING or bare.word(at - 1) not in _PRONOUNS:
        return None
    told = next(bare.levels(), None)
    if told is None or told.amount.kind in ("ratio", "points") or bare.value > abs(told.amount.written_value):
        return None
    return Lent(like(bare.amount, told.amount), told) if bare.is_near(told.amount, _SMALLEST_MOVE) else None


@where_said(_FORESEEING)
def foreseen(bare: BareNumber) -> Lent | None:
    """As in "for 2019 we forecast 335-340 billion", "the office puts it at 17,600": another value of what was told."""
    at = bare.before_light_words()
    if bare.word(at) == "at" and bare.word(at - 1) == "it":
        at -= 2
    if bare.word(at) in _PARTICLES:
        # "look for 230,000", "pencils in 81,000"
        at -= 1
    if bare.word(at) not in _FORESEEING or bare.theme is not None:
        return None
    return next((found for one in bare.levels() if (found := paired(bare, one, _NEAR)) is not None), None)


def goes_on(bare: BareNumber) -> Lent | None:
    """As in "spent 3 million yuan and earned 4", "in Kaifeng it was 47,900": the sentence goes on about its figure."""
    hedged = bare.amount.comparator != "exact"
    opens = bare.is_large and bare.amount.begin <= bare.start + 1
    does = bare.is_large and bare.does()
    if not (bare.preceding in _CONTINUING or bare.theme is not None or hedged or opens or does):
        return None
    in_words = bare.amount.numeral.form == "words"
    for one in bare.levels():
        if one not in bare.readings:
            return None
        if in_words and one.amount.kind in ("count", "ratio"):
            # "there were 14 bars, now two": a number in words goes on counting.
            return None
        if one.amount.kind == "count":
            continue
        said = bare.does() or bare.preceding in _STATING or bare.word(bare.amount.last) in _AUXILIARIES
        if said and one.amount.kind != "person" and bare.shares_scale(one.amount):
            return Lent(like(in_scale_of(bare.amount, one.amount), _made(bare, one.amount)), one)
        # "540,000 fewer people; in Essen the loss was 120,000": an everyday word names no other measure.
        everyday = bare.theme is not None and is_general(bare.theme) and bare.is_near(one.amount, _LIKE_IT)
        if bare.measures_something_else(one) and not everyday:
            continue
        if one.amount.kind in ("ratio", "points") and bare.preceding == "to" and one.frame.kind == "change":
            continue
        if bare.is_near(one.amount, _FAR if bare.amount.numeral.scaled else _NEAR):
            return Lent(like(bare.amount, _made(bare, one.amount)), one)
    return None


def moved_by(bare: BareNumber) -> Lent | None:
    """As in "stocks rose by 254,000 to 64.7 million": by how much what was told before has moved, in its unit."""
    if not bare.moves() or not bare.is_large:
        return None
    for one in bare.levels():
        if one.amount.kind in ("ratio", "points") or bare.measures_something_else(one):
            continue
        if bare.is_near(one.amount, _SMALLEST_MOVE) and bare.value <= abs(one.amount.written_value):
            return Lent(like(bare.amount, one.amount), one)
    return None


def scaled_alike(bare: BareNumber) -> Lent | None:
    """As in "Anshan alone made 127 million" after tonnes: millions beside millions are of one unit."""
    if not bare.amount.numeral.scaled:
        return None
    for one in bare.levels():
        if one.amount.numeral.scaled and one.amount.kind != "ratio" and not bare.measures_something_else(one):
            return Lent(like(bare.amount, one.amount), one) if bare.is_near(one.amount, _FAR) else None
    return None


def like_sentence_before(bare: BareNumber) -> Lent | None:
    """As in "In 2012 it was 4.1 million", "Today it has 251,000" after a sentence about tonnes, or people."""
    if not (_counts_on(bare) or (bare.is_large and bare.does())):
        return None
    if not bare.amount.numeral.scaled and bare.value < _COUNTABLE:
        return None
    farthest = _FAR if bare.amount.numeral.scaled else _NEAR
    for factor in (_ALIKE, farthest):
        for one in bare.levels():
            if one.amount.kind in ("ratio", "points") or bare.measures_something_else(one):
                continue
            if bare.is_near(one.amount, farthest if one in bare.readings else factor):
                return Lent(like(bare.amount, _made(bare, one.amount)), one)
    return None


def people_told_of(bare: BareNumber) -> Lent | None:
    """A large number after a sentence about people, where the clause measures nothing else."""
    told = known(bare.told[-1].bound.indicator) if bare.told else None
    if told is None or told.quantity_kind != "person" or bare.indicator is not None or not _counts_on(bare):
        return None
    return Lent(as_people(bare.amount)) if bare.value >= _LARGE else None


def _made(bare: BareNumber, other: Amount) -> Amount:
    """As in "can make 900,000 tonnes a year, but produced 350,000": what was made is no capacity by the year."""
    by_time = other.per is not None and other.per.kind == "time"
    return _without_rate(other) if by_time and bare.produces() else other


def _without_rate(other: Amount) -> Amount:
    measure = other.measure
    return other if measure is None else replace(other, unit=measure.unit, per=None, written_unit=measure.written)


def _counts_on(bare: BareNumber) -> bool:
    """Whether the word before, or a hedge, shows that the number goes on about what was counted."""
    return bare.preceding in _COUNTING or (bare.preceding != "" and bare.amount.comparator != "exact")
