"""The texts that a command is given: in files, on standard input, or as JSON lines.

Belongs here: finding texts and saying why one cannot be used. Does not: the raw folder of a build
(see `pipeline.articles`), reading figures.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.articles import Article, ArticleError, article_from_text, decode

STANDARD_INPUT = "-"
_NAMED = {STANDARD_INPUT: "standard input"}
_IDS = {STANDARD_INPUT: "stdin"}


@dataclass(frozen=True, slots=True)
class Fault:
    """A text that cannot be used: the message names file, line, cause and remedy."""

    message: str


def in_file(file: str, published: str | None) -> Iterator[Article | Fault]:
    """The one article of a file, or why there is none.

    Args:
        file: its path; `-` is standard input.
        published: goes before the date of the front matter, where there is one.
    """
    try:
        data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
        yield article_from_text(decode(data, file=file), article_id=_id(file), published=published)
    except ArticleError as error:
        yield _unusable(error, _name(file))
    except OSError as error:
        yield _unreadable(error, file)


def in_lines(file: str, published: str | None) -> Iterator[Article | Fault]:
    """The articles of a file of JSON lines, each as soon as its line is there, or why there is none.

    Args:
        file: its path; `-` is standard input. A line holds `text`, and may hold `id` and `published`.
        published: goes before the date of a line.
    """
    try:
        with nullcontext(sys.stdin.buffer) if file == STANDARD_INPUT else Path(file).open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _in_line(line, f"{_name(file)}: line {number}", f"{_id(file)}-{number}", published)
    except OSError as error:
        yield _unreadable(error, file)


def _in_line(line: bytes, where: str, default_id: str, published: str | None) -> Article | Fault:
    try:
        given = json.loads(line)
    except ValueError as error:
        return Fault(f"{where}: it is no JSON ({error}); write one object a line")
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        return Fault(f'{where}: it holds no text; write an object such as {{"id": "a", "text": "..."}}')
    date = published or given.get("published")
    article_id = given.get("id")
    try:
        return article_from_text(
            given["text"],
            article_id=default_id if article_id is None else str(article_id),
            published=None if date is None else str(date),
        )
    except ArticleError as error:
        return _unusable(error, where)


def _name(file: str) -> str:
    return _NAMED.get(file, file)


def _id(file: str) -> str:
    return _IDS.get(file, Path(file).stem)


def _unusable(error: ArticleError, where: str) -> Fault:
    return Fault(str(ArticleError(replace(error.rejection, file=where))))


def _unreadable(error: OSError, file: str) -> Fault:
    return Fault(f"{_name(file)}: it cannot be read ({error.strerror}); name a text, or - for standard input")
