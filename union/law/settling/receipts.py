"""A receipt for full settlement, condition by condition, its denunciation, and its sixty days (arts 73 to 76)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from union.law.checking.findings import Finding, State, checks, done_by, state_of_answer
from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.sentences.refusals import refuse
from union.law.strictly.strict import Given

CHECKS = checks("""
after_the_end ; ct 41, ct 73 ; VERIFIED ; waiver_void
Was the receipt signed at the end of the contract, and not before?
The receipt is signed before the end of the contract: nobody waives rights in advance.

total_itemised ; ct 74 ; VERIFIED ; receipt_void
Does the receipt give the total with the payments in detail?
The total or the detail of the payments is missing.

sixty_days_legible ; ct 74 ; VERIFIED ; receipt_void
Are the 60 days written in legible characters?
The forfeiture period of 60 days is not written in legible characters.

two_copies ; ct 74 ; VERIFIED ; receipt_void
Does the receipt say that it is in two copies, one handed over?
The two copies, one for the employee, are not stated or not handed over.

read_and_approved ; ct 74 ; VERIFIED ; receipt_void
Is the signature preceded by the words "read and approved"?
The words "read and approved" do not precede the signature.

illiterate_countersigned ; ct 74, ct 532 ; VERIFIED ; receipt_void
If the employee cannot read: did the inspector countersign?
The employee cannot read and the labour inspector did not countersign.

paid_first ; ct 73, ct 76 ; VERIFIED ; waiver_void
Were the sums paid by the day of signature at the latest?
The receipt was signed before the payment: the sum was not paid.

no_waiver ; ct 73 ; VERIFIED ; waiver_void
Is the paper without a waiver of a payment due?
The paper holds a waiver or a discharge.

denounced_in_time ; ct 75 ; VERIFIED ; denunciation_void
Does the denunciation leave within sixty days of the signature?
The denunciation came after the sixty days.

denounced_by_letter ; ct 75 ; VERIFIED ; denunciation_void
Is it made by registered letter with acknowledgement, or by an action filed within sixty days?
The denunciation is made neither by registered letter nor by an action.

rights_named ; ct 75 ; VERIFIED ; denunciation_void
Does it name each right claimed?
The denunciation does not name the rights claimed.
""")
OF_RECEIPT = ("total_itemised", "sixty_days_legible", "two_copies", "read_and_approved", "illiterate_countersigned")
"""The conditions of article 74: one that fails makes the receipt void as a full settlement."""


DENOUNCED = frozenset({"denounced_in_time", "denounced_by_letter", "rights_named"})
"""What article 75 asks of a denunciation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What is known of a signed receipt and of its denunciation; None where nothing is."""

    signed_on: date | None = None
    left_on: date | None = None
    paid_on: date | None = None
    total_stated: bool | None = None
    itemised: bool | None = None
    sixty_days_stated: bool | None = None
    sixty_days_legible: bool | None = None
    two_copies_stated: bool | None = None
    copy_handed_over: bool | None = None
    read_and_approved: bool | None = None
    can_read: bool | None = None
    countersigned_by_inspector: bool | None = None
    waiver: bool | None = None
    denounced_on: date | None = None
    denounced_by_registered_letter: bool | None = None
    denounced_by_summons: bool | None = None
    rights_named: bool | None = None


def receipt(facts: Receipt) -> list[Finding]:
    """The conditions of articles 73 and 74 one by one, then those of the denunciation where one was made."""
    return [
        _after_the_end(facts),
        Finding(CHECKS["total_itemised"], state_of_answer(_both(facts.total_stated, facts.itemised))),
        Finding(
            CHECKS["sixty_days_legible"], state_of_answer(_both(facts.sixty_days_stated, facts.sixty_days_legible))
        ),
        Finding(CHECKS["two_copies"], state_of_answer(_both(facts.two_copies_stated, facts.copy_handed_over))),
        Finding(CHECKS["read_and_approved"], state_of_answer(facts.read_and_approved)),
        Finding(CHECKS["illiterate_countersigned"], _illiterate(facts)),
        done_by(CHECKS["paid_first"], facts.paid_on, facts.signed_on),
        Finding(CHECKS["no_waiver"], state_of_answer(None if facts.waiver is None else not facts.waiver)),
        *(_denunciation(facts) if facts.denounced_on else []),
    ]


def void(facts: Receipt) -> bool:
    """True where a condition of article 74 is known to fail: the receipt is void as a full settlement."""
    return any(one.state is State.NOT_DONE for one in receipt(facts) if one.code in OF_RECEIPT)


def mere_receipt(facts: Receipt) -> bool:
    """True where the paper proves the sums received and nothing else (art 76): void, or denounced as the law asks."""
    denounced = facts.denounced_on is not None and all(one.state is State.DONE for one in _denunciation(facts))
    return void(facts) or denounced


def _after_the_end(facts: Receipt) -> Finding:
    check = CHECKS["after_the_end"]
    if facts.signed_on is None or facts.left_on is None:
        return Finding(check, State.UNKNOWN, done_on=facts.signed_on)
    early = facts.signed_on < facts.left_on
    return Finding(check, State.NOT_DONE if early else State.DONE, done_on=facts.signed_on)


def _illiterate(facts: Receipt) -> State:
    if facts.can_read is None:
        return State.UNKNOWN
    return State.NOT_ASKED if facts.can_read else state_of_answer(facts.countersigned_by_inspector)


def is_denounced(found: Iterable[Finding]) -> bool:
    """Whether a denunciation was made that meets all that article 75 asks."""
    asked = [one.state for one in found if one.code in DENOUNCED]
    return bool(asked) and all(state is State.DONE for state in asked)


def _denunciation(facts: Receipt) -> list[Finding]:
    latest = deadline(Rule.RECEIPT_DENUNCIATION, facts.signed_on).legal_on if facts.signed_on else None
    means = (facts.denounced_by_registered_letter, facts.denounced_by_summons)
    sent = True if True in means else None if None in means else False
    return [
        done_by(CHECKS["denounced_in_time"], facts.denounced_on, latest),
        Finding(CHECKS["denounced_by_letter"], state_of_answer(sent)),
        Finding(CHECKS["rights_named"], state_of_answer(facts.rights_named)),
    ]


def _both(one: bool | None, other: bool | None) -> bool | None:
    return False if False in (one, other) else None if None in (one, other) else True


def clock(facts: Receipt, announced: Mapping[date, str] | None = None) -> Deadline | None:
    """The sixty days to denounce, from the signature; None while it is not dated."""
    return deadline(Rule.RECEIPT_DENUNCIATION, facts.signed_on, None, announced) if facts.signed_on else None


def read_receipt(given: Mapping[str, object]) -> Receipt:
    """A receipt from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, Receipt.__dataclass_fields__)
    values: dict[str, object] = {
        name: read.act(name) if name.endswith("_on") else read.flag(name) for name in Receipt.__dataclass_fields__
    }
    found = Receipt(**values)  # type: ignore[arg-type]  # dates by their ending, everything else a yes or a no
    if found.signed_on and found.denounced_on and found.denounced_on < found.signed_on:
        raise refuse("denounced_on", "out_of_order", other="signed_on")
    return found
