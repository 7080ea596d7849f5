"""One table against its pandera schema.

Belongs here: running a schema and turning what pandera reports into faults. Does not: any rule.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from pandera.errors import SchemaError, SchemaErrorReason, SchemaErrors

from pipeline.tables.catalogue import TABLES
from pipeline.tables.check.fault import Fault, examples_of
from pipeline.tables.model import Table
from pipeline.tables.rules import COLUMNS

_SHAPE = frozenset(
    {
        SchemaErrorReason.COLUMN_NOT_IN_DATAFRAME,
        SchemaErrorReason.COLUMN_NOT_IN_SCHEMA,
        SchemaErrorReason.COLUMN_NOT_ORDERED,
        SchemaErrorReason.WRONG_DATATYPE,
    }
)


def check_table(name: str, frame: pd.DataFrame) -> list[Fault]:
    """Holds a frame against the schema of its table: types, nulls, key, vocabularies, ranges, rules of a row.

    Args:
        name: of the table, a key of `TABLES`.
        frame: its rows, with ArrowDtype columns and an index without repetition, as `from_arrow` gives it.

    Returns:
        The faults; none if the table is sound. Where columns or types are wrong, only that is told.
    """
    table = TABLES[name]
    try:
        table.schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        found = list(errors.schema_errors)
        wrong_shape = [error for error in found if error.reason_code in _SHAPE]
        return [_fault(table, frame, error) for error in wrong_shape or found]
    return []


def _fault(table: Table, frame: pd.DataFrame, error: SchemaError) -> Fault:
    rows = _rows(frame, error)
    column = error.schema.name if error.schema.name in table.schema.columns else None
    columns = [*table.key, *([column] if column else []), *_columns_of_rule(error)]
    return Fault(
        table=table.name,
        column=column,
        check=_name(error),
        message=_message(error),
        count=len(rows),
        examples=examples_of(rows, columns) if len(rows) else (),
    )


def _rows(frame: pd.DataFrame, error: SchemaError) -> pd.DataFrame:
    cases = error.failure_cases
    if error.reason_code in _SHAPE or not isinstance(cases, pd.DataFrame) or "index" not in cases:
        return frame.iloc[:0]
    return frame.loc[sorted(set(cases["index"].dropna()))]


def _columns_of_rule(error: SchemaError) -> Iterator[str]:
    statistics = getattr(error.check, "statistics", None) or {}
    yield from statistics.get(COLUMNS, ())


def _name(error: SchemaError) -> str:
    return str(getattr(error.check, "name", None) or error.check)


def _message(error: SchemaError) -> str:
    if error.reason_code is SchemaErrorReason.DATAFRAME_CHECK:
        return str(error.check.error)
    if error.reason_code is SchemaErrorReason.SERIES_CONTAINS_NULLS:
        return "null where none is allowed"
    if error.reason_code is SchemaErrorReason.DUPLICATES:
        return "the key is not unique"
    return str(error)
