"""The preliminary conciliation before the inspector, whose three signatures make it final (arts 41, 532)."""

from collections.abc import Mapping
from dataclasses import dataclass

from union.law.checking.findings import Finding, State, checks, state_of_answer
from union.law.strictly.strict import Given

CHECKS = checks("""
employee_signed ; ct 41 ; VERIFIED ; not_final
Did the employee sign, signature legalised?
The employee's signature is missing or not legalised.

employer_signed ; ct 41 ; VERIFIED ; not_final
Did the employer sign, signature legalised?
The employer's signature is missing or not legalised.

inspector_signed ; ct 41, ct 532 ; VERIFIED ; not_final
Did the labour inspector countersign?
The labour inspector's countersignature is missing.

paid_at_signature ; ct 41 ; VERIFIED ; not_final
Was the receipt signed as the sum was handed over?
The receipt was signed without the sum being handed over.

after_dismissal ; ct 41 ; VERIFIED ; not_final
Is the agreement about a dismissal already decided?
The agreement comes before any dismissal: nobody waives damages in advance.
""")
SIGNATURES = ("employee_signed", "employer_signed", "inspector_signed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conciliation:
    """What is known of the paper; None where nothing is."""

    employee_signed: bool | None = None
    employee_legalised: bool | None = None
    employer_signed: bool | None = None
    employer_legalised: bool | None = None
    inspector_countersigned: bool | None = None
    paid_at_signature: bool | None = None
    dismissed_before: bool | None = None


def conciliation(facts: Conciliation) -> list[Finding]:
    """The three signatures, then what the sum and the date say."""
    return [
        Finding(CHECKS["employee_signed"], _signed(facts.employee_signed, facts.employee_legalised)),
        Finding(CHECKS["employer_signed"], _signed(facts.employer_signed, facts.employer_legalised)),
        Finding(CHECKS["inspector_signed"], state_of_answer(facts.inspector_countersigned)),
        Finding(CHECKS["paid_at_signature"], state_of_answer(facts.paid_at_signature)),
        Finding(CHECKS["after_dismissal"], state_of_answer(facts.dismissed_before)),
    ]


def is_final(facts: Conciliation) -> bool | None:
    """True with the three signatures (no court afterwards), false where one is known to be missing, else not known."""
    states = {one.state for one in conciliation(facts) if one.code in SIGNATURES}
    return False if State.NOT_DONE in states else None if State.UNKNOWN in states else True


def _signed(signed: bool | None, legalised: bool | None) -> State:
    return state_of_answer(False if False in (signed, legalised) else None if None in (signed, legalised) else True)


def read_conciliation(given: Mapping[str, object]) -> Conciliation:
    """A conciliation from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, Conciliation.__dataclass_fields__)
    return Conciliation(**{name: read.flag(name) for name in Conciliation.__dataclass_fields__})
