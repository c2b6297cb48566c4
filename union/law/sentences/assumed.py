"""What the figures take as true and the warnings that go with them."""

from union.law.sources.sentence import Sentence

ASSUMPTIONS: dict[str, Sentence] = {
    "gross_only": Sentence(
        "Only gross pay is given: it serves everything; notice and damages are counted on net (Cour de "
        "cassation, social, 23/04/2019 n° 597/1, file 632-5-1-2017)."
    ),
    "net_only": Sentence(
        "Only net pay is given: severance, leave and wages due, which are counted on gross (Cour de "
        "cassation, social, 23/04/2019 n° 597/1, file 632-5-1-2017), are understated."
    ),
    "two_wages": Sentence(
        "Severance on gross, notice and damages on net (Cour de cassation, social, 23/04/2019 n° 597/1, "
        "file 632-5-1-2017)."
    ),
    "same_wage": Sentence("The mean of the last 52 weeks and the current pay are taken as equal: one figure is given."),
    "mean_incomplete": Sentence(
        "Payslips missing: {missing}. Severance is counted on the pay that was told; the mean of the "
        "known months is for information only (article 55)."
    ),
    "absences_deducted": Sentence(
        "Days of unjustified absence or unlawful strike taken off effective work, for severance alone: "
        "{days}. Article 54 does not name them; no decision read settles it, the other reading stands "
        "beside."
    ),
    "started_year": Sentence(
        "A started year counts whole, as the text says; no known decision settles it for article 53."
    ),
    "notice_days_26": Sentence("Days of notice are paid in twenty-sixths of a month; the law gives no divisor."),
    "notice_whole": Sentence("No notification date is given: the whole notice is counted."),
    "notice_part": Sentence(
        "Notified on {notified_on}, the notice runs from the next day; the part not served counts in "
        "whole months date to date, then days."
    ),
    "notified_after_leaving": Sentence("The notification came after the last day of work: no notice was served."),
    "category_as_given": Sentence(
        "The grade is taken as given: the Code does not define the executive, read the contract and the agreement."
    ),
    "no_trial": Sentence("No trial period is taken to be running; if a written term provides one, ask the legal team."),
    "no_better_terms": Sentence("A better term in a contract, agreement or usage prevails over these minimums."),
    "remaining_days_30": Sentence("To the term: whole months date to date, then days in thirtieths of a month."),
    "damages_for_judge": Sentence(
        "Damages are a scenario: only the judge says whether the termination is abusive, and may order reinstatement."
    ),
    "negotiated_comparison": Sentence(
        "The Code has no negotiated exit: the lines show what the law would owe on a dismissal, the "
        "least to compare the offer with."
    ),
    "approval_in_office": Sentence(
        "Mandate in office: the measure needs the labour inspector's approval, and silence is none; ask "
        "whether it was referred to the inspector."
    ),
    "approval_former": Sentence(
        "Former mandate: the inspector's approval is needed for six months after its end; the severance is not doubled."
    ),
    "approval_candidate": Sentence(
        "Candidate: the inspector's approval is needed from the day the electoral lists are drawn up "
        "until three months after the results; the severance is not doubled."
    ),
    "below_smig": Sentence(
        "Pay is below the month's minimum wage ({monthly} DH gross for the contract's hours): an "
        "agreement on less is void (article 360). Claim the arrears month by month over two years. If "
        "part time, give the hours a month; severance stays counted on 191 hours, since our sources do "
        "not say how this floor counts."
    ),
    "net_below_smig": Sentence(
        "The net pay given is below the minimum wage, which is a gross sum ({monthly} DH): the two do "
        "not compare and net is not converted. Ask for the gross, arrears may be due."
    ),
    "smig_last_known": Sentence(
        "The minimum wage used is the last one known, of {since}: check whether it was raised."
    ),
    "leave_not_given": Sentence("The leave days left are not given: this line is not counted."),
    "wages_not_given": Sentence("The days worked and unpaid are not given: this line is not counted."),
    "worked_past_term": Sentence(
        "Work went on after the fixed term: the contract has probably become open-ended, ask the legal team."
    ),
    "switch_open_ended": Sentence(
        "The fixed-term contract is counted as open-ended, which only a judge decides: outside the law's "
        "cases, past its term or in a chain."
    ),
    "switch_pro_rata": Sentence("Switch chosen: the started year counts by its days, which the text does not say."),
    "switch_gross": Sentence("Switch chosen: notice and damages are counted on gross pay too."),
    "switch_net": Sentence("Switch chosen: severance is counted on net pay too, where it is known."),
    "switch_bonuses_out": Sentence(
        "Switch chosen: {bonus} DH of monthly bonuses taken out of the pay; article 57 counts those "
        "inherent to the work."
    ),
    "switch_bonuses_not_known": Sentence(
        "Switch chosen: bonuses taken out of the pay; their amount is not known, so nothing was taken out."
    ),
    "bonuses_out_of_net": Sentence("Bonuses are taken out of the net in the same proportion as out of the gross."),
    "authorisation_given": Sentence(
        "The governor's authorisation was given before the last day: the damages of article 41 are not counted."
    ),
    "authorisation_missing": Sentence(
        "No authorisation of the governor was shown: it is taken as missing (articles 67 and 70)."
    ),
    "authorisation_refused": Sentence(
        "The authorisation was asked for and not given: the damages remain with the judge (article 70)."
    ),
    "authorisation_late": Sentence(
        "The authorisation was given only after the last day: on that day it was missing (articles 67 and 70)."
    ),
    "cdd_ended": Sentence(
        "Fixed-term contract at its term: the law owes the leave only; the other readings show its worth "
        "if held open-ended."
    ),
    "cdd_presumed": Sentence(
        "The list does not give the contract: in this dispute it is counted as fixed-term, at its term."
    ),
    "misconduct_alleged": Sentence(
        "The employer alleges serious misconduct, and has to prove it (article 63). If the judge holds it proved, "
        "neither notice nor severance nor damages are due (article 61): leave and wages alone remain."
    ),
    "resignation_forced": Sentence(
        "The resignation is taken as forced, which must be proved: else leave and wages alone are due "
        "(articles 34 and 41)."
    ),
    "transfer_broken": Sentence(
        "Transfer of the undertaking: contracts go on (article 19); these lines hold only if the contract is ended."
    ),
}
