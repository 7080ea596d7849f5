"""quantulum3 in a process of its own, under whichever interpreter has it: sentences in, its answers and the time out.

Belongs here: calling quantulum3. Does not: anything of this project, which that interpreter need not have.
Reads a JSON list of sentences and prints one object: `answers` to each sentence (value, uncertainty, unit, start, end),
`seconds` of CPU time for all of them, `start`: the seconds of import and first use, `megabytes` by then, `version`.
"""

import json
import resource
import sys
import time


def main() -> None:
    """Answers to the sentences on standard input."""
    texts = json.load(sys.stdin)
    begin = time.perf_counter()
    from importlib.metadata import version

    from quantulum3 import parser

    # "Dollars" are of several countries, so that its classifier is loaded too.
    parser.parse("Prices fell by 3 per cent to 4.1 million dollars in 2018.")
    started = time.perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    begin = time.process_time()
    parsed = [parser.parse(text) for text in texts]
    seconds = time.process_time() - begin
    answers = [[[one.value, one.uncertainty or 0.0, one.unit.name, *one.span] for one in found] for found in parsed]
    json.dump(
        {
            "answers": answers,
            "seconds": seconds,
            "start": started,
            "megabytes": memory,
            "version": version("quantulum3"),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
