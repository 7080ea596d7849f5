"""Further shares: per cent that leave out the whole which the share before them named, or name it as a share.

Belongs here: finding the next part, "against 21 per cent for coal", and "the share of coal in GDP". Does not: amounts
that their whole follows (`shares`), shares said once more of the same part (`earlier`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.earlier import last_told
from pipeline.extraction.sites import first_in
from pipeline.extraction.wording import is_content
from pipeline.vocabulary import language
from pipeline.vocabulary.families import sector_share_parts, sectors
from pipeline.vocabulary.indicators import derived, sector_share

_CONTRIBUTING = language.words("binding", "contributing")
_JOINTS = frozenset({",", "and", ";", "while", "but", "against", "or"})
_BEFORE_PART = frozenset({"for", "from", "by"})
_PRONOUNS = frozenset({"it", "they"})
_SHARES = frozenset({"share", "proportion", "contribution", "weight", "part", "portion", "slice"})
_OF_WHOLE = frozenset({"of", "in", "to"})
_POINTING = frozenset({"it", "that", "this"})
_NATIONAL = language.words("binding", "national")
_LONGEST_WHOLE = 6
_LONGEST_PART = 3
_MEMORY = 3


def further_share(case: Case) -> Bound | None:
    """As in "Glass makes 38 per cent of all it sells. Toys yield 9": another part of the same whole."""
    whole = _whole_told(case)
    if whole is None or case.frame.name not in ("rate", "moved-to", "moved-from") or case.unit != "percent":
        return None
    part = _part_behind(case) or _part_before(case)
    made = sector_share(part, whole) if part is not None else None
    if made is not None:
        return Bound(made.indicator_id, made.label_within, "further-share")
    told = last_told(case)
    goes_on = part is None and not _PRONOUNS.isdisjoint(case.clause_before()) and _says_nothing_else(case, case.start)
    return replace(told, rule="further-share") if goes_on and told is not None else None


def share_said(case: Case) -> Bound | None:
    """As in "coal's share of GDP fell to 44 per cent", "the share of services in GDP rose by 3 points"."""
    if case.unit not in ("percent", "percentage_point") or case.frame.of_another:
        return None
    at = case.last_of(_SHARES, case.start + 1, case.amount.begin)
    if at is None:
        return None
    in_nation = _share_in_nation(case, at)
    if in_nation is not None:
        return in_nation
    part = _branch_before(case, at) or (_branch(case, at + 2) if case.word(at + 1) in ("of", "from") else None)
    whole = first_in(case.themes, at + 1, case.amount.begin)
    indicator = whole.indicator if whole is not None else _whole_told(case)
    made = sector_share(part, indicator) if part is not None and indicator is not None else None
    return Bound(made.indicator_id, made.label_within, "share-said") if made is not None else None


def _share_in_nation(case: Case, at: int) -> Bound | None:
    """As in "Bytom's share of national coal output", "its part in it": of what the country has, named or just told."""
    of_place = case.entity is not None and case.entity.place_kind != "country"
    if case.word(at + 1) not in _OF_WHOLE or not of_place:
        return None
    behind = case.words(at + 2, min(case.amount.begin, at + 2 + _LONGEST_WHOLE))
    whole: str | None = None
    if not _NATIONAL.isdisjoint(behind):
        theme = first_in(case.themes, at + 2, case.amount.begin)
        whole = theme.indicator if theme is not None else None
    elif behind[:1] and behind[0] in _POINTING:
        told = last_told(case)
        whole = told.indicator if told is not None else None
    made = derived(whole, "share_of_national") if whole is not None else None
    return Bound(made.indicator_id, made.label_within, "share-said") if made is not None else None


def _branch_before(case: Case, stop: int) -> str | None:
    """The branch of the economy whose name ends before token `stop`."""
    for size in range(_LONGEST_PART, 0, -1):
        found = sectors().get(" ".join(case.words(stop - size, stop)).removesuffix("'s"))
        if found is not None:
            return found
    return None


def _whole_told(case: Case) -> str | None:
    """The indicator of the total in which the last share told of was one of a branch of the economy."""
    for told in reversed(case.earlier[-_MEMORY:]):
        parts = sector_share_parts(told.indicator) if told.indicator is not None else None
        if parts is not None:
            return parts[1]
    return None


def _part_behind(case: Case) -> str | None:
    """As in "against 21 per cent for coal"."""
    last = case.amount.last
    return _branch(case, last + 1) if case.word(last) in _BEFORE_PART else None


def _part_before(case: Case) -> str | None:
    """As in "and services 31 per cent", "tourism yields 14 per cent", where the clause says nothing else."""
    first = case.amount.begin
    while first > case.start and case.word(first - 1) not in _JOINTS:
        first -= 1
    joined = " ".join(case.words(first - 2, first + 1))
    if joined in sectors():
        # "Industry and construction 39": one branch, and no list.
        first -= 2
    for k in range(first, case.amount.begin):
        branch = _branch(case, k)
        if branch is not None:
            return branch if _says_nothing_else(case, first) else None
    return None


def names_branch(words: Sequence[str]) -> bool:
    """Whether a branch of the economy is among the words."""
    return any(
        " ".join(words[k : k + size]) in sectors() for size in range(1, _LONGEST_PART + 1) for k in range(len(words))
    )


def _branch(case: Case, first: int) -> str | None:
    """The branch of the economy that is named from token `first` on."""
    for size in range(_LONGEST_PART, 0, -1):
        found = sectors().get(" ".join(case.words(first, first + size)).removesuffix("'s"))
        if found is not None:
            return found
    return None


def _says_nothing_else(case: Case, first: int) -> bool:
    """Whether all words from token `first` to the amount name the part, or say that it contributes."""
    return all(
        not is_content(token)
        or k in case.covered
        or token.lower in _CONTRIBUTING
        or any(_names(case, k, back) for back in range(_LONGEST_PART))
        for k, token in enumerate(case.tokens[first : case.amount.begin], first)
    )


def _names(case: Case, k: int, back: int) -> bool:
    """Whether token `k` is the word number `back` of a branch's name."""
    for size in range(_LONGEST_PART, back, -1):
        if " ".join(case.words(k - back, k - back + size)).removesuffix("'s") in sectors():
            return True
    return False
