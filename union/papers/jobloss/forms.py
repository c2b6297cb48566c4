"""What is known of a claim: the conditions, the days declared, the papers."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import as_bool, given, question, spoken
from union.law.social.job_loss import CHECKS
from union.papers.jobloss.models import Got, Paper, Told
from union.papers.jobloss.words import GOT, PAPERS
from union.web.forms.chosen import Choice
from union.web.forms.form import Form, needed
from union.web.forms.typed import Count, Day

ASKED = ("involuntary", "fit", "registered", "no_pension", "inspector_record")
"""The conditions that a person answers; the days and the date of the claim answer the others."""
MOST_DAYS = {"days_36_months": 36 * 31, "days_12_months": 12 * 31}


class ClaimForm(Form):
    """The conditions one by one, what the fund's statement says, and how far each paper is."""

    days_36_months = Count(_l("Days declared in the 36 months before the loss"), highest=MOST_DAYS["days_36_months"])
    days_12_months = Count(_l("Days declared in the last 12 months"), highest=MOST_DAYS["days_12_months"])
    claimed_on = Day(_l("Claim filed with the fund on"))


for _key in ASKED:
    setattr(ClaimForm, _key, question(CHECKS[_key]))
for _paper, (_words, _status) in PAPERS.items():
    setattr(
        ClaimForm,
        f"{_paper.value}_paper",
        Choice(spoken(_words), Got, {one: spoken(words) for one, words in GOT.items()}, [needed()]),
    )


def claim_form(kept: Told) -> ClaimForm:
    """The form with what is kept."""
    found: dict[str, Any] = {key: given(kept.answers.get(key)) for key in ASKED}
    found |= {f"{one.value}_paper": kept.papers.get(one.value, Got.MISSING) for one in Paper}
    counts = ("days_36_months", "days_12_months", "claimed_on")
    return ClaimForm(**found, **{key: getattr(kept, key) for key in counts})


def told_of(form: ClaimForm, key: str) -> Told:
    """What was typed, of the person with this key."""
    answers = {name: answer for name in ASKED if (answer := as_bool(form[name].data)) is not None}
    papers = {one.value: form[f"{one.value}_paper"].data for one in Paper}
    return Told(key, answers, form.days_36_months.data, form.days_12_months.data, form.claimed_on.data, papers)
