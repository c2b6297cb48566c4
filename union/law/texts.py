"""Which version of each text was in force on a day; a fact before the first version known is refused, never guessed."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from union.law.sentences.refusals import refuse
from union.law.sources.articles import TEXTS
from union.law.sources.sentence import Sentence
from union.law.sources.source import Status

CODE = date(2004, 6, 8)
DECREES = date(2005, 1, 6)  # the official journal n° 5280, which carries the Code's decrees of 29 December 2004


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a text: its key in `TEXTS`, the first day it is in force, and what it is called."""

    text: str
    since: date
    name: Sentence
    status: Status = Status.VERIFIED

    def as_json(self) -> dict[str, object]:
        """Plain values for JSON, but for its name, which is a sentence."""
        return {"text": self.name, "since": self.since.isoformat(), "status": str(self.status)}


def _one(text: str, since: date, status: Status = Status.VERIFIED) -> tuple[Version, ...]:
    return (Version(text, since, TEXTS[text], status),)


VERSIONS: dict[str, tuple[Version, ...]] = {
    "ct": (
        Version("ct", CODE, TEXTS["ct"]),
        Version(
            "ct",
            date(2021, 2, 5),
            Sentence("Labour Code, amended by law 02-21"),
        ),
    ),
    "preavis": _one("preavis", DECREES),
    "hs": _one("hs", DECREES),
    "fetes": (
        Version("fetes", DECREES, Sentence("decree 2-04-426")),
        Version(
            "fetes",
            date(2023, 12, 5),
            Sentence("decree 2-04-426, amended by decree 2.23.1000"),
        ),
        Version(
            "fetes",
            date(2026, 2, 5),
            Sentence("decree 2-04-426, amended by decree 2.26.14"),
        ),
    ),
    "cdd": _one("cdd", date(2020, 8, 6)),
    "mandat": _one("mandat", date(2009, 1, 16)),
    "doc": _one("doc", date(1913, 8, 12)),
    "cpc": _one("cpc", date(1974, 9, 28)),
    "greve": _one("greve", date(2025, 9, 24), Status.VERIFIED_2),
    # From memory: the law on work accidents came out in the official journal of 22 January 2015.
    "at": _one("at", date(2015, 1, 22), Status.UNVERIFIED),
    # The fund says 1 December 2014, the press also 12 December: the later claimant loses nothing by the first.
    "ipe": _one("ipe", date(2014, 12, 1), Status.VERIFIED_2),
    "insertion": _one("insertion", date(1993, 3, 23), Status.VERIFIED_2),
    "donnees": _one("donnees", date(2009, 3, 5)),
}


@lru_cache(maxsize=1024)
def version(text: str, on: date) -> Version | None:
    """The version of a text in force on a day; None before the first one known. KeyError for an unknown text."""
    versions = VERSIONS[text]
    place = bisect_right([one.since for one in versions], on)
    return versions[place - 1] if place else None


def in_force(text: str, on: date, field: str = "on") -> Version:
    """The version of a text in force on a day; `BadFacts` naming `field` before the first one known."""
    found = version(text, on)
    if found is None:
        first = VERSIONS[text][0]
        raise refuse(field, "before_text", text=first.name, since=first.since)
    return found


def texts_of(articles: tuple[str, ...]) -> list[str]:
    """The keys of the texts that the articles belong to, each once, in their order."""
    return list(dict.fromkeys(key.partition(" ")[0] for key in articles))


def in_force_then(keys: Iterable[str], on: date) -> Iterator[Version]:
    """The versions of the texts of these articles, in force on the day, each once."""
    found = (version(text, on) for text in dict.fromkeys(key.partition(" ")[0] for key in keys))
    return (one for one in found if one is not None)
