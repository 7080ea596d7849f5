"""The table `units`: the units that values are published in, and those that they were converted from."""

from __future__ import annotations

from pipeline.tables.columns import real, text, texts
from pipeline.tables.model import define
from pipeline.tables.rules import row_rule

_UNITS = "vocabulary: units"

UNITS = define(
    "units",
    "Units",
    "One row for each unit of measure and each currency, with its base unit and the factor to it.",
    {
        "unit_id": text("Identifier; for a currency its ISO 4217 code.", source=_UNITS),
        "names": texts("The words that it is read from, singular first.", source=_UNITS),
        "quantity_kind": text("Kind of quantity that it measures.", source=_UNITS),
        "base_unit": text("Unit that values are published in, as `unit` names it everywhere.", source=_UNITS),
        "factor": real("A value times `factor` plus `offset` is the value in the base unit.", source=_UNITS),
        "readings": texts("Units that the same word may also mean.", source=_UNITS, references="units.unit_id"),
        "symbols": texts("The signs and abbreviations that it is read from, case as written.", source=_UNITS),
        "offset": real("Added after the factor; 0 but for temperatures.", source=_UNITS),
    },
    key=("unit_id",),
    rules=(
        row_rule(
            "factor_above_zero", ("factor",), "a factor that is not above zero", lambda frame: frame["factor"] > 0
        ),
    ),
)
