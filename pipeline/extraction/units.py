"""Units around a numeral: currency before it, unit after it, rates ("per square metre", "a month").

Belongs here: finding the unit of one numeral. Does not: sharing a unit among several numerals (`amounts`), the units
themselves (`pipeline.vocabulary`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extraction.nouns import STOP
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.extraction.values import frozen
from pipeline.vocabulary.currencies import CurrencyName, currency_codes, currency_names, currency_symbols
from pipeline.vocabulary.language import numerals, words
from pipeline.vocabulary.units import Unit, ambiguous_units, scales, unit_names, unit_symbols, units


@frozen
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


def _measure(unit: Unit) -> Measure:
    readings = tuple((name, units()[name].factor) for name in unit.readings)
    return Measure(unit.base_unit, unit.factor, unit.quantity_kind, unit.label, unit.offset, readings, unit.unit_id)


def _money(names: Iterable[CurrencyName]) -> dict[str, Measure]:
    return {name.surface: Measure(name.code, name.factor, "money", name.surface, unit_id=name.code) for name in names}


def _named() -> dict[str, Measure]:
    """Spelled-out names, lower case. "People" is counted like any other noun, with its modifiers."""
    found = {surface.lower(): measure for surface, measure in _money(currency_names().values()).items()}
    spoken: dict[str, Measure] = {}
    for unit in units().values():
        if unit.quantity_kind != "person":
            for surface in unit.names:
                spoken.setdefault(surface.lower(), _measure(unit))
    return found | spoken


_NAMES: PhraseTable[Measure] = PhraseTable(_named())
# A symbol stands for one unit only; none of the other readings of its name hold for it.
_SYMBOLS: PhraseTable[Measure] = PhraseTable(
    {symbol: replace(_measure(unit), readings=()) for symbol, unit in unit_symbols().items()}, cased=True
)
_SIGNS: PhraseTable[Measure] = PhraseTable(
    _money((*currency_symbols().values(), *currency_codes().values())), cased=True
)
_MONEY_NAMES = _money(currency_names().values())
_AMBIGUOUS = ambiguous_units()

PERCENT = _measure(units()["percent"])
COUNT = Measure("1", 1.0, "count", "", unit_id="count")
PERSON = Measure("person", 1.0, "person", "person", unit_id="person")
UNIT_WORDS = frozenset(name for name in unit_names() if name.isalpha() and len(name) > 1)
"""Words, lower case, that are units by themselves: names, symbols of two letters and more, counted nouns."""

# Letters that stand for a sign of money only where the scan takes them for one.
_WIRE_SIGNS = frozenset({"PS"})
_PARTS = frozenset({"half", "quarter", "third"})
_NOT_IN_PARTS = frozenset({"time", "ratio", "money", "count"})
# Ambiguous by itself, but with a number before it hardly anything else.
_SURE_AFTER_NUMBER = frozenset({"second", "pound", "pounds", "ha"})
_SHORT_WORDS = frozenset({"in", "a", "at", "us"})
# Of the symbols of one letter, those that stand behind digits and a space: "21 C", "60 W".
_SPACED_LETTERS = frozenset({"C", "F", "W", "V", "t"})
# And these where a scale stands between: "2.1m t", "3 million t".
_SCALED_LETTERS = frozenset({"t", "b"})
_SCALE_LETTERS = frozenset(scales())
_DEGREES = frozenset({"degree", "degrees"})
_PARTS_OF_WHOLE = frozenset({"%", "\u2030"})
_THOUSAND = frozenset({"thousand", "1,000", "1000"})
_RATES = words("units", "rates")
_FARTHEST_RATE = 16

_RATE_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "daily": "day"}
_TIMES_BEHIND_STROKE = {"d": "day", "y": "year", "a": "year", "mth": "month", "wk": "week"}
_RATE_OPENERS = frozenset({"a", "an", "per", "/", "each", "every"})
_BEFORE_SYMBOL = frozenset({"/", "per", "a"})
_BEFORE_HEAD = frozenset({"per", "/", "a", "each"})
_HEADS = frozenset({"head", "capita", "person", "resident", "inhabitant", "worker", "employee", "people"})
_HEADS_AFTER_ARTICLE = frozenset({"head", "person"})
_BEHIND_THING = words("units", "behind_thing")
_SHARED_OUT = {"share": ("per", "a", "each"), "vehicle": ("per", "a")}
"""Things that a rate is also told for with an article: "$3 a share"."""
_NO_DENOMINATORS = frozenset({"ratio", "money", "points", "count"})
_NUMBERS = numerals()
_NO_THINGS = {*_NUMBERS.cardinals, *_NUMBERS.ordinals, *_NUMBERS.multiples, *_NUMBERS.adverbs, "half", "cent"}
"""What "per" stands before without telling a rate of things: "per two", "per cent"."""
DEDUCTED = words("units", "deducted")
"""What is taken off pay: "a month after tax" says how it is reckoned, and not when."""
_ELSEWHEN = frozenset({"earlier", "ago", "before", "later", "after", "previously"})


def named_money(name: str) -> Measure | None:
    """The currency of a lower-case name: "canadian dollar"."""
    return _MONEY_NAMES.get(name)


def currency_before(tokens: Sequence[Token], first: int) -> tuple[Measure, int] | None:
    """The currency sign, prefix or code that ends right before token `first`, and its first token."""
    if first == 0 or (tokens[first - 1].kind == "w" and tokens[first - 1].text.islower()):
        return None
    found = _SIGNS.ending_at(tokens, first - 1)
    if found is None:
        return None
    begin = found[1]
    if tokens[first - 1].text in _WIRE_SIGNS and tokens[first - 1].kind != "m":
        return None
    return None if begin and tokens[begin].glued and tokens[begin - 1].kind == "w" else found


def unit_after(tokens: Sequence[Token], last: int, *, symbols: bool = True) -> tuple[Measure, int] | None:
    """The unit that starts at token `last` (a hyphen before it passed over), and the token after it."""
    if last >= len(tokens):
        return None
    if tokens[last].lower in ("a", "an") and word_at(tokens, last - 1) in _PARTS:
        # "half a tonne"; "half a year" is a time, "a quarter a month" a rate.
        found = _NAMES.starting_at(tokens, last + 1)
        return None if found is None or found[0].kind in _NOT_IN_PARTS else found
    i = last + 1 if joins(tokens, last) else last
    found = _NAMES.starting_at(tokens, i)
    if found is not None and found[0].kind == "time" and i == last and joins(tokens, found[1]):
        # "900 second-hand flats", "three day-long talks"; but "a 34 year-old nurse".
        return found if word_at(tokens, found[1] + 1) == "old" else None
    if found is not None and _is_unit_here(tokens, i, found[1]):
        return found
    return _symbol_after(tokens, i) if symbols else None


def _symbol_after(tokens: Sequence[Token], i: int) -> tuple[Measure, int] | None:
    found = _SYMBOLS.starting_at(tokens, i)
    if found is not None and _is_symbol_here(tokens, i, found[1]):
        return found
    found = _SIGNS.starting_at(tokens, i)
    if found is None or tokens[i].kind == "w":
        if tokens[i].text in _WIRE_SIGNS:
            return None
        # "R" and "K" stand before the number.
        return found if len(tokens[i].text) > 1 or tokens[i].text.islower() else None
    # The dollar of "3 $5" belongs to the five.
    after = tokens[found[1]] if found[1] < len(tokens) else None
    return None if after is not None and after.glued and after.kind == "n" else found


def _is_unit_here(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name is a unit; an ambiguous one is as a rule none, here where no sense can be weighed."""
    surface = " ".join(token.lower for token in tokens[first:last])
    if surface == "li":
        return tokens[first].text == "li"
    if surface in _DEGREES:
        return tokens[first - 1].kind == "n" or joins(tokens, first - 1)
    if any(token.lower in _THOUSAND for token in tokens[first:last]):
        return _is_per_mille(tokens, first, last)
    return surface not in _AMBIGUOUS or surface in _SURE_AFTER_NUMBER


def _is_per_mille(tokens: Sequence[Token], first: int, last: int) -> bool:
    """As in "a mortality of 9 per thousand"; not "300 cars, 41 per 1,000 people", "240 per thousand cubic metres"."""
    following = word_at(tokens, last)
    of_thing = following.isalpha() and following not in STOP
    return not of_thing and any(token.lower in _RATES for token in tokens[max(0, first - _FARTHEST_RATE) : first])


def _is_symbol_here(tokens: Sequence[Token], first: int, last: int) -> bool:
    """A symbol of one letter, or one that is also a word, counts only where it is glued to the digits."""
    symbol = tokens[first]
    if last < len(tokens) and tokens[last].kind == "n" and tokens[last].glued and tokens[last - 1].kind == "w":
        # "2m PS4 consoles"
        return False
    if symbol.text in _PARTS_OF_WHOLE or symbol.glued:
        return True
    following = tokens[last] if last < len(tokens) else None
    if following is not None and following.text == "/" and following.glued:
        return True
    if symbol.text in _SPACED_LETTERS and tokens[first - 1].kind == "n":
        named = following is not None and (following.text[0].isupper() or following.text == "-")
        return symbol.text in ("W", "V") or not named
    if symbol.text in _SCALED_LETTERS and first > 1 and tokens[first - 1].lower in _SCALE_LETTERS:
        # "2.1m t", "3 mln t"
        return True
    is_word = last - first == 1 and (len(symbol.text) == 1 or symbol.text in _SHORT_WORDS)
    is_sure = last - first > 1 or symbol.text in _SURE_AFTER_NUMBER
    return not is_word and (is_sure or symbol.lower not in _AMBIGUOUS)


def rate_after(tokens: Sequence[Token], last: int) -> tuple[Measure, int] | None:
    """The denominator of a rate that starts at token `last`: "a year", "per square metre", "/kg", "a head"."""
    word = word_at(tokens, last)
    if word in _RATE_ADVERBS:
        return _time(_RATE_ADVERBS[word]), last + 1
    if joins(tokens, last):
        # "a 52,000-barrel-a-day plant"
        last += 1
        word = word_at(tokens, last)
    i = last + 2 if joins(tokens, last + 1) else last + 1
    if word in ("for", "on") and word_at(tokens, i) in ("each", "every"):
        word, i = "per", i + 1
    if word not in _RATE_OPENERS or i >= len(tokens):
        return None
    if tokens[i].lower in _HEADS and word in _BEFORE_HEAD:
        return (PERSON, i + 1) if word != "a" or tokens[i].lower in _HEADS_AFTER_ARTICLE else None
    if word == "/" and tokens[i].text in _TIMES_BEHIND_STROKE:
        return _time(_TIMES_BEHIND_STROKE[tokens[i].text]), i + 1
    found = _NAMES.starting_at(tokens, i) or (_SYMBOLS.starting_at(tokens, i) if word in _BEFORE_SYMBOL else None)
    if found is None or found[0].kind in _NO_DENOMINATORS:
        return _per_thing(tokens, i) if word in _SHARED_OUT.get(tokens[i].lower, ("per",)) else None
    behind = word_at(tokens, found[1])
    # "1,900 euros a month after tax" is a rate.
    is_date = found[0].kind == "time" and behind in _ELSEWHEN
    is_date = is_date and not (behind == "after" and word_at(tokens, found[1] + 1) in DEDUCTED)
    return None if is_date else found


def _time(unit_id: str) -> Measure:
    return Measure(unit_id, 1.0, "time", unit_id, unit_id=unit_id)


def thing_after(tokens: Sequence[Token], last: int) -> tuple[Measure, int] | None:
    """The thing that a price is told for with an article: the dose of "$25 a dose", where nothing goes on behind it."""
    if word_at(tokens, last) not in ("a", "an") or last + 1 >= len(tokens):
        return None
    behind = word_at(tokens, last + 2)
    return None if behind.isalnum() and behind not in _BEHIND_THING else _per_thing(tokens, last + 1)


def _per_thing(tokens: Sequence[Token], i: int) -> tuple[Measure, int] | None:
    """The thing at token `i` that a rate is told for: "per share", "per household"."""
    thing = tokens[i].lower
    if tokens[i].kind != "w" or not tokens[i].text.islower() or thing in _AMBIGUOUS or thing in _NO_THINGS:
        return None
    return Measure(thing, 1.0, "count", thing, unit_id=thing), i + 1
