"""The forms of a site's standing: a stage with its proof, who does what next, and what is known of the place."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from union.targets.models import SiteStage, Spoken
from union.targets.words import LANGUAGES, STAGES
from union.web.forms.chosen import Pick, Several, Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Line, Prose

MOST_LINES, LONGEST_LINE = 40, 120


class Lines(Prose):
    """Short entries, one a line."""

    most = MOST_LINES * LONGEST_LINE

    @property
    def entries(self) -> tuple[str, ...]:
        """What was typed, each once."""
        lines = (one.strip(" -•–\t") for one in (self.data or "").split("\n"))
        return tuple(dict.fromkeys(one for one in lines if one))

    def pre_validate(self, form: Any) -> None:
        """Raises `ValidationError` for a list or an entry that nobody reads."""
        if len(self.entries) > MOST_LINES or any(len(one) > LONGEST_LINE for one in self.entries):
            raise ValidationError(
                _l("At most %(most)s lines of %(long)s signs each.", most=MOST_LINES, long=LONGEST_LINE)
            )


class StageForm(Form):
    """A stage, since when, and what shows it."""

    stage = Tiles(_l("Stage of the site"), SiteStage, dict(STAGES), [needed()])
    on = Day(_l("Since"), [needed()], passed=True)
    proof = Line(_l("What shows it"), most=300)


class PlanForm(Form):
    """Who follows the site and what comes next."""

    owner = Pick(_l("Organiser responsible"))
    next_act = Line(_l("Next act"), most=160)
    next_on = Day(_l("By which day"))

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of `Standing`."""
        return {"owner_id": self.owner.data, "next_act": self.next_act.data or "", "next_on": self.next_on.data}


class PlaceForm(Form):
    """What is known of the place."""

    floors = Lines(_l("Floors and teams"))
    shifts = Lines(_l("Shifts"))
    transport = Lines(_l("Transport lines"))
    spoken = Several(_l("Languages of work"), Spoken, LANGUAGES)
    other_unions = Lines(_l("Other unions there"))
    declared_proof = Line(_l("What shows that it is declared, or not"), most=300)
    declared_on = Day(_l("Seen on"), passed=True)

    def values(self) -> dict[str, Any]:
        """What was typed, by the names of `Standing`."""
        return {
            "floors": self.floors.entries,
            "shifts": self.shifts.entries,
            "transport": self.transport.entries,
            "spoken": tuple(self.spoken.members),
            "other_unions": self.other_unions.entries,
            "declared_proof": self.declared_proof.data or "",
            "declared_on": self.declared_on.data,
        }
