"""Usage: what was asked and answered, kept and refused, and what it costs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Usage:
    """Totals of one coder since it was made; ``str(usage)`` is the line that a command prints at its end.

    Attributes:
        label: Endpoint and model.
        price_input, price_output: Price of 1,000 tokens, or None.
        currency: Of the prices.
        documents, failed: Documents coded, and those given up.
        requests, retries: Requests sent, and how many of them repeated a failed one.
        input_tokens, output_tokens: As the endpoint counts them.
        estimated: Answers without a count, for which four characters were taken for a token.
        mentions: Mentions kept.
        rejected: Reason → mentions that were refused.
        dropped: Reason → parts (parties, dates, places, modes) left out of mentions that were kept.
    """

    label: str
    price_input: float | None = None
    price_output: float | None = None
    currency: str = "USD"
    documents: int = 0
    failed: int = 0
    requests: int = 0
    retries: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    estimated: int = 0
    mentions: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)

    @property
    def cost(self) -> float | None:
        """What the tokens cost in ``currency``; None when a price is missing."""
        if self.price_input is None or self.price_output is None:
            return None
        return (self.input_tokens * self.price_input + self.output_tokens * self.price_output) / 1000

    def __str__(self) -> str:
        tokens = f"{self.input_tokens:,} + {self.output_tokens:,} tokens in + out"
        if self.estimated:
            tokens += f" ({self.estimated} of the answers estimated)"
        cost = "cost unknown (no prices set)" if self.cost is None else f"cost {self.cost:.4f} {self.currency}"
        return " · ".join(
            (
                self.label,
                f"{self.documents} documents coded, {self.failed} failed",
                f"{self.requests} requests, {self.retries} of them retries",
                tokens,
                cost,
                f"{self.mentions} mentions kept, {_counts(self.rejected, 'rejected')}",
                _counts(self.dropped, "parts left out"),
            )
        )


def _counts(counts: Counter[str], what: str) -> str:
    reasons = ", ".join(f"{reason} {count}" for reason, count in counts.most_common())
    return f"{counts.total()} {what}" + (f" ({reasons})" if reasons else "")
