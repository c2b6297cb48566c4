"""The sentences that explain how a period was counted, and which arguments remain once it has run out."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from union.law.dates.calendar import DAY, holiday, is_working_day
from union.law.dates.periods import Count, Period, Rule, Unit
from union.law.sources.source import LANGUAGES, Words, weekday, words

_LENGTHS = {
    Unit.HOURS: ("{n} heures", "{n} ساعة", "{n} hours"),
    Unit.DAYS: ("{n} jours", "{n} يوما", "{n} days"),
    Unit.MONTHS: ("{n} mois", "{n} أشهر", "{n} months"),
    Unit.YEARS: ("{n} ans", "{n} سنة", "{n} years"),
}
# Arabic counts from three to ten with the plural, and has words of its own for one and two.
_FEW = {
    (1, Unit.MONTHS): ("1 mois", "شهر واحد", "1 month"),
    (2, Unit.MONTHS): ("2 mois", "شهران", "2 months"),
    (2, Unit.YEARS): ("2 ans (730 jours)", "سنتان (730 يوما)", "2 years (730 days)"),
    (5, Unit.DAYS): ("5 jours", "5 أيام", "5 days"),
    (6, Unit.DAYS): ("6 jours", "6 أيام", "6 days"),
    (7, Unit.DAYS): ("7 jours", "7 أيام", "7 days"),
    (8, Unit.DAYS): ("8 jours", "8 أيام", "8 days"),
}
_COUNTED = {
    Count.WITHIN: (
        "{length} pour {act}, comptés du {start}, ce jour non compris : jusqu'au {legal}.",
        "{length} من أجل {act}، ابتداء من {start} دون احتساب هذا اليوم: إلى غاية {legal}.",
        "{length} to {act}, counted from {start}, that day left out: until {legal}.",
    ),
    Count.FRANCS: (
        "{length} francs pour {act}, comptés du {start}, ni ce jour ni le dernier ne comptant : jusqu'au {legal}.",
        "أجل كامل مدته {length} من أجل {act}، ابتداء من {start} دون احتساب اليوم الأول ولا الأخير: إلى غاية {legal}.",
        "{length} in full to {act}, counted from {start}, neither the first day nor the last counted: until {legal}.",
    ),
    Count.EARLIEST: (
        "Pour {act} : {length} pleins doivent passer après le {start}, donc pas avant le {legal}.",
        "من أجل {act}: يجب أن ينقضي أجل كامل مدته {length} بعد {start}، أي ليس قبل {legal}.",
        "To {act}: {length} in full must pass after {start}, so not before {legal}.",
    ),
    Count.BEFORE: (
        "{length} au moins avant le {start} pour {act} : au plus tard le {legal}.",
        "{length} على الأقل قبل {start} من أجل {act}: في أجل أقصاه {legal}.",
        "{length} at least before {start} to {act}: by {legal} at the latest.",
    ),
}
_FROM_MIDNIGHT = (
    "{length} pour {act} ; l'heure n'étant pas connue, elles sont comptées du {start} à 0 h : jusqu'à la fin du {end}.",
    "{length} من أجل {act}؛ وبما أن الساعة غير معروفة، تحتسب ابتداء من {start} على الساعة 0: إلى نهاية {end}.",
    "{length} to {act}; the hour not being known, they are counted from {start} at 00:00: until the end of {end}.",
)
_TO_MIDNIGHT = (
    "{length} pour {act}, à partir du {start}, jusqu'au {legal} ; l'heure n'étant pas connue, le retard n'est certain qu'à partir du {late} à 0 h.",
    "{length} من أجل {act} ابتداء من {start} إلى غاية {legal}؛ وبما أن الساعة غير معروفة، لا يكون التأخر أكيدا إلا ابتداء من {late} على الساعة 0.",
    "{length} to {act} from {start}, until {legal}; the hour not being known, it is late for certain only from {late} at 00:00.",
)
PRUDENT = (
    "Gardé par prudence : les articles 62 à 65 sont dans la section du licenciement disciplinaire, et aucune décision lue ne dit s'ils valent sans faute alléguée.",
    "يحتفظ به احتياطا: المواد من 62 إلى 65 واردة في باب الفصل التأديبي، ولم نقرأ أي قرار يبين هل تسري دون خطأ منسوب إلى الأجير.",
    "Kept by prudence: articles 62 to 65 stand in the section of the disciplinary dismissal, and no decision read says whether they hold where no fault is alleged.",
)
_TO_THE_HOUR = (
    "{length} pour {act}, comptées du {start} à {hour} : jusqu'au {legal} à {hour}.",
    "{length} من أجل {act}، ابتداء من {start} على الساعة {hour}: إلى غاية {legal} على الساعة {hour}.",
    "{length} to {act}, counted from {start} at {hour}: until {legal} at {hour}.",
)
_SAFE = (
    "Ne comptez pas sur : {days}. Agissez au plus tard le {safe}.",
    "لا تعتمدوا على: {days}. بادروا في أجل أقصاه {safe}.",
    "Do not rely on: {days}. Act by {safe} at the latest.",
)
_LATER = (
    "Pour rester sûr, pas avant le {safe}.",
    "للاحتياط، ليس قبل {safe}.",
    "To stay safe, not before {safe}.",
)
_MIDNIGHT = (
    "Cela finit à la première minute de ce jour : agissez au plus tard le {safe}.",
    "ينتهي هذا الأجل في أول دقيقة من ذلك اليوم: بادروا في أجل أقصاه {safe}.",
    "It ends in the first minute of that day: act by {safe} at the latest.",
)
_POST = (
    "Par lettre recommandée : postez-la au plus tard le {post}.",
    "بالرسالة المضمونة: أودعوها في البريد في أجل أقصاه {post}.",
    "By registered letter: post it by {post} at the latest.",
)
_IDLE = {
    Unit.DAYS: (
        "L'heure indiquée ({hour}) ne change rien : ce délai se compte en jours entiers.",
        "الساعة المذكورة ({hour}) لا تغير شيئا: يحسب هذا الأجل بالأيام الكاملة.",
        "The hour given ({hour}) changes nothing: this period is counted in whole days.",
    ),
    Unit.MONTHS: (
        "L'heure indiquée ({hour}) ne change rien : ce délai se compte en mois.",
        "الساعة المذكورة ({hour}) لا تغير شيئا: يحسب هذا الأجل بالأشهر.",
        "The hour given ({hour}) changes nothing: this period is counted in months.",
    ),
    Unit.YEARS: (
        "L'heure indiquée ({hour}) ne change rien : ce délai se compte en années.",
        "الساعة المذكورة ({hour}) لا تغير شيئا: يحسب هذا الأجل بالسنوات.",
        "The hour given ({hour}) changes nothing: this period is counted in years.",
    ),
}
RESERVE = (
    "Argument de réserve seulement : compté en délai franc ou prolongé au jour ouvrable, le délai irait jusqu'au {reserve}.",
    "حجة احتياطية فقط: إذا احتسب الأجل كاملا أو مدد إلى يوم عمل، فإنه يمتد إلى {reserve}.",
    "Reserve argument only: counted in full days or carried to a working day, the period would run until {reserve}.",
)

_POSTED = (
    "Le calendrier de 2021 comptait le jour de l'affichage : le {day} est sûr.",
    "احتسب جدول 2021 يوم التعليق: {day} مضمون.",
    "The calendar of 2021 counted the day of posting: {day} is safe.",
)
_INJUNCTION = (
    "Si les travaux nécessaires ou le service minimum ne sont pas convenus, il faut une ordonnance de référé avant de commencer.",
    "إذا لم يتفق على الأشغال الضرورية أو الحد الأدنى من الخدمة، وجب الحصول على أمر استعجالي قبل البدء.",
    "If the necessary work or the minimum service is not agreed, an order of the urgent-applications judge is needed before starting.",
)
_CAUTIONS: dict[Rule, tuple[str, str, str]] = {
    Rule.UNION_INFORMATION: (
        "Le texte arabe, qui fait foi, compte ce mois avant d'engager la procédure, donc avant la demande au gouverneur ; le texte français, avant le premier départ. Aucune décision lue ne tranche.",
        "يحسب النص العربي المعتمد هذا الشهر قبل الشروع في المسطرة، أي قبل تقديم الطلب إلى العامل؛ ويحسبه النص الفرنسي قبل أول مغادرة. ولم نقرأ أي قرار يحسم ذلك.",
        "The Arabic text, which governs, counts this month before starting the procedure, hence before the request to the governor; the French one before the first exit. No decision read settles it.",
    ),
    Rule.STRIKE_NOTICE: _INJUNCTION,
    Rule.STRIKE_NOTICE_NATIONAL: _INJUNCTION,
    Rule.STRIKE_CLAIMS: _INJUNCTION,
    Rule.APPEAL: (
        "Sous 20 000 DH l'appel est incertain : l'article 19 l'ouvre devant la chambre d'appel du tribunal, l'article 21 dit le jugement définitif. Réclamez tous les chefs ensemble.",
        "دون 20 000 درهم يبقى الاستئناف غير مؤكد: الفصل 19 يفتحه أمام غرفة الاستئناف بالمحكمة، والفصل 21 يجعل الحكم انتهائيا. طالبوا بجميع المستحقات في دعوى واحدة.",
        "Under 20,000 DH the appeal is uncertain: article 19 opens it before the court's own appeals chamber, article 21 calls the judgment final. Claim all heads together.",
    ),
    Rule.SICKNESS_NOTICE: (
        "Un avis tardif fait traiter l'absence comme un départ, certificat ou non (Cass. soc. 21/09/2016 n° 2033, dossier 1132/5/1/2015 ; 08/12/2011 n° 1772, dossier 838/2010/1/5) : ne vous fiez pas au certificat seul, prévenez par deux voies datées.",
        "الإشعار المتأخر يجعل التغيب في حكم المغادرة، ولو مع شهادة طبية (محكمة النقض، الغرفة الاجتماعية، 21/09/2016 عدد 2033، الملف 1132/5/1/2015؛ 08/12/2011 عدد 1772، الملف 838/2010/1/5): لا تعتمدوا على الشهادة وحدها، وأشعروا المشغل بوسيلتين ثابتتي التاريخ.",
        "A late notice makes the absence count as leaving, certificate or not (Cour de cassation, social, 21/09/2016 n° 2033, file 1132/5/1/2015; 08/12/2011 n° 1772, file 838/2010/1/5): do not rely on the certificate alone, tell by two dated channels.",
    ),
}

_ASK = (
    "Rien n'est perdu d'avance, demandez au service juridique : {what}",
    "لا شيء ضائع مسبقا، استشيروا المصلحة القانونية: {what}",
    "Nothing is lost beforehand, ask the legal team: {what}",
)
_REMAINS: dict[Rule, tuple[str, str, str]] = {
    Rule.ACTION_AFTER_DISMISSAL: (
        "si le salarié n'a pas été entendu ou si la lettre ne mentionne pas les 90 jours, l'article 65 ne peut lui être opposé et les deux ans de l'article 395 s'appliquent (Cour suprême soc. 15/11/2006, dossier 968/5/1/2006, numéro non trouvé).",
        "إذا لم يستمع إلى الأجير أو لم يذكر المقرر أجل 90 يوما، فلا يحتج ضده بالمادة 65 ويسري التقادم بسنتين (المادة 395؛ المجلس الأعلى، الغرفة الاجتماعية، 15/11/2006، الملف 968/5/1/2006، لم يعثر على العدد).",
        "if the employee was not heard or the letter does not state the 90 days, article 65 cannot be held against them and the two years of article 395 apply (Cour suprême, social, 15/11/2006, file 968/5/1/2006, number not found).",
    ),
    Rule.RECEIPT_DENUNCIATION: (
        "un reçu sans ses mentions est nul (articles 73 et 74), toute renonciation à un paiement dû l'est aussi, et les deux ans de l'article 395 courent.",
        "التوصيل الخالي من بياناته باطل (المادتان 73 و74)، وكل تنازل عن أداء مستحق باطل كذلك، ويسري التقادم بسنتين (المادة 395).",
        "a receipt without its statements is void (articles 73 and 74), so is any waiver of a payment due, and the two years of article 395 run.",
    ),
    Rule.WAGE_CLAIMS: (
        "toute réclamation à date certaine qui met en demeure a interrompu les deux ans, même devant un juge incompétent ou nulle en la forme (DOC, article 381), comme une reconnaissance ou un paiement partiel à date certaine (article 382) ; deux ans entiers courent alors de nouveau (article 383).",
        "كل مطالبة ثابتة التاريخ تجعل المشغل في حالة مطل تقطع أجل السنتين، ولو رفعت أمام قاض غير مختص أو كانت باطلة شكلا (ظهير الالتزامات والعقود، الفصل 381)، وكذلك الاعتراف أو الأداء الجزئي الثابت التاريخ (الفصل 382)؛ وتسري حينئذ مدة جديدة من سنتين كاملتين (الفصل 383).",
        "any claim with a certain date that puts in default interrupted the two years, even before the wrong judge or void in form (Code of obligations, article 381), as did an acknowledgment or a part payment of certain date (article 382); a new full two years then run (article 383).",
    ),
    Rule.IPE_CLAIM: (
        "la force majeure excuse le retard.",
        "القوة القاهرة تبرر التأخير.",
        "force majeure excuses the delay.",
    ),
    Rule.ACCIDENT_REPORT: (
        "un motif légitime excuse le retard, et l'action se prescrit par cinq ans (loi 18-12, article 180).",
        "السبب المشروع يبرر التأخير، وتتقادم الدعوى بخمس سنوات (القانون 18-12، المادة 180).",
        "a legitimate reason excuses the delay, and the action lasts five years (law 18-12, article 180).",
    ),
}


def caution(rule: Rule) -> Words | None:
    """What has to be known before anyone relies on the period; None where there is nothing."""
    return words(*_CAUTIONS[rule]) if rule in _CAUTIONS else None


def because(
    period: Period, start: date, legal: date, safe: date, hour: time | None, announced: Mapping[date, str]
) -> Words:
    """How the period was counted and, where the act is ours, which days not to rely on."""
    fr, ar, en = _FEW.get((period.length, period.unit), _LENGTHS[period.unit])
    length = words(fr, ar, en, n=period.length)
    in_hours = _TO_THE_HOUR if hour is not None else _FROM_MIDNIGHT if period.bound == "us" else _TO_MIDNIGHT
    pattern = in_hours if period.unit is Unit.HOURS else _COUNTED[period.count]
    said = words(
        *pattern,
        length=length,
        act=period.act,
        start=start,
        legal=_named(legal),
        end=_named(legal - DAY),
        late=_named(legal + DAY),
        hour="" if hour is None else f"{hour:%H:%M}",
    )
    if period.count is Count.EARLIEST:
        return said if safe == legal else joined(said, words(*_LATER, safe=_named(safe)))
    if safe == legal or period.bound != "us":
        return said
    if period.unit is Unit.HOURS and hour is None:
        legal -= DAY
        if safe == legal:
            return said
    if period.first_day_may_count:
        said, legal = joined(said, words(*_POSTED, day=_named(legal - DAY))), legal - DAY
        if safe == legal:
            return said
    skipped = [legal - timedelta(days=n) for n in range((legal - safe).days)]
    closed = [day for day in skipped if not is_working_day(day, announced)]
    if not closed:
        return joined(said, words(*_MIDNIGHT, safe=_named(safe)))
    return joined(said, words(*_SAFE, days=_listed(closed, announced), safe=_named(safe)))


def post_words(post: date) -> Words:
    """When to post the registered letter."""
    return words(*_POST, post=_named(post))


def idle_words(period: Period, hour: time) -> Words:
    """That an hour plays no part in a period counted in days, months or years."""
    return words(*_IDLE[period.unit], hour=f"{hour:%H:%M}")


def reserve_words(reserve: date) -> Words:
    """What the reserve argument would give."""
    return words(*RESERVE, reserve=_named(reserve))


def remains(rule: Rule) -> Words | None:
    """Which arguments remain after the legal date; None for a period that binds somebody else."""
    return words(*_ASK, what=words(*_REMAINS[rule])) if rule in _REMAINS else None


def joined(*sentences: Words) -> Words:
    """Sentences one after the other."""
    return Words(*(" ".join(each.say(language) for each in sentences) for language in LANGUAGES))


def _named(day: date) -> Words:
    return Words(*(weekday(day, language) for language in LANGUAGES))


def _listed(days: list[date], announced: Mapping[date, str]) -> Words:
    texts = []
    for language in LANGUAGES:
        parts = []
        for day in days:
            name = holiday(day, announced)
            parts.append(weekday(day, language) + (f" ({name.say(language)})" if name else ""))
        texts.append(("، " if language == "ar" else ", ").join(parts))
    return Words(*texts)
