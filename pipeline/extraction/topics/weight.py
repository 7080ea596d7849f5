"""Weight: whether what is mentioned is what the sentence is about, where something is, or only named beside it.

Belongs here: small rules over the words around a mention, in the order in which they are asked. Does not: what the
mention means (`resolution`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.extraction.entities import Entity, is_within, may_be_within
from pipeline.extraction.mentions import Mention
from pipeline.extraction.mentions.places import RESIDENTS
from pipeline.extraction.mentions.references import COMPASS
from pipeline.extraction.tokens import Token, word_at
from pipeline.extraction.topics.bystanders import cleft, government, seat, venue
from pipeline.extraction.topics.course import Course
from pipeline.extraction.topics.insertions import (
    LOCATED,
    STOPS,
    around_which,
    inserted,
    is_closed,
    of_town,
    owner_of_epithet,
    where_one_speaks,
)
from pipeline.extraction.topics.measuring import compared, set_against
from pipeline.extraction.topics.setting import Setting, before_modifiers
from pipeline.extraction.topics.turns import Weight
from pipeline.vocabulary.language import words

_DISTANT = words("topics", "distant")
_NO_OBJECT_BEHIND = words("topics", "no_object_behind") | _DISTANT
_VERBS = words("topics", "verbish")
_BREAKS = words("topics", "breaks")
_MEASURES = words("topics", "measures")
_ORDINALS = words("topics", "describing")
_NAMING = words("topics", "naming")
_PARTS = words("topics", "parts")
_LONGEST_INSERTION = 10
_RESTS = frozenset({"rest", "remainder"})
_CONTRASTING = frozenset({";", "while", "whereas", "but", "and"})
_SHORTEST_PAST = 5
# No further than so many tokens back does a word say anything of a mention.
_REACH = 60
_HELD_TO = frozenset({"of", "than", "below", "above", "under", "over", "times"})
_NEAR = 6
_EXPERTS = words("topics", "experts")
_ANY_ONE = frozenset({"one", "ones"})
_ENDS_OF_LIST = frozenset({",", "and", "or", ".", ";", ")", ""})


_Rule = Callable[[Setting], Weight | None]


def weigh(tokens: Sequence[Token], mention: Mention, entity: Entity, course: Course) -> Weight:
    """What a mention that means `entity` does to the topic of its sentence."""
    at = before_modifiers(tokens, mention.first)
    setting = Setting(tokens, mention, entity, course, at, word_at(tokens, at), word_at(tokens, mention.last))
    for rule in _RULES:
        weight = rule(setting)
        if weight is not None:
            return weight
    return Weight.SUBJECT


def _standard(setting: Setting) -> Weight | None:
    """As in "two-thirds of the Danish figure"; "above the Danish average of 4 per cent" is a figure of its own."""
    held_to = setting.behind in _MEASURES and setting.before in _HELD_TO and not setting.mention.possessive
    told = word_at(setting.tokens, setting.mention.last + 1) == "of"
    return Weight.ASIDE if held_to and not told else None


def _adjective(setting: Setting) -> Weight | None:
    """As in "the national figure", "the provincial average": a topic of its own only with such a noun."""
    if setting.mention.kind != "adjective":
        return None
    if setting.mention.word == "nationally":
        return Weight.SUBJECT
    if setting.mention.word in COMPASS:
        # "Some 30 northwestern kilns": the region, where the sentence has named nothing else.
        return Weight.PLACE if setting.course.topic is None else Weight.NONE
    if setting.before == "all":
        # "of all Germans".
        return Weight.PLACE
    # "An English average of 3 per cent" is a figure of England; "the German mean" alone is what another is held to.
    own = setting.mention.entity is None or word_at(setting.tokens, setting.mention.last + 1) == "of"
    measured = own and setting.behind in _MEASURES
    return Weight.PLACE if measured else Weight.NONE


def _others(setting: Setting) -> Weight | None:
    """As in "none of Germany's other towns": what the others of a place are compared with is told of."""
    return Weight.ASIDE if setting.mention.possessive and setting.behind == "other" else None


def _coordinated(setting: Setting) -> Weight | None:
    """As in "in Hegang and in Jixi": what "and" joins weighs the same."""
    last = setting.course.last
    if last is None or last.mention.last != setting.at or setting.before not in ("or", "and", ","):
        return None
    if setting.before == "," and setting.behind not in _ENDS_OF_LIST:
        # "As it is the oldest in China, the northwest has".
        return None
    if setting.holds_current:
        return None
    return last.weight if last.weight < Weight.SUBJECT else None


def _object(setting: Setting) -> Weight | None:
    """As in "supplied the country": the object of a verb, which is a topic only where there is no other."""
    if not _is_object(setting):
        return None
    narrow = setting.entity.subject is not None or setting.entity.is_local
    return Weight.PLACE if narrow and setting.course.topic is None else Weight.ASIDE


def _is_object(setting: Setting) -> bool:
    if setting.at < 0 or setting.mention.possessive or setting.mention.kind not in ("name", "reference"):
        return False
    before = setting.tokens[setting.at]
    if before.kind != "w" or before.text[0].isupper() or before.lower in _NO_OBJECT_BEHIND:
        return False
    return _verb_before(setting.tokens, setting.at + 1)


def _verb_before(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a verb stands in the clause before token `stop`."""
    for token in reversed(tokens[max(0, stop - _REACH) : stop]):
        if token.text in STOPS or token.lower in _BREAKS:
            return False
        if token.kind == "w" and (token.lower in _VERBS or _is_past(token.lower)):
            return True
    return False


def _is_past(word: str) -> bool:
    return word.endswith("ed") and len(word) >= _SHORTEST_PAST


def _whole_country(setting: Setting) -> Weight | None:
    """As in "the largest mine in China": a country tells little of a smaller place that the sentence is about."""
    entity, current = setting.entity, setting.course.current
    wide = entity.place_kind == "country" or (entity.place_kind == "region" and not entity.members)
    if entity.subject is not None or not wide or setting.before not in ("in", "of", "across"):
        return None
    if setting.course.last is None or current is None:
        return None
    narrower = current.subject is not None or current.place_kind not in ("country", None)
    return Weight.ASIDE if narrower else None


def _out_of(setting: Setting) -> Weight | None:
    """As in "came out of the mine"."""
    out = setting.before == "of" and word_at(setting.tokens, setting.at - 1) == "out"
    return Weight.PLACE if out else None


def _distant(setting: Setting) -> Weight | None:
    """As in "20 km from Datong", "than Datong"; but "coal from the mine" is of the mine."""
    if setting.before == "between" and setting.course.topic is not None:
        # "The A4 between Datong and Wuhai carries".
        return Weight.ASIDE
    if setting.before not in _DISTANT:
        return None
    if setting.before == "as" and _has_verb(setting):
        # "As Datong pulled ahead", "as Datong, with its pits, pulled ahead".
        return None
    makes = setting.entity.subject_kind == "facility" and setting.before in ("from", "by")
    return Weight.PLACE if makes and not setting.course.has_local_subject else Weight.ASIDE


def _has_verb(setting: Setting) -> bool:
    """Whether a verb follows what is mentioned, at once or behind what commas insert."""
    k = setting.mention.last
    if word_at(setting.tokens, k) == ",":
        behind = range(k + 1, min(len(setting.tokens), k + _LONGEST_INSERTION))
        k = next((j + 1 for j in behind if word_at(setting.tokens, j) == ","), k)
    word = word_at(setting.tokens, k)
    return word in _VERBS or _is_past(word)


def _located(setting: Setting) -> Weight | None:
    """As in "in Hegang"; the province of a city that the sentence is about tells nothing new."""
    if setting.before not in LOCATED:
        return None
    if word_at(setting.tokens, setting.at - 1) in _ANY_ONE:
        # "Three schools, the one in Karbo included".
        return Weight.ASIDE
    if word_at(setting.tokens, setting.at - 1) in _EXPERTS:
        # "An analyst in Wuhai guesses at": where who tells of it sits.
        return Weight.ASIDE
    outer = setting.course.latest_topic
    beside = outer is not None and outer.weight == Weight.SUBJECT and outer.mention.last == setting.at - 1
    if beside and word_at(setting.tokens, setting.at - 1) == "," and setting.behind == ",":
        # "Baotou, in Inner Mongolia, has".
        return Weight.ASIDE
    contrasted = word_at(setting.tokens, setting.at - 1) in _CONTRASTING
    return Weight.ASIDE if setting.holds_current and not contrasted else Weight.PLACE


def _of(setting: Setting) -> Weight | None:
    """As in "the population of Hegang"; after another name it only tells where that is: "the mine of Hegang"."""
    if setting.before != "of":
        return None
    if word_at(setting.tokens, setting.at - 1) in _RESTS and setting.entity.subject_kind == "facility":
        # "Taking it to the rest of the field would cost 90 million": the cost is not the field's.
        return Weight.ASIDE
    if word_at(setting.tokens, setting.at - 1) in _PARTS and _holds_topic(setting):
        # "This was 5 per cent of Zambia's output, and it hopes for more": the whole, and not whose the share is.
        return Weight.ASIDE
    if word_at(setting.tokens, setting.at - 1) in RESIDENTS and setting.course.topic is None:
        # "Residents of Datong earned".
        return Weight.SUBJECT
    last = setting.course.last
    explains = (
        last is not None
        and last.is_topic
        and last.at >= setting.mention.first - _NEAR
        # "The Alder mine of Vitra Group" is the mine's.
        and (setting.entity.subject is None or last.entity.subject_kind == "facility")
    )
    return Weight.ASIDE if explains or setting.holds_current else Weight.PLACE


def _possessor(setting: Setting) -> Weight | None:
    """As in "Hegang's mines"; "China's biggest" only describes what was named before."""
    if not setting.mention.possessive:
        return None
    described = setting.behind.endswith("est") or setting.behind in _ORDINALS
    outer = setting.course.latest_topic
    if described and outer is not None and outer.mention.last == setting.mention.first - 1 and is_closed(setting):
        # "Alder Hospital, the city's largest employer, has".
        return Weight.ASIDE
    current = setting.course.current
    of_dateline = setting.course.last is None and current is not None and current.place_id != setting.entity.place_id
    if described and of_dateline and current is not None and is_within(current, setting.entity):
        # "KHARKIV - Ukraine's second city has"
        return Weight.ASIDE
    # "The town that calls itself Poland's garden", "known as China's tin capital".
    titled = word_at(setting.tokens, setting.mention.first - 1) in _NAMING
    wide = setting.entity.place_kind == "region" and setting.course.last is not None
    if (described or titled) and (setting.holds_current or (titled and wide)):
        return Weight.ASIDE
    return Weight.PLACE if setting.mention.kind == "pronoun" else Weight.SUBJECT


def _holds_topic(setting: Setting) -> bool:
    """Whether the place mentioned holds what the text has been about, named in the sentence or not."""
    current, entity = setting.course.current, setting.entity
    if current is None or entity.subject is not None or entity.place_id == current.place_id:
        return False
    return is_within(current, entity)


def _pronoun(setting: Setting) -> Weight | None:
    """As in "it", "there"."""
    if setting.mention.kind != "pronoun":
        return None
    return Weight.SUBJECT if setting.mention.word in ("it", "they") else Weight.PLACE


def _after_comma(setting: Setting) -> Weight | None:
    """As in "Hegang, Heilongjiang", "Perth (Scotland)": what holds the place; "the city, Hegang, had": what that is."""
    if setting.before not in (",", "("):
        return None
    last = setting.course.last
    # "As it has mines, the northeast is poor": only what stands right before the comma can be in it.
    beside = last is not None and last.mention.last == setting.at and setting.entity.subject is None
    if last is not None and beside and may_be_within(last.entity, setting.entity):
        return Weight.ASIDE
    apposed = setting.course.last is not None and setting.mention.kind == "name" and setting.behind == ","
    return Weight.PLACE if apposed else None


_RULES: tuple[_Rule, ...] = (
    set_against,
    _standard,
    _adjective,
    government,
    venue,
    cleft,
    seat,
    of_town,
    _others,
    _coordinated,
    owner_of_epithet,
    where_one_speaks,
    around_which,
    inserted,
    _object,
    _whole_country,
    _out_of,
    _distant,
    compared,
    _located,
    _of,
    _possessor,
    _pronoun,
    _after_comma,
)
