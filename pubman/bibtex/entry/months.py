"""The months, and the macros that every BibTeX style defines for them."""

from __future__ import annotations

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MACROS = {month[:3].lower(): month for month in MONTHS}
"""What every BibTeX style defines (btxdoc, section 3.2: three-letter names of the months)."""
