"""The quarantine's codes: every way in which a file can be unusable, each with its cause and its remedy.

Belongs here: the codes as data, once. `raw/README.md` prints the same table, and a test compares the two. Does not:
finding the fault (see the module that reads the part in question), wording a single case (its line and its value).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Reason:
    """One code of the column `reason` of the table `quarantine`."""

    code: str
    cause: str
    """What is wrong with such a file, in general."""
    remedy: str
    """What to do about it: a clause in the imperative, which ends every rejection's detail."""


_ALL = (
    Reason(
        "no_front_matter",
        "The file does not begin with a block of front matter between two `---` lines.",
        "begin the file with a line `---`, the fields, and a second line `---`, and put the text after it",
    ),
    Reason(
        "bad_yaml",
        "The front matter is not a YAML mapping of names to values.",
        "write one `name: value` a line, each name once, and put a value that holds `: ` or ` #` in quotation marks",
    ),
    Reason(
        "missing_title",
        "The front matter has no title.",
        "add a line `title: ` with the article's headline in quotation marks",
    ),
    Reason(
        "missing_date",
        "The front matter has no date of publication.",
        "add a line `published: ` with the date as YYYY-MM-DD, or as YYYY-MM or YYYY if no more is known",
    ),
    Reason(
        "impossible_date",
        "The date of publication is no day, month or year of the calendar, or is written in another way.",
        "write `published` as YYYY-MM-DD, YYYY-MM or YYYY, as a date that exists",
    ),
    Reason(
        "wrong_encoding",
        "The file is not UTF-8.",
        "save the file as UTF-8",
    ),
    Reason(
        "empty_text",
        "Nothing to read follows the front matter.",
        "put the article's text after the front matter, or remove the file",
    ),
    Reason(
        "duplicate_id",
        "Another file has the same name, without its ending, and so the same article id.",
        "rename one of the files, or remove the one that is not meant",
    ),
    Reason(
        "too_large",
        "The text is larger than 5 MB (5,000,000 bytes of UTF-8).",
        "split the text into one file an article",
    ),
    Reason(
        "nul_byte",
        "The file holds a NUL byte, which no text does.",
        "export the text again, or remove the byte",
    ),
    Reason(
        "unreadable",
        "The file cannot be opened, is no regular file, or is a link that leads out of the folder.",
        "put a copy of the file itself into the folder, readable by the account that runs the build",
    ),
    Reason(
        "bad_field",
        "A field of the front matter has a value that it cannot have.",
        "correct the field as the table of fields in raw/README.md says",
    ),
    Reason(
        "bad_id",
        "The file's name, without its ending, cannot be an article id.",
        "rename the file with the letters A-Z and a-z, digits, full stops, hyphens and underscores only, "
        "beginning with a letter or digit",
    ),
    Reason(
        "unknown_format",
        "The file is neither Markdown (`.md`) nor plain text (`.txt`).",
        "save the article as .md or .txt, or move the file out of the folder",
    ),
    Reason(
        "reading_failed",
        "The code failed while it read this text; the text itself may be sound.",
        "report the fault with the text, and move the file out of the folder until it is mended",
    ),
)

REASONS: Mapping[str, Reason] = MappingProxyType({reason.code: reason for reason in _ALL})
"""Every code, in the order in which `raw/README.md` lists them."""
