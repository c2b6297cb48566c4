"""Cases and members that the tests of home need beside the cast."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from union.app import Union
from union.cases.models import Stage
from union.grievances.models import Grievance, Paper, Problem, Report
from union.members.models import Employment, Identity, Member, Membership, MemberToken, Standing, Terms
from union.vault import ring
from union.web.locale import today
from union.workplaces.models import Workplace


def case(
    app: Union,
    code: str,
    workplace: UUID,
    reporter: UUID,
    *,
    days: int | None = 5,
    member: UUID | None = None,
    employment: UUID | None = None,
    confidential: bool = False,
    stage: Stage = Stage.NEW,
    handler: UUID | None = None,
) -> UUID:
    """One grievance, due in so many days; None: no date runs."""
    told = Report(Problem.PAY, Paper.PAY_STOPPED, today(), "Le salaire manque.", "Le salaire.", filed_on=today())
    with app.store.maintaining() as session:
        row = Grievance(
            code=code,
            workplace_id=workplace,
            reported_by=reporter,
            handled_by=handler,
            stage=stage,
            confidential=confidential,
            due_on=None if days is None else today() + timedelta(days=days),
            member_id=member,
            employment_id=employment,
            account=told,
            version=1,
        )
        session.add(row)
        return row.id


def members(
    app: Union,
    workplace: UUID,
    number: int,
    *,
    state: Membership = Membership.MEMBER,
    left_on: date | None = None,
    phone: str = "",
) -> list[UUID]:
    """So many people of one membership state at a site."""
    made = []
    with app.store.maintaining() as session:
        for at in range(number):
            identity = Identity(f"Bennani{at}", "Khadija", "بناني", "خديجة", phones=(phone,) if phone else ())
            member = Member(identity=identity, standing=Standing(state), version=1)
            session.add(member)
            session.flush()
            terms = Terms(employee_number=f"M{at:04}", hired_on=date(2021, 2, 1), left_on=left_on)
            session.add(Employment(workplace_id=workplace, member_id=member.id, terms=terms, version=1))
            for kind, value in (("phone", phone), (f"number|{workplace}", terms.employee_number)):
                if value:
                    session.add(MemberToken(member_id=member.id, token=ring.token(kind, value)))
            made.append(member.id)
        session.get_one(Workplace, workplace).roster += 1
    return made
