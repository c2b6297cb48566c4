"""What a brand may be told of the sites that serve it: counts of twelve months, and nothing of which a person is
told.

A kind of problem is counted where five people or more stand behind it, and rounded to five, as every published figure
is; confidential cases are counted for nobody. The months are whole ones and end with the last, so that two sheets of
one month are alike, however many cases came between.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from union.cases.small import LEAST, rounded
from union.grievances.models import Problem
from union.languages.figures import day, number
from union.languages.saying import in_language
from union.law.paths.declared import KINDS
from union.law.sources.sentence import Sentence
from union.patterns.told import Told, cases
from union.press.content import Paper, Part, name
from union.store.reach import ReachSession
from union.targets.brands import Served

LANGUAGES = ("fr", "en")  # of the clients who are written to

SAID: dict[str, Sentence] = {
    "title": Sentence("Problems at work reported to the union at sites that serve {brand}"),
    "under": Sentence("From {first} to {last}"),
    "what": Sentence("What is counted"),
    "told": Sentence(
        "Problems that people at work reported to their union, at sites in Morocco that serve {brand}, in "
        "twelve whole months."
    ),
    "kinds": Sentence("By kind of problem"),
    "total": Sentence("All kinds above"),
    "how": Sentence("How it is counted"),
    "rule": Sentence(
        "A kind is shown where five people or more reported it; every figure is rounded to five, and a total adds the "
        "figures as they are shown. What is not shown may be none or a few: nobody can tell."
    ),
    "confidential": Sentence("Cases that people asked to keep confidential are not counted."),
    "honest": Sentence(
        "Only what reached the union is counted. A figure is what was reported, not what a court found; the employer "
        "was not asked before it was counted."
    ),
    "nobody": Sentence("This sheet names nobody, and no figure of it is of fewer than five people."),
    "foot": Sentence("Made on {day} by the union."),
}


@dataclass(frozen=True)
class Dossier:
    """The counts of a period, as they may leave. Empty where too few people stand behind each of them."""

    first: date
    last: date
    kinds: tuple[tuple[Problem, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _kind, count in self.kinds)


def period(on: date) -> tuple[date, date]:
    """Twelve whole months, the last one before the month of a day; both days counted in."""
    return date(on.year - 1, on.month, 1), on.replace(day=1) - timedelta(days=1)


def counted(session: ReachSession, served: Mapping[UUID, Iterable[Served]], on: date) -> Dossier:
    """What the sites in reach that served a brand tell of those days. `served` by the ids of sites."""
    first, last = period(on)
    spans = {place: [span for one in each if (span := one.within(first, last))] for place, each in served.items()}
    found = [
        one
        for one in cases(session, spans)
        if not one.confidential and any(begins <= one.said.on <= ends for begins, ends in spans[one.workplace_id])
    ]
    kinds = _published({problem: [one for one in found if one.said.problem is problem] for problem in Problem})
    return Dossier(first, last, tuple(sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0].value))))


def _published(grouped: Mapping[Problem, list[Told]]) -> dict[Problem, int]:
    """How many cases there are of each, rounded; nothing of fewer people than five."""
    return {key: rounded(len(some)) for key, some in grouped.items() if len({one.person for one in some}) >= LEAST}


def sheet(dossier: Dossier, brand: str, language: str, on: date) -> Paper:
    """The counts on one page. No site is named: its count of all kinds, less the kinds that are shown, would tell of
    one that is hidden."""

    def said(key: str, **values: str) -> str:
        return in_language(Sentence(SAID[key].text, values, SAID[key].context), language)

    first, last = day(dossier.first, language), day(dossier.last, language)
    kinds = tuple((in_language(KINDS[kind].name, language), number(count, language)) for kind, count in dossier.kinds)
    parts = [
        Part(said("what"), (said("told", brand=name(brand)),)),
        Part(said("kinds"), pairs=(*kinds, (said("total"), number(dossier.total, language)))),
        Part(said("how"), points=tuple(("", said(key)) for key in ("rule", "confidential", "honest", "nobody"))),
    ]
    return Paper(
        language=language,
        title=said("title", brand=name(brand)),
        under=said("under", first=first, last=last),
        parts=tuple(parts),
        foot=said("foot", day=day(on, language)),
        reference="",
    )
