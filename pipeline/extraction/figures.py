"""Figures before they have ids: what was read of one amount, of one sentence, and what is handed on to the next.

Belongs here: values alone. Does not: reading anything (`sentence`, `assembly`), ids and published rows (`reading`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extraction.amounts import Amount
from pipeline.extraction.binding import Bound
from pipeline.extraction.dispositions import Verdict
from pipeline.extraction.frames import Frame
from pipeline.extraction.mentions import Entity
from pipeline.extraction.model import Aggregation, Modality, PriceBasis
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.periods import Clock, Period, is_of_report, peak_told, period_reported
from pipeline.extraction.spans import Span
from pipeline.extraction.themes import find_products
from pipeline.extraction.timing import Timing, end_of
from pipeline.extraction.tokens import Sentence, Token
from pipeline.extraction.topics import Discourse
from pipeline.extraction.values import frozen
from pipeline.vocabulary.products import Product

_CARRIED_OVER = frozenset({"focus", "same-period"})
"""The rules of timing that take over what the text was about."""
_OF_FUTURE = frozenset({"target", "forecast"})
_STATED_SPANS = frozenset({"span", "year-range", "years-to", "years-from", "past-years", "since", "decade"})
_PASSING = frozenset({"relative-week", "weekday"})
"""The rules of dates that tell when the writer went, or somebody spoke: no figure is of them unless it says so."""
_MEMORY = 8
"""So many figures are handed on to the next sentence."""
_ASIDE = "alone"
"""What stands behind a period that the text looks at in passing: "in March alone"."""


@frozen
class Reading:
    """A figure before it has an id: an amount and all that was read of it."""

    amount: Amount
    frame: Frame
    bound: Bound
    entity: Entity | None
    timing: Timing
    modality: Modality
    price_basis: PriceBasis | None
    aggregation: Aggregation | None
    compared_with: str | None
    attributed_to: str | None
    restates: Amount | None
    rules: tuple[str, ...]


@frozen
class SentenceReading:
    """What one sentence gave: its figures in order, and a verdict on each numeral that is none."""

    sentence: Sentence
    readings: tuple[Reading, ...] = ()
    verdicts: tuple[tuple[Numeral, Verdict], ...] = ()


@dataclass(slots=True)
class Context:
    """What one sentence hands on to the next: topics, the period in focus, and the figures read last."""

    discourse: Discourse
    clock: Clock
    ton: str | None = None
    """The unit that the text means by "tons", where it is not the tonne."""
    focus: Span | None = None
    quoted: Span | None = None
    """The day of the prices that the text has just quoted beside its way."""
    latest: Span | None = None
    """The latest period that the text has been about: where a new paragraph begins."""
    whole: Span | None = None
    """The period that the title or the lead names: that of all of the text, where a new paragraph begins."""
    plans: dict[str, Span] = field(default_factory=dict)
    """Indicator -> the period that the first plan or forecast of it was for."""
    peak: Span | None = None
    """When what the text tells of was at its peak, where it says so."""
    paragraph: int = 0
    readings: tuple[Reading, ...] = ()
    """The figures read last, in order; the tokens of their amounts are those of their own sentences."""
    without_figures: Sequence[Token] = ()
    """The tokens of the sentence before where it gave no figure: it may still name what the next one measures."""
    before_it: Sequence[str] = ()
    """The words, lower case, of the sentence before."""
    products: tuple[Product, ...] = ()
    """The products named last, each once, the latest last."""
    unread: tuple[Sequence[Token], ...] = ()
    """The tokens of sentences since then, in which products are looked for when a figure wants one."""

    @property
    def earlier(self) -> list[Bound]:
        """What the figures read last measured, in order."""
        return [reading.bound for reading in self.readings]

    @property
    def currency(self) -> str | None:
        """The currency of the money that was told last."""
        told = (reading.amount.measure for reading in reversed(self.readings) if reading.amount.kind == "money")
        return next((measure.unit for measure in told if measure is not None), None)

    @property
    def within(self) -> Span | None:
        """The part of a year that the text was last about, else the period of its title: where its months lie."""
        return self.focus if self.focus is not None and not self.focus.whole_years else self.whole

    def plan_of(self, indicator: str | None) -> Span | None:
        """The period of the plans for a measure; where there is none, that of all plans so far, if it is but one."""
        of_all = set(self.plans.values())
        return (self.plans.get(indicator) if indicator else None) or (next(iter(of_all)) if len(of_all) == 1 else None)

    def focus_of(self, indicator: str | None) -> Span | None:
        """The period in focus for a measure: for a price the day of those quoted last, if there are any."""
        return self.quoted if self.quoted is not None and (indicator or "").endswith("_price") else self.focus

    def enter(self, paragraph: int) -> None:
        """Moves on to a sentence of `paragraph`."""
        if paragraph != self.paragraph:
            self.paragraph = paragraph
            self.focus = self.whole or self.latest or self.focus

    def spoken(self) -> tuple[Product, ...]:
        """The products that the sentences before have named, each once, the latest last."""
        named = (*self.products, *(mention.product for tokens in self.unread for mention in find_products(tokens)))
        latest = {product.product_id: product for product in reversed(named)}
        self.products, self.unread = tuple(reversed(latest.values()))[-_MEMORY:], ()
        return self.products

    def leave(self, tokens: Sequence[Token], readings: Sequence[Reading] = (), periods: Sequence[Period] = ()) -> None:
        """Takes in a sentence and what it gave, all in order."""
        self.without_figures = () if readings else tokens
        self.before_it = tuple([token.lower for token in tokens])
        self.unread = (*self.unread, tokens)[-_MEMORY:]
        self.readings = (*self.readings, *readings[-_MEMORY:])[-_MEMORY:]
        self.peak = peak_told(tokens, periods) or self.peak
        for reading in readings:
            if reading.modality in _OF_FUTURE and reading.timing.period is not None:
                self.plans.setdefault(reading.bound.indicator or "", reading.timing.period)
        asides = [p.span for p in periods if p.last < len(tokens) and tokens[p.last].lower == _ASIDE]
        told = _period_told(readings, asides) if readings else self._date_without_figures(tokens, periods)
        if told is None:
            return
        if self.focus is not None and told.start == told.end and all(_is_quoted(one) for one in readings):
            # "Copper closed at 6,120 dollars on Friday. Royalties were": only other prices are of that day.
            self.quoted = told
            return
        self.focus, self.quoted = told, None
        if self.latest is not None and told.end > self.latest.end and any(_is_now(one) for one in readings):
            # "It has 300 now" does not end what the text tells of the last full year.
            return
        if self.latest is None or (told.end >= self.latest.end and not _is_last_day_of(told, self.latest)):
            self.latest = told

    def _date_without_figures(self, tokens: Sequence[Token], periods: Sequence[Period]) -> Span | None:
        """What a sentence without figures is about: what is reported, or else its first date.

        What the lead says to be reported is what all of the text is about.
        """
        reported = period_reported(tokens, periods, self.clock)
        if reported is not None and self.whole is None and self.latest is None:
            self.whole = reported
        return reported or self._first_date([one for one in periods if not is_of_report(tokens, one)])

    def _first_date(self, periods: Sequence[Period]) -> Span | None:
        """What a sentence without figures is about: its first date that is neither that of the text nor to come."""
        for period in periods:
            span = period.span
            if span is None or period.kind not in ("in", "now", "by") or span.years or period.rule in _PASSING:
                continue
            published = span.start == span.end == self.clock.end
            if not published and (self.clock.end is None or span.start <= self.clock.end):
                return span
        return None


def _is_quoted(reading: Reading) -> bool:
    """Whether a figure is the price of goods or shares, as markets quote it from day to day."""
    return (reading.bound.indicator or "").endswith("_price")


def _period_told(readings: Sequence[Reading], asides: Sequence[Span | None]) -> Span | None:
    """What the next sentence falls back on: the period of the main figure, which is no level to compare it with.

    It is one that the sentence itself tells, if it tells any, and none of `asides`: "in March alone".
    """
    main = [
        reading.timing
        for reading in readings
        if reading.timing.period is not None
        and reading.timing.period not in asides
        and reading.restates is None
        and not reading.timing.reference
        and reading.frame.name != "moved-from"
        and reading.amount.kind != "time"
        and reading.modality in ("actual", "estimate")
    ]
    told = next((timing for timing in main if timing.rule not in _CARRIED_OVER), None)
    return _spoken_of(told or main[0]) if main else None


def _spoken_of(timing: Timing) -> Span | None:
    """The period of a figure; of a change against an earlier year ("3 per cent less than in 2010") the later one alone.

    A span that the text states goes on to be what it is about.
    """
    period, base = timing.period, timing.base
    if period is None or base is None or timing.rule in _STATED_SPANS or period.start != base.start:
        return period
    return end_of(period)


def _is_now(reading: Reading) -> bool:
    return reading.timing.rule in ("now", "since-then")


def _is_last_day_of(day: Span, whole: Span) -> bool:
    """As 31 December of a year: the stock of that day does not end what the text says of the year."""
    return day.start == day.end == whole.end != whole.start
