"""The table `figures`: one row for each quantity that an article asserts of a place, organisation or facility."""

from __future__ import annotations

from typing import get_args

import pandas as pd

from pipeline.articles.model import ArticleStatus
from pipeline.extraction.model import Comparator, Direction, FigureKind, PlaceKind, SubjectKind
from pipeline.tables import identity
from pipeline.tables.columns import choice, readings, real, text, texts, whole
from pipeline.tables.model import define
from pipeline.tables.rules import both_or_neither, interval, not_after, present_with, row_rule

_FIGURES = "extraction: figures"
_QUANTITIES = "extraction: quantities"
_PERIODS = "extraction: periods"
_PLACES = "extraction: places"

_OPEN_ABOVE = ("more_than", "at_least")
_OPEN_BELOW = ("less_than", "at_most", "nearly")


def _interval_follows_comparator(frame: pd.DataFrame) -> pd.Series:
    low_is_open = frame["comparator"].isin(_OPEN_BELOW)
    high_is_open = frame["comparator"].isin(_OPEN_ABOVE)
    return (frame["low"].isna() == low_is_open) & (frame["high"].isna() == high_is_open)


FIGURES = define(
    "figures",
    "Figures",
    "One row for each quantity that an article asserts of a place, an organisation or a facility, with the words "
    "that it was read from and the interval that they allow.",
    {
        "figure_id": text(
            "Identifier: `<article_id>/<8 hexadecimal digits>`, a hash of sentence, quote and occurrence; the same in "
            "every release as long as these words stand.",
            source=_FIGURES,
            pattern=r".+/[0-9a-f]{8}",
        ),
        "article_id": text("Article that says so.", source=_FIGURES, references="articles.article_id"),
        "start": whole("Offset of the quote in the article's text.", source=_QUANTITIES, unit="code point", least=0),
        "end": whole("Offset of the quote's end, exclusive.", source=_QUANTITIES, unit="code point", least=1),
        "quote": text("The number with its unit, without its hedge, as written.", source=_QUANTITIES),
        "sentence": text("The sentence that the quote stands in.", source=_FIGURES),
        "place_id": identity.place_id(_PLACES),
        "place": identity.place(_PLACES),
        "place_kind": choice(
            get_args(PlaceKind),
            "Kind of the place; `group`: several places taken together.",
            source=_PLACES,
            nullable=True,
        ),
        "subject": identity.subject(_PLACES),
        "subject_kind": choice(get_args(SubjectKind), "Kind of the subject.", source=_PLACES, nullable=True),
        "indicator": identity.indicator("extraction: indicators", nullable=True),
        "measured": text("The words for what is measured.", source="extraction: indicators", nullable=True),
        "kind": choice(
            get_args(FigureKind),
            "`level`: how much there is; `change`: how far it moved, a magnitude with a direction; `rate`: a signed "
            "relative value; `share`: a part of a whole; `count`: how many; `rank`: place in an order; `duration`; "
            "`distance`.",
            source=_FIGURES,
        ),
        "value": real("The point as written, in `unit`.", source=_QUANTITIES, unit="as in `unit`"),
        "low": real(
            "Least value that wording and precision allow; null: unbounded.",
            source=_QUANTITIES,
            unit="as in `unit`",
            nullable=True,
        ),
        "high": real(
            "Greatest value that wording and precision allow; null: unbounded.",
            source=_QUANTITIES,
            unit="as in `unit`",
            nullable=True,
        ),
        "comparator": choice(get_args(Comparator), "How the wording hedges the value.", source=_QUANTITIES),
        "unit": identity.unit(_QUANTITIES),
        "written_value": real(
            "The value as printed, before conversion.", source=_QUANTITIES, unit="as in `written_unit`"
        ),
        "written_unit": text(
            "Name of the unit as printed, in the singular, with `per` between two; null where the number stands alone.",
            source=_QUANTITIES,
            nullable=True,
        ),
        "direction": choice(
            get_args(Direction),
            "Way of a change, which is published as a magnitude; of other kinds, the way in which the words say that "
            "the value was reached; null where they say none.",
            source=_QUANTITIES,
            nullable=True,
        ),
        "unit_readings": readings(
            "Other readings of an ambiguous unit (tons: metric, short, long), each with the base unit's value.",
            source=_QUANTITIES,
        ),
        "price_basis": identity.price_basis(_FIGURES),
        "aggregation": identity.aggregation(_FIGURES),
        "compared_with": text(
            "Place or group that a ratio or gap is taken against, as written.", source=_FIGURES, nullable=True
        ),
        "members": texts(
            "Places that a group or region is made of: their identifiers, or names where the vocabulary has none.",
            source=_PLACES,
        ),
        "period_start": identity.first_day("the period", _PERIODS),
        "period_end": identity.last_day("the period", _PERIODS),
        "base_start": identity.first_day("the period that a change starts from", _PERIODS),
        "base_end": identity.last_day("the period that a change starts from", _PERIODS),
        "modality": identity.modality(_FIGURES),
        "attributed_to": text("Who is quoted as having said so.", source=_FIGURES, nullable=True),
        "restates": text(
            "Figure that this one repeats in another unit or currency.",
            source=_FIGURES,
            references="figures.figure_id",
            nullable=True,
        ),
        "rules": texts("Names of the rules that read it, in the order in which they did.", source="extraction: rules"),
        "status": choice(
            get_args(ArticleStatus),
            "As of its article, unless a correction says otherwise.",
            source="corrections, else `articles`",
        ),
    },
    key=("figure_id",),
    order=("place", "indicator", "period_start", "figure_id"),
    rules=(
        row_rule(
            "start_before_end",
            ("start", "end"),
            "`start` is not before `end`",
            lambda frame: frame["start"] < frame["end"],
        ),
        *interval("low", "value", "high"),
        not_after("period_start", "period_end"),
        not_after("base_start", "base_end"),
        not_after("base_start", "period_start"),
        not_after("base_end", "period_end"),
        both_or_neither("subject", "subject_kind"),
        present_with("place", "place_id"),
        present_with("place_kind", "place"),
        row_rule(
            "interval_follows_comparator",
            ("comparator", "low", "high"),
            "a bound that the comparator leaves open is given, or one that it sets is null",
            _interval_follows_comparator,
        ),
        row_rule(
            "id_begins_with_article",
            ("article_id",),
            "`figure_id` does not begin with `article_id`",
            lambda frame: frame["figure_id"].str.rsplit("/", n=1).list[0] == frame["article_id"],
        ),
        row_rule(
            "change_has_direction",
            ("kind", "direction"),
            "a `change` without `direction`",
            lambda frame: (frame["kind"] != "change") | frame["direction"].notna(),
        ),
        row_rule(
            "change_is_magnitude",
            ("kind", "value"),
            "a `change` below zero; the sign belongs in `direction`",
            lambda frame: (frame["kind"] != "change") | (frame["value"] >= 0),
        ),
        row_rule(
            "share_is_part_of_whole",
            ("kind", "value", "unit"),
            "a `share` outside 0 to 100 per cent",
            lambda frame: (frame["kind"] != "share") | (frame["unit"] != "percent") | frame["value"].between(0, 100),
        ),
        row_rule(
            "group_has_members_or_name",
            ("place_kind", "place", "members"),
            "a `group` with neither name nor members",
            lambda frame: (frame["place_kind"] != "group") | frame["place"].notna() | (frame["members"].list.len() > 0),
        ),
        row_rule(
            "restates_another",
            ("restates",),
            "a figure that restates itself",
            lambda frame: frame["restates"] != frame["figure_id"],
        ),
    ),
)
