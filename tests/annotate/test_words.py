from __future__ import annotations

from dateline.annotate.models import load_english
from dateline.annotate.parsed import rows
from dateline.annotate.words import Words, naming, word_key


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


def test_words_that_no_pattern_names_are_alike_to_the_ruler() -> None:
    named = naming([{"patterns": [[{"LOWER": "but", "TAG": "CC"}], [{"LOWER": {"IN": ["a", "e.g."]}}]]}])
    assert [word for word in ("but", "butter", "a", "e.g.", "eggs") if named.search(word)] == ["but", "a", "e.g."]


def test_patterns_that_look_at_more_than_the_word_make_every_word_its_own() -> None:
    assert naming([{"patterns": [[{"SHAPE": "dd"}]]}]).search("table")
    assert naming([{"patterns": [[{"LOWER": {"NOT_IN": ["a"]}}]]}]).search("table")


def test_rows_are_the_tokens_of_a_parse() -> None:
    text = "Norland withdrew its troops. It didn't say why."
    doc = load_english()(text)
    assert [(row.start, row.end, row.tag, row.dep, row.head, row.opens) for row in rows(doc, text)] == [
        (t.idx, t.idx + len(t), t.tag_, t.dep_, t.head.i, bool(t.is_sent_start)) for t in doc
    ]
