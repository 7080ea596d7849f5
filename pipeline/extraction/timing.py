"""Timing: which period an amount refers to, and what a change is measured against.

Belongs here: choosing among the periods of the sentence and of what went before; the conventions where nothing is
said. Does not: recognising calendar expressions (`periods`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.amounts import Amount
from pipeline.extraction.clauses import Clauses
from pipeline.extraction.cues import Governing
from pipeline.extraction.periods import Period
from pipeline.extraction.spans import Span, month_span, shift, year_span
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import words

_BASE_WORDS = frozenset(
    {
        "than",
        "from",
        "against",
        "over",
        "on",
        "to",
        "with",
        "at",
        "compared",
        "versus",
        "as",
        "of",
        "in",
        "the",
        "since",
        ",",
        "and",
        "same",
        "end",
    }
)


@dataclass(frozen=True, slots=True)
class Timing:
    """Period and base of a figure; either may be unknown. `deadline`: the period was given as a limit ("by 2030")."""

    period: Span | None = None
    base: Span | None = None
    rule: str = ""
    deadline: bool = False
    cumulative: bool = False


class Timer:
    """Times the amounts of one sentence. `focus` is the period that the text was last about."""

    __slots__ = ("amounts", "clauses", "focus", "periods", "tokens")

    def __init__(
        self,
        tokens: Sequence[Token],
        clauses: Clauses,
        periods: Sequence[Period],
        amounts: Sequence[Amount],
        focus: Span | None,
    ) -> None:
        """All of one sentence but `focus`."""
        self.tokens = tokens
        self.clauses = clauses
        self.periods = [p for p in periods if p.kind != "window" and not _of_report(tokens, p)]
        self.amounts = amounts
        self.focus = focus

    # ------------------------------------------------------------------ levels
    def level(self, amount: Amount, governing: Governing | None, *, present: bool, main: Span | None) -> Timing:
        """The period of a level, rate, share or count. `main`: the period of the figure that it hangs on, if any."""
        own = self._following(amount)
        if own is not None and own.kind != "earlier" and self._belongs_to_comparison(own):
            own = None
        relation = governing.relation if governing is not None else ""
        if relation == "from" or (
            own is not None
            and own.kind == "earlier"
            and (self._compares(amount) or (own.first == amount.last and main is not None))
        ):
            return self._earlier_level(amount, own, main)
        if own is not None and own.kind == "earlier" and own.span is None:
            own = None
        chosen = own or self._preceding(amount) or self._elsewhere(amount)
        if chosen is None:
            return Timing(None if present else self.focus, rule="undated" if present else "focus")
        return self._level_of(chosen, relation)

    def _earlier_level(self, amount: Amount, own: Period | None, main: Span | None) -> Timing:
        reference = main or self.focus
        if own is not None and own.kind == "earlier":
            if own.span is not None:
                return Timing(_aligned(own.span, reference), rule=own.rule)
            return Timing(shift(reference, -own.months) if reference is not None else None, rule=own.rule)
        if own is not None and own.span is not None and own.kind in ("in", "now", "by"):
            return Timing(own.span, rule=own.rule)
        spanning = next((p for p in self.periods if p.kind in ("span", "since") and p.span is not None), None)
        if spanning is not None and spanning.span is not None:
            return Timing(year_span(spanning.span.start.year), rule="start-of-span")
        offset = next((p for p in self.periods if p.kind == "earlier" and p.first >= amount.last and p.months), None)
        if offset is not None and reference is not None:
            return Timing(shift(reference, -offset.months), rule=offset.rule)
        if reference is not None and self._moves(amount):
            earlier = _before(reference)
            return Timing(earlier, rule="year-before")
        return Timing(None, rule="undated")

    def _moves(self, amount: Amount) -> bool:
        """Whether the amount is the start of "from A to B"."""
        return (
            amount.begin > 0
            and self.tokens[amount.begin - 1].lower == "from"
            and any(t.lower == "to" for t in self.tokens[amount.last : amount.last + 3])
        )

    def _level_of(self, period: Period, relation: str) -> Timing:
        if period.kind == "same":
            return Timing(self.focus, rule="same-period")
        if period.span is None:
            if period.kind in ("earlier", "later") and self.focus is not None:
                return Timing(
                    shift(self.focus, period.months if period.kind == "later" else -period.months), rule=period.rule
                )
            return Timing(self.focus, rule="focus")
        if period.rule == "next-years":
            return Timing(period.span, rule=period.rule, deadline=True)
        if period.kind == "span" and relation == "to":
            return Timing(
                year_span(period.span.end.year) if _whole_years(period.span) else period.span, rule="end-of-span"
            )
        if period.kind == "since":
            return Timing(period.span, rule="since", cumulative=True)
        return Timing(period.span, rule=period.rule, deadline=period.kind == "by", cumulative=period.kind == "span")

    # ------------------------------------------------------------------ changes
    def change(self, amount: Amount, *, present: bool, main: Span | None, compared: bool) -> Timing:
        """Period and base of a change. `main`: the period of the level that the change leads to, where one is known."""
        own = self._following(amount)
        later = self._compared_with(amount) if compared else None
        whole = self._spanning(amount, own)
        if whole is not None and whole.span is not None:
            base = (
                year_span(whole.span.start.year)
                if _whole_years(whole.span)
                else month_span(whole.span.start.year, whole.span.start.month)
            )
            return Timing(whole.span, base, rule=whole.rule)
        base_period = later or (own if own is not None and own.kind == "earlier" else None) or self._base_nearby(amount)
        period = self._change_period(amount, base_period, main, present)
        base = self._base(base_period, period)
        if (
            base_period is not None
            and base is not None
            and base_period.kind == "in"
            and period is not None
            and base.end >= period.end
        ):
            base = None
        if base is None and period is not None and base_period is None:
            base = _before(period)
        if (
            base is not None
            and period is not None
            and base_period is not None
            and base_period.kind != "earlier"
            and period.start.year - base.start.year > 1
            and _whole_years(base)
        ):
            # Over several years the figure speaks of the whole span, from the start of its base on.
            period = Span(base.start, period.end)
        elif (
            base is not None
            and period is not None
            and base_period is not None
            and base_period.kind == "earlier"
            and base_period.months > 12
            and _whole_years(base)
        ):
            period = Span(base.start, period.end)
        return Timing(period, base, rule=base_period.rule if base_period is not None else "year-before")

    def _spanning(self, amount: Amount, own: Period | None) -> Period | None:
        clause = self.clauses.of[amount.first]
        spans = [p for p in self.periods if p.kind in ("span", "since") and p.span is not None]
        if own is not None and own in spans:
            return own
        here = [p for p in spans if self.clauses.of[p.first] == clause]
        if here:
            return min(here, key=lambda p: abs(p.first - amount.first))
        dated = [
            p
            for p in self.periods
            if p.kind in ("in", "earlier", "now") and self.clauses.of[p.first] == clause and p.span is not None
        ]
        if own is not None or (dated and not any(p.rule == "year" for p in dated)):
            return None
        ended = [p for p in spans if p.first < amount.first]
        if not ended:
            return None
        if dated and all(
            ended[-1].span is None or p.span is None or p.span.end.year != ended[-1].span.end.year for p in dated
        ):
            return None
        return ended[-1]

    def _change_period(
        self, amount: Amount, base_period: Period | None, main: Span | None, present: bool
    ) -> Span | None:
        candidates = [p for p in self.periods if p is not base_period and p.kind in ("in", "now", "by", "same")]
        own = self._following(amount)
        if own is not None and own is not base_period and own.kind in ("in", "now", "by") and own.span is not None:
            return own.span
        before = [p for p in candidates if p.first < amount.first and self._same_part(p, amount)]
        if before:
            chosen = before[-1]
            return self.focus if chosen.kind == "same" or chosen.span is None else chosen.span
        if main is not None:
            return main
        if own is not None and own.kind == "same":
            return self.focus
        after = [p for p in candidates if p.first >= amount.last and self._same_part(p, amount)]
        if after and base_period is None:
            return after[0].span or self.focus
        elsewhere = [p for p in candidates if p.first < amount.first and p.span is not None]
        if elsewhere:
            return elsewhere[-1].span
        return self.focus

    def _base(self, base_period: Period | None, period: Span | None) -> Span | None:
        if base_period is None:
            return None
        if base_period.span is not None:
            return _aligned(base_period.span, period) if base_period.kind == "earlier" else base_period.span
        if base_period.months and period is not None:
            return shift(period, -base_period.months)
        return None

    def _compared_with(self, amount: Amount) -> Period | None:
        """The period after "than", "from", "on" behind a comparative: "less than a year earlier", "up on 2016"."""
        stop = self._next_amount(amount)
        for p in self.periods:
            if amount.last <= p.first < stop and p.kind in ("earlier", "in", "now"):
                words = {token.lower for token in self.tokens[amount.last : p.first]}
                first_word = self.tokens[p.first].lower
                if (
                    words & {"than", "from", "on", "over", "against", "compared"}
                    or self._belongs_to_comparison(p)
                    or first_word in ("from", "on")
                    or p.kind == "earlier"
                ):
                    return p
        return None

    def _base_nearby(self, amount: Amount) -> Period | None:
        """As in "down 92 per cent" finds no base; "year-on-year" and "from a year earlier" stand near the amount."""
        stop = self._next_amount(amount)
        for p in self.periods:
            if p.kind != "earlier":
                continue
            if amount.last <= p.first <= stop or (
                self.clauses.of[p.first] == self.clauses.of[amount.first] and p.first < amount.first
            ):
                return p
        following = [p for p in self.periods if amount.last <= p.first < stop and p.kind == "in"]
        for p in following:
            before = self.tokens[p.first - 1].lower if p.first else ""
            if before in ("from", "than", "on", "over", "against") or self.tokens[p.first].lower == "from":
                return p
            words = [token.lower for token in self.tokens[amount.last : p.first]]
            if words and words[0] in ("from", "than", "on", "over", "against") and len(words) <= 4:
                return p
        return None

    # ------------------------------------------------------------------ where a period stands
    def has_own(self, amount: Amount) -> bool:
        """Whether a period stands right behind the amount."""
        return self._following(amount) is not None

    def _following(self, amount: Amount) -> Period | None:
        """The period right behind the amount, before the next one: "15.26 billion yuan in 2017", "66.7 last year"."""
        stop = self._next_amount(amount)
        for p in self.periods:
            if p.first >= amount.last and p.first < stop:
                gap = self.tokens[amount.last : p.first]
                if (
                    gap
                    and gap[-1].lower == "and"
                    and any(a.begin - p.last <= 4 and a.first >= p.last for a in self.amounts)
                ):
                    return None
                if (
                    any(token.text in (";", ":") for token in gap)
                    or self.clauses.of[min(p.first, len(self.clauses.of) - 1)] != self.clauses.of[amount.first]
                ):
                    return None
                return p
        return None

    def _preceding(self, amount: Amount) -> Period | None:
        """The last period before the amount in its clause that is not behind another amount it belongs to."""
        clause = self.clauses.of[amount.first]
        before = [
            p
            for p in self.periods
            if p.last <= amount.first and self.clauses.of[p.first] == clause and not self._belongs_left(p, amount)
        ]
        usable = [p for p in before if p.kind != "earlier" or p.span is not None]
        return usable[-1] if usable else None

    def _elsewhere(self, amount: Amount) -> Period | None:
        before = [
            p
            for p in self.periods
            if p.last <= amount.first and p.kind in ("in", "span", "now", "same") and not self._belongs_to_comparison(p)
        ]
        if before:
            return before[-1]
        clause = self.clauses.of[amount.first]
        after = [
            p
            for p in self.periods
            if p.first >= amount.last
            and p.kind in ("in", "span", "now", "by", "since")
            and not self._belongs_to_comparison(p)
            and self.clauses.of[min(p.first, len(self.clauses.of) - 1)] == clause
        ]
        return after[0] if after else None

    def _belongs_to_comparison(self, period: Period) -> bool:
        """As in "less than in 2010", "down from 2019": the period is what something is measured against."""
        before = [t.lower for t in self.tokens[max(0, period.first - 3) : period.first]]
        if before[-1:] == ["on"] and period.rule == "year":
            return True
        if (
            before[-1:] == ["of"]
            and period.rule in ("year", "part-of-year")
            and any(
                a.kind == "multiple" or self.tokens[a.last].lower in _COMPARATIVES
                for a in self.amounts
                if a.last < period.first and period.first - a.last <= 6 and a.last < len(self.tokens)
            )
        ):
            return True
        return (
            "than" in before
            or (before[-1:] == ["from"] and "up" in before + ["down"] and before[-2:-1] in (["up"], ["down"]))
            or "against" in before
        )

    def _belongs_left(self, period: Period, amount: Amount) -> bool:
        """As in "from 21 in 2010": a period right behind an earlier amount that was compared from is that one's alone."""
        for other in self.amounts:
            if other is not amount and other.last <= period.first and period.first - other.last <= 1:
                before = self.tokens[other.begin - 1].lower if other.begin else ""
                return before in ("from", "than", "against")
        return False

    def _same_part(self, period: Period, amount: Amount) -> bool:
        return self.clauses.of[min(period.first, len(self.clauses.of) - 1)] == self.clauses.of[amount.first]

    def _next_amount(self, amount: Amount) -> int:
        return min((other.begin for other in self.amounts if other.first > amount.first), default=len(self.tokens))

    def _compares(self, amount: Amount) -> bool:
        before = [token.lower for token in self.tokens[max(0, amount.begin - 2) : amount.begin]]
        return bool({"with", "against", "from", "after", "versus"} & set(before))


_COMPARATIVES = words("timing", "comparatives")


def _of_report(tokens: Sequence[Token], period: Period) -> bool:
    """As in "the bureau said on Wednesday", "reported in May 2014": when it was said, not when it was so."""
    i = period.first - 1
    if i >= 0 and tokens[i].lower in ("on", "in", "last", "late"):
        i -= 1
    if i >= 0 and tokens[i].lower in ("here", "heard"):
        i -= 1
    return i >= 0 and tokens[i].lower in (
        "said",
        "says",
        "told",
        "reported",
        "announced",
        "wrote",
        "published",
        "heard",
        "added",
        "released",
    )


def _whole_years(span: Span) -> bool:
    return (span.start.month, span.start.day) == (1, 1) and (span.end.month, span.end.day) == (12, 31)


def _before(period: Span) -> Span | None:
    """The period before: a year earlier for a year or a part of one, by convention."""
    if period.start == period.end:
        return shift(period, -12)
    return shift(period, -12) if period.end.year - period.start.year <= 1 else None


def _aligned(base: Span, period: Span | None) -> Span:
    """As in "the same period of 2021": the months of `period` in the year of `base`."""
    if period is None or not _whole_years(base) or base.years or _whole_years(period):
        return base
    return shift(period, 12 * (base.start.year - period.start.year))
