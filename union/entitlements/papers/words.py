"""The words of the papers in French and Arabic, said in the language that the person chose, whoever prints them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from union.cases.letters import FRAME
from union.cases.letters import LANGUAGES as LANGUAGES
from union.cases.letters import articles as articles
from union.cases.letters import filled as filled
from union.cases.letters import money as money
from union.entitlements.records.contents import Situation
from union.languages.figures import day, number
from union.languages.translated import translated
from union.law.result import Code
from union.law.sources.sentence import COMMA, Sentence
from union.press.content import left_to_right, name

FACTS: dict[str, Sentence] = {
    "employee_number": Sentence("Employee number"),
    "category": Sentence("Category"),
    "contract": Sentence("Contract"),
    "hired_on": Sentence("Hired on"),
    "left_on": Sentence("Last day of employment"),
    "notified_on": Sentence("Letter received on"),
    "term_on": Sentence("End written in the CDD"),
    "monthly_gross": Sentence("Gross monthly pay"),
    "monthly_net": Sentence("Net monthly pay"),
    "mean_gross": Sentence("Mean gross pay of the 52 weeks"),
    "monthly_bonus": Sentence("Of which bonuses and commissions"),
    "leave_days_due": Sentence("Days of leave left"),
    "unpaid_days": Sentence("Days worked and unpaid"),
    "mandate": Sentence("Mandate"),
    "offered": Sentence("Amount offered"),
    "signed_on": Sentence("Signed on"),
    "cdd_since": Sentence("First of the fixed-term contracts that follow one another"),
    "cdd_motive": Sentence("Case that the CDD gives"),
    "on_trial": Sentence("Trial period under way"),
    "agreed_notice_months": Sentence("Agreed notice, in months"),
    "agreed_severance": Sentence("Agreed severance pay"),
    "away_cause": Sentence("Notice suspended by"),
    "away_from": Sentence("Suspended from"),
    "away_until": Sentence("Suspended until"),
    "leave_taken": Sentence("Days of leave taken in the year of service"),
    "leave_taken_before": Sentence("Days taken the previous year"),
    "leave_taken_earlier": Sentence("Days taken the year before that"),
    "monthly_hours": Sentence("Hours a month by contract"),
    "unjustified_days": Sentence("Days of unjustified absence or of unlawful strike"),
    "own_notice": Sentence("Notice of the resignation"),
    "holidays": Sentence("Paid holidays worked and not paid"),
    "feasts": Sentence("Religious feasts worked and not paid"),
    "born_on": Sentence("Born on"),
    "pension": Sentence("Right to an old-age pension"),
    "cnss_days": Sentence("Days declared to the CNSS in the whole career"),
}
VALUES: dict[str, Sentence] = {
    "employee": Sentence("Employee"),
    "executive": Sentence("Executive grade"),
    "cdi": Sentence("Open-ended (CDI)"),
    "cdd": Sentence("Fixed-term (CDD)"),
    "anapec": Sentence("Training-insertion (ANAPEC)"),
    "agency": Sentence("Temporary-work agency"),
    "unknown": Sentence("Not told"),
    "in_office": Sentence("Mandate in office"),
    "former": Sentence("Former delegate, under six months"),
    "candidate": Sentence("Candidate, under three months"),
    "negotiated": Sentence("Negotiated departures"),
    "collective": Sentence("Collective or economic dismissal"),
    "closure": Sentence("Closure without authorisation"),
    "series": Sentence("Individual dismissals in series"),
    "cdd_series": Sentence("Fixed-term contracts not renewed, in series"),
    "resignations": Sentence("Resignations under pressure"),
    "transfer": Sentence("Transfer of the undertaking"),
    "replacement": Sentence("Replacement of somebody absent"),
    "striker": Sentence("Replacement of a striker"),
    "increase": Sentence("Temporary increase of activity"),
    "seasonal": Sentence("Seasonal work"),
    "opening": Sentence("Opening, or launch of a product"),
    "project": Sentence("Site or project"),
    "waiting_for_newcomer": Sentence("Waiting for a newcomer"),
    "post_abolished": Sentence("Post being abolished"),
    "event": Sentence("Temporary event"),
    "over_58": Sentence("Employee of 58 or more who lost a job"),
    "work_incapacity": Sentence("Incapacity from an accident at work or an occupational disease"),
    "childbirth": Sentence("Childbirth"),
    "True": Sentence("Yes"),
    "False": Sentence("No"),
    "other": Sentence("Another reason than those of the law"),
    "none": Sentence("None", context="letter"),
}
SITUATIONS: dict[Situation, Sentence] = {
    Situation.EMPLOYED: Sentence("Still employed"),
    Situation.DISMISSED: Sentence("Dismissed"),
    Situation.MISCONDUCT: Sentence("Dismissed, the employer alleging serious misconduct"),
    Situation.COLLECTIVE: Sentence("Dismissed on economic grounds, or the site closed"),
    Situation.NEGOTIATED: Sentence("Left by agreement"),
    Situation.RESIGNATIONS: Sentence("Resigned under pressure"),
    Situation.RESIGNED: Sentence("Resigned"),
    Situation.CDD_SERIES: Sentence("End of a fixed-term contract"),
    Situation.RETIRED: Sentence("Put into retirement"),
    Situation.DIED: Sentence("Died"),
    Situation.FORCE_MAJEURE: Sentence("Contract ended by force majeure"),
}
"""What happened to one person who stands on no list."""
HEADS: dict[Code, Sentence] = {
    Code.NOTICE: Sentence("Pay in lieu of notice"),
    Code.SEVERANCE: Sentence("Statutory severance pay"),
    Code.DAMAGES: Sentence("Damages, if the judge holds the dismissal abusive"),
    Code.LEAVE: Sentence("Leave not taken"),
    Code.WAGES_DUE: Sentence("Wages due"),
    Code.REMAINING_TERM: Sentence("Wages to the end of the CDD"),
    Code.IPE: Sentence("Job-loss allowance"),
}
FIGURES: dict[str, Sentence] = {
    "mean_52_weeks": Sentence("Mean of the last 52 weeks", context="letter"),
    "mean_partial": Sentence("Mean of the known months, for information"),
    "mean_without_absences": Sentence("Mean without the months of an absence"),
    "mean_with_doubtful": Sentence("Mean with exceptional bonuses"),
    "leave_this_year": Sentence("Leave of the present year of service"),
    "leave_year_whole": Sentence("Leave of a whole year of service"),
    "leave_under_six_months": Sentence("Leave under six months of service"),
    "leave_seniority_by_month": Sentence("Leave of the present year, seniority days by the months started"),
    "leave_seniority_whole": Sentence("Leave of the present year, seniority days whole"),
    "leave_seniority_none": Sentence("Leave of the present year, without seniority days"),
    "leave_seniority_this_year": Sentence("Days for seniority, counted whole"),
    "leave_seniority_pro_rata": Sentence("Days for seniority, in proportion"),
    "smig_arrears": Sentence("Pay below the minimum wage"),
    "wage_arrears": Sentence("Agreed pay not paid"),
    "seniority_bonus_missing": Sentence("Seniority bonus not paid"),
    "overtime_day": Sentence("Overtime by day"),
    "overtime_night": Sentence("Overtime by night"),
    "overtime_rest_day": Sentence("Overtime by day on the rest day"),
    "overtime_rest_night": Sentence("Overtime by night on the rest day"),
    "holiday_worked": Sentence("Paid holiday worked"),
}
ASSUMED: dict[str, Sentence] = {
    "category": Sentence(
        "The list does not give the grade: the shorter notice of an employee is counted. Read the contract."
    ),
    "contract": Sentence("The list does not give the contract: it is counted as open-ended, which is the rule."),
}
SAID: dict[str, Sentence] = {
    "owed_to": Sentence("What is owed to {name}"),
    "number": Sentence("No. {number} of the employer's list"),
    "facts": Sentence("Facts used"),
    "lines": Sentence("Line by line"),
    "what": Sentence("What"),
    "how": Sentence("How it is counted"),
    "article": Sentence("Article"),
    "amount": Sentence("Amount"),
    "minimum": Sentence("Legal minimum that the offer is compared with"),
    "minimum_compared": Sentence("For comparison, a dismissal would give at least"),
    "offered": Sentence("Offered"),
    "short": Sentence("Shortfall"),
    "besides": Sentence("Owed besides, whatever is signed"),
    "shown": Sentence("What payslips and leave show"),
    "claimable": Sentence("Of the months whose two years still ran on the day of the claim"),
    "smig_part": Sentence("of which {amount} under the minimum wage (article 361)"),
    "unsettled": Sentence("A reading that nothing settles"),
    "judge": Sentence("What a judge may add"),
    "allowance": Sentence("What a negotiated exit may forfeit"),
    "not_due": Sentence("What is not due, and why"),
    "dates": Sentence("Dates that run out"),
    "protection": Sentence("Protection of the mandate"),
    "disguised": Sentence("This fixed-term contract may be an open-ended one"),
    "signed": Sentence("The paper that was signed"),
    "assumed": Sentence("What was assumed"),
    "uncomputed": Sentence("This sum cannot be worked out yet: {facts}."),
    "lacks": Sentence("to be checked in the list"),
    "lacks_alone": Sentence("to be checked among the facts"),
    "foot": Sentence(
        "Articles of the Labour Code (law 65-99) unless another text is named. Worked out on {day}, at "
        "the rates of {rates}. A court or the labour inspector may read the facts otherwise."
    ),
    "draft": FRAME["draft"],
}


def letter_sentence(key: str, language: str, **values: str) -> str:
    """One sentence of the table; `values` are written out already."""
    return filled(SAID[key], language, **values)


def goes_about(kind: Situation, language: str) -> str:
    """How the employer goes about it, inside a sentence."""
    words = filled(VALUES[kind.value], language)
    return words if words[:2].isupper() else words[:1].lower() + words[1:]  # CDD stays in capitals


def written(value: object, fact: str, language: str) -> str:
    """The value of one fact as the paper shows it."""
    if isinstance(value, tuple):
        return translated(COMMA, language).join(written(one, fact, language) for one in value)
    if isinstance(value, date):
        return filled(Sentence("{day}"), language, day=day(value, language))
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return money(Decimal(value), language) if fact in MONEY else left_to_right(number(value, language))
    if fact == "employee_number":
        return left_to_right(str(value))
    key = str(getattr(value, "value", value))
    return filled(VALUES[key], language) if key in VALUES else name(key)


MONEY = frozenset({"monthly_gross", "monthly_net", "mean_gross", "monthly_bonus", "offered", "agreed_severance"})
