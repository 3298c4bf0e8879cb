from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Annotations

Annotate = Callable[..., Annotations]


def meant(annotate: Annotate, text: str, words: str, *, title: str | None = None) -> list[str]:
    return [each.name for each in annotate(text, title=title).references if each.evidence.text == words]


def test_a_pronoun_is_no_other_party_of_its_verb(annotate: Annotate) -> None:
    text = "Kyaw Soe Naing rebuked the coup in an angry speech. Aung Thein Lwin fired him soon after."
    assert meant(annotate, text, "him") == ["Kyaw Soe Naing"]


def test_he_goes_on_with_the_subject(annotate: Annotate) -> None:
    text = "Envoy Pavel Orlov met Minister Ivan Petrov in Minsk. He promised new engines."
    assert meant(annotate, text, "He") == ["Pavel Orlov"]


def test_gender_agrees(annotate: Annotate) -> None:
    text = "Mr. Orlov wrote to Ms. Dahl. She did not answer."
    assert meant(annotate, text, "She") == ["Dahl"]


def test_a_name_that_follows_the_pronoun(annotate: Annotate) -> None:
    assert meant(annotate, "In his first speech, Pavel Orlov promised new engines.", "his") == ["Pavel Orlov"]


def test_the_speaker_is_not_he_in_his_own_words(annotate: Annotate) -> None:
    text = "Pavel Orlov met Ivan Petrov. “I trust him,” Orlov said."
    found = annotate(text).references
    assert [each.name for each in found if each.evidence.text == "I"] == ["Pavel Orlov"]
    assert [each.name for each in found if each.evidence.text == "him"] == ["Ivan Petrov"]


def test_it_is_the_state_that_speaks(annotate: Annotate) -> None:
    assert meant(annotate, "Norway said it would send tanks.", "it") == ["Norway"]


@pytest.mark.parametrize(
    "text", ["Norway waited. It took three months to act.", "Norway knew it was clear that rain fell."]
)
def test_empty_it_means_nothing(annotate: Annotate, text: str) -> None:
    assert not [each for each in annotate(text).references if each.evidence.text.lower() == "it"]


def test_titles_mean_the_one_who_bears_them(annotate: Annotate) -> None:
    text = (
        "Foreign Minister Ingrid Dahl met Defence Minister Pavel Orlov in Oslo. Later the defence minister flew home, "
        "and the foreign minister gave a speech."
    )
    assert meant(annotate, text, "the defence minister") == ["Pavel Orlov"]
    assert meant(annotate, text, "the foreign minister") == ["Ingrid Dahl"]


def test_an_apposition_gives_a_title(annotate: Annotate) -> None:
    text = "Pavel Orlov, director general of Uralexport, met Ivan Petrov. {} signed a contract."
    for words in ("The director general", "The director"):
        assert meant(annotate, text.format(words), words) == ["Pavel Orlov"]


def test_a_director_general_is_no_general(annotate: Annotate) -> None:
    text = "Pavel Orlov, director general of Uralexport, met General Ivan Petrov. Then the general left."
    assert meant(annotate, text, "the general") == ["Ivan Petrov"]


def test_a_new_description_goes_on_with_the_subject_before(annotate: Annotate) -> None:
    text = "Junta leader Aung Thein Lwin met Ivan Petrov. The commander of the northern army also met Pavel Orlov."
    assert meant(annotate, text, "The commander of the northern army") == ["Aung Thein Lwin"]


def test_the_country_is_no_party_of_its_own_clause(annotate: Annotate) -> None:
    text = (
        "Kenya buys many weapons. Kenya has fought rebels for years, and Kenya needs new engines. "
        "After China, Norway is the second-largest supplier of arms to the country."
    )
    assert meant(annotate, text, "the country") == ["Kenya"]


def test_a_regime_is_that_of_the_state_in_mind(annotate: Annotate) -> None:
    assert meant(annotate, "Kenya held a vote. Critics of the regime were jailed.", "the regime") == ["regime of Kenya"]


def test_bodies_by_what_they_are(annotate: Annotate) -> None:
    text = "The National Reform Council met Dahl of the Karen National Union. Dahl urged the council to act."
    assert meant(annotate, text, "the council") == ["National Reform Council"]


def test_short_names_and_initials(annotate: Annotate) -> None:
    text = "Envoy Pavel Orlov met the National Reform Council (NRC). Mr. Orlov thanked the NRC."
    assert meant(annotate, text, "Orlov") == ["Pavel Orlov"]
    assert meant(annotate, text, "NRC") == ["National Reform Council", "National Reform Council"]


def test_a_full_name_in_the_headline_alone(annotate: Annotate) -> None:
    text = "Orlov said on Monday that he would fly to Minsk."
    (found,) = [
        each
        for each in annotate(text, title="Envoy Pavel Orlov flies to Minsk").references
        if each.evidence.text == "Orlov"
    ]
    assert (found.name, found.antecedent) == ("Pavel Orlov", None)


def test_both_sides_are_two(annotate: Annotate) -> None:
    text = "Kenya and Norway signed a treaty. Both sides hailed it."
    assert sorted(meant(annotate, text, "Both sides")) == ["Kenya", "Norway"]


def test_they_are_the_plural_subject(annotate: Annotate) -> None:
    text = "Norwegian officials met Pavel Orlov. They promised new engines."
    assert meant(annotate, text, "They") == ["Norwegian officials"]


def test_a_group_told_more_fully_before(annotate: Annotate) -> None:
    text = "Kenyan protesters filled the square. Police fired at the protesters."
    assert meant(annotate, text, "the protesters") == ["Kenyan protesters"]


def test_references_quote_the_text_and_give_reasons(annotate: Annotate) -> None:
    text = "Pavel Orlov flew to Kenya. He praised the country, and the government thanked him."
    found = annotate(text).references
    assert found
    for each in found:
        each.evidence.check(text)
        if each.antecedent is not None:
            each.antecedent.check(text)
        assert each.reason
        assert 0 < each.certainty < 1


def test_they_are_the_two_who_met(annotate: Annotate) -> None:
    text = "Pavel Orlov met with Ingrid Dahl on Monday where they signed a contract."
    assert sorted(meant(annotate, text, "they")) == ["Ingrid Dahl", "Pavel Orlov"]


def test_a_slip_of_the_pen_is_the_same_body(annotate: Annotate) -> None:
    text = "He met the head of Uralexport. Uralexsport is the only exporter of engines, according to their website."
    assert meant(annotate, text, "Uralexsport") == ["Uralexport"]
    assert meant(annotate, text, "their") == ["Uralexport"]


def test_we_is_the_state_of_the_speaker(annotate: Annotate) -> None:
    text = "“We will send engines,” Norwegian Foreign Minister Ingrid Dahl said."
    assert meant(annotate, text, "We") == ["Norway"]


def test_a_former_minister_is_not_the_one_in_office(annotate: Annotate) -> None:
    text = (
        "Foreign Minister Ingrid Dahl met former foreign minister Pavel Orlov. Then the former foreign minister left."
    )
    assert meant(annotate, text, "the former foreign minister") == ["Pavel Orlov"]
