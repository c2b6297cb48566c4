"""The periods that run in a case: how long, from what, counted how, and by which article."""

from dataclasses import dataclass
from enum import StrEnum

from union.law.sources.source import Status, Words


class Rule(StrEnum):
    """The periods known, by the act that they bound."""

    ACTION_AFTER_DISMISSAL = "action_after_dismissal"
    RECEIPT_DENUNCIATION = "receipt_denunciation"
    DISCIPLINARY_HEARING = "disciplinary_hearing"
    DECISION_NOTIFICATION = "decision_notification"
    WAGE_CLAIMS = "wage_claims"
    IPE_CLAIM = "ipe_claim"
    APPEAL = "appeal"
    ACCIDENT_REPORT = "accident_report"
    ACCIDENT_DECLARATION = "accident_declaration"
    WORK_CERTIFICATE = "work_certificate"
    DELEGATE_ANSWER = "delegate_answer"
    COLLECTIVE_AUTHORISATION = "collective_authorisation"
    UNION_INFORMATION = "union_information"
    STRIKE_NOTICE = "strike_notice"
    STRIKE_NOTICE_NATIONAL = "strike_notice_national"
    STRIKE_CLAIMS = "strike_claims"
    PREGNANCY_CERTIFICATE = "pregnancy_certificate"
    ELECTORAL_LIST_CLAIM = "electoral_list_claim"
    INSPECTOR_APPROVAL = "inspector_approval"
    SICKNESS_NOTICE = "sickness_notice"
    ACCIDENT_CERTIFICATE = "accident_certificate"
    LAST_WAGES_DISMISSED = "last_wages_dismissed"
    LAST_WAGES_RESIGNED = "last_wages_resigned"


class Count(StrEnum):
    """How a period is counted."""

    WITHIN = "within"
    """The first day is not counted, the last one is: the shorter reading, which the Code leaves open."""
    FRANCS = "francs"
    """Neither the first day nor the last is counted (CPC 512)."""
    EARLIEST = "earliest"
    """Full days must pass: the act may come on the day after the last of them (organic law 97-15, art 32)."""
    BEFORE = "before"
    """Counted back from a planned date."""


class Unit(StrEnum):
    """What a period is counted in."""

    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Period:
    """A length, how it is counted, whom it binds (us, employer, authority) and whether a letter can meet it."""

    length: int
    unit: Unit
    articles: tuple[str, ...]
    act: Words
    bound: str = "us"
    count: Count = Count.WITHIN
    by_letter: bool = False
    status: Status = Status.VERIFIED
    first_day_may_count: bool = False
    """True where the day it runs from was once counted in: the day before the last is safe."""


PERIODS: dict[Rule, Period] = {
    Rule.ACTION_AFTER_DISMISSAL: Period(
        90,
        Unit.DAYS,
        ("ct 65",),
        Words(
            "saisir le tribunal du licenciement", "رفع دعوى الفصل أمام المحكمة", "bring the dismissal before the court"
        ),
    ),
    Rule.RECEIPT_DENUNCIATION: Period(
        60,
        Unit.DAYS,
        ("ct 75",),
        Words(
            "dénoncer le reçu pour solde de tout compte, en précisant les droits réclamés",
            "التراجع عن التوصيل عن تصفية كل حساب مع تحديد الحقوق المطالب بها",
            "denounce the receipt for full settlement, naming the rights claimed",
        ),
        by_letter=True,
    ),
    Rule.DISCIPLINARY_HEARING: Period(
        8,
        Unit.DAYS,
        ("ct 62",),
        Words("entendre le salarié", "الاستماع إلى الأجير", "hear the employee"),
        bound="employer",
    ),
    Rule.DECISION_NOTIFICATION: Period(
        48,
        Unit.HOURS,
        ("ct 63",),
        Words("notifier la décision au salarié", "تبليغ المقرر إلى الأجير", "notify the decision to the employee"),
        bound="employer",
    ),
    Rule.WAGE_CLAIMS: Period(
        2,
        Unit.YEARS,
        ("ct 395", "doc 381", "doc 382", "doc 383", "doc 386"),
        Words(
            "réclamer les salaires, par écrit à date certaine ou en justice",
            "المطالبة بالأجور كتابة بتاريخ ثابت أو أمام القضاء",
            "claim the wages, in writing with a certain date or in court",
        ),
        by_letter=True,
    ),
    Rule.IPE_CLAIM: Period(
        60,
        Unit.DAYS,
        ("ipe",),
        Words(
            "demander l'indemnité pour perte d'emploi à la CNSS",
            "طلب التعويض عن فقدان الشغل لدى الصندوق الوطني للضمان الاجتماعي",
            "claim the job-loss allowance from the social security fund",
        ),
        status=Status.VERIFIED_2,
    ),
    Rule.APPEAL: Period(
        30,
        Unit.DAYS,
        ("cpc 19", "cpc 21", "cpc 287", "cpc 512"),
        Words("faire appel du jugement", "استئناف الحكم", "appeal against the judgment"),
        count=Count.FRANCS,
    ),
    Rule.ACCIDENT_REPORT: Period(
        48,
        Unit.HOURS,
        ("at 14",),
        Words("prévenir l'employeur de l'accident", "إشعار المشغل بالحادثة", "tell the employer of the accident"),
    ),
    Rule.ACCIDENT_DECLARATION: Period(
        5,
        Unit.DAYS,
        ("at 15",),
        Words("déclarer l'accident à l'assureur", "التصريح بالحادثة لدى المؤمن", "declare the accident to the insurer"),
        bound="employer",
    ),
    Rule.WORK_CERTIFICATE: Period(
        8,
        Unit.DAYS,
        ("ct 72",),
        Words("remettre le certificat de travail", "تسليم شهادة الشغل", "hand over the certificate of employment"),
        bound="employer",
    ),
    Rule.DELEGATE_ANSWER: Period(
        6,
        Unit.DAYS,
        ("ct 461",),
        Words(
            "répondre à la note des délégués dans le registre",
            "الجواب عن مذكرة المندوبين في السجل",
            "answer the delegates' note in the register",
        ),
        bound="employer",
    ),
    Rule.COLLECTIVE_AUTHORISATION: Period(
        2,
        Unit.MONTHS,
        ("ct 67",),
        Words(
            "décider de l'autorisation de licenciement", "البت في الإذن بالفصل", "decide on authorising the dismissals"
        ),
        bound="authority",
    ),
    Rule.UNION_INFORMATION: Period(
        1,
        Unit.MONTHS,
        ("ct 66",),
        Words(
            "informer les délégués et les représentants syndicaux",
            "إخبار مندوبي الأجراء والممثلين النقابيين",
            "inform the staff delegates and union representatives",
        ),
        bound="employer",
        count=Count.BEFORE,
    ),
    Rule.STRIKE_NOTICE: Period(
        5,
        Unit.DAYS,
        ("greve 14", "greve 32"),
        Words("commencer la grève", "بدء الإضراب", "start the strike"),
        count=Count.EARLIEST,
    ),
    Rule.STRIKE_NOTICE_NATIONAL: Period(
        7,
        Unit.DAYS,
        ("greve 14", "greve 32"),
        Words("commencer la grève nationale", "بدء الإضراب الوطني", "start the national strike"),
        count=Count.EARLIEST,
    ),
    Rule.STRIKE_CLAIMS: Period(
        15,
        Unit.DAYS,
        ("greve 13", "greve 32"),
        Words(
            "appeler à la grève après le dossier revendicatif",
            "الدعوة إلى الإضراب بعد الملف المطلبي",
            "call the strike after the list of claims",
        ),
        count=Count.EARLIEST,
    ),
    Rule.PREGNANCY_CERTIFICATE: Period(
        15,
        Unit.DAYS,
        ("ct 160",),
        Words(
            "envoyer le certificat de grossesse par lettre recommandée",
            "توجيه شهادة الحمل برسالة مضمونة",
            "send the pregnancy certificate by registered letter",
        ),
        by_letter=True,
    ),
    Rule.INSPECTOR_APPROVAL: Period(
        8,
        Unit.DAYS,
        ("ct 459",),
        Words(
            "approuver ou refuser la mesure contre un salarié protégé ; le silence ne vaut pas approbation",
            "الموافقة على الإجراء المتخذ في حق أجير محمي أو رفضه؛ والسكوت لا يعد موافقة",
            "approve or refuse the measure against somebody protected; silence is no approval",
        ),
        bound="authority",
    ),
    Rule.SICKNESS_NOTICE: Period(
        48,
        Unit.HOURS,
        ("ct 271",),
        Words(
            "prévenir l'employeur de l'absence pour maladie et la justifier",
            "إشعار المشغل بالتغيب بسبب المرض وتبريره",
            "tell the employer of the absence for sickness and justify it",
        ),
    ),
    Rule.ACCIDENT_CERTIFICATE: Period(
        24,
        Unit.HOURS,
        ("at 19",),
        Words(
            "remettre à l'employeur le certificat médical initial de l'accident, en trois exemplaires",
            "تسليم المشغل الشهادة الطبية الأولية للحادثة في ثلاث نسخ",
            "hand the employer the initial medical certificate of the accident, in three copies",
        ),
    ),
    Rule.LAST_WAGES_DISMISSED: Period(
        24,
        Unit.HOURS,
        ("ct 365",),
        Words(
            "payer les derniers salaires de qui est payé à l'heure ou à la journée et a été licencié",
            "أداء آخر الأجور لمن يتقاضى أجره بالساعة أو باليوم بعد فصله",
            "pay the last wages of somebody paid by the hour or the day who was dismissed",
        ),
        bound="employer",
    ),
    Rule.LAST_WAGES_RESIGNED: Period(
        72,
        Unit.HOURS,
        ("ct 365",),
        Words(
            "payer les derniers salaires de qui est payé à l'heure ou à la journée et est parti de lui-même",
            "أداء آخر الأجور لمن يتقاضى أجره بالساعة أو باليوم وغادر من تلقاء نفسه",
            "pay the last wages of somebody paid by the hour or the day who left",
        ),
        bound="employer",
    ),
    Rule.ELECTORAL_LIST_CLAIM: Period(
        8,
        Unit.DAYS,
        ("ct 441",),
        Words(
            "réclamer contre la liste électorale affichée",
            "تقديم الشكاية بشأن اللائحة الانتخابية المعلقة",
            "claim against the electoral list that was posted",
        ),
        first_day_may_count=True,
    ),
}
