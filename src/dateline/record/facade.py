"""The façade over one record: what fills it, with all that it can be asked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline import pipeline
from dateline.model import Document
from dateline.pipeline import AddReport, RunReport, Settings
from dateline.pipeline.adding import OnAdded
from dateline.pipeline.running import OnProgress
from dateline.record.addable import Addable, read_reports
from dateline.record.judging import Judging
from dateline.record.reading import Reading
from dateline.record.reference import Referring
from dateline.sources import Hints, Unread

if TYPE_CHECKING:
    from dateline.watching import Round, WatchConfig


class Record(Reading, Judging, Referring):
    """A record of reports and what they say happened.

    Args:
        store: Where it lies; :func:`open_record` opens one.
    """

    def add(
        self, reports: Addable | Iterable[Addable], *, hints: Hints | None = None, on_added: OnAdded | None = None
    ) -> AddReport:
        """Add reports; what is there already changes nothing, what cannot be read goes to :meth:`rejects`.

        Args:
            reports: Paths of files or folders, web addresses, Documents, or what ``dateline.sources`` yields.
            hints: What the caller knows of the files (publisher, day of publication).
            on_added: Called after each report with what was done.

        Raises:
            StoreError: the database cannot be written.
        """
        each = [reports] if isinstance(reports, str | os.PathLike | Document | Unread) else reports
        return pipeline.add(self.store, read_reports(each, hints or Hints()), on_added)

    def run(self, settings: Settings | None = None, progress: OnProgress | None = None) -> RunReport:
        """Code what is not coded yet and fuse mentions into events; a run that was killed goes on.

        Raises:
            ModelMissing: the language model is not installed.
            StoreError: the database cannot be written.
        """
        return pipeline.run(self.store, settings, progress)

    def watch(
        self, config: WatchConfig, *, settings: Settings | None = None, once: bool = False, polls: int | None = None
    ) -> Iterator[Round]:
        """Watch feeds and send alerts, round by round; see :func:`dateline.watching.watch`.

        Args:
            config: What :func:`dateline.watching.read_config` reads.
            settings: Options of coding.
            once: One round.
            polls: End after so many polls.

        Raises:
            StoreError: another process watches this record.
        """
        from dateline.watching import watch  # httpx takes time to load

        return watch(self.store, config, settings=settings, once=once, polls=polls)
