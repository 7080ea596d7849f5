"""Releases: written whole or not at all, compared, verified, queried, explained.

    write_release(tables, outputs, provenance=..., minimum=...) -> Release     a new release, if anything changed
    provenance(raw) -> Provenance                                  what a build is made from
    list_versions, latest_version, latest_release, find_release    which releases there are, and where
    diff_releases(old, new) -> Changes                             between two releases, each row with its causes;
                                                                   `changes_value`, `changes_markdown` write it down
    verify_release(folder) -> list[Fault]                          none if files, tables and rows are whole and fit
    judge(folder, raw=None) -> Verdict                             the same, all derived again, back to the articles
    fetch_release(url, folder)                                     a release over http(s), to be judged
    open_release(outputs, version) -> connection                   read-only, out of reach of files and network
    run_query(connection, "SELECT ...") -> pa.Table
    explain(connection, id) -> Explanation                         down to the words; `explain_render` shows it
    ReleaseError, LockedError, QueryError, ExplainError

Belongs here: all that is done with tables once they are checked. Does not: making or judging tables. Each name is
imported when it is first asked for: a query loads none of what only a build needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.release.change_log import changes_markdown, changes_value
    from pipeline.release.changes import Changes
    from pipeline.release.diff import diff_releases
    from pipeline.release.errors import ExplainError, LockedError, QueryError, ReleaseError
    from pipeline.release.explain_render import as_tree, as_value
    from pipeline.release.explanation import Evidence, Explanation, explain
    from pipeline.release.fault import Fault
    from pipeline.release.fetching import fetch_release
    from pipeline.release.origins import Provenance, provenance
    from pipeline.release.query import open_release, run_query
    from pipeline.release.releases import find_release, latest_release, latest_version, list_versions
    from pipeline.release.telling import Amount
    from pipeline.release.verdict import Verdict, judge
    from pipeline.release.verification import verify_release
    from pipeline.release.version import Version
    from pipeline.release.writing import Release, write_release

__all__ = [
    "Amount",
    "Changes",
    "Evidence",
    "ExplainError",
    "Explanation",
    "Fault",
    "LockedError",
    "Provenance",
    "QueryError",
    "Release",
    "ReleaseError",
    "Verdict",
    "Version",
    "as_tree",
    "as_value",
    "changes_markdown",
    "changes_value",
    "diff_releases",
    "explain",
    "fetch_release",
    "find_release",
    "judge",
    "latest_release",
    "latest_version",
    "list_versions",
    "open_release",
    "provenance",
    "run_query",
    "verify_release",
    "write_release",
]

_MODULES = {
    "change_log": ("changes_markdown", "changes_value"),
    "changes": ("Changes",),
    "diff": ("diff_releases",),
    "errors": ("ExplainError", "LockedError", "QueryError", "ReleaseError"),
    "explanation": ("Evidence", "Explanation", "explain"),
    "telling": ("Amount",),
    "explain_render": ("as_tree", "as_value"),
    "origins": ("Provenance", "provenance"),
    "query": ("open_release", "run_query"),
    "releases": ("find_release", "latest_release", "latest_version", "list_versions"),
    "fault": ("Fault",),
    "fetching": ("fetch_release",),
    "verdict": ("Verdict", "judge"),
    "verification": ("verify_release",),
    "version": ("Version",),
    "writing": ("Release", "write_release"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    """A promised name, from the module that defines it."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
