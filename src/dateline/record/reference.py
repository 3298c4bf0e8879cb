"""Official records, claims held against them, and the analyst's questions that need both."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.query.asking.dossier import Dossier
from dateline.query.asking.questions import Questions
from dateline.record.held import Held
from dateline.store import ReferenceReader

if TYPE_CHECKING:
    from dateline.pipeline.referencing import Imported
    from dateline.verify import Checked


class Referring(Held):
    """What is asked with the official records at hand."""

    @property
    def ask(self) -> Questions:
        """The analyst's questions: ``record.ask.suppliers("MMR", first=2015, last=2019)``, ``.contacts`` and so on."""
        return Questions(self.store)

    def dossier(self, of: str, partner: str | None = None, *, day: dt.date | None = None) -> Dossier:
        """All answers about a state, or about two; see :func:`dateline.pipeline.dossier.make_dossier`."""
        from dateline.pipeline.dossier import make_dossier

        return make_dossier(self.store, of, partner, day=day)

    def reference(self) -> ReferenceReader:
        """The official records: registers, roll calls, lists; see :class:`dateline.query.reference.ReferenceReader`."""
        return self.store.reference

    def import_reference(
        self,
        kind: str,
        path: str | os.PathLike[str],
        *,
        vintage: str | None = None,
        retrieved: dt.date | None = None,
        on_row: Callable[[int], None] | None = None,
    ) -> Imported:
        """Import a reference file, all or nothing; see :func:`dateline.pipeline.referencing.import_reference`."""
        from dateline.pipeline.referencing import import_reference

        return import_reference(self.store, kind, Path(path), vintage=vintage, retrieved=retrieved, on_row=on_row)

    def check(self, key: str) -> tuple[Checked, ...]:
        """The claims of a document or event, each with its verdict; imported records are asked, and what ships.

        Raises:
            UsageError: no document or event has that id, or the document is not coded yet.
        """
        from dateline.pipeline.checking import check_document, check_event, with_starter  # takes time to load

        facts = with_starter(self.reference())
        if self.store.head(key) is not None:
            return check_document(self.store, key, facts)
        return check_event(self.store, key, facts)
