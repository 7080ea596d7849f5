"""The passage: a sentence as the rules of periods see it.

Belongs here: looking at its tokens without ever stepping outside, and what the text around it says of the time.
Does not: any calendar expression.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extraction.numerals import Numeral
from pipeline.extraction.periods.period import Clock
from pipeline.extraction.signs import DASHES
from pipeline.extraction.spans import Span
from pipeline.extraction.tokens import Token
from pipeline.extraction.values import frozen
from pipeline.vocabulary.language import calendar, words

_MONTHS = calendar().months
_COUNTING = frozenset({"digits", "words", "fraction"})
_AHEAD = words("periods", "ahead")
_COMPARING = frozenset({"from", "than", "against"})
_LIMITING = frozenset({"by", "until", "till"})
_LONGEST_LIMIT = 5
_FARTHEST_PLAN = 16
"""So many words away "will" may still show that a month is one to come."""
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


@frozen
class Passage:
    """The tokens of a sentence, its numerals by their first token, and what relative expressions count from.

    `focus_year` is the year that the text has been speaking of, and `peak` when what it tells of was at its highest, if
    any. A month without a year is one of `within`, the part of a year or the title's year that the text is about, if it
    lies there.
    """

    tokens: Sequence[Token]
    numerals: Mapping[int, Numeral]
    clock: Clock
    focus_year: int | None
    peak: Span | None = None
    within: Span | None = None

    def token(self, i: int) -> Token | None:
        """Token `i`; null outside the sentence."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def word(self, i: int) -> str:
        """The word that token `i` is, in lower case; empty for numbers, signs, and outside the sentence."""
        if not 0 <= i < len(self.tokens):
            return ""
        token = self.tokens[i]
        return token.lower if token.kind == "w" else ""

    def text(self, i: int) -> str:
        """Token `i` as written; empty outside the sentence."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def is_dash(self, i: int) -> bool:
        """Whether token `i` is a hyphen or dash."""
        return self.text(i) in DASHES

    def ends_decade(self, i: int) -> bool:
        """Whether token `i` is the "s" of "1990s"."""
        token = self.token(i)
        return token is not None and token.glued and token.lower == "s"

    def month(self, i: int) -> int | None:
        """The number of the month that token `i` names."""
        word = self.word(i)
        return _MONTHS.get(word.removesuffix("'s")) if word and self.text(i)[:1].isupper() else None

    def day(self, i: int) -> tuple[int, int] | None:
        """The day of a month that token `i` writes ("4", "4th"), and the token after it."""
        token = self.token(i)
        if token is None or token.kind != "n" or len(token.text) > 2 or not token.text.isdecimal():
            return None
        ending = self.token(i + 1)
        spelled = ending is not None and ending.glued and ending.lower in _ORDINAL_ENDINGS
        return int(token.text), i + 2 if spelled else i + 1

    def count(self, i: int) -> Numeral | None:
        """The numeral at token `i`, if it is a number of things: no ordinal, no multiple."""
        numeral = self.numerals.get(i)
        return numeral if numeral is not None and numeral.form in _COUNTING else None

    def looks_ahead(self, i: int) -> bool:
        """Whether the words around token `i` speak of what is to come: "will be shut in May", "by May it is to shut".

        A plan "announced in May" was announced already.
        """
        if self.word(i - 2).endswith("ed") and self.word(i - 3) not in ("be", "is", "are"):
            return False
        before = range(i - 1, i - _FARTHEST_PLAN, -1)
        if any(self.word(k) in _COMPARING for k in before[1:_LONGEST_LIMIT]):
            # "Will do for 16 weeks, up from nine in May".
            return False
        # As written, for "May" is a month.
        if any(self.text(k) in _AHEAD for k in before):
            return True
        limited = any(self.word(k) in _LIMITING for k in before[:_LONGEST_LIMIT])
        return limited and any(self.text(k) in _AHEAD for k in range(i + 1, i + _FARTHEST_PLAN))

    @property
    def assumed_year(self) -> int | None:
        """The year that "the first half" or "the end of the year" is in: of what was spoken of, else of publication."""
        return self.focus_year if self.focus_year is not None else self.clock.year
