"""The cache folder: the platform's, or `PUBMAN_CACHE_DIR`. What is in it can be lost at any time."""

from __future__ import annotations

import os
from pathlib import Path


def folder() -> Path:
    """Where the cache is; it need not exist."""
    if chosen := os.environ.get("PUBMAN_CACHE_DIR"):
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("pubman", appauthor=False)
