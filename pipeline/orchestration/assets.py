"""The assets: what a build makes, in the order of the stages.

    read_raw_folder   raw files               -> texts, rejections
    read_units        data files              -> units
    read_texts        texts, rejections       -> figures, numbers, quarantine, and what follows: articles, places, ...
    derive_tables     figures, articles, ...  -> levels, changes, conflicts
    trace_tables      levels, changes, ...    -> derivations
    read_by_city      levels, changes, ...    -> city_series, city_profile, city_rankings
    write_tables      every table             -> release, a folder under outputs/releases

Belongs here: which stage makes which asset of which others. Does not: how (the stages know), what Dagster's pages
tell of a table (see `metadata`), whether a table is sound (see `checks`).
"""

from __future__ import annotations

from collections.abc import Iterator

import dagster as dg
import pyarrow as pa

from pipeline import __version__
from pipeline.articles import read_folder
from pipeline.extraction.batch import read_all
from pipeline.metrics import CITY_TABLES, city_tables, derivations, derive
from pipeline.orchestration.io import WORK_FOLDER, content_version
from pipeline.orchestration.metadata import content_metadata, definition_metadata
from pipeline.orchestration.resources import OutputsFolder, RawFolder
from pipeline.orchestration.texts import REJECTIONS, TEXTS, WORK_TABLES, articles_of, rejections_of, texts_table
from pipeline.release import ReleaseError, provenance, write_release
from pipeline.tables import BUILT, TABLES, rows, to_arrow
from pipeline.vocabulary.currencies import currencies
from pipeline.vocabulary.indicators import indicators
from pipeline.vocabulary.places import places
from pipeline.vocabulary.units import units

ARTICLES, VOCABULARY, EXTRACTION, METRICS, RELEASE = "articles", "vocabulary", "extraction", "metrics", "release"
STAGES = (ARTICLES, VOCABULARY, EXTRACTION, METRICS, RELEASE)
"""The groups of assets, in the order in which data go through them."""

OWNERS = ("team:maintainers",)


def _spec(name: str, stage: str, *deps: str, kinds: tuple[str, ...] = ("python", "parquet")) -> dg.AssetSpec:
    """A table as an asset that is kept in the work folder."""
    table = TABLES.get(name)
    return dg.AssetSpec(
        name,
        deps=deps,
        group_name=stage,
        description=table.description if table else WORK_TABLES[name],
        metadata=definition_metadata(table) if table else {},
        code_version=__version__,
        owners=OWNERS,
        kinds=set(kinds),
    ).with_io_manager_key(WORK_FOLDER)


def _made(name: str, content: pa.Table) -> dg.MaterializeResult[pa.Table]:
    return dg.MaterializeResult(
        asset_key=name,
        value=content,
        metadata=content_metadata(name, content),
        data_version=content_version(content),
    )


@dg.multi_asset(specs=[_spec(TEXTS, ARTICLES), _spec(REJECTIONS, ARTICLES)])
def read_raw_folder(raw: RawFolder) -> Iterator[dg.MaterializeResult[pa.Table]]:
    """Reads every raw file; what cannot be used is rejected, with the cause and the remedy."""
    reading = read_folder(raw.path)
    yield _made(TEXTS, texts_table(reading.articles))
    yield _made(REJECTIONS, to_arrow("quarantine", rows.quarantine_frame(reading.rejections)))


@dg.multi_asset(specs=[_spec("units", VOCABULARY)])
def read_units() -> Iterator[dg.MaterializeResult[pa.Table]]:
    """Reads the units and currencies that figures are written in."""
    yield _made("units", to_arrow("units", rows.units_frame(units().values(), currencies().values())))


@dg.multi_asset(
    specs=[
        _spec("figures", EXTRACTION, TEXTS, "units"),
        _spec("numbers", EXTRACTION, TEXTS),
        _spec("quarantine", ARTICLES, TEXTS, REJECTIONS),
        _spec("articles", ARTICLES, TEXTS, "figures", "numbers"),
        _spec("places", VOCABULARY, "figures"),
        _spec("indicators", VOCABULARY, "figures"),
    ]
)
def read_texts(texts: pa.Table, rejections: pa.Table) -> Iterator[dg.MaterializeResult[pa.Table]]:
    """Reads the figures of every article and accounts for every number.

    A text on which the reading fails joins the files that could not be used. The last three tables depend on what was
    read: `articles` counts it, and of the world's places and of the indicators that can be derived those are published
    that figures speak of.
    """
    batch = read_all(articles_of(texts))
    figures = [figure for _, reading in batch.read for figure in reading.figures]
    numbers = [number for _, reading in batch.read for number in reading.numbers]
    unusable = sorted((*rejections_of(rejections), *batch.failed), key=lambda rejection: rejection.file)
    places_used = {figure.place_id for figure in figures if figure.place_id is not None}
    indicators_used = {figure.indicator for figure in figures if figure.indicator is not None}
    frames = {
        "figures": rows.figures_frame(figures),
        "numbers": rows.numbers_frame(numbers),
        "quarantine": rows.quarantine_frame(unusable),
        "articles": rows.articles_frame([article for article, _ in batch.read], numbers, figures),
        "places": rows.places_frame(places(), places_used),
        "indicators": rows.indicators_frame(indicators().values(), indicators_used),
    }
    yield from (_made(name, to_arrow(name, frame)) for name, frame in frames.items())


_DERIVED = ("levels", "changes", "conflicts")
_DERIVED_FROM = ("figures", "articles", "indicators", "places")


@dg.multi_asset(specs=[_spec(name, METRICS, *_DERIVED_FROM, kinds=("sql", "duckdb")) for name in _DERIVED])
def derive_tables(
    figures: pa.Table, articles: pa.Table, indicators: pa.Table, places: pa.Table
) -> Iterator[dg.MaterializeResult[pa.Table]]:
    """Derives levels, changes and conflicts from the figures."""
    derived = derive(figures, articles, indicators, places)
    yield _made("levels", derived.levels)
    yield _made("changes", derived.changes)
    yield _made("conflicts", derived.conflicts)


@dg.multi_asset(specs=[_spec("derivations", METRICS, *_DERIVED, kinds=("sql", "duckdb"))])
def trace_tables(levels: pa.Table, changes: pa.Table, conflicts: pa.Table) -> Iterator[dg.MaterializeResult[pa.Table]]:
    """Says of each level, change and conflict what it is made of, step by step down to the figures."""
    yield _made("derivations", derivations(levels, changes, conflicts))


_SHOWN_BY_CITY = (*_DERIVED, *_DERIVED_FROM)


@dg.multi_asset(
    specs=[_spec(name, METRICS, *_SHOWN_BY_CITY, kinds=("sql", "duckdb")) for name in CITY_TABLES],
    ins={name: dg.AssetIn() for name in _SHOWN_BY_CITY},
)
def read_by_city(**tables: pa.Table) -> Iterator[dg.MaterializeResult[pa.Table]]:
    """Reads levels and changes by city: the series of each, what is known of it, where it stands among its peers."""
    yield from (_made(name, content) for name, content in city_tables(tables).items())


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            RELEASE,
            deps=list(BUILT),
            group_name=RELEASE,
            description="The newest release: every table as Parquet and CSV, a DuckDB file, a manifest. Never altered.",
            code_version=__version__,
            owners=OWNERS,
            kinds={"parquet", "csv", "duckdb"},
        )
    ],
    ins={name: dg.AssetIn() for name in BUILT},
)
def write_tables(raw: RawFolder, outputs: OutputsFolder, **tables: pa.Table) -> dg.MaterializeResult[None]:
    """Writes a release if anything changed since the last one."""
    try:
        release = write_release(tables, outputs.path, provenance=provenance(raw.path), minimum=outputs.at_least)
    except ReleaseError as error:
        raise dg.Failure(str(error), allow_retries=False) from error
    return dg.MaterializeResult(
        metadata={
            "version": release.version,
            "created": release.created,
            "reason": release.reason,
            "path": dg.MetadataValue.path(release.path),
            "rows": dg.MetadataValue.json({name: table.num_rows for name, table in tables.items()}),
        },
        data_version=dg.DataVersion(release.version),
    )


ASSETS = (read_raw_folder, read_units, read_texts, derive_tables, trace_tables, read_by_city, write_tables)
"""Every asset of the pipeline."""
