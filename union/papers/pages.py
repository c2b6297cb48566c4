"""The pages of a kind of paper: written down, shown, changed step by step, printed, listed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from union.access import may
from union.cases import subjects
from union.cases.letters import LANGUAGES
from union.cases.models import Case
from union.cases.subjects import Subject
from union.papers.declaration import FORM, Beginning, Kind, Opened, Printed, Shelf, Step
from union.papers.facts import FactsForm, laid_out
from union.papers.shelf import index as shelf_index
from union.papers.table import PaperTable
from union.press.typesetting import pdf
from union.record import chain
from union.store.db import session
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.forms.form import Form, current_account_id
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page


def blueprint(kind: Kind) -> Blueprint:
    """The blueprint of a kind, with every page that it declares."""
    bp = Blueprint(kind.name, __name__)
    _show(bp, kind)
    if kind.begins is not None and kind.shelf is not None:
        _begin(bp, kind, kind.begins, kind.shelf)
        _index(bp, kind, kind.shelf)
    for step in kind.steps:
        _change(bp, kind, step)
    if kind.printed is not None:
        _print(bp, kind, kind.printed)
    return bp


def _here(kind: Kind, endpoint: str, **more: Any) -> str:
    """Another page of the paper that is shown."""
    return url_for(f"{kind.name}.{endpoint}", **(request.view_args or {}), **more)


def _show(bp: Blueprint, kind: Kind) -> None:
    @bp.get(kind.address)
    @may(kind.read)
    def show(**asked: UUID) -> Response:
        one = kind.opened(**asked)
        chain.opened(current_installation().store, current_account_id(), *one.recorded, case=one.case.id)
        return page(
            kind.template,
            case=one.case,
            row=one.row,
            paper=one.content,
            name=one.name,
            title=kind.called(one.content),
            to=lambda endpoint, **more: _here(kind, endpoint, **more),
            **kind.shown(one),
        )


def _begin(bp: Blueprint, kind: Kind, begins: Beginning, shelf: Shelf) -> None:
    """A paper of the one person of a case, or of somebody on the list of a dispute."""
    of_case = subjects.of_case if shelf.of_all else subjects.one_person

    def asked(case: Case, subject: Subject) -> Response:
        return _beginning(kind, begins, begins.form(**begins.known(case, subject)), case, subject)

    def done(case: Case, subject: Subject) -> Response:
        form, table = begins.form(), kind.table
        assert isinstance(table, PaperTable)
        if form.accepts():
            with form.refusing():
                facts = form.facts(table.holds) | begins.found(subject)
                row = table.write_down(session(), current_account_id(), case, subject.about, facts)
                return redirect(kind.url(row.id, begins.then))
        return _beginning(kind, begins, form, case, subject)

    @bp.get(f"/cases/<id:case_id>/{kind.name}/new")
    @may(kind.work)
    def new(case_id: UUID) -> Response:
        return asked(*of_case(case_id))

    @bp.get(f"/people/<id:person_id>/{kind.name}/new")
    @may(kind.work)
    def new_for(person_id: UUID) -> Response:
        return asked(*subjects.of_line(person_id))

    @bp.post(f"/cases/<id:case_id>/{kind.name}/new")
    @may(kind.work)
    def create(case_id: UUID) -> Response:
        return done(*of_case(case_id))

    @bp.post(f"/people/<id:person_id>/{kind.name}/new")
    @may(kind.work)
    def create_for(person_id: UUID) -> Response:
        return done(*subjects.of_line(person_id, begins.form))


def _beginning(kind: Kind, begins: Beginning, form: FactsForm, case: Case, subject: Subject) -> Response:
    action = (
        url_for(f"{kind.name}.create_for", person_id=subject.person_id)
        if subject.person_id
        else url_for(f"{kind.name}.create", case_id=case.id)
    )
    return page(
        FORM,
        form=form,
        fields=laid_out(form),
        case=case,
        name=subject.about.name,
        noun=kind.noun,
        title=kind.noun,
        button=begins.button,
        action=action,
    )


def _index(bp: Blueprint, kind: Kind, shelf: Shelf) -> None:
    @bp.get(f"/cases/<id:case_id>/{kind.name}")
    @may(kind.read)
    def index(case_id: UUID) -> Response:
        case = subjects.case_or_404(case_id)
        chain.opened(current_installation().store, current_account_id(), case.kind.value, case.id)
        return shelf_index(kind, shelf, case)


def _change(bp: Blueprint, kind: Kind, step: Step) -> None:
    """A form about the paper, and its act: it leads back to the paper, or shows the form again with what is wrong."""
    address = f"{kind.address}/{step.path}"

    @bp.get(address, endpoint=step.page)
    @may(kind.work)
    def ask(**asked: UUID) -> Response:
        one = kind.opened(**asked)
        return _step(kind, step, one, step.form(one.content))

    @bp.post(address, endpoint=step.act)
    @may(kind.work)
    def act(**asked: UUID) -> Response:
        one = kind.opened(**asked)
        form = step.form(one.content)
        if not form.carries_out(lambda: step.do(session(), current_account_id(), one, form), one.version):
            return _step(kind, step, one, form)
        flash(step.done, "done")
        return redirect(_here(kind, "show"))


def _step(kind: Kind, step: Step, one: Opened, form: Form) -> Response:
    return page(
        step.template,
        form=form,
        fields=laid_out(form),
        case=one.case,
        name=one.name,
        noun=kind.noun,
        title=step.title,
        button=step.button,
        hint=step.hint,
        action=_here(kind, step.act),
        back=_here(kind, "show"),
        version=one.version,
        **step.shown(one),
    )


def _print(bp: Blueprint, kind: Kind, printed: Printed) -> None:
    @bp.get(f"{kind.address}/{printed.path}", endpoint=printed.page)
    @may(kind.read)
    def hand_out(**asked: UUID) -> Response:
        """The paper as a PDF; 404 where there is nothing to print."""
        one = kind.opened(**asked)
        names = printed.names
        name = choice("paper", names, names[0]) if len(names) > 1 else names[0]
        language = choice("in", LANGUAGES, "fr")
        draft = printed.drafts and choice("way", ("draft", "sign"), "draft") == "draft"
        made = printed.make(one, name, language, today(), draft) or abort(404)
        called = "-".join([one.case.code, *([str(one.position)] if one.position else []), name, language])
        return hand_over(paper_of(called, pdf(made), draft=draft), Whence(*one.recorded, one.case.id))
