"""Text to tokens and sentences: the one scan that everything else reads from.

Belongs here: where words, digit sequences, signs, sentences and paragraphs begin and end. Does not: what they mean.
Every expression runs in time linear in the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extraction.signs import JOINERS
from pipeline.extraction.values import frozen
from pipeline.vocabulary.language import numerals, words

_CURVED = "\u2019"
_APOSTROPHES = f"'`{_CURVED}"
_OPENING = "(\\[\"'\u201c\u2018"
_CLOSING = "\"')\\]\u201d\u2019"
# Vulgar fractions are letters to `re`; "2½m" is a number, a fraction and a word all the same.
_VULGAR = "".join(numerals().fractions_unicode)
_LETTERS = rf"[^\W\d_{_VULGAR}]+"
# The space before a token is taken with it, so that nothing is tried at a space; `\Z` takes what stands at the end.
_TOKEN = re.compile(
    rf"""
    \s*+(?:
    (?P<word_of_plain_letters>[A-Za-z][a-z]*+(?=[\s,]))
  | (?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d{{1,2}}(?:,\d{{2}}){{1,5}},\d{{3}}(?!\d)
      |\d+(?:\.\d+)?|(?<![\w.,])\.\d+)
  | (?P<vulgar>[{_VULGAR}])
  | (?P<money>(?:US|HK|NT|MX|AU|CA|NZ|[CASRN])\$|\$(?:US|HK|NZ|NT|[AS])(?!\D)|[$€£¥₹₽₩₺₴฿₫₦₱]
      |(?<!\w)(?:Y=(?!\D)|PS(?=\d\d|\d[.,]\d|\d(?:[mk]|bn|tn)\b|\Z)))
  | (?P<word>(?:[A-Z]\.){{2,}}|{_LETTERS}(?:[{_APOSTROPHES}]{_LETTERS})*)
  | (?P<sign>\S)
  | \Z)
    """,
    re.VERBOSE,
)
_KINDS = ("", *(name[0] for name in _TOKEN.groupindex))
"""The kind of token that each group of the expression takes, by the group's number."""
# A run of stops is tried from its first only, and given up whole: a page of dots costs no more than a page of words.
_SENTENCE_END = re.compile(rf"(?<![.!?…])[.!?…]++[{_CLOSING}]*+(?=\s|$)|\n+")
_LAST_WORD = re.compile(rf"[^\s{_OPENING}]+$")
_LONGEST_ABBREVIATION = 20
_LONGEST_SENTENCE = 4_000
"""So many characters without a stop are no sentence."""
_SPACE = re.compile(r"\s")

# A full stop after one of these ends no sentence ...
_ABBREVIATIONS = words("tokens", "abbreviations")
# ... but after one of these it may be the end of both.
_CLOSING_ABBREVIATIONS = words("tokens", "closing_abbreviations")


@frozen
class Token:
    """One token. `glued`: nothing stands between it and the one before.

    `kind` is one letter: n(umber in digits), v(ulgar fraction), w(ord), m(oney sign), s(ign).
    """

    text: str
    lower: str
    kind: str
    start: int
    end: int
    glued: bool


@frozen
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
    index = 0
    for begin, stop, paragraph in _stretches(text):
        whole = stop - begin <= _LONGEST_SENTENCE
        for first, last in ((begin, stop),) if whole else _pieces(text, begin, stop):
            sentence = _sentence(text, first, last, index, paragraph)
            if sentence is not None:
                yield sentence
                index += 1


def tokenize(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of `text`; their offsets are counted from `offset`."""
    out: list[Token] = []
    curved = _CURVED in text
    last = -1
    for match in _TOKEN.finditer(text):
        group = match.lastindex
        if group is None:
            break
        piece, end = match[group], match.end()
        start = end - len(piece)
        lower = piece.lower()
        if curved:
            lower = lower.replace(_CURVED, "'")
        out.append(Token(piece, lower, _KINDS[group], start + offset, end + offset, start == last))
        last = end
    return tuple(out)


def word_at(tokens: Sequence[Token], i: int) -> str:
    """The lower-case text of token `i`; empty before the first and after the last."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def words_at(tokens: Sequence[Token], i: int, count: int) -> list[str]:
    """The lower-case texts of `count` tokens from token `i` on; empty before the first and after the last."""
    if i < 0:
        return [word_at(tokens, k) for k in range(i, i + count)]
    found = [token.lower for token in tokens[i : i + count]]
    return found if len(found) == count else [*found, *[""] * (count - len(found))]


def joins(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is a hyphen with nothing between it and its neighbours, as in "two-thirds" and "4-0"."""
    return 0 < i < len(tokens) - 1 and tokens[i].text in JOINERS and tokens[i].glued and tokens[i + 1].glued


def _stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """Begin and end of what stands between two ends of sentences, and the number of its paragraph."""
    paragraph, begin = 0, 0
    for match in _SENTENCE_END.finditer(text):
        newline = match[0][0] == "\n"
        if not newline and not _ends_sentence(text, match.start(), match.end()):
            continue
        yield begin, match.start() if newline else match.end(), paragraph
        begin = match.end()
        if newline:
            paragraph += 1
    yield begin, len(text), paragraph


def _pieces(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """A stretch in pieces no longer than any sentence: without a stop for so long, it is a table or a list."""
    while stop - begin > _LONGEST_SENTENCE:
        comma = text.rfind(", ", begin + _LONGEST_SENTENCE // 2, begin + _LONGEST_SENTENCE) + 1
        space = None if comma else _SPACE.search(text, begin + _LONGEST_SENTENCE, stop)
        if not comma and space is None:
            break
        cut = comma if space is None else space.start()
        yield begin, cut
        begin = cut
    yield begin, stop


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
    word = _LAST_WORD.search(text, max(0, dot - _LONGEST_ABBREVIATION), dot)
    if word is None:
        return True
    last = word[0].lower()
    if last in _ABBREVIATIONS:
        # "at 6:40 p.m. She" ends one; "No. 4" and "Mr. Li" do not.
        return last in _CLOSING_ABBREVIATIONS and following[:1].isupper()
    if len(last) == 1 and last.isalpha() and word[0].isupper():
        return False
    # "1. General" at the head of a line is a list marker, not a sentence.
    return not (last.isdigit() and len(last) <= 2 and (word.start() == 0 or text[word.start() - 1] == "\n"))
