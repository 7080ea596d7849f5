"""How a table passes from one asset to the next: as one Parquet file in the work folder.

Belongs here: storing and loading a `pyarrow.Table` under its asset's name, whole or not at all. Does not: what a
table holds (see `pipeline.tables`), and the files of a release (see `pipeline.release`).
"""

from __future__ import annotations

import os
from pathlib import Path

import dagster as dg
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.release.content import content_hash

WORK_FOLDER = "work_folder"
"""Key of the resource, which every asset that is a table names."""


class WorkFolder(dg.ConfigurableIOManager):
    """Keeps the newest table of every asset as `<folder>/<asset>.parquet`.

    The folder holds nothing that cannot be made again, so it is no part of a release and is not committed.
    """

    folder: str

    def path(self, asset: str) -> Path:
        """The file that holds the asset's table, whether or not it exists yet."""
        return Path(self.folder) / f"{asset}.parquet"

    def load(self, asset: str) -> pa.Table:
        """The table of an asset.

        Raises:
            dagster.Failure: It was never materialised into this folder.
        """
        path = self.path(asset)
        if not path.exists():
            raise dg.Failure(f"{path} does not exist: materialise the asset {asset!r} first", allow_retries=False)
        return pq.read_table(path)

    def handle_output(self, context: dg.OutputContext, obj: pa.Table) -> None:
        """Stores the table of the asset that is being materialised."""
        path = self.path(context.asset_key.to_user_string())
        path.parent.mkdir(parents=True, exist_ok=True)
        # A reader must never meet half a file: two runs may share the folder.
        unfinished = path.with_suffix(f".{os.getpid()}")
        # Else the items of lists come back under another name, and the table with another schema.
        pq.write_table(obj, unfinished, use_compliant_nested_type=False)
        unfinished.replace(path)

    def load_input(self, context: dg.InputContext) -> pa.Table:
        """Loads the table of an asset further up."""
        return self.load(context.asset_key.to_user_string())


def content_version(table: pa.Table) -> dg.DataVersion:
    """The version of what a table says; equal tables have equal versions, so Dagster sees where nothing changed."""
    return dg.DataVersion(content_hash(table)[:16])
