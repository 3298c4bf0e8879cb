"""Matrix products of a spaCy model by numpy's own library, which is up to three times as fast as thinc's default."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

_SET = "scipy_openblas_set_num_threads64_"
_GET = "scipy_openblas_get_num_threads64_"


def multiply_by_numpy(nlp: Any) -> None:
    """Let the components of a loaded pipeline multiply by numpy; parses stay the same but for rounding."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in () if model is None else model.walk():
            node.ops = ops


@contextmanager
def one_thread() -> Iterator[None]:
    """Keep numpy's products on one core: these are too small to gain by more, and processes share the machine.

    A numpy that was built on another library than its wheels' OpenBLAS keeps that library's own setting.
    """
    library = _openblas()
    if library is None:
        yield
        return
    before = library[_GET]()
    library[_SET](1)
    try:
        yield
    finally:
        library[_SET](before)


@cache
def _openblas() -> ctypes.CDLL | None:
    """The OpenBLAS that numpy's wheels bring, reached through the module that links it."""
    import numpy as np

    library = ctypes.CDLL(np._core._multiarray_umath.__file__)  # type: ignore[attr-defined]  # noqa: SLF001
    return library if hasattr(library, _SET) and hasattr(library, _GET) else None
