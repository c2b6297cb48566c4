"""The same invented people in every test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from sqlalchemy.orm import Session

from union.access import Role
from union.accounts import passwords
from union.accounts.authentication import login_token
from union.accounts.models import Account, Grant, GrantPlace, Holder, Term
from union.members.models import Employment, Entrusted, Identity, Member, Standing, Terms
from union.store.db import Store
from union.store.reach import Reach
from union.workplaces.models import Employer, Site, Workplace
from union.workplaces.models import Identity as Company

PASSWORD = "quatre mots qui restent"
PEOPLE = ("ann", "olu", "zed", "sal", "lex", "ada")


@cache
def password() -> str:
    return passwords.seal(PASSWORD)


@dataclass(frozen=True)
class Cast:
    """Ids: accounts by first name, two workplaces of two employers, two members at each."""

    ann: UUID
    olu: UUID
    zed: UUID
    sal: UUID
    lex: UUID
    ada: UUID
    here: UUID
    there: UUID
    employer: UUID
    mina: UUID  # at here, entrusted to Ann
    omar: UUID  # at here, entrusted to nobody
    rita: UUID  # at there
    mina_employment: UUID
    omar_employment: UUID
    rita_employment: UUID

    def reach(self, name: str) -> Reach:
        """The reach of one of them."""
        person = getattr(self, name)
        place = {"zed": self.there}.get(name, self.here)
        return Reach(
            person=person,
            workplaces=frozenset() if name == "sal" else frozenset({place}),
            everywhere=name == "sal",
            named_only=name in {"ann", "zed", "lex"},
            parties=name == "lex",
            figures_only=name == "ada",
            accounts=name == "sal",
        )


def gather(store: Store) -> Cast:
    """Write the cast into an empty installation."""
    with store.maintaining() as session:
        here, there = _site(session, "Atlas Contact", "Anfa"), _site(session, "Rif Services", "Agdal")
        people = {
            "ann": new_account(session, "ann", Role.DELEGATE, here),
            "olu": new_account(session, "olu", Role.ORGANISER, here),
            "zed": new_account(session, "zed", Role.DELEGATE, there),
            "sal": new_account(session, "sal", Role.SECRETARIAT, None),
            "lex": new_account(session, "lex", Role.LEGAL, here),
            "ada": new_account(session, "ada", Role.ANALYST, here),
        }
        mina, omar, rita = (
            _member(session, "Mina", here),
            _member(session, "Omar", here),
            _member(session, "Rita", there),
        )
        session.flush()
        session.add(Entrusted(account_id=people["ann"], member_id=mina.member_id, workplace_id=here.id))
        return Cast(
            **people,
            here=here.id,
            there=there.id,
            employer=here.employer_id,
            mina=mina.member_id,
            omar=omar.member_id,
            rita=rita.member_id,
            mina_employment=mina.id,
            omar_employment=omar.id,
            rita_employment=rita.id,
        )


def _site(session: Session, company: str, name: str) -> Workplace:
    employer = Employer(identity=Company(legal_name=company), version=1)
    session.add(employer)
    session.flush()
    workplace = Workplace(employer_id=employer.id, site=Site(name=name, city="Casablanca"), roster=0, version=1)
    session.add(workplace)
    session.flush()
    return workplace


def new_account(session: Session, login: str, role: Role, place: Workplace | None) -> UUID:
    account = Account(
        login_token=login_token(login),
        holder=Holder(login, login.title()),
        password=password(),
        disabled=False,
        version=1,
    )
    grant = Grant(account_id=account.id, role=role, everywhere=place is None, term=Term(date(2024, 1, 1)))
    session.add(account)
    session.flush()
    session.add(grant)
    session.flush()
    if place is not None:
        session.add(GrantPlace(grant_id=grant.id, account_id=account.id, workplace_id=place.id))
    return account.id


def _member(session: Session, name: str, place: Workplace) -> Employment:
    member = Member(identity=Identity(given_name=name, family_name="El Fassi"), standing=Standing(), version=1)
    session.add(member)
    session.flush()
    employment = Employment(
        workplace_id=place.id, member_id=member.id, terms=Terms(hired_on=date(2020, 3, 2)), version=1
    )
    session.add(employment)
    return employment
