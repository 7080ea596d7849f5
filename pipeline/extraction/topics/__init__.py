"""Topics: which place, facility or organisation a sentence is about, word by word, and across sentences.

Belongs here: reference ("the city", "its", "there", "the former") and the choice among the names of a sentence.
Does not: recognising names (`mentions`), or what is measured.
"""

from __future__ import annotations

from pipeline.extraction.topics.discourse import Discourse
from pipeline.extraction.topics.protagonist import protagonist
from pipeline.extraction.topics.read import read_topics
from pipeline.extraction.topics.resolution import resolve
from pipeline.extraction.topics.turns import Topics, Turn, Weight

__all__ = ["Discourse", "Topics", "Turn", "Weight", "protagonist", "read_topics", "resolve"]
