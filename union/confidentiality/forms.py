"""The forms of what is guarded: a reason, and the code of a case."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.web.forms.form import Form, needed
from union.web.forms.typed import Line, Prose

REASON = 500  # letters


class OpeningForm(Form):
    """Why the case is opened."""

    why = Prose(
        _l("Why do you open it now?"),
        [needed(_l("Say why you open it: those whom the case names read it."))],
        description=_l("For instance: the person called, a date runs out, I prepare the letter. No word of health."),
        most=REASON,
    )


class SealForm(Form):
    """Which case, and why two of the secretariat have to open it."""

    code = Line(
        _l("Code of the case"),
        [needed(_l("Write the code of the case, such as R-7K3F9Q: whoever reported it has it on the receipt."))],
        most=12,
    )
    why = Prose(
        _l("Why it cannot wait for those whom it names"),
        [needed(_l("Say why: everybody whom the case names reads it."))],
        description=_l("For instance: whoever follows it cannot be reached and a date runs out on Friday."),
        most=REASON,
    )
