"""The table `conflicts`: statements about one thing that cannot both hold as they stand."""

from __future__ import annotations

from typing import Literal, get_args

from pipeline.tables import identity
from pipeline.tables.columns import choice, reals, text, texts
from pipeline.tables.model import define
from pipeline.tables.rules import not_after, same_length

ConflictKind = Literal["disjoint", "unit_reading", "scope", "syndicated"]
ConflictCause = Literal["rounding", "unit", "syndication", "scope", "revision"]

_CONFLICTS = "metrics: conflicts"
_FROM_FIGURES = "metrics: conflicts, from `figures`"

CONFLICTS = define(
    "conflicts",
    "Conflicts",
    "One row for each set of figures that speak of one thing and do not agree. Every side is kept.",
    {
        "conflict_id": text(
            "Identifier: a hash of the columns that identify the row, the same in every release.",
            source=_CONFLICTS,
            pattern="cf_[0-9a-f]{12}",
        ),
        "place_id": identity.place_id(_FROM_FIGURES),
        "place": identity.place(_FROM_FIGURES),
        "subject": identity.subject(_FROM_FIGURES),
        "indicator": identity.indicator(_FROM_FIGURES),
        "period_start": identity.first_day("the period", _FROM_FIGURES),
        "period_end": identity.last_day("the period", _FROM_FIGURES),
        "figure_ids": texts("The figures that disagree.", source=_CONFLICTS, references="figures.figure_id", least=2),
        "low": reals(
            "Least value by each of `figure_ids`, in their order; null: unbounded.",
            source=_CONFLICTS,
            unit="as in `unit`",
            least=2,
        ),
        "high": reals(
            "Greatest value by each of `figure_ids`, in their order; null: unbounded.",
            source=_CONFLICTS,
            unit="as in `unit`",
            least=2,
        ),
        "kind": choice(
            get_args(ConflictKind),
            "`disjoint`: the intervals do not meet; `unit_reading`: they meet under another reading of a unit; "
            "`scope`: they seem to measure different extents; `syndicated`: one report, printed more than once.",
            source=_CONFLICTS,
        ),
        "explanation": text(
            "What each side says, what accounts for it, and why a figure is preferred, in words.", source=_CONFLICTS
        ),
        "preferred": text(
            "The figure to use where one must be used; null where none is better.",
            source=_CONFLICTS,
            references="figures.figure_id",
            nullable=True,
        ),
        "unit": identity.unit(_FROM_FIGURES),
        "cause": choice(
            get_args(ConflictCause),
            "What accounts for it: `rounding`; another reading of a `unit`; `syndication`; `scope`; `revision`, an "
            "older article superseded. Null where all were tried and none does: a contradiction.",
            source=_CONFLICTS,
            nullable=True,
        ),
    },
    key=("conflict_id",),
    order=("place", "indicator", "subject", "period_start", "conflict_id"),
    rules=(
        not_after("period_start", "period_end"),
        same_length("figure_ids", "low"),
        same_length("figure_ids", "high"),
    ),
)
