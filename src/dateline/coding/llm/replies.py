"""Replies: what a status means, and what stands in the envelope of a chat completion."""

from __future__ import annotations

import datetime as dt
import json
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any

from dateline.coding.llm.transport import Reply
from dateline.coding.llm.trouble import NotUnderstood, TooMuch, Trouble

_AGAIN = {408, 409, 425, 429}
_SHUT_OUT = {401, 402}
_WRONG_DOOR = {403, 404, 405, 410}
_TOO_LONG = ("context_length", "context length", "maximum context", "too many tokens", "prompt is too long")
_NO_MONEY = ("insufficient_quota", "billing", "credit balance")
_STEPS = {
    401: "check the key and the variable that holds it",
    402: "check the account's balance",
    403: "check what the key may do",
    404: "check the base URL (it mostly ends in /v1) and the model's name",
}
_MOST_TOKENS = 10_000_000


def check_status(reply: Reply, *, proven: bool) -> None:
    """Raise what a status other than 200 means.

    Args:
        reply: The reply.
        proven: The endpoint has answered before, so that "forbidden" or "not found" concerns this request alone.

    Raises:
        Trouble: for every status but 200; its reason holds words of the other side, not yet redacted.
    """
    status = reply.status
    if status == 200:
        return
    said = complaint(reply.body)
    reason = f"status {status}" + (f": {said}" if said else "")
    low = said.lower()
    if status == 413 or (status in {400, 422} and any(words in low for words in _TOO_LONG)):
        raise TooMuch(reason, again=False)
    if status in {400, 422}:
        raise NotUnderstood(reason, "see what the endpoint says of the request", again=False)
    if status in _SHUT_OUT or (status in _WRONG_DOOR and not proven):
        raise Trouble(reason, _STEPS.get(status, "check the base URL"), again=False, fatal=True)
    if status == 429 and any(words in low for words in _NO_MONEY):
        raise Trouble(reason, _STEPS[402], again=False, fatal=True)
    again = status in _AGAIN or status >= 500 or status < 300
    raise Trouble(reason, "try later, or ask the endpoint's operator", again=again, wait=retry_after(reply.headers))


def retry_after(headers: Message, now: dt.datetime | None = None) -> float | None:
    """Seconds that the ``Retry-After`` header asks for (RFC 9110, 10.2.3), or None."""
    told = str(headers.get("Retry-After", "")).strip()
    if told.isascii() and told.isdigit():
        return float(told[:9])
    if not told:
        return None
    try:
        until = parsedate_to_datetime(told)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=dt.UTC)
    return max((until - (now or dt.datetime.now(dt.UTC))).total_seconds(), 0.0)


def complaint(body: bytes) -> str:
    """What an error body says, as text: the message of the usual ``{"error": {"message": …}}``, else its beginning."""
    text = body[:20_000].decode("utf-8", "replace")
    try:
        told = _loads(text)
    except ValueError:
        return text.strip()
    error = told.get("error", told) if isinstance(told, dict) else told
    if isinstance(error, dict):
        parts = [error.get(name) for name in ("message", "detail", "code", "param")]
        return " ".join(str(part) for part in parts if isinstance(part, str | int | list)) or text.strip()
    return str(error)


def envelope(reply: Reply) -> dict[str, Any]:
    """The JSON object of a reply with status 200.

    Raises:
        Trouble: it is of another content type, or no JSON object.
    """
    kind = reply.headers.get_content_type()
    if kind != "application/json" and not kind.endswith("+json"):
        raise Trouble(f"the answer is {kind}, not JSON", "check the base URL (it mostly ends in /v1)")
    try:
        told = _loads(reply.body.decode("utf-8"))
    except ValueError as error:
        raise Trouble("the answer is no JSON") from error
    if not isinstance(told, dict):
        raise Trouble("the answer is no JSON object")
    return told


def tokens_of(told: dict[str, Any]) -> tuple[int | None, int | None]:
    """Input and output tokens as an envelope counts them; None for what is no sensible count."""
    usage = told.get("usage")
    counts = usage if isinstance(usage, dict) else {}
    return _count(counts.get("prompt_tokens")), _count(counts.get("completion_tokens"))


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_TOKENS else None


def content_of(told: dict[str, Any]) -> str:
    """The words of the first choice.

    Raises:
        TooMuch: the answer was cut off.
        Trouble: there is no answer, or a refusal.
    """
    if "choices" not in told and "error" in told:
        raise Trouble(complaint(json.dumps(told).encode()))
    choices = told.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    if not isinstance(first, dict) or not isinstance(message, dict):
        raise Trouble("the answer has no choice with a message")
    refusal, finish = message.get("refusal"), first.get("finish_reason")
    if finish == "content_filter" or (isinstance(refusal, str) and refusal.strip()):
        raise Trouble("the model refused to answer", "use another model for this report")
    if finish == "length":
        raise TooMuch("the answer was cut off", "raise answer_tokens", again=False)
    content = message.get("content")
    if isinstance(content, list):
        content = "".join(part["text"] for part in content if isinstance(part, dict) and _is_text(part.get("text")))
    if not isinstance(content, str) or not content.strip():
        raise Trouble("the answer is empty")
    return content


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _loads(text: str) -> Any:
    """JSON values; nesting too deep to read counts as malformed."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
