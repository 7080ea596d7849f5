"""Topics: which place, facility or organisation a sentence is about, word by word, and across sentences.

Belongs here: reference ("the city", "its", "there", "the former") and the choice among the names of a sentence.
Does not: recognising names (`mentions`), or what is measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.extraction.mentions import Entity, Mention, of_place
from pipeline.extraction.tokens import Sentence, Token
from pipeline.vocabulary.language import entity_nouns, words
from pipeline.vocabulary.places import places

_NOUNS = entity_nouns()
_MODIFIERS = words("topics", "modifiers")
_DISTANT = words("topics", "distant")
_PLACE_CITY_KINDS = frozenset({"city", "county", "district"})


@dataclass(slots=True)
class Discourse:
    """What the text has spoken of so far. The only mutable value of the extraction; one lives for one article."""

    topic: Entity | None = None
    last: dict[str, Entity] = field(default_factory=dict)
    """Kind or noun ("city", "province", "mine", "organisation") -> the entity last named of it."""
    listed: tuple[Entity, ...] = ()
    recent: list[Entity] = field(default_factory=list)
    """The places named so far, the latest last, each once."""
    country: Entity | None = None
    main: Entity | None = None
    """The place that most of the text is about, where one stands out."""
    paragraph: int = -1
    lead: Entity | None = None
    """What the paragraph is about: the first subject named in it."""

    def note(self, entity: Entity) -> None:
        """Remembers an entity under all the words that may refer back to it."""
        if entity.subject is not None:
            self.last[entity.noun or entity.subject_kind or "facility"] = entity
            self.last[entity.subject_kind or "facility"] = entity
        elif entity.place_kind is not None:
            self.last[entity.place_kind] = entity
            if entity.place_kind not in ("group", "region"):
                self.recent = [e for e in self.recent if e.place_id != entity.place_id or e.place != entity.place][
                    -11:
                ] + [entity]
        if entity.country is not None and entity.place_kind != "country" and entity.country in places():
            self.country = of_place(places()[entity.country])
        elif entity.place_kind == "country" and self.country is None:
            self.country = entity


@dataclass(frozen=True, slots=True)
class Turn:
    """From token `at` on the sentence is about `entity`. `strength`: 3 grammatical subject, 2 in a place, 1 aside."""

    at: int
    entity: Entity
    strength: int
    mention: Mention | None = None
    listed: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Topics:
    """The turns of one sentence, the entity that it began with, and who is named as a source."""

    turns: tuple[Turn, ...]
    inherited: Entity | None
    sources: tuple[tuple[int, str], ...]

    def before(self, i: int) -> Turn | None:
        """The last turn before token `i`."""
        found = None
        for turn in self.turns:
            if turn.at < i and turn.strength > 1:
                found = turn
        return found

    def after(self, i: int, stop: int) -> Turn | None:
        """The first turn from token `i` on, before token `stop`."""
        return next((turn for turn in self.turns if i <= turn.at < stop and turn.strength > 1), None)


def read_topics(sentence: Sentence, mentions: Sequence[Mention], discourse: Discourse) -> Topics:
    """The topics of a sentence; `discourse` is moved on to the end of it."""
    tokens = sentence.tokens
    if sentence.paragraph != discourse.paragraph:
        discourse.paragraph, discourse.lead = sentence.paragraph, None
    inherited = _inherited(tokens, mentions, discourse)
    turns: list[Turn] = []
    sources: list[tuple[int, str]] = []
    current = inherited
    subject_turn: Turn | None = None
    skip = _dateline(tokens) if sentence.index == 0 else -1
    for number, mention in enumerate(mentions):
        if mention.first < skip:
            if mention.entity is not None and mention.kind == "name":
                discourse.note(mention.entity)
                current = inherited = current or mention.entity
            continue
        if mention.kind == "person":
            if _is_source(tokens, mention):
                sources.append((mention.first, _words(tokens, mention)))
            continue
        group, skip_to = _group(tokens, mentions, number, discourse)
        if group is not None:
            entity: Entity | None = group[0]
            listed = group[1]
            skip = skip_to
        else:
            entity, listed = _resolve(mention, discourse, current), ()
        if entity is None:
            continue
        if mention.kind == "reference" and (mention.word in _GROUP_SIZES or mention.word.startswith("group-")):
            discourse.listed = _last_named(mention.word, discourse)
        if (
            mention.kind == "pronoun"
            and mention.word in ("they", "their")
            and (together := _together(tokens, mention, turns, discourse)) is not None
        ):
            entity = together
        if mention.kind == "name":
            entity = _apposed(tokens, mention, entity)
            if (
                entity.subject_kind == "organisation"
                and mention.last < len(tokens)
                and tokens[mention.last].lower in _NOUNS.facilities
            ):
                # "the PetroChina field": the organisation only tells which field.
                entity = _reference(tokens[mention.last].lower, discourse, current) or entity
        if mention.kind == "name" and entity.subject is not None and _is_source(tokens, mention):
            sources.append((mention.first, entity.subject))
            discourse.note(entity)
            continue
        if entity.subject is not None and entity.place_id is None and mention.kind == "name":
            entity = _with_home(entity, discourse, current)
        strength = _strength(tokens, mention, entity, current, turns, skip if group is not None else mention.last)
        if mention.kind == "name" or group is not None:
            discourse.note(entity)
            for one in listed:
                discourse.note(one)
            if listed:
                discourse.listed = listed
        if strength > 0:
            turn = Turn(mention.first, entity, strength, mention, listed)
            turns.append(turn)
            if strength > 1:
                current = entity
            if strength == 3 and subject_turn is None:
                subject_turn = turn
    if discourse.lead is None and subject_turn is not None and not _digression(tokens, subject_turn):
        discourse.lead = subject_turn.entity
    final = subject_turn or next((turn for turn in turns if turn.strength > 1), None)
    discourse.topic = final.entity if final is not None else inherited
    return Topics(tuple(turns), inherited, tuple(sources))


_BESIDE = words("topics", "beside")
_CONTRAST = words("topics", "contrast")


def _digression(tokens: Sequence[Token], turn: Turn) -> bool:
    """Whether a place is only brought in beside the one that the text is about: "neighbouring Essen", "Handan, further south"."""
    mention = turn.mention
    if mention is None or mention.kind != "name":
        return False
    around = {t.lower for t in tokens[max(0, mention.first - 2) : mention.first]} | {
        t.lower for t in tokens[mention.last : mention.last + 3]
    }
    return bool(around & _BESIDE) or (mention.first > 0 and tokens[0].lower in _CONTRAST and mention.first < 4)


def _inherited(tokens: Sequence[Token], mentions: Sequence[Mention], discourse: Discourse) -> Entity | None:
    """What a sentence is about before it names anything.

    A pronoun at its head goes on with the last subject. Otherwise a text returns from a place beside its way to what
    the paragraph, or the whole text, is about.
    """
    last = discourse.topic
    early = next((m for m in mentions if m.first <= 6), None)
    if early is not None and early.kind == "pronoun" and early.word != "there" and early.first <= 2:
        return last
    if last is None or discourse.main is None:
        return last or discourse.lead or discourse.main
    if last.subject is not None and last.place_id == discourse.main.place_id:
        return last
    if (
        discourse.lead is not None
        and discourse.lead.subject is not None
        and discourse.lead.place_id == discourse.main.place_id
    ):
        return discourse.lead
    return discourse.main


def protagonist(sentences: Sequence[Sequence[Mention]], title: Sequence[Mention] = ()) -> Entity | None:
    """The city (else county) that a text is about, or null where none stands out.

    Each naming counts one, the title two, and to be the first place named at all one more; the best needs two and a lead.
    """
    counts: dict[str, int] = {}
    entities: dict[str, Entity] = {}
    named = [
        m.entity
        for mentions in sentences
        for m in mentions
        if m.kind == "name" and m.entity is not None and m.entity.place is not None
    ]
    own = [e for e in named if e.place_kind in _PLACE_CITY_KINDS]
    for entity in own:
        key = entity.place_id or entity.place or ""
        counts[key] = counts.get(key, 0) + 1
        entities.setdefault(key, _home(entity) if entity.subject is not None else entity)
    for mention in title:
        if mention.entity is not None and (key := mention.entity.place_id or mention.entity.place or "") in counts:
            counts[key] += 2
    if named and named[0].place_kind in _PLACE_CITY_KINDS:
        counts[named[0].place_id or named[0].place or ""] += 1
    if not counts:
        return None
    best = max(counts, key=lambda key: counts[key])
    runner_up = max((n for key, n in counts.items() if key != best), default=0)
    return entities[best] if counts[best] >= 2 and counts[best] > runner_up else None


def _dateline(tokens: Sequence[Token]) -> int:
    """The token after a dateline at the head of a text ("HARBIN -", "PANJIN, China, April 1 -"), or -1."""
    for i, token in enumerate(tokens[:12]):
        if token.text in ("-", "–", "—") and not token.glued and i:
            capital = all(t.text[:1].isupper() or t.kind != "w" for t in tokens[:i])
            return i + 1 if capital and tokens[0].kind == "w" else -1
        if token.kind == "w" and token.text[0].islower():
            return -1
    return -1


def _apposed(tokens: Sequence[Token], mention: Mention, entity: Entity) -> Entity:
    """As in "Daqing, China's biggest oilfield," and "Shengli, the colliery that": the apposition shows a facility."""
    i = mention.last
    if entity.subject is not None or i + 2 >= len(tokens) or tokens[i].text != ",":
        return entity
    if tokens[i + 1].lower not in ("the", "a", "an", "once", "its") and not tokens[i + 1].lower.endswith("'s"):
        return entity
    for k in range(i + 2, min(len(tokens), i + 7)):
        word = tokens[k].lower
        if tokens[k].kind != "w" or word in (
            "that",
            "which",
            "of",
            "in",
            "and",
            "for",
            "city",
            "town",
            "capital",
            "where",
            "county",
            "province",
        ):
            return entity
        following = tokens[k + 1].lower if k + 1 < len(tokens) else ""
        if (
            word in _NOUNS.facilities
            and following not in _NOUNS.references
            and following not in ("town", "city", "county", "-")
        ):
            name = _words(tokens, mention)
            return replace(entity, subject=f"{name} {word}", subject_kind="facility", noun=word)
    return entity


def _together(tokens: Sequence[Token], mention: Mention, turns: Sequence[Turn], discourse: Discourse) -> Entity | None:
    """As in "Together with Heilongjiang they had": what was spoken of and the place that is joined to it."""
    if (
        not any(t.lower in ("together", "along") for t in tokens[: mention.first])
        or not turns
        or discourse.topic is None
    ):
        return None
    joined = turns[-1].entity
    before = discourse.topic
    if before.place_id in {e.place_id for e in discourse.listed}:
        members: tuple[Entity, ...] = discourse.listed
    else:
        members = tuple(of_place(places()[m]) for m in before.members if m in places()) if before.members else (before,)
    return _as_group((*(m for m in members if m.place_id != joined.place_id), joined))


def _words(tokens: Sequence[Token], mention: Mention) -> str:
    return " ".join(token.text for token in tokens[mention.first : mention.last]).removesuffix("'s")


# ---------------------------------------------------------------------- who is meant
def _resolve(mention: Mention, discourse: Discourse, current: Entity | None) -> Entity | None:
    if mention.kind == "name":
        return mention.entity
    if mention.kind == "adjective":
        return _adjective(mention, discourse, current)
    if mention.kind == "pronoun":
        if mention.word == "there":
            return current if current is None or current.subject is None else _home(current)
        return current
    return _reference(mention.word, discourse, current)


def _adjective(mention: Mention, discourse: Discourse, current: Entity | None) -> Entity | None:
    if mention.entity is not None:
        return mention.entity
    if mention.word == "provincial":
        return _enclosing(current, "province") or discourse.last.get("province")
    return discourse.country


def _reference(word: str, discourse: Discourse, current: Entity | None) -> Entity | None:
    if word in ("former", "latter"):
        return discourse.listed[0 if word == "former" else -1] if len(discourse.listed) >= 2 else None
    if word in _GROUP_SIZES or word.startswith("group-"):
        return _as_group(_last_named(word, discourse))
    if word.startswith("that-"):
        return discourse.last.get(_NOUNS.references.get(word[5:], ""))
    kind = _NOUNS.references.get(word)
    if kind == "country":
        return discourse.country
    if kind in ("facility", "organisation"):
        if (
            current is not None
            and current.subject_kind == kind
            and (current.noun == word or _same_group(current.noun, word))
        ):
            return current
        exact = discourse.last.get(word)
        if exact is not None:
            return exact
        if kind == "organisation":
            return discourse.last.get("organisation")
        fitting = [e for noun, e in discourse.last.items() if e.subject_kind == "facility" and _same_group(noun, word)]
        return fitting[-1] if fitting else None
    if kind == "region":
        if word in ("region",) and discourse.last.get("region") is not None:
            return discourse.last["region"]
        return discourse.last.get("region") if word != "area" else None
    if kind == "city":
        if current is not None and current.subject is not None and current.place_kind in _PLACE_CITY_KINDS:
            return _home(current)
        if discourse.main is not None and discourse.main.place_kind == "city":
            return discourse.main
        if current is not None and current.subject is None and current.place_kind == "city":
            return current
        return discourse.last.get("city")
    if kind == "province":
        return _enclosing(current, "province") or discourse.last.get("province")
    return discourse.last.get(kind) if kind else None


_GROUP_SIZES = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_GROUP_KINDS = {"provinces": "province", "cities": "city", "towns": "city", "counties": "county"}


def _last_named(word: str, discourse: Discourse) -> tuple[Entity, ...]:
    """What "the two", "the three provinces" point back to: the last list of that size, else the last so many places of a kind."""
    _, _, rest = word.partition("-")
    noun, _, number = rest.partition("-")
    size = _GROUP_SIZES.get(number or word, 0)
    kind = _GROUP_KINDS.get(noun)
    listed = discourse.listed
    if len(listed) >= 2 and (not size or len(listed) == size) and (kind is None or listed[0].place_kind == kind):
        return listed
    if not size:
        return listed
    latest = discourse.recent[-1].place_kind if discourse.recent else None
    fitting = [e for e in discourse.recent if e.place_kind == (kind or latest)]
    return tuple(fitting[-size:]) if len(fitting) >= size else ()


def _same_group(a: str, b: str) -> bool:
    return a == b or (a in _NOUNS.facilities and _NOUNS.facilities.get(a) == _NOUNS.facilities.get(b))


def _home(entity: Entity) -> Entity:
    """The place of a facility or organisation."""
    if entity.place_id is not None and entity.place_id in places():
        return of_place(places()[entity.place_id])
    return replace(entity, subject=None, subject_kind=None, noun="")


def _enclosing(entity: Entity | None, kind: str) -> Entity | None:
    """The smallest place of `kind` that holds `entity`, itself included."""
    place_id = entity.place_id if entity is not None else None
    while place_id is not None and place_id in places():
        place = places()[place_id]
        if place.kind == kind:
            return of_place(place)
        place_id = place.parent
    return None


def _with_home(entity: Entity, discourse: Discourse, current: Entity | None) -> Entity:
    """A facility or organisation whose home is not known belongs to the place that the text is about."""
    home = _home(current) if current is not None else discourse.last.get("city")
    if home is None or home.place is None or home.place_kind in ("country", "group"):
        return entity
    return replace(
        entity,
        place_id=home.place_id,
        place=home.place,
        place_kind=home.place_kind,
        country=home.country,
        parent=home.parent,
    )


def is_within(inner: Entity, outer: Entity) -> bool:
    """Whether `outer` is a place that holds the place of `inner`."""
    place_id = inner.place_id
    while place_id is not None and place_id in places():
        if place_id == outer.place_id:
            return True
        place = places()[place_id]
        if outer.place_kind == "country" and place.country == outer.place_id:
            return True
        place_id = place.parent
    if outer.members and inner.place_id is not None:
        return any(member == inner.place_id or (inner.parent == member) for member in outer.members)
    return False


# ---------------------------------------------------------------------- lists of places
def _group(
    tokens: Sequence[Token], mentions: Sequence[Mention], number: int, discourse: Discourse
) -> tuple[tuple[Entity, tuple[Entity, ...]], int] | tuple[None, int] | None:
    """As in "Liaoning, Jilin and Heilongjiang": the entities of a list of names, as one group, and the token after them."""
    first = mentions[number]
    if first.kind != "name" or first.entity is None or first.entity.subject is not None or first.possessive:
        return None, -1
    members = [first]
    i = number + 1
    while i < len(mentions) and mentions[i].kind == "name":
        gap = [token.lower for token in tokens[members[-1].last : mentions[i].first]]
        entity = mentions[i].entity
        if (
            gap not in ([","], ["and"], [",", "and"])
            or entity is None
            or entity.subject is not None
            or entity.place_kind != first.entity.place_kind
        ):
            break
        members.append(mentions[i])
        i += 1
    if len(members) < 2:
        return None, -1
    joint = [token.lower for token in tokens[members[-2].last : members[-1].first]]
    if "and" not in joint:
        return None, -1
    listed = tuple(m.entity for m in members if m.entity is not None)
    group = _as_group(listed)
    return ((group, listed), members[-1].last) if group is not None else (None, -1)


def _as_group(listed: tuple[Entity, ...]) -> Entity | None:
    """One entity for several places: the region that they make up, else a group with its members."""
    if len(listed) < 2:
        return listed[0] if listed else None
    ids = {e.place_id for e in listed}
    for place_id in _regions():
        region = places()[place_id]
        if set(region.members) == ids:
            return of_place(region)
    common = {e.parent for e in listed}
    holder = places().get(next(iter(common)) or "") if len(common) == 1 else None
    members = tuple(e.place_id or e.place or "" for e in listed)
    if holder is not None and holder.kind == "province":
        # One sum for several places belongs to the place that holds them; the members say which are meant.
        return Entity(None, holder.name, "group", members=members, country=holder.country, parent=holder.place_id)
    names = [e.place or "" for e in listed]
    name = ", ".join(names[:-1]) + " and " + names[-1]
    return Entity(
        None,
        name,
        "group",
        members=members,
        country=listed[0].country,
        parent=holder.place_id if holder is not None else None,
    )


def _regions() -> tuple[str, ...]:
    from itertools import takewhile

    table = places()
    return tuple(takewhile(lambda place_id: table[place_id].kind == "region", table))


# ---------------------------------------------------------------------- how much a mention weighs
def _is_source(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether what is mentioned only reports: "X said", "according to X", "Xinhua has reported"."""
    i = mention.first - 1
    while i >= 0 and tokens[i].lower in ("the", "a", "an", "s"):
        i -= 1
    if (
        i >= 1
        and tokens[i].lower in ("of", "by", "from")
        and tokens[i - 1].lower
        in ("count", "estimate", "estimates", "survey", "data", "figures", "calculations", "reckoning", "tally")
    ):
        return mention.entity is not None and mention.entity.subject is not None
    if (
        i >= 0
        and (
            tokens[i].lower in ("said", "says", "told", "by")
            or (tokens[i].lower == "to" and i and tokens[i - 1].lower == "according")
        )
        and (tokens[i].lower != "by" or _reported_before(tokens, i))
    ):
        return True
    j = mention.last
    for k in range(j, min(j + 3, len(tokens))):
        word = tokens[k].lower
        if word in _NOUNS.reports and word not in ("added", "adds", "estimate", "report", "find", "found"):
            return True
        if word not in ("has", "have", "had", "also", "itself", "statistics", "on", "in", "which", "data", "figures"):
            break
    return False


def _reported_before(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].lower in (
        "reported",
        "published",
        "released",
        "estimated",
        "compiled",
        "count",
        "calculated",
        "cited",
    )


def _strength(
    tokens: Sequence[Token], mention: Mention, entity: Entity, current: Entity | None, turns: Sequence[Turn], last: int
) -> int:
    """3: the subject of its clause; 2: where something is; 1: only beside it; 0: says nothing about the topic."""
    i = mention.first - 1
    while i >= 0 and (
        tokens[i].lower in _MODIFIERS
        or tokens[i].lower.endswith(("'s", "most", "owned", "based", "listed"))
        or (tokens[i + 1].text == "-" and tokens[i + 1].glued)
    ):
        i -= 1
    before = tokens[i].lower if i >= 0 else ""
    if mention.kind == "adjective":
        return _comparing(tokens, mention, entity)
    if (
        before in ("or", "and", ",")
        and turns
        and turns[-1].mention is not None
        and turns[-1].mention.last == i
        and turns[-1].strength < 3
    ):
        return turns[-1].strength
    if _is_object(tokens, i, mention):
        fresh = not any(turn.strength > 1 for turn in turns)
        return 2 if fresh and (entity.subject is not None or entity.place_kind in ("city", "county", "district")) else 1
    wide = entity.subject is None and (
        entity.place_kind == "country" or (entity.place_kind == "region" and not entity.members)
    )
    if (
        wide
        and before in ("in", "of", "across")
        and turns
        and current is not None
        and (current.subject is not None or current.place_kind not in ("country", None))
        and mention.kind != "adjective"
    ):
        return 1
    ancestor = (
        current is not None
        and bool(turns)
        and entity is not current
        and entity.subject is None
        and is_within(current, entity)
        and entity.place_id != current.place_id
    )
    if before == "of" and i and tokens[i - 1].lower == "out":
        return 2
    if before in _DISTANT:
        alone = not any(
            turn.strength == 3 and (turn.entity.subject_kind == "facility" or turn.entity.place_kind == "city")
            for turn in turns
        )
        return 2 if entity.subject_kind == "facility" and before in ("from", "at", "by") and alone else 1
    if _compared_with(tokens, mention):
        return 1
    if before in ("in", "at", "around", "within", "inside", "throughout"):
        return 1 if ancestor else 2
    if before == "of":
        return (
            1
            if ancestor
            or (
                current is not None
                and turns
                and entity.subject is None
                and turns[-1].at >= mention.first - 6
                and turns[-1].strength > 1
            )
            else 2
        )
    if mention.possessive:
        return (
            1
            if ancestor and last < len(tokens) and _describes(tokens, last)
            else (3 if mention.kind != "pronoun" else 2)
        )
    if mention.kind == "pronoun":
        return 3 if mention.word in ("it", "they") else 2
    if before == "," and ancestor:
        return 1
    if (
        before in (",",)
        and last < len(tokens)
        and tokens[last].text == ","
        and turns
        and mention.kind == "name"
        and not _clause_initial(tokens, i)
    ):
        return 2
    return 3


_CONNECTIVES = words("topics", "connectives")


def _is_object(tokens: Sequence[Token], i: int, mention: Mention) -> bool:
    """Whether the word before a name or reference is a verb or noun, so that the name is its object ("supplied the country")."""
    if i < 0 or mention.possessive or mention.kind not in ("name", "reference"):
        return False
    before = tokens[i]
    if before.kind != "w" or before.lower in _CONNECTIVES or before.lower in _DISTANT or before.text[0].isupper():
        return False
    if not _verb_before(tokens, i + 1):
        return False
    return before.lower not in (
        "around",
        "within",
        "inside",
        "throughout",
        "across",
        "on",
        "by",
        "between",
        "over",
        "under",
        "during",
        "among",
        "year",
        "month",
        "today",
        "now",
        "week",
        "decade",
        "quarter",
    )


def _compared_with(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a place only serves to compare: "than a knitter makes in Zhuji", "the mean of Shaanxi", "what is paid in Essen"."""
    for k in range(mention.first - 1, max(-1, mention.first - 9), -1):
        word = tokens[k].lower
        if tokens[k].text in (",", ";", ":", "(") or word in ("while", "but", "and"):
            return False
        if word in ("than", "what") or (word in ("average", "mean", "median", "level") and mention.first - k <= 3):
            return True
    return False


_VERBISH = words("topics", "verbish")


def _verb_before(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a verb stands in the clause before token `stop`."""
    for k in range(stop - 1, -1, -1):
        token = tokens[k]
        if token.text in (",", ";", ":", "(") or token.lower in (
            "while",
            "but",
            "although",
            "though",
            "when",
            "as",
            "that",
            "and",
        ):
            return False
        if token.kind == "w" and (
            token.lower in _VERBISH
            or (token.lower.endswith("ed") and len(token.lower) > 4)
            or token.lower in ("supplies", "includes", "covers", "makes")
        ):
            return True
    return False


def _clause_initial(tokens: Sequence[Token], i: int) -> bool:
    return i <= 0


def _describes(tokens: Sequence[Token], i: int) -> bool:
    """As in "China's biggest oilfield": a superlative or ordinal behind a possessive describes what was named before."""
    return tokens[i].lower.endswith("est") or tokens[i].lower in (
        "first",
        "second",
        "third",
        "most",
        "northeast",
        "northeastern",
        "rust",
    )


def _comparing(tokens: Sequence[Token], mention: Mention, entity: Entity) -> int:
    """As in "the national figure", "the provincial average": the adjective is a topic of its own only with such a noun."""
    j = mention.last
    if mention.word == "nationally":
        return 3
    if mention.entity is not None:
        return 0
    return (
        2
        if j < len(tokens)
        and tokens[j].lower in ("figure", "average", "rate", "mean", "total", "level", "median", "share", "one")
        else 0
    )
