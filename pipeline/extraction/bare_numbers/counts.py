"""Counts that go on: a bare number that counts the things, or people, that were counted before it.

Belongs here: "61 made a loss", "eight more than in 2018", "21 of them", "it will merge four". Does not: other units
(`continuing`), or the part of a whole that is named behind it (`pairs`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.bare_numbers.bare import BareNumber, Lent
from pipeline.extraction.bare_numbers.continuing import PRICING
from pipeline.extraction.bare_numbers.lending import like
from pipeline.extraction.figures import Reading
from pipeline.extraction.nouns import STOP
from pipeline.extraction.sites import REACH, starting_in
from pipeline.vocabulary import language

_FURTHER = language.words("bare_numbers", "further")
_THEM = language.words("bare_numbers", "them")
_BEFORE_SUBJECT = language.words("bare_numbers", "before_subject")
_AFTER_SUBJECT = language.words("bare_numbers", "after_subject")
_HAVING = language.words("bare_numbers", "having")
_BEING = frozenset({"are", "were", "be", "is", "was", "been"})
_COUNTED = frozenset({"count", "person"})
_FORMS = frozenset({"digits", "words"})
_APART = 1000
_MOST = 10_000_000


def counted_again(bare: BareNumber) -> Lent | None:
    """As in "opened 14 mines, closed 3", "of the 358 firms, 61 made a loss", "a further 9,000 are to follow"."""
    amount = bare.amount
    if amount.numeral.form not in _FORMS or not bare.is_counting or bare.value > _MOST:
        return None
    if not (_is_said_to_go_on(bare) or _is_subject(bare) or _is_object(bare)):
        return None
    return next(_of_sentence(bare), None) or next(_of_text(bare), None)


def _of_sentence(bare: BareNumber) -> Iterator[Lent]:
    """What the nearest counted things of the sentence lend; those that turned out to be no figure count as well."""
    by_place = {one.amount.first: one for one in bare.readings}
    for other in reversed(starting_in(bare.amounts, bare.amount.first - REACH, bare.amount.first)):
        reading = by_place.get(other.first)
        counted = reading.amount if reading is not None else other
        if counted.kind in _COUNTED and counted.per is None and bare.is_near(counted, _APART):
            yield _again(bare, counted, reading)


def _of_text(bare: BareNumber) -> Iterator[Lent]:
    """What the nearest counted things of the sentences before lend."""
    for reading in reversed(bare.told):
        counted = reading.amount
        if counted.kind in _COUNTED and counted.per is None and bare.is_near(counted, _APART):
            yield _again(bare, replace(counted, noun=None), reading)


def _again(bare: BareNumber, counted: Amount, reading: Reading | None) -> Lent:
    amount = like(bare.amount, counted)
    if reading is None:
        return Lent(replace(amount, noun=counted.noun))
    return Lent(amount, reading)


def _is_said_to_go_on(bare: BareNumber) -> bool:
    """As in "a further nine", "another 40", "eight more than", "21 of them", "of which 45"."""
    after, further = bare.after(2)[:1], bare.after(2)
    if bare.preceding in _FURTHER or after[:1] == ["more"] or after[:1] == ["fewer"] or after[:1] == ["others"]:
        return True
    return further[:1] == ["of"] and len(further) > 1 and further[1] in _THEM


def _is_subject(bare: BareNumber) -> bool:
    """As in "61 made a loss", "only two are left": it opens the clause, and a verb follows."""
    at = bare.before_light_words()
    opens = at < bare.start or bare.word(at) in _BEFORE_SUBJECT
    following = bare.tokens[bare.amount.last : bare.amount.last + 1]
    if not opens or not following or following[0].kind != "w":
        return False
    word = following[0].lower
    return word in _AFTER_SUBJECT or word not in STOP


def _is_object(bare: BareNumber) -> bool:
    """As in "it will merge four", "has seven", "there are three": a verb stands before it, and no "near"."""
    at = bare.before_light_words()
    if at < bare.start or bare.tokens[at].kind != "w":
        return False
    word = bare.word(at)
    if word in _BEING:
        return "there" in bare.words(max(bare.start, at - 4), at)
    if word in _HAVING:
        return True
    # "Essen 400" goes on without a verb.
    is_name = bool(bare.readings) and bare.tokens[at].text[0].isupper()
    return word not in STOP and word not in PRICING and (at > bare.start or is_name)
