"""Reading an article: sentence after sentence, to figures with ids and to the account of every number.

Belongs here: the loop, the stable ids, the conversion to the published values. Does not: any reading of English.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from pipeline.articles.model import Article
from pipeline.extraction.amounts import Amount
from pipeline.extraction.figures import Context, Reading, SentenceReading, read_sentence
from pipeline.extraction.mentions import find_mentions
from pipeline.extraction.model import Extraction, Figure, Number, Quantity, UnitReading
from pipeline.extraction.periods import Clock
from pipeline.extraction.tokens import sentences, tokenize
from pipeline.extraction.topics import Discourse, protagonist


def read(article: Article) -> Extraction:
    """All figures of an article in order, and what became of each of its numbers. Never raises for any text."""
    figures: list[Figure] = []
    numbers: list[Number] = []
    seen: Counter[tuple[str, str]] = Counter()
    dated = bool(article.published)
    clock = Clock(article.published_start, article.published_end) if dated else Clock(None, None)
    for result in _sentences(article.text, clock, article.title):
        ids: dict[tuple[int, int], str] = {}
        for reading in result.readings:
            figure = _figure(article, result, reading, seen, ids)
            ids[_span(result, reading.amount)] = figure.figure_id
            figures.append(figure)
        numbers += _numbers(article.article_id, result, figures[len(figures) - len(result.readings) :])
    return Extraction(tuple(figures), tuple(numbers))


def extract_figures(article: Article) -> list[Figure]:
    """The figures of an article, in the order of its text: the columns of the table `figures` as attributes."""
    return list(read(article).figures)


def extract_quantities(text: str) -> list[Quantity]:
    """The quantities of any text, in order, without places and periods."""
    out: list[Quantity] = []
    for result in _sentences(text, Clock(None, None)):
        tokens = result.sentence.tokens
        for reading in result.readings:
            amount, frame = reading.amount, reading.frame
            measured = reading.bound.measured
            if amount.noun is not None:
                measured = " ".join(t.text for t in tokens[amount.noun[0] : amount.noun[1]])
            start, end = _span(result, amount)
            out.append(
                Quantity(
                    start, end, frame.value, frame.low, frame.high, frame.comparator, frame.unit or "1", amount.written_value, amount.written_unit,
                    frame.direction, measured, _unit_readings(amount), amount.rules,
                )
            )  # fmt: skip
    return out


def _sentences(text: str, clock: Clock, title: str = "") -> Iterator[SentenceReading]:
    found = [(sentence, find_mentions(sentence.tokens)) for sentence in sentences(text)]
    context = Context(
        Discourse(main=protagonist([mentions for _, mentions in found], find_mentions(tokenize(title)))),
        clock,
        clock.end,
    )
    for sentence, mentions in found:
        yield read_sentence(sentence, mentions, context)


def _span(result: SentenceReading, amount: Amount) -> tuple[int, int]:
    tokens = result.sentence.tokens
    return tokens[amount.first].start, tokens[amount.last - 1].end


def _figure(
    article: Article,
    result: SentenceReading,
    reading: Reading,
    seen: Counter[tuple[str, str]],
    ids: dict[tuple[int, int], str],
) -> Figure:
    amount, frame, bound, entity, timing = reading.amount, reading.frame, reading.bound, reading.entity, reading.timing
    start, end = _span(result, amount)
    quote = article.text[start:end]
    sentence = result.sentence.text
    occurrence = seen[(sentence, quote)]
    seen[(sentence, quote)] += 1
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
        indicator=bound.indicator,
        measured=bound.measured,
        kind=frame.kind,
        value=frame.value,
        low=frame.low,
        high=frame.high,
        comparator=frame.comparator,
        unit=frame.unit or "1",
        written_value=amount.written_value,
        written_unit=amount.written_unit,
        direction=frame.direction,
        unit_readings=_unit_readings(amount),
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
        restates=ids.get(_span(result, reading.restates)) if reading.restates is not None else None,
        rules=reading.rules,
        status=article.status,
    )


def figure_id(article_id: str, sentence: str, quote: str, occurrence: int) -> str:
    """The stable id of a figure: it moves only when its sentence, its quote or its place among equal quotes does."""
    digest = hashlib.sha256(f"{sentence}\x1f{quote}\x1f{occurrence}".encode()).hexdigest()
    return f"{article_id}/{digest[:8]}"


def _unit_readings(amount: Amount) -> tuple[UnitReading, ...]:
    """The other readings of an ambiguous unit, each with its value and interval in the base unit."""
    if amount.measure is None or not amount.readings:
        return ()

    def scaled(x: float | None, factor: float) -> float | None:
        return None if x is None or amount.measure is None else x / amount.measure.factor * factor

    return tuple(
        UnitReading(unit, scaled(amount.value, factor) or 0.0, scaled(amount.low, factor), scaled(amount.high, factor))
        for unit, factor in amount.readings
        if unit != amount.measure.unit_id and factor != amount.measure.factor
    )


def _numbers(article_id: str, result: SentenceReading, figures: list[Figure]) -> Iterator[Number]:
    tokens = result.sentence.tokens
    rows: dict[tuple[int, int], Number] = {}
    for reading, figure in zip(result.readings, figures, strict=True):
        for numeral in (reading.amount.numeral, reading.amount.partner):
            if numeral is not None:
                text = result.sentence.text[numeral.start - result.sentence.start : numeral.end - result.sentence.start]
                rows[numeral.start, numeral.end] = Number(
                    article_id,
                    numeral.start,
                    numeral.end,
                    text,
                    numeral.value,
                    "figure",
                    "read as a figure",
                    figure.figure_id,
                )
    for numeral, verdict in result.verdicts:
        if (numeral.start, numeral.end) not in rows:
            text = result.sentence.text[numeral.start - result.sentence.start : numeral.end - result.sentence.start]
            rows[numeral.start, numeral.end] = Number(
                article_id, numeral.start, numeral.end, text, numeral.value, verdict.disposition, verdict.reason, None
            )
    del tokens
    yield from (rows[key] for key in sorted(rows))
