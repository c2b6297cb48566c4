"""The sentences about rows of workplaces, headcounts, declared days and election results (French, Arabic, English)."""

LISTS: dict[str, tuple[str, str, str]] = {
    "rows_differ": (
        "Les lignes {first} et {row} parlent de la même chose mais se contredisent. Gardez la bonne.",
        "السطران {first} و{row} يخصان الشيء نفسه لكنهما متعارضان. احتفظوا بالصحيح.",
        "Rows {first} and {row} speak of the same thing but contradict each other. Keep the right one.",
    ),
    "site_missing": (
        "Le site manque. Ajoutez son nom.",
        "اسم مكان الشغل ناقص. أضيفوه.",
        "The site is missing. Add its name.",
    ),
    "day_missing": (
        "La date manque. Ajoutez-la.",
        "التاريخ ناقص. أضيفوه.",
        "The date is missing. Add it.",
    ),
    "people_missing": (
        "L'effectif manque. Ajoutez le nombre de personnes.",
        "عدد المستخدمين ناقص. أضيفوه.",
        "The headcount is missing. Add the number of people.",
    ),
    "source_missing": (
        "La source manque. Dites qui donne ce nombre : les délégués, la CNSS, le bilan social.",
        "المصدر ناقص. حددوا من أعطى هذا العدد: المندوبون أو الصندوق أو الحصيلة الاجتماعية.",
        "The source is missing. Say who gives this number: the delegates, the CNSS, the social report.",
    ),
    "count_incomplete": (
        "Un effectif a besoin de sa date et de sa source. Ajoutez-les, ou enlevez le nombre.",
        "يحتاج عدد المستخدمين إلى تاريخه ومصدره. أضيفوهما أو احذفوا العدد.",
        "A headcount needs its date and its source. Add them, or take the number out.",
    ),
    "day_to_come": (
        "« {shown} » : ce jour est à venir. Corrigez la date.",
        "«{shown}»: هذا اليوم لم يحن بعد. صححوا التاريخ.",
        "“{shown}”: this day is to come. Correct the date.",
    ),
    "month_as_day": (
        "« {shown} » est un mois : l'effectif est compté au dernier jour, le {day}.",
        "«{shown}» شهر: يحتسب العدد في آخر يوم منه، {day}.",
        "“{shown}” is a month: the headcount is taken for its last day, {day}.",
    ),
    "looks_like_members": (
        "Ceci ressemble à une liste de personnes. Importez-la sous « Adhérents et sympathisants ».",
        "تبدو هذه لائحة أشخاص. استوردوها تحت «المنخرطون والمتعاطفون».",
        "This looks like a list of people. Bring it in under “Members and contacts”.",
    ),
    "looks_like_workplaces": (
        "Ceci ressemble à une liste de sites et d'employeurs. Importez-la sous « Lieux de travail et employeurs ».",
        "تبدو هذه لائحة أماكن شغل ومشغلين. استوردوها تحت «أماكن الشغل والمشغلون».",
        "This looks like a list of sites and employers. Bring it in under “Workplaces and employers”.",
    ),
    "looks_like_headcounts": (
        "Ceci ressemble à une liste d'effectifs. Importez-la sous « Effectifs ».",
        "تبدو هذه لائحة بأعداد المستخدمين. استوردوها تحت «أعداد المستخدمين».",
        "This looks like a list of headcounts. Bring it in under “Headcounts”.",
    ),
    "looks_like_declared_days": (
        "Ceci ressemble à un relevé de jours déclarés : y figurer n'est pas adhérer. Importez-le sous « Jours déclarés à la CNSS ».",
        "تبدو هذه لائحة أيام مصرح بها: الورود فيها ليس انخراطا. استوردوها تحت «الأيام المصرح بها لدى الصندوق الوطني للضمان الاجتماعي».",
        "This looks like a statement of declared days: who stands in it is no member by that. Bring it in under “Days declared to the CNSS”.",
    ),
    "looks_like_elections": (
        "Ceci ressemble à des résultats d'élections : un candidat n'est pas un adhérent. Importez-les sous « Élections des délégués des salariés ».",
        "تبدو هذه نتائج انتخابات: المرشح ليس منخرطا. استوردوها تحت «انتخابات مندوبي الأجراء».",
        "These look like election results: a candidate is no member by that. Bring them in under “Elections of staff delegates”.",
    ),
    "employer_missing": (
        "La ligne ne nomme ni employeur ni site. Ajoutez l'un des deux, ou supprimez la ligne.",
        "لا يذكر السطر لا المشغل ولا مكان الشغل. أضيفوا أحدهما أو احذفوا السطر.",
        "The row names neither an employer nor a site. Add one of them, or delete the row.",
    ),
    "employer_unknown": (
        "« {shown} » : aucun site connu ne porte ce nom. Ajoutez l'employeur à la ligne.",
        "«{shown}»: لا يوجد موقع معروف بهذا الاسم. أضيفوا المشغل إلى السطر.",
        "“{shown}”: no known site bears this name. Add the employer to the row.",
    ),
    "site_several": (
        "« {shown} » : plusieurs sites portent ce nom. Ajoutez l'employeur à la ligne.",
        "«{shown}»: تحمل عدة أماكن شغل هذا الاسم. أضيفوا المشغل إلى السطر.",
        "“{shown}”: several sites bear this name. Add the employer to the row.",
    ),
    "ice": (
        "« {shown} » : un ICE a 15 chiffres. Recopiez-le d'un bulletin de paie ou d'une facture.",
        "«{shown}»: يتكون التعريف الموحد للمقاولة من 15 رقما. انقلوه من ورقة الأداء أو من فاتورة.",
        "“{shown}”: an ICE has 15 digits. Copy it from a payslip or an invoice.",
    ),
    "affiliation": (
        "« {shown} » : un numéro d'affiliation à la CNSS a 5 à 9 chiffres. Recopiez-le d'un bulletin de paie.",
        "«{shown}»: يتكون رقم الانخراط في الصندوق من 5 إلى 9 أرقام. انقلوه من ورقة الأداء.",
        "“{shown}”: a CNSS affiliation number has 5 to 9 digits. Copy it from a payslip.",
    ),
    "ice_other": (
        "Cet ICE et ce nom sont ceux de deux employeurs différents. Vérifiez les deux.",
        "هذا التعريف الموحد وهذا الاسم لمشغلين مختلفين. تحققوا منهما.",
        "This ICE and this name belong to two different employers. Check both.",
    ),
    "zeros_twice": (
        "Une ligne précédente donne déjà ce mois sous le numéro « {other} », le même aux zéros du début près. Gardez la bonne.",
        "أعطى سطر سابق هذا الشهر تحت الرقم «{other}»، وهو الرقم نفسه باستثناء الأصفار في أوله. احتفظوا بالصحيح.",
        "An earlier row gives this month already under “{other}”, the same number but for the zeros in front. Keep the right one.",
    ),
    "contradicts_row": (
        "Une ligne précédente dit autre chose : « {other} ». Gardez la bonne valeur.",
        "يقول سطر سابق شيئا آخر: «{other}». احتفظوا بالقيمة الصحيحة.",
        "An earlier row says something else: “{other}”. Keep the right value.",
    ),
    "activities_unknown": (
        "« {shown} » n'est pas une nature de travail connue : appels, back-office, modération. Laissé de côté.",
        "«{shown}» ليست طبيعة عمل معروفة: مكالمات، مكتب خلفي، إدارة المحتوى. تركت جانبا.",
        "“{shown}” is no known kind of work: calls, back office, moderation. Left out.",
    ),
    "markets_unknown": (
        "« {shown} » n'est pas un marché connu : France, Canada, Espagne, Maroc, autre. Laissé de côté.",
        "«{shown}» ليست سوقا معروفة: فرنسا، كندا، إسبانيا، المغرب، أخرى. تركت جانبا.",
        "“{shown}” is no known market: France, Canada, Spain, Morocco, other. Left out.",
    ),
    "fund_number": (
        "« {shown} » : un numéro d'immatriculation à la CNSS a 9 chiffres. Recopiez-le d'un bulletin de paie.",
        "«{shown}»: يتكون رقم التسجيل في الصندوق من 9 أرقام. انقلوه من ورقة الأداء.",
        "“{shown}”: a CNSS registration number has 9 digits. Copy it from a payslip.",
    ),
    "number_missing": (
        "Ni matricule ni numéro CNSS : un nom seul ne suffit pas. Ajoutez l'un des deux numéros.",
        "لا رقم مهني ولا رقم صندوق: الاسم وحده لا يكفي. أضيفوا أحد الرقمين.",
        "Neither an employee number nor a CNSS number: a name alone is not enough. Add one of the two numbers.",
    ),
    "month_missing": (
        "Le mois manque. Ajoutez-le.",
        "الشهر ناقص. أضيفوه.",
        "The month is missing. Add it.",
    ),
    "month": (
        "« {shown} » ne se lit pas : écrivez le mois et l'année, par exemple 03/2026.",
        "لا يمكن قراءة «{shown}»: اكتبوا الشهر والسنة، مثلا 03/2026.",
        "“{shown}” cannot be read: write the month and the year, for example 03/2026.",
    ),
    "months_in_columns": (
        "Chaque colonne {headers} est lue comme un mois : chaque case remplie compte pour une ligne.",
        "يُقرأ كل عمود من الأعمدة {headers} كشهر: كل خانة مملوءة تُحسب سطرا.",
        "Each of the columns {headers} is read as a month: each filled cell counts as a row.",
    ),
    "wages_in_months": (
        "Chaque colonne {headers} est lue comme le salaire brut de son mois. Une case vide n'y change rien.",
        "يُقرأ كل عمود من الأعمدة {headers} كأجر خام لشهره. الخانة الفارغة لا تغير شيئا.",
        "Each of the columns {headers} is read as the gross wage of its month. An empty cell changes nothing.",
    ),
    "month_twice": (
        "« {shown} » : une autre colonne donne un autre salaire pour le même mois. Laissez l'une des deux de côté.",
        "«{shown}»: عمود آخر يعطي أجرا آخر للشهر نفسه. اتركوا أحد العمودين جانبا.",
        "“{shown}”: another column gives another wage for the same month. Leave one of the two out.",
    ),
    "month_without_year": (
        "« {shown} » : le mois n'a pas d'année. Écrivez-la, ou indiquez la colonne des années.",
        "«{shown}»: الشهر بلا سنة. اكتبوها أو حددوا عمود السنوات.",
        "“{shown}”: the month has no year. Write it, or say which column holds the years.",
    ),
    "days_missing": (
        "Le nombre de jours manque. Ajoutez-le, zéro compris.",
        "عدد الأيام ناقص. أضيفوه ولو كان صفرا.",
        "The number of days is missing. Add it, zero included.",
    ),
    "college_missing": (
        "Le collège manque. Ajoutez-le : employés ou cadres.",
        "الهيئة الناخبة ناقصة. أضيفوها: المستخدمون أو الأطر.",
        "The electoral college is missing. Add it: employees or executives.",
    ),
    "college": (
        "« {shown} » n'est pas un collège connu : écrivez employés ou cadres.",
        "«{shown}» ليست هيئة ناخبة معروفة: اكتبوا المستخدمون أو الأطر.",
        "“{shown}” is no known college: write employees or executives.",
    ),
    "list_missing": (
        "La liste manque. Écrivez le syndicat, ou « sans appartenance ».",
        "اللائحة ناقصة. اكتبوا النقابة أو «بدون انتماء».",
        "The list is missing. Write the union, or “unaffiliated”.",
    ),
    "seat_kind": (
        "« {shown} » ne se lit pas : écrivez titulaire ou suppléant.",
        "لا يمكن قراءة «{shown}»: اكتبوا رسمي أو نائب.",
        "“{shown}” cannot be read: write full or alternate.",
    ),
    "ballot_sum": (
        "« {shown} » dépasse {more} : ni plus de votants que d'inscrits, ni plus de voix que de votants. Vérifiez.",
        "«{shown}» أكبر من {more}: لا يفوق المصوتون المسجلين ولا الأصوات المصوتين. تحققوا.",
        "“{shown}” exceeds {more}: no more voters than registered, no more votes than voters. Check.",
    ),
    "person_unknown": (
        "Personne à portée n'a ce numéro dans ce lieu de travail. Importez d'abord la liste des personnes.",
        "لا أحد في نطاقكم يحمل هذا الرقم في مكان الشغل هذا. استوردوا لائحة الأشخاص أولا.",
        "Nobody within reach has this number at this workplace. Bring in the list of people first.",
    ),
    "number_other_name": (
        "Ce numéro est celui de {known}, la ligne donne un autre nom. Vérifiez le numéro.",
        "هذا الرقم لـ{known}، والسطر يعطي اسما آخر. تحققوا من الرقم.",
        "This number belongs to {known}, the row gives another name. Check the number.",
    ),
    "offers_several": (
        "L'offre est lue dans la colonne « {read} » seule ; ces colonnes parlent aussi d'une offre : {others}. Si ce sont"
        " ses parties, ajoutez une colonne avec leur total ; sinon retirez celles qui ne valent plus.",
        "قرئ العرض في العمود «{read}» وحده؛ وهذه الأعمدة تتحدث أيضا عن عرض: {others}. إن كانت أجزاءه فأضيفوا عمودا"
        " بمجموعها، وإلا فاحذفوا ما لم يعد صالحا منها.",
        "The offer is read from the column “{read}” alone; these columns speak of an offer too: {others}. If they are its"
        " parts, add a column with their total; otherwise take out those that no longer hold.",
    ),
    "columns_alike": (
        "Colonnes non lues, car une autre dit déjà la même chose : {headers}. Si l'une d'elles est la bonne, retirez l'autre.",
        "أعمدة لم تقرأ لأن غيرها يذكر الشيء نفسه: {headers}. إن كان أحدها هو الصحيح فاحذفوا الآخر.",
        "Columns not read, for another already says the same: {headers}. If one of them is the right one, take the other"
        " out.",
    ),
}
