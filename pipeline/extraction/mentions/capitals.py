"""Capitals: how far a name that begins with a capital letter goes, and how it is written.

Belongs here: the limits and the wording of a name. Does not: what it names.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.nouns import STOP
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.wording import as_written
from pipeline.vocabulary.language import calendar, entity_nouns, words

# "Institute of Coal Chemistry", "Bank of Jilin", but "Taihu Steel of Wuxi": a trade's name ends before its town.
_WITH_OF = words("mentions", "organisations_with_of") | {
    noun for noun, group in entity_nouns().organisations.items() if group == "public"
}
_MONTHS = calendar().months
_OWNING = ("'s", "\u2019s", "`s", "'", "\u2019")


def is_capitalised(token: Token) -> bool:
    """Whether a token is a word that begins with a capital letter."""
    return token.kind == "w" and token.text[0].isupper()


def end_of_name(tokens: Sequence[Token], first: int) -> int:
    """The token after the run of capitalised words that starts at `first`; "'s" ends it.

    A hyphen between two of them belongs to it, and "of" within an organisation: "Institute of Coal Chemistry".
    """
    last = first + 1
    while last < len(tokens) and not tokens[last - 1].lower.endswith("'s"):
        step = _continues(tokens, last)
        if not step:
            break
        last += step
    return last


def _continues(tokens: Sequence[Token], i: int) -> int:
    """By how many tokens a name before token `i` goes on; 0 where it does not."""
    token = tokens[i]
    if is_capitalised(token):
        is_date = token.lower in _MONTHS and i + 1 < len(tokens) and tokens[i + 1].kind == "n"
        return 0 if is_date or token.lower in STOP else 1
    if token.text in HYPHENS:
        return 1 if token.glued and _capital_at(tokens, i + 1) and tokens[i + 1].glued else 0
    if token.lower in ("of", "for") and tokens[i - 1].lower in _WITH_OF:
        step = 2 if word_at(tokens, i + 1) == "the" else 1
        return step if _capital_at(tokens, i + step) else 0
    return 0


def _capital_at(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and is_capitalised(tokens[i])


def surface(tokens: Sequence[Token], first: int, last: int) -> str:
    """The name over tokens `first` to `last` (exclusive) as it is written, without the sign of a possessor."""
    written = as_written(tokens, first, last) if last > first + 1 else tokens[first].text
    if not written.endswith(_OWNING):
        return written
    ending = next((ending for ending in _OWNING if written.endswith(ending)), "")
    return written.removesuffix(ending)


def owns(tokens: Sequence[Token], last: int) -> bool:
    """Whether the name that ends before token `last` is a possessor: "Wuhai's", "the provinces'"."""
    word = tokens[last - 1].lower
    return word.endswith("'s") or (
        word.endswith("s") and last < len(tokens) and tokens[last].text in ("'", "\u2019") and tokens[last].glued
    )


def bare(word: str) -> str:
    """A lower-case word without the "'s" of a possessor."""
    return word.removesuffix("'s")
