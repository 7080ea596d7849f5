"""What can go wrong with releases, said so that the reader knows what to do.

Belongs here: the exceptions of this room. Does not: faults found in a release (`fault.Fault` is a value).
"""

from __future__ import annotations


class ReleaseError(Exception):
    """A release cannot be written, found or read; the message says which, why and what to do."""


class LockedError(ReleaseError):
    """Another process is writing a release to the same folder; the message says which one."""


class QueryError(ReleaseError):
    """A query is no single reading statement, or DuckDB refuses it."""


class ExplainError(ReleaseError):
    """An id that the release does not hold; the message lists those that look like it."""
