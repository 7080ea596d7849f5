"""Numbers, intervals and periods in words, for people.

Belongs here: formatting. Does not: choosing what is told (see `explanation`).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def number(value: float) -> str:
    """A number with commas; a broken one with six digits or all those before the point, and four decimals at most.

    `4,370,000`, `4,366,219` (of 4366219.03), `33.3333`, `-2.5`, `1.234e-05`.
    """
    if value and abs(value) < 0.001:
        return f"{value:.4g}"
    decimals = min(max(6 - len(str(int(abs(value)))), 0), 4)
    text = f"{value:,.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def interval(low: float | None, high: float | None) -> str:
    """A closed interval, null unbounded: `2 to 3.3`, `at least 60`, `at most 67`, `60`, `any value`."""
    if low is None:
        return "any value" if high is None else f"at most {number(high)}"
    if high is None:
        return f"at least {number(low)}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def measure(value: float | None, low: float | None, high: float | None, unit: str) -> str:
    """A value with its interval, where that says more: `5,290,000 tonnes (5,285,000 to 5,295,000)`; `at least 6 km`."""
    words = interval(low, high)
    # Open on one side, and the point is the bound: it need not be said twice.
    is_bound = (low is None) != (high is None) and value in (low, high)
    if value is None or is_bound:
        return f"{words} {unit_words(unit)}".rstrip()
    point = f"{number(value)} {unit_words(unit)}".rstrip()
    return point if words == number(value) else f"{point} ({words})"


_UNITS = {"1": "", "percent": "per cent", "percentage_point": "percentage points", "percent/year": "per cent a year"}
_PLURALS = {"person": "people"} | {
    name: f"{name}s" for name in ("tonne", "barrel", "hectare", "year", "month", "day", "hour")
}


def unit_words(unit: str) -> str:
    """A base unit as people write it after a number: `tonnes/year`, `per cent`; nothing for counted things."""
    first, stroke, rest = unit.partition("/")
    return _UNITS.get(unit, _PLURALS.get(first, first) + stroke + rest)


def period(start: date | None, end: date | None) -> str:
    """A period by its first and last day: `2018`, `2010 to 2018`, `2018-03`, `2018-03-05 to 2018-04-01`, `undated`."""
    if start is None or end is None:
        known = start or end
        return "undated" if known is None else f"{'from' if start else 'until'} {known.isoformat()}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return _span(f"{start.year:04}", f"{end.year:04}")
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _span(f"{start:%Y-%m}", f"{end:%Y-%m}")
    return _span(start.isoformat(), end.isoformat())


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
