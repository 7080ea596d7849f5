"""Shares: what a part of a whole measures.

Belongs here: the whole behind the amount ("of the city's output"), and the part before it ("coal"). Does not: whose
whole it is (`scopes`); levels and changes (`levels`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.share_words import share_words
from pipeline.extraction.implications import composed_indicator, counted_indicator
from pipeline.extraction.lemmas import singular
from pipeline.extraction.mentions.capitals import is_capitalised
from pipeline.extraction.nouns import counted_noun
from pipeline.extraction.sites import REACH, first_in, starting_in
from pipeline.extraction.themes import known
from pipeline.extraction.wording import is_content, noun_phrase
from pipeline.vocabulary import language
from pipeline.vocabulary.families import sectors
from pipeline.vocabulary.indicators import Indicator, derived, indicator, sector_share
from pipeline.vocabulary.wholes import not_summed

_FAMILIES = {"national": "share_of_national", "provincial": "share_of_provincial", "city": "share_of_city"}
_WHOLES = language.words("binding", "wholes")
_WHOLE_OWNERS = language.words("binding", "whole_owners")
_COUNTRIES = language.words("binding", "countries")
_POINTING = frozenset({"these", "them", "those", "which", "whom", "it"})
_LAND = language.words("binding", "land")
_BRANCHES = language.words("binding", "branches")
_TAKEN_OUT = language.words("binding", "taken_out")
_COVERING = language.words("binding", "covering_costs")
_SPENDING = frozenset({"spending", "expenditure", "spends", "spent", "outlays", "budget", "costs"})
_OWN_REVENUE = frozenset({"fiscal_revenue", "own_revenue", "tax_revenue"})
_COUNTED = frozenset({"count", "person"})
_IN_PIECES = frozenset({"1", "person"})
_LIMITS = frozenset({"over", "under", "above", "below", "aged"})
_FARTHEST = 10
_NEAR = 4
_MEMORY = 4
"""So many figures back a measure is still the total that is meant."""


def of_share(case: Case) -> Bound:
    """What a share measures; where no rule knows, the words for whole and predicate."""
    if case.amount.noun is not None:
        # "One home in five": whose homes they are is told by no "of".
        return composed(case) or _in_words(case, case.text(*case.amount.noun))
    for rule in RULES:
        bound = rule(case)
        if bound is not None:
            return bound
    return _in_words(case)


# ---------------------------------------------------------------------- rules, in their order
def composed(case: Case) -> Bound | None:
    """As in "a third of these towns have lost people": what is said of the part is the measure."""
    for head in _heads(case):
        made = composed_indicator(case.tokens, singular(head), case.amount.last, case.stop, share=True)
        if made is not None:
            return Bound(made, f"share of {head}", "composed")
    return None


def of_counted(case: Case) -> Bound | None:
    """As in "a fifth of the province's 1,340 mines": the whole is counted itself."""
    last, whole = case.amount.last, case.following()
    if whole is None or whole.noun is None or whole.begin - last > _NEAR or case.word(last) != "of":
        return None
    return _in_scope(case, counted_indicator(case.tokens, *whole.noun), case.text(*whole.noun), "share-of-counted")


def of_spending(case: Case) -> Bound | None:
    """As in "revenue of 5.9 billion yuan covered 56 per cent of spending": what a government has of its own."""
    if _COVERING.isdisjoint(case.clause_before()) or _SPENDING.isdisjoint(case.after(_FARTHEST // 2)):
        return None
    near = starting_in(case.themes, max(case.start, case.amount.first - REACH), case.amount.last + _FARTHEST)
    own = any(theme.indicator in _OWN_REVENUE for theme in near)
    told = any(bound.indicator in _OWN_REVENUE for bound in case.earlier[-1:])
    if not own and not told:
        return None
    return Bound("fiscal_self_sufficiency_ratio", "share of spending covered", "share-of")


def of_reserves(case: Case) -> Bound | None:
    """As in "has dug out half of its coal reserves": what was taken out, not what the place holds of a larger whole."""
    # "Half of its 3 million tonnes of ore reserves": the whole may have a number of its own.
    theme = first_in(case.themes, case.amount.last, min(case.stop, case.amount.last + _FARTHEST + 2))
    if theme is None or theme.indicator is None or _TAKEN_OUT.isdisjoint(case.clause_before()):
        return None
    one = indicator(f"share_of_{theme.indicator}_extracted")
    return Bound(one.indicator_id, f"share of {theme.words} extracted", "share-extracted") if one is not None else None


def of_theme(case: Case) -> Bound | None:
    """As in "half of Lund's GDP", "coal makes two fifths of its GDP": the whole is a theme."""
    theme = first_in(case.themes, case.amount.last, _end_of_whole(case))
    if theme is None or theme.indicator is None or not _POINTING.isdisjoint(case.words(case.amount.last, theme.first)):
        return None
    part = _part(case)
    sector = sector_share(part, "employees" if theme.indicator == "jobs" else theme.indicator) if part else None
    if sector is not None:
        return Bound(sector.indicator_id, f"share of {theme.words}", "sector-share")
    return _in_scope(case, theme.indicator, theme.words) or _in_words(case)


def of_product(case: Case) -> Bound | None:
    """As in "a fifth of the nation's coal": the output of the product."""
    mention = first_in(case.products, case.amount.last, _end_of_whole(case))
    if mention is None:
        return None
    output, part = mention.product.measures.get("output"), _part(case)
    sector = sector_share(part, output) if part is not None and output is not None else None
    if sector is not None:
        # "Coal gives the province 70 per cent of its electricity".
        return Bound(sector.indicator_id, f"share of {mention.product.label}", "sector-share")
    return _in_scope(case, output, f"{mention.product.label} output")


def of_economy(case: Case) -> Bound | None:
    """As in "coal makes up half of its economy": a branch's share, where the whole is named by an everyday word."""
    owner, whole = case.word(case.amount.last + 1), case.word(case.amount.last + 2)
    if owner not in ("its", "the") or whole not in ("output", "economy"):
        return None
    part = _part(case)
    sector = sector_share(part, "gdp") if part else None
    return Bound(sector.indicator_id, f"share of {whole}", "share-of") if sector is not None else None


def of_noun(case: Case) -> Bound | None:
    """As in "a fifth of the nation's mines": the whole is a count that is not told."""
    noun = counted_noun(case.tokens, case.amount.last)
    if noun is None:
        return None
    counted = counted_indicator(case.tokens, noun.first, noun.last)
    return _in_scope(case, counted, case.text(noun.first, noun.last))


def of_total(case: Case) -> Bound | None:
    """As in "That is 7 per cent of the national total": of what was told last."""
    last = case.amount.last
    pointed_at = case.word(last + 1) in _WHOLE_OWNERS and not _WHOLES.isdisjoint(case.words(last + 1, last + 6))
    if not pointed_at and noun_phrase(case.tokens, last + 1) not in _COUNTRIES:
        return None
    part = _part(case)
    for told in reversed(case.earlier[-_MEMORY:]):
        sector = sector_share(part, told.indicator) if part is not None and told.indicator is not None else None
        if sector is not None:
            # "GDP was 90 billion yuan. Services made up 54 per cent of the total".
            return Bound(sector.indicator_id, f"share of {told.measured}", "sector-share")
        bound = _in_scope(case, told.indicator, told.measured, "share-of-total")
        if bound is not None:
            return bound
    return None


def of_land(case: Case) -> Bound | None:
    """As in "a tenth of the nation's land": of the land of the country, where none is named of a province."""
    words = noun_phrase(case.tokens, case.amount.last + 1) or ""
    if words not in _LAND and not words.endswith(" land"):
        return None
    made = derived("land_area", _FAMILIES["provincial" if case.scope == "provincial" else "national"])
    return Bound(made.indicator_id, _share(case, "land"), "share-of") if made is not None else None


RULES: tuple[Callable[[Case], Bound | None], ...] = (
    composed,
    of_counted,
    of_spending,
    of_reserves,
    of_theme,
    of_product,
    of_economy,
    of_noun,
    of_total,
    of_land,
)
"""From the whole that is named to the one that is only pointed at."""


# ---------------------------------------------------------------------- what the rules ask
def _in_scope(case: Case, whole: str | None, words: str | None, rule: str = "share-of") -> Bound | None:
    """The share in the whole of the case's scope; null where the scope or the indicator knows no such share."""
    family = _FAMILIES.get(case.scope)
    one = known(whole)
    if one is None or not _adds_up(one):
        # No place has a part of another's wage.
        return None
    if case.scope == "city" and one.quantity_kind in _COUNTED and _tells_more(case, words):
        # "A fifth of the city's homes burn coal": which of them is what the share tells.
        return None
    made = derived(one.indicator_id, family) if family else None
    return Bound(made.indicator_id, _share(case, words), rule) if made is not None else None


def _adds_up(one: Indicator) -> bool:
    """Whether amounts of an indicator make up a whole: no average, and nothing by the head or tonne."""
    return "/" not in one.unit and one.indicator_id not in not_summed()


def _tells_more(case: Case, whole: str | None) -> bool:
    """Whether something is said of the part, beyond what it is a part of."""
    named = {word.lower() for word in (whole or "").split()}
    return any(word.lower() not in named for word in _predicate(case))


def _in_words(case: Case, whole: str | None = None) -> Bound:
    """What no rule knows: the words for the whole, what is said of the part, and who or what has it."""
    told = case.earlier[-1].measured if case.earlier and _is_of_told(case) else None
    return Bound(None, share_words(case, whole, told), "share-of")


def _is_of_told(case: Case) -> bool:
    """As in "a third of these", "one in nine of them", "360 hectares, or a ninth of the city"."""
    before = case.before(2)
    if case.here and (before[-1:] == ["or"] or (before[:1] == ["of"] and not _POINTING.isdisjoint(before))):
        return True
    pointing = _POINTING - {"it"} if case.earlier[-1].unit in _IN_PIECES else _POINTING
    return not pointing.isdisjoint(case.words(case.amount.last, case.amount.last + 2))


def _share(case: Case, *words: str | None) -> str:
    """The words for a share in the whole of the case's scope."""
    return " ".join(word for word in ("share of", case.scope, *words) if word)


def _end_of_whole(case: Case) -> int:
    return min(case.stop, case.next_amount(), case.amount.last + _FARTHEST)


def _heads(case: Case) -> Iterator[str]:
    """The nouns that the part may be of: what was counted last before it, and what stands behind it."""
    for other in reversed(starting_in(case.amounts, case.amount.first - REACH, case.amount.first)):
        if other.noun is not None:
            yield case.word(other.noun[1] - 1)
            break
    last, whole = case.amount.last, case.following()
    if whole is not None and whole.noun is not None and case.word(last) == "of" and whole.begin - last <= _NEAR:
        # "A third of the 40 towns in Gansu have lost people".
        yield case.word(whole.noun[1] - 1)
    owned = case.word(last) == "of" and case.word(last + 1).endswith("'s")
    noun = counted_noun(case.tokens, last + 2 if owned else last)
    if noun is not None:
        yield noun.head


def _part(case: Case) -> str | None:
    """The branch of the economy that is the subject of the clause: "coal", "tourism"; the last that is named."""
    start = case.start
    if any(a == "that" and b in _BRANCHES for a, b in pairwise(case.clause_before())):
        # "Coal ... that industry makes up half": the branch was named before the clause.
        start = max(0, case.amount.first - REACH)
    table = sectors()
    for at in range(case.amount.begin - 1, start - 1, -1):
        for size in (3, 2, 1):
            words = " ".join(case.words(at - size + 1, at + 1))
            if at - size + 1 >= start and words in table:
                return table[words]
    return None


def _is_telling(case: Case, at: int) -> bool:
    """Whether a word says something of the part: no pronoun of its whole."""
    return (is_content(case.tokens[at]) and case.word(at) not in _POINTING) or _is_limit(case, at)


def _is_limit(case: Case, at: int) -> bool:
    """As in "is over 60", "earn less than 900 a month": a number belongs to what is said, and so does its side."""
    return case.word(at) in _LIMITS or (case.tokens[at].kind == "n" and case.word(at - 1) in _LIMITS)


def _predicate(case: Case) -> list[str]:
    """The content words behind a share: "half of them have lost inhabitants"."""
    last = case.amount.last
    relative = case.word(last) == "of" and case.word(last + 1) in ("which", "whom")
    stop = min(case.clauses.stop(last + 1) if relative else case.stop, last + 14)
    said = [k for k in range(last, min(stop, len(case.tokens))) if _is_telling(case, k)]
    return [case.tokens[k].text for k in said if not (k in case.covered and is_capitalised(case.tokens[k]))]
