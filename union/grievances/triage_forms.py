"""What an organiser decides of a new report beyond taking it: that it is refused, or belongs to another case."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.grievances.models import Refusal
from union.grievances.words import REFUSALS
from union.web.forms.chosen import Pick, Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Prose

READ = _l("Whoever reported it reads these words on their page of the case.")


class Refuse(Form):
    """Why the union does not follow a case."""

    reason = Tiles(_l("Why is it refused?"), Refusal, REFUSALS, [needed(_l("Choose the reason."))])
    words = Prose(
        _l("What whoever reported it reads"),
        [needed(_l("Write why, and who can help instead: it is read by whoever reported it."))],
        description=READ,
        most=3000,
    )


class Merge(Form):
    """Into which case another on the same subject goes."""

    kept = Pick(_l("Which case goes on?"), [needed(_l("Choose the case that goes on."))])
    words = Prose(
        _l("What whoever reported it reads"),
        [needed(_l("Write where the subject is followed from now on: it is read by whoever reported it."))],
        description=READ,
        most=3000,
    )
