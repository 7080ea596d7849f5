"""The setting of a mention: what it means, and the words around it in its sentence so far.

Belongs here: the value, and the questions that several rules ask of it. Does not: rules (`weight`, `bystanders`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.entities import Entity, may_be_within
from pipeline.extraction.mentions import Mention
from pipeline.extraction.tokens import Token
from pipeline.extraction.topics.course import Course
from pipeline.extraction.values import frozen
from pipeline.vocabulary.language import words

_MODIFIERS = words("topics", "modifiers")
_MODIFYING_ENDINGS = ("'s", "most", "owned", "based", "listed")
_MOST_MODIFIERS = 12


@frozen
class Setting:
    """A mention and what it means, in its sentence so far; `at` is the token before it and its modifiers.

    `before` is the word there, and `behind` that behind the mention.
    """

    tokens: Sequence[Token]
    mention: Mention
    entity: Entity
    course: Course
    at: int
    before: str
    behind: str

    @property
    def holds_current(self) -> bool:
        """Whether the place mentioned holds the one that the sentence has been about: "the province" after a city."""
        current = self.course.current
        return (
            current is not None
            and self.course.last is not None
            and self.entity.subject is None
            and self.entity.place_id != current.place_id
            and may_be_within(current, self.entity)
        )


def before_modifiers(tokens: Sequence[Token], first: int) -> int:
    """The token before a mention, its articles and attributes; -1 where there is none."""
    i = first - 1
    while i >= max(0, first - _MOST_MODIFIERS):
        hyphened = tokens[i + 1].text == "-" and tokens[i + 1].glued
        word = tokens[i].lower
        if not hyphened and word not in _MODIFIERS and not word.endswith(_MODIFYING_ENDINGS):
            break
        i -= 1
    return i
