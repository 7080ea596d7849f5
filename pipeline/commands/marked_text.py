"""An article in the terminal, with every number marked: figures stand out and are listed, all others are dimmed.

Belongs here: the marks, and the lists under the text. Does not: reading figures (see `pipeline.extraction`), how a
table fits the terminal (see `terminal`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from rich.console import Console
from rich.text import Text

from pipeline.commands.terminal import cleaned, print_table

if TYPE_CHECKING:
    from pipeline.articles import Article
    from pipeline.extraction.model import Extraction, Number

WIDEST = 100
"""Longer lines than this are hard to read, however wide the terminal is."""

OPEN, CLOSE = "[", "]"
"""The marks around a figure, which tell it apart where there is no colour."""

_FIGURE, _OTHER = "bold green", "dim"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def print_marked(
    article: Article, extraction: Extraction, columns: Sequence[str], rows: Sequence[Sequence[Any]], out: TextIO
) -> None:
    """Prints the text of an article with its numbers marked, its figures by their marks, and what the others are.

    Args:
        article: the article, whose text the offsets of `extraction` refer to.
        extraction: what was read of it.
        columns: what the list of figures shows.
        rows: a row a figure, in order, in those columns.
        out: where to. Colours are left out where it is no terminal, or where `NO_COLOR` is set.
    """
    console = Console(file=out, highlight=False)
    width = min(console.width, WIDEST)
    console.print(Text(cleaned(article.title or article.article_id), "bold"), width=width)
    for paragraph in _paragraphs(marked(article.text, extraction)):
        console.print()
        console.print(paragraph, width=width)
    if rows:
        console.print()
        print_table(("", *columns), [(f"{_mark(k)}", *row) for k, row in enumerate(rows, start=1)], out)
    others = list(_others(extraction.numbers))
    if others:
        console.print()
        print_table(("no figure", "numbers", "because"), others, out)


def marked(text: str, extraction: Extraction) -> Text:
    """The text with each figure in its marks and followed by its place in the list, and all other numbers dimmed."""
    spans: list[tuple[int, int, int | None]] = [
        (figure.start, figure.end, k) for k, figure in enumerate(extraction.figures, start=1)
    ]
    spans += [(each.start, each.end, None) for each in extraction.numbers if each.disposition != "figure"]
    out, at = Text(), 0
    for start, end, place in sorted(spans, key=lambda span: span[:2]):
        if start < at:
            continue
        out.append(cleaned(text[at:start]))
        words = cleaned(text[start:end])
        if place is None:
            out.append(words, _OTHER)
        else:
            out.append(f"{OPEN}{words}{CLOSE}{_mark(place)}", _FIGURE)
        at = end
    return out.append(cleaned(text[at:]))


def _mark(place: int) -> str:
    return str(place).translate(_SUPERSCRIPT)


def _paragraphs(text: Text) -> Iterator[Text]:
    """The paragraphs of a text; line ends within one are but spaces, for it is wrapped anew."""
    lines: list[Text] = []
    for line in (*text.split("\n", allow_blank=True), Text()):
        if line.plain.strip():
            lines.append(line)
        elif lines:
            yield Text(" ").join(lines)
            lines = []


def _others(numbers: Sequence[Number]) -> Iterator[tuple[str, str, str]]:
    """The numbers that are no figures, together where their disposition and reason are the same."""
    groups: dict[tuple[str, str], list[str]] = {}
    for each in numbers:
        if each.disposition != "figure":
            groups.setdefault((each.disposition, each.reason), []).append(each.text)
    for (disposition, reason), texts in groups.items():
        yield disposition.replace("_", " "), ", ".join(texts), reason
