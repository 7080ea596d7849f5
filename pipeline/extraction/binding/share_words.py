"""The words of a share: "share of clients who come from Beijing", "share of homes that coal heated".

Belongs here: the whole, what is said of the part or who has it, as one phrase. Does not: which indicator a share is
(`shares`).
"""

from __future__ import annotations

from pipeline.extraction.binding.case import Case
from pipeline.extraction.binding.phrasing import GAP, phrase
from pipeline.extraction.binding.predicates import AUXILIARIES, group_of, last_verb, subject_of, verb_from
from pipeline.extraction.lemmas import is_participle, participle, plural, singular, verb_lemmas
from pipeline.extraction.nouns import PERSON_NOUNS, STOP, is_plural
from pipeline.extraction.wording import is_content
from pipeline.vocabulary import language

_POINTING = frozenset({"these", "them", "those", "which", "whom", "it", "that"})
_RELATIVES = frozenset({"which", "whom"})
_PARTICLES = language.words("share_words", "particles")
_BEFORE_PART = _PARTICLES | {"of"}
_HOLDING = language.words("share_words", "holding")
_IN_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
_PAUSES = frozenset({",", ";", ":", "(", ")", "\u2014", "\u2013", ".", "?", "!"})
_COPULAS = frozenset({"is", "are", "was", "were"})
_LIMITS = frozenset({"over", "than", "under", "above", "below"})
_NEAR_COMMA = 3
_LONGEST_OPENING = 12
_LONGEST_PREDICATE = 9
_LONGEST_WHOLE = 8
_FARTHEST = 16


def share_words(case: Case, whole: str | None, told: str | None) -> str:
    """The phrase for a share.

    `whole` are the words for the whole where the text counts it ("one nurse in four"), `told` is the measure of the
    figure before, where the share is of that.
    """
    first = case.amount.last
    if told is not None and GAP in told:
        clause, told = told.removesuffix(GAP).strip(), None
        if case.word(case.amount.begin - 1) == "or" and GAP not in clause and clause:
            # "Gnomes hold 360 hectares, or 9 per cent of the city".
            return f"share of {_whole(case, first + 1)[0] or _place(case)} that {clause}"
    if told is not None and case.word(case.amount.begin - 1) == "or" and case.word(first) == "of":
        return f"{told} as a share of {_whole(case, first + 1)[0] or _place(case)}"
    relative = case.word(first) == "of" and case.word(first + 1) in _RELATIVES
    if case.words(case.amount.begin - 2, case.amount.begin) in (["of", "whom"], ["of", "which"]):
        whole, behind = told or _whole_before(case), first
    elif whole is not None:
        end = max(first, case.amount.noun[1] if case.amount.noun is not None else first)
        whole, behind = _with_complement(case, _many(whole), end)
    elif case.word(first) == "of" and case.word(first + 1) in _POINTING:
        whole, behind = told or (_whole_before(case) if relative else None), first + 2
    elif case.word(first) == "of":
        whole, behind = _whole(case, first + 1)
        if whole is not None and whole.endswith("'s"):
            whole = _bare_share(told or (case.earlier[-1].measured if case.earlier else None)) or whole
    else:
        whole, behind = _opening(case) or told or _whole_before(case), first
    held = None if relative else _held_by(case, behind)
    said = held if held is not None else _said(case, behind, whole)
    if whole is None:
        last = case.earlier[-1].measured if case.earlier else None
        return f"share {said}" if said else last if last is not None and last.startswith("share of") else "share"
    return " ".join(part for part in ("share of", _scope(case, whole), whole, said) if part)


def _place(case: Case) -> str:
    """The name of the whole where it is what the figure is of: "7 per cent of Kemi"."""
    return case.text(case.amount.last + 1, case.amount.last + 2)


def _bare_share(told: str | None) -> str | None:
    """What the figure before was a share of: "share of provincial crop" -> "crop"."""
    words = (told or "").removeprefix("share of ").split()
    return " ".join(words[1:] if words[:1] in (["national"], ["provincial"]) else words) or None


def _with_complement(case: Case, whole: str, end: int) -> tuple[str, int]:
    """The whole with what stands between it and its verb: "adults | of working age | have no job"."""
    verb = verb_from(case, end, _end(case, end))
    if verb is None or group_of(case, verb) <= end or case.word(end) not in _BEFORE_PART:
        return whole, end
    begin = group_of(case, verb)
    words = phrase(case, end, begin, opens=False, longest=_LONGEST_WHOLE)
    return f"{whole} {words}" if words else whole, begin


def _opening(case: Case) -> str | None:
    """As in "Of those who left, 40 per cent were women": the whole that opens the clause."""
    comma = case.amount.begin - 1
    if case.word(case.start) != "of" or case.word(comma) != ",":
        return None
    return case.text(case.start + 1, comma) if comma - case.start <= _LONGEST_OPENING else None


def _many(whole: str) -> str:
    """The plural of what "one in four" counts."""
    before, _, head = whole.rpartition(" ")
    return " ".join([*before.split(), plural(head) if singular(head.lower()) == head.lower() else head])


def _scope(case: Case, whole: str | None) -> str:
    """Whether it is of the country or of the province, where the words do not say so."""
    if case.scope not in ("national", "provincial") or not whole or case.scope in whole.lower():
        return ""
    return case.scope


def _whole(case: Case, first: int) -> tuple[str | None, int]:
    """The whole behind "of", and the token at which what is said of the part begins."""
    stop = min(case.stop, first + _FARTHEST)
    pause = next((i for i in range(first, stop) if _is_pause(case, i)), stop)
    verb = verb_from(case, first + 1, pause)
    if last_verb(case, case.amount.begin) is not None and case.word(case.amount.begin - 1) != "that":
        # "Makes a third of the socks worn in China": what follows tells which they are.
        held = next((i for i in range(first + 1, pause) if case.word(i) in AUXILIARIES), pause)
        described = verb is not None and is_participle(case.word(verb))
        split = next((i for i in range(first + 1, held) if case.word(i) in _PARTICLES), held)
        end = held if described else split
    else:
        end = group_of(case, verb) if verb is not None else _behind_plural(case, first, pause)
    end = end if end > first else pause
    return phrase(case, first, end, longest=_LONGEST_WHOLE), end


def _behind_plural(case: Case, first: int, stop: int) -> int:
    """As in "patients | wait longer than a year": behind a plural, a further word that is none is its verb."""
    for i in range(first + 1, stop):
        plain = is_content(case.tokens[i]) and i not in case.covered and not case.word(i).endswith(("ing", "ed", "'s"))
        if plain and is_plural(case.word(i - 1)) and not is_plural(case.word(i)) and not case.in_theme(i):
            return i
    return stop


def _whole_before(case: Case) -> str | None:
    """What "of which", "of whom" before the share points at: the noun of the amount before."""
    previous = case.previous()
    if previous is None or previous.noun is None:
        return None
    return case.text(*previous.noun)


def _held_by(case: Case, behind: int) -> str | None:
    """Who or what has the part: "that electricity makes up", "used for farming"."""
    start = case.start
    if case.word(start - 1) == "of" and case.word(start) in _RELATIVES:
        start += 1
    verb = last_verb(case, case.amount.begin)
    if verb is None or verb < start or case.word(case.amount.begin - 1) == "that":
        return None
    between = range(verb + 1, case.amount.begin)
    if (
        case.word(verb) in _COPULAS
        and not any(is_content(case.tokens[i]) for i in between)
        and case.word(group_of(case, verb) - 1) in ("that", "this", "it", "which")
    ):
        return ""
    previous = case.previous()
    stop = case.amount.begin if previous is None or previous.begin < verb else previous.begin
    apart = "," in case.words(max(verb, case.amount.begin - _NEAR_COMMA), case.amount.begin)
    if apart or (stop < case.amount.begin and "," in case.words(stop, case.amount.begin)):
        # "Exports were worth 1.3 billion, nine-tenths of it steel": the verb tells of the other amount.
        return None
    predicate = phrase(case, group_of(case, verb), stop, ends=False) or case.text(group_of(case, verb), stop)
    tail = phrase(case, behind, _end(case, behind), longest=_LONGEST_PREDICATE, opens=False)
    subject = subject_of(case, verb)
    if subject is None or subject.lower() in STOP:
        return _done(case, verb, tail, behind)
    if case.word(verb) in _COPULAS and verb + 1 >= case.amount.begin - 1:
        return f"that is {subject}"
    return " ".join(part for part in (f"that {subject} {predicate}", _with_preposition(case, behind, tail)) if part)


def _done(case: Case, verb: int, tail: str | None, behind: int) -> str:
    """As in "obtains 30 per cent of its feed from scrap": what is done with the part, by what the figure is of."""
    if tail is None or case.word(verb) in AUXILIARIES or not _HOLDING.isdisjoint(verb_lemmas(case.word(verb))):
        return _with_preposition(case, behind, tail) or ""
    return f"{_participle(case.word(verb))} {_with_preposition(case, behind, tail)}"


def _participle(word: str) -> str:
    """The participle of a verb in any form: "obtains" -> "obtained"."""
    if is_participle(word):
        return word
    return participle(verb_lemmas(word)[1 if word.endswith("s") and len(verb_lemmas(word)) > 1 else 0])


def _with_preposition(case: Case, first: int, tail: str | None) -> str | None:
    """What stands behind the whole, with its preposition, which a phrase by itself does without."""
    word = case.word(first)
    if tail is None or tail.startswith(f"{word} "):
        return tail
    return f"{word} {tail}" if word in _PARTICLES else tail


def _said(case: Case, first: int, whole: str | None) -> str | None:
    """What is said of the part: "who are over 60", "that have gone"."""
    if case.word(first) == "(":
        # "A quarter of the houses (103) will be let".
        first = next(
            (i + 1 for i in range(first, min(first + _FARTHEST, len(case.tokens))) if case.word(i) == ")"), first
        )
    said = phrase(case, first, _end(case, first), longest=_LONGEST_PREDICATE, opens=False)
    if said is None:
        return None
    opening, _, rest = said.partition(" ")
    verb = verb_from(case, first, _end(case, first))
    head = (whole or "").lower().split(" of ")[0].split()[-1:]
    person = any(word in PERSON_NOUNS for word in head)
    if verb is None or group_of(case, verb) > first + 2:
        if opening == "no":
            return f"with {said}"
        plain = case.word(first) not in _BEFORE_PART and opening not in _PARTICLES
        if not plain:
            return _with_preposition(case, first, said)
        # "Nine-tenths of it steel", but "a fifth of these gleam".
        return f"that is {said}" if case.word(first - 1) == "it" else f"{'who' if person else 'that'} {said}"
    if any(map(is_plural, head)) and opening in _IN_PLURAL:
        said = f"{_IN_PLURAL[opening]} {rest}"
    return f"{'who' if person else 'that'} {said}"


def _end(case: Case, first: int) -> int:
    stop = min(max(case.stop, case.clauses.stop(first)), first + _FARTHEST, len(case.tokens))
    following = case.following()
    if following is not None and following.begin >= first and case.word(following.begin - 1) not in _LIMITS:
        stop = min(stop, following.begin)
    return next((i for i in range(first, stop) if _is_pause(case, i)), stop)


def _is_pause(case: Case, i: int) -> bool:
    return case.tokens[i].text in _PAUSES
