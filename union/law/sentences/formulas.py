"""The formulas in words (French, Arabic, English) and the pattern of their working."""

DOUBLED = "_doubled"
"""A method's ending when its result is doubled for a mandate in office (art 58)."""

PAY: dict[str, tuple[str, str, str]] = {
    "gross": ("salaire mensuel brut", "الأجر الشهري الخام", "monthly gross pay"),
    "mean": (
        "moyenne mensuelle brute des 52 dernières semaines",
        "متوسط الأجر الشهري الخام للأسابيع 52 الأخيرة",
        "monthly gross mean of the last 52 weeks",
    ),
    "smig": (
        "SMIG du mois (taux horaire × heures)",
        "الحد الأدنى القانوني الشهري للأجر (أجر الساعة × عدد الساعات)",
        "minimum wage of the month (hourly rate × hours)",
    ),
    "net": ("salaire mensuel net", "الأجر الشهري الصافي", "monthly net pay"),
}

# method: French, Arabic, English, working
FORMULAS: dict[str, tuple[str, str, str, str]] = {
    "severance": (
        "heures × {pay} / 191",
        "عدد الساعات × {pay} ÷ 191",
        "hours × {pay} / 191",
        "{hours} h × {pay} / 191",
    ),
    "severance_smig": (
        "heures × SMIG horaire",
        "عدد الساعات × الحد الأدنى للأجر عن الساعة",
        "hours × hourly minimum wage",
        "{hours} h × {smig}",
    ),
    "severance_agreed": (
        "montant prévu par le contrat, la convention ou le règlement intérieur",
        "المبلغ المنصوص عليه في العقد أو الاتفاقية أو النظام الداخلي",
        "sum given by the contract, the agreement or the internal rules",
        "{pay}",
    ),
    "notice_months": (
        "mois de préavis × {pay}",
        "أشهر الإخطار × {pay}",
        "months of notice × {pay}",
        "{months} × {pay}",
    ),
    "notice_part": (
        "(mois + jours / 30 du préavis non effectué) × {pay}",
        "(الأشهر + الأيام ÷ 30 المتبقية من أجل الإخطار) × {pay}",
        "(months + days / 30 of the notice not served) × {pay}",
        "({months} + {days} / 30) × {pay}",
    ),
    "notice_days": (
        "jours de préavis × {pay} / 26",
        "أيام الإخطار × {pay} ÷ 26",
        "days of notice × {pay} / 26",
        "{days} × {pay} / 26",
    ),
    "notice_days_30": (
        "jours de préavis × {pay} / 30",
        "أيام الإخطار × {pay} ÷ 30",
        "days of notice × {pay} / 30",
        "{days} × {pay} / 30",
    ),
    "damages": (
        "1,5 mois × années commencées × {pay}",
        "شهر ونصف × السنوات وأجزاؤها × {pay}",
        "1.5 month × started years × {pay}",
        "{rate} × {years} × {pay}",
    ),
    "damages_capped": (
        "36 mois (plafond) × {pay}",
        "36 شهرا (السقف) × {pay}",
        "36 months (the cap) × {pay}",
        "{months} × {pay}",
    ),
    "damages_pro_rata": (
        "1,5 mois × (années + jours / jours de l'année) × {pay}, plafond 36 mois",
        "شهر ونصف × (السنوات + الأيام ÷ أيام السنة) × {pay}، في حدود 36 شهرا",
        "1.5 month × (years + days / days in the year) × {pay}, at most 36 months",
        "{rate} × ({years} + {days} / {year_days}) × {pay}",
    ),
    "severance_pro_rata": (
        "(heures des années entières + heures de l'année commencée × jours / jours de l'année) × {pay} / 191",
        "(ساعات السنوات الكاملة + ساعات السنة المبتدأة × الأيام ÷ أيام السنة) × {pay} ÷ 191",
        "(hours of whole years + hours of the started year × days / days in the year) × {pay} / 191",
        "({hours} h + {next} h × {days} / {year_days}) × {pay} / 191",
    ),
    "severance_pro_rata_smig": (
        "(heures des années entières + heures de l'année commencée × jours / jours de l'année) × SMIG horaire",
        "(ساعات السنوات الكاملة + ساعات السنة المبتدأة × الأيام ÷ أيام السنة) × الحد الأدنى للأجر عن الساعة",
        "(hours of whole years + hours of the started year × days / days in the year) × hourly minimum wage",
        "({hours} h + {next} h × {days} / {year_days}) × {smig}",
    ),
    "leave": (
        "jours de congé × {pay} / 26",
        "أيام العطلة × {pay} ÷ 26",
        "days of leave × {pay} / 26",
        "{days} × {pay} / 26",
    ),
    "leave_set_off": (
        "jours de congé × {pay} / 26, moins l'indemnité du préavis non effectué, zéro au moins",
        "أيام العطلة × {pay} ÷ 26، ناقص التعويض عن أجل الإخطار غير المحترم، صفر على الأقل",
        "days of leave × {pay} / 26, less the pay of the notice not served, zero at least",
        "max({days} × {pay} / 26 - {debt} ; 0)",
    ),
    "wages_due": (
        "jours travaillés non payés × {pay} / 26",
        "أيام الشغل غير المؤداة × {pay} ÷ 26",
        "days worked and unpaid × {pay} / 26",
        "{days} × {pay} / 26",
    ),
    "remaining_term": (
        "(mois entiers jusqu'au terme + jours / 30) × {pay}",
        "(الأشهر الكاملة إلى غاية الأجل + الأيام ÷ 30) × {pay}",
        "(whole months to the term + days / 30) × {pay}",
        "({months} + {days} / 30) × {pay}",
    ),
    "ipe_share": (
        "6 mois × 70 % × {pay} (montant maximal)",
        "6 أشهر × 70% × {pay} (المبلغ الأقصى)",
        "6 months × 70 % × {pay} (maximum amount)",
        "6 × 70 % × {pay}",
    ),
    "ipe_smig": (
        "6 mois × SMIG mensuel (montant maximal)",
        "6 أشهر × الحد الأدنى الشهري للأجر (المبلغ الأقصى)",
        "6 months × monthly minimum wage (maximum amount)",
        "6 × {smig} × 191",
    ),
}
