"""Where the sites of the demonstration stand, and what comes next at each."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from union.targets.brands import Brand, BrandSite, Lever, Pull, Served
from union.targets.brands import Told as ToldOfBrand
from union.targets.models import Reached, SiteStage, SiteStanding, Spoken, Standing
from union.workplaces.models import Workplace

# By site: who follows it, the stages with how many days ago and what shows them, the next act with its days from now.
PLANS: dict[str, tuple[str, tuple[tuple[SiteStage, int, str], ...], str, int]] = {
    "maarouf": (
        "permanente",
        (
            (SiteStage.CONTACTED, 1400, "Réunion de vingt personnes à la bourse du travail"),
            (SiteStage.SECTION, 1210, "Récépissé fictif 44/2023"),
            (SiteStage.ELECTED, 900, "PV des élections, 3 délégués sur 5"),
        ),
        "Demander la liste des électeurs",
        6,
    ),
    "technopolis": (
        "permanente",
        (
            (SiteStage.MAPPED, 300, "Six plateaux sur sept connus"),
            (SiteStage.COMMITTEE, 96, "Quatre personnes, trois équipes"),
        ),
        "Trouver une personne de l'équipe de nuit",
        -2,
    ),
    "saiss": ("permanent.nord", ((SiteStage.SECTION, 400, "Récépissé fictif 12/2025"),), "", 0),
    "malabata": (
        "permanent.nord",
        ((SiteStage.CONTACTED, 60, "Deux conversations en octobre"),),
        "Compter les plateaux",
        21,
    ),
    "villa": ("", ((SiteStage.HEARD_OF, 35, "Offre d'emploi sans nom d'entreprise"),), "", 0),
}


# Invented companies: since how many days which sites serve them.
BRANDS: dict[ToldOfBrand, dict[str, int]] = {
    ToldOfBrand(
        "Orme Télécom (fictif)",
        "France",
        (Pull(Lever.CONTACT_POINT, "PCN fictif, Paris"), Pull(Lever.VIGILANCE, "Plan de vigilance fictif 2026")),
    ): {"maarouf": 1500, "technopolis": 700},
    ToldOfBrand("Banca Ribera (fictif)", "Espagne", (Pull(Lever.CODE, "Code fictif des fournisseurs, point 4"),)): {
        "malabata": 800,
        "saiss": 500,
    },
    ToldOfBrand("Réseau Lumen (fictif)", "Irlande", (), "Application fictive de vidéos courtes."): {"signal": 420},
}


def plan(session: Session, sites: dict[str, Workplace], signed_in: dict[str, UUID], today: date) -> None:
    """Write down where each site stands. One is left without a word, as most are at first."""
    names = {"permanente": "Siham Ouazzani", "permanent.nord": "Driss Azzouzi"}
    for key, (owner, stages, act, days) in PLANS.items():
        by = signed_in[owner or "permanent.nord"]
        told = names[owner or "permanent.nord"]
        reached = tuple(
            Reached(stage, today - timedelta(days=ago), proof, by, told, today - timedelta(days=ago))
            for stage, ago, proof in stages
        )
        standing = Standing(
            reached,
            signed_in[owner] if owner else None,
            act,
            today + timedelta(days=days) if act else None,
            floors=("Plateau 1", "Plateau 2", "Plateau 3") if key == "maarouf" else (),
            shifts=("8 h à 17 h", "Nuit") if key == "maarouf" else (),
            transport=("Navette fictive A", "Tramway T2") if key == "maarouf" else (),
            spoken=(Spoken.FRENCH, Spoken.SPANISH) if key in {"saiss", "malabata"} else (Spoken.FRENCH,),
            declared_proof="Aucun affilié CNSS à cette adresse" if key == "villa" else "Affiliation CNSS",
            declared_on=today - timedelta(days=30),
        )
        session.add(SiteStanding(workplace_id=sites[key].id, standing=standing, version=1))
    session.flush()
    _serve(session, sites, today)


def _serve(session: Session, sites: dict[str, Workplace], today: date) -> None:
    """Write down the brands, and which sites serve them."""
    for told, places in BRANDS.items():
        brand = Brand(told=told, version=1)
        session.add(brand)
        session.flush()
        for key, days in places.items():
            served = Served(today - timedelta(days=days), proof="Nom au début des appels")
            session.add(BrandSite(brand_id=brand.id, workplace_id=sites[key].id, served=served, version=1))
    session.flush()
