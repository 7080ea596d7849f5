from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.release import Release
from pipeline.release.origins import file_hash
from pipeline.tables import TABLES


@pytest.fixture
def description(first: Release) -> Any:
    return json.loads((first.path / "croissant.json").read_text(encoding="utf-8"))


def test_each_column_of_each_table_is_a_field_with_its_meaning_and_source(description: Any) -> None:
    sets = {each["name"]: each for each in description["recordSet"]}
    assert sets.keys() == TABLES.keys()
    for name, table in TABLES.items():
        fields = sets[name]["field"]
        assert [field["name"] for field in fields] == [column.name for column in table.columns]
        for field, column in zip(fields, table.columns, strict=True):
            assert field["description"].startswith(column.description)
            assert column.source in field["description"]
            assert (column.unit or "") in field["description"]
        assert [key["@id"] for key in sets[name]["key"]] == [f"{name}/{column}" for column in table.key]


def test_every_source_is_a_file_that_is_there_with_its_hash(description: Any, first: Release) -> None:
    files = {each["@id"]: each for each in description["distribution"]}
    assert "cityfigures.duckdb" in files
    for name, file in files.items():
        assert (file["contentUrl"], file["sha256"]) == (name, file_hash(first.path / name))
        assert file["contentSize"] == f"{(first.path / name).stat().st_size} B"
    leaves = [
        leaf for each in description["recordSet"] for field in each["field"] for leaf in field.get("subField", [field])
    ]
    assert {leaf["source"]["fileObject"]["@id"] for leaf in leaves} == {f"{name}.parquet" for name in TABLES}
    assert all(leaf["dataType"].startswith("sc:") for leaf in leaves)


def test_identifiers_are_unique(description: Any) -> None:
    found: list[str] = []

    def collect(value: Any, *, defining: bool) -> None:
        if isinstance(value, dict):
            if defining and "@type" in value and "@id" in value:
                found.append(value["@id"])
            for name, part in value.items():
                collect(part, defining=name != "@context")
        elif isinstance(value, list):
            for part in value:
                collect(part, defining=defining)

    collect(description, defining=True)
    assert len(found) == len(set(found)) > 100


def test_lists_are_repeated(description: Any) -> None:
    fields = {field["@id"]: field for each in description["recordSet"] for field in each["field"]}
    assert fields["figures/rules"]["repeated"]
    assert [part["name"] for part in fields["figures/unit_readings"]["subField"]] == ["unit", "value", "low", "high"]
    assert "repeated" not in fields["figures/value"]
