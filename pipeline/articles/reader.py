"""From bytes or text to an `Article`: decoding, front matter, text.

Belongs here: what one article needs to be usable. Does not: walking a folder and what is wrong between files
(see `folder`), what a text says (see `pipeline.extraction`).
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from pipeline.articles.dates import UNDATED, Publication, parse_published
from pipeline.articles.fields import Metadata, metadata_of
from pipeline.articles.front_matter import MAX_FRONT_MATTER_CHARACTERS, Split, parse, split
from pipeline.articles.model import Article
from pipeline.articles.rejecting import ArticleError, UnusableError, rejection_of

EXTENSIONS = (".md", ".txt")
"""Endings of the files that can hold an article, in lower case; a file's own ending may be in either."""

MAX_TEXT_BYTES = 5_000_000
"""Largest text, in bytes of UTF-8."""

# No usable file is larger: four bytes is the most that a character takes.
_MAX_FILE_BYTES = MAX_TEXT_BYTES + 4 * MAX_FRONT_MATTER_CHARACTERS
_ARTICLE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_BYTE_ORDER_MARK = "\ufeff"
_NO_METADATA = metadata_of({})


def read_article(path: str | Path, *, root: Path | None = None) -> Article:
    """The article of one file, which must have front matter with a title and a date.

    Args:
        path: A `.md` or `.txt` file in UTF-8; a byte order mark is left out, line endings stay as they are.
        root: The folder that the article's `file` is relative to, and that a link must not lead out of; without it,
            `file` is the path as given.

    Raises:
        ArticleError: The file cannot be used.
    """
    path = Path(path)
    file = printable(path.relative_to(root) if root is not None and path.is_relative_to(root) else path)
    try:
        article_id = _article_id(path)
        data = _bytes_of(path, root)
        return _article(_decoded(data), article_id=article_id, file=file)
    except UnusableError as error:
        raise ArticleError(rejection_of(error, file)) from error


def article_from_text(text: str, *, article_id: str, published: str | None = None, title: str = "") -> Article:
    """An article of a text that comes from elsewhere than a file of the raw folder. Front matter is optional.

    Args:
        text: The text, with front matter or without. A leading block between `---` lines that is no YAML mapping is
            part of the text.
        article_id: Its id, which is not checked: a text that is not stored may be called anything.
        published: Date of publication; it goes before the front matter's. Where neither says, the article's
            `published` is empty and its days are the whole calendar, `date.min` to `date.max`.
        title: The title, where the front matter names none.

    Raises:
        ArticleError: The date is impossible, the text empty or too large, or the front matter wrong.
    """
    try:
        parts = split(text)
        fields = parse(parts.yaml) if parts else None
        if parts is None or fields is None:
            parts, fields = Split(yaml="", text=text, text_line=1), {}
        metadata = metadata_of(fields) if fields else _NO_METADATA
        publication = _published_argument(published) or metadata.publication or UNDATED
        return _built(parts, metadata, publication, article_id=article_id, title=metadata.title or title, file=None)
    except UnusableError as error:
        raise ArticleError(rejection_of(error, article_id)) from error


def decode(data: bytes, *, file: str) -> str:
    """The text that some bytes hold, without a byte order mark; line endings stay as they are.

    Args:
        data: UTF-8.
        file: What to call the source in a message.

    Raises:
        ArticleError: The bytes are not UTF-8, or hold a NUL.
    """
    try:
        return _decoded(data)
    except UnusableError as error:
        raise ArticleError(rejection_of(error, file)) from error


def printable(path: Path) -> str:
    """A path with forward slashes, in which bytes that are no text are written as escapes."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _article_id(path: Path) -> str:
    if path.suffix.lower() not in EXTENSIONS:
        ending = repr(path.suffix) if path.suffix else "no ending"
        raise UnusableError("unknown_format", f"the file's name has {ending}")
    if _ARTICLE_ID.fullmatch(path.stem) is None:
        raise UnusableError("bad_id", f"{printable(Path(path.stem))!r} holds a character that an id cannot hold")
    return path.stem


def _bytes_of(path: Path, root: Path | None) -> bytes:
    try:
        if root is not None and not path.resolve(strict=True).is_relative_to(root.resolve()):
            raise UnusableError("unreadable", "it is a link that leads out of the folder")
        # Asked before opening: to open a pipe would wait for a writer for ever.
        if not path.is_file():
            raise UnusableError("unreadable", "it is no regular file")
        size = path.stat().st_size
        if size > _MAX_FILE_BYTES:
            raise UnusableError("too_large", f"the file is {size:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise UnusableError("unreadable", error.strerror or str(error)) from error
    except RuntimeError as error:
        # How Python 3.11 and 3.12 report a circle of links.
        raise UnusableError("unreadable", str(error)) from error


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        cause = f"byte {error.start + 1} of the file, 0x{data[error.start]:02X}, is not UTF-8"
        raise UnusableError("wrong_encoding", cause, line) from error
    nul = text.find("\0")
    if nul >= 0:
        raise UnusableError("nul_byte", f"character {nul + 1} of the file is a NUL", text.count("\n", 0, nul) + 1)
    return text.removeprefix(_BYTE_ORDER_MARK)


def _article(stored: str, *, article_id: str, file: str) -> Article:
    if not stored.strip():
        raise UnusableError("empty_text", "the file is empty", 1)
    parts = split(stored)
    if parts is None:
        opened = stored.splitlines()[0].rstrip() == "---"
        cause = "the front matter that begins here has no second `---` line" if opened else "this line is not `---`"
        raise UnusableError("no_front_matter", cause, 1)
    fields = parse(parts.yaml)
    if fields is None:
        raise UnusableError("bad_yaml", "the front matter is no mapping of names to values", 2)
    metadata = metadata_of(fields)
    if metadata.title is None:
        raise UnusableError(
            "missing_title", _nothing_for("title", parts), fields["title"].line if "title" in fields else 1
        )
    if metadata.publication is None:
        line = fields["published"].line if "published" in fields else 1
        raise UnusableError("missing_date", _nothing_for("published", parts), line)
    return _built(parts, metadata, metadata.publication, article_id=article_id, title=metadata.title, file=file)


def _nothing_for(name: str, parts: Split) -> str:
    return f"the front matter (lines 1 to {parts.text_line - 1}) gives no value for `{name}`"


def _published_argument(published: str | None) -> Publication | None:
    if published is None:
        return None
    try:
        return parse_published(published)
    except ValueError as error:
        raise UnusableError("impossible_date", f"the date that was given: {error}") from error


def _built(
    parts: Split, metadata: Metadata, publication: Publication, *, article_id: str, title: str, file: str | None
) -> Article:
    if not any(character.isalnum() for character in parts.text):
        raise UnusableError("empty_text", "no letter or digit follows", parts.text_line)
    try:
        data = parts.text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = parts.text_line + parts.text.count("\n", 0, error.start)
        raise UnusableError(
            "wrong_encoding", f"character {error.start + 1} of the text is half of a pair", line
        ) from error
    if len(data) > MAX_TEXT_BYTES:
        raise UnusableError("too_large", f"the text that begins here is {len(data):,} bytes", parts.text_line)
    return Article(
        article_id=article_id,
        title=title,
        published=publication.written,
        published_start=publication.start,
        published_end=publication.end,
        text=parts.text,
        text_sha256=hashlib.sha256(data).hexdigest(),
        publisher=metadata.publisher,
        author=metadata.author,
        url=metadata.url,
        language=metadata.language,
        text_kind=metadata.text_kind,
        license=metadata.license,
        status=metadata.status,
        status_reason=metadata.status_reason,
        file=file,
        text_line=parts.text_line,
    )
