"""Screening: amounts that the sentence shows to be no figures - examples, thresholds, denials, one person's own.

Belongs here: one small rule per kind, with its reason. Does not: what single numerals show (`dispositions`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.extraction.amounts import Amount
from pipeline.extraction.clauses import Clauses
from pipeline.extraction.model import Disposition
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import words

Screen = tuple[Disposition, str]
Rule = Callable[[Sequence[Token], Amount, Clauses], Screen | None]


def screen(tokens: Sequence[Token], amount: Amount, clauses: Clauses) -> Screen | None:
    """The first rule that shows the amount to be no figure; null where none does."""
    for rule in _RULES:
        found = rule(tokens, amount, clauses)
        if found is not None:
            return found
    return None


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


_EXAMPLES = words("screening", "examples")


def size_of_example(tokens: Sequence[Token], amount: Amount, clauses: Clauses) -> Screen | None:
    """As in "an apartment of 70 square metres", "a 62-square-metre unit", "half a square metre": whose price is given."""
    if amount.kind != "area" or amount.per is not None:
        return None
    before, article = _word(tokens, amount.begin - 1), _word(tokens, amount.begin - 3)
    if (
        before == "of"
        and _word(tokens, amount.begin - 2) in _EXAMPLES
        and article in ("a", "an", "one", "the", "typical", "average", "small", "large", "standard")
    ):
        return "specification", "size of an example"
    if (
        tokens[amount.numeral.last : amount.numeral.last + 1]
        and tokens[amount.numeral.last].text in "-‐‑"
        and any(_word(tokens, k) in _EXAMPLES for k in range(amount.last, amount.last + 3))
        and before in ("a", "an", "one", "the")
    ):
        return "specification", "size of an example"
    if amount.value <= 1 and any(
        _word(tokens, k) in ("price", "buys", "buy", "cost", "barely")
        for k in range(max(0, amount.begin - 5), amount.begin)
    ):
        return "specification", "a unit that a price is compared by"
    return None


def threshold(tokens: Sequence[Token], amount: Amount, clauses: Clauses) -> Screen | None:
    """As in "with annual revenue of 20 million yuan or more": the limit of a class."""
    if (
        amount.comparator == "at_least"
        and "hedge-after" in amount.rules
        and any(
            _word(tokens, k) in ("with", "of", "those", "above", "employing")
            for k in range(max(0, amount.begin - 5), amount.begin)
        )
    ):
        return "specification", "threshold of a class"
    return None


def grade(tokens: Sequence[Token], amount: Amount, clauses: Clauses) -> Screen | None:
    """As in "fines with 62 per cent iron", "coal of 5,500 kilocalories": a specification of goods."""
    before = _word(tokens, amount.begin - 1)
    if (
        amount.kind == "ratio"
        and before == "with"
        and _word(tokens, amount.last) not in ("of", "in", "from", "more", "less", "above", "below")
        and amount.last < len(tokens)
        and tokens[amount.last].kind == "w"
    ):
        return "specification", "specification of goods"
    if amount.kind == "energy" and before == "of" and amount.per is None and amount.value < 100:
        return "specification", "specification of goods"
    return None


def exchange_key(tokens: Sequence[Token], amount: Amount, clauses: Clauses) -> Screen | None:
    """As in "$1 = 6.47 yuan", "one barrel = 0.137 tons", "one yi is 100 million": a key for conversion."""
    if _word(tokens, amount.begin - 1) == "=" or _word(tokens, amount.last) == "=":
        return "other", "key for converting units"
    if clauses.depth[amount.first] and any(_word(tokens, k) == "=" for k in range(len(tokens))):
        return "other", "key for converting units"
    if _word(tokens, amount.begin - 1) == "is" and _word(tokens, amount.begin - 2) in (
        "yi",
        "wan",
        "mu",
        "jin",
        "lakh",
        "crore",
        "li",
    ):
        return "other", "key for converting units"
    return None


_DENIALS = frozenset({"untrue", "nobody", "denied", "denies", "rumour", "rumor", "rumours", "false"})


def denied(tokens: Sequence[Token], amount: Amount, clauses: Clauses) -> Screen | None:
    """As in "a rumour that it will close 12 schools is untrue", "isn't double", "nobody sold at 10,000": said not to be so."""
    start, stop = clauses.start(amount.first), clauses.stop(amount.first)
    words = [t.lower for t in tokens[start:stop]]
    if _DENIALS & set(words):
        return "other", "denied, or only rumoured"
    before = [t.lower for t in tokens[max(start, amount.begin - 4) : amount.begin]]
    if any(w.endswith("n't") for w in before) or ("not" in before and not {"only", "just"} & set(before)):
        return "other", "said not to be so"
    if words[:1] == ["if"] or "if" in [t.lower for t in tokens[max(0, start - 1) : amount.begin]][:2]:
        return "other", "hypothetical"
    return None


_MINE = frozenset({"i", "my", "me", "mine"})


def personal(tokens: Sequence[Token], amount: Amount, clauses: Clauses) -> Screen | None:
    """As in "I planted 340 mu", "half my machines", "takes home 259,000 a month": one person's own."""
    start = clauses.start(amount.first)
    words = [t.lower for t in tokens[start : amount.last + 3]]
    if "my" in words[max(0, amount.first - start - 3) :] and amount.kind in ("ratio", "count", "person"):
        return "other", "a person's own affairs"
    if "i" in words[: amount.first - start] and (
        amount.kind in ("area", "count", "person")
        or any(w in ("cleared", "earn", "earned", "planted", "made", "make") for w in words)
    ):
        return "other", "a person's own affairs"
    if any(a == "takes" and b == "home" for a, b in zip(words, words[1:], strict=False)) or any(
        a == "for" and b in ("her", "him") for a, b in zip(words, words[1:], strict=False)
    ):
        return "other", "a person's own affairs"
    before = [t.lower for t in tokens[start : amount.begin]]
    if (
        any(w in ("her", "his") for w in before[-6:])
        and amount.kind in ("count", "ratio", "person")
        and ("clients" in words or "pupils" in words or "in" in before[-4:])
    ):
        return "other", "a person's own affairs"
    return None


def sample(tokens: Sequence[Token], amount: Amount, clauses: Clauses) -> Screen | None:
    """As in "the 46 furnaces that we follow", "31 mills in our survey": the size of a sample."""
    following = [t.lower for t in tokens[amount.last : amount.last + 8]]
    if amount.kind == "count" and (
        "survey" in following or ("we" in following and ("follow" in following or "track" in following))
    ):
        return "specification", "size of a sample"
    return None


_RULES: tuple[Rule, ...] = (exchange_key, size_of_example, threshold, grade, denied, personal, sample)
