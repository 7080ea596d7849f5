"""How to cite a release: for people and reference managers (`CITATION.bib`), and for programs (`CITATION.cff`).

Both name the release, since its figures may not be those of another.

Belongs here: the two forms. Does not: whom and what they name (see `about`), how to cite the software (`CITATION.cff`
at the project's root).
"""

from __future__ import annotations

from datetime import date

import yaml

from pipeline.release import about
from pipeline.release.version import Version

CITATION_BIB = "CITATION.bib"
CITATION_CFF = "CITATION.cff"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's macros, each style's own words for the months."""


def reference(version: Version, dated: date | None) -> str:
    """The entry of a list of references, in plain text; arguments as for `bibtex`."""
    year = "" if dated is None else f" ({dated.year})"
    return f"{about.AUTHORS}{year}. {about.TITLE}, version {version} [data set]. {about.LICENSE_ID}."


def bibtex(version: Version, dated: date | None) -> str:
    """The entry for BibTeX; `@misc` and not `@dataset`, which only BibLaTeX knows.

    Args:
        version: of the release.
        dated: the day that its source is of; null where none is known, and then the entry has no year.
    """
    fields = {
        # In braces, so that it is one name and not a given and a family name, and the title keeps its case.
        "author": f"{{{about.AUTHORS}}}",
        "title": f"{{{about.TITLE}}}",
        "version": str(version),
        "howpublished": "Dataset",
        "note": f"Version {version}, {about.LICENSE_ID}",
    }
    if dated is not None:
        fields |= {"year": str(dated.year), "month": _MONTHS[dated.month - 1]}
    listed = "".join(f"  {name} = {_value(name, value)},\n" for name, value in fields.items())
    return f"@misc{{{about.NAME}-{version},\n{listed}}}\n"


def cff(version: Version, dated: date | None) -> str:
    """The Citation File Format, version 1.2.0; arguments as for `bibtex`."""
    value = {
        "cff-version": "1.2.0",
        "message": about.CITE,
        "title": about.TITLE,
        "abstract": about.DESCRIPTION,
        "type": "dataset",
        "authors": [{"name": about.AUTHORS}],
        "version": str(version),
        **({} if dated is None else {"date-released": dated}),
        "license": about.LICENSE_ID,
        "keywords": list(about.KEYWORDS),
    }
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100)


def _value(name: str, value: str) -> str:
    return value if name == "month" else f"{{{value}}}"
