"""`cityfigures query`: SQL over a release.

Belongs here: arguments, and printing the rows. Does not: opening a release, what a query may do
(see `pipeline.release.query`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.faults import reported
from pipeline.commands.formats import Format, print_rows
from pipeline.commands.options import OUTPUTS, Outputs, ReleaseVersion
from pipeline.release.releases import LATEST

if TYPE_CHECKING:
    import pyarrow as pa


def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT; the tables of the release are its tables.")],
    release: ReleaseVersion = LATEST,
    outputs: Outputs = OUTPUTS,
    form: Annotated[Format, typer.Option("--format", help="How to print the rows.")] = Format.TABLE,
) -> None:
    """Run SQL over a release, its tables as views. Nothing can be written."""
    from pipeline.release import open_release, run_query

    with reported(), open_release(outputs, release) as connection:
        found = run_query(connection, sql)
    print_rows(found.column_names, _rows(found), form)


def _rows(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    for batch in table.to_batches():
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
