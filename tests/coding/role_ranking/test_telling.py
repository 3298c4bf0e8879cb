"""What other acts of a report say about the parties of one."""

from __future__ import annotations

from collections.abc import Callable

from dateline.coding.drafting import Drafter
from dateline.coding.role_ranking.acts import figures_of, make_act
from dateline.coding.role_ranking.telling import Telling, told_acts
from dateline.model import Annotations, Document
from dateline.vocab.triggers import lexicon

Annotate = Callable[..., tuple[Document, Annotations]]
TEXT = (
    "Norway condemned Belarus on Monday. Sweden praised Finland. The price of bread rose. Rain fell in the hills. "
    "The mayor slept. The condemnation was repeated later."
)


def _features(annotate: Annotate) -> dict[str, set[str]]:
    document, annotations = annotate(TEXT)
    drafter = Drafter(document, annotations, lexicon(), "test")
    sketches = {sketch.candidate.head: sketch for sketch in drafter.sketches()}
    tree, figures = drafter.tree, drafter.ranker.figures
    told = told_acts(tree, figures, [(h, s.decision.event_type, s.roles) for h, s in sketches.items()])
    last = max(sketches)
    sketch = sketches[last]
    assert tree.tokens[last].lemma == "condemnation"
    act = make_act(tree, drafter._speakers, sketch.candidate, sketch.option, "ACCUSE", sketch.roles)
    parties = [figures.at(i) for held in told for i in sorted(held.actors | held.recipients)]
    listed = figures_of(act, figures, parties)
    telling = Telling(act, told, figures, tree)
    return {figure.who: set(telling.features(figure)) for figure in listed}


def test_parties_of_any_act_of_the_report_may_be_meant(annotate: Annotate) -> None:
    assert {"NOR", "BLR", "SWE", "FIN"} <= _features(annotate).keys()


def test_who_did_the_like_before_is_told(annotate: Annotate) -> None:
    found = _features(annotate)
    assert {"told acts 1", "told undergoes 0", "far told acts 1"} <= found["NOR"]
    assert {"told acts 0", "told undergoes 1"} <= found["BLR"]
    assert "told acts 0" in found["SWE"], "praise is no condemnation"
