"""A collective or economic dismissal, step by step: what the law asks, what was done, what is missing (arts 66 to
71)."""

from dataclasses import replace
from datetime import date

from union.law.checking.findings import Finding, State, done_by, state_of_answer
from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.procedure.collective_plan import COUNCIL_ABOVE, CollectivePlan, Motive
from union.law.procedure.collective_table import CHECKS
from union.law.sources.sentence import Sentence, joined
from union.law.strictly.tables import sentences
from union.law.terms.seniority import months_from

FROM_HEADCOUNT = 10
REHIRE_MONTHS = 12

NOTES = sentences("""
under_ten ; ct 66 ; VERIFIED
Under ten employees habitually: articles 66 to 71 do not apply; each dismissal follows article 35, and articles 62 to \
65 where a fault is alleged.

silence ; ct 67 ; VERIFIED
The Code gives no effect to the governor's silence after two months: without a written decision there is no \
authorisation.

services ; ct 66 ; UNVERIFIED
Offshoring is treated as a commercial activity in practice; an employer may dispute it.

owed_anyway ; ct 51, ct 52, ct 70 ; VERIFIED
Notice and severance are owed with or without authorisation.

conciliation_final ; ct 41, ct 70 ; VERIFIED-2 final_conciliation
A conciliation signed, legalised and countersigned by the inspector is final and covers a missing procedure: sign \
nothing without the legal team.
""")


def applies(plan: CollectivePlan) -> bool:
    """Whether articles 66 to 71 apply: ten employees or more, habitually, whatever the number dismissed."""
    return plan.headcount >= FROM_HEADCOUNT


def collective(plan: CollectivePlan) -> list[Finding]:
    """The steps in their order; empty under ten employees, where another procedure applies (see `notes`).

    Another motive than those of article 66 asks for none of its steps: each dismissal then needs a valid ground (art
    35).
    """
    if not applies(plan):
        return []
    found = [*_motive_and_information(plan), *_talks(plan), *_authorisation(plan), *_after(plan)]
    if plan.motive is Motive.OTHER and not plan.closure:
        return [found[0], *(replace(one, state=State.NOT_ASKED) for one in found[1:])]
    return found


def _motive(plan: CollectivePlan) -> Finding:
    """Whether the motive is one of article 66; a closure for another one has article 69."""
    check = CHECKS["closure_motive" if plan.closure else "motive"]
    return Finding(check, state_of_answer(None if plan.motive is None else plan.motive is not Motive.OTHER))


def _motive_and_information(plan: CollectivePlan) -> list[Finding]:
    delegates = State.NOT_ASKED if plan.council or plan.has_delegates is False else None
    representatives = State.NOT_ASKED if plan.has_union_representatives is False else None
    council = None if plan.council and plan.has_council is not False else State.NOT_ASKED
    found = [
        _motive(plan),
        _informed("delegates_informed", delegates, plan.delegates_informed_on, plan, plan.delegates_informed),
        _informed(
            "representatives_informed",
            representatives,
            plan.representatives_informed_on,
            plan,
            plan.representatives_informed,
        ),
        _informed("council_informed", council, plan.council_informed_on, plan, plan.council_informed),
        *_without_council(plan),
    ]
    if plan.headcount == COUNCIL_ABOVE and plan.has_council is not False:
        found.append(_informed("council_at_fifty", None, plan.council_informed_on, plan, plan.council_informed))
    whole = _all(plan.reasons_given, plan.numbers_given, plan.period_given)
    return [*found, Finding(CHECKS["information_whole"], state_of_answer(whole))]


def _without_council(plan: CollectivePlan) -> list[Finding]:
    """Above fifty and no council: its absence is the employer's breach, and the delegates are to be told instead."""
    if not plan.council:
        return []
    exists = Finding(CHECKS["council_exists"], state_of_answer(plan.has_council))
    if plan.has_council is not False:
        return [exists]
    nobody = State.NOT_ASKED if plan.has_delegates is False else None
    told_delegates = plan.delegates_informed if plan.delegates_informed_on is None else True
    told_representatives = plan.representatives_informed if plan.representatives_informed_on is None else True
    return [
        exists,
        _informed("delegates_without_council", nobody, plan.delegates_informed_on, plan, plan.delegates_informed),
        Finding(CHECKS["somebody_informed"], state_of_answer(_any(told_delegates, told_representatives))),
    ]


def _any(*answers: bool | None) -> bool | None:
    """True as soon as one is true, false where all are, else not known."""
    return True if True in answers else None if None in answers else False


def _informed(key: str, decided: State | None, on: date | None, plan: CollectivePlan, told_so: bool | None) -> Finding:
    """A month before the procedure starts, as the Arabic text has it; the French one counts from the first exit.

    What is late by both is a defect; what is late by the Arabic text alone is said with both readings.
    """
    check, by_french = CHECKS[key], _a_month_before(plan.first_exit_on)
    by_arabic = _a_month_before(plan.requested_on) or by_french
    if decided:
        return Finding(check, decided, by_arabic, on)
    if on is None or by_arabic is None or on <= by_arabic or (by_french and on > by_french):
        late_by_both = on is not None and by_french is not None and on > by_french
        return done_by(check, on, by_french if late_by_both else by_arabic, told_so)
    said = _BY_ARABIC.filled(done=on, requested=plan.requested_on, due=months_from(on, 1))
    other = (_IN_TIME_BY_FRENCH if by_french else _UNKNOWN_BY_FRENCH).filled(exit=plan.first_exit_on)
    return Finding(check, State.LATE, by_arabic, on, joined(said, other), unsettled=True)


def _a_month_before(on: date | None) -> date | None:
    return deadline(Rule.UNION_INFORMATION, on).legal_on if on else None


_BY_ARABIC = Sentence(
    "Told on {done}: the Arabic text asks for a month before starting the procedure, and the request "
    "to the governor, of {requested}, could not be made before {due}."
)
_IN_TIME_BY_FRENCH = Sentence(
    "By the French text, a month before the first exit, of {exit}, it was in time. The Arabic "
    "governs; no decision read settles it."
)
_UNKNOWN_BY_FRENCH = Sentence(
    "By the French text a month before the first exit is enough, and that day is not known. The "
    "Arabic governs; no decision read settles it."
)


def _talks(plan: CollectivePlan) -> list[Finding]:
    answers = {
        "consulted": plan.consulted,
        "redeployment": plan.redeployment_examined,
        "talks_record": plan.record_signed,
        "record_to_delegates": plan.record_to_delegates,
        "record_to_labour_delegate": plan.record_to_labour_delegate,
    }
    return [Finding(CHECKS[key], state_of_answer(answer)) for key, answer in answers.items()]


def _authorisation(plan: CollectivePlan) -> list[Finding]:
    asked = plan.requested if plan.requested_on is None else True
    economic = _all(plan.motives_report, plan.accounts_report, plan.accountant_report)
    is_economic = plan.motive is Motive.ECONOMIC
    return [
        Finding(CHECKS["requested"], state_of_answer(asked), done_on=plan.requested_on),
        Finding(CHECKS["economic_file"], state_of_answer(economic) if is_economic else State.NOT_ASKED),
        _authorised(plan),
    ]


def _authorised(plan: CollectivePlan) -> Finding:
    """Granted, and before the first exit; refused or never given is not done; silence is not known to be anything."""
    check = CHECKS["authorised"]
    if plan.authorised is False or (plan.requested is False and plan.authorised is None):
        return Finding(check, State.NOT_DONE, plan.first_exit_on)
    if plan.authorised_on and plan.first_exit_on:
        return done_by(check, plan.authorised_on, plan.first_exit_on)
    return Finding(check, state_of_answer(plan.authorised), plan.first_exit_on, plan.authorised_on)


def _after(plan: CollectivePlan) -> list[Finding]:
    closure = state_of_answer(plan.activity_impossible) if plan.closure else State.NOT_ASKED
    return [
        Finding(CHECKS["closure_needed"], closure),
        Finding(CHECKS["order_kept"], state_of_answer(plan.order_kept)),
        Finding(CHECKS["rehire_priority"], _rehire(plan), done_on=plan.newcomer_hired_on),
    ]


def _rehire(plan: CollectivePlan) -> State:
    if plan.newcomer_hired_on and plan.first_exit_on:
        until = months_from(plan.first_exit_on, REHIRE_MONTHS)
        return State.NOT_DONE if plan.first_exit_on <= plan.newcomer_hired_on < until else State.DONE
    return state_of_answer(None if plan.newcomer_hired is None else not plan.newcomer_hired)


def _all(*answers: bool | None) -> bool | None:
    """False as soon as one is false, true where all are, else not known."""
    return False if False in answers else None if None in answers else True


def notes(plan: CollectivePlan) -> list[str]:
    """The keys of `NOTES` to say beside the findings."""
    if not applies(plan):
        return ["under_ten"]
    silent = plan.requested_on is not None and plan.authorised is None and plan.authorised_on is None
    return [*(["silence"] if silent else []), "owed_anyway", "services", "conciliation_final"]


def clocks(plan: CollectivePlan) -> list[Deadline]:
    """The periods that bind the employer and the governor."""
    starts = dict.fromkeys(one for one in (plan.requested_on, plan.first_exit_on) if one)  # both readings of article 66
    found = [deadline(Rule.UNION_INFORMATION, one) for one in starts]
    if plan.requested_on:
        found.append(deadline(Rule.COLLECTIVE_AUTHORISATION, plan.requested_on))
    return found
