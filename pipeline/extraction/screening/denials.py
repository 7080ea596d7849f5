"""Denials: amounts that the sentence says not to be so, or not to be so yet.

Belongs here: negation, rumour, condition, talk. Does not: forecasts and targets, which are figures (`modality`).
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.extraction.registry import where_said
from pipeline.extraction.screening.screen import Screen
from pipeline.extraction.sites import Site
from pipeline.vocabulary import language

_DENIALS = language.words("screening", "denials")
_SUPPOSING = language.words("screening", "supposing")
_ASKING = language.words("screening", "asking")
_TALK = language.words("screening", "talk")
_BOUNDING = language.words("screening", "bounding")
"""What behind "not" makes a bound: "will not exceed 3 billion"."""
_DENYING = frozenset({"denied", "denies", "deny"})
_JOINTS = frozenset({"and", "but", "though", "although"})
_NEAREST = 5
_ENDS_OF_TALK = frozenset({"of", "about", ".", ",", ";", ""})
_RELATIVES = frozenset({"that", "which"})
_MERELY = frozenset({"only", "just", "merely"})
_CONSEQUENCES = frozenset({"would", "could", "might"})
_STATING = frozenset({"be", "cost", "employ", "have", "make", "serve", "produce", "take", "need"})
_LONGEST_SUBJECT = 6
_LONGEST_CONDITION = 12
_LONGEST_RELATIVE = 9
_BARRIERS = frozenset({"support", "resistance"})
_BREACHES = language.words("screening", "breaches")
_MARKS = frozenset({"mark", "barrier", "threshold", "level", "line", "ceiling", "floor", "handle"})

_MOVES = frozenset({"rise", "increase", "fall", "drop", "change", "cut", "gain", "reduction", "move", "decline"})
_AT_PRICE = frozenset({"at", "above", "below", "under", "over", "around", "near"})
_IF = frozenset({"if"})
_UNMADE = frozenset({"without", "if", "had", "otherwise", "but"})
_OF_CONDITION = _SUPPOSING | _IF | _CONSEQUENCES | {"should", "were", "had"}
_RECKONING = frozenset({"take", "add", "deduct", "subtract", "expect", "assume", "knock", "allow"})
_IRREAL = frozenset({("would", "have"), ("would", "be"), ("could", "have"), ("might", "have")})
_NEGATED: Screen = ("other", "said not to be so")
_HYPOTHETICAL: Screen = ("other", "hypothetical")


@where_said(_DENIALS)
def denied(site: Site) -> Screen | None:
    """As in "a rumour that it will shut 9 schools is untrue", "nobody paid 8,000": a word of denial in the clause."""
    if _DENIALS.isdisjoint(site.clause_words()):
        return None
    first = site.last_of(_JOINTS, site.start, site.amount.begin) or site.start
    behind = range(site.amount.last, site.stop)
    stop = next((k for k in behind if site.word(k) in _JOINTS and site.word(k - 1) == ","), site.stop)
    # "It was down to 400, and nobody expects more": what is denied is another statement.
    own = _DENIALS.intersection(site.words(first if site.word(first - 1) == "," else site.start, stop))
    if not own or (own <= _DENYING and not _is_object_of_denial(site)):
        return None
    return "other", "denied, or only rumoured"


def _is_object_of_denial(site: Site) -> bool:
    """As in "denied that 40 schools will shut"; not "which it denied closing, made 40", "denied it and opened 40"."""
    at = site.last_of(_DENYING, site.start, site.amount.begin)
    if at is None:
        return False
    between = site.words(at + 1, site.amount.begin)
    done = any(joint in _JOINTS and verb.endswith("ed") for joint, verb in pairwise(between))
    return "," not in between and not done


def negated(site: Site) -> Screen | None:
    """As in "isn't double", "were not 40"; "not only 40" says that there were."""
    begin = site.amount.begin
    words = site.words(max(site.start, begin - 4), begin)
    if "n't" in " ".join(words) and any(word.endswith("n't") for word in words):
        return _NEGATED
    if "not" not in words or any(a == "not" and b in _BOUNDING for a, b in pairwise([*words, site.word(begin)])):
        return None
    # "only" and "just" may be a hedge of the amount as well.
    return _NEGATED if _MERELY.isdisjoint(site.words(begin - 4, site.amount.first)) else None


@where_said(_OF_CONDITION)
def hypothetical(site: Site) -> Screen | None:
    """As in "if prices fell by 30 per cent", "suppose a farm has 40 cows": in the condition itself alone."""
    supposed = not _SUPPOSING.isdisjoint(site.words(site.start - 1, site.amount.begin)[:2])
    return _HYPOTHETICAL if supposed or any(is_so(site) for is_so in _CONDITIONS) else None


def _is_of_each_move(site: Site) -> bool:
    """As in "every rise of 10 euros in the gas price would cost 140 million": both are only reckoned."""
    opening = site.words(site.start, site.start + _LONGEST_CONDITION)
    if opening[:1] not in (["every"], ["each"]) or _CONSEQUENCES.isdisjoint(site.clause_words()):
        return False
    return "of" in opening and not _MOVES.isdisjoint(opening[1:4])


def _follows_if(site: Site) -> bool:
    """Whether "if" opens the amount's clause, or stands before the amount in it; "even if it is" grants what is so."""
    first = max(site.start - 1, site.amount.begin - _LONGEST_CONDITION, 0)
    at = site.last_of(_IF, first, site.amount.begin)
    if at is None or (at > site.start + 1 and "," in site.words(at, site.amount.begin)):
        return False
    if site.word(at - 1) == "even":
        return not _CONSEQUENCES.isdisjoint(word.removesuffix("n't") for word in site.words(0, len(site.tokens)))
    return _ASKING.isdisjoint(site.words(at - 2, at))


def _would_have_been(site: Site) -> bool:
    """As in "without the flood it would have been 2 million": what was not so."""
    words = site.words(site.amount.begin - 5, site.amount.begin)
    if not any(a in _CONSEQUENCES and b == "have" for a, b in pairwise(words)):
        return False
    return not _UNMADE.isdisjoint(site.words(0, site.amount.begin))


def _is_condition(site: Site) -> bool:
    """As in "a toll of 8 francs would ruin it": what nobody says will be; "would cost 50" tells a price."""
    after = site.after(3)
    at = next((k for k, word in enumerate(after[:2]) if word in _CONSEQUENCES), None)
    if at is None or site.word(site.start) not in ("a", "an") or site.amount.begin - site.start > _LONGEST_SUBJECT:
        return False
    return site.word(site.amount.begin - 1) == "of" and not _STATING.issuperset(after[at + 1 : at + 2])


def _is_inverted(site: Site) -> bool:
    """As in "were corn to fall below $38", "should the state set prices at 610", and in what would then follow."""
    first, words = site.word(0), site.words(0, _LONGEST_CONDITION)
    if first == "had" and not _IRREAL.isdisjoint(pairwise(site.words(0, len(site.tokens)))):
        # "Had prices stayed at 900 dollars, it would have opened."
        return True
    if first == "should" or (first == "were" and "to" in words):
        if "," not in site.words(0, site.amount.begin) or not _CONSEQUENCES.isdisjoint(site.clause_words()):
            return True
        # "Should the state cap it at 528, take 200 off both."
        return site.word(site.amount.begin - 1) in _RECKONING
    return False


def _is_advice(site: Site) -> bool:
    """As in "we would sell the bonds above 101", "so would ore at 90": what would be done, or happen, at that price."""
    words = site.clause_before()
    would = next((k for k in range(len(words) - 1, -1, -1) if words[k] in _CONSEQUENCES), None)
    # A hedge may have taken the word in: "above 101".
    priced = not _AT_PRICE.isdisjoint(site.words(site.amount.begin - 1, site.amount.first))
    if would is None or not priced or site.amount.kind not in ("money", "bare"):
        return False
    return words[would - 1 : would] == ["so"] or words[would + 1 : would + 2] in (["sell"], ["buy"])


_CONDITIONS = (_is_advice, _follows_if, _would_have_been, _is_inverted, _is_condition, _is_of_each_move)


@where_said(["since"])
def passed_mark(site: Site) -> Screen | None:
    """As in "the first price under 240 since May": a mark, and no value of anything."""
    bounded = site.amount.comparator in ("less_than", "more_than")
    if not bounded or site.word(site.amount.last) != "since" or "first" not in site.before(_NEAREST):
        return None
    return "other", "a mark that was passed"


@where_said(_BARRIERS | _BREACHES)
def mark_of_traders(site: Site) -> Screen | None:
    """As in "support at $8,700", "a breach of the $80 mark": what traders watch; "it passed the $80 mark" is told."""
    before = site.before(_NEAREST)
    if site.amount.kind not in ("money", "bare", "points"):
        return None
    if before[-1:] in (["at"], ["near"], ["around"]) and before[-2:-1] and before[-2] in _BARRIERS:
        return "other", "a mark that traders watch"
    breach = next((k for k in range(len(before) - 1, -1, -1) if before[k] in _BREACHES), None)
    watched = not _MARKS.isdisjoint(site.after(2))
    noun = breach is not None and (before[breach - 1] if breach else "") in ("a", "any", "another", "no", "the")
    return ("other", "a mark that traders watch") if watched and noun else None


@where_said(_TALK)
def only_talked_of(site: Site) -> Screen | None:
    """As in "the 4,000 that ministers used to talk of", "the 40 that they dreamt of": nobody says that they were."""
    following = site.after(_LONGEST_RELATIVE)
    at = next((k for k, word in enumerate(following[:3]) if word in _RELATIVES), None)
    if at is None or site.word(site.amount.begin - 1) not in ("the", "those"):
        return None
    talked = any(verb in _TALK and end in _ENDS_OF_TALK for verb, end in pairwise([*following[at:], ""]))
    return ("other", "only talked of") if talked else None
