"""The manifest of a release: what its tables and files are, by hash, and what they were made from.

Belongs here: the values, to JSON and back, and `SHA256SUMS`. Does not: judging a folder by them (see `verification`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.release.content import content_hash, type_words
from pipeline.release.errors import ReleaseError
from pipeline.release.origins import Provenance, file_hash
from pipeline.tables.model import ForeignKey, Table

FORMAT = 2
"""Raised when a reader of older manifests could not read a new one; those of lower numbers are read as well."""

DATASET = "cityfigures"
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"

PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*", re.ASCII)
"""What a file of a release may be called. A manifest may come from anywhere: no name in it leads out of its folder."""


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """The form of a column: all of it that makes two releases incompatible when it differs."""

    type: str
    nullable: bool
    unit: str | None


@dataclass(frozen=True, slots=True)
class TableEntry:
    """What a table of the release holds, whatever file it is in."""

    rows: int
    content_sha256: str
    """See `content.content_hash`."""
    key: tuple[str, ...]
    columns: Mapping[str, ColumnEntry]
    foreign_keys: tuple[ForeignKey, ...]

    @classmethod
    def of(cls, definition: Table, table: pa.Table) -> TableEntry:
        """The entry of a table in the release's form."""
        columns = {
            column.name: ColumnEntry(type_words(column.arrow_type), column.nullable, column.unit)
            for column in definition.columns
        }
        return cls(table.num_rows, content_hash(table), definition.key, columns, definition.foreign_keys)


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file of the release."""

    bytes: int
    sha256: str
    rows: int | None
    """Of the table that the file holds; null for a file that holds none, or several."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a release says of itself."""

    version: str
    previous: str | None
    provenance: Provenance
    tables: Mapping[str, TableEntry]
    files: Mapping[str, FileEntry]
    """By name: every file but the manifest itself and `SHA256SUMS`."""


def file_entries(folder: Path, tables: Mapping[str, TableEntry]) -> dict[str, FileEntry]:
    """The entries of all files in a staged release, by name."""
    rows = {f"{name}.{form}": entry.rows for name, entry in tables.items() for form in ("parquet", "csv")}
    return {
        path.name: FileEntry(path.stat().st_size, file_hash(path), rows.get(path.name))
        for path in sorted(folder.iterdir())
    }


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Writes `manifest.json`, then `SHA256SUMS` over it and all other files."""
    value = {"dataset": DATASET, "format": FORMAT, **asdict(manifest)}
    (folder / MANIFEST).write_text(as_json(value), encoding="utf-8", newline="\n")
    (folder / SUMS).write_text(sums(path for path in folder.iterdir()), encoding="utf-8", newline="\n")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a release.

    Raises:
        ReleaseError: there is none, or it cannot be understood.
    """
    path = folder / MANIFEST
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        if value["format"] > FORMAT:
            raise ReleaseError(f"{path} has format {value['format']}; this version reads {FORMAT}: use a newer one")
        unsafe = [name for name in (*value["tables"], *value["files"]) if not PLAIN.fullmatch(name)]
        if unsafe:
            raise ReleaseError(f"{path} names {unsafe[0]!r}, which is no file of its folder; fetch the release again")
        return Manifest(
            version=value["version"],
            previous=value["previous"],
            provenance=Provenance(**value["provenance"]),
            tables={name: _table_entry(entry) for name, entry in value["tables"].items()},
            files={name: FileEntry(**entry) for name, entry in value["files"].items()},
        )
    except FileNotFoundError as error:
        raise ReleaseError(f"{path} is missing: {folder} is no release, or not a whole one") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReleaseError(f"{path} is no manifest of a release: {error!r}; fetch the release again") from error


def sums(paths: Iterable[Path]) -> str:
    """The lines of `SHA256SUMS`, as `sha256sum --check` reads them; the file itself is left out."""
    return _lines({path.name: file_hash(path) for path in sorted(paths) if path.name != SUMS})


def read_sums(folder: Path) -> dict[str, str]:
    """The hashes of `SHA256SUMS` by file name.

    Raises:
        ReleaseError: there is no such file, or it is not as `sums` writes it.
    """
    path = folder / SUMS
    try:
        text = path.read_bytes().decode()
        listed = {name: digest for digest, name in (line.split("  ", 1) for line in text.split("\n") if line)}
    except (OSError, ValueError) as error:
        raise ReleaseError(f"{path} cannot be read: {error}; fetch the release again") from error
    # No other file vouches for this one, so nothing in it may be passed over, not even how its lines end.
    if _lines(listed) != text:
        raise ReleaseError(f"{path} is not as it was written; fetch the release again")
    return listed


def _lines(hashes: Mapping[str, str]) -> str:
    return "".join(f"{digest}  {name}\n" for name, digest in hashes.items())


def as_json(value: Any) -> str:
    """JSON for people too: indented, in the order given, text as it is, a line feed at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _table_entry(value: Mapping[str, Any]) -> TableEntry:
    return TableEntry(
        rows=value["rows"],
        content_sha256=value["content_sha256"],
        key=tuple(value["key"]),
        columns={name: ColumnEntry(**column) for name, column in value["columns"].items()},
        foreign_keys=tuple(ForeignKey(**key) for key in value["foreign_keys"]),
    )
