"""Numbers that are no figures, told by the words right around them: times, ages, ordinals, names, identifiers, idioms.

Belongs here: one small rule per kind, each giving a disposition and a reason that a person would agree with. Does not:
dates (`periods` finds them), or numbers that only the sentence as a whole shows to be none (`screening`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.extraction.model import Disposition
from pipeline.extraction.nouns import is_plural
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.tokens import Token
from pipeline.vocabulary.language import calendar, words
from pipeline.vocabulary.units import unit_names

_DASHES = frozenset("-‐‑–")
_SPANS = calendar().spans
_UNITS = frozenset(name for name in unit_names() if name.isalpha() and len(name) > 1)
_SMALL = words("dispositions", "small")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a numeral is no figure; `last` is the token after all that the reason covers."""

    disposition: Disposition
    reason: str
    first: int
    last: int


Rule = Callable[[Sequence[Token], Numeral], Verdict | None]


def judge(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """The first rule that knows the numeral; null where it may be a figure."""
    for rule in _RULES:
        verdict = rule(tokens, numeral)
        if verdict is not None:
            return verdict
    return None


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _verdict(numeral: Numeral, disposition: Disposition, reason: str, last: int | None = None) -> Verdict:
    return Verdict(disposition, reason, numeral.first, numeral.last if last is None else last)


def list_marker(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "1. General", "(2) ..." at the head of a line."""
    i = numeral.first
    if numeral.form != "digits" or len(numeral.digits) > 2 or numeral.scaled:
        return None
    after = _word(tokens, i + 1)
    if i == 0 and after in (".", ")") and tokens[i + 1].glued and _word(tokens, i + 2) and not tokens[i + 2].glued:
        return _verdict(numeral, "list_marker", "number of an item at the head of a line")
    if i == 1 and tokens[0].text == "(" and after == ")":
        return _verdict(numeral, "list_marker", "number of an item at the head of a line")
    return None


def clock_time(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "4pm", "7:25 a.m.", "16:00", "8.15" after "at", "six in the morning"."""
    i, j = numeral.first, numeral.last
    after = _word(tokens, j)
    if numeral.form not in ("digits", "words"):
        return None
    if re.fullmatch(r"[ap]\.?m", after) or (
        after in ("a", "p") and _word(tokens, j + 1) == "." and _word(tokens, j + 2) == "m"
    ):
        return _verdict(numeral, "time", "time of day")
    if numeral.form == "digits":
        if (
            after == ":"
            and tokens[j].glued
            and j + 1 < len(tokens)
            and tokens[j + 1].kind == "n"
            and tokens[j + 1].glued
            and len(tokens[j + 1].text) == 2
            and numeral.value < 25
        ):
            return _verdict(numeral, "time", "time of day")
        if (
            _word(tokens, i - 1) == ":"
            and tokens[i].glued
            and i >= 2
            and tokens[i - 2].kind == "n"
            and tokens[i - 1].glued
        ):
            return _verdict(numeral, "time", "time of day")
        if (
            re.fullmatch(r"(?:[01]?\d|2[0-3])\.[0-5]\d", numeral.digits)
            and _word(tokens, i - 1) in ("at", "until", "till", "by", "from", "before", "after")
            and (after in (".", ",", ";", ")", "and", "on", "in", "each", "every", "to", ""))
        ):
            return _verdict(numeral, "time", "time of day")
    if (
        numeral.value <= 12
        and numeral.form == "words"
        and after in ("in", "o'clock")
        and _word(tokens, j + 1) in ("the", "")
        and _word(tokens, j + 2) in ("morning", "evening", "afternoon")
    ):
        return _verdict(numeral, "time", "time of day")
    if after == "o'clock":
        return _verdict(numeral, "time", "time of day")
    return None


def age(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "Meng Jiachi, 27, is", "aged 27", "27-year-old", "over 65", "she is 19", "children under 15"."""
    i, j = numeral.first, numeral.last
    if numeral.form not in ("digits", "words") or numeral.scaled or numeral.value > 130 or "." in numeral.digits:
        return None
    before, after = _word(tokens, i - 1), _word(tokens, j)
    if before in ("aged", "age") or (before in ("of", "at") and _word(tokens, i - 2) in ("age",)):
        return _verdict(numeral, "age", "age")
    if (
        after in _DASHES
        and _word(tokens, j + 1) in ("year", "years")
        and _word(tokens, j + 2) in _DASHES
        and _word(tokens, j + 3).startswith("old")
    ):
        return _verdict(numeral, "age", "age", j + 4)
    if (
        after in ("year", "years")
        and _word(tokens, j + 1) in ("old", "of")
        and (_word(tokens, j + 1) == "old" or _word(tokens, j + 2) == "age")
    ):
        return _verdict(numeral, "age", "age", j + 2)
    if before == "," and after in (",", ".", ";", ")") and i >= 2 and numeral.value >= 5 and numeral.form == "digits":
        name = tokens[i - 2]
        if (
            name.kind == "w"
            and (name.text[0].isupper() or name.lower in _PERSON_ROLES)
            and not name.text.isupper()
            and name.lower not in calendar().months
        ):
            return _verdict(numeral, "age", "age after a person's name")
    if (
        before in ("over", "under", "above", "below")
        and after in (",", ".", ";", "", "and", "live", "are", "who", "or", "in", "were", "years")
        and _is_age_bound(tokens, i - 1)
    ):
        return _verdict(numeral, "age", "limit of an age group")
    if (
        before in ("is", "was", "am", "turned", "turns")
        and _word(tokens, i - 2) in ("she", "he", "i", "who")
        and after in (",", ".", ";", "”", '"', "’", "and", "now", "")
    ):
        return _verdict(numeral, "age", "age")
    if (
        after in ("or", "and")
        and _word(tokens, j + 1) in ("over", "older", "above")
        and _word(tokens, j + 2) in (",", ".", "", "made", "were", "are", "in", "who")
        and before in ("aged", "people", "residents")
    ):
        return _verdict(numeral, "age", "limit of an age group")
    return None


_PERSON_ROLES = words("dispositions", "person_roles")
_AGE_GROUPS = words("dispositions", "age_groups")


def _is_age_bound(tokens: Sequence[Token], i: int) -> bool:
    """Whether "over" or "under" at `i` speaks of ages: people before it, or "per cent are over"."""
    before = _word(tokens, i - 1)
    if before not in _AGE_GROUPS:
        return False
    return before not in ("is", "are", "were") or any(
        _word(tokens, k) in ("cent", "percent", "%", "who", "residents", "people", "inhabitants")
        for k in range(max(0, i - 6), i)
    )


def ordinal(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "first", "11th", "third-biggest"; the fraction "a third" is none of these."""
    if numeral.form != "ordinal":
        return None
    return _verdict(numeral, "ordinal", "place in an order")


def identifier(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """Telephone numbers, codes, addresses, references: "0562 555 0148", "(601225)", "section 7", "Suite 1204"."""
    i, j = numeral.first, numeral.last
    if numeral.form != "digits" or numeral.scaled:
        return None
    before, after = tokens[i - 1] if i else None, tokens[j] if j < len(tokens) else None
    text = numeral.digits
    if before is not None and before.lower in _REFERENCES and "." not in text:
        return _verdict(numeral, "identifier", f"number of a {before.lower}")
    if text.isdigit() and ((text.startswith("0") and len(text) > 1) or len(text) in (3, 4)):
        run = _digit_run(tokens, i)
        if run >= 3 or (
            run == 2 and (text.startswith("0") or (before is not None and before.lower in ("call", "phone", "tel")))
        ):
            return _verdict(numeral, "identifier", "part of a telephone number")
    if text.isdigit() and text.startswith("0") and len(text) > 1:
        return _verdict(numeral, "identifier", "code with a leading zero")
    if (
        before is not None
        and before.text == "("
        and after is not None
        and after.text == ")"
        and text.isdigit()
        and len(text) >= 5
    ):
        return _verdict(numeral, "identifier", "code in brackets")
    if (
        before is not None
        and before.lower in ("at", ",")
        and after is not None
        and after.kind == "w"
        and after.text[0].isupper()
        and text.isdigit()
    ):
        k = j
        while k < len(tokens) and tokens[k].kind == "w" and tokens[k].text[0].isupper():
            if tokens[k].lower in _STREETS or any(tokens[k].lower.endswith(s) for s in ("strasse", "straße")):
                return _verdict(numeral, "identifier", "number of a house")
            k += 1
    return None


_REFERENCES = words("dispositions", "references")
_STREETS = words("dispositions", "streets")


def _digit_run(tokens: Sequence[Token], i: int) -> int:
    """How many digit groups, joined by a hyphen or a single space, stand together around token `i`."""

    def near(a: int, b: int) -> bool:
        return tokens[b].start - tokens[a].end <= 1

    low = high = i
    while low >= 1:
        if tokens[low - 1].kind == "n" and near(low - 1, low):
            low -= 1
        elif (
            low >= 2
            and tokens[low - 1].text in _DASHES
            and tokens[low].glued
            and tokens[low - 2].kind == "n"
            and tokens[low - 1].glued
        ):
            low -= 2
        else:
            break
    while high + 1 < len(tokens):
        if tokens[high + 1].kind == "n" and near(high, high + 1):
            high += 1
        elif (
            high + 2 < len(tokens)
            and tokens[high + 1].text in _DASHES
            and tokens[high + 1].glued
            and tokens[high + 2].kind == "n"
            and tokens[high + 2].glued
        ):
            high += 2
        else:
            break
    return sum(1 for k in range(low, high + 1) if tokens[k].kind == "n")


def name(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """Numbers inside names: "Longmay No. 2", "G20", "5G", "Type 3B", "Schalke 04", "first five-year plan", "S2"."""
    i, j = numeral.first, numeral.last
    before, after = tokens[i - 1] if i else None, tokens[j] if j < len(tokens) else None
    if numeral.form == "words":
        if (
            after is not None
            and after.text in _DASHES
            and _word(tokens, j + 1) == "year"
            and _word(tokens, j + 2) in ("plan", "plans", "program", "programme")
        ):
            return _verdict(numeral, "name", "name of a plan", j + 3)
        return None
    if numeral.form != "digits":
        return None
    if numeral.scaled:
        return None
    if before is not None and before.text == "." and i >= 2 and tokens[i - 2].lower in ("no", "nos") and before.glued:
        return _verdict(numeral, "name", "number within a name")
    if before is not None and before.lower in ("no", "number", "nos", "#") and not _starts_unit(tokens, j):
        return _verdict(numeral, "name", "number within a name")
    if before is not None and before.kind == "w" and tokens[i].glued and before.lower not in ("rs", "rm", "rmb"):
        if before.text.isupper() and len(before.text) == 3 and _is_currency(before.text):
            return None
        return _verdict(numeral, "name", "digits within a name or code")
    if (
        before is not None
        and before.text in _DASHES
        and tokens[i].glued
        and before.glued
        and i >= 2
        and tokens[i - 2].kind == "w"
        and not _starts_unit(tokens, j)
        and tokens[i - 2].text[0].isupper()
    ):
        return _verdict(numeral, "name", "digits within a name or code")
    if (
        after is not None
        and after.kind == "w"
        and after.glued
        and len(after.text) <= 2
        and after.text.isupper()
        and after.text not in ("M", "B", "K", "MW", "GW", "KM", "KG")
    ):
        return _verdict(numeral, "name", "digits within a name or code")
    if (
        before is not None
        and before.kind == "w"
        and before.lower in _NUMBERED
        and before.text[0].isupper()
        and len(numeral.digits) <= 4
    ):
        return _verdict(numeral, "name", "number within a name")
    if before is not None and before.text == "." and i >= 3 and tokens[i - 2].text == "S" and tokens[i - 3].text == ".":
        return _verdict(numeral, "name", "number of a road")
    if numeral.digits.startswith("0") and before is not None and before.kind == "w" and before.text[0].isupper():
        return _verdict(numeral, "name", "number within a name")
    if after is not None and after.text in _DASHES and after.glued and _word(tokens, j + 1) in ("chome",):
        return _verdict(numeral, "name", "number within a name")
    return None


_NUMBERED = words("dispositions", "numbered")


def _is_currency(text: str) -> bool:
    from pipeline.vocabulary.currencies import currency_codes

    return text in currency_codes()


def _starts_unit(tokens: Sequence[Token], j: int) -> bool:
    return _word(tokens, j) in _UNITS or _word(tokens, j) in ("%", "million", "billion")


def score(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "lost 4-0", "34-27 win": the result of a match."""
    i, j = numeral.first, numeral.last
    if numeral.form != "digits" or numeral.value > 200 or "." in numeral.digits:
        return None
    if (
        _word(tokens, j) in _DASHES
        and tokens[j].glued
        and j + 1 < len(tokens)
        and tokens[j + 1].kind == "n"
        and tokens[j + 1].glued
    ):
        other, begin, end = tokens[j + 1].text, i, j + 2
    elif (
        i >= 2
        and tokens[i - 1].text in _DASHES
        and tokens[i].glued
        and tokens[i - 2].kind == "n"
        and tokens[i - 1].glued
    ):
        other, begin, end = tokens[i - 2].text, i - 2, j
    else:
        return None
    if not other.isdigit() or int(other) > 200:
        return None
    if (
        _word(tokens, begin - 1) in ("won", "lost", "beat", "drew", "beaten")
        or _word(tokens, end) in ("win", "victory", "defeat", "loss", "draw", "at", "home", "away")
        or (_word(tokens, begin - 1) in ("a", "the") and _word(tokens, end) == "win")
    ):
        return _verdict(numeral, "other", "score of a match")
    return None


def idiom(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "one of them", "the two", "the three provinces", "one day", "number one": words that count nothing new."""
    i, j = numeral.first, numeral.last
    before, after = _word(tokens, i - 1), _word(tokens, j)
    if numeral.form == "multiple" and after in ("digit", "down", "standards", "check"):
        return _verdict(numeral, "idiom", "turn of phrase")
    if (
        numeral.form == "multiple"
        and after in _DASHES
        and _word(tokens, j + 1) in ("digit", "track", "decker", "edged")
    ):
        return _verdict(numeral, "idiom", "turn of phrase")
    if numeral.form == "adverb" and after in ("a", "over", "before", "about", "daily", "weekly"):
        return _verdict(numeral, "idiom", "turn of phrase")
    if numeral.form not in ("words", "digits") or numeral.scaled:
        return None
    word = tokens[i].lower
    if numeral.form == "words" and numeral.value == 1 and numeral.last == i + 1:
        if before == "number":
            return _verdict(numeral, "idiom", "turn of phrase")
        if after in (
            "of",
            "another",
            "day",
            "by",
            "thing",
            "time",
            "reason",
            "way",
            "that",
            "is",
            "was",
            "has",
            "could",
            "can",
            "might",
            "would",
            "who",
            "should",
            "must",
            "and",
        ) and not (after == "of" and before in _SMALL):
            return _verdict(numeral, "idiom", "pronoun, counts nothing")
        in_share = any(_word(tokens, k) in ("in", "out") for k in (j, j + 1)) and any(
            _word(tokens, k) in _SMALL for k in (j + 1, j + 2, j + 3)
        )
        if in_share:
            return None
        if after in _UNITS or (after in _DASHES and _word(tokens, j + 1) in ("third", "fifth", "tenth")):
            return None if after not in _SPANS else _verdict(numeral, "window", "length of time, not a figure")
        if before in ("become", "becomes", "became", "to", "just", "only") and (
            after in (",", ".", ";", "") or before != "to"
        ):
            return None
        return _verdict(numeral, "idiom", "pronoun or article, counts nothing")
    if numeral.value <= 12 and word in _SMALL:
        if before in ("the", "these", "those", "both", "all", "other", "which", "whose") and not _fresh_count(
            tokens, i, j
        ):
            return _verdict(numeral, "idiom", "points back to things already named")
        if (
            before == "of"
            and _word(tokens, i - 2) in ("each", "all", "both", "any", "none", "one")
            and _word(tokens, i - 1) == "the"
        ):
            return _verdict(numeral, "idiom", "points back to things already named")
        if (
            before in ("every", "at", "on", "in", "by")
            and after in (".", ",", "s", "and")
            and before == "by"
            and _word(tokens, j + 1) == word
        ):
            return _verdict(numeral, "idiom", "turn of phrase")
    return None


def _fresh_count(tokens: Sequence[Token], i: int, j: int) -> bool:
    """As in "the two million residents" and "the five per cent" are amounts; "the three provinces", "the two" are not."""
    return j < len(tokens) and (
        (_word(tokens, j) in _UNITS and not is_plural(_word(tokens, j))) or _word(tokens, j) in ("%", "per", "percent")
    )


def duration(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """A length of time that only fixes a window: "after three years", "nine years after", "a five-year boom"."""
    if numeral.form not in ("words", "digits", "fraction"):
        return None
    j = numeral.last
    hyphen = _word(tokens, j) in _DASHES and j + 1 < len(tokens) and tokens[j].glued
    if hyphen:
        j += 1
    if _word(tokens, j) in ("straight", "consecutive", "full", "successive", "long", "more"):
        j += 1
    if _word(tokens, j) in _SPANS or _word(tokens, j) in ("week", "weeks"):
        return _verdict(numeral, "window", "length of time, not a figure", j + 1)
    if _word(tokens, j) in ("day", "days", "hour", "hours", "minute", "minutes", "second", "seconds") and _word(
        tokens, numeral.first - 1
    ) in (
        "within",
        "after",
        "in",
        "for",
        "an",
        "every",
        "last",
        "past",
        "next",
        "than",
        "only",
        "the",
        "another",
        "of",
        ",",
        "it",
    ):
        return _verdict(numeral, "window", "length of time, not a figure", j + 1)
    return None


def bedrooms(tokens: Sequence[Token], numeral: Numeral) -> Verdict | None:
    """As in "three-bedroom house", "four-cylinder engine", "two-storey": a make, not an amount of a place."""
    j = numeral.last
    if (
        numeral.form not in ("words", "digits")
        or j + 1 >= len(tokens)
        or tokens[j].text not in _DASHES
        or not tokens[j].glued
        or not tokens[j + 1].glued
    ):
        return None
    word = tokens[j + 1].lower
    if (
        tokens[j + 1].kind != "w"
        or word in _UNITS
        or is_plural(word)
        or word in ("fold", "square", "cubic", "percent", "per", "year", "month", "km", "strong")
        or word in _SPANS
    ):
        return None
    return _verdict(numeral, "specification", "size or make of a thing")


_RULES: tuple[Rule, ...] = (list_marker, clock_time, age, ordinal, score, identifier, name, idiom, bedrooms)
WINDOW_RULE: Rule = duration
