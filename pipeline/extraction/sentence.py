"""One sentence: its amounts one after the other, each to a figure or to a verdict.

Belongs here: the loop, and that no numeral is lost. Does not: how a figure is put together (`assembly`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.accounts import Account, rejected, unaccounted
from pipeline.extraction.amounts import Amount
from pipeline.extraction.assembly import read_amount
from pipeline.extraction.bare_numbers import with_unit
from pipeline.extraction.between_levels import between_levels
from pipeline.extraction.figures import Context, Reading, SentenceReading
from pipeline.extraction.fitting import fitted
from pipeline.extraction.mentions import Mention
from pipeline.extraction.numerals import find_numerals
from pipeline.extraction.periods import find_periods
from pipeline.extraction.scene import Scene, set_scene
from pipeline.extraction.scopes import respectively
from pipeline.extraction.screening import Screen, screen
from pipeline.extraction.series import in_turn
from pipeline.extraction.tokens import Sentence
from pipeline.extraction.topics import read_topics

_BARE: Screen = ("other", "a bare number of which the text does not say what it counts")


def read_sentence(sentence: Sentence, mentions: Sequence[Mention], context: Context) -> SentenceReading:
    """The figures of `sentence`, in which `mentions` are named; `context` is moved on."""
    context.enter(sentence.paragraph)
    numerals = find_numerals(sentence.tokens)
    if not numerals:
        read_topics(sentence, mentions, context.discourse)
        focus_year = context.focus.end.year if context.focus is not None else None
        context.leave(
            sentence.tokens,
            periods=find_periods(sentence.tokens, (), context.clock, focus_year, context.peak, context.within),
        )
        return SentenceReading(sentence)
    scene = set_scene(sentence, mentions, numerals, context)
    readings: list[Reading] = []
    verdicts = list(scene.disposed)
    for amount in scene.amounts:
        found = _figure_or_verdicts(scene, amount, readings)
        if isinstance(found, Reading):
            readings.append(found)
        else:
            verdicts += found
    verdicts += unaccounted(numerals, [reading.amount for reading in readings], verdicts)
    readings = respectively(sentence.tokens, scene.topics, scene.themes, readings)
    periods = scene.timer.near.periods
    readings = between_levels(in_turn(sentence.tokens, periods, readings), context.readings)
    readings = fitted(readings, context.readings)
    context.leave(sentence.tokens, readings, periods)
    return SentenceReading(sentence, tuple(readings), tuple(verdicts))


def _figure_or_verdicts(scene: Scene, amount: Amount, readings: Sequence[Reading]) -> Reading | list[Account]:
    """The figure of an amount, after the `readings` before it in the sentence; else why there is none."""
    site = scene.site(amount)
    screened = screen(site)
    if screened is not None:
        return rejected(amount, screened)
    lent = with_unit(scene, site, readings)
    if lent is None:
        return rejected(amount, _BARE)
    return read_amount(scene, site, lent, readings)
