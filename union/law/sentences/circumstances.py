"""The sentences of what only some departures have: a trial, a suspended notice, better terms, another kind of end."""

ASSUMED: dict[str, tuple[str, str, str]] = {
    "two_bases": (
        "L'indemnité de licenciement se compte sur la moyenne des 52 dernières semaines, le préavis et le congé sur le salaire actuel.",
        "يحسب التعويض عن الفصل على متوسط الأسابيع 52 الأخيرة، والإخطار والعطلة على الأجر الحالي.",
        "Severance is counted on the mean of the last 52 weeks, notice and leave on the current pay.",
    ),
    "trial_running": (
        "La période d'essai est considérée comme en cours : vérifiez qu'un écrit la prévoit et, passé sa première durée, qu'elle a été renouvelée (une fois au plus).",
        "اعتبرت فترة الاختبار سارية: تحققوا من النص عليها كتابة ومن تجديدها (مرة واحدة على الأكثر) إذا تجاوزت مدتها الأولى.",
        "The trial period is taken to be running: check that it is in writing and, past its first length, that it was renewed (once at most).",
    ),
    "trial_over": (
        "La durée maximale de la période d'essai, renouvellement compris, est dépassée : l'essai est considéré comme terminé.",
        "انقضت المدة القصوى لفترة الاختبار مع تجديدها: تعتبر فترة الاختبار منتهية.",
        "The longest trial period, renewal included, has passed: the trial is taken to be over.",
    ),
    "notice_suspended": (
        "Jours de suspension du préavis (accident du travail, maladie professionnelle, accouchement ou congé annuel) : {days} ; sa fin est reportée d'autant.",
        "عدد أيام توقف أجل الإخطار (حادثة شغل أو مرض مهني أو وضع أو عطلة سنوية): {days}؛ وتؤجل نهايته بالمدة نفسها.",
        "Days of suspension of the notice (work accident, occupational disease, childbirth or annual leave): {days}; its end is put off by as many.",
    ),
    "notice_agreed": (
        "Préavis plus long prévu par le contrat, la convention, le règlement intérieur ou l'usage : {months} mois.",
        "أجل إخطار أطول منصوص عليه في العقد أو الاتفاقية أو النظام الداخلي أو العرف، بالأشهر: {months}.",
        "A longer notice is given by the contract, the agreement, the internal rules or usage, in months: {months}.",
    ),
    "notice_clause_void": (
        "La clause qui prévoit un préavis plus court que le décret est nulle : la durée légale est comptée.",
        "الشرط الذي ينص على أجل إخطار أقصر من المرسوم باطل: احتسبت المدة القانونية.",
        "The clause that gives a shorter notice than the decree is void: the statutory length is counted.",
    ),
    "severance_agreed": (
        "L'indemnité prévue par le contrat, la convention ou le règlement intérieur dépasse celle de la loi : elle est retenue.",
        "التعويض المنصوص عليه في العقد أو الاتفاقية أو النظام الداخلي يفوق التعويض القانوني: هو المعتمد.",
        "The severance given by the contract, the agreement or the internal rules is above the statutory one: it is taken.",
    ),
    "severance_agreed_lower": (
        "L'indemnité prévue par le contrat ou la convention est inférieure à celle de la loi : la loi s'applique.",
        "التعويض المنصوص عليه في العقد أو الاتفاقية أقل من التعويض القانوني: يطبق القانون.",
        "The severance given by the contract or the agreement is below the statutory one: the law applies.",
    ),
    "notice_owed": (
        "Préavis de la démission non effectué : {owed} DH dus à l'employeur, dont {set_off} DH compensés avec le congé (article 255) ; le reste, {left} DH, ne s'obtient que par une action en justice. "
        "Les salaires restent entiers : c'est ce qui se tire des articles 385 à 387.",
        "أجل الإخطار عن الاستقالة لم يحترم: {owed} درهم مستحقة للمشغل، منها {set_off} درهم بالمقاصة مع العطلة (المادة 255)؛ والباقي، {left} درهم، لا ينال إلا بدعوى أمام المحكمة. "
        "وتبقى الأجور كاملة: هذا ما يستخلص من المواد من 385 إلى 387.",
        "The notice of the resignation was not served: {owed} DH owed to the employer, of which {set_off} DH set off against leave (article 255); the rest, {left} DH, is had only by an action in court. "
        "Wages stay whole: that is drawn from articles 385 to 387.",
    ),
    "own_notice_not_known": (
        "Nul ne dit si le préavis de la démission a été effectué : s'il ne l'a pas été, l'employeur peut le compenser avec le congé, et avec lui seul (article 255).",
        "لم يذكر هل احترم أجل الإخطار عن الاستقالة: إذا لم يحترم، جاز للمشغل أن يجري المقاصة مع العطلة وحدها (المادة 255).",
        "Nobody says whether the notice of the resignation was served: if not, the employer may set it off against leave, and leave alone (article 255).",
    ),
    "own_notice_excused": (
        "Départ dispensé de préavis (articles 40, 157 et 158) : rien n'est dû à l'employeur.",
        "مغادرة معفاة من أجل الإخطار (المواد 40 و157 و158): لا شيء مستحق للمشغل.",
        "Excused from notice (articles 40, 157 and 158): nothing is owed to the employer.",
    ),
    "reduced_pension": (
        "{days} jours déclarés à la CNSS : pension réduite, {percent} % (loi 02.24 et décret 2.25.265). Que l'âge soit alors reporté jusqu'à la durée entière (article 526, alinéa 3) n'est pas tranché : l'autre lecture est à côté.",
        "{days} يوما مصرحا بها لدى الصندوق: راتب شيخوخة مخفض، {percent}% (القانون 02.24 والمرسوم 2.25.265). أما تأخير السن إلى اكتمال مدة التأمين (المادة 526، الفقرة الثالثة) فغير محسوم: والقراءة الأخرى مبينة إلى جانبه.",
        "{days} days declared to the fund: a reduced pension, {percent} % (law 02.24 and decree 2.25.265). Whether the age is then put off to the whole period (article 526, third paragraph) is not settled: the other reading stands beside.",
    ),
    "past_sixty": (
        "Rester après 60 ans suppose une décision du ministre, demandée par l'employeur avec l'accord du salarié (article 526) : demandez-la.",
        "الاستمرار في الشغل بعد 60 سنة يتطلب قرارا من الوزير بطلب من المشغل وبموافقة الأجير (المادة 526): اطلبوا الاطلاع عليه.",
        "Staying past 60 supposes the minister's decision, asked by the employer with the employee's consent (article 526): ask for it.",
    ),
    "retired_replaced": (
        "L'employeur doit remplacer le salarié mis à la retraite (article 528), sous peine d'amende (article 529).",
        "يجب على المشغل تعويض الأجير المحال على التقاعد بأجير آخر (المادة 528) تحت طائلة الغرامة (المادة 529).",
        "The employer has to replace an employee put into retirement (article 528), on pain of a fine (article 529).",
    ),
    "retired_early": (
        "Sans les 60 ans ou sans droit à pension, la mise à la retraite d'office est traitée comme un licenciement : la durée d'assurance insuffisante reporte l'âge (article 526, alinéa 3).",
        "دون بلوغ 60 سنة أو دون الحق في راتب الشيخوخة، تعامل الإحالة على التقاعد معاملة الفصل: عدم كفاية مدة التأمين يؤخر السن (المادة 526، الفقرة الثالثة).",
        "Without the age of 60 or a right to a pension, a forced retirement is treated as a dismissal: too short an insurance period puts the age off (article 526, third paragraph).",
    ),
    "tax_ceiling": (
        "Au-delà de {ceiling} DH, les indemnités ne sont plus exonérées de l'impôt sur le revenu (loi de finances 2023, d'après la presse) : faites vérifier.",
        "ما زاد عن {ceiling} درهم من التعويضات لم يعد معفى من الضريبة على الدخل (قانون المالية 2023، حسب الصحافة): تحققوا من ذلك.",
        "Beyond {ceiling} DH the indemnities are no longer exempt from income tax (finance act 2023, according to the press): have it checked.",
    ),
    "force_majeure_proof": (
        "La force majeure se prouve : la perte d'un client ou une difficulté économique relève des articles 66 à 71.",
        "القوة القاهرة يجب إثباتها: أما فقدان زبون أو صعوبة اقتصادية فيخضع للمواد من 66 إلى 71.",
        "Force majeure must be proved: a lost client or an economic difficulty comes under articles 66 to 71.",
    ),
}
READ: dict[str, tuple[str, str, str]] = {
    "unsettled": (
        "Aucun texte ne tranche si l'indemnité de licenciement reste due : à demander, sans la promettre.",
        "لا نص يحسم في بقاء التعويض عن الفصل مستحقا: يطالب به دون الوعد به.",
        "No text settles whether severance stays due: to be asked for, never promised.",
    ),
}
WHY: dict[str, tuple[str, str, str, tuple[str, ...]]] = {
    "notice_trial_week": (
        "Pendant la première semaine de la période d'essai, le contrat peut être rompu sans préavis.",
        "خلال الأسبوع الأول من فترة الاختبار، يمكن إنهاء العقد دون إخطار.",
        "In the first week of the trial period the contract may be ended without notice.",
        ("ct 13",),
    ),
    "severance_trial": (
        "Pendant la période d'essai, le contrat peut être rompu sans indemnité.",
        "خلال فترة الاختبار، يمكن إنهاء العقد دون تعويض.",
        "During the trial period the contract may be ended without indemnity.",
        ("ct 13", "ct 52"),
    ),
    "damages_trial": (
        "Pendant la période d'essai, chacun peut rompre sans indemnité ; une rupture pour un motif interdit se conteste.",
        "خلال فترة الاختبار، لكل طرف إنهاء العقد دون تعويض؛ ويمكن الطعن في الإنهاء لسبب ممنوع.",
        "During the trial period either party may end the contract without indemnity; a termination on a banned ground can be contested.",
        ("ct 13", "ct 36"),
    ),
    "remaining_trial": (
        "Pendant la période d'essai, le CDD peut être rompu sans indemnité.",
        "خلال فترة الاختبار، يمكن إنهاء العقد المحدد المدة دون تعويض.",
        "During the trial period a fixed-term contract may be ended without indemnity.",
        ("ct 13", "ct 14"),
    ),
    "notice_ended": (
        "Aucune des parties n'a rompu le contrat : aucun préavis n'est dû.",
        "لم ينه أي من الطرفين العقد: لا يستحق أي إخطار.",
        "Neither party broke the contract: no notice is due.",
        ("ct 43",),
    ),
    "severance_death": (
        "L'indemnité de licenciement suppose un licenciement : le Code n'en prévoit pas au décès ; voir le contrat, la convention et l'assurance.",
        "التعويض عن الفصل يفترض الفصل: لا تنص عليه المدونة عند الوفاة؛ راجعوا العقد والاتفاقية والتأمين.",
        "Severance supposes a dismissal: the Code gives none on death; see the contract, the agreement and the insurance.",
        ("ct 52",),
    ),
    "damages_ended": (
        "Aucune des parties n'a rompu le contrat de façon abusive : pas de dommages-intérêts.",
        "لم ينه أي من الطرفين العقد بصفة تعسفية: لا تعويض عن الضرر.",
        "Neither party broke the contract abusively: no damages.",
        ("ct 41",),
    ),
    "notice_retired": (
        "À 60 ans et avec droit à pension, le préavis de l'article 51 n'est pas dû, sauf meilleure clause.",
        "عند 60 سنة ومع الحق في راتب الشيخوخة، لا يستحق تعويض المادة 51 عن الإخطار، ما لم يوجد شرط أفضل.",
        "At 60 and with a right to a pension, the pay in lieu of notice of article 51 is not due, save better terms.",
        ("ct 59", "ct 60", "ct 526"),
    ),
    "damages_retired": (
        "À 60 ans et avec droit à pension, les dommages-intérêts de l'article 41 ne sont pas dus, sauf meilleure clause.",
        "عند 60 سنة ومع الحق في راتب الشيخوخة، لا يستحق تعويض المادة 41 عن الضرر، ما لم يوجد شرط أفضل.",
        "At 60 and with a right to a pension, the damages of article 41 are not due, save better terms.",
        ("ct 59", "ct 60", "ct 526"),
    ),
    "severance_unsettled": (
        "Aucun texte ne dit si l'indemnité de l'article 52 reste due : elle n'est pas comptée ici, demandez au service juridique.",
        "لا نص يحدد بقاء تعويض المادة 52 مستحقا: لم يحتسب هنا، استشيروا المصلحة القانونية.",
        "No text says whether the severance of article 52 stays due: it is not counted here, ask the legal team.",
        ("ct 32", "ct 52", "ct 54"),
    ),
    "severance_retired": (
        "La retraite n'est pas un licenciement : l'indemnité de l'article 52 n'est pas comptée. L'article 60 n'écarte pourtant que celles de l'article 59 : l'autre lecture est à côté, à demander sans la promettre.",
        "التقاعد ليس فصلا: لا يحتسب تعويض المادة 52. غير أن المادة 60 لا تستبعد إلا تعويضات المادة 59: والقراءة الأخرى مبينة إلى جانبه، يطالب بها دون الوعد بها.",
        "Retirement is no dismissal: the severance of article 52 is not counted. Article 60 sets aside only the heads of article 59 though: the other reading stands beside, to be asked for, never promised.",
        ("ct 52", "ct 59", "ct 60", "ct 526"),
    ),
    "notice_majeure": (
        "La force majeure prouvée dispense du préavis.",
        "القوة القاهرة الثابتة تعفي من الإخطار.",
        "Proved force majeure excuses the notice.",
        ("ct 43", "doc 268", "doc 269"),
    ),
    "damages_majeure": (
        "La force majeure prouvée exclut les dommages-intérêts.",
        "القوة القاهرة الثابتة تستبعد التعويض عن الضرر.",
        "Proved force majeure excludes damages.",
        ("ct 41", "doc 268", "doc 269"),
    ),
    "remaining_ended": (
        "Le contrat a pris fin sans que l'employeur le rompe : les salaires jusqu'au terme ne sont pas dus.",
        "انتهى العقد دون أن ينهيه المشغل: لا تستحق الأجور إلى غاية الأجل.",
        "The contract ended without the employer breaking it: the wages to its term are not due.",
        ("ct 33",),
    ),
}
REFUSED: dict[str, tuple[str, str, str]] = {
    "no_notice_date": (
        "{field} ne va qu'avec notified_on : indiquez le jour de la notification.",
        "{field} لا يستقيم دون notified_on: أدخلوا يوم التبليغ.",
        "{field} needs notified_on: give the day of notification.",
    ),
    "retirement_facts": (
        "{field} manque : une mise à la retraite se calcule avec born_on, et avec pension ou cnss_days.",
        "{field} غير مذكور: تحسب الإحالة على التقاعد بواسطة born_on، مع pension أو cnss_days.",
        "{field} is missing: a retirement is computed with born_on, and with pension or cnss_days.",
    ),
    "not_first": (
        "{field} doit être le premier jour d'un mois : les bulletins se donnent mois par mois.",
        "{field} يجب أن يكون أول يوم من الشهر: تدخل أوراق الأداء شهرا بشهر.",
        "{field} must be the first day of a month: payslips are given month by month.",
    ),
    "bad_object": (
        "{field} doit être un objet avec ses données par leur nom.",
        "{field} يجب أن يكون كائنا يتضمن معطياته بأسمائها.",
        "{field} must be an object with its facts by name.",
    ),
    "bad_days": (
        "{field} doit être une liste de dates écrites AAAA-MM-JJ.",
        "{field} يجب أن تكون لائحة من التواريخ مكتوبة على شكل AAAA-MM-JJ.",
        "{field} must be a list of dates written YYYY-MM-DD.",
    ),
    "outside_employment": (
        "{field} est hors du contrat, du {first} au {last} : vérifiez ce jour, ou hired_on et left_on.",
        "{field} خارج مدة العقد، من {first} إلى {last}: تحققوا من هذا اليوم، أو من hired_on وleft_on.",
        "{field} is outside the employment, from {first} to {last}: check that day, or hired_on and left_on.",
    ),
    "not_open_ended": (
        "{field} ne vaut que pour un CDI : retirez cette donnée ou corrigez contract.",
        "{field} خاص بالعقد غير المحدد المدة: احذفوا هذا المعطى أو صححوا contract.",
        "{field} is for an open-ended contract only: remove it or correct contract.",
    ),
}
