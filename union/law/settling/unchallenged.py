"""What else may follow from a receipt that nobody denounces, and how it may be denounced."""

from union.law.settling.receipts import Receipt, is_denounced, receipt
from union.law.strictly.tables import Sentence, sentences

NOTES = sentences("""
earlier_contracts ; ct 75, ct 76 ; VERIFIED-2 receipt_seniority
Selon une décision, un reçu que personne ne dénonce peut aussi empêcher de compter dans l'ancienneté les contrats qui l'ont précédé (Cass. soc. 2023, numéro non trouvé) : dénoncer dans les soixante jours.
حسب قرار قضائي، قد يحول التوصيل الذي لم يتراجع عنه أحد دون احتساب العقود السابقة له ضمن الأقدمية (محكمة النقض، الغرفة الاجتماعية، 2023، لم يعثر على العدد): يجب التراجع عنه داخل ستين يوما.
By one decision, a receipt that nobody denounces may also keep the contracts before it from counting in seniority (Cour de cassation, social, 2023, number not found): denounce it within the sixty days.

action_filed ; ct 75 ; UNVERIFIED
L'article 75 en arabe dit « برفع دعوى لدى المحكمة » (agir en justice), plus large que l'assignation du texte français : une demande déposée au tribunal dans les soixante jours et qui précise les droits suffit. Qu'un mémoire en réplique suffise n'est tranché par aucune décision lue.
تقول المادة 75 «برفع دعوى لدى المحكمة»، وهو أوسع من لفظ النص الفرنسي (الاستدعاء أمام المحكمة): يكفي مقال يودع لدى المحكمة داخل ستين يوما ويحدد الحقوق. ولم نقرأ أي قرار يحسم كفاية مذكرة تعقيبية.
Article 75 in Arabic says "bringing an action before the court", wider than the French "assignation": a claim filed within the sixty days that lists the rights suffices. No decision read settles whether a rejoinder does.
""")


def unchallenged(facts: Receipt) -> tuple[Sentence, ...]:
    """What to say beside a signed receipt until it is denounced as article 75 asks, and of a denunciation in court."""
    open_yet = facts.signed_on is not None and not is_denounced(receipt(facts))
    said = (
        ("earlier_contracts", "action_filed") if open_yet else ("action_filed",) if facts.denounced_by_summons else ()
    )
    return tuple(NOTES[code] for code in said)
