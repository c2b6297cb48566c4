"""Why something is not due: the sentence in three languages and the articles that say so."""

WHYS: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "notice_misconduct": (
        "La faute grave prive du préavis ; elle se conteste devant le tribunal.",
        "الخطأ الجسيم يحرم من أجل الإخطار؛ ويمكن الطعن فيه أمام المحكمة.",
        "Serious misconduct takes the notice away; it can be contested in court.",
        ("ct 43", "ct 61"),
    ),
    "notice_resignation": (
        "En cas de démission, c'est le salarié qui doit le préavis à l'employeur.",
        "في حالة الاستقالة، الأجير هو الملزم بأجل الإخطار تجاه المشغل.",
        "On resignation it is the employee who owes the notice to the employer.",
        ("ct 34", "ct 43", "ct 51"),
    ),
    "notice_fixed_term": (
        "Un CDD n'a pas de préavis : rompu avant son terme, il donne droit aux salaires jusqu'au terme.",
        "لا إخطار في العقد المحدد المدة: إنهاؤه قبل الأجل يعطي الحق في الأجور إلى غاية الأجل.",
        "A fixed-term contract has no notice: broken early, it gives the wages to its term.",
        ("ct 33", "ct 43"),
    ),
    "notice_served": (
        "Le préavis a été effectué en entier : il a été payé comme travail.",
        "قضى الأجير أجل الإخطار كاملا، وأدي له عنه الأجر كشغل.",
        "The notice was served in full: it was paid as work.",
        ("ct 44", "ct 47"),
    ),
    "severance_misconduct": (
        "La faute grave prive de l'indemnité de licenciement ; elle se conteste devant le tribunal.",
        "الخطأ الجسيم يحرم من التعويض عن الفصل؛ ويمكن الطعن فيه أمام المحكمة.",
        "Serious misconduct takes the severance pay away; it can be contested in court.",
        ("ct 52", "ct 61"),
    ),
    "severance_resignation": (
        "L'indemnité de licenciement suppose un licenciement, pas une démission.",
        "التعويض عن الفصل يفترض الفصل لا الاستقالة.",
        "Severance pay supposes a dismissal, not a resignation.",
        ("ct 52",),
    ),
    "severance_fixed_term": (
        "L'indemnité de licenciement est réservée au CDI.",
        "التعويض عن الفصل خاص بالعقد غير المحدد المدة.",
        "Severance pay is for open-ended contracts only.",
        ("ct 52",),
    ),
    "severance_under_six_months": (
        "Il faut six mois de travail dans l'entreprise, et ils ne sont pas atteints.",
        "يشترط قضاء ستة أشهر من الشغل في المقاولة، وهذه المدة غير مكتملة.",
        "Six months of work in the enterprise are needed, and they are not reached.",
        ("ct 52",),
    ),
    "damages_misconduct": (
        "La faute grave, si elle est prouvée, exclut les dommages-intérêts.",
        "الخطأ الجسيم، إذا ثبت، يحرم من التعويض عن الضرر.",
        "Serious misconduct, if proved, excludes damages.",
        ("ct 61",),
    ),
    "damages_resignation": (
        "Pas de dommages-intérêts pour une démission, sauf si une faute grave de l'employeur l'a causée.",
        "لا تعويض عن الضرر في الاستقالة، إلا إذا كان سببها خطأ جسيما للمشغل.",
        "No damages on resignation, unless the employer's serious misconduct caused it.",
        ("ct 40", "ct 41"),
    ),
    "damages_fixed_term": (
        "Pour un CDD, les dommages-intérêts sont les salaires jusqu'au terme, et rien si le terme est atteint.",
        "في العقد المحدد المدة، التعويض هو الأجور إلى غاية الأجل، ولا شيء إذا حل الأجل.",
        "For a fixed-term contract the damages are the wages to the term, and nothing once it is reached.",
        ("ct 33",),
    ),
    "damages_authorised": (
        "Le licenciement économique est autorisé : préavis et indemnité sont dus, sans dommages-intérêts.",
        "الفصل لأسباب اقتصادية مأذون به: يستحق الإخطار والتعويض عن الفصل دون التعويض عن الضرر.",
        "The economic dismissal is authorised: notice and severance are due, without damages.",
        ("ct 67", "ct 70"),
    ),
    "leave_not_given": (
        "Le nombre de jours de congé restants n'est pas indiqué : indiquez-le pour que la somme soit comptée.",
        "عدد أيام العطلة المتبقية غير مذكور: أدخلوه لكي يحسب المبلغ.",
        "The number of leave days left is not given: give it to have the sum counted.",
        ("ct 251", "ct 254"),
    ),
    "leave_none": (
        "Aucun jour de congé ne reste à payer.",
        "لم يبق أي يوم عطلة واجب الأداء.",
        "No leave day is left to be paid.",
        ("ct 251",),
    ),
    "wages_not_given": (
        "Le nombre de jours travaillés non payés n'est pas indiqué : indiquez-le pour que la somme soit comptée.",
        "عدد أيام الشغل غير المؤداة غير مذكور: أدخلوه لكي يحسب المبلغ.",
        "The number of days worked and unpaid is not given: give it to have the sum counted.",
        ("ct 363", "ct 365"),
    ),
    "wages_none": (
        "Aucun jour travaillé ne reste impayé.",
        "لا يوجد أي يوم شغل غير مؤدى.",
        "No day worked is left unpaid.",
        ("ct 363",),
    ),
    "remaining_open_ended": (
        "Un CDI n'a pas de terme.",
        "ليس للعقد غير المحدد المدة أجل.",
        "An open-ended contract has no term.",
        ("ct 33",),
    ),
    "remaining_reached": (
        "Le CDD est allé jusqu'à son terme : aucun salaire ne reste à courir.",
        "بلغ العقد المحدد المدة أجله: لم يبق أي أجر إلى غاية الأجل.",
        "The fixed-term contract reached its term: no wages remain to it.",
        ("ct 33",),
    ),
    "remaining_misconduct": (
        "La faute grave permet la rupture du CDD avant son terme ; elle se conteste devant le tribunal.",
        "الخطأ الجسيم يسمح بإنهاء العقد المحدد المدة قبل أجله؛ ويمكن الطعن فيه أمام المحكمة.",
        "Serious misconduct allows a fixed-term contract to be broken early; it can be contested in court.",
        ("ct 33", "ct 39"),
    ),
    "remaining_resignation": (
        "Le salarié qui rompt son CDD avant le terme peut devoir lui-même des dommages-intérêts.",
        "الأجير الذي ينهي عقده المحدد المدة قبل أجله قد يلزم هو نفسه بالتعويض.",
        "An employee who breaks a fixed-term contract early may owe damages himself.",
        ("ct 33",),
    ),
}
