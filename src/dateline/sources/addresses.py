"""Which addresses may be fetched: http and https, on hosts that every resolved address shows to be public."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.errors import FetchRefused

_PORTS = {"http": 80, "https": 443}


def is_address(words: str) -> bool:
    """Whether words are a web address."""
    return words.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where to connect for an address: the IP address was checked, so nothing is looked up again.

    Attributes:
        url: As given, without a fragment.
        scheme, host, port: Of the address.
        ip: The one to connect to.
    """

    url: str
    scheme: str
    host: str
    port: int
    ip: str


def place_of(url: str, *, private: bool = False) -> Place:
    """Where an address leads.

    Args:
        url: An http or https address.
        private: Allow hosts of private networks and of this machine.

    Raises:
        FetchRefused: it is no such address, names a user, cannot be looked up, or leads to a private network.
    """
    what = f"cannot fetch {url}"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchRefused(what, f"it is no address: {error}", "check it") from error
    if parts.scheme not in _PORTS or not host:
        raise FetchRefused(what, "only http and https addresses are fetched", "give a full address, https://…")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused(what, "it holds a user name or password", "leave it out")
    port = port or _PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchRefused(what, f"host {host} is not found: {error}", "check the address and the network") from error
    addresses = [str(each[4][0]) for each in found]
    inside = [address for address in addresses if not _is_public(address)]
    if inside and not private:
        why = f"host {host} is at {inside[0]}, no public address"
        raise FetchRefused(what, why, "allow private addresses if you mean it: --allow-private")
    return Place(url=parts._replace(fragment="").geturl(), scheme=parts.scheme, host=host, port=port, ip=addresses[0])


def _is_public(address: str) -> bool:
    held = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(held, ipaddress.IPv6Address):
        inner = held.ipv4_mapped or held.sixtofour or (held.teredo or (None, None))[1]
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return held.is_global and not held.is_multicast
