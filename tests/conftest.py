"""How hypothesis tries a law, for every test."""

from __future__ import annotations

import os

from hypothesis import settings

# No deadline: on a busy machine a slow example says nothing about the code. In CI the examples are the same every time.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")
