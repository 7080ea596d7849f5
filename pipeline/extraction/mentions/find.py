"""Finding mentions: the one pass over the tokens of a sentence.

Belongs here: the loop, and which readers are asked at which words. Does not: any rule of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.mentions.capitals import is_capitalised
from pipeline.extraction.mentions.homonyms import told_apart
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.mentions.names import name_at
from pipeline.extraction.mentions.references import DETERMINERS, PRONOUNS, reference_at
from pipeline.extraction.mentions.regions import region_at
from pipeline.extraction.tokens import Token

_NEVER_NAMES = DETERMINERS | PRONOUNS


def find_mentions(tokens: Sequence[Token]) -> list[Mention]:
    """All mentions of a sentence in order, none overlapping."""
    out: list[Mention] = []
    i = 0
    while i < len(tokens):
        mention = _mention_at(tokens, i) if tokens[i].kind == "w" else None
        if mention is None:
            i += 1
        else:
            out.append(mention)
            i = mention.last
    return told_apart(out)


def _mention_at(tokens: Sequence[Token], i: int) -> Mention | None:
    """The mention that starts at a word."""
    region = region_at(tokens, i)
    if region is not None:
        return region
    name = name_at(tokens, i) if is_capitalised(tokens[i]) and tokens[i].lower not in _NEVER_NAMES else None
    return name or reference_at(tokens, i)
