"""Who signs in to the demonstration: one of each role, and colleagues to hand cases over to."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from union.access import Role
from union.accounts import actions
from union.accounts.models import Account, Granted
from union.demo.people import DemoPerson
from union.members.models import Entrusted, Membership
from union.members.named import OwnFile
from union.workplaces.models import Workplace

FIRST = "secretariat"
ENTRUSTED = 12  # colleagues whom a delegate looks after
WORDS = (
    "figue",
    "grenade",
    "amande",
    "olive",
    "cumin",
    "safran",
    "menthe",
    "orange",
    "datte",
    "sesame",
    "anis",
    "citron",
    "cannelle",
    "jasmin",
    "lavande",
    "romarin",
)


@dataclass(frozen=True)
class SignIn:
    """An account of the demonstration; no places: all of them; no name: the elected member who holds it. The five
    that are told are printed at each start."""

    login: str
    name: str
    role: Role
    places: tuple[str, ...] = ()
    told: bool = False


SIGN_INS = (
    SignIn(FIRST, "Naïma Belhaj", Role.SECRETARIAT, told=True),
    SignIn(
        "permanente",
        "Siham Ouazzani",
        Role.ORGANISER,
        ("maarouf", "technopolis", "signal"),
        told=True,
    ),
    SignIn("permanent.nord", "Driss Azzouzi", Role.ORGANISER, ("saiss", "malabata", "villa")),
    SignIn("delegue", "", Role.DELEGATE, ("maarouf",), told=True),
    SignIn("deleguee.rabat", "", Role.DELEGATE, ("technopolis",)),
    SignIn("delegue.tanger", "", Role.DELEGATE, ("malabata",)),
    SignIn("deleguee.fes", "", Role.DELEGATE, ("saiss",)),
    SignIn("delegue.signal", "", Role.DELEGATE, ("signal",)),
    SignIn("avocate", "Me Houda Kettani", Role.LEGAL, told=True),
    SignIn("analyste", "Karim Rachidi", Role.ANALYST, told=True),
)


def password(secret: bytes, login: str) -> str:
    """The password of one demonstration account: derived from the root key, so that it is kept nowhere and stays the
    same."""
    digest = hmac.digest(secret, f"demo|{login}".encode(), hashlib.sha256)
    words = "-".join(WORDS[byte % len(WORDS)] for byte in digest[:4])
    return f"{words}-{int.from_bytes(digest[4:8]) % 9000 + 1000}"


def sign_ins_with_passwords(secret: bytes) -> list[tuple[SignIn, str]]:
    """One sign-in per role, with its password."""
    return [(one, password(secret, one.login)) for one in SIGN_INS if one.told]


def create(
    session: Session, secret: bytes, sites: dict[str, Workplace], everybody: dict[str, list[DemoPerson]], today: date
) -> dict[str, UUID]:
    """Write the accounts with their grants. A delegate is one of the members, and looks after some. Returns ids by
    login."""
    made: dict[str, UUID] = {}
    for one in SIGN_INS:
        holder = _delegate(everybody[one.places[0]]) if one.role is Role.DELEGATE else None
        name = holder.identity.name if holder else one.name
        account = actions.create(
            session, None, login=one.login, name=name, password=password(secret, one.login), language=""
        )
        places = frozenset(sites[key].id for key in one.places)
        asked = Granted(one.role, today - timedelta(days=200), None, everywhere=not places, workplaces=places)
        session.flush()
        actions.grant(session, None, account, asked)
        if holder is not None:
            session.add(OwnFile(account_id=account.id, member_id=holder.id))
            _entrust(session, account, sites[one.places[0]], _others(everybody[one.places[0]], holder))
        made[one.login] = account.id
    session.flush()
    return made


def _delegate(there: list[DemoPerson]) -> DemoPerson:
    """The first elected member of a site."""
    return next(one for one in there if one.mandate is not None and one.standing.state is Membership.MEMBER)


def _others(there: list[DemoPerson], holder: DemoPerson) -> list[DemoPerson]:
    return [one for one in there if one is not holder and one.terms.left_on is None][10 : 10 + ENTRUSTED]


def _entrust(session: Session, account: Account, site: Workplace, some: list[DemoPerson]) -> None:
    """A delegate looks after these."""
    for one in some:
        session.add(Entrusted(account_id=account.id, member_id=one.id, workplace_id=site.id))
