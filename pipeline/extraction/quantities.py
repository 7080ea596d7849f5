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
from pipeline.extraction.cues import Cue, Governing, find_cues
from pipeline.extraction.dispositions import Verdict
from pipeline.extraction.dispositions.ages import AFTER_NAME
from pipeline.extraction.framing import read_frame
from pipeline.extraction.governing import governing
from pipeline.extraction.hedges import hedge_before, interval
from pipeline.extraction.model import Direction, Quantity, UnitReading
from pipeline.extraction.nouns import STOP, counted_noun
from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.periods import UNDATED, Period, find_periods
from pipeline.extraction.sites import Site
from pipeline.extraction.tokens import Sentence, Token, sentences, word_at
from pipeline.extraction.tonnage import in_tons
from pipeline.extraction.values import frozen
from pipeline.extraction.wording import as_written, noun_phrase
from pipeline.vocabulary.language import numerals, words

_LIFETIMES = words("quantities", "lifetimes")
_COPULAS = words("quantities", "copulas")
_OTHERWISE = {("(",), ("[",), ("/",), ("or",), (",", "or")}
_MOVING_KINDS = frozenset({"ratio", "points", "money"})
_PARTING = frozenset({",", ";", ":", "and", "but", "while"})
_DETERMINERS = words("quantities", "determiners")
_CARDINALS = frozenset(numerals().cardinals)
_REACH = 12


def extract_quantities(text: str) -> list[Quantity]:
    """The quantities of any text, in order, without places and periods. Never raises for any text."""
    return [quantity for sentence in sentences(text) for quantity in _quantities(sentence)]


def unit_readings(amount: Amount) -> tuple[UnitReading, ...]:
    """The other readings of an ambiguous unit, each with its value and interval in the base unit."""
    measure = amount.measure
    if measure is None or not amount.readings:
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
    periods = find_periods(tokens, numerals, UNDATED, None)
    disposed = dispose(tokens, numerals, periods)
    taken = [(verdict.first, verdict.last) for _, verdict in disposed if not verdict.quantity]
    verdicts = {numeral.first: verdict for numeral, verdict in disposed}
    amounts = in_tons(tokens, find_amounts(tokens, numerals, taken), None)
    if not amounts:
        return
    cues = find_cues(tokens)
    clauses = find_clauses(tokens, frozenset(cue.first for cue in cues if cue.kind == "verb"))
    previous: _Found | None = None
    for amount in amounts:
        full = _with_unit(tokens, amount, verdicts.get(amount.numeral.first))
        found = _restating(tokens, full, previous) or _moved(Site(tokens, clauses, full), cues, periods)
        if previous is not None and _ends_pair(tokens, previous.amount, found.amount):
            found = replace(found, amount=replace(found.amount, rules=(*found.amount.rules, "from-to")))
        previous = found
        yield _quantity(tokens, found)


@frozen
class _Found:
    """An amount with the direction of the change that it is, if it is one."""

    amount: Amount
    direction: Direction | None = None


# ---------------------------------------------------------------------- what the amount's own clause tells
def _moved(site: Site, cues: Sequence[Cue], periods: Sequence[Period]) -> _Found:
    """With the direction in which the amount moved: "fell by 7 per cent", "up 7", "a drop of 7", "+7%"."""
    amount = site.amount
    move = governing(site, cues)
    if move is not None and (_is_attribute(site, move) or site.word(amount.begin - 1) == "at"):
        return _Found(amount)
    if move is not None and read_frame(site, move, periods, ratio_theme=False).kind == "change":
        return _Found(replace(amount, rules=(*amount.rules, f"moved-{_manner(move)}")), move.direction)
    if amount.kind in ("ratio", "points") and site.tokens[amount.first].text == "+":
        return _Found(replace(amount, rules=(*amount.rules, "moved-sign")), "up")
    return _Found(amount)


def _is_attribute(site: Site, move: Governing) -> bool:
    """As in "added a 30-degree slope": the amount describes what is added."""
    if move.relation != "object" or site.word(site.amount.begin - 1) not in ("a", "an"):
        return False
    return site.word(site.amount.last).isalpha() and site.word(site.amount.last) not in STOP


def _manner(move: Governing) -> str:
    """Whether a verb, a particle, a noun or a comparative says so."""
    if move.cue is not None:
        return move.cue.kind
    return "comparative" if move.relation == "after" else "particle"


def _restating(tokens: Sequence[Token], amount: Amount, previous: _Found | None) -> _Found | None:
    """As in "more than 7 miles (11 km)", "fell 312 points, or 0.9 per cent": the same in other terms.

    Hedge and direction are those of the amount before.
    """
    if previous is None or not _in_other_terms(tokens, amount, previous.amount):
        return None
    before = previous.amount
    if previous.direction is not None and amount.kind != before.kind and amount.kind in _MOVING_KINDS:
        return _Found(replace(amount, rules=(*amount.rules, "restated")), previous.direction)
    same = amount.kind == before.kind and amount.unit is not None and before.measure != amount.measure
    if not same:
        return None
    rules = (*amount.rules, "restated")
    if amount.comparator != "exact" or before.comparator in ("exact", "between"):
        return _Found(replace(amount, rules=rules), previous.direction)
    low, high = (amount.value if bound is None else bound for bound in (amount.low, amount.high))
    low_or_open, high_or_open = interval(amount.value, low, high, before.comparator)
    hedged = replace(amount, comparator=before.comparator, low=low_or_open, high=high_or_open, rules=rules)
    return _Found(hedged, previous.direction)


def _ends_pair(tokens: Sequence[Token], before: Amount, amount: Amount) -> bool:
    """As in "from 40 tonnes in May to 32": the second of two levels, between which something moved or lies."""
    if word_at(tokens, amount.begin - 1) != "to" or word_at(tokens, before.begin - 1) != "from":
        return False
    if amount.begin - before.last > _REACH or amount.kind != before.kind or before.factor is not None:
        return False
    return _PARTING.isdisjoint(token.lower for token in tokens[before.last : amount.begin])


def _in_other_terms(tokens: Sequence[Token], amount: Amount, before: Amount) -> bool:
    """Whether nothing stands between the two but a bracket that opens, a stroke, or "or"."""
    last = before.last if before.noun is None else max(before.last, before.noun[1])
    if not 0 < amount.begin - last <= 2:
        return False
    return tuple(token.lower for token in tokens[last : amount.begin]) in _OTHERWISE


# ---------------------------------------------------------------------- units that are understood
def _with_unit(tokens: Sequence[Token], amount: Amount, verdict: Verdict | None) -> Amount:
    """The amount with the unit that an age has without naming it."""
    if amount.unit is not None and amount.kind != "time":
        return amount
    aged = verdict is not None and verdict.disposition == "age"
    if not aged and not (amount.unit is None and _is_lifetime(tokens, amount)):
        return amount
    rule = "age-after-name" if verdict is not None and verdict.reason == AFTER_NAME else "age"
    if amount.unit is not None:
        return replace(amount, rules=(*amount.rules, rule))
    return replace(amount, unit="year", kind="time", written_unit="year", rules=(*amount.rules, rule))


def _is_lifetime(tokens: Sequence[Token], amount: Amount) -> bool:
    """As in "average life expectancy of women is some 81", "their median age was 41"."""
    copula = word_at(tokens, amount.begin - 1) in _COPULAS
    return copula and any(token.lower in _LIFETIMES for token in tokens[max(0, amount.begin - _REACH) : amount.begin])


# ---------------------------------------------------------------------- the published value
def _quantity(tokens: Sequence[Token], found: _Found) -> Quantity:
    amount = found.amount
    times = amount.factor is not None
    _, hedge = hedge_before(tokens, amount.first)
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
        direction=found.direction,
        measured=_measured(tokens, amount),
        hedge=as_written(tokens, hedge, amount.first) if hedge < amount.first else None,
        unit_readings=unit_readings(amount),
        rules=amount.rules,
    )


def _measured(tokens: Sequence[Token], amount: Amount) -> str | None:
    """The noun that is counted, else what stands behind "of", or behind a number without a unit."""
    if amount.noun is not None:
        return as_written(tokens, *amount.noun)
    if word_at(tokens, amount.last) == "of":
        of_most = word_at(tokens, amount.last + 1) == "the" and word_at(tokens, amount.last + 2) in ("most", "least")
        first = amount.last + (3 if of_most else 1)
        if word_at(tokens, first) == "the" and word_at(tokens, first + 1) in _CARDINALS:
            # "five of the six largest mines"
            first += 2
        noun = counted_noun(tokens, first) if amount.unit is None or "fraction" in amount.rules else None
        return noun_phrase(tokens, first) if noun is None else as_written(tokens, noun.first, noun.last)
    if amount.unit is not None or word_at(tokens, amount.last) in _DETERMINERS:
        return None
    # "a mine or two"
    vague = word_at(tokens, amount.first - 1) == "or" and amount.first > 1 and amount.numeral.form == "words"
    return tokens[amount.first - 2].text if vague else noun_phrase(tokens, amount.last)
