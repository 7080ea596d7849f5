"""Tables as Parquet files, made for reading over HTTP: sorted, compressed, with statistics and a page index.

Belongs here: the writer's settings, which the bytes depend on. Does not: types, metadata and order of the rows
(`pipeline.tables` gives them).
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROW_GROUP_ROWS = 1_000_000
"""One row group for all but the largest tables: a reader on the other side of a network asks for fewer ranges."""


def write_parquet(path: Path, table: pa.Table, order: tuple[str, ...]) -> None:
    """Writes a table; the same table and the same version of Arrow give the same bytes.

    Args:
        path: of the new file.
        table: in the release's form.
        order: the columns that its rows are sorted by, ascending, nulls last; the file says so.
    """
    sorting = [(name, "ascending") for name in order]
    pq.write_table(
        # Rows that come in several chunks are laid out on other pages than the same rows in one.
        table.combine_chunks(),
        path,
        row_group_size=ROW_GROUP_ROWS,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=9,
        use_dictionary=True,
        write_statistics=True,
        write_page_index=True,
        write_page_checksum=True,
        store_schema=True,
        sorting_columns=pq.SortingColumn.from_ordering(table.schema, sorting, null_placement="at_end"),
    )


def read_parquet(path: Path) -> pa.Table:
    """The table of one file, with its metadata, read from this very file and checked against its page checksums."""
    return pq.read_table(path, page_checksum_verification=True)
