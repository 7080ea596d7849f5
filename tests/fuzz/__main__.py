"""`python -m tests.fuzz`: searches for a text that breaks a law, for so many seconds; exit status 1 if there is one."""

from __future__ import annotations

import argparse
import secrets
import sys

from tests.fuzz.laws import check
from tests.fuzz.search import search


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="how long to search (default: 60)")
    parser.add_argument(
        "--seed", default=secrets.token_hex(4), help="which texts to make (default: new ones each time)"
    )
    parser.add_argument("--only", type=int, help="only the text of this number")
    given = parser.parse_args()
    one = {} if given.only is None else {"first": given.only, "most": 1}
    done, failure = search(check, given.seed, seconds=given.seconds, **one)
    if failure is not None:
        sys.stderr.write(failure.report() + "\n")
        return 1
    sys.stdout.write(f"{done} texts of seed {given.seed}: every law holds\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
