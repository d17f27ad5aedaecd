"""Which internet addresses a host has, and whether they may be asked."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

from checks.case.errors import CaseError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Not public, though Python 3.11 takes them for it.
_ALSO_PRIVATE = [ipaddress.ip_network(text) for text in ("64:ff9b:1::/48", "fec0::/10", "192.0.0.0/24", "100::/64")]


def refuse_private(host: str, port: int, permitted: Iterable[str] = ()) -> list[str]:
    """The addresses that a host has, in the order in which they are to be tried, every one of them checked.

    `host` is a name or an address in any form that the system reads (`127.0.0.1`, `2130706433`, `0x7f.1`, `::1`).
    Connect to what is returned and do not look the name up again: a second answer may be another. `permitted` are
    networks that may be asked although they are private. Raises `CaseError` for a name that has no address, and if
    any address is private, loopback, link-local, shared, multicast, reserved or unspecified, or an IPv6 address that
    stands for such a one of IPv4. Source: the IANA special-purpose address registries, RFC 6890, RFC 6052, RFC 3056.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, OverflowError):
        raise CaseError("the name of its host is not known: look at the address, and whether you are online") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    refuse_any_private(addresses, permitted)
    return addresses


def refuse_any_private(addresses: Iterable[str], permitted: Iterable[str] = ()) -> None:
    """Raises `CaseError` if one of these addresses is private and in none of the permitted networks.

    One is enough: who owns the name chooses which of them is taken.
    """
    networks = [ipaddress.ip_network(text) for text in permitted]
    for text in addresses:
        address = ipaddress.ip_address(text)
        if is_private(address) and not any(address in network for network in networks):
            raise CaseError(
                f"its host has a private address ({address}), and those are asked only with --allow-private"
            )


def is_private(address: _Address) -> bool:
    """Whether an address is anything but a public one of one machine."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_private(inner)
    return (
        not address.is_global
        or address.is_multicast
        or address.is_reserved
        or any(address in network for network in _ALSO_PRIVATE)
    )
