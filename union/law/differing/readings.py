"""The other readings of a figure, and the decisions and tools behind what was checked in a secondary source."""

from union.law.sources.precedents import PRECEDENTS

READINGS: dict[str, tuple[str, str, str]] = {
    "pro_rata": (
        "Chiffre probable de l'employeur : l'année commencée au prorata, sans appui dans le texte.",
        "الرقم المحتمل للمشغل: احتساب السنة المبتدأة بالتناسب، دون سند في النص.",
        "The employer's likely figure: the started year pro rata, without support in the text.",
    ),
    "absences_counted": (
        "Sans retirer les absences injustifiées ni la grève illicite : la liste de l'article 54 est ouverte, et aucune décision lue ne tranche.",
        "دون خصم الغياب غير المبرر ولا الإضراب غير المشروع: لائحة المادة 54 مفتوحة، ولم نقرأ أي قرار يحسم ذلك.",
        "Without taking off unjustified absence or an unlawful strike: the list of article 54 is open, and no decision read settles it.",
    ),
    "thirty": (
        "Huit jours comptés en trentièmes de mois : la loi ne donne pas de diviseur.",
        "ثمانية أيام محسوبة على أساس 30 يوما في الشهر: القانون لا يحدد القاسم.",
        "Eight days counted in thirtieths of a month: the law gives no divisor.",
    ),
    "on_gross": (
        "Sur le salaire brut, plus élevé : à demander si le net n'est pas retenu.",
        "على أساس الأجر الخام، وهو أعلى: يطلب إذا لم يعتمد الصافي.",
        "On gross pay, which is higher: to be asked for if net is not upheld.",
    ),
    "on_net": (
        "Sur le salaire net, plus bas : l'employeur peut le proposer, le brut est dû.",
        "على أساس الأجر الصافي، وهو أقل: قد يقترحه المشغل، والمستحق هو الخام.",
        "On net pay, which is lower: the employer may offer it, gross is what is due.",
    ),
    "on_smig": (
        "Sur le SMIG du jour, le salaire brut étant plus bas : à demander si le net n'est pas retenu.",
        "على أساس الحد الأدنى القانوني للأجر في ذلك التاريخ، لأن الأجر الخام أقل منه: يطلب إذا لم يعتمد الصافي.",
        "On the minimum wage of the day, gross pay being lower: to be asked for if net is not upheld.",
    ),
    "floored": (
        "Compté sur le SMIG du jour : l'accord sur un salaire plus bas est nul de plein droit (article 360). Aucune décision lue n'étend ce plancher à cette somme.",
        "محسوب على الحد الأدنى القانوني للأجر في ذلك التاريخ: كل اتفاق على أجر أقل منه باطل بقوة القانون (المادة 360). ولم نقرأ أي قرار يعمم هذا الحد على هذا المبلغ.",
        "Counted on the minimum wage of the day: an agreement on less is void (article 360). No decision read extends this floor to this sum.",
    ),
    "on_told": (
        "Sur le salaire tel qu'il est dit, sous le SMIG : chiffre probable de l'employeur.",
        "على أساس الأجر المصرح به، وهو دون الحد الأدنى القانوني: الرقم المحتمل للمشغل.",
        "On the pay as told, below the minimum wage: the employer's likely figure.",
    ),
    "seniority_part": (
        "Supplément d'ancienneté de l'année en cours compté au prorata des mois commencés : les articles 231, 232, 234 et 251 ne tranchent pas.",
        "زيادة الأقدمية عن السنة الجارية محسوبة بتناسب مع الأشهر التي بدأت: لا تحسم المواد 231 و232 و234 و251 في ذلك.",
        "The seniority days of the year under way counted by the months started: articles 231, 232, 234 and 251 do not settle it.",
    ),
    "seniority_whole": (
        "Supplément d'ancienneté de l'année en cours compté en entier : peut être demandé, car le mois commencé compte entier (article 251).",
        "زيادة الأقدمية عن السنة الجارية محسوبة كاملة: يمكن المطالبة بها، لأن الشهر الذي بدأ يعادل شهرا كاملا (المادة 251).",
        "The seniority days of the year under way counted whole: may be asked, since a started month counts whole (article 251).",
    ),
    "seniority_none": (
        "Sans supplément d'ancienneté pour l'année en cours : lecture de l'employeur.",
        "دون زيادة الأقدمية عن السنة الجارية: قراءة المشغل.",
        "Without seniority days for the year under way: the employer's reading.",
    ),
    "set_off": (
        "Préavis non effectué compensé avec l'indemnité de congé (article 255) : les salaires n'y entrent pas.",
        "أجريت المقاصة بين أجل الإخطار غير المحترم والتعويض عن العطلة (المادة 255): ولا تشمل الأجور.",
        "The notice not served is set off against the pay for leave (article 255): wages stay out of it.",
    ),
    "postponed": (
        "Si la retraite est reportée jusqu'à la durée d'assurance entière (article 526, alinéa 3) : le départ d'avant est un licenciement. L'article 53 du dahir de 1972 n'a pas été lu.",
        "إذا أخرت الإحالة إلى التقاعد إلى تاريخ اكتمال مدة التأمين (المادة 526، الفقرة الثالثة): تعد المغادرة قبل ذلك فصلا. ولم يقرأ الفصل 53 من ظهير 1972.",
        "If retirement is put off until the whole insurance period (article 526, third paragraph): leaving before is a dismissal. Article 53 of the dahir of 1972 was not read.",
    ),
    "thirty_day_months": (
        "Préavis compté en mois de 30 jours au lieu de date à date.",
        "أجل الإخطار محسوب بأشهر من 30 يوما بدل الحساب من تاريخ إلى تاريخ.",
        "Notice counted in months of 30 days instead of date to date.",
    ),
    "seniority_notified": (
        "Ancienneté arrêtée au jour de la notification au lieu du dernier jour de travail.",
        "الأقدمية محسوبة إلى يوم التبليغ بدل آخر يوم شغل.",
        "Seniority counted to the day of notification instead of the last day of work.",
    ),
    "bonuses_out": (
        "Sans les primes : l'employeur peut le proposer ; l'article 57 compte celles qui tiennent au travail.",
        "دون المنح: قد يقترحه المشغل؛ والمادة 57 تحتسب المنح المرتبطة بالشغل.",
        "Without bonuses: the employer may offer it; article 57 counts those inherent to the work.",
    ),
    "as_text": (
        "Lecture par défaut : année commencée entière, brut pour l'indemnité, net pour le préavis, primes comprises.",
        "القراءة المعتمدة أصلا: السنة المبتدأة كاملة، والخام للتعويض عن الفصل، والصافي للإخطار، مع احتساب المنح.",
        "The default reading: started year whole, gross for severance, net for notice, bonuses in.",
    ),
    "resignation_forced": (
        "Si la démission est tenue pour forcée, ce que le juge apprécie : elle vaut alors licenciement.",
        "إذا اعتبرت الاستقالة منتزعة بالضغط، وهو ما يقدره القاضي: تعد عندئذ فصلا.",
        "If the resignation is held to be forced, which the judge assesses: it is then a dismissal.",
    ),
    "transfer_broken": (
        "Si le contrat n'est pas gardé : l'article 19 le maintient avec son ancienneté, la rupture est alors un licenciement.",
        "إذا لم يحتفظ بالعقد: تبقيه المادة 19 ساريا بأقدميته، ويعد إنهاؤه عندئذ فصلا.",
        "If the contract is not kept: article 19 maintains it with its seniority, ending it is then a dismissal.",
    ),
    "trial": (
        "Si une période d'essai écrite courait encore : huit jours de préavis.",
        "إذا كانت فترة اختبار مكتوبة لا تزال سارية: ثمانية أيام من الإخطار.",
        "If a written trial period was still running: eight days of notice.",
    ),
    "requalified": (
        "Si le juge requalifie le CDD en CDI, hors des cas limitatifs de la loi ou au-delà du terme.",
        "إذا أعاد القاضي تكييف العقد المحدد المدة إلى عقد غير محدد المدة، خارج الحالات الحصرية أو بعد الأجل.",
        "If the court holds the fixed-term contract to be open-ended, outside the law's limited cases or past its term.",
    ),
    "as_written": (
        "Si le CDD est pris comme il est écrit.",
        "إذا اعتمد العقد المحدد المدة كما هو مكتوب.",
        "If the fixed-term contract is taken as written.",
    ),
    "ipe_paid_by_fund": (
        "Montant maximal versé par la CNSS, non par l'employeur : demande dans les 60 jours, sous conditions de jours déclarés.",
        "أقصى مبلغ يؤديه الصندوق الوطني للضمان الاجتماعي لا المشغل: الطلب داخل 60 يوما، بشروط الأيام المصرح بها.",
        "Maximum amount paid by the social security fund, not the employer: claim within 60 days, if enough days were declared.",
    ),
    "ipe_resigned": (
        "Montant maximal qu'une démission fait perdre : l'allocation suppose une perte d'emploi involontaire.",
        "أقصى مبلغ تضيعه الاستقالة: يفترض التعويض فقدان الشغل دون إرادة الأجير.",
        "Maximum amount that a resignation forfeits: the allowance supposes an involuntary loss of employment.",
    ),
    "ipe_at_risk": (
        "Montant maximal que le départ négocié peut faire perdre : la CNSS demande un PV de l'inspecteur avec motif et date.",
        "أقصى مبلغ قد يضيع بسبب المغادرة المتفاوض بشأنها: يطلب الصندوق محضر مفتش الشغل يبين السبب والتاريخ.",
        "Maximum amount that a negotiated exit may forfeit: the fund asks for the inspector's record with motive and date.",
    ),
}

CASES: dict[str, tuple[str, str, str]] = {
    "net": PRECEDENTS["wages"].cited(),
    "notice_26": (
        "26 jours par mois : usage des calculateurs, la loi ne donne pas de diviseur",
        "26 يوما في الشهر: ما جرت به برامج الحساب، والقانون لا يحدد القاسم",
        "26 days a month: the usage of calculators, the law gives no divisor",
    ),
    "net_notice_26": (
        "Cass. soc. 23/04/2019 n° 597/1, dossier 632-5-1-2017 ; 26 jours par mois : usage des calculateurs, la loi ne donne pas de diviseur",
        "محكمة النقض، الغرفة الاجتماعية، 23/04/2019، عدد 597/1، الملف 632-5-1-2017؛ 26 يوما في الشهر: ما جرت به برامج الحساب، والقانون لا يحدد القاسم",
        "Cour de cassation, social, 23/04/2019 n° 597/1, file 632-5-1-2017; 26 days a month: the usage of calculators, the law gives no divisor",
    ),
    "divisor": (
        "diviseur 191 : simulateur du ministère de l'Emploi",
        "القاسم 191: برنامج المحاكاة لوزارة الشغل",
        "divisor 191: the Labour ministry's simulator",
    ),
    "doubled_authorised": (
        "diviseur 191 : simulateur du ministère de l'Emploi ; doublement : Cour suprême soc. 20/05/2009 n° 600, dossier 940/5/1/2008",
        "القاسم 191: برنامج المحاكاة لوزارة الشغل؛ المضاعفة: المجلس الأعلى، الغرفة الاجتماعية، 20/05/2009، عدد 600، الملف 940/5/1/2008",
        "divisor 191: the Labour ministry's simulator; doubling: Cour suprême, social, 20/05/2009 n° 600, file 940/5/1/2008",
    ),
    "day_26": (
        "26 jours par mois : simulateur du ministère de l'Emploi",
        "26 يوما في الشهر: برنامج المحاكاة لوزارة الشغل",
        "26 days a month: the Labour ministry's simulator",
    ),
    "limited_cases": (
        "cas limitatifs : Cass. soc. 16/10/2018 n° 1/936, dossier 2016/1/5/1743 (contrat d'un salarié étranger)",
        "حالات حصرية: محكمة النقض، الغرفة الاجتماعية، 16/10/2018، عدد 1/936، الملف 2016/1/5/1743 (عقد أجير أجنبي)",
        "limited cases: Cour de cassation, social, 16/10/2018 n° 1/936, file 2016/1/5/1743 (a foreign employee's contract)",
    ),
    "form_breach": PRECEDENTS["form"].cited(),
    "actual_knowledge": (
        "Cass. soc. 18/01/2023, numéro et dossier non trouvés (lue sous la référence 34492 d'un site : à ne pas citer dans une lettre)",
        "محكمة النقض، الغرفة الاجتماعية، 18/01/2023، لم يعثر على العدد ولا على الملف (قرئ تحت المرجع 34492 في موقع إلكتروني: لا يذكر في رسالة)",
        "Cour de cassation, social, 18/01/2023, number and file not found (read under a website's reference 34492: not to be cited in a letter)",
    ),
    "ninety_not_opposable": PRECEDENTS["ninety_days"].cited(),
    "order_proof": PRECEDENTS["burden_of_order"].cited(),
    "final_conciliation": PRECEDENTS["conciliation"].cited(),
    "receipt_seniority": (
        "Cass. soc. 2023, numéro et dossier non trouvés (lue sous la référence 34465 d'un site : à ne pas citer dans une lettre)",
        "محكمة النقض، الغرفة الاجتماعية، 2023، لم يعثر على العدد ولا على الملف (قرئ تحت المرجع 34465 في موقع إلكتروني: لا يذكر في رسالة)",
        "Cour de cassation, social, 2023, number and file not found (read under a website's reference 34465: not to be cited in a letter)",
    ),
    "not_countersigned": (
        "Cass. n° 2/442, d'après la presse, dossier non trouvé (à ne pas citer dans une lettre)",
        "محكمة النقض، عدد 2/442 حسب الصحافة، لم يعثر على الملف (لا يذكر في رسالة)",
        "Cour de cassation n° 2/442, according to the press, file not found (not to be cited in a letter)",
    ),
    "resignation_copy": (
        "Cass. soc. 18/01/2023, numéro et dossier non trouvés (lue sous la référence 34486 d'un site : à ne pas citer dans une lettre)",
        "محكمة النقض، الغرفة الاجتماعية، 18/01/2023، لم يعثر على العدد ولا على الملف (قرئ تحت المرجع 34486 في موقع إلكتروني: لا يذكر في رسالة)",
        "Cour de cassation, social, 18/01/2023, number and file not found (read under a website's reference 34486: not to be cited in a letter)",
    ),
    "overtime_published": (
        "majorations de 25 % et 50 % : exemple publié par aminelitaalim.com",
        "الزيادة بنسبة 25% و50%: مثال منشور في aminelitaalim.com",
        "increases of 25 % and 50 %: example published by aminelitaalim.com",
    ),
    "ministry_insertion": (
        "portail du ministère de l'Emploi, miepeec.gov.ma",
        "بوابة وزارة التشغيل، miepeec.gov.ma",
        "the Employment ministry's portal, miepeec.gov.ma",
    ),
    "fund": ("CNSS, cnss.ma", "الصندوق الوطني للضمان الاجتماعي، cnss.ma", "the social security fund, cnss.ma"),
}
NOT_IN_LETTERS = frozenset({"actual_knowledge", "receipt_seniority", "resignation_copy", "not_countersigned"})
"""Decisions of which neither number nor file was found: a source for us, and nothing to put before an employer."""
