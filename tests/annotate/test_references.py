from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dateline.annotate import ReportAnnotator
from dateline.model import Annotations, Document

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


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Norway condemned Dahl's sanctions against it.", "it", ["Norway"]),
        ("Kenya accused Norway of breaking its promises.", "its", ["Norway"]),
        ("Before its latest raid, Norway warned the rebels.", "its", ["Norway"]),
        ("The police would not say whom it had led away.", "it", ["police"]),
        ("Only nine countries voted against it.", "it", []),
    ],
)
def test_it_and_its(annotate: Annotate, text: str, words: str, expected: list[str]) -> None:
    assert meant(annotate, text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kenya and Norway hold talks. Both sides blamed each other.", "each other", ["Kenya", "Norway"]),
        ("Kenya and Norway hold talks. Each side blamed the other.", "the other", ["Kenya"]),
        ("Pavel Orlov flew to Ingrid Dahl. Since they met, all is calm.", "they", ["Pavel Orlov", "Ingrid Dahl"]),
        ("Pavel Orlov hosted Ingrid Dahl in Oslo. They dined alone.", "They", ["Pavel Orlov", "Ingrid Dahl"]),
        ("The Kenyan army and the Norwegian army met. Both sides left.", "Both sides", ["Kenya", "Norway"]),
    ],
)
def test_two_parties_in_one_phrase(annotate: Annotate, text: str, words: str, expected: list[str]) -> None:
    assert sorted(meant(annotate, text, words)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Islamic State seized the town. Troops fought the extremists for days.", "the extremists", "Islamic State"),
        ("Troops fought Ugandan rebels. The rebel forces fled.", "The rebel forces", "Ugandan rebels"),
        ("Saudi Arabia met Iran. Iran spoke; Iran left. The kingdom was silent.", "The kingdom", "Saudi Arabia"),
        ("Rodong Sinmun printed a letter. Later the paper praised Norway.", "the paper", "Rodong Sinmun"),
        (
            "Kenya voted in May. Later the military-led interim government raised taxes.",
            "the military-led interim government",
            "military-led interim government of Kenya",
        ),
    ],
)
def test_descriptions_of_bodies_and_people(annotate: Annotate, text: str, words: str, expected: str) -> None:
    assert meant(annotate, text, words) == [expected]


def test_the_former_minister_by_an_office_held_before(annotate: Annotate) -> None:
    text = "Former CIA chief Leon Panetta spoke in Oslo. The former defence secretary warned of war."
    found = annotate(text, published=dt.date(2014, 10, 6)).references
    assert [each.name for each in found if each.evidence.text.startswith("The former")] == ["Leon Panetta"]


def test_a_description_ends_before_place_and_time(annotate: Annotate) -> None:
    text = "Angela Merkel flew to Washington. Donald Trump met the German leader at the White House."
    assert meant(annotate, text, "the German leader") == ["Angela Merkel"]


def test_we_is_the_body_that_the_speaker_speaks_for(annotate: Annotate) -> None:
    assert meant(annotate, "“We will fight on,” Hamas spokesman Sami Orlov said.", "We") == ["Hamas"]


def test_the_author_of_a_printed_statement(annotate: Annotate) -> None:
    text = "Foreign Minister Ingrid Dahl said:\n\nI am glad that food has reached the town."
    assert meant(annotate, text, "I") == ["Ingrid Dahl"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Igor Orlov, deputy minister of defence of Belarus, made public the following press statement on Monday:"
            "\n\nA carrier came near. I denounce this.",
            "I",
            "Igor Orlov",
        ),
        (
            "A spokesman for the ministry of defence of Belarus released the following statement:\n\nA carrier came. "
            "We denounce this.",
            "We",
            "Belarus",
        ),
        ("The treaty is dead\nBy Ingrid Dahl\n\nI warned the minister last year.", "I", "Ingrid Dahl"),
    ],
)
def test_the_maker_of_a_text(annotate: Annotate, text: str, words: str, expected: str) -> None:
    assert meant(annotate, text, words) == [expected]


def test_a_male_given_name_is_not_she(annotate: Annotate) -> None:
    text = "Peter Orlov sent adviser Ingvild Dahl to Oslo, where she met students."
    assert meant(annotate, text, "she") == ["Ingvild Dahl"]


def test_the_joined_subject_is_both_sides(annotate: Annotate) -> None:
    text = "Hamas and Norway agreed to a truce. Both sides praised Qatar."
    assert sorted(meant(annotate, text, "Both sides")) == ["Hamas", "Norway"]


def test_the_voice_of_the_publisher(annotator: ReportAnnotator) -> None:
    text = "We will never give up our missiles."
    (found,) = annotator.annotate([Document.of(text, publisher="KCNA")])
    assert {each.name for each in found.references} == {"North Korea"}
    (found,) = annotator.annotate([Document.of(text, publisher="The Village Gazette")])
    assert not found.references


def test_they_in_a_quotation_are_the_other_state(annotate: Annotate) -> None:
    text = "Talks with China go on, President Donald Trump said. “They want a deal,” Trump said."
    assert meant(annotate, text, "They") == ["China"]


def test_us_in_capitals_is_no_pronoun(annotate: Annotate) -> None:
    text = "“We sent tanks to the US,” President Donald Trump said."
    assert not meant(annotate, text, "US")


def test_a_name_that_the_document_spells_out_beats_the_gazetteer(annotate: Annotate) -> None:
    text = "The National Reform Council (NRC) met. Later the NRC left."
    assert set(meant(annotate, text, "NRC")) == {"National Reform Council"}


def test_a_quotation_behind_a_colon_makes_nobody_author_of_the_rest(annotate: Annotate) -> None:
    text = "Minister Ingrid Dahl said:\n\n“Tanks will roll.”\n\nI walked home through the rain."
    assert not meant(annotate, text, "I")
