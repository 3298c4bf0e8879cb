"""The pipeline that the settings describe. Stages are imported here, when they are needed: models are heavy."""

from __future__ import annotations

from dateline.errors import UsageError
from dateline.pipeline.process import Failed, Pipeline, Processed
from dateline.pipeline.protocols import Annotator, Coder, Resolver
from dateline.pipeline.settings import Settings

__all__ = ["Failed", "Pipeline", "Processed", "make_pipeline"]

_SHIPPED = "default"


def make_pipeline(settings: Settings | None = None) -> Pipeline:
    """Build the stages that ``settings`` name (default: what ships).

    Raises:
        UsageError: no such coder or annotator, or a coder's option does not fit.
        ModelMissing: the annotator's model is not installed.
    """
    settings = settings or Settings()
    coder = _coder(settings)  # before the annotator, which takes long to load: a wrong name is told at once
    return Pipeline(_annotator(settings), coder, _resolver(), settings)


def _annotator(settings: Settings) -> Annotator:
    if settings.annotator != _SHIPPED:
        raise UsageError(f"annotator {settings.annotator!r}", "there is none of that name", f"use {_SHIPPED!r}")
    from dateline.annotate import make_annotator

    return make_annotator()


def _coder(settings: Settings) -> Coder:
    from dateline.coding import make_coder

    return make_coder(settings.coder, dict(settings.coder_options))


def _resolver() -> Resolver:
    from dateline.resolve import make_resolver

    return make_resolver()
