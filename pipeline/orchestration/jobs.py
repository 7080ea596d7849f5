"""The one job: from raw articles to a release.

Belongs here: which assets run together. Does not: when (see `schedules`), and what an asset does (see `assets`).
"""

from __future__ import annotations

import dagster as dg

build_release = dg.define_asset_job(
    "build_release",
    selection=dg.AssetSelection.all(),
    description="Reads every article, makes every table, checks them all, and writes a release if anything changed.",
)
