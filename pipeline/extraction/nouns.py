"""Noun phrases after a number: what is counted, without a tagger.

Belongs here: where the phrase that a number counts ends, and whether it counts persons. Does not: indicators.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import calendar, changes, numerals, words
from pipeline.vocabulary.units import units

PERSON_NOUNS = frozenset(units()["person"].counted) | {"people", "persons"}
_SPANS = calendar().spans
_IRREGULAR = words("nouns", "irregular")
# Words that end a noun phrase: prepositions, conjunctions, auxiliaries, pronouns, common verbs of reports.
STOP = words("nouns", "stop")
_NOT_NOUN = words("nouns", "not_noun")
_VERB_FORMS = frozenset(word for words in changes().verbs for word in words if len(words) == 1)
_NUMBER_WORDS = frozenset(numerals().cardinals)
_DASHES = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """The noun phrase over tokens `first` to `last` (exclusive); `head` is its last word, `person`: it counts people."""

    first: int
    last: int
    head: str
    person: bool


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    return (
        word in _IRREGULAR
        or word in PERSON_NOUNS
        or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _NOT_NOUN)
    )


def counted_noun(tokens: Sequence[Token], first: int) -> CountedNoun | None:
    """The plural noun phrase that starts at token `first`: "state-owned enterprises", "key projects"; at most seven words.

    Null where no plural stands before the phrase ends, so a bare number stays bare.
    """
    count = len(tokens)
    i, head_at = first, -1
    words = 0
    if (
        i < count
        and tokens[i].lower == "of"
        and i + 1 < count
        and tokens[i + 1].lower in ("the", "its", "their", "these", "those", "all")
    ):
        i += 2
        if i < count and tokens[i].lower in ("the", "its", "their"):
            i += 1
        first = i
    if (
        i + 1 < count
        and tokens[i].lower in ("fewer", "more", "less", "additional", "extra", "such", "other")
        and tokens[i + 1].lower not in STOP
    ):
        i += 1
        first = i
    while i < count and words < 7:
        token = tokens[i]
        if token.text in _DASHES and token.glued and i + 1 < count and tokens[i + 1].glued:
            i += 1
            continue
        if token.kind != "w":
            break
        lower = token.lower
        if lower in STOP or lower in _NUMBER_WORDS:
            break
        if head_at >= 0 and (lower in _VERB_FORMS or lower.endswith(("ed", "ing", "ly")) or not is_plural(lower)):
            break
        if head_at < 0 and words and lower in _VERB_FORMS and not is_plural(lower):
            break
        words += 1
        if is_plural(lower.removesuffix("'s")) and not lower.endswith("'s"):
            if lower in _SPANS:
                break
            head_at = i
        i += 1
    if head_at < 0:
        return None
    head = tokens[head_at].lower
    return CountedNoun(first, head_at + 1, head, head in PERSON_NOUNS)
