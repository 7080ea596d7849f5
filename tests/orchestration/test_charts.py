from __future__ import annotations

import base64
import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from pipeline.orchestration.charts import bar_chart, bar_chart_svg

SVG = "{http://www.w3.org/2000/svg}"
# XML has no way to write control characters and half pairs.
labels = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
bars = st.lists(st.tuples(labels, st.integers(0, 10**12)), min_size=1, max_size=15)


@given(bars, labels)
def test_every_chart_is_sound_and_as_long_as_its_counts(given_bars: list[tuple[str, int]], title: str) -> None:
    drawn = ElementTree.fromstring(bar_chart_svg(given_bars, title=title))
    lengths = [float(bar.attrib["width"]) for bar in drawn.iter(f"{SVG}rect")]
    counts = [count for _, count in given_bars]
    assert len(lengths) == len(counts)
    assert sorted(lengths) == [lengths[i] for i in sorted(range(len(counts)), key=counts.__getitem__)]
    assert max(lengths) < float(drawn.attrib["width"])
    assert (drawn.findtext(f"{SVG}title") or "") == title


def test_the_image_stands_in_the_markdown_itself() -> None:
    written = bar_chart([("Fushun", 3)], title="figures by place")
    match = re.fullmatch(r"!\[figures by place\]\(data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)\)", written)
    assert match is not None
    assert "Fushun" in base64.b64decode(match[1]).decode()


def test_nothing_to_show_is_said() -> None:
    assert bar_chart([], title="conflicts by kind") == "*conflicts by kind: nothing to show*"
