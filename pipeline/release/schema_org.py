"""The release as a schema.org `Dataset`, in JSON-LD: what search engines for datasets read, in a page or as a file.

    described(version, dated)    what schema.org and Croissant say alike
    dataset(...)                 the whole value: the content of `dataset.jsonld`, and what a page embeds
    script(value)                the element that a page embeds it with

Addresses of files are relative: whoever serves the release knows where it is, the release does not.

Belongs here: schema.org's form. Does not: columns (see `croissant`, which schema.org has no words for).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.release import about
from pipeline.release.citation import reference
from pipeline.release.coverage import Coverage, Measure
from pipeline.release.manifest import FileEntry
from pipeline.release.version import Version
from pipeline.tables.catalogue import TABLES

DATASET_JSONLD = "dataset.jsonld"

MEDIA_TYPES: Mapping[str, str] = {
    "parquet": "application/vnd.apache.parquet",
    "csv": "text/csv",
    "duckdb": "application/vnd.duckdb",
}
"""Of the files that hold tables, by the end of their name."""


def described(version: Version, dated: date | None) -> dict[str, Any]:
    """The properties that every description in JSON-LD has.

    Args:
        version: of the release.
        dated: the day that its source is of; null where none is known, and then it has no date.
    """
    return {
        "name": about.TITLE,
        "alternateName": about.NAME,
        "description": about.DESCRIPTION,
        "version": str(version),
        "license": about.LICENSE_URL,
        "inLanguage": about.LANGUAGE,
        "keywords": list(about.KEYWORDS),
        "creator": {"@type": "Organization", "name": about.AUTHORS},
        "isAccessibleForFree": True,
        **({} if dated is None else {"datePublished": dated.isoformat()}),
    }


def dataset(version: Version, dated: date | None, covered: Coverage, files: Mapping[str, FileEntry]) -> dict[str, Any]:
    """The whole value.

    Args:
        version: of the release.
        dated: as in `described`.
        covered: what its data cover.
        files: entries of the files that hold its tables, by name.
    """
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **described(version, dated),
        "creditText": reference(version, dated),
        "measurementTechnique": about.METHOD,
        **_when(covered),
        **({"spatialCoverage": [_city(name) for name in covered.cities]} if covered.cities else {}),
        "variableMeasured": [_variable(measure) for measure in covered.measures],
        "distribution": [_download(name, file) for name, file in files.items()],
    }


def script(value: Mapping[str, Any]) -> str:
    """The HTML element that holds a value of JSON-LD; nothing in the value can end it."""
    content = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{content}</script>'


def _when(covered: Coverage) -> dict[str, str]:
    if covered.first_day is None or covered.last_day is None:
        return {}
    return {"temporalCoverage": f"{covered.first_day.isoformat()}/{covered.last_day.isoformat()}"}


def _city(name: str) -> dict[str, str]:
    return {"@type": "City", "name": name}


def _variable(measure: Measure) -> dict[str, str]:
    return {
        "@type": "PropertyValue",
        "propertyID": measure.indicator_id,
        "name": measure.label,
        "description": measure.definition,
        "unitText": measure.unit,
    }


def _download(name: str, file: FileEntry) -> dict[str, str]:
    table, _, form = name.rpartition(".")
    return {
        "@type": "DataDownload",
        "name": name,
        **({"description": TABLES[table].description} if table in TABLES else {}),
        "contentUrl": name,
        "encodingFormat": MEDIA_TYPES[form],
        "contentSize": f"{file.bytes} B",
        "sha256": file.sha256,
    }
