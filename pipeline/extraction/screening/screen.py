"""What a rule of screening answers.

Belongs here: the type alone. Does not: any rule.
"""

from __future__ import annotations

from pipeline.extraction.model import Disposition

Screen = tuple[Disposition, str]
"""What an amount is instead of a figure, and why."""
