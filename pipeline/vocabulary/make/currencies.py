"""Makes `data/currencies.csv` and `data/currency_names.csv` from the Unicode CLDR.

Run `python -m pipeline.vocabulary.make.currencies` (extra `vocabulary`: babel). CLDR, through babel, says which
currencies are legal tender and what English calls them; `data/currencies_overrides.toml` holds what it leaves out,
with reasons. Two runs with the same package give the same bytes.
"""

from __future__ import annotations

import csv
import io
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol

DATA = Path(__file__).parents[1] / "data"
"""Where the tables and the overrides lie."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a currency: a row of `currency_names.csv` before the shared nouns are settled."""

    surface: str
    code: str
    form: str
    in_one: int = 1


def main() -> None:
    """Writes both tables."""
    for name, text in tables().items():
        (DATA / name).write_text(text, encoding="utf-8", newline="")


def tables() -> dict[str, str]:
    """The text of both tables, by file name.

    Raises:
        SystemExit: a noun that several currencies share has no default in the overrides.
    """
    with (DATA / "currencies_overrides.toml").open("rb") as file:
        overrides = tomllib.load(file)
    codes = sorted(_legal_tender() | set(overrides["historic"]["codes"]))
    forms = [*_added(overrides), *_minor(overrides), *_of_cldr(codes, overrides)]
    header = ("surface", "form", "code", "in_one", "ambiguous", "readings")
    return {
        "currencies.csv": _csv(("code", "name"), ((code, get_currency_name(code, locale="en")) for code in codes)),
        "currency_names.csv": _csv(header, sorted(_rows(forms, overrides))),
    }


def _legal_tender() -> set[str]:
    """Codes that are legal tender somewhere today; not units of account, metals, or test codes."""
    periods = (period for periods in get_global("territory_currencies").values() for period in periods)
    return {code for code, _start, end, tender in periods if end is None and tender}


def _of_cldr(codes: Iterable[str], overrides: dict[str, Any]) -> Iterator[_Form]:
    """Full names, bare nouns, signs and codes as CLDR has them in English."""
    no_noun = set(overrides["no_bare_noun"]["words"])
    for code in codes:
        yield _Form(code, code, "code")
        symbol = get_currency_symbol(code, locale="en")
        if symbol != code:
            # The no-break space of "F CFA" is no different from a space to a reader.
            yield _Form(" ".join(symbol.split()), code, "symbol")
        for name in _spellings(get_currency_name(code, count, locale="en") for count in (None, 1, 2)):
            yield _Form(name, code, "name")
            noun = name.rpartition(" ")[2]
            if noun not in no_noun:
                yield _Form(noun, code, "name")


def _spellings(names: Iterable[str]) -> set[str]:
    """Lower case, without what stands in brackets or after a year, with and without accents, "&" as a word."""
    plain = {name.lower().partition(" (")[0].replace("&", "and").replace("\u02bb", "'") for name in names}
    folded = {"".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)) for name in plain}
    return plain | folded


def _added(overrides: dict[str, Any]) -> Iterator[_Form]:
    for entry in overrides["add"]:
        yield from (_Form(name, entry["code"], "name") for name in entry.get("names", ()))
        yield from (_Form(symbol, entry["code"], "symbol") for symbol in entry.get("symbols", ()))


def _minor(overrides: dict[str, Any]) -> Iterator[_Form]:
    for entry in overrides["minor"]:
        yield from (_Form(name, entry["code"], "name", entry["in_one"]) for name in entry["names"])
        yield from (_Form(symbol, entry["code"], "symbol", entry["in_one"]) for symbol in entry.get("symbols", ()))


def _rows(forms: Iterable[_Form], overrides: dict[str, Any]) -> Iterator[tuple[str, str, str, int, str, str]]:
    """One row a surface: the currency meant by default, whether it may be no money at all, and what else it may be."""
    by_surface: dict[tuple[str, str], list[_Form]] = defaultdict(list)
    for form in forms:
        by_surface[form.surface, form.form].append(form)
    ambiguous = {
        "name": set(overrides["ambiguous"]["words"]),
        "symbol": set(overrides["ambiguous"]["symbols"]),
        "code": set(overrides["ambiguous"]["codes"]),
    }
    for (surface, kind), found in by_surface.items():
        codes = list(dict.fromkeys(form.code for form in found))
        shared = overrides["shared_symbols"].get(surface, codes) if kind == "symbol" else codes
        first = shared[0] if kind == "symbol" else _default(surface, codes, overrides["default"])
        in_one = next((form.in_one for form in found if form.code == first), found[0].in_one)
        readings = [first, *sorted({*shared, *codes} - {first})] if len({*shared, *codes}) > 1 else []
        yield surface, kind, first, in_one, "true" if surface in ambiguous[kind] else "false", "|".join(readings)


def _default(surface: str, codes: list[str], default: dict[str, str]) -> str:
    """The currency that a noun means alone; a noun of several currencies needs an entry under `default`."""
    if len(codes) == 1:
        return codes[0]
    for noun, code in default.items():
        if surface.removesuffix("s") == noun and code in codes:
            return code
    raise SystemExit(
        f"currencies_overrides.toml: {surface!r} names {', '.join(codes)}, and [default] says not which one is meant; "
        f'add a line `{surface} = "..."` there'
    )


def _csv(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    main()
