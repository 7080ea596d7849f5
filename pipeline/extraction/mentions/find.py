"""Finding mentions: the one pass over the tokens of a sentence.

Belongs here: the loop, and which readers are asked at which words. Does not: any rule of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.extraction.mentions.capitals import is_capitalised, owns
from pipeline.extraction.mentions.homonyms import told_apart
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.mentions.names import name_at
from pipeline.extraction.mentions.references import DETERMINERS, FIRST_WORDS, PRONOUNS, reference_at
from pipeline.extraction.mentions.regions import first_words, region_at
from pipeline.extraction.mentions.roads import road_at
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import words

_COINS = words("mentions", "coins")
_NEVER_NAMES = DETERMINERS | PRONOUNS


def find_mentions(tokens: Sequence[Token]) -> list[Mention]:
    """All mentions of a sentence in order, none overlapping."""
    out: list[Mention] = []
    in_lower_case = _in_lower_case()
    # Most words are in lower case, and begin nothing.
    for i in [i for i, token in enumerate(tokens) if token.lower in in_lower_case or token.text[0].isupper()]:
        mention = _mention_at(tokens, i) if not out or i >= out[-1].last else None
        if mention is not None:
            out.append(mention)
    return told_apart(tokens, out)


@cache
def _in_lower_case() -> frozenset[str]:
    """The words with which a mention may begin that has no capital letter."""
    return FIRST_WORDS | first_words()


def _mention_at(tokens: Sequence[Token], i: int) -> Mention | None:
    """The mention that starts at a word."""
    region = region_at(tokens, i)
    if region is not None:
        return region
    if not is_capitalised(tokens[i]):
        return reference_at(tokens, i)
    if word_at(tokens, i + 1) in _COINS and i and tokens[i - 1].kind in ("n", "w") and not owns(tokens, i + 1):
        # "6 US cents": money, and no place.
        return None
    name = name_at(tokens, i) if tokens[i].lower not in _NEVER_NAMES else None
    return road_at(tokens, i) or name or reference_at(tokens, i)
