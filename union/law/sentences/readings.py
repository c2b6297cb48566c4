"""The other readings of a figure, and the decisions and tools behind what was checked in a secondary source."""

from union.law.sources.precedents import PRECEDENTS
from union.law.sources.sentence import Sentence

READINGS: dict[str, Sentence] = {
    "pro_rata": Sentence("The employer's likely figure: the started year pro rata, without support in the text."),
    "absences_counted": Sentence(
        "Without taking off unjustified absence or an unlawful strike: the list of article 54 is open, "
        "and no decision read settles it."
    ),
    "thirty": Sentence("Eight days counted in thirtieths of a month: the law gives no divisor."),
    "on_gross": Sentence("On gross pay, which is higher: to be asked for if net is not upheld."),
    "on_net": Sentence("On net pay, which is lower: the employer may offer it, gross is what is due."),
    "on_smig": Sentence("On the minimum wage of the day, gross pay being lower: to be asked for if net is not upheld."),
    "floored": Sentence(
        "Counted on the minimum wage of the day: an agreement on less is void (article 360). No decision "
        "read extends this floor to this sum."
    ),
    "on_told": Sentence("On the pay as told, below the minimum wage: the employer's likely figure."),
    "seniority_part": Sentence(
        "The seniority days of the year under way counted by the months started: articles 231, 232, 234 "
        "and 251 do not settle it."
    ),
    "seniority_whole": Sentence(
        "The seniority days of the year under way counted whole: may be asked, since a started month "
        "counts whole (article 251)."
    ),
    "seniority_none": Sentence("Without seniority days for the year under way: the employer's reading."),
    "set_off": Sentence(
        "The notice not served is set off against the pay for leave (article 255): wages stay out of it."
    ),
    "postponed": Sentence(
        "If retirement is put off until the whole insurance period (article 526, third paragraph): "
        "leaving before is a dismissal. Article 53 of the dahir of 1972 was not read."
    ),
    "thirty_day_months": Sentence("Notice counted in months of 30 days instead of date to date."),
    "seniority_notified": Sentence("Seniority counted to the day of notification instead of the last day of work."),
    "bonuses_out": Sentence(
        "Without bonuses: the employer may offer it; article 57 counts those inherent to the work."
    ),
    "as_text": Sentence("The default reading: started year whole, gross for severance, net for notice, bonuses in."),
    "resignation_forced": Sentence(
        "If the resignation is held to be forced, which the judge assesses: it is then a dismissal."
    ),
    "transfer_broken": Sentence(
        "If the contract is not kept: article 19 maintains it with its seniority, ending it is then a dismissal."
    ),
    "trial": Sentence("If a written trial period was still running: eight days of notice."),
    "requalified": Sentence(
        "If the court holds the fixed-term contract to be open-ended, outside the law's limited cases or past its term."
    ),
    "as_written": Sentence("If the fixed-term contract is taken as written."),
    "ipe_paid_by_fund": Sentence(
        "Maximum amount paid by the social security fund, not the employer: claim within 60 days, if "
        "enough days were declared."
    ),
    "ipe_resigned": Sentence(
        "Maximum amount that a resignation forfeits: the allowance supposes an involuntary loss of employment."
    ),
    "ipe_at_risk": Sentence(
        "Maximum amount that a negotiated exit may forfeit: the fund asks for the inspector's record "
        "with motive and date."
    ),
}

CASES: dict[str, Sentence] = {
    "net": PRECEDENTS["wages"].cited(),
    "notice_26": Sentence("26 days a month: the usage of calculators, the law gives no divisor"),
    "net_notice_26": Sentence(
        "Cour de cassation, social, 23/04/2019 n° 597/1, file 632-5-1-2017; 26 days a month: the usage "
        "of calculators, the law gives no divisor"
    ),
    "divisor": Sentence("divisor 191: the Labour ministry's simulator"),
    "doubled_authorised": Sentence(
        "divisor 191: the Labour ministry's simulator; doubling: Cour suprême, social, 20/05/2009 n° "
        "600, file 940/5/1/2008"
    ),
    "day_26": Sentence("26 days a month: the Labour ministry's simulator"),
    "limited_cases": Sentence(
        "limited cases: Cour de cassation, social, 16/10/2018 n° 1/936, file 2016/1/5/1743 (a foreign "
        "employee's contract)"
    ),
    "form_breach": PRECEDENTS["form"].cited(),
    "actual_knowledge": Sentence(
        "Cour de cassation, social, 18/01/2023, number and file not found (read under a website's "
        "reference 34492: not to be cited in a letter)"
    ),
    "ninety_not_opposable": PRECEDENTS["ninety_days"].cited(),
    "order_proof": PRECEDENTS["burden_of_order"].cited(),
    "final_conciliation": PRECEDENTS["conciliation"].cited(),
    "receipt_seniority": Sentence(
        "Cour de cassation, social, 2023, number and file not found (read under a website's reference "
        "34465: not to be cited in a letter)"
    ),
    "not_countersigned": Sentence(
        "Cour de cassation n° 2/442, according to the press, file not found (not to be cited in a letter)"
    ),
    "resignation_copy": Sentence(
        "Cour de cassation, social, 18/01/2023, number and file not found (read under a website's "
        "reference 34486: not to be cited in a letter)"
    ),
    "overtime_published": Sentence("increases of 25 % and 50 %: example published by aminelitaalim.com"),
    "ministry_insertion": Sentence("the Employment ministry's portal, miepeec.gov.ma"),
    "fund": Sentence("the social security fund, cnss.ma"),
}
NOT_IN_LETTERS = frozenset({"actual_knowledge", "receipt_seniority", "resignation_copy", "not_countersigned"})
"""Decisions of which neither number nor file was found: a source for us, and nothing to put before an employer."""
