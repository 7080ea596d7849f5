"""The release as Croissant, version 1.0: `croissant.json`, from which machine learning tools load its tables.

Croissant is schema.org with a distribution of files and, for each table, a record set with its fields. Records are
read from the Parquet files, whose types are exact; the CSV files and the DuckDB file are listed with them. Version 1.0,
because tools that know only this one refuse a later one, and nothing of a later one is needed.

Belongs here: Croissant's form. Does not: what columns mean (`pipeline.tables` says so), what schema.org and Croissant
say alike (see `schema_org`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from pipeline.release.citation import bibtex
from pipeline.release.manifest import FileEntry, TableEntry
from pipeline.release.schema_org import MEDIA_TYPES, described
from pipeline.release.version import Version
from pipeline.tables.catalogue import TABLES
from pipeline.tables.model import Column, Table

CROISSANT = "croissant.json"

_CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
_MEDIA_TYPES = {**MEDIA_TYPES, "parquet": "application/x-parquet"}
"""Croissant's readers know Parquet by an older name."""

_TYPES: Mapping[pa.DataType, str] = {
    pa.string(): "sc:Text",
    pa.int64(): "sc:Integer",
    pa.float64(): "sc:Float",
    pa.date32(): "sc:Date",
    pa.bool_(): "sc:Boolean",
}

_CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the standard prescribes, word for word."""


def croissant(
    version: Version, dated: date | None, entries: Mapping[str, TableEntry], files: Mapping[str, FileEntry]
) -> dict[str, Any]:
    """The content of `croissant.json`.

    Args:
        version: of the release.
        dated: as in `schema_org.described`.
        entries: of its tables, in the release's order.
        files: entries of the files that hold them, by name.
    """
    return {
        "@context": dict(_CONTEXT),
        "@type": "sc:Dataset",
        "conformsTo": _CONFORMS_TO,
        **described(version, dated),
        "citeAs": bibtex(version, dated),
        "distribution": [_file(name, file) for name, file in files.items()],
        "recordSet": [_records(TABLES[name]) for name in entries],
    }


def _file(name: str, file: FileEntry) -> dict[str, Any]:
    table, _, form = name.rpartition(".")
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        **({"description": TABLES[table].description} if table in TABLES else {}),
        "contentUrl": name,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": _MEDIA_TYPES[form],
        "sha256": file.sha256,
    }


def _records(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": _id(table, name)} for name in table.key],
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    # What a column refers to is told in words. Told as `references`, mlcroissant 1.1 joins the tables when it loads
    # one: it stops at a table that refers to itself, and gives a row of `conflicts` five times over.
    kind, repeated = column.arrow_type, pa.types.is_list(column.arrow_type)
    item = kind.value_type if repeated else kind
    return {
        "@type": "cr:Field",
        "@id": _id(table, column.name),
        "name": column.name,
        "description": f"{column.meaning} Source: {column.source}.",
        **({"repeated": True} if repeated else {}),
        **(
            {"subField": [_part(table, column, part) for part in item]}
            if pa.types.is_struct(item)
            else {"dataType": _TYPES[item], "source": _source(table, column.name)}
        ),
    }


def _part(table: Table, column: Column, part: pa.Field) -> dict[str, Any]:
    """A field of each of the items of a list."""
    return {
        "@type": "cr:Field",
        "@id": f"{_id(table, column.name)}/{part.name}",
        "name": part.name,
        "dataType": _TYPES[part.type],
        "source": _source(table, column.name) | {"transform": {"jsonPath": part.name}},
    }


def _source(table: Table, column: str) -> dict[str, Any]:
    return {"fileObject": {"@id": f"{table.name}.parquet"}, "extract": {"column": column}}


def _id(table: Table, column: str) -> str:
    return f"{table.name}/{column}"
