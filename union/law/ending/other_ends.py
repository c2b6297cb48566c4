"""Death, retirement and force majeure: which heads are owed, which are not, and what no text settles."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from union.law.ending.retirement import Pension, retired
from union.law.kinds import Contract
from union.law.result import Code
from union.law.sources.source import Status, Words
from union.law.strictly.tables import Sentence, sentences

_WHY = sentences("""
death_leave ; ct 257 ; VERIFIED
L'indemnité de congé que le salarié aurait reçue est versée à ses ayants droit.
التعويض عن العطلة الذي كان سيستحقه الأجير يؤدى لذوي حقوقه.
The pay for leave that the employee would have received goes to the heirs.

death_wages ; ct 363, ct 382 ; VERIFIED
Les salaires dus jusqu'au jour du décès restent dus et sont privilégiés.
الأجور المستحقة إلى يوم الوفاة تبقى واجبة ولها امتياز.
The wages due to the day of death stay due and have first rank.

death_severance ; ct 52 ; VERIFIED
L'indemnité de licenciement suppose un licenciement : le Code n'en prévoit pas au décès ; voir le contrat, la convention et l'assurance.
التعويض عن الفصل يفترض الفصل: لا تنص عليه المدونة عند الوفاة؛ راجعوا العقد والاتفاقية والتأمين.
Severance supposes a dismissal: the Code gives none on death; see the contract, the agreement and the insurance.

death_notice ; ct 43 ; VERIFIED
Personne n'a rompu le contrat : aucun préavis n'est dû.
لم ينه أي طرف العقد: لا يستحق أي إخطار.
Nobody broke the contract: no notice is due.

death_damages ; ct 41 ; VERIFIED
Personne n'a rompu le contrat : le décès au travail relève de la loi sur les accidents du travail.
لم ينه أي طرف العقد: الوفاة أثناء الشغل تخضع لقانون حوادث الشغل.
Nobody broke the contract: a death at work comes under the law on work accidents.

retired_heads ; ct 59, ct 60, ct 526 ; VERIFIED
À 60 ans et avec droit à pension, ni préavis ni dommages-intérêts, sauf meilleure clause.
عند 60 سنة ومع الحق في راتب الشيخوخة، لا إخطار ولا تعويض عن الضرر، ما لم يوجد شرط أفضل.
At 60 and with a right to a pension, neither notice nor damages, save better terms.

retired_early ; ct 59, ct 60, ct 526 ; VERIFIED
Sans les 60 ans ou sans droit à pension, la mise à la retraite d'office se traite comme un licenciement.
دون بلوغ 60 سنة أو دون الحق في راتب الشيخوخة، تعامل الإحالة على التقاعد كفصل من الشغل.
Without the age of 60 or a right to a pension, a forced retirement is treated as a dismissal.

retired_severance ; ct 52, ct 60 ; UNVERIFIED
La retraite n'est pas un licenciement, et l'indemnité de l'article 52 en suppose un ; mais l'article 60 n'écarte que les indemnités de l'article 59 : ce n'est pas tranché, demandez au service juridique.
التقاعد ليس فصلا، وتعويض المادة 52 يفترض الفصل؛ غير أن المادة 60 لا تستبعد إلا تعويضات المادة 59: المسألة غير محسومة، استشيروا المصلحة القانونية.
Retirement is no dismissal, which the severance of article 52 supposes; but article 60 sets aside only the indemnities of article 59: it is not settled, ask the legal team.

retired_pension_reduced ; ct 59, ct 526 ; UNVERIFIED
La pension n'est que réduite : que l'âge soit reporté jusqu'à la durée d'assurance entière n'est pas tranché ; s'il l'est, le départ est un licenciement.
راتب الشيخوخة مخفض فقط: تأخير السن إلى اكتمال مدة التأمين غير محسوم؛ وإذا أخر، عدت المغادرة فصلا.
The pension is only reduced: whether the age is put off to the whole insurance period is not settled; if it is, leaving is a dismissal.

leave_always ; ct 251, ct 254 ; VERIFIED
Le congé non pris est dû quelle que soit la cause.
العطلة غير المأخوذة مستحقة مهما كان السبب.
Leave not taken is owed whatever the cause.

wages_always ; ct 363, ct 365 ; VERIFIED
Les salaires dus restent dus.
الأجور المستحقة تبقى واجبة.
The wages due stay due.

majeure_notice ; ct 43, doc 268, doc 269 ; VERIFIED
La force majeure prouvée dispense du préavis ; une perte de client ou une difficulté économique n'en est pas une : elle relève des articles 66 à 71.
القوة القاهرة الثابتة تعفي من الإخطار؛ وفقدان زبون أو صعوبة اقتصادية ليس قوة قاهرة: بل يخضع للمواد من 66 إلى 71.
Proved force majeure excuses the notice; a lost client or an economic difficulty is none: it comes under articles 66 to 71.

majeure_damages ; ct 41, doc 268, doc 269 ; VERIFIED
La force majeure prouvée exclut les dommages-intérêts.
القوة القاهرة الثابتة تستبعد التعويض عن الضرر.
Proved force majeure excludes damages.

majeure_severance ; ct 32, ct 52, ct 54 ; UNVERIFIED
Une fermeture temporaire suspend le contrat sans le rompre ; si l'indemnité reste due quand la rupture est définitive n'est pas tranché.
الإغلاق المؤقت يوقف العقد دون إنهائه؛ ومسألة بقاء التعويض عند الإنهاء النهائي غير محسومة.
A temporary closure suspends the contract without breaking it; whether severance stays due when the termination is final is not settled.

majeure_term ; ct 33 ; VERIFIED
La force majeure excuse la rupture du CDD avant son terme.
القوة القاهرة تبرر إنهاء العقد المحدد المدة قبل أجله.
Force majeure excuses the early termination of a fixed-term contract.
""")


class Owed(StrEnum):
    """Whether a head is owed."""

    DUE = "due"
    NOT_DUE = "not_due"
    JUDGE = "judge"
    """A scenario for the judge, never an entitlement."""
    UNSETTLED = "unsettled"
    """No text settles it: to be asked for, never promised."""


@dataclass(frozen=True, slots=True)
class Head:
    """One head of what an end may owe, with why."""

    code: Code
    owed: Owed
    why: Sentence

    @property
    def sentence(self) -> Words:
        """Why it is owed or not."""
        return self.why.say()

    @property
    def article(self) -> Words:
        """The articles cited."""
        return self.why.article


def _head(code: Code, owed: Owed, key: str) -> Head:
    why = _WHY[key]
    return Head(code, Owed.UNSETTLED if why.head.status is Status.UNVERIFIED else owed, why)


_ALWAYS = (_head(Code.LEAVE, Owed.DUE, "leave_always"), _head(Code.WAGES_DUE, Owed.DUE, "wages_always"))


def on_death() -> list[Head]:
    """What a death leaves owed, to the heirs."""
    return [
        _head(Code.LEAVE, Owed.DUE, "death_leave"),
        _head(Code.WAGES_DUE, Owed.DUE, "death_wages"),
        _head(Code.SEVERANCE, Owed.NOT_DUE, "death_severance"),
        _head(Code.NOTICE, Owed.NOT_DUE, "death_notice"),
        _head(Code.DAMAGES, Owed.NOT_DUE, "death_damages"),
    ]


def on_retirement(born_on: date, left_on: date, pension: Pension) -> list[Head]:
    """What a retirement owes: article 60 applies from the 60th birthday and with a right to a pension only."""
    if not retired(born_on, left_on, pension):
        heads = ((Code.NOTICE, Owed.DUE), (Code.SEVERANCE, Owed.DUE), (Code.DAMAGES, Owed.JUDGE))
        return [*_ALWAYS, *(_head(code, owed, "retired_early") for code, owed in heads)]
    why = "retired_pension_reduced" if pension.reduced else "retired_heads"
    return [
        *_ALWAYS,
        _head(Code.NOTICE, Owed.NOT_DUE, why),
        _head(Code.DAMAGES, Owed.NOT_DUE, why),
        _head(Code.SEVERANCE, Owed.UNSETTLED, "retired_severance"),
    ]


def on_force_majeure(contract: Contract) -> list[Head]:
    """What proved force majeure leaves owed; a lost client is not force majeure."""
    if contract is Contract.CDD:
        return [*_ALWAYS, _head(Code.REMAINING_TERM, Owed.NOT_DUE, "majeure_term")]
    return [
        *_ALWAYS,
        _head(Code.NOTICE, Owed.NOT_DUE, "majeure_notice"),
        _head(Code.DAMAGES, Owed.NOT_DUE, "majeure_damages"),
        _head(Code.SEVERANCE, Owed.UNSETTLED, "majeure_severance"),
    ]
