"""Articles on their way from reading to extraction: whole, with their texts, as rows of a work table.

Belongs here: `Article` to row and back. Does not: the table `articles` of a release, which holds no texts
(see `pipeline.tables`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields

import pyarrow as pa

from pipeline.articles import Article

TEXTS = "texts"
"""Name of the work table, and of the asset."""

_TYPES = {"published_start": pa.date32(), "published_end": pa.date32(), "text_line": pa.int64()}
TEXTS_SCHEMA = pa.schema([(field.name, _TYPES.get(field.name, pa.string())) for field in fields(Article)])
"""The columns are the attributes of `Article`; all but dates and the line are texts."""


def texts_table(articles: Iterable[Article]) -> pa.Table:
    """One row for each article."""
    return pa.Table.from_pylist([asdict(article) for article in articles], schema=TEXTS_SCHEMA)


def articles_of(texts: pa.Table) -> tuple[Article, ...]:
    """The articles that `texts_table` made the table of, in its order."""
    return tuple(Article(**row) for row in texts.to_pylist())
