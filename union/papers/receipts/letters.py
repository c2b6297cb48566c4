"""The denunciation of a signed paper in French and in Arabic, from the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from union.cases.letters import FRAME, Pair, articles, dotted, filled, found, money, of_person
from union.cases.subjects import Place
from union.law.dates.deadlines import Rule, deadline
from union.papers.receipts.models import PaperKind, Right, Signed
from union.papers.receipts.reading import defects
from union.press.content import Letter, Part, SumLine

RIGHTS: dict[Right, tuple[Pair, tuple[str, ...]]] = {
    Right.NOTICE: (("Indemnité de préavis", "التعويض عن أجل الإخطار"), ("ct 43", "ct 51")),
    Right.SEVERANCE: (("Indemnité légale de licenciement", "التعويض القانوني عن الفصل"), ("ct 52", "ct 53")),
    Right.DAMAGES: (
        ("Dommages-intérêts, si le juge tient la rupture pour abusive", "التعويض عن الضرر، إذا اعتبر القاضي الفصل تعسفيا"),
        ("ct 41",),
    ),
    Right.LEAVE: (("Congés non pris", "العطلة غير المستنفدة"), ("ct 251", "ct 254")),
    Right.WAGES_DUE: (("Salaires dus", "الأجور المستحقة"), ("ct 363", "ct 365")),
    Right.SENIORITY_BONUS: (("Prime d’ancienneté", "علاوة الأقدمية"), ("ct 350",)),
    Right.OVERTIME: (("Heures supplémentaires", "الساعات الإضافية"), ("ct 196", "ct 201")),
    Right.HOLIDAYS: (("Jours fériés travaillés", "أيام الأعياد المشتغل فيها"), ("ct 224", "ct 226")),
    Right.REMAINING_TERM: (
        ("Salaires jusqu’au terme du CDD", "الأجور إلى نهاية العقد المحدد المدة"), ("ct 33",),
    ),
    Right.CERTIFICATE: (("Certificat de travail", "شهادة الشغل"), ("ct 72",)),
}  # fmt: skip
KINDS: dict[PaperKind, Pair] = {
    PaperKind.RECEIPT: ("reçu pour solde de tout compte", "التوصيل عن تصفية كل حساب"),
    PaperKind.AGREEMENT: ("accord de départ", "اتفاق المغادرة"),
    PaperKind.CONCILIATION: ("procès-verbal de conciliation", "محضر الصلح"),
}
OBJECT: Pair = (
    "Objet : dénonciation du document « {kind} » signé le {signed}",
    "الموضوع: التراجع عن الوثيقة «{kind}» الموقعة في {signed}",
)
OBJECT_EARLY: Pair = (
    "Objet : contestation du document « {kind} » signé le {signed}, avant la fin du contrat",
    "الموضوع: الطعن في الوثيقة «{kind}» الموقعة في {signed}، قبل انتهاء العقد",
)
SAID: dict[str, Pair] = {
    "body_early": (
        "Le {signed}, avant la fin de mon contrat ({left}), j’ai signé un document présenté comme « {kind} ». Je le "
        "conteste : nul ne renonce d’avance à ses droits, et il ne vaut que reçu des sommes qui y figurent (articles 41, "
        "alinéa 2, 73, alinéa 2, et 76 du Code du travail). À titre de précaution seulement, je le dénonce aussi dans le "
        "délai de soixante jours de l’article 75, en précisant les droits que je réclame.",
        "وقعت في {signed}، قبل انتهاء عقدي في {left}، وثيقة قدمت على أنها «{kind}». وإني أطعن فيها: كل تنازل مسبق عن "
        "الحقوق باطل، ولا تعدو الوثيقة أن تكون وصلا بالمبالغ المبينة فيها (المادة 41 الفقرة الثانية، والمادة 73 الفقرة "
        "الثانية، والمادة 76 من مدونة الشغل). وعلى سبيل الاحتياط فقط، أتراجع عنها كذلك داخل أجل ستين يوما المنصوص عليه "
        "في المادة 75، مع تحديد الحقوق التي أطالب بها.",
    ),
    "body_early_later": (
        "Le {signed}, avant la fin de mon contrat ({left}), j’ai signé un document présenté comme « {kind} ». Je le "
        "conteste : nul ne renonce d’avance à ses droits, et il ne vaut que reçu des sommes qui y figurent (articles 41, "
        "alinéa 2, 73, alinéa 2, et 76 du Code du travail). À titre de précaution, je précise les droits que je réclame.",
        "وقعت في {signed}، قبل انتهاء عقدي في {left}، وثيقة قدمت على أنها «{kind}». وإني أطعن فيها: كل تنازل مسبق عن "
        "الحقوق باطل، ولا تعدو الوثيقة أن تكون وصلا بالمبالغ المبينة فيها (المادة 41 الفقرة الثانية، والمادة 73 الفقرة "
        "الثانية، والمادة 76 من مدونة الشغل). وعلى سبيل الاحتياط، أحدد الحقوق التي أطالب بها.",
    ),
    "court_too": (
        "Une action déposée au tribunal dans ce délai, qui précise ces droits, vaut elle aussi dénonciation (article 75).",
        "ويعد كذلك تراجعا رفع دعوى لدى المحكمة داخل هذا الأجل مع تحديد هذه الحقوق (المادة 75).",
    ),
    "annex": ("Copie du document « {kind} » signé le {signed}", "نسخة من الوثيقة «{kind}» الموقعة في {signed}"),
    "body": (
        "Le {signed}, j’ai signé un document présenté comme « {kind} ». Je le dénonce par la présente, dans le délai de "
        "soixante jours de l’article 75 du Code du travail, en précisant les droits que je réclame.",
        "وقعت في {signed} وثيقة قدمت على أنها «{kind}». وإني أتراجع عنها بموجب هذه الرسالة داخل أجل ستين يوما المنصوص عليه "
        "في المادة 75 من مدونة الشغل، مع تحديد الحقوق التي أطالب بها.",
    ),
    "body_later": (
        "Le {signed}, j’ai signé un document présenté comme « {kind} ». Je le dénonce par la présente, en précisant les "
        "droits que je réclame : il ne vaut pas renonciation (articles 73 et 74 du Code du travail).",
        "وقعت في {signed} وثيقة قدمت على أنها «{kind}». وإني أتراجع عنها بموجب هذه الرسالة مع تحديد الحقوق التي أطالب بها: "
        "فهي لا تعد تنازلا (المادتان 73 و74 من مدونة الشغل).",
    ),
    "defects": ("Ce que le document n’a pas respecté", "ما لم تحترمه الوثيقة"),
    "rights": ("Les droits réclamés", "الحقوق المطالب بها"),
    "what": ("Droit", "الحق"),
    "article": ("Article", "المادة"),
    "amount": ("Montant", "المبلغ"),
    "open": ("à chiffrer", "يحدد لاحقا"),
    "total": ("Total des droits chiffrés", "مجموع الحقوق المحددة بالمبلغ"),
    "received": ("Somme écrite sur le document", "المبلغ المكتوب في الوثيقة"),
    "effect": (
        "Toute renonciation à un paiement dû est nulle (article 73) ; dénoncé, le document ne vaut que reçu des sommes "
        "qui y figurent (article 76). Je vous demande le paiement de ce qui reste dû dans les huit jours de la "
        "réception de la présente ; à défaut, je saisirai l’inspection du travail et le tribunal.",
        "كل تنازل عن أداء مستحق باطل (المادة 73)؛ والوثيقة بعد التراجع عنها لا تعدو أن تكون وصلا بالمبالغ المبينة فيها "
        "(المادة 76). وأطلب منكم أداء ما تبقى مستحقا داخل ثمانية أيام من التوصل بهذه الرسالة؛ وإلا فسألجأ إلى مفتشية الشغل وإلى المحكمة.",
    ),
}


def denunciation(paper: Signed, place: Place, reference: str, language: str, on: date, *, draft: bool) -> Letter:
    """The letter, dated `on`; what it says against the paper stands on the law's findings, never on what is not known."""
    values = {
        "kind": filled(KINDS[paper.kind], language), "signed": dotted(paper.signed_on, language),
        "left": dotted(paper.left_on, language),
    }  # fmt: skip
    early = paper.signed_on is not None and paper.left_on is not None and paper.signed_on < paper.left_on
    within = paper.signed_on is not None and on <= deadline(Rule.RECEIPT_DENUNCIATION, paper.signed_on).legal_on
    body = SAID[
        f"body{'_early' if early else ''}{'' if within else '_later'}"
    ]  # nothing is said to be in time that is not
    parts = [Part(paragraphs=(filled(body, language, **values),))]
    parts += found(filled(SAID["defects"], language), defects(paper), language)
    ends = ("effect", "court_too") if within else ("effect",)
    last = (*(filled(SAID[key], language) for key in ends), filled(FRAME["reserve"], language))
    parts += [*_rights(paper, language), Part(paragraphs=last)]
    subject = filled(OBJECT_EARLY if early else OBJECT, language, **values)
    return of_person(
        paper.about, place, language, on, subject, parts, reference=reference, draft=draft,
        annexes=(filled(SAID["annex"], language, **values),),
    )  # fmt: skip


def _rights(paper: Signed, language: str) -> Iterator[Part]:
    if not paper.claims:
        return
    lines = tuple(
        SumLine(
            filled(RIGHTS[one.right][0], language), "", "", articles(RIGHTS[one.right][1], language),
            filled(SAID["open"], language) if one.amount is None else money(one.amount, language),
        )
        for one in paper.claims
    )  # fmt: skip
    heads = tuple(filled(SAID[key], language) for key in ("what", "article", "amount"))
    yield Part(
        filled(SAID["rights"], language), heads=(heads[0], "", heads[1], heads[2]), lines=lines,
        totals=_totals(paper, language),
    )  # fmt: skip


def _totals(paper: Signed, language: str) -> tuple[tuple[str, str], ...]:
    summed = sum((one.amount for one in paper.claims if one.amount is not None), Decimal("0.00"))
    written = paper.amount
    if written is not None and summed <= written:  # beside it the claim would look paid: what is open counts nowhere
        return ()
    given = [("total", summed)] if summed else []
    given += [("received", written)] if written is not None else []
    return tuple((filled(SAID[key], language), money(value, language)) for key, value in given)
