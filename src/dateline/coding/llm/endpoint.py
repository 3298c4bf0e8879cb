"""The endpoint: its address, its key, and how both are kept out of what is printed."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import SplitResult, urlsplit, urlunsplit

from dateline.errors import UsageError

_PATH = "/chat/completions"
_PORTS = {"http": 80, "https": 443}
_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where chat completions are asked for.

    Attributes:
        url: The whole address.
        shown: The address as it is printed: without query.
        loopback: It is this machine; proxies are not used then.
        key: The secret, or None for an endpoint without one.
    """

    url: str
    shown: str
    loopback: bool
    key: str | None = field(default=None, repr=False)

    @classmethod
    def of(cls, base: str, key: str | None = None) -> Self:
        """The endpoint under a base address such as ``http://127.0.0.1:11434/v1``.

        Raises:
            UsageError: the address is no http(s) address, holds a secret, or would send the key unencrypted.
        """
        parts = _parts(base)
        path = parts.path.rstrip("/")
        whole = parts._replace(path=path if path.endswith(_PATH) else path + _PATH)
        loopback = _is_loopback(parts.hostname or "")
        if key is not None:
            _check_key(key)
            if parts.scheme == "http" and not loopback:
                raise UsageError(
                    f"endpoint {parts.hostname}",
                    "the key would travel unencrypted over http",
                    "use https, or a tunnel to 127.0.0.1",
                )
        shown = urlunsplit(whole._replace(query=""))
        return cls(url=urlunsplit(whole), shown=shown, loopback=loopback, key=key)

    def redacted(self, text: str) -> str:
        """Words of the other side, fit to be printed: one line, short, without the key."""
        if self.key:
            text = text.replace(self.key, "***")
        plain = "".join(char if char.isprintable() else " " for char in text)
        line = " ".join(plain.split())
        return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port of an address; addresses of one origin belong to one server.

    Raises:
        ValueError: it is no address.
    """
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme)


def _parts(base: str) -> SplitResult:
    wrong = "write it as https://host/v1"
    if not base.isprintable() or " " in base:
        raise UsageError("endpoint address", "it holds white space or control characters", wrong)
    try:
        parts = urlsplit(base)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError as error:
        raise UsageError("endpoint address", "it is no web address", wrong) from error
    if parts.scheme not in _PORTS or not parts.hostname or not port_is_fine:
        raise UsageError("endpoint address", "it is no http or https address", wrong)
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            f"endpoint {parts.hostname}",
            "the address holds a user name or password",
            "put the secret into an environment variable and name that variable",
        )
    if parts.fragment:
        raise UsageError(f"endpoint {parts.hostname}", "the address holds a fragment (#…)", wrong)
    return parts


def _check_key(key: str) -> None:
    """A key must fit into a header; the message never shows it."""
    if not key.isascii() or not key.isprintable() or " " in key:
        raise UsageError("endpoint key", "it holds white space or characters that no header can carry", "copy it again")


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
