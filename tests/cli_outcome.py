"""The command line run on the record of :mod:`asking_samples`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from dateline.cli.app import run
from dateline.record import Record


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Ask = Callable[..., Done]


@pytest.fixture
def ask(asked: Record, capsys: pytest.CaptureFixture[str]) -> Ask:
    def call(*arguments: str) -> Done:
        code = run([*arguments, "--record", asked.location])
        held = capsys.readouterr()
        return Done(code, held.out, held.err)

    return call
