"""Cases tied to nobody that are probably a member's, and members whom a case is probably about: somebody says *hers*
or *not hers*."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.access import May, asking
from union.cases.whom import People
from union.grievances.models import Grievance, Report
from union.members import roster, tokens
from union.members.models import Employment, Identity, Member
from union.members.panels import Panel
from union.members.words import telephone
from union.store.among import Among
from union.store.db import session
from union.store.reach import ReachSession
from union.tables.cells.names import Query, fold, search_key
from union.web.damaged import readable

MOST = 5
PEOPLE = People(Grievance, Grievance.account, lambda said: (said.about_name, (said.about_phone,), said.problem))


@dataclass(frozen=True)
class Alike:
    """What a case and a member say alike, and what they say otherwise, in the reader's language."""

    agrees: tuple[str, ...]
    differs: tuple[str, ...]


@dataclass(frozen=True)
class Hers:
    """A case that is probably a member's."""

    case: Grievance
    alike: Alike


@dataclass(frozen=True)
class Theirs:
    """A member whom a case is probably about."""

    member: Member
    alike: Alike


def alike(name: str, phone: str, who: Identity) -> Alike | None:
    """A name and a telephone beside a member at the same site; None where neither speaks for it."""
    same_phone = bool(phone) and phone in who.phones
    called = [one for one in (who.name, who.name_ar, who.alias) if one]
    same = any(set(fold(name).split()) == set(fold(one).split()) for one in called)
    sounds = bool(name) and any(Query(name).finds(search_key(one)) for one in (*called, " ".join(called)))
    if not (same or sounds or same_phone):
        return None
    agrees, differs = [str(_("the same workplace"))], []
    if same:
        agrees.append(str(_("the same name")))
    elif sounds:
        differs.append(str(_("a name that sounds alike: %(one)s, %(other)s", one=name, other=" · ".join(called))))
    else:
        differs.append(str(_("another name: %(one)s, %(other)s", one=name, other=" · ".join(called))))
    if same_phone:
        agrees.append(str(_("the same telephone")))
    elif phone and who.phones:
        theirs = " · ".join(telephone(one) for one in who.phones)
        differs.append(str(_("another telephone: %(one)s, %(other)s", one=telephone(phone), other=theirs)))
    return Alike(tuple(agrees), tuple(differs))


def of_member(member: Member) -> Panel | None:
    """The cases tied to nobody that are probably this member's, at the workplaces where they work."""
    if not (asking().may(May.WORK_GRIEVANCE) and asking().may(May.LIST_MEMBERS)):
        return None
    found = cases_of(session(), member)
    return Panel(_l("Probably theirs"), "grievances/_hers.html", {"found": found, "member": member}) if found else None


def cases_of(reading: ReachSession, member: Member) -> list[Hers]:
    """The cases that speak of a member by name or telephone, and that nobody said are about somebody else."""
    places = list(reading.scalars(select(Employment.workplace_id).where(Employment.member_id == member.id)))
    who, probable = member.identity, []
    for case_id, one in PEOPLE.within(reading, Grievance.member_id.is_(None), Grievance.workplace_id.in_(places)):
        if alike(one.name, next(iter(one.numbers), ""), who) is not None:
            probable.append(case_id)
    cases = (
        readable(reading.scalars(select(Grievance).where(Among(Grievance.id, probable))), "account") if probable else []
    )
    told = ((case, alike(case.account.about_name, case.account.about_phone, who)) for case in cases)
    kept = [Hers(case, one) for case, one in told if one is not None and member.id not in case.account.not_about]
    return sorted(kept, key=lambda one: (-len(one.alike.agrees), one.case.code))[:MOST]


def members_of(reading: ReachSession, case: Grievance) -> list[Theirs]:
    """The members of the case's workplace who bear its name or its telephone, and who were not said to be somebody
    else."""
    said: Report = case.account
    if case.member_id is not None or not (asking().may(May.WORK_GRIEVANCE) and asking().may(May.LIST_MEMBERS)):
        return []
    wanted: set[UUID] = set()
    if said.about_name:
        wanted = {hit.who.member_id for hit in roster.search(reading, said.about_name, case.workplace_id)[: 2 * MOST]}
    if said.about_phone:
        here = select(Employment.member_id).where(Employment.workplace_id == case.workplace_id)
        owners = tokens.bearing([tokens.phone(said.about_phone)])
        wanted |= set(reading.scalars(here.where(Employment.member_id.in_(owners))))
    wanted -= set(said.not_about)
    members = readable(reading.scalars(select(Member).where(Member.id.in_(wanted))), "identity") if wanted else []
    told = ((member, alike(said.about_name, said.about_phone, member.identity)) for member in members)
    kept = [Theirs(member, one) for member, one in told if one is not None]
    return sorted(kept, key=lambda one: (-len(one.alike.agrees), one.member.identity.name))[:MOST]
