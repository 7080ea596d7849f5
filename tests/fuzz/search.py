"""The search: text after text until one breaks a law or the time is over; a failing text made small.

Belongs here: the loop, the shrinking, the report. Does not: texts (`texts`), laws (`laws`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from tests.fuzz.texts import text_of

Check = Callable[[str], None]
_MOST_ATTEMPTS = 2_000


@dataclass(frozen=True, slots=True)
class Failure:
    """A text that breaks a law: where it came from, what is left of it, and what was raised of that."""

    seed: str
    number: int
    text: str
    error: Exception

    def report(self) -> str:
        """What a person needs to see it happen again."""
        return (
            f"{type(self.error).__name__}: {self.error}\n"
            f"text {self.number} of seed {self.seed}, made small:\n"
            f"    {self.text!r}\n"
            f"again: python -m tests.fuzz --seed {self.seed} --only {self.number}"
        )


def search(
    check: Check, seed: str, *, seconds: float, first: int = 0, most: int | None = None
) -> tuple[int, Failure | None]:
    """Checks the texts of a seed from number `first` on; how many, and the first failure.

    Stops after `seconds`, or `most` texts where that is given.
    """
    until = time.monotonic() + seconds
    for done in count():
        if done == most or time.monotonic() >= until:
            break
        text = text_of(seed, first + done)
        error = _error(check, text)
        if error is not None:
            small = shrunk(check, text, error)
            return done + 1, Failure(seed, first + done, small, _error(check, small) or error)
    return done, None


def shrunk(check: Check, text: str, error: Exception) -> str:
    """A shorter text of which `check` raises the same kind of error: stretch after stretch is left out."""
    attempts = 0
    size = len(text) // 2
    while size:
        at = 0
        while at < len(text) and attempts < _MOST_ATTEMPTS:
            shorter = text[:at] + text[at + size :]
            attempts += 1
            if type(_error(check, shorter)) is type(error):
                text = shorter
            else:
                at += size
        size //= 2
    return text


def _error(check: Check, text: str) -> Exception | None:
    try:
        check(text)
    except Exception as error:
        return error
    return None
