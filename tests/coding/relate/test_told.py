from __future__ import annotations

from dateline.coding.relate.told import told
from dateline.model import EventMention, Evidence, Modality, Party

TEXT = "Freedonia condemned Sylvania after its troops shelled Ruritania."
TYPES = ("ACCUSE", "ASSAULT", "AID")
FREEDONIA, SYLVANIA, RURITANIA = (0, 9), (20, 28), (54, 63)


def _party(place: tuple[int, int]) -> Party:
    return Party(evidence=Evidence.of(TEXT, *place), name="a party")


def _mention(
    kind: str, certainty: float, actors: list[tuple[int, int]], recipients: list[tuple[int, int]]
) -> EventMention:
    return EventMention(
        id="m",
        document_id="d",
        sentence=0,
        event_key="",
        event_type=kind,
        mode=None,
        contexts=(),
        trigger=Evidence.of(TEXT, 10, 19),
        actors=tuple(map(_party, actors)),
        recipients=tuple(map(_party, recipients)),
        when=None,
        where=None,
        modality=Modality.ASSERTED,
        attributed_to=None,
        magnitudes=(),
        arms=None,
        certainty=certainty,
        coder="test",
        because=(),
    )


ACCUSE = _mention("ACCUSE", 0.5, [FREEDONIA], [SYLVANIA])
ASSAULT = _mention("ASSAULT", 0.8, [SYLVANIA], [RURITANIA])


def _worth(*place: tuple[int, int] | None) -> list[float]:
    actor, recipient = place
    return [round(float(each), 3) for each in told([ACCUSE, ASSAULT], TYPES, actor, recipient)]


def test_a_mention_between_the_parties_counts_whole_and_another_little() -> None:
    assert _worth(FREEDONIA, SYLVANIA) == [0.5, 0.16, 0.0]


def test_one_party_that_agrees_counts_in_part() -> None:
    assert _worth(SYLVANIA, FREEDONIA) == [0.1, 0.48, 0.0]


def test_the_named_party_decides_where_the_other_is_unsaid() -> None:
    assert _worth(SYLVANIA, None) == [0.1, 0.8, 0.0]
    assert _worth(None, SYLVANIA) == [0.5, 0.16, 0.0]


def test_two_actors_of_one_act_agree_with_actor_and_recipient() -> None:
    mutual = _mention("AID", 0.6, [FREEDONIA, SYLVANIA], [])
    assert round(float(told([mutual], TYPES, FREEDONIA, SYLVANIA)[2]), 3) == 0.6
