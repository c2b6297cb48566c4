"""Words of a claim, for the page and for the paper: its papers with how sure each is, their states, the checklist's own."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.law.procedure.findings import ANSWERS, State
from union.law.sources.source import Status, Words
from union.papers.jobloss.models import Got, Paper

PAPERS: dict[Paper, tuple[Words, Status]] = {
    Paper.RECORD: (
        Words(
            "Procès-verbal de l’inspecteur du travail avec le motif et la date",
            "محضر مفتش الشغل مع السبب والتاريخ",
            "Record of the labour inspector with the motive and the date",
        ),
        Status.VERIFIED_2,
    ),
    Paper.FORM: (
        Words("Formulaire de demande de la CNSS", "مطبوع الطلب الخاص بالصندوق", "Claim form of the fund (CNSS)"),
        Status.UNVERIFIED,
    ),
    Paper.IDENTITY: (
        Words("Copie de la carte nationale", "نسخة من البطاقة الوطنية", "Copy of the identity card"),
        Status.UNVERIFIED,
    ),
    Paper.CERTIFICATE: (
        Words(
            "Certificat de travail, avec la date de sortie",
            "شهادة الشغل مع تاريخ المغادرة",
            "Certificate of work, with the day of leaving",
        ),
        Status.UNVERIFIED,
    ),
    Paper.DAYS: (
        Words("Relevé des jours déclarés", "كشف الأيام المصرح بها", "Statement of the declared days"),
        Status.UNVERIFIED,
    ),
    Paper.EMPLOYMENT_AGENCY: (
        Words("Inscription à l’ANAPEC", "شهادة التسجيل لدى أنابيك", "Registration with ANAPEC"),
        Status.UNVERIFIED,
    ),
    Paper.BANK: (
        Words("Relevé d’identité bancaire", "كشف التعريف البنكي", "Bank account statement"),
        Status.UNVERIFIED,
    ),
}
GOT = {
    Got.MISSING: Words("à trouver", "للإحضار", "to be found"),
    Got.ASKED: Words("demandé", "تم طلبه", "asked for"),
    Got.HELD: Words("au dossier", "في الملف", "in the file"),
}
ON_PAPER = ANSWERS | {State.UNKNOWN: Words("à vérifier", "للتحقق", "to be checked")}
ACTS = {"job_loss_told": (_l("Claim of the job-loss allowance written down"), "money")}
FACTS: dict[str, tuple[str, str]] = {
    "employee_number": ("Matricule", "الرقم المهني"),
    "hired_on": ("Embauché le", "تاريخ التشغيل"),
    "left_on": ("Dernier jour du contrat", "آخر يوم من العقد"),
}
SAID: dict[str, tuple[str, str]] = {
    "facts": ("Faits retenus", "المعطيات المعتمدة"),
    "title": ("Indemnité pour perte d’emploi : {name}", "التعويض عن فقدان الشغل: {name}"),
    "clock": ("Les soixante jours", "ستون يوما"),
    "no_clock": (
        "Le dernier jour du contrat n’est pas connu : les soixante jours ne peuvent pas être comptés.",
        "آخر يوم من العقد غير معروف: لا يمكن احتساب الستين يوما.",
    ),
    "claimed": ("Demande déposée le {day}.", "قدم الطلب في {day}."),
    "legal": ("Date légale : {day}.", "التاريخ القانوني: {day}."),
    "conditions": ("Les conditions", "الشروط"),
    "condition": ("Condition", "الشرط"),
    "known": ("Ce qu’on sait", "المعلوم"),
    "article": ("Texte", "النص"),
    "state": ("État", "الحالة"),
    "days": ("{days} jours déclarés", "{days} يوما مصرحا به"),
    "by_kind": ("d’après le conflit", "حسب النزاع"),
    "amount": ("Le montant", "المبلغ"),
    "month": ("Par mois, six mois au plus", "عن كل شهر، ستة أشهر على الأكثر"),
    "month_how": (
        "{formula}. Compté sur le salaire brut connu ; le fonds compte les salaires déclarés.",
        "{formula}. محسوب على الأجر الخام المعلوم؛ ويحتسب الصندوق الأجور المصرح بها.",
    ),
    "fixed": (
        "Le contrat est compté comme un CDD : aucune indemnité n’est comptée à son terme.",
        "العقد محسوب كعقد محدد المدة: لا يحتسب أي تعويض عند انتهائه.",
    ),
    "papers": ("Les documents", "الوثائق"),
    "unsure": ("à confirmer auprès de l’agence de la CNSS", "يجب التأكد لدى وكالة الصندوق"),
    "source": ("Source : {source}.", "المصدر: {source}."),
    "what": ("Objet", "البيان"),
    "how": ("Calcul", "الحساب"),
    "sum": ("Montant", "المبلغ"),
    "foot": (
        "Loi 03-14, d’après des sources secondaires ; une réforme était annoncée : vérifiez les conditions auprès du fonds, qui décide. Imprimé le {day}.",
        "القانون رقم 03-14، حسب مصادر ثانوية؛ وقد أعلن عن إصلاح: تحققوا من الشروط لدى الصندوق، وهو من يقرر. طبع في {day}.",
    ),
}
