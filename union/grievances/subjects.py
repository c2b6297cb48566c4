"""What a grievance gives to the papers and court files that hang on it: whom it is about, and what is known of them."""

from __future__ import annotations

from typing import cast

from union.cases.models import Case
from union.cases.subjects import About, Subject
from union.grievances.models import Grievance, Paper
from union.members.models import Employment
from union.store.db import session
from union.web.damaged import readable


def subject(case: Case) -> Subject:
    """The one person of a grievance, with the day of the paper that came."""
    said = cast(Grievance, case).account
    work = session().get(Employment, case.employment_id) if case.employment_id else None
    terms = work.terms if work and readable([work], "terms") else None
    return Subject(
        About(said.about_name, terms.employee_number, job=terms.job, hired_on=terms.hired_on)
        if terms
        else About(said.about_name),
        hired_on=terms.hired_on if terms else None,
        left_on=(terms.left_on if terms else None) or said.ended_on,
        notified_on=said.event_on if said.paper is Paper.DISMISSAL_LETTER else None,
        signed_on=said.event_on if said.paper is Paper.RECEIPT else None,
    )
