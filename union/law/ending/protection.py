"""Who is protected against dismissal on a given day, from the dates of mandates (arts 457, 458, 472)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence, joined
from union.law.terms.kinds import Mandate
from union.law.terms.seniority import months_from

FORMER_MONTHS = 6
CANDIDATE_MONTHS = 3


class Office(StrEnum):
    """What somebody was elected to, named to, or stood for."""

    DELEGATE_FULL = "delegate_full"
    DELEGATE_ALTERNATE = "delegate_alternate"
    UNION_REPRESENTATIVE = "union_representative"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Held:
    """An office from a day until its last day (None: it runs). A candidate's runs from the electoral lists to the
    results."""

    office: Office
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Protected:
    """Standing on a day: `standing` feeds the facts of an entitlement; `until` is the last day known, None if open."""

    standing: Mandate
    office: Office | None
    until: date | None
    articles: tuple[str, ...]

    @property
    def doubled(self) -> bool:
        """True while the mandate runs: severance is doubled (art 58)."""
        return self.standing is Mandate.IN_OFFICE

    @property
    def needs_approval(self) -> bool:
        """True if a dismissal, a suspension or a change of post needs the labour inspector's approval."""
        return self.standing is not Mandate.NONE

    @property
    def sentence(self) -> Sentence:
        """What the protection is, until when."""
        said = _SAID[self.standing]
        if self.until is None:
            return said
        return joined(said, Sentence("Until {day}.").filled(day=self.until))

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)


_SAID: dict[Mandate, Sentence] = {
    Mandate.NONE: Sentence("No mandate: articles 9 and 36 ban any measure based on union activity."),
    Mandate.IN_OFFICE: Sentence(
        "Mandate in office: dismissal, suspension or change of post needs the inspector's approval, and "
        "severance is doubled."
    ),
    Mandate.FORMER: Sentence(
        "Former delegate: the inspector's approval is still needed for six months after the mandate; "
        "severance is not doubled."
    ),
    Mandate.CANDIDATE: Sentence(
        "Candidate: the inspector's approval is needed from the day the electoral lists are drawn up "
        "until three months after the results; severance is not doubled."
    ),
}
_ORDER = (Mandate.NONE, Mandate.CANDIDATE, Mandate.FORMER, Mandate.IN_OFFICE)


def protection(mandates: Iterable[Held], on: date) -> Protected:
    """The strongest protection on that day: in office, else former delegate, else candidate, else none."""
    best = Protected(Mandate.NONE, None, None, ("ct 9", "ct 36"))
    for held in mandates:
        found = _of(held, on)
        if found and _rank(found) > _rank(best):
            best = found
    return best


def _rank(found: Protected) -> tuple[int, date]:
    return _ORDER.index(found.standing), found.until or date.max


def _of(held: Held, on: date) -> Protected | None:
    if on < held.since:
        return None
    running = held.until is None or on <= held.until
    as_representative = ("ct 472",) if held.office is Office.UNION_REPRESENTATIVE else ()
    if held.office is Office.CANDIDATE:
        last = months_from(held.until, CANDIDATE_MONTHS) if held.until else None
        return (
            Protected(Mandate.CANDIDATE, held.office, last, ("ct 457", "ct 458"))
            if last is None or on <= last
            else None
        )
    if running:
        return Protected(Mandate.IN_OFFICE, held.office, held.until, ("ct 457", "ct 58", *as_representative))
    last = months_from(held.until, FORMER_MONTHS) if held.until else None
    if last and on <= last:
        return Protected(Mandate.FORMER, held.office, last, ("ct 458", *as_representative))
    return None
