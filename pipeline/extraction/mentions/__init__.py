"""Mentions: the names of places, facilities and organisations in a sentence, and the words that refer back to them.

Belongs here: recognising them in tokens. A rule is a small function from the tokens and a place among them to a
`Mention` or null. Does not: deciding which of them a figure is about (`topics`).
"""

from __future__ import annotations

from pipeline.extraction.entities import Entity
from pipeline.extraction.mentions.find import find_mentions
from pipeline.extraction.mentions.mention import Mention, MentionKind

__all__ = ["Entity", "Mention", "MentionKind", "find_mentions"]
