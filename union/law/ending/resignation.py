"""A resignation: its form, what it owes, the signs that it was forced, and what is no resignation (arts 34, 40, 64, 158, 272)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from union.law.dates.deadlines import Deadline, Rule, deadline
from union.law.procedure.findings import Finding, State, checks, state_of_answer
from union.law.strictly.strict import Given

LONGEST_SICKNESS = 180  # consecutive days in 365

CHECKS = checks("""
written ; ct 34 ; VERIFIED ; no_resignation
La démission est-elle écrite et signée par le salarié ?
هل الاستقالة مكتوبة وموقعة من طرف الأجير؟
Is the resignation written and signed by the employee?
La démission n'est pas écrite ou pas signée.
الاستقالة غير مكتوبة أو غير موقعة.
The resignation is not written or not signed.

legalised ; ct 34 ; VERIFIED ; no_resignation
La signature est-elle légalisée par l'autorité compétente ?
هل التوقيع مصادق على صحته من طرف الجهة المختصة؟
Is the signature legalised by the authority?
La signature de la démission n'est pas légalisée.
توقيع الاستقالة غير مصادق على صحته.
The signature of the resignation is not legalised.

resignation_copied ; ct 64 ; VERIFIED ; no_effect
Une copie a-t-elle été adressée à l'inspecteur du travail ?
هل وجهت نسخة إلى مفتش الشغل؟
Was a copy sent to the labour inspector?
Aucune copie de la démission n'a été adressée à l'inspecteur du travail.
لم توجه أي نسخة من الاستقالة إلى مفتش الشغل.
No copy of the resignation was sent to the labour inspector.

own_notice ; ct 34, ct 43, ct 158 ; VERIFIED ; owes_notice
Le salarié a-t-il effectué son préavis, ou en est-il dispensé ?
هل احترم الأجير أجل الإخطار أو أعفي منه؟
Did the employee serve the notice, or is he excused?
Le préavis de la démission n'a pas été effectué.
لم يحترم الأجير أجل الإخطار الخاص بالاستقالة.
The notice of the resignation was not served.

dictated ; ct 34, ct 41 ; VERIFIED ; forced
Le texte vient-il du salarié, et non d'un modèle remis par l'employeur ?
هل النص صادر عن الأجير وليس نموذجا قدمه المشغل؟
Does the text come from the employee, and not from a form handed by the employer?
Le texte est un modèle de l'employeur, le même pour plusieurs.
النص نموذج من المشغل، وهو نفسه لعدة أجراء.
The text is the employer's form, the same for several people.

undated ; ct 34, ct 41 ; VERIFIED ; forced
La démission porte-t-elle la vraie date de sa signature ?
هل تحمل الاستقالة التاريخ الحقيقي لتوقيعها؟
Does the resignation bear the true date of its signature?
La démission est sans date ou signée d'avance, parfois à l'embauche.
الاستقالة دون تاريخ أو موقعة مسبقا، أحيانا عند التشغيل.
The resignation is undated or signed beforehand, at times on hiring.

under_threat ; ct 34, ct 40 ; VERIFIED ; forced
La signature a-t-elle été donnée sans menace, enfermement ni pression ?
هل تم التوقيع دون تهديد أو احتجاز أو ضغط؟
Was it signed without threat, confinement or pressure?
La signature a été donnée sous menace, enfermement ou pression.
تم التوقيع تحت التهديد أو الاحتجاز أو الضغط.
It was signed under threat, confinement or pressure.

in_series ; ct 34, ct 66 ; VERIFIED ; forced
Est-elle isolée, et non l'une d'une série de la même période ?
هل هي منفردة وليست ضمن سلسلة في الفترة نفسها؟
Does it stand alone, and not in a series of the same period?
Plusieurs démissions de la même période paraissent tenir lieu de licenciement économique.
يبدو أن عدة استقالات في الفترة نفسها تقوم مقام فصل لأسباب اقتصادية.
Several resignations of the same period appear to stand in for an economic dismissal.

employers_misconduct ; ct 40 ; VERIFIED ; forced
Le départ est-il sans insulte grave, violence, harcèlement sexuel, incitation ni autre faute grave de l'employeur ? Le texte arabe, qui fait foi, n'en donne que des exemples.
هل المغادرة دون سب فادح أو عنف أو تحرش جنسي أو تحريض أو أي خطأ جسيم آخر من المشغل؟ النص العربي المعتمد يوردها على سبيل المثال («يعد من بين»).
Did the exit come without serious insult, violence, sexual harassment, incitement or other serious misconduct of the employer? The Arabic text, which governs, gives examples only.
Le salarié est parti à cause d'une faute grave de l'employeur.
غادر الأجير بسبب خطأ جسيم للمشغل.
The employee left because of the employer's serious misconduct.

sickness_long_enough ; ct 272 ; VERIFIED ; sick_break
Si l'employeur invoque la maladie : dépasse-t-elle 180 jours consécutifs sur 365, ou le salarié est-il devenu inapte ?
إذا احتج المشغل بالمرض: هل يتجاوز 180 يوما متوالية في 365 يوما، أو أصبح الأجير غير قادر؟
If the employer invokes sickness: is it over 180 consecutive days in 365, or has the employee become unfit?
L'absence pour maladie ne dépasse pas 180 jours consécutifs, ou vient du travail.
الغياب بسبب المرض لا يتجاوز 180 يوما متوالية، أو هو ناتج عن الشغل.
The absence for sickness is not over 180 consecutive days, or comes from work.
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resignation:
    """What is known of a resignation; None where nothing is. `sick_days` are consecutive, invoked by the employer."""

    signed_on: date | None = None
    written: bool | None = None
    legalised: bool | None = None
    inspector_copied: bool | None = None
    notice_served: bool | None = None
    pregnant: bool | None = None
    employers_form: bool | None = None
    undated: bool | None = None
    pressure: bool | None = None
    in_series: bool | None = None
    employers_misconduct: bool | None = None
    sick_days: int | None = None
    work_related: bool | None = None
    unfit: bool | None = None


def resignation(facts: Resignation) -> list[Finding]:
    """The form, the notice, then the signs that it was forced, and the sickness that an employer may invoke."""
    answers = {
        "written": state_of_answer(facts.written),
        "legalised": state_of_answer(facts.legalised),
        "resignation_copied": state_of_answer(facts.inspector_copied),
        "own_notice": State.NOT_ASKED if facts.pregnant else state_of_answer(facts.notice_served),
        "dictated": _absent(facts.employers_form),
        "undated": _absent(facts.undated),
        "under_threat": _absent(facts.pressure),
        "in_series": _absent(facts.in_series),
        "employers_misconduct": _absent(facts.employers_misconduct),
        "sickness_long_enough": _sickness(facts),
    }
    return [Finding(CHECKS[key], state, done_on=facts.signed_on) for key, state in answers.items()]


def treated_as_resigned(sick_days: int, *, work_related: bool, unfit: bool = False) -> bool:
    """Whether an employer may treat a sick employee as having resigned: over 180 consecutive days, or unfit (art 272)."""
    return not work_related and (unfit or sick_days > LONGEST_SICKNESS)


def clocks(facts: Resignation) -> list[Deadline]:
    """The ninety days counted from the signature, to be safe, where the resignation may be contested."""
    return [deadline(Rule.ACTION_AFTER_DISMISSAL, facts.signed_on)] if facts.signed_on else []


def _absent(answer: bool | None) -> State:
    return state_of_answer(None if answer is None else not answer)


def _sickness(facts: Resignation) -> State:
    if facts.unfit is None and facts.sick_days is None:
        return State.NOT_ASKED
    if facts.work_related is None:
        return State.UNKNOWN
    unfit = bool(facts.unfit)
    return state_of_answer(treated_as_resigned(facts.sick_days or 0, work_related=facts.work_related, unfit=unfit))


def read_resignation(given: Mapping[str, object]) -> Resignation:
    """A resignation from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, Resignation.__dataclass_fields__)
    flags = [name for name in Resignation.__dataclass_fields__ if name not in ("signed_on", "sick_days")]
    answers = {name: read.flag(name) for name in flags}
    return Resignation(signed_on=read.act("signed_on"), sick_days=read.whole("sick_days"), **answers)
