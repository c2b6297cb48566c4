"""The registry of every article the engine cites, with its text's name and its subject in three languages."""

from dataclasses import dataclass
from functools import lru_cache

from union.law.source import Words

TEXTS = {
    "ct": Words("Code du travail (loi 65-99)", "مدونة الشغل (القانون رقم 65-99)", "Labour Code (law 65-99)"),
    "preavis": Words(
        "décret 2-04-469 du 29 décembre 2004", "المرسوم رقم 2-04-469", "decree 2-04-469 of 29 December 2004"
    ),
    "fetes": Words(
        "décret 2-04-426, modifié en 2023 et 2026",
        "المرسوم رقم 2-04-426 كما عدل في 2023 و2026",
        "decree 2-04-426, amended in 2023 and 2026",
    ),
    "mandat": Words("décret 2-08-421 du 16 janvier 2009", "المرسوم رقم 2-08-421", "decree 2-08-421 of 16 January 2009"),
    "doc": Words("Dahir des obligations et contrats", "ظهير الالتزامات والعقود", "Code of obligations and contracts"),
    "cpc": Words("Code de procédure civile (1974)", "قانون المسطرة المدنية (1974)", "Code of civil procedure (1974)"),
    "greve": Words("loi organique 97-15", "القانون التنظيمي رقم 97-15", "organic law 97-15"),
    "at": Words("loi 18-12", "القانون رقم 18-12", "law 18-12"),
    "ipe": Words("loi 03-14", "القانون رقم 03-14", "law 03-14"),
    "donnees": Words("loi 09-08", "القانون رقم 09-08", "law 09-08"),
}

# text number | French subject | Arabic subject | English subject
_ROWS = """
ct 9 | Liberté syndicale et non-discrimination | الحرية النقابية وعدم التمييز | Freedom of association and no discrimination
ct 11 | Dispositions plus favorables | المقتضيات الأكثر فائدة للأجير | More favourable terms prevail
ct 13 | Période d'essai : rupture | فترة الاختبار: الإنهاء | Trial period: how it ends
ct 14 | Période d'essai : durée | فترة الاختبار: المدة | Trial period: length
ct 16 | Cas du contrat à durée déterminée | حالات عقد الشغل المحدد المدة | When a fixed-term contract is allowed
ct 17 | Ouverture d'entreprise et maintien après le terme | فتح مقاولة والاستمرار بعد انتهاء المدة | Opening of an enterprise and work past the term
ct 18 | Preuve du contrat par tous moyens | إثبات عقد الشغل بجميع الوسائل | Proof of the contract by any means
ct 19 | Maintien des contrats en cas de transfert | استمرار العقود عند تغيير المشغل | Contracts survive a transfer of undertaking
ct 24 | Sécurité, santé et dignité des salariés | سلامة الأجراء وصحتهم وكرامتهم | Safety, health and dignity of employees
ct 33 | Rupture anticipée du CDD | الإنهاء المبكر لعقد الشغل المحدد المدة | Early break of a fixed-term contract
ct 34 | Cessation du CDI et démission | إنهاء العقد غير المحدد المدة والاستقالة | End of an open-ended contract and resignation
ct 36 | Motifs interdits de sanction ou de licenciement | الأسباب غير المقبولة للعقوبة أو الفصل | Banned grounds of sanction or dismissal
ct 37 | Sanctions disciplinaires | العقوبات التأديبية | Disciplinary sanctions
ct 38 | Gradation des sanctions | التدرج في العقوبات | Sanctions step by step
ct 39 | Fautes graves du salarié | الأخطاء الجسيمة للأجير | Serious misconduct of the employee
ct 40 | Fautes graves de l'employeur | الأخطاء الجسيمة للمشغل | Serious misconduct of the employer
ct 41 | Dommages-intérêts et conciliation préliminaire | التعويض عن الضرر والصلح التمهيدي | Damages and preliminary conciliation
ct 42 | Contrôle judiciaire des sanctions | خضوع القرارات التأديبية لمراقبة القضاء | Courts review disciplinary decisions
ct 43 | Préavis | أجل الإخطار | Notice
ct 44 | Point de départ du préavis | بداية أجل الإخطار | Start of the notice
ct 47 | Obligations pendant le préavis | الالتزامات أثناء أجل الإخطار | Duties during the notice
ct 51 | Indemnité de préavis | التعويض عن أجل الإخطار | Pay in lieu of notice
ct 52 | Droit à l'indemnité de licenciement | الحق في التعويض عن الفصل | Right to severance pay
ct 53 | Montant de l'indemnité de licenciement | مقدار التعويض عن الفصل | Amount of severance pay
ct 55 | Salaire de base de l'indemnité | الأجر المعتمد لحساب التعويض | Pay that the severance is counted on
ct 56 | Salaire minimum de calcul | الحد الأدنى للأجر المعتمد | Minimum pay of the calculation
ct 57 | Éléments du salaire de calcul | عناصر الأجر المعتمد | What counts as pay
ct 58 | Majoration de 100 % pour les délégués | الزيادة بنسبة 100% لمندوبي الأجراء | Doubled for staff delegates
ct 59 | Cumul des indemnités | الجمع بين التعويضات | Indemnities add up
ct 61 | Faute grave : ni préavis ni indemnité | الخطأ الجسيم: لا إخطار ولا تعويض | Serious misconduct: neither notice nor indemnity
ct 62 | Audition du salarié | جلسة الاستماع إلى الأجير | Hearing of the employee
ct 63 | Notification de la décision et charge de la preuve | تبليغ المقرر وعبء الإثبات | Notification of the decision and burden of proof
ct 64 | Contenu de la décision, copie à l'inspecteur | مضمون المقرر ونسخة لمفتش الشغل | Contents of the decision, copy to the inspector
ct 65 | Action dans les quatre-vingt-dix jours | رفع الدعوى داخل تسعين يوما | Action within ninety days
ct 66 | Licenciement économique : information et consultation | الفصل لأسباب اقتصادية: الإخبار والتشاور | Economic dismissal: information and consultation
ct 67 | Autorisation du gouverneur | إذن العامل | Governor's authorisation
ct 70 | Effets du licenciement économique | آثار الفصل لأسباب اقتصادية | Effects of the economic dismissal
ct 71 | Ordre des licenciements et réembauchage | ترتيب الفصل وأسبقية إعادة التشغيل | Order of dismissals and rehire priority
ct 72 | Certificat de travail | شهادة الشغل | Certificate of employment
ct 73 | Reçu pour solde de tout compte et renonciation | التوصيل عن تصفية كل حساب والتنازل | Receipt for full settlement and waiver
ct 74 | Mentions du reçu | بيانات التوصيل | What the receipt must state
ct 75 | Dénonciation dans les soixante jours | مراجعة التوصيل داخل ستين يوما | Denunciation within sixty days
ct 76 | Effet du reçu dénoncé | أثر التوصيل بعد مراجعته | Effect of a denounced receipt
ct 152 | Congé de maternité | إجازة الولادة | Maternity leave
ct 159 | Protection de la grossesse | حماية الأجيرة الحامل | Protection of pregnancy
ct 160 | Certificat dans les quinze jours | الإدلاء بالشهادة داخل خمسة عشر يوما | Certificate within fifteen days
ct 184 | Durée normale du travail | مدة الشغل العادية | Normal hours of work
ct 201 | Majorations des heures supplémentaires | الزيادة عن الساعات الإضافية | Overtime increases
ct 217 | Jours de fêtes payés et jours fériés | أيام الأعياد المؤدى عنها وأيام العطل | Paid holidays
ct 224 | Travail un jour férié | الشغل في يوم عيد | Work on a holiday
ct 231 | Durée du congé annuel payé | مدة العطلة السنوية المؤدى عنها | Length of paid annual leave
ct 238 | Mois de travail : 26 jours ou 191 heures | شهر الشغل: 26 يوما أو 191 ساعة | Month of work: 26 days or 191 hours
ct 246 | Ordre des départs en congé | ترتيب تواريخ العطل | Order of leave
ct 249 | Indemnité de congé payé | تعويض العطلة المؤدى عنها | Pay during leave
ct 251 | Indemnité compensatrice de congé | التعويض عن عدم التمتع بالعطلة | Pay for untaken leave
ct 252 | Congé : moins de six mois de service | العطلة: أقل من ستة أشهر من الشغل | Leave: under six months of service
ct 254 | Congé dû quelle que soit la cause de la rupture | التعويض عن العطلة مهما كان سبب الإنهاء | Leave owed whatever the cause of the break
ct 271 | Maladie : avis dans les quarante-huit heures | المرض: الإشعار داخل ثمان وأربعين ساعة | Sickness: notice within forty-eight hours
ct 336 | Comité de sécurité et d'hygiène | لجنة السلامة وحفظ الصحة | Health and safety committee
ct 350 | Prime d'ancienneté | علاوة الأقدمية | Seniority bonus
ct 356 | Salaire minimum légal | الحد الأدنى القانوني للأجر | Statutory minimum wage
ct 363 | Périodicité de la paie | دورية أداء الأجور | When wages are paid
ct 365 | Salaires dus à la fin du contrat | أداء الأجور عند انتهاء العقد | Last wages
ct 370 | Bulletin de paie | ورقة الأداء | Payslip
ct 395 | Prescription de deux ans | التقادم بسنتين | Two-year limitation
ct 397 | Interdiction de l'ingérence | منع التدخل في شؤون النقابات | Interference is banned
ct 428 | Entrave à l'exercice du droit syndical | عرقلة ممارسة الحق النقابي | Obstruction of union rights
ct 432 | Réclamations individuelles | الشكايات الفردية | Individual grievances
ct 457 | Mesure contre un délégué : accord de l'inspecteur | الإجراء في حق مندوب الأجراء: موافقة مفتش الشغل | Measure against a delegate: inspector's approval
ct 458 | Anciens délégués et candidats | قدماء المندوبين والمرشحون | Former delegates and candidates
ct 459 | Décision de l'inspecteur dans les huit jours | قرار مفتش الشغل داخل ثمانية أيام | Inspector decides within eight days
ct 460 | Réunion mensuelle des délégués | الاجتماع الشهري للمندوبين | Monthly meeting of delegates
ct 461 | Note écrite et réponse dans les six jours | المذكرة الكتابية والجواب داخل ستة أيام | Written note and answer within six days
ct 462 | Sanctions de l'entrave aux délégués | عقوبات عرقلة عمل المندوبين | Penalties for obstructing delegates
ct 472 | Protection du représentant syndical | حماية الممثل النقابي | Protection of the union representative
ct 532 | Missions de l'inspecteur, conciliation | مهام مفتش الشغل والصلح | Inspector's tasks, conciliation
preavis 1 | Durée du préavis | مدة أجل الإخطار | Length of notice
fetes 1 | Liste des jours de fêtes payés | لائحة أيام الأعياد المؤدى عنها | List of paid holidays
mandat 1 | Durée du mandat des délégués | مدة انتداب مندوبي الأجراء | Length of the delegates' mandate
doc 131 | Le premier jour ne compte pas | عدم احتساب اليوم الأول | The first day is not counted
doc 132 | Semaine, mois et année en jours | الأسبوع والشهر والسنة بالأيام | Week, month and year in days
doc 133 | Échéance un jour férié | حلول الأجل في يوم عطلة | Period ending on a holiday
doc 381 | Interruption de la prescription | قطع التقادم | Limitation interrupted
doc 386 | Prescription comptée par jours entiers | احتساب التقادم بالأيام الكاملة | Limitation counted in full days
doc 1098 | Transaction | الصلح | Settlement
cpc 287 | Appel en matière sociale | الاستئناف في المادة الاجتماعية | Appeal in social matters
cpc 512 | Délais francs | الآجال الكاملة | Full (clear) periods
greve 13 | Négociation avant l'appel à la grève | التفاوض قبل الدعوة إلى الإضراب | Talks before the strike call
greve 14 | Préavis de grève | تبليغ قرار الإضراب | Strike notice
greve 32 | Délais francs | الآجال الكاملة | Full (clear) periods
at 3 | Accident du travail, y compris l'atteinte psychologique | حادثة الشغل بما فيها الإصابة النفسية | Work accident, psychological injury included
at 14 | Avis de la victime à l'employeur | إشعار المشغل من طرف المصاب | Victim tells the employer
at 180 | Prescription de cinq ans | التقادم بخمس سنوات | Five-year limitation
at 15 | Déclaration de l'employeur | تصريح المشغل | Employer's declaration
ipe | Indemnité pour perte d'emploi | التعويض عن فقدان الشغل | Job-loss allowance
donnees 3 | Loyauté et proportionnalité des traitements | نزاهة المعالجة وتناسبها | Fair and proportionate processing
donnees 5 | Information des personnes | إخبار الأشخاص المعنيين | Information of the persons
"""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: the key of its text, its number (empty: the whole text is cited), and what it is about."""

    text: str
    number: str
    subject: Words

    @property
    def name(self) -> Words:
        """The text's name."""
        return TEXTS[self.text]


def _read(row: str) -> tuple[str, Article]:
    place, fr, ar, en = (part.strip() for part in row.split(" | "))
    text, _, number = place.partition(" ")
    return place, Article(text, number, Words(fr, ar, en))


ARTICLES: dict[str, Article] = dict(_read(row) for row in _ROWS.strip().splitlines())


@lru_cache(maxsize=256)
def cite(keys: tuple[str, ...]) -> Words:
    """How the articles `("ct 52", "ct 53", "preavis 1")` are cited, grouped by text; KeyError for an unknown one."""
    groups: dict[str, list[str]] = {}
    for key in keys:
        found = ARTICLES[key]
        groups.setdefault(found.text, []).extend([found.number] if found.number else [])
    return Words(
        " ; ".join(TEXTS[text].fr + (f", art. {', '.join(n)}" if n else "") for text, n in groups.items()),
        "؛ ".join(TEXTS[text].ar + _numbered("، المادة ", "، المواد ", n, "، ") for text, n in groups.items()),
        "; ".join(TEXTS[text].en + _numbered(", art. ", ", arts ", n, ", ") for text, n in groups.items()),
    )


def _numbered(one: str, several: str, numbers: list[str], comma: str) -> str:
    """The numbers with the word for one article or for several; nothing where the text is cited as a whole."""
    return f"{one if len(numbers) == 1 else several}{comma.join(numbers)}" if numbers else ""
