"""The table of phrases: case, glue, longest match."""

from __future__ import annotations

from dateline.vocab.fold import fold, key, slug, words
from dateline.vocab.phrase_index import PhraseIndex


def index(*phrases):
    made = PhraseIndex()
    for phrase in phrases:
        made.add(phrase, phrase)
    return made


def test_folding():
    assert fold("Erdoğan") == "erdogan"
    assert fold("Łódź") == "lodz"
    assert key("Kim Jong-un") == "kim jong un"
    assert slug("Côte d'Ivoire") == "cote-d-ivoire"
    assert slug("!") == "unnamed"


def test_words_keep_offsets_of_the_text_as_it_is():
    text = "Ünal’s İzmir"
    assert [text[word.start : word.end] for word in words(text)] == ["Ünal", "s", "İzmir"]


def test_the_longest_phrase_wins():
    found = list(index("South", "South Korea", "South Korea's army").find("the South Korea's army left South"))
    assert [match.values for match in found] == [("South Korea's army",), ("South",)]


def test_acronyms_need_capitals_words_need_one_and_lower_case_matches_any():
    made = index("WHO", "Hamas", "state media")
    text = "Who asked hamas? State Media and the WHO asked HAMAS."
    assert [text[each.start : each.end] for each in made.find(text)] == ["State Media", "WHO", "HAMAS"]


def test_wordlike_acronyms_are_not_trusted_in_a_headline():
    assert list(index("US").find("NOBODY TELLS US ANYTHING")) == []
    assert len(list(index("US").find("Nobody tells US anything"))) == 1


def test_words_hang_together_only_by_glue():
    made = index("Kim Jong Un", "St. Petersburg", "Army Chief")
    assert len(list(made.find("Kim Jong-Un"))) == 1
    assert len(list(made.find("St. Petersburg"))) == 1
    assert list(made.find("Kim, Jong Un")) == []
    assert list(made.find("He left the Army. Chief among them")) == []


def test_a_dotted_acronym_keeps_its_last_dot():
    text = "the U.S. said"
    (match,) = index("U.S.").find(text)
    assert text[match.start : match.end] == "U.S."


def test_several_values_of_one_phrase_come_in_order():
    made = PhraseIndex()
    made.add("RSF", 1)
    made.add("RSF", 2)
    assert made.lookup("RSF") == (1, 2)
    assert made.lookup("rsf") == ()
    assert dict(made.phrases()) == {"rsf": (1, 2)}
