"""Texts for the fuzzer: news by a small grammar over the whole vocabulary, then damaged.

Belongs here: making a text from a seed and a number, always the same one. Does not: what must hold of it (`laws`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from pipeline.extraction.nouns import STOP
from pipeline.vocabulary.currencies import currency_codes, currency_names, currency_symbols
from pipeline.vocabulary.indicators import phrases
from pipeline.vocabulary.language import calendar, changes, hedges, modality_words, numerals
from pipeline.vocabulary.places import demonyms, regions
from pipeline.vocabulary.products import measure_nouns, product_words
from pipeline.vocabulary.units import scales, unit_names, unit_symbols

_WORDS = (*sorted(STOP), "city", "province", "mine", "mines", "people", "year", "years", "last", "ago", "earlier", "No")
_SIGNS = ",.;:-()[]\"'/%$+=*&@#|\u2013\u2014\u2019\u201c\u201d\u20ac\u2212\u00b0\u00a0"
_SPACES = (" ", " ", " ", " ", " ", "", "", ", ", ". ", "-", "\n", "\n\n", "  ", "\t", "\u2028")
_STRANGE = (
    "\ud800",
    "\udfff",
    "\x00",
    "\x1c",
    "\u200b",
    "\u0130",
    "\u1e9e",
    "\u0663",
    "\uff11",
    "\u00bd",
    "\u2168",
    "\U0001d7d8",
)
_LONGEST = 60
_MOST_DAMAGE = 12


def text_of(seed: str, number: int) -> str:
    """Text `number` of a seed."""
    random = Random(f"{seed}:{number}")
    pieces: list[str] = []
    for _ in range(random.randrange(1, _LONGEST)):
        pieces += (_piece(random), random.choice(_SPACES))
    text = "".join(pieces)
    for _ in range(random.choice((0, 0, 1, 3, _MOST_DAMAGE))):
        text = random.choice(_DAMAGES)(random, text)
    return text


def _piece(random: Random) -> str:
    kind = random.random()
    if kind < 0.35:
        return _number(random)
    if kind < 0.6:
        return random.choice(_WORDS)
    if kind < 0.63:
        return random.choice(_SIGNS)
    if kind < 0.64:
        return random.choice(_STRANGE)
    word = random.choice(random.choice(_vocabulary()))
    return word.capitalize() if random.random() < 0.1 else word


def _number(random: Random) -> str:
    size = random.choice((1, 2, 3, 4, 4, 5, 8, 30))
    whole = random.randrange(10**size)
    return random.choice(
        (
            str(whole),
            f"{whole:,}",
            f"{whole}.{random.randrange(100)}",
            str(random.randrange(1900, 2040)),
            f"{random.randrange(1, 32)} {random.choice(list(calendar().months))}",
            f"{whole}{random.choice('kmbn%')}",
        )
    )


@cache
def _vocabulary() -> Sequence[Sequence[str]]:
    """All that the grammar knows by name, a list a kind."""
    before, after = (sorted(" ".join(words) for words in table) for table in (hedges().before, hedges().after))
    table = numerals()
    kinds: list[Sequence[str]] = [
        before,
        after,
        sorted(" ".join(words) for words in modality_words()),
        sorted(" ".join(words) for words in changes().verbs),
        *(sorted(words) for words in (changes().nouns, changes().particles, changes().comparatives)),
        *(sorted(words) for words in (table.cardinals, table.ordinals, table.multiples, table.denominators)),
        *(sorted(words) for words in (calendar().months, calendar().weekdays, calendar().spans, calendar().seasons)),
        *(sorted(words) for words in (unit_names(), unit_symbols(), scales())),
        *(sorted(words) for words in (currency_names(), currency_symbols(), currency_codes())),
        *(sorted(words) for words in (phrases(), product_words(), measure_nouns(), demonyms())),
        [place.name for place in regions().values()],
        ["Fushun", "Daqing", "Datong city", "Heilongjiang", "China", "Reading", "Longmay No. 2", "the Laohutai mine"],
    ]
    return [kind for kind in kinds if kind]


# ---------------------------------------------------------------------- damage
def _without(random: Random, text: str) -> str:
    at, end = _stretch(random, text)
    return text[:at] + text[end:]


def _twice(random: Random, text: str) -> str:
    at, end = _stretch(random, text)
    return text[:end] + text[at:end] * random.choice((1, 1, 2, 9)) + text[end:]


def _moved(random: Random, text: str) -> str:
    at, end = _stretch(random, text)
    rest = text[:at] + text[end:]
    to = random.randrange(len(rest) + 1)
    return rest[:to] + text[at:end] + rest[to:]


def _in_other_case(random: Random, text: str) -> str:
    at, end = _stretch(random, text)
    return text[:at] + text[at:end].swapcase() + text[end:]


def _with_any_character(random: Random, text: str) -> str:
    at, _ = _stretch(random, text)
    return text[:at] + chr(random.randrange(0x110000)) + text[at:]


def _with_strange_character(random: Random, text: str) -> str:
    at, end = _stretch(random, text)
    return text[:at] + random.choice(_STRANGE) + text[end:]


def _stretch(random: Random, text: str) -> tuple[int, int]:
    at = random.randrange(len(text) + 1)
    return at, min(len(text), at + random.choice((0, 1, 2, 8, 40)))


_DAMAGES: tuple[Callable[[Random, str], str], ...] = (
    _without,
    _twice,
    _moved,
    _in_other_case,
    _with_any_character,
    _with_strange_character,
)
