"""Text to numbers, quantities, periods, places, indicators and figures: a layered grammar of pure functions."""

from pipeline.extraction.model import Extraction, Figure, Number, Quantity
from pipeline.extraction.quantities import extract_quantities
from pipeline.extraction.reading import extract_figures, read

__all__ = ["Extraction", "Figure", "Number", "Quantity", "extract_figures", "extract_quantities", "read"]
