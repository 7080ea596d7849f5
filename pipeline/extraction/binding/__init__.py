"""Binding: which indicator an amount measures.

Belongs here: choosing among the themes, products, counted nouns and verbs around an amount, in order of how surely they
belong to it. A rule is a small function from a `Case` to a `Bound` or null; `levels` and `shares` hold the two ordered
registries, `families` turns the indicator into its share, rank or gap where the frame says so. Does not: finding themes
(`themes`), nor which place or period the figure is of.
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case, is_general, of_theme
from pipeline.extraction.binding.families import bind, set_against

__all__ = ["Bound", "Case", "bind", "is_general", "of_theme", "set_against"]
