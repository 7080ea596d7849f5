"""How names are spelled: without accents, with umlauts written out, with either apostrophe.

Belongs here: pure functions from a name to other spellings of it. Does not: knowing any place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_EXPANDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
# Letters that Unicode does not decompose.
_BASE = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
     "\u0131": "i", "ə": "e", "Ə": "E", "ð": "d", "þ": "th", "Þ": "Th"}
)  # fmt: skip


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
