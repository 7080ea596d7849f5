"""The values that the reading room hands on: an `Article`, a `Rejection` for the quarantine, a `Reading` of both.

Belongs here: immutable values. Does not: reading files (see `reader`, `folder`), reading meaning
(see `pipeline.extraction`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

TextKind = Literal["digest", "full"]
ArticleStatus = Literal["live", "corrected", "retracted"]


@dataclass(frozen=True, slots=True)
class Article:
    """One input text with what its front matter says.

    `text` is all that follows the front matter, as stored; every offset of the dataset counts Unicode code
    points in it. `published` is the date as written (YYYY, YYYY-MM or YYYY-MM-DD); `published_start` and
    `published_end` are the first and last day that it allows.
    """

    article_id: str
    title: str
    published: str
    published_start: date
    published_end: date
    text: str
    text_sha256: str
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str = "en"
    text_kind: TextKind = "full"
    license: str | None = None
    status: ArticleStatus = "live"
    status_reason: str | None = None
    """Why the article was corrected or retracted, in the words of the front matter's `reason`."""
    file: str | None = None
    """Path of the file, relative to the raw folder; null for a text that came from elsewhere."""
    text_line: int = 1
    """Line of the file on which the text starts, so that a message can name file and line."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a file could not be used: a row of the table `quarantine`."""

    file: str
    reason: str
    """A code of `pipeline.articles.reasons`."""
    detail: str
    """Line, cause and remedy, in words for the person who will mend the file."""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder held: the usable articles by id, and every file that could not be used, by path."""

    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]
