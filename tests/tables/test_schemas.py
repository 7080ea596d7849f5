from __future__ import annotations

import re
from dataclasses import fields
from typing import get_args

import pyarrow as pa
import pytest

from pipeline.articles.model import Rejection, TextKind
from pipeline.articles.reasons import REASONS
from pipeline.extraction.model import (
    Comparator,
    Disposition,
    Figure,
    FigureKind,
    Modality,
    Number,
    PlaceKind,
    UnitReading,
)
from pipeline.tables import TABLES, Column, Table
from pipeline.tables.columns import READINGS

# As the contract has them: users rely on these names and on their order.
CONTRACT = {
    "articles": "article_id title publisher author published published_start published_end url language text_kind "
    "license status text_sha256 characters numbers figures",
    "figures": "figure_id article_id start end quote sentence place_id place place_kind subject subject_kind "
    "indicator measured kind value low high comparator unit written_value written_unit direction "
    "unit_readings price_basis aggregation compared_with members period_start period_end base_start "
    "base_end modality attributed_to restates rules status",
    "numbers": "article_id start end text value disposition reason figure_id",
    "levels": "level_id place_id place subject indicator unit period_start period_end value low high basis formula "
    "inputs articles price_basis aggregation modality conflict_id",
    "changes": "change_id place_id place subject indicator unit base_start base_end period_start period_end years "
    "pct pct_low pct_high points points_low points_high difference difference_low difference_high "
    "annual_pct annual_pct_low annual_pct_high basis formula inputs articles price_basis modality "
    "comparable why_not conflict_id",
    "conflicts": "conflict_id place_id place subject indicator period_start period_end figure_ids low high kind "
    "explanation preferred",
    "derivations": "output_table output_id position role input_table input_id formula",
    "city_series": "place subject indicator unit year value low high basis sources",
    "city_profile": "place lies_in indicators first_year last_year sources",
    "city_rankings": "place indicator unit year rank_low rank_high peers words",
    "history": "figure_id article_id first_release last_release withdrawn_because",
    "quarantine": "file reason detail",
    "places": "place_id name kind",
    "indicators": "indicator_id label definition quantity_kind unit",
    "units": "unit_id names quantity_kind base_unit factor",
}


def column_of(table: str, name: str) -> Column:
    return next(column for column in TABLES[table].columns if column.name == name)


def test_release_has_the_tables_of_the_contract_in_its_order() -> None:
    assert list(TABLES) == list(CONTRACT)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_columns_are_those_of_the_contract_then_further_ones(table: Table) -> None:
    wanted = CONTRACT[table.name].split()
    assert [column.name for column in table.columns][: len(wanted)] == wanted


@pytest.mark.parametrize("model", [(Figure, "figures"), (Number, "numbers"), (Rejection, "quarantine")], ids=str)
def test_values_of_earlier_rooms_have_the_columns_as_attributes(model: tuple[type, str]) -> None:
    made, table = model
    assert [field.name for field in fields(made)] == [column.name for column in TABLES[table].columns]


def test_unit_readings_have_the_fields_of_a_reading() -> None:
    assert [field.name for field in READINGS.value_type] == [field.name for field in fields(UnitReading)]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_says_what_it_is_and_where_it_comes_from(table: Table) -> None:
    stages = "(corrections, else )?(articles|extraction|vocabulary|metrics|release|`articles`)"
    assert [column.name for column in table.columns if not column.description.endswith(".")] == []
    assert [column.name for column in table.columns if not re.match(stages, column.source)] == []


def test_every_number_has_a_unit() -> None:
    numeric = {
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if column.unit is None and column.type in {"number", "integer", "list of number"}
    }
    assert numeric == {("quarantine", "line"), ("units", "factor"), ("units", "offset")}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_key_is_never_null_and_order_is_total(table: Table) -> None:
    nullable = {column.name for column in table.columns if column.nullable}
    assert table.key
    assert not nullable & set(table.key)
    assert set(table.key) <= set(table.order)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_references_lead_to_a_key_of_the_same_type(table: Table) -> None:
    for key in table.foreign_keys:
        target = TABLES[key.table]
        assert target.key == (key.references,)
        kind = column_of(table.name, key.column).arrow_type
        item = kind.value_type if pa.types.is_list(kind) else kind
        assert item == column_of(key.table, key.references).arrow_type


@pytest.mark.parametrize(
    ("table", "column", "members"),
    [
        ("figures", "comparator", get_args(Comparator)),
        ("figures", "kind", get_args(FigureKind)),
        ("figures", "place_kind", get_args(PlaceKind)),
        ("changes", "modality", get_args(Modality)),
        ("numbers", "disposition", get_args(Disposition)),
        ("articles", "text_kind", get_args(TextKind)),
        ("quarantine", "reason", tuple(REASONS)),
    ],
)
def test_closed_vocabularies_are_those_of_the_earlier_rooms(table: str, column: str, members: tuple[str, ...]) -> None:
    assert column_of(table, column).allowed == members


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("figures", "value", "number"),
        ("figures", "start", "integer"),
        ("figures", "period_end", "date"),
        ("figures", "rules", "list of text"),
        ("figures", "unit_readings", "list of {unit, value, low, high}"),
        ("conflicts", "low", "list of number"),
        ("changes", "comparable", "boolean"),
        ("places", "name", "text"),
    ],
)
def test_types_have_words(table: str, column: str, words: str) -> None:
    assert column_of(table, column).type == words


def test_constraints_tell_ranges() -> None:
    assert column_of("places", "latitude").constraints == {"min_value": -90, "max_value": 90}
    assert column_of("figures", "start").constraints == {"min_value": 0}
    assert "pattern" in column_of("levels", "level_id").constraints


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_arrow_schema_carries_the_meaning(table: Table) -> None:
    schema = table.arrow_schema
    assert schema.metadata[b"description"].decode() == table.description
    assert schema.metadata[b"key"].decode() == ",".join(table.key)
    for field, column in zip(schema, table.columns, strict=True):
        assert field.metadata[b"description"].decode() == column.description
        assert field.metadata[b"source"].decode() == column.source
        assert field.metadata.get(b"unit", b"").decode() == (column.unit or "")
        assert field.nullable == column.nullable
