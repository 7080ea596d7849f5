"""Verbs: what an amount measures that is the object of a verb.

Belongs here: the verb before the amount. Does not: which verbs mean which indicator (`implications`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import BULK, Bound, Case
from pipeline.extraction.binding.nearby import particular_theme
from pipeline.extraction.binding.production import has_total, product_of_subject
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.implications import implied_noun, may_imply, product_verb, verb_indicators
from pipeline.extraction.themes import known
from pipeline.extraction.wording import is_content, noun_phrase
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import derived, phrases

_NARROWING = frozenset({"on", "in", "for", "from"})
_OF_GOVERNMENT = frozenset(
    {"local_government_debt", "fiscal_expenditure", "fiscal_revenue", "debt_repayment", "public_funding"}
)
_FIRMS = language.words("binding", "firms")
_GOVERNMENTS = language.words("binding", "governments")
_PLACES = frozenset(
    noun
    for noun, kind in language.entity_nouns().references.items()
    if kind in ("city", "province", "county", "district", "country", "region", "other")
)
_SPANS = frozenset(language.calendar().spans)
_FARTHEST = 5
_LONGEST_RELATIVE = 9
_EACH = frozenset({"a", "an", "per", "each", "every"})
_OBJECTS = frozenset({"it", "them", "him", "her", "us"})
_POSSESSIVES = frozenset({"my", "his", "her", "our", "your", "their"})


def verb(case: Case) -> Bound | None:
    """As in "owed 17 billion yuan", "took in 40 million", "raised 620,000 tonnes", "employ 7,600"."""
    if case.amount.noun is None and particular_theme(case) is not None:
        return None
    first = max(case.start, case.amount.begin - _FARTHEST)
    if not any(map(may_imply, case.clauses.words[first : case.amount.begin])):
        return None
    behind_in_theme = case.in_theme(case.amount.begin)
    for at in range(case.amount.begin - 1, first - 1, -1):
        in_theme = case.in_theme(at)
        beside, behind_in_theme = in_theme or behind_in_theme, in_theme
        if beside:
            continue
        token = case.tokens[at]
        if token.kind == "n" or token.text in (",", ";", "("):
            return None
        if token.lower in _POSSESSIVES and is_content(case.tokens[at + 1]):
            # "Drew my wages there alongside 13,000 others": what the verb acts on is told.
            return None
        bound = (_narrowed(case, at) or _meant_by(case, at) or _made(case, at)) if token.kind == "w" else None
        if bound is not None:
            return bound
    return None


@reads(kinds=["money"], frames=["level"], words=["that", "which"])
def verb_of_relative(case: Case) -> Bound | None:
    """As in "of the 27.8 billion that the city spent": the verb of the clause that tells which."""
    if case.word(case.amount.last) not in ("that", "which"):
        return None
    for at in range(case.amount.last + 1, min(len(case.tokens), case.amount.last + _LONGEST_RELATIVE)):
        if case.tokens[at].kind != "w":
            return None
        for meant in verb_indicators(case.tokens, at, len(case.tokens)):
            is_firm = case.entity is not None and case.entity.subject is not None
            firm = is_firm or not _FIRMS.isdisjoint(case.words(case.amount.last, at))
            if case.fits(meant) and not (firm and meant in _OF_GOVERNMENT) and (firm or meant != "net_profit"):
                return Bound(meant, case.text(at, at + 1), "verb")
    return None


def _narrowed(case: Case, at: int) -> Bound | None:
    """As in "spent 40 million yuan on parks": no total, but the part that goes to one thing."""
    preposition, first = case.word(case.amount.last), case.amount.last + 1
    if preposition not in _NARROWING or {first, first + 1} & case.covered:
        return None
    noun = implied_noun(case.tokens, at, case.amount.kind)
    thing = noun_phrase(case.tokens, first)
    if noun is None or thing is None or thing in _SPANS:
        return None
    words = f"{noun} {preposition} {thing}"
    indicator = phrases().get(words.lower()) or phrases().get(f"revenue {preposition} {thing.lower()}")
    if indicator is None and noun == "funding" and _by_government(case, at):
        indicator = "public_funding"
    return Bound(indicator if case.fits(indicator) else None, words, "verb-narrowed")


def _meant_by(case: Case, at: int) -> Bound | None:
    """The indicator that the verb at token `at` itself means."""
    meant = verb_indicators(case.tokens, at, case.amount.first)
    for indicator in sorted(meant, key=lambda one: not _in_unit(one, case)):
        if indicator == "land_area" and not _is_of_place(case, at):
            continue
        if indicator in _OF_GOVERNMENT and (not _by_government(case, at) or _is_by_piece(case)):
            continue
        if indicator == "net_profit" and not _by_firm(case, at):
            continue
        if indicator == "population" and not (case.amount.noun is None and case.unit == "person"):
            continue
        if case.unit != "percent" and case.fits(indicator):
            return Bound(indicator, case.text(at, at + 1), "verb")
    return None


def _in_unit(indicator: str, case: Case) -> bool:
    """Whether the unit is the very one in which the indicator is told: twenty-foot containers are no passengers."""
    one = known(indicator)
    return one is not None and one.unit == case.unit


def _is_of_place(case: Case, at: int) -> bool:
    """Whether the verb at token `at` has a place for its subject, and not a park, a fire or a crop there."""
    if case.entity is None or case.entity.subject is not None:
        return False
    return not any(
        case.word(i) in language.entity_nouns().facilities
        or (is_content(case.tokens[i]) and i not in case.covered and case.word(i) not in _PLACES)
        for i in range(case.start, at)
    )


def _by_government(case: Case, at: int) -> bool:
    """Whether a place or its government does what the verb at token `at` says, and no firm, visitor or household."""
    if case.entity is not None and case.entity.subject is not None:
        return False
    if not _FIRMS.isdisjoint(case.words(case.start, at)):
        return False
    others = [i for i in range(case.start, at) if is_content(case.tokens[i]) and i not in case.covered]
    return not others or not _GOVERNMENTS.isdisjoint(case.words(case.start, at))


def _is_by_piece(case: Case) -> bool:
    """As in "spends 900 euros a pupil", "on each pupil": of one thing, and no total."""
    if case.amount.per is not None and case.amount.per.kind != "time":
        return True
    last = case.amount.last
    return case.word(last + (case.word(last) in _NARROWING)) in _EACH


def _by_firm(case: Case, at: int) -> bool:
    """As in "the smelter earned 3 million"; what a choir earns "from its songs", or a plot "earns it", is no profit."""
    if case.word(at + 1) in _OBJECTS or case.word(case.amount.last) in ("from", "with"):
        return False
    is_firm = case.entity is not None and case.entity.subject is not None
    return is_firm or not _FIRMS.isdisjoint(case.words(case.start, at))


def _made(case: Case, at: int) -> Bound | None:
    """The measure that the verb at token `at` says of the product which the subject of the clause makes."""
    if case.amount.kind not in BULK or case.frame.kind != "level":
        return None
    product = product_of_subject(case)
    measure = product_verb(case.tokens, at, product)
    if measure is None or product is None:
        return None
    if measure == "output" and has_total(case):
        total = derived(product.measures.get("output") or "", "cumulative")
        if total is not None:
            return Bound(total.indicator_id, f"{product.label} output", "verb-of-subject")
    return Bound(product.measures.get(measure), f"{product.label} {measure.replace('_', ' ')}", "verb-of-subject")
