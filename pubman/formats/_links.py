"""Where a link may lead: to the web, and in characters that no attribute and no Markdown ends at."""

from __future__ import annotations

import re

from pubman.formats import _characters

_READY = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9/._~:@!+,;=?#-]*)?").fullmatch
_WEB = r"(?is)(https?)://([\w.-]+(?::[0-9]{1,5})?)([/?#].*)?"
_ODD = r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~:/@!+,;=?#&%-]"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def href(url: str) -> str:
    """The address ready for an `href` or a Markdown destination, or nothing when it is not one of the web.

    An address of the web has the scheme http or https and a host, names no user and holds no control character.
    After the host, all but what an address needs is percent-encoded (what is encoded already stays), `&` is `&amp;`.
    """
    if _READY(url):
        return url
    url = url.strip()
    found = re.fullmatch(_WEB, url)
    if found is None or _characters.unclean(url):
        return ""
    scheme, host, rest = found.groups("")
    return f"{scheme}://{host}{re.sub(_ODD, _percent, rest).replace('&', '&amp;')}"
