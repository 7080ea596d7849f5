"""Names of organisations that the words right around them show: "the steelmaker Vitka", "Vitka, which employs".

Belongs here: unknown names without a noun of their own that are told of as firms are. Does not: names with such a noun
(`subjects`), names that an apposition behind them explains (`apposition`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.extraction.entities import of_subject
from pipeline.extraction.lemmas import singular
from pipeline.extraction.mentions.capitals import bare, is_capitalised, owns, surface
from pipeline.extraction.mentions.conduct import does_business
from pipeline.extraction.mentions.mention import Mention
from pipeline.extraction.mentions.subjects import TITLES
from pipeline.extraction.nouns import STOP
from pipeline.extraction.tokens import Token, word_at
from pipeline.vocabulary.language import calendar, entity_nouns, words
from pipeline.vocabulary.places import demonyms
from pipeline.vocabulary.products import product_words

_NOUNS = entity_nouns()
_NO_NAMES = STOP | words("mentions", "sentence_openers") | words("mentions", "no_organisations")
BEFORE = words("mentions", "before_organisations")
"""What a firm is, before its name: "the steelmaker Vitka"."""
_VERBS = words("mentions", "verbs_of_organisations")
_FINITE = words("mentions", "finite_verbs")
_POSSESSED = words("mentions", "possessed_by_organisations")
_OWNERS = words("mentions", "owners")
_HELD = frozenset({"shares", "stock", "shareholders", "bonds", "subsidiary", "arm", "unit", "parent"})
_LOCATED = frozenset({"in", "at", "near", "around", "from", "to", "of", "outside", "between", "towards"})
_OPENERS = frozenset({",", ";", "and", "but", "while", "when", "whereas", "where", "as", "that", "because", "if"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "another"})
_RELATIVES = frozenset({"which", "whose"})
_ADVERBS = frozenset({"also", "now", "still", "already", "alone", "once", "then", "itself", "never"})
_BEFORE_VERB = _ADVERBS | {"has", "have", "had"}
_COMMON_ENDINGS = tuple(words("mentions", "common_endings"))
_PERSONAL = TITLES | words("mentions", "offices")
_STAFF = frozenset({"workers", "employees", "staff", "miners", "steelworkers"})
_LONGEST_COUNT = 3
_SHORTEST_PAST = 5
_LONGEST_HEAD = 5
_FARTHEST_HEAD = 10


def organisation_by_words(tokens: Sequence[Token], first: int, run: int) -> Mention | None:
    """The organisation that an unknown name, tokens `first` to `run` (exclusive), stands for; null without a sign."""
    if tokens[first].lower in BEFORE and run > first + 1:
        # "Steelmaker Vitka employs": only the head of a sentence gives its noun a capital.
        first += 1
    for sign in _SIGNS:
        if sign(tokens, first, run):
            break
    else:
        return None
    if not _may_be_organisation(tokens, first, run):
        return None
    name = surface(tokens, first, run)
    before = word_at(tokens, first - 1)
    # What only does something may be a mine as well: no noun refers back to it.
    noun = "" if sign is _is_subject_of_clause else before if before in _NOUNS.references else "company"
    entity = of_subject(name, "organisation", noun)
    return Mention(first, run, "name", entity, word=noun, possessive=owns(tokens, run), guessed=True)


def _may_be_organisation(tokens: Sequence[Token], first: int, run: int) -> bool:
    """Whether a name may be a firm's: no person by title, age or what is said, nor the first word of a sentence."""
    name = [bare(token.lower) for token in tokens[first:run]]
    if name[0] in _NO_NAMES or not _PERSONAL.isdisjoint(name) or word_at(tokens, first - 1) in TITLES:
        return False
    if name[0] in calendar().months or name[0] in calendar().weekdays or tokens[first].text in demonyms():
        return False
    behind = word_at(tokens, run + 1 if word_at(tokens, run) == "," else run)
    if word_at(tokens, run) in _NOUNS.reports and does_business(tokens, first, run):
        return True
    if behind in _NOUNS.reports or (word_at(tokens, run) == "," and run + 1 < len(tokens) and behind.isdigit()):
        return False
    opens = first == 0 or not tokens[first - 1].text.isalnum()
    return run > first + 1 or not opens or not _is_common(tokens[first])


def _is_common(token: Token) -> bool:
    """Whether a word at the head of a sentence looks like any noun: "Tourism", "Farmers", "Coal"."""
    word = bare(token.lower)
    if word in product_words():
        return True
    return token.text.isupper() is False and (word.endswith(_COMMON_ENDINGS) or singular(word) != word)


def _after_its_noun(tokens: Sequence[Token], first: int, run: int) -> bool:  # noqa: ARG001 - a sign like the others
    """As in "the steelmaker Vitka", "its operator Ostra"."""
    return word_at(tokens, first - 1) in BEFORE


def _explained(tokens: Sequence[Token], first: int, run: int) -> bool:
    """As in "Vitka, which employs", "Maro Beans, biggest of the millers here", but not "in Orford, which has"."""
    if word_at(tokens, run) != "," or word_at(tokens, first - 1) in _LOCATED:
        return False
    if word_at(tokens, run + 1) in _RELATIVES:
        return True
    superlative = word_at(tokens, run + 1)
    if not (superlative.endswith("est") or superlative in ("one", "the", "its", "owner", "maker", "operator")):
        return False
    behind = tokens[run + 2 : run + 2 + _FARTHEST_HEAD]
    end = next((k for k, token in enumerate(behind) if token.text in (",", ".", ";")), len(behind))
    return any(_is_firm(singular(token.lower)) for token in behind[:end])


def _is_firm(noun: str) -> bool:
    return noun in BEFORE or _NOUNS.organisations.get(noun) == "firm"


def _acts(tokens: Sequence[Token], first: int, run: int) -> bool:
    """As in "Vitka employs", "Vitka has drilled"; a name of two words may be a person's."""
    if run > first + 1 and not tokens[first].text.isupper():
        return False
    k = run
    while word_at(tokens, k) in _BEFORE_VERB:
        k += 1
    return word_at(tokens, k) in _VERBS


def _has_staff(tokens: Sequence[Token], first: int, run: int) -> bool:  # noqa: ARG001 - a sign like the others
    """As in "Vitra Tube had 4,200 workers": who has those is no person."""
    k = run
    while word_at(tokens, k) in _ADVERBS:
        k += 1
    if word_at(tokens, k) not in ("has", "had", "with", "employs", "employed"):
        return False
    behind = range(k + 1, min(len(tokens), k + 1 + _LONGEST_COUNT))
    counted = next((i for i in behind if tokens[i].kind == "n"), None)
    return counted is not None and word_at(tokens, counted + 1) in _STAFF


def _owns(tokens: Sequence[Token], first: int, run: int) -> bool:  # noqa: ARG001 - a sign like the others
    """As in "Vitka's workers"."""
    return owns(tokens, run) and word_at(tokens, run) in _POSSESSED


def _is_held(tokens: Sequence[Token], first: int, run: int) -> bool:  # noqa: ARG001 - a sign like the others
    """As in "shares of Vitka"."""
    return word_at(tokens, first - 1) in ("of", "in") and word_at(tokens, first - 2) in _HELD


def _inserted(tokens: Sequence[Token], first: int, run: int) -> bool:
    """As in "one of the brewers, Clear Wells, made", "the group that owns them, Vitra Kilns, has"."""
    if word_at(tokens, first - 1) != "," or word_at(tokens, run) not in (",", "in", "of"):
        return False
    start = max(0, first - 1 - _FARTHEST_HEAD)
    head = [token.lower for token in tokens[start : first - 1]]
    stops = [k for k, word in enumerate(head) if word in (",", ";", ".")]
    if head and (_is_firm(head[-1]) or head[-1] in _OWNERS) and not _ARTICLES.isdisjoint(head[-_LONGEST_HEAD:]):
        # "In 2016 its previous owner, Vitra, collapsed".
        return True
    if start and not stops:
        return False
    head = head[stops[-1] + 1 :] if stops else head
    if head[:2] == ["one", "of"]:
        return True
    return bool(head) and head[0] in _ARTICLES and any(_is_firm(word) for word in head[1:_LONGEST_HEAD])


def _is_subject_of_clause(tokens: Sequence[Token], first: int, run: int) -> bool:
    """As in "; Karvin dug 2 million", "when Rozvad was shut": a name of one word that something is told of."""
    if run > first + 1 or first == 0 or word_at(tokens, first - 1) not in _OPENERS:
        return False
    k = run
    while word_at(tokens, k) in _ADVERBS:
        k += 1
    return k < len(tokens) and not is_capitalised(tokens[k]) and _is_finite(word_at(tokens, k))


def _is_finite(word: str) -> bool:
    return word in _FINITE or word in _VERBS or (word.endswith("ed") and len(word) >= _SHORTEST_PAST)


def stands_alone(tokens: Sequence[Token], last: int) -> bool:
    """Whether what ends before token `last` is no attribute of a noun behind it: not as in "the school bus"."""
    if last >= len(tokens) or tokens[last].kind != "w":
        return True
    return tokens[last].lower in STOP or _is_finite(tokens[last].lower)


_SIGNS: tuple[Callable[[Sequence[Token], int, int], bool], ...] = (
    _after_its_noun,
    _explained,
    _acts,
    does_business,
    _has_staff,
    _owns,
    _is_held,
    _inserted,
    _is_subject_of_clause,
)
