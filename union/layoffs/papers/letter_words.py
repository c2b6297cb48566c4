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
    "union": ("De : le bureau syndical de ……………………", "من: المكتب النقابي لـ ……………………"),
    "union_capacity": (
        "Qualité au sein du syndicat : ……………………",
        "الصفة داخل النقابة: ……………………",
    ),
    "annex_sheet": ("Décompte détaillé des droits", "بيان مفصل للحقوق"),
    "annex_payslip": (
        "Copie du contrat de travail ou du dernier bulletin de paie",
        "نسخة من عقد الشغل أو من آخر ورقة أداء",
    ),
    "our_regards": (
        "Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.",
        "وتفضلوا بقبول فائق الاحترام والتقدير.",
    ),
    "reserve": (
        "La présente est faite sous réserve de tous mes autres droits, notamment des dommages-intérêts que le tribunal "
        "peut accorder (article 41).",
        "وذلك مع كامل التحفظ، ومع الاحتفاظ بكافة حقوقي الأخرى، ولا سيما التعويض عن الضرر الذي قد تحكم به المحكمة (المادة 41).",
    ),
    "claimed": ("Les droits réclamés", "الحقوق المطالب بها"),
    "claimed_compared": (
        "Ce qu’un licenciement donnerait, à titre de comparaison",
        "ما يترتب عن الفصل، على سبيل المقارنة",
    ),
    # The inspector
    "inspector": (
        "Objet : demande de conciliation – droits dus à la fin du contrat (article 532)",
        "الموضوع: طلب إجراء محاولة التصالح – الحقوق المستحقة عند نهاية العقد (المادة 532)",
    ),
    "inspector_body": (
        "Je travaille chez {employer}, site {site}, depuis le {hired}. Le dernier jour de mon contrat est le {left}. "
        "L’employeur procède ainsi : {kind}.",
        "أشتغل لدى {employer}، مؤسسة {site}، منذ {hired}. وآخر يوم من عقدي هو {left}. وطريقة المشغل هي: {kind}.",
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
    "inspector_offer_compared": (
        "Il propose {offered} ; à titre de comparaison, un licenciement donnerait au moins {minimum}, soit {short} de plus.",
        "وهو يقترح {offered}؛ وعلى سبيل المقارنة، يترتب عن الفصل {minimum} على الأقل، أي بزيادة {short}.",
    ),
    "inspector_no_offer_compared": (
        "À titre de comparaison, un licenciement donnerait au moins {minimum}.",
        "وعلى سبيل المقارنة، يترتب عن الفصل {minimum} على الأقل.",
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
        "Je vous demande de convoquer l’employeur à une tentative de conciliation, d’en dresser procès-verbal "
        "(article 532) et de m’en faire connaître la date dans les huit jours de la réception de la présente. Je ne renonce à aucun droit et garde celui de saisir le tribunal dans les délais.",
        "لذا أطلب منكم استدعاء المشغل لمحاولة التصالح وتحرير محضر بذلك (المادة 532)، وإخباري بتاريخها داخل ثمانية أيام "
        "من التوصل بهذه الرسالة. ولا أتنازل عن أي حق، "
        "وأحتفظ بحقي في اللجوء إلى المحكمة داخل الآجال.",
    ),
    # The certificate
    "certificate": ("Objet : demande du certificat de travail (article 72)", "الموضوع: طلب شهادة الشغل (المادة 72)"),
    "certificate_body": (
        "Selon vous, mon contrat prend fin le {left}. Sans acquiescement à la rupture et sous toutes réserves, je vous "
        "demande de me remettre le certificat de travail dans les huit jours qui suivent, soit au plus tard le {latest} "
        "(article 72).",
        "حسب ما تعتمدونه، ينتهي عقدي في {left}. ودون أن يعد ذلك قبولا بإنهاء العقد، ومع كامل التحفظ، أطلب منكم تسليمي "
        "شهادة الشغل داخل الأيام الثمانية الموالية، أي في {latest} على أبعد تقدير (المادة 72).",
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
        "الموضوع: حذف مناصب شغل لدى {employer}، مؤسسة {site} – المواد من 66 إلى 71 من مدونة الشغل",
    ),
    "delegate_other": (
        "Objet : contrats de travail chez {employer}, site {site} – demande d’intervention",
        "الموضوع: عقود الشغل لدى {employer}، مؤسسة {site} – طلب تدخل",
    ),
    "delegate_body": (
        "La direction de {employer} procède, sur le site {site}, ainsi : {kind}. Sa liste compte {people}.",
        "تقوم إدارة {employer} في مؤسسة {site} بما يلي: {kind}. وتضم لائحتها {people}.",
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
        "réunir les deux parties dans les huit jours de la réception de la présente.",
        "عقد اجتماع بين الطرفين داخل ثمانية أيام من التوصل بهذه الرسالة.",
    ),
    "defects": (
        "Objet : irrégularités de la procédure engagée sur le site {site}",
        "الموضوع: عيوب المسطرة المتبعة في مؤسسة {site}",
    ),
    "defects_body": (
        "Votre direction procède, sur le site {site}, ainsi : {kind}. Votre liste compte {people}. Nous vous "
        "notifions les irrégularités suivantes.",
        "تقوم إدارتكم في مؤسسة {site} بما يلي: {kind}. وتضم لائحتكم {people}. ونشعركم بالعيوب التالية.",
    ),
    "defects_none": (
        "Aucun manquement n’est encore établi : complétez le suivi de la procédure avant d’envoyer cette lettre.",
        "لم يثبت أي إخلال بعد: أكملوا تتبع المسطرة قبل إرسال هذه الرسالة.",
    ),
    "defects_ask": (
        "Nous vous demandons, dans les huit jours de la réception de la présente, de suspendre les départs, de reprendre "
        "la procédure à l’étape manquante et de nous remettre les documents qui l’établissent. À défaut, nous saisirons le délégué provincial du travail et le tribunal.",
        "ونطلب منكم، داخل ثمانية أيام من التوصل بهذه الرسالة، توقيف المغادرات واستئناف المسطرة من المرحلة الناقصة وتسليمنا الوثائق المثبتة لها. وإلا فسنلجأ إلى "
        "المندوب الإقليمي المكلف بالشغل وإلى المحكمة.",
    ),
}


def say(key: str, language: str, **values: str) -> str:
    """One sentence of the letters; `values` are written out already."""
    return filled(SAID[key], language, **values)
