"""A folder of raw files: which of them are articles, and what is wrong between two of them.

Belongs here: walking, and ids that several files claim. Does not: what is wrong within one file (see `reader`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from pipeline.articles.model import Article, Reading, Rejection
from pipeline.articles.reader import printable, read_article
from pipeline.articles.rejecting import ArticleError, UnusableError, rejection_of

DOCUMENTATION = "README.md"
"""Name of the files that describe a folder; they are no articles."""

CORRECTIONS = "corrections.yaml"
"""Name of the file of corrections beside the articles' folder; it is an input of another kind."""


def read_folder(folder: Path) -> Reading:
    """Every article of a folder and of the folders in it, and every file that could not be used.

    Hidden files and folders are passed over, and so are `README.md` and, at the top, `corrections.yaml`. All else is
    either an article or a rejection: nothing is left out in silence.

    Args:
        folder: A folder that exists.

    Raises:
        NotADirectoryError: There is no such folder. A file in it never raises.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder}: no such folder; name the folder that holds the articles")
    articles: list[Article] = []
    rejections: list[Rejection] = []
    for found in _files(folder):
        if isinstance(found, Rejection):
            rejections.append(found)
            continue
        try:
            articles.append(read_article(found, root=folder))
        except ArticleError as error:
            rejections.append(error.rejection)
    kept, duplicates = _one_for_each_id(articles)
    return Reading(
        articles=tuple(kept),
        rejections=tuple(sorted(rejections + duplicates, key=lambda rejection: rejection.file)),
    )


def _files(folder: Path) -> Iterator[Path | Rejection]:
    unlisted: list[OSError] = []
    for name, folders, files in os.walk(folder, onerror=unlisted.append):
        here = Path(name)
        folders[:] = [each for each in folders if not each.startswith(".")]
        # A link to a folder is not followed: it may lead out of here, or round in a circle.
        for linked in (here / each for each in folders if (here / each).is_symlink()):
            file = printable(linked.relative_to(folder))
            yield rejection_of(UnusableError("unreadable", "it is a link to a folder"), file)
        for each in files:
            is_corrections = each == CORRECTIONS and here == folder
            if not (each.startswith(".") or each == DOCUMENTATION or is_corrections):
                yield here / each
    for error in unlisted:
        file = printable(Path(error.filename).relative_to(folder))
        yield rejection_of(UnusableError("unreadable", f"the folder cannot be listed: {error.strerror}"), file)


def _one_for_each_id(articles: list[Article]) -> tuple[list[Article], list[Rejection]]:
    """The articles whose ids are their own, by id, and the files that claim an id which another one claims.

    Of copies that say the same, the first by path is kept: which one is meant makes no difference, and a stray copy
    must not take an article out of the next release. Where they differ, nothing says which is meant, and none is used.
    """
    kept: list[Article] = []
    rejections: list[Rejection] = []
    by_id = sorted(articles, key=lambda article: (article.article_id, str(article.file)))
    for article_id, group in groupby(by_id, key=lambda article: article.article_id):
        first, *others = group
        same = all(replace(other, file=first.file) == first for other in others)
        if same:
            kept.append(first)
        for claimant in others if same else [first, *others]:
            rivals = ", ".join(str(each.file) for each in (first, *others) if each is not claimant)
            note = (
                f"with the same content, and {first.file} is used" if same else "with other content, and none is used"
            )
            claim = UnusableError("duplicate_id", f"the id {article_id!r} is claimed by {rivals} too, {note}")
            rejections.append(rejection_of(claim, str(claimant.file)))
    return kept, rejections
