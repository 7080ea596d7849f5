"""Dating: the period and base of a figure beside the figures that stand before it in its sentence.

Belongs here: what a figure takes over from them, and the tense of its clause. Does not: choosing among the periods of
the sentence (`timing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from pipeline.extraction.cues import Governing
from pipeline.extraction.figures import Reading
from pipeline.extraction.frames import Frame
from pipeline.extraction.periods import Clock
from pipeline.extraction.sites import Site
from pipeline.extraction.spans import Span, year_span
from pipeline.extraction.tense import tense_of
from pipeline.extraction.timing import Timer, Timing
from pipeline.extraction.timing.conventions import year_before
from pipeline.extraction.values import frozen
from pipeline.vocabulary import language

_RESTATING = language.words("dating", "restating")
_VAGUE_PAST = language.words("dating", "vague_past")
_FIRST_OF_VAGUE_PAST = frozenset(phrase.split()[0] for phrase in _VAGUE_PAST)
_MISSING = language.words("dating", "missing")
_LONGEST_TELLING = 8
_LONGEST_MONTH = 31
_OF_A_DAY = frozenset({"weekday", "day", "same-period", "day-before", "undated-base"})
"""The rules of timing that take the day of a speech for that of what was said."""
_MEMORY = 16
"""So many figures back another of the clause may still give its period."""


@frozen
class Undated:
    """A figure before its period is known: its frame, what moves it, and the figures before it in its sentence.

    `listed` is the figure whose list it continues, if any.
    """

    site: Site
    frame: Frame
    move: Governing | None
    readings: Sequence[Reading]
    listed: Reading | None

    @property
    def changes(self) -> bool:
        """Whether it is a change."""
        return self.frame.kind == "change"

    def in_clause(self, reading: Reading) -> bool:
        """Whether a figure before stands in the same clause."""
        of = self.site.clauses.of
        return of[reading.amount.first] == of[self.site.amount.first]


def timing_of(undated: Undated, timer: Timer) -> Timing:
    """Period and base: those of a figure before it that it goes with, else what the timer finds in the sentence."""
    own = timer.has_own(undated.site.amount) or (
        undated.changes and timer.names_base(undated.site.amount, compared=undated.frame.compared)
    )
    dated_anew = bool(undated.readings) and timer.is_dated_between(undated.readings[-1].amount, undated.site.amount)
    as_before = None if dated_anew else _from_change_before(undated)
    taken = None if own else _from_list(undated) or as_before or _end_of_change(undated)
    if taken is not None:
        return taken
    if not own and _is_long_ago(undated.site):
        return Timing(rule="undated")
    main = _period_of_level(undated)
    if not undated.changes:
        present = is_present(undated.site)
        return timer.level(undated.site.amount, undated.move, present=present, main=main)
    levels = (one for one in reversed(undated.readings[-_MEMORY:]) if not one.timing.reference)
    previous = next(levels, None)
    if previous is not None and previous.frame.kind != "change":
        main = previous.timing.period
    present = is_present(undated.site)
    timing = timer.change(undated.site.amount, main=main, compared=undated.frame.compared, present=present)
    return _from_level_before(undated, timing, timer, present=present) or timing


def planned(site: Site, timing: Timing, before: Span | None, focus: Span | None, clock: Clock) -> Timing:
    """The timing of a plan or forecast: without a date, that of one for the same measure, `before`, else none.

    What the text was last about, `focus`, is that of a plan if it is not past, or if the plan was made then ("had
    pledged").
    """
    period, base = timing.period, timing.base
    told_on = timing.rule in _OF_A_DAY and period is not None and period.start == period.end
    if told_on and clock.end is not None and period is not None and period.end <= clock.end:
        # "On Saturday she set out her plan: output is to grow by 6 per cent": when it was told.
        year = year_span(clock.end.year)
        return Timing(year, year_before(year) if base is not None else None, rule="plan-of-year")
    past = period is not None and clock.end is not None and period.end < year_span(clock.end.year).start
    if timing.rule == "year-before" and past and before is not None and "had" not in site.clause_before():
        # "Revenue is to rise by 5 per cent" behind what was so last year, and a plan for this one.
        return Timing(before, year_before(before), rule="plan")
    if timing.rule not in ("focus", "undated") or (timing.rule == "focus" and "had" in site.clause_before()):
        return timing
    if before is not None:
        return Timing(before, rule="plan")
    ahead = focus is not None and clock.end is not None and focus.end > clock.end
    return Timing(focus, rule="focus") if ahead else Timing(rule="undated")


def missed_by(site: Site, readings: Sequence[Reading], indicator: str | None) -> Timing | None:
    """As in "at 560 million yuan it fell short of the 610 million budgeted": what was meant for the time told of."""
    told = readings[-1] if readings else None
    if told is None or indicator is None or told.bound.indicator != indicator or told.modality != "actual":
        return None
    between = site.words(told.amount.last, site.amount.begin)
    set_beside = not _MISSING.isdisjoint(between) and told.timing.period is not None and told.frame.kind != "change"
    return Timing(told.timing.period, rule="plan-of-told") if set_beside else None


def _is_long_ago(site: Site) -> bool:
    """As in "had 4,000 workers in better days": of no period that the text tells."""
    words = site.words(site.start, site.amount.last + _LONGEST_TELLING)
    if _FIRST_OF_VAGUE_PAST.isdisjoint(words):
        return False
    return any(" ".join(pair) in _VAGUE_PAST for pair in pairwise(words))


def is_present(site: Site) -> bool:
    """Whether the clause of an amount is in the present tense, so that it may speak of no period at all."""
    words = site.clause_words()
    if site.word(site.amount.begin - 1) == ":":
        # "Average wage: 6,300 yuan" is a label without a verb.
        return False
    if site.word(site.start) == "which" and site.word(site.start - 1) == "of":
        # "2 million tonnes in 2016, of which exports 300,000"
        return False
    if site.words(0, 2) == ["of", "these"] or _says_again(site.words(0, 2)) or _says_again(words[:2]):
        return False
    return tense_of(site) in ("present", "perfect", "future")


def _says_again(opening: list[str]) -> bool:
    """As in "That is a ninth of all rents": what was just dated, once more."""
    return opening[:1] == ["that"] and opening[-1] in _RESTATING


def _from_list(undated: Undated) -> Timing | None:
    """The timing of the list that the figure continues."""
    listed = undated.listed
    return listed.timing if listed is not None and undated.frame.kind == listed.frame.kind else None


def _from_change_before(undated: Undated) -> Timing | None:
    """As in "fell by 3 per cent, or 4,000 people": two changes of one clause are of one time."""
    previous = undated.readings[-1] if undated.readings else None
    if not undated.changes or previous is None or previous.frame.kind != "change" or not undated.in_clause(previous):
        return None
    return previous.timing


def _end_of_change(undated: Undated) -> Timing | None:
    """As in "fell by 3 per cent to 40,000": the level that the change leads to; of a span of years, in its last."""
    previous = undated.readings[-1] if undated.readings else None
    reached = undated.move is not None and undated.move.relation == "to" and not undated.changes
    if not reached or previous is None or previous.frame.kind != "change" or not undated.in_clause(previous):
        return None
    period, base = previous.timing.period, previous.timing.base
    if period is None:
        return None
    if base is not None and period.start == base.start and period.years:
        by_year = base.whole_years or (base.end - base.start).days > _LONGEST_MONTH
        period = Span(date(period.end.year, 1 if by_year else period.end.month, 1), period.end)
    return Timing(period, rule="end-of-change")


def _from_level_before(undated: Undated, timing: Timing, timer: Timer, *, present: bool) -> Timing | None:
    """As in "From a low of 300 in 2001, it has risen by a half": the level that the sentence sets out from."""
    previous = undated.readings[-1] if undated.readings else None
    if timing.rule != "year-before" or previous is None or not previous.timing.reference:
        return None
    base, period = previous.timing.period, timer.year if present else timing.period
    if base is None or period is None or undated.site.words(0, 1) != ["from"]:
        return None
    if base.end >= period.end:
        period = timer.year
    if period is None or base.end >= period.end:
        return None
    return Timing(Span(base.start, period.end), base, rule="from-level")


def _period_of_level(undated: Undated) -> Span | None:
    """The period of the last dated figure of the clause that is no change."""
    for reading in reversed(undated.readings[-_MEMORY:]):
        if reading.frame.kind == "change" or reading.timing.reference:
            continue
        if reading.timing.period is not None and undated.in_clause(reading):
            return reading.timing.period
    return None
