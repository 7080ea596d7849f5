"""The field's knowledge: places, what belongs to them, indicators, units, currencies, words of change and time.

Belongs here: data files under `data/` and one small loader module for each group of them. Does not: code that reads
English. Each loader is imported by its own name (`from pipeline.vocabulary.places import places`), so that nobody
pays for vocabulary that they do not use. Where every data file comes from is written in `data/SOURCES.toml`.
"""
