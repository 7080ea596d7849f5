"""The table `changes`: how an indicator moved between two periods."""

from __future__ import annotations

from typing import Literal, get_args

import pandas as pd
import pandera.pandas as pandera

from pipeline.tables import identity
from pipeline.tables.columns import choice, flag, real, text
from pipeline.tables.model import define
from pipeline.tables.rules import derived_has_formula, interval, not_after, row_rule

ChangeBasis = Literal["stated", "derived"]

ANY_CURRENCY = "currency"
"""Stands in the unit of an indicator, and of a change that is only told in per cent, for any ISO 4217 code."""

_CHANGES = "metrics: changes"
_FROM_FIGURES = "metrics: changes, from `figures`"


def _measure(name: str, meaning: str, unit: str) -> dict[str, pandera.Column]:
    """A measure of the movement and the two ends of its interval."""
    return {
        name: real(meaning, source=_CHANGES, unit=unit, nullable=True),
        f"{name}_low": real(f"Least `{name}`; null: unbounded or none.", source=_CHANGES, unit=unit, nullable=True),
        f"{name}_high": real(f"Greatest `{name}`; null: unbounded or none.", source=_CHANGES, unit=unit, nullable=True),
    }


def _difference_is_in_a_known_unit(frame: pd.DataFrame) -> pd.Series:
    no_difference = frame[["difference", "difference_low", "difference_high"]].isna().all(axis=1)
    return no_difference | ~frame["unit"].str.contains(ANY_CURRENCY, regex=False)


CHANGES = define(
    "changes",
    "Changes",
    "One row for how an indicator moved, in a place, between two periods: stated by an article, or derived from two "
    "levels.",
    {
        "change_id": text(
            "Identifier: a hash of the columns that identify the row, the same in every release.",
            source=_CHANGES,
            pattern="ch_[0-9a-f]{12}",
        ),
        "place_id": identity.place_id(_FROM_FIGURES),
        "place": identity.place(_FROM_FIGURES),
        "subject": identity.subject(_FROM_FIGURES),
        "indicator": identity.indicator(_FROM_FIGURES),
        "unit": text(
            "Base unit of the levels that moved: a `base_unit` of `units`, or two with a stroke between them; "
            "`currency` stands for one that the article does not name, where only relative measures are given.",
            source="metrics: changes, from `figures`, else from `indicators`",
        ),
        "base_start": identity.first_day("the base period", _FROM_FIGURES),
        "base_end": identity.last_day("the base period", _FROM_FIGURES),
        "period_start": identity.first_day("the later period", _FROM_FIGURES),
        "period_end": identity.last_day("the later period", _FROM_FIGURES),
        "years": real(
            "Years from the base period to the later one; null where either is open.",
            source=_CHANGES,
            unit="year",
            least=0,
            nullable=True,
        ),
        **_measure("pct", "Relative change, signed; null for rates and shares.", "percent"),
        **_measure("points", "Change of a rate or share, signed; null for all else.", "percentage_point"),
        **_measure("difference", "Later value less base value, signed.", "as in `unit`"),
        **_measure("annual_pct", "The yearly rate that compounds to `pct` over `years`, signed.", "percent per year"),
        "basis": choice(
            get_args(ChangeBasis), "`stated` by an article, or `derived` from two levels.", source=_CHANGES
        ),
        "formula": text("How it follows from its inputs; null where it is stated.", source=_CHANGES, nullable=True),
        "inputs": identity.inputs(_CHANGES),
        "articles": identity.article_ids(_CHANGES),
        "price_basis": identity.price_basis(_FROM_FIGURES),
        "modality": identity.modality(_FROM_FIGURES),
        "comparable": flag("Whether both ends measure the same thing in the same way.", source=_CHANGES),
        "why_not": text("Why the ends cannot be compared; null where they can.", source=_CHANGES, nullable=True),
        "conflict_id": identity.conflict_id("metrics: conflicts"),
    },
    key=("change_id",),
    order=("place", "indicator", "subject", "base_start", "period_start", "period_end", "change_id"),
    rules=(
        *interval("pct_low", "pct", "pct_high"),
        *interval("points_low", "points", "points_high"),
        *interval("difference_low", "difference", "difference_high"),
        *interval("annual_pct_low", "annual_pct", "annual_pct_high"),
        not_after("base_start", "base_end"),
        not_after("period_start", "period_end"),
        not_after("base_start", "period_start"),
        not_after("base_end", "period_end"),
        derived_has_formula("derived"),
        row_rule(
            "difference_in_a_known_currency",
            ("unit", "difference", "difference_low", "difference_high"),
            "a difference in no particular currency",
            _difference_is_in_a_known_unit,
        ),
        row_rule(
            "pct_or_points",
            ("pct", "points"),
            "both `pct` and `points` are given; rates and shares move in points, all else in per cent",
            lambda frame: frame["pct"].isna() | frame["points"].isna(),
        ),
        row_rule(
            "why_not_unless_comparable",
            ("comparable", "why_not"),
            "`why_not` is given for comparable levels, or missing for others",
            lambda frame: frame["comparable"] == frame["why_not"].isna(),
        ),
    ),
)
