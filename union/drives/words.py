"""What plans call things, in the reader's language."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.drives.lists import Ask, Line, ListState
from union.drives.pasting import Fault
from union.drives.people import Basis, Issue, Question, Speaks, Stand, Through, UnitKind
from union.drives.talks import HalfDay, Outcome, Soon, Where
from union.drives.trials import TrialKind

UNIT_KINDS = {
    UnitKind.FLOOR: _l("Floor"),
    UnitKind.TEAM: _l("Team"),
    UnitKind.PROJECT: _l("Project"),
    UnitKind.SHIFT: _l("Shift"),
}
BASES = {
    Basis.CAME: _l("Came to us"),
    Basis.GAVE_NUMBER: _l("Gave their number themselves"),
    Basis.THROUGH_COLLEAGUE: _l("Agreed through a colleague"),
    Basis.MEMBER: _l("Is a member already"),
}
SPEAKS = {
    Speaks.ARABIC: _l("Arabic"),
    Speaks.AMAZIGH: _l("Amazigh"),
    Speaks.FRENCH: _l("French"),
    Speaks.SPANISH: _l("Spanish"),
    Speaks.ENGLISH: _l("English"),
}
ISSUES = {
    Issue.PAY: _l("Pay and bonuses"),
    Issue.SCHEDULE: _l("Working hours"),
    Issue.BREAKS: _l("Breaks"),
    Issue.PRESSURE: _l("Pressure"),
    Issue.TRANSPORT: _l("Getting to work"),
    Issue.CONTRACT: _l("Contract"),
}
QUESTIONS = {
    Question.JOIN: _l("Joins"),
    Question.SIGN: _l("Signs"),
    Question.VOTE: _l("Goes to vote"),
    Question.STRIKE: _l("Stops work"),
}
DONE = {
    Question.JOIN: _l("Counts as done: the card is filled in."),
    Question.SIGN: _l("Counts as done: the name stands on the sheet."),
    Question.VOTE: _l("Counts as done: went to the poll. Never for whom."),
    Question.STRIKE: _l("Counts as done: headset down at the hour. Asked only once a notice is decided."),
}
STANDS = {
    Stand.NOT_ASKED: _l("Not asked yet"),
    Stand.CARRIES: _l("Carries others along: did it, and had a colleague do it"),
    Stand.WITH_US: _l("With us: did it, or said yes with a day"),
    Stand.UNDECIDED: _l("Undecided: listens, neither yes nor no"),
    Stand.HOLDS_BACK: _l("Holds back: says no, or fears for their job"),
    Stand.AGAINST: _l("Against: puts others off; not to be asked any more"),
}
STANDS_SHORT = {
    Stand.NOT_ASKED: _l("Not asked yet"),
    Stand.CARRIES: _l("Carries others along"),
    Stand.WITH_US: _l("With us"),
    Stand.UNDECIDED: _l("Undecided"),
    Stand.HOLDS_BACK: _l("Holds back"),
    Stand.AGAINST: _l("Against"),
}
THROUGHS = {
    Through.WORK: _l("at work"),
    Through.SHUTTLE: _l("on the shuttle"),
    Through.CLASS: _l("in the training group"),
}
HALF_DAYS = {
    HalfDay.MORNING: _l("Morning"),
    HalfDay.AFTERNOON: _l("Afternoon"),
    HalfDay.EVENING: _l("Evening"),
}
SOONS = {
    Soon.TOMORROW: _l("Tomorrow"),
    Soon.THREE_DAYS: _l("In three days"),
    Soon.WEEK: _l("In a week"),
    Soon.FORTNIGHT: _l("In two weeks"),
}
WHERES = {
    Where.PHONE: _l("Telephone"),
    Where.TRANSPORT: _l("On the way"),
    Where.CAFE: _l("Café"),
    Where.MEETING: _l("Meeting"),
}
OUTCOMES = {
    Outcome.YES: _l("Yes, with a day"),
    Outcome.THINKS: _l("Thinks it over"),
    Outcome.NO: _l("No"),
    Outcome.NO_ANSWER: _l("No answer"),
    Outcome.LATER: _l("Later"),
    Outcome.NEVER: _l("Do not contact again"),
}
ASKS = {
    Ask.MEET: _l("Listen to them"),
    Ask.JOIN: _l("Ask whether they join"),
    Ask.SIGN: _l("Ask for their signature"),
    Ask.COME: _l("Invite them"),
}
LINES = {
    Line.TO_CALL: _l("to call"),
    Line.TRIED: _l("tried"),
    Line.DONE: _l("spoken with"),
    Line.NEVER: _l("does not want to be called"),
    Line.HELD_BACK: _l("held back"),
}
STATES = {
    ListState.OPEN: _l("in hand"),
    ListState.CLOSED: _l("ended"),
    ListState.STOPPED: _l("stopped"),
}
TRIALS = {
    TrialKind.COMMITTEE: _l("Committee"),
    TrialKind.PETITION: _l("Petition"),
    TrialKind.BADGE_DAY: _l("Badge day"),
    TrialKind.MEETING: _l("Meeting"),
    TrialKind.CARDS: _l("Membership cards"),
    TrialKind.VOTE: _l("Turnout announced"),
}
RESTS = {
    "never": _l("asked not to be contacted"),
    "listed": _l("on another list"),
    "called": _l("called within two days"),
}
CLOSED = _l("The list is closed. Thank you.")
NOTHING_WAITS = _l("Nothing waits for you here.")
NOTHING_ON = _l("Write nothing about health, family, religion or politics.")
FAULTS = {
    Fault.NO_NAME: _l("Nobody is named on this line: write the given name first."),
    Fault.NOT_A_NAME: _l("This is not a name: write it in letters."),
    Fault.PHONE: _l("This telephone cannot be read: write it as 0612345678, or take it out."),
    Fault.TOO_MUCH: _l(
        "This line tells more than a given name, a telephone and a team, or a team that the plan does not know: take "
        "the rest out. A list of the employer's is counted in the units, and nobody of it is written down."
    ),
    Fault.TWICE: _l("This telephone stands on a line above."),
}
