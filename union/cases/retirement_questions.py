"""A retirement put to the law: its age, the right to a pension, and what is owed, head by head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import ANSWERS, STATUSES, Answer, about, as_bool, cited
from union.cases.head_words import HEADS, OWED
from union.languages.saying import in_language
from union.law.ending.assumptions import of_retirement
from union.law.ending.other_ends import Head, Owed, on_retirement
from union.law.facts import MOST_CNSS_DAYS
from union.law.terms.retirement import AGE, Pension, age
from union.web.forms.chosen import Tiles
from union.web.forms.form import needed
from union.web.forms.typed import Count, Day
from union.web.locale import language

TONES = {Owed.DUE: "done", Owed.NOT_DUE: None, Owed.JUDGE: "soon", Owed.UNSETTLED: "soon"}


class RetirementFacts:
    """The fields of the questions; the right to a pension is answered, or follows from the days."""

    born_on = Day(_l("Born on"), [needed()])
    left_on = Day(_l("Retired on, or to be retired on"), [needed()])
    pension = Tiles(_l("Is there a right to an old-age pension?"), Answer, ANSWERS, empty=_l("Not known"))
    cnss_days = Count(_l("Days declared to the CNSS in the whole career"), highest=MOST_CNSS_DAYS)


@dataclass(frozen=True)
class Retired:
    """The answer: the heads, what is to be read beside them, and what it was worked with."""

    heads: list[dict[str, Any]]
    beside: list[str]
    age: int
    least_age: int
    least_days: int
    days: int | None


def retirement(form: Any) -> Retired | None:
    """What the law says of a retirement; None where the form says what keeps it from answering."""
    born_on, left_on = form.born_on.data, form.left_on.data
    insured = Pension(as_bool(form.pension.data), form.cnss_days.data)
    if left_on <= born_on:
        form.left_on.errors = [_l("This day is before the one that it must follow: check both.")]
    elif insured.told is None and insured.days is None:
        form.pension.errors = [_l("Answer, or write the days declared to the CNSS: they decide about the pension.")]
    elif insured.contradicts(left_on):
        form.pension.errors = [_l("The days say the contrary of this answer: correct one of them.")]
    else:
        said = language()
        return Retired(
            [_head(one) for one in on_retirement(born_on, left_on, insured)],
            [in_language(one.sentence, said) for one in of_retirement(born_on, left_on, insured)],
            age(born_on, left_on),
            AGE,
            insured.least(left_on),
            insured.days,
        )
    return None


def _head(one: Head) -> dict[str, Any]:
    """A head in words, with its articles and how well the rule was checked."""
    rule = one.why.head
    return {
        "what": HEADS[one.code],
        "owed": OWED[one.owed],
        "tone": TONES[one.owed],
        "why": in_language(one.sentence, language()),
        "article": cited(rule.articles),
        "subject": about(rule.articles),
        "status": STATUSES[rule.status],
    }
