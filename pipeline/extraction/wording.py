"""Wording: the words that stand for a measure, or for what is measured, as the text has them.

Belongs here: cutting them out of a sentence. Does not: which indicator they mean (`themes`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.nouns import STOP
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token
from pipeline.vocabulary import language

_LONGEST_NOUN = 7
_FARTHEST_HEAD = 24
_INTRODUCTIONS = language.words("wording", "introductions")
_WITHIN = _INTRODUCTIONS | {"of"}
_OF_PLACE = language.words("wording", "of_place")
_BEFORE_VERB = language.words("wording", "before_verb")


def as_written(tokens: Sequence[Token], first: int, last: int) -> str:
    """Tokens `first` to `last` (exclusive) as they stand, with one space for any white space.

    `first` is one of the tokens; where they end before `last`, so does what is given.
    """
    out = tokens[first].text
    for k in range(first + 1, min(last, len(tokens))):
        out += ("" if tokens[k].glued else " ") + tokens[k].text
    return out


def is_content(token: Token) -> bool:
    """Whether a word names something: no article, preposition, pronoun, auxiliary, and no sign."""
    return token.kind == "w" and token.lower not in STOP


def noun_phrase(tokens: Sequence[Token], first: int) -> str | None:
    """The noun phrase at token `first` without its article or owner: "its rolling mills" -> "rolling mills"."""
    out: list[str] = []
    for token in tokens[first : first + _LONGEST_NOUN]:
        if token.kind != "w" and token.text not in HYPHENS:
            break
        if not out and (token.lower in _INTRODUCTIONS or token.lower.endswith("'s")):
            continue
        if token.lower in STOP:
            break
        out.append(token.text)
    return " ".join(out) or None


def noun_phrase_before(tokens: Sequence[Token], last: int, start: int, *, subject: bool = True) -> str | None:
    """The noun phrase that ends before token `last`, its helpers left out: "a ton of urea is" -> "ton of urea".

    `subject`: what follows is its verb, so that of "fairs in the hills" the fairs are meant.
    """
    start = max(start, last - _FARTHEST_HEAD)
    end = last
    while end > start and (tokens[end - 1].lower in _BEFORE_VERB or tokens[end - 1].lower.endswith("ly")):
        end -= 1
    first = end
    while first > start and end - first < _LONGEST_NOUN and _goes_back(tokens, first - 1, end):
        first -= 1
    while first < end and tokens[first].lower in _WITHIN:
        first += 1
    words = as_written(tokens, first, end) if first < end else None
    while first > start and tokens[first - 1].lower in _INTRODUCTIONS:
        first -= 1
    if subject and first - 1 > start and tokens[first - 1].lower in _OF_PLACE:
        return noun_phrase_before(tokens, first - 1, start) or words
    return words


def _goes_back(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether token `i` belongs to the noun phrase that goes on behind it up to token `end`."""
    token = tokens[i]
    if token.lower in _WITHIN:
        return i + 1 < end and (token.lower == "of" or tokens[i - 1].lower == "of")
    return is_content(token) or (token.text in HYPHENS and i + 1 < end)
