"""Fourteen hundred invented people with their work, pay, membership, dues, consent and mandates; about 1,200 are
members."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from union.demo.names import ALIASES, FAMILIES, MEN, WOMEN
from union.law.terms.rates import smig
from union.members.consent_text import VERSION, How
from union.members.models import (
    Category,
    Change,
    Consent,
    Contract,
    Dues,
    Held,
    Identity,
    MandateKind,
    Membership,
    Sex,
    Standing,
    Terms,
    Wage,
)
from union.workplaces.models import Activity, Market, Site

# 06 85 is a range that the numbering plan gives to no operator: these numbers ring nowhere.
PHONE = "+212685{:06}"
ADULT = 18 * 366  # days
JOBS = {
    Activity.CALLS: ("Téléconseiller", "Téléconseillère", "Chargé de clientèle", "Superviseur"),
    Activity.BACK_OFFICE: ("Gestionnaire back-office", "Agent de saisie"),
    Activity.MODERATION: ("Modérateur de contenu", "Analyste de contenu", "Superviseur"),
}
SUPERVISORS = ("Responsable de plateau", "Formateur", "Responsable qualité")
STATES = (Membership.MEMBER,) * 84 + (Membership.CONTACT,) * 7 + (Membership.LAPSED,) * 6 + (Membership.LEFT,) * 3
YEARLY = Decimal("120.00")  # dues
OFFICES = (
    *(MandateKind.DELEGATE_FULL,) * 3,
    *(MandateKind.DELEGATE_ALTERNATE,) * 3,
    MandateKind.UNION_REPRESENTATIVE,
    *(MandateKind.CANDIDATE,) * 2,
)


@dataclass(frozen=True)
class DemoPerson:
    """Somebody at one site, before anything is sealed."""

    id: UUID
    employment_id: UUID
    identity: Identity
    standing: Standing
    terms: Terms
    mandate: Held | None = None


def people(random: Random, site: Site, number: int, first: int, today: date) -> Iterator[DemoPerson]:
    """So many people of one site, alike for the same seed and day; `first` numbers them through the whole
    demonstration."""
    for at in range(number):
        terms = _terms(random, site, first + at, today)
        identity = _of_age(_identity(random, site, first + at, today), terms)
        standing = _standing(random, first + at, terms, today)
        yield DemoPerson(_id(random), _id(random), identity, standing, terms, _mandate(at, terms, today))


def _id(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128), version=4)


def _identity(random: Random, site: Site, number: int, today: date) -> Identity:
    woman = random.random() < 0.54
    given, given_ar = random.choice(WOMEN if woman else MEN)
    family, family_ar = random.choice(FAMILIES)
    script = random.random()  # most are known in both scripts, some in one
    if script < 0.06:
        given = family = ""
    elif script < 0.3:
        given_ar = family_ar = ""
    alias = random.choice(ALIASES) if Market.FRENCH in site.markets and random.random() < 0.5 else ""
    emails = (f"adherent{number}@exemple.example",) if random.random() < 0.35 else ()
    return Identity(
        family,
        given,
        family_ar,
        given_ar,
        alias,
        Sex.FEMALE if woman else Sex.MALE,
        today - timedelta(days=random.randint(20 * 365, 46 * 365)),
        (PHONE.format(number),),
        emails,
    )


def _of_age(identity: Identity, terms: Terms) -> Identity:
    """Nobody was hired before eighteen: a roster taken out of the demonstration comes in again."""
    born, hired = identity.born_on, terms.hired_on
    if born is None or hired is None or (hired - born).days >= ADULT:
        return identity
    return dataclasses.replace(identity, born_on=hired - timedelta(days=ADULT + (hired - born).days % 1000))


def _terms(random: Random, site: Site, number: int, today: date) -> Terms:
    hired = today - timedelta(days=int(30 + random.random() ** 1.6 * 13 * 365))
    executive = random.random() < 0.05
    job = random.choice(SUPERVISORS if executive else JOBS[random.choice(site.activities)])
    contract = (
        Contract.CDI
        if hired < today - timedelta(days=730)
        else random.choice((Contract.CDI, Contract.CDI, Contract.CDD, Contract.ANAPEC))
    )
    if not site.declared:
        contract = Contract.UNKNOWN
    term = today + timedelta(days=random.randint(20, 300)) if contract is Contract.CDD else None
    left = _left(random, site, hired, today)
    return Terms(
        f"{1000 + number}" if site.declared else "",
        job,
        Category.EXECUTIVE if executive else Category.EMPLOYEE,
        contract,
        hired,
        term,
        left,
        tuple(_wages(random, executive, hired, today)),
    )


def _left(random: Random, site: Site, hired: date, today: date) -> date | None:
    """In Tangier more people left lately than anybody explained."""
    often = 0.07 if site.city == "Tanger" else 0.012
    if random.random() < often:
        return max(hired + timedelta(days=20), today - timedelta(days=random.randint(2, 80)))
    if random.random() < 0.04:
        return max(hired + timedelta(days=20), today - timedelta(days=random.randint(120, 700)))
    return None


def _wages(random: Random, executive: bool, hired: date, today: date) -> Iterator[Wage]:
    """Pay near the legal minimum of its day, raised a little every few years."""
    above = Decimal(random.randint(250, 420) if executive else random.randint(100, 185)) / 100
    day = hired
    while day <= today:
        lowest = smig(max(day, date(2015, 7, 1))).monthly
        gross = (lowest * above).quantize(Decimal("1")).quantize(Decimal("0.01"))
        yield Wage(day, gross, (gross * Decimal("0.91")).quantize(Decimal("0.01")))
        day += timedelta(days=random.randint(700, 1500))


def _standing(random: Random, number: int, terms: Terms, today: date) -> Standing:
    state = random.choice(STATES)
    hired = terms.hired_on or today
    joined = hired + timedelta(days=random.randint(0, max(1, (today - hired).days)))
    if state is Membership.CONTACT:
        return Standing(state, (Change(state, joined),))
    history = [Change(Membership.CONTACT, joined), Change(Membership.MEMBER, joined)]
    if state is not Membership.MEMBER:
        history.append(Change(state, today - timedelta(days=random.randint(5, 200))))
    last = today.year if state is Membership.MEMBER and random.random() < 0.7 else today.year - 1
    dues = tuple(
        Dues(year, YEARLY, date(year, random.randint(1, 6 if year < today.year else 1), random.randint(1, 28)))
        for year in range(max(joined.year, last - 2), last + 1)
    )
    how = random.choice((How.PAPER, How.PAPER, How.READ_OUT, How.MESSAGE))
    consent = Consent(joined, how.value, VERSION)
    return Standing(state, tuple(history), f"C{number:05}", joined, dues, consent)


def _mandate(at: int, terms: Terms, today: date) -> Held | None:
    """The first of each site hold its mandates; they were elected three years ago and more, for six."""
    if at >= len(OFFICES) or terms.left_on is not None:
        return None
    office = OFFICES[at]
    if office is MandateKind.CANDIDATE:
        return Held(office, today - timedelta(days=70), today - timedelta(days=45))
    elected = max(date(today.year - 4, 6, 12), (terms.hired_on or today) + timedelta(days=1))
    return Held(office, elected, date(today.year + 2, 6, 11))
