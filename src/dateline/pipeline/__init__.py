"""Compose the stages; resume, skip what is done, keep what fails with its reason."""

from __future__ import annotations

from dateline.pipeline.adding import AddReport, add
from dateline.pipeline.compose import Failed, Pipeline, Processed, make_pipeline
from dateline.pipeline.fusing import fuse_record
from dateline.pipeline.running import Progress, RunReport, run
from dateline.pipeline.settings import Settings

__all__ = [
    "AddReport",
    "Failed",
    "Pipeline",
    "Processed",
    "Progress",
    "RunReport",
    "Settings",
    "add",
    "fuse_record",
    "make_pipeline",
    "run",
]
