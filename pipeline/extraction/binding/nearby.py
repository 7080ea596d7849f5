"""Nearby: themes that stand before or behind an amount.

Belongs here: choosing a theme by where it stands. Does not: products without a measure (`production`), verbs (`verbs`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case, is_general, of_theme
from pipeline.extraction.binding.complements import end_of_complement
from pipeline.extraction.binding.parts import does_something
from pipeline.extraction.binding.phrasing import phrase
from pipeline.extraction.binding.rule import STANDING, reads
from pipeline.extraction.cues import TRANSITIVE
from pipeline.extraction.implications import counted_indicator
from pipeline.extraction.lemmas import verb_lemmas
from pipeline.extraction.sites import covering, first_in, starting_in
from pipeline.extraction.themes import Theme, known
from pipeline.extraction.wording import is_content, noun_phrase
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import general_phrases
from pipeline.vocabulary.products import measure_nouns

_NARROWING = frozenset({"on", "from", "for", "in"})
_GOVERNMENTS = language.words("binding", "governments")
_OF_GOVERNMENT = {"local_government_debt": "corporate_debt", "fiscal_deficit": None, "fiscal_expenditure": None}
"""Measures of public finance whose names are everyday words, and what the same word means of a firm."""
_SELLING_OUT = frozenset({"sell", "clear", "shift", "digest", "destock"})
_HOMES = ("home", "hous", "flat", "apartment", "propert")
_OFTEN = frozenset({"frequent", "frequently", "often"})
_OF_TRAFFIC = ("passenger", "ridership", "travel_time")
_MEMORY = 16
_OWNERS = frozenset({"its", "their", "the", "that", "this"})
_BEFORE_COMPLEMENT = language.words("binding", "before_complement")
_HARMLESS = language.words("binding", "harmless")
_TRANSPORT = language.words("binding", "transport")
_ASIDES = language.words("binding", "asides")
_SUBORDINATING = language.words("binding", "subordinating")
_AROUND = language.words("binding", "around_measure")
_WHERE = language.words("binding", "rural_people") | language.words("binding", "urban_people")


@reads(kinds=["area"])
def area_of_building(case: Case) -> Bound | None:
    """As in "the plant covers 43,700 square metres": square metres of a facility are of its floor."""
    entity = case.entity
    if (
        entity is None
        or entity.subject_kind != "facility"
        or case.amount.measure is None
        or case.amount.per is not None
    ):
        return None
    return Bound("floor_area", "floor area", "area-of-building") if case.frame.unit == "m2" else None


@reads(given=["theme"])
def theme_of_amount(case: Case) -> Bound | None:
    """As in "7 per cent of its workforce", "36 million tonnes of proven reserves": the amount is of the theme."""
    last = case.amount.last
    if case.word(last) not in ("of", "in"):
        return None
    stop = min(case.stop, case.next_amount(), last + 6)
    for theme in case.themes_in(last + 1, stop):
        if case.word(last) == "in" and last + 1 in case.covered and "and" in case.words(last, theme.first):
            # "Revenue was 4 billion in 2020 and profit 300 million": what stands behind the date is another's.
            return None
        if case.fits(theme.indicator) and not _is_where(case, theme):
            return of_theme(theme, "complement")
    return None


def _is_where(case: Case, theme: Theme) -> bool:
    """As in "rose by 7 per cent in the villages": where they rose, and not how many villages there are."""
    within = case.word(case.amount.last) == "in" and case.moves and case.word(theme.first - 1) == "the"
    return within and theme.words.lower() in _WHERE


@reads(units=["percent"])
def words_of_amount(case: Case) -> Bound | None:
    """As in "lost 15 per cent of its rolling stock": what moved has no indicator, but words."""
    last = case.amount.last
    if case.frame.name != "change" or case.word(last) != "of":
        return None
    if case.word(last + 1) not in ("its", "their", "the"):
        return None
    words = noun_phrase(case.tokens, last + 2)
    if words is None:
        return None
    # "Lost a third of its inhabitants": what is counted has a measure of its own.
    counted = counted_indicator(case.tokens, last + 2, last + 2 + len(words.split()))
    whole = phrase(case, last + 2, end_of_complement(case, last + 2))
    return Bound(counted, whole or words, "complement-words")


def theme_before(case: Case) -> Bound | None:
    """The nearest fitting theme to the left: in the clause a particular one first, then in the rest of the sentence."""
    if not case.theme_found:
        case.theme_found.append(_theme_before(case))
    return case.theme_found[0]


def _theme_before(case: Case) -> Bound | None:
    general: Theme | None = None
    if not case.moves and does_something(case):
        return None
    for theme in case.themes_before():
        if not _may_be_subject(case, theme) or _is_complement(case, theme):
            continue
        if theme.first >= case.start:
            narrowed = _narrowed(case, theme)
            if narrowed is not None and general is None:
                return Bound(None, narrowed, "left-theme-narrowed")
            if not is_general(theme):
                return of_theme(theme, "left-theme")
            if theme.indicator in _OF_GOVERNMENT and not _of_government(case, theme):
                firm = _OF_GOVERNMENT[theme.indicator]
                fitting = firm if case.entity is not None and case.entity.subject is not None else None
                return Bound(fitting, theme.words, "left-theme-of-firm")
            if _has_its_own(case, theme):
                return of_theme(theme, "left-theme")
            general = general or theme
        elif general is not None or case.frame.name == "distance":
            break
        elif not is_general(theme) or theme.first <= 1:
            return of_theme(theme, "left-theme-of-sentence")
    return of_theme(general, "left-theme") if general is not None else None


def _has_its_own(case: Case, theme: Theme) -> bool:
    """As in "a net loss of 3 million replaced a profit of 5 million": what stood before has an amount already."""
    previous = case.previous()
    beside = theme.last == case.amount.begin - 1 and case.word(theme.last) in ("of", "at", "to")
    return beside and previous is not None and case.start <= previous.begin and previous.last <= theme.first


@reads(frames=STANDING, units=["month", "year"], words=_SELLING_OUT)
def months_to_sell(case: Case) -> Bound | None:
    """As in "the unsold flats would take 39 months to sell": how long the unsold homes last."""
    if not _SELLING_OUT & {*case.after(3)} and not _SELLING_OUT & {*case.clause_before()}:
        return None
    near = any(word.startswith(_HOMES) for word in case.clause_words())
    told = any((bound.indicator or "").startswith(_HOMES) for bound in case.earlier[-_MEMORY:])
    return Bound("housing_inventory_months", "time to sell homes", "months-to-sell") if near or told else None


@reads(frames=STANDING, units=["minute", "hour"], words=_TRANSPORT)
def travel_time(case: Case) -> Bound | None:
    """As in "the train needs 38 minutes", "a new road will bring the coast within 40 minutes"."""
    vehicle = next((word for word in case.clause_before() if word in _TRANSPORT), None)
    return Bound("travel_time", f"{vehicle} travel time", "travel-time") if vehicle is not None else None


@reads(words=["frequent", "frequently", "often"])
def service_frequency(case: Case) -> Bound | None:
    """As in "trains will be twice as frequent": how often they run, and not how many they carry."""
    if _OFTEN.isdisjoint(case.after(3)):
        return None
    vehicle = next((word for word in case.clause_before() if word in _TRANSPORT or f"{word}s" in _TRANSPORT), None)
    told = any((bound.indicator or "").startswith(_OF_TRAFFIC) for bound in case.earlier[-_MEMORY:])
    if vehicle is None and not told and "trains" not in case.clause_before():
        return None
    return Bound("train_frequency", f"frequency of {vehicle or 'trains'}", "service-frequency")


@reads(units=["percent"], words=["by"])
def object_of_change(case: Case) -> Bound | None:
    """As in "ordered yards to reduce welding by a third", "reduced staffing by 30 per cent": what the verb acts on."""
    before = case.amount.begin - 1
    if not case.moves or case.word(before) != "by":
        return None
    near = range(before - 1, max(case.start, before - 6) - 1, -1)
    # "Value added fell by 3 per cent": the participle is of the measure, and acts on nothing.
    at = next((i for i in near if case.word(i) in TRANSITIVE and not case.in_theme(i)), None)
    if at is None or at + 1 >= before or first_in(case.themes, at + 1, before) is not None:
        return None
    named = starting_in(case.products, at + 1, before)
    if named and "output" in named[0].product.measures:
        words = case.text(named[0].first, named[0].last)
        return Bound(named[0].product.measures["output"], f"{words} output", "object-of-change")
    words_of = noun_phrase(case.tokens, at + 1)
    if words_of is None or words_of.lower() in measure_nouns():
        # "Cut output by a quarter": of what, the sentence tells elsewhere.
        return None
    return Bound(None, words_of, "object-of-change")


def particular_theme(case: Case) -> Bound | None:
    """The theme before the amount in its clause that is no everyday word: it says more than any verb could."""
    subject = theme_before(case)
    if subject is None or subject.rule != "left-theme" or subject.measured is None:
        return None
    return subject if subject.measured.lower() not in general_phrases() else None


def _of_government(case: Case, theme: Theme) -> bool:
    """Whether a measure of public finance is one here: nothing but a place or its government has it in the clause."""
    if case.entity is not None and case.entity.subject is not None:
        return False
    owner = case.word(theme.first - 1)
    if owner in _OWNERS or owner.endswith("'s"):
        return True
    words = [
        token.lower
        for i, token in enumerate(case.tokens[case.start : theme.first], case.start)
        if is_content(token) and i not in case.covered and covering(case.amounts, i) is None
    ]
    others = [word for word in words if word not in _HARMLESS and not word.endswith(("ly", "'s"))]
    return not others or not _GOVERNMENTS.isdisjoint(words)


def _narrowed(case: Case, theme: Theme) -> str | None:
    """As in "postal revenue", "expenditure on education": an everyday word, and what makes it less than the whole."""
    if not is_general(theme) or theme.last >= case.amount.begin + 1:
        return None
    if case.word(theme.last) in _NARROWING and theme.last + 1 not in case.covered:
        words = noun_phrase(case.tokens, theme.last + 1)
        if words is not None and theme.last + 2 not in case.covered:
            return f"{theme.words} {case.word(theme.last)} {words}"
    at = theme.first - 1
    token = case.tokens[at] if at >= case.start else None
    if token is None or not is_content(token) or at in case.covered or covering(case.amounts, at) is not None:
        return None
    word = token.lower
    name = token.text[0].isupper() and at > case.start
    if name or word in _HARMLESS or word.endswith(("'s", "s'", "ed", "ing", "ly")) or verb_lemmas(word)[0] != word:
        return None
    return case.text(at, theme.last)


def _may_be_subject(case: Case, theme: Theme) -> bool:
    """Whether a theme to the left can be what the amount is told of."""
    distance = case.amount.begin - theme.last
    if not case.fits(theme.indicator) or case.clauses.depth[theme.first] > case.clauses.depth[case.amount.first]:
        return False
    if case.word(theme.first - 1) in _ASIDES and distance > 3:
        return False
    if _is_circumstance(case, theme):
        return False
    if case.word(theme.first - 1) == "by" and case.word(theme.first - 2) == "," and case.word(theme.last) == ",":
        # "sales of homes, by floor area, fell"
        return False
    if not (case.moves and case.unit == "percent"):
        return True
    # Per cent are seldom of a count that is only in passing a measure: "in mines, output fell 3 per cent".
    one = known(theme.indicator)
    return one is None or one.quantity_kind != "count" or distance <= 4 or not is_general(theme)


def _is_circumstance(case: Case, theme: Theme) -> bool:
    """As in "when exports collapsed, the ferry carried 41,000": the clause only tells when or why."""
    if case.word(case.clauses.around(theme.first)[0]) not in _SUBORDINATING:
        return False
    previous = case.previous()
    if previous is not None and previous.begin >= theme.last:
        # "While unemployment was 2 per cent in Lund, in Gera it was 4": a figure of its own is told in it.
        return False
    return theme.first < case.start or "," in case.words(theme.last, case.amount.begin)


def _is_complement(case: Case, theme: Theme) -> bool:
    """As in "turnover of the shops below that size": what the measure is of gives way to the measure."""
    at = theme.first - 1
    while at > case.start and case.word(at) in _BEFORE_COMPLEMENT:
        at -= 1
    head = covering(case.themes, at - 1) if case.word(at) == "of" else None
    return head is not None and head.last == at and head.indicator is not None and case.fits(head.indicator)


@reads(given=["theme"])
def theme_behind(case: Case) -> Bound | None:
    """As in "41 sq km of the county suffer from subsidence": the first fitting theme of the clause."""
    if case.unit in ("1", "person"):
        return None
    stop = min(case.stop, case.next_amount(), case.amount.last + 12)
    for theme in case.themes_in(case.amount.last, stop):
        if case.fits(theme.indicator) and not _is_beside(case, theme):
            return of_theme(theme, "right-theme")
    return None


def _is_beside(case: Case, theme: Theme) -> bool:
    """As in "takes $58 before taxes", "no small matter in this trade": an everyday word that only goes with it."""
    if case.word(theme.first - 1) in _AROUND:
        return True
    return is_general(theme) and theme.first > case.amount.last + 1
