"""The release as a Data Package (version 2 of the standard): `datapackage.json`.

Each table is two resources: `<table>`, the CSV file with its schema, and `<table>_parquet`, a file that holds its own.

Belongs here: the standard's form. Does not: what columns mean (`pipeline.tables` says so).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from pipeline.release import about
from pipeline.release.manifest import FileEntry, TableEntry
from pipeline.release.version import Version
from pipeline.tables.catalogue import TABLES
from pipeline.tables.model import Column, ForeignKey, Table

DATA_PACKAGE = "datapackage.json"

_PROFILES = "https://datapackage.org/profiles/2.0"
_TYPES: Mapping[pa.DataType, str] = {
    pa.string(): "string",
    pa.int64(): "integer",
    pa.float64(): "number",
    pa.date32(): "date",
    pa.bool_(): "boolean",
}


def data_package(version: Version, entries: Mapping[str, TableEntry], files: Mapping[str, FileEntry]) -> dict[str, Any]:
    """The content of `datapackage.json`.

    Args:
        version: of the release.
        entries: of its tables, in the release's order.
        files: entries of the table files by name.
    """
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": about.NAME,
        "title": about.TITLE,
        "description": about.DESCRIPTION,
        "version": str(version),
        "keywords": list(about.KEYWORDS),
        "contributors": [{"title": about.AUTHORS, "roles": ["creator"]}],
        "licenses": [{"name": about.LICENSE_ID, "title": about.LICENSE_TITLE, "path": about.LICENSE_URL}],
        "resources": [
            resource
            for name in entries
            for resource in (
                _csv(TABLES[name], files[f"{name}.csv"]),
                _parquet(TABLES[name], files[f"{name}.parquet"]),
            )
        ],
    }


def _csv(table: Table, file: FileEntry) -> dict[str, Any]:
    return _resource(table, table.name, f"{table.name}.csv", file) | {
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(table),
    }


def _parquet(table: Table, file: FileEntry) -> dict[str, Any]:
    # Called `parquet`, the file would be opened by frictionless, which fails on its lists; so it only checks the hash.
    return _resource(table, f"{table.name}_parquet", f"{table.name}.parquet", file) | {
        "format": "apache-parquet",
        "mediatype": "application/vnd.apache.parquet",
    }


def _resource(table: Table, name: str, path: str, file: FileEntry) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": name,
        "title": table.title,
        "description": table.description,
        "path": path,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }


def _schema(table: Table) -> dict[str, Any]:
    keys = [
        {"fields": [key.column], "reference": _elsewhere(table, key) | {"fields": [key.references]}}
        for key in table.foreign_keys
        # The standard knows no references from the items of a list; `manifest.json` has those too.
        if not pa.types.is_list(table.arrow_schema.field(key.column).type)
    ]
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
    }


def _elsewhere(table: Table, key: ForeignKey) -> dict[str, Any]:
    """The resource that a key refers to; the standard wants none where it is the same one."""
    return {} if key.table == table.name else {"resource": key.table}


def _field(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": "array" if pa.types.is_list(column.arrow_type) else _TYPES[column.arrow_type],
        "description": column.description,
        **({"unit": column.unit} if column.unit else {}),
        "source": column.source,
        **({"constraints": constraints} if (constraints := _constraints(column)) else {}),
    }


def _constraints(column: Column) -> dict[str, Any]:
    told = {
        "required": None if column.nullable else True,
        "enum": list(column.allowed) or None,
        "minimum": column.constraints.get("min_value"),
        "maximum": column.constraints.get("max_value"),
    }
    return {name: value for name, value in told.items() if value is not None}
