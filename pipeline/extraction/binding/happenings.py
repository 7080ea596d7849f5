"""Happenings: what a number measures of things or land of which something happened, or is to happen.

Belongs here: noun and event together, as a measure of their own ("families moved", "mills to be moved"). Does not:
finding the event (`pipeline.extraction.events`), nouns without one (`counts`).
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.extraction.binding.case import BULK, Bound, Case, of_theme
from pipeline.extraction.binding.rule import STANDING, reads
from pipeline.extraction.events import CONDITIONS, Event, event_before, event_behind, verb_before
from pipeline.extraction.implications import composed_indicator
from pipeline.extraction.lemmas import singular, verb_lemmas
from pipeline.extraction.mentions.capitals import is_capitalised
from pipeline.extraction.nouns import PERSON_NOUNS, STOP, is_plural
from pipeline.extraction.sites import REACH, starting_in
from pipeline.extraction.themes import known
from pipeline.extraction.wording import noun_phrase, noun_phrase_before
from pipeline.vocabulary import language
from pipeline.vocabulary.indicators import phrases

_STATING = frozenset({"at", "to", "from", "with"})
_OBJECT_NEXT = 2
"""So few words stand between the things that act and the amount that they act on: a verb, and its particle."""
_PLANTING = language.words("binding", "planting")
_PRONOUNS = language.words("binding", "of_pronouns")
_PROGRAMMES = language.words("binding", "programmes")
_OF_WHOLE = 4
_MEMORY = 3
_FURTHER = frozenset({"a", "and", "but", "another", "further", "some"})
_LONGEST_OWNER = 5
_NEXT_TO = 2
_SAME_EVENT = language.event_verbs()
_LETTING = frozenset({"let", "lets", "letting"})
_THINGS = {"person": "people", "hectare": "land", "km2": "land", "m2": "floor area"}
"""What an amount in a unit is of, where the text says it in words that the vocabulary does not know."""


def happening(case: Case, of_noun: str | None) -> Bound | None:
    """As in "200 families have moved", "bought 34 houses": a part of the stock, with an indicator of its own or none.

    A noun that counts events by itself ("births", "lay-offs") needs no verb.
    """
    one = known(of_noun)
    if case.amount.noun is None or case.frame.kind == "change" or _is_whole(case):
        return None
    if case.word(case.amount.begin - 1) in _LETTING and case.word(case.amount.noun[1]) == "go":
        return Bound("layoffs", f"{case.text(*case.amount.noun)} let go", "event")
    event = _event(case) or _shared(case)
    if event is None:
        return None
    noun = case.text(*case.amount.noun)
    named = _named(case, noun, event.name)
    if named is None and one is not None and one.nature != "stock" and event.name not in CONDITIONS:
        return None
    return Bound(named, f"{noun} {event.words}", "event")


def _is_whole(case: Case) -> bool:
    """As in "twelve of its 58 mines will close": it happens to the twelve."""
    before = case.before(_LONGEST_OWNER)
    if "of" in before and "one" in before[: before.index("of")]:
        # "One of the two presses has stood idle".
        return True
    part = case.previous()
    return part is not None and case.word(part.last) == "of" and case.amount.begin - part.last <= _LONGEST_OWNER


def _shared(case: Case) -> Event | None:
    """As in "17 hamlets were relocated, with 2,640 people": what happened to the things happened to the people too."""
    told = case.earlier[-1] if case.earlier and case.here else None
    if told is None or told.rule != "event" or told.measured is None or case.word(case.amount.begin - 1) != "with":
        return None
    word = told.measured.rpartition(" ")[2]
    name = next((_SAME_EVENT[lemma] for lemma in verb_lemmas(word.lower()) if lemma in _SAME_EVENT), word)
    return Event(name, name)


def with_event(case: Case, words: str) -> str:
    """The words for what is counted, with those for what happened."""
    event = _event(case)
    return f"{words} {event.words}" if event is not None else words


@reads(kinds=["area"], frames=STANDING)
def happening_to_land(case: Case) -> Bound | None:
    """As in "knocked down 43,700 square feet of huts", "floods drowned 300 hectares of maize"."""
    if case.amount.per is not None:
        return None
    event = event_before(case.tokens, case.amount.begin, case.start)
    if event is None or event.name in _PLANTING:
        return None
    # "Drought has hurt 12 sq km": what does it is the measure.
    does_it = next((theme for theme in case.themes_before() if theme.first >= case.start), None)
    if does_it is not None and does_it.indicator is not None and case.fits(does_it.indicator):
        return of_theme(does_it, "subject-of-event")
    words = noun_phrase(case.tokens, case.amount.last + 1) if case.word(case.amount.last) == "of" else None
    return Bound(
        _named(case, words or "", event.name),
        f"{words} area {event.words}" if words else f"area {event.words}",
        "event",
    )


@reads(frames=STANDING, units=["1", "person"], given=["uncounted"])
def happening_to_unnamed(case: Case) -> Bound | None:
    """As in "and pulled down 13 of them", "and 14 were injured": the noun is that of the last count."""
    if case.amount.noun is not None or case.frame.name in ("moved-to", "moved-from"):
        # "It had slipped under 1.46 million": that it moved, is nothing that befell them.
        return None
    if case.unit == "person" and case.word(case.amount.begin - 1) in _STATING and _is_of_people(case):
        return None
    noun = _noun_counted_last(case) or _antecedent(case) or _of_event_before(case)
    composed = _composed(case, noun)
    if composed is not None:
        return composed
    pronoun = case.word(case.amount.last) == "of" and case.word(case.amount.last + 1) in _PRONOUNS
    first = case.amount.last + 2 if pronoun else case.amount.last
    event = event_before(case.tokens, case.amount.begin, max(case.start, case.amount.begin - _NEXT_TO))
    if event is None and (pronoun or case.elliptic() or _opens(case)):
        event = event_before(case.tokens, case.amount.begin, case.start) or event_behind(case.tokens, first)
    if event is None or noun is None:
        return None
    return Bound(_named(case, noun, event.name), f"{noun} {event.words}", "event")


def _is_of_people(case: Case) -> bool:
    """As in "its population peaked at 52,118": the clause names a measure of people, which is no event."""
    theme = next(case.themes_before(), None)
    return (
        theme is not None and theme.first >= case.start and theme.indicator is not None and case.fits(theme.indicator)
    )


def _composed(case: Case, noun: str | None) -> Bound | None:
    """As in "of its 274 kilns 53 lost money", "370,000 worked elsewhere": what is said of those last counted."""
    heads = [singular(noun.rpartition(" ")[2].lower())] if noun is not None else []
    for head in (*heads, "people") if case.unit == "person" else heads:
        made = composed_indicator(case.tokens, head, case.amount.last, end_of_telling(case), share=False)
        if made is not None:
            words = " ".join(case.words(case.amount.last, min(end_of_telling(case), case.amount.last + 3)))
            return Bound(made, f"{noun or 'people'} {words}", "composed")
    return None


def end_of_telling(case: Case) -> int:
    """The token before which all is said of the things counted: the next amount, unless they are a part of that."""
    following = case.following()
    if (
        following is not None
        and case.word(case.amount.last) == "of"
        and following.begin - case.amount.last <= _OF_WHOLE
    ):
        return case.stop
    return min(case.stop, case.next_amount())


def _noun_counted_last(case: Case) -> str | None:
    before = starting_in(case.amounts, case.amount.begin - REACH, case.amount.begin)
    counted = (other.noun for other in reversed(before) if other.last <= case.amount.begin)
    noun = next((span for span in counted if span is not None), None)
    if noun is not None:
        return case.text(*noun)
    return "people" if case.unit == "person" else None


def _antecedent(case: Case) -> str | None:
    """As in "It has too many ponds. It has drained 40 of them": things named before, which nobody had counted."""
    if case.after(2) != ["of", "them"]:
        return None
    here = [token.lower for token in case.tokens[max(0, case.amount.begin - REACH) : case.amount.begin]]
    plurals = (word for word in (*reversed(here), *case.before_it) if _is_thing(word))
    return next(plurals, None)


def _opens(case: Case) -> bool:
    """Whether nothing but "and a further" parts the amount from the pause before it."""
    at = case.amount.begin - 1
    while case.word(at) in _FURTHER:
        at -= 1
    return case.word(at) in (",", ";") and not {"another", "further"}.isdisjoint(case.words(at, case.amount.first))


def _of_event_before(case: Case) -> str | None:
    """As in "it has razed 40 of them, and a further 9 stand empty": the things of which the clause before told."""
    told = case.earlier[-1] if case.earlier and case.here else None
    for bound in reversed(case.earlier[-_MEMORY:] if told is not None else ()):
        if bound.rule == "event" and bound.measured is not None and bound.unit == case.unit:
            return bound.measured.split()[0]
    return None


def _is_thing(word: str) -> bool:
    return is_plural(word) and word not in PERSON_NOUNS and word not in STOP


def _event(case: Case) -> Event | None:
    last = max(case.amount.last, case.amount.noun[1] if case.amount.noun is not None else 0)
    before = event_before(case.tokens, case.amount.begin, case.start)
    return before or _granted(case) or (event_behind(case.tokens, last) if not _acts_on_amount(case) else None)


def _acts_on_amount(case: Case) -> bool:
    """As in "its 12 breweries brewed 14 million litres": all the things there are did it, to what is told next."""
    following = case.following()
    if following is None or case.unit != "1" or case.amount.noun is None or following.kind not in (*BULK, "money"):
        return False
    return following.begin - case.amount.noun[1] <= _OBJECT_NEXT


def _granted(case: Case) -> Event | None:
    """As in "the plan gave Baotou three model farms": whom it was given stands between the verb and the number."""
    name = case.amount.begin
    while name - 1 in case.covered and is_capitalised(case.tokens[name - 1]):
        name -= 1
    event = event_before(case.tokens, name, case.start) if name < case.amount.begin else None
    if event is None:
        return None
    verb, _ = verb_before(case.tokens, name, case.start)
    giver = noun_phrase_before(case.tokens, verb, case.start) if verb is not None else None
    is_programme = giver is not None and giver.rpartition(" ")[2].lower() in _PROGRAMMES
    return replace(event, words=f"{event.words} by {giver}") if is_programme else event


def _named(case: Case, noun: str, event: str) -> str | None:
    """The indicator that the vocabulary has for the event: "families moved"; of persons of any sort "people moved"."""
    head = noun.lower().rpartition(" ")[2]
    for subject in (noun.lower(), head, _THINGS.get(case.unit, head)):
        indicator = phrases().get(f"{event} {subject}" if event in CONDITIONS else f"{subject} {event}")
        if indicator is not None and case.fits(indicator):
            return indicator
    return None
