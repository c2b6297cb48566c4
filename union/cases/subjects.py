"""Whom a paper of a case is about: each kind of case says so for its own people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NoReturn
from uuid import UUID

from flask import abort, url_for

from union.cases.models import Case, CaseKind
from union.law.terms.kinds import Mandate
from union.store.db import session
from union.vault.envelope import whole
from union.web.forms.form import Form
from union.workplaces.models import Employer, Identity, Site, Workplace


@dataclass(frozen=True)
class About:
    """What a paper keeps of the person: a list can be replaced, and its lines with it."""

    name: str
    number: str = ""
    key: str = ""  # tells the people of one list apart; empty in a case of one person
    job: str = ""
    hired_on: date | None = None


@dataclass(frozen=True)
class Subject:
    """One person of a case, with what the case knows already; an empty name stands for a whole dispute."""

    about: About
    person_id: UUID | None = None  # the line of an employer's list
    hired_on: date | None = None
    left_on: date | None = None
    notified_on: date | None = None
    signed_on: date | None = None
    received: Decimal | None = None  # dirhams of the paper that was signed
    mandate: Mandate = Mandate.NONE
    owed: Mapping[str, Decimal] = field(default_factory=dict)  # dirhams by the codes of `union.law.result`
    position: int = 0  # the place on the list
    monthly_gross: Decimal | None = None  # dirhams
    fixed_term: bool = False  # whether the contract is counted as a CDD
    involuntary: bool | None = None  # whether the person loses the job against their will, as the employer puts it


@dataclass(frozen=True)
class Place:
    """Where a case is, as a letter needs it."""

    employer: Identity
    site: Site


# Filled in `features`, by the kind of case: whom the case as a whole is about, and one person by the line of a list.
ABOUT: dict[CaseKind, Callable[[Case], Subject]] = {}
LINES: list[Callable[[UUID, type[Form] | None], tuple[Case, Subject] | None]] = []


# Filled in `features`: what answers for a case that is not in reach; it raises 404, or leads to what opens it.
ABSENT: list[Callable[[UUID], NoReturn]] = []


def case_or_404(case_id: UUID) -> Case:
    """The case of whatever kind, or 404 where it does not exist or lies outside the reach."""
    found = session().get(Case, case_id)
    if found is None:
        for answer in ABSENT:
            answer(case_id)
        abort(404)
    return found


def of_case(case_id: UUID) -> tuple[Case, Subject]:
    """A case and whom it is about as a whole, or 404."""
    case = case_or_404(case_id)
    return case, ABOUT[case.kind](case)


def one_person(case_id: UUID) -> tuple[Case, Subject]:
    """As above, and never a dispute as a whole: it signs no paper and receives no letter."""
    case, subject = of_case(case_id)
    return (case, subject) if case.kind is not CaseKind.LAYOFF else abort(404)


def of_line(person_id: UUID, sent: type[Form] | None = None) -> tuple[Case, Subject]:
    """A person on an employer's list, with the case; 404 if unknown. `sent` is the form whose fields are shown if they
    left the list."""
    return next((found for look in LINES if (found := look(person_id, sent)) is not None), None) or abort(404)


def is_of(about: About, subject: Subject | None) -> bool:
    """Whether a paper is of this person: of anybody where the page is about a whole dispute, or about no one."""
    return subject is None or not subject.about.name or about.key == subject.about.key


def place_of(case: Case) -> Place:
    """Whom a paper goes to: in reach whenever the case is. Raises where the employer's name does not open."""
    place = session().get_one(Workplace, case.workplace_id)
    return Place(whole(session().get_one(Employer, place.employer_id), "identity"), whole(place, "site"))


def page_of(case: Case) -> str:
    """The page of a case of either kind."""
    return url_for(f"{case.kind.value}s.show", case_id=case.id)
