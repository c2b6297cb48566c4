"""The sentences of the letters in French and Arabic; each article that they rely on is named in them."""

from __future__ import annotations

from union.cases.letters import DOTS as DOTS
from union.cases.letters import FRAME
from union.cases.letters import dotted as dotted
from union.layoffs.papers.words import Pair, filled

SAID: dict[str, Pair] = {
    **FRAME,
    "to_delegate": (
        "À Madame ou Monsieur le délégué provincial du travail",
        "إلى السيد(ة) المندوب(ة) الإقليمي(ة) المكلف(ة) بالشغل",
    ),
    "union": ("Pour le bureau syndical : ……………………", "عن المكتب النقابي: ……………………"),
    "our_regards": (
        "Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.",
        "وتفضلوا بقبول فائق الاحترام والتقدير.",
    ),
    "reserve": (
        "La présente est faite sous réserve de tous mes autres droits, notamment des dommages-intérêts que le tribunal "
        "peut accorder (article 41).",
        "وذلك مع الاحتفاظ بكافة حقوقي الأخرى، ولا سيما التعويض عن الضرر الذي قد تحكم به المحكمة (المادة 41).",
    ),
    "claimed": ("Les droits réclamés", "الحقوق المطالب بها"),
    # The inspector
    "inspector": (
        "Objet : demande de conciliation – droits dus à la fin du contrat (article 532)",
        "الموضوع: طلب إجراء محاولة التصالح – الحقوق المستحقة عند نهاية العقد (المادة 532)",
    ),
    "inspector_body": (
        "Je travaille chez {employer}, site {site}, depuis le {hired}. Le dernier jour de mon contrat est le {left}. "
        "L’employeur procède ainsi : {kind}.",
        "أشتغل لدى {employer}، موقع {site}، منذ {hired}. وآخر يوم من عقدي هو {left}. وطريقة المشغل هي: {kind}.",
    ),
    "inspector_offer": (
        "Il propose {offered} ; le Code du travail donne au moins {minimum}, soit {short} de plus.",
        "وهو يقترح {offered}؛ بينما تمنح مدونة الشغل {minimum} على الأقل، أي بزيادة {short}.",
    ),
    "inspector_no_offer": (
        "Le Code du travail donne au moins {minimum}.",
        "وتمنح مدونة الشغل {minimum} على الأقل.",
    ),
    "inspector_offer_if": (
        "Il propose {offered} ; dans ce cas, le Code du travail donne au moins {minimum}, soit {short} de plus.",
        "وهو يقترح {offered}؛ بينما تمنح مدونة الشغل في هذه الحالة {minimum} على الأقل، أي بزيادة {short}.",
    ),
    "inspector_no_offer_if": (
        "Dans ce cas, le Code du travail donne au moins {minimum}.",
        "وفي هذه الحالة تمنح مدونة الشغل {minimum} على الأقل.",
    ),
    "inspector_see": (
        "Je vous demande de constater les manquements énoncés ci-dessus.",
        "وأطلب منكم معاينة الإخلالات المبينة أعلاه.",
    ),
    "inspector_mandate": (
        "Je bénéficie de la protection attachée à un mandat : la rupture exige votre approbation (articles 457 à 459).",
        "وأستفيد من الحماية المرتبطة بانتداب: فإنهاء العقد يتوقف على موافقتكم (المواد من 457 إلى 459).",
    ),
    "inspector_ask": (
        "Je vous demande de convoquer l’employeur à une tentative de conciliation et d’en dresser procès-verbal "
        "(article 532). Je ne renonce à aucun droit et garde celui de saisir le tribunal dans les délais.",
        "لذا أطلب منكم استدعاء المشغل لمحاولة التصالح وتحرير محضر بذلك (المادة 532). ولا أتنازل عن أي حق، "
        "وأحتفظ بحقي في اللجوء إلى المحكمة داخل الآجال.",
    ),
    # The certificate
    "certificate": ("Objet : demande du certificat de travail (article 72)", "الموضوع: طلب شهادة الشغل (المادة 72)"),
    "certificate_body": (
        "Mon contrat prend fin le {left}. Je vous demande de me remettre le certificat de travail dans les huit jours "
        "qui suivent, soit au plus tard le {latest} (article 72).",
        "ينتهي عقدي في {left}. وأطلب منكم تسليمي شهادة الشغل داخل الأيام الثمانية الموالية، أي في {latest} على أبعد تقدير "
        "(المادة 72).",
    ),
    "certificate_what": (
        "Il indique exclusivement la date d’entrée ({hired}), la date de sortie ({left}) et les postes occupés ; les "
        "qualifications et services rendus n’y figurent que si nous en convenons.",
        "وتقتصر على بيان تاريخ الالتحاق ({hired}) وتاريخ المغادرة ({left}) ومناصب الشغل التي شغلتها؛ ولا تذكر المؤهلات "
        "والخدمات المسداة إلا باتفاق بيننا.",
    ),
    "certificate_effect": (
        "Le défaut de remise donne droit à des dommages-intérêts (article 72) et est puni d’une amende (article 78).",
        "ويترتب على عدم تسليمها الحق في التعويض عن الضرر (المادة 72) وتعاقب عليه غرامة (المادة 78).",
    ),
    # The group
    "delegate": (
        "Objet : suppressions d’emplois chez {employer}, site {site} – articles 66 à 71 du Code du travail",
        "الموضوع: حذف مناصب شغل لدى {employer}، موقع {site} – المواد من 66 إلى 71 من مدونة الشغل",
    ),
    "delegate_other": (
        "Objet : contrats de travail chez {employer}, site {site} – demande d’intervention",
        "الموضوع: عقود الشغل لدى {employer}، موقع {site} – طلب تدخل",
    ),
    "delegate_body": (
        "La direction de {employer} procède, sur le site {site}, ainsi : {kind}. Sa liste compte {people}.",
        "تقوم إدارة {employer} في موقع {site} بما يلي: {kind}. وتضم لائحتها {people}.",
    ),
    "announced": ("L’annonce a été faite le {day}.", "وقد تم الإعلان عن ذلك في {day}."),
    "delegate_findings": ("Ce que nous constatons", "ما لاحظناه"),
    "delegate_ask": ("Ce que nous demandons", "ما نطلبه"),
    "ask_file": (
        "nous faire savoir si une demande d’autorisation a été déposée, et à quelle date (article 67) ;",
        "إخبارنا هل أودع طلب إذن، وفي أي تاريخ (المادة 67)؛",
    ),
    "ask_remind": (
        "rappeler à l’employeur que le licenciement économique et la fermeture exigent l’information et la "
        "consultation des représentants, un procès-verbal et l’autorisation du gouverneur (articles 66, 67 et 69) ;",
        "تذكير المشغل بأن الفصل لأسباب اقتصادية والإغلاق يستوجبان إخبار ممثلي الأجراء واستشارتهم، وتحرير محضر، "
        "والحصول على إذن العامل (المواد 66 و67 و69)؛",
    ),
    "ask_record_other": (
        "faire constater les manquements par l’inspecteur du travail et en dresser procès-verbal (article 539) ;",
        "تكليف مفتش الشغل بمعاينة الإخلالات وتحرير محضر بها (المادة 539)؛",
    ),
    "ask_record": (
        "faire constater les manquements par l’inspecteur du travail et en dresser procès-verbal (articles 78 et 539) ;",
        "تكليف مفتش الشغل بمعاينة المخالفات وتحرير محضر بها (المادتان 78 و539)؛",
    ),
    "ask_meet": (
        "réunir sans attendre les deux parties.",
        "عقد اجتماع بين الطرفين دون انتظار.",
    ),
    "defects": (
        "Objet : irrégularités de la procédure engagée sur le site {site}",
        "الموضوع: عيوب المسطرة المتبعة في موقع {site}",
    ),
    "defects_body": (
        "Votre direction procède, sur le site {site}, ainsi : {kind}. Votre liste compte {people}. Nous vous "
        "notifions les irrégularités suivantes.",
        "تقوم إدارتكم في موقع {site} بما يلي: {kind}. وتضم لائحتكم {people}. ونشعركم بالعيوب التالية.",
    ),
    "defects_none": (
        "Aucun manquement n’est encore établi : complétez le suivi de la procédure avant d’envoyer cette lettre.",
        "لم يثبت أي إخلال بعد: أكملوا تتبع المسطرة قبل إرسال هذه الرسالة.",
    ),
    "defects_ask": (
        "Nous vous demandons de suspendre les départs, de reprendre la procédure à l’étape manquante et de nous "
        "remettre les pièces qui l’établissent. À défaut, nous saisirons le délégué provincial du travail et le tribunal.",
        "ونطلب منكم توقيف المغادرات واستئناف المسطرة من المرحلة الناقصة وتسليمنا الوثائق المثبتة لها. وإلا فسنلجأ إلى "
        "المندوب الإقليمي المكلف بالشغل وإلى المحكمة.",
    ),
}


def say(key: str, language: str, **values: str) -> str:
    """One sentence of the letters; `values` are written out already."""
    return filled(SAID[key], language, **values)
