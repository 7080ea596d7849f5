"""Tonnage: which ton a text means that says no more than "tons".

Belongs here: what shows it - the country and the other units of the text, or the same amount in tonnes in brackets.
Does not: finding amounts (`amounts`); the other readings, which stay with the amount (`quantities.unit_readings`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import words

_METRIC = words("tonnage", "metric")
_AMERICAN = "US"
_SHORT = "short_ton"
_TOLERANCE = 0.02
"""How far rounding may take a restated amount from the first."""


def ton_of_text(sentences: Iterable[Sequence[Token]], country: str | None) -> str | None:
    """The unit that "tons" are of in a text about `country`; null where it is the usual one, the tonne.

    An American text that weighs and measures nothing in metric units means short tons.
    """
    if country != _AMERICAN:
        return None
    metric = any(not _METRIC.isdisjoint([token.lower for token in tokens]) for tokens in sentences)
    return None if metric else _SHORT


def in_tons(tokens: Sequence[Token], amounts: Sequence[Amount], ton: str | None) -> list[Amount]:
    """The amounts, tons read as restated in the brackets behind them, else as `ton` says."""
    out: list[Amount] = []
    for i, amount in enumerate(amounts):
        if len(amount.readings) < 2:
            out.append(amount)
            continue
        after = amounts[i + 1] if i + 1 < len(amounts) else None
        told = _restated(tokens, amount, after) if after is not None else None
        unit = told or ton
        out.append(amount if unit is None else _read_as(amount, unit))
    return out


def _restated(tokens: Sequence[Token], amount: Amount, after: Amount) -> str | None:
    """As in "5.8 million tons (5.3 million tonnes)": the reading under which both say the same."""
    opened = word_at(tokens, amount.last) == "(" and after.begin <= amount.last + 1
    if not opened or after.readings or after.kind != amount.kind or after.unit != amount.unit or amount.measure is None:
        return None
    apart = {unit: abs(amount.value / amount.measure.factor * factor - after.value) for unit, factor in amount.readings}
    best = min(apart, key=lambda unit: apart[unit])
    return best if apart[best] <= _TOLERANCE * abs(after.value) else None


def _read_as(amount: Amount, unit: str) -> Amount:
    """The amount under another reading of its unit; an ambiguous unit that cannot be read so stays as it is."""
    measure, factor = amount.measure, dict(amount.readings).get(unit)
    if measure is None or factor is None or factor == measure.factor:
        return amount
    ratio = factor / measure.factor
    return replace(
        amount,
        value=amount.value * ratio,
        low=None if amount.low is None else amount.low * ratio,
        high=None if amount.high is None else amount.high * ratio,
        measure=replace(measure, factor=factor),
        rules=(*amount.rules, unit.replace("_", "-")),
    )
