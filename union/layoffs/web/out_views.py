"""Taking a dispute out: the group's table at once, everybody's sheets in the background; each with who and why."""

from __future__ import annotations

from itertools import chain
from uuid import UUID

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from union.access import May, may
from union.jobs.worker import JobState
from union.layoffs.papers.archive import made, make_sheets, sealed_pieces
from union.layoffs.papers.employer_copy import unmarked
from union.layoffs.papers.outgoing import FOR_HIM, heads, table, totals_row, totals_told
from union.layoffs.records.acts import Outgoing
from union.layoffs.records.models import Layoff, on_the_list
from union.layoffs.sums import overview
from union.layoffs.web.blueprint import bp, dispute_or_404
from union.layoffs.web.forms import OutForm
from union.members.watermark import Mark
from union.press.workbooks import Beside, xlsx
from union.store.db import session
from union.tables.writing import in_dialect
from union.web import outgoing
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import language, today
from union.web.pages import page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RUNNING = {JobState.WAITING, JobState.RUNNING}


@bp.get("/layoffs/<id:case_id>/out")
@may(May.WORK_LAYOFF)
def out(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    if dispute.matter.taken is None or not dispute.matter.taken.whole:
        return _refused(dispute)
    return _out(dispute, OutForm())


def _out(dispute: Layoff, form: OutForm) -> Response:
    return page("layoffs/out.html", form=form, dispute=dispute, archive=made(session(), dispute), running=RUNNING)


@bp.post("/layoffs/<id:case_id>/out")
@may(May.WORK_LAYOFF)
def take_out(case_id: UUID) -> Response:
    dispute, form = dispute_or_404(case_id), OutForm()
    if dispute.matter.taken is None or not dispute.matter.taken.whole:
        return _refused(dispute)
    if not form.accepts():
        return _out(dispute, form)
    wanted: Outgoing = form.what.data
    if outgoing.too_many(dispute.matter.taken.people):
        form.form_errors.append(outgoing.capped())
        return _out(dispute, form)
    if wanted in {Outgoing.XLSX, Outgoing.CSV, Outgoing.EMPLOYER}:
        return _table(dispute, wanted, form.why.data)
    with form.refusing():
        for one in make_sheets(
            session(), current_account_id(), dispute, wanted.value.removeprefix("sheets_"), form.why.data
        ):
            current_installation().files.remove(one)
    if form.errors:
        return _out(dispute, form)
    return redirect(url_for("layoffs.out", case_id=case_id))


def _refused(dispute: Layoff) -> Response:
    """A list of the known alone, outside these walls, would tell who they are."""
    return page("layoffs/not_printed.html", status=422, dispute=dispute, taken=dispute.matter.taken)


def _table(dispute: Layoff, wanted: Outgoing, why: str) -> Response:
    rows = session().scalars(on_the_list(dispute.id)).all()
    his = wanted is Outgoing.EMPLOYER
    told = unmarked(dispute.matter, rows) if his else overview.whole(rows)
    columns = FOR_HIM if his else None
    code = outgoing.new_code()
    # Names in the employer's own spelling and nothing else: whoever they ask about a mark learns of one.
    mark = None if his else Mark(code)
    named = dispute.code if his else f"{dispute.code} {code}"
    head = heads(dispute.matter.kind)[:columns]
    foot = totals_row(overview.totals([one.entry for one in told]))
    foot = [*foot, *[None] * (len(head) - len(foot))][:columns]
    lines = [line[:columns] for line in table(told, mark)]
    if wanted is Outgoing.CSV:
        content, kind, end = in_dialect(head, [*lines, foot], language()), "text/csv", ".csv"
    else:
        beside = Beside(named, totals_told(head, foot))
        content, kind, end = xlsx(named, head, lines, language(), beside), XLSX, ".xlsx"
    # The employer's own says neither by a name nor by a blank when it was made again.
    name = f"{dispute.code}-{today():%Y%m%d}-{'liste' if his else code}{end}"
    parcel = outgoing.Parcel(content, kind, name, why, len(rows), code)
    return outgoing.hand_over(parcel, outgoing.Whence("layoff", dispute.id))


@bp.get("/layoffs/<id:case_id>/sheets/progress")
@may(May.WORK_LAYOFF)
def sheets_progress(case_id: UUID) -> Response:
    """The piece that the page asks for each second; at the end it leads to the archive."""
    dispute = dispute_or_404(case_id)
    job = made(session(), dispute)
    if job is not None and job.state in RUNNING:
        return page("layoffs/sheets_progress.html", dispute=dispute, archive=job)
    answer = Response("")
    answer.headers["HX-Redirect"] = url_for("layoffs.out", case_id=case_id)
    return answer


@bp.get("/layoffs/<id:case_id>/sheets.zip")
@may(May.WORK_LAYOFF)
def sheets_zip(case_id: UUID) -> Response:
    """The archive that this person asked for, sealed until now; where there is none, the page to ask on."""
    dispute = dispute_or_404(case_id)
    job = made(session(), dispute)
    if job is None or "file" not in job.brief.result:
        return redirect(url_for("layoffs.out", case_id=case_id))
    result, pieces = job.brief.result, sealed_pieces(current_installation().files, job.brief.result)
    try:
        first = next(pieces)
    except FileNotFoundError:
        abort(404)
    asked, code = job.brief.asked, outgoing.new_code()
    parcel = outgoing.Parcel(
        chain([first], pieces),
        "application/zip",
        f"{dispute.code}-{asked['language']}-{code}.zip",
        asked["why"],
        result["sheets"],
        code,
        result.get("size", len(first)),
    )
    return outgoing.hand_over(parcel, outgoing.Whence("layoff", dispute.id))
