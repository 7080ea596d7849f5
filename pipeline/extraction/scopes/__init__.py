"""Scopes: the place or subject of one amount, what it is compared with, and lists said "respectively".

Belongs here: choosing for an amount among the topics of its sentence. Does not: the topics themselves (`topics`).
"""

from __future__ import annotations

from pipeline.extraction.scopes.counterparts import compared_place, share_owner, share_scope
from pipeline.extraction.scopes.owner import entity_of, named_last
from pipeline.extraction.scopes.respectively import respectively

__all__ = ["compared_place", "entity_of", "named_last", "respectively", "share_owner", "share_scope"]
