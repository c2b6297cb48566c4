"""The preliminary conciliation before the inspector, whose three signatures make it final (arts 41, 532)."""

from collections.abc import Mapping
from dataclasses import dataclass

from union.law.procedure.findings import Finding, State, checks, state_of_answer
from union.law.strictly.strict import Given

CHECKS = checks("""
employee_signed ; ct 41 ; VERIFIED ; not_final
Le salarié a-t-il signé, signature légalisée ?
هل وقع الأجير بتوقيع مصادق عليه؟
Did the employee sign, signature legalised?
La signature du salarié manque ou n'est pas légalisée.
توقيع الأجير غير موجود أو غير مصادق عليه.
The employee's signature is missing or not legalised.

employer_signed ; ct 41 ; VERIFIED ; not_final
L'employeur a-t-il signé, signature légalisée ?
هل وقع المشغل بتوقيع مصادق عليه؟
Did the employer sign, signature legalised?
La signature de l'employeur manque ou n'est pas légalisée.
توقيع المشغل غير موجود أو غير مصادق عليه.
The employer's signature is missing or not legalised.

inspector_signed ; ct 41, ct 532 ; VERIFIED ; not_final
L'inspecteur du travail a-t-il contresigné ?
هل وقع مفتش الشغل بالعطف؟
Did the labour inspector countersign?
Le contreseing de l'inspecteur du travail manque.
توقيع مفتش الشغل بالعطف غير موجود.
The labour inspector's countersignature is missing.

paid_at_signature ; ct 41 ; VERIFIED ; not_final
Le récépissé a-t-il été signé à la remise du montant ?
هل وقع الوصل عند تسليم المبلغ؟
Was the receipt signed as the sum was handed over?
Le récépissé a été signé sans remise du montant.
وقع الوصل دون تسليم المبلغ.
The receipt was signed without the sum being handed over.

after_dismissal ; ct 41 ; VERIFIED ; not_final
L'accord porte-t-il sur un licenciement déjà décidé ?
هل يتعلق الاتفاق بفصل سبق اتخاذه؟
Is the agreement about a dismissal already decided?
L'accord précède tout licenciement : nul ne renonce d'avance aux dommages-intérêts.
الاتفاق سابق لأي فصل: لا يمكن التنازل مسبقا عن التعويض عن الضرر.
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
