"""Why something is not due: the sentence and the articles that say so."""

from union.law.sources.sentence import Sentence

WHYS: dict[str, tuple[Sentence, tuple[str, ...]]] = {
    "notice_misconduct": (
        Sentence("Serious misconduct takes the notice away; it can be contested in court."),
        ("ct 43", "ct 61"),
    ),
    "notice_resignation": (
        Sentence("On resignation it is the employee who owes the notice to the employer."),
        ("ct 34", "ct 43", "ct 51"),
    ),
    "notice_fixed_term": (
        Sentence("A fixed-term contract has no notice: broken early, it gives the wages to its term."),
        ("ct 33", "ct 43"),
    ),
    "notice_served": (
        Sentence("The notice was served in full: it was paid as work."),
        ("ct 44", "ct 47"),
    ),
    "severance_misconduct": (
        Sentence("Serious misconduct takes the severance pay away; it can be contested in court."),
        ("ct 52", "ct 61"),
    ),
    "severance_resignation": (
        Sentence("Severance pay supposes a dismissal, not a resignation."),
        ("ct 52",),
    ),
    "severance_fixed_term": (
        Sentence("Severance pay is for open-ended contracts only."),
        ("ct 52",),
    ),
    "severance_under_six_months": (
        Sentence("Six months of work in the enterprise are needed, and they are not reached."),
        ("ct 52",),
    ),
    "damages_misconduct": (
        Sentence("Serious misconduct, if proved, excludes damages."),
        ("ct 61",),
    ),
    "damages_resignation": (
        Sentence("No damages on resignation, unless the employer's serious misconduct caused it."),
        ("ct 40", "ct 41"),
    ),
    "damages_fixed_term": (
        Sentence("For a fixed-term contract the damages are the wages to the term, and nothing once it is reached."),
        ("ct 33",),
    ),
    "damages_authorised": (
        Sentence("The economic dismissal is authorised: notice and severance are due, without damages."),
        ("ct 67", "ct 70"),
    ),
    "leave_not_given": (
        Sentence("The number of leave days left is not given: give it to have the sum counted."),
        ("ct 251", "ct 254"),
    ),
    "leave_none": (
        Sentence("No leave day is left to be paid."),
        ("ct 251",),
    ),
    "wages_not_given": (
        Sentence("The number of days worked and unpaid is not given: give it to have the sum counted."),
        ("ct 363", "ct 365"),
    ),
    "wages_none": (
        Sentence("No day worked is left unpaid."),
        ("ct 363",),
    ),
    "remaining_open_ended": (
        Sentence("An open-ended contract has no term."),
        ("ct 33",),
    ),
    "remaining_reached": (
        Sentence("The fixed-term contract reached its term: no wages remain to it."),
        ("ct 33",),
    ),
    "remaining_misconduct": (
        Sentence("Serious misconduct allows a fixed-term contract to be broken early; it can be contested in court."),
        ("ct 33", "ct 39"),
    ),
    "remaining_resignation": (
        Sentence("An employee who breaks a fixed-term contract early may owe damages themselves."),
        ("ct 33",),
    ),
}
