"""No test sees or touches the cache of the person who runs it."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("PUBMAN_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
