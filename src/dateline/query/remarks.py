"""What a reader should know of reports beside their text: that they are copies, or were withdrawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model.copies import Copy
from dateline.store import Store
from dateline.store.watching import Withdrawal

__all__ = ["Remarks", "remarks"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """Of one report: what it is a copy or version of, and that its publisher withdrew it."""

    copies: tuple[Copy, ...] = ()
    withdrawal: Withdrawal | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """In words, one line each."""
        found = [copy.reason for copy in self.copies]
        if self.withdrawal is not None:
            found.append(f"withdrawn, noticed {self.withdrawal.withdrawn:%Y-%m-%d}: {self.withdrawal.reason}")
        return tuple(found)


def remarks(store: Store, documents: Iterable[str]) -> dict[str, Remarks]:
    """What there is to say of each of these reports."""
    wanted = tuple(dict.fromkeys(documents))
    copies = store.copies(wanted) if wanted else ()
    return {
        each: Remarks(copies=tuple(copy for copy in copies if copy.document == each), withdrawal=store.withdrawal(each))
        for each in wanted
    }
