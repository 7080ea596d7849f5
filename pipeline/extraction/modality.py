"""Modality: whether a figure is a fact, an estimate, a forecast, a target or a capacity.

Belongs here: reading the clause's verbs and nouns of intent. Does not: periods.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.extraction.model import Modality
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import modality_words, words

_PHRASES: PhraseTable[str] = PhraseTable({" ".join(words): name for words, name in modality_words().items()})
_FACTS = words("modality", "facts")


def read_modality(
    tokens: Sequence[Token], first: int, at: int, stop: int, period_end: date | None, published_end: date | None
) -> Modality:
    """The modality of the amount at token `at` of the clause `first` to `stop` (exclusive).

    What lies wholly after the day of publication is no fact, whatever the verb.
    """
    found: dict[str, int] = {}
    i = first
    while i < min(stop, len(tokens)):
        match = _PHRASES.starting_at(tokens, i) if tokens[i].kind == "w" else None
        if match is None:
            i += 1
            continue
        if (i < at and not _overtaken(tokens, match[1], at, match[0])) or (
            i >= at and match[0] in ("target", "forecast")
        ):
            found.setdefault(match[0], i)
        i = match[1]
    future = (
        period_end is not None
        and published_end is not None
        and period_end > published_end
        and period_end.year > published_end.year
    )
    if "capacity" in found and found["capacity"] < at:
        return "capacity"
    if (
        "estimate" in found
        and any(tokens[k].lower in ("will", "would", "lower", "forecast") for k in range(first, at))
        and "target" in found
    ):
        return "forecast"
    if "target" in found and (
        found["target"] < at
        or future
        or (tokens[found["target"]].lower == "will" and found["target"] <= at + 4)
        or tokens[found["target"]].lower in ("planned", "targeted", "pledged", "agreed", "due")
    ):
        fact = any(tokens[k].lower in _FACTS for k in range(found["target"], at))
        if not fact or future:
            return "target" if "forecast" not in found or found["forecast"] > found["target"] else "forecast"
    if "forecast" in found and (found["forecast"] < at or future):
        return "forecast"
    if future:
        return "forecast"
    if "estimate" in found:
        return "estimate"
    return "actual"


def _overtaken(tokens: Sequence[Token], after: int, at: int, name: str) -> bool:
    """Whether a finite past verb stands between a modal and the amount, so that the modal is of another clause."""
    if name not in ("forecast", "target"):
        return False
    return any(
        tokens[k].lower in _PAST_VERBS
        or (tokens[k].lower.endswith("ed") and tokens[k - 1].lower not in ("be", "to", "is", "been", "would", "will"))
        for k in range(after, at)
        if tokens[k].kind == "w"
    )


_PAST_VERBS = words("modality", "past_verbs")
