"""What a server may do and whom it answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.errors import UsageError

#: Hosts that are this machine itself.
LOCAL = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeSettings:
    """How to serve a record.

    Attributes:
        record: The database.
        host, port: Where to listen.
        read_only: Refuse every change.
        token: What a client that is not on this machine, or that changes something through the API, must present.
        names: Host names under which the server may be asked, beside those of this machine.
        searches_a_minute: Bound for full-text searches of one client.

    Raises:
        UsageError: it would listen beyond this machine without a token.
    """

    record: Path
    host: str = "127.0.0.1"
    port: int = 8765
    read_only: bool = False
    token: str | None = None
    names: tuple[str, ...] = ()
    searches_a_minute: int = 60

    def __post_init__(self) -> None:
        if self.host not in LOCAL and not self.token:
            raise UsageError(
                f"cannot serve on {self.host}",
                "others could read and change the record",
                "set --token, or keep 127.0.0.1 behind a proxy that asks who they are",
            )

    @property
    def allowed_names(self) -> frozenset[str]:
        """Host names that a request may carry; any other is a sign of DNS rebinding."""
        return frozenset((*LOCAL, "[::1]", self.host, *self.names))
