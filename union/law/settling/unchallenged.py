"""What else may follow from a receipt that nobody denounces, and how it may be denounced."""

from union.law.settling.receipts import Receipt, is_denounced, receipt
from union.law.strictly.tables import Statement, sentences

NOTES = sentences("""
earlier_contracts ; ct 75, ct 76 ; VERIFIED-2 receipt_seniority
By one decision, a receipt that nobody denounces may also keep the contracts before it from counting in seniority \
(Cour de cassation, social, 2023, number not found): denounce it within the sixty days.

action_filed ; ct 75 ; UNVERIFIED
Article 75 in Arabic says "bringing an action before the court", wider than the French "assignation": a claim filed \
within the sixty days that lists the rights suffices. No decision read settles whether a rejoinder does.
""")


def unchallenged(facts: Receipt) -> tuple[Statement, ...]:
    """What to say beside a signed receipt until it is denounced as article 75 asks, and of a denunciation in court."""
    open_yet = facts.signed_on is not None and not is_denounced(receipt(facts))
    said = (
        ("earlier_contracts", "action_filed") if open_yet else ("action_filed",) if facts.denounced_by_summons else ()
    )
    return tuple(NOTES[code] for code in said)
