"""Who is protected against dismissal on a given day, from the dates of mandates (arts 457, 458, 472)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from union.law.ending.seniority import months_from
from union.law.kinds import Mandate
from union.law.sources.articles import cite
from union.law.sources.source import Words, words

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
    """An office from a day until its last day (None: it runs). A candidate's runs from the electoral lists to the results."""

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
    def sentence(self) -> Words:
        """What the protection is, until when."""
        said = words(*_SAID[self.standing])
        if self.until is None:
            return said
        until = words(" Jusqu'au {day}.", " إلى غاية {day}.", " Until {day}.", day=self.until)
        return Words(said.fr + until.fr, said.ar + until.ar, said.en + until.en)

    @property
    def article(self) -> Words:
        """The articles cited."""
        return cite(self.articles)


_SAID: dict[Mandate, tuple[str, str, str]] = {
    Mandate.NONE: (
        "Aucun mandat : les articles 9 et 36 interdisent toute mesure fondée sur l'activité syndicale.",
        "لا انتداب: تمنع المادتان 9 و36 كل إجراء أساسه النشاط النقابي.",
        "No mandate: articles 9 and 36 ban any measure based on union activity.",
    ),
    Mandate.IN_OFFICE: (
        "Mandat en cours : licenciement, mise à pied ou changement de poste exigent l'approbation de l'inspecteur, et l'indemnité est doublée.",
        "انتداب سار: يتطلب الفصل أو التوقيف أو تغيير المصلحة موافقة مفتش الشغل، ويضاعف التعويض.",
        "Mandate in office: dismissal, suspension or change of post needs the inspector's approval, and severance is doubled.",
    ),
    Mandate.FORMER: (
        "Ancien délégué : l'approbation de l'inspecteur reste exigée six mois après la fin du mandat ; l'indemnité n'est pas doublée.",
        "مندوب سابق: تبقى موافقة مفتش الشغل مطلوبة ستة أشهر بعد انتهاء الانتداب؛ ولا يضاعف التعويض.",
        "Former delegate: the inspector's approval is still needed for six months after the mandate; severance is not doubled.",
    ),
    Mandate.CANDIDATE: (
        "Candidat : l'approbation de l'inspecteur est exigée dès l'établissement des listes électorales et jusqu'à trois mois après les résultats ; l'indemnité n'est pas doublée.",
        "مرشح: موافقة مفتش الشغل مطلوبة بمجرد وضع اللوائح الانتخابية وإلى غاية ثلاثة أشهر بعد إعلان النتائج؛ ولا يضاعف التعويض.",
        "Candidate: the inspector's approval is needed from the day the electoral lists are drawn up until three months after the results; severance is not doubled.",
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
