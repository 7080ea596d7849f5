"""Numerals in words: cardinals, fractions, multiples, orders of magnitude, ordinals.

Belongs here: the grammar of number words, one reader for each kind of first word. Does not: the words
(`data/numerals.toml`), digit sequences (`digits`), what a scale word after them multiplies by (`scaling`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extraction.numerals.numeral import Numeral, numeral_over
from pipeline.extraction.numerals.precision import LARGEST, Written, exactly, in_words, within_half
from pipeline.extraction.numerals.scaling import ORDERS, SCALES, scale_after
from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.vocabulary.language import numerals, words

_NUMBERS = numerals()
_PLURAL_DENOMINATORS = {
    ("halves" if word == "half" else word + "s"): number for word, number in _NUMBERS.denominators.items()
}
_DENOMINATORS = {**_NUMBERS.denominators, **_PLURAL_DENOMINATORS}
_PARTS_OF_YEAR = frozenset({"half", "quarter", "quarters"})
# "a third of", "a fifth since 2010", but "a third mine", "a fifth year".
_AFTER_FRACTION = words("spelled", "after_fraction")
_AFTER_SEASON = frozenset({"earlier", "ago", "before", "later"})
_OTHER_HALVES = frozenset({"latter", "other", "this", "next"})
_VAGUE_COUNTS = frozenset({"several", "few"})


def spelled(tokens: Sequence[Token], i: int) -> Numeral | None:
    """The numeral that begins with the word at token `i`; null where none does."""
    reader = _READERS.get(tokens[i].lower)
    return None if reader is None else reader(tokens, i)


def _multiple(tokens: Sequence[Token], i: int) -> Numeral:
    """As in "doubled", "tenfold"."""
    return numeral_over(tokens, i, i + 1, in_words(_NUMBERS.multiples[tokens[i].lower]), "multiple")


def _adverb(tokens: Sequence[Token], i: int) -> Numeral:
    """As in "twice"."""
    return numeral_over(tokens, i, i + 1, in_words(_NUMBERS.adverbs[tokens[i].lower]), "adverb")


def _ordinal(tokens: Sequence[Token], i: int) -> Numeral:
    """As in "third"."""
    return numeral_over(tokens, i, i + 1, exactly(_NUMBERS.ordinals[tokens[i].lower]), "ordinal")


def _stray_parts(tokens: Sequence[Token], i: int) -> Numeral:
    """As in "fifths" without a number of them: names a part, and counts nothing."""
    return numeral_over(tokens, i, i + 1, exactly(1 / _DENOMINATORS[tokens[i].lower]), "ordinal")


def _order_of_magnitude(tokens: Sequence[Token], i: int) -> Numeral:
    """As in "thousands", "tens of thousands": from one to ten of them."""
    order, last = ORDERS[tokens[i].lower], i + 1
    while word_at(tokens, last) == "of" and word_at(tokens, last + 1) in ORDERS and order < LARGEST:
        order *= ORDERS[word_at(tokens, last + 1)]
        last += 2
    return numeral_over(tokens, i, last, Written(float(order), float(order), 10.0 * order), "vague", scale=order)


def _several(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "several hundred", "a few thousand": from one to ten of them; null where no scale word follows."""
    scale, last = scale_after(tokens, i + 1)
    if scale == 1:
        return None
    return numeral_over(tokens, i, last, Written(float(scale), float(scale), 10.0 * scale), "vague", scale=scale)


def _couple(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "a couple of hundred": two of them; null where no scale word follows."""
    if word_at(tokens, i + 1) != "of":
        return None
    scale, last = scale_after(tokens, i + 2)
    return None if scale == 1 else numeral_over(tokens, i, last, in_words(2 * scale), "words", scale=scale)


def _with_article(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "a third", "a hundred", "a million", "a hundred and five"; null where "a" begins no numeral."""
    word = word_at(tokens, i + 1)
    if word in SCALES:
        half = _scale_and_a_half(tokens, i)
        if half is not None:
            return half
        scale, last = scale_after(tokens, i + 1)
        run = _Run.over(tokens, i + 1)
        if run.last > last:
            return run.numeral(tokens, i)
        return numeral_over(tokens, i, last, in_words(scale), "words", scale=scale)
    if word not in _NUMBERS.denominators:
        return None
    following = tokens[i + 2] if i + 2 < len(tokens) else None
    if joins(tokens, i + 2):
        # "a third-party audit".
        return None
    if following is not None and following.kind == "w":
        if word not in _PARTS_OF_YEAR and following.lower not in _AFTER_FRACTION:
            return None
        if word == "quarter" and following.lower in _AFTER_SEASON:
            return None
    return numeral_over(tokens, i, i + 2, in_words(1 / _NUMBERS.denominators[word]), "fraction")


def _scale_and_a_half(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "a million and a half": the scale word that follows the article, and half of it."""
    scale, last = scale_after(tokens, i + 1)
    if [word_at(tokens, last + k) for k in range(3)] != ["and", "a", "half"]:
        return None
    return numeral_over(tokens, i, last + 3, in_words(scale * 1.5), "fraction", scale=scale)


def _half(tokens: Sequence[Token], i: int) -> Numeral:
    """As in "half", "half a million"; an ordinal where it is a part of the year ("the first half")."""
    if word_at(tokens, i + 1) in ("a", "an") and word_at(tokens, i + 2) in SCALES:
        scale, last = scale_after(tokens, i + 2)
        return numeral_over(tokens, i, last, in_words(scale / 2), "fraction", scale=scale)
    before = word_at(tokens, i - 1)
    if before in _NUMBERS.ordinals or before in _OTHER_HALVES:
        return numeral_over(tokens, i, i + 1, exactly(0.5), "ordinal")
    return numeral_over(tokens, i, i + 1, in_words(0.5), "fraction")


def _cardinal(tokens: Sequence[Token], i: int) -> Numeral:
    """As in "fifty-two", "two hundred and six", "three million", "two-thirds", "two and a half million"."""
    run = _Run.over(tokens, i)
    if not run.scaled:
        numeral = _parts(tokens, i, run) or _and_a_half(tokens, i, run) or _compound_ordinal(tokens, i, run)
        if numeral is not None:
            return numeral
    return run.numeral(tokens, i)


def _parts(tokens: Sequence[Token], first: int, run: _Run) -> Numeral | None:
    """As in "two-thirds", "one-seventh", "three quarters"."""
    word, k = _next_word(tokens, run.last)
    denominator = _DENOMINATORS.get(word, 0)
    singular = word in _NUMBERS.denominators
    if not 0 < run.value < denominator or (run.value == 1) != singular:
        return None
    if word in _PARTS_OF_YEAR and word_at(tokens, first - 1) in _NUMBERS.ordinals:
        # "the first three quarters" are nine months.
        return None
    return numeral_over(tokens, first, k + 1, in_words(run.value / denominator), "fraction")


def _and_a_half(tokens: Sequence[Token], first: int, run: _Run) -> Numeral | None:
    """As in "one and a half", "two-and-a-half million", "three and a quarter"."""
    conjunction, j = _next_word(tokens, run.last)
    article, j = _next_word(tokens, j + 1)
    word, j = _next_word(tokens, j + 1)
    if conjunction != "and" or article != "a" or word not in ("half", "quarter"):
        return None
    scale, last = scale_after(tokens, j + 1)
    value = (run.value + 1 / _DENOMINATORS[word]) * scale
    return numeral_over(tokens, first, last, in_words(value), "fraction", scale=scale)


def _compound_ordinal(tokens: Sequence[Token], first: int, run: _Run) -> Numeral | None:
    """As in "twenty-first": tens, a hyphen, and the ordinal of a digit."""
    rank = _NUMBERS.ordinals.get(word_at(tokens, run.last + 1), 0)
    if not joins(tokens, run.last) or not 0 < rank < 10 or run.value % 10 or run.value < 20:
        return None
    return numeral_over(tokens, first, run.last + 2, exactly(run.value + rank), "ordinal")


@dataclass(slots=True)
class _Run:
    """A run of cardinals and scale words, as far as it has been read; `last` is the token after it.

    `total` is the sum of the groups that a scale word has closed, `group` the one still open, `unit` what the last
    word counts in (0 before the first).
    """

    last: int
    total: int = 0
    group: int = 0
    unit: int = 0

    @classmethod
    def over(cls, tokens: Sequence[Token], first: int) -> _Run:
        """The longest run that begins at token `first`."""
        run = cls(first)
        while True:
            word, k = _next_word(tokens, run.last)
            if word == "and" and run.unit >= 100:
                word, k = _next_word(tokens, k + 1)
                if word not in _NUMBERS.cardinals:
                    return run
            if not run._takes(word):
                return run
            run.last = k + 1

    @property
    def value(self) -> int:
        return self.total + self.group

    @property
    def scaled(self) -> bool:
        return self.total > 0

    def numeral(self, tokens: Sequence[Token], first: int) -> Numeral:
        """The numeral that begins at token `first` and ends with the run; with a scale word it is good to 5 %."""
        written = in_words(self.value) if self.unit > 1 else within_half(self.value, self.unit)
        whole = self.unit == 1
        return numeral_over(tokens, first, self.last, written, "words", whole=whole, scale=self.unit)

    def _takes(self, word: str) -> bool:
        number, multiplier = _NUMBERS.cardinals.get(word), SCALES.get(word)
        if number is not None:
            if not self._has_room_for(number):
                return False
            self.group += number
            self.unit = 1
            return True
        if multiplier is None or max(self.value, 1) * multiplier > LARGEST:
            return False
        if multiplier == 100:
            self.group = max(self.group, 1) * 100
        elif self.group:
            self.total, self.group = self.total + self.group * multiplier, 0
        else:
            self.total = max(self.total, 1) * multiplier
        self.unit = multiplier
        return True

    def _has_room_for(self, number: int) -> bool:
        """Whether the open group ends in two zeros ("two hundred"), or in tens before a digit ("twenty")."""
        if self.unit == 0:
            return True
        below_hundred = self.group % 100
        tens = below_hundred >= 20 and below_hundred % 10 == 0 and number < 10
        return self.value > 0 and number > 0 and (below_hundred == 0 or tens)


def _next_word(tokens: Sequence[Token], j: int) -> tuple[str, int]:
    """The word at token `j`, or behind the hyphen there, and its token; empty where there is none."""
    k = j + 1 if joins(tokens, j) else j
    return (tokens[k].lower, k) if k < len(tokens) and tokens[k].kind == "w" else ("", k)


Reader = Callable[[Sequence[Token], int], Numeral | None]

# By first word; where two kinds share a word, the later line has it.
_READERS: Mapping[str, Reader] = {
    **dict.fromkeys(_PLURAL_DENOMINATORS.keys() - {"seconds", "quarters"}, _stray_parts),
    **dict.fromkeys(_NUMBERS.ordinals, _ordinal),
    **dict.fromkeys([*_NUMBERS.cardinals, *SCALES], _cardinal),
    **dict.fromkeys(ORDERS, _order_of_magnitude),
    **dict.fromkeys(("a", "an"), _with_article),
    **dict.fromkeys(_VAGUE_COUNTS, _several),
    "couple": _couple,
    **dict.fromkeys(_NUMBERS.adverbs, _adverb),
    **dict.fromkeys(_NUMBERS.multiples, _multiple),
    "half": _half,
}
FIRST_WORDS = frozenset(_READERS)
"""The words, lower case, with which a numeral may begin."""
