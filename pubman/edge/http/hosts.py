"""Where a host's name leads to, and whether it may be asked there: a redirect has no business in a private network."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, TypeAlias

from pubman.edge.http.retries import FailureError

if TYPE_CHECKING:
    from collections.abc import Callable
    from ipaddress import IPv4Address, IPv6Address

    Allows: TypeAlias = Callable[[IPv4Address | IPv6Address], bool]


_SECRETS = frozenset(("100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254"))
"""Where Alibaba's, Microsoft's, Oracle's and Amazon's clouds tell their machines secrets, beside the links' own."""
_TRANSLATED = "64:ff9b::/96"
"""IPv4 within IPv6 as translators have it (RFC 6052)."""


def refuse(host: str, allows: Allows) -> None:
    """Raise FailureError for a host with an address that is not allowed, socket.gaierror for one with none."""
    import ipaddress

    for found in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM):
        address = _meant(ipaddress.ip_address(str(found[4][0]).partition("%")[0]))
        if str(address) in _SECRETS or not allows(address):
            raise FailureError(f"leads to {host}, which is in a private network")


def _meant(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The address itself, or the one of IPv4 that it stands for."""
    import ipaddress

    if address.version == 4:
        return address
    if address in ipaddress.IPv6Network(_TRANSLATED):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is for all the world."""
    return address.is_global


def is_usual(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address can be that of a site, within the user's own network, too.

    One that only counts on its link is not: there, clouds tell their machines secrets.
    """
    return not (address.is_link_local or address.is_multicast or address.is_unspecified)
