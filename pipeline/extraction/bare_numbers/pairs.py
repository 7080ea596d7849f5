"""Pairs: a bare number set beside another one, of which it has the unit: "compared with 437", "from 57 per cent to 52".

Belongs here: what says that two numbers are two values of one measure, or part and whole. Does not: numbers that only
go on about something (`continuing`, `counts`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.extraction.bare_numbers.bare import BareNumber, Lent
from pipeline.extraction.bare_numbers.lending import as_people, as_pure_number, in_scale_of, like
from pipeline.extraction.figures import Reading
from pipeline.extraction.gapping import gapped
from pipeline.extraction.nouns import STOP
from pipeline.extraction.registry import where_said
from pipeline.extraction.sites import REACH, first_in
from pipeline.extraction.topics.turns import Turn
from pipeline.vocabulary import language

GROUPS_OF_PEOPLE = language.words("bare_numbers", "groups_of_people")
"""Nouns in the singular that hold people: "workforce"."""
_AGAINST = language.words("bare_numbers", "against")
_COMPARED = language.words("bare_numbers", "compared")
_MULTIPLIED = language.words("bare_numbers", "multiplied")
_ACROSS = frozenset({"against", "versus", "with"})
"""Words that may set a number beside one of the sentence before."""
_FACTORS = frozenset({"fraction", "multiple", "adverb"})
_FARTHEST_WHOLE = 4
_ATTAINING = language.words("bare_numbers", "attaining")
_FARTHEST_NAME = 24
_JOINTS = frozenset({",", "and", "but", "or", ";"})
_CLAUSE_JOINTS = frozenset({"and", "while", ";", ","})
_NO_SUBJECT = frozenset({"of", "in", "for", "to", "from", "by", "with", "which", "who", "that", "are", "were", "was"})
_LONGEST_SUBJECT, _LONGEST_GAP = 3, 8
_VERB_ENDINGS = ("ed", "ing", "ly")
_FARTHEST_WHICH = 8
_TOLD_OF = frozenset({"of", "in", "held", "seen", "recorded", "reported", "a"})
_PREPOSITIONS = frozenset({"to", "in", "from", "for", "on", "at", "by"})
_FARTHEST_PREPOSITION = 4
_EXTREMES = language.words("bare_numbers", "extremes") | language.words("bare_numbers", "averages")
_WHOLES = frozenset({"that", "it", "this"})
_REMAINING = frozenset({"the", "remaining", "rest", "other", "balance", "of", "final", "last"})
"""Words before what is left of a whole: "farming the remaining 6.1"."""
_LONGEST_REST = 3
_REMAINING_SAID = frozenset({"remaining", "rest", "other", "balance"})
_ALIKE = 30
_APART = 1000
"""So many times one member of a pair may be the other: more, and they are no pair."""


@where_said(["of"])
def part_of_whole(bare: BareNumber) -> Lent | None:
    """As in "three of the county's 40 key projects": the part is counted like the whole."""
    amount = bare.amount
    whole = first_in(bare.amounts, amount.first + 1, amount.last + REACH)
    if whole is None or bare.word(amount.last) != "of" or whole.begin - amount.last > _FARTHEST_WHOLE:
        return None
    if whole.noun is None:
        # "140 of a staff of 610"
        is_staff = not GROUPS_OF_PEOPLE.isdisjoint(bare.words(amount.last, whole.begin))
        return Lent(as_people(amount)) if is_staff and amount.numeral.whole else None
    counted = replace(amount, unit=whole.unit, kind=whole.kind, measure=whole.measure, noun=whole.noun)
    return Lent(replace(counted, low=amount.value, high=amount.value) if amount.numeral.whole else counted)


@where_said(["to"])
def from_to(bare: BareNumber) -> Lent | None:
    """As in "from 57 per cent to 52", "from 54 yuan in May to 61": the end of a move is told like its beginning."""
    previous = bare.previous
    if previous is None or bare.preceding != "to" or previous.frame.name != "moved-from":
        return None
    return paired(bare, previous, _APART)


@where_said(_AGAINST | _COMPARED)
def compared(bare: BareNumber) -> Lent | None:
    """As in "compared with 437 the year before", "versus 17 in Rizhao", "up from 54", "than the 6,000 of 2007"."""
    i = bare.before_light_words()
    word = bare.word(i)
    if word not in _AGAINST and not (word in ("with", "to") and bare.word(i - 1) in _COMPARED):
        return None
    if bare.previous is not None and bare.previous.amount.kind == "multiple":
        return None
    for one in bare.lenders():
        if one not in bare.readings and (word not in _ACROSS or bare.measures_something_else(one)):
            return None
        found = paired(bare, one, _APART)
        if found is not None:
            return found
    return None


def of_next_place(bare: BareNumber) -> Lent | None:
    """As in "Huainan has 12 mines, Datong 30": the next place's value of what the clause before measured."""
    previous = gapped(bare, bare.readings, bare.topics)
    return paired(bare, previous, _APART) if previous is not None else None


@where_said(_ATTAINING)
def of_place_told_beside(bare: BareNumber) -> Lent | None:
    """As in "Growth in Fuxin was 3.1 per cent. Neighbouring Jixi managed 5.2": what the sentence before measured."""
    turn = _named_last(bare)
    if bare.readings or bare.theme is not None or turn is None or turn.at < bare.start - _FARTHEST_NAME:
        return None
    named = turn.mention.kind == "name" and turn.entity.subject is None
    at = bare.before_light_words()
    if not named or bare.value.is_integer() or bare.word(at) not in _ATTAINING:
        return None
    told = bare.told[-1] if bare.told else None
    if told is None or told.amount.kind != "ratio" or told.frame.of_another or bare.amount.last in bare.dated:
        return None
    ends = not bare.word(bare.amount.last).isalpha() or bare.word(bare.amount.last) in ("and", "while", "in", "but")
    return paired(bare, told, _ALIKE) if ends else None


def _named_last(bare: BareNumber) -> Turn | None:
    """The last turn before the number that a name makes: in "Jixi, its neighbour, managed 5.2" that is Jixi."""
    turns = bare.topics.between(bare.start - _FARTHEST_NAME, bare.amount.begin)
    latest = next((turn for turn in reversed(turns) if turn.mention.kind == "name"), None)
    return latest or bare.topics.latest(bare.amount.begin)


def multiplied(bare: BareNumber) -> Lent | None:
    """As in "more than double the 228 million of 2006": what a multiple or part is taken of."""
    previous = bare.previous
    if previous is None or (previous.amount.numeral.form not in _FACTORS and previous.amount.factor is None):
        return None
    if not _MULTIPLIED.issuperset(bare.gap(previous.amount)):
        return None
    return _nearest(bare, _APART, but=previous)


def definite(bare: BareNumber) -> Lent | None:
    """As in "behind only the 30.6 of 2016", "above last year's 7,550", "an average of 71", "its 2011 high of 48"."""
    preceding = bare.preceding
    owned = preceding.endswith("'s") and preceding != "it's"
    of_year = preceding == "the" and bare.word(bare.amount.last) in _TOLD_OF
    of_extreme = preceding in ("of", "at") and bare.word(bare.amount.begin - 2) in _EXTREMES
    return _nearest(bare, _ALIKE) if owned or of_year or of_extreme else None


def listed_alike(bare: BareNumber) -> Lent | None:
    """As in "27.4 per cent to Germany, 13.1 to Spain", "61,000 in 2017 but only 52,000 last year", "in Essen 30.2"."""
    previous = bare.previous
    if previous is not None and previous.frame.kind == "change":
        # "cod made £3.10, 40p more than in May, haddock 2.60"
        if previous.amount.kind in ("ratio", "points") and _is_alike(bare, previous):
            # "Rents rose 4.1 per cent in Porto, 3.2 in Braga"
            return paired(bare, previous, _ALIKE)
        level = next(bare.levels(), None)
        here = level is not None and level in bare.readings and _leaves_out_verb(bare, previous)
        return paired(bare, level, _ALIKE) if level is not None and here else None
    if previous is None:
        return None
    if _leaves_out_verb(bare, previous):
        return paired(bare, previous, _ALIKE)
    at = bare.before_light_words()
    if bare.word(at) in _JOINTS:
        alike = bare.amount.last in bare.dated or _is_alike(bare, previous)
    else:
        alike = at > 0 and bare.tokens[at].text[0].isupper() and bare.word(at - 1) in ("in", "for")
    return paired(bare, previous, _ALIKE) if alike else None


def _is_alike(bare: BareNumber, previous: Reading) -> bool:
    """Whether the number stands in a list, before the same preposition as the figure before it."""
    following = bare.word(bare.amount.last)
    if bare.word(bare.amount.last + 1) in ("all", "total"):
        return False
    behind = bare.words(previous.amount.last, previous.amount.last + _FARTHEST_PREPOSITION)
    return bare.word(bare.before_light_words()) in _JOINTS and following in _PREPOSITIONS and following in behind


def _leaves_out_verb(bare: BareNumber, previous: Reading) -> bool:
    """As in "townspeople earned 28,450 yuan and villagers 15,310": a noun alone stands for the clause."""
    gap = bare.gap(previous.amount)
    at = next((k for k in range(len(gap) - 1, -1, -1) if gap[k] in _CLAUSE_JOINTS), None)
    rest = not _REMAINING_SAID.isdisjoint(gap[-_LONGEST_REST:])
    if rest:
        while len(gap) > 1 and gap[-1] in _REMAINING:
            gap.pop()
    if at is None or not 0 < len(gap) - 1 - at <= _LONGEST_SUBJECT or len(gap) > _LONGEST_GAP:
        return False
    subject, head = gap[at + 1 :], gap[-1]
    if previous.amount.noun is not None or not _NO_SUBJECT.isdisjoint(subject) or bare.moves() or bare.does():
        return False
    # "an old one 2,300", "and limestone 3.2", but not "and closed 3".
    # In "farming the remaining 6.1" it is a noun, whatever its ending.
    named = head.isalpha() and (rest or not head.endswith(_VERB_ENDINGS))
    return head == "one" or (head not in STOP and named)


@where_said(["(", "["])
def in_brackets(bare: BareNumber) -> Lent | None:
    """As in "the best start since 2016 (141,000)", "7,900 sq m (Q1 2020: 6,400)": the same of another time."""
    previous, first = bare.previous, bare.amount.first
    if previous is None or not bare.clauses.depth[first] or previous.frame.kind == "change":
        return None
    opening = next(
        (k for k in range(first - 1, max(-1, first - _FARTHEST_WHICH), -1) if bare.word(k) in ("(", "[")), None
    )
    if opening is None or not all(
        k in bare.dated or bare.word(k) == ":" for k in range(opening + 1, bare.amount.begin)
    ):
        return None
    closes = bare.word(bare.amount.last) in (")", "]", ",", ";")
    dated = any(k in bare.dated for k in range(bare.amount.last, bare.amount.last + 2))
    lent = paired(bare, previous, _ALIKE) if closes or dated else None
    if lent is None or bare.theme is None or bare.indicator is None or bare.theme.first < previous.amount.last:
        return lent
    # "Exports (310 million euros) and imports (290)": the unit is lent, and another measure named.
    return lent if bare.indicator.indicator_id == previous.bound.indicator else replace(lent, same_measure=False)


@where_said(["of"])
def of_what_was_told(bare: BareNumber) -> Lent | None:
    """As in "It shipped 2.4 million tonnes. Barely 400,000 of that was timber": a part, told like the whole."""
    if bare.word(bare.amount.last) != "of" or bare.word(bare.amount.last + 1) not in _WHOLES:
        return None
    for one in bare.levels():
        if one.amount.kind not in ("ratio", "points") and bare.value <= abs(one.amount.written_value):
            lent = paired(bare, one, _APART)
            return Lent(lent.amount, one) if lent is not None else None
    return None


@where_said(["which", "that"])
def of_which(bare: BareNumber) -> Lent | None:
    """As in "2,650 yuan a tonne, of which the port takes 270": a part, told like the whole."""
    words = bare.words(max(0, bare.amount.begin - _FARTHEST_WHICH), bare.amount.begin)
    at = next((k for k, pair in enumerate(pairwise(words)) if pair[0] == "of" and pair[1] in ("which", "that")), None)
    previous = bare.previous
    if at is None or previous is None or previous.amount.kind in ("count", "ratio", "points"):
        return None
    within = bare.value <= abs(previous.amount.written_value) or bare.shares_scale(previous.amount)
    lent = paired(bare, previous, _APART) if within else None
    return Lent(lent.amount, previous) if lent is not None else None


def moved_alike(bare: BareNumber) -> Lent | None:
    """As in "grew by 3.6 per cent, while Essen's rose by 0.7": two moves in per cent, or in points."""
    if not bare.moves():
        return None
    for one in reversed(bare.readings):
        if one.frame.kind != "change" or one.restates is not None:
            continue
        alike = one.amount.kind in ("ratio", "points") and bare.is_near(one.amount, _APART)
        return Lent(like(bare.amount, one.amount), one) if alike else None
    return None


@where_said(["to"])
def level_of_change(bare: BareNumber) -> Lent | None:
    """As in "the index rose by 2 per cent to 3,245": what nobody knows a unit of is a bare number still."""
    previous = bare.previous
    if previous is None or bare.preceding != "to":
        return None
    if previous.frame.kind != "change" or previous.amount.kind != "ratio":
        return None
    grown = previous.bound.indicator == "population"
    return Lent(as_people(bare.amount), previous) if grown else Lent(as_pure_number(bare.amount))


def paired(bare: BareNumber, other: Reading, factor: float) -> Lent | None:
    """The number as another value of what `other` measured; null where it is more than `factor` times off."""
    amount = bare.amount
    if other in bare.readings and bare.shares_scale(other.amount):
        amount = in_scale_of(amount, other.amount)
    elif not bare.is_near(other.amount, factor):
        return None
    return Lent(like(amount, other.amount), other, same_measure=True)


def _nearest(bare: BareNumber, factor: float, *, but: Reading | None = None) -> Lent | None:
    """The number as another value of the last level of its sentence that it can be one of."""
    for one in bare.levels():
        if one not in bare.readings:
            return None
        if one is but or (but is not None and one.amount.kind == "ratio"):
            continue
        found = paired(bare, one, factor)
        if found is not None:
            return found
    return None
