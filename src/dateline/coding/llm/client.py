"""The client: asks one question at a time, counts, retries within bounds, and says what went wrong."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import TypeVar

from dateline.coding.llm.budget import Budget, estimate
from dateline.coding.llm.dialect import Dialect
from dateline.coding.llm.endpoint import Endpoint
from dateline.coding.llm.replies import check_status, content_of, envelope, tokens_of
from dateline.coding.llm.settings import LlmSettings
from dateline.coding.llm.transport import post
from dateline.coding.llm.trouble import NotUnderstood, Trouble, Unreachable
from dateline.coding.llm.usage import Usage

T = TypeVar("T")
Messages = list[dict[str, str]]

#: Longest wait before another attempt; who asks for a longer one is not asked again.
LONGEST_WAIT = 60.0
_FIRST_WAIT = 0.5


class Client:
    """Talks to one endpoint.

    Args:
        settings: Model, limits, retries.
        endpoint: Address and key.
        usage: Where requests and tokens are counted.
        sleep: Waits some seconds.
    """

    def __init__(
        self, settings: LlmSettings, endpoint: Endpoint, usage: Usage, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._settings = settings
        self._endpoint = endpoint
        self._usage = usage
        self._sleep = sleep
        self._dialect = Dialect()
        self._proven = False

    def ask(self, messages: Messages, budget: Budget, read: Callable[[str], T]) -> T:
        """Ask, and read the answer.

        Args:
            messages: The chat so far.
            budget: What the document may still cost.
            read: Makes something of the answer's words; raises Trouble for an answer that is no use.

        Raises:
            TooMuch: a shorter question may be answered.
            Trouble: no usable answer after all attempts; ``reason`` may be printed.
        """
        dialect, attempt = self._dialect, 0
        while True:
            try:
                answer = read(self._once(messages, budget, dialect))
            except NotUnderstood as trouble:
                simpler = dialect.without(trouble.reason, guess=not self._proven)
                if simpler is None:
                    raise self._clean(trouble) from None
                dialect = simpler
            except Trouble as trouble:
                wait = self._wait(trouble, attempt)
                if wait is None:
                    raise self._clean(trouble) from None
                attempt += 1
                self._usage.retries += 1
                self._sleep(wait)
            else:
                if not self._proven:  # what one report provokes later on does not change how others are asked for
                    self._dialect, self._proven = dialect, True
                return answer

    def _once(self, messages: Messages, budget: Budget, dialect: Dialect) -> str:
        """The words of one answer."""
        settings, endpoint = self._settings, self._endpoint
        sent = estimate(*(message["content"] for message in messages))
        allowed = budget.answer(sent, settings.answer_tokens)
        body = json.dumps(dialect.payload(settings.model, messages, allowed)).encode("ascii")
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "dateline"}
        if endpoint.key is not None:
            headers["Authorization"] = f"Bearer {endpoint.key}"
        self._usage.requests += 1
        reply = post(endpoint.url, body, headers, timeout=settings.timeout, proxies=not endpoint.loopback)
        check_status(reply, proven=self._proven)
        told = envelope(reply)
        self._count(tokens_of(told), sent, estimate(json.dumps(told.get("choices"))), budget)
        return content_of(told)

    def _count(self, counted: tuple[int | None, int | None], sent: int, received: int, budget: Budget) -> None:
        usage = self._usage
        inward = sent if counted[0] is None else counted[0]
        outward = received if counted[1] is None else counted[1]
        usage.estimated += None in counted
        usage.input_tokens += inward
        usage.output_tokens += outward
        budget.spent += inward + outward

    def _wait(self, trouble: Trouble, attempt: int) -> float | None:
        """Seconds until the next attempt, or None when there is none."""
        if not trouble.again or attempt >= self._settings.retries:
            return None
        wait = _FIRST_WAIT * 2**attempt if trouble.wait is None else trouble.wait
        return wait if wait <= LONGEST_WAIT else None

    def _clean(self, trouble: Trouble) -> Trouble:
        """The same trouble in words that may be printed; without a connection the run ends."""
        fatal = trouble.fatal or isinstance(trouble, Unreachable)
        trouble.args = (self._endpoint.redacted(trouble.reason),)
        trouble.reason, trouble.fatal = trouble.args[0], fatal
        return trouble
