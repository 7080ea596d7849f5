"""Which names of places are also something else.

Belongs here: the rule by which a name is marked `ambiguous`. Does not: names that several places share.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.vocabulary.make.inputs import Inputs
from pipeline.vocabulary.make.pinyin import syllables
from pipeline.vocabulary.make.spelling import plain

# Level 50 of SCOWL has the words that a news reader knows ("reading", "bath"), and not yet "essen" or "lima".
_WORDS_UP_TO = 50
_SURNAMES = 2000
_FIRST_NAMES = 600
_SHORTEST = 4
# A name that so many people live under is meant as a place more often than not: Phoenix, Houston.
_KNOWN_IN_SPITE_OF_WORD = 1_000_000
_KNOWN_IN_SPITE_OF_PERSON = 500_000


@dataclass(frozen=True)
class Ambiguity:
    """The rule, with the lists of words and of personal names that it needs."""

    inputs: Inputs

    def of_city(self, name: str, population: int) -> bool:
        """Whether a city's name is very short, an English word or a person's name, the city not being better known."""
        key = plain(name).lower()
        if len(key) < _SHORTEST:
            return True
        is_word = key in self._words and population < _KNOWN_IN_SPITE_OF_WORD
        # One syllable of pinyin is a Chinese surname: "Liang" in the Philippines.
        is_person = key in self._persons | syllables() and population < _KNOWN_IN_SPITE_OF_PERSON
        return is_word or is_person

    def of_division(self, name: str) -> bool:
        """Whether a first-level division's name is very short, English words ("North West") or a person's name."""
        key = plain(name).lower()
        return len(key) < _SHORTEST or set(key.split()) <= self._words or key in self._persons

    @cached_property
    def _words(self) -> frozenset[str]:
        return self.inputs.english_words(_WORDS_UP_TO)

    @cached_property
    def _persons(self) -> frozenset[str]:
        return self.inputs.personal_names(_SURNAMES, _FIRST_NAMES)
