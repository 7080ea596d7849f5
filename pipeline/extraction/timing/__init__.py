"""Timing: which period an amount refers to, and what a change is measured against.

Belongs here: choosing among the periods of the sentence and of what went before; the conventions where nothing is
said. Does not: recognising calendar expressions (`periods`), what figures take over from one another (`dating`).
"""

from __future__ import annotations

from pipeline.extraction.timing.conventions import end_of
from pipeline.extraction.timing.timer import Timer
from pipeline.extraction.timing.timing import Timing

__all__ = ["Timer", "Timing", "end_of"]
