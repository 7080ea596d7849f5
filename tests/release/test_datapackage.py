from __future__ import annotations

import csv
import hashlib
import json
from typing import Any

import pytest

from pipeline.release import Release
from pipeline.tables import TABLES


@pytest.fixture
def package(first: Release) -> Any:
    return json.loads((first.path / "datapackage.json").read_text(encoding="utf-8"))


def test_every_table_is_there_in_both_forms_with_the_hash_of_its_file(package: Any, first: Release) -> None:
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert resources.keys() == {f"{name}{suffix}" for name in TABLES for suffix in ("", "_parquet")}
    for resource in resources.values():
        content = (first.path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


@pytest.fixture
def schemas(package: Any) -> dict[str, Any]:
    """The schema of each CSV file by its table."""
    return {resource["name"]: resource["schema"] for resource in package["resources"] if "schema" in resource}


def test_the_fields_are_the_columns(schemas: dict[str, Any], first: Release) -> None:
    assert schemas.keys() == TABLES.keys()
    for name, schema in schemas.items():
        with (first.path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in schema["fields"]]
        table = TABLES[name]
        assert [field["description"] for field in schema["fields"]] == [column.description for column in table.columns]
        assert [field["source"] for field in schema["fields"]] == [column.source for column in table.columns]
        assert [field.get("unit") for field in schema["fields"]] == [column.unit for column in table.columns]
        assert schema["primaryKey"] == list(table.key)


def test_references_lead_to_a_field_of_a_resource(schemas: dict[str, Any]) -> None:
    for name, schema in schemas.items():
        for key in schema.get("foreignKeys", ()):
            target = schemas[key["reference"].get("resource", name)]
            assert set(key["reference"]["fields"]) <= {field["name"] for field in target["fields"]}


def test_the_articles_of_figures_are_referred_to(schemas: dict[str, Any]) -> None:
    key = {"fields": ["article_id"], "reference": {"resource": "articles", "fields": ["article_id"]}}
    assert key in schemas["figures"]["foreignKeys"]


def test_closed_vocabularies_are_told(schemas: dict[str, Any]) -> None:
    kind = next(field for field in schemas["figures"]["fields"] if field["name"] == "kind")
    column = next(column for column in TABLES["figures"].columns if column.name == "kind")
    assert kind["constraints"] == {"required": True, "enum": list(column.allowed)}
