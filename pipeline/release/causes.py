"""Why a row changed from one release to the next: the causes that there are, as values.

Belongs here: the kinds of causes and how they read. Does not: which of them happened (see `happenings`), which row
changed for which (see `attribution`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

CauseKind = Literal[
    "article_added",
    "article_corrected",
    "article_retracted",
    "article_removed",
    "rule_changed",
    "vocabulary_changed",
    "library_changed",
    "schema_changed",
    "unexplained",
]

WORDS: Mapping[CauseKind, str] = {
    "article_added": "article added",
    "article_corrected": "article corrected",
    "article_retracted": "article retracted",
    "article_removed": "article removed",
    "rule_changed": "rule changed",
    "vocabulary_changed": "vocabulary changed",
    "library_changed": "library changed",
    "schema_changed": "schema changed",
    "unexplained": "unexplained: neither inputs nor code differ; please report it",
}
"""Each kind of cause as people read it."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of a row's change."""

    kind: CauseKind
    article: str | None = None
    """The article that it is about; null where it is about none, or about several."""
    reason: str | None = None
    """Why the article was corrected or retracted, in the words of who did."""
    rooms: tuple[str, ...] = ()
    """Of `rule_changed`: the rooms of the package whose code differs."""
    rules: tuple[str, ...] = ()
    """Of `rule_changed`, for a figure: the rules of which one reading has it and the other has not."""
    libraries: tuple[str, ...] = ()
    """Of `library_changed`: those that have another version."""

    def __str__(self) -> str:
        """As people read it: `article retracted: fushun-report (wrong year)`."""
        told = ", ".join(part for part in (self.article, *self.rooms, *self.libraries) if part)
        more = f" ({self.reason})" if self.reason else f" ({', '.join(self.rules)})" if self.rules else ""
        return f"{WORDS[self.kind]}{': ' if told else ''}{told}{more}"

    @property
    def value(self) -> dict[str, Any]:
        """As JSON has it: the kind, and what else is said."""
        return {name: list(told) if isinstance(told, tuple) else told for name, told in asdict(self).items() if told}

    @property
    def general(self) -> Cause:
        """The same without what differs from figure to figure, so that rows can be counted by cause."""
        return replace(self, rules=())


Causes = tuple[Cause, ...]

UNEXPLAINED: Causes = (Cause("unexplained"),)
