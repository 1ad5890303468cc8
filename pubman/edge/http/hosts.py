"""Where a host's name leads to, and whether it may be asked there: a redirect has no business in a private network."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, TypeAlias

from pubman.edge.http.retries import FailureError

if TYPE_CHECKING:
    from collections.abc import Callable
    from ipaddress import IPv4Address, IPv6Address

    Allows: TypeAlias = Callable[[IPv4Address | IPv6Address], bool]


def refuse(host: str, allows: Allows) -> None:
    """Raise FailureError for a host with an address that is not allowed, socket.gaierror for one with none."""
    import ipaddress

    for found in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM):
        address = ipaddress.ip_address(str(found[4][0]).partition("%")[0])
        if not allows(getattr(address, "ipv4_mapped", None) or address):
            raise FailureError(f"leads to {host}, which is in a private network")


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is for all the world."""
    return address.is_global


def is_usual(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address can be that of a site, within the user's own network, too.

    One that only counts on its link is not: there, clouds tell their machines secrets.
    """
    return not (address.is_link_local or address.is_multicast or address.is_unspecified)
