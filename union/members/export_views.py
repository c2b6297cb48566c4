"""Taking the roster of a workplace out: who, why, in which form; the file is made, sent and not kept."""

from __future__ import annotations

from uuid import UUID

from flask import abort
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.members import roster as rosters
from union.members.exporting import ROSTER, Format, export, how_many
from union.members.views import bp
from union.store.db import session
from union.web import outgoing
from union.web.forms.chosen import Tiles
from union.web.forms.form import Form, needed
from union.web.forms.typed import Line
from union.web.locale import language, today
from union.web.pages import page
from union.workplaces.models import Workplace

TYPES = {
    Format.CSV: "text/csv",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Take(Form):
    """What the file is for, and of which kind."""

    purpose = Line(_l("What the file is for"), [needed(_l("Write what the file is for."))], most=200)
    format = Tiles(
        _l("Kind of file"),
        Format,
        {Format.XLSX: _l("XLSX workbook"), Format.CSV: _l("CSV: a spreadsheet that opens it takes the zeros in front")},
        [needed()],
    )


@bp.get("/workplaces/<id:workplace_id>/members/export")
@may(May.EXPORT_MEMBERS)
def exporting(workplace_id: UUID) -> Response:
    return _shown(_workplace(workplace_id), Take(format=Format.XLSX))


@bp.post("/workplaces/<id:workplace_id>/members/export")
@may(May.EXPORT_MEMBERS)
def take_out(workplace_id: UUID) -> Response:
    workplace, form = _workplace(workplace_id), Take(format=Format.XLSX)
    usable = form.accepts()
    if usable and outgoing.too_many(how_many(session(), workplace.id)):
        form.form_errors.append(outgoing.capped())
    if not usable or form.errors:
        return _shown(workplace, form)
    made = export(session(), workplace.id, workplace.site.name, form.format.data, language(), today())
    name = f"{made.code}.{made.format.value}"
    parcel = outgoing.Parcel(made.content, TYPES[made.format], name, form.purpose.data, made.people, made.code)
    return outgoing.hand_over(parcel, outgoing.Whence(ROSTER, workplace.id))


def _workplace(workplace_id: UUID) -> Workplace:
    return session().get(Workplace, workplace_id) or abort(404)


def _shown(workplace: Workplace, form: Take) -> Response:
    people = how_many(session(), workplace.id)
    damaged = rosters.listed(session(), workplace.id, today()).damaged
    return page(
        "members/export.html",
        form=form,
        workplace=workplace,
        people=people,
        too_many=outgoing.too_many(people),
        most=outgoing.ALONE,
        limited=not asking().may(May.EXPORT_MANY),
        damaged=damaged,
    )
