"""Work that wears the mind: which way the law goes with a dated event, and which without one."""

from datetime import date

from union.law.strictly.tables import Statement, sentences
from union.law.terms.seniority import add_months

NOTES = sentences("""
dated_event ; at 3, at 14 ; UNVERIFIED
A dated event at work that harms the mind (one video, a threat, an assault) is a work accident by the text, \
psychological injury included. No decision read says so of content moderation: declare it in time all the same.

many_events ; at 3, at 14 ; UNVERIFIED
Where there were several, list each with its day and hour, declare the last one, and where the forty-eight hours have \
passed give the reason for the delay.

no_event ; ct 324 ; VERIFIED
Health worn down over time has no event and is no accident: the occupational doctor declares the symptoms noticed, \
and the file of the employer's fault stays open.

safety_duty ; ct 24 ; VERIFIED
The employer has to protect the health and the dignity of employees: what was asked, offered and refused is \
written down.

change_of_post ; ct 320 ; VERIFIED
The occupational doctor may propose another post or other hours; an employer who refuses says why.

visit_overdue ; ct 327 ; UNVERIFIED
More than twelve months have passed since the last visit to the occupational doctor. With fifty employees or more, or \
dangerous work, a visit is due each year: ask for one in writing.

committee ; ct 340 ; VERIFIED
With fifty employees or more, two members of the health and safety committee inquire into every accident.

no_walk_out ; ct 24 ; UNVERIFIED
No article read gives one person the right to leave the queue because its content is too hard: ask for the doctor and \
for another post, and do not walk out alone.
""")


def notes(event_on: date | None, doctor_on: date | None, on: date) -> tuple[Statement, ...]:
    """What to say on a day of somebody's exposure, with the dated event and the last visit where they are known."""
    way = ("dated_event", "many_events", "committee") if event_on is not None else ("no_event",)
    overdue = doctor_on is not None and add_months(doctor_on, 12) < on
    said = (*way, "safety_duty", "change_of_post", *(("visit_overdue",) if overdue else ()), "no_walk_out")
    return tuple(NOTES[code] for code in said)
