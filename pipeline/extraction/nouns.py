"""Noun phrases after a number: what is counted, without a tagger.

Belongs here: where the phrase that a number counts ends, and whether it counts persons. Does not: indicators.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.extraction.values import frozen
from pipeline.vocabulary.language import calendar, changes, numerals, words
from pipeline.vocabulary.units import units

PERSON_NOUNS = frozenset(units()["person"].counted) | {"people", "persons"}
"""Plural and singular nouns, lower case, that count persons."""
STOP = words("nouns", "stop")
"""Words that end a noun phrase: prepositions, conjunctions, auxiliaries, pronouns, common verbs of reports."""

_SPANS = calendar().spans
_IRREGULAR = words("nouns", "irregular")
_NOT_NOUN = words("nouns", "not_noun")
_VERB_FORMS = frozenset(form[0] for form in changes().verbs if len(form) == 1)
_NUMBER_WORDS = frozenset(numerals().cardinals)
_DETERMINERS = frozenset({"the", "its", "their", "these", "those", "all"})
_ARTICLES = frozenset({"the", "its", "their"})
_COMPARING = frozenset({"fewer", "more", "less", "additional", "extra", "such", "other"})
_VERB_ENDINGS = ("ed", "ing", "ly")
THIRD_PERSON = words("nouns", "third_person")
"""Verbs that look like a plural: "gets", "looks"."""
_NEVER_NOUNS = words("nouns", "never_nouns")
_COORDINATING = frozenset({"and", "or"})
_APOSTROPHES = frozenset({"'", "\u2019"})
_LONGEST = 7


@frozen
class CountedNoun:
    """A noun phrase over tokens `first` to `last` (exclusive); `head` is its last word, `person`: it counts people."""

    first: int
    last: int
    head: str
    person: bool


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in _IRREGULAR or word in PERSON_NOUNS:
        return True
    ending = word.endswith("eaus") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
    return len(word) > 3 and ending and word not in _NOT_NOUN


def counted_noun(tokens: Sequence[Token], first: int) -> CountedNoun | None:
    """The plural noun phrase from token `first` on: "state-owned enterprises", "key projects"; at most seven words.

    Null where no plural stands before the phrase ends, so a bare number stays bare.
    """
    first = _after_comparing(tokens, _after_determiners(tokens, first))
    head = _head(tokens, first)
    if head is None:
        return None
    noun = tokens[head].lower
    return CountedNoun(first, head + 1, noun, noun in PERSON_NOUNS)


def _after_determiners(tokens: Sequence[Token], first: int) -> int:
    """Past the opening of "312 of the mines", "40 of all its mines"."""
    if word_at(tokens, first) != "of" or word_at(tokens, first + 1) not in _DETERMINERS:
        return first
    return first + 3 if word_at(tokens, first + 2) in _ARTICLES else first + 2


def _after_comparing(tokens: Sequence[Token], first: int) -> int:
    """Past the opening of "300 fewer mines"; the "more than" of "300 more than" opens nothing."""
    further = word_at(tokens, first + 1)
    return first + 1 if word_at(tokens, first) in _COMPARING and further and further not in STOP else first


def _head(tokens: Sequence[Token], first: int) -> int | None:
    """The last plural of the noun phrase that begins at token `first`."""
    head: int | None = None
    i, length = first, 0
    while i < len(tokens) and length < _LONGEST:
        if joins(tokens, i):
            i += 1
            continue
        if head is None and length and word_at(tokens, i) in _COORDINATING and _is_adjectival(tokens, i):
            # "digital and physical sales"
            i, length = i + 1, length + 1
            continue
        if tokens[i].kind == "n" and length == 1 and head is None and len(tokens[i - 1].text) > 1:
            # "two new 737 jets"
            i += 1
            continue
        if head == i - 1 and _owns_plural(tokens, i):
            # "90 apprentices' places"
            i += 1
            continue
        word = tokens[i].lower
        # "laid-off miners": behind a hyphen no word is a preposition.
        compound = length > 0 and joins(tokens, i - 1)
        if tokens[i].kind != "w" or not (compound or _goes_on(word, after_noun=head is not None, opening=not length)):
            break
        if is_plural(word) and not word.endswith("'s"):
            if word in _SPANS:
                break
            head = i
        i, length = i + 1, length + 1
    return head


def _owns_plural(tokens: Sequence[Token], i: int) -> bool:
    """Whether an apostrophe at token `i` makes the plural before it the owner of the plural behind it."""
    return tokens[i].text in _APOSTROPHES and tokens[i].glued and is_plural(word_at(tokens, i + 1))


def _is_adjectival(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words around the "and" at token `i` may both describe the noun that follows."""
    before, after = tokens[i - 1], word_at(tokens, i + 1)
    further = word_at(tokens, i + 2)
    alike = after.isalpha() and after not in STOP and not is_plural(after) and is_plural(further)
    return alike and before.kind == "w" and not before.lower.endswith(_VERB_ENDINGS[0])


def _goes_on(word: str, *, after_noun: bool, opening: bool) -> bool:
    if (word in STOP and not (opening and word == "works")) or word in _NUMBER_WORDS:
        return False
    if opening and word in _NEVER_NOUNS:
        # "Of which 9 million goes to roads".
        return False
    if after_noun:
        # "48 coal mines closed": only a further plural goes on ("48 mines operators").
        verb = word in _VERB_FORMS or word in THIRD_PERSON or word.endswith(_VERB_ENDINGS)
        return is_plural(word) and not verb
    return opening or word not in _VERB_FORMS or is_plural(word)
