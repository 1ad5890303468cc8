"""The words of dates: months and seasons by name, in the languages of Europe that .bib files are written in."""

from __future__ import annotations

import re

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january januar janvier janv enero ene gennaio gen janeiro januari jänner",
            "feb febr february februar février fevrier fév févr fev febrero febbraio fevereiro februari",
            "mar march märz maerz mrz mär mars marzo março marco maart",
            "apr april avril avr abril abr aprile",
            "may mai mayo maggio mag maio mei",
            "jun june juni juin junio giugno giu junho",
            "jul july juli juillet juil julio luglio lug julho",
            "aug august août aout agosto ago augustus augusti",
            "sep sept september septembre septiembre setiembre settembre setembro",
            "oct october okt oktober octobre octubre ottobre ott outubro",
            "nov november novembre noviembre novembro",
            "dec december dez dezember décembre decembre déc diciembre dic dicembre dezembro",
        ),
        1,
    )
    for word in words.split()
}
SEASONS = {
    "spring": "Spring", "summer": "Summer", "fall": "Fall", "autumn": "Autumn", "winter": "Winter",
    "frühling": "Spring", "frühjahr": "Spring", "sommer": "Summer", "herbst": "Autumn",
    "printemps": "Spring", "été": "Summer", "automne": "Autumn", "hiver": "Winter",
}  # fmt: skip
SEASON_CODES = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
"""ISO 8601-2's, which stand in the place of a month."""

TO = frozenset("to bis until through à and und et y".split())
"""Between the ends of a range, or two months of one issue."""

NO_MEANING = frozenset(
    "of the on de del du le el den der mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday"
    " sunday tues wednes"
    " thur thurs".split()
)
ABOUT = frozenset("c ca circa about approx".split())
LETTER = re.compile(r"[^\W\d_]")
