"""Surroundings: the periods that stand around an amount, and which amount each of them belongs to.

Belongs here: looking up what stands where. Does not: choosing the period of a figure (`levels`, `changes`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.amounts import Amount
from pipeline.extraction.clauses import Clauses
from pipeline.extraction.periods import Period
from pipeline.extraction.sites import REACH, first_in, starting_in
from pipeline.extraction.tense import first_tense
from pipeline.extraction.timing.undating import dates_nothing
from pipeline.extraction.tokens import Token
from pipeline.extraction.values import frozen
from pipeline.vocabulary.language import words

_COMPARATIVES = words("timing", "comparatives")
_BEFORE_DATE = frozenset({"in", "on", "at"})
_COMPARED_FROM = frozenset({"from", "than", "against"})
_COMPARING = words("timing", "comparing")
_COMPARING_WITH = (["compared", "with"], ["compares", "with"], ["compares", "to"])
_BEFORE_BASE = frozenset({"of", "for", "from", "on"})
_CAUSES = frozenset({"after", "because"})
_INSERTING = words("timing", "inserting")
_LONGEST_INSERTION = 9
_SETTING_BESIDE = _COMPARING | {"after", "from", "with", "than"}
_DAYS = frozenset({"weekday", "day"})
_NEAREST_DATE = 2
_FARTHEST_OWNER = 6
"""So many words behind an amount "of 2010" may still say what it is a multiple of."""
_EXTENTS = frozenset({"many", "much", "high", "large", "big", "long", "fast"})
_NEXT_AMOUNT = 4
"""So many words may stand between a date and the amount that it is of."""


@frozen
class Surroundings:
    """A sentence with its amounts and with those of its periods that may be the period of an amount, both in order.

    `lengths` are bare lengths of time over which something may have moved.
    """

    tokens: Sequence[Token]
    clauses: Clauses
    periods: Sequence[Period]
    amounts: Sequence[Amount]
    lengths: Sequence[Period] = ()

    @classmethod
    def of(
        cls, tokens: Sequence[Token], clauses: Clauses, periods: Sequence[Period], amounts: Sequence[Amount]
    ) -> Surroundings:
        """Leaves out bare lengths of time, the dates of reports, and those of precedents."""
        timed = [p for p in periods if p.kind != "window" and not dates_nothing(tokens, p)]
        lengths = [p for p in periods if p.kind == "window" and p.months]
        return cls(tokens, clauses, timed, amounts, lengths)

    def before(self, amount: Amount) -> Sequence[Period]:
        """The periods before an amount, the nearest last, whatever clause they are of."""
        return starting_in(self.periods, amount.first - REACH, amount.first)

    def outside(self, amount: Amount) -> list[Period]:
        """Those before an amount but for what stands in brackets that the amount is not in: "3 tonnes (2015: 4)"."""
        depth = self.clauses.depth
        return [period for period in self.before(amount) if depth[period.first] <= depth[amount.first]]

    def behind(self, amount: Amount) -> Sequence[Period]:
        """The periods behind an amount, the nearest first, whatever clause they are of."""
        near = starting_in(self.periods, amount.last, amount.last + REACH)
        if not near:
            return near
        words = self.clauses.words[amount.last : near[-1].first]
        cause = next((k for k, word in enumerate(words, amount.last) if word in _CAUSES), None)
        if cause is None:
            return near
        # "Lost 18 per cent after a crane collapsed in May": the date is of what came before, or was the cause.
        return [p for p in near if p.first <= cause or first_tense(self.words(cause + 1, p.first)) is None]

    def behind_alone(self, amount: Amount) -> Sequence[Period]:
        """The periods behind an amount and before the next one."""
        behind = self.behind(amount)
        if not behind:
            return behind
        stop = self.next_amount(amount)
        return [period for period in behind if period.first < stop]

    def next_amount(self, amount: Amount) -> int:
        """The token at which the next amount begins; where there is none, that up to which periods are looked for.

        One in brackets or behind "or" says the same once more: "5 billion yuan ($700 million) in 2017" is one amount
        of 2017.
        """
        depth, stop = self.clauses.depth, min(len(self.tokens), amount.last + REACH)
        following = first_in(self.amounts, amount.first + 1, stop)
        while following is not None and (
            depth[following.first] > depth[amount.first]
            or (
                following.kind != "multiple"
                and self.words(following.begin - 2, following.begin) in ([",", "or"], [")", "or"])
            )
        ):
            following = first_in(self.amounts, following.first + 1, stop)
        return following.begin if following is not None else stop

    def in_clause(self, period: Period, amount: Amount) -> bool:
        """Whether both stand in one clause."""
        return self.clauses.of[period.first] == self.clauses.of[amount.first]

    def words(self, first: int, last: int) -> list[str]:
        """Tokens `first` to `last` (exclusive) in lower case, as many of them as there are."""
        return list(self.clauses.words[max(0, first) : max(0, last)])

    def own(self, amount: Amount) -> Period | None:
        """The period right behind the amount: "15 billion yuan in 2017", "66.7 last year"."""
        alone = self.behind_alone(amount)
        period = alone[0] if alone else None
        if period is None or not self.in_clause(period, amount):
            return None
        gap = self.words(amount.last, period.first)
        # "There were 300, and the last left in 2018": what a verb of its own tells is dated by itself.
        of_verb = "," in gap and first_tense([*gap, *self.words(period.last, period.last + 1)]) is not None
        elsewhere = ";" in gap or ":" in gap or of_verb or self.leads_to_next(period)
        inside = self.clauses.depth[period.first] > self.clauses.depth[amount.first]
        return None if elsewhere or (inside and self.is_of_other(period, amount)) else period

    def is_base(self, period: Period) -> bool:
        """As in "less than in 2010", "up from 2019": the period is what something is measured against."""
        amounts = starting_in(self.amounts, period.first - REACH, period.first)
        first = max(period.first - 3, amounts[-1].last if amounts else 0)
        before = self.words(first, period.first)
        if before[-2:] in (["as", "in"], ["as", "at"]):
            return True
        if before[-1:] == ["on"] and period.rule == "year":
            return True
        if self._behind_comparative(period) or self._is_of_comparison(period):
            return True
        return "than" in before or "against" in before or before[-2:] in (["up", "from"], ["down", "from"])

    def length_of(self, amount: Amount) -> int:
        """As in "fell by 3 per cent over two years": the months of the length of time nearest in its clause; else 0."""
        behind = starting_in(self.lengths, amount.last, self.next_amount(amount))
        before = starting_in(self.lengths, self.clauses.start(amount.first), amount.first)
        return next((p.months for p in (*behind[:1], *before[-1:]) if self.in_clause(p, amount)), 0)

    def is_compared_with(self, amount: Amount) -> bool:
        """As in "against 5 per cent in 2010", "up from 300": the amount is what another is compared with."""
        before = self.words(amount.begin - 4, amount.begin)
        if self._from_a_level(before):
            return True
        before = before[-3:]
        return not _COMPARING.isdisjoint(before[-2:]) or before[-2:] in _COMPARING_WITH or "than" in before

    def is_dated_aside(self, amount: Amount) -> bool:
        """As in "10 billion (2015: 11 billion)": a value of another time that is only set beside."""
        if not self.clauses.depth[amount.first] or self.words(amount.begin - 1, amount.begin) != [":"]:
            return False
        return any(period.last == amount.begin - 1 for period in self.before(amount)[-1:])

    def is_inserted(self, period: Period, amount: Amount) -> bool:
        """As in "the mine, which opened in 1958, had 300 men": the date is of the words between commas."""
        words = self.words(period.first - _LONGEST_INSERTION, period.first)
        if "," not in words or self.words(period.last, period.last + 1) != [","] or amount.begin <= period.last:
            return False
        opening = words[len(words) - words[::-1].index(",") :][:1]
        return not _INSERTING.isdisjoint(opening)

    def is_of_inserted(self, period: Period, amount: Amount) -> bool:
        """As in "its population, 121,000 in 2000, is down to 105,000": the date of a value between commas."""
        before = starting_in(self.amounts, period.first - _NEXT_AMOUNT, period.first)
        if not before or before[-1] is amount or self.words(period.last, period.last + 1) != [","]:
            return False
        value = before[-1]
        return self.words(value.begin - 1, value.begin) == [","] and period.first - value.last <= _NEAREST_DATE

    def owned(self, period: Period) -> bool:
        """As in "from 21 in 2010": a period right behind an amount that was compared from is that one's alone."""
        for amount in starting_in(self.amounts, period.first - REACH, period.first):
            if 0 <= period.first - amount.last <= 1:
                before = self.words(amount.begin - 4, amount.begin)
                return not _COMPARED_FROM.isdisjoint(before[-1:]) or self._from_a_level(before)
        return False

    def _is_of_comparison(self, period: Period) -> bool:
        """As in "as many as last year", "a sixth of what they raised in 2019": when the other value was so."""
        before = self.words(period.first - _FARTHEST_OWNER, period.first)
        if before[-1:] in (["in"], ["of"], ["at"]):
            before = before[:-1]
        if before[-1:] == ["as"] and not _EXTENTS.isdisjoint(before[:-1]):
            return True
        what = before.index("what") if "what" in before and "," not in before else 0
        return bool(what) and before[what - 1] in ("of", "than")

    def _from_a_level(self, before: Sequence[str]) -> bool:
        """As in "from a low of 300": what stands before an amount leads away from it."""
        return before[-1:] == ["of"] and "from" in before

    def is_told_when(self, period: Period, amount: Amount) -> bool:
        """As in "less than in 2017, when it had 800": what follows is of that time."""
        return self.words(period.last, period.last + 2) == [",", "when"] and period.last < amount.begin

    def is_of_other(self, period: Period, amount: Amount) -> bool:
        """As in "has 300 and plans 400 by 2025": a period behind another amount, of which a verb of its own tells."""
        depth = self.clauses.depth
        if depth[period.first] > depth[amount.first] and self.words(period.last, period.last + 1) == [":"]:
            # "10 billion (2015: 11 billion)"
            return True
        # "At 9 million tonnes, output in 2015 was": what stands in front of its clause is told by the clause.
        fronted = amount.begin - self.clauses.start(amount.first) <= 1
        if not fronted and "," in self.words(amount.last, period.first):
            behind = self.words(period.last, period.last + 1)
            if first_tense(behind) is not None:
                # "Had 900 at its height, now has 120".
                return True
        between = starting_in(self.amounts, amount.last, period.first)
        if not between or period.first - between[-1].last > _NEAREST_DATE:
            return False
        gap = self.words(amount.last, between[-1].begin)
        if any(one.kind == "multiple" for one in between[:-1]):
            return True
        # "3 million, compared with a loss of 8 million in 2015"
        of_last = gap[len(gap) - gap[::-1].index(",") :] if "," in gap else gap
        beside = not _SETTING_BESIDE.isdisjoint(gap[-2:]) or not _COMPARING.isdisjoint(of_last)
        return first_tense(gap) is not None or beside

    def is_when(self, period: Period) -> bool:
        """As in "1.7 per cent lower on Friday": when it was so; "on Friday's close" is what is compared with."""
        possessive = self.tokens[period.last - 1].lower.endswith("'s")
        before = self.words(period.first - 2, period.first)
        return period.rule in _DAYS and not possessive and before[-1:] == ["on"] and before[:1] != ["than"]

    def is_dated_by(self, period: Period) -> bool:
        """As in "2 per cent in the year before": the words say in which period, and compare nothing with it."""
        before = self.words(period.first - 3, period.first)
        return before[-1:] == ["in"] and _COMPARING.isdisjoint(before) and "than" not in before and "as" not in before

    def is_of_each(self, period: Period) -> bool:
        """As in "every year since 2016": what is told is of each year, and not of all of them."""
        return self.words(period.first - 2, period.first)[:1] in (["each"], ["every"])

    def leads_to_next(self, period: Period) -> bool:
        """As in "3 per cent, and in 2015 5 per cent": a date that "and" adds is that of the amount behind it."""
        before = self.words(period.first - 2, period.first)
        joint = before[:-1] if _BEFORE_DATE.issuperset(before[-1:]) else before[-1:]
        following = first_in(self.amounts, period.last, period.last + REACH) if joint == ["and"] else None
        return following is not None and following.begin - period.last <= _NEXT_AMOUNT

    def _behind_comparative(self, period: Period) -> bool:
        """As in "twice that of 2010", "20 per cent above the figure for 2010", "22 per cent off its peak of 2010"."""
        amounts = starting_in(self.amounts, period.first - REACH, period.first)
        if not amounts or not 0 < period.first - amounts[-1].last <= _FARTHEST_OWNER:
            return False
        gap = self.words(amounts[-1].last, period.first)
        if "," in gap or self.is_when(period) or not (amounts[-1].kind == "multiple" or gap[0] in _COMPARATIVES):
            return False
        return gap[-1] in _BEFORE_BASE or (period.rule == "peak" and gap[-1] in (gap[0], "at"))
