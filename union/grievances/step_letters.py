"""The letters that a step of the law asks for, to the employer, in French and in Arabic: in the person's name, and with their agreement."""

from __future__ import annotations

from datetime import date

from union.cases.letters import FRAME, Pair, dotted, filled, of_person
from union.cases.subjects import About, Place
from union.grievances.models import Agreed, Paper, Report
from union.press.content import Letter, Part, name

# By the code of the step: the subject, what is told and what is asked; facts stay a line to fill in.
SAID: dict[str, tuple[Pair, Pair, Pair]] = {
    "ask_in_writing": (
        ("Objet : je me tiens à disposition pour travailler et demande votre décision écrite",
         "الموضوع: وضع نفسي رهن الإشارة للشغل والمطالبة بقراركم مكتوبا"),
        ("Le {day}, l’accès à mon poste au site {site} m’a été fermé, sans qu’aucune "
         "décision écrite me soit remise. Je n’ai pas quitté mon travail et je me tiens à votre disposition pour le reprendre.",
         "في {day} منعت من الالتحاق بمنصبي بمكان الشغل {site}، دون أن أتسلم أي قرار مكتوب. ولم أغادر شغلي، "
         "وأضع نفسي رهن إشارتكم لاستئنافه."),
        ("Je vous demande, dans les huit jours de la réception de la présente, de me rétablir à mon poste et dans mon "
         "salaire, ou de me remettre votre décision écrite et motivée (article 63).",
         "أطلب منكم، داخل ثمانية أيام من التوصل بهذه الرسالة، تمكيني من منصبي ومن أجري، أو تسليمي قراركم مكتوبا ومعللا (المادة 63)."),
    ),
    "claim_certificate": (
        ("Objet : demande du certificat de travail et des derniers salaires",
         "الموضوع: المطالبة بشهادة الشغل وبالأجور الأخيرة"),
        ("Mon contrat au site {site} a pris fin. La présente est faite sans acquiescement à la rupture et sous toutes réserves.",
         "انتهى عقدي بمكان الشغل {site}. وهذه الرسالة لا تفيد قبول الإنهاء، وهي مع كامل التحفظ."),
        ("Je vous demande, dans les huit jours, le certificat de travail (article 72), mes derniers salaires et leur bulletin.",
         "أطلب منكم، داخل ثمانية أيام، شهادة الشغل (المادة 72) وأجوري الأخيرة وورقة أدائها."),
    ),
    "contest_sanction": (
        ("Objet : contestation d’une sanction", "الموضوع: الطعن في عقوبة تأديبية"),
        ("J’ai reçu le {day} une sanction au site {site}. Je la conteste : …", "توصلت في {day} بعقوبة تأديبية بمكان الشغل {site}. وإني أطعن فيها: …"),
        ("Je vous demande, dans les huit jours de la réception de la présente, de la retirer, et de me communiquer les faits "
         "retenus et leurs preuves (articles 37, 38 et 62).",
         "أطلب منكم، داخل ثمانية أيام من التوصل بهذه الرسالة، سحبها، وموافاتي بالأفعال المنسوبة وبحججها (المواد 37 و38 و62)."),
    ),
    "wage_claim": (
        ("Objet : réclamation de salaires et accessoires", "الموضوع: المطالبة بأجور وتوابعها"),
        ("Au site {site}, les sommes suivantes me restent dues, mois par mois : …", "بقيت في ذمتكم بمكان الشغل {site} المبالغ التالية، شهرا بشهر: …"),
        ("Je vous demande de les payer dans les huit jours de la réception de la présente. Cette réclamation a date certaine "
         "et interrompt la prescription (article 395 du Code du travail ; article 381 du Dahir des obligations et contrats).",
         "أطلب منكم أداءها داخل ثمانية أيام من التوصل بهذه الرسالة. ولهذه المطالبة تاريخ ثابت وهي تقطع التقادم (المادة 395 من مدونة الشغل؛ "
         "الفصل 381 من ظهير الالتزامات والعقود)."),
    ),
    "harassment_letter": (
        ("Objet : faits portés à votre connaissance, sécurité et dignité au travail",
         "الموضوع: وقائع أحيطكم بها علما، السلامة والكرامة في الشغل"),
        ("Je vous rapporte les faits suivants, avec leur jour et leur lieu au site {site}, sans les dire établis : …",
         "أحيطكم علما بالوقائع التالية، بأيامها وأماكنها بمكان الشغل {site}، دون الجزم بثبوتها: …"),
        ("Je vous demande de prendre les mesures qu’exigent la sécurité, la santé et la dignité des salariés (articles 24 et "
         "281), et de me dire lesquelles dans les huit jours de la réception de la présente.",
         "أطلب منكم اتخاذ التدابير التي تستلزمها سلامة الأجراء وصحتهم وكرامتهم (المادتان 24 و281)، وإخباري بها داخل ثمانية أيام من التوصل بهذه الرسالة."),
    ),
    "transfer": (
        ("Objet : demande du motif écrit d’un changement de poste, d’horaire ou de lieu",
         "الموضوع: طلب السبب المكتوب لتغيير المنصب أو التوقيت أو المكان"),
        ("Le {day}, un changement m’a été annoncé au site {site}. Je ne l’accepte pas par la présente.",
         "في {day} أخبرت بتغيير بمكان الشغل {site}. ولا تفيد هذه الرسالة قبوله."),
        ("Je vous demande, dans les huit jours de la réception de la présente, d’en écrire le motif, la durée et les conditions.",
         "أطلب منكم، داخل ثمانية أيام من التوصل بهذه الرسالة، بيان سببه ومدته وشروطه كتابة."),
    ),
    "surveillance": (
        ("Objet : données personnelles traitées à mon sujet", "الموضوع: المعطيات الشخصية المعالجة بشأني"),
        ("Des données me concernant sont recueillies au site {site}.", "تجمع معطيات تخصني بمكان الشغل {site}."),
        ("Je vous demande par écrit lesquelles, à quelle fin, pour quelle durée, qui les reçoit, et sous quel numéro de la "
         "Commission nationale (loi 09-08, articles 5 et 7).",
         "أطلب منكم كتابة بيان هذه المعطيات والغرض منها ومدة الاحتفاظ بها ومن يتلقاها ورقم اللجنة الوطنية (القانون 09-08، المادتان 5 و7)."),
    ),
}  # fmt: skip
PAY_STOPPED: Pair = (
    "Mon salaire, dû le {day} au site {site}, ne m’a pas été versé, sans qu’aucune décision écrite me soit remise. Je n’ai pas "
    "quitté mon travail et je me tiens à votre disposition pour le continuer.",
    "لم يؤد لي أجري المستحق في {day} بمكان الشغل {site}، دون أن أتسلم أي قرار مكتوب. ولم أغادر شغلي، وأضع نفسي رهن إشارتكم لمواصلته.",
)


def may_be_written(code: str, said: Report) -> bool:
    """Whether a step has a letter that may be made: it bears the person's name, and waits for their yes."""
    return code in SAID and said.agreed is Agreed.YES


def of_step(code: str, said: Report, about: About, place: Place, reference: str, language: str, on: date, *, draft: bool) -> Letter:  # fmt: skip
    """The letter of one step, dated `on`; what is not known stays a line to fill in."""
    subject, told, asked = SAID[code]
    if code == "ask_in_writing" and said.paper is Paper.PAY_STOPPED:
        told = PAY_STOPPED
    values = {"day": dotted(said.event_on, language), "site": name(place.site.called_in(language))}
    body = tuple(filled(pair, language, **values) for pair in (told, asked, FRAME["reserve"]))
    parts = [Part(paragraphs=body)]
    return of_person(about, place, language, on, filled(subject, language), parts, reference=reference, draft=draft)
