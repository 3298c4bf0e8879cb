from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest

from dateline.annotate import make_annotator
from dateline.coding.encoder import EncoderCoder
from dateline.coding.encoder.model import Encoder, shipped
from dateline.coding.encoder.pieces import Layout, token_scores
from dateline.errors import ModelMissing
from dateline.model import Coding, Document, Token

SENTENCES = {
    "The foreign minister of Chad visited Niamey for talks with his counterpart on Tuesday.": "CONSULT",
    "Ukraine's parliament accused the ministry of hiding the losses.": "ACCUSE",
    "Police in Conakry arrested eleven opposition activists.": "COERCE",
    "The European Union imposed sanctions on two Belarusian banks.": "SANCTION",
    "Rebels shelled the town, killing nine civilians.": "ASSAULT",
}


@pytest.fixture(scope="module")
def code() -> Callable[[str], Coding]:
    annotator, coder = make_annotator(), EncoderCoder()

    def run(text: str) -> Coding:
        document = Document.of(text)
        (annotations,) = annotator.annotate([document])
        coding = coder.code(document, annotations)
        coding.check(text)
        return coding

    return run


@pytest.mark.parametrize(("text", "kind"), SENTENCES.items())
def test_plain_acts_get_their_type(code: Callable[[str], Coding], text: str, kind: str) -> None:
    assert kind in {mention.event_type for mention in code(text).mentions}


def test_a_match_report_has_no_events(code: Callable[[str], Coding]) -> None:
    assert not code("Chelsea scored twice after the break and the striker left the pitch to applause.").mentions


def test_same_text_same_coding(code: Callable[[str], Coding]) -> None:
    text = " ".join(SENTENCES)
    assert code(text) == code(text)


def test_every_mention_says_what_the_encoder_read(code: Callable[[str], Coding]) -> None:
    for mention in code(" ".join(SENTENCES)).mentions:
        assert any(because.reason.startswith("the encoder reads") for because in mention.because)
        assert 0.0 < mention.certainty < 1.0


def test_nothing_to_read_gives_no_scores() -> None:
    offsets, scores = shipped().score("", [])
    assert offsets == []
    assert scores.shape == (0, shipped().layout.bounds[-1])


def test_offsets_are_code_points_of_the_document() -> None:
    text = "🛑 Chad visited Niamey. Mali left."
    offsets, _ = shipped().score(text, [(2, 22), (23, 33)])
    assert {"Mali", "left"} <= {text[a:b] for a, b in offsets}


def test_a_missing_model_says_so(tmp_path: object) -> None:
    with pytest.raises(ModelMissing, match="is not there"):
        Encoder(tmp_path)  # type: ignore[arg-type]


def test_a_token_has_the_highest_score_of_its_pieces() -> None:
    layout = Layout(types=("A", "B"), modalities=(), modes=(), role=0)
    tokens = [
        Token(i=i, start=a, end=b, text="", lemma="", pos="", tag="", dep="", head=i, sentence=0)
        for i, (a, b) in enumerate([(0, 6), (7, 9)])
    ]
    pieces = np.array([[1.0, -2.0], [-1.0, 3.0]], np.float32)
    told = token_scores(tokens, [(0, 3), (3, 6)], pieces, layout)
    assert told.types[0].tolist() == [1.0, 3.0]
    assert told.types[1].tolist() == [-8.0, -8.0]


def test_the_coder_needs_no_torch() -> None:
    script = (
        "import sys; from dateline.coding.encoder import EncoderCoder; EncoderCoder(); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
