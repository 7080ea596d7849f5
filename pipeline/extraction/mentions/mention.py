"""A mention: words of a sentence that name something, or refer back to it.

Belongs here: the value alone. Does not: rules.
"""

from __future__ import annotations

from typing import Literal

from pipeline.extraction.entities import Entity
from pipeline.extraction.values import frozen

MentionKind = Literal["name", "reference", "pronoun", "adjective", "person"]
"""`person` is any name that is no place, facility or organisation; `adjective` as in "Chinese" and "provincial"."""


@frozen
class Mention:
    """A mention over tokens `first` to `last` (exclusive).

    `entity` is what a name or an adjective of nationality means. `word` is the pronoun, the adjective or the noun, in
    lower case and without "'s". `size` tells of a reference to several ("the two", "these provinces") how many they
    are: 0 where it does not say, null where it refers to one. `remote`: "that city" is not the one just spoken of.
    `rivals` are other places of the same name and kind, the likeliest first. `needs_country`: the name means its region
    only where the text is about the region's country ("the northeast"). `guessed`: only the words around the name
    show that it is an organisation's; a person whom the text has named is meant rather. `shared`: it has its noun in
    common with the names that it is listed with ("the Karn and Orby fields").
    """

    first: int
    last: int
    kind: MentionKind
    entity: Entity | None = None
    word: str = ""
    possessive: bool = False
    size: int | None = None
    remote: bool = False
    rivals: tuple[Entity, ...] = ()
    needs_country: bool = False
    guessed: bool = False
    shared: bool = False
