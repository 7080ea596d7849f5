"""The unknown measure: it keeps the words of the text that say what is measured, complete enough to stand alone.

Belongs here: who or what the clause is about, what its verb says of the amount, what the amount is of. Does not: any
indicator (`levels`), the cutting out of phrases (`pipeline.extraction.wording`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import BULK, Bound, Case
from pipeline.extraction.binding.products_told import products_told
from pipeline.extraction.implications import implied_noun
from pipeline.extraction.sites import REACH, starting_in
from pipeline.extraction.wording import is_content, noun_phrase, noun_phrase_before
from pipeline.vocabulary import language

_COMPLEMENTS = language.words("binding", "complements")
_NOT_MEASURED = language.words("binding", "not_measured")
_OF_NOUN = _COMPLEMENTS | {"in"}
_VAGUE = language.words("binding", "vague")
_DIMENSIONS = {
    "high": "height",
    "tall": "height",
    "deep": "depth",
    "long": "length",
    "wide": "width",
    "thick": "thickness",
}
_FARTHEST_VERB = 6
_LONGEST = 6
_MEMORY = 16
"""So many figures back a product is still in mind."""


def words_of_subject(case: Case) -> Bound:
    """As in "household water bills", "road spending", "growers number": what stands before the amount, else behind."""
    words = _dimension(case) or _complete(case)
    return Bound(None, words, "words-of-subject")


def _complete(case: Case) -> str | None:
    """What the clause says before the amount, and what it goes on to say behind it, each word once."""
    before = _noun_of(case) or _by_verb(case) or _of_colon(case) or _before(case) or ""
    return " ".join(dict.fromkeys([*before.split(), *(_behind(case) or "").split()])) or None


def _of_colon(case: Case) -> str | None:
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


def _by_verb(case: Case) -> str | None:
    """The noun that the verb implies, with who does it and what for: "parks spending", "council loan for roads"."""
    if case.amount.kind == "money" and case.word(case.amount.last) == "into":
        return " ".join(["investment in", noun_phrase(case.tokens, case.amount.last + 1) or ""]).strip()
    first = max(case.start, case.amount.begin - _FARTHEST_VERB)
    for at in range(case.amount.begin - 1, first - 1, -1):
        noun = implied_noun(case.tokens, at, case.amount.kind) if case.tokens[at].kind == "w" else None
        if noun is not None:
            subject = case.subject_before(at) or _counted_before(case)
            return " ".join(part for part in (subject, _in_focus(case), noun, _complement(case)) if part)
    return None


def _in_focus(case: Case) -> str | None:
    """The product that the text speaks of, where tonnes are of none that the sentence names: "it sold 46,000"."""
    if case.amount.kind not in BULK or case.products:
        return None
    return next((product.label for product in products_told(case.earlier[-_MEMORY:])), None)


def _dimension(case: Case) -> str | None:
    """As in "the heap is 112 metres high": the noun of the adjective behind the amount."""
    noun = _DIMENSIONS.get(case.word(case.amount.last)) if case.amount.kind == "length" else None
    subject = noun_phrase_before(case.tokens, case.amount.begin, case.start) if noun is not None else None
    return " ".join(part for part in (subject, noun) if part) if noun is not None else None


def _noun_of(case: Case) -> str | None:
    """As in "a dividend of $0.30", "with a crowd of 3,700": the noun that the amount is told of."""
    before = case.amount.begin - 1
    if case.word(before) != "of" or case.word(before - 1) in _VAGUE:
        return None
    words = noun_phrase_before(case.tokens, before, case.start, subject=False)
    return " ".join(part for part in (words, _complement(case)) if part) if words is not None else None


def _counted_before(case: Case) -> str | None:
    """Those whom the sentence counted before: "drew 3,000 visitors, who each spent 640 yuan"."""
    before = starting_in(case.amounts, case.amount.begin - REACH, case.amount.begin)
    nouns = (amount.noun for amount in reversed(before) if amount.last <= case.amount.begin)
    noun = next((span for span in nouns if span is not None), None)
    return case.text(*noun) if noun is not None else None


def _complement(case: Case) -> str:
    """As in "on roads", "for repairs", "to every family" behind the amount."""
    preposition = case.word(case.amount.last)
    words = noun_phrase(case.tokens, case.amount.last + 1) if preposition in _COMPLEMENTS else None
    return f"{preposition} {words}" if words else ""


def _before(case: Case) -> str | None:
    """The content words of the clause before the amount; other amounts, periods and names say nothing of it."""
    numbers = _in_amounts(case)
    words = [
        token.text
        for i, token in enumerate(case.tokens[case.start : case.amount.begin], case.start)
        if is_content(token)
        and i not in numbers
        and i not in case.covered
        and token.lower not in _NOT_MEASURED
        and not token.lower.endswith(("'s", "ly"))
    ]
    complement = _complement(case)
    return " ".join([*words[-_LONGEST:], complement]).strip() if words else None


def _behind(case: Case) -> str | None:
    following = case.following()
    stop = min(case.stop, case.amount.last + 8, following.begin if following is not None else case.stop)
    words = [
        token.text
        for i, token in enumerate(case.tokens[case.amount.last : stop], case.amount.last)
        if is_content(token) and i not in case.covered
    ]
    return " ".join(words[:_LONGEST]) or None


def _in_amounts(case: Case) -> set[int]:
    before = starting_in(case.amounts, case.amount.begin - REACH, case.amount.begin)
    return {i for amount in before for i in range(amount.begin, amount.last)}
