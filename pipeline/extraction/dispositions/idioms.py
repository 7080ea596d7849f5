"""Numbers that count nothing new: "one of them", "the two", "number one", "double down", "twice a week".

Belongs here: pronouns, articles and turns of phrase that hold a number word. Does not: amounts.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.conversion import equated
from pipeline.extraction.dispositions.verdict import Verdict, first_verdict, verdict
from pipeline.extraction.lemmas import singular
from pipeline.extraction.nouns import STOP, counted_noun, is_plural
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.registry import where_said
from pipeline.extraction.signs import JOINERS
from pipeline.extraction.tokens import Token, joins, word_at, words_at
from pipeline.extraction.units import UNIT_WORDS
from pipeline.vocabulary.language import calendar, entity_nouns, words
from pipeline.vocabulary.units import scales

_SPANS = calendar().spans
_AFTER_TIMES = frozenset({".", ",", ";", "", "since", "before", "already"})
_REPEATED = words("idioms", "repeated")
_OFTEN = _SPANS.keys() | {"day", "night", "week", "hour"}
_SCALE_WORDS = scales().keys()
_SMALL = words("idioms", "small")
_AFTER_PRONOUN = words("idioms", "after_pronoun")
_POINTING = words("idioms", "pointing")
_AFTER_MULTIPLE = frozenset({"digit", "digits", "figures", "down", "standards", "check"})
_HEDGED = 3
"""So many tokens a number may take with its hedge: "about 36"."""
_AFTER_HALF = words("idioms", "after_half")
_AFTER_HYPHEN = frozenset({"digit", "track", "decker", "edged"})
_AFTER_ADVERB = frozenset({"a", "over", "before", "about", "daily", "weekly"})
_BEFORE_PRONOUN = words("idioms", "before_pronoun")
_NOT_BEGUN_BY = words("idioms", "after_lone_pronoun")
_MEASURING = frozenset({"most", "least", "more"})
_OWNERS = frozenset({"the", "its", "their", "our", "his", "her", "my", "your", "these", "those"})
_COUNTING = frozenset({"become", "becomes", "became", "just", "only"})
_ENDS = frozenset({",", ".", ";", ""})
_PARTICIPLES = ("ed", "en", "lit", "built")
_STATES = frozenset({"empty", "full", "hearted", "way", "dead", "asleep", "sold", "time"})
_PAIR = 2
_REFERENCES = entity_nouns().references.keys()
_OPENING = 2
_FAMILIAR = 3
_PARTS_OF = frozenset({"most", "half", "only"})
_UNCOUNTED = words("idioms", "uncounted")
_COLOURS = frozenset({"different", "main", "big", "good", "separate", "new", "great"})
_SMALL_COINS = frozenset({"cents", "pence", "pennies", "kopecks"})
_BEFORE_PRICE = frozenset({"at", "for", "to", "from", "below", "above", "about", "around"})
_TURNS_OF_ORDER = frozenset(
    {
        ("first", "come"),
        ("first", "served"),
        ("first", "aid"),
        ("first", "hand"),
        ("second", "hand"),
        ("second", "thoughts"),
        ("third", "party"),
        ("third", "parties"),
    }
)
_PERCENTAGES = frozenset({"%", "per", "percent", "percentage"})
_JOINTS = JOINERS | {"to", "or"}
_PARTS = frozenset({"third", "fifth", "tenth"})


def idiom_with_factor(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "double-digit", "double down", "twice a week"."""
    after, further = word_at(tokens, numeral.last), word_at(tokens, numeral.last + 1)
    if numeral.form == "multiple":
        found = after in _AFTER_MULTIPLE or (after in JOINERS and further in _AFTER_HYPHEN)
    else:
        found = after in _AFTER_ADVERB
    return verdict(numeral, "idiom", "turn of phrase") if found else None


def idiom_with_order(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "first come, first served", "second-hand", "third party": the order is of nothing."""
    i, j = numeral.first, numeral.last
    after = word_at(tokens, j + 1) if joins(tokens, j) else word_at(tokens, j)
    turn = (word_at(tokens, i), after) in _TURNS_OF_ORDER
    return verdict(numeral, "idiom", "turn of phrase") if turn else None


@where_said(_SMALL_COINS)
def part_of_currency(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "100 pence in the pound": promised in full; what something trades "at" is a price."""
    following = words_at(tokens, numeral.last, 3)
    if following[0] not in _SMALL_COINS or following[1:] not in (["on", "the"], ["in", "the"]):
        return None
    traded = word_at(tokens, numeral.first - 1) in _BEFORE_PRICE
    return None if traded else verdict(numeral, "idiom", "turn of phrase", numeral.last + 4, quantity=True)


@where_said(JOINERS)
def fraction_in_compound(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "half-finished", "half-empty": a manner of speaking; "half-a-million" and "half-year" are not."""
    if not joins(tokens, numeral.last):
        return None
    word = word_at(tokens, numeral.last + 1)
    return verdict(numeral, "idiom", "turn of phrase") if word.endswith(_PARTICIPLES) or word in _STATES else None


@where_said(_AFTER_HALF)
def half_of_a_manner(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "on half pay", "at half-time", "half price": how something is done; "half the pay" is an amount."""
    j = numeral.last + 1 if joins(tokens, numeral.last) else numeral.last
    if word_at(tokens, numeral.first) != "half" or word_at(tokens, j) not in _AFTER_HALF:
        return None
    return verdict(numeral, "idiom", "turn of phrase", j + 1)


@where_said(["times"])
def frequency(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "three times a day", "two times each week": how often something is done."""
    following = words_at(tokens, numeral.last, 3)
    if following[0] != "times":
        return None
    by_span = following[1] in ("a", "per", "each", "every") and following[2] in _OFTEN
    # "voted three times"; "grew three times" tells how much.
    repeated = following[1] in _AFTER_TIMES and word_at(tokens, numeral.first - 1) in _REPEATED
    if not by_span and not repeated:
        return None
    return verdict(numeral, "other", "how often, not how much", numeral.last + 3, quantity=True)


@where_said(_UNCOUNTED)
def rhetorical_count(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "two sides", "three reasons", "we have had two lives": things that nobody counts."""
    if numeral.scaled or tokens[numeral.first].lower not in _SMALL or numeral.last > numeral.first + 1:
        return None
    j = numeral.last + 1 if word_at(tokens, numeral.last) in _COLOURS else numeral.last
    if word_at(tokens, j) not in _UNCOUNTED or word_at(tokens, numeral.first - 1) in ("in", "every"):
        return None
    return verdict(numeral, "idiom", "a manner of speaking", quantity=True)


@where_said(["per"])
def reckoned_by(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "12 deaths per 100,000 people": what a rate is reckoned by."""
    if word_at(tokens, numeral.first - 1) != "per":
        return None
    return verdict(numeral, "specification", "what a rate is reckoned by")


@where_said(_SMALL)
def idiom_with_small_number(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "one of them", "one day", "number one", "the two", "the three provinces"."""
    if numeral.scaled or tokens[numeral.first].lower not in _SMALL or numeral.last > numeral.first + 1:
        return None
    return first_verdict((_one,) if numeral.value == 1 else (_pointing_back,), tokens, numeral)


def _one(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """A lone "one" is a pronoun or an article, unless the words around it count with it."""
    before, after = word_at(tokens, numeral.first - 1), word_at(tokens, numeral.last)
    scaled = word_at(tokens, numeral.last + 1) in ("is", "equals", "=") and after in _SCALE_WORDS
    behind = equated(tokens, numeral.last)
    if scaled or (behind is not None and any(token.kind == "n" for token in tokens[behind : behind + _HEDGED])):
        return verdict(numeral, "other", "key for converting units")
    if before == "number":
        return verdict(numeral, "idiom", "turn of phrase")
    if _opens_range(tokens, numeral):
        return None
    if before == "the" and (after == "in" or after not in UNIT_WORDS) and not joins(tokens, numeral.last):
        return verdict(numeral, "idiom", "pronoun, counts nothing")
    if after in ("more", "fewer", "less") and word_at(tokens, numeral.last + 1) == "than":
        return None
    if after in _AFTER_PRONOUN and not (after == "of" and before in _SMALL):
        counts = after == "of" and _one_of_things(tokens, numeral.last)
        return verdict(numeral, "idiom", "pronoun, counts nothing", quantity=counts)
    if _opens_share(tokens, numeral.last):
        return None
    if after in _SPANS:
        return verdict(numeral, "window", "length of time, not a figure", quantity=True)
    if after in UNIT_WORDS or (after in JOINERS and word_at(tokens, numeral.last + 1) in _PARTS):
        return None
    if numeral.last < len(tokens) and tokens[numeral.last].kind == "n":
        # "just one 52,000-barrel plant"
        return verdict(numeral, "idiom", "pronoun or article, counts nothing")
    if before in _COUNTING or (before == "to" and after in _ENDS):
        return None
    counts = before not in _BEFORE_PRONOUN and _begins_noun_phrase(tokens, numeral.last)
    return verdict(numeral, "idiom", "pronoun or article, counts nothing", quantity=counts)


def _opens_range(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """As in "one to two per cent", "between one and three million": the unit or scale comes with the other end."""
    joint, other, unit = words_at(tokens, numeral.last, 3)
    between = joint == "and" and word_at(tokens, numeral.first - 1) == "between"
    # "One or two people" are a few.
    measured = unit in _SCALE_WORDS or unit in _PERCENTAGES
    return measured and (between or joint in _JOINTS) and (other in _SMALL or other.replace(".", "").isdecimal())


def _one_of_things(tokens: Sequence[Token], of: int) -> bool:
    """As in "one of the largest mines", "one of its mines": one thing of several, named by their noun."""
    word = word_at(tokens, of + 1)
    first = of + 3 if word_at(tokens, of + 2) in _MEASURING else of + 2
    return (word in _OWNERS or word.endswith("'s")) and _begins_noun_phrase(tokens, first)


def _begins_noun_phrase(tokens: Sequence[Token], k: int) -> bool:
    """Whether a noun, or a word that describes one, stands at token `k`: "one proposal", "one open pit"."""
    if k >= len(tokens) or tokens[k].kind != "w" or tokens[k].lower in STOP:
        return False
    return tokens[k].lower not in _NOT_BEGUN_BY and not tokens[k].lower.endswith(("'s", "ly"))


def _opens_share(tokens: Sequence[Token], j: int) -> bool:
    """As in "one in five", "one resident out of three"."""
    following = words_at(tokens, j, 4)
    return not {"in", "out"}.isdisjoint(following[:2]) and not _SMALL.isdisjoint(following[1:])


def _is_whole(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """As in "largest of the six dairies", "four of the nine": the whole that something is a part of is counted."""
    i = numeral.first
    if word_at(tokens, i - 1) != "the" or word_at(tokens, i - 2) != "of":
        return False
    before = word_at(tokens, i - 3)
    if numeral.value <= _PAIR:
        # "One of the two presses"; one of the two towns is one of those already named.
        return before == "one" and _counts_things(tokens, numeral.last)
    # "Of the three provinces" points back to those that everybody knows; "of the six pits" need not.
    opening = i == _OPENING and numeral.value > _FAMILIAR
    return opening or before in _SMALL or before in _PARTS_OF or before.endswith("est")


def _counts_things(tokens: Sequence[Token], first: int) -> bool:
    """Whether what is counted from token `first` on are things, which no text refers back to by a word for places."""
    noun = counted_noun(tokens, first)
    return noun is not None and not noun.person and singular(noun.head) not in _REFERENCES


def _pointing_back(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "the three provinces", "both two"; "the five per cent" and "the two tonne limit" are amounts."""
    if word_at(tokens, numeral.first - 1) not in _POINTING or _is_whole(tokens, numeral):
        return None
    after = word_at(tokens, numeral.last)
    if joins(tokens, numeral.last) and word_at(tokens, numeral.last + 1) in _SPANS:
        # "the nine-month tally"
        return None
    if after in ("%", "per", "percent") or (after in UNIT_WORDS and not is_plural(after)):
        return None
    return verdict(numeral, "idiom", "points back to things already named", quantity=True)
