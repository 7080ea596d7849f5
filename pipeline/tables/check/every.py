"""All checks across tables in one registry, and all checks in one run.

Belongs here: the list. Does not: any check.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.tables.check import derived, links, traces, values, words
from pipeline.tables.check.cross import CrossCheck, Material
from pipeline.tables.check.fault import Fault
from pipeline.tables.check.schema import check_table

CHECKS: Mapping[str, CrossCheck] = MappingProxyType(
    {check.name: check for check in (*links.CHECKS, *words.CHECKS, *values.CHECKS, *derived.CHECKS, *traces.CHECKS)}
)
"""Every check across tables by name."""


def check_all(material: Material) -> list[Fault]:
    """Every table of `material` against its schema, then all checks that it has everything for.

    A table that fails its schema is left out of what follows: its types or keys cannot be relied on.
    """
    faults = {name: check_table(name, frame) for name, frame in material.frames.items()}
    sound = {name for name, found in faults.items() if not any(fault.severity == "error" for fault in found)}
    sound |= {"texts"} if material.texts else set()
    sound |= {"spans"} if material.spans else set()
    across = [fault for check in CHECKS.values() if check.needs <= sound for fault in check.run(material)]
    return [*(fault for found in faults.values() for fault in found), *across]
