"""The sentences about one row or one column: what keeps a row out, and what is only said (French, Arabic, English)."""

CELLS: dict[str, tuple[str, str, str]] = {
    # --- problems of a whole row ---
    "row_short": (
        "La ligne a {found} cellules au lieu de {expected}. Complétez-la dans le fichier.",
        "عدد خلايا السطر {found} بدل {expected}. أكملوه في الملف.",
        "The row has {found} cells instead of {expected}. Complete it in the file.",
    ),
    "row_long": (
        "La ligne a {found} cellules au lieu de {expected}. Enlevez les cellules en trop.",
        "عدد خلايا السطر {found} بدل {expected}. احذفوا الخلايا الزائدة.",
        "The row has {found} cells instead of {expected}. Remove the extra cells.",
    ),
    "empty_person": (
        "La ligne ne nomme personne. Ajoutez le nom, ou supprimez la ligne.",
        "لا يذكر السطر أي شخص. أضيفوا الاسم أو احذفوا السطر.",
        "The row names nobody. Add the name, or delete the row.",
    ),
    "born_in_future": (
        "« {shown} » : la date de naissance est dans l'avenir. Corrigez-la.",
        "«{shown}»: تاريخ الازدياد في المستقبل. صححوه.",
        "“{shown}”: the date of birth lies in the future. Correct it.",
    ),
    "hired_before_born": (
        "La date d'embauche ({hired}) précède la date de naissance ({born}). Corrigez l'une des deux.",
        "تاريخ التشغيل ({hired}) سابق لتاريخ الازدياد ({born}). صححوا أحدهما.",
        "The date of hire ({hired}) comes before the date of birth ({born}). Correct one of them.",
    ),
    "hired_young": (
        "Embauche à l'âge de {age} ans (date de naissance : {born}). Vérifiez les deux dates.",
        "التشغيل في سن {age} (تاريخ الازدياد: {born}). تحققوا من التاريخين.",
        "Hired at the age of {age} (date of birth: {born}). Check both dates.",
    ),
    "offer_too_small": (
        "« {shown} » dirhams proposés : moins d'une journée au SMIG. Vérifiez la colonne, ou si ce sont des jours ou des mois.",
        "المبلغ المقترح «{shown}» درهم أقل من يوم بالحد الأدنى للأجر. تحققوا من العمود، أو هل المقصود أيام أو أشهر.",
        "“{shown}” dirhams offered: less than a day at the minimum wage. Check the column, or whether it is days or months.",
    ),
    "pay_too_small": (
        "« {shown} » dirhams de salaire : moins d'une journée au SMIG. Écrivez le salaire d'un mois.",
        "الأجر «{shown}» درهم أقل من يوم بالحد الأدنى للأجر. اكتبوا أجر شهر.",
        "“{shown}” dirhams of pay: less than a day at the minimum wage. Write the pay of a month.",
    ),
    "left_before_hired": (
        "La date de départ ({left}) précède la date d'embauche ({hired}). Corrigez l'une des deux.",
        "تاريخ المغادرة ({left}) سابق لتاريخ التشغيل ({hired}). صححوا أحدهما.",
        "The date of leaving ({left}) comes before the date of hire ({hired}). Correct one of them.",
    ),
    "site_unknown": (
        "Le site « {shown} » n'est pas connu. Choisissez un site existant ou créez-le d'abord.",
        "مكان الشغل «{shown}» غير معروف. اختاروا مكان شغل موجودا أو أنشئوه أولا.",
        "The site “{shown}” is not known. Choose an existing site, or create it first.",
    ),
    "duplicate_row": (
        "Les lignes {first} et {row} sont identiques. La première suffit : supprimez l'autre.",
        "السطران {first} و{row} متطابقان. الأول كاف: احذفوا الآخر.",
        "Rows {first} and {row} are the same. The first is enough: delete the other.",
    ),
    "duplicate_differs": (
        "Les lignes {first} et {row} parlent de la même personne mais se contredisent. Gardez la bonne.",
        "السطران {first} و{row} يخصان الشخص نفسه لكنهما متعارضان. احتفظوا بالصحيح.",
        "Rows {first} and {row} are about the same person but contradict each other. Keep the right one.",
    ),
    "person_twice": (
        "Une autre ligne a ce nom et ce jour d'embauche, et aucun matricule ne les distingue : voyez si c'est une seule personne, puis corrigez.",
        "يحمل سطر آخر الاسم نفسه وتاريخ التشغيل نفسه دون رقم مهني يميزهما: تحققوا هل هما شخص واحد، ثم صححوا.",
        "Another row has this name and this day of hiring, and no number tells them apart: see whether it is one person, then correct it.",
    ),
    "maybe_twins": (
        "Les lignes {first} et {row} sont peut-être la même personne, écrite de deux façons. Dites laquelle compte, ou gardez les deux.",
        "قد يكون السطران {first} و{row} للشخص نفسه مكتوبا بطريقتين. حددوا أيهما يعتد به، أو احتفظوا بهما معا.",
        "Rows {first} and {row} may be the same person, written in two ways. Say which counts, or keep both.",
    ),
    "number_shared": (
        "« {shown} » désigne deux personnes différentes, lignes {first} et {row}. Corrigez l'une des deux.",
        "«{shown}» مسند إلى شخصين مختلفين في السطرين {first} و{row}. صححوا أحدهما.",
        "“{shown}” stands for two different people, rows {first} and {row}. Correct one of them.",
    ),
    "number_zeros": (
        "« {shown} » : les lignes {first} et {row} ont le même numéro, aux zéros du début près. Voyez si c'est une seule "
        "personne et quelle ligne compte, ou gardez les deux.",
        "«{shown}»: للسطرين {first} و{row} الرقم نفسه باستثناء الأصفار في أوله. تحققوا هل هما شخص واحد وأي سطر يعتد به، أو"
        " احتفظوا بهما معا.",
        "“{shown}”: rows {first} and {row} have the same number but for the zeros in front. See whether it is one person "
        "and which row counts, or keep both.",
    ),
    "number_known": (
        "« {shown} » appartient déjà à quelqu'un d'autre de ce site. Vérifiez le numéro, ou corrigez sa fiche.",
        "«{shown}» مسند من قبل إلى شخص آخر في مكان الشغل هذا. تحققوا من الرقم، أو صححوا بطاقته.",
        "“{shown}” already belongs to somebody else of this workplace. Check the number, or correct their file.",
    ),
    "file_damaged": (
        "« {name} » semble déjà connu, mais sa fiche ne se lit plus. Faites-la restaurer depuis la sauvegarde, puis reprenez cette ligne.",
        "يبدو أن «{name}» معروف من قبل، لكن بطاقته لم تعد تُقرأ. اطلبوا استرجاعها من النسخة الاحتياطية، ثم أعيدوا هذا السطر.",
        "“{name}” seems to be known already, and their file cannot be read. Have it restored from the backup, then bring this row in again.",
    ),
    # --- problems of one cell ---
    "formula": (
        "« {shown} » est une formule. Écrivez la valeur elle-même.",
        "«{shown}» صيغة حسابية. اكتبوا القيمة نفسها.",
        "“{shown}” is a formula. Write the value itself.",
    ),
    "too_long": (
        "Le texte dépasse {limit} caractères. Raccourcissez-le.",
        "يتجاوز النص الحد الأقصى للحروف ({limit}). اختصروه.",
        "The text is longer than {limit} characters. Shorten it.",
    ),
    "number_kind": (
        "« {shown} » n'est pas un numéro. Vérifiez la colonne.",
        "«{shown}» ليس رقما. تحققوا من العمود.",
        "“{shown}” is not a number of this kind. Check the column.",
    ),
    "email": (
        "« {shown} » n'est pas une adresse électronique. Corrigez-la ou laissez la cellule vide.",
        "«{shown}» ليس عنوان بريد إلكتروني. صححوه أو اتركوا الخلية فارغة.",
        "“{shown}” is not an e-mail address. Correct it, or leave the cell blank.",
    ),
    "yes_or_no": (
        "« {shown} » ne se lit pas : écrivez oui ou non.",
        "لا يمكن قراءة «{shown}»: اكتبوا نعم أو لا.",
        "“{shown}” cannot be read: write yes or no.",
    ),
    "mandate": (
        "« {shown} » ne se lit pas : écrivez oui, non, ou le mandat (délégué titulaire ou suppléant, représentant syndical, "
        "candidat, ancien délégué).",
        "لا يمكن قراءة «{shown}»: اكتبوا نعم أو لا أو الانتداب (مندوب رسمي أو نائب، ممثل نقابي، مرشح، مندوب سابق).",
        "“{shown}” cannot be read: write yes, no, or the mandate (staff delegate, alternate, union representative, "
        "candidate, former delegate).",
    ),
    "count": (
        "« {shown} » ne se lit pas : écrivez un nombre entre 0 et {most}.",
        "لا يمكن قراءة «{shown}»: اكتبوا عددا بين 0 و{most}.",
        "“{shown}” cannot be read: write a number from 0 to {most}.",
    ),
    "date_hijri": (
        "« {shown} » est une date hégirienne. Écrivez la date du calendrier grégorien.",
        "«{shown}» تاريخ هجري. اكتبوا التاريخ الميلادي.",
        "“{shown}” is a Hijri date. Write the date of the Gregorian calendar.",
    ),
    "date_impossible": (
        "La date « {shown} » n'existe pas. Corrigez le jour ou le mois.",
        "التاريخ «{shown}» غير موجود. صححوا اليوم أو الشهر.",
        "The date “{shown}” does not exist. Correct the day or the month.",
    ),
    "date_ambiguous": (
        "« {shown} » : le jour et le mois ne se distinguent pas. Dites l'ordre des dates de cette colonne.",
        "«{shown}»: لا يمكن التمييز بين اليوم والشهر. حددوا ترتيب التواريخ في هذا العمود.",
        "“{shown}”: the day and the month cannot be told apart. Say the order of the dates in this column.",
    ),
    "date_range": (
        "« {shown} » est hors des années {first} à {last}. Corrigez l'année.",
        "«{shown}» خارج السنوات من {first} إلى {last}. صححوا السنة.",
        "“{shown}” lies outside the years {first} to {last}. Correct the year.",
    ),
    "date_serial": (
        "« {shown} » est un nombre, pas une date. Donnez à la cellule le format date.",
        "«{shown}» عدد وليس تاريخا. اختاروا تنسيق التاريخ للخلية.",
        "“{shown}” is a number, not a date. Give the cell the date format.",
    ),
    "date_unreadable": (
        "« {shown} » ne se lit pas comme une date. Écrivez jour/mois/année.",
        "لا يمكن قراءة «{shown}» كتاريخ. اكتبوا اليوم/الشهر/السنة.",
        "“{shown}” cannot be read as a date. Write day/month/year.",
    ),
    "money_ambiguous": (
        "« {shown} » peut vouloir dire {thousand} ou {unit} dirhams. Dites le signe des décimales de cette colonne.",
        "«{shown}» قد يعني {thousand} أو {unit} درهما. حددوا علامة الأعشار في هذا العمود.",
        "“{shown}” can mean {thousand} or {unit} dirhams. Say the decimal sign of this column.",
    ),
    "money_negative": (
        "« {shown} » est un montant négatif. Corrigez-le.",
        "«{shown}» مبلغ سالب. صححوه.",
        "“{shown}” is a negative amount. Correct it.",
    ),
    "money_unit": (
        "« {shown} » compte une autre durée que les autres salaires. Écrivez-le comme eux, pour le mois ou pour l'heure.",
        "«{shown}» محسوب لمدة غير مدة الأجور الأخرى. اكتبوه مثلها، للشهر أو للساعة.",
        "“{shown}” is counted for another time than the other wages. Write it as they are, for the month or for the hour.",
    ),
    "money_range": (
        "« {shown} » est un montant trop grand. Vérifiez-le.",
        "«{shown}» مبلغ كبير جدا. تحققوا منه.",
        "“{shown}” is too large an amount. Check it.",
    ),
    "money_scientific": (
        "« {shown} » : le tableur a arrondi le montant. Écrivez-le en entier.",
        "«{shown}»: برنامج الجداول قرّب المبلغ. اكتبوه كاملا.",
        "“{shown}”: the spreadsheet rounded the amount. Write it in full.",
    ),
    "money_unreadable": (
        "« {shown} » ne se lit pas comme un montant. Écrivez par exemple 4200,50.",
        "لا يمكن قراءة «{shown}» كمبلغ. اكتبوا مثلا 4200,50.",
        "“{shown}” cannot be read as an amount. Write for example 4200.50.",
    ),
    "number_float": (
        "« {shown} » : le tableur a perdu des chiffres de ce numéro. Retapez-le en texte.",
        "«{shown}»: أضاع الجدول أرقاما من هذا الرقم. أعيدوا كتابته كنص.",
        "“{shown}”: the spreadsheet lost digits of this number. Type it again as text.",
    ),
    "phone_float": (
        "« {shown} » : la colonne était un nombre et le tableur a perdu des chiffres. Retapez le numéro en texte.",
        "«{shown}»: كان العمود عدديا وضاعت أرقام. أعيدوا كتابة رقم الهاتف كنص.",
        "“{shown}”: the column was a number and the spreadsheet lost digits. Type the telephone number again as text.",
    ),
    "phone_short": (
        "Il manque des chiffres au numéro « {shown} ». Complétez-le.",
        "رقم الهاتف «{shown}» ناقص. أكملوه.",
        "Digits are missing from the number “{shown}”. Complete it.",
    ),
    "phone_long": (
        "Le numéro « {shown} » a trop de chiffres. Corrigez-le.",
        "رقم الهاتف «{shown}» أطول من اللازم. صححوه.",
        "The number “{shown}” has too many digits. Correct it.",
    ),
    "phone_unreadable": (
        "« {shown} » n'est pas un numéro de téléphone. Corrigez-le ou laissez la cellule vide.",
        "«{shown}» ليس رقم هاتف. صححوه أو اتركوا الخلية فارغة.",
        "“{shown}” is not a telephone number. Correct it, or leave the cell blank.",
    ),
    # --- remarks: the row is taken all the same ---
    "phone_two": (
        "« {shown} » : deux numéros. Le premier ({first}) est gardé, le second ({second}) noté à côté.",
        "«{shown}»: رقمان. يحتفظ بالأول ({first}) ويسجل الثاني ({second}) إلى جانبه.",
        "“{shown}”: two numbers. The first ({first}) is kept, the second ({second}) noted beside it.",
    ),
    "email_two": (
        "« {shown} » : deux adresses. La première ({first}) est gardée, la seconde ({second}) notée à côté.",
        "«{shown}»: عنوانان. يحتفظ بالأول ({first}) ويسجل الثاني ({second}) إلى جانبه.",
        "“{shown}”: two addresses. The first ({first}) is kept, the second ({second}) noted beside it.",
    ),
    "set_aside": (
        "« {shown} » : {kept} est repris, {aside} reste de côté. S'il fallait l'inverse, corrigez la cellule dans le fichier.",
        "«{shown}»: يؤخذ {kept} ويترك {aside} جانبا. إن كان الصواب هو العكس، فصححوا الخلية في الملف.",
        "“{shown}”: {kept} is taken, {aside} is set aside. If it should be the other way round, correct the cell in the file.",
    ),
    "phone_zero": (
        "« {shown} » : le zéro perdu a été remis ({number}).",
        "«{shown}»: أعيد الصفر الضائع ({number}).",
        "“{shown}”: the lost zero was put back ({number}).",
    ),
    "phone_unlisted": (
        "{number} : aucun opérateur connu pour cette tranche de numéros. Le numéro est gardé, vérifiez-le.",
        "{number}: لا يعرف متعهد لهذه السلسلة من الأرقام. يحتفظ بالرقم، تحققوا منه.",
        "{number}: no operator is known for this range of numbers. The number is kept; check it.",
    ),
    "money_rounded": (
        "« {shown} » a été arrondi au centime.",
        "تم تقريب «{shown}» إلى السنتيم.",
        "“{shown}” was rounded to the centime.",
    ),
    "sex_unknown": (
        "« {shown} » n'est pas reconnu : le sexe est laissé vide.",
        "«{shown}» غير معروف: تركت خانة الجنس فارغة.",
        "“{shown}” is not recognised: the sex is left blank.",
    ),
    "category_unknown": (
        "« {shown} » n'est pas reconnu (cadre, employé, ouvrier) : la catégorie est laissée vide.",
        "«{shown}» غير معروف (إطار، مستخدم، عامل): تركت الفئة فارغة.",
        "“{shown}” is not recognised (manager, employee, worker): the category is left blank.",
    ),
    "contract_unknown": (
        "« {shown} » n'est pas reconnu (CDI, CDD, ANAPEC, intérim) : le type de contrat est laissé vide.",
        "«{shown}» غير معروف: ترك نوع العقد فارغا.",
        "“{shown}” is not recognised (CDI, CDD, ANAPEC, agency): the kind of contract is left blank.",
    ),
    "cin_unusual": (
        "« {shown} » n'a pas la forme habituelle d'une CIN (une ou deux lettres, cinq ou six chiffres). Vérifiez-le.",
        "«{shown}» ليس على الشكل المعتاد لرقم البطاقة الوطنية (حرف أو حرفان ثم خمسة أو ستة أرقام). تحققوا منه.",
        "“{shown}” does not look like an identity card number (one or two letters, five or six digits). Check it.",
    ),
    "read_as_blank": (
        "« {shown} » : lu comme une cellule vide.",
        "«{shown}»: قرئت كخلية فارغة.",
        "“{shown}”: read as a blank cell.",
    ),
    "date_two_digits": (
        "Colonne « {header} » : années à deux chiffres ({count}), lues jusqu'à {last} au plus tard. Vérifiez-les.",
        "العمود «{header}»: سنوات برقمين ({count})، قرئت على أنها لا تتجاوز {last}. تحققوا منها.",
        "Column “{header}”: years of two digits ({count}), read as {last} at the latest. Check them.",
    ),
    "date_order_turned": (
        "Colonne « {header} » : un programme a peut-être pris le jour pour le mois (dates converties : {count}) : d'autres dates"
        " sont restées en texte, ou les cellules affichent le mois d'abord. Comparez avec la liste d'origine.",
        "العمود «{header}»: ربما أخذ أحد البرامج اليوم مكان الشهر (عدد التواريخ المحولة: {count}): فقد بقيت تواريخ أخرى نصا، أو"
        " تعرض الخلايا الشهر أولا. قارنوا باللائحة الأصلية.",
        "Column “{header}”: a program may have taken the day for the month (dates that it converted: {count}): other dates"
        " stayed text, or the cells show the month first. Compare with the original list.",
    ),
    "serial_days": (
        "Colonne « {header} » : {count} dates sont des numéros de jour d'un tableur, lus comme lui à partir de 1900 : {shown} "
        "est le {day}. Vérifiez-en une.",
        "العمود «{header}»: تواريخ (عددها {count}) مكتوبة بأرقام أيام كما تعدها برامج الجداول ابتداء من 1900: {shown} هو {day}."
        " تحققوا من أحدها.",
        "Column “{header}”: {count} dates are a spreadsheet's numbers of days, read as it counts them from 1900: {shown} is "
        "{day}. Check one of them.",
    ),
    "zeros_lost": (
        "« {shown} » dans la liste, « {known} » dans le registre : les matricules sont comparés sans les zéros du début, que"
        " les tableurs enlèvent, et le plus long reste.",
        "«{shown}» في اللائحة و«{known}» في السجل: تقارن الأرقام المهنية دون الأصفار التي في أولها، لأن برامج الجداول تحذفها،"
        " ويبقى الرقم الأطول.",
        "“{shown}” in the list, “{known}” in the register: employee numbers are compared without the zeros in front, which "
        "spreadsheets take away, and the longer one stays.",
    ),
    "date_order_mixed": (
        "Colonne « {header} » : les dates se contredisent, jour/mois et mois/jour. Dites l'ordre à suivre.",
        "العمود «{header}»: التواريخ متعارضة بين يوم/شهر وشهر/يوم. حددوا الترتيب.",
        "Column “{header}”: the dates contradict one another, day/month and month/day. Say which order to follow.",
    ),
    "date_order_assumed": (
        "Colonne « {header} » : rien ne distingue le jour du mois. Lu jour/mois, l'usage du pays : confirmez.",
        "العمود «{header}»: لا شيء يميز اليوم عن الشهر. قرئت يوم/شهر حسب العرف في البلاد: أكدوا ذلك.",
        "Column “{header}”: nothing tells the day from the month. Read as day/month, the country's habit: confirm it.",
    ),
    "date_order_month_first": (
        "Colonne « {header} » : le mois vient avant le jour, d'après {count} dates. Confirmez.",
        "العمود «{header}»: الشهر قبل اليوم (عدد التواريخ التي تبين ذلك: {count}). أكدوا ذلك.",
        "Column “{header}”: the month comes before the day, as {count} dates show. Confirm it.",
    ),
    "wages_hourly": (
        "Colonne « {header} » : salaires de l'heure, comptés pour un mois de 191 heures (article 238). Corrigez qui"
        " travaille moins.",
        "العمود «{header}»: أجور الساعة، محسوبة على شهر من 191 ساعة (المادة 238). صححوا أجر من يشتغل أقل.",
        "Column “{header}”: pay for an hour, counted for a month of 191 hours (article 238). Correct whoever works less.",
    ),
    "wages_yearly": (
        "Colonne « {header} » : salaires de l'année, divisés par douze.",
        "العمود «{header}»: أجور السنة، مقسومة على اثني عشر.",
        "Column “{header}”: pay for a year, divided by twelve.",
    ),
    "gross_from_base": (
        "Le salaire brut est la somme des colonnes « {base} » et « {bonus} ».",
        "الأجر الخام هو مجموع العمودين «{base}» و«{bonus}».",
        "The gross pay is the sum of the columns “{base}” and “{bonus}”.",
    ),
    "delegate_blank": (
        "Colonne « {header} » : une cellule vide est lue comme non.",
        "العمود «{header}»: الخلية الفارغة تقرأ على أنها لا.",
        "Column “{header}”: a blank cell is read as no.",
    ),
}
