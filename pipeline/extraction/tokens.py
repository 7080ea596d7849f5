"""Text to tokens and sentences: the one scan that everything else reads from.

Belongs here: where words, digit sequences, signs, sentences and paragraphs begin and end. Does not: what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.vocabulary.language import words

_TOKEN = re.compile(
    r"""
    (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?)
  | (?P<money>(?:US|HK|NT|MX|AU|CA|NZ|[CASRN])\$|[$€£¥₹₽₩₺₴฿₫₦₱])
  | (?P<word>(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’`][^\W\d_]+)*)
  | (?P<sign>\S)
    """,
    re.VERBOSE,
)

# A full stop after one of these ends no sentence.
_ABBREVIATIONS = words("tokens", "abbreviations")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n+")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘']+$")


class Token(NamedTuple):
    """One token. `kind`: n(umber in digits), w(ord), m(oney sign), s(ign). `glued`: nothing stands between it and the one before."""

    text: str
    lower: str
    kind: str
    start: int
    end: int
    glued: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the text, its number, the number of its paragraph, and its tokens."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text` in order; a line break ends one, and starts a new paragraph."""
    paragraph, index = 0, 0
    begin = 0
    for match in _SENTENCE_END.finditer(text):
        newline = match[0][0] == "\n"
        if not newline and not _ends_sentence(text, match.start(), match.end()):
            continue
        stop = match.start() if newline else match.end()
        sentence = _sentence(text, begin, stop, index, paragraph)
        if sentence is not None:
            yield sentence
            index += 1
        begin = match.end()
        if newline:
            paragraph += 1
    sentence = _sentence(text, begin, len(text), index, paragraph)
    if sentence is not None:
        yield sentence


def tokenize(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of `text`; their offsets are counted from `offset`."""
    out: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "sign"
        piece = match[0]
        start, end = match.span()
        out.append(Token(piece, piece.lower().replace("’", "'"), kind[0], start + offset, end + offset, start == last))
        last = end
    return tuple(out)


def _sentence(text: str, begin: int, stop: int, index: int, paragraph: int) -> Sentence | None:
    piece = text[begin:stop]
    stripped = piece.strip()
    if not stripped:
        return None
    start = begin + len(piece) - len(piece.lstrip())
    return Sentence(index, paragraph, start, start + len(stripped), stripped, tokenize(stripped, start))


def _ends_sentence(text: str, dot: int, after: int) -> bool:
    """Whether the stop at `dot` ends a sentence: not after an abbreviation, an initial or a list number."""
    if text[dot] != ".":
        # "'Who would buy it?' she said" goes on in lower case.
        return not text[after : after + 3].strip()[:1].islower()
    following = text[after : after + 4].lstrip(" ")
    if following[:1].islower():
        return False
    word = _LAST_WORD.search(text, max(0, dot - 20), dot)
    if word is None:
        return True
    last = word[0].lower()
    if last in _ABBREVIATIONS:
        # "at 7:25 a.m. It" ends one; "No. 4" and "Mr. Li" do not.
        return last in {"a.m", "p.m", "etc", "co", "inc", "ltd", "corp", "u.s", "u.k"} and following[:1].isupper()
    if len(last) == 1 and last.isalpha() and word[0].isupper():
        return False
    # "1. General" at the head of a line is a list marker, not a sentence.
    return not (last.isdigit() and len(last) <= 2 and (word.start() == 0 or text[word.start() - 1] == "\n"))
