"""The command line. stdout is data, stderr is talk, ``-`` is standard input.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 partly done, 4 accuracy gate not met, 130 interrupted.
"""

from __future__ import annotations

from dateline.cli.app import main

__all__ = ["main"]
