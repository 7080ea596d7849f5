"""What a table is: a pandera schema, the order of its rows, and all that follows from these two.

Belongs here: reading facts off a schema (columns, key, foreign keys, Arrow schema). Does not: any table, any row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandera.pandas as pandera
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`column` (each item of it, where it is a list) is null or a value of `references` in `table`."""

    column: str
    table: str
    references: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column as the data dictionary tells it; read off a pandera schema, never written by hand."""

    name: str
    description: str
    arrow_type: pa.DataType
    nullable: bool
    unit: str | None
    source: str
    references: str | None
    constraints: Mapping[str, Any]
    """Of `allowed_values`, `min_value`, `max_value`, `pattern`: those that the schema sets."""

    @property
    def type(self) -> str:
        """The type in words: text, integer, number, date, boolean, list of ..., list of {unit, ...}."""
        return _type_in_words(self.arrow_type)

    @property
    def meaning(self) -> str:
        """Description, unit and what it refers to, in sentences."""
        unit = f" Unit: {self.unit}." if self.unit else ""
        return self.description + unit + (f" Refers to {self.references}." if self.references else "")

    @property
    def allowed(self) -> tuple[str, ...]:
        """The members of a closed vocabulary, in its order; empty where any value goes."""
        return tuple(self.constraints.get("allowed_values", ()))

    @property
    def field(self) -> pa.Field:
        """The Arrow field, with description, unit, source and what it refers to as metadata."""
        told = {
            "description": self.description,
            "unit": self.unit,
            "source": self.source,
            "references": self.references,
        }
        metadata = {name: value for name, value in told.items() if value is not None}
        return pa.field(self.name, self.arrow_type, nullable=self.nullable, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a release."""

    schema: pandera.DataFrameSchema
    order: tuple[str, ...]
    """Columns that the rows are sorted by, ascending, nulls last; they make the order total."""

    @property
    def name(self) -> str:
        """The name of its files and of its view."""
        return str(self.schema.name)

    @property
    def title(self) -> str:
        """A few words for a heading."""
        return str(self.schema.title)

    @property
    def description(self) -> str:
        """What one row is."""
        return str(self.schema.description)

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that name a row: unique together, never null."""
        return tuple(self.schema.unique or ())

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the release's order."""
        return tuple(_columns(self.schema))

    @property
    def foreign_keys(self) -> tuple[ForeignKey, ...]:
        """The columns that refer to another row."""
        return tuple(
            ForeignKey(column.name, *column.references.split("."))
            for column in self.columns
            if column.references is not None
        )

    @property
    def arrow_schema(self) -> pa.Schema:
        """The exact schema of the Parquet file, metadata included."""
        about = {"name": self.name, "title": self.title, "description": self.description, "key": ",".join(self.key)}
        return pa.schema([column.field for column in self.columns], metadata=about)


def define(
    name: str,
    title: str,
    description: str,
    columns: Mapping[str, pandera.Column],
    *,
    key: tuple[str, ...],
    order: tuple[str, ...] | None = None,
    rules: tuple[pandera.Check, ...] = (),
) -> Table:
    """Makes a table out of its columns.

    Args:
        name: of its files and its view.
        title: a few words for a heading.
        description: what one row is.
        columns: by name, in the release's order.
        key: the columns that name a row.
        order: the columns that rows are sorted by; the key, unless said.
        rules: what must hold among the columns of one row.
    """
    schema = pandera.DataFrameSchema(
        dict(columns),
        name=name,
        title=title,
        description=description,
        unique=list(key),
        checks=list(rules),
        strict=True,
        ordered=True,
    )
    return Table(schema, order or key)


def _columns(schema: pandera.DataFrameSchema) -> Iterator[Column]:
    for name, column in schema.columns.items():
        facts = column.metadata or {}
        constraints: dict[str, Any] = {}
        for check in column.checks:
            constraints.update(check.statistics or {})
        yield Column(
            name=str(name),
            description=str(column.description),
            arrow_type=column.dtype.type.pyarrow_dtype,
            nullable=bool(column.nullable),
            unit=facts.get("unit"),
            source=str(facts.get("source")),
            references=facts.get("references"),
            constraints=constraints,
        )


_WORDS: Mapping[pa.DataType, str] = {
    pa.string(): "text",
    pa.int64(): "integer",
    pa.float64(): "number",
    pa.date32(): "date",
    pa.bool_(): "boolean",
}


def _type_in_words(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"list of {_type_in_words(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "{" + ", ".join(field.name for field in kind) + "}"
    return _WORDS[kind]
