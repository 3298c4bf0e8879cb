"""Record: the façade. Add reports, run, ask.

::

    with open_record("dateline.db") as record:
        record.add("reports/")
        record.run()
        for row in record.events(EventFilter(country=("MMR",))).rows:
            ...
"""

from __future__ import annotations

from dateline.record.addable import Addable
from dateline.record.facade import Record
from dateline.record.opening import DEFAULT, ENVIRONMENT, open_record, record_path
from dateline.record.single import check, code

__all__ = ["DEFAULT", "ENVIRONMENT", "Addable", "Record", "check", "code", "open_record", "record_path"]
