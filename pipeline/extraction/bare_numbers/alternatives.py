"""Alternatives: a bare number that is told of "the former" or "the latter" of two figures before it.

Belongs here: the unit that it takes. Does not: what they measure (`binding.alternatives`).
"""

from __future__ import annotations

from pipeline.extraction.bare_numbers.bare import BareNumber, Lent
from pipeline.extraction.bare_numbers.pairs import paired

_PAIR = 2
_FACTOR = 30
_PLACE_OF = {"former": 0, "latter": 1}


def one_of_two(bare: BareNumber) -> Lent | None:
    """As in "births fell to 180 and deaths rose to 290. The former had been 240", "and the latter 400"."""
    if bare.preceding == "latter" and bare.previous is not None:
        return paired(bare, bare.previous, _FACTOR)
    which = bare.word(bare.start + 1) if bare.word(bare.start) == "the" else ""
    pair = [one for one in bare.told if one.restates is None][-_PAIR:]
    if which not in _PLACE_OF or bare.readings or len(pair) < _PAIR:
        return None
    if pair[0].bound.indicator == pair[1].bound.indicator:
        return None
    told = pair[_PLACE_OF[which]]
    return None if bare.measures_something_else(told) or bare.does() else paired(bare, told, _FACTOR)
