"""Three invented employers and their six sites, one of them a content-moderation floor, one an undeclared centre."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from union.workplaces import actions
from union.workplaces.models import Activity, Employer, Headcount, Identity, Market, Site, Workplace

CALLS, OFFICE, MODERATION = Activity.CALLS, Activity.BACK_OFFICE, Activity.MODERATION
FRENCH, CANADIAN, SPANISH, OTHER = Market.FRENCH, Market.CANADIAN, Market.SPANISH, Market.OTHER

# No company carries an ICE that begins with twelve nines; the register numbers say that they are invented.
EMPLOYERS = {
    "zellige": Identity(
        "Zellige Contact SA",
        "RC fictif 900001 Casablanca",
        "999999999999017",
        "9990001",
        "Casablanca, boulevard fictif",
        "Inspection du travail de Casablanca-Anfa",
        "Tribunal de première instance (social) de Casablanca",
        "Groupe Zellige (fictif)",
    ),
    "bab": Identity(
        "Bab Horizon Services SARL",
        "RC fictif 900002 Fès",
        "999999999999028",
        "9990002",
        "Fès, route fictive",
        "Inspection du travail de Fès",
        "Tribunal de première instance de Fès",
        "Horizon International (fictif)",
    ),
    "argane": Identity(
        "Argane Modération SARL",
        "RC fictif 900003 Casablanca",
        "999999999999039",
        "9990003",
        "Casablanca, rue fictive",
        "Inspection du travail de Casablanca-Aïn Sebaâ",
        "Tribunal de première instance (social) de Casablanca",
    ),
}


@dataclass(frozen=True)
class DemoSite:
    """A site, how many of its people are in the files, and its headcount of today, of last year and of the one
    before."""

    key: str
    employer: str
    site: Site
    people: int
    counts: tuple[int, int, int]


def _site(name: str, name_ar: str, *told: Any, **more: Any) -> Site:
    return replace(Site(name, *told, **more), name_ar=name_ar)


PLANS = (
    DemoSite(
        "maarouf",
        "zellige",
        _site("Sidi Maârouf", "سيدي معروف", "Casablanca", "Boulevard fictif 1", (CALLS, OFFICE), (FRENCH,)),
        440,
        (1840, 1910, 1650),
    ),
    DemoSite(
        "technopolis",
        "zellige",
        _site("Technopolis", "تكنوبوليس", "Rabat", "Avenue fictive 2", (CALLS,), (FRENCH, CANADIAN)),
        338,
        (1180, 1205, 1100),
    ),
    DemoSite(
        "saiss",
        "bab",
        _site("Fès Saïss", "فاس سايس", "Fès", "Route fictive 3", (CALLS,), (FRENCH, SPANISH)),
        306,
        (940, 990, 860),
    ),
    DemoSite(
        "malabata",
        "bab",
        _site("Malabata", "مالاباطا", "Tanger", "Zone fictive 4", (CALLS, OFFICE), (SPANISH,)),
        276,
        (1020, 1160, 1150),
    ),
    DemoSite(
        "signal",
        "argane",
        _site("Aïn Sebaâ", "عين السبع", "Casablanca", "Rue fictive 5", (MODERATION,), (FRENCH, OTHER)),
        152,
        (610, 540, 380),
    ),
    DemoSite(
        "villa",
        "bab",
        _site(
            "Villa Narjiss",
            "فيلا النرجس",
            "Fès",
            "",
            (CALLS,),
            (FRENCH,),
            declared=False,
            notes="Plateau dans une villa, sans enseigne ; salaires en espèces, aucune déclaration.",
        ),
        8,
        (95, 70, 0),
    ),
)
SOURCES = ("Délégués des salariés", "Bilan social", "Presse")


def found(session: Session, today: date) -> dict[str, Workplace]:
    """Write employers and sites, with their headcounts. Returns the sites by key."""
    employers: dict[str, Employer] = {}
    for key, identity in EMPLOYERS.items():
        employers[key] = actions.create_employer(session, None, identity)
        session.flush()
    sites: dict[str, Workplace] = {}
    for plan in PLANS:
        sites[plan.key] = actions.create(session, None, employers[plan.employer], plan.site)
        session.flush()
        for years, (people, source) in enumerate(zip(plan.counts, SOURCES, strict=True)):
            if people:
                counted = Headcount(today - timedelta(days=40 + 365 * years), people, source)
                actions.add_headcount(session, None, sites[plan.key], counted, today)
    session.flush()
    return sites
