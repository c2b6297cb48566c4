"""The sentences of refused facts, each naming the field: one table."""

from union.law.sources.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    "missing": Sentence("{field} is missing: give it."),
    "missing_wage": Sentence("monthly_gross is missing: give monthly_gross or monthly_net."),
    "unknown": Sentence("{field} is not a known field: correct its name or remove it."),
    "twice": Sentence("{field} is given twice: keep one value."),
    "bad_date": Sentence("{field} must be a real date written YYYY-MM-DD."),
    "bad_choice": Sentence("{field} must be one of: {choices}."),
    "bad_flag": Sentence("{field} must be true or false."),
    "bad_number": Sentence("{field} must be a number in figures with a point for decimals, like 5500.00."),
    "not_positive": Sentence("{field} must be above 0: give one month's pay."),
    "negative": Sentence("{field} cannot be negative: give 0 or more."),
    "too_big": Sentence("{field} is above {most}, which is not possible: check the figure."),
    "too_fine": Sentence("{field} has more than six decimals: round it to the centime."),
    "left_before_hired": Sentence("left_on is before hired_on: check both dates."),
    "too_long": Sentence("{field} gives {years} years of service or more: check the hiring date."),
    "before_code": Sentence(
        "left_on is before 8 June 2004, when the Labour Code came into force: other law governs this exit."
    ),
    "before_smig": Sentence("left_on is before 1 July 2015, the first minimum wage known here: ask the legal team."),
    "unreadable": Sentence("{field} cannot be read: give a readable file, or - for standard input."),
    "unwritable": Sentence("{field} cannot be written: give a file in a folder where you can write."),
    "is_the_list": Sentence("{field} is the list itself: give another name, the employer's list stays whole."),
    "not_json": Sentence("{field} is not valid JSON: give one object with its facts by name."),
    "not_covered": Sentence(
        "{field}: a training-insertion (ANAPEC), agency or trainee contract is not computed here; ask the legal team."
    ),
    "before_rates": Sentence("{field} is before {since}, the first minimum wage known here: ask the legal team."),
    "before_text": Sentence("{field} is before {since}, the first version known here of: {text}. Ask the legal team."),
    "bad_hour": Sentence("{field} must be an hour written HH:MM, from 00:00 to 23:59."),
    "bad_list": Sentence("{field} must be a list of objects, a thousand at most."),
    "bad_text": Sentence("{field} must be a short text, 100 characters at most."),
    "not_whole": Sentence("{field} must be a whole number."),
    "out_of_order": Sentence("{field} is before {other}, which is not possible: check both."),
    "contradiction": Sentence("{field} contradicts {other}: correct one of them."),
    "too_late": Sentence("{field} is too far in the future (after {latest}): check the year."),
    "notified_before_hired": Sentence("notified_on is before hired_on: check the date of notification."),
    "bonus_above_pay": Sentence("monthly_bonus reaches or exceeds the pay: bonuses are a part of it, check both."),
    "bonus_negative": Sentence("monthly_bonus cannot be negative: give the bonuses of a month."),
    "net_above_gross": Sentence("monthly_net is above monthly_gross: check both wages."),
    "mandate_contradiction": Sentence(
        "protected contradicts mandate: protected is true only when mandate is in_office."
    ),
    "term_missing": Sentence("term_on is missing: a fixed-term contract broken early is counted to its term, give it."),
    "term_on_cdi": Sentence("term_on belongs to a fixed-term contract: remove it or give contract CDD."),
    "term_before_hired": Sentence("term_on is before hired_on: check the contract's term."),
    "end_of_cdi": Sentence(
        "reason cannot be end_of_term for an open-ended contract: it has no term, give the real reason."
    ),
    "left_before_term": Sentence(
        "reason cannot be end_of_term when left_on is before term_on: say who broke the contract and why."
    ),
    "absent_above_service": Sentence("unjustified_days reaches the days since hiring: check that number of days."),
    "unpaid_above_service": Sentence("unpaid_days is above the days since hiring: check that number of days."),
}
