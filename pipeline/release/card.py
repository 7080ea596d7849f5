"""The dataset card of a release, `README.md`: what it is, how to read it, and what every column means.

The head between the lines of three hyphens is for machines (the Hugging Face hub reads it), the rest for people.

Belongs here: the card's text. Does not: what columns mean (`pipeline.tables` says so), descriptions for programs
(see `datapackage`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from pipeline.release import about
from pipeline.release.manifest import TableEntry
from pipeline.release.query import DATABASE
from pipeline.release.version import Version
from pipeline.tables.catalogue import TABLES
from pipeline.tables.model import Column, Table

CARD = "README.md"

_SIZES = (("n<1K", 1_000), ("1K<n<10K", 10_000), ("10K<n<100K", 100_000), ("100K<n<1M", 1_000_000))
_LARGEST = "n>1M"


def card(version: Version, entries: Mapping[str, TableEntry]) -> str:
    """The text of the card.

    Args:
        version: of the release.
        entries: of its tables, in the release's order.
    """
    return "\n".join([*_head(entries), "", *_introduction(version), "", *_contents(entries), "", *_dictionary(entries)])


def _head(entries: Mapping[str, TableEntry]) -> Iterator[str]:
    figures = entries["figures"].rows
    value = {
        "pretty_name": about.TITLE,
        "license": about.LICENSE_ID.lower(),
        "language": [about.LANGUAGE],
        "tags": list(about.KEYWORDS),
        "size_categories": [next((name for name, below in _SIZES if figures < below), _LARGEST)],
        "configs": [
            {"config_name": name, "data_files": f"{name}.parquet", **({"default": True} if name == "figures" else {})}
            for name in entries
        ],
    }
    yield "---"
    yield yaml.safe_dump(value, sort_keys=False, allow_unicode=True).rstrip()
    yield "---"


def _introduction(version: Version) -> Iterator[str]:
    yield f"""# {about.TITLE} {version}

{about.DESCRIPTION}

Every table is here as Parquet, as CSV and in one DuckDB file. `CHANGES.md` says what changed since the release
before, `manifest.json` what it was made from; `sha256sum --check SHA256SUMS` tells whether all files are whole.
A release is never altered: what is wrong in it is put right in the next.

## How to read it

In DuckDB, with a comment on every table and column:

```sql
ATTACH '{DATABASE}' AS cityfigures (READ_ONLY);
SELECT place, indicator, year, value, low, high, unit FROM cityfigures.city_series;
```

In Python, from Parquet:

```python
import pandas as pd
series = pd.read_parquet("city_series.parquet", dtype_backend="pyarrow")
```

- `city_series` is the table to begin with; `levels` and `changes` have all places, plans included, and how each value
  follows; `derivations` leads from any of their rows down to `figures`, where the words are.
- `value` is the point as written; `low` and `high` are the closed interval that the wording and the written precision
  allow, and null means unbounded on that side.
- Offsets count Unicode code points of the article's text; ends are exclusive.
- In CSV null is the empty cell, a list is a JSON array, and booleans are `true` and `false`. A text that a spreadsheet
  would run as a formula (it begins with `=`, `+`, `-` or `@`) or that begins with an apostrophe has one more
  apostrophe in front: drop one to get the exact text. Parquet and DuckDB hold texts as they are.

## Licence

{about.LICENSE_TITLE} ({about.LICENSE_ID}, {about.LICENSE_URL}). The sentences quoted as evidence are those of the
articles named with them."""


def _contents(entries: Mapping[str, TableEntry]) -> Iterator[str]:
    yield from ("## Tables", "", "| table | rows | one row is |", "| --- | ---: | --- |")
    for name, entry in entries.items():
        yield f"| [`{name}`](#{name}) | {entry.rows:,} | {_cell(TABLES[name].description)} |"


def _dictionary(entries: Mapping[str, TableEntry]) -> Iterator[str]:
    yield from ("## Columns", "")
    for name in entries:
        yield from _columns(TABLES[name])


def _columns(table: Table) -> Iterator[str]:
    key = ", ".join(f"`{column}`" for column in table.key)
    yield from (f"### {table.name}", "", table.description, "", f"Key: {key}.", "")
    yield from ("| column | type | unit | meaning | source |", "| --- | --- | --- | --- | --- |")
    for column in table.columns:
        kind = column.type + (" or null" if column.nullable else "")
        cells = (f"`{column.name}`", kind, column.unit or "", _meaning(column), column.source)
        yield "| " + " | ".join(map(_cell, cells)) + " |"
    yield ""


def _meaning(column: Column) -> str:
    return column.description + (f" Refers to `{column.references}`." if column.references else "")


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
