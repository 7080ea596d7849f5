"""The unknown measure: a phrase that an editor would write of it, in the words of the text.

Belongs here: which noun of the clause is measured, and the noun that its verb implies, in the order in which they are
asked. Does not: any indicator (`levels`), where verbs and their subjects stand (`predicates`), how a phrase is cut
(`phrasing`), what is said where there is no noun (`clause_words`).
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.extraction.binding.case import BULK, Bound, Case
from pipeline.extraction.binding.clause_words import words_of_clause
from pipeline.extraction.binding.complements import COMPLEMENTS, LONGEST, complement, end_of_complement, with_complement
from pipeline.extraction.binding.phrasing import measure_of, phrase
from pipeline.extraction.binding.predicates import AUXILIARIES, last_verb, object_before, subject_of, verb_from
from pipeline.extraction.binding.products_told import products_told
from pipeline.extraction.binding.told_again import as_told, of_part
from pipeline.extraction.cues import TRANSITIVE
from pipeline.extraction.implications import implied_noun
from pipeline.extraction.lemmas import plural
from pipeline.extraction.sites import REACH, starting_in
from pipeline.extraction.wording import noun_phrase_before
from pipeline.vocabulary import language

_STATING = language.words("binding", "stating")
_NO_OBJECTS = language.words("binding", "no_objects")
_LINEAR = language.words("binding", "linear")
_OF_NOUN = COMPLEMENTS | {"in"}
_VAGUE = language.words("binding", "vague")
_DIMENSIONS = {
    "high": "height",
    "tall": "height",
    "deep": "depth",
    "long": "length",
    "wide": "width",
    "thick": "thickness",
}
_SIDES = {"above": "height", "below": "depth", "beneath": "depth", "under": "depth"}
_WAYS = language.words("binding", "ways")
_OF_OBJECT = frozenset({"to", "by", "at", "from", "below", "above"})
_HAVING = frozenset({"had", "bought", "got", "yours"})
_RELATIVES = frozenset({"who", "which", "that"})
_FARTHEST_VERB = 6
_LONGEST_LABEL = 5
_NO_LABELS = frozenset({"for", "in", "to", "on", "of", "a"})
_PREPOSITIONS = language.words("binding", "prepositions")
_LABEL_ENDS = frozenset({"at", "from", "to", "of", "-"})
_NEVER_LABEL_ENDS = language.words("binding", "determiners") | (_PREPOSITIONS - _LABEL_ENDS)
_LABEL_BREAKS = frozenset({",", ":", ";", "(", "and", "with"})
_MEMORY = 16
"""So many figures back a product is still in mind."""


def words_of_subject(case: Case) -> Bound:
    """The words for what no rule knows: a noun that is measured, else the clause as it stands."""
    words = next((words for words in (rule(case) for rule in RULES) if words is not None), None)
    return Bound(None, words, "words-of-subject")


# ---------------------------------------------------------------------- rules, in their order
def dimension(case: Case) -> str | None:
    """As in "the heap is 112 metres high", "the lake stands 40 metres above the village", "90 km up the motorway"."""
    if case.amount.kind != "length":
        return None
    behind = case.word(case.amount.last)
    noun = _DIMENSIONS.get(behind)
    if noun is not None:
        return measure_of(noun, noun_phrase_before(case.tokens, case.amount.begin, case.start))
    if behind in _WAYS:
        whither = phrase(case, case.amount.last + 1, end_of_complement(case, case.amount.last + 1))
        return f"distance {behind} {whither}" if whither is not None else None
    side = _SIDES.get(behind)
    verb = verb_from(case, case.start, case.amount.begin) if side is not None else None
    subject = subject_of(case, verb) if verb is not None else None
    if side is None or subject is None:
        return None
    mark = phrase(case, case.amount.last + 1, end_of_complement(case, case.amount.last + 1))
    return f"{side} of {subject} {behind} {mark}" if mark is not None else f"{side} of {subject}"


def noun_of(case: Case) -> str | None:
    """As in "a dividend of $0.30", "with a crowd of 3,700", "a runway of 2,300 metres": the noun that it is told of."""
    before = case.amount.begin - 1
    if case.word(before) != "of" or case.word(before - 1) in _VAGUE:
        return None
    words = noun_phrase_before(case.tokens, before, case.start, subject=False)
    if words is None or case.frame.name == "change":
        return None
    if case.amount.kind == "length" and words.rpartition(" ")[2].lower() in _LINEAR:
        words = f"{words} length"
    return with_complement(words, complement(case))


def of_complement(case: Case) -> str | None:
    """As in "86 kilometres of gas pipe replaced", "nine days of production": what the amount is of."""
    first = case.amount.last + 1
    if case.word(first - 1) != "of" or case.amount.kind not in ("length", "time") or case.unit == "percent":
        return None
    words = phrase(case, first, end_of_complement(case, first), longest=LONGEST)
    if words is None or case.amount.measure is None:
        return None
    return f"{'length' if case.amount.kind == 'length' else plural(case.amount.measure.written)} of {words}"


def cost_at(case: Case) -> str | None:
    """As in "will put in a third line in June at a cost of 640 million yuan": the cost of what is done."""
    at = next((i for i in range(case.amount.begin - 1, case.amount.begin - 7, -1) if case.word(i) == "at"), None)
    if case.amount.kind != "money" or at is None or case.word(case.amount.begin - 2) != "cost":
        return None
    verb = last_verb(case, at)
    done = object_before(case, verb, at) if verb is not None else None
    if done is None and case.here and case.earlier[-1].measured is not None:
        done = case.earlier[-1].measured
    if done is None and verb is not None:
        done = subject_of(case, verb)
    return f"cost of {done}" if done is not None else None


def of_object(case: Case) -> str | None:
    """As in "lifted recovery in the north block to 34 per cent", "puts costs at 900 yuan": what the verb acts on."""
    at = case.amount.begin - 1
    while case.word(at) in ("a", "another", "further"):
        at -= 1
    if case.word(at) not in _OF_OBJECT and not (case.word(at).endswith("ing") and at in case.covered):
        return None
    verb = last_verb(case, at)
    words = object_before(case, verb, at) if verb is not None else None
    if verb is None or words is None or words.lower() in _NO_OBJECTS:
        return None
    return words if implied_noun(case.tokens, verb, case.amount.kind) is None or case.word(at) in ("to", "by") else None


def by_verb(case: Case) -> str | None:
    """The noun that the verb implies, with whose it is and what for: "parks spending", "council loan for roads"."""
    if case.amount.kind == "money" and case.word(case.amount.last) == "into":
        return with_complement("investment", complement(case)) if complement(case) else None
    first = max(case.start, case.amount.begin - _FARTHEST_VERB)
    for at in range(case.amount.begin - 1, first - 1, -1):
        noun = implied_noun(case.tokens, at, case.amount.kind) if case.tokens[at].kind == "w" else None
        if noun is None or case.word(at - 1) in ("a", "the", "its", "of"):
            continue
        subject = _worth(case, at) or subject_of(case, at) or _counted_before(case)
        product = _in_focus(case)
        if product is not None:
            noun = f"{product} {noun}"
        return with_complement(measure_of(noun, subject), complement(case))
    return None


def of_colon(case: Case) -> str | None:
    """As in "owed us the fees for mooring: 88,000 kronor": what the colon explains."""
    colon = case.amount.begin - 1
    if case.word(colon) != ":":
        return None
    words = noun_phrase_before(case.tokens, colon, 0, subject=False)
    at = colon - len((words or "").split())
    if words is None or case.word(at - 1) not in _OF_NOUN:
        return words
    whole = noun_phrase_before(case.tokens, at - 1, 0, subject=False)
    return f"{whole} {case.word(at - 1)} {words}" if whole is not None else words


def price_had(case: Case) -> str | None:
    """As in "a flat with two rooms can be had for 9,000 euros": the price of what is had."""
    if case.amount.kind != "money" or case.word(case.amount.begin - 1) != "for":
        return None
    if case.word(case.amount.begin - 2) not in _HAVING:
        return None
    verb = verb_from(case, case.start, case.amount.begin)
    subject = subject_of(case, verb) if verb is not None else None
    return measure_of("price", subject) if subject is not None else None


def of_subject(case: Case) -> str | None:
    """As in "stocks in the warehouses stood at 5,900", "spending per well has come down by 8 per cent"."""
    previous = case.previous()
    start = case.start if previous is None else max(case.start, previous.last)
    verb = last_verb(case, case.amount.begin)
    if verb is None or (verb < start and _label(case, start) is not None):
        return _label(case, start)
    words = subject_of(case, verb) if _only_states(case, verb) else None
    # "Widening the road is put at 270 million".
    costs = words is not None and case.amount.kind == "money" and words.split()[0].endswith("ing")
    return f"cost of {words}" if costs else words


RULES: tuple[Callable[[Case], str | None], ...] = (
    dimension,
    as_told,
    of_part,
    of_complement,
    cost_at,
    noun_of,
    of_object,
    by_verb,
    of_colon,
    price_had,
    of_subject,
    words_of_clause,
)
"""From the noun that the amount itself is told of to the clause as it stands."""


# ---------------------------------------------------------------------- what the rules ask
def _only_states(case: Case, verb: int) -> bool:
    """Whether the verb only says how much its subject is, or that it moved: "stood at", "was", "fell by"."""
    words = case.words(verb, case.amount.begin)
    if case.word(verb) in TRANSITIVE and verb + 1 == case.amount.begin:
        return False
    stated = [
        word
        for i, word in enumerate(words, verb)
        if i not in case.covered
        and word not in AUXILIARIES
        and word not in _STATING
        and not word.endswith("ly")
        and case.tokens[i].kind == "w"
    ]
    return not stated


def _label(case: Case, start: int) -> str | None:
    """As in "Deposits, 128 billion yuan", "coal -21 per cent", "and its ratio to spending from 54": name and value."""
    end = case.amount.begin - 1
    if (
        case.word(start) in _NO_LABELS
        or case.word(end) in _NEVER_LABEL_ENDS
        or (case.word(end) in _LABEL_ENDS and "," in case.words(end - 2, end))
    ):
        return None
    breaks = [i for i in range(start, end) if case.word(i) in _LABEL_BREAKS]
    listed = len(breaks) > 1 or case.previous() is not None or case.word(end) in _LABEL_ENDS
    first = breaks[-1] + 1 if breaks and listed else start
    words = phrase(case, first, case.amount.begin)
    if words is None or "," in words or len(words.split()) > _LONGEST_LABEL:
        return None
    owner = verb_from(case, case.start, first) if case.word(first) in ("its", "their") else None
    # "Revenue fell by 8 per cent, and its ratio to spending from 54 per cent": whose it is.
    whose = subject_of(case, owner) if owner is not None else None
    return f"{words} of {whose}" if whose is not None else words


def _in_focus(case: Case) -> str | None:
    """The product that the text speaks of, where tonnes are of none that the sentence names: "it sold 46,000"."""
    if case.amount.kind not in BULK or case.products:
        return None
    return next((product.label for product in products_told(case.earlier[-_MEMORY:])), None)


def _worth(case: Case, at: int) -> str | None:
    """As in "has orders for 14 ships, worth 2 billion": what stands right before."""
    if case.word(at) != "worth" or case.word(at - 1) in AUXILIARIES:
        return None
    return noun_phrase_before(case.tokens, at - (case.word(at - 1) == ","), case.start, subject=False)


def _counted_before(case: Case) -> str | None:
    """Those whom the sentence counted before: "drew 3,000 visitors, who each spent 640 yuan"."""
    previous = case.previous()
    unnamed = previous is not None and previous.begin >= case.start and previous.noun is None
    if case.word(case.start) not in _RELATIVES and not unnamed:
        return None
    before = starting_in(case.amounts, case.amount.begin - REACH, case.amount.begin)
    nouns = (amount.noun for amount in reversed(before) if amount.last <= case.amount.begin)
    noun = next((span for span in nouns if span is not None), None)
    return case.text(*noun) if noun is not None else None
