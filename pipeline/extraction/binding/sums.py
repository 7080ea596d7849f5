"""Sums: what money is that somebody earns, pays or is paid.

Belongs here: who earns it and who gets it - a wage, a profit, a subsidy, an insurance payment. Does not: what things
are sold for (`prices`), verbs that mean one indicator whoever does it (`verbs`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Bound, Case
from pipeline.extraction.binding.nearby import particular_theme
from pipeline.extraction.binding.rule import reads
from pipeline.extraction.lemmas import singular
from pipeline.extraction.nouns import PERSON_NOUNS
from pipeline.extraction.sites import starting_in
from pipeline.extraction.wording import noun_phrase, noun_phrase_before
from pipeline.vocabulary import language

_EARNING = language.words("binding", "earning")
_TAKING_HOME = language.words("binding", "taking_home")
_GETTING = language.words("binding", "getting")
_PAYING = language.words("binding", "paying")
_GOVERNMENTS = language.words("binding", "governments")
_RECEIVERS = language.words("binding", "receivers")
_INSURERS = language.words("binding", "insurers")
_PEOPLE = frozenset({"they", "he", "she", "who", "we", "people", "those"})
_DAMAGING = language.words("binding", "damaging")
_HELP = language.words("binding", "help")
_ANY = frozenset({"any", "each", "every", "all"})
_GIVERS = language.words("binding", "givers")
_COVERING = language.words("binding", "covering")
_TOWNSPEOPLE = language.words("binding", "townspeople")
_COUNTRYFOLK = language.words("binding", "countryfolk")
_LEAVING = frozenset({"go", "leave", "quit", "resign", "retire"})
_DAMAGE = language.words("binding", "damage")
_OF_TRADES = ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "clerk", "clerks", "staff")
_FARTHEST = 5
_WAGES = {
    "": ("average_wage", "wage"),
    "year": ("average_wage", "yearly wage"),
    "week": ("weekly_wage", "weekly wage"),
    "month": ("monthly_wage", "monthly wage"),
    "day": ("daily_wage", "daily wage"),
    "hour": ("hourly_wage", "hourly wage"),
}
_PENSIONERS = language.words("binding", "pensioners")
_LIVING_ON = language.words("binding", "living_on")
_HIGHEST_WAGE = 20_000_000
"""No single person is told to earn more, in any currency."""


@reads(kinds=["money"], frames=["level"], words=_EARNING | _GETTING | _TAKING_HOME | _PAYING | _LIVING_ON)
def wage(case: Case) -> Bound | None:
    """As in "weavers earn 4,700 yuan a month", "a driver takes home $2,000", "pays its drivers 900 euros a month"."""
    if not _is_pay(case) or particular_theme(case) is not None:
        return None
    at = _verb_at(case, _EARNING | _GETTING | _TAKING_HOME)
    living = _verb_at(case, _LIVING_ON)
    if living is not None and case.amount.per is not None and "on" in case.words(living, case.amount.begin):
        # "Pensioners live on 900 euros a month": of others it is no more than their income.
        person = _person_before(case, living)
        return (
            _paid(case, person) if person is not None and not _PENSIONERS.isdisjoint(person.lower().split()) else None
        )
    if at is not None and (case.word(at) not in _TAKING_HOME or "home" in case.words(at, case.amount.begin)):
        person = _person_before(case, at)
        if person is not None and (case.word(at) not in _GETTING or case.amount.per is not None):
            return _paid(case, person)
    paid = _verb_at(case, _PAYING)
    if paid is not None and case.amount.per is not None:
        words = noun_phrase(case.tokens, paid + 1) or ""
        if _is_person(words.rpartition(" ")[2].lower()):
            return _paid(case, words)
        if case.word(paid + 1) == "them":
            return _paid(case, "people")
    return None


def _is_pay(case: Case) -> bool:
    per = case.amount.per
    by_time = per is None or per.kind == "time"
    return by_time and case.amount.value < _HIGHEST_WAGE


def _paid(case: Case, person: str) -> Bound:
    if not _PENSIONERS.isdisjoint(person.lower().split()):
        return Bound("pension", f"pension of {person}", "wage")
    per = case.amount.per.unit if case.amount.per is not None else ""
    indicator, words = _WAGES.get(per, (None, "wage"))
    return Bound(indicator, f"{words} of {person}", "wage")


@reads(kinds=["money"], frames=["level"], words=_EARNING | _GETTING | _TAKING_HOME)
def income_a_head(case: Case) -> Bound | None:
    """As in "townspeople earned 33,410 yuan per head", "farmers made 11,000 yuan each"."""
    per = case.amount.per
    each = (per is not None and per.unit == "person") or case.word(case.amount.last) in ("each", "apiece")
    at = _verb_at(case, _EARNING | _GETTING | _TAKING_HOME) if each else None
    person = _person_before(case, at) if at is not None else None
    if person is None or particular_theme(case) is not None:
        return None
    words = {*person.lower().split()}
    sort = "urban_" if not _TOWNSPEOPLE.isdisjoint(words) else "rural_" if not _COUNTRYFOLK.isdisjoint(words) else ""
    return Bound(f"{sort}disposable_income_per_capita", f"income of {person} per head", "income-a-head")


@reads(kinds=["money"], frames=["level"], words=_EARNING)
def takings(case: Case) -> Bound | None:
    """As in "growers earn 2.4 billion yen a year": of persons together, neither wage nor profit of a firm."""
    if particular_theme(case) is not None:
        return None
    at = _verb_at(case, _EARNING)
    person = _person_before(case, at) if at is not None else None
    return Bound(None, f"earnings of {person}", "takings") if person is not None else None


@reads(kinds=["money"], frames=["level"], words=_PAYING)
def subsidy(case: Case) -> Bound | None:
    """As in "the town gives 8,600 euros to every couple that settles", "gives parents 900 euros a month"."""
    if particular_theme(case) is not None:
        return None
    at = _verb_at(case, _PAYING)
    if at is None or _is_firm(case):
        return None
    grown = next(iter(starting_in(case.products, case.amount.last, case.amount.last + _FARTHEST)), None)
    by_area = case.amount.per is not None and case.amount.per.kind == "area"
    by_state = case.word(case.amount.last) in ("for", "per") and not _GOVERNMENTS.isdisjoint(case.clause_before())
    if grown is not None and (by_area or by_state):
        return Bound(None, f"{case.text(grown.first, grown.last)} subsidy", "subsidy")
    first = case.amount.last + 1 if case.word(case.amount.last) == "to" else at + 1
    first += case.word(first) in _ANY
    words = noun_phrase(case.tokens, first) or ""
    if _RECEIVERS.isdisjoint(words.lower().split()) or (first == at + 1 and case.word(first) in ("to", "by")):
        return None
    return Bound(None, f"subsidy to {words}", "subsidy")


@reads(kinds=["money"], words=_DAMAGE)
def damage(case: Case) -> Bound | None:
    """As in "hail caused losses of 38 million euros": what is destroyed, no firm's loss."""
    if _DAMAGING.isdisjoint(case.clause_before()):
        return None
    at = case.last_of(_DAMAGE, case.start, case.amount.begin)
    verb = _verb_at(case, _DAMAGING, at) if at is not None else None
    if at is None or verb is None:
        return None
    by = noun_phrase_before(case.tokens, verb, case.start)
    return Bound("economic_losses", f"{by} {case.word(at)}" if by else case.word(at), "damage")


@reads(kinds=["money"], words=_HELP)
def grant(case: Case) -> Bound | None:
    """As in "with the aid of 6m francs from the state", "$4m of federal aid"."""
    if case.word(case.amount.begin - 1) != "of":
        return None
    if case.word(case.amount.begin - 2) not in _HELP or _GIVERS.isdisjoint(case.after(5)):
        return None
    return Bound("state_grants", f"{case.word(case.amount.begin - 2)} from the state", "grant")


@reads(kinds=["money"], frames=["level"], words=_PAYING)
def payment_to(case: Case) -> Bound | None:
    """As in "offers every clerk 17,500 euros to leave": what a firm or anybody pays a person."""
    at = _verb_at(case, _PAYING)
    if at is None or particular_theme(case) is not None:
        return None
    first = at + 1 + (case.word(at + 1) in _ANY)
    words = noun_phrase(case.tokens, first) if first < case.amount.begin else None
    if words is None or not _is_person(words.rpartition(" ")[2].lower()):
        return None
    leaving = case.word(case.amount.last) == "to" and case.word(case.amount.last + 1) in _LEAVING
    return Bound("severance_pay" if leaving else None, f"payment to {words}", "payment-to")


@reads(kinds=["money"], words=_INSURERS)
def insurance(case: Case) -> Bound | None:
    """As in "and insurers paid 47 million", "insurance paid for 3 billion yen of it"."""
    words = case.clause_before()
    if _INSURERS.isdisjoint(words) or _COVERING.isdisjoint(words):
        return None
    return Bound("insurance_payments", "insurance payments", "insurance")


def _is_firm(case: Case) -> bool:
    return case.entity is not None and case.entity.subject is not None


def _verb_at(case: Case, verbs: frozenset[str], before: int | None = None) -> int | None:
    """The token of the last of these verbs, a few words before the amount or before token `before`."""
    stop = case.amount.begin if before is None else before
    first = max(case.start, stop - _FARTHEST)
    return case.last_of(verbs, first, stop)


def _person_before(case: Case, at: int) -> str | None:
    """The words for those who are the subject of the verb at token `at`."""
    word = case.word(at - 1)
    if word in _PEOPLE and (word != "they" or not _is_firm(case)):
        return "people" if word != "people" else (noun_phrase_before(case.tokens, at, case.start) or word)
    for i in range(at - 1, case.start - 1, -1):
        word = case.word(i)
        if word in ("and", ","):
            return None
        if _is_person(word):
            return noun_phrase_before(case.tokens, i + 1, case.start, subject=False) or word
    return None


def _is_person(word: str) -> bool:
    one = singular(word)
    return (
        word in PERSON_NOUNS or one in PERSON_NOUNS or (len(one) > 4 and one.endswith(_OF_TRADES) and one != "number")
    )
