"""Funding: money that a lender, a government or a donor puts into something.

Belongs here: from whom it comes. Does not: what a clause says that a government spends (`verbs`), what people and firms
are paid (`sums`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.nearby import particular_theme
from pipeline.extraction.binding.rule import reads
from pipeline.vocabulary import language

_COMING = language.words("binding", "coming_from")
_FUNDERS = language.words("binding", "funders")
_FARTHEST = 8


@reads(kinds=["money"], frames=["level"], words=_FUNDERS)
def funding(case: Case) -> Bound | None:
    """As in "a further $220 million will come from the World Bank", "6 million from the lottery"."""
    behind = case.words(case.amount.last, min(case.next_amount(), case.amount.last + _FARTHEST))
    if "from" not in behind:
        return None
    source = behind.index("from")
    if not _COMING.issuperset(behind[:source]) or _FUNDERS.isdisjoint(behind[source + 1 :]):
        return None
    if particular_theme(case) is not None or case.measured_before():
        return None
    return Bound("project_funding", "funding", "funding")
