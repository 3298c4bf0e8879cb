from __future__ import annotations

from dateline.vocab.name_customs import Custom, _countries, has_custom, stem
from dateline.vocab.territories import territories


def test_every_custom_has_countries_that_there_are() -> None:
    for custom in Custom:
        assert _countries(custom)
        assert _countries(custom) <= set(territories())


def test_a_country_has_its_customs_and_no_country_has_none() -> None:
    assert has_custom("MMR", Custom.EVERY_WORD)
    assert not has_custom("MMR", Custom.ONE_SPELLING)
    assert not has_custom("RUS", Custom.ONE_SPELLING)
    assert not any(has_custom(None, custom) for custom in Custom)


def test_a_stem_lacks_the_longest_common_ending() -> None:
    assert [stem(word) for word in ("ryabkov", "sokolova", "merkel")] == ["ryabk", "sokol", "merkel"]
