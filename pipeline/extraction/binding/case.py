"""A case: an amount, and all of its sentence and of what went before that may say what it measures.

Belongs here: the values that rules take and give, and the questions that several rules ask of a case. Does not: rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from pipeline.extraction.amounts import Amount
from pipeline.extraction.frames import Frame
from pipeline.extraction.lemmas import is_participle, singular
from pipeline.extraction.mentions import Entity
from pipeline.extraction.sites import REACH, Site, covering, first_in, starting_in
from pipeline.extraction.themes import ProductMention, Theme, known
from pipeline.extraction.values import frozen
from pipeline.extraction.wording import as_written, is_content, noun_phrase_before
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import Indicator, general_phrases
from pipeline.vocabulary.products import Product
from pipeline.vocabulary.units import quantity_kind

_SUMS = language.words("binding", "sums")
_DOING = language.words("binding", "doing")
_LONGEST_SUBJECT = 12
_BEHIND_PARTICIPLE = frozenset({"by", "in", "at", "from", "for", "on", "last", "near", "with", "to"})
_ENDING_CLAUSE = frozenset(
    {"and", "but", "which", "who", "that", "while", "as", "was", "were", "is", "are", "be", "has", "had", "have"}
)
_LIGHT = language.words("binding", "light")
BULK = frozenset({"mass", "oil", "energy", "volume"})
"""Quantity kinds in which what is made or dug up is told."""

_PRONOUNS = frozenset({"it", "they", "this", "that"})
_DENOMINATORS = frozenset({"mass", "area", "volume", "energy"})


@frozen
class Bound:
    """What an amount measures: an indicator id or null, the words for it, and the rule that found it.

    `unit` is that of the figure, once there is one: what has no indicator goes on in the same unit alone.
    """

    indicator: str | None
    measured: str | None
    rule: str
    unit: str | None = None


@frozen
class Case(Site):
    """An amount to be bound, in its sentence.

    `amounts`, `themes` and `products` are those of the sentence, in order. `covered` are tokens of names, periods and
    words of change. `earlier` are the bindings of the figures before, latest last, of which `here` stand in this
    sentence. `scope` is whose whole a share is of: national, provincial, city, or empty. `spoken` are the products that
    the sentences before have named, the latest last.
    """

    frame: Frame
    entity: Entity | None
    amounts: Sequence[Amount]
    themes: Sequence[Theme]
    products: Sequence[ProductMention]
    covered: frozenset[int] = frozenset()
    dated: frozenset[int] = frozenset()
    """The tokens of periods alone."""
    earlier: Sequence[Bound] = ()
    here: int = 0
    scope: str = ""
    spoken: Sequence[Product] = ()
    before_it: Sequence[str] = ()
    """The words, lower case, of the sentence before."""
    theme_found: list[Bound | None] = field(init=False, default_factory=list, repr=False, compare=False)
    """What `nearby.theme_before` has found, once it was asked: a dozen rules ask it again."""
    verbs_found: dict[int, bool] = field(init=False, default_factory=dict, repr=False, compare=False)
    """Which tokens are verbs, as far as `predicates.is_verb` was asked: rules go over a clause again and again."""
    last_verbs: dict[int, int | None] = field(init=False, default_factory=dict, repr=False, compare=False)
    """The last verb before each token that `predicates.last_verb` was asked for."""
    unit: str = field(init=False)
    """The unit that the indicator must admit."""
    moves: bool = field(init=False)
    """Whether per cent and points are of the measure's movement or distance, not its own unit."""

    def __post_init__(self) -> None:
        """Settles once what nearly every rule asks."""
        Site.__post_init__(self)
        unit = "percent" if self.frame.name == "gap-to" else self.frame.unit or self.amount.unit or "1"
        object.__setattr__(self, "unit", unit)
        object.__setattr__(self, "moves", self.frame.kind == "change" or self.frame.of_another)

    def fits(self, indicator_id: str | None) -> bool:
        """Whether the amount can be of the indicator: in its own units, and where it moves in per cent and points."""
        one = known(indicator_id)
        if one is None:
            return indicator_id is None
        if self.moves and self.unit == "percent":
            return True
        if self.unit == "1/person" and "/" not in one.unit:
            # "Visits averaged 1.7 per resident".
            return False
        if "barrel" in self.unit and "m3" in one.unit:
            return False
        if self.unit == "person" and one.unit == "1" and "person" not in one.other_kinds:
            return False
        if self.moves and self.unit == "percentage_point":
            return one.quantity_kind in ("ratio", "points")
        return one.admits(self.unit) or self._admits_without_denominator(one)

    def _admits_without_denominator(self, one: Indicator) -> bool:
        """As in "wheat fetched 2.4 yuan a kilo, against 2.1 yuan": what a price or yield is of need not be said."""
        over, _, under = one.quantity_kind.partition("/")
        return self.amount.per is None and under in _DENOMINATORS and quantity_kind(self.unit) == over

    def next_amount(self) -> int:
        """The token at which the next amount begins; the sentence's end where there is none."""
        following = self.following()
        return following.begin if following is not None else len(self.tokens)

    def previous(self) -> Amount | None:
        """The last amount of the sentence before this one."""
        if not self.amounts or self.amounts[0].first >= self.amount.begin:
            return None
        before = starting_in(self.amounts, self.amount.begin - REACH, self.amount.begin)
        return next((other for other in reversed(before) if other.last <= self.amount.begin), None)

    def following(self) -> Amount | None:
        """The next amount of the sentence."""
        return first_in(self.amounts, self.amount.first + 1, self.amount.last + REACH)

    def themes_before(self) -> Iterator[Theme]:
        """The themes that end before the amount, the nearest first."""
        near = starting_in(self.themes, self.amount.begin - REACH, self.amount.begin)
        return (theme for theme in reversed(near) if theme.last <= self.amount.begin)

    def themes_in(self, first: int, stop: int) -> Sequence[Theme]:
        """The themes that start at token `first` or later, and before `stop`, in order."""
        return starting_in(self.themes, first, stop)

    def in_theme(self, i: int) -> bool:
        """Whether token `i` belongs to a theme."""
        return covering(self.themes, i) is not None

    def elliptic(self) -> bool:
        """Whether the clause has nothing but names, pronouns, periods and words of change before the amount."""
        if not _DOING.isdisjoint(self.clause_before()):
            return False
        first = self.start
        for k in range(self.amount.begin - 1, first, -1):
            # "In Poole, an hour down the coast, it was": the pronoun begins what is said.
            if self.word(k) == "," and self.word(k + 1) in _PRONOUNS:
                first = k + 1
                break
        return not any(
            is_content(token) and k not in self.covered and token.lower not in _LIGHT and not token.lower.endswith("ly")
            for k, token in enumerate(self.tokens[first : self.amount.begin], first)
        )

    def subject_before(self, at: int) -> str | None:
        """The noun phrase before the verb at token `at`; for "the unit, which cost", that before the pronoun."""
        words = noun_phrase_before(self.tokens, self._head_before(at), self.start)
        if words is not None or self.word(self.start) not in ("which", "who", "that"):
            return words
        before = self.start - (self.word(self.start - 1) == ",")
        return noun_phrase_before(self.tokens, before, max(0, before - _LONGEST_SUBJECT))

    def _head_before(self, at: int) -> int:
        """Where the subject of the verb at token `at` ends: "a tanker | built in the yard in May fetched"."""
        first = max(self.start + 1, at - _LONGEST_SUBJECT)
        for i in range(at - 2, first - 1, -1):
            if self.tokens[i].kind == "w" and self.word(i) in _ENDING_CLAUSE:
                return at
            if (
                self.word(i + 1) in _BEHIND_PARTICIPLE
                and is_participle(self.word(i))
                and is_content(self.tokens[i - 1])
            ):
                return i
        return at

    def is_of_noun(self) -> bool:
        """Whether the amount is told of a measure right before it: "a grant of"."""
        before = self.amount.begin - 1
        if self.word(before) != "of":
            return False
        return self.in_theme(before - 1) or singular(self.word(before - 1)) in _SUMS

    def measured_before(self) -> bool:
        """Whether a measure stands before the amount in its clause, known or not."""
        return any(theme.last <= self.amount.begin for theme in self.themes_in(self.start, self.amount.begin))

    def text(self, first: int, last: int) -> str:
        """Tokens `first` to `last` (exclusive) as they are written."""
        return as_written(self.tokens, first, last)


def is_general(theme: Theme) -> bool:
    """Whether a theme is an everyday word that gives way to a more particular one."""
    return theme.words.lower() in general_phrases()


def of_theme(theme: Theme, rule: str) -> Bound:
    """The binding to a theme."""
    return Bound(theme.indicator, theme.words, rule)
