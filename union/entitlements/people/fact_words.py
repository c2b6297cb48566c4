"""The words of one person's facts: their names, what they can be, what is assumed, and what is wrong with a row."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import ANSWERS, Answer
from union.cases.law_words import MANDATES
from union.entitlements.records.facts import Trouble
from union.languages.readers import sentence
from union.law.ending.requalification import Motive as CddMotive
from union.law.facts import Mandate, OwnNotice
from union.law.pay.history import Absence
from union.law.terms.suspension import Cause
from union.members.models import Category, Contract
from union.web.locale import language

CATEGORIES = {Category.EMPLOYEE: _l("Employee"), Category.EXECUTIVE: _l("Executive")}
CONTRACTS = {
    Contract.CDI: _l("Open-ended (CDI)"),
    Contract.CDD: _l("Fixed-term (CDD)"),
    Contract.ANAPEC: _l("Training-insertion (ANAPEC)"),
    Contract.AGENCY: _l("Agency work"),
    Contract.UNKNOWN: _l("Not told"),
}
FACTS = {
    "family_name": _l("Family name"),
    "given_name": _l("Given name"),
    "employee_number": _l("Employee number"),
    "category": _l("Category"),
    "contract": _l("Contract"),
    "hired_on": _l("Hired on"),
    "left_on": _l("Last day of employment"),
    "notified_on": _l("Letter received on"),
    "term_on": _l("End written in the CDD"),
    "monthly_gross": _l("Gross monthly pay"),
    "monthly_net": _l("Net monthly pay"),
    "mean_gross": _l("Mean gross pay of the last 52 weeks"),
    "monthly_bonus": _l("Of which bonuses and commissions"),
    "leave_days_due": _l("Days of leave left"),
    "unpaid_days": _l("Days worked and unpaid"),
    "mandate": _l("Mandate"),
    "offered": _l("Amount offered"),
    "signed_on": _l("Signed on"),
    "cdd_since": _l("First of the fixed-term contracts that follow one another"),
    "cdd_motive": _l("Case that the CDD gives"),
    "on_trial": _l("Is a trial period running?"),
    "agreed_notice_months": _l("Notice by contract or agreement, in months"),
    "agreed_severance": _l("Severance by contract or agreement"),
    "away_cause": _l("What suspends the notice"),
    "away_from": _l("Suspended from"),
    "away_until": _l("Suspended until"),
    "leave_taken": _l("Days of leave taken in the present year of service"),
    "leave_taken_before": _l("Days of leave taken in the year before"),
    "leave_taken_earlier": _l("Days of leave taken in the year before that"),
    "monthly_hours": _l("Hours a month by contract"),
    "unjustified_days": _l("Days of unjustified absence or of unlawful strike"),
    "own_notice": _l("Notice of the resignation"),
    "holidays": _l("Paid holidays worked and not paid"),
    "feasts": _l("Religious feasts worked and not paid"),
}
RETIRING = {
    "born_on": _l("Born on"),
    "pension": _l("Right to an old-age pension"),
    "cnss_days": _l("Days declared to the CNSS in the whole career"),
}
"""Facts that a retirement alone asks for."""
MORE = (
    "on_trial",
    "agreed_notice_months",
    "agreed_severance",
    "away_cause",
    "away_from",
    "away_until",
    "leave_taken",
    "leave_taken_before",
    "leave_taken_earlier",
    "monthly_hours",
    "unjustified_days",
    "own_notice",
    "holidays",
    "feasts",
)
"""Facts that few people need: folded on the form, and shown where somebody knows them."""
RARE = (*MORE, "cdd_since", "cdd_motive", "monthly_bonus", "mean_gross")
"""Facts that are shown only where they are known."""
NAMES = FACTS | {"payslips": _l("Payslips"), "extras": _l("Overtime")}
"""What a correction can change, by name."""
FIGURES = {
    "mean_52_weeks": _l("Mean of the last 52 weeks"),
    "mean_partial": _l("Mean of the known months, for information"),
    "mean_without_absences": _l("Mean without the months of an absence"),
    "mean_with_doubtful": _l("Mean with exceptional bonuses"),
    "leave_this_year": _l("Leave of the present year of service"),
    "leave_year_whole": _l("Leave of a whole year of service"),
    "leave_under_six_months": _l("Leave under six months of service"),
    "leave_seniority_by_month": _l("Leave of the present year, seniority days by the months started"),
    "leave_seniority_whole": _l("Leave of the present year, seniority days whole"),
    "leave_seniority_none": _l("Leave of the present year, without seniority days"),
    "leave_seniority_this_year": _l("Days for seniority, counted whole"),
    "leave_seniority_pro_rata": _l("Days for seniority, in proportion"),
    "smig_arrears": _l("Pay below the minimum wage"),
    "wage_arrears": _l("Agreed pay not paid"),
    "seniority_bonus_missing": _l("Seniority bonus not paid"),
    "overtime_day": _l("Overtime by day"),
    "overtime_night": _l("Overtime by night"),
    "overtime_rest_day": _l("Overtime by day on the rest day"),
    "overtime_rest_night": _l("Overtime by night on the rest day"),
    "holiday_worked": _l("Paid holiday worked"),
}
ABSENCES = {
    Absence.PAID_LEAVE: _l("Leave"),
    Absence.SICKNESS: _l("Sickness"),
    Absence.MATERNITY: _l("Maternity"),
    Absence.CHILD_REARING: _l("Child-rearing leave"),
    Absence.WORK_ACCIDENT: _l("Accident at work"),
    Absence.AUTHORISED: _l("Authorised absence"),
    Absence.CLOSURE: _l("Closure of the site"),
    Absence.FORCE_MAJEURE: _l("Force majeure"),
    Absence.STRIKE: _l("Lawful strike"),
    Absence.UNLAWFUL_STRIKE: _l("Unlawful strike"),
    Absence.DISCIPLINARY: _l("Disciplinary suspension"),
    Absence.UNJUSTIFIED: _l("Unjustified absence"),
}
CAUSES = {
    Cause.WORK_INCAPACITY: _l("Incapacity from an accident at work or an occupational disease"),
    Cause.CHILDBIRTH: _l("Childbirth"),
    Cause.PAID_LEAVE: _l("Annual leave"),
}
OWN_NOTICES = {
    OwnNotice.SERVED: _l("Served"),
    OwnNotice.UNSERVED: _l("Not served"),
    OwnNotice.EXCUSED: _l("Excused: pregnancy, raising a child, or the employer’s serious misconduct"),
}
CDD_MOTIVES = {
    CddMotive.REPLACEMENT: _l("Replacement of somebody absent"),
    CddMotive.STRIKER: _l("Replacement of a striker"),
    CddMotive.INCREASE: _l("Temporary increase of activity"),
    CddMotive.SEASONAL: _l("Seasonal work"),
    CddMotive.OPENING: _l("Opening, or launch of a product"),
    CddMotive.PROJECT: _l("Site or project"),
    CddMotive.WAITING_FOR_NEWCOMER: _l("Waiting for a newcomer"),
    CddMotive.POST_ABOLISHED: _l("Post being abolished"),
    CddMotive.EVENT: _l("Temporary event"),
    CddMotive.OVER_58: _l("Employee of 58 or more who lost a job"),
    CddMotive.OTHER: _l("Another reason than those of the law"),
    CddMotive.NONE: _l("The contract gives none"),
}
ASSUMED = {
    "category": _l(
        "The list does not give the category: the shorter notice of an employee is counted. Read the contract."
    ),
    "contract": _l("The list does not give the contract: it is counted as open-ended (CDI), which is the rule."),
}


TWICE = {
    "person_twice": _l(
        "Another row has this name and this day of hiring, and no number tells them apart: see whether it is one "
        "person, then correct the facts."
    ),
    "name_twice": _l(
        "Another row has this name and this day of hiring under another number: check that it is not the same person."
    ),
}


def words_of(name: str, value: Any) -> dict[str, Any]:
    """What one value of a fact that is chosen is called, as `_facts.html` takes it; nothing for what is typed."""
    yes_or_no = {True: ANSWERS[Answer.YES], False: ANSWERS[Answer.NO]}
    words: dict[str, Any] = {"category": CATEGORIES, "contract": CONTRACTS, "on_trial": yes_or_no, "pension": yes_or_no}
    coded: dict[str, tuple[Any, dict[Any, Any]]] = {
        "mandate": (Mandate, MANDATES),
        "cdd_motive": (CddMotive, CDD_MOTIVES),
        "away_cause": (Cause, CAUSES),
        "own_notice": (OwnNotice, OWN_NOTICES),
    }
    if name in coded and value:
        kind, table = coded[name]
        words[name] = table[kind(value)]
    return words


OF_A_ROW = TWICE | {
    "term_on_cdi": _l(
        "The list gives an end to a contract that it calls open-ended: the end is left out. If it is a "
        "fixed-term contract, correct the facts."
    ),
}


def trouble(one: Trouble) -> Any:
    """What is wrong with a row, and what to do, in the reader's language."""
    if one.code in OF_A_ROW:
        return OF_A_ROW[one.code]
    if one.from_list:
        return sentence(one.code, language(), **one.values)
    fact = str((FACTS | RETIRING).get(one.column, one.column))
    if one.code == "missing":
        return _l("%(fact)s is missing: ask for it, then correct the facts.", fact=fact)
    if one.code == "not_covered":
        return _l("No rule is known for this contract: ask the legal team, nothing is computed.")
    return _l("%(fact)s: this cannot be right. Check it on the paper, then correct the facts.", fact=fact)
