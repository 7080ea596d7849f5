"""Talk: amounts that somebody is said to reject, and amounts that are only asked about.

Belongs here: reports, fears and claims that the sentence itself turns down; questions. Does not: plain denials and
conditions (`denials`); what one side says and another does not turn down is a figure of that side.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.nouns import STOP
from pipeline.extraction.registry import where_said
from pipeline.extraction.screening.screen import Screen
from pipeline.extraction.sites import Site
from pipeline.vocabulary import language

_REJECTING = language.words("screening", "rejecting")
_PHRASAL_REJECTING = language.words("screening", "phrasal_rejecting")
_HEARSAY = language.words("screening", "hearsay")
_UNTRUE = language.words("screening", "untrue")
_GROUNDS = language.words("screening", "grounds")
_WRONG = frozenset({"wrong", "fanciful", "mistaken", "invented", "fabricated", "fiction"})
_OF_GROUNDS = frozenset({"that", "of", "to", "for", "about"})
_PARTICLES = frozenset({"aside", "off", "away", "out"})
_DEFINITE = frozenset({"the", "its", "their", "those", "these", "his", "her"})
_RELATIVES = frozenset({"which", "something", "calling"})
_LONGEST_HEARSAY = 12
_LONGEST_OBJECT = 7
_LONGEST_QUESTION = 10
_FARTHEST_ANSWER = 7

_REJECTED: Screen = ("other", "talk that is rejected")
_ASKED: Screen = ("other", "only asked about")


@where_said(_HEARSAY | _UNTRUE | _GROUNDS)
def rejected_talk(site: Site) -> Screen | None:
    """As in "dismissed talk of 600 dismissals", "spoke of 900 redundancies, which the firm called nonsense"."""
    begin = site.amount.begin
    heard = site.last_of(_HEARSAY, begin - _LONGEST_HEARSAY, begin)
    if heard is not None and (_is_rejected(site, heard) or _is_wrong(site)):
        return _REJECTED
    none = site.last_of(_GROUNDS, max(site.start - 2, begin - _LONGEST_HEARSAY), begin)
    if none is not None and site.word(none - 1) == "no" and site.word(none + 1) in _OF_GROUNDS:
        # "There is no evidence that 90 workers fell ill."
        return _REJECTED
    behind = site.words(site.amount.last, site.amount.last + 2 * _FARTHEST_ANSWER)
    at = next((k for k, word in enumerate(behind[:_FARTHEST_ANSWER]) if word in _RELATIVES), None)
    answered = at is not None and behind[at - 1 : at] == [","]
    return _REJECTED if answered and _calls_untrue(behind, at or 0) else None


def _calls_untrue(behind: Sequence[str], at: int) -> bool:
    """As in "which the firm called nonsense", "which he denies"; what "is false economy" is no lie."""
    for k in range(at, min(at + _FARTHEST_ANSWER, len(behind))):
        if behind[k] in _UNTRUE:
            following = behind[k + 1] if k + 1 < len(behind) else ""
            return behind[k].endswith(("ed", "es", "s")) or not following.isalpha() or following in STOP
    return False


def _is_wrong(site: Site) -> bool:
    """As in "the quoted figure of 10,000 is wrong", "the rumoured price was called fanciful"."""
    behind = site.words(site.amount.last, site.amount.last + 2 * _FARTHEST_ANSWER)
    at = next((k for k, word in enumerate(behind) if word in ("is", "was", "are", "were")), None)
    if at is None or not {",", ";", "."}.isdisjoint(behind[:at]):
        return False
    return not (_UNTRUE | _WRONG).isdisjoint(behind[at + 1 : at + 3])


def _is_rejected(site: Site, heard: int) -> bool:
    """Whether a verb that rejects has the talk at token `heard` as its object: "brushed aside union talk"."""
    for k in range(heard - 1, max(-1, heard - 1 - _LONGEST_OBJECT), -1):
        word = site.word(k)
        if word in _REJECTING:
            return True
        if word in _PARTICLES and site.word(k - 1) in _PHRASAL_REJECTING:
            return True
        if word in ("down", "on") and site.word(k - 1) in ("played", "plays", "playing", "poured"):
            # "poured cold water on" has its object between.
            return True
        if word == "on" and site.word(k - 1) == "water" and site.word(k - 2) == "cold":
            return True
        if word in (",", ";", "(", "and", "but"):
            return False
    return False


@where_said(["whether"])
def asked_whether(site: Site) -> Screen | None:
    """As in "a ruling on whether to shut four schools": nobody says so; "the 300 workers" of a question there are."""
    begin = site.amount.begin
    at = site.last_of(frozenset({"whether"}), begin - _LONGEST_QUESTION, begin)
    if at is None or "," in site.words(at, begin):
        return None
    return None if site.word(begin - 1) in _DEFINITE else _ASKED
