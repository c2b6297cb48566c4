"""The words of the papers in French and Arabic, said in the language that the person chose, whoever prints them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from union.cases.letters import FRAME
from union.cases.letters import LANGUAGES as LANGUAGES
from union.cases.letters import Pair as Pair
from union.cases.letters import articles as articles
from union.cases.letters import filled as filled
from union.cases.letters import money as money
from union.law.result import Code
from union.law.sources.source import day, number
from union.layoffs.records.contents import LayoffKind
from union.press.content import left_to_right, name

FACTS: dict[str, Pair] = {
    "employee_number": ("Matricule", "الرقم المهني"),
    "category": ("Catégorie", "الفئة"),
    "contract": ("Contrat", "العقد"),
    "hired_on": ("Embauché le", "تاريخ التشغيل"),
    "left_on": ("Dernier jour du contrat", "آخر يوم من العقد"),
    "notified_on": ("Lettre reçue le", "تاريخ تسلم المقرر"),
    "term_on": ("Terme écrit dans le CDD", "الأجل المكتوب في العقد المحدد المدة"),
    "monthly_gross": ("Salaire mensuel brut", "الأجر الشهري الخام"),
    "monthly_net": ("Salaire mensuel net", "الأجر الشهري الصافي"),
    "mean_gross": ("Salaire brut moyen des 52 semaines", "متوسط الأجر الخام خلال 52 أسبوعا"),
    "monthly_bonus": ("Dont primes et commissions", "منها المنح والعمولات"),
    "leave_days_due": ("Jours de congé restants", "أيام العطلة المتبقية"),
    "unpaid_days": ("Jours travaillés non payés", "أيام الشغل غير المؤدى عنها"),
    "mandate": ("Mandat", "الانتداب"),
    "offered": ("Montant proposé", "المبلغ المقترح"),
    "signed_on": ("Signé le", "تاريخ التوقيع"),
    "cdd_since": ("Premier des CDD qui se suivent", "أول العقود المحددة المدة المتتالية"),
    "cdd_motive": ("Cas que donne le CDD", "الحالة التي يذكرها العقد المحدد المدة"),
    "on_trial": ("Période d’essai en cours", "فترة اختبار سارية"),
    "agreed_notice_months": ("Préavis convenu, en mois", "أجل الإخطار المتفق عليه، بالأشهر"),
    "agreed_severance": ("Indemnité de licenciement convenue", "التعويض المتفق عليه عن الفصل"),
    "away_cause": ("Préavis suspendu par", "سبب توقف أجل الإخطار"),
    "away_from": ("Suspendu à partir du", "متوقف ابتداء من"),
    "away_until": ("Suspendu jusqu’au", "متوقف إلى غاية"),
    "leave_taken": ("Jours de congé pris dans l’année de service", "أيام العطلة المأخوذة خلال سنة الشغل الجارية"),
    "leave_taken_before": ("Jours pris l’année précédente", "الأيام المأخوذة في السنة السابقة"),
    "leave_taken_earlier": ("Jours pris l’année d’avant", "الأيام المأخوذة في السنة التي قبلها"),
    "monthly_hours": ("Heures par mois au contrat", "ساعات الشهر حسب العقد"),
    "unjustified_days": (
        "Jours d’absence injustifiée ou de grève illicite",
        "أيام الغياب غير المبرر أو الإضراب غير المشروع",
    ),
    "own_notice": ("Préavis de la démission", "أجل الإخطار عن الاستقالة"),
}
VALUES: dict[str, Pair] = {
    "employee": ("Employé", "مستخدم"),
    "executive": ("Cadre", "إطار"),
    "cdi": ("CDI", "عقد غير محدد المدة"),
    "cdd": ("CDD", "عقد محدد المدة"),
    "anapec": ("Contrat d’insertion (ANAPEC)", "عقد الإدماج (أنابيك)"),
    "agency": ("Intérim", "شغل مؤقت"),
    "unknown": ("Non indiqué", "غير مذكور"),
    "in_office": ("Mandat en cours", "انتداب سار"),
    "former": ("Ancien délégué, depuis moins de six mois", "مندوب سابق، منذ أقل من ستة أشهر"),
    "candidate": ("Candidat, depuis moins de trois mois", "مرشح، منذ أقل من ثلاثة أشهر"),
    "negotiated": ("Départs négociés", "مغادرات متفاوض بشأنها"),
    "collective": ("Licenciement collectif ou économique", "فصل جماعي أو لأسباب اقتصادية"),
    "closure": ("Fermeture sans autorisation", "إغلاق دون إذن"),
    "series": ("Licenciements individuels en série", "فصل فردي متتال"),
    "cdd_series": ("CDD non renouvelés en série", "عدم تجديد عقود محددة المدة بالجملة"),
    "resignations": ("Démissions sous pression", "استقالات تحت الضغط"),
    "transfer": ("Transfert de l’entreprise", "تغيير المشغل"),
    "replacement": ("Remplacement d’un absent", "تعويض أجير غائب"),
    "striker": ("Remplacement d’un gréviste", "تعويض مضرب"),
    "increase": ("Surcroît temporaire d’activité", "زيادة مؤقتة في النشاط"),
    "seasonal": ("Travail saisonnier", "شغل موسمي"),
    "opening": ("Ouverture ou lancement d’un produit", "فتح مؤسسة أو إطلاق منتوج"),
    "project": ("Chantier ou projet", "ورش أو مشروع"),
    "waiting_for_newcomer": ("En attendant un nouveau salarié", "في انتظار أجير جديد"),
    "post_abolished": ("Poste en voie de suppression", "منصب في طور الحذف"),
    "event": ("Événement temporaire", "حدث مؤقت"),
    "over_58": ("Salarié de 58 ans ou plus ayant perdu son emploi", "أجير يبلغ 58 سنة أو أكثر فقد شغله"),
    "work_incapacity": (
        "Incapacité due à un accident du travail ou à une maladie professionnelle",
        "عجز ناتج عن حادثة شغل أو مرض مهني",
    ),
    "childbirth": ("Accouchement", "الوضع"),
    "True": ("Oui", "نعم"),
    "False": ("Non", "لا"),
    "other": ("Autre raison que celles de la loi", "سبب غير أسباب القانون"),
    "none": ("Aucun", "لا شيء"),
}
HEADS: dict[Code, Pair] = {
    Code.NOTICE: ("Indemnité de préavis", "التعويض عن أجل الإخطار"),
    Code.SEVERANCE: ("Indemnité légale de licenciement", "التعويض القانوني عن الفصل"),
    Code.DAMAGES: (
        "Dommages-intérêts, si le juge tient la rupture pour abusive",
        "التعويض عن الضرر، إذا اعتبر القاضي الفصل تعسفيا",
    ),
    Code.LEAVE: ("Congés non pris", "العطلة غير المستنفدة"),
    Code.WAGES_DUE: ("Salaires dus", "الأجور المستحقة"),
    Code.REMAINING_TERM: ("Salaires jusqu’au terme du CDD", "الأجور إلى نهاية العقد المحدد المدة"),
    Code.IPE: ("Indemnité pour perte d’emploi", "التعويض عن فقدان الشغل"),
}
FIGURES: dict[str, Pair] = {
    "mean_52_weeks": ("Moyenne des 52 dernières semaines", "متوسط الأسابيع 52 الأخيرة"),
    "mean_partial": ("Moyenne des mois connus, pour information", "متوسط الأشهر المعروفة، على سبيل الإخبار"),
    "mean_without_absences": ("Moyenne sans les mois d’absence", "المتوسط دون أشهر الغياب"),
    "mean_with_doubtful": ("Moyenne avec les primes exceptionnelles", "المتوسط مع المنح الاستثنائية"),
    "leave_this_year": ("Congé de l’année de service en cours", "عطلة سنة الشغل الجارية"),
    "leave_year_whole": ("Congé d’une année de service entière", "عطلة سنة شغل كاملة"),
    "leave_under_six_months": ("Congé avant six mois de service", "عطلة أقل من ستة أشهر من الشغل"),
    "leave_seniority_by_month": (
        "Congé de l’année en cours, ancienneté au prorata des mois",
        "عطلة السنة الجارية، الأقدمية بتناسب مع الأشهر",
    ),
    "leave_seniority_whole": ("Congé de l’année en cours, ancienneté entière", "عطلة السنة الجارية، الأقدمية كاملة"),
    "leave_seniority_none": ("Congé de l’année en cours, sans ancienneté", "عطلة السنة الجارية، دون أقدمية"),
    "leave_seniority_this_year": ("Jours d’ancienneté comptés en entier", "أيام الأقدمية محتسبة كاملة"),
    "leave_seniority_pro_rata": ("Jours d’ancienneté au prorata", "أيام الأقدمية بالتناسب"),
    "smig_arrears": ("Salaire inférieur au SMIG", "أجر أقل من الحد الأدنى القانوني"),
    "wage_arrears": ("Salaire convenu non payé", "أجر متفق عليه لم يؤد"),
    "seniority_bonus_missing": ("Prime d’ancienneté non payée", "علاوة أقدمية غير مؤداة"),
}
ASSUMED: dict[str, Pair] = {
    "category": (
        "La liste ne donne pas la catégorie : le préavis plus court d’un employé est compté. Lire le contrat.",
        "لا تذكر اللائحة الفئة: احتسب أجل الإخطار الأقصر الخاص بالمستخدم. يرجع إلى العقد.",
    ),
    "contract": (
        "La liste ne donne pas le contrat : il est compté comme un CDI, qui est la règle.",
        "لا تذكر اللائحة نوع العقد: اعتبر عقدا غير محدد المدة، وهو الأصل.",
    ),
}
SAID: dict[str, Pair] = {
    "owed_to": ("Ce qui est dû à {name}", "ما يستحقه {name}"),
    "number": ("N° {number} de la liste de l’employeur", "الرقم {number} في لائحة المشغل"),
    "facts": ("Faits retenus", "المعطيات المعتمدة"),
    "lines": ("Ligne par ligne", "سطرا سطرا"),
    "what": ("Objet", "البيان"),
    "how": ("Comment c’est calculé", "طريقة الحساب"),
    "article": ("Article", "المادة"),
    "amount": ("Montant", "المبلغ"),
    "minimum": ("Minimum légal auquel l’offre est comparée", "الحد الأدنى القانوني الذي يقارن به العرض"),
    "minimum_compared": (
        "À titre de comparaison, un licenciement donnerait au moins",
        "على سبيل المقارنة، يترتب عن الفصل على الأقل",
    ),
    "offered": ("Proposé", "المقترح"),
    "short": ("Il manque", "الناقص"),
    "besides": ("Dû en plus, quoi qu’on signe", "مستحق بالإضافة مهما وقع"),
    "shown": ("Ce que montrent les bulletins et les congés", "ما تبينه أوراق الأداء والعطل"),
    "unsettled": ("Lecture que rien ne tranche", "قراءة لا يحسمها أي نص"),
    "judge": ("Ce qu’un juge peut ajouter", "ما قد يضيفه القاضي"),
    "allowance": ("Ce qu’un départ négocié peut faire perdre", "ما قد تضيعه المغادرة المتفاوض بشأنها"),
    "not_due": ("Ce qui n’est pas dû, et pourquoi", "ما ليس مستحقا، ولماذا"),
    "dates": ("Délais qui courent", "الآجال الجارية"),
    "protection": ("Protection du mandat", "حماية الانتداب"),
    "disguised": ("Ce CDD est peut-être un CDI", "قد يكون هذا العقد في الواقع عقدا غير محدد المدة"),
    "signed": ("Le document signé", "الوثيقة الموقعة"),
    "assumed": ("Ce qui a été supposé", "ما افترض في الحساب"),
    "uncomputed": ("Ce calcul n’est pas encore possible : {facts}.", "لا يمكن إجراء هذا الحساب بعد: {facts}."),
    "lacks": ("à vérifier dans la liste", "يجب التحقق من اللائحة"),
    "foot": (
        "Articles du Code du travail (loi 65-99) sauf autre texte nommé. Calculé le {day}, aux taux du {rates}. "
        "Un tribunal ou l’inspecteur du travail peut lire les faits autrement.",
        "مواد مدونة الشغل (القانون رقم 65-99) ما لم يذكر نص آخر. حسب في {day} وفق المقادير السارية في {rates}. "
        "للمحكمة أو مفتش الشغل أن يقرأ الوقائع على نحو آخر.",
    ),
    "lost_file": ("fiches manquantes", "بطاقات ناقصة"),
    "lost": ("Fiches qui manquent dans cette archive", "البطاقات الناقصة في هذا الملف المضغوط"),
    "lost_row": (
        "la ligne est endommagée et ne s’ouvre pas : ni sa fiche ni sa somme n’ont pu être établies.",
        "السطر متضرر ولا يفتح: تعذر إعداد بطاقته وحساب مبلغه.",
    ),
    "lost_what": (
        "Toutes les autres fiches sont dans l’archive. Demandez à la personne qui tient l’installation de restaurer ces "
        "lignes depuis la sauvegarde, puis refaites l’archive ; la liste de l’employeur, gardée sur papier, permet "
        "d’aviser ces personnes sans attendre.",
        "كل البطاقات الأخرى موجودة في الملف المضغوط. اطلبوا من المكلف بالنظام استرجاع هذه الأسطر من النسخة الاحتياطية ثم "
        "أعيدوا إعداد الملف؛ وتمكن لائحة المشغل الورقية من إخبار المعنيين بالأمر دون انتظار.",
    ),
    "lost_foot": ("Page de l’archive des fiches.", "صفحة من ملف البطاقات المضغوط."),
    "draft": FRAME["draft"],
}


def letter_sentence(key: str, language: str, **values: str) -> str:
    """One sentence of the table; `values` are written out already."""
    return filled(SAID[key], language, **values)


def goes_about(kind: LayoffKind, language: str) -> str:
    """How the employer goes about it, inside a sentence."""
    words = filled(VALUES[kind.value], language)
    return words if words[:2].isupper() else words[:1].lower() + words[1:]  # CDD stays in capitals


def written(value: object, fact: str, language: str) -> str:
    """The value of one fact as the paper shows it."""
    if isinstance(value, date):
        return filled(("{day}",) * 2, language, day=day(value, language))
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return money(Decimal(value), language) if fact in MONEY else left_to_right(number(value, language))
    if fact == "employee_number":
        return left_to_right(str(value))
    key = str(getattr(value, "value", value))
    return filled(VALUES[key], language) if key in VALUES else name(key)


MONEY = frozenset({"monthly_gross", "monthly_net", "mean_gross", "monthly_bonus", "offered", "agreed_severance"})
