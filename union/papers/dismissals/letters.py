"""The letters against a dismissal, to the employer and to the labour inspector, in French and in Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from union.cases.letters import FRAME, Pair, To, dotted, filled, found, of_person
from union.cases.subjects import Place
from union.law.kinds import Mandate
from union.papers.dismissals.models import Decision, LetterKind
from union.papers.dismissals.reading import clock, findings
from union.press.content import Letter, Part, name

EMPLOYER = {"object": "object", "body": "body", "ask": "ask"}
INSPECTOR = {"object": "claim", "body": "claim_body", "ask": "claim_ask"}
SAID: dict[str, Pair] = {
    "reserve": FRAME["reserve"],
    "object": (
        "Objet : contestation du licenciement notifié le {notified}",
        "الموضوع: الطعن في مقرر الفصل المبلغ في {notified}",
    ),
    "claim": (
        "Objet : réclamation contre un licenciement et demande de conciliation (article 532)",
        "الموضوع: شكاية ضد الفصل من الشغل وطلب إجراء محاولة التصالح (المادة 532)",
    ),
    "claim_body": (
        "La direction de {employer}, site {site}, m’a notifié le {notified} une décision de licenciement prise le "
        "{decided}. Je la conteste et vous saisis de la présente réclamation.",
        "بلغتني إدارة {employer}، مؤسسة {site}، في {notified} بمقرر فصل متخذ في {decided}. وإني أطعن فيه وأرفع إليكم "
        "هذه الشكاية.",
    ),
    "claim_ask": (
        "Je vous demande, dans les huit jours de la réception de la présente, de convoquer l’employeur à une tentative de "
        "conciliation et d’en dresser procès-verbal (article 532), de constater ces manquements et de me faire savoir si une copie de la décision vous a été "
        "adressée (article 64).",
        "لذا أطلب منكم، داخل ثمانية أيام من التوصل بهذه الرسالة، استدعاء المشغل لمحاولة التصالح وتحرير محضر بذلك (المادة 532)، ومعاينة هذه الإخلالات، وإخباري "
        "هل وجهت إليكم نسخة من المقرر (المادة 64).",
    ),
    "mandate": (
        "Je bénéficie ou j’ai bénéficié de la protection attachée à un mandat : la décision exigeait votre approbation (articles 457 à 459). "
        "Je vous demande de me faire savoir si elle a été sollicitée.",
        "وأستفيد أو كنت أستفيد من الحماية المرتبطة بانتداب: فالمقرر كان يتوقف على موافقتكم (المواد من 457 إلى 459). وأطلب منكم إخباري "
        "هل طلبت هذه الموافقة.",
    ),
    "body": (
        "J’ai reçu le {notified} votre décision de licenciement, prise le {decided}. Je la conteste.",
        "توصلت في {notified} بمقرر فصلي المتخذ في {decided}. وإني أطعن فيه.",
    ),
    "ask": (
        "Je vous demande, dans les huit jours de la réception de la présente, de revenir sur cette décision, et de me "
        "remettre la copie du procès-verbal d’audition et des documents sur lesquelles elle repose (articles 62 et 64). À défaut, je demanderai au tribunal la réintégration ou "
        "les dommages-intérêts (article 41), avec tout ce qui m’est dû à la fin du contrat.",
        "أطلب منكم، داخل ثمانية أيام من التوصل بهذه الرسالة، التراجع عن هذا المقرر، وتسليمي نسخة من محضر الاستماع ومن الوثائق التي بني عليها (المادتان 62 و64). "
        "وإلا فسأطلب من المحكمة الحكم بالإرجاع إلى الشغل أو بالتعويض عن الضرر (المادة 41)، مع كل ما أستحقه عند نهاية "
        "العقد.",
    ),
    "annex": ("Copie de la décision de licenciement notifiée le {notified}", "نسخة من مقرر الفصل المبلغ في {notified}"),
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


def against(
    kind: LetterKind, decision: Decision, place: Place, reference: str, language: str, on: date, *, draft: bool
) -> Letter:  # fmt: skip
    """A letter dated `on`: each defect with its articles and consequence; nothing that is not known or not settled."""
    to_inspector = kind is LetterKind.INSPECTOR
    values = {
        "notified": dotted(decision.notified_on, language), "decided": dotted(decision.decided_on, language),
        "employer": name(place.employer.legal_name), "site": name(place.site.called_in(language)),
    }  # fmt: skip
    keys = INSPECTOR if to_inspector else EMPLOYER
    parts = [Part(paragraphs=(filled(SAID[keys["body"]], language, **values),))]
    parts += found(filled(FRAME["not_kept"], language), findings(decision), language)
    parts.append(Part(paragraphs=tuple(filled(SAID[key], language) for key in _last(keys, decision, on))))
    return of_person(
        decision.about, place, language, on, filled(SAID[keys["object"]], language, **values), parts,
        reference=reference, draft=draft, annexes=(filled(SAID["annex"], language, **values),), to=To.INSPECTOR if to_inspector else To.EMPLOYER,
    )  # fmt: skip


def _last(keys: dict[str, str], decision: Decision, on: date) -> Iterator[str]:
    """What is asked, and what the letter does not replace; no period is named that is over, or that cannot be opposed."""
    if keys is INSPECTOR and decision.mandate is not Mandate.NONE:
        yield "mandate"
    running = clock(decision)
    named = running is not None and on <= running.legal_on and not _not_opposable(decision)
    yield from (keys["ask"], "court" if named else "court_later", "reserve")


def _not_opposable(decision: Decision) -> bool:
    """Whether the letter itself says that the ninety days cannot be held against its sender."""
    return any(one.claimed and one.check.consequence == "not_opposable" for one in findings(decision))
