"""Writing a release: compare with the newest, stage, verify, move into place.

Belongs here: the order of the steps. Does not: any step's work (each has a module of its own).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline import metrics
from pipeline.release.card import CARD, card
from pipeline.release.change_log import (
    CHANGES_JSON,
    CHANGES_MD,
    CHANGES_SCHEMA,
    changes_markdown,
    changes_schema,
    changes_value,
)
from pipeline.release.changes import Changes
from pipeline.release.citation import CITATION_BIB, CITATION_CFF, bibtex, cff
from pipeline.release.coverage import coverage
from pipeline.release.croissant import CROISSANT, croissant
from pipeline.release.csv_files import write_csv
from pipeline.release.database import write_database
from pipeline.release.datapackage import DATA_PACKAGE, data_package
from pipeline.release.diff import compare
from pipeline.release.errors import ReleaseError
from pipeline.release.fault import Fault
from pipeline.release.history import carried_on, history_of
from pipeline.release.lock import build_lock
from pipeline.release.manifest import (
    Manifest,
    TableEntry,
    as_json,
    file_entries,
    read_manifest,
    read_sums,
    write_manifest,
)
from pipeline.release.origins import Provenance
from pipeline.release.parquet_files import write_parquet
from pipeline.release.query import DATABASE
from pipeline.release.releases import list_versions, release_folder
from pipeline.release.schema_org import DATASET_JSONLD, dataset
from pipeline.release.side import Side, side_of
from pipeline.release.staging import point_latest_at, publish, seal, stage, sweep
from pipeline.release.verification import verify_files, verify_release
from pipeline.release.version import Version, next_version
from pipeline.tables import BUILT, TABLES, conform
from pipeline.tables.history import HISTORY


@dataclass(frozen=True, slots=True)
class Release:
    """A release, and whether this build made it."""

    version: str
    path: Path
    created: bool
    """False: nothing changed, and the newest release stays the newest."""
    reason: str
    """Why there is a new release, or why there is none, in one line."""
    changes: Changes
    """What changed since the release before; nothing where none was made."""


def write_release(
    tables: Mapping[str, pa.Table],
    outputs: Path,
    *,
    provenance: Provenance,
    minimum: str | None = None,
    wait: float = 60.0,
) -> Release:
    """Makes a new release of `tables`, if they differ from those of the newest one.

    Whatever happens meanwhile, `outputs` holds only whole releases; a build that fails or is killed leaves nothing
    that the next one has to repair.

    Args:
        tables: every table of `pipeline.tables.BUILT` by name.
        outputs: the output folder; made if it is missing.
        provenance: what the tables were made from.
        minimum: a version that the new release must at least have; a release of the same data is made to reach it.
        wait: seconds to wait for another build to end.

    Raises:
        ReleaseError: a table is missing, the newest release is damaged, the new one fails its verification, or the
            disk does not take it.
        LockedError: another build still holds the lock.
        ShapeError: a table does not have the form that `pipeline.tables` defines.
        ValueError: `minimum` is no version.
    """
    least = None if minimum is None else Version.parse(minimum)
    if tables.keys() != BUILT.keys():
        raise ReleaseError(f"a release is made of {', '.join(BUILT)}; given were {', '.join(tables) or 'none'}")
    conformed = {name: conform(name, tables[name]) for name in BUILT}
    try:
        with build_lock(outputs, wait=wait):
            sweep(outputs)
            return _write(conformed, outputs, provenance, least)
    except (OSError, duckdb.Error) as error:
        raise ReleaseError(
            f"no release was written to {outputs}: {error}; what was there is as before: see to the cause, build again"
        ) from error


def _write(built: Mapping[str, pa.Table], outputs: Path, provenance: Provenance, least: Version | None) -> Release:
    # Which figures stand since when is known once the version is; until then only the form of `history` is compared.
    tables = {name: built.get(name, HISTORY.arrow_schema.empty_table()) for name in TABLES}
    entries = {name: TableEntry.of(TABLES[name], table) for name, table in tables.items()}
    latest = max(list_versions(outputs), default=None)
    changes = (
        Changes(None)
        if latest is None
        else _changes_since(latest, outputs, Side(entries, tables.__getitem__, provenance))
    )
    version = next_version(latest, changes.step, least)
    if latest is not None and version == latest:
        # A build that was killed after its rename has left `latest` behind.
        point_latest_at(outputs, latest)
        return Release(str(latest), release_folder(outputs, latest), False, "nothing changed", changes)
    history = carried_on(history_of(outputs, latest), tables["figures"], changes, str(version))
    tables, entries = tables | {HISTORY.name: history}, entries | {HISTORY.name: TableEntry.of(HISTORY, history)}
    with stage(outputs) as folder:
        _fill(folder, version, tables, entries, changes, provenance)
        seal(folder)
        _require_sound(folder, verify_release(folder), "this is a fault of the program, please report it")
        path = publish(folder, outputs, version)
    point_latest_at(outputs, version)
    reason = changes.summary() if changes.previous is None or changes.step != "none" else f"{version} was asked for"
    return Release(str(version), path, True, reason, changes)


def _changes_since(latest: Version, outputs: Path, new: Side) -> Changes:
    folder = release_folder(outputs, latest)
    manifest = read_manifest(folder)
    _require_sound(folder, verify_files(folder, manifest, read_sums(folder)), "restore it, for instance from its copy")
    return compare(str(latest), side_of(folder), new)


def _fill(
    folder: Path,
    version: Version,
    tables: Mapping[str, pa.Table],
    entries: Mapping[str, TableEntry],
    changes: Changes,
    provenance: Provenance,
) -> None:
    for name, table in tables.items():
        write_parquet(folder / f"{name}.parquet", table, TABLES[name].order)
        write_csv(folder / f"{name}.csv", table)
    write_database(folder / DATABASE, tables, metrics.VIEWS)
    data, dated = file_entries(folder, entries), provenance.dated
    for name, text in {
        DATA_PACKAGE: as_json(data_package(version, entries, data)),
        CROISSANT: as_json(croissant(version, dated, entries, data)),
        DATASET_JSONLD: as_json(dataset(version, dated, coverage(tables), data)),
        CITATION_BIB: bibtex(version, dated),
        CITATION_CFF: cff(version, dated),
        CARD: card(version, dated, entries),
        CHANGES_JSON: as_json(changes_value(str(version), changes)),
        CHANGES_SCHEMA: changes_schema(),
        CHANGES_MD: changes_markdown(str(version), changes),
    }.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    files = file_entries(folder, entries)
    write_manifest(folder, Manifest(str(version), changes.previous, provenance, entries, files))


def _require_sound(folder: Path, faults: list[Fault], remedy: str) -> None:
    if faults:
        listed = "".join(f"\n  {fault}" for fault in faults)
        raise ReleaseError(f"{folder} is not sound; {remedy}:{listed}")
