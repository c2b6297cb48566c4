"""The dates of cases in words: what is to be done, why, by which article, and on which page it is met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.access import May, asking
from union.cases.dates import FOLLOW_UP, HEARING, TASK, UNREAD, CaseDate, Dated, Source
from union.languages.saying import in_language
from union.law.dates.periods import PERIODS, Rule
from union.law.sources.articles import cite
from union.web.locale import language

# Where a date is met, and what the address calls the paper or the case; the features above add theirs.
PAGES = {
    Source.CLOSURE: ("closures.show", "case_id"),
    Source.KEPT: ("cases.after_close", "case_id"),
    Source.TASK: ("cases.tasks_of", "case_id"),
}


@dataclass(frozen=True)
class Called:
    """A date that no period of the law counts: what is to be done, why, and the keys of the articles behind it."""

    what: Any
    why: Any
    articles: tuple[str, ...] = ()
    who: str = "organiser"  # of `WHO`


LAST_DAY = {
    "employer": _l("Last day of the employer to %(act)s"),
    "authority": _l("Last day of the authority to %(act)s"),
}

WHO = {
    "delegate": _l("the delegate"),
    "organiser": _l("the organiser"),
    "legal": _l("the lawyer"),
    "employer": _l("the employer"),
    "inspector": _l("the labour inspector"),
    "authority": _l("the authority"),
    "court": _l("the court"),
}

# Who does what a paper or a court file dates: the same person before and after the paper was written down.
BY_LAWYER = frozenset({HEARING, str(Rule.ACTION_AFTER_DISMISSAL), str(Rule.APPEAL), str(Rule.PREGNANCY_CERTIFICATE)})

# By the rule of such a date; `features` adds those of the features above.
CALLED: dict[str, Called] = {
    FOLLOW_UP: Called(
        _l("Ask what became of the answer that is awaited"),
        _l("No period of the law runs here: this is our own day to ask again."),
    ),
    TASK: Called(_l("An own task of the case"), _l("It is no period of the law: somebody of us wrote it down.")),
}


def what(dated: Dated) -> str:
    """What has to be done, as the head of a line in the reader's language, with its hour where it has one.

    What somebody typed of a task is for those who work or plead the case.
    """
    if dated.words and asking().may(May.PLEAD_GRIEVANCE):
        called = str(CALLED[dated.rule].what) if dated.rule == FOLLOW_UP else ""
        return " · ".join(filter(None, [called, dated.words]))
    if dated.rule == UNREAD:
        return str(_("A date that cannot be read: restore it from the backup"))
    if dated.rule == HEARING:
        return str(_("Hearing at the court, %(hour)s", hour=dated.hour) if dated.hour else _("Hearing at the court"))
    if dated.rule in CALLED:
        called = CALLED[dated.rule].what
        return str(_("%(what)s, by %(hour)s", what=called, hour=dated.hour) if dated.hour else called)
    said = in_language(PERIODS[Rule(dated.rule)].act, language())
    return said[:1].upper() + said[1:]


def by_whom(act: str, bound: str) -> str:
    """An act in the reader's language, as a head; as the last day of the other side where the law binds that one."""
    if bound in LAST_DAY:
        return str(LAST_DAY[bound]) % {"act": act[:1].lower() + act[1:]}  # within a sentence, it begins none
    return act[:1].upper() + act[1:]


def who(dated: Dated) -> str:
    """Who does it, of `WHO`."""
    if dated.rule in CALLED:
        return CALLED[dated.rule].who
    return of_rule(dated.rule)


def of_rule(rule: str) -> str:
    """Who of us does what a period of the law is for."""
    return "legal" if rule in BY_LAWYER else "organiser"


def why(dated: Dated) -> str:
    """Why it has to be done, where no period of the law says so."""
    return str(CALLED[dated.rule].why) if dated.rule in CALLED else ""


def articles(dated: Dated) -> tuple[str, ...]:
    """The keys of the articles; none for a hearing, which the court fixes."""
    if dated.rule in {HEARING, UNREAD}:
        return ()
    return CALLED[dated.rule].articles if dated.rule in CALLED else PERIODS[Rule(dated.rule)].articles


def article(dated: Dated) -> str:
    """The articles, as an agenda cites them."""
    found = articles(dated)
    return str(in_language(cite(found), language())) if found else ""


def page_of(one: CaseDate) -> str:
    """The page of the paper or the court file; that of the dispute's first hours hangs on the dispute."""
    endpoint, argument = PAGES[one.source]
    given: dict[str, Any] = {argument: one.case_id if argument == "case_id" else one.source_id}
    return url_for(endpoint, **given)
