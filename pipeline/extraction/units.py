"""Units around a numeral: currency before it, unit after it, rates ("per square metre", "a month").

Belongs here: finding the unit of one numeral. Does not: sharing a unit among several numerals (`quantities`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.currencies import currency_codes, currency_names, currency_symbols
from pipeline.vocabulary.units import ambiguous_units, unit_symbols, units

_DASHES = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as found: base unit, factor to it, quantity kind, the words as written, other readings."""

    unit: str
    factor: float
    kind: str
    written: str
    offset: float = 0.0
    readings: tuple[tuple[str, float], ...] = ()
    """(unit id, factor) of each other unit that the written name may stand for."""
    unit_id: str = ""


def _measures() -> dict[str, Measure]:
    by_id = units()
    found: dict[str, Measure] = {}
    for unit in by_id.values():
        if unit.quantity_kind == "person":
            # "people" is counted like any other noun, with its modifiers.
            continue
        readings = tuple((name, by_id[name].factor) for name in unit.readings)
        for surface in unit.names:
            found.setdefault(
                surface.lower(),
                Measure(
                    unit.base_unit, unit.factor, unit.quantity_kind, unit.label, unit.offset, readings, unit.unit_id
                ),
            )
    return found


def _symbols() -> dict[str, Measure]:
    return {
        surface: Measure(unit.base_unit, unit.factor, unit.quantity_kind, unit.label, unit.offset, (), unit.unit_id)
        for surface, unit in unit_symbols().items()
    }


def _money() -> dict[str, Measure]:
    return {
        surface.lower(): Measure(name.code, name.factor, "money", surface, unit_id=name.code)
        for surface, name in currency_names().items()
    }


def _currency(surface: str, code: str, factor: float) -> Measure:
    return Measure(code, factor, "money", surface, unit_id=code)


_NAMES: PhraseTable[Measure] = PhraseTable(_money() | _measures())
_SYMBOLS: PhraseTable[Measure] = PhraseTable(_symbols(), cased=True)
_SIGNS: PhraseTable[Measure] = PhraseTable(
    {s: _currency(s, n.code, n.factor) for s, n in (*currency_symbols().items(), *currency_codes().items())}, cased=True
)
_AMBIGUOUS = ambiguous_units()
PERCENT = Measure("percent", 1.0, "ratio", "per cent", unit_id="percent")
POINTS = Measure("percentage_point", 1.0, "points", "percentage point", unit_id="percentage_point")
COUNT = Measure("1", 1.0, "count", "", unit_id="count")
PERSON = Measure("person", 1.0, "person", "person", unit_id="person")
_YEAR_WORDS = {"annually": "year", "yearly": "year", "monthly": "month", "daily": "day"}
_HEADS = frozenset({"head", "capita", "person", "resident", "inhabitant", "worker", "employee", "people"})
_PLACES_OF_RATE = frozenset({"each", "every"})


def currency_before(tokens: Sequence[Token], first: int) -> tuple[Measure, int] | None:
    """The currency sign, prefix or code that ends right before token `first`, and its first token."""
    if first == 0:
        return None
    before = tokens[first - 1]
    if before.kind == "w" and not (before.text.isupper() or before.text in {"Rs", "Rp", "Fr"}):
        return None
    found = _SIGNS.ending_at(tokens, first - 1)
    if found is None:
        return None
    measure, begin = found
    if begin and tokens[begin].glued and tokens[begin - 1].kind == "w":
        return None
    return measure, begin


def unit_after(tokens: Sequence[Token], last: int, *, symbols: bool = True) -> tuple[Measure, int] | None:
    """The unit that starts at token `last` (a hyphen before it passed over), and the token after it."""
    count = len(tokens)
    if last >= count:
        return None
    i = last
    if tokens[i].lower in ("a", "an") and i and tokens[i - 1].lower in ("half", "quarter", "third"):
        found = _NAMES.starting_at(tokens, i + 1)
        return (
            found if found is not None and found[0].kind not in ("time", "ratio", "money", "points", "count") else None
        )
    hyphen = tokens[i].text in _DASHES and tokens[i].glued and i + 1 < count and tokens[i + 1].glued
    if hyphen:
        i += 1
    found = _NAMES.starting_at(tokens, i)
    if found is not None and _supported(tokens, i, found[1]):
        return _percent_points(tokens, found)
    if symbols:
        found = _SYMBOLS.starting_at(tokens, i)
        if found is not None and _symbol_supported(tokens, i, found[1]):
            return _percent_points(tokens, found)
        found = _SIGNS.starting_at(tokens, i)
        if found is not None and (
            tokens[i].kind == "w" or not (found[1] < count and tokens[found[1]].glued and tokens[found[1]].kind == "n")
        ):
            return found
    return None


def _percent_points(tokens: Sequence[Token], found: tuple[Measure, int]) -> tuple[Measure, int]:
    measure, last = found
    if measure.unit_id == "percent" and last < len(tokens) and tokens[last].lower in {"point", "points"}:
        return POINTS, last + 1
    return found


def _supported(tokens: Sequence[Token], first: int, last: int) -> bool:
    """An ambiguous name needs support: "points" of a rate stand before a comparison, "pound" after a price."""
    surface = " ".join(token.lower for token in tokens[first:last])
    if surface not in _AMBIGUOUS:
        return True
    if surface in {"point", "points"}:
        following = tokens[last].lower if last < len(tokens) else ""
        return following in {
            "lower",
            "higher",
            "above",
            "below",
            "more",
            "less",
            "to",
            "from",
            "up",
            "down",
            "faster",
            "slower",
            "ahead",
            "behind",
            "over",
            "under",
        }
    return surface in {"second", "seconds", "minute", "minutes", "pound", "pounds", "mil"}


def _symbol_supported(tokens: Sequence[Token], first: int, last: int) -> bool:
    surface = tokens[first].text
    if surface == "%":
        return True
    if last - first == 1 and not tokens[first].glued and (len(surface) == 1 or surface in {"in", "a", "at", "us"}):
        return False
    return not (surface.lower() in _AMBIGUOUS and not tokens[first].glued)


def rate_after(tokens: Sequence[Token], last: int) -> tuple[Measure, int] | None:
    """The denominator of a rate that starts at token `last`: "a year", "per square metre", "/kg", "a head"."""
    count = len(tokens)
    if last >= count:
        return None
    word = tokens[last].lower
    if word in _YEAR_WORDS:
        return Measure(_YEAR_WORDS[word], 1.0, "time", word, unit_id=_YEAR_WORDS[word]), last + 1
    if word == "on" and last + 2 < count and tokens[last + 1].lower in {"each", "every"}:
        word, last = "per", last + 1
    if word not in {"a", "an", "per", "/", "each", "every", "for"} or last + 1 >= count:
        return None
    i = last + 1
    if word == "for":
        if tokens[i].lower not in _PLACES_OF_RATE or i + 1 >= count:
            return None
        i += 1
    following = tokens[i].lower
    if following in _HEADS and word in {"per", "/", "a", "for", "each"}:
        if word == "a" and following not in {"head", "person"}:
            return None
        return PERSON, i + 1
    found = _NAMES.starting_at(tokens, i) or (_SYMBOLS.starting_at(tokens, i) if word in {"/", "per", "a"} else None)
    if found is None or found[0].kind in {"ratio", "money", "points", "count"}:
        return None
    if (
        found[0].kind == "time"
        and i + 1 < count
        and tokens[found[1] if found[1] < count else i].lower
        in {"earlier", "ago", "before", "later", "after", "previously"}
    ):
        return None
    return found
