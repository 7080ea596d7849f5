"""Scale words after a numeral: "million", "3bn", "2 hundred thousand", "30m people".

Belongs here: how far the scale reaches and what it multiplies by; whether letters glued to digits are a scale at all.
Does not: the scale words (`data/scales.toml`), the numeral before them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extraction.numerals.precision import LARGEST
from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.vocabulary.currencies import currency_names
from pipeline.vocabulary.language import words
from pipeline.vocabulary.units import scales

SCALES: Mapping[str, int] = {
    name: scale.multiplier
    for name, scale in scales().items()
    if not scale.glued and not scale.plural and not scale.ambiguous
}
"""Scale words that are nothing else, in the singular, to their multiplier."""
ORDERS: Mapping[str, int] = {
    name: scale.multiplier for name, scale in scales().items() if scale.plural and not scale.ambiguous
}
"""Plurals that name an order of magnitude ("thousands"), to its lower end."""

# "yi" and "wan" are also names and syllables of names: a scale only right behind the number, without a hyphen.
_TRANSLITERATED = {name: scales()[name].multiplier for name in ("yi", "wan")}
_LETTERS = {name: scale.multiplier for name, scale in scales().items() if scale.glued}
# "bn", "mln": nothing else is written so, hence also with a space before them.
_SURE_LETTERS = frozenset(name for name in _LETTERS if len(name) > 1 and not scales()[name].ambiguous)
_MILLIONS = frozenset({"m", "mil"})
_ARTICLES = frozenset({"a", "an", "the", "another", "further"})
_LENGTH_WORDS = words("scaling", "length_words")
_AFTER_MILLIONS = words("scaling", "after_millions")
_MONEY = frozenset(currency_names())
_JOINTS = frozenset({",", "and", "or", "to"})
_PERSONS = frozenset({"people", "residents", "jobs"})


def scale_after(tokens: Sequence[Token], j: int) -> tuple[int, int]:
    """What the scale words from token `j` on multiply by (1 where there are none), and the token after them."""
    scale = 1
    while j < len(tokens) and scale < LARGEST:
        k = j + 1 if joins(tokens, j) else j
        multiplier = SCALES.get(tokens[k].lower) or (_TRANSLITERATED.get(tokens[k].lower) if k == j else None)
        if multiplier is None:
            break
        scale *= multiplier
        j = k + 1
    return scale, j


def scale_after_digits(tokens: Sequence[Token], j: int) -> tuple[int, int]:
    """The same where token `j - 1` ends in digits, which may have letters glued to them: "2.3bn", "30m people"."""
    letters = _LETTERS.get(word_at(tokens, j))
    if letters is None:
        return scale_after(tokens, j)
    is_scale = _glued_is_scale(tokens, j) if tokens[j].glued else tokens[j].lower in _SURE_LETTERS
    return (letters, j + 1) if is_scale else (1, j)


def _glued_is_scale(tokens: Sequence[Token], j: int) -> bool:
    """Whether letters glued to digits are a scale ("30m people"), and neither a unit ("60m deep") nor a name ("3B")."""
    word, digits = tokens[j].lower, tokens[j - 1].text
    if word in _SURE_LETTERS or _is_priced(tokens, j - 1):
        return True
    if word == "k":
        return tokens[j].text == "k" or len(digits) > 1
    if tokens[j].text in ("M", "B") and "." in digits:
        return True
    return word in _MILLIONS and _counts_millions(tokens, j)


def _is_priced(tokens: Sequence[Token], digits: int) -> bool:
    """As in "$30m", "RMB30m": letters after a price are a scale."""
    if digits < 1:
        return False
    before = tokens[digits - 1]
    return before.kind == "m" or (before.text.isupper() and len(before.text) in {2, 3} and tokens[digits].glued)


def _counts_millions(tokens: Sequence[Token], j: int) -> bool:
    """Whether what follows "m" at token `j` can be counted in millions, and not measured in metres."""
    k = j + 1
    while joins(tokens, k + 1):
        k += 2
    following = word_at(tokens, k)
    if following in _JOINTS and k + 2 < len(tokens) and tokens[k + 1].kind == "n" and word_at(tokens, k + 2) == "m":
        # "7.6m and 1.8m t" are of one unit.
        return tokens[k + 2].glued and _counts_millions(tokens, k + 2)
    if following in _LENGTH_WORDS or not following.isalpha():
        return False
    if word_at(tokens, j - 2) in _ARTICLES and following not in _PERSONS:
        # "a 60m shafts contract" measures the shafts.
        return False
    return following.endswith("s") or following in _AFTER_MILLIONS or following in _MONEY
