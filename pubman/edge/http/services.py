"""The services: what they are called, where they are, and where a redirect of theirs may lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from pubman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping


class Service(NamedTuple):
    """A service: its name for a reader, the address it has unless another is configured, and whom to ask for help."""

    title: str
    url: str
    support: str = ""


SERVICES: Final = {
    "crossref": Service("Crossref", "https://api.crossref.org", "support@crossref.org"),
    "doi": Service("doi.org", "https://doi.org"),
    "datacite": Service("DataCite", "https://api.datacite.org", "support@datacite.org"),
    "arxiv": Service("arXiv", "https://export.arxiv.org"),
    "orcid": Service("ORCID", "https://pub.orcid.org", "support@orcid.org"),
}

_HOSTS = frozenset(
    "doi.org dx.doi.org www.doi.org api.crossref.org data.crossref.org api.datacite.org data.datacite.org "
    "data.crosscite.org export.arxiv.org arxiv.org pub.orcid.org publications.europa.eu".split()
)
_DOMAINS = ("medra.org", "japanlinkcenter.org", "doi.or.kr", "chinadoi.cn", "airiti.com")
"""The registration agencies that doi.org hands over to."""

_PORTS = {"http": 80, "https": 443}


def addresses(configured: Mapping[str, Mapping[str, str]], environ: Mapping[str, str]) -> dict[str, str]:
    """The address of each service: of `[sources.NAME]`, else of `PUBMAN_NAME_URL`, else its own.

    Raises UsageError for one that is no address of the web, or that carries a password.
    """
    found = {}
    for name, service in SERVICES.items():
        variable = f"PUBMAN_{name.upper()}_URL"
        url = configured.get(name, {}).get("url") or environ.get(variable)
        if url and not _is_address(url):
            place = f"[sources.{name}]" if configured.get(name, {}).get("url") else variable
            raise UsageError(
                f'{place}: "{re.sub("//.*@", "//...@", url)}" is not the address of a service',
                hint='it reads like "https://example.org/path", without user, query or fragment',
            )
        found[name] = (url or service.url).rstrip("/")
    return found


def _is_address(url: str) -> bool:
    try:
        return bool(re.fullmatch(r"https?://[^\s/?#@\\]+(?:/[^\s?#\\]*)?", url) and origin(url)[1])
    except ValueError:
        return False


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address; raises ValueError for what is none."""
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme, 0)


def of(url: str, known: Mapping[str, str], otherwise: str) -> str:
    """The service that an address belongs to, whose limits hold for it."""
    under = [name for name, base in known.items() if url.startswith((f"{base}/", f"{base}?"))]
    if under:
        return max(under, key=lambda name: len(known[name]))
    host = origin(url)[1]
    return "crossref" if host.endswith(".crossref.org") else "datacite" if host.endswith(".datacite.org") else otherwise


def is_configured(url: str, known: Mapping[str, str]) -> bool:
    """Whether an address has the origin of one of the services as they are configured."""
    return origin(url) in {origin(base) for base in known.values()}


def redirected(url: str, location: str, known: Mapping[str, str]) -> str:
    """Where a redirect leads, or nothing when it may not be followed.

    It may to the origin of a service as configured, and over https to the services and registration agencies known
    here; an http address of those is asked over https.
    """
    if not location.strip():
        return ""
    try:
        target = urljoin(url, location.strip()).partition("#")[0]
        parts = urlsplit(target)
        scheme, host, _ = origin(target)
        if parts.username is not None or parts.password is not None or any(c <= " " or c == "\\" for c in target):
            return ""
        if is_configured(target, known):
            return target
        agency = host in _HOSTS or any(host == domain or host.endswith(f".{domain}") for domain in _DOMAINS)
        if not agency or scheme not in _PORTS or parts.port not in (None, _PORTS[scheme]):
            return ""
        return parts._replace(scheme="https", netloc=host).geturl()
    except ValueError:
        return ""
