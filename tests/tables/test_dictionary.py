from __future__ import annotations

from pipeline.tables import TABLES
from pipeline.tables.dictionary import rows


def test_dictionary_has_every_column_in_the_order_of_the_release() -> None:
    assert [(entry.table, entry.column) for entry in rows()] == [
        (table.name, column.name) for table in TABLES.values() for column in table.columns
    ]


def test_dictionary_tells_what_the_schema_says() -> None:
    entry = next(entry for entry in rows() if (entry.table, entry.column) == ("changes", "pct_low"))
    assert (entry.type, entry.nullable, entry.unit) == ("number", True, "percent")
    assert entry.meaning.startswith("Least `pct`")
    assert entry.source.startswith("metrics")
