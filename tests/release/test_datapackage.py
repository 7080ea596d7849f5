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


def test_the_fields_are_the_columns(package: Any, first: Release) -> None:
    for resource in package["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        if resource["format"] == "csv":
            with (first.path / resource["path"]).open(encoding="utf-8", newline="") as file:
                assert next(csv.reader(file)) == fields
        table = TABLES[resource["name"].removesuffix("_parquet")]
        assert resource["schema"]["primaryKey"] == list(table.key)
        assert [field["description"] for field in resource["schema"]["fields"]] == [
            column.description for column in table.columns
        ]


def test_references_lead_to_a_resource_of_the_same_form(package: Any) -> None:
    resources = {resource["name"]: resource for resource in package["resources"]}
    for resource in resources.values():
        for key in resource["schema"].get("foreignKeys", ()):
            target = resources[key["reference"].get("resource", resource["name"])]
            assert target["format"] == resource["format"]
            assert set(key["reference"]["fields"]) <= {field["name"] for field in target["schema"]["fields"]}


def test_closed_vocabularies_are_told(package: Any) -> None:
    figures = next(resource for resource in package["resources"] if resource["name"] == "figures")
    kind = next(field for field in figures["schema"]["fields"] if field["name"] == "kind")
    column = next(column for column in TABLES["figures"].columns if column.name == "kind")
    assert kind["constraints"] == {"required": True, "enum": list(column.allowed)}
