"""What people read for each of a grievance's closed lists."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from union.cases.models import Stage
from union.cases.timeline import CaseAct
from union.grievances.contacts import ACT
from union.grievances.models import (
    Agreed,
    Awaited,
    Channel,
    For,
    Harm,
    Outcome,
    Paper,
    Problem,
    Proof,
    Refusal,
    Says,
)
from union.languages.saying import in_language
from union.law.paths.declared import KINDS
from union.law.paths.told import OF_HARM
from union.web.locale import language


def kind_name(problem: Problem) -> LazyString:
    """What a kind of problem is called, in the reader's language."""
    return LazyString(lambda: in_language(KINDS[problem].name, language()))


PROBLEMS = {one: kind_name(one) for one in Problem}
OFFERED = {one: word for one, word in PROBLEMS.items() if one not in OF_HARM.values()}
"""What a report asks for: of health the kind follows from the harm."""
PROBLEM_ICONS = {one.value: KINDS[one].icon for one in Problem}

ON_PAPER = {
    Paper.DISMISSAL_LETTER: _l("A dismissal letter"),
    Paper.HEARING_SUMMONS: _l("A summons to a hearing"),
    Paper.SANCTION: _l("A warning, a reprimand or a suspension"),
    Paper.RECEIPT: _l("A receipt for full settlement"),
    Paper.RESIGNATION_ASKED: _l("A resignation or a departure to sign"),
    Paper.OTHER_PAPER: _l("Another paper"),
}
WITHOUT_PAPER = {
    Paper.BADGE_STOPPED: _l("The badge or the access was stopped"),
    Paper.PAY_STOPPED: _l("The pay did not come"),
    Paper.PAY_LATE: _l("The pay comes late"),
    Paper.OTHER_EVENT: _l("Something else happened"),
}
PAPERS = ON_PAPER | WITHOUT_PAPER

HARMS = {
    Harm.ACCIDENT: _l("An accident, an attack or a sudden malaise, on one day"),
    Harm.HARASSMENT: _l("Harassment, insults or threats"),
    Harm.WEAR: _l("Health that suffers over time"),
    Harm.UNKNOWN: _l("I do not know yet"),
}
AGREED = {
    Agreed.YES: _l("Yes, it is agreed"),
    Agreed.NO: _l("No, or not now"),
    Agreed.NOT_ASKED: _l("Not asked or not decided yet"),
}

FOR_A_DELEGATE = {
    For.ONESELF: _l("For myself"),
    For.ENTRUSTED: _l("For a colleague entrusted to me"),
    For.ANOTHER: _l("For another colleague"),
}
FOR_A_DESK = {For.ENTRUSTED: _l("For a member"), For.ANOTHER: _l("For somebody whose name I write")}
# As the page of a case says it, whoever reads.
FORS = {
    For.ONESELF: _l("whoever reported it"),
    For.ENTRUSTED: _l("somebody entrusted to whoever reported it"),
    For.ANOTHER: _l("another colleague"),
    For.SEVERAL: _l("all who join it"),
}

CHANNELS = {
    Channel.CALL: _l("By a call"),
    Channel.MESSAGE: _l("By a short message, without a word of the case"),
    Channel.DELEGATE: _l("Through whoever reported it"),
    Channel.MEETING: _l("Face to face, away from the workplace"),
    Channel.NOBODY: _l("Not at all: the person calls"),
}

OUTCOMES = {
    Outcome.WON: _l("Won"),
    Outcome.SETTLED: _l("Settled"),
    Outcome.PARTLY: _l("Won in part"),
    Outcome.LOST: _l("Not won"),
    Outcome.WITHDRAWN: _l("Withdrawn by the person"),
    Outcome.PASSED_ON: _l("Passed on to the inspector or the court"),
    Outcome.REFUSED: _l("Not followed by the union"),
    Outcome.MERGED: _l("Followed in another case on the same subject"),
}
# How somebody closes a case that was worked: the others have acts of their own.
WORKED = {one: word for one, word in OUTCOMES.items() if one not in {Outcome.REFUSED, Outcome.MERGED}}

REFUSALS = {
    Refusal.OUTSIDE: _l("It is no matter of work"),
    Refusal.NO_GROUND: _l("As it was told, no rule and no agreement was broken"),
    Refusal.NOT_WANTED: _l("The person does not want the union to act"),
    Refusal.UNREACHED: _l("The person could not be reached to be asked"),
    Refusal.ELSEWHERE: _l("Somebody else acts for the person already"),
}
SAYS = {
    Says.SATISFIED: _l("Satisfied"),
    Says.PARTLY: _l("Satisfied in part"),
    Says.NOT: _l("Not satisfied"),
    Says.NOT_ASKED: _l("Not asked yet"),
}

PROOFS = {
    Proof.REGISTERED: _l("Registered letter with acknowledgement"),
    Proof.RECEIPT: _l("Receipt or stamped copy"),
    Proof.WITNESS: _l("In hand, before a witness"),
    Proof.MESSAGE: _l("E-mail or message, kept"),
    Proof.OTHER: _l("Another proof"),
}

AWAITED = {
    Awaited.EMPLOYER: _l("The employer"),
    Awaited.INSPECTOR: _l("The labour inspector"),
    Awaited.COURT: _l("The court"),
    Awaited.PERSON: _l("The person concerned"),
}

STAGES = {
    Stage.NEW: _l("New"),
    Stage.IN_HAND: _l("In hand"),
    Stage.WAITING: _l("Waiting"),
    Stage.CLOSED: _l("Closed"),
}

# What a line of the timeline is called, and its drawing.
ACTS = {
    "filed": (_l("Reported"), "report"),
    CaseAct.TAKEN.value: (_l("Taken"), "person"),
    CaseAct.RELEASED.value: (_l("Given back: nobody follows it"), "undo"),
    CaseAct.ASSIGNED.value: (_l("Assigned"), "person"),
    CaseAct.HANDED_OVER.value: (_l("Handed over"), "swap"),
    CaseAct.OFFERED.value: (_l("A colleague is asked to take it over"), "swap"),
    CaseAct.NOT_ACCEPTED.value: (_l("Not taken over"), "close"),
    CaseAct.OFFER_WITHDRAWN.value: (_l("The colleague is asked no more"), "undo"),
    CaseAct.TIED.value: (_l("Tied to a dispute"), "layoff"),
    CaseAct.UNTIED.value: (_l("Tied to the dispute no more"), "undo"),
    CaseAct.TAKEN_OVER.value: (_l("Handed over: the account was closed"), "swap"),
    CaseAct.NOTED.value: (_l("Note"), "note"),
    CaseAct.ADDED.value: (_l("Facts added"), "plus"),
    CaseAct.WAITING.value: (_l("Waits for an answer"), "waiting"),
    CaseAct.RESUMED.value: (_l("In hand again"), "undo"),
    CaseAct.CLOSED.value: (_l("Closed"), "done"),
    CaseAct.REOPENED.value: (_l("Opened again"), "undo"),
    CaseAct.NAMED.value: (_l("May read the case from now on"), "eye"),
    CaseAct.UNNAMED.value: (_l("Reads the case no more"), "eye"),
    CaseAct.MADE_CONFIDENTIAL.value: (_l("Made confidential"), "lock"),
    CaseAct.MADE_ORDINARY.value: (_l("Confidential no more"), "lock"),
    ACT: (_l("A call, letter or meeting"), "phone"),
    "step_done": (_l("Step done"), "check"),
    "step_undone": (_l("Step to be done after all"), "undo"),
    "corrected": (_l("Corrected: the steps and dates were counted anew"), "edit"),
    "learned": (_l("What has become known: the steps and dates were counted anew"), "edit"),
    "hung": (_l("What it hangs on was written down"), "chart"),
    "correction_asked": (_l("A correction is asked for"), "edit"),
    "linked": (_l("Tied to a member's file"), "people"),
    "reached": (_l("How the person wants to be reached was written down"), "phone"),
    "withdrawn": (_l("Taken back by whoever reported it"), "undo"),
    "not_linked": (_l("Not about this member"), "people"),
}
