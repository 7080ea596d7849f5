"""What the dataset is, in the words that every description of it shares.

Belongs here: facts about the dataset as a whole. Does not: facts about a table or a column (`pipeline.tables`).
"""

from __future__ import annotations

NAME = "cityfigures"
TITLE = "City figures"
DESCRIPTION = (
    "Figures about cities, read from news articles: every number of every article accounted for, every value an "
    "interval that its wording and its precision allow, every row traceable to the words that it came from."
)
AUTHORS = "The cityfigures authors"
METHOD = (
    "Read from the text of news articles by a layered grammar, without a statistical model; levels, changes and "
    "conflicts follow from the figures by interval arithmetic."
)
CITE = "If you use the dataset, please cite it as below. Name the release whose figures you used."
LICENSE_ID = "CC-BY-4.0"
LICENSE_TITLE = "Creative Commons Attribution 4.0 International"
LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/"
KEYWORDS = ("cities", "news", "statistics", "population", "industry", "information extraction", "provenance")
LANGUAGE = "en"
