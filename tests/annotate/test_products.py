import spacy

from dateline.annotate import products
from dateline.annotate.models import load_english


def _parsed(nlp, text):
    return [(token.tag_, token.dep_, token.head.i) for token in nlp(text)]


def test_a_model_that_multiplies_by_numpy_parses_the_same():
    text = "Norland's prime minister met the envoy in Eastport on Monday and promised to withdraw the troops."
    quick = spacy.load(load_english().path, exclude=["ner"])
    before = _parsed(quick, text)
    products.multiply_by_numpy(quick)
    assert not quick.get_pipe("tok2vec").model.ops.use_blis
    assert _parsed(quick, text) == before


class _Library(dict):
    def __init__(self):
        self.threads = 7
        super().__init__({products._GET: lambda: self.threads, products._SET: self._set})

    def _set(self, count):
        self.threads = count


def test_products_run_on_one_thread_and_the_setting_comes_back(monkeypatch):
    library = _Library()
    monkeypatch.setattr(products, "_openblas", lambda: library)
    with products.one_thread():
        assert library.threads == 1
    assert library.threads == 7


def test_another_library_keeps_its_own_setting(monkeypatch):
    monkeypatch.setattr(products, "_openblas", lambda: None)
    with products.one_thread():
        pass
