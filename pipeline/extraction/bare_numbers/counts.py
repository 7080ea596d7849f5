"""Counts that go on: a bare number that counts the things, or people, that were counted before it.

Belongs here: "47 made a loss", "nine more than in 2016", "19 of them", "it will close five". Does not: other units
(`continuing`), or the part of a whole that is named behind it (`pairs`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extraction.amounts import Amount
from pipeline.extraction.bare_numbers.bare import BareNumber, Lent
from pipeline.extraction.bare_numbers.continuing import PRICING
from pipeline.extraction.bare_numbers.lending import as_people, as_things, like
from pipeline.extraction.figures import Reading
from pipeline.extraction.lemmas import verb_lemmas
from pipeline.extraction.nouns import PERSON_NOUNS, STOP, is_plural
from pipeline.extraction.registry import where_said
from pipeline.extraction.sites import REACH, starting_in
from pipeline.extraction.units import UNIT_WORDS
from pipeline.vocabulary import language

_FURTHER = language.words("bare_numbers", "further")
_THEM = language.words("bare_numbers", "them")
_BEFORE_SUBJECT = language.words("bare_numbers", "before_subject")
_AFTER_SUBJECT = language.words("bare_numbers", "after_subject")
_HAVING = language.words("bare_numbers", "having")
_PHRASAL = language.words("bare_numbers", "phrasal")
_EVENTS = language.event_verbs()
_COUNTING_VERBS = language.words("bare_numbers", "counting_verbs")
_MODALS = frozenset({"will", "would", "to", "can", "could", "must", "should", "shall"})
_PARTICLES = frozenset({"in", "up", "out", "on", "off", "down"})
_ENDS = frozenset({",", ".", ";", "and", ""})
_BEING = frozenset({"are", "were", "be", "is", "was", "been"})
_COUNTED = frozenset({"count", "person"})
_FORMS = frozenset({"digits", "words"})
_LEFT = frozenset({"still", "left", "remaining", "who", "that", "which"})
_NO_COUNT = frozenset({"parts", "ppm", "ppb"})
_NO_UNITS = frozenset({"count", "person", "ratio", "points", "multiple"})
_MORE = frozenset({"more", "fewer", "others"})
_BASES = frozenset({"per", "every", "each"})
_UNITS = UNIT_WORDS - PERSON_NOUNS
_RELATIVES = frozenset({"which", "whom"})
_LONGEST_RELATIVE = 8
_FACTORS = (10, 100, 1000)
"""How many times more or fewer the things may be: those nearest in number are asked first, then those nearest told."""
_APART = 1000
_SMALLEST_MOVE = 10_000
_MOST = 10_000_000


def more_of_them(bare: BareNumber) -> Lent | None:
    """As in "a further 7,000 are to follow", "two more", "19 of them", "another 84,000 are being built"."""
    amount = bare.amount
    if amount.numeral.form not in _FORMS or not _is_said_to_go_on(bare) or _is_one(bare):
        return None
    in_words = amount.numeral.form == "words" and not amount.numeral.scaled
    for reading in bare.levels():
        other = reading.amount
        if other.kind in ("ratio", "points") or (in_words and other.kind not in _COUNTED):
            continue
        if "currency-before" in other.rules:
            # "Sold for $9,000 apiece, and a further 1,900 stand empty": money would have its sign again.
            continue
        # By how few more or fewer the sentence tells of its own figure is no matter.
        apart = _SMALLEST_MOVE if reading in bare.readings else _APART
        if (other.kind not in _COUNTED or other.per is None) and bare.is_near(other, apart):
            return _again(bare, replace(other, noun=None), reading)
    # "It has too many ponds. Of late it has drained 40 of them": things that nobody had counted.
    told_to_be = bare.word(bare.before_light_words()) in _BEING
    of_them = bare.after(2) == ["of", "them"] and bare.is_counting and not told_to_be
    return Lent(as_things(amount)) if of_them else None


def counted_again(bare: BareNumber) -> Lent | None:
    """As in "opened 14 mines, closed 3", "of the 290 firms, 47 made a loss", "it will close five"."""
    amount = bare.amount
    if amount.numeral.form not in _FORMS or not bare.is_counting or bare.value > _MOST or _is_one(bare):
        return None
    if bare.word(amount.last) in _NO_COUNT or bare.after(2) in (["of", "us"], ["of", "you"]):
        return None
    if not (_is_said_to_go_on(bare) or _is_subject(bare) or _is_object(bare) or _is_inserted(bare)):
        return None
    other = _told_otherwise(bare)
    if other is not None:
        return Lent(like(bare.amount, other.amount), other)
    counted = [*_of_sentence(bare), *_of_text(bare)]
    for factor in _FACTORS:
        found = next((lent for other, lent in counted if bare.is_near(other, factor)), None)
        if found is not None:
            return found
    return None


@where_said(_RELATIVES)
def of_antecedent_noun(bare: BareNumber) -> Lent | None:
    """As in "buses, of which Leeds has 340, will be replaced": so many of the plural before the relative clause."""
    words = bare.words(bare.amount.begin - _LONGEST_RELATIVE, bare.amount.begin)
    at = next((k for k in range(len(words) - 1, 1, -1) if words[k] in _RELATIVES and words[k - 1] == "of"), None)
    if at is None or words[at - 2] != "," or "," in words[at:] or not bare.is_counting or _is_one(bare):
        return None
    noun = bare.amount.begin - len(words) + at - 3
    plural = bare.word(noun)
    # "Mills, of which it runs six": the noun is said once; where a number counts it, the part goes on from that.
    numbered = any(token.kind == "n" for token in bare.tokens[max(0, noun - 3) : noun])
    if noun < 0 or numbered or not is_plural(plural) or plural in _UNITS:
        return None
    return _of_noun(bare, noun)


@where_said(["("])
def number_in_brackets(bare: BareNumber) -> Lent | None:
    """As in "a quarter of the houses (103)", "most of the miners (640)": so many of the plural right before it."""
    first, noun = bare.amount.begin, bare.amount.begin - 2
    if bare.word(first - 1) != "(" or bare.word(bare.amount.last) != ")" or not bare.is_counting:
        return None
    plural = bare.word(noun)
    if noun < 0 or bare.tokens[noun].kind != "w" or bare.tokens[noun].text[0].isupper() or not is_plural(plural):
        return None
    known = bare.indicator
    measured = known is not None and known.quantity_kind not in _COUNTED
    return None if measured or plural in _UNITS else _of_noun(bare, noun)


def _of_noun(bare: BareNumber, noun: int) -> Lent:
    is_people = bare.word(noun) in PERSON_NOUNS
    amount = as_people(bare.amount) if is_people else as_things(bare.amount)
    return Lent(replace(amount, noun=(noun, noun + 1)))


def _told_otherwise(bare: BareNumber) -> Reading | None:
    """As in "runs at 40 tonnes a day; it needs 120": what was told last, is no count, and of the same size."""
    nearest = next(bare.levels(), None)
    if nearest is None or nearest.amount.kind in _NO_UNITS or _is_said_to_go_on(bare):
        return None
    alike = bare.is_near(nearest.amount, _FACTORS[0]) and not bare.measures_something_else(nearest)
    return nearest if alike else None


def _is_one(bare: BareNumber) -> bool:
    """Whether it is the word "one", which stands for a thing rather than counts it."""
    return bare.word(bare.amount.numeral.first) == "one"


def _of_sentence(bare: BareNumber) -> Iterator[tuple[Amount, Lent]]:
    """What the counted things of the sentence lend, the nearest first; those that are no figure as well."""
    by_place = {one.amount.first: one for one in bare.readings}
    for other in reversed(starting_in(bare.amounts, bare.amount.first - REACH, bare.amount.first)):
        reading = by_place.get(other.first)
        counted = reading.amount if reading is not None else other
        if counted.kind in _COUNTED and counted.per is None and bare.word(counted.begin - 1) not in _BASES:
            yield counted, _again(bare, counted, reading)


def _of_text(bare: BareNumber) -> Iterator[tuple[Amount, Lent]]:
    """What the counted things of the sentences before lend, the nearest first."""
    for reading in reversed(bare.told):
        counted = reading.amount
        if counted.kind in _COUNTED and counted.per is None:
            yield counted, _again(bare, replace(counted, noun=None), reading)


def _again(bare: BareNumber, counted: Amount, reading: Reading | None) -> Lent:
    amount = like(bare.amount, counted)
    if reading is None:
        return Lent(replace(amount, noun=counted.noun))
    return Lent(amount, reading)


def _is_said_to_go_on(bare: BareNumber) -> bool:
    """As in "a further nine", "another 40", "nine more than", "19 of them", "of which 45"."""
    # A hedge may have taken the word in: "another 84,000".
    before = (bare.preceding, *bare.words(bare.amount.begin, bare.amount.first))
    after, further = bare.word(bare.amount.last), bare.word(bare.amount.last + 1)
    if not _FURTHER.isdisjoint(before) or after in _MORE or (after == "of" and further in _THEM):
        return True
    at = bare.before_light_words()
    if bare.word(at) in ("which", "whom") and bare.word(at - 1) == "of":
        return True
    return bare.preceding in ("now", "today") and bare.word(bare.amount.last) in _ENDS


def _is_subject(bare: BareNumber) -> bool:
    """As in "47 made a loss", "only two are left": it opens the clause, and a verb follows."""
    at = bare.before_light_words()
    # "of 19 hamlets six are shut", "the 24,500 still on their books"
    of_them = bare.word(bare.start) == "of" and bare.word(bare.amount.last) in _AFTER_SUBJECT
    if bare.preceding == "the" and bare.word(bare.amount.last) in _LEFT:
        return True
    opens = of_them or at < bare.start or at in bare.dated or bare.word(at) in _BEFORE_SUBJECT
    following = bare.tokens[bare.amount.last : bare.amount.last + 1]
    if not opens or not following or following[0].kind != "w":
        return False
    word = following[0].lower
    return word in _AFTER_SUBJECT or word not in STOP


def _is_inserted(bare: BareNumber) -> bool:
    """As in "half of them, 172, are in Essen"."""
    share = bare.previous is not None and bare.previous.amount.kind == "ratio"
    return share and bare.preceding == "," and bare.word(bare.amount.last) == ","


def _is_object(bare: BareNumber) -> bool:
    """As in "it will close five", "has seven", "there are three", "tore down 26": what is done to things counted."""
    at = bare.before_light_words()
    if at < bare.start or bare.tokens[at].kind != "w":
        return False
    word, before = bare.word(at), bare.word(at - 1)
    if word in _BEING:
        return "there" in bare.words(max(bare.start, at - 4), at)
    if word == "for" and bare.amount.numeral.form == "words" and bare.word(bare.amount.last) in _ENDS:
        # "offered 13 plots, found buyers for five"
        return any(one.amount.kind == "count" for one in bare.readings)
    # "Essen 400" goes on without a verb.
    if bare.tokens[at].text[0].isupper() and word not in STOP:
        return bool(bare.readings) and at > 0
    if word in _HAVING or (word in _PARTICLES and (before in _PHRASAL or _is_done(f"{before} {word}"))):
        return True
    return _is_done(word) or (before in _MODALS and word not in STOP and word not in PRICING)


def _is_done(verb: str) -> bool:
    """Whether a verb, with its particle, says what is done to things that can be counted."""
    word, _, particle = verb.partition(" ")
    lemmas = (f"{lemma} {particle}".strip() for lemma in verb_lemmas(word))
    return any(lemma in _EVENTS or lemma in _COUNTING_VERBS for lemma in lemmas)
