"""Numbers that a name is made with, or that class a thing: "No. 2", "G20", "Line 4", "three-bedroom", "third".

Belongs here: numerals that tell which, what kind, or what score. Does not: those that only identify (`codes`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.dispositions.verdict import Rule, Verdict, first_verdict, verdict
from pipeline.extraction.mentions.capitals import surface
from pipeline.extraction.nouns import STOP, counted_noun, is_plural
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.signs import HYPHENS
from pipeline.extraction.tokens import Token, joins, word_at
from pipeline.extraction.units import UNIT_WORDS, currency_before, unit_after
from pipeline.vocabulary.language import calendar, numerals, words
from pipeline.vocabulary.places import place_names

_SPANS = calendar().spans
_STARTS_OF_UNITS = UNIT_WORDS | {"%", "million", "billion"}
_NUMBER_SIGNS = frozenset({"no", "number", "nos", "#"})
_NUMBERED = words("names", "numbered")
_LONGEST_NUMBER = 4
_LONGEST_ROAD = 3
_ADVERBS = words("names", "adverbs")
_BEFORE_PLACE = frozenset({"in", "of", "at", "from", "to"})
_COLLECTIVES = words("names", "collectives")
_PLANS = frozenset({"plan", "plans", "program", "programme"})
# Letters behind digits that are a scale and no part of a name: "30M".
_SCALES = frozenset({"M", "B", "K"})
_ALWAYS_NUMBERED = words("names", "always_numbered")
_INDICES = words("names", "indices")
_OPENERS_OF_COUNTS = words("names", "openers_of_counts")
_PREDICATES = words("names", "predicates")
_ATTRIBUTES = words("names", "attributes")
_BEFORE_SCORE = words("names", "before_score")
_AFTER_SCORE = frozenset({"win", "victory", "defeat", "loss", "draw", "at", "home", "away"})
_HIGHEST_SCORE = 200
_ENDS_OF_ORDER = frozenset({"top", "bottom"})
_BEHIND_AMOUNTS = frozenset({"%", "+", "\u00b0"})
_BEFORE_PLACE = frozenset({"in", "at", "from", "those", "that", "of"})
_PARTING = frozenset({",", ";", "and", "but", "while"})
_LONGEST_TELLING = 30
"""So many tokens back the place before may have its number."""
_CARDINALS = frozenset(numerals().cardinals)


def ordinal(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:  # noqa: ARG001 - a rule like the others
    """As in "first", "11th", "third-biggest"; the fraction "a third" has another form."""
    return verdict(numeral, "ordinal", "place in an order")


def name_of_a_plan(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "five-year plan"."""
    j = numeral.last
    if joins(tokens, j) and word_at(tokens, j + 1) == "year" and word_at(tokens, j + 2) in _PLANS:
        return verdict(numeral, "name", "name of a plan", j + 3)
    return None


def name(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """Digits inside names: "Longhu No. 2", "G20", "5G", "Type 3B", "Boeing-737", "Line 4"."""
    return None if numeral.scaled else first_verdict(_NAMES, tokens, numeral)


def make_of_a_thing(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "three-bedroom house", "four-cylinder engine", "two-storey": a make, not an amount of a place."""
    j = numeral.last
    if not joins(tokens, j) or tokens[j + 1].kind != "w":
        return None
    word = tokens[j + 1].lower
    if word.startswith("something"):
        return verdict(numeral, "age", "age given roughly", j + 2)
    if word in UNIT_WORDS or word in _SPANS or word in _ATTRIBUTES or is_plural(word):
        return None
    return verdict(numeral, "specification", "size or make of a thing", quantity=True)


def score_of_a_match(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "lost 4-0", "a 34-27 win"."""
    i, j = numeral.first, numeral.last
    if joins(tokens, j):
        first, last = i, j + 1
    elif joins(tokens, i - 1):
        first, last = i - 2, i
    else:
        return None
    if not _is_score(tokens[first]) or not _is_score(tokens[last]):
        return None
    # The ends of a range differ; "tied at 2-2".
    equal = tokens[first].text == tokens[last].text and unit_after(tokens, last + 1) is None
    if equal or word_at(tokens, first - 1) in _BEFORE_SCORE or word_at(tokens, last + 1) in _AFTER_SCORE:
        return verdict(numeral, "other", "score of a match")
    return None


def _is_score(token: Token) -> bool:
    return token.kind == "n" and len(token.text) <= 3 and token.text.isdigit() and int(token.text) <= _HIGHEST_SCORE


def _after_number_sign(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    i = numeral.first
    stopped = word_at(tokens, i - 1) == "." and tokens[i - 1].glued and word_at(tokens, i - 2) in ("no", "nos")
    signed = word_at(tokens, i - 1) in _NUMBER_SIGNS and word_at(tokens, numeral.last) not in _STARTS_OF_UNITS
    if signed and word_at(tokens, i - 1) == "number" and _counts_plural(tokens, i - 2):
        return None
    return verdict(numeral, "name", "number within a name") if stopped or signed else None


def _counts_plural(tokens: Sequence[Token], k: int) -> bool:
    """As in "growers in Jilin number 130", "staff now number 85": "number" is the verb of what stands before it."""
    if word_at(tokens, k) in _ADVERBS:
        k -= 1
    if k >= 2 and tokens[k].text[0].isupper() and word_at(tokens, k - 1) in _BEFORE_PLACE:
        k -= 2
    before = word_at(tokens, k)
    return before in _COLLECTIVES or is_plural(before)


def _road(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "U.S. 22", which is no count of the country's."""
    before = tokens[numeral.first - 1] if numeral.first else None
    if before is None or before.text != "U.S." or word_at(tokens, numeral.first - 2) == "the":
        return None
    return verdict(numeral, "name", "number of a road") if len(numeral.digits) <= _LONGEST_ROAD else None


def _glued_to_letters(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "G20", but not in "RMB20"."""
    i = numeral.first
    if not i or not tokens[i].glued or tokens[i - 1].kind != "w":
        return None
    currency = currency_before(tokens, i)
    is_money = currency is not None and len(tokens[i - 1].text) > 1
    return None if is_money else verdict(numeral, "name", "digits within a name or code")


def _hyphened_to_capital(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "Boeing-737", "COVID -19", "last-32", but not in "Output-5 million tonnes", "sub-7 nanometre"."""
    i = numeral.first
    if i < 2 or word_at(tokens, i - 1) not in HYPHENS or not tokens[i].glued:
        return None
    before = tokens[i - 2]
    if before.kind != "w" or unit_after(tokens, numeral.last) is not None:
        return None
    if word_at(tokens, numeral.last) in _STARTS_OF_UNITS or before.lower == "minus":
        return None
    joined = tokens[i - 1].glued and (before.text[0].isupper() or before.lower == "last")
    acronym = before.text.isupper() and len(before.text) > 1
    return verdict(numeral, "name", "digits within a name or code") if joined or acronym else None


def _variant(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in the 800 of "Boeing 737-800"."""
    i = numeral.first
    model = i > 2 and joins(tokens, i - 1) and tokens[i - 2].kind == "n" and tokens[i - 3].kind == "w"
    named = model and tokens[i - 3].text[0].isupper() and tokens[i - 3].lower not in _OPENERS_OF_COUNTS
    if not named or tokens[i - 3].lower in calendar().months or _is_counted(tokens, numeral.last):
        return None
    return verdict(numeral, "name", "digits within a name or code")


def _before_letters(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the 49ers", "in their 40s": letters that are no unit, glued to digits."""
    if numeral.last >= len(tokens) or not tokens[numeral.last].glued or tokens[numeral.last].kind != "w":
        return None
    letters = tokens[numeral.last].text
    if not letters.islower() or letters == "x" or not numeral.digits.isdecimal():
        return None
    if letters == "s":
        return verdict(numeral, "age", "decade of life, or of a scale")
    return None if unit_after(tokens, numeral.last) else verdict(numeral, "name", "digits within a name or code")


def _before_capitals(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "5G", "3B"."""
    if numeral.last >= len(tokens):
        return None
    after = tokens[numeral.last]
    capitals = after.kind == "w" and after.glued and len(after.text) <= 2 and after.text.isupper()
    if not capitals or after.text in _SCALES or not numeral.digits.isdecimal():
        return None
    if unit_after(tokens, numeral.last) is not None:
        return None
    return verdict(numeral, "name", "digits within a name or code")


def _numbered(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "Line 4", "Nasdaq 100"."""
    i = numeral.first
    before = tokens[i - 1] if i else None
    if before is None or len(numeral.digits) > _LONGEST_NUMBER:
        return None
    numbered = before.lower in _NUMBERED and before.text[0].isupper()
    if before.lower in _ALWAYS_NUMBERED:
        numbered = numbered or not _is_counted(tokens, numeral.last)
    return verdict(numeral, "name", "number within a name") if numbered else None


def _index(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "S&P 500", "sp 500", "Fortune 100"."""
    before = [word_at(tokens, numeral.first - k) for k in (1, 2, 3)]
    known = before[0] in _INDICES or before == ["p", "&", "s"] or before[:2] == ["p", "s"]
    return verdict(numeral, "name", "name of an index") if known and numeral.digits.isdecimal() else None


def _after_capitalised(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the Big 12", "iPhone 11 Pro", "Game 7": a short bare number behind a name, which counts nothing."""
    i = numeral.first
    if i < 1 or len(numeral.digits) > _LONGEST_NUMBER or not numeral.digits.isdecimal() or tokens[i].glued:
        return None
    before = tokens[i - 1]
    if before.kind != "w" or before.text.islower() or before.lower in _OPENERS_OF_COUNTS:
        return None
    opens_sentence = i == 1 and before.text[0].isupper()
    # "It has 14 mines, and Weifang 3" leaves the verb out.
    elliptic = word_at(tokens, i - 2) in ("and", "but", "while") and word_at(tokens, i - 3) == ","
    elliptic = elliptic or _tells_of_next_place(tokens, i)
    if _is_mixed(before.text) and unit_after(tokens, numeral.last) is None:
        return verdict(numeral, "name", "number within a name")
    if opens_sentence or elliptic or currency_before(tokens, i) is not None or _is_counted(tokens, numeral.last):
        return None
    after = tokens[numeral.last] if numeral.last < len(tokens) else None
    if after is not None and (after.lower in _PREDICATES or after.text in _BEHIND_AMOUNTS or after.kind == "m"):
        return None
    return verdict(numeral, "name", "number within a name")


def _is_mixed(word: str) -> bool:
    """As in "iPhone": capitals behind the first letter, though not throughout; not "McLaren"."""
    return (
        not word.startswith(("Mc", "Mac", "De", "La", "O'"))
        and not word.isupper()
        and not word[1:].islower()
        and any(letter.isupper() for letter in word[1:])
    )


def _before_capitalised(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "its 787 Dreamliner", "11 Pro Max": a model, where no plural or unit is counted; not "14 Germans"."""
    last = numeral.last
    if last >= len(tokens) or tokens[last].kind != "w" or not numeral.digits.isdecimal():
        return None
    after = tokens[last]
    titled = after.text[0].isupper() and after.text[1:].islower() and after.lower not in STOP
    if not titled or tokens[last].glued or is_plural(after.lower) or unit_after(tokens, last) is not None:
        return None
    if counted_noun(tokens, last) is not None or currency_before(tokens, numeral.first) is not None:
        return None
    return verdict(numeral, "name", "number within a name")


def _tells_of_next_place(tokens: Sequence[Token], i: int) -> bool:
    """As in "Huainan has 14 mines, Datong 3": the places are parted like what is told of them."""
    k = i - 2
    while word_at(tokens, k) in _BEFORE_PLACE:
        k -= 1
    if word_at(tokens, k) not in _PARTING or not place_names().get(surface(tokens, i - 1, i)):
        return False
    return any(token.kind == "n" for token in tokens[max(0, i - _LONGEST_TELLING) : k])


def _is_counted(tokens: Sequence[Token], last: int) -> bool:
    """Whether a unit, a sign of per cent, or a noun in the plural begins at token `last`."""
    if last >= len(tokens):
        return False
    noun = counted_noun(tokens, last)
    return unit_after(tokens, last) is not None or (noun is not None and tokens[last].text.islower())


def _in_noun_phrase(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "two new 737 jets": what another number counts already has this one in its name."""
    i = numeral.first
    if i < 2 or not numeral.digits.isdecimal() or len(numeral.digits) > _LONGEST_NUMBER:
        return None
    between = tokens[i - 1]
    counting = tokens[i - 2].kind == "n" or tokens[i - 2].lower in _CARDINALS
    adjective = between.kind == "w" and between.text.islower() and between.lower not in STOP
    if not counting or not adjective or is_plural(between.lower):
        return None
    if unit_after(tokens, i - 1) is not None or unit_after(tokens, numeral.last) is not None:
        return None
    return verdict(numeral, "name", "number within a name")


def place_in_order(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the bottom three", "among the top 10": without a noun behind it nothing is counted."""
    after = word_at(tokens, numeral.last)
    alone = after not in ("%", "-") and (not after.isalpha() or after in STOP)
    if numeral.scaled or not alone or word_at(tokens, numeral.first - 1) not in _ENDS_OF_ORDER:
        return None
    return verdict(numeral, "ordinal", "place in an order")


def _town_block(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "2-chome" of a Japanese address."""
    if joins(tokens, numeral.last) and word_at(tokens, numeral.last + 1) == "chome":
        return verdict(numeral, "name", "number within a name")
    return None


_NAMES: tuple[Rule, ...] = (
    _after_number_sign,
    _glued_to_letters,
    _hyphened_to_capital,
    _variant,
    _before_letters,
    _before_capitals,
    _numbered,
    _index,
    _after_capitalised,
    _before_capitalised,
    _in_noun_phrase,
    _road,
    _town_block,
)
