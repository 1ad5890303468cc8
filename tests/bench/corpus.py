"""A .bib of N mixed entries, the same for the same N: corpus.py N > big.bib."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

GIVEN = ["Ada", "Jean-Luc", "Mar{\\'\\i}a", "Wei", "S{\\o}ren", "Olga P.", "Xiao-Ming", "Tom", "Zs{\\'o}fia", "R."]
FAMILY = [
    "Chen",
    "van den Berg",
    "Gonz{\\'a}lez Ruiz",
    'M{\\"u}ller',
    "O'Hara",
    "de Souza",
    "Novak",
    "Li",
    "Kov{\\'a}cs",
]
TITLE = "a fast robust sparse {GPU} filter for the {B}ayesian estimation of signals in noisy networks with low power"
WORDS = TITLE.split()
JOURNALS = [
    "IEEE Transactions on Signal Processing",
    "Nature",
    "Journal of Machine Learning Research",
    "Pattern Recognition",
]
MEETINGS = [
    "Proceedings of the {IEEE} International Conference on Robotics and Automation",
    "2019 European Signal Processing Conference",
]
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def entries(count: int) -> Iterator[str]:
    """The entries, one string each."""
    draw = random.Random(11)  # noqa: S311
    for number in range(count):
        people = [f"{draw.choice(FAMILY)}, {draw.choice(GIVEN)}" for _ in range(draw.choice([1, 2, 3, 3, 4, 6, 9]))]
        title = " ".join(draw.choices(WORDS, k=draw.randint(6, 13))).capitalize()
        first = draw.randint(1, 3000)
        fields = {"author": " and ".join(people), "title": title, "year": str(draw.randint(1980, 2026))}
        kind = draw.choices(["article", "inproceedings", "misc", "book", "phdthesis"], [50, 30, 10, 6, 4])[0]
        fields |= {
            "article": {
                "journal": draw.choice(JOURNALS),
                "volume": str(draw.randint(1, 99)),
                "pages": f"{first}--{first + 9}",
            },
            "inproceedings": {
                "booktitle": draw.choice(MEETINGS),
                "pages": f"{first}--{first + 5}",
                "address": "Lyon, France",
            },
            "misc": {"eprint": f"{draw.randint(1001, 2612)}.{draw.randint(10000, 29999)}", "archiveprefix": "arXiv"},
            "book": {"publisher": "Springer", "address": "Berlin, Germany", "edition": "2nd"},
            "phdthesis": {"school": "University of Vienna", "address": "Vienna, Austria"},
        }[kind]
        if draw.random() < 0.8:
            fields["doi"] = f"10.5555/bench.{number}"
        body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        month = f"  month = {draw.choice(MONTHS)},\n" if draw.random() < 0.5 else ""
        yield f"@{kind}{{key{number:06d},\n{body}{month}}}\n\n"


if __name__ == "__main__":
    sys.stdout.writelines(entries(int(sys.argv[1])))
