from __future__ import annotations

from dateline.annotate.models import load_english
from dateline.annotate.words import Words, word_key


def test_words_agree_with_the_model_own_rules() -> None:
    nlp = load_english()
    doc = nlp("The ministers have agreed that they will meet, but no date was set for the talks.")
    words = Words(nlp)
    words.learn(word_key(token.text, token.tag_, token.dep_) for token in doc)
    for token in doc:
        assert words[word_key(token.text, token.tag_, token.dep_)] == (token.pos_, token.lemma_.lower())


def test_labels_count_only_where_they_tell_something() -> None:
    assert word_key("table", "NN", "dobj") == word_key("table", "NN", "pobj")
    assert word_key("has", "VBZ", "aux") != word_key("has", "VBZ", "ROOT")


def test_learning_nothing_is_fine() -> None:
    Words(load_english()).learn([])
