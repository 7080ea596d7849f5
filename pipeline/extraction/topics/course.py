"""The course of a sentence: the turns that its topic has taken so far.

Belongs here: what later words of the sentence have to know of the earlier ones. Does not: what outlives the sentence
(`discourse`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extraction.entities import Entity
from pipeline.extraction.topics.turns import Turn, Weight


@dataclass(slots=True)
class Course:
    """The turns so far; mentions move it on. `current` is what the sentence is about now.

    `topic` is the first turn that made a topic, `latest_topic` the last, `subject` the first that was a subject;
    `has_local_subject` tells whether any subject was a facility or a city.
    """

    current: Entity | None
    turns: list[Turn] = field(default_factory=list)
    topic: Turn | None = None
    latest_topic: Turn | None = None
    subject: Turn | None = None
    has_local_subject: bool = False

    @property
    def last(self) -> Turn | None:
        """The latest turn."""
        return self.turns[-1] if self.turns else None

    def take(self, turn: Turn) -> None:
        """Adds a turn."""
        self.turns.append(turn)
        if turn.is_topic:
            self.current = turn.entity
            self.topic = self.topic or turn
            self.latest_topic = turn
        if turn.weight == Weight.SUBJECT:
            self.subject = self.subject or turn
            local = turn.entity.subject_kind == "facility" or turn.entity.place_kind == "city"
            self.has_local_subject = self.has_local_subject or local

    def revise(self, turn: Turn) -> None:
        """Puts `turn` in the place of the turn at the same token."""
        at = next(k for k, taken in enumerate(self.turns) if taken.at == turn.at)
        replaced, self.turns[at] = self.turns[at], turn
        self.topic = turn if self.topic is replaced else self.topic
        self.latest_topic = turn if self.latest_topic is replaced else self.latest_topic
        self.subject = turn if self.subject is replaced else self.subject
        self.current = turn.entity if self.current is replaced.entity else self.current
