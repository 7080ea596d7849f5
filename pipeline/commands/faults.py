"""What a command says when something is wrong, and the status that it ends with.

Belongs here: messages to standard error, exit statuses. Does not: finding faults.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

DATA_AT_FAULT = 1
COMMAND_AT_FAULT = 2


def complain(message: str) -> None:
    """Prints one message to standard error."""
    print(message, file=sys.stderr)


@contextmanager
def reported() -> Iterator[None]:
    """Turns what can go wrong with a release into a message and an exit status.

    Raises:
        typer.Exit: a release is missing or damaged (1), or the query or the id is wrong (2).
    """
    from pipeline.release import ExplainError, QueryError, ReleaseError

    try:
        yield
    except (ExplainError, QueryError) as error:
        complain(str(error))
        raise typer.Exit(COMMAND_AT_FAULT) from error
    except ReleaseError as error:
        complain(str(error))
        raise typer.Exit(DATA_AT_FAULT) from error
