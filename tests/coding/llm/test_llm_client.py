"""Endpoints that are slow, broken, shut or confused."""

from __future__ import annotations

import json
import socket
import threading
import time
from contextlib import closing
from typing import Any

import pytest

from dateline.coding.llm import LlmCoder, LlmSettings, transport
from dateline.errors import DatelineError, EndpointError, EndpointUnavailable
from llm_fakes import Asked, FakeEndpoint, MakeCoder, Reply, annotated, answer, code, completion, mention

TEXT = "Norway condemned Belarus."
KEY = "sk-very-secret-0123456789"


def error(status: int, message: str = "no", **headers: str) -> Reply:
    return Reply(json.dumps({"error": {"message": message}}).encode(), status=status, headers=headers)


def failure(coder: LlmCoder, kind: type[DatelineError] = EndpointError) -> DatelineError:
    with pytest.raises(kind) as caught:
        code(coder, TEXT)
    assert type(caught.value) is kind
    return caught.value


def test_a_request_has_what_the_protocol_wants(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    endpoint.says([mention()])
    code(coder(KEY), TEXT, title="Oslo speaks")
    (asked,) = endpoint.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert asked.payload["model"] == "tiny"
    assert asked.payload["temperature"] == 0
    assert asked.payload["max_tokens"] == 4096
    assert asked.payload["response_format"]["type"] == "json_schema"
    assert asked.payload["response_format"]["json_schema"]["strict"] is True
    assert asked.report["title"] == "Oslo speaks"
    assert asked.report["sentences"] == [{"n": 0, "text": TEXT}]


def test_without_a_key_none_is_sent(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    endpoint.says([])
    code(coder(), TEXT)
    assert "Authorization" not in endpoint.asked[0].headers


@pytest.mark.parametrize(
    "broken",
    [
        completion("certainly! here is what I found"),
        completion('{"mentions": [{"sentence": 0,'),
        completion('{"mentions": {}}'),
        completion("[]"),
        completion('{"mentions": [NaN]}'),
        completion("[" * 100_000),
        completion(""),
        completion(None),
        completion(None, refusal="I cannot help with that."),
        completion("{}", finish="content_filter"),
        Reply(b"{"),
        Reply(b"[]"),
        Reply(b"{}"),
        Reply(b'{"choices": []}'),
        Reply(b'{"choices": [{"message": "hello"}]}'),
        Reply(b'{"error": {"message": "overloaded"}}'),
        Reply(b"\xff\xfe\xff"),
        Reply(b"[" * 100_000),
        Reply(b""),
        Reply(b"<html>log in</html>", kind="text/html; charset=utf-8"),
        Reply(b'{"choices": [', promised=5000),
        error(500),
        error(503),
        error(429),
    ],
    ids=lambda reply: f"{reply.status} {reply.body[:60]!r}",
)
def test_what_is_no_answer_is_asked_for_again_and_then_given_up(
    endpoint: FakeEndpoint, coder: MakeCoder, slept: list[float], broken: Reply
) -> None:
    endpoint.says(broken, broken, [mention()])
    recovered = coder(retries=2)
    assert len(code(recovered, TEXT).mentions) == 1
    assert recovered.usage.retries == 2
    assert slept == [0.5, 1.0]

    endpoint.says(broken)
    asked = len(endpoint.asked)
    hopeless = coder(retries=1)
    told = failure(hopeless)
    assert len(endpoint.asked) - asked == 2
    assert f"cannot code d1 with {endpoint.url}/chat/completions" in told.what
    assert told.why
    assert (hopeless.usage.failed, hopeless.usage.documents) == (1, 0)


def test_after_a_failed_document_the_next_one_is_coded(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    asking = coder(retries=0)
    endpoint.says(error(500), [mention()])
    failure(asking)
    assert len(code(asking, TEXT).mentions) == 1
    assert (asking.usage.failed, asking.usage.documents, asking.usage.mentions) == (1, 1, 1)


def test_a_fence_or_thoughts_around_the_answer_do_no_harm(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    told = json.dumps({"mentions": [mention()]})
    parts = [{"type": "text", "text": told}]
    for content in (f"```json\n{told}\n```", f"<think>it {{says}} so</think>\n\n{told}", parts):
        endpoint.says(completion(content))
        assert len(code(coder(), TEXT).mentions) == 1


@pytest.mark.parametrize(("header", "wait"), [("7", 7.0), ("0", 0.0), ("soon", 0.5), ("-3", 0.5), ("", 0.5)])
def test_too_many_requests_wait_as_long_as_asked(
    endpoint: FakeEndpoint, coder: MakeCoder, slept: list[float], header: str, wait: float
) -> None:
    endpoint.says(error(429, "slow down", **{"Retry-After": header}), [mention()])
    assert len(code(coder(), TEXT).mentions) == 1
    assert slept == [wait]


def test_a_date_to_wait_for_that_is_past_means_now(
    endpoint: FakeEndpoint, coder: MakeCoder, slept: list[float]
) -> None:
    endpoint.says(error(503, **{"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}), [mention()])
    code(coder(), TEXT)
    assert slept == [0.0]


def test_nobody_waits_for_an_hour(endpoint: FakeEndpoint, coder: MakeCoder, slept: list[float]) -> None:
    endpoint.says(error(429, **{"Retry-After": "3600"}))
    failure(coder())
    assert slept == []
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize(
    ("reply", "step"),
    [
        (error(401, "bad key"), "check the key"),
        (error(402), "balance"),
        (error(403), "what the key may do"),
        (error(404), "base URL"),
        (error(429, "You exceeded your quota: insufficient_quota"), "balance"),
    ],
)
def test_what_every_document_would_meet_ends_the_run(
    endpoint: FakeEndpoint, coder: MakeCoder, slept: list[float], reply: Reply, step: str
) -> None:
    endpoint.says(reply)
    told = failure(coder(), EndpointUnavailable)
    assert step in told.next_step
    assert "/chat/completions" in str(told)
    assert len(endpoint.asked) == 1
    assert slept == []


def test_a_door_that_was_open_before_is_shut_for_one_report_alone(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    endpoint.says([mention()], error(403, "blocked by the firewall"), [mention()])
    asking = coder()
    code(asking, TEXT)
    failure(asking, EndpointError)
    assert len(code(asking, TEXT).mentions) == 1


def test_nobody_at_home_ends_the_run(slept: list[float]) -> None:
    with closing(socket.socket()) as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    asking = LlmCoder(LlmSettings(url=f"http://127.0.0.1:{port}/v1", model="tiny", retries=1), sleep=slept.append)
    told = failure(asking, EndpointUnavailable)
    assert f"127.0.0.1:{port}" in str(told)
    assert "no connection" in told.why
    assert "that the server runs" in told.next_step
    assert len(slept) == 1


def test_a_trickling_answer_is_cut_off_in_time(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    slow = answer([mention()])
    slow.pause = 0.05
    endpoint.says(slow)
    begun = time.monotonic()
    told = failure(coder(timeout=0.3, retries=1))
    assert time.monotonic() - begun < 3
    assert "no whole answer within 0.3 s" in told.why
    assert "timeout" in told.next_step
    assert len(endpoint.asked) == 2


def test_trickling_headers_are_cut_off_in_time(coder: MakeCoder) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        done = threading.Event()

        def trickle() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
                try:
                    while not done.wait(0.05):
                        connection.sendall(b"x")
                except OSError:
                    return

        thread = threading.Thread(target=trickle, daemon=True)
        thread.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/v1"
        begun = time.monotonic()
        told = failure(coder(url=url, timeout=0.3, retries=0))
        assert time.monotonic() - begun < 3
        assert "no whole answer" in told.why
        done.set()
        thread.join(5)


def test_silence_is_cut_off_in_time(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    def never(asked: Asked) -> Reply:
        endpoint.stop.wait(5)
        return answer([])

    endpoint.rule = never
    assert "no whole answer" in failure(coder(timeout=0.2, retries=0)).why


def test_a_huge_answer_is_not_read_to_its_end(
    endpoint: FakeEndpoint, coder: MakeCoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "LARGEST", 10_000)
    endpoint.says(completion("x" * 20_000))
    assert "larger than 10,000 bytes" in failure(coder(retries=0)).why


def test_a_redirect_to_another_server_is_refused(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    other = FakeEndpoint()
    with closing(other.server.socket):
        for target in (
            other.url,
            "https://127.0.0.1/v1",
            "//elsewhere.example/v1",
            "file:///etc/passwd",
            "http://[",
            "",
        ):
            endpoint.says(Reply(b"", status=307, headers={"Location": target}))
            told = failure(coder(KEY), EndpointUnavailable)
            assert "redirects" in told.why
    assert other.asked == [], "neither report nor key went there"


def test_a_redirect_on_the_same_server_is_followed(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    endpoint.says(Reply(b"", status=308, headers={"Location": "/v2/chat/completions"}), [mention()])
    assert len(code(coder(KEY), TEXT).mentions) == 1
    assert [asked.path for asked in endpoint.asked] == ["/v1/chat/completions", "/v2/chat/completions"]
    assert endpoint.asked[1].report == endpoint.asked[0].report


def test_redirects_in_circles_end(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    endpoint.says(Reply(b"", status=307, headers={"Location": "/v1/chat/completions"}))
    assert "in circles" in failure(coder(), EndpointUnavailable).why
    assert len(endpoint.asked) == 4


def picky(*refused: str) -> Any:
    """An endpoint that does not know some fields or formats."""

    def rule(asked: Asked) -> Reply:
        form = asked.payload.get("response_format", {}).get("type", "text")
        for name in refused:
            if name == form or name in asked.payload:
                hint = "use max_completion_tokens" if name == "max_tokens" else "not supported"
                return error(400, f"response_format {name}: {hint}" if name == form else f"{name}: {hint}")
        return answer([mention()])

    return rule


@pytest.mark.parametrize(
    ("refused", "requests"),
    [
        (("json_schema",), 2),
        (("json_schema", "json_object"), 3),
        (("max_tokens",), 2),
        (("temperature",), 2),
        (("json_schema", "temperature", "max_tokens"), 4),
    ],
)
def test_an_endpoint_is_asked_in_the_words_it_knows(
    endpoint: FakeEndpoint, coder: MakeCoder, refused: tuple[str, ...], requests: int
) -> None:
    endpoint.rule = picky(*refused)
    asking = coder()
    assert len(code(asking, TEXT).mentions) == 1
    assert len(endpoint.asked) == requests
    code(asking, TEXT)
    assert len(endpoint.asked) == requests + 1, "what it knows is remembered"
    assert asking.usage.retries == 0


def test_what_one_report_provokes_does_not_change_how_others_are_asked_for(
    endpoint: FakeEndpoint, coder: MakeCoder
) -> None:
    endpoint.says([mention()], error(400, "response_format json_schema failed"), [mention()], [mention()])
    asking = coder()
    for _ in range(3):
        code(asking, TEXT)
    forms = [asked.payload["response_format"]["type"] for asked in endpoint.asked]
    assert forms == ["json_schema", "json_schema", "json_object", "json_schema"]


def test_a_request_that_is_not_understood_fails_with_what_the_endpoint_says(
    endpoint: FakeEndpoint, coder: MakeCoder
) -> None:
    endpoint.says(error(400, "no model\x1b[31m of\nthat name"))
    told = failure(coder())
    assert told.why == "status 400: no model [31m of that name"
    assert len(endpoint.asked) == 3


def test_the_key_is_never_told(endpoint: FakeEndpoint, coder: MakeCoder, caplog: pytest.LogCaptureFixture) -> None:
    asking = coder(KEY)
    endpoint.says(error(401, f"wrong key {KEY} given"))
    told = failure(asking, EndpointUnavailable)
    assert "wrong key *** given" in told.why
    endpoint.says(
        [mention(trigger=KEY), mention(mode=KEY, when=KEY), mention(actors=[{"text": "Norway", "name": KEY}])]
    )
    coding = code(asking, TEXT)
    everything = (str(told), repr(told.__cause__), repr(coding), str(asking.usage), repr(vars(asking)), caplog.text)
    assert all(KEY not in each for each in everything)
    assert KEY not in str(endpoint.asked[-1].payload)


def test_totals_and_cost_are_counted(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    asking = coder(price_input=0.5, price_output=2.0, currency="EUR", retries=1)
    endpoint.says(
        answer([mention()], tokens=(1000, 100)),
        completion("nonsense", tokens=(1000, 50)),
        answer([mention(trigger="bombed")], tokens=(1000, 100)),
    )
    code(asking, TEXT)
    code(asking, TEXT)
    usage = asking.usage
    assert (usage.documents, usage.requests, usage.retries) == (2, 3, 1)
    assert (usage.input_tokens, usage.output_tokens) == (3000, 250)
    assert usage.cost == pytest.approx(2.0)
    line = str(usage)
    for part in (
        "tiny",
        "3,000 + 250 tokens",
        "cost 2.0000 EUR",
        "1 mentions kept",
        "1 rejected (trigger not in the text 1)",
    ):
        assert part in line
    assert "estimated" not in line


@pytest.mark.parametrize("tokens", [None, (-5, 10**12), (True, "3")])
def test_counts_that_are_none_are_estimated(endpoint: FakeEndpoint, coder: MakeCoder, tokens: Any) -> None:
    endpoint.says(answer([mention()], tokens=tokens))
    asking = coder()
    code(asking, TEXT)
    usage = asking.usage
    assert usage.estimated == 1
    assert 2000 < usage.input_tokens < 10_000
    assert 20 < usage.output_tokens < 500
    assert usage.cost is None
    assert "cost unknown" in str(usage)
    assert "estimated" in str(usage)


def test_a_proxy_is_not_asked_for_this_machine(
    endpoint: FakeEndpoint, coder: MakeCoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    endpoint.says([mention()])
    assert len(code(coder(), TEXT).mentions) == 1


def test_nothing_is_sent_for_a_report_without_sentences(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    for text in ("", "  \n ", "--- ***"):
        document, annotations = annotated(text)
        assert coder().code(document, annotations).mentions == ()
    assert endpoint.asked == []


def test_an_answer_that_breaks_off_says_so(endpoint: FakeEndpoint, coder: MakeCoder) -> None:
    whole = answer([mention()])
    whole.promised = len(whole.body) + 1
    endpoint.says(whole)
    assert failure(coder(retries=0)).why == "the answer broke off"
