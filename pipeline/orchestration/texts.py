"""What passes from reading files to extraction: articles whole, with their texts, and rejections, as work tables.

Belongs here: `Article` and `Rejection` to rows and back. Does not: the tables `articles`, which holds no texts, and
`quarantine` of a release (see `pipeline.tables`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from types import MappingProxyType

import pyarrow as pa

from pipeline.articles import Article, Rejection

TEXTS = "texts"
REJECTIONS = "rejections"
WORK_TABLES: Mapping[str, str] = MappingProxyType(
    {
        TEXTS: "The articles whole, with their texts; no part of a release.",
        REJECTIONS: "The files that could not be used, before any text is read; no part of a release.",
    }
)
"""What each work table holds, by the name of the table and of its asset."""

_TYPES = {"published_start": pa.date32(), "published_end": pa.date32(), "text_line": pa.int64()}
TEXTS_SCHEMA = pa.schema([(field.name, _TYPES.get(field.name, pa.string())) for field in fields(Article)])
"""The columns are the attributes of `Article`; all but dates and the line are texts."""


def texts_table(articles: Iterable[Article]) -> pa.Table:
    """One row for each article."""
    return pa.Table.from_pylist([asdict(article) for article in articles], schema=TEXTS_SCHEMA)


def articles_of(texts: pa.Table) -> tuple[Article, ...]:
    """The articles that `texts_table` made the table of, in its order."""
    return tuple(Article(**row) for row in texts.to_pylist())


def rejections_of(table: pa.Table) -> tuple[Rejection, ...]:
    """The rejections that are the rows of a table, in its order."""
    return tuple(Rejection(**row) for row in table.to_pylist())
