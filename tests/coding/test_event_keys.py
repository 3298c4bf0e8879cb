from __future__ import annotations

from collections.abc import Callable

from dateline.coding.event_keys import name_words, parties_agree
from dateline.model import Coding, Party

Code = Callable[..., Coding]


def test_the_same_act_told_twice_has_one_key(code: Code) -> None:
    mentions = code("Rwanda attacked rebels in Goma. The attack by Rwanda killed nine rebels.").mentions
    keys = {mention.event_key for mention in mentions if mention.event_type == "ASSAULT"}
    assert len(keys) == 1


def test_acts_between_others_have_another_key(code: Code) -> None:
    mentions = code("Norway condemned Belarus. Angola condemned Zambia.").mentions
    assert len({mention.event_key for mention in mentions}) == 2


def test_a_mention_without_parties_takes_them_from_its_happening(code: Code) -> None:
    mentions = code("Rwanda bombed the rebels. The bombing lasted an hour.").mentions
    last = [mention for mention in mentions if mention.trigger.text == "bombing"][-1]
    assert [party.name for party in last.actors] == ["Rwanda"]
    assert all(party.evidence is None for party in last.actors)


def test_names_agree_by_their_telling_words() -> None:
    assert parties_agree([Party(evidence=None, name="President Ruto")], [Party(evidence=None, name="William Ruto")])
    assert not parties_agree([Party(evidence=None, name="the president")], [Party(evidence=None, name="Kenya")])
    assert name_words("the President of Kenya") == {"kenya"}
