"""The table `articles`: one row for each text that was read."""

from __future__ import annotations

from typing import get_args

from pipeline.articles.model import ArticleStatus, TextKind
from pipeline.tables.columns import choice, day, text, whole
from pipeline.tables.model import define
from pipeline.tables.rules import not_after

ARTICLES = define(
    "articles",
    "Articles",
    "One row for each article that was read. Its text is not part of a release; its hash and its length are.",
    {
        "article_id": text("Identifier of the article: the stem of its file's name.", source="articles: file name"),
        "title": text("Title as printed.", source="articles: front matter `title`"),
        "publisher": text("Who published it.", source="articles: front matter `publisher`", nullable=True),
        "author": text("Who wrote it, as printed.", source="articles: front matter `author`", nullable=True),
        "published": text(
            "Date of publication as written: YYYY, YYYY-MM or YYYY-MM-DD.",
            source="articles: front matter `published`",
            pattern=r"\d{4}(-\d{2}(-\d{2})?)?",
        ),
        "published_start": day("First day that `published` allows.", source="articles: from `published`"),
        "published_end": day("Last day that `published` allows.", source="articles: from `published`"),
        "url": text("Where it was published.", source="articles: front matter `url`", nullable=True),
        "language": text("Language of the text, BCP 47.", source="articles: front matter `language`"),
        "text_kind": choice(
            get_args(TextKind),
            "`digest`: a summary in own words; `full`: the text of a third party.",
            source="articles: front matter `text_kind`",
        ),
        "license": text("Licence of the text.", source="articles: front matter `license`", nullable=True),
        "status": choice(
            get_args(ArticleStatus),
            "`live`; `corrected`: its publisher changed it; `retracted`: its publisher took it back.",
            source="corrections, else articles: front matter `status`",
        ),
        "text_sha256": text(
            "SHA-256 of the text, UTF-8, in hexadecimal.", source="articles: the text", pattern=r"[0-9a-f]{64}"
        ),
        "characters": whole("Length of the text.", source="articles: the text", unit="code point", least=1),
        "numbers": whole("Rows of `numbers` from this article.", source="extraction: count", unit="1", least=0),
        "figures": whole("Rows of `figures` from this article.", source="extraction: count", unit="1", least=0),
        "status_reason": text(
            "Why it was corrected or retracted.", source="articles: front matter `reason`", nullable=True
        ),
        "file": text(
            "Path of its file, relative to the raw folder; null for a text that came from elsewhere.",
            source="articles: file name",
            nullable=True,
        ),
    },
    key=("article_id",),
    rules=(not_after("published_start", "published_end"),),
)
