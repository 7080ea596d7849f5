"""The value that timing makes.

Belongs here: period and base of a figure. Does not: any rule that finds them.
"""

from __future__ import annotations

from pipeline.extraction.spans import Span
from pipeline.extraction.values import frozen


@frozen
class Timing:
    """Period and base of a figure; either may be unknown. `rule` names what told the period.

    `deadline`: the period was given as a limit ("by 2030"); `cumulative`: it was given by its first day ("since 2013")
    or by both, so that a flow may be the sum over it. `reference`: of a level with which another is compared.
    """

    period: Span | None = None
    base: Span | None = None
    rule: str = ""
    deadline: bool = False
    cumulative: bool = False
    reference: bool = False
