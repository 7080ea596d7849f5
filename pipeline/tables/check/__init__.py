"""The checks that a release must pass.

`check_table` holds one table against its schema; `CHECKS` are those that look into several tables, the articles'
texts or the scan for numbers, by name; `check_all` runs everything.

Belongs here: judging tables that are ready. Does not: mending them; the schemas' own rules.
"""

from __future__ import annotations

from pipeline.tables.check.cross import SPANS, TEXTS, CrossCheck, Material
from pipeline.tables.check.every import CHECKS, check_all
from pipeline.tables.check.fault import Fault
from pipeline.tables.check.schema import check_table

__all__ = ["CHECKS", "SPANS", "TEXTS", "CrossCheck", "Fault", "Material", "check_all", "check_table"]
