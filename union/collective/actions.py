"""Opening a collective grievance, joining it, taking a consent back. Nothing here commits."""

from __future__ import annotations

import dataclasses
from collections import Counter
from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from union.accounts.models import Account
from union.cases import messages
from union.cases.actions import still_open
from union.cases.models import Case, Stage
from union.cases.timeline import entry
from union.collective.models import Consent, Joined, JoinedMark, Sees, Standing
from union.collective.retention import without_name
from union.grievances import actions as grievances
from union.grievances.models import For, Grievance, Paper, Problem
from union.members.models import Employment, Member
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.damaged import readable
from union.web.locale import today

KIND = "collective_person"  # in the record


class CollectiveAct(Enum):
    """The acts that collective grievances have, as the timeline calls them; none says who."""

    WORDED = "collective_worded"
    JOINED = "collective_joined"
    CHANGED = "collective_changed"
    DECLINED = "collective_declined"
    TAKEN_BACK = "collective_taken_back"
    ASKED = "collective_asked"


def is_collective(case: Case) -> bool:
    """Whether people join this case."""
    return isinstance(case, Grievance) and opens(case, "account") and case.account.problem is Problem.COLLECTIVE


def begin(session: ReachSession, by: UUID, workplace_id: UUID, subject: str, demand: str) -> Grievance:
    """A new collective grievance: a case of its own, so that nobody who joins it reads the case of another."""
    report = grievances.NewReport(
        paper=Paper.OTHER_EVENT,
        event_on=today(),
        problem=Problem.COLLECTIVE,
        about=For.SEVERAL,
        workplace_id=workplace_id,
        about_name=subject,
        facts=subject,
        demand=demand,
        subject=subject,
        for_long=True,
        day_presumed=True,
    )
    return grievances.file(session, by, report)


def word(session: ReachSession, by: UUID, case: Grievance, subject: str, demand: str) -> None:
    """What is put to people from now on; whoever joined before agreed to the words of then."""
    still_open(case)
    about = subject if case.account.about is For.SEVERAL else case.account.about_name
    case.account = dataclasses.replace(case.account, subject=subject, demand=demand, about_name=about)
    entry(session, case, by, CollectiveAct.WORDED)


def join(session: ReachSession, by: UUID, case: Grievance, consent: Consent) -> Joined:
    """Somebody joins, by their own word. Raises `Refused`."""
    still_open(case)
    _has_come(consent)
    told = _named(session, case.workplace_id, consent)
    _not_twice(session, case.id, told)
    row = Joined(
        case_id=case.id,
        workplace_id=case.workplace_id,
        brought_by=by,
        standing=Standing.JOINED,
        shared=told.sees is not Sees.ORGANISERS,
        consent=dataclasses.replace(
            told,
            subject=case.account.subject,
            demand=case.account.demand,
            written_by=session.get_one(Account, by).holder.name,
        ),
        version=1,
    )
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, KIND, row.id, case=case.id)
    entry(session, case, by, CollectiveAct.JOINED)
    return row


def gather(session: ReachSession, by: UUID, collective: Grievance, case: Grievance) -> Joined:
    """Tie somebody's own case to the collective one. Whoever reported it is asked, and until their answer the person
    is named nowhere. Raises `Refused`."""
    still_open(collective)
    still_open(case)
    if case.confidential or case.workplace_id != collective.workplace_id or is_collective(case):
        raise Refused("case", _l("Only cases of one person at the same workplace that are not confidential are tied."))
    if session.scalars(select(Joined).where(Joined.case_id == collective.id, Joined.tied_id == case.id)).first():
        raise Refused("case", _l("This case is tied to it already."))
    asked = Consent(collective.account.subject, collective.account.demand)
    row = Joined(
        case_id=collective.id,
        workplace_id=case.workplace_id,
        brought_by=case.reported_by,
        tied_id=case.id,
        standing=Standing.ASKED,
        shared=False,
        consent=asked,
        version=1,
    )
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, KIND, row.id, case=collective.id)
    entry(session, case, by, CollectiveAct.ASKED)  # into what, whoever is asked reads on their own page
    messages.tell(session, by, case)
    return row


def answer(session: ReachSession, by: UUID, row: Joined, consent: Consent) -> None:
    """The person whose case is tied joins; or somebody who joined changes who reads the name. Raises `Refused`."""
    if row.standing not in {Standing.ASKED, Standing.JOINED}:
        raise Refused("", _l("This consent was taken back or refused: write a new one down."))
    _has_come(consent)
    own, asked = _tied(session, row), row.standing is Standing.ASKED
    told = row.consent
    if asked:
        if own is None:
            raise Refused("", _l("The answer is written down by whoever reads this person's own case."))
        told = dataclasses.replace(told, name=own.account.about_name, member_id=own.member_id)
        _not_twice(session, row.case_id, told)
    row.consent = dataclasses.replace(
        told,
        given=consent.given,
        on=consent.on,
        words=consent.words,
        sees=consent.sees,
        written_by=session.get_one(Account, by).holder.name,
    )
    row.standing, row.shared = Standing.JOINED, consent.sees is not Sees.ORGANISERS
    _changed(session, by, row, CollectiveAct.JOINED if asked else CollectiveAct.CHANGED)


def decline(session: ReachSession, by: UUID, row: Joined) -> None:
    """Whoever was asked does not join. Raises `Refused` where an answer stands already."""
    if row.standing is not Standing.ASKED:
        raise Refused("", _l("An answer is written down already: reload the page."))
    row.standing = Standing.DECLINED
    _changed(session, by, row, CollectiveAct.DECLINED)


def take_back(session: ReachSession, by: UUID, row: Joined) -> None:
    """Somebody takes their consent back: the days stay, and the name is nowhere any more. Raises `Refused`."""
    if row.standing is not Standing.JOINED:
        raise Refused("", _l("No consent stands here any more: reload the page."))
    row.consent = dataclasses.replace(without_name(row.consent), taken_back_on=today())
    row.standing, row.shared = Standing.TAKEN_BACK, False
    _changed(session, by, row, CollectiveAct.TAKEN_BACK)


def people(session: ReachSession, case_id: UUID) -> list[Joined]:
    """Those of a collective grievance whom one reads, by name; who was asked or said no stands last."""
    found = readable(session.scalars(select(Joined).where(Joined.case_id == case_id)), "consent")
    order = list(Standing)
    return sorted(
        found,
        key=lambda one: (one.standing is not Standing.JOINED, order.index(one.standing), one.consent.name.casefold()),
    )


def counts(session: ReachSession, case_id: UUID) -> Counter[Standing]:
    """How many stand where, those whom one does not read included."""
    asked = select(JoinedMark.standing, func.count()).where(JoinedMark.case_id == case_id)
    return Counter({row[0]: row[1] for row in session.execute(asked.group_by(JoinedMark.standing))})


def of_own_case(session: ReachSession, case_id: UUID) -> list[Joined]:
    """By which a case of one person is tied to collective ones."""
    return list(readable(session.scalars(select(Joined).where(Joined.tied_id == case_id)), "consent"))


def open_ones(session: ReachSession, workplace_id: UUID) -> list[Grievance]:
    """The open collective grievances of a workplace that one knows of."""
    asked = select(Grievance).where(Grievance.workplace_id == workplace_id, Grievance.stage != Stage.CLOSED)
    return [one for one in session.scalars(asked.order_by(Grievance.code)) if is_collective(one)]


def _has_come(consent: Consent) -> None:
    if consent.on is not None and consent.on > today():
        raise Refused("on", _l("This day is still to come: write the day on which they agreed."))


def _named(session: ReachSession, workplace_id: UUID, consent: Consent) -> Consent:
    """With the name and the number that the file of a member gives. Raises `Refused`."""
    if consent.member_id is None:
        return consent
    work = grievances.employment_at(session, consent.member_id, workplace_id)
    if work is None:
        raise Refused("member", _l("This colleague does not work there: choose another."))
    number = work.terms.employee_number if opens(session.get_one(Employment, work.id), "terms") else ""
    name = session.get_one(Member, consent.member_id).identity.name
    return dataclasses.replace(consent, name=name, number=number or consent.number)


def _not_twice(session: ReachSession, case_id: UUID, consent: Consent) -> None:
    """Among those whom one reads: of the others nobody learns anything here. Raises `Refused`."""
    for one in people(session, case_id):
        if one.standing is not Standing.JOINED:
            continue
        same_file = consent.member_id is not None and one.consent.member_id == consent.member_id
        same_words = one.consent.name.casefold() == consent.name.casefold() and one.consent.number == consent.number
        if same_file or same_words:
            raise Refused("name", _l("This person joined already: with a namesake, write the number too."))


def _tied(session: ReachSession, row: Joined) -> Grievance | None:
    return session.get(Grievance, row.tied_id) if row.tied_id else None


def _changed(session: ReachSession, by: UUID, row: Joined, act: CollectiveAct) -> None:
    """The line of whichever of the two cases whoever acts knows of: of their own one, whoever was asked."""
    session.flush()
    own, collective = _tied(session, row), session.get(Grievance, row.case_id)
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id, case=collective.id if collective else row.tied_id)
    for case in (own, collective):
        if case is not None:
            entry(session, case, by, act)
