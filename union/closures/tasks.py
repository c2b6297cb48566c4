"""The 72 hours: each task with its hour, who does it and why; what of it stands in the Code is cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.date_words import Called
from union.cases.dates import Dated
from union.closures.models import ClosurePlan, Piece, Task
from union.web.locale import CASABLANCA

HOURS = 72


class Who(Enum):
    """Who does it."""

    DELEGATE = "delegate"
    ORGANISER = "organiser"
    LAWYER = "legal"


WHO = {Who.DELEGATE: _l("the delegates"), Who.ORGANISER: _l("the organiser"), Who.LAWYER: _l("the lawyer")}


@dataclass(frozen=True)
class Asked:
    """One task: `hours` from the closure; `articles` are keys of the law's list."""

    hours: int
    who: Who
    what: Any
    why: Any
    articles: tuple[str, ...] = ()


TASKS: dict[Task, Asked] = {
    Task.PHOTOGRAPHS: Asked(
        2,
        Who.DELEGATE,
        _l("Photograph the closed doors, the notices and the empty floors"),
        _l("With the day and the hour; each photograph shows a place that people recognise."),
    ),
    Task.INTAKE: Asked(
        6,
        Who.DELEGATE,
        _l("Take in everybody at the gate with the telephone form"),
        _l("Tomorrow half of them will not come any more: names and telephones first."),
    ),
    Task.INSPECTOR: Asked(
        6,
        Who.ORGANISER,
        _l("Call the labour inspector to the site and ask for their record"),
        _l("Their record says that people came to work and found the site closed."),
    ),
    Task.SIGN_NOTHING: Asked(
        12,
        Who.DELEGATE,
        _l("Tell everybody: sign no paper, accept no resignation, come to work each day"),
        _l("Nobody can give up damages in advance, and a waiver in a receipt is void."),
        ("ct 41", "ct 73"),
    ),
    Task.BAILIFF: Asked(
        24,
        Who.LAWYER,
        _l("Have a bailiff record the closure"),
        _l("The closed site, the equipment that remains, the people who present themselves."),
    ),
    Task.AT_DISPOSAL: Asked(
        24,
        Who.ORGANISER,
        _l("Write to the employer that the employees hold themselves at the employer's disposal"),
        _l("Without it the employer will say that they left. By registered letter, and keep the proof of posting."),
    ),
    Task.GOVERNOR: Asked(
        24,
        Who.ORGANISER,
        _l("Write to the governor and to the provincial labour delegate: no authorisation was given"),
        _l("A closure that leads to dismissals needs the governor's authorisation; the letters of the group say it."),
        ("ct 66", "ct 67", "ct 69"),
    ),
    Task.PAPERS: Asked(
        48,
        Who.DELEGATE,
        _l("Gather the last payslips, contracts and badges"),
        _l("A photograph of each will do; the person keeps the paper."),
    ),
    Task.DECLARED_DAYS: Asked(
        48,
        Who.DELEGATE,
        _l("Have each person print the days declared to the social security fund"),
        _l("The job-loss allowance hangs on them, and a missing month is a claim."),
        ("ipe",),
    ),
    Task.PROTECTED: Asked(
        48,
        Who.ORGANISER,
        _l("Name the protected delegates to the inspector"),
        _l("They cannot be dismissed without the inspector's approval."),
        ("ct 457",),
    ),
    Task.ASSETS: Asked(
        72,
        Who.LAWYER,
        _l("Find what the employer still owns and ask the court to secure it"),
        _l("Wages and severance come first on what can be moved: equipment leaves by night."),
        ("ct 382",),
    ),
    Task.CLAIM: Asked(
        72,
        Who.ORGANISER,
        _l("Work out each person's sums and fix the day on which the action is brought"),
        _l("The agenda of the dispute counts the ninety days and the sixty days of everybody."),
        ("ct 65", "ipe"),
    ),
}

PIECES: dict[Piece, tuple[Any, Any]] = {
    Piece.PHOTOGRAPHS: (_l("Photographs of the site"), _l("Doors, notices, floors, with their day and hour")),
    Piece.BADGES: (_l("Badge records"), _l("Who came on which day; a badge refused is one too")),
    Piece.PAYSLIPS: (_l("Last payslips"), _l("The last twelve of each person, or a photograph")),
    Piece.BAILIFF: (_l("Bailiff's report"), _l("Closure, equipment, people present")),
    Piece.DECLARED_DAYS: (_l("Days declared to the CNSS"), _l("The statement of each person")),
    Piece.MESSAGES: (_l("Messages that announced it"), _l("E-mails, group messages, notices: with sender and hour")),
}


def due_at(plan: ClosurePlan, task: Task) -> datetime:
    """The hour by which a task is to be done."""
    return (plan.began_at + timedelta(hours=TASKS[task].hours)).astimezone(CASABLANCA)


def next_task(plan: ClosurePlan) -> Task | None:
    """The first that is still to be done; None where all are."""
    return next((task for task in TASKS if task.value not in plan.done), None)


def dated(plan: ClosurePlan) -> list[tuple[date, Dated]]:
    """What is still to be done, as dates of the dispute, each with its hour."""
    left = ((task, due_at(plan, task)) for task in TASKS if task.value not in plan.done)
    return [(due.date(), Dated(_rule(task), hour=f"{due:%H:%M}")) for task, due in left]


def _rule(task: Task) -> str:
    return f"closure_{task.value}"


DATE_WORDS = {_rule(task): Called(one.what, one.why, one.articles, one.who.value) for task, one in TASKS.items()}
