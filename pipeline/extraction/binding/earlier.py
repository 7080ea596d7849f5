"""Earlier: what an amount measures that names nothing itself, from the figures before it.

Belongs here: figures that say the same once more, or go on about it. Does not: anything that the clause itself names.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extraction.binding.case import Bound, Case, is_general, of_theme
from pipeline.extraction.binding.parts import does_something
from pipeline.extraction.binding.products_told import product_measured
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.governing import is_gone
from pipeline.extraction.signs import DASHES
from pipeline.extraction.sites import REACH, covering, starting_in
from pipeline.extraction.themes import known
from pipeline.extraction.wording import is_content
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import derived
from pipeline.vocabulary.products import measure_nouns

_COMPARED = frozenset({("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from")})
_BEYOND = frozenset({"than", "under", "below", "above", "over", "beyond", "past"})
_RELATIVES = frozenset({"which", "who"})
_APART = DASHES | {"to", "from", "and"}
_SAID_OF = language.words("binding", "said_of")
_AIMS = language.words("binding", "aims")
_BEFORE_AIM = frozenset({"a", "an", "the", "its", "their", "official", "original", "annual"})
_FORESEEING = language.words("binding", "foreseeing")
_GIVING = language.words("binding", "giving")
_MAKERS = frozenset({"it", "they", "these", "which"})
_POINTING = frozenset({"that", "this", "it", "which"})
_COMPARES = frozenset({"compares", "compared", "compare"})
_COMPARING = 3
_OF_QUANTITY = language.words("binding", "of_quantity")
_GROWTH_OF = ([",", "growth", "of"], ["a", "growth", "of"])
_BEING = frozenset({"has", "have", "was", "were", "is", "are", "will"})
_TERMS = language.words("binding", "terms")
"""With which brackets begin that tell the same measure otherwise: "(in real terms: 2 per cent)"."""
_HARMLESS = language.words("binding", "harmless")
_MEMORY = 6
"""So many figures back a measure is still in mind."""
_LONGEST_APPOSITION = 14


def last_told(case: Case) -> Bound | None:
    """What the last figure measured."""
    return case.earlier[-1] if case.earlier else None


@reads(words=measure_nouns().keys())
def bare_measure(case: Case) -> Bound | None:
    """As in "output then rose to 7.4 million tonnes": a bare measure is of the product last told of."""
    at = case.last_of(measure_nouns().keys(), case.start, case.amount.begin)
    while at is not None and case.in_theme(at):
        at = case.last_of(measure_nouns().keys(), case.start, at)
    if at is None or _is_narrowed(case, at):
        return None
    return _just_told(case, at) or _measure_told_before(case, case.word(at))


def _just_told(case: Case, at: int) -> Bound | None:
    """As in "its output was 9 billion yuan, 3 per cent more than in 2016": of the measure at `at`, whosever it is."""
    previous, told = case.previous(), last_told(case)
    if not case.here or previous is None or previous.begin < at or told is None or told.measured is None:
        return None
    of_measure = told.measured.lower().split()[-1:] == [case.word(at)]
    return replace(told, rule="bare-measure") if of_measure and goes_on(case, told) else None


def _is_narrowed(case: Case, at: int) -> bool:
    """Whether a word before the bare measure at token `at` says whose it is: "broiler prices"."""
    before = case.tokens[at - 1] if at > case.start else None
    if before is None or not is_content(before) or at - 1 in case.covered or covering(case.amounts, at - 1) is not None:
        return False
    return before.lower not in _HARMLESS and not before.lower.endswith(("'s", "ed", "ing", "ly"))


def _measure_told_before(case: Case, noun: str) -> Bound | None:
    measure = measure_nouns()[noun]
    for theme in reversed(starting_in(case.themes, case.start - REACH, case.start)):
        of_measure = theme.indicator is not None and f"_{measure}" in theme.indicator
        if theme.last <= case.start and of_measure and case.fits(theme.indicator):
            return of_theme(theme, "bare-measure")
    for mention in reversed(starting_in(case.products, case.amount.begin - REACH, case.amount.begin)):
        indicator = mention.product.measures.get(measure)
        if indicator is not None and case.fits(indicator):
            return Bound(indicator, f"{case.text(mention.first, mention.last)} {noun}", "bare-measure")
    used = _used_up(case) if measure == "output" else set()
    for bound in reversed(case.earlier[-_MEMORY:]):
        if bound.indicator is not None and bound.indicator.endswith(f"_{measure}") and case.fits(bound.indicator):
            return replace(bound, rule="bare-measure")
        product = product_measured(bound.indicator)
        indicator = product.measures.get(measure) if product is not None and product.label not in used else None
        if product is not None and indicator is not None and case.fits(indicator):
            return Bound(indicator, f"{product.label} {noun}", "bare-measure")
    for product in reversed(case.spoken):
        indicator = product.measures.get(measure) if product.label not in used else None
        if indicator is not None and case.fits(indicator):
            return Bound(indicator, f"{product.label} {noun}", "bare-measure")
    return None


def _used_up(case: Case) -> set[str]:
    """As in "the kiln burns 180,000 tonnes of coal. Output came to 2 million": what is burnt is not what is made."""
    used: set[str] = set()
    for bound in case.earlier[-_MEMORY:]:
        product = product_measured(bound.indicator)
        if product is not None and bound.indicator == product.measures.get("consumption"):
            used.add(product.label)
    return used


@reads(given=["told"])
def contrasted(case: Case) -> Bound | None:
    """As in "wheat fetched 2.4 yuan, against 2.1 yuan a year before", "9 per cent, compared with 12 in Gansu"."""
    previous, told = case.previous(), last_told(case)
    if told is not None and _compares(case) and goes_on(case, told):
        return replace(told, rule="contrasted")
    if previous is None or told is None or not case.here or not _is_contrasted(case):
        return None
    if not all(is_general(theme) for theme in case.themes_in(previous.last, case.amount.begin)):
        return None
    return replace(told, rule="contrasted") if goes_on(case, told) else _growth(case, told)


def _compares(case: Case) -> bool:
    """As in "That compares with 548 yuan a year ago": what was told last, in the sentence before."""
    before = case.clause_before()
    return (
        len(before) == _COMPARING and before[0] in _POINTING and before[1] in _COMPARES and before[2] in ("with", "to")
    )


def _growth(case: Case, told: Bound) -> Bound | None:
    """As in "sales grew by 6 per cent, against a target of 9": what a measure was to grow by."""
    if case.unit != "percent" or case.frame.kind != "rate" or told.indicator is None:
        return None
    one = derived(told.indicator, "growth")
    return replace(told, indicator=one.indicator_id, rule="contrasted") if one is not None else None


def _is_contrasted(case: Case) -> bool:
    """Whether the words before the amount set it beside the one before it, a goal or forecast of it included."""
    at = case.amount.begin - 1
    if case.word(at) == "of" and case.word(at - 1) in _AIMS:
        at -= 2
        while case.word(at) in _BEFORE_AIM:
            at -= 1
    elif case.word(at) == "the" and (case.word(at - 1) in _BEYOND or case.words(at - 2, at) == ["short", "of"]):
        return True
    before = case.words(at - 1, at + 1)
    if before[-1:] in (["against"], ["versus"], ["vs"]) or tuple(before) in _COMPARED:
        return True
    previous = case.previous()
    multiplied = previous is not None and previous.kind in ("multiple", "ratio")
    between = case.words(previous.last, case.amount.begin) if previous is not None else []
    # "52 per cent, after 47", "twice the 380 rupees of last May".
    return before == [",", "after"] or (multiplied and between in (["the"], ["of", "the"]))


def goes_on(case: Case, told: Bound) -> bool:
    """Whether the amount can be of what was told last: of its indicator, or in the same unit where that has none."""
    if told.indicator is None and told.unit is not None and not case.moves:
        return told.measured is not None and case.unit in (told.unit, told.unit.partition("/")[0])
    return case.fits(told.indicator) and not _is_of_things(case, told)


def _is_of_things(case: Case, told: Bound) -> bool:
    """As in "22 breweries. Now it has 87,000": people are no more of what was counted in pieces."""
    return case.unit == "person" and told.unit == "1"


@reads(given=["told here"])
def said_again(case: Case) -> Bound | None:
    """As in "4,000 fewer people, a decline of 10%", "7,430, down 12 per cent": the same thing said once more."""
    if case.frame.kind != "change" and case.frame.name not in ("gap-to", "ratio-to", "moved-from"):
        return None
    previous = case.previous()
    told = last_told(case)
    if previous is None or told is None or not case.here:
        return None
    gap = case.words(previous.last, case.amount.begin)
    apart = bool(gap) and ("," in gap or "(" in (gap[0], gap[-1]) or gap[0] in _APART or gap[-1] == "and")
    if len(gap) > _LONGEST_APPOSITION or ";" in gap or not apart:
        return None
    if gap[:1] == ["("] and gap[-1:] == [":"] and gap[1] not in _TERMS:
        # "rose 2 per cent (food: 4 per cent)" is of a part.
        return None
    # "34 per cent of its GDP, up 3 points": what the amount before is of stands before the comma.
    comma = next((k for k in range(case.amount.begin - 1, previous.last - 1, -1) if case.word(k) == ","), previous.last)
    themes = case.themes_in(comma, case.amount.begin)
    if not all(is_general(theme) and case.word(theme.last) not in _SAID_OF for theme in themes):
        return None
    return replace(told, rule="appositive") if goes_on(case, told) else points_of_growth(case, told)


def points_of_growth(case: Case, told: Bound) -> Bound | None:
    """As in "it grew by 5 per cent, 0.7 points more than in 2016": points of a measure are of its growth."""
    if case.unit != "percentage_point" or told.indicator is None or case.frame.kind != "change":
        return None
    one = derived(told.indicator, "growth")
    return replace(told, indicator=one.indicator_id, rule="appositive") if one is not None else None


@reads(words=["growth"], given=["told here"])
def growth_of_told(case: Case) -> Bound | None:
    """As in "revenue passed 14 billion yuan, growth of 5 per cent": of what was just told, and not of the economy."""
    told = last_told(case)
    if told is None or told.indicator is None or not case.here or case.before(3) not in _GROWTH_OF:
        return None
    one = derived(told.indicator, "growth")
    return replace(told, indicator=one.indicator_id if one is not None else told.indicator, rule="appositive")


@reads(given=["uncounted", "told"])
def inherited(case: Case) -> Bound | None:
    """What the last figure measured that the amount fits, where its own clause names nothing else."""
    if _is_of_quality(case):
        return None
    told = last_told(case)
    if told is None or told.indicator is not None or not goes_on(case, told):
        told = fitting(case)
    if told is None or case.amount.noun is not None or _is_subject(case) or (not case.moves and does_something(case)):
        return None
    last = last_told(case)
    last = _in_itself(last) if last is not None else None
    moved = case.frame.name in ("moved-to", "moved-from") and told.indicator is not None and told == last
    continues = moved or case.elliptic() or _gives_again(case, told) or _foresees(case) or is_gone(case)
    return replace(told, measured=_with_antecedent(case, told), rule="inherited") if continues else None


def _is_of_quality(case: Case) -> bool:
    """As in "three times as long": an adjective tells what is compared, and it is not what was told before."""
    words = case.after(2)
    return words[:1] == ["as"] and len(words) > 1 and words[1] not in _OF_QUANTITY


def _with_antecedent(case: Case, told: Bound) -> str | None:
    """As in "the college has 900 students; its night courses, which 120 attend": of whom that is told."""
    if told.indicator is not None or case.word(case.start) not in _RELATIVES:
        return told.measured
    antecedent = case.subject_before(case.start + 1) or ""
    return " ".join(dict.fromkeys([*antecedent.split(), *(told.measured or "").split()])) or None


def _foresees(case: Case) -> bool:
    """As in "We estimate that it was 3 tonnes, and look for 4 in 2020": the verb right before it only foresees."""
    for k in range(case.amount.begin - 1, case.start, -1):
        if case.word(k) in _FORESEEING:
            return case.word(case.amount.last) != "of"
        if is_content(case.tokens[k]) and k not in case.covered:
            return False
    return False


def _gives_again(case: Case, told: Bound) -> bool:
    """As in "The orchards yielded 210 tonnes of plums. In 2010 they gave 62": a pronoun's output once more."""
    at = next((k for k in range(case.amount.begin - 1, case.start, -1) if case.word(k) in _GIVING), None)
    if at is None or case.word(at - 1) not in _MAKERS or not (told.measured or "").endswith(" output"):
        return False
    return not any(is_content(case.tokens[k]) for k in range(at + 1, case.amount.begin))


def _is_subject(case: Case) -> bool:
    """As in "Some 1.2 billion yuan has been set aside for schools": the clause goes on to say what it is."""
    opens = case.amount.kind == "money" and case.amount.begin == case.start
    return opens and case.word(case.amount.last) in _BEING and len(case.after(_COMPARING)) == _COMPARING


def _in_itself(told: Bound) -> Bound:
    """As in "£56 under the mark for Wales. It was £440": what was set against another, and no gap."""
    one = known(told.indicator)
    return replace(told, indicator=one.parent) if one is not None and one.family == "gap_to" else told


def fitting(case: Case) -> Bound | None:
    """The last binding with an indicator that the amount fits."""
    recent = map(_in_itself, reversed(case.earlier[-_MEMORY:]))
    told = [bound for bound in recent if bound.indicator is not None and not _is_of_things(case, bound)]
    wholes = {bound.indicator for bound in told}
    for bound in told:
        whole = (bound.indicator or "").removesuffix("_per_capita")
        # "owes 2.6bn, or 7,200 a head. It wants to owe 2.2bn": the whole is meant again.
        if case.fits(bound.indicator) and (whole == bound.indicator or whole not in wholes or case.amount.per):
            return bound
    return None
