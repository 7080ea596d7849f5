"""Chinese names in pinyin, as the names of places are read.

Belongs here: from characters to syllables and to an English name. Does not: names that English takes from elsewhere.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pypinyin import lazy_pinyin

# The block of Unicode that all common characters are in.
_CHARACTERS = tuple(map(chr, range(0x4E00, 0xA000)))


def read_readings(path: Path) -> Mapping[str, str]:
    """`places_readings.csv`: characters and words, and their syllables in the names of places."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["written"]: row["pinyin"] for row in csv.DictReader(file)}


@cache
def syllables() -> frozenset[str]:
    """All syllables of pinyin without tones, lower case."""
    return frozenset(syllable for character in _CHARACTERS for syllable in lazy_pinyin(character, errors="ignore"))


def pinyin(name: str, readings: Mapping[str, str]) -> list[str]:
    """The syllables of a Chinese name, without tones.

    `readings` gives the syllables, parted by spaces, of characters and words that place names read otherwise than
    other words do; the longest one that stands at a place is taken.
    """
    syllables: list[str] = []
    pattern = "|".join(sorted(map(re.escape, readings), key=lambda word: (-len(word), word)))
    for part in re.split(f"({pattern})", name):
        syllables += readings[part].split(" ") if part in readings else lazy_pinyin(part)
    return syllables


def romanised(name: str, base: str, readings: Mapping[str, str]) -> str:
    """`base`, the beginning of a Chinese name, in pinyin as one word; the whole name decides how it is read.

    An apostrophe stands before a syllable that begins with a vowel.
    """
    first, *others = pinyin(name, readings)[: len(base)]
    # Without the mark Xi'an would be read as one syllable.
    marked = (f"'{syllable}" if syllable[0] in "aoe" else syllable for syllable in others)
    return "".join((first, *marked)).replace("lv", "lü").replace("nv", "nü").capitalize()
