"""The pages of the register of mail: per workplace and year what went out and came in, one entry, and the register on
paper and as a workbook."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.attachments.models import Attachment
from union.attachments.views import case_here
from union.cases.letters import LANGUAGES
from union.cases.models import Case
from union.cases.subjects import page_of
from union.correspondence import actions, register
from union.correspondence.forms import FindMail, StrikeForm
from union.correspondence.mail import Direction, MailEntry, MailNumber
from union.correspondence.models import CaseLetter
from union.correspondence.reading_register import Line, found, lines, subject, whom, years
from union.correspondence.register_sheet import on_paper, table
from union.correspondence.views import bp
from union.correspondence.words import CAME, DIRECTIONS
from union.papers.sending import MEANS
from union.press.typesetting import pdf
from union.record import chain
from union.store.db import opens_its_own, session
from union.vault.envelope import whole
from union.web import searches
from union.web.addresses import choice, paged
from union.web.current import current_installation, rights
from union.web.forms.form import current_account_id
from union.web.locale import language, today
from union.web.outgoing import Parcel, Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Workplace
from union.workplaces.panels import Panel

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WAYS = tuple(one.value for one in Direction)


def workplace_here(workplace_id: UUID) -> Workplace:
    """A site; 409 where its name cannot be read, which stands on what leaves here."""
    row = _listed(workplace_id)
    whole(row, "site")
    return row


def _listed(workplace_id: UUID) -> Workplace:
    return session().get(Workplace, workplace_id) or abort(404)


def _asked(workplace: Workplace) -> tuple[int, Direction, list[int]]:
    """The year and the direction of the address, and the years to choose from. 422 for one that is not offered."""
    known = sorted({today().year, *years(session(), workplace.id)}, reverse=True)
    year = choice("year", tuple(map(str, known)), str(today().year))
    return int(year), Direction(choice("way", WAYS, Direction.OUT.value)), known


@bp.get("/workplaces/<id:workplace_id>/mail")
@may(May.KEEP_REGISTER)
def mail_register(workplace_id: UUID) -> Response:
    return _register(_listed(workplace_id), FindMail())


def _register(workplace: Workplace, form: FindMail) -> Response:
    year, way, known = _asked(workplace)
    every = lines(session(), workplace.id, year, way)
    words = searches.words_asked(session())
    among = every if words is None else found(every, words)
    rows = paged(len(among), lambda offset, limit: among[offset : offset + limit])
    chain.opened(current_installation().store, current_account_id(), "workplace", workplace.id, words=register.KIND)
    return page(
        "correspondence/mail_register.html",
        form=form,
        workplace=workplace,
        rows=rows,
        year=year,
        way=way,
        years=known,
        directions=DIRECTIONS,
        searched=words is not None,
        means=MEANS,
        came=CAME,
        struck=sum(one.entered is not None and one.entered.struck is not None for one in every),
    )


@bp.post("/workplaces/<id:workplace_id>/mail/search")
@may(May.KEEP_REGISTER)
@opens_its_own
def find_mail(workplace_id: UUID) -> Response:
    """Nothing of what was typed is in an address; the year and the direction stay."""
    workplace, form = _listed(workplace_id), FindMail()
    if not form.accepts():
        return _register(workplace, form)
    year, way, _known = _asked(workplace)
    results = url_for("correspondence.mail_register", workplace_id=workplace_id, year=year, way=way.value)
    with current_installation().store.writing(rights) as own:
        return searches.results_of(own, form.query.data, results)


@bp.get("/mail/<id:mail_id>")
@may(May.KEEP_REGISTER)
def mail(mail_id: UUID) -> Response:
    row, case = _entry(mail_id)
    if case is not None:
        chain.opened(current_installation().store, current_account_id(), register.KIND, row.id, case=case.id)
    else:
        chain.opened(
            current_installation().store, current_account_id(), "workplace", row.workplace_id, words=register.KIND
        )
    return _mail(row, case, StrikeForm())


def _entry(mail_id: UUID) -> tuple[MailEntry, Case | None]:
    row = session().get(MailEntry, mail_id) or abort(404)
    whole(row, "entered")
    return row, case_here(row.case_id) if row.case_id is not None else None


def _mail(row: MailEntry, case: Case | None, form: StrikeForm) -> Response:
    number, said = register.number_of(session(), row), row.entered
    file = session().get(Attachment, said.file_id) if said.file_id else None
    return page(
        "correspondence/mail.html",
        form=form,
        row=row,
        said=said,
        case=case,
        case_page=page_of(case) if case else "",
        number=number,
        who=whom(said),
        subject=subject(said),
        workplace=workplace_here(row.workplace_id),
        letter=session().get(CaseLetter, said.letter_id) if said.letter_id else None,
        file=file if file is not None and not file.destroyed else None,
        named=DIRECTIONS[number.direction],
        means=MEANS,
        came=CAME,
    )


@bp.post("/mail/<id:mail_id>/strike")
@may(May.KEEP_REGISTER)
def strike_mail(mail_id: UUID) -> Response:
    row, case = _entry(mail_id)
    form = StrikeForm()
    if not form.carries_out(
        lambda: actions.strike_out(session(), current_account_id(), case, row, form.why.data), row.version
    ):
        return _mail(row, case, form)
    flash(_("The entry is struck out: its number stays in the register."), "done")
    return redirect(url_for("correspondence.mail", mail_id=mail_id))


@bp.get("/workplaces/<id:workplace_id>/mail/paper")
@may(May.KEEP_REGISTER)
def register_paper(workplace_id: UUID) -> Response:
    """One register of a year as PDF, in French or Arabic."""
    workplace = workplace_here(workplace_id)
    year, way, _known = _asked(workplace)
    said_in = choice("in", LANGUAGES, "fr")
    whole(workplace.employer, "identity")
    made = on_paper(workplace, year, way, _outward(workplace, year, way), said_in, today())
    return hand_over(paper_of(f"mail-{year}-{way.value}-{said_in}", pdf(made)), Whence("workplace", workplace.id))


@bp.get("/workplaces/<id:workplace_id>/mail/table")
@may(May.KEEP_REGISTER)
def register_table(workplace_id: UUID) -> Response:
    """The same as a workbook."""
    workplace = workplace_here(workplace_id)
    year, way, _known = _asked(workplace)
    name = f"mail-{year}-{way.value}"
    content = table(workplace, year, way, _outward(workplace, year, way), language())
    return hand_over(Parcel(content, XLSX, f"{name}.xlsx", name), Whence("workplace", workplace.id))


def _outward(workplace: Workplace, year: int, way: Direction) -> list[Line]:
    """The lines as they leave, the first first: of a confidential case the number alone, whoever takes them out."""
    return [
        Line(one.number) if one.case is not None and one.case.confidential else one
        for one in reversed(lines(session(), workplace.id, year, way))
    ]


def of_site(workplace: Workplace) -> Panel | None:
    """The way to the register of a site, with the numbers of this year."""
    if not asking().may(May.KEEP_REGISTER):
        return None
    numbers = session().scalars(
        select(MailNumber.direction).where(MailNumber.workplace_id == workplace.id, MailNumber.year == today().year)
    )
    counted = list(numbers)
    values = {
        "workplace": workplace,
        "ways": [(one, DIRECTIONS[one], counted.count(one)) for one in Direction],
        "year": today().year,
    }
    return Panel(_l("Register of mail"), "mail", "correspondence/_of_site.html", values)
