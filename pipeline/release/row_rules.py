"""What must hold among the rows of a release, whoever made them: keys, references, quotes at their places.

It goes by the manifest, not by this version's columns, so that older releases are judged too.

Belongs here: these rules. Does not: rules that this version of the code made (`pipeline.tables.check` has them).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import duckdb
import pyarrow as pa

from pipeline.release import sql
from pipeline.release.fault import SHOWN, Fault
from pipeline.release.manifest import Manifest, TableEntry
from pipeline.release.row_differences import row_words
from pipeline.tables.model import ForeignKey

_QUOTES = {
    "quote is not in its sentence": "FROM figures SELECT figure_id WHERE NOT contains(sentence, quote)",
    "start and end are not as far apart as the quote is long": (
        'FROM figures SELECT figure_id, start, "end", quote WHERE length(quote) IS DISTINCT FROM "end" - "start"'
    ),
    # A release does not hold the texts, but it has other offsets into them: those of the numbers.
    "start or end does not fit the place of its number": (
        'SELECT figure_id, figures.start, figures."end", quote, numbers.start AS number_start, numbers.text AS number '
        "FROM figures JOIN numbers USING (article_id, figure_id) WHERE numbers.disposition = 'figure' AND ("
        'numbers.start < figures.start OR numbers."end" > figures."end" '
        "OR substr(quote, numbers.start - figures.start + 1, length(numbers.text)) != numbers.text)"
    ),
    "end lies behind the end of its article": (
        'SELECT figure_id, figures."end", characters FROM figures JOIN articles USING (article_id) '
        'WHERE figures."end" > characters'
    ),
}
"""What is wrong, and the query that finds such rows: the first column names the row."""


def broken_rules(manifest: Manifest, tables: Mapping[str, pa.Table]) -> Iterator[Fault]:
    """Every rule that does not hold, with the first rows that break it.

    Args:
        manifest: of the release.
        tables: all of its tables.
    """
    with sql.in_memory() as base:
        for name, table in tables.items():
            base.register(name, table)
        for name, entry in manifest.tables.items():
            keys = sql.names(entry.key)
            query = f"FROM {sql.name(name)} SELECT {keys} GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL"
            yield from _told(base, name, query, "several rows have this key")
            for key in entry.foreign_keys:
                what = f"column {key.column}: refers to a row that is not in {key.table}"
                yield from _told(base, name, _dangling(name, entry, key), what)
        for what, query in _QUOTES.items():
            yield from _told(base, "figures", f"{query} ORDER BY ALL", what)


def _dangling(name: str, entry: TableEntry, key: ForeignKey) -> str:
    column = sql.name(key.column)
    values = f"unnest({column})" if entry.columns[key.column].type.startswith("list<") else column
    named = sql.names(column for column in entry.key if column != key.column)
    known = f"SELECT {sql.name(key.references)} FROM {sql.name(key.table)}"
    said = f"SELECT {named}{', ' if named else ''}{values} AS said FROM {sql.name(name)}"
    columns = f"{named}{', ' if named else ''}said AS {column}"
    return f"SELECT {columns} FROM ({said}) WHERE said IS NOT NULL AND said NOT IN ({known}) ORDER BY ALL"


def _told(base: duckdb.DuckDBPyConnection, where: str, query: str, what: str) -> Iterator[Fault]:
    try:
        found = base.execute(query)
        columns = [name for name, *_ in found.description or ()]
        rows = found.fetchall()
    except duckdb.Error as error:
        yield Fault(where, f"cannot be judged ({what}): {error}")
        return
    for row in rows[:SHOWN]:
        yield Fault(where, f"row {row_words(dict(zip(columns, row, strict=True)))}: {what}")
    if len(rows) > SHOWN:
        yield Fault(where, f"{len(rows) - SHOWN} more rows: {what}")
