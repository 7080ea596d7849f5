"""Links between tables: every reference leads to a row.

Belongs here: checks that hold for any table by its foreign keys. Does not: what the rows say.
"""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from pipeline.tables.catalogue import TABLES
from pipeline.tables.check.cross import CrossCheck, Material
from pipeline.tables.model import ForeignKey, Table


def references(table: Table) -> CrossCheck:
    """The check that all references of `table` lead to a row."""
    keys = table.foreign_keys
    return CrossCheck(
        name=f"{table.name}_refer_to_rows",
        description=f"Every reference of `{table.name}` leads to a row: "
        + ", ".join(f"`{key.column}` to `{key.table}`" for key in keys)
        + ".",
        table=table.name,
        needs=frozenset({table.name, *(key.table for key in keys)}),
        look=lambda material: pd.concat([_dangling(table, key, material) for key in keys]),
    )


def _dangling(table: Table, key: ForeignKey, material: Material) -> pd.DataFrame:
    """The rows whose `key` leads nowhere: the table's key, the column, what it says, where that should be found."""
    frame = material.frames[table.name]
    said = frame[key.column]
    values = said.list.flatten() if pa.types.is_list(said.dtype.pyarrow_dtype) else said
    known = material.frames[key.table][key.references]
    lost = values[values.notna() & ~values.isin(known)]
    rows = frame.loc[lost.index, list(table.key)]
    return rows.assign(column=key.column, reference=lost.astype(object), missing_in=key.table)


CHECKS = tuple(references(table) for table in TABLES.values() if table.foreign_keys)
