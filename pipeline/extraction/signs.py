"""Signs: characters that texts use alike, under one name.

Belongs here: sets of single characters. Does not: how the scan cuts a text (`tokens`), words of any kind.
"""

from __future__ import annotations

HYPHENS = frozenset("-\u2010\u2011")
"""The hyphen as typed, the true one, and the one that does not break."""
JOINERS = HYPHENS | {"\u2013"}
"""What joins two words or digits without a space: the hyphens and the en dash."""
DASHES = JOINERS | {"\u2014"}
"""What joins or parts: all these and the em dash."""
MINUS_SIGNS = frozenset("-\u2212\u2013")
"""What makes a number negative: the hyphen as typed, the true minus, the en dash."""
