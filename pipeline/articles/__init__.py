"""The reading room: raw files into articles, and what is wrong with the files that are none.

Belongs here: front matter, encodings, dates of publication, the codes of the quarantine. Does not: any reading of what
a text means.
"""

from __future__ import annotations

from pipeline.articles.folder import read_folder
from pipeline.articles.model import Article, Reading, Rejection
from pipeline.articles.reader import article_from_text, decode, read_article
from pipeline.articles.reasons import REASONS, Reason
from pipeline.articles.rejecting import ArticleError, UnusableError, rejection_of

__all__ = [
    "REASONS",
    "Article",
    "ArticleError",
    "Reading",
    "Reason",
    "Rejection",
    "UnusableError",
    "article_from_text",
    "decode",
    "read_article",
    "read_folder",
    "rejection_of",
]
