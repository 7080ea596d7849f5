"""Numbers that are no figures, told by the words right around them: times, ages, ordinals, names, codes, idioms.

Belongs here: one small rule for each kind, giving a disposition and a reason that a person would agree with, and the
order in which the rules are asked. Does not: dates (`periods`), or numbers that only the sentence as a whole shows to
be no figures (`screening`).
"""

from __future__ import annotations

from pipeline.extraction.dispositions.judge import judge
from pipeline.extraction.dispositions.verdict import Verdict

__all__ = ["Verdict", "judge"]
