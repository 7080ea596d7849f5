"""Columns that say of whom, of what and of when a row speaks; the same in every table that has them.

Belongs here: columns with one meaning in several tables. Does not: columns of one table alone.
"""

from __future__ import annotations

from typing import get_args

import pandera.pandas as pandera

from pipeline.extraction.model import Aggregation, Modality, PriceBasis
from pipeline.tables.columns import choice, day, text, texts


def place_id(source: str) -> pandera.Column:
    """The place's identifier."""
    return text(
        "Identifier of the place; null where no place of the vocabulary is meant.",
        source=source,
        references="places.place_id",
        nullable=True,
    )


def place(source: str) -> pandera.Column:
    """The place's name."""
    return text("Name of the place; null where none is known.", source=source, nullable=True)


def subject(source: str) -> pandera.Column:
    """The organisation or facility."""
    return text(
        "Organisation or facility that is measured; null where it is the place itself.", source=source, nullable=True
    )


def indicator(source: str, *, nullable: bool = False) -> pandera.Column:
    """What is measured, as an id of the vocabulary."""
    return text(
        "Identifier of the indicator; null where the vocabulary has none for what is measured."
        if nullable
        else "Identifier of the indicator.",
        source=source,
        references="indicators.indicator_id",
        nullable=nullable,
    )


def unit(source: str) -> pandera.Column:
    """The base unit of a row's values."""
    return text(
        "Base unit of the values of this row: a `base_unit` of `units`, or two with a stroke between them (`CNY/m2`).",
        source=source,
    )


def first_day(of: str, source: str) -> pandera.Column:
    """The first day of a period."""
    return day(f"First day of {of}; null where the article leaves it open.", source=source, nullable=True)


def last_day(of: str, source: str) -> pandera.Column:
    """The last day of a period."""
    return day(f"Last day of {of}; null where the article leaves it open.", source=source, nullable=True)


def price_basis(source: str) -> pandera.Column:
    """Real or nominal."""
    return choice(
        get_args(PriceBasis),
        "`real`: prices of one year; `nominal`: current prices; null where it does not matter or is not said.",
        source=source,
        nullable=True,
    )


def aggregation(source: str) -> pandera.Column:
    """How the value stands to its period."""
    return choice(
        get_args(Aggregation),
        "How the value stands to its period: at a `point` in it, over the whole `period`, `cumulative` since its "
        "first day, or its `average`; null where not known.",
        source=source,
        nullable=True,
    )


def modality(source: str) -> pandera.Column:
    """Whether it is a fact, an estimate, a plan."""
    return choice(
        get_args(Modality),
        "`actual`: said to be so; `estimate`: calculated or guessed of the present or past; `forecast`: expected; "
        "`target`: planned or announced; `capacity`: what is built for or able to make.",
        source=source,
    )


def inputs(source: str) -> pandera.Column:
    """The figures that a derived row comes from."""
    return texts("Figures that this row is made of.", source=source, references="figures.figure_id", least=1)


def article_ids(source: str) -> pandera.Column:
    """The articles that a derived row comes from."""
    return texts("Articles of the `inputs`.", source=source, references="articles.article_id", least=1)


def conflict_id(source: str) -> pandera.Column:
    """The conflict that a derived row is part of."""
    return text(
        "The conflict that this row is part of; null where nothing contradicts it.",
        source=source,
        references="conflicts.conflict_id",
        nullable=True,
    )
