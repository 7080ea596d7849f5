"""The dataset card of a release, `README.md`: what it is, how to read it, and what every column means.

The head between the lines of three hyphens is for machines (the Hugging Face hub reads it), the rest for people.

Belongs here: the card's text. Does not: what columns mean (`pipeline.tables` says so), descriptions for programs
(see `datapackage`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import yaml

from pipeline.release import about
from pipeline.release.change_log import CHANGES_MD
from pipeline.release.citation import CITATION_BIB, CITATION_CFF, bibtex, reference
from pipeline.release.croissant import CROISSANT
from pipeline.release.datapackage import DATA_PACKAGE
from pipeline.release.manifest import MANIFEST, SUMS, TableEntry
from pipeline.release.query import DATABASE
from pipeline.release.schema_org import DATASET_JSONLD
from pipeline.release.version import Version
from pipeline.tables.catalogue import TABLES
from pipeline.tables.model import Column, Table

CARD = "README.md"

_SIZES = (("n<1K", 1_000), ("1K<n<10K", 10_000), ("10K<n<100K", 100_000), ("100K<n<1M", 1_000_000))
_LARGEST = "n>1M"


def card(version: Version, dated: date | None, entries: Mapping[str, TableEntry]) -> str:
    """The text of the card.

    Args:
        version: of the release.
        dated: the day that its source is of; null where none is known.
        entries: of its tables, in the release's order.
    """
    parts = (
        _head(entries),
        _introduction(version),
        _reading(),
        _making(),
        _citing(version, dated),
        _contents(entries),
        _dictionary(entries),
    )
    return "\n\n".join("\n".join(part) for part in parts)


def _head(entries: Mapping[str, TableEntry]) -> Iterator[str]:
    figures = entries["figures"].rows
    value = {
        "pretty_name": about.TITLE,
        "license": about.LICENSE_ID.lower(),
        "language": [about.LANGUAGE],
        "multilinguality": ["monolingual"],
        "annotations_creators": ["machine-generated"],
        "language_creators": ["found"],
        "source_datasets": ["original"],
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

Every table is here as Parquet, as CSV and in one DuckDB file. `{CHANGES_MD}` says what changed since the release
before, `{MANIFEST}` what it was made from; `sha256sum --check {SUMS}` tells whether all files are whole.
A release is never altered: what is wrong in it is put right in the next. For programs: `{DATA_PACKAGE}` (Data
Package), `{CROISSANT}` (Croissant), `{DATASET_JSONLD}` (schema.org)."""


def _reading() -> Iterator[str]:
    yield f"""## How to read it

In DuckDB, 1.2 or newer, with a comment on every table, column and macro:

```sql
ATTACH '{DATABASE}' AS cityfigures (READ_ONLY);
USE cityfigures;
SELECT place, indicator, year, value, low, high, unit FROM city_series;

FROM city_series('Jixi', 'population');  -- a city by name or identifier; without an indicator: all of them
FROM city_change('Jixi', 'population');  -- how it moved
SELECT quote, sentence, publisher, url FROM evidence('ch_0123456789ab');  -- the words behind any row, by its id
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
  would run as a formula (it begins with `=`, `+`, `-` or `@`, perhaps after white space) or that begins with an
  apostrophe has one more apostrophe in front: drop one to get the exact text. In Parquet and DuckDB texts are as they
  are."""


def _making() -> Iterator[str]:
    yield f"""## How it was made, and what follows from that

{about.METHOD} `{MANIFEST}` names the code, the vocabulary and every article by its hash.

- The data say what the articles say. Where these are wrong, one-sided or silent, so are the data: they are no sample of
  cities, of years or of what there is to measure.
- Nobody has checked each row. What was read wrong is in it; `evidence` shows the words: look before you rely on a row.
- Contradictions are kept: `conflicts` has both sides. A null bound is open, not unknown by mistake.
- People are named as authors of articles, as those quoted with a figure (`attributed_to`), and in sentences."""


def _citing(version: Version, dated: date | None) -> Iterator[str]:
    yield f"""## Licence and citation

{about.LICENSE_TITLE} ({about.LICENSE_ID}, {about.LICENSE_URL}). The sentences quoted as evidence are those of the
articles named with them.

{reference(version, dated)}

```bibtex
{bibtex(version, dated).rstrip()}
```

The same is in `{CITATION_BIB}`, and for programs in `{CITATION_CFF}`."""


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
