"""The formulas in words and the pattern of their working."""

from union.law.sources.sentence import Sentence

DOUBLED = "_doubled"
"""A method's ending when its result is doubled for a mandate in office (art 58)."""

PAY: dict[str, Sentence] = {
    "gross": Sentence("monthly gross pay"),
    "mean": Sentence("monthly gross mean of the last 52 weeks"),
    "smig": Sentence("minimum wage of the month (hourly rate × hours)"),
    "net": Sentence("monthly net pay"),
}

# method: formula, working
FORMULAS: dict[str, tuple[Sentence, str]] = {
    "severance": (
        Sentence("hours × {pay} / 191"),
        "{hours} h × {pay} / 191",
    ),
    "severance_smig": (
        Sentence("hours × hourly minimum wage"),
        "{hours} h × {smig}",
    ),
    "severance_agreed": (
        Sentence("sum given by the contract, the agreement or the internal rules"),
        "{pay}",
    ),
    "notice_months": (
        Sentence("months of notice × {pay}"),
        "{months} × {pay}",
    ),
    "notice_part": (
        Sentence("(months + days / 30 of the notice not served) × {pay}"),
        "({months} + {days} / 30) × {pay}",
    ),
    "notice_days": (
        Sentence("days of notice × {pay} / 26"),
        "{days} × {pay} / 26",
    ),
    "notice_days_30": (
        Sentence("days of notice × {pay} / 30"),
        "{days} × {pay} / 30",
    ),
    "damages": (
        Sentence("1.5 month × started years × {pay}"),
        "{rate} × {years} × {pay}",
    ),
    "damages_capped": (
        Sentence("36 months (the cap) × {pay}"),
        "{months} × {pay}",
    ),
    "damages_pro_rata": (
        Sentence("1.5 month × (years + days / days in the year) × {pay}, at most 36 months"),
        "{rate} × ({years} + {days} / {year_days}) × {pay}",
    ),
    "severance_pro_rata": (
        Sentence("(hours of whole years + hours of the started year × days / days in the year) × {pay} / 191"),
        "({hours} h + {next} h × {days} / {year_days}) × {pay} / 191",
    ),
    "severance_pro_rata_smig": (
        Sentence("(hours of whole years + hours of the started year × days / days in the year) × hourly minimum wage"),
        "({hours} h + {next} h × {days} / {year_days}) × {smig}",
    ),
    "leave": (
        Sentence("days of leave × {pay} / 26"),
        "{days} × {pay} / 26",
    ),
    "leave_set_off": (
        Sentence("days of leave × {pay} / 26, less the pay of the notice not served, zero at least"),
        "max({days} × {pay} / 26 - {debt} ; 0)",
    ),
    "wages_due": (
        Sentence("days worked and unpaid × {pay} / 26"),
        "{days} × {pay} / 26",
    ),
    "remaining_term": (
        Sentence("(whole months to the term + days / 30) × {pay}"),
        "({months} + {days} / 30) × {pay}",
    ),
    "ipe_share": (
        Sentence("6 months × 70 % × {pay} (maximum amount)"),
        "6 × 70 % × {pay}",
    ),
    "ipe_smig": (
        Sentence("6 months × monthly minimum wage (maximum amount)"),
        "6 × {smig} × 191",
    ),
}
