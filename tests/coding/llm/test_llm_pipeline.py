"""The ``llm`` coder in the pipeline: one bad answer costs one document, a shut door ends the run."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dateline.errors import EndpointError, EndpointUnavailable, UsageError
from dateline.pipeline import Failed, Pipeline, Processed, Settings, make_pipeline, run
from dateline.store import open_store
from llm_fakes import Asked, FakeEndpoint, MakeCoder, Reply, answer, completion, mention
from record_samples import FakeAnnotator, FakeCoder, FakeResolver, report

ACT = {"actors": [{"text": "Sweden"}], "recipients": [{"text": "Italy"}]}
TEXTS = ("Sweden condemned Italy.", "Sweden condemned Italy again.", "Sweden condemned Italy at last.")


def pipeline_of(coder: MakeCoder, **settings: object) -> Pipeline:
    return Pipeline(FakeAnnotator(), coder(retries=0, **settings), FakeResolver(), Settings())


def test_a_document_fails_alone(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    def rule(asked: Asked) -> Reply:
        again = "again" in asked.report["sentences"][0]["text"]
        return completion("no idea") if again else answer([mention(**ACT)])

    endpoint.rule = rule
    pipeline = pipeline_of(coder)
    outcomes = list(pipeline.process(map(report, TEXTS)))
    assert [type(outcome) for outcome in outcomes] == [Processed, Failed, Processed]
    assert isinstance(outcomes[1], Failed)
    assert isinstance(outcomes[1].error, EndpointError)
    assert pipeline.spent is not None
    assert "2 documents coded, 1 failed" in pipeline.spent


def test_a_wrong_key_is_told_once(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    endpoint.says(Reply(b'{"error": "wrong key"}', status=401))
    with pytest.raises(EndpointUnavailable, match="wrong key"):
        list(pipeline_of(coder).process(map(report, TEXTS)))
    assert len(endpoint.asked) == 1


def test_a_run_goes_on_where_the_endpoint_left_it(endpoint: FakeEndpoint, coder: MakeCoder, tmp_path: Path) -> None:
    endpoint.says([mention(**ACT)], Reply(b"", status=401), [mention(**ACT)])
    with open_store(tmp_path / "record.db", create=True) as store:
        for text in TEXTS:
            store.add_document(report(text))
        with pytest.raises(EndpointUnavailable):
            run(store, pipeline=pipeline_of(coder))
        told = run(store, pipeline=pipeline_of(coder))
        assert (told.resumed, told.coded, told.failed) == (True, 2, 0)
        assert told.spent is not None
        assert "2 documents coded" in told.spent
        assert len(list(store.all_mentions())) == 3


def test_other_coders_cost_nothing() -> None:
    assert Pipeline(FakeAnnotator(), FakeCoder(), FakeResolver(), Settings()).spent is None


def test_the_coder_is_chosen_by_name_and_options(endpoint: FakeEndpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_LLM_KEY_VAR", raising=False)
    monkeypatch.setenv("DATELINE_LLM_URL", endpoint.url)
    text = "Norway delivered six howitzers to Ukraine on Monday. The move was praised."
    act = {"actors": [{"text": "Norway"}], "recipients": [{"text": "Ukraine"}], "when": "on Monday"}
    endpoint.says([mention(0, "delivered", event_type="AID", mode=None, **act)])
    pipeline = make_pipeline(Settings(coder="llm", coder_options=(("model", "tiny"),)))
    (outcome,) = pipeline.process([report(text)])
    assert isinstance(outcome, Processed)
    (held,) = outcome.coding.mentions
    assert [party.country for party in held.actors + held.recipients] == ["NOR", "UKR"]
    assert "military" in held.contexts
    assert [magnitude.quantity for magnitude in held.magnitudes] == [6.0]
    assert held.when is not None
    assert held.when.interval is not None
    assert held.when.interval.earliest == dt.date(2021, 3, 1)
    assert held.arms is not None
    assert held.arms.item_class == "artillery"
    assert "tiny" in pipeline.identity.coder
    assert "coder_options" not in pipeline.identity.settings


def test_a_wrong_name_is_told_before_anything_is_loaded() -> None:
    with pytest.raises(UsageError, match="did you mean llm"):
        make_pipeline(Settings(coder="llms"))
