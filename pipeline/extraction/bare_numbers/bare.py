"""A bare number where it stands, with all that may lend it a unit; and the loan.

Belongs here: the values that the rules take and give, and questions that several rules ask. Does not: rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extraction.amounts import Amount
from pipeline.extraction.binding import Bound
from pipeline.extraction.cues import Cue
from pipeline.extraction.figures import Reading
from pipeline.extraction.implications import product_verb, verb_indicators
from pipeline.extraction.sites import REACH, Site, starting_in
from pipeline.extraction.themes import Theme, known
from pipeline.extraction.topics import Topics
from pipeline.extraction.units import Measure, rate_after
from pipeline.extraction.values import frozen
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import Indicator

_LIGHT = language.words("bare_numbers", "light")
_NO_LEVELS = frozenset({"distance", "gap-to", "ratio-to", "rank"})
_PARTS = frozenset({"ratio", "points"})
_LARGE = 1000
_MEMORY = 8
"""So many figures back a number may still go on about."""
_MANTISSA = 8
"""So many times larger or smaller one number of a pair may be where only the other has the scale."""
_WHOLE = 100
"""Per cent of a whole."""


@frozen
class Lent:
    """A bare amount with its unit, and the figure that lent it; `same_measure`: of which it is another value.

    `indicator` is what it measures where the clause leaves that unsaid: the people of a place.
    """

    amount: Amount
    lender: Reading | None = None
    same_measure: bool = False
    indicator: str | None = None


@frozen
class BareNumber(Site):
    """An amount without a unit, where it stands, and what may lend it one.

    `theme` is the last theme before it in its clause; `readings` are the figures before it in its sentence, `told`
    those of the sentences before, both in order; `amounts` are all of the sentence, those that are no figures as well;
    `cues` and `themes` are those of the sentence, in order. `spoken_of` is what a sentence before, without figures,
    was about; `dated` are the tokens of periods.
    """

    theme: Theme | None
    cues: Sequence[Cue]
    themes: Sequence[Theme]
    readings: Sequence[Reading]
    told: Sequence[Reading]
    spoken_of: Bound | None
    amounts: Sequence[Amount]
    topics: Topics
    dated: frozenset[int]

    @property
    def value(self) -> float:
        """The number."""
        return self.amount.numeral.value

    @property
    def preceding(self) -> str:
        """The word before the number and its hedge."""
        return self.word(self.amount.begin - 1)

    @property
    def indicator(self) -> Indicator | None:
        """What the clause says is measured."""
        return known(self.theme.indicator) if self.theme is not None else None

    @property
    def previous(self) -> Reading | None:
        """The figure before, in the same sentence, that says nothing once more."""
        return next((one for one in reversed(self.readings[-_MEMORY:]) if one.restates is None), None)

    @property
    def is_large(self) -> bool:
        """Whether the number is too large to be anything but a quantity."""
        return self.amount.numeral.scaled or self.value >= _LARGE

    @property
    def is_counting(self) -> bool:
        """Whether things can be counted with it: "12", "seven", "4.1 million", but not "4.1"."""
        return self.amount.numeral.scaled or self.value.is_integer()

    def before_light_words(self) -> int:
        """The token before the number, its hedge, and any article or small adverb: "than only the 40"."""
        i = self.amount.begin - 1
        while i >= 0 and (self.word(i) in _LIGHT or self.word(i).endswith("ly")):
            i -= 1
        return i

    def does(self) -> bool:
        """Whether the number is the object of a verb that says what is made, spent or held, or which way it moved."""
        at = self.before_light_words()
        if at < 0 or self.tokens[at].kind != "w":
            return False
        return bool(verb_indicators(self.tokens, at, self.amount.first)) or self.produces() or self.moves()

    def produces(self) -> bool:
        """Whether the number is the object of a verb of output or use: "produced only 350,000"."""
        at = self.before_light_words()
        return at >= 0 and self.tokens[at].kind == "w" and product_verb(self.tokens, at, None) is not None

    def moves(self) -> bool:
        """Whether the number hangs on a word of change: "rose 2", "up by just 0.7"."""
        at = self.before_light_words()
        if self.word(at) == "by":
            return True
        found = starting_in(self.cues, max(0, at - 2), at + 1)
        return any(cue.kind != "noun" and cue.last == at + 1 for cue in found)

    def rate(self) -> tuple[Measure, int] | None:
        """What the number is told by, and the token behind it: "a head", "each month"; another number is none."""
        found = rate_after(self.tokens, self.amount.last)
        return found if found is not None and not starting_in(self.amounts, self.amount.last, found[1]) else None

    def lenders(self) -> Iterator[Reading]:
        """The figures before, the nearest first, that a number can be another value of."""
        near = (*self.told[-_MEMORY:], *self.readings[-_MEMORY:])
        return (one for one in reversed(near) if one.restates is None and one.frame.name not in _NO_LEVELS)

    def levels(self) -> Iterator[Reading]:
        """Those of `lenders` that are no changes."""
        return (one for one in self.lenders() if one.frame.kind != "change")

    def shares_scale(self, other: Amount) -> bool:
        """As in "to 3.4 billion yuan from 2.9": the scale is said with the other number, and meant for this one."""
        numeral = self.amount.numeral
        if numeral.form != "digits" or numeral.scaled or self.amount.partner is not None or not other.numeral.scaled:
            return False
        mantissa = other.numeral.value / other.numeral.scale
        return self.value < _LARGE and mantissa > 0 and 1 / _MANTISSA <= self.value / mantissa <= _MANTISSA

    def is_near(self, other: Amount, factor: float) -> bool:
        """Whether the number can be of the unit of another: it is at most `factor` times larger or smaller."""
        if other.measure is None:
            return False
        if other.kind in _PARTS:
            return not self.is_large and self.value <= max(_WHOLE, 3 * abs(other.value))
        if other.kind in ("count", "person") and not self.is_counting:
            return False
        written = abs(other.written_value)
        return not (written and self.value) or 1 / factor <= self.value / written <= factor

    def measures_something_else(self, other: Reading) -> bool:
        """Whether the clause names what it measures, and that is not what `other` measured, nor of its unit."""
        named = self.indicator
        if named is None or named.indicator_id == other.bound.indicator:
            return False
        return other.frame.unit is None or not named.admits(other.frame.unit)

    def gap(self, other: Amount) -> list[str]:
        """The words between an amount before and this one."""
        return self.words(other.last, min(self.amount.begin, other.last + REACH))
