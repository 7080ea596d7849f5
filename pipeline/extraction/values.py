"""Values: what the readers hand to one another, frozen for whoever writes code, and quick to make.

Belongs here: how such a class is declared. Does not: any value. Those that leave the package (`model`) are frozen at
run time too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Makes a class a dataclass with slots that the type checker holds to be frozen.

    Freezing it at run time would make each field cost five times as much, and a sentence makes two hundred of them.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
