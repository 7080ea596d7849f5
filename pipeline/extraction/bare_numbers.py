"""Bare numbers: the unit of a number that has none beside it, from what it continues.

Belongs here: one rule for each thing that can lend its unit. Does not: units shared in lists and ranges, which need no
context (`amounts`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.figures import Context, Reading
from pipeline.extraction.hedges import interval
from pipeline.extraction.scene import Scene
from pipeline.extraction.sites import REACH, Site, first_in
from pipeline.extraction.themes import Theme, known
from pipeline.extraction.topics import Topics
from pipeline.extraction.units import COUNT
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import Indicator

_CONTINUING = language.words("bare_numbers", "continuing")
_COMPARING = language.words("bare_numbers", "comparing")
_COUNTING = language.words("bare_numbers", "counting")
_LARGE, _COUNTABLE = 1000, 100
"""From which value on a number is hardly anything but people; and hardly a rate or a rank."""


@dataclass(frozen=True, slots=True)
class BareNumber(Site):
    """An amount without a unit, where it stands, and what may lend it one.

    `theme` is the last theme before it in its clause, `previous` the figure before it in its sentence, `following` the
    next amount.
    """

    theme: Theme | None
    previous: Reading | None
    following: Amount | None
    topics: Topics
    context: Context

    @property
    def preceding(self) -> str:
        """The word before the number and its hedge."""
        return self.word(self.amount.begin - 1)

    @property
    def indicator(self) -> Indicator | None:
        """What the clause says is measured."""
        return known(self.theme.indicator) if self.theme is not None else None

    @property
    def told(self) -> Indicator | None:
        """What the last figure of the sentence before measured."""
        return known(self.context.earlier[-1].indicator) if self.context.earlier else None

    @property
    def is_large(self) -> bool:
        """Whether the number is too large to be anything but a quantity."""
        return self.amount.numeral.scaled or self.amount.value >= _LARGE


def with_unit(scene: Scene, amount: Amount, readings: Sequence[Reading]) -> Amount | None:
    """The amount with a unit: its own, or for a bare number that of what it continues; null where there is none."""
    if amount.unit is not None:
        return amount
    site = scene.site(amount)
    bare = BareNumber(
        site.tokens,
        site.clauses,
        amount,
        theme=scene.theme_before(site),
        previous=readings[-1] if readings else None,
        following=first_in(scene.amounts, amount.first + 1, amount.last + REACH),
        topics=scene.topics,
        context=scene.context,
    )
    return next((found for rule in RULES if (found := rule(bare)) is not None), None)


# ---------------------------------------------------------------------- rules, in their order
def part_of_whole(bare: BareNumber) -> Amount | None:
    """As in "three of the county's 40 key projects": the part is counted like the whole."""
    amount, whole = bare.amount, bare.following
    if whole is None or whole.noun is None or whole.begin - amount.last > 4 or bare.word(amount.last) != "of":
        return None
    counted = replace(amount, unit=whole.unit, kind=whole.kind, noun=whole.noun)
    return replace(counted, low=amount.value, high=amount.value) if amount.numeral.whole else counted


def like_previous(bare: BareNumber) -> Amount | None:
    """As in "from 57 per cent to 52", "spent 3 million yuan and earned 4": the figure before goes on."""
    previous, indicator = bare.previous, bare.indicator
    if previous is None or previous.amount.measure is None:
        return None
    if previous.amount.kind == "count" and bare.preceding not in _COMPARING:
        return None
    if previous.amount.kind in ("ratio", "points") and (bare.amount.numeral.scaled or _ends_change(bare, previous)):
        return None
    same_theme = (
        indicator is None
        or indicator.indicator_id == previous.bound.indicator
        or (previous.frame.unit is not None and indicator.admits(previous.frame.unit))
    )
    goes_on = bare.preceding in _CONTINUING or bare.theme is not None or bare.amount.comparator != "exact"
    return like(bare.amount, previous.amount) if same_theme and goes_on else None


def killed(bare: BareNumber) -> Amount | None:
    """As in "the blast killed 12": people."""
    if bare.preceding != "killed":
        return None
    people = as_people(bare.amount)
    exact = bare.amount.comparator == "exact"
    return replace(people, low=people.value, high=people.value) if exact else people


def of_theme(bare: BareNumber) -> Amount | None:
    """As in "unemployment was 6.1", "its population fell to 310,000": what is measured has a unit of its own."""
    indicator = bare.indicator
    if indicator is None:
        return None
    if indicator.quantity_kind == "person":
        return as_people(bare.amount)
    if indicator.quantity_kind == "ratio":
        return replace(measured(bare.amount), unit="percent", kind="ratio")
    if indicator.quantity_kind in ("count", "points") or indicator.unit == "1":
        return replace(bare.amount, unit="1", kind="count")
    return None


def like_previous_count(bare: BareNumber) -> Amount | None:
    """As in "opened 14 mines, closed 3": things counted go on being counted."""
    previous = bare.previous
    if previous is None or previous.amount.measure is None or previous.amount.kind != "count":
        return None
    return like(bare.amount, previous.amount) if bare.amount.numeral.form in ("digits", "words") else None


def like_sentence_before(bare: BareNumber) -> Amount | None:
    """As in "In 2012 it was 4.1 million" after a sentence about tonnes: its last figure goes on."""
    unit, told = bare.context.last_unit, bare.told
    if unit is None or told is None or not _counts_on(bare) or unit in ("percent", "percentage_point"):
        return None
    if not bare.amount.numeral.scaled and bare.amount.value < _COUNTABLE:
        return None
    if unit == "person":
        return as_people(bare.amount)
    amount = bare.amount if told.quantity_kind == "count" else measured(bare.amount)
    return replace(amount, unit=unit, kind=told.quantity_kind)


def people_told_of(bare: BareNumber) -> Amount | None:
    """A large number after a sentence about people, where the clause measures nothing else."""
    told = bare.told
    if told is None or told.quantity_kind != "person" or bare.indicator is not None or not _counts_on(bare):
        return None
    return as_people(bare.amount) if bare.amount.value >= _LARGE else None


def people_of_city(bare: BareNumber) -> Amount | None:
    """As in "the city of 1.2 million": its people."""
    topic = bare.topics.before(bare.amount.first)
    if not bare.is_large or bare.preceding != "of" or topic is None or topic.entity.place_kind != "city":
        return None
    return as_people(bare.amount)


def level_of_change(bare: BareNumber) -> Amount | None:
    """As in "the index rose by 2 per cent to 3,245": what nobody knows a unit of is a bare number still."""
    previous = bare.previous
    if previous is None or not _ends_change(bare, previous) or previous.amount.kind != "ratio":
        return None
    return replace(measured(bare.amount), unit="1")


RULES: tuple[Callable[[BareNumber], Amount | None], ...] = (
    part_of_whole,
    like_previous,
    killed,
    of_theme,
    like_previous_count,
    like_sentence_before,
    people_told_of,
    people_of_city,
    level_of_change,
)
"""From what stands beside the number to what was told before."""


# ---------------------------------------------------------------------- what the rules ask and make
def _counts_on(bare: BareNumber) -> bool:
    """Whether the word before, or a hedge, shows that the number goes on about what was counted."""
    return bare.preceding in _COUNTING or (bare.preceding != "" and bare.amount.comparator != "exact")


def _ends_change(bare: BareNumber, previous: Reading) -> bool:
    """As in "fell by 3 per cent to 310": the level that a change leads to is not in its per cent."""
    return bare.preceding == "to" and previous.frame.kind == "change"


def as_people(amount: Amount) -> Amount:
    """A bare amount as a number of people."""
    return replace(amount, unit="person", kind="person")


def measured(amount: Amount) -> Amount:
    """A bare amount with the precision of what is measured: alone it was taken for a count, which is exact."""
    low, high = amount.numeral.low, amount.numeral.high
    if amount.value < 0:
        low, high = -high, -low
    low_or_open, high_or_open = interval(amount.value, low, high, amount.comparator)
    return replace(amount, low=low_or_open, high=high_or_open)


def like(amount: Amount, other: Amount) -> Amount:
    """A bare amount in the unit of another."""
    measure = other.measure or COUNT
    if other.kind not in ("count", "person"):
        amount = measured(amount)
    per = other.per.factor if other.per is not None else 1.0

    def in_base(value: float | None) -> float | None:
        return None if value is None else (value * measure.factor + measure.offset) / per

    return replace(
        amount,
        value=(amount.value * measure.factor + measure.offset) / per,
        low=in_base(amount.low),
        high=in_base(amount.high),
        unit=other.unit,
        kind=other.kind,
        measure=measure,
        per=other.per,
        written_unit=other.written_unit,
        readings=other.readings,
        rules=(*amount.rules, "unit-inherited"),
    )
