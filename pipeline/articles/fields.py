"""What the names of the front matter mean, and which values each may have.

Belongs here: one check a field. Does not: YAML (see `front_matter`), the calendar (see `dates`), which fields a file
must have (see `reader`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar, get_args

from pipeline.articles.dates import Publication, parse_published
from pipeline.articles.front_matter import Field
from pipeline.articles.model import ArticleStatus, TextKind
from pipeline.articles.rejecting import UnusableError

DIGEST_LICENSE = "CC-BY-4.0"
"""Licence of a digest that names none: digests are written in the project's own words, for the project."""

FIELDS = (
    "title",
    "publisher",
    "author",
    "published",
    "url",
    "language",
    "text",
    "license",
    "status",
    "reason",
)
"""The names that the front matter may use; other names are left alone, for other programs."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_URL = re.compile(r"https?://[^\s/]+(?:/\S*)?", re.IGNORECASE)
_TEXT_KINDS: tuple[TextKind, ...] = get_args(TextKind)
_STATUSES: tuple[ArticleStatus, ...] = get_args(ArticleStatus)
_Choice = TypeVar("_Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The front matter of an article, checked. Title and publication are null where it does not name them."""

    title: str | None
    publication: Publication | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str
    text_kind: TextKind
    license: str | None
    status: ArticleStatus
    status_reason: str | None


def metadata_of(fields: Mapping[str, Field]) -> Metadata:
    """The checked values of the names that have a meaning, with the defaults of those that are absent.

    A text whose kind is not said counts as `full`: to take a third party's words for the project's own would be the
    worse mistake.

    Raises:
        UnusableError: `bad_field` or `impossible_date`, with the field's line.
    """
    _reject_misspelt_names(fields)
    known = {name: _line_of_text(name, fields[name]) for name in FIELDS if name in fields}
    text_kind = _choice("text", fields, known.get("text"), _TEXT_KINDS) or "full"
    return Metadata(
        title=known.get("title"),
        publication=_publication(fields, known.get("published")),
        publisher=known.get("publisher"),
        author=known.get("author"),
        url=_matching("url", fields, known.get("url"), _URL, "an address that begins with http:// or https://"),
        language=_matching("language", fields, known.get("language"), _LANGUAGE, "a language tag such as en or zh-Hant")
        or "en",
        text_kind=text_kind,
        license=known.get("license") or (DIGEST_LICENSE if text_kind == "digest" else None),
        status=_choice("status", fields, known.get("status"), _STATUSES) or "live",
        status_reason=known.get("reason"),
    )


def _reject_misspelt_names(fields: Mapping[str, Field]) -> None:
    # `statu: retracted` must not go unnoticed. A name is only a misspelling while the one it resembles is missing.
    missing = [name for name in FIELDS if name not in fields]
    for name, field in fields.items():
        if name not in FIELDS and (meant := get_close_matches(name.lower(), missing, n=1, cutoff=0.8)):
            raise UnusableError("bad_field", f"no field is called `{name}`; `{meant[0]}` may be meant", field.line)


def _line_of_text(name: str, field: Field) -> str | None:
    if not field.is_scalar:
        raise UnusableError("bad_field", f"`{name}` is a list or a mapping, and must be one line of text", field.line)
    if field.value and any(unicodedata.category(character) in ("Cc", "Cs") for character in field.value):
        raise UnusableError("bad_field", f"`{name}` holds a control character", field.line)
    return field.value


def _publication(fields: Mapping[str, Field], written: str | None) -> Publication | None:
    if written is None:
        return None
    try:
        return parse_published(written)
    except ValueError as error:
        raise UnusableError("impossible_date", f"`published`: {error}", fields["published"].line) from error


def _choice(name: str, fields: Mapping[str, Field], value: str | None, choices: tuple[_Choice, ...]) -> _Choice | None:
    if value is None:
        return None
    for choice in choices:
        if value == choice:
            return choice
    raise UnusableError(
        "bad_field", f"`{name}` is {value!r}, and must be one of: {', '.join(choices)}", fields[name].line
    )


def _matching(
    name: str, fields: Mapping[str, Field], value: str | None, pattern: re.Pattern[str], meant: str
) -> str | None:
    if value is not None and pattern.fullmatch(value) is None:
        raise UnusableError("bad_field", f"`{name}` is {value!r}, and must be {meant}", fields[name].line)
    return value
