from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.orchestration.charts import BAR, LABEL, bar_chart

bars = st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 10**12)), min_size=1)


@given(bars)
def test_every_bar_is_a_line_of_one_block(given_bars: list[tuple[str, int]]) -> None:
    first, *lines, last = bar_chart(given_bars).split("\n")
    assert first == last == "```"
    assert len(lines) == len(given_bars)
    for line, (_, count) in zip(lines, given_bars, strict=True):
        assert line.endswith(f" {count:,}")
        assert len(line) <= LABEL + 1 + BAR + 1 + len(f"{count:,}")


@given(st.lists(st.integers(0, 10**12), min_size=1))
def test_bars_are_as_long_as_their_counts(counts: list[int]) -> None:
    lengths = [line.count("█") for line in bar_chart([("x", count) for count in counts]).split("\n")[1:-1]]
    most = max(counts) or 1
    assert lengths == [round(8 * BAR * count / most) // 8 for count in counts]
    assert max(lengths) == (BAR if max(counts) else 0)


def test_parts_of_a_character_are_drawn() -> None:
    assert bar_chart([("Fushun", 96), ("Fuxin", 1), ("Daqing", 50)]).split("\n") == [
        "```",
        "Fushun ████████████████████████ 96",
        "Fuxin  ▎ 1",
        "Daqing ████████████▌ 50",
        "```",
    ]


def test_no_label_ends_the_block() -> None:
    assert bar_chart([("```\na", 1)]).count("```") == 2


def test_nothing_to_show_is_said() -> None:
    assert bar_chart([]) == "*nothing to show*"
