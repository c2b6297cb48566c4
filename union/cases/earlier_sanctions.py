"""The earlier sanctions of somebody, as forms ask for them: which, on which day, how many days of suspension (arts 37,
38)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Field

from union.cases.findings_view import ANSWERS, Answer
from union.cases.law_words import SANCTIONS
from union.law.procedure.discipline import PriorSanction, Sanction
from union.refusal import Refused
from union.web.forms.chosen import Choice, Tiles
from union.web.forms.form import Form
from union.web.forms.typed import Count, Day

MOST = 6
SHOWN = 2  # the others are folded away
FIELDS = frozenset({"sanctioned", *(f"sanction{at}_{what}" for at in range(MOST) for what in ("kind", "on", "days"))})


class EarlierSanctions(Form):
    """The part of a form that asks for the sanctions of the year before."""

    sanctioned = Tiles(_l("Were there sanctions before it?"), Answer, ANSWERS, empty=_l("Not known"))

    @property
    def ladder_rows(self) -> list[tuple[Field, Field, Field]]:
        """The earlier sanctions: which, on which day, how many days of suspension."""
        begins = [f"sanction{at}" for at in range(MOST)]
        return [(self[f"{one}_kind"], self[f"{one}_on"], self[f"{one}_days"]) for one in begins]

    @property
    def more_sanctions(self) -> bool:
        """Whether anything stands in the folded rows, or is wrong there."""
        return any(one.data is not None or one.errors for row in self.ladder_rows[SHOWN:] for one in row)

    @property
    def ladder_wrong(self) -> bool:
        """Whether a mistake stands among the earlier sanctions."""
        return any(one.errors for row in self.ladder_rows for one in row) or bool(self.sanctioned.errors)

    @property
    def ladder_places(self) -> tuple[int, ...]:
        """The rows in which something stands: one may be left empty between two."""
        rows = enumerate(self.ladder_rows)
        return tuple(at for at, row in rows if any(one.data is not None for one in row))

    @property
    def sanctions(self) -> tuple[PriorSanction, ...]:
        """The sanctions as they were typed. Raises `Refused` where a kind has no day, or a day no kind."""
        found = []
        for at in self.ladder_places:
            kind, on, days = self.ladder_rows[at]
            if kind.data is None:
                raise Refused(kind.name, _l("Say which sanction it was, or empty its day."))
            if on.data is None:
                raise Refused(on.name, _l("Write the day of this sanction: the year is counted from it."))
            found.append(PriorSanction(kind.data, on.data, None if days.data is None else Decimal(days.data)))
        return tuple(found)


for _at in range(MOST):
    setattr(EarlierSanctions, f"sanction{_at}_kind", Choice(_l("Sanction"), Sanction, SANCTIONS, empty=_l("None")))
    setattr(EarlierSanctions, f"sanction{_at}_on", Day(_l("Given on")))
    setattr(EarlierSanctions, f"sanction{_at}_days", Count(_l("Days of suspension"), highest=366))


def refuse_what_cannot_be(
    sanctions: Mapping[int, PriorSanction], sanctioned: bool | None, before: date | None, too_late: Any
) -> None:
    """Sanctions by their rows came before some day, and none is written where somebody says that there was none.

    Raises `Refused`; `too_late` is the sentence for one that did not come before.
    """
    if sanctions and sanctioned is False:
        raise Refused("sanctioned", _l("Sanctions are written below: answer yes, or empty them."))
    for at, one in sanctions.items():
        if before is not None and one.on >= before:
            raise Refused(f"sanction{at}_on", too_late)
        if one.days is not None and one.kind is not Sanction.SUSPENSION:
            raise Refused(f"sanction{at}_days", _l("Only a suspension has days: empty this."))
