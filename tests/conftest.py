from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data beside the repository; tests that need it skip where it is not there."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("development data is not beside the repository")
    return SHARED
