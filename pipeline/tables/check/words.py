"""Figures and numbers against the words that they were read from.

Belongs here: checks that look into the articles' texts. Does not: what values mean.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from pipeline.tables.check.cross import SPANS, TEXTS, Material, at_fault, cross_check


@cross_check("articles", TEXTS)
def articles_match_their_texts(material: Material) -> pd.DataFrame:
    """The hash and the length of every article are those of its text."""
    frame = material.frames["articles"]
    texts = [material.texts.get(article_id, "") for article_id in frame["article_id"]]
    found = frame.assign(
        found_sha256=[hashlib.sha256(text.encode()).hexdigest() for text in texts],
        found_characters=[len(text) for text in texts],
    )
    wrong = (found["text_sha256"] != found["found_sha256"]) | (found["characters"] != found["found_characters"])
    return at_fault("articles", found, wrong, "text_sha256", "found_sha256", "characters", "found_characters")


@cross_check("articles", "figures", "numbers")
def articles_count_their_rows(material: Material) -> pd.DataFrame:
    """The counts of every article are those of its rows in `numbers` and `figures`."""
    found = material.frames["articles"]
    wrong = pd.Series(False, index=found.index)
    for table in ("numbers", "figures"):
        counts = material.frames[table]["article_id"].value_counts()
        counted = found["article_id"].map(counts).fillna(0).astype("int64")
        found = found.assign(**{f"found_{table}": counted})
        wrong |= (found[table] != counted).astype(bool)
    return at_fault("articles", found, wrong, "numbers", "found_numbers", "figures", "found_figures")


@cross_check("figures", TEXTS)
def quotes_stand_in_their_articles(material: Material) -> pd.DataFrame:
    """Every quote is what its article says from `start` to `end`."""
    return _misquoted("figures", "quote", material)


@cross_check("numbers", TEXTS)
def numbers_stand_in_their_articles(material: Material) -> pd.DataFrame:
    """Every number is what its article says from `start` to `end`."""
    return _misquoted("numbers", "text", material)


def _misquoted(table: str, column: str, material: Material) -> pd.DataFrame:
    frame = material.frames[table]
    found = [
        material.texts.get(article_id, "")[start:end]
        for article_id, start, end in zip(frame["article_id"], frame["start"], frame["end"], strict=True)
    ]
    frame = frame.assign(found=found)
    return at_fault(table, frame, frame[column] != frame["found"], "article_id", "start", "end", column, "found")


@cross_check("figures", TEXTS)
def sentences_hold_their_quotes(material: Material) -> pd.DataFrame:
    """Every sentence stands in its article, around its quote."""
    frame = material.frames["figures"]
    rows = zip(frame["article_id"], frame["sentence"], frame["start"], frame["end"], strict=True)
    wrong = [
        not _stands_around(words, start, end, material.texts.get(article, "")) for article, words, start, end in rows
    ]
    return at_fault("figures", frame, wrong, "start", "end", "quote", "sentence")


def _stands_around(words: str, start: int, end: int, text: str) -> bool:
    return text.find(words, max(0, end - len(words)), start + len(words)) >= 0


@cross_check("numbers")
def numbers_do_not_overlap(material: Material) -> pd.DataFrame:
    """No two rows of `numbers` share a character."""
    frame = material.frames["numbers"].sort_values(["article_id", "start"])
    before = frame.shift(1)
    wrong = (frame["article_id"] == before["article_id"]) & (frame["start"] < before["end"])
    return at_fault("numbers", frame, wrong, "end", "text")


@cross_check("numbers", "articles", SPANS)
def every_number_is_accounted_for(material: Material) -> pd.DataFrame:
    """Each run of digits and each number word that the plain scan finds in an article lies within a row."""
    rows = _spans_by_article(material.frames["numbers"])
    # A text on which the reading failed is no article, and its numbers are nobody's.
    articles = set(material.frames["articles"]["article_id"])
    lost = [
        {"article_id": article_id, "start": start, "end": end}
        for article_id, found in sorted(material.spans.items())
        if article_id in articles
        for start, end in found
        if not rows[article_id].holds(start, end)
    ]
    return pd.DataFrame(lost, columns=["article_id", "start", "end"])


class _Spans:
    """Spans of one article that do not overlap, in order, for look-ups by bisection: a text may have 100 000."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans = sorted(spans)
        self._ends = [end for _, end in self._spans]

    def holds(self, start: int, end: int) -> bool:
        """Whether one of the spans holds all from `start` to `end`."""
        at = bisect_right(self._ends, start)
        return at < len(self._spans) and self._spans[at][0] <= start and end <= self._ends[at]

    def meets(self, start: int, end: int) -> bool:
        """Whether one of the spans shares a character with `start` to `end`."""
        at = bisect_right(self._ends, start)
        return at < len(self._spans) and self._spans[at][0] < end


def _spans_by_article(frame: pd.DataFrame) -> Mapping[str, _Spans]:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for article_id, start, end in zip(frame["article_id"], frame["start"], frame["end"], strict=True):
        spans[article_id].append((start, end))
    return defaultdict(_Spans, {article_id: _Spans(found) for article_id, found in spans.items()})


@cross_check("numbers", "figures")
def figure_numbers_lie_in_their_figures(material: Material) -> pd.DataFrame:
    """Every number of disposition `figure` overlaps the quote of the figure that it names."""
    numbers = material.frames["numbers"]
    joined = numbers.merge(
        material.frames["figures"], on="figure_id", how="left", suffixes=("", "_of_figure"), validate="many_to_one"
    )
    overlap = (
        (joined["article_id"] == joined["article_id_of_figure"])
        & (joined["start"] < joined["end_of_figure"])
        & (joined["start_of_figure"] < joined["end"])
    )
    wrong = (joined["disposition"] == "figure") & ~overlap.fillna(False).astype(bool)
    return at_fault("numbers", joined, wrong, "text", "figure_id", "quote")


@cross_check("figures", "numbers")
def figures_have_a_number(material: Material) -> pd.DataFrame:
    """The quote of every figure overlaps a number of disposition `figure`."""
    numbers = material.frames["numbers"]
    spans = _spans_by_article(numbers[numbers["disposition"] == "figure"])
    frame = material.frames["figures"]
    rows = zip(frame["article_id"], frame["start"], frame["end"], strict=True)
    return at_fault(
        "figures",
        frame,
        [not spans[article].meets(start, end) for article, start, end in rows],
        "start",
        "end",
        "quote",
    )


CHECKS = (
    articles_match_their_texts,
    articles_count_their_rows,
    quotes_stand_in_their_articles,
    numbers_stand_in_their_articles,
    sentences_hold_their_quotes,
    numbers_do_not_overlap,
    every_number_is_accounted_for,
    figure_numbers_lie_in_their_figures,
    figures_have_a_number,
)
