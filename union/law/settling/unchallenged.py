"""What else may follow from a receipt that nobody denounces (Cass. soc. 2023, ref. 34465)."""

from union.law.settling.receipts import Receipt, is_denounced, receipt
from union.law.strictly.tables import Sentence, sentences

NOTES = sentences("""
earlier_contracts ; ct 75, ct 76 ; VERIFIED-2 receipt_seniority
Selon une décision, un reçu que personne ne dénonce peut aussi empêcher de compter dans l'ancienneté les contrats qui l'ont précédé (Cass. soc. 2023, réf. 34465) : dénoncer dans les soixante jours.
حسب قرار قضائي، قد يحول التوصيل الذي لم يراجعه أحد دون احتساب العقود السابقة له ضمن الأقدمية (قرار محكمة النقض، الغرفة الاجتماعية، 2023، المرجع 34465): تجب المراجعة داخل ستين يوما.
By one decision, a receipt that nobody denounces may also keep the contracts before it from counting in seniority (Cour de cassation, social, 2023, ref. 34465): denounce it within the sixty days.
""")


def unchallenged(facts: Receipt) -> tuple[Sentence, ...]:
    """What to say beside a signed receipt until it is denounced as article 75 asks."""
    return (NOTES["earlier_contracts"],) if facts.signed_on and not is_denounced(receipt(facts)) else ()
