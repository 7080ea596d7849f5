"""Modality: whether a figure is a fact, an estimate, a forecast, a target or a capacity.

Belongs here: reading the clause's verbs and nouns of intent. Does not: which period the figure has (`timing`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.extraction.model import Modality
from pipeline.extraction.phrases import PhraseTable
from pipeline.extraction.sites import Site
from pipeline.extraction.tense import last_tense
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import modality_words, words

_PHRASES: PhraseTable[str] = PhraseTable({" ".join(phrase): name for phrase, name in modality_words().items()})
_FIRST_WORDS = _PHRASES.first_words
_FACTS = words("modality", "facts")
_PAST_VERBS = words("modality", "past_verbs")
_BEFORE_PARTICIPLE = words("modality", "before_participle")
_RESOLVED = words("modality", "resolved")
_REVISING = words("modality", "revising")
_STANDARDS = words("modality", "standards")
_MEETING = words("modality", "meeting")
_BESIDE_STANDARD = frozenset({"by", "with", "at", ",", "("})
_FARTHEST_MEETING = 5
_DEFINITE = frozenset({"the", "its", "their", "these", "those", "all"})
_COMPARING = frozenset({"than", "as"})
_PROMISED: Mapping[str, Modality] = {
    **dict.fromkeys(words("modality", "promised"), "target"),
    **dict.fromkeys(words("modality", "foreseen"), "forecast"),
}
"""Participles of what was only planned, or only expected."""
_HAD = frozenset({"had", "been", "was", "were", "originally", "has", "have"})
_LONGEST_PROMISE = 7
_LONGEST_PLAN = 40
_OF_FUTURE = frozenset({"target", "forecast"})
_OF_PLAN = frozenset({"will", "is", "are"})
"""The words that a plan begins with whose subject stands before it."""
_NAMING = frozenset({"as", "is"})
_FARTHEST_OF_MANY = 9
"""So far behind "twelve of its 58 mines" "will" speaks of the twelve."""
_FARTHEST_PLAN = 10

Cues = Mapping[str, int]
"""The first token of the first phrase of each modality that the clause has."""


def read_modality(site: Site, next_amount: int, period_end: date | None, published_end: date | None) -> Modality:
    """The modality of the amount of `site`; `next_amount` is the token at which the next one begins.

    What ends in a year after that of publication is no fact, whatever the verb.
    """
    tokens, at = site.tokens, site.amount.first
    first = _head_of_infinitive(tokens, site.start)
    found = _cues(site, first) if not _FIRST_WORDS.isdisjoint(site.clauses.words[first : site.stop]) else {}
    promised = _as_promised(site)
    if promised is not None:
        return promised
    future = period_end is not None and published_end is not None and period_end.year > published_end.year
    if "capacity" in found:
        return "capacity"
    if _is_revised_estimate(tokens, first, at, found):
        return "forecast"
    past = period_end is not None and published_end is not None and period_end.year < published_end.year
    if _is_target(site, found, next_amount, future=future, past=past):
        plan = found["target"]
        return "forecast" if found.get("forecast", plan) < plan else "target"
    if future or found.get("forecast", at) < at:
        return "forecast"
    return "estimate" if "estimate" in found else "actual"


def _cues(site: Site, first: int) -> Cues:
    """Those before the amount that still hold at it, and those of the future behind it, from token `first` on."""
    found: dict[str, int] = {}
    tokens, at, last = site.tokens, site.amount.first, first
    for i in [i for i, word in enumerate(site.clauses.words[first : site.stop], first) if word in _FIRST_WORDS]:
        match = _PHRASES.starting_at(tokens, i) if i >= last else None
        if match is None:
            continue
        name, last = match
        if _is_no_modal(tokens, i):
            continue
        if name == "capacity" and last < at and tokens[i].lower != name and _is_overtaken(tokens, last, at):
            continue
        of_future = name in _OF_FUTURE
        if of_future if i >= at else not (of_future and _is_overtaken(tokens, last, at)):
            found.setdefault(name, i)
    return found


def _is_no_modal(tokens: Sequence[Token], i: int) -> bool:
    """As in "in May", "came to see", "as expected": a month, no forecast, or what facts are only compared with."""
    before, word = word_at(tokens, i - 1), word_at(tokens, i)
    return tokens[i].text == "May" or (before == "to" and word == "see") or (before in _COMPARING and word in _PROMISED)


def _is_overtaken(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a finite past verb stands between a modal and the amount, so that the modal is of another clause."""
    return any(
        tokens[k].lower in _PAST_VERBS
        or (
            tokens[k].lower.endswith("ed")
            and not tokens[k].lower.endswith("eed")
            and word_at(tokens, k - 1) not in _BEFORE_PARTICIPLE
        )
        for k in range(first, at)
        if tokens[k].kind == "w"
    )


def _is_revised_estimate(tokens: Sequence[Token], first: int, at: int, found: Cues) -> bool:
    """As in "analysts estimate that output will fall to": what is estimated is still to come."""
    if "estimate" not in found or "target" not in found:
        return False
    return any(token.lower in _REVISING for token in tokens[first:at])


def _is_target(site: Site, found: Cues, next_amount: int, *, future: bool, past: bool) -> bool:
    """Whether a plan is of the amount, and no verb of fact has come between ("will close mines that made")."""
    plan, at = found.get("target"), site.amount.first
    if plan is None:
        return False
    word = site.word(plan)
    if future:
        return True
    of_many = site.word(site.amount.last) == "of" and plan <= at + _FARTHEST_OF_MANY
    if plan >= next_amount and not of_many:
        return False
    if plan >= at and word in _STANDARDS and not _NAMING.isdisjoint(site.words(site.amount.last, plan)):
        # "sets growth of 7 per cent as this year's goal", "inflation of 3 per cent is the target"
        return plan <= at + _FARTHEST_OF_MANY
    if plan >= at:
        return (
            (of_many and word == "will")
            or word in _RESOLVED
            or (word in _OF_PLAN and not past and _is_subject(site, plan))
        )
    if word in _STANDARDS and _is_standard(site, plan):
        return False
    return all(token.lower not in _FACTS for token in site.tokens[plan:at])


def _is_subject(site: Site, plan: int) -> bool:
    """As in "some 300 old houses in the valley are to be rebuilt": what is planned is told of the amount.

    "The 300 houses" stand already, and so does what a verb of its own tells of: "who sells 300 will be rich".
    """
    before = site.word(site.amount.begin - 1)
    if plan > site.amount.last + _FARTHEST_PLAN or before in _DEFINITE or before.endswith(("'s", "s'")):
        return False
    between = site.tokens[site.amount.last : plan]
    if any(token.kind == "n" for token in between):
        return False
    return last_tense([token.lower for token in between]) is None and last_tense(site.clause_before()) is None


def _is_standard(site: Site, plan: int) -> bool:
    """As in "beat its target by 3 per cent": what was reached; "its target of 3 per cent" is planned."""
    return site.word(site.amount.begin - 1) in _BESIDE_STANDARD and not _MEETING.isdisjoint(
        site.words(plan - _FARTHEST_MEETING, plan)
    )


def _as_promised(site: Site) -> Modality | None:
    """As in "short of the 6 per cent that it had planned", "the 6 per cent forecast a year ago"."""
    if site.word(site.amount.begin - 1) not in ("the", "a") and "hedge-before" not in site.amount.rules:
        return None
    last = site.amount.last if site.amount.noun is None else max(site.amount.last, site.amount.noun[1])
    for k, word in enumerate(site.words(last, last + _LONGEST_PROMISE)):
        if word in _PROMISED:
            return _PROMISED[word] if k == 0 or site.word(last + k - 1) in _HAD else None
        if word in (",", ";", ":", "and"):
            return None
    return None


def _head_of_infinitive(tokens: Sequence[Token], first: int) -> int:
    """As in "plans to build 40 homes | and to mend 300": where the clause begins on which the infinitive hangs."""
    infinitive = "to" in (word_at(tokens, first), word_at(tokens, first + 1)) and first > 0
    return max(0, first - _LONGEST_PLAN) if infinitive and word_at(tokens, first) in ("and", "to") else first
