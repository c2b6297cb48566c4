"""What the figures take as true and the warnings that go with them, in three languages."""

ASSUMPTIONS: dict[str, tuple[str, str, str]] = {
    "gross_only": (
        "Un seul salaire est donné, le brut : il sert à tout ; le préavis et les dommages-intérêts se comptent sur le net (Cass. soc. 23/04/2019 n° 597/1, dossier 632-5-1-2017).",
        "أدخل أجر واحد هو الخام: استعملوا في كل الحسابات؛ والإخطار والتعويض عن الضرر يحسبان على الصافي (محكمة النقض، الغرفة الاجتماعية، 23/04/2019، عدد 597/1، الملف 632-5-1-2017).",
        "Only gross pay is given: it serves everything; notice and damages are counted on net (Cour de cassation, social, 23/04/2019 n° 597/1, file 632-5-1-2017).",
    ),
    "net_only": (
        "Un seul salaire est donné, le net : l'indemnité, le congé et les salaires dus, qui se comptent sur le brut (Cass. soc. 23/04/2019 n° 597/1, dossier 632-5-1-2017), sont sous-évalués.",
        "أدخل أجر واحد هو الصافي: التعويض عن الفصل والعطلة والأجور المستحقة تحسب على الخام (محكمة النقض، الغرفة الاجتماعية، 23/04/2019، عدد 597/1، الملف 632-5-1-2017)، فهي هنا أقل من الواقع.",
        "Only net pay is given: severance, leave and wages due, which are counted on gross (Cour de cassation, social, 23/04/2019 n° 597/1, file 632-5-1-2017), are understated.",
    ),
    "two_wages": (
        "Indemnité de licenciement sur le brut, préavis et dommages-intérêts sur le net (Cass. soc. 23/04/2019 n° 597/1, dossier 632-5-1-2017).",
        "التعويض عن الفصل على الخام، والإخطار والتعويض عن الضرر على الصافي (محكمة النقض، الغرفة الاجتماعية، 23/04/2019، عدد 597/1، الملف 632-5-1-2017).",
        "Severance on gross, notice and damages on net (Cour de cassation, social, 23/04/2019 n° 597/1, file 632-5-1-2017).",
    ),
    "same_wage": (
        "La moyenne des 52 dernières semaines et le salaire actuel sont pris égaux : un seul chiffre est donné.",
        "اعتبر متوسط الأسابيع 52 الأخيرة مساويا للأجر الحالي: لم يدخل سوى رقم واحد.",
        "The mean of the last 52 weeks and the current pay are taken as equal: one figure is given.",
    ),
    "mean_incomplete": (
        "Bulletins manquants : {missing}. L'indemnité se compte sur le salaire indiqué ; la moyenne des mois connus n'est donnée que pour information (article 55).",
        "أوراق الأداء الناقصة: {missing}. يحسب التعويض عن الفصل على الأجر المصرح به؛ ومتوسط الأشهر المعروفة يذكر على سبيل الإخبار فقط (المادة 55).",
        "Payslips missing: {missing}. Severance is counted on the pay that was told; the mean of the known months is for information only (article 55).",
    ),
    "absences_deducted": (
        "Jours d'absence injustifiée ou de grève illicite retirés du travail effectif, pour l'indemnité seule : {days}. L'article 54 ne les nomme pas ; aucune décision lue ne tranche, l'autre lecture est donnée à côté.",
        "أيام الغياب غير المبرر أو الإضراب غير المشروع المخصومة من الشغل الفعلي، بالنسبة للتعويض عن الفصل وحده: {days}. لا تذكرها المادة 54؛ ولم نقرأ أي قرار يحسم ذلك، والقراءة الأخرى مبينة إلى جانبها.",
        "Days of unjustified absence or unlawful strike taken off effective work, for severance alone: {days}. Article 54 does not name them; no decision read settles it, the other reading stands beside.",
    ),
    "started_year": (
        "L'année commencée compte entière, comme le texte l'écrit ; aucune décision connue ne le tranche pour l'article 53.",
        "السنة المبتدأة تحسب كاملة كما ورد في النص؛ ولا قرار معروف يحسم ذلك بالنسبة للمادة 53.",
        "A started year counts whole, as the text says; no known decision settles it for article 53.",
    ),
    "notice_days_26": (
        "Les jours de préavis sont payés en vingt-sixièmes de mois ; la loi ne donne pas de diviseur.",
        "أيام الإخطار محسوبة على أساس 26 يوما في الشهر؛ القانون لا يحدد القاسم.",
        "Days of notice are paid in twenty-sixths of a month; the law gives no divisor.",
    ),
    "notice_whole": (
        "Aucune date de notification n'est donnée : le préavis entier est compté.",
        "لم يدخل تاريخ التبليغ: احتسب أجل الإخطار كاملا.",
        "No notification date is given: the whole notice is counted.",
    ),
    "notice_part": (
        "Notifié le {notified_on}, le préavis court du lendemain ; la partie non effectuée compte en mois entiers de date à date, puis en jours.",
        "بلغ المقرر في {notified_on}، ويبدأ أجل الإخطار من اليوم الموالي؛ ويحسب الجزء المتبقي منه بالأشهر الكاملة من تاريخ إلى تاريخ ثم بالأيام.",
        "Notified on {notified_on}, the notice runs from the next day; the part not served counts in whole months date to date, then days.",
    ),
    "notified_after_leaving": (
        "La notification est postérieure au dernier jour de travail : aucun préavis n'a été effectué.",
        "التبليغ لاحق لآخر يوم شغل: لم يقض الأجير أي جزء من أجل الإخطار.",
        "The notification came after the last day of work: no notice was served.",
    ),
    "category_as_given": (
        "La catégorie est prise comme indiquée : le Code ne définit pas le cadre, lisez le contrat et la convention.",
        "اعتمدت الفئة كما أدخلت: لم تحدد المدونة مفهوم الإطار، راجعوا العقد والاتفاقية الجماعية.",
        "The grade is taken as given: the Code does not define the executive, read the contract and the agreement.",
    ),
    "no_trial": (
        "Aucune période d'essai n'est supposée en cours ; si un écrit en prévoit une, demandez au service juridique.",
        "لم تفترض أي فترة اختبار سارية؛ إذا نص عليها مكتوب، استشيروا المصلحة القانونية.",
        "No trial period is taken to be running; if a written term provides one, ask the legal team.",
    ),
    "no_better_terms": (
        "Un contrat, une convention collective ou un usage plus favorable l'emporte sur ces minimums.",
        "يطبق العقد أو الاتفاقية الجماعية أو العرف الأكثر فائدة للأجير بدل هذه الحدود الدنيا.",
        "A better term in a contract, agreement or usage prevails over these minimums.",
    ),
    "remaining_days_30": (
        "Jusqu'au terme : mois entiers de date à date, puis jours en trentièmes de mois.",
        "إلى غاية الأجل: الأشهر الكاملة من تاريخ إلى تاريخ، ثم الأيام على أساس 30 يوما في الشهر.",
        "To the term: whole months date to date, then days in thirtieths of a month.",
    ),
    "damages_for_judge": (
        "Les dommages-intérêts sont un scénario : seul le juge dit si la rupture est abusive, et il peut ordonner la réintégration.",
        "التعويض عن الضرر مجرد احتمال: القاضي وحده يقرر الطابع التعسفي، وقد يحكم بالإرجاع إلى الشغل.",
        "Damages are a scenario: only the judge says whether the termination is abusive, and may order reinstatement.",
    ),
    "negotiated_comparison": (
        "Le Code ne connaît pas le départ négocié : les lignes montrent ce que la loi devrait pour un licenciement, minimum de comparaison de l'offre.",
        "المدونة لا تنص على المغادرة المتفاوض بشأنها: تبين السطور ما كان القانون سيوجبه في الفصل، وهو الحد الأدنى لمقارنة العرض.",
        "The Code has no negotiated exit: the lines show what the law would owe on a dismissal, the least to compare the offer with.",
    ),
    "approval_in_office": (
        "Mandat en cours : la mesure doit avoir l'approbation de l'inspecteur du travail, et son silence n'en est pas une ; demandez s'il a été saisi.",
        "انتداب سار: يجب أن يحظى الإجراء بموافقة مفتش الشغل، وسكوته لا يعد موافقة؛ تحققوا من إحالة الأمر عليه.",
        "Mandate in office: the measure needs the labour inspector's approval, and silence is none; ask whether it was referred to the inspector.",
    ),
    "approval_former": (
        "Ancien mandat : l'approbation de l'inspecteur est exigée pendant six mois après sa fin ; l'indemnité n'est pas doublée.",
        "انتداب سابق: موافقة مفتش الشغل مطلوبة خلال ستة أشهر بعد انتهائه؛ ولا يضاعف التعويض.",
        "Former mandate: the inspector's approval is needed for six months after its end; the severance is not doubled.",
    ),
    "approval_candidate": (
        "Candidat : l'approbation de l'inspecteur est exigée dès l'établissement des listes électorales et jusqu'à trois mois après les résultats ; l'indemnité n'est pas doublée.",
        "مرشح: موافقة مفتش الشغل مطلوبة بمجرد وضع اللوائح الانتخابية وإلى غاية ثلاثة أشهر بعد النتائج؛ ولا يضاعف التعويض.",
        "Candidate: the inspector's approval is needed from the day the electoral lists are drawn up until three months after the results; the severance is not doubled.",
    ),
    "below_smig": (
        "Le salaire est sous le SMIG du mois ({monthly} DH brut pour les heures du contrat) : tout accord au-dessous est nul (article 360). Demandez le rappel mois par mois sur deux ans. "
        "À temps partiel, indiquez les heures par mois ; l'indemnité de licenciement reste comptée sur 191 heures, nos sources ne disant pas comment compter ce plancher.",
        "الأجر أقل من الحد الأدنى القانوني للشهر ({monthly} درهم خام عن ساعات العقد): كل اتفاق على أقل منه باطل (المادة 360). طالبوا بالفارق شهرا بشهر عن سنتين. "
        "وفي حالة الشغل لبعض الوقت، أدخلوا عدد الساعات في الشهر؛ ويبقى التعويض عن الفصل محسوبا على 191 ساعة، إذ لا تحدد مصادرنا كيفية احتساب هذا الحد.",
        "Pay is below the month's minimum wage ({monthly} DH gross for the contract's hours): an agreement on less is void (article 360). Claim the arrears month by month over two years. "
        "If part time, give the hours a month; severance stays counted on 191 hours, since our sources do not say how this floor counts.",
    ),
    "net_below_smig": (
        "Le net donné est sous le SMIG, qui est un montant brut ({monthly} DH) : les deux ne se comparent pas et le net n'est pas converti. Demandez le brut, un rappel est peut-être dû.",
        "الأجر الصافي المدلى به أقل من الحد الأدنى القانوني، وهو مبلغ خام ({monthly} درهم): لا يقارنان ولا يحول الصافي. اطلبوا الأجر الخام، فقد يستحق الفارق.",
        "The net pay given is below the minimum wage, which is a gross sum ({monthly} DH): the two do not compare and net is not converted. Ask for the gross, arrears may be due.",
    ),
    "smig_last_known": (
        "Le SMIG utilisé est le dernier connu, du {since} : vérifiez s'il a été relevé.",
        "الحد الأدنى للأجر المستعمل هو آخر ما هو معروف، ابتداء من {since}: تحققوا من أي زيادة.",
        "The minimum wage used is the last one known, of {since}: check whether it was raised.",
    ),
    "leave_not_given": (
        "Les jours de congé restants ne sont pas donnés : cette ligne n'est pas calculée.",
        "أيام العطلة المتبقية غير مذكورة: لم يحسب هذا السطر.",
        "The leave days left are not given: this line is not counted.",
    ),
    "wages_not_given": (
        "Les jours travaillés non payés ne sont pas donnés : cette ligne n'est pas calculée.",
        "أيام الشغل غير المؤداة غير مذكورة: لم يحسب هذا السطر.",
        "The days worked and unpaid are not given: this line is not counted.",
    ),
    "worked_past_term": (
        "Le travail a continué après le terme du CDD : le contrat est sans doute devenu un CDI, demandez au service juridique.",
        "استمر الشغل بعد أجل العقد المحدد المدة: أصبح العقد على الأرجح غير محدد المدة، استشيروا المصلحة القانونية.",
        "Work went on after the fixed term: the contract has probably become open-ended, ask the legal team.",
    ),
    "switch_open_ended": (
        "Le CDD est compté comme un CDI, ce que seul le juge décide : hors des cas de la loi, au-delà de son terme ou dans une chaîne.",
        "احتسب العقد المحدد المدة كعقد غير محدد المدة، وهو ما يقرره القاضي وحده: خارج حالات القانون أو بعد الأجل أو ضمن سلسلة عقود.",
        "The fixed-term contract is counted as open-ended, which only a judge decides: outside the law's cases, past its term or in a chain.",
    ),
    "switch_pro_rata": (
        "Réglage choisi : l'année commencée compte au prorata de ses jours, ce que le texte ne dit pas.",
        "الاختيار المعتمد: تحتسب السنة المبتدأة بتناسب أيامها، وهو ما لا يقوله النص.",
        "Switch chosen: the started year counts by its days, which the text does not say.",
    ),
    "switch_gross": (
        "Réglage choisi : préavis et dommages-intérêts comptés eux aussi sur le brut.",
        "الاختيار المعتمد: الإخطار والتعويض عن الضرر محسوبان أيضا على الخام.",
        "Switch chosen: notice and damages are counted on gross pay too.",
    ),
    "switch_net": (
        "Réglage choisi : l'indemnité de licenciement comptée elle aussi sur le net, s'il est connu.",
        "الاختيار المعتمد: التعويض عن الفصل محسوب أيضا على الصافي إن كان معروفا.",
        "Switch chosen: severance is counted on net pay too, where it is known.",
    ),
    "switch_bonuses_out": (
        "Réglage choisi : {bonus} DH de primes par mois ôtés du salaire ; l'article 57 compte celles qui tiennent au travail.",
        "الاختيار المعتمد: خصمت من الأجر منح شهرية قدرها {bonus} درهم؛ والمادة 57 تحتسب المنح المرتبطة بالشغل.",
        "Switch chosen: {bonus} DH of monthly bonuses taken out of the pay; article 57 counts those inherent to the work.",
    ),
    "switch_bonuses_not_known": (
        "Réglage choisi : primes ôtées du salaire ; leur montant n'est pas connu, rien n'a donc été ôté.",
        "الاختيار المعتمد: خصم المنح من الأجر؛ مبلغها غير معروف، فلم يخصم شيء.",
        "Switch chosen: bonuses taken out of the pay; their amount is not known, so nothing was taken out.",
    ),
    "bonuses_out_of_net": (
        "Les primes sont ôtées du net dans la même proportion que du brut.",
        "خصمت المنح من الصافي بالنسبة نفسها التي خصمت بها من الخام.",
        "Bonuses are taken out of the net in the same proportion as out of the gross.",
    ),
    "authorisation_given": (
        "Autorisation du gouverneur donnée avant le dernier jour : les dommages-intérêts de l'article 41 ne sont pas comptés.",
        "إذن العامل ممنوح قبل آخر يوم: لا يحتسب التعويض عن الضرر المنصوص عليه في المادة 41.",
        "The governor's authorisation was given before the last day: the damages of article 41 are not counted.",
    ),
    "authorisation_missing": (
        "Aucune autorisation du gouverneur n'a été montrée : elle est tenue pour absente (articles 67 et 70).",
        "لم يدل بأي إذن من العامل: يعتبر الإذن غير موجود (المادتان 67 و70).",
        "No authorisation of the governor was shown: it is taken as missing (articles 67 and 70).",
    ),
    "authorisation_refused": (
        "L'autorisation a été demandée et n'a pas été donnée : les dommages-intérêts restent au juge (article 70).",
        "طلب الإذن ولم يمنح: يبقى التعويض عن الضرر بيد القاضي (المادة 70).",
        "The authorisation was asked for and not given: the damages remain with the judge (article 70).",
    ),
    "authorisation_late": (
        "L'autorisation n'a été donnée qu'après le dernier jour : à ce jour elle manquait (articles 67 et 70).",
        "لم يمنح الإذن إلا بعد آخر يوم: كان غير موجود في ذلك اليوم (المادتان 67 و70).",
        "The authorisation was given only after the last day: on that day it was missing (articles 67 and 70).",
    ),
    "cdd_ended": (
        "CDD arrivé à son terme : la loi ne doit que le congé ; les autres lectures montrent ce qu'il vaudrait tenu pour un CDI.",
        "عقد محدد المدة بلغ أجله: لا يوجب القانون إلا العطلة؛ وتبين القراءات الأخرى ما يستحق لو اعتبر غير محدد المدة.",
        "Fixed-term contract at its term: the law owes the leave only; the other readings show its worth if held open-ended.",
    ),
    "cdd_presumed": (
        "La liste ne donne pas le contrat : dans ce conflit, il est compté comme un CDD arrivé à son terme.",
        "لا تذكر اللائحة نوع العقد: احتسب في هذا النزاع عقدا محدد المدة بلغ أجله.",
        "The list does not give the contract: in this dispute it is counted as fixed-term, at its term.",
    ),
    "resignation_forced": (
        "Démission tenue pour forcée, ce qui reste à prouver : sinon seuls le congé et les salaires sont dus (articles 34 et 41).",
        "اعتبرت الاستقالة منتزعة بالضغط، وهو ما يجب إثباته: وإلا فلا تستحق إلا العطلة والأجور (المادتان 34 و41).",
        "The resignation is taken as forced, which must be proved: else leave and wages alone are due (articles 34 and 41).",
    ),
    "transfer_broken": (
        "Transfert de l'entreprise : les contrats continuent (article 19) ; ces lignes ne valent que si le contrat est rompu.",
        "تغيير المشغل: تستمر العقود (المادة 19)؛ ولا تستحق هذه السطور إلا إذا أنهي العقد.",
        "Transfer of the undertaking: contracts go on (article 19); these lines hold only if the contract is ended.",
    ),
}
