"""The history of the figures, carried on from release to release.

    a figure that is new                        its first release is this one
    one that went, or whose article was         its last release is the one before; why: the causes of the change
    retracted since the release before
    one that stands again                       no last release, the first stays what it was
    one that came with a retracted article      first and last release are this one

A release made before there was this table has none; it is then made from the figures of all releases up to that one.

Belongs here: the rows of `history`. Does not: its columns (see `pipeline.tables.history`), causes (see `attribution`).
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pyarrow as pa

from pipeline.release import sql
from pipeline.release.changes import Changes
from pipeline.release.diff import diff_releases
from pipeline.release.manifest import read_manifest
from pipeline.release.parquet_files import read_parquet
from pipeline.release.releases import list_versions, release_folder
from pipeline.release.version import Version
from pipeline.tables import TABLES, conform
from pipeline.tables.history import HISTORY

_CARRIED_ON = """
WITH standing AS (
    SELECT figure_id, article_id, status <> 'retracted' AS stands FROM figures
)
SELECT
    figure_id,
    coalesce(standing.article_id, before.article_id) AS article_id,
    coalesce(before.first_release, $version) AS first_release,
    CASE
        WHEN stands THEN NULL
        WHEN before.figure_id IS NULL THEN $version
        ELSE coalesce(before.last_release, $previous)
    END AS last_release,
    -- Why it went stays what it was when it went, whatever becomes of its row since.
    CASE WHEN NOT coalesce(stands, false) THEN coalesce(before.withdrawn_because, reasons.reason, $unknown) END
        AS withdrawn_because
FROM before FULL JOIN standing USING (figure_id) LEFT JOIN reasons USING (figure_id)
"""

_UNKNOWN = "retracted when it came"
"""Why a figure does not stand that no release before this one has."""

_REASONS = pa.schema([("figure_id", pa.string()), ("reason", pa.string())])


def carried_on(before: pa.Table, figures: pa.Table, changes: Changes, version: str) -> pa.Table:
    """The history in a release.

    Args:
        before: the history in the release before; without rows if this is the first.
        figures: of this release, as `pipeline.tables` defines them.
        changes: since the release before, with causes.
        version: of this release.
    """
    reasons = [
        {"figure_id": key[0], "reason": "; ".join(map(str, causes))}
        for table in changes.tables
        if table.table == "figures"
        for key, causes in table.causes.items()
    ]
    with sql.in_memory() as base:
        base.register("before", before)
        base.register("figures", figures.select(["figure_id", "article_id", "status"]))
        base.register("reasons", pa.Table.from_pylist(reasons, schema=_REASONS))
        told = {"version": version, "previous": changes.previous, "unknown": _UNKNOWN}
        return conform(HISTORY.name, base.sql(_CARRIED_ON, params=told).to_arrow_table())


def history_of(outputs: Path, version: Version | None) -> pa.Table:
    """The history in a release on disk, made anew where it has none; without rows where there is no release.

    Raises:
        ReleaseError: a release cannot be read.
    """
    history = TABLES[HISTORY.name].arrow_schema.empty_table()
    if version is None:
        return history
    if HISTORY.name in read_manifest(release_folder(outputs, version)).tables:
        return read_parquet(release_folder(outputs, version) / f"{HISTORY.name}.parquet")
    older = [each for each in list_versions(outputs) if each <= version]
    folders = [release_folder(outputs, each) for each in older]
    steps = [Changes(None), *(diff_releases(*pair) for pair in pairwise(folders))]
    for folder, changes in zip(folders, steps, strict=True):
        history = carried_on(history, read_parquet(folder / "figures.parquet"), changes, folder.name)
    return history
