"""What people decide: which entities, and which events, are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import Judgement, JudgementKind
from dateline.record.held import Held
from dateline.store import JudgementRow

if TYPE_CHECKING:
    from dateline.resolve.identity import Suggestion


class Judging(Held):
    """Judgements, and what waits for one."""

    def suggest(self) -> list[Suggestion]:
        """Pairs of entities that may be one and that nobody judged yet, best first; nothing is merged."""
        from dateline.pipeline.suggesting import suggestions  # what compares names takes time to load

        return suggestions(self.store)

    def judge(
        self,
        kind: JudgementKind | str,
        left: str,
        right: str,
        *,
        why: str = "",
        who: str | None = None,
        force: bool = False,
    ) -> Judgement:
        """Decide that two entities, or two events, are the ``same``, ``different`` or ``unsure``.

        Reading follows at once; which mentions are one event is decided anew by the next run.

        Raises:
            UsageError: an id that is not there; a chain of judgements that contradicts this one.
        """
        from dateline.pipeline.judging import judge

        return judge(self.store, kind, left, right, why=why, who=who, force=force)

    def undo(self, judgement_id: str, *, who: str | None = None) -> JudgementRow:
        """Let a judgement stand no more; it is kept, with who undid it."""
        from dateline.pipeline.judging import undo

        return undo(self.store, judgement_id, who=who)

    def judgements(self, entity_id: str | None = None) -> tuple[JudgementRow, ...]:
        """All judgements, or those on one entity; oldest first, undone ones too."""
        return self.store.judgements(entity_id)
