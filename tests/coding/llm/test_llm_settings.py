from __future__ import annotations

from typing import Any

import pytest

from dateline.coding import CODERS, RuleCoder, make_coder
from dateline.coding.llm import LlmCoder, LlmSettings
from dateline.coding.llm.endpoint import Endpoint
from dateline.errors import UsageError

BASE = {"url": "http://127.0.0.1:9/v1", "model": "tiny"}
KEY = "sk-very-secret"


def test_options_go_before_the_environment() -> None:
    environment = {
        "DATELINE_LLM_URL": "https://models.example/v1",
        "DATELINE_LLM_MODEL": "small",
        "DATELINE_LLM_TIMEOUT": "9.5",
        "DATELINE_LLM_RETRIES": "0",
        "DATELINE_LLM_PRICE_INPUT": "0.15",
        "DATELINE_LLM_KEY_VAR": "MODELS_KEY",
        "MODELS_KEY": KEY,
    }
    settings = LlmSettings.read({"model": "large"}, environment)
    assert (settings.url, settings.model) == ("https://models.example/v1", "large")
    assert (settings.timeout, settings.retries, settings.price_input) == (9.5, 0, 0.15)
    assert settings.key(environment) == KEY
    assert KEY not in repr(settings)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"model": "m"}, "set DATELINE_LLM_URL"),
        ({"url": "http://127.0.0.1/v1"}, "set DATELINE_LLM_MODEL"),
        (BASE | {"modle": "x"}, "did you mean model"),
        (BASE | {"timeout": "soon"}, "no number"),
        (BASE | {"retries": "1.5"}, "no number"),
    ],
)
def test_options_that_do_not_fit(options: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        LlmSettings.read(options, {})


@pytest.mark.parametrize(
    "wrong",
    [
        {"timeout": 0},
        {"timeout": float("nan")},
        {"timeout": float("inf")},
        {"retries": -1},
        {"retries": 1000},
        {"max_tokens": 0},
        {"chunk_characters": 0},
        {"overlap_sentences": -1},
        {"price_input": -1.0},
        {"price_output": float("nan")},
        {"currency": "$$$"},
        {"model": " "},
        {"model": "a\nb"},
        {"key_var": "lower"},
    ],
)
def test_values_out_of_range(wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        LlmSettings(**(BASE | wrong))


def test_a_key_in_place_of_its_variable_is_not_repeated() -> None:
    with pytest.raises(UsageError) as caught:
        LlmSettings.read(BASE | {"key_var": KEY}, {})
    assert KEY not in str(caught.value)
    with pytest.raises(UsageError, match="MODELS_KEY"):
        LlmSettings.read(BASE | {"key_var": "MODELS_KEY"}, {}).key({"MODELS_KEY": " "})


def test_addresses() -> None:
    for base, url in (
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1/chat/completions"),
        ("https://models.example/v1/", "https://models.example/v1/chat/completions"),
        ("https://models.example/v1/chat/completions", "https://models.example/v1/chat/completions"),
    ):
        assert Endpoint.of(base).url == url
    queried = Endpoint.of("https://models.example/v1?token=abc")
    assert queried.url == "https://models.example/v1/chat/completions?token=abc"
    assert "abc" not in queried.shown
    assert Endpoint.of("http://localhost:1/v1", KEY).loopback
    assert not Endpoint.of("http://10.0.0.5/v1").loopback


@pytest.mark.parametrize(
    "base",
    [
        "",
        "models.example/v1",
        "ftp://models.example",
        "file:///etc/passwd",
        "http://",
        "http://[::1",
        "http://h:99999/v1",
        "http://h:0/v1",
        "http://h/v1 x",
        "http://h/v1\r\nX: y",
        "https://user:pass@h/v1",
        "https://h/v1#part",
    ],
)
def test_addresses_that_are_none(base: str) -> None:
    with pytest.raises(UsageError) as caught:
        Endpoint.of(base)
    assert "pass" not in str(caught.value).replace("password", "").replace("passwd", "")


@pytest.mark.parametrize("key", ["a b", "a\nb", "ключ"])
def test_keys_that_no_header_carries_are_not_repeated(key: str) -> None:
    with pytest.raises(UsageError) as caught:
        Endpoint.of("https://models.example/v1", key)
    assert key not in str(caught.value)


def test_a_key_does_not_travel_in_the_clear() -> None:
    with pytest.raises(UsageError, match="unencrypted"):
        Endpoint.of("http://10.0.0.5/v1", KEY)
    assert KEY not in repr(Endpoint.of("https://models.example/v1", KEY))


def test_the_version_follows_what_changes_the_answers() -> None:
    base = LlmCoder(LlmSettings(**BASE)).version
    assert LlmCoder(LlmSettings(**BASE, timeout=1.0, price_input=1.0)).version == base
    for change in ({"model": "large"}, {"url": "http://127.0.0.1:8/v1"}, {"chunk_characters": 999}):
        assert LlmCoder(LlmSettings(**(BASE | change))).version != base


def test_coders_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "MODEL", "KEY_VAR"):
        monkeypatch.delenv(f"DATELINE_LLM_{name}", raising=False)
    assert {"default", "rules", "llm"} <= set(CODERS)
    assert isinstance(make_coder("rules"), RuleCoder)
    assert isinstance(make_coder("llm", BASE), LlmCoder)
    with pytest.raises(UsageError, match="DATELINE_LLM_URL"):
        make_coder("llm")
    with pytest.raises(UsageError, match=r"no coder 'rulez': did you mean rules\?"):
        make_coder("rulez")
    with pytest.raises(UsageError, match="no option 'model'"):
        make_coder("rules", {"model": "tiny"})
