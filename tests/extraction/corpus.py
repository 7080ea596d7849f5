"""The texts of all examples and paraphrases, for laws that must hold of whatever is read.

Belongs here: the texts alone. Does not: what is to be read of each (`test_paraphrases`, `language`).
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from tests.extraction.language.examples import examples, no_figures, unread


@cache
def texts() -> tuple[str, ...]:
    """Some hundred short texts, in which nearly every rule is used."""
    facts = tomllib.loads(Path(__file__).with_name("paraphrases.toml").read_text(encoding="utf-8"))["fact"]
    wordings = (text for fact in facts for text in fact["wordings"])
    return (*wordings, *(one.text for one in (*examples(), *no_figures(), *unread())))
