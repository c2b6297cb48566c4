"""Which verbs: one table of who may do what, one label on each view, one gate. No start with an unlabelled route."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar, cast
from uuid import UUID

from flask import Flask, abort, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from union.store.reach import Reach

View = TypeVar("View", bound=Callable[..., Any])


class Role(Enum):
    """What somebody signs in as; the value is what the database and the command line call it."""

    SECRETARIAT = "secretariat"  # runs the federation's installation and accounts
    ORGANISER = "organiser"  # works the cases of their workplaces
    LEGAL = "legal"  # reads the cases that name them
    DELEGATE = "delegate"  # reports for themselves and for those entrusted to them
    ANALYST = "analyst"  # sees counts, never a person


class May(Enum):
    """The verbs; a template asks by the value."""

    ANYTHING_PUBLIC = "public"  # seen by everybody, signed in or not
    OWN_ACCOUNT = "account.own"  # one's own password, sessions, language
    MANAGE_ACCOUNTS = "account.manage"  # create, grant, end sessions, disable
    ENTER_HOLIDAYS = "holiday.enter"  # the days that the moon decides, for every date of everybody
    READ_RECORD = "record.read"  # who did or opened what
    SEE_HOME = "home.see"  # the first page
    SEARCH = "home.search"  # look for anything within reach
    SEE_FIGURES = "figures.see"  # counts, small ones hidden
    READ_WORKPLACE = "workplace.read"  # employers and sites within reach
    EDIT_WORKPLACE = "workplace.edit"  # create and correct them
    PROPOSE_WORKPLACE = "workplace.propose"  # say which site is missing
    COUNT_WORKPLACE = "workplace.count"  # how many people work at a site within reach
    READ_STRENGTH = "workplace.strength"  # how many are members, and the density
    PLAN_SITE = "site.plan"  # where a site stands, who follows it and what comes next; the brands that it serves
    LIST_MEMBERS = "member.list"  # the roster of a workplace, and search by name
    READ_MEMBER = "member.read"  # one member within reach
    LIST_ENTRUSTED = "member.entrusted"  # those whom one looks after
    EDIT_MEMBER = "member.edit"  # create, correct, mark as left, mandates
    PROPOSE_MEMBER = "member.propose"  # hand in a membership form, never read back
    ENTRUST_MEMBER = "member.entrust"  # say which delegate looks after whom
    IMPORT_MEMBERS = "member.import"  # bring in a list
    EXPORT_MEMBERS = "member.export"  # take the roster of a workplace out as a file
    EXPORT_MANY = "member.export_many"  # take out more people in one file than `outgoing.ALONE`
    FILE_GRIEVANCE = "grievance.file"  # report a problem
    READ_GRIEVANCE = "grievance.read"  # open one within reach
    NOTE_GRIEVANCE = "grievance.note"  # add a note to it
    PLEAD_GRIEVANCE = "grievance.plead"  # read its strategy, do every step, write what became known, keep its tasks
    WORK_GRIEVANCE = "grievance.work"  # take, assign, hand over, close, reopen
    SEE_ATTACHMENT = "attachment.see"  # the files of a case within reach
    ATTACH = "attachment.add"  # add one, describe it anew, ask for its destruction or confirm it
    READ_LAYOFF = "layoff.read"  # a layoff dispute and its sums
    WORK_LAYOFF = "layoff.work"  # open one, bring in the list, correct its facts
    TAKE_IN = "layoff.intake"  # write down people at the gate of a closed site, and read one's own again
    KEEP_MANDATE = "mandate.own"  # the hours and the meetings of one's own mandate
    SEE_PATTERNS = "pattern.see"  # what cases in reach have in common, resignations together, lesser sanctions
    KEEP_EVENTS = "pattern.keep"  # union events, what followed on them, and the papers that print it
    BREAK_SEAL = "case.break_seal"  # with another one, open a confidential case that names neither
    CHECK_PAPERS = "paper.check"  # put a signed receipt or a dismissal letter to its questions, and write what follows
    READ_LETTER = "letter.read"  # a letter of a case: every one who works or pleads it, what was sent who reported it
    WRITE_LETTER = "letter.write"  # begin, edit, check and send letters, and write down what answered them
    KEEP_REGISTER = "register.keep"  # the mail of a workplace that went and came: read, written down, struck out
    COUNT_OWED = "owed.count"  # what the law owes the one person of a case: asked, worked out, printed
    MAKE_BUNDLE = "bundle.make"  # make the file of a case for its lawyer or the court, take it out, confirm its digest
    KEEP_SECTIONS = "section.keep"  # the union sections of sites: assembly, statutes, officers, filings, letters
    KEEP_POLLS = "poll.keep"  # the calendar of elections of staff delegates: days, candidates, count, share
    KEEP_ROUNDS = "round.keep"  # the official figures of a general round, one set for everybody who reads the calendar
    HOLD_MEETING = "meeting.hold"  # meetings of the union at a site: when, how many came, what was decided
    KEEP_TRAINING = "training.keep"  # trainings, who has a place on one, and who in office waits for one
    KEEP_DUES = "dues.keep"  # payments of the members of one's sites: written, struck out, receipts, who is behind
    SET_DUES = "dues.rate"  # what every member pays for a year
    COLLECT_DUES = "dues.collect"  # write down what those entrusted to one gave, and never read it back
    REFER_MEMBER = "member.refer"  # members sent to a retraining body, and what became of it
    KEEP_PLAN = "plan.keep"  # the plans of one's workplaces: units, people, lists, tests; the secretariat ends them
    HOLD_LIST = "plan.hold"  # a list of people to call, and one's own seat: what one was given and nothing else
    KEEP_COURT = "court.keep"  # power of attorney, hearings, judgment and its dates


# Their views may change who may what: they wait for whoever writes under the old rights, and others wait for them.
CHANGING_RIGHTS = frozenset({May.MANAGE_ACCOUNTS, May.OWN_ACCOUNT})

_EVERYBODY = {May.ANYTHING_PUBLIC, May.OWN_ACCOUNT, May.SEE_HOME}
_DESK = _EVERYBODY | {
    May.SEARCH,
    May.READ_WORKPLACE,
    May.PROPOSE_WORKPLACE,
    May.COUNT_WORKPLACE,
    May.READ_STRENGTH,
    May.PLAN_SITE,
    May.HOLD_MEETING,
    May.KEEP_TRAINING,
    May.KEEP_DUES,
    May.REFER_MEMBER,
    May.LIST_MEMBERS,
    May.READ_MEMBER,
    May.EDIT_MEMBER,
    May.PROPOSE_MEMBER,
    May.ENTRUST_MEMBER,
    May.IMPORT_MEMBERS,
    May.EXPORT_MEMBERS,
    May.FILE_GRIEVANCE,
    May.READ_GRIEVANCE,
    May.NOTE_GRIEVANCE,
    May.PLEAD_GRIEVANCE,
    May.WORK_GRIEVANCE,
    May.SEE_ATTACHMENT,
    May.ATTACH,
    May.READ_LAYOFF,
    May.WORK_LAYOFF,
    May.TAKE_IN,
    May.CHECK_PAPERS,
    May.READ_LETTER,
    May.WRITE_LETTER,
    May.KEEP_REGISTER,
    May.COUNT_OWED,
    May.MAKE_BUNDLE,
    May.KEEP_COURT,
    May.SEE_PATTERNS,
    May.KEEP_EVENTS,
    May.KEEP_POLLS,
    May.KEEP_SECTIONS,
    May.KEEP_PLAN,
    May.HOLD_LIST,
}

ALLOWED: dict[Role, frozenset[May]] = {
    Role.SECRETARIAT: frozenset(
        _DESK
        | {
            May.MANAGE_ACCOUNTS,
            May.ENTER_HOLIDAYS,
            May.KEEP_ROUNDS,
            May.SET_DUES,
            May.READ_RECORD,
            May.SEE_FIGURES,
            May.EDIT_WORKPLACE,
            May.EXPORT_MANY,
            May.BREAK_SEAL,
        }
    ),
    Role.ORGANISER: frozenset(_DESK),
    Role.LEGAL: frozenset(
        _EVERYBODY
        | {May.READ_MEMBER, May.READ_GRIEVANCE, May.NOTE_GRIEVANCE, May.READ_LAYOFF, May.FILE_GRIEVANCE}
        | {May.PLEAD_GRIEVANCE, May.CHECK_PAPERS, May.KEEP_COURT, May.SEE_ATTACHMENT, May.ATTACH}
        | {May.COUNT_OWED, May.READ_LETTER, May.WRITE_LETTER, May.MAKE_BUNDLE}
    ),
    Role.DELEGATE: frozenset(
        _EVERYBODY
        | {May.READ_MEMBER, May.LIST_ENTRUSTED, May.PROPOSE_MEMBER}
        | {May.FILE_GRIEVANCE, May.READ_GRIEVANCE, May.NOTE_GRIEVANCE, May.TAKE_IN, May.KEEP_MANDATE}
        | {May.HOLD_LIST, May.COLLECT_DUES}
        | {May.SEE_ATTACHMENT, May.ATTACH, May.READ_LETTER}
    ),
    Role.ANALYST: frozenset(_EVERYBODY | {May.SEE_FIGURES}),
}


def roles_with(verb: May, *, without: May | None = None) -> frozenset[Role]:
    """The roles that may use a verb; those alone that may not use another, where one is named."""
    return frozenset(role for role, verbs in ALLOWED.items() if verb in verbs and without not in verbs)


@dataclass(frozen=True)
class Asking:
    """Who is asking in this request: found before anything else."""

    person: UUID | None = None
    name: str = ""
    role: Role | None = None
    reach: Reach = field(default_factory=Reach)
    roles: tuple[Role, ...] = ()  # all that the grants of today allow; `role` is the one worn now
    language: str = ""
    door: UUID | None = None  # the sign-in session
    lasts: int = 0  # minutes until it ends by itself, begun ones too: two pages of one minute are alike
    renews: bool = False  # somebody else gave the password: before anything else it is changed

    def may(self, verb: May) -> bool:
        return verb is May.ANYTHING_PUBLIC or (self.role is not None and verb in ALLOWED[self.role])


NOBODY = Asking()


def asking() -> Asking:
    """Who asks in this request."""
    return cast(Asking, g.get("asking", NOBODY))


def may(verb: May) -> Callable[[View], View]:
    """Label a view; the gate reads the label. It wraps nothing."""

    def label(view: View) -> View:
        view.__may__ = verb  # type: ignore[attr-defined]  # a label on a function
        return view

    return label


def while_renewing(view: View) -> View:
    """Label a view that is there too for whoever has to choose a password first."""
    view.__while_renewing__ = True  # type: ignore[attr-defined]  # a label on a function
    return view


def guard(app: Flask) -> None:
    """Call last: every route must be labelled by now. Raises `RuntimeError` naming those that are not."""
    labels: dict[str, May | None] = {name: getattr(view, "__may__", None) for name, view in app.view_functions.items()}
    unlabelled = sorted({rule.endpoint for rule in app.url_map.iter_rules() if labels.get(rule.endpoint) is None})
    open_ = {name for name, view in app.view_functions.items() if getattr(view, "__while_renewing__", False)}
    if unlabelled:
        raise RuntimeError(f"Views without @may: {', '.join(unlabelled)}")

    @app.before_request
    def gate() -> Response | None:
        verb = labels.get(request.endpoint or "")
        if verb is None:
            if request.url_rule is None:
                return None  # no rule matched: routing answers 404 or 405 by itself
            raise RuntimeError(f"{request.endpoint} came after the gate and has no label")
        if asking().renews and verb is not May.ANYTHING_PUBLIC and request.endpoint not in open_:
            return _to_the_new_password()
        return None if asking().may(verb) else _refused()


def verb_of_request() -> May:
    """What the view of this request is labelled with."""
    return cast(May, cast(Any, current_app.view_functions[request.endpoint or ""]).__may__)


def refuse_what_ended() -> None:
    """The gate again, where who asks was found anew; an act of somebody no longer signed in is 401 whatever asked
    for it."""
    view = current_app.view_functions[request.endpoint or ""]
    if asking().renews and not getattr(view, "__while_renewing__", False):
        abort(401)
    if not asking().may(verb_of_request()):
        if asking().person is None:
            abort(401)
        _refused()


def _refused() -> Response:
    if asking().person is None:
        return _to_the_door()
    abort(404 if request.view_args else 403)


def _to_the_door() -> Response:
    return _leading_to("accounts.sign_in")


def _to_the_new_password() -> Response:
    return _leading_to("accounts.renewing")


def _leading_to(endpoint: str) -> Response:
    """A page asks first to sign in, or for a new password; an act is 401, so that nothing typed is taken for done."""
    if request.method in {"GET", "HEAD"} and not request.headers.get("HX-Request"):
        return redirect(url_for(endpoint))
    abort(401)
