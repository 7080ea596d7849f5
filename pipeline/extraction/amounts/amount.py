"""The value that the reading of amounts makes.

Belongs here: the amount, its unit as a name, its value in base units. Does not: any rule that reads tokens.
"""

from __future__ import annotations

from pipeline.extraction.model import Comparator
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.units import Measure
from pipeline.extraction.values import frozen


@frozen
class Amount:
    """A number with what belongs to it, over tokens `first` to `last` (exclusive); `begin` is where its hedge starts.

    `value`, `low` and `high` are in `unit`; `unit` is null where the text leaves it to the context. `factor` is the
    multiple that a word such as "doubled" or "2.4 times" holds. `noun` is the span of tokens that name what is counted.
    `partner` is the second numeral of a range or of "one in five".
    """

    first: int
    last: int
    begin: int
    value: float
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None
    kind: str
    written_value: float
    written_unit: str | None
    numeral: Numeral
    measure: Measure | None = None
    per: Measure | None = None
    factor: float | None = None
    noun: tuple[int, int] | None = None
    readings: tuple[tuple[str, float], ...] = ()
    partner: Numeral | None = None
    rules: tuple[str, ...] = ()


def in_base(value: float, measure: Measure, per: Measure | None) -> float:
    """A written value in base units, those of the rate's denominator included."""
    base = value * measure.factor + measure.offset
    return base if per is None else base / per.factor


def unit_name(measure: Measure, per: Measure | None) -> str:
    """The published unit: "tonne", "CNY/m2"; the share of "$3 a share" is no unit, and stands in the written one."""
    return measure.unit if per is None or per.kind == "count" else f"{measure.unit}/{per.unit}"


def written_unit(measure: Measure, per: Measure | None) -> str | None:
    """The unit in the words of the text: "yuan per square metre"; null where nothing but a count is said."""
    if not measure.written or per is None:
        return measure.written or None
    return f"{measure.written} per {per.written}"
