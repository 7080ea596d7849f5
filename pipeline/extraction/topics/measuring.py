"""Measuring: names of what the topic is only measured by, "lags the national average", "than a weaver makes in Datong".

Belongs here: words of comparison before a name. Does not: other names beside the topic (`weight`), what a gap is to
(`scopes.counterparts`).
"""

from __future__ import annotations

from pipeline.extraction.framing.comparisons import GAP_VERBS
from pipeline.extraction.tokens import word_at
from pipeline.extraction.topics.setting import Setting
from pipeline.extraction.topics.turns import Weight
from pipeline.vocabulary.language import words

_MEASURES = words("topics", "measures")
_STOPS = frozenset({",", ";", ":", "("})
_ENDS_OF_MEASURE = _STOPS | {"while", "but", "and"}
_NEAR = 6
_STANDARD = frozenset({"times", "of", "below", "above", "than", "over", "under", "half", "double", "twice", "to"})
_MARKS = frozenset({"mark", "figure", "average", "norm", "benchmark", "mean", "median", "rate", "level"})
_COMPARISON = 8
_MEANS = frozenset({"average", "mean", "median", "level"})
_NEAR_MEAN = 3
_BEFORE_COMPARED = frozenset({"that", "those", "of", "in", "the", "what", "average", "mean", "for", "at"})


def set_against(setting: Setting) -> Weight | None:
    """As in "pay in Gera lags the national average", "trails that of Katowice"."""
    first = setting.mention.first
    for k in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        word = setting.tokens[k].lower
        if word in GAP_VERBS:
            return Weight.ASIDE
        if word not in _BEFORE_COMPARED:
            return None
    return None


def compared(setting: Setting) -> Weight | None:
    """As in "than a weaver makes in Datong", "the mean of Gansu", "what is paid in Bochum"."""
    if _is_standard(setting):
        return Weight.ASIDE
    first = setting.mention.first
    for k in range(first - 1, max(-1, first - 1 - _COMPARISON), -1):
        word = setting.tokens[k].lower
        if word in _ENDS_OF_MEASURE:
            return None
        if word == "what" and k == 1 and word_at(setting.tokens, 0) == "of":
            # "Of what Datong digs up, 3 per cent is shale".
            return None
        if word in ("than", "what"):
            return Weight.ASIDE
        if word in _MEANS and first - k <= _NEAR_MEAN:
            # "The average flat in Datong costs": at the head of a clause it is what is told of.
            return None if k <= 1 and first > k + 2 and setting.before == "in" else Weight.ASIDE
    return None


def _is_standard(setting: Setting) -> bool:
    """As in "thrice the Gansu average", "under the mark for Gansu": not as in "the Gansu average was"."""
    if setting.before in ("for", "of", "in") and word_at(setting.tokens, setting.at - 1) in _MARKS:
        earlier = {word_at(setting.tokens, k) for k in range(setting.at - 4, setting.at - 1)}
        return not _STANDARD.isdisjoint(earlier - {"of", "to"})
    if setting.behind not in _MEASURES or setting.mention.kind != "name":
        return False
    before = (setting.before, word_at(setting.tokens, setting.at - 1))
    return not _STANDARD.isdisjoint(before)
