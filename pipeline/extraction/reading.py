"""Reading an article: sentence after sentence, to figures with ids and to the account of every number.

Belongs here: the loop, the stable ids, the conversion to the published values. Does not: any reading of English.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.articles.model import Article
from pipeline.extraction.amounts import Amount
from pipeline.extraction.figures import Context, Reading, SentenceReading
from pipeline.extraction.mentions import Entity, Mention, find_mentions
from pipeline.extraction.model import Disposition, Extraction, Figure, Number
from pipeline.extraction.numerals import Numeral, find_numerals
from pipeline.extraction.periods import UNDATED, Clock, find_periods
from pipeline.extraction.quantities import unit_readings
from pipeline.extraction.sentence import read_sentence
from pipeline.extraction.spans import Span
from pipeline.extraction.tokens import Token, sentences, tokenize
from pipeline.extraction.tonnage import ton_of_text
from pipeline.extraction.topics import Discourse, protagonist


def read(article: Article) -> Extraction:
    """All figures of an article in order, and what became of each of its numbers. Never raises for any text."""
    rows = _Rows(article)
    for result in _sentences_of(article):
        rows.add(result)
    return Extraction(tuple(rows.figures), tuple(rows.numbers))


def extract_figures(article: Article) -> list[Figure]:
    """The figures of an article, in the order of its text: the columns of the table `figures` as attributes."""
    rows = _Rows(article)
    for result in _sentences_of(article):
        rows.add_figures(result)
    return rows.figures


def figure_id(article_id: str, sentence: str, quote: str, occurrence: int) -> str:
    """The stable id of a figure: it moves only when its sentence, its quote or its place among equal quotes does."""
    identity = _hash_of(sentence).copy()
    identity.update(f"\x1f{quote}\x1f{occurrence}".encode(errors="surrogatepass"))
    return f"{article_id}/{identity.hexdigest()[:8]}"


@lru_cache(maxsize=1)
def _hash_of(sentence: str) -> hashlib._Hash:
    """The hash that the ids of a sentence's figures begin with: a long sentence is not hashed anew for each of them."""
    # Lone surrogates, which a text from JSON may hold, have no bytes of their own.
    return hashlib.sha256(sentence.encode(errors="surrogatepass"))


def _sentences_of(article: Article) -> Iterator[SentenceReading]:
    clock = Clock(article.published_start, article.published_end) if article.published else UNDATED
    return _read_sentences(article.text, clock, article.title)


def _read_sentences(text: str, clock: Clock, title: str = "") -> Iterator[SentenceReading]:
    found = [(sentence, find_mentions(sentence.tokens)) for sentence in sentences(text)]
    heading = tokenize(title)
    in_heading = find_mentions(heading) if heading else []
    main = protagonist([(sentence.tokens, mentions) for sentence, mentions in found], in_heading)
    clock = Clock(clock.start, clock.end, _country(main, [mentions for _, mentions in found]))
    ton = ton_of_text((sentence.tokens for sentence, _ in found), clock.country)
    context = Context(Discourse(main=main), clock, ton, whole=period_of_title(heading, clock), unread=(heading,))
    context.focus = context.whole
    for sentence, mentions in found:
        yield read_sentence(sentence, mentions, context)


def _country(main: Entity | None, named: Sequence[Sequence[Mention]]) -> str | None:
    """The country of the place that a text is about, else of the first place that it names."""
    if main is not None and main.country is not None:
        return main.country
    entities = (mention.entity for mentions in named for mention in mentions)
    return next((one.country for one in entities if one is not None and one.country is not None), None)


def period_of_title(title: Sequence[Token], clock: Clock) -> Span | None:
    """The year, or part of one, that a title names as what the text is about: "Hills and lakes: the year 2019"."""
    for period in find_periods(title, find_numerals(title), clock, None) if title else ():
        span = period.span
        if period.kind == "in" and span is not None and not span.years and span.start != span.end:
            return span if clock.end is None or span.start <= clock.end else None
    return None


@dataclass(slots=True)
class _Rows:
    """The rows of one article as they grow."""

    article: Article
    figures: list[Figure] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    occurrences: dict[tuple[str, str], int] = field(default_factory=dict)
    """How often each quote has stood in each sentence so far."""

    def add(self, result: SentenceReading) -> None:
        """Takes in what a sentence gave, and what became of each of its numbers."""
        ids = self.add_figures(result)
        numbers: list[Number] = []
        for amount in (reading.amount for reading in result.readings):
            for numeral in (amount.numeral, amount.partner):
                if numeral is not None:
                    numbers.append(self._number(numeral, "figure", "read as a figure", ids[amount.first]))
        for numeral, verdict in result.verdicts:
            numbers.append(self._number(numeral, verdict.disposition, verdict.reason, None))
        self.numbers += sorted(numbers, key=lambda number: number.start)

    def add_figures(self, result: SentenceReading) -> dict[int, str]:
        """Takes in the figures of a sentence; first token of an amount -> id of its figure, for what restates it."""
        ids: dict[int, str] = {}
        for reading in result.readings:
            figure = self._figure(result, reading, ids.get(reading.restates.first) if reading.restates else None)
            ids[reading.amount.first] = figure.figure_id
            self.figures.append(figure)
        return ids

    def _number(self, numeral: Numeral, disposition: Disposition, reason: str, figure: str | None) -> Number:
        text = self.article.text[numeral.start : numeral.end]
        value = numeral.value if math.isfinite(numeral.value) else None
        return Number(self.article.article_id, numeral.start, numeral.end, text, value, disposition, reason, figure)

    def _figure(self, result: SentenceReading, reading: Reading, restates: str | None) -> Figure:
        article, sentence = self.article, result.sentence.text
        amount, frame, entity, timing = reading.amount, reading.frame, reading.entity, reading.timing
        start, end = _span(result, amount)
        quote = article.text[start:end]
        occurrence = self.occurrences.get((sentence, quote), 0)
        self.occurrences[sentence, quote] = occurrence + 1
        return Figure(
            figure_id=figure_id(article.article_id, sentence, quote, occurrence),
            article_id=article.article_id,
            start=start,
            end=end,
            quote=quote,
            sentence=sentence,
            place_id=entity.place_id if entity else None,
            place=entity.place if entity else None,
            place_kind=entity.place_kind if entity else None,
            subject=entity.subject if entity else None,
            subject_kind=entity.subject_kind if entity else None,
            indicator=reading.bound.indicator,
            measured=reading.bound.measured,
            kind=frame.kind,
            value=frame.value,
            low=frame.low,
            high=frame.high,
            comparator=frame.comparator,
            unit=frame.unit or "1",
            written_value=amount.written_value,
            written_unit=amount.written_unit,
            direction=frame.direction,
            unit_readings=unit_readings(amount),
            price_basis=reading.price_basis,
            aggregation=reading.aggregation,
            compared_with=reading.compared_with,
            members=entity.members if entity and entity.place_kind == "group" else (),
            period_start=timing.period.start if timing.period else None,
            period_end=timing.period.end if timing.period else None,
            base_start=timing.base.start if timing.base else None,
            base_end=timing.base.end if timing.base else None,
            modality=reading.modality,
            attributed_to=reading.attributed_to,
            restates=restates,
            rules=reading.rules,
            status=article.status,
        )


def _span(result: SentenceReading, amount: Amount) -> tuple[int, int]:
    tokens = result.sentence.tokens
    return tokens[amount.first].start, tokens[amount.last - 1].end
