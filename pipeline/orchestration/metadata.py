"""What Dagster's pages tell about a table: columns, lineage, number of rows, a preview, a small chart.

Belongs here: turning a table and its definition into Dagster's metadata. Does not: the definition of a column
(see `pipeline.tables`; descriptions here are taken from it).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import dagster as dg
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.orchestration.charts import bar_chart
from pipeline.release.wording import number, period
from pipeline.tables import TABLES, Column, Table
from pipeline.tables.check import Fault

AT_ONCE = 999
"""Most characters of Markdown that Dagster's pages show at once; more they show only on a click."""

PREVIEW_ROWS = 8
CELL_CHARACTERS = 60
CHART_BARS = 12
FINDINGS = 200
"""Most rows that the metadata of a check of plausibility hold; it counts them all."""

PREVIEWED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "articles": ("article_id", "publisher", "published", "characters", "numbers", "figures"),
        "figures": ("place", "indicator", "kind", "value", "low", "high", "unit", "quote"),
        "numbers": ("article_id", "text", "disposition", "reason"),
        "levels": ("place", "subject", "indicator", "period_end", "value", "low", "high", "unit", "basis"),
        "changes": ("place", "subject", "indicator", "base_end", "period_end", "pct", "points", "basis"),
        "conflicts": ("place", "subject", "indicator", "period_end", "kind", "explanation"),
        "derivations": ("output_id", "position", "role", "input_table", "input_id", "formula"),
        "city_series": ("place", "subject", "indicator", "year", "value", "low", "high", "unit", "basis"),
        "city_profile": ("place", "first_year", "last_year", "sources", "decline_indicator", "decline_pct"),
        "city_rankings": ("place", "indicator", "year", "words", "low", "high", "unit"),
        "quarantine": ("file", "line", "reason", "detail"),
        "places": ("place_id", "name", "kind", "name_zh", "parent", "country"),
        "indicators": ("indicator_id", "label", "quantity_kind", "unit", "nature", "definition"),
        "units": ("unit_id", "names", "quantity_kind", "base_unit", "factor"),
    }
)
"""The columns that a preview of each table shows: those that tell a reader most in one line."""

CHARTED: Mapping[str, str] = MappingProxyType(
    {
        "articles": "publisher",
        "figures": "place",
        "numbers": "disposition",
        "levels": "indicator",
        "changes": "basis",
        "conflicts": "kind",
        "derivations": "role",
        "city_series": "place",
        "city_profile": "lies_in",
        "city_rankings": "indicator",
        "quarantine": "reason",
        "places": "kind",
        "indicators": "quantity_kind",
        "units": "quantity_kind",
    }
)
"""The column by which the chart of each table counts its rows."""


def definition_metadata(table: Table) -> Mapping[str, Any]:
    """What is known of a release's table before it is made: its columns and its key."""
    return {
        "dagster/table_name": table.name,
        "dagster/column_schema": dg.TableSchema(
            columns=[_column(column, table) for column in table.columns],
            constraints=dg.TableConstraints(other=[f"unique: {', '.join(table.key)}"]),
        ),
    }


def content_metadata(name: str, content: pa.Table) -> Mapping[str, Any]:
    """What is told of a table once it is made: number of rows; of a release's table lineage, preview and chart too."""
    if name not in TABLES:
        return {"dagster/row_count": content.num_rows}
    return {
        "dagster/row_count": content.num_rows,
        "dagster/column_lineage": _lineage(TABLES[name]),
        "preview": dg.MetadataValue.md(preview(content, PREVIEWED[name])),
        f"by {CHARTED[name]}": dg.MetadataValue.md(bar_chart(counted(content, CHARTED[name]))),
    }


def faults_metadata(faults: Sequence[Fault]) -> Mapping[str, Any]:
    """What is told of a check that failed: how many rows are at fault, and the first of them."""
    if not faults:
        return {}
    examples = "\n\n".join(_example_table(fault) for fault in faults)
    return {"rows_at_fault": sum(fault.count for fault in faults), "examples": dg.MetadataValue.md(examples)}


def findings_metadata(findings: pa.Table) -> Mapping[str, Any]:
    """What is told of rows that look implausible: how many, and all (or the first) as a table.

    Dagster's page of a check shows a table at once, Markdown only on a click, and draws numbers over time: that there
    was nothing is told too.

    Args:
        findings: with the columns of `pipeline.metrics.plausibility.COLUMNS`.
    """
    records = [dg.TableRecord(_finding(row)) for row in findings.slice(0, FINDINGS).to_pylist()]
    if not records:
        return {"findings": 0}
    schema = dg.TableSchema(columns=[dg.TableColumn(name, "string") for name in records[0].data])
    return {"findings": findings.num_rows, "rows": dg.MetadataValue.table(records=records, schema=schema)}


def preview(content: pa.Table, columns: tuple[str, ...]) -> str:
    """The first rows as a Markdown table: as many as can be shown at once, but one in any case."""
    rows = content.select(columns).slice(0, PREVIEW_ROWS).to_pylist()
    shown = (_markdown_table(columns, rows[:count]) for count in range(len(rows), 1, -1))
    return next((table for table in shown if len(table) <= AT_ONCE), _markdown_table(columns, rows[:1]))


def counted(content: pa.Table, column: str) -> list[tuple[str, int]]:
    """How many rows each value of a column has: the most frequent, most first, equal counts by name."""
    values = pc.fill_null(content.column(column), "(none)")
    counts = [(pair["values"], pair["counts"]) for pair in pc.value_counts(values).to_pylist()]
    return sorted(counts, key=lambda pair: (-pair[1], pair[0]))[:CHART_BARS]


def _constraint(name: str, value: Any) -> str:
    match name:
        case "allowed_values":
            return f"one of {', '.join(value)}"
        case "min_value":
            return f"at least {number(value)}"
        case "max_value":
            return f"at most {number(value)}"
    return f"{name} {value}"


def _column(column: Column, table: Table) -> dg.TableColumn:
    constraints = [_constraint(name, value) for name, value in column.constraints.items()]
    return dg.TableColumn(
        name=column.name,
        type=column.type,
        description=column.description + (f" Unit: {column.unit}." if column.unit else ""),
        constraints=dg.TableColumnConstraints(
            nullable=column.nullable, unique=table.key == (column.name,), other=constraints
        ),
    )


def _lineage(table: Table) -> dg.TableColumnLineage:
    """Which column of which other table the values of a column are taken from: its references."""
    return dg.TableColumnLineage(
        {
            key.column: [dg.TableColumnDep(asset_key=dg.AssetKey(key.table), column_name=key.references)]
            for key in table.foreign_keys
            if key.table != table.name
        }
    )


def _example_table(fault: Fault) -> str:
    heading = f"**{fault.message}**"
    if not fault.examples:
        return heading
    return f"{heading}\n\n{_markdown_table(tuple(fault.examples[0]), fault.examples)}"


def _finding(row: Mapping[str, Any]) -> Mapping[str, str]:
    where = " in ".join(name for name in (row["subject"], row["place"]) if name)
    return {
        "of": where,
        "indicator": row["indicator"] or "",
        "period": period(row["period_start"], row["period_end"]),
        "finding": row["finding"],
        "ids": ", ".join(row["ids"]),
    }


def _markdown_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    lines = [columns, ["---"] * len(columns), *([_cell(row[name]) for name in columns] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(value: object) -> str:
    words = "" if value is None else number(value) if isinstance(value, float) else str(value)
    words = " ".join(words.replace("|", "\\|").split())
    return words if len(words) <= CELL_CHARACTERS else words[: CELL_CHARACTERS - 1] + "…"
