"""The plain scan: where digits and number words stand in a text, found without any grammar.

Belongs here: what the account of all numbers is held against; it shares the vocabulary with the grammar and nothing
else, so that a number which the grammar loses is missed. Does not: tokens, values, what several words make together.
"""

from __future__ import annotations

import re

from pipeline.vocabulary.language import numerals
from pipeline.vocabulary.units import scales


def _number_words() -> frozenset[str]:
    """Words that are numbers wherever they stand; "score", "quarter" and the like prove none."""
    table = numerals()
    spelled = {*table.cardinals, *table.ordinals, *table.multiples, *table.adverbs, *table.fractions_unicode, "half"}
    scaling = {name for name, scale in scales().items() if not scale.ambiguous and not scale.glued}
    return frozenset(spelled | scaling)


_NUMBER_WORDS = _number_words()
_VULGAR = "".join(numerals().fractions_unicode)
_LETTERS = rf"[^\W\d_{_VULGAR}]+"
_PIECE = re.compile(rf"\d+|[{_VULGAR}]|{_LETTERS}(?:['`\u2019]{_LETTERS})*")


def written_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each run of digits and each number word of `text`, in order; "4.37 million" has three.

    Each must lie in exactly one row of the table `numbers`.
    """
    return tuple(
        match.span() for match in _PIECE.finditer(text) if match[0].isdecimal() or match[0].lower() in _NUMBER_WORDS
    )
