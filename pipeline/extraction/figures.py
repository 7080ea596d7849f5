"""Figures of one sentence: every amount with its frame, indicator, place, period, base, modality and source.

Belongs here: the order in which the readers are asked, and putting their answers together. Does not: any reading of
its own; the loop over an article and the ids (`reading`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.extraction.amounts import Amount, find_amounts
from pipeline.extraction.binding import Binder, Bound
from pipeline.extraction.clauses import Clauses, find_clauses
from pipeline.extraction.cues import Governing, find_cues, governing
from pipeline.extraction.dispositions import WINDOW_RULE, Verdict, judge
from pipeline.extraction.frames import Frame, read_frame
from pipeline.extraction.mentions import Entity, Mention
from pipeline.extraction.modality import read_modality
from pipeline.extraction.model import Aggregation, Modality, PriceBasis
from pipeline.extraction.numerals import Numeral, find_numerals
from pipeline.extraction.periods import Clock, Period, PeriodReader
from pipeline.extraction.scopes import compared_place, entity_of, respectively, share_owner, share_scope
from pipeline.extraction.screening import screen
from pipeline.extraction.spans import Span
from pipeline.extraction.themes import find_products, find_themes, known
from pipeline.extraction.timing import Timer, Timing
from pipeline.extraction.tokens import Sentence, Token
from pipeline.extraction.topics import Discourse, Topics, read_topics
from pipeline.vocabulary.indicators import derived
from pipeline.vocabulary.language import words


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What one sentence gave: its figures, and a verdict on each numeral that is none."""

    sentence: Sentence
    readings: tuple[Reading, ...]
    verdicts: tuple[tuple[Numeral, Verdict], ...]
    amounts: tuple[Amount, ...]


@dataclass(slots=True)
class Context:
    """What one sentence hands on to the next: topics, the period in focus, and the figures read last."""

    discourse: Discourse
    clock: Clock
    published_end: date | None
    focus: Span | None = None
    latest: Span | None = None
    """The latest period that the text has been about: where a new paragraph begins."""
    paragraph: int = 0
    earlier: tuple[tuple[str, Bound], ...] = ()
    last_unit: str | None = None


_PRESENT = words("figures", "present")
_PAST = words("figures", "past")


def read_sentence(sentence: Sentence, mentions: Sequence[Mention], context: Context) -> SentenceReading:
    """The figures of `sentence`, in which `mentions` are named; `context` is moved on."""
    tokens = sentence.tokens
    if sentence.paragraph != context.paragraph:
        context.paragraph = sentence.paragraph
        context.focus = context.latest or context.focus
    numerals = find_numerals(tokens)
    if not numerals:
        read_topics(sentence, mentions, context.discourse)
        _move_focus(tokens, [], context)
        return SentenceReading(sentence, (), (), ())
    periods = PeriodReader(tokens, numerals, context.clock, context.focus.end.year if context.focus else None).read()
    verdicts = _verdicts(tokens, numerals, periods)
    taken = [(p.first, p.last) for p in periods] + [(v.first, v.last) for _, v in verdicts]
    amounts = find_amounts(tokens, numerals, taken)
    cues = find_cues(tokens)
    clauses = find_clauses(tokens, frozenset(c.first for c in cues if c.kind == "verb"))
    topics = read_topics(sentence, mentions, context.discourse)
    readings: list[Reading] = []
    rejected: list[tuple[Numeral, Verdict]] = []
    themes = find_themes(tokens)
    covered = frozenset(
        k
        for span in (
            *((m.first, m.last) for m in mentions),
            *((p.first, p.last) for p in periods),
            *((c.first, c.last) for c in cues),
        )
        for k in range(*span)
    )
    binder = Binder(tokens, clauses, themes, find_products(tokens), amounts, context.earlier, covered)
    timer = Timer(tokens, clauses, periods, amounts, context.focus)
    names = tuple(m.first for m in mentions)
    state = _State(sentence, context, clauses, topics, mentions, binder, timer, periods, amounts)
    for amount in amounts:
        screened = screen(tokens, amount, clauses)
        if screened is not None:
            rejected += _reject(amount, screened[0], screened[1])
            continue
        filled = state.with_unit(amount, readings)
        if filled is None:
            rejected += _reject(amount, "other", "a bare number of which the text does not say what it counts")
            continue
        move = governing(tokens, filled, cues, clauses.start(filled.first))
        readings.append(state.read(filled, move, readings, names))
    readings = respectively(tokens, topics, themes, readings)
    context.earlier = (context.earlier + tuple((r.frame.unit or "1", r.bound) for r in readings))[-8:]
    _move_focus(tokens, readings, context, periods)
    return SentenceReading(sentence, tuple(readings), (*verdicts, *rejected), tuple(amounts))


def _verdicts(
    tokens: Sequence[Token], numerals: Sequence[Numeral], periods: Sequence[Period]
) -> list[tuple[Numeral, Verdict]]:
    out: list[tuple[Numeral, Verdict]] = []
    for numeral in numerals:
        period = next((p for p in periods if p.first <= numeral.first < p.last), None)
        if period is not None:
            window = (
                period.rule in ("window", "offset", "ago", "year-ago", "past-years")
                or (period.rule == "years-to" and numeral.form != "digits")
                or (period.rule == "years-to" and numeral.value < 1000)
            )
            verdict = (
                Verdict("window", "length of time that fixes a period", period.first, period.last)
                if window
                else Verdict("date", "part of a date or period", period.first, period.last)
            )
            out.append((numeral, verdict))
            continue
        verdict_or_none = judge(tokens, numeral) or WINDOW_RULE(tokens, numeral)
        if verdict_or_none is not None:
            out.append((numeral, verdict_or_none))
    return out


def _reject(amount: Amount, disposition: str, reason: str) -> list[tuple[Numeral, Verdict]]:
    from typing import cast

    from pipeline.extraction.model import Disposition

    numerals = [amount.numeral] if amount.partner is None else [amount.numeral, amount.partner]
    return [(n, Verdict(cast(Disposition, disposition), reason, amount.first, amount.last)) for n in numerals]


@dataclass(slots=True)
class _State:
    """All that is known of a sentence while its amounts are read one after the other."""

    sentence: Sentence
    context: Context
    clauses: Clauses
    topics: Topics
    mentions: Sequence[Mention]
    binder: Binder
    timer: Timer
    periods: Sequence[Period]
    amounts: Sequence[Amount]

    def with_unit(self, amount: Amount, readings: Sequence[Reading]) -> Amount | None:
        """The amount with a unit: its own, or for a bare number the one of what it continues; null where there is none."""
        if amount.unit is not None:
            return amount
        tokens = self.sentence.tokens
        previous = readings[-1] if readings else None
        start = self.clauses.start(amount.first)
        whole = next((a for a in self.amounts if a.first > amount.first), None)
        if (
            whole is not None
            and whole.noun is not None
            and whole.begin - amount.last <= 4
            and tokens[amount.last].lower == "of"
        ):
            # "four of the nation's 156 key projects": the part is counted like the whole.
            return replace(
                amount,
                unit=whole.unit,
                kind=whole.kind,
                noun=whole.noun,
                low=amount.value if amount.numeral.whole else amount.low,
                high=amount.value if amount.numeral.whole else amount.high,
            )
        near = [t for t in self.binder.themes if start <= t.first and t.last <= amount.begin]
        theme = known(near[-1].indicator) if near else None
        before = tokens[amount.begin - 1].lower if amount.begin else ""
        if previous is not None and previous.amount.measure is not None:
            same_theme = (
                theme is None
                or theme.indicator_id == previous.bound.indicator
                or (previous.frame.unit is not None and theme.admits(previous.frame.unit))
            )
            continues = (
                before
                in (
                    "to",
                    "from",
                    "against",
                    "than",
                    "and",
                    "or",
                    "was",
                    "by",
                    "at",
                    "for",
                    "it",
                    "is",
                    ",",
                    "spent",
                    "made",
                    "after",
                    "covered",
                    "brought",
                )
                or near
                or amount.comparator != "exact"
            )
            if (
                same_theme
                and continues
                and (previous.amount.kind != "count" or before in ("to", "from", "with", "than", "by"))
            ):
                return _like(amount, previous.amount)
        if before == "killed":
            return (
                replace(amount, unit="person", kind="person", low=amount.value, high=amount.value)
                if amount.comparator == "exact"
                else replace(amount, unit="person", kind="person")
            )
        if theme is not None:
            unit = theme.unit
            if theme.quantity_kind == "person":
                return replace(amount, unit="person", kind="person")
            if theme.quantity_kind in ("count", "ratio", "points") or unit == "1":
                return replace(
                    amount,
                    unit="percent" if theme.quantity_kind == "ratio" else "1",
                    kind="ratio" if theme.quantity_kind == "ratio" else "count",
                )
        if (
            previous is not None
            and previous.amount.measure is not None
            and previous.amount.kind == "count"
            and amount.numeral.form in ("digits", "words")
        ):
            return _like(amount, previous.amount)
        inherited = self.context.last_unit
        bound = self.context.earlier[-1][1] if self.context.earlier else None
        one = known(bound.indicator) if bound is not None else None
        if before in (
            "of",
            "by",
            "to",
            "was",
            "is",
            "than",
            "had",
            "counted",
            "at",
            "with",
            "recorded",
            "reported",
            "stood",
            "number",
            "from",
        ) or (before and amount.comparator != "exact"):
            if (
                one is not None
                and inherited is not None
                and (amount.numeral.scaled or amount.value >= 100)
                and inherited not in ("percent", "percentage_point")
            ):
                return replace(amount, unit=inherited, kind="person" if inherited == "person" else one.quantity_kind)
            if amount.value >= 1000 and theme is None and one is not None and one.quantity_kind == "person":
                return replace(amount, unit="person", kind="person")
        if amount.numeral.scaled or amount.value >= 1000:
            topic = self.topics.before(amount.first)
            if topic is not None and topic.entity.place_kind == "city" and before == "of":
                return replace(amount, unit="person", kind="person")
        return None

    # ------------------------------------------------------------------ one amount
    def read(
        self, amount: Amount, move: Governing | None, readings: Sequence[Reading], names: Sequence[int]
    ) -> Reading:
        """The reading of one amount; `readings` are those before it in the sentence."""
        tokens = self.sentence.tokens
        parent = self._restated(amount, readings)
        if parent is not None:
            return self._restate(amount, parent)
        listed = self._in_list(amount, readings)
        if listed is not None and move is None:
            frame = replace(
                listed.frame,
                value=amount.value,
                low=amount.low,
                high=amount.high,
                comparator=amount.comparator,
                unit=amount.unit,
            )
        else:
            near = [
                t for t in self.binder.themes if self.clauses.start(amount.first) <= t.first and t.last <= amount.begin
            ]
            one = known(near[-1].indicator) if near else None
            frame = read_frame(
                tokens,
                amount,
                move,
                self.periods,
                names_after=names,
                ratio_theme=one is not None and one.nature == "ratio",
            )
            if frame.kind == "change" and frame.direction is None:
                earlier = next((r for r in reversed(readings) if r.frame.direction is not None), None)
                frame = replace(frame, direction=earlier.frame.direction if earlier is not None else "up")
        entity, entity_rule = entity_of(
            tokens, amount, frame, self.topics, self.mentions, self.clauses, self.context.discourse
        )
        bound = self._bind(amount, frame, entity, readings, listed)
        frame, bound = _settle(frame, bound, move)
        if bound.rule == "sector-share":
            entity = share_owner(amount, self.mentions, self.context.discourse) or entity
        again = self._same_again(amount, frame, move, readings)
        if again is not None:
            frame, bound = again
        if bound.rule == "appositive" and readings:
            entity = readings[-1].entity
        entity = _whose(entity, bound, self.context.discourse)
        compared = (
            compared_place(tokens, amount, frame, self.mentions, self.context.discourse)
            if frame.name in ("gap-to", "ratio-to", "distance")
            else None
        )
        timing = self._timing(amount, frame, move, readings, listed)
        modality = read_modality(
            tokens,
            self.clauses.start(amount.first),
            amount.first,
            self.clauses.stop(amount.first),
            timing.period.end if timing.period else None,
            self.context.published_end,
        )
        rules = (*amount.rules, frame.name, bound.rule, entity_rule, timing.rule)
        return Reading(
            amount, frame, bound, entity, timing, modality, _price_basis(tokens, frame, bound), _aggregation(tokens, amount, frame, bound, timing), compared,
            self._source(), None, tuple(rule for rule in rules if rule),
        )  # fmt: skip

    def _bind(
        self, amount: Amount, frame: Frame, entity: Entity | None, readings: Sequence[Reading], listed: Reading | None
    ) -> Bound:
        self.binder.earlier = [*self.context.earlier, *((r.frame.unit or "1", r.bound) for r in readings)]
        self.binder.here = len(readings)
        if listed is not None and amount.noun is None and listed.frame.name != "share-of":
            return replace(listed.bound, rule="list")
        if frame.name == "share-of":
            return self.binder.share(
                amount, share_scope(self.sentence.tokens, amount, self.mentions, self.context.discourse), None
            )
        if frame.name == "distance":
            return Bound("distance", "distance", "distance")
        if amount.per is not None and amount.per.unit == "person" and frame.kind == "level":
            whole = self.binder.bind(
                replace(amount, per=None), replace(frame, unit=(frame.unit or "").partition("/")[0]), entity
            )
            each = known(f"{whole.indicator}_per_capita") if whole.indicator is not None else None
            if each is not None:
                return replace(whole, indicator=each.indicator_id)
        bound = (
            self.binder.ratio(amount, frame, entity)
            if frame.name == "ratio-to"
            else self.binder.bind(amount, frame, entity)
        )
        if frame.name == "rank" and bound.indicator is not None:
            left = self.binder._left(amount, frame, "percent", True, entity) or self.binder.last_told()
            made = derived(left.indicator, "rank") if left is not None and left.indicator is not None else None
            return Bound(made.indicator_id, left.measured, "rank") if made is not None and left is not None else bound
        if frame.name in ("gap-to", "ratio-to") and bound.indicator is not None:
            one = known(bound.indicator)
            if frame.unit == "percentage_point" and one is not None and one.quantity_kind != "ratio":
                growth = derived(bound.indicator, "growth")
                bound = replace(bound, indicator=growth.indicator_id) if growth is not None else bound
            made = derived(bound.indicator or "", "gap_to" if frame.name == "gap-to" else "relative_to")
            if made is not None:
                return Bound(made.indicator_id, bound.measured, bound.rule, bound.at)
        return bound

    def _same_again(
        self, amount: Amount, frame: Frame, move: Governing | None, readings: Sequence[Reading]
    ) -> tuple[Frame, Bound] | None:
        """As in "output was up by 0.5%; the national figure was 7.7%": another place's value of the measure just told."""
        if not readings or move is not None or readings[-1].frame.unit != frame.unit or frame.name == "share-of":
            return None
        start = max(self.clauses.start(amount.first), readings[-1].amount.last)
        words = [t.lower for t in self.sentence.tokens[start : amount.begin]]
        if not {"figure", "rate", "average", "mean", "number", "one", "equivalent"} & set(words) or len(words) > 8:
            return None
        previous = readings[-1]
        frame = replace(
            previous.frame, value=amount.value, low=amount.low, high=amount.high, comparator=amount.comparator
        )
        return frame, replace(previous.bound, rule="same-measure")

    def _timing(
        self, amount: Amount, frame: Frame, move: Governing | None, readings: Sequence[Reading], listed: Reading | None
    ) -> Timing:
        if listed is not None and frame.kind == listed.frame.kind and not self.timer.has_own(amount):
            return listed.timing
        main = next(
            (
                r.timing.period
                for r in reversed(readings)
                if r.frame.kind != "change"
                and r.timing.period is not None
                and self.clauses.of[r.amount.first] == self.clauses.of[amount.first]
            ),
            None,
        )
        present = self._present(amount)
        if (
            frame.kind == "change"
            and readings
            and readings[-1].frame.kind == "change"
            and not self.timer.has_own(amount)
            and self.clauses.of[readings[-1].amount.first] == self.clauses.of[amount.first]
        ):
            return readings[-1].timing
        if frame.kind == "change":
            last = readings[-1].timing.period if readings and readings[-1].frame.kind != "change" else main
            return self.timer.change(amount, present=present, main=last, compared=frame.compared)
        before = readings[-1] if readings else None
        if (
            move is not None
            and move.relation == "to"
            and before is not None
            and before.frame.kind == "change"
            and self.clauses.of[before.amount.first] == self.clauses.of[amount.first]
        ):
            period = before.timing.period
            if not self.timer.has_own(amount) and period is not None:
                end = (
                    Span(date(period.end.year, 1, 1), period.end)
                    if before.timing.base is not None and period.start == before.timing.base.start and period.years
                    else period
                )
                return Timing(end, rule="end-of-change")
        return self.timer.level(amount, move, present=present, main=main)

    def _present(self, amount: Amount) -> bool:
        """Whether the clause of the amount is in the present tense."""
        start, stop = self.clauses.start(amount.first), self.clauses.stop(amount.first)
        words = [t.lower for t in self.sentence.tokens[start:stop]]
        head = [t.lower for t in self.sentence.tokens[:2]]
        if (head[:1] == ["that"] and head[1:2] in (["is"], ["comes"], ["equals"], ["makes"], ["means"])) or head == [
            "of",
            "these",
        ]:
            return False
        if words[:1] == ["that"] and words[1:2] in (["is"], ["comes"], ["equals"], ["makes"], ["means"]):
            # "That is 6.98 per cent of the total" says once more what was just dated.
            return False
        if _PAST & set(words):
            return False
        return bool(_PRESENT & set(words)) or not any(w.endswith("ed") for w in words)

    def _source(self) -> str | None:
        return self.topics.sources[0][1] if self.topics.sources else None

    # ------------------------------------------------------------------ amounts that go together
    def _restated(self, amount: Amount, readings: Sequence[Reading]) -> Reading | None:
        """The reading that an amount in brackets, or behind "or", repeats in another unit or currency."""
        if not readings or amount.unit is None:
            return None
        previous = readings[-1]
        if previous.restates is not None and len(readings) > 1:
            previous = readings[-2]
        tokens = self.sentence.tokens
        gap = [t.lower for t in tokens[previous.amount.last : amount.begin]]
        same_kind = amount.kind == previous.amount.kind and amount.kind in (
            "money",
            "mass",
            "area",
            "length",
            "volume",
            "energy",
            "power",
        )
        if not same_kind:
            return None
        other_unit = amount.unit != previous.amount.unit or (
            amount.measure is not None
            and previous.amount.measure is not None
            and amount.measure.unit_id != previous.amount.measure.unit_id
        )
        if gap[:1] == ["("] and len(gap) <= 3 and (other_unit or _equal(amount, previous.amount)):
            return previous
        if (
            "or" in gap
            and len(gap) <= 6
            and gap[0] in (",", "or", "of")
            and other_unit
            and (amount.kind == "money" or _equal(amount, previous.amount))
        ):
            return previous
        if "or" in gap and _equal(amount, previous.amount):
            return previous
        return None

    def _restate(self, amount: Amount, parent: Reading) -> Reading:
        original = parent.frame
        comparator = original.comparator if amount.comparator == "exact" else amount.comparator
        low, high = amount.low, amount.high
        if amount.comparator == "exact" and comparator != "exact":
            from pipeline.extraction.hedges import interval

            low, high = interval(
                amount.value,
                amount.low if amount.low is not None else amount.value,
                amount.high if amount.high is not None else amount.value,
                comparator,
            )
        unit = amount.unit
        if amount.per is None and parent.amount.per is not None and unit is not None and "/" not in unit:
            unit = f"{unit}/{parent.amount.per.unit}"
        frame = replace(original, value=amount.value, low=low, high=high, comparator=comparator, unit=unit)
        return replace(parent, amount=amount, frame=frame, restates=parent.amount, rules=(*amount.rules, "restated"))

    def _in_list(self, amount: Amount, readings: Sequence[Reading]) -> Reading | None:
        """The reading before, where only a comma or "and" stands between: "9.2, 55.1 and 36.7 billion yuan"."""
        if not readings:
            return None
        previous = readings[-1]
        dated = {k for p in self.periods for k in range(p.first, p.last)}
        gap = [self.sentence.tokens[k].lower for k in range(previous.amount.last, amount.begin) if k not in dated]
        joints = (
            (",", "and", "or", "in", "from", "on", "at")
            if previous.frame.kind == "change" and "and" in gap
            else (",", "and", "or")
        )
        if (
            gap
            and all(word in joints for word in gap)
            and amount.unit == previous.amount.unit
            and amount.noun is None
            and previous.amount.noun is None
        ):
            return previous
        return None


def _equal(a: Amount, b: Amount) -> bool:
    return a.unit == b.unit and abs(a.value - b.value) <= 0.06 * max(abs(a.value), abs(b.value))


def _like(amount: Amount, other: Amount) -> Amount:
    """A bare amount in the unit of another: "from 54 per cent to 49"."""
    measure = other.measure
    if measure is None:
        return replace(amount, unit=other.unit, kind=other.kind)
    per = other.per.factor if other.per is not None else 1.0

    def convert(x: float | None) -> float | None:
        return None if x is None else (x * measure.factor + measure.offset) / per

    return replace(
        amount, value=convert(amount.value) or 0.0, low=convert(amount.low), high=convert(amount.high), unit=other.unit, kind=other.kind, measure=measure, per=other.per,
        written_unit=other.written_unit, readings=other.readings, rules=(*amount.rules, "unit-inherited"),
    )  # fmt: skip


def _settle(frame: Frame, bound: Bound, move: Governing | None) -> tuple[Frame, Bound]:
    """What the indicator tells of the frame: growth is a rate, per cent of a ratio is a level, of others a change."""
    one = known(bound.indicator)
    if one is None:
        return frame, bound
    if frame.kind == "rate" and frame.name in ("rate", "moved-to", "moved-from"):
        if one.quantity_kind != "ratio" and frame.unit == "percent" and one.family is None:
            growth = derived(one.indicator_id, "growth") if frame.name != "rate" else None
            if growth is not None:
                return frame, replace(bound, indicator=growth.indicator_id)
        if one.indicator_id.startswith("share_") or one.indicator_id.endswith(("_share", "_share_of_gdp")):
            return replace(frame, kind="share"), bound
    if (
        frame.kind == "change"
        and one.family == "growth"
        and frame.unit == "percent"
        and one.parent is not None
        and move is not None
        and move.relation in ("object", "by", "particle")
    ):
        return frame, bound
    if frame.kind == "level" and one.nature == "ratio" and frame.unit == "percent":
        return replace(frame, kind="rate"), bound
    return frame, bound


_PLACE_ONLY = (
    "population",
    "gdp",
    "fiscal",
    "urbanization",
    "births",
    "deaths",
    "net_migration",
    "natural_population",
    "unemployment",
    "industrial_",
    "local_government",
    "retail_sales",
    "consumer_prices",
    "share_of_national_population",
    "disposable_income",
)


def _whose(entity: Entity | None, bound: Bound, discourse: Discourse) -> Entity | None:
    """Population and public finance are of places: a facility in focus gives way to the place that it belongs to."""
    if entity is None or entity.subject is None or bound.indicator is None:
        return entity
    if bound.indicator.startswith(_PLACE_ONLY):
        return replace(entity, subject=None, subject_kind=None, noun="")
    return entity


def _price_basis(tokens: Sequence[Token], frame: Frame, bound: Bound) -> PriceBasis | None:
    one = known(bound.indicator)
    if one is None:
        return None
    words = {t.lower for t in tokens}
    if "nominal" in words:
        return "nominal"
    base = one.parent if one.family == "growth" else one.indicator_id
    real = base is not None and (base == "gdp" or base.endswith("value_added") or base == "gdp_per_capita")
    if real and frame.unit == "percent" and (frame.kind == "change" or one.family == "growth"):
        return "real"
    if frame.unit == "percent" and frame.kind == "change" and {"real", "constant", "comparable"} & words:
        return "real"
    return None


def _aggregation(
    tokens: Sequence[Token], amount: Amount, frame: Frame, bound: Bound, timing: Timing
) -> Aggregation | None:
    one = known(bound.indicator)
    if frame.kind == "change" or one is None:
        return None
    if one.family == "cumulative" or (timing.cumulative and one.nature == "flow"):
        return "cumulative"
    before = {t.lower for t in tokens[max(0, amount.begin - 4) : amount.begin]}
    if "average" in before or "averaged" in before:
        return "average"
    return {"flow": "period", "stock": "point"}.get(one.nature)  # type: ignore[return-value]


def _move_focus(
    tokens: Sequence[Token], readings: Sequence[Reading], context: Context, periods: Sequence[Period] = ()
) -> None:
    """The period that the next sentence falls back on: that of the sentence's main figure, else of its first date."""
    for reading in readings:
        if (
            reading.restates is None
            and reading.timing.period is not None
            and reading.frame.name != "moved-from"
            and reading.modality in ("actual", "estimate")
        ):
            context.focus = reading.timing.period
            break
    else:
        first = next((p for p in periods if p.span is not None and p.kind in ("in", "now") and p.span.years == 0), None)
        if first is not None and readings == []:
            context.focus = first.span
    if context.focus is not None and (context.latest is None or context.focus.end >= context.latest.end):
        context.latest = context.focus
    if readings:
        context.last_unit = readings[-1].frame.unit
