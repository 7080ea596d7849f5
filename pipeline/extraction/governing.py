"""Governing: the word of change that an amount hangs on, and how ("fell by", "down", "to", "an increase of").

Belongs here: choosing among the cues around an amount. Does not: finding them (`cues`), or what follows (`framing`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extraction.cues import COMPARATIVES, PARTICLES, Cue, Governing, noun_at
from pipeline.extraction.model import Direction
from pipeline.extraction.sites import Site, starting_in
from pipeline.vocabulary import language

_BETWEEN = language.words("governing", "between")
_COPULAS = language.words("governing", "copulas")
_WITH_PARTICLE = language.words("governing", "with_particle")
_ATTRIBUTES = language.words("governing", "attributes")
_GAPS = language.words("governing", "gaps")
_SESSION_ENDS = frozenset({"ended", "ends", "closed", "closes", "finished"})
_JUDGING: Mapping[str, Direction] = {"better": "up", "worse": "down"}
"""Which way "0.4 points better" goes, of what is better the higher it is."""
_STATES = frozenset({"was", "were", "is", "are"})
_MARKS: Mapping[str, frozenset[str]] = {
    "up": frozenset({"above", "past", "beyond"}),
    "down": frozenset({"below", "under", "beneath"}),
}
"""What is passed by something that moves so: it falls below a mark; "rose under 4%" is by less than that."""
_PAUSES = frozenset({",", "(", "was", "were", "is", "are"})
_LONGEST_INSERTION = 6
_OF_TERMS = frozenset({"in", "real", "nominal", "terms", "value", "volume", "on", "the", "year", "year-on-year"})
_GONE = tuple(tuple(form.split()) for form in language.words("governing", "gone"))
_OPENING_GONE = frozenset(form[:1] for form in _GONE)
_LONGEST_GONE = 4
_PLACING = frozenset({"in", "the", "a", "into", "among"})
"""What behind "40 km up" tells where: "up the valley", "up in the hills"."""
_LEVELS = language.words("governing", "levels")
_PERCENTAGES = frozenset({"ratio", "points"})


def governing(site: Site, cues: Sequence[Cue]) -> Governing | None:
    """What governs the amount; null where nothing moves. `cues`: those of the sentence, in order."""
    near = _behind(site) or _particle_before(site)
    if near is not None:
        return near
    at = site.amount.begin - 1
    left = [cue for cue in starting_in(cues, site.start, site.amount.begin) if cue.last <= site.amount.begin]
    preposition = site.word(at)
    if preposition == "by":
        return _by(site, at, left)
    if preposition == "from":
        return _from(site, at, left)
    if preposition == "to":
        return _to(site, at, left)
    if preposition == "of" and left and left[-1].kind == "noun" and _is_of(site, left[-1], at):
        return Governing(left[-1], "of", left[-1].direction)
    if not left:
        return None
    past = _past(site, left)
    return past or _object(site, left) or _predicate(site, left)


def _is_of(site: Site, noun: Cue, at: int) -> bool:
    """Whether the "of" at token `at` is of a noun: "a rise of", "its second fall since Easter, of"."""
    if noun.last >= at - 1:
        return True
    if _OF_TERMS.issuperset(site.words(noun.last, at)):
        # "An increase in real terms of 5 per cent".
        return True
    return site.word(at - 1) == "," and at - noun.last <= _LONGEST_INSERTION


def _latest(cues: Sequence[Cue], *kinds: str) -> Cue | None:
    return next((cue for cue in reversed(cues) if cue.kind in kinds), None)


# ---------------------------------------------------------------------- right behind the amount
def _behind(site: Site) -> Governing | None:
    """As in "9 per cent less than", "640 fewer", "15 yuan up on May", "2% drop"; "9 per cent, or 640, more than"."""
    noun = _noun_behind(site)
    if noun is not None:
        return noun
    if is_gone(site):
        return Governing(None, "after", "down")
    i = site.amount.last
    if site.word(i) not in COMPARATIVES:
        i = site.past_repetition()
    word, following = site.word(i), site.word(i + 1)
    if word in _JUDGING and site.amount.kind in _PERCENTAGES:
        return Governing(None, "after", _JUDGING[word])
    if word not in COMPARATIVES:
        return None
    percentage = site.amount.kind in _PERCENTAGES
    if (
        (word in ("up", "down", "short", "over") and following == "to")
        or (word in ("more", "less") and following in ("or", "and"))
        or (word in ("up", "down") and site.amount.kind == "length" and following in _PLACING)
        or (word in ("up", "down") and following == "from" and not percentage)
        or (word in _GAPS and not percentage and not _falls_short(site, i))
    ):
        return None
    return Governing(None, "after", COMPARATIVES[word])


def is_gone(site: Site) -> bool:
    """As in "expects a further 12 per cent to be gone", "9 per cent will have left": so many fewer than there were."""
    if site.amount.kind not in _PERCENTAGES:
        return False
    behind = tuple(site.after(_LONGEST_GONE))
    return behind[:1] in _OPENING_GONE and any(behind[: len(form)] == form for form in _GONE)


def _falls_short(site: Site, i: int) -> bool:
    """As in "25 yuan short of the record", "3 million tonnes below its level of 2010"; not "left 3 million behind"."""
    if site.amount.kind == "length":
        return False
    return (site.word(i) == "short" and site.word(i + 1) == "of") or not _LEVELS.isdisjoint(site.words(i + 1, i + 6))


def _noun_behind(site: Site) -> Governing | None:
    """As in "a 10 per cent drop", "a tenfold increase", "a 4% annual decline"; "was 62% cut" tells how far it is."""
    if site.word(site.amount.begin - 1) in _STATES and site.amount.kind in _PERCENTAGES:
        return None
    for token_at in range(site.amount.last, min(len(site.tokens), site.amount.last + 3)):
        noun = noun_at(site.tokens, token_at)
        if noun is not None:
            return Governing(noun, "after", noun.direction)
        if site.word(token_at) not in _ATTRIBUTES:
            return None
    return None


# ---------------------------------------------------------------------- before the amount
def _particle_before(site: Site) -> Governing | None:
    """As in "down 17 per cent", but not "made up 90 percent", where the particle is of a verb that moves nothing."""
    at = site.amount.begin - 1
    if site.word(at) == "off" and site.word(at - 1) in _PAUSES:
        # "13 million tonnes, off 7 per cent from 2020".
        return Governing(None, "particle", "down")
    if site.word(at) not in PARTICLES:
        return None
    # "Shares closed up 3 per cent", but "made up 90 per cent", "closed down 3 pits".
    at_end_of_session = site.amount.kind in _PERCENTAGES and site.word(at - 1) in _SESSION_ENDS
    if site.word(at - 1) in _WITH_PARTICLE and not at_end_of_session:
        return None
    return Governing(None, "particle", PARTICLES[site.word(at)])


def _by(site: Site, at: int, left: Sequence[Cue]) -> Governing:
    """As in "up by 3 per cent", "fell steadily by 3 per cent"."""
    if site.word(at - 1) in PARTICLES:
        return Governing(None, "particle", PARTICLES[site.word(at - 1)])
    # A particle governs what goes on without it: "A was down 2 per cent, B by 3".
    cue = _latest(left, "verb", "noun") or _latest(left, "particle")
    return Governing(cue, "by", cue.direction if cue is not None else None)


def _to(site: Site, at: int, left: Sequence[Cue]) -> Governing | None:
    """As in "rose to 40", "inched back up to 40"."""
    cue = _latest(left, "verb", "noun")
    if site.word(at - 1) in PARTICLES and (cue is None or cue.last < at):
        return Governing(None, "to", PARTICLES[site.word(at - 1)])
    return Governing(cue, "to", cue.direction) if cue is not None else None


def _from(site: Site, at: int, left: Sequence[Cue]) -> Governing:
    """As in "down from 63 per cent", "rose from 40"."""
    if site.word(at - 1) in PARTICLES:
        return Governing(None, "from", PARTICLES[site.word(at - 1)])
    cue = _latest(left, "verb", "noun", "particle")
    return Governing(cue, "from", cue.direction if cue is not None else None)


def _past(site: Site, left: Sequence[Cue]) -> Governing | None:
    """As in "fell below 3,000 yuan", "rose above 60 per cent": where it has come to, on the other side of a mark."""
    cue = _latest(left, "verb")
    if cue is None or cue.direction is None or not 0 <= site.amount.begin - cue.last <= 1:
        return None
    return Governing(cue, "to", cue.direction) if site.word(cue.last) in _MARKS[cue.direction] else None


def _object(site: Site, left: Sequence[Cue]) -> Governing | None:
    """As in "lost only about 4,000 jobs": the amount is what the verb acts on, a few light words between."""
    cue = _latest(left, "verb")
    if cue is None or site.amount.begin - cue.last > 3:
        return None
    between = site.words(cue.last, site.amount.begin)
    if all(word in _BETWEEN or word.endswith("ly") for word in between):
        return Governing(cue, "object", cue.direction)
    return None


def _predicate(site: Site, left: Sequence[Cue]) -> Governing | None:
    """As in "the increase was 4,000", "growth averaged 3 per cent"."""
    cue = _latest(left, "noun")
    if cue is None or site.amount.begin - cue.last > 4:
        return None
    if _COPULAS.isdisjoint(site.words(cue.last, site.amount.begin)):
        return None
    return Governing(cue, "is", cue.direction)
