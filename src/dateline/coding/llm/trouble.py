"""What can go wrong with one request, as far as the retry loop has to know."""

from __future__ import annotations


class Trouble(Exception):
    """A request that brought no usable answer.

    Args:
        reason: Why, in words fit to be printed.
        next_step: What the user can do.
        again: Another attempt may help.
        fatal: No other document will fare better: the run ends.
        wait: Seconds the other side wants to be left alone, or None.
    """

    def __init__(
        self,
        reason: str,
        next_step: str = "",
        *,
        again: bool = True,
        fatal: bool = False,
        wait: float | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.next_step = next_step
        self.again = again
        self.fatal = fatal
        self.wait = wait


class Unreachable(Trouble):
    """No connection; once the attempts are used up, the run ends."""


class TooMuch(Trouble):
    """The piece of text or its answer is too long for the model: a shorter piece may fit."""


class NotUnderstood(Trouble):
    """The endpoint refuses the request as written (status 400 or 422): simpler wording may do."""
