"""Taking a stored text apart: its front matter, read as YAML, and the text that follows.

Belongs here: where the front matter ends, and which name has which value on which line. Does not: what the names mean
(see `fields`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml
from yaml.error import MarkedYAMLError

from pipeline.articles.rejecting import UnusableError

MAX_FRONT_MATTER_CHARACTERS = 64_000
"""A bound on what is handed to the YAML parser, whose time grows faster than its input on hostile texts."""

_FENCED = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FIRST_YAML_LINE = 2
_NULL_TAG = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class Split:
    """A stored text in two parts."""

    yaml: str
    """What stands between the two fences."""
    text: str
    """All that follows the closing fence's line, as stored."""
    text_line: int
    """Line on which the text starts, from 1."""


@dataclass(frozen=True, slots=True)
class Field:
    """The value of one name of the front matter."""

    value: str | None
    """The value as written, for a date or a number too; blanks run together. Null for an empty value."""
    line: int
    is_scalar: bool = True
    """False for a list or a mapping; the value is then null."""


def split(stored: str) -> Split | None:
    """The two parts of a stored text, or null where it has no front matter.

    Front matter begins on the first line, which is `---`, and ends with the next line that is `---`; blanks may follow
    either. The second one's line ending, LF or CRLF, belongs to it: the text starts right after.
    """
    match = _FENCED.match(stored)
    if match is None:
        return None
    return Split(yaml=match[1], text=stored[match.end() :], text_line=match[0].count("\n") + 1)


def parse(front_matter: str) -> Mapping[str, Field] | None:
    """The names and values of a front matter, in its order; null where it is no mapping.

    Values stay as they were written: YAML alone would make a date, a number or a truth value of some, and of
    `2009-04` and `2009` two different types.

    Raises:
        UnusableError: `bad_yaml`, with the line of the file.
    """
    if len(front_matter) > MAX_FRONT_MATTER_CHARACTERS:
        raise UnusableError(
            "bad_yaml",
            f"{len(front_matter):,} characters of front matter, and {MAX_FRONT_MATTER_CHARACTERS:,} are allowed",
            _FIRST_YAML_LINE,
        )
    root = _compose(front_matter)
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        return None
    fields: dict[str, Field] = {}
    for key, value in root.value:
        line = _line(key)
        if not isinstance(key, yaml.ScalarNode):
            raise UnusableError("bad_yaml", "a list or mapping stands where a name should", line)
        if key.value in fields:
            raise UnusableError(
                "bad_yaml", f"`{key.value}` stands here again, after line {fields[key.value].line}", line
            )
        fields[key.value] = _field(value, line)
    return fields


def _compose(front_matter: str) -> yaml.Node | None:
    """The YAML tree, of which nothing is turned into Python values."""
    try:
        # The pure Python loader on purpose: on deep nesting it raises, where the compiled one can exhaust the stack.
        return yaml.compose(front_matter, Loader=yaml.SafeLoader)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = _FIRST_YAML_LINE + mark.line if mark else _FIRST_YAML_LINE
        raise UnusableError("bad_yaml", f"not YAML: {error.problem or error.context}", line) from error
    except yaml.YAMLError as error:
        raise UnusableError("bad_yaml", f"not YAML: {' '.join(str(error).split())}", _FIRST_YAML_LINE) from error
    except RecursionError as error:
        raise UnusableError("bad_yaml", "values are nested too deeply", _FIRST_YAML_LINE) from error
    except (ValueError, OverflowError) as error:
        # An escape such as "\U00110000" for a code point that Unicode does not have.
        raise UnusableError("bad_yaml", f"not YAML: {error}", _FIRST_YAML_LINE) from error


def _field(node: yaml.Node, line: int) -> Field:
    if not isinstance(node, yaml.ScalarNode):
        return Field(value=None, line=line, is_scalar=False)
    value = " ".join(node.value.split())
    return Field(value=None if node.tag == _NULL_TAG or not value else value, line=line)


def _line(node: yaml.Node) -> int:
    return _FIRST_YAML_LINE + int(node.start_mark.line)
