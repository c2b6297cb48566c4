"""Grounds that are banned for a sanction or a dismissal (arts 9, 36, 159), and what counts as serious (art 39)."""

from datetime import date, timedelta
from enum import StrEnum

from union.law.sources.source import Words
from union.law.strictly.tables import Sentence, sentences

WEEKS_AFTER_BIRTH = 14
MOST_DAYS_ABSENT = 4
MOST_HALF_DAYS_ABSENT = 8

BANNED = sentences("""
union_membership ; ct 9, ct 36 ; VERIFIED
L'affiliation syndicale ou l'exercice d'un mandat de représentant syndical.
الانتماء النقابي أو ممارسة مهمة الممثل النقابي.
Union membership or the mandate of a union representative.

union_activity ; ct 9, ct 36 ; VERIFIED
La participation à des activités syndicales hors des heures de travail, ou pendant, avec l'accord de l'employeur ou selon la convention.
المساهمة في أنشطة نقابية خارج أوقات الشغل، أو أثناءها بموافقة المشغل أو عملا بالاتفاقية.
Union activities outside working hours, or inside with the employer's consent or under the agreement.

delegate_candidacy ; ct 36 ; VERIFIED
La candidature au mandat de délégué des salariés, son exercice passé ou présent.
طلب الترشيح لتمثيل الأجراء أو ممارسة هذه المهمة حاليا أو سابقا.
Standing as a staff delegate, being one or having been one.

complaint ; ct 36 ; VERIFIED
Une plainte ou une action en justice contre l'employeur.
تقديم شكوى أو المشاركة في دعاوى ضد المشغل.
A complaint or a lawsuit against the employer.

discrimination ; ct 9, ct 36 ; VERIFIED
La race, la couleur, le sexe, la situation conjugale, les responsabilités familiales, la religion, l'opinion politique ou l'origine.
العرق أو اللون أو الجنس أو الحالة الزوجية أو المسؤوليات العائلية أو العقيدة أو الرأي السياسي أو الأصل.
Race, colour, sex, marital status, family duties, religion, political opinion or origin.

disability ; ct 36 ; VERIFIED
Le handicap, quand il n'empêche pas un emploi adapté dans l'entreprise.
الإعاقة إذا لم تحل دون أداء شغل ملائم داخل المقاولة.
Disability, where it does not prevent a suitable post in the enterprise.

maternity ; ct 159 ; VERIFIED
La grossesse attestée et les quatorze semaines qui suivent l'accouchement.
الحمل المثبت بشهادة والأسابيع الأربعة عشر الموالية للوضع.
Certified pregnancy and the fourteen weeks after birth.
""")


class Ground(StrEnum):
    """What the letter alleges, or what the employee holds to be the true reason."""

    UNION_MEMBERSHIP = "union_membership"
    UNION_ACTIVITY = "union_activity"
    DELEGATE_CANDIDACY = "delegate_candidacy"
    COMPLAINT = "complaint"
    DISCRIMINATION = "discrimination"
    DISABILITY = "disability"
    MATERNITY = "maternity"
    CONDUCT = "conduct"
    SKILL = "skill"
    ABSENCE = "absence"
    ECONOMIC = "economic"
    OTHER = "other"


def banned(ground: Ground) -> bool:
    """True for a ground of articles 9, 36 or 159."""
    return ground in BANNED


def why_banned(ground: Ground) -> Words | None:
    """The ban, in words; None for a ground that is not banned."""
    found: Sentence | None = BANNED.get(ground)
    return found.say() if found else None


def in_maternity(pregnant: bool | None, birth_on: date | None, on: date) -> bool:
    """True in certified pregnancy and up to fourteen weeks after birth, that last day counted in (art 159)."""
    if birth_on and on >= birth_on:
        return on <= birth_on + timedelta(weeks=WEEKS_AFTER_BIRTH)
    return bool(pregnant)


def absence_is_serious(days: int, half_days: int = 0) -> bool:
    """Unjustified absence counts as serious beyond four days, or eight half-days, in twelve months (art 39).

    The French text says "more than four days or eight half-days": eight half-days are read as more than eight.
    """
    return days > MOST_DAYS_ABSENT or half_days > MOST_HALF_DAYS_ABSENT
