"""Counts: what a number of things or people measures.

Belongs here: the noun that is counted, and what is said of it. Does not: which nouns mean which indicator
(`implications`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.happenings import end_of_telling, happening, with_event
from pipeline.extraction.binding.nearby import theme_before
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.binding.verbs import verb
from pipeline.extraction.implications import composed_indicator, counted_indicator
from pipeline.extraction.lemmas import participle, singular, verb_lemmas
from pipeline.extraction.nouns import is_plural
from pipeline.extraction.themes import known
from pipeline.extraction.wording import is_content, noun_phrase, noun_phrase_before
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import nouns as noun_indicators
from pipeline.vocabulary.indicators import phrases
from pipeline.vocabulary.language import irregular_forms

_OF_PLACE = language.words("binding", "of_place_verbs")
_PAYROLLS = language.words("binding", "payrolls")
_TRADES = language.words("binding", "trades")
_HOUSING = language.words("binding", "housing")
_NUMBERING = language.words("binding", "numbering")
_LIVING = frozenset({"resident", "inhabitant", "villager", "citizen", "townsperson"})
_ILLNESS = language.words("binding", "illness")
_WARDS = language.words("binding", "wards")
_HANDS = frozenset({"men", "women", "hands"})
_LEAVING = language.words("binding", "leaving")
_COMING = language.words("binding", "coming")
_MORE = frozenset({"more", "fewer"})
_LONGEST_MOVE = 6
_CENSUS = frozenset({"census", "censuses", "headcount"})
_BEING = frozenset({"are", "were"})
_LOCATING = frozenset({"in", "of", "at", "the"})
_PLACES = language.entity_nouns().references.keys()
_DEEDS = language.words("binding", "deeds_of_people")
_STATES = frozenset({"on", "out", "in", "without", "under", "behind"})
_LONGEST_CENSUS = 25
_LONGEST_SUBJECT = 10
_PLACING = frozenset({"in", "of", "around", "across", "near", "from"})
_HAVING = frozenset({"have", "had"})
_OBJECTS = frozenset({"a", "an", "the", "no", "their", "its", "it", "them", "each", "every", "any"})
_PLURALS_OF_MONEY = frozenset({"sales", "earnings", "revenues", "profits", "statistics", "means"})
_TAKING = frozenset({"to", "on", "for", "with", "by", "from"})
_ONE_OF_ALL = frozenset({"resident", "inhabitant", "citizen", "person"})
_GENERIC = frozenset({None, "population", "employees", "visitors"})
"""What a count of people means unless a verb says more."""


@reads(given=["counted"])
def counted(case: Case) -> Bound | None:
    """As in "61,700 births", "87 mines": the noun that is counted, or the verb that says more than the noun does."""
    if case.amount.noun is None:
        return None
    first, last = case.amount.noun
    words = case.text(first, last)
    head = case.word(last - 1)
    composed = composed_indicator(case.tokens, singular(head), first, end_of_telling(case), share=False)
    if composed is not None:
        return Bound(composed, with_event(case, words), "composed")
    if case.amount.per is not None:
        return _rate(case, first, last)
    indicator = _indicator_of_noun(case, first, last)
    if indicator is None and head in _ONE_OF_ALL and case.unit == "percent" and case.moves:
        # "The town lost one resident in six."
        return Bound("population", words, "counted-noun")
    happened = happening(case, indicator)
    if happened is not None:
        return happened
    if indicator in _GENERIC:
        by_verb = verb(case)
        if by_verb is not None and by_verb.indicator is not None:
            return by_verb
    if indicator is None:
        before = theme_before(case)
        if before is not None and before.measured and head in before.measured.lower():
            return before
    if indicator == "population":
        doing = _doing(case, last)
        if doing is not None:
            return Bound(None, f"{words} {doing}", "people-doing")
    return Bound(indicator, words, "counted-noun")


def _doing(case: Case, last: int) -> str | None:
    """What people do, or is done with them, who are then not all that live there: "feeds 300 people", "people took"."""
    before = case.amount.begin - 1
    if before >= case.start and is_content(case.tokens[before]) and before not in case.covered:
        word = case.word(before)
        if _HOUSING.isdisjoint(verb_lemmas(word)) and not case.in_theme(before):
            return participle(verb_lemmas(word)[-1]) if word.endswith("s") else None
    state = _state(case, last)
    if state is not None:
        return state
    while last in case.covered or (case.word(last) in _PLACING and last + 1 in case.covered):
        # "People in Kemi own".
        last += 1
    behind = case.word(last)
    if behind in _HAVING and case.word(last + 1) in _OBJECTS:
        return "having"
    if _is_present(case, last):
        return behind
    forms = verb_lemmas(behind)
    if behind in _DEEDS:
        return behind
    past = behind in irregular_forms() or (behind.endswith("ed") and len(behind) > len("need"))
    return behind if past and _HOUSING.isdisjoint(forms) else None


def _state(case: Case, last: int) -> str | None:
    """As in "800 people are on sick leave", "were out of work": what they are, where no place stands behind."""
    verb = last
    while case.word(verb) in _LOCATING or verb in case.covered:
        verb += 1
    at = verb + 1 if case.word(verb) in _BEING else last
    if case.word(at) not in _STATES or (at == last and case.word(at) != "on"):
        return None
    first = at + 2 if case.word(at + 1) == "of" else at + 1
    words = noun_phrase(case.tokens, first) or case.word(first)
    named = first in case.covered or first + 1 in case.covered
    if named or (not words.isalpha() and " " not in words) or words.rpartition(" ")[2].lower() in _PLACES:
        return None
    return f"{case.text(at, first)} {words}"


def _is_present(case: Case, at: int) -> bool:
    """Whether token `at` is a verb in the present, told by what it takes: "own a car", "commute to", "need help"."""
    word, taken = case.word(at), case.word(at + 1)
    if at >= case.stop or not is_content(case.tokens[at]) or at in case.covered or word in _HOUSING:
        return False
    return not word.endswith(("ly", "s", "ed", "ing")) and (taken in _OBJECTS or taken in _TAKING)


@reads(units=["1", "person"], words=_NUMBERING, given=["uncounted"])
def counted_subject(case: Case) -> Bound | None:
    """As in "foreclosures totalled 312", "seasonal workers number 14,000": the subject is what is counted."""
    at = case.amount.begin - 1
    if case.amount.noun is not None or case.unit not in ("1", "person") or case.word(at) not in _NUMBERING:
        return None
    words = noun_phrase_before(case.tokens, at, case.start)
    head = words.rpartition(" ")[2].lower() if words is not None else ""
    if words is None or not is_plural(head):
        return None
    tokens = case.tokens[max(case.start, at - _LONGEST_SUBJECT) : at]
    end = next((k + 1 for k in range(len(tokens) - 1, -1, -1) if tokens[k].lower == head), len(tokens))
    indicator = counted_indicator(tokens, max(0, end - len(words.split())), end)
    fits = indicator is not None and case.fits(indicator)
    return Bound(indicator if fits else None, words, "counted-subject")


@reads(frames=["level", "count", "change"], units=["1", "person"], words=["them"], given=["uncounted"])
def counted_them(case: Case) -> Bound | None:
    """As in "Industry here means firms with ... There were 241 of them": what the sentence before spoke of."""
    if case.after(2) != ["of", "them"] or case.word(case.start) != "there":
        return None
    noun = next((word for word in case.before_it if is_plural(word) and word not in _PLURALS_OF_MONEY), None)
    indicator = noun_indicators().get(singular(noun)) if noun is not None else None
    return Bound(indicator if case.fits(indicator) else None, noun, "counted-noun") if noun is not None else None


@reads(frames=["level", "count"], units=["1", "person"], words=_CENSUS | {"head"}, given=["uncounted"])
def census(case: Case) -> Bound | None:
    """As in "the census of 2011 found 731,000", "the head count was 47,300": people."""
    if case.amount.noun is not None:
        return None
    words = case.before(_LONGEST_CENSUS)
    counted = not _CENSUS.isdisjoint(words) or "head count" in " ".join(words)
    return Bound("population", "population", "census") if counted and case.unit == "person" else None


def _is_of_hospital(case: Case) -> bool:
    """As in "the village has 31,000 beds for skiers": only where nursing is spoken of are beds a hospital's."""
    name = (case.entity.subject or "") if case.entity is not None else ""
    words = {*(token.lower for token in case.tokens), *name.lower().split()}
    told = any((bound.indicator or "").startswith("hospital") for bound in case.earlier)
    return told or any(word.removesuffix("'s") in _WARDS for word in words)


def _is_of_disease(case: Case) -> bool:
    """As in "the court heard 310 cases", "9,000 cases of wine": only where an illness is spoken of are they its."""
    told = any(bound.indicator == "disease_cases" for bound in case.earlier)
    return told or not _ILLNESS.isdisjoint(case.clauses.said) or not _ILLNESS.isdisjoint(case.before_it)


def _rate(case: Case, first: int, last: int) -> Bound:
    """As in "26,500 vehicles a day", "140 coaches a day were sent round", "12 inhabitants per square kilometre"."""
    words = f"{case.text(first, last)} per {case.amount.per.written}" if case.amount.per is not None else ""
    indicator = counted_indicator(case.tokens, first, last)
    if indicator == "population" and case.fits("population_density"):
        return Bound("population_density", words, "counted-rate")
    happened = happening(case, indicator)
    if happened is not None and happened.measured is not None and case.amount.per is not None:
        return replace(happened, measured=f"{happened.measured} per {case.amount.per.written}")
    named = phrases().get(f"{case.word(last - 1)} a {case.amount.per.written if case.amount.per is not None else ''}")
    fitting = next((one for one in (named, indicator) if one is not None and case.fits(one)), None)
    return Bound(fitting, words, "counted-rate")


def _indicator_of_noun(case: Case, first: int, last: int) -> str | None:
    """The indicator of the noun: people are inhabitants of a place, and employees of what is none."""
    indicator = counted_indicator(case.tokens, first, last)
    behind = case.words(last, last + 5)
    if indicator is None and case.word(last - 1) in _HANDS and not _PAYROLLS.isdisjoint(case.words(last, last + 7)):
        return "employees"
    if indicator == "population":
        on_payroll = (case.word(last) in _OF_PLACE and not _PAYROLLS.isdisjoint(behind)) or (
            behind[:1] == ["in"] and not _TRADES.isdisjoint(behind[1:3])
        )
        of_firm = case.entity is not None and case.entity.subject is not None
        living = singular(case.word(last - 1)) in _LIVING
        indicator = "employees" if on_payroll or (of_firm and not living) else indicator
    if indicator == "hospital_beds" and not _is_of_hospital(case):
        return None
    if indicator == "disease_cases" and not _is_of_disease(case):
        return None
    one = known(indicator)
    return indicator if one is not None and one.admits(case.unit) else None
