"""The letter that contests a dismissal, in French and in Arabic, from the same facts."""

from __future__ import annotations

from datetime import date

from union.cases.letters import Pair, dotted, filled, to_the_employer
from union.cases.subjects import Place
from union.dismissals.models import Decision
from union.dismissals.reading import clock, findings
from union.papers.content import Letter, Part

OBJECT: Pair = (
    "Objet : contestation du licenciement notifié le {notified}",
    "الموضوع: الطعن في مقرر الفصل المبلغ في {notified}",
)
SAID: dict[str, Pair] = {
    "body": (
        "J’ai reçu le {notified} votre décision de licenciement, prise le {decided}. Je la conteste.",
        "توصلت في {notified} بمقرر فصلي المتخذ في {decided}. وإني أطعن فيه.",
    ),
    "defects": ("Ce que la procédure n’a pas respecté", "ما لم تحترمه المسطرة"),
    "ask": (
        "Je vous demande de revenir sur cette décision, et de me remettre la copie du procès-verbal d’audition et des "
        "pièces sur lesquelles elle repose (articles 62 et 64). À défaut, je demanderai au tribunal la réintégration ou "
        "les dommages-intérêts (article 41), avec tout ce qui m’est dû à la fin du contrat.",
        "أطلب منكم التراجع عن هذا المقرر، وتسليمي نسخة من محضر الاستماع ومن الوثائق التي بني عليها (المادتان 62 و64). "
        "وإلا فسأطلب من المحكمة الحكم بالإرجاع إلى الشغل أو بالتعويض عن الضرر (المادة 41)، مع كل ما أستحقه عند نهاية "
        "العقد.",
    ),
    "court_later": (
        "Cette lettre ne remplace pas l’action devant le tribunal, que je garde le droit d’engager.",
        "ولا تقوم هذه الرسالة مقام الدعوى أمام المحكمة، التي أحتفظ بحق رفعها.",
    ),
    "court": (
        "Cette lettre ne remplace pas l’action devant le tribunal, que je garde le droit d’engager dans le délai de "
        "quatre-vingt-dix jours (article 65).",
        "ولا تقوم هذه الرسالة مقام الدعوى أمام المحكمة، التي أحتفظ بحق رفعها داخل أجل تسعين يوما (المادة 65).",
    ),
}


def contesting(decision: Decision, place: Place, reference: str, language: str, on: date, *, draft: bool) -> Letter:
    """The letter, dated `on`: each defect with its articles and consequence; nothing that is not known or not settled."""
    values = {
        "notified": dotted(decision.notified_on, language), "decided": dotted(decision.decided_on, language),
    }  # fmt: skip
    subject = (OBJECT[0].format_map(values), OBJECT[1].format_map(values))
    points = tuple(("", one.letter.say(language)) for one in findings(decision) if one.defect)
    parts = [Part(paragraphs=(filled(SAID["body"], language, **values),))]
    if points:
        parts.append(Part(filled(SAID["defects"], language), points=points))
    running = clock(decision)
    court = "court" if running and on <= running.legal_on else "court_later"  # no period is named that is over
    parts.append(Part(paragraphs=tuple(filled(SAID[key], language) for key in ("ask", court))))
    return to_the_employer(decision.about, place, language, on, subject, parts, reference=reference, draft=draft)
