"""The sentences of refused facts in French, Arabic and English, each naming the field: one table."""

SENTENCES: dict[str, tuple[str, str, str]] = {
    "missing": (
        "{field} manque : indiquez cette donnée.",
        "{field} غير مذكور: أدخلوا هذا المعطى.",
        "{field} is missing: give it.",
    ),
    "missing_wage": (
        "monthly_gross manque : indiquez monthly_gross ou monthly_net.",
        "monthly_gross غير مذكور: أدخلوا monthly_gross أو monthly_net.",
        "monthly_gross is missing: give monthly_gross or monthly_net.",
    ),
    "unknown": (
        "{field} n'est pas une donnée connue : corrigez son nom ou retirez-la.",
        "{field} ليس معطى معروفا: صححوا اسمه أو احذفوه.",
        "{field} is not a known field: correct its name or remove it.",
    ),
    "twice": (
        "{field} est donné deux fois : gardez une seule valeur.",
        "{field} مذكور مرتين: احتفظوا بقيمة واحدة.",
        "{field} is given twice: keep one value.",
    ),
    "bad_date": (
        "{field} doit être une date qui existe, écrite AAAA-MM-JJ.",
        "{field} يجب أن يكون تاريخا صحيحا مكتوبا على شكل AAAA-MM-JJ.",
        "{field} must be a real date written YYYY-MM-DD.",
    ),
    "bad_choice": (
        "{field} doit être l'une de ces valeurs : {choices}.",
        "{field} يجب أن يكون إحدى هذه القيم: {choices}.",
        "{field} must be one of: {choices}.",
    ),
    "bad_flag": (
        "{field} doit être true ou false.",
        "{field} يجب أن يكون true أو false.",
        "{field} must be true or false.",
    ),
    "bad_number": (
        "{field} doit être un nombre écrit en chiffres, avec un point pour les décimales, comme 5500.00.",
        "{field} يجب أن يكون عددا مكتوبا بالأرقام، مع نقطة للكسور العشرية، مثل 5500.00.",
        "{field} must be a number in figures with a point for decimals, like 5500.00.",
    ),
    "not_positive": (
        "{field} doit être supérieur à 0 : indiquez le salaire d'un mois.",
        "{field} يجب أن يكون أكبر من 0: أدخلوا أجر شهر واحد.",
        "{field} must be above 0: give one month's pay.",
    ),
    "negative": (
        "{field} ne peut pas être négatif : indiquez 0 ou davantage.",
        "{field} لا يمكن أن يكون سالبا: أدخلوا 0 أو أكثر.",
        "{field} cannot be negative: give 0 or more.",
    ),
    "too_big": (
        "{field} dépasse {most}, ce qui n'est pas possible : vérifiez le chiffre.",
        "{field} يتجاوز {most}، وهذا غير ممكن: تحققوا من الرقم.",
        "{field} is above {most}, which is not possible: check the figure.",
    ),
    "too_fine": (
        "{field} a plus de six décimales : arrondissez au centime.",
        "{field} يتضمن أكثر من ستة أرقام عشرية: قربوا المبلغ إلى السنتيم.",
        "{field} has more than six decimals: round it to the centime.",
    ),
    "left_before_hired": (
        "left_on est avant hired_on : vérifiez les deux dates.",
        "left_on سابق لـ hired_on: تحققوا من التاريخين.",
        "left_on is before hired_on: check both dates.",
    ),
    "too_long": (
        "{field} donne {years} ans de service ou plus : vérifiez la date d'embauche.",
        "{field} يعطي {years} سنة من الشغل أو أكثر: تحققوا من تاريخ التشغيل.",
        "{field} gives {years} years of service or more: check the hiring date.",
    ),
    "before_code": (
        "left_on est avant le 8 juin 2004, entrée en vigueur du Code du travail : ce départ relève d'un autre droit.",
        "left_on سابق لتاريخ 8 يونيو 2004، تاريخ دخول مدونة الشغل حيز التنفيذ: يخضع هذا الانتهاء لقانون آخر.",
        "left_on is before 8 June 2004, when the Labour Code came into force: other law governs this exit.",
    ),
    "before_smig": (
        "left_on est avant le 1er juillet 2015, premier SMIG connu ici : demandez au service juridique.",
        "left_on سابق لفاتح يوليوز 2015، أول حد أدنى للأجر معروف هنا: استشيروا المصلحة القانونية.",
        "left_on is before 1 July 2015, the first minimum wage known here: ask the legal team.",
    ),
    "unreadable": (
        "{field} ne peut pas être lu : donnez un fichier lisible, ou - pour l'entrée standard.",
        "تعذرت قراءة {field}: أدخلوا ملفا مقروءا، أو - للإدخال القياسي.",
        "{field} cannot be read: give a readable file, or - for standard input.",
    ),
    "unwritable": (
        "{field} ne peut pas être écrit : donnez un fichier dans un dossier où vous pouvez écrire.",
        "تعذرت كتابة {field}: أدخلوا ملفا في مجلد يمكنكم الكتابة فيه.",
        "{field} cannot be written: give a file in a folder where you can write.",
    ),
    "is_the_list": (
        "{field} est la liste elle-même : donnez un autre nom, la liste de l'employeur reste intacte.",
        "{field} هو اللائحة نفسها: أدخلوا اسما آخر، لتبقى لائحة المشغل سليمة.",
        "{field} is the list itself: give another name, the employer's list stays whole.",
    ),
    "not_json": (
        "{field} n'est pas du JSON valable : donnez un objet avec ses données par leur nom.",
        "{field} ليس JSON صالحا: أدخلوا كائنا يتضمن معطياته بأسمائها.",
        "{field} is not valid JSON: give one object with its facts by name.",
    ),
    "not_covered": (
        "{field} : un contrat d'insertion (ANAPEC), d'intérim ou de stage n'est pas calculé ici ; demandez au service juridique.",
        "{field}: عقد الإدماج (أنابيك) أو الشغل المؤقت أو التدريب لا يحسب هنا؛ استشيروا المصلحة القانونية.",
        "{field}: a training-insertion (ANAPEC), agency or trainee contract is not computed here; ask the legal team.",
    ),
    "before_rates": (
        "{field} est avant le {since}, premier SMIG connu ici : demandez au service juridique.",
        "{field} سابق لتاريخ {since}، أول حد أدنى للأجر معروف هنا: استشيروا المصلحة القانونية.",
        "{field} is before {since}, the first minimum wage known here: ask the legal team.",
    ),
    "before_text": (
        "{field} est avant le {since}, première version connue ici de : {text}. Demandez au service juridique.",
        "{field} سابق لتاريخ {since}، وهو أول صيغة معروفة هنا لـ: {text}. استشيروا المصلحة القانونية.",
        "{field} is before {since}, the first version known here of: {text}. Ask the legal team.",
    ),
    "bad_hour": (
        "{field} doit être une heure écrite HH:MM, de 00:00 à 23:59.",
        "{field} يجب أن تكون ساعة مكتوبة HH:MM، من 00:00 إلى 23:59.",
        "{field} must be an hour written HH:MM, from 00:00 to 23:59.",
    ),
    "bad_list": (
        "{field} doit être une liste d'objets, mille au plus.",
        "{field} يجب أن تكون لائحة من الكائنات، ألف على الأكثر.",
        "{field} must be a list of objects, a thousand at most.",
    ),
    "bad_text": (
        "{field} doit être un texte court, de 100 signes au plus.",
        "{field} يجب أن يكون نصا قصيرا، 100 حرف على الأكثر.",
        "{field} must be a short text, 100 characters at most.",
    ),
    "not_whole": (
        "{field} doit être un nombre entier.",
        "{field} يجب أن يكون عددا صحيحا.",
        "{field} must be a whole number.",
    ),
    "out_of_order": (
        "{field} est avant {other}, ce qui n'est pas possible : vérifiez les deux.",
        "{field} سابق لـ {other}، وهذا غير ممكن: تحققوا منهما.",
        "{field} is before {other}, which is not possible: check both.",
    ),
    "contradiction": (
        "{field} contredit {other} : corrigez l'un des deux.",
        "{field} يتعارض مع {other}: صححوا أحدهما.",
        "{field} contradicts {other}: correct one of them.",
    ),
    "too_late": (
        "{field} est trop loin dans l'avenir (après le {latest}) : vérifiez l'année.",
        "{field} بعيد جدا في المستقبل (بعد {latest}): تحققوا من السنة.",
        "{field} is too far in the future (after {latest}): check the year.",
    ),
    "notified_before_hired": (
        "notified_on est avant hired_on : vérifiez la date de notification.",
        "notified_on سابق لـ hired_on: تحققوا من تاريخ التبليغ.",
        "notified_on is before hired_on: check the date of notification.",
    ),
    "bonus_above_pay": (
        "monthly_bonus atteint ou dépasse le salaire : les primes en sont une partie, vérifiez les deux.",
        "monthly_bonus يساوي الأجر أو يتجاوزه: المنح جزء منه، تحققوا من الاثنين.",
        "monthly_bonus reaches or exceeds the pay: bonuses are a part of it, check both.",
    ),
    "bonus_negative": (
        "monthly_bonus ne peut pas être négatif : indiquez les primes d'un mois.",
        "monthly_bonus لا يمكن أن يكون سالبا: أدخلوا منح شهر واحد.",
        "monthly_bonus cannot be negative: give the bonuses of a month.",
    ),
    "net_above_gross": (
        "monthly_net dépasse monthly_gross : vérifiez les deux salaires.",
        "monthly_net يتجاوز monthly_gross: تحققوا من الأجرين.",
        "monthly_net is above monthly_gross: check both wages.",
    ),
    "mandate_contradiction": (
        "protected contredit mandate : protected vaut true seulement si mandate vaut in_office.",
        "protected يتعارض مع mandate: تكون قيمته true فقط إذا كانت قيمة mandate هي in_office.",
        "protected contradicts mandate: protected is true only when mandate is in_office.",
    ),
    "term_missing": (
        "term_on manque : un CDD rompu avant son terme se calcule jusqu'à ce terme, indiquez-le.",
        "term_on غير مذكور: يحسب العقد المحدد المدة المنهى قبل أجله إلى غاية هذا الأجل، أدخلوه.",
        "term_on is missing: a fixed-term contract broken early is counted to its term, give it.",
    ),
    "term_on_cdi": (
        "term_on ne va qu'avec un CDD : retirez cette date ou indiquez contract CDD.",
        "term_on خاص بعقد محدد المدة (CDD): احذفوا هذا التاريخ أو أدخلوا contract CDD.",
        "term_on belongs to a fixed-term contract: remove it or give contract CDD.",
    ),
    "term_before_hired": (
        "term_on est avant hired_on : vérifiez le terme du contrat.",
        "term_on سابق لـ hired_on: تحققوا من أجل العقد.",
        "term_on is before hired_on: check the contract's term.",
    ),
    "end_of_cdi": (
        "reason ne peut pas être end_of_term pour un CDI : il n'a pas de terme, indiquez le vrai motif.",
        "reason لا يمكن أن يكون end_of_term في عقد غير محدد المدة: ليس له أجل، أدخلوا السبب الحقيقي.",
        "reason cannot be end_of_term for an open-ended contract: it has no term, give the real reason.",
    ),
    "left_before_term": (
        "reason ne peut pas être end_of_term quand left_on est avant term_on : indiquez qui a rompu et pourquoi.",
        "reason لا يمكن أن يكون end_of_term إذا كان left_on سابقا لـ term_on: أدخلوا من أنهى العقد ولماذا.",
        "reason cannot be end_of_term when left_on is before term_on: say who broke the contract and why.",
    ),
    "absent_above_service": (
        "unjustified_days atteint les jours écoulés depuis l'embauche : vérifiez ce nombre de jours.",
        "unjustified_days يبلغ عدد الأيام منذ التشغيل: تحققوا من هذا العدد.",
        "unjustified_days reaches the days since hiring: check that number of days.",
    ),
    "unpaid_above_service": (
        "unpaid_days dépasse les jours écoulés depuis l'embauche : vérifiez ce nombre de jours.",
        "unpaid_days يتجاوز عدد الأيام منذ التشغيل: تحققوا من هذا العدد.",
        "unpaid_days is above the days since hiring: check that number of days.",
    ),
}
