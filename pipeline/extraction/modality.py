"""Modality: whether a figure is a fact, an estimate, a forecast, a target or a capacity.

Belongs here: reading the clause's verbs and nouns of intent. Does not: which period the figure has (`timing`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.extraction.model import Modality
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import modality_words, words

_PHRASES: PhraseTable[str] = PhraseTable({" ".join(phrase): name for phrase, name in modality_words().items()})
_FIRST_WORDS = _PHRASES.first_words
_FACTS = words("modality", "facts")
_PAST_VERBS = words("modality", "past_verbs")
_BEFORE_PARTICIPLE = words("modality", "before_participle")
_RESOLVED = words("modality", "resolved")
_REVISING = words("modality", "revising")
_OF_FUTURE = frozenset({"target", "forecast"})
_FARTHEST_WILL = 4
"""So far behind an amount "will" still speaks of it: "3 per cent of the houses will be sold"."""

Cues = Mapping[str, int]
"""The first token of the first phrase of each modality that the clause has."""


def read_modality(
    tokens: Sequence[Token], first: int, at: int, stop: int, period_end: date | None, published_end: date | None
) -> Modality:
    """The modality of the amount at token `at` of the clause `first` to `stop` (exclusive).

    What ends in a year after that of publication is no fact, whatever the verb.
    """
    found = _cues(tokens, first, at, stop)
    future = period_end is not None and published_end is not None and period_end.year > published_end.year
    if "capacity" in found:
        return "capacity"
    if _is_revised_estimate(tokens, first, at, found):
        return "forecast"
    if _is_target(tokens, at, found, future=future):
        plan = found["target"]
        return "forecast" if found.get("forecast", plan) < plan else "target"
    if future or found.get("forecast", at) < at:
        return "forecast"
    return "estimate" if "estimate" in found else "actual"


def _cues(tokens: Sequence[Token], first: int, at: int, stop: int) -> Cues:
    """Those before the amount that still hold at it, and those of the future behind it."""
    found: dict[str, int] = {}
    last = first
    for i in [i for i, token in enumerate(tokens[first:stop], first) if token.lower in _FIRST_WORDS]:
        match = _PHRASES.starting_at(tokens, i) if i >= last else None
        if match is None:
            continue
        name, last = match
        of_future = name in _OF_FUTURE
        if of_future if i >= at else not (of_future and _is_overtaken(tokens, last, at)):
            found.setdefault(name, i)
    return found


def _is_overtaken(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a finite past verb stands between a modal and the amount, so that the modal is of another clause."""
    return any(
        tokens[k].lower in _PAST_VERBS
        or (tokens[k].lower.endswith("ed") and word_at(tokens, k - 1) not in _BEFORE_PARTICIPLE)
        for k in range(first, at)
        if tokens[k].kind == "w"
    )


def _is_revised_estimate(tokens: Sequence[Token], first: int, at: int, found: Cues) -> bool:
    """As in "analysts estimate that output will fall to": what is estimated is still to come."""
    if "estimate" not in found or "target" not in found:
        return False
    return any(token.lower in _REVISING for token in tokens[first:at])


def _is_target(tokens: Sequence[Token], at: int, found: Cues, *, future: bool) -> bool:
    """Whether a plan is of the amount, and no verb of fact has come between ("will close mines that made")."""
    plan = found.get("target")
    if plan is None:
        return False
    word = tokens[plan].lower
    if future:
        return True
    if plan >= at:
        return word in _RESOLVED or (word == "will" and plan <= at + _FARTHEST_WILL)
    return all(token.lower not in _FACTS for token in tokens[plan:at])
