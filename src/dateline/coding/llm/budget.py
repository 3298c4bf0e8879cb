"""The token budget of one document, and the guess where nobody counts."""

from __future__ import annotations

from dateline.coding.llm.trouble import Trouble

#: Characters of English that make about one token.
PER_TOKEN = 4
#: An answer shorter than this is not worth asking for.
LEAST_ANSWER = 64


def estimate(*texts: str) -> int:
    """About how many tokens some texts have."""
    return sum(-(-len(text) // PER_TOKEN) for text in texts)


class Budget:
    """What may still be spent on one document.

    Args:
        most: Tokens, sent and received together.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self.spent = 0

    def afford(self, needed: int) -> None:
        """Refuse a document before anything of it is sent.

        Raises:
            Trouble: the texts to send alone exceed the budget.
        """
        if needed + LEAST_ANSWER > self._most:
            reason = f"it needs about {needed:,} tokens to send, the limit is {self._most:,}"
            raise Trouble(reason, "raise max_tokens, or leave the report out", again=False)

    def answer(self, sent: int, wanted: int) -> int:
        """How long an answer to about ``sent`` tokens may be, at most ``wanted``.

        Raises:
            Trouble: nothing is left.
        """
        left = self._most - self.spent - sent
        if left < min(LEAST_ANSWER, wanted):
            reason = f"{self.spent:,} of {self._most:,} tokens are spent and the next request does not fit"
            raise Trouble(reason, "raise max_tokens, or leave the report out", again=False)
        return min(left, wanted)
