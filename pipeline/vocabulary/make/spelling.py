"""How names are spelled: without accents, without apostrophes, Chinese in pinyin.

Belongs here: pure functions from a name to other spellings of it. Does not: knowing any place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from pypinyin import lazy_pinyin

_EXPANDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
# Letters that Unicode does not decompose.
_BASE = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae",
                       "œ": "oe", "Œ": "Oe", "ı": "i", "ə": "e", "Ə": "E", "ð": "d", "þ": "th", "Þ": "Th"})  # fmt: skip


def plain(name: str) -> str:
    """The name as an English keyboard has it: no accents, straight apostrophes, hyphens for dashes."""
    apostrophes = re.sub("[\u2018\u2019\u02bb\u02bc\u0060\u00b4]", "'", name.translate(_BASE)).replace("\u2013", "-")
    decomposed = unicodedata.normalize("NFD", apostrophes)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def letters(name: str) -> str:
    """Only the letters of the plain name, lower case: what spellings of one name have in common."""
    return "".join(character for character in plain(name).lower() if character.isalpha())


def expanded(name: str) -> str:
    """German umlauts written out ("Muelheim")."""
    return name.translate(_EXPANDED)


def with_marks(names: Iterable[str]) -> list[str]:
    """The names, each once, and those with an apostrophe also with the curved one."""
    return list(dict.fromkeys(form for name in names for form in (name, name.replace("'", "\u2019"))))


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
