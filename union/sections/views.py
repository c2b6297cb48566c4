"""The pages of sections: the list, one section with its steps, its assembly, statutes and officers, and its letters."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.forms import Confirm
from union.cases.letters import LANGUAGES
from union.cases.subjects import Place
from union.correspondence.word_file import MIMETYPE, word_file
from union.law.sections.filing import RIGHTS, WHAT, Step, term_ends
from union.law.sources.articles import cite
from union.press.typesetting import pdf
from union.record import chain
from union.refusal import Refused
from union.sections import actions, letters
from union.sections.forms import DoneForm, FileForm, FoundingForm, HandedForm, OfficerForm, StatutesForm, TellForm
from union.sections.models import Done, Officer, Section
from union.sections.shown import following, say, steps
from union.sections.steps import WAYS
from union.sections.words import CHECKS, OFFICES, WHYS
from union.store.db import session
from union.tables.cells.names import fold
from union.vault.envelope import whole
from union.web.addresses import choice, line_of, single
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.outgoing import Parcel, Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Employer, Workplace, sites

bp = Blueprint("sections", __name__)


@bp.get("/offices")
@may(May.KEEP_SECTIONS)
def index() -> Response:
    kept: dict[UUID, Section] = {}
    for one in readable(session().scalars(select(Section)), "told"):
        known = kept.get(one.workplace_id)
        if known is None or known.told.closed_on is not None:
            kept[one.workplace_id] = one
    places = sorted(session().scalars(sites()), key=lambda one: (one.id not in kept, fold(one.site.called)))
    lines = [(one, kept.get(one.id), following(kept[one.id]) if one.id in kept else None) for one in places]
    chain.listed(current_installation().store, current_account_id(), "sections", None, len(kept))
    return page("sections/index.html", lines=lines)


@bp.get("/workplaces/<id:workplace_id>/offices/new")
@may(May.KEEP_SECTIONS)
def new(workplace_id: UUID) -> Response:
    place = _workplace(workplace_id)
    return page("sections/founding.html", form=_founding_form(place, None), workplace=place, section=None)


@bp.post("/workplaces/<id:workplace_id>/offices/new")
@may(May.KEEP_SECTIONS)
def create(workplace_id: UUID) -> Response:
    place = _workplace(workplace_id)
    form = _founding_form(place, None)
    made: list[Section] = []

    def act() -> None:
        told = (form.name.data or "", tuple(form.also.ids), form.founded)
        made.append(actions.open_one(session(), current_account_id(), place.id, *told))

    if not form.carries_out(act):
        return page("sections/founding.html", form=form, workplace=place, section=None)
    return _kept(made[0])


def _founding_form(place: Workplace, section: Section | None) -> FoundingForm:
    others = session().scalars(sites().where(Workplace.employer_id == place.employer_id, Workplace.id != place.id))
    known = [(one.id, one.site.called) for one in others]
    form = FoundingForm()
    if section is not None:
        told, in_reach = section.told, {one for one, _called in known}
        form = FoundingForm(
            name=told.name,
            also=[str(one) for one in told.also if one in in_reach],
            on=told.founded.on,
            place=told.founded.place,
            present=told.founded.present,
            minutes=told.founded.minutes,
        )
    form.also.offer(sorted(known, key=lambda one: fold(one[1])))
    return form


@bp.get("/offices/<id:section_id>")
@may(May.KEEP_SECTIONS)
def show(section_id: UUID) -> Response:
    section = section_or_404(section_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, section.id)
    return _show(section)


def _show(section: Section, refused: object = None) -> Response:
    told, found = section.told, steps(section)
    months = told.statutes.term_months if told.statutes else None
    return page(
        "sections/show.html",
        section=section,
        told=told,
        workplace=place_of(section),
        also=_names(told.also),
        filings=[(at, one, [each for each in found if each.at == at]) for at, one in enumerate(told.filings)],
        next=following(section),
        ends={one.number: term_ends(one.from_on, months, one.until_on) for one in told.officers},
        deposit=told.deposit,
        offices=OFFICES,
        whys=WHYS,
        rights=[(say(said), say(cite(articles))) for said, articles in RIGHTS],
        plans_sites=asking().may(May.PLAN_SITE),
        refused=refused,
        status=409 if refused else 200,
    )


def _names(also: tuple[UUID, ...]) -> list[Workplace]:
    """The further sites that are in reach."""
    return list(session().scalars(select(Workplace).where(Workplace.id.in_(also)))) if also else []


@bp.get("/offices/<id:section_id>/founding")
@may(May.KEEP_SECTIONS)
def edit(section_id: UUID) -> Response:
    section = section_or_404(section_id)
    place = place_of(section)
    return page("sections/founding.html", form=_founding_form(place, section), workplace=place, section=section)


@bp.post("/offices/<id:section_id>/founding")
@may(May.KEEP_SECTIONS)
def update(section_id: UUID) -> Response:
    section = section_or_404(section_id)
    place = place_of(section)
    form = _founding_form(place, section)

    def act() -> None:
        offered = {one.id for one in _names(section.told.also)}
        unseen = tuple(one for one in section.told.also if one not in offered)  # of a colleague's reach: they stay
        told = (form.name.data or "", (*form.also.ids, *unseen), form.founded)
        actions.keep_founding(session(), current_account_id(), section, *told)

    if not form.carries_out(act, section.version):
        return page("sections/founding.html", form=form, workplace=place, section=section)
    return _kept(section)


@bp.get("/offices/<id:section_id>/rules")
@may(May.KEEP_SECTIONS)
def statutes(section_id: UUID) -> Response:
    section = section_or_404(section_id)
    return page("sections/statutes.html", form=_statutes_form(section), workplace=place_of(section), section=section)


@bp.post("/offices/<id:section_id>/rules")
@may(May.KEEP_SECTIONS)
def keep_statutes(section_id: UUID) -> Response:
    section = section_or_404(section_id)
    form = _statutes_form(section)
    if not form.carries_out(
        lambda: actions.keep_statutes(session(), current_account_id(), section, form.statutes), section.version
    ):
        return page("sections/statutes.html", form=form, workplace=place_of(section), section=section)
    return _kept(section)


def _statutes_form(section: Section) -> StatutesForm:
    known = section.told.statutes
    if known is None:
        return StatutesForm()
    return StatutesForm(adopted_on=known.adopted_on, text=known.text, term_months=known.term_months)


@bp.get("/offices/<id:section_id>/names")
@may(May.KEEP_SECTIONS)
def officers(section_id: UUID) -> Response:
    return _officer_page(section_or_404(section_id), OfficerForm(from_on=today()), None)


@bp.post("/offices/<id:section_id>/names")
@may(May.KEEP_SECTIONS)
def add_officer(section_id: UUID) -> Response:
    section, form = section_or_404(section_id), OfficerForm(from_on=today())
    if not form.carries_out(
        lambda: actions.add_officer(session(), current_account_id(), section, _officer(form, None)), section.version
    ):
        return _officer_page(section, form, None)
    return _kept(section, "sections.officers")


@bp.get("/offices/<id:section_id>/names/one")
@may(May.KEEP_SECTIONS)
def officer(section_id: UUID) -> Response:
    section = section_or_404(section_id)
    known = _asked_officer(section)
    return _officer_page(section, _officer_form(known), known)


@bp.post("/offices/<id:section_id>/names/one")
@may(May.KEEP_SECTIONS)
def keep_officer(section_id: UUID) -> Response:
    section = section_or_404(section_id)
    known = _asked_officer(section)
    form = _officer_form(known)
    if not form.carries_out(
        lambda: actions.keep_officer(session(), current_account_id(), section, _officer(form, known)), section.version
    ):
        return _officer_page(section, form, known)
    return _kept(section, "sections.officers")


def _asked_officer(section: Section) -> Officer:
    """The officer whose number stands in the address, else the first; 404 without."""
    known = {str(one.number): one for one in section.told.officers}
    asked = single("officer") or next(iter(known), "")
    return known.get(asked) or abort(404)


def _officer_form(known: Officer) -> OfficerForm:
    ticked = {one.value: True for one in known.checked}
    return OfficerForm(
        name=known.name,
        office=known.office,
        from_on=known.from_on,
        until_on=known.until_on,
        left_on=known.left_on,
        **ticked,
    )


def _officer(form: OfficerForm, known: Officer | None) -> Officer:
    """What was typed; whoever changes the ticks is named with the day."""
    checked, by, on = form.checked, asking().name, today()
    if known is not None and set(known.checked) == set(checked):
        by, on_before = known.checked_by, known.checked_on
    else:
        on_before = on if checked else None
        by = by if checked else ""
    return Officer(
        known.number if known else 0,
        form.name.data,
        form.office.data,
        form.from_on.data,
        form.until_on.data,
        form.left_on.data,
        checked,
        by,
        on_before,
    )


def _officer_page(section: Section, form: OfficerForm, known: Officer | None) -> Response:
    return page(
        "sections/officers.html",
        form=form,
        known=known,
        section=section,
        told=section.told,
        workplace=place_of(section),
        offices=OFFICES,
        checks=CHECKS,
    )


@bp.get("/offices/<id:section_id>/step")
@may(May.KEEP_SECTIONS)
def doing(section_id: UUID) -> Response:
    section = section_or_404(section_id)
    at, step = _asked_step(section)
    return _doing(section, at, step, _done_form(section, at, step))


@bp.post("/offices/<id:section_id>/step")
@may(May.KEEP_SECTIONS)
def do(section_id: UUID) -> Response:
    section = section_or_404(section_id)
    at, step = _asked_step(section)
    form = _done_form(section, at, step)

    def act() -> None:
        way = form.way.data if isinstance(form, HandedForm) else None
        refused = isinstance(form, FileForm) and bool(form.refused.data)
        done = Done(step, form.on.data, way, form.proof.data or "")
        actions.do(session(), current_account_id(), section, at, done, refused=refused)

    if not form.carries_out(act, section.version):
        return _doing(section, at, step, form)
    return _kept(section)


def _asked_step(section: Section) -> tuple[int, Step]:
    """The filing and the step of the address, else the first filing's file; 404 for a step that it does not have."""
    step = Step(choice("step", tuple(one.value for one in Step), Step.FILE.value))
    at = line_of("filing") if single("filing") else 0
    if at is None or not actions.is_part(section.told, at, step):
        abort(404)
    return at, step


def _done_form(section: Section, at: int, step: Step) -> DoneForm:
    filed = section.told.filings[at]
    known = next((one for one in filed.done if one.step is step), None)
    on, way, proof = (known.on, known.way, known.proof) if known else (today(), None, "")
    if step is Step.FILE:
        refused = known is None and filed.refused_on is not None
        return FileForm(on=filed.refused_on if refused else on, way=way, proof=proof, refused=refused)
    if step not in WAYS:
        return DoneForm(on=on, proof=proof)
    return HandedForm(on=on, way=way or (WAYS[step][0] if len(WAYS[step]) == 1 else None), proof=proof)


def _doing(section: Section, at: int, step: Step, form: DoneForm) -> Response:
    found = next((one for one in steps(section) if one.at == at and one.key == step.value), None)
    return page(
        "sections/doing.html",
        form=form,
        section=section,
        workplace=place_of(section),
        step=found,
        key=step.value,
        at=at,
        what=say(WHAT[step]),
        written=found.done if found else section.told.filings[at].refused_on,
    )


@bp.post("/offices/<id:section_id>/step/undo")
@may(May.KEEP_SECTIONS)
def undo(section_id: UUID) -> Response:
    Confirm()
    section = section_or_404(section_id)
    at, step = _asked_step(section)
    return _one_button(section, lambda: actions.undo(session(), current_account_id(), section, at, step))


@bp.post("/offices/<id:section_id>/step/strike")
@may(May.KEEP_SECTIONS)
def strike(section_id: UUID) -> Response:
    Confirm()
    section = section_or_404(section_id)
    return _one_button(section, lambda: actions.strike(session(), current_account_id(), section))


@bp.post("/offices/<id:section_id>/close")
@may(May.KEEP_SECTIONS)
def close(section_id: UUID) -> Response:
    Confirm()
    section = section_or_404(section_id)
    return _one_button(section, lambda: actions.close(session(), current_account_id(), section, today()))


@bp.post("/offices/<id:section_id>/reopen")
@may(May.KEEP_SECTIONS)
def reopen(section_id: UUID) -> Response:
    Confirm()
    section = section_or_404(section_id)
    return _one_button(section, lambda: actions.reopen(session(), current_account_id(), section))


def _one_button(section: Section, act: Callable[[], None]) -> Response:
    try:
        act()
    except Refused as error:
        return _show(section, error.sentence)
    return _kept(section)


@bp.get("/offices/<id:section_id>/letter")
@may(May.KEEP_SECTIONS)
def letter(section_id: UUID) -> Response:
    """The letter of a step; 404 for a step without one, and for that to the employer, which is asked for by a form."""
    section = section_or_404(section_id)
    at, step = _asked_step(section)
    if step not in letters.LETTERS or step is Step.EMPLOYER:
        abort(404)
    return _printed(section, at, step)


@bp.get("/offices/<id:section_id>/telling")
@may(May.KEEP_SECTIONS)
def telling(section_id: UUID) -> Response:
    """What is to be read before the officers are named to the employer."""
    section = section_or_404(section_id)
    return _telling(section, TellForm())


@bp.post("/offices/<id:section_id>/telling")
@may(May.KEEP_SECTIONS)
def tell(section_id: UUID) -> Response:
    section, form = section_or_404(section_id), TellForm()
    at = _told_filing(section)
    if at is None or not form.accepts():
        return _telling(section, form, status=422 if at is None else 200)
    return _printed(section, at, Step.EMPLOYER)


def _telling(section: Section, form: TellForm, status: int = 200) -> Response:
    at = _told_filing(section)
    return page(
        "sections/telling.html",
        form=form,
        section=section,
        told=section.told,
        workplace=place_of(section),
        at=at,
        offices=OFFICES,
        status=status,
    )


def _told_filing(section: Section) -> int | None:
    """The newest filing that has its proof: it is the one that the employer may be told of."""
    proven = [at for at, one in enumerate(section.told.filings) if one.proof is not None]
    return proven[-1] if proven else None


def _printed(section: Section, at: int, step: Step) -> Response:
    said_in, way = choice("in", LANGUAGES, "fr"), choice("way", ("draft", "sign", "docx"), "draft")
    told = whole(section, "told")
    site = place_of(section)
    place = Place(whole(session().get_one(Employer, site.employer_id), "identity"), whole(site, "site"))
    made = letters.of_step(step, told, told.filings[at], place, said_in, today(), draft=way == "draft")
    named = f"letter-{today().isoformat()}-{said_in}"  # a file in a folder says nothing of what it is about
    if way == "docx":
        parcel = Parcel(word_file(made), MIMETYPE, f"{named}.docx", named)
    else:
        parcel = paper_of(named, pdf(made), draft=way == "draft")
    return hand_over(parcel, Whence(actions.KIND, section.id))


def _kept(section: Section, where: str = "sections.show") -> Response:
    flash(_("Kept."), "done")
    return redirect(url_for(where, section_id=section.id))


def section_or_404(section_id: UUID) -> Section:
    """One section within reach; 404 without."""
    return session().get(Section, section_id) or abort(404)


def place_of(section: Section) -> Workplace:
    """The site where a section was founded."""
    return session().get_one(Workplace, section.workplace_id)


def _workplace(workplace_id: UUID) -> Workplace:
    return session().get(Workplace, workplace_id) or abort(404)
