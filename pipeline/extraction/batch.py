"""Many articles: each is read by itself, and one on which the reading fails takes none of the others with it.

Belongs here: the loop over articles, and what becomes of a failure. Does not: reading one (`reading`).
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.articles import Article, Rejection, UnusableError, rejection_of
from pipeline.extraction.model import Extraction
from pipeline.extraction.reading import read

FAILED = "reading_failed"
"""Code of the quarantine for a text on which the reading fails."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What was read of many articles, in their order, and those on which the reading failed."""

    read: tuple[tuple[Article, Extraction], ...]
    failed: tuple[Rejection, ...]


def read_all(articles: Iterable[Article]) -> Batch:
    """Reads article after article.

    The reading raises on no text that anybody knows of. Should it, the fault is the code's: that article goes to the
    quarantine, with the place in the code, and all others are read.
    """
    done: list[tuple[Article, Extraction]] = []
    failed: list[Rejection] = []
    for article in articles:
        try:
            done.append((article, read(article)))
        except Exception as error:
            file = article.file or article.article_id
            failed.append(rejection_of(UnusableError(FAILED, _cause(error)), file))
    return Batch(tuple(done), tuple(failed))


def _cause(error: Exception) -> str:
    *_, last = traceback.extract_tb(error.__traceback__)
    where = f"{Path(last.filename).name}, line {last.lineno}"
    return f"the reading failed with {type(error).__name__}: {error} ({where})"
