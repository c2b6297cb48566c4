"""The sentences of what only some departures have: a trial, a suspended notice, better terms, another kind of end."""

from union.law.sources.sentence import Sentence

ASSUMED: dict[str, Sentence] = {
    "two_bases": Sentence(
        "Severance is counted on the mean of the last 52 weeks, notice and leave on the current pay."
    ),
    "employed": Sentence(
        "The contract goes on: everything is counted until {on}, and nothing that only an ending owes."
    ),
    "trial_running": Sentence(
        "The trial period is taken to be running: check that it is in writing and, past its first "
        "length, that it was renewed (once at most)."
    ),
    "trial_over": Sentence("The longest trial period, renewal included, has passed: the trial is taken to be over."),
    "notice_suspended": Sentence(
        "Days of suspension of the notice (work accident, occupational disease, childbirth or annual "
        "leave): {days}; its end is put off by as many."
    ),
    "notice_agreed": Sentence(
        "A longer notice is given by the contract, the agreement, the internal rules or usage, in months: {months}."
    ),
    "notice_clause_void": Sentence(
        "The clause that gives a shorter notice than the decree is void: the statutory length is counted."
    ),
    "severance_agreed": Sentence(
        "The severance given by the contract, the agreement or the internal rules is above the statutory "
        "one: it is taken."
    ),
    "severance_agreed_lower": Sentence(
        "The severance given by the contract or the agreement is below the statutory one: the law applies."
    ),
    "notice_owed": Sentence(
        "The notice of the resignation was not served: {owed} DH owed to the employer, of which "
        "{set_off} DH set off against leave (article 255); the rest, {left} DH, is had only by an action "
        "in court. Wages stay whole: that is drawn from articles 385 to 387."
    ),
    "own_notice_not_known": Sentence(
        "Nobody says whether the notice of the resignation was served: if not, the employer may set it "
        "off against leave, and leave alone (article 255)."
    ),
    "own_notice_excused": Sentence("Excused from notice (articles 40, 157 and 158): nothing is owed to the employer."),
    "reduced_pension": Sentence(
        "{days} days declared to the fund: a reduced pension, {percent} % (law 02.24 and decree "
        "2.25.265). Whether the age is then put off to the whole period (article 526, third paragraph) "
        "is not settled: the other reading stands beside."
    ),
    "past_sixty": Sentence(
        "Staying past 60 supposes the minister's decision, asked by the employer with the employee's "
        "consent (article 526): ask for it."
    ),
    "retired_replaced": Sentence(
        "The employer has to replace an employee put into retirement (article 528), on pain of a fine (article 529)."
    ),
    "retired_early": Sentence(
        "Without the age of 60 or a right to a pension, a forced retirement is treated as a dismissal: "
        "too short an insurance period puts the age off (article 526, third paragraph)."
    ),
    "tax_ceiling": Sentence(
        "Beyond {ceiling} DH the indemnities are no longer exempt from income tax (finance act 2023, "
        "according to the press): have it checked."
    ),
    "owed_to_heirs": Sentence(
        "The pay for leave not taken goes to the heirs (article 257), and so do the wages due to the day of death, "
        "which have first rank (article 382)."
    ),
    "death_at_work": Sentence(
        "A death from an accident at work comes under the law on work accidents (law 18-12), whose sums are not "
        "counted here."
    ),
    "force_majeure_proof": Sentence(
        "Force majeure must be proved: a lost client or an economic difficulty comes under articles 66 to 71."
    ),
}
READ: dict[str, Sentence] = {
    "majeure_unproved": Sentence("If the force majeure is not proved, which the employer has to do: a dismissal."),
    "unsettled": Sentence("No text settles whether severance stays due: to be asked for, never promised."),
}
WHY: dict[str, tuple[Sentence, tuple[str, ...]]] = {
    "notice_trial_week": (
        Sentence("In the first week of the trial period the contract may be ended without notice."),
        ("ct 13",),
    ),
    "severance_trial": (
        Sentence("During the trial period the contract may be ended without indemnity."),
        ("ct 13", "ct 52"),
    ),
    "damages_trial": (
        Sentence(
            "During the trial period either party may end the contract without indemnity; a termination on a "
            "banned ground can be contested."
        ),
        ("ct 13", "ct 36"),
    ),
    "remaining_trial": (
        Sentence("During the trial period a fixed-term contract may be ended without indemnity."),
        ("ct 13", "ct 14"),
    ),
    "notice_ended": (
        Sentence("Neither party broke the contract: no notice is due."),
        ("ct 43",),
    ),
    "severance_death": (
        Sentence(
            "Severance supposes a dismissal: the Code gives none on death; see the contract, the agreement "
            "and the insurance."
        ),
        ("ct 52",),
    ),
    "damages_ended": (
        Sentence("Neither party broke the contract abusively: no damages."),
        ("ct 41",),
    ),
    "notice_retired": (
        Sentence(
            "At 60 and with a right to a pension, the pay in lieu of notice of article 51 is not due, save "
            "better terms."
        ),
        ("ct 59", "ct 60", "ct 526"),
    ),
    "damages_retired": (
        Sentence("At 60 and with a right to a pension, the damages of article 41 are not due, save better terms."),
        ("ct 59", "ct 60", "ct 526"),
    ),
    "severance_unsettled": (
        Sentence(
            "No text says whether the severance of article 52 stays due: it is not counted here, ask the legal team."
        ),
        ("ct 32", "ct 52", "ct 54"),
    ),
    "severance_retired": (
        Sentence(
            "Retirement is no dismissal: the severance of article 52 is not counted. Article 60 sets aside "
            "only the heads of article 59 though: the other reading stands beside, to be asked for, never "
            "promised."
        ),
        ("ct 52", "ct 59", "ct 60", "ct 526"),
    ),
    "notice_majeure": (
        Sentence("Proved force majeure excuses the notice."),
        ("ct 43", "doc 268", "doc 269"),
    ),
    "damages_majeure": (
        Sentence("Proved force majeure excludes damages."),
        ("ct 41", "doc 268", "doc 269"),
    ),
    "notice_employed": (
        Sentence("The contract goes on: notice is owed where one side breaks it."),
        ("ct 43",),
    ),
    "severance_employed": (
        Sentence("The contract goes on: severance supposes a dismissal."),
        ("ct 52",),
    ),
    "damages_employed": (
        Sentence("The contract goes on: damages suppose that it was broken."),
        ("ct 41",),
    ),
    "leave_employed": (
        Sentence(
            "While the contract goes on, leave is taken and not paid off, and nobody can waive it, even for money; "
            "the days are to be claimed."
        ),
        ("ct 231", "ct 242", "ct 251"),
    ),
    "remaining_employed": (
        Sentence("The fixed-term contract goes on: no wages remain to be paid without work."),
        ("ct 33",),
    ),
    "remaining_majeure": (
        Sentence("Proved force majeure excuses the early termination of a fixed-term contract."),
        ("ct 33", "doc 268", "doc 269"),
    ),
    "remaining_ended": (
        Sentence("The contract ended without the employer breaking it: the wages to its term are not due."),
        ("ct 33",),
    ),
}
REFUSED: dict[str, Sentence] = {
    "no_notice_date": Sentence("{field} needs notified_on: give the day of notification."),
    "retirement_facts": Sentence(
        "{field} is missing: a retirement is computed with born_on, and with pension or cnss_days."
    ),
    "not_first": Sentence("{field} must be the first day of a month: payslips are given month by month."),
    "bad_object": Sentence("{field} must be an object with its facts by name."),
    "bad_days": Sentence("{field} must be a list of dates written YYYY-MM-DD."),
    "outside_employment": Sentence(
        "{field} is outside the employment, from {first} to {last}: check that day, or hired_on and left_on."
    ),
    "not_open_ended": Sentence("{field} is for an open-ended contract only: remove it or correct contract."),
}
