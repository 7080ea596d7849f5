"""The scene: all that is known of a sentence before its amounts are read one after the other.

Belongs here: asking the readers of whole sentences, each once, in the order in which they need one another. Does not:
anything about a single amount (`assembly`).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.accounts import Account, dispose
from pipeline.extraction.amounts import Amount, find_amounts
from pipeline.extraction.binding import Bound, is_general, of_theme
from pipeline.extraction.clauses import Clauses, find_clauses
from pipeline.extraction.coinage import in_cents, in_coin
from pipeline.extraction.cues import Cue, find_cues
from pipeline.extraction.figures import Context
from pipeline.extraction.mentions import Mention
from pipeline.extraction.numerals import Numeral
from pipeline.extraction.periods import Period, find_periods
from pipeline.extraction.sites import Placed, Site, first_in, starting_in
from pipeline.extraction.themes import ProductMention, Theme, find_products, find_themes
from pipeline.extraction.timing import Timer
from pipeline.extraction.tokens import Sentence, Token
from pipeline.extraction.tonnage import in_tons
from pipeline.extraction.topics import Topics, read_topics
from pipeline.extraction.values import frozen
from pipeline.vocabulary.products import Product


@frozen
class Scene:
    """A sentence and what was found in it, each in order; `disposed` are its numerals that are no amounts.

    `dated` are the tokens of periods, `named` those of names, `covered` both and words of change, `words` all.
    `spoken` are the products that the sentences before have named, the latest last.
    `told` is what the figures before it measured, and what the sentence before it spoke of without any.
    """

    sentence: Sentence
    context: Context
    mentions: Sequence[Mention]
    periods: Sequence[Period]
    disposed: Sequence[Account]
    amounts: Sequence[Amount]
    cues: Sequence[Cue]
    clauses: Clauses
    topics: Topics
    themes: Sequence[Theme]
    products: Sequence[ProductMention]
    timer: Timer
    dated: frozenset[int]
    named: frozenset[int]
    covered: frozenset[int]
    words: frozenset[str]
    spoken: Sequence[Product]
    told: Sequence[Bound]

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def site(self, amount: Amount) -> Site:
        """Where an amount stands."""
        return Site(self.tokens, self.clauses, amount)

    def next_amount(self, amount: Amount) -> int:
        """The token at which the amount behind another begins; the sentence's end where there is none."""
        following = first_in(self.amounts, amount.last, len(self.tokens))
        return following.begin if following is not None else len(self.tokens)

    def theme_before(self, site: Site) -> Theme | None:
        """The last theme before an amount in its clause."""
        for theme in reversed(starting_in(self.themes, site.start, site.amount.begin)):
            if theme.last <= site.amount.begin:
                return theme
        return None


def set_scene(sentence: Sentence, mentions: Sequence[Mention], numerals: Sequence[Numeral], context: Context) -> Scene:
    """The scene of a sentence in which `mentions` and `numerals` stand; the discourse of `context` is moved on."""
    tokens = sentence.tokens
    focus_year = context.focus.end.year if context.focus is not None else None
    periods = find_periods(tokens, numerals, context.clock, focus_year, context.peak, context.within)
    disposed = dispose(tokens, numerals, periods)
    taken = [(p.first, p.last) for p in periods] + [(verdict.first, verdict.last) for _, verdict in disposed]
    amounts = in_tons(tokens, find_amounts(tokens, numerals, taken), context.ton)
    amounts = in_cents(in_coin(amounts, context.clock.country), context.currency)
    cues = find_cues(tokens)
    clauses = find_clauses(tokens, frozenset(cue.first for cue in cues if cue.kind == "verb"))
    dated, named = _tokens_of(periods), _tokens_of(mentions)
    return Scene(
        sentence=sentence,
        context=context,
        mentions=mentions,
        periods=periods,
        disposed=disposed,
        amounts=amounts,
        cues=cues,
        clauses=clauses,
        topics=read_topics(sentence, mentions, context.discourse),
        themes=find_themes(tokens),
        products=find_products(tokens),
        timer=Timer(tokens, clauses, periods, amounts, context.focus, context.clock),
        dated=dated,
        named=named,
        covered=dated | named | _tokens_of(cues),
        words=clauses.said,
        spoken=context.spoken() if amounts else (),
        told=(*context.earlier, *_spoken_of(context.without_figures)) if amounts else (),
    )


def _spoken_of(tokens: Sequence[Token]) -> Sequence[Bound]:
    """What a sentence without figures measures, as its first theme: "Unemployment is high. In Jixi it was ..."."""
    themes = [theme for theme in find_themes(tokens) if theme.indicator is not None]
    theme = next((theme for theme in themes if not is_general(theme)), themes[0] if themes else None)
    return () if theme is None else (of_theme(theme, "spoken-of"),)


def _tokens_of(placed: Sequence[Placed]) -> frozenset[int]:
    return frozenset([k for one in placed for k in range(one.first, one.last)]) if placed else frozenset()
