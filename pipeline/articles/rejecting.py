"""How a fault found in a file becomes a rejection.

Belongs here: the exception that carries a fault out of a parser, the one that callers of the reading room see, and the
only place where a rejection's sentence is put together. Does not: the codes themselves (see `reasons`).
"""

from __future__ import annotations

from pipeline.articles.model import Rejection
from pipeline.articles.reasons import REASONS


class UnusableError(Exception):
    """What is wrong, where; the parsers raise it, which do not know whose text they read.

    Attributes:
        code: A key of `reasons.REASONS`.
        cause: What is wrong in this case, in words, without the line.
        line: Line of the file, from 1; null where no single line is at fault.
    """

    def __init__(self, code: str, cause: str, line: int | None = None) -> None:
        super().__init__(cause)
        self.code = code
        self.cause = cause
        self.line = line


class ArticleError(ValueError):
    """A text that cannot be used. Its message names file, line, cause and remedy; `rejection` holds them apart."""

    def __init__(self, rejection: Rejection) -> None:
        super().__init__(f"{rejection.file}: {rejection.detail} [{rejection.reason}]")
        self.rejection = rejection


def rejection_of(error: UnusableError, file: str) -> Rejection:
    """The row of the quarantine for a fault in a file."""
    where = "the whole file" if error.line is None else f"line {error.line}"
    detail = f"{where}: {error.cause}; {REASONS[error.code].remedy}."
    return Rejection(file=file, reason=error.code, detail=detail, line=error.line)
