"""The lawyer's sheet: the court file on paper, in French or in Arabic; what was typed stays as it was typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from union.cases.letters import Pair, articles, filled, money
from union.cases.subjects import Place
from union.law.sources.source import day, weekday
from union.papers.court.models import Appeal, Matter
from union.papers.court.reading import clocks
from union.papers.sending import Means
from union.press.content import Paper, Part, left_to_right, name

TITLE: Pair = ("Fiche de l’avocat – {name}", "جذاذة الملف الخاصة بالمحامي – {name}")
EVERYBODY: Pair = ("l’ensemble du conflit", "النزاع بأكمله")
FOOT: Pair = (
    "Établi le {day}. Les délais d’appel sont comptés selon le code de procédure civile de 1974 ; un nouveau code a été "
    "adopté en 2025, dont la publication n’a pas été trouvée : vérifier au greffe lequel s’applique.",
    "أنجز في {day}. آجال الاستئناف محسوبة وفق قانون المسطرة المدنية لسنة 1974؛ وقد صودق سنة 2025 على قانون جديد لم يعثر "
    "على نشره: يرجى التأكد لدى كتابة الضبط من النص المطبق.",
)
FACTS: dict[str, Pair] = {
    "power_by": ("Avocat", "المحامي"),
    "power_on": ("Pouvoir du", "تاريخ التوكيل"),
    "power_kept": ("Où est le pouvoir", "مكان حفظ التوكيل"),
    "court": ("Tribunal", "المحكمة"),
    "number": ("Numéro du dossier", "رقم الملف"),
    "legal_aid": ("Assistance judiciaire demandée", "هل طلبت المساعدة القضائية"),
    "left_on": ("Dernier jour du contrat", "آخر يوم من العقد"),
    "claim_on": ("Réclamation écrite du", "تاريخ المطالبة الكتابية"),
    "claim_means": ("Envoyée par", "وسيلة توجيهها"),
    "filed_on": ("Requête déposée le", "تاريخ إيداع المقال الافتتاحي"),
    "dismissal": ("Conteste un licenciement", "هل تطعن الدعوى في الفصل"),
}
JUDGMENT: dict[str, Pair] = {
    "judged_on": ("Jugement du", "تاريخ الحكم"),
    "judgment_number": ("Numéro du jugement", "رقم الحكم"),
    "judgment_words": ("Ce que le tribunal a décidé", "منطوق الحكم"),
    "awarded_amount": ("Montant alloué", "المبلغ المحكوم به"),
    "notified_on": ("Jugement notifié le", "تاريخ تبليغ الحكم"),
    "appeal": ("Appel", "الاستئناف"),
    "appeal_on": ("Appel formé le", "تاريخ الاستئناف"),
    "appeal_number": ("Numéro de l’appel", "رقم الاستئناف"),
    "execution_on": ("Exécution demandée le", "تاريخ طلب التنفيذ"),
    "execution_number": ("Numéro du dossier d’exécution", "رقم ملف التنفيذ"),
    "paid_on": ("Payé le", "تاريخ الأداء"),
    "paid_amount": ("Montant payé", "المبلغ المؤدى"),
}
PARTS: dict[str, Pair] = {
    "file": ("Le dossier", "الملف"),
    "hearings": ("Audiences", "الجلسات"),
    "judgment": ("Jugement, appel, exécution", "الحكم والاستئناف والتنفيذ"),
    "dates": ("Délais qui courent", "الآجال الجارية"),
}
VALUES: dict[object, Pair] = {
    True: ("oui", "نعم"), False: ("non", "لا"),
    Appeal.FILED: ("formé", "قدم"), Appeal.NONE: ("aucun : le jugement est accepté", "لا استئناف: الحكم مقبول"),
    Means.REGISTERED: ("lettre recommandée avec accusé", "رسالة مضمونة مع الإشعار بالتوصل"),
    Means.BAILIFF: ("huissier", "مفوض قضائي"), Means.SUMMONS: ("action déposée au tribunal", "رفع دعوى لدى المحكمة"),
    Means.RECEIPT: ("remise contre décharge", "تسليم مقابل وصل"), Means.OTHER: ("autre moyen", "وسيلة أخرى"),
}  # fmt: skip
ROOM: Pair = ("salle {room}", "القاعة {room}")
STILL: Pair = ("à venir, ou non renseignée", "مقبلة أو غير مدونة")


def sheet(matter: Matter, place: Place, reference: str, language: str, on: date) -> Paper:
    """The file as a paper, made on the day `on`."""
    who = name(matter.about.name) or filled(EVERYBODY, language)
    where = filter(None, (place.employer.legal_name, place.site.called_in(language), place.site.town_in(language)))
    parts = [
        Part(filled(PARTS["file"], language), pairs=_pairs(matter, FACTS, language)),
        Part(filled(PARTS["hearings"], language), points=_hearings(matter, language)),
        Part(filled(PARTS["judgment"], language), pairs=_pairs(matter, JUDGMENT, language)),
        Part(filled(PARTS["dates"], language), points=_dates(matter, language)),
    ]
    return Paper(
        language=language, title=filled(TITLE, language, name=who), under=" · ".join(map(name, where)),
        parts=tuple(one for one in parts if one.pairs or one.points),
        foot=filled(FOOT, language, day=day(on, language)), reference=reference,
    )  # fmt: skip


def _pairs(matter: Matter, labels: dict[str, Pair], language: str) -> tuple[tuple[str, str], ...]:
    shown = ((label, getattr(matter, key)) for key, label in labels.items())
    return tuple(
        (filled(label, language), _written(value, language)) for label, value in shown if value not in (None, "")
    )


def _written(value: object, language: str) -> str:
    if isinstance(value, date):
        return filled(("{day}",) * 2, language, day=day(value, language))
    if isinstance(value, Decimal):
        return money(value, language)
    return filled(VALUES[value], language) if not isinstance(value, str) else name(value)


def _hearings(matter: Matter, language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            filled(("{day}",) * 2, language, day=weekday(one.on, language)),
            _joined((left_to_right(one.at), _room(one.room, language), name(one.outcome) or filled(STILL, language))),
        )
        for one in matter.hearings
    )


def _room(typed: str, language: str) -> str:
    """A bare number or letter with its word; a room that was typed in words as it was typed."""
    return filled(ROOM, language, room=name(typed)) if 0 < len(typed) <= 3 else name(typed)


def _dates(matter: Matter, language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            filled(("{day}",) * 2, language, day=weekday(one.safe_on, language)),
            f"{one.act.say(language)} ({articles(one.articles, language)}). {one.because.say(language)}",
        )
        for one in clocks(matter)
    )


def _joined(texts: Iterable[str]) -> str:
    return " · ".join(filter(None, texts))
