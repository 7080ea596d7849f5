"""The timer: one sentence, asked for the timing of each of its amounts.

Belongs here: holding the sentence. Does not: any rule (`levels`, `changes`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.amounts import Amount
from pipeline.extraction.clauses import Clauses
from pipeline.extraction.cues import Governing
from pipeline.extraction.periods import UNDATED, Clock, Period
from pipeline.extraction.spans import Span, year_span
from pipeline.extraction.timing.changes import change, names_base
from pipeline.extraction.timing.levels import level
from pipeline.extraction.timing.surroundings import Surroundings
from pipeline.extraction.timing.timing import Timing
from pipeline.extraction.tokens import Token


class Timer:
    """Times the amounts of one sentence. `focus`: what the text was last about; `clock`: when it was published."""

    __slots__ = ("clock", "focus", "near")

    def __init__(
        self,
        tokens: Sequence[Token],
        clauses: Clauses,
        periods: Sequence[Period],
        amounts: Sequence[Amount],
        focus: Span | None,
        clock: Clock = UNDATED,
    ) -> None:
        """All of one sentence but `focus`; periods and amounts in order."""
        self.near = Surroundings.of(tokens, clauses, periods, amounts)
        self.focus = focus
        self.clock = clock

    def has_own(self, amount: Amount) -> bool:
        """Whether a period stands right behind the amount."""
        return self.near.own(amount) is not None

    def is_dated_between(self, before: Amount, amount: Amount) -> bool:
        """As in "lost 40 in 2016, and by 2025 expects 30 more to go": whether a date between is the later one's."""
        own = self.near.own(before)
        between = [p for p in self.near.before(amount) if p.first >= before.last and p is not own]
        return any(p.kind in ("in", "by", "now") for p in between)

    @property
    def year(self) -> Span | None:
        """The year of publication."""
        return None if self.clock.year is None else year_span(self.clock.year)

    def level(self, amount: Amount, governing: Governing | None, *, present: bool, main: Span | None) -> Timing:
        """The period of a level, rate, share or count. `main`: the period of the figure that it hangs on, if any."""
        relation = governing.relation if governing is not None else None
        return level(self.near, self.focus, amount, relation, present=present, main=main, year=self.year)

    def change(self, amount: Amount, *, main: Span | None, compared: bool, present: bool = False) -> Timing:
        """Period and base of a change. `main`: the period of the level that the change leads to, where one is known."""
        return change(self.near, self.focus, amount, main=main, compared=compared, present=present, clock=self.clock)

    def names_base(self, amount: Amount, *, compared: bool) -> bool:
        """Whether the sentence says what a change is measured against."""
        return names_base(self.near, amount, compared=compared)
