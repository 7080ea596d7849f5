"""All that can be found out about a release, and how far it reaches.

    files and forms      every file by its hash, every table the same as Parquet, CSV and in DuckDB  (`verification`)
    schema and checks    what a build holds its tables to before it writes them
    derivation           levels, changes, conflicts, derivations and views follow from the figures   (`recomputation`)
    articles             where the raw folder is at hand: quotes at their places, no number left out  (`raw_comparison`)

A release is judged by the rules that made it. Where this version of the code has others, what they find is told as a
note: it is a difference between two versions of the code, and says nothing against the release.

Belongs here: what is looked at, and what counts as a fault. Does not: how (see those modules).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

import pipeline
from pipeline.release.fault import SHOWN, Fault
from pipeline.release.manifest import Manifest
from pipeline.release.origins import rooms_of_code
from pipeline.release.raw_comparison import against_raw
from pipeline.release.recomputation import recomputed
from pipeline.release.row_differences import row_words
from pipeline.release.verification import inspect
from pipeline.tables import TABLES, ShapeError, from_arrow
from pipeline.tables.check import Fault as TableFault
from pipeline.tables.check import Material, check_all

RULE_ROOMS = ("vocabulary", "tables", "metrics")
"""The rooms of the package whose rules decide what follows from figures, and what a sound row is."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of looking at a release."""

    version: str | None
    """Null where it does not even say which it is."""
    faults: tuple[Fault, ...]
    """None if the release can be relied on."""
    notes: tuple[str, ...]
    """What could not be judged, or differs because this version of the code has other rules."""
    files: int
    rows: int
    """Of all tables."""
    derived: bool
    """Whether all that is derived was found to follow from the figures."""
    articles: bool
    """Whether the articles were looked into."""


def judge(folder: Path, raw: Path | None = None) -> Verdict:
    """Looks at all of a release.

    Args:
        folder: of the release.
        raw: the folder that it was made from; null to look at the release alone.

    Raises:
        NotADirectoryError: there is no folder `raw`.
    """
    inspection = inspect(folder)
    manifest, tables = inspection.manifest, inspection.tables
    if manifest is None or tables.keys() != manifest.tables.keys():
        faults = [*inspection.faults, *_nothing_else(manifest, tables)]
        return _verdict(manifest, faults, (), tables, derived=False, articles=False)
    by_rules = [*_checked(tables), *recomputed(folder, tables)]
    notes: tuple[str, ...] = ()
    faults = list(inspection.faults)
    if _same_rules(manifest):
        faults += by_rules
    else:
        notes = tuple(_notes(manifest, by_rules))
    if raw is not None:
        faults += against_raw(manifest, tables, raw)
    return _verdict(manifest, faults, notes, tables, derived=not by_rules, articles=raw is not None)


def _verdict(
    manifest: Manifest | None,
    faults: Iterable[Fault],
    notes: tuple[str, ...],
    tables: Mapping[str, pa.Table],
    *,
    derived: bool,
    articles: bool,
) -> Verdict:
    return Verdict(
        version=None if manifest is None else manifest.version,
        faults=tuple(dict.fromkeys(faults)),
        notes=notes,
        files=0 if manifest is None else len(manifest.files) + 2,
        rows=sum(table.num_rows for table in tables.values()),
        derived=derived,
        articles=articles,
    )


def _nothing_else(manifest: Manifest | None, tables: Mapping[str, pa.Table]) -> Iterator[Fault]:
    if manifest is not None:
        lost = ", ".join(sorted(manifest.tables.keys() - tables.keys()))
        yield Fault(lost, "cannot be read in any form, so nothing was derived again and no article looked into")


def _same_rules(manifest: Manifest) -> bool:
    rooms = rooms_of_code()
    return all(manifest.provenance.rooms.get(room) == rooms[room] for room in RULE_ROOMS)


def _notes(manifest: Manifest, found: list[Fault]) -> Iterator[str]:
    if not found:
        return
    yield (
        f"made by version {manifest.provenance.code_version} of the code with other rules than these (version "
        f"{pipeline.__version__}): {len(found)} differences between what it says and what these rules give say nothing "
        "against it; verify it with the code that made it to have them judged"
    )
    yield from (str(fault) for fault in found[:SHOWN])
    if len(found) > SHOWN:
        yield f"{len(found) - SHOWN} more differences of this kind"


def _checked(tables: Mapping[str, pa.Table]) -> Iterator[Fault]:
    """What a build finds wrong with such tables: schemas, and all checks that need no text."""
    frames = {}
    for name, table in tables.items():
        try:
            frames[name] = from_arrow(name, table)
        except KeyError:
            yield Fault(name, "is no table of this version of the code")
        except ShapeError as error:
            yield Fault(name, str(error))
    yield from (Fault(name, "is no table of the release") for name in TABLES if name not in tables)
    for fault in check_all(Material(frames)):
        if fault.severity == "error":
            yield from _told(fault)


def _told(fault: TableFault) -> Iterator[Fault]:
    where = fault.table if fault.column is None else f"{fault.table}, column {fault.column}"
    for example in fault.examples:
        yield Fault(where, f"row {row_words(example)}: {fault.message}")
    if fault.count > len(fault.examples) or not fault.examples:
        rest = fault.count - len(fault.examples)
        yield Fault(where, f"{rest} more rows: {fault.message}" if fault.examples else fault.message)
