"""Quantities: every amount that a text writes, with unit, hedge and direction, whether it is a figure or not.

Belongs here: which numerals are quantities at all, and the published value. Does not: reading numerals and amounts,
which figures share (`numerals`, `amounts`); places, periods and indicators, without which a figure is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extraction.accounts import dispose
from pipeline.extraction.amounts import Amount, find_amounts
from pipeline.extraction.clauses import find_clauses
from pipeline.extraction.cues import find_cues
from pipeline.extraction.governing import governing
from pipeline.extraction.model import Direction, Quantity, UnitReading
from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.periods import UNDATED, find_periods
from pipeline.extraction.sites import Site
from pipeline.extraction.tokens import Sentence, Token, sentences, word_at
from pipeline.extraction.wording import as_written, noun_phrase

_MOVED = frozenset({"by", "object", "of", "after", "particle", "is"})
"""How an amount hangs on a word of change where it is itself what was added or lost."""


def extract_quantities(text: str) -> list[Quantity]:
    """The quantities of any text, in order, without places and periods. Never raises for any text."""
    return [quantity for sentence in sentences(text) for quantity in _quantities(sentence)]


def unit_readings(amount: Amount) -> tuple[UnitReading, ...]:
    """The other readings of an ambiguous unit, each with its value and interval in the base unit."""
    measure = amount.measure
    if measure is None:
        return ()

    def under(value: float | None, factor: float) -> float | None:
        return None if value is None else value / measure.factor * factor

    return tuple(
        UnitReading(unit, amount.value / measure.factor * factor, under(amount.low, factor), under(amount.high, factor))
        for unit, factor in amount.readings
        if unit != measure.unit_id and factor != measure.factor
    )


def _quantities(sentence: Sentence) -> Iterator[Quantity]:
    tokens = sentence.tokens
    numerals = find_numerals(tokens)
    if not numerals:
        return
    disposed = dispose(tokens, numerals, find_periods(tokens, numerals, UNDATED, None))
    taken = [(verdict.first, verdict.last) for _, verdict in disposed if not verdict.quantity]
    aged = {numeral.first for numeral, verdict in disposed if verdict.disposition == "age"}
    amounts = find_amounts(tokens, numerals, taken)
    if not amounts:
        return
    cues = find_cues(tokens)
    clauses = find_clauses(tokens, frozenset(cue.first for cue in cues if cue.kind == "verb"))
    for amount in amounts:
        found = amount
        if amount.unit is None and amount.numeral.first in aged:
            found = replace(amount, unit="year", kind="time", written_unit="year", rules=(*amount.rules, "age"))
        move = governing(Site(tokens, clauses, amount), cues)
        moved = move is not None and move.relation in _MOVED
        yield _quantity(tokens, found, move.direction if move is not None and moved else None)


def _quantity(tokens: Sequence[Token], amount: Amount, direction: Direction | None) -> Quantity:
    times = amount.factor is not None
    return Quantity(
        start=tokens[amount.first].start,
        end=tokens[amount.last - 1].end,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        comparator=amount.comparator,
        unit="1" if times else amount.unit or "1",
        written_value=amount.written_value,
        written_unit=amount.written_unit,
        direction=direction,
        measured=_measured(tokens, amount),
        hedge=as_written(tokens, amount.begin, amount.first) if amount.begin < amount.first else None,
        unit_readings=unit_readings(amount),
        rules=amount.rules,
    )


def _measured(tokens: Sequence[Token], amount: Amount) -> str | None:
    """The noun that is counted, else what stands behind "of"."""
    if amount.noun is not None:
        return as_written(tokens, *amount.noun)
    return noun_phrase(tokens, amount.last + 1) if word_at(tokens, amount.last) == "of" else None
