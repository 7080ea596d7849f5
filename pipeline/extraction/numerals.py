"""Numerals: every digit sequence and every spelled number of a token sequence, with value and written precision.

Belongs here: what a numeral is worth by itself (digits, scale words, number words, fractions, multiples, ordinals).
Does not: units, hedges, or what the number is for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import numerals as number_words
from pipeline.vocabulary.language import words
from pipeline.vocabulary.units import scales

Form = Literal["digits", "words", "fraction", "multiple", "adverb", "ordinal", "vague"]

_WORDS = number_words()
_SCALES = {name: scale.multiplier for name, scale in scales().items() if not scale.glued and not scale.plural}
_PLAIN_SCALES = {
    name: scale.multiplier
    for name, scale in scales().items()
    if not scale.glued and not scale.plural and not scale.ambiguous
}
_GLUED = {name: scale.multiplier for name, scale in scales().items() if scale.glued}
_PLURALS = {name: scale.multiplier for name, scale in scales().items() if scale.plural and not scale.ambiguous}
_DENOMINATORS = _WORDS.denominators | {
    ("halves" if word == "half" else word + "s"): number for word, number in _WORDS.denominators.items()
}
_DASHES = frozenset("-‐‑–")
# After "a third" or "half" these say that it is a share or a size, not an ordinal or a part of the year.
_AFTER_FRACTION = words("numerals", "after_fraction")
_LENGTH_WORDS = words("numerals", "length_words")
WORD_WIDTH = 0.05
"""Half-width of a fraction or multiple in words, as a share of the value (the contract's rule of precision)."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral over tokens `first` to `last` (exclusive).

    `low` and `high` are the interval of the written precision; `whole` says that it is an integer without rounding
    zeros, which is exact where things are counted. `value` of an ordinal is its rank; of a multiple, its factor.
    """

    first: int
    last: int
    start: int
    end: int
    value: float
    low: float
    high: float
    form: Form
    whole: bool = False
    scaled: bool = False
    scale: int = 1
    digits: str = ""


def find_numerals(tokens: Sequence[Token]) -> list[Numeral]:
    """All numerals of `tokens` in order; none overlap, and each digit sequence and number word is in one."""
    out: list[Numeral] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        if token.kind == "n":
            numeral = _in_digits(tokens, i)
        elif token.kind == "w":
            numeral = _in_words(tokens, i)
        else:
            numeral = _vulgar(tokens, i) if token.text in _WORDS.fractions_unicode else None
        if numeral is None:
            i += 1
        else:
            out.append(numeral)
            i = numeral.last
    return out


def _make(
    tokens: Sequence[Token],
    first: int,
    last: int,
    value: float,
    low: float,
    high: float,
    form: Form,
    *,
    whole: bool = False,
    scale: int = 1,
    digits: str = "",
) -> Numeral:
    return Numeral(
        first, last, tokens[first].start, tokens[last - 1].end, value, low, high, form, whole, scale > 1, scale, digits
    )


def _in_digits(tokens: Sequence[Token], i: int) -> Numeral:
    text = tokens[i].text
    whole, _, decimals = text.replace(",", "").partition(".")
    count = len(tokens)
    j = i + 1
    if j < count and tokens[j].glued:
        lower = tokens[j].lower
        if lower in {"st", "nd", "rd", "th"}:
            return _make(tokens, i, j + 1, float(whole), float(whole), float(whole), "ordinal", digits=text)
        if tokens[j].text in _WORDS.fractions_unicode and not decimals:
            value = int(whole) + _WORDS.fractions_unicode[tokens[j].text]
            scale, j = _scale_after(tokens, j + 1, glued_allowed=False)
            return _make(
                tokens,
                i,
                j,
                value * scale,
                value * scale * (1 - WORD_WIDTH),
                value * scale * (1 + WORD_WIDTH),
                "fraction",
                scale=scale,
            )
    scale, j = _scale_after(tokens, j, glued_allowed=True)
    # "two and a half" and its like in digits: "2 and a half million".
    numerator, denominator = int(whole + decimals), 10 ** len(decimals)
    if numerator == 0 and not decimals and len(whole) > 1:
        scale = 1
    value = numerator * scale / denominator
    step = scale
    if not decimals and scale == 1 and len(whole) >= 4:
        zeros = len(whole) - len(whole.rstrip("0"))
        step = 10**zeros if zeros and int(whole) else 1
    rounded = bool(decimals) or scale > 1 or step > 1
    low = (2 * numerator * scale - step) / (2 * denominator)
    high = (2 * numerator * scale + step) / (2 * denominator)
    return _make(tokens, i, j, value, max(low, 0.0), high, "digits", whole=not rounded, scale=scale, digits=text)


def _scale_after(tokens: Sequence[Token], j: int, *, glued_allowed: bool) -> tuple[int, int]:
    """The multiplier of the scale words from token `j` on, and the token after them."""
    count = len(tokens)
    scale = 1
    if glued_allowed and j < count and tokens[j].kind == "w" and tokens[j].glued:
        multiplier = _GLUED.get(tokens[j].lower)
        if multiplier and _glued_is_scale(tokens, j):
            return multiplier, j + 1
        return 1, j
    if (
        j < count
        and tokens[j].kind == "w"
        and tokens[j].lower in _GLUED
        and tokens[j].lower not in {"m", "mm", "k", "cr", "mil"}
        and j > 0
        and tokens[j - 1].kind == "n"
    ):
        return _GLUED[tokens[j].lower], j + 1
    while j < count:
        k = j
        if tokens[k].text in _DASHES and tokens[k].glued and k + 1 < count and tokens[k + 1].glued:
            k += 1
        word = tokens[k].lower
        if word in _PLAIN_SCALES or (word in {"yi", "wan"} and k == j):
            scale *= _SCALES[word]
            j = k + 1
        else:
            break
    return scale, j


def _glued_is_scale(tokens: Sequence[Token], j: int) -> bool:
    """Whether letters glued to digits are a scale ("30m people") and not a unit ("60m deep") or part of a name ("3B")."""
    word = tokens[j].text
    lower = tokens[j].lower
    if lower in {"bn", "tn", "trn", "mn", "mln", "mio", "bln", "tln"}:
        return True
    if word in {"K", "M", "B"} or lower in {"k", "m", "b", "mil", "mm"}:
        money = j >= 2 and (
            tokens[j - 2].kind == "m"
            or (tokens[j - 2].text.isupper() and tokens[j - 1].glued and len(tokens[j - 2].text) in {2, 3})
        )
        if money:
            return True
        if lower == "k":
            return word == "k" or not tokens[j].text.isupper()
        if lower in {"b", "mm"}:
            return False
        k = j + 1
        while k + 2 < len(tokens) and tokens[k + 1].text in _DASHES and tokens[k + 1].glued and tokens[k + 2].glued:
            k += 2
        following = tokens[k].lower if k < len(tokens) else ""
        if following in _LENGTH_WORDS or not following.isalpha():
            return False
        before = tokens[j - 2].lower if j >= 2 else ""
        if before in {"a", "an", "another", "further"} and following not in {"people", "residents", "jobs"}:
            return False
        return following.endswith("s") or following in {
            "people",
            "yuan",
            "won",
            "yen",
            "baht",
            "women",
            "men",
            "children",
            "or",
            "from",
            "to",
            "in",
            "a",
            "of",
        }
    return False


def _in_words(tokens: Sequence[Token], i: int) -> Numeral | None:
    word = tokens[i].lower
    if word in _WORDS.multiples:
        factor = _WORDS.multiples[word]
        low, high = factor * (1 - WORD_WIDTH), factor * (1 + WORD_WIDTH)
        return _make(tokens, i, i + 1, factor, low, high, "multiple")
    if word == "fold" and i and tokens[i - 1].text in _DASHES:
        return None
    if word in _WORDS.adverbs and word != "once":
        factor = _WORDS.adverbs[word]
        return _make(tokens, i, i + 1, factor, factor * (1 - WORD_WIDTH), factor * (1 + WORD_WIDTH), "adverb")
    if word in {"a", "an"}:
        return _with_article(tokens, i)
    if word in _PLURALS:
        value = _PLURALS[word]
        return _make(tokens, i, i + 1, value, value, value * 10, "vague", scale=value)
    if word == "half":
        return _half(tokens, i)
    if word in _WORDS.cardinals or word in _SCALES:
        return _cardinal(tokens, i)
    if word in _WORDS.ordinals:
        rank = float(_WORDS.ordinals[word])
        return _make(tokens, i, i + 1, rank, rank, rank, "ordinal")
    if word in _DENOMINATORS and word.endswith("s") and word not in {"seconds", "quarters", "halves"}:
        share = 1 / _DENOMINATORS[word]
        return _make(tokens, i, i + 1, share, share, share, "ordinal")
    return None


def _with_article(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "a third", "a hundred", "a million", "a dozen", "a half"; null where "a" begins no numeral."""
    j = i + 1
    if j >= len(tokens):
        return None
    word = tokens[j].lower
    if word in _PLAIN_SCALES and word != "score":
        scale, last = _scale_after(tokens, j, glued_allowed=False)
        return _make(
            tokens, i, last, scale, scale / 2 if scale < 1000 else 0.5 * scale, 1.5 * scale, "words", scale=scale
        )
    denominator = _WORDS.denominators.get(word)
    if denominator is None:
        return None
    following = tokens[j + 1] if j + 1 < len(tokens) else None
    if (
        word not in {"half", "quarter"}
        and following is not None
        and following.kind == "w"
        and not _ends_fraction(following)
    ):
        return None
    if word == "quarter" and following is not None and following.lower in {"earlier", "ago", "before", "later"}:
        return None
    share = 1 / denominator
    return _make(tokens, i, j + 1, share, share * (1 - WORD_WIDTH), share * (1 + WORD_WIDTH), "fraction")


_FUNCTION_WORDS = words("numerals", "function_words")


def _ends_fraction(token: Token) -> bool:
    return token.lower in _FUNCTION_WORDS


def _half(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "half", "half a million", "half of"; null where it is a part of the year ("the first half")."""
    count = len(tokens)
    if i + 2 < count and tokens[i + 1].lower in {"a", "an"} and tokens[i + 2].lower in _PLAIN_SCALES:
        scale, last = _scale_after(tokens, i + 2, glued_allowed=False)
        value = scale / 2
        return _make(
            tokens, i, last, value, value * (1 - WORD_WIDTH), value * (1 + WORD_WIDTH), "fraction", scale=scale
        )
    if i and (tokens[i - 1].lower in _WORDS.ordinals or tokens[i - 1].lower in {"latter", "other"}):
        return _make(tokens, i, i + 1, 0.5, 0.5, 0.5, "ordinal")
    return _make(tokens, i, i + 1, 0.5, 0.5 * (1 - WORD_WIDTH), 0.5 * (1 + WORD_WIDTH), "fraction")


def _vulgar(tokens: Sequence[Token], i: int) -> Numeral:
    value = _WORDS.fractions_unicode[tokens[i].text]
    scale, last = _scale_after(tokens, i + 1, glued_allowed=False)
    value *= scale
    return _make(tokens, i, last, value, value * (1 - WORD_WIDTH), value * (1 + WORD_WIDTH), "fraction", scale=scale)


def _next_word(tokens: Sequence[Token], j: int) -> tuple[str, int]:
    """The word at `j`, a hyphen before it passed over; its index ("" where there is none)."""
    if j < len(tokens) and tokens[j].text in _DASHES and tokens[j].glued:
        j += 1
    return (tokens[j].lower, j) if j < len(tokens) and tokens[j].kind == "w" else ("", j)


def _cardinal(tokens: Sequence[Token], i: int) -> Numeral | None:
    """A run of number words: "fifty-two", "two hundred and six", "three million", "two-thirds", "two and a half million"."""
    cardinals = _WORDS.cardinals
    total, current, j, scale = 0, 0, i, 1
    seen = False
    mantissa = 0
    while True:
        word, k = _next_word(tokens, j)
        if word == "and" and seen and scale >= 100:
            after, k2 = _next_word(tokens, k + 1)
            if after not in cardinals or tokens[k].glued:
                break
            word, k = after, k2
        if word in cardinals:
            value = cardinals[word]
            if (
                seen
                and not (current % 100 == 0 and value < 100)
                and not (current % 100 >= 20 and current % 10 == 0 and 0 < value < 10)
            ):
                break
            if seen and current and current % 100 and k == j:
                break
            current += value
            scale = 1
        elif word in _PLAIN_SCALES and (seen or word != "score"):
            multiplier = _PLAIN_SCALES[word]
            mantissa = max(current, 1) if seen else 1
            if multiplier == 100:
                current = max(current, 1) * 100
            else:
                total += max(current, 1) * multiplier
                current = 0
            scale = max(multiplier, scale) if multiplier == 100 else multiplier
        else:
            break
        seen = True
        j = k + 1
    if not seen:
        return None
    value = float(total + current)
    numeral = _fraction_after(tokens, i, j, int(value)) if total == 0 else None
    if numeral is not None:
        return numeral
    if scale > 1 and mantissa:
        half = scale * (100 if scale < 100 else 1) / 2 if scale >= 100 else scale / 2
        return _make(tokens, i, j, value, value - half, value + half, "words", scale=int(scale))
    return _make(tokens, i, j, value, value - 0.5, value + 0.5, "words", whole=True)


def _fraction_after(tokens: Sequence[Token], first: int, j: int, numerator: int) -> Numeral | None:
    """As in "two-thirds", "one-seventh", "three quarters of", "one and a half", "two and a half million"."""
    count = len(tokens)
    if (
        j + 2 < count
        and tokens[j].lower == "and"
        and tokens[j + 1].lower == "a"
        and tokens[j + 2].lower in {"half", "quarter"}
    ):
        value = numerator + 1 / _WORDS.denominators[tokens[j + 2].lower]
        scale, last = _scale_after(tokens, j + 3, glued_allowed=False)
        value *= scale
        return _make(
            tokens, first, last, value, value * (1 - WORD_WIDTH), value * (1 + WORD_WIDTH), "fraction", scale=scale
        )
    word, k = _next_word(tokens, j)
    denominator = _DENOMINATORS.get(word)
    if denominator is None or numerator >= denominator or numerator == 0 or (numerator == 1) == word.endswith("s"):
        return None
    if word in {"quarters", "quarter", "half"} and first and tokens[first - 1].lower in _WORDS.ordinals:
        return None
    value = numerator / denominator
    return _make(tokens, first, k + 1, value, value * (1 - WORD_WIDTH), value * (1 + WORD_WIDTH), "fraction")
