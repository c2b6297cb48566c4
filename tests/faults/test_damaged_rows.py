"""One row that does not open, of every sealed class: every other page goes on, says so, and writes nothing over it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import select, text
from structlog.testing import capture_logs

from tests.access_matrix import THROUGH
from tests.browsing import Visitor
from tests.cases.ending import ended
from tests.cast import Cast
from tests.conftest import ON_ONE_DATABASE
from tests.layoffs.desk import basis_confirmed, csv, dispute, opened, rows, taken
from tests.layoffs.test_switches import PRO_RATA
from tests.scene import Scene, furnish
from tests.test_access import addresses, rules
from tests.test_housekeeping import hand
from tests.workplaces.test_pages import SITE
from union.accounts.models import Account, Reset, Resets
from union.app import Union
from union.closures.models import Closure
from union.imports.records.readings import SavedReading
from union.imports.records.undo_log import ImportBatch
from union.jobs.housekeeping import keep_up
from union.layoffs.records.models import Layoff, LayoffSnapshot
from union.members import roster
from union.members.declared import DeclaredDays
from union.members.models import Identity, Member
from union.papers.jobloss.models import Claim
from union.proposed_sites.models import Answered, SiteProposal
from union.record import chain
from union.store.db import Model
from union.workplaces.elections import Election

SEALED = sorted(
    (table.name, column.name)
    for table in Model.metadata.tables.values()
    for column in table.columns
    if column.info.get("holds") == "envelope"
)
# What else holds an envelope, and why a page of many does not read it.
ELSEWHERE = {
    "record_entry": (
        "an entry that does not open breaks the chain: `union audit verify` names it, nothing goes on over it"
    ),
    "door": "the session of one browser: who holds it signs in again",
    "account_visit": "when one person was here last: the next visit writes it anew",
    "mail_address": "one person's address: they write it again",
    "owed_draft": "what one person has half typed: it is typed again",
    "owed_earlier": "what was worked out before, of one case: shown on its page alone",
    "ordinary_request": "hangs on one guarded case: as its timeline",
    "case_transfer": "hangs on one case: as above",
    "case_lesson": "hangs on a closed case: as above",
    "submission": "the outcome of one form that was sent",
    "job": "the work of one person",
    "calendar_feed": "one person's address",
    "report_draft": "what one person has half written: it is written again",
    "kept_search": "the words of one search of one session: it is written again",
    "published_count": "counts of a day: hidden until they are made anew, the day after at the latest",
    "import_batch": "hangs on an import: damaged with its like",
    "closure": "hangs on a dispute: as above",
    "job_loss_claim": "hangs on one person of a list: as above",
    "saved_reading": "hangs on the lists of one office: as above",
    "case_task": "hangs on a case: its day stands among the dates of the case, in an envelope of its own",
    "announced_holiday": "its days stand in clear: the page calls it another holiday",
    "case_closing": "hangs on a closed case: damaged where cases are closed",
    "declared_days": "hangs on an employment: as above",
    "election": "hangs on a workplace: as above",
    "layoff_snapshot": "hangs on one person of a list: as above",
}
# Every page of many rows. What shows one row may say that it has to be restored; these go on, whatever row it is.
OF_MANY = (
    "home.show",
    "home.agenda",
    "home.figures",
    "home.search",
    "record.index",
    "accounts.index",
    "accounts.own",
    "workplaces.index",
    "employers.index",
    "proposed_sites.index",
    "accounts.confirming",
    "members.index",
    "members.roster",
    "members.mine",
    "members.waiting",
    "members.propose",
    "members.own_file",
    "members.exporting",
    "imports.index",
    "imports.new",
    "grievances.index",
    "grievances.new",
    "layoffs.index",
    "layoffs.new",
    "layoffs.show",
    "layoffs.agenda",
    "layoffs.figures",
    "layoffs.steps",
    "closures.show",
    "closures.intake",
    "court.index",
    "receipts.index",
    "dismissals.index",
    "workplaces.show",
    "correspondence.mail_register",
    "polls.index",
    "sections.index",
    "polls.share",
    "patterns.index",
    "patterns.of_site",
    "patterns.site_line",
    "drives.index",
    "drives.mine",
    "drives.show",
    "drives.people",
    "drives.weeks",
    "drives.several",
    "drives.units",
    "drives.lists",
    "drives.trials",
    "drives.committee",
    "meetings.index",
    "sections.index",
    "trainings.index",
    "rounds.index",
    "dues.site",
    "dues.waiting",
    "dues.year_account",
    "referrals.index",
    "targets.board",
    "targets.chart",
    "targets.index",
)
# What these seven hang on: the page of one thing goes on without what hangs on it.
OF_ONE = ("members.show", "layoffs.person", "grievances.show", "imports.readings", "jobloss.show")
BROKEN = b"\x01\x00\x01" + bytes(90)
OF_ID = {
    "account": "account_id",
    "attachment": "attachment_id",
    "attachment_upload": "upload_id",
    "bundle": "bundle_id",
    "case_letter": "letter_id",
    "mail_entry": "mail_id",
    "delegates_meeting": "meeting_id",
    "exposure": "exposure_id",
    "collective_person": "joined_id",
    "union_event": "event_id",
    "poll": "poll_id",
    "election": "election_id",
    "section": "section_id",
    "site_standing": "standing_id",
    "union_meeting": "called_id",
    "training": "course_id",
    "dues_payment": "payment_id",
    "collected_dues": "collected_id",
    "dues_reminder": "reminder_id",
    "dues_list": "sent_id",
    "training_place": "taken_id",
    "general_round": "round_id",
    "referral": "referral_id",
    "brand": "brand_id",
    "brand_site": "served_id",
    "mandate_hours": "hours_id",
    "saved_list": "list_id",
    "seal_request": "request_id",
    "account_grant": "grant_id",
    "case_file": "grievances.case_id",
    "employer": "employer_id",
    "court_file": "file_id",
    "dismissal": "dismissal_id",
    "employment": "employment_id",
    "layoff_person": "person_id",
    "mandate": "mandate_id",
    "site_proposal": "proposed_sites.proposal_id",
    "member": "member_id",
    "proposal": "proposal_id",
    "receipt": "receipt_id",
    "roster_import": "import_id",
    "taken_in": "taken_in_id",
    "workplace": "workplace_id",
    "drive": "plan_id",
    "drive_unit": "unit_id",
    "drive_contact": "card_id",
    "drive_answer": "answer_id",
    "drive_follows": "line_id",
    "drive_list": "drives.list_id",
    "drive_listed": "listed_id",
    "drive_talk": "talk_id",
    "drive_trial": "trial_id",
    "drive_tick": "tick_id",
    "drive_seat": "seat_id",
}


def damage(app: Union, table: str, column: str, row: Any) -> bytes:
    """Flip one bit of a row. Returns what stands there now."""
    before = stored(app, table, column, row)
    now = before[:-1] + bytes([before[-1] ^ 1])
    put(app, table, column, row, now)
    return now


def put(app: Union, table: str, column: str, row: Any, bytes_: bytes) -> None:
    with app.store.maintaining() as session:
        session.execute(text(f'UPDATE "{table}" SET "{column}" = :now WHERE id = :id'), {"now": bytes_, "id": row})
    roster.forget()
    chain._opened.cache_clear()


def stored(app: Union, table: str, column: str, row: Any) -> bytes:
    with app.store.maintaining() as session:
        found = session.execute(text(f'SELECT "{column}" FROM "{table}" WHERE id = :id'), {"id": row}).scalar_one()
        return bytes(found or b"")  # empty: nobody asked for it yet


def row_of(app: Union, scene: Scene, table: str) -> Any:
    """A row of what stands at here."""
    if table in OF_ID:
        row: UUID = scene.here[OF_ID[table]]
        return row.hex if app.store.on_sqlite else row
    with app.store.maintaining() as session:
        case = scene.here["grievances.case_id"]
        asked = text(f'SELECT id FROM "{table}" WHERE case_id = :id')
        return session.execute(asked, {"id": case.hex if app.store.on_sqlite else case}).scalars().first()


def _fill_what_may_be_empty(app: Union, cast: Cast) -> None:
    """A code that was given to Ann, and an answer to a proposed site."""
    now = datetime.now(UTC)
    with app.store.maintaining() as session:
        session.get_one(Account, cast.ann).resets = Resets((Reset(now, cast.sal, "Sal", now, used_at=now),))
        for one in session.scalars(select(SiteProposal)):
            one.answered = Answered(now.date(), "Sal", "Connu.")


@ON_ONE_DATABASE
def test_no_page_of_many_fails_by_one_row(app: Union, cast: Cast) -> None:
    """All in one scene: furnishing it takes longer than walking it. Every row is put back before the next is
    damaged."""
    scene = furnish(app, cast)
    visitors = {name: Visitor(app, getattr(cast, name)) for name in ("ann", "olu", "sal")}
    _fill_what_may_be_empty(app, cast)
    app.config["SHOW_ERRORS"] = False
    wrong: list[str] = []
    for table, column in SEALED:
        if table in ELSEWHERE:
            continue
        row = row_of(app, scene, table)
        before = stored(app, table, column, row)
        if not before:
            continue
        now = damage(app, table, column, row)
        shut_out = {"account_grant": "ann"}.get(table)  # a role that cannot be read gives nothing
        rest = {name: visitor for name, visitor in visitors.items() if name != shut_out}
        wrong += [f"{table}.{column}: {one}" for one in _failing(app, scene, rest)]
        assert stored(app, table, column, row) == now, f"{table}.{column} was written over"
        put(app, table, column, row, before)
    assert not wrong, "\n".join(wrong)


def test_nothing_fails_by_what_hangs_on_it(app: Union, cast: Cast) -> None:
    """Whatever of seven kinds hangs on a workplace, an employment, a dispute, its people: all damaged at once.

    The page of the closure shows this very row, and says so."""
    scene = furnish(app, cast)
    at = scene.here
    place = {"workplace_id": at["workplace_id"], "version": 1}
    job = {"employment_id": at["employment_id"], "member_id": at["member_id"]}
    with app.store.maintaining() as session:
        session.get_one(SavedReading, at["reading_id"]).saved_sealed = BROKEN
        session.scalars(select(Closure).where(Closure.case_id == at["closures.case_id"])).one().plan_sealed = BROKEN
        session.add_all(
            [
                Election(**place, result_sealed=BROKEN),
                DeclaredDays(**place, **job, declared_sealed=BROKEN),
                ImportBatch(**place, import_id=at["import_id"], number=1, kept_sealed=BROKEN),
                Claim(**place, case_id=at["layoffs.case_id"], told_sealed=BROKEN),
                LayoffSnapshot(
                    case_id=at["layoffs.case_id"],
                    person_id=at["person_id"],
                    number=1,
                    facts_sealed=BROKEN,
                    snapshot_sealed=BROKEN,
                    workplace_id=at["workplace_id"],
                ),
            ]
        )
    visitors = {name: Visitor(app, getattr(cast, name)) for name in ("ann", "olu", "sal", "lex")}
    app.config["SHOW_ERRORS"] = False
    wrong = list(_failing(app, scene, visitors, tuple({*OF_MANY, *OF_ONE} - {"closures.show"})))
    assert not wrong, "\n".join(wrong)


def _failing(
    app: Union, scene: Scene, visitors: dict[str, Visitor], endpoints: tuple[str, ...] = OF_MANY
) -> Iterator[str]:
    for rule in rules(app):
        if rule.endpoint not in endpoints or "GET" not in (rule.methods or ()):
            continue
        path = (
            addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
            if rule.arguments
            else rule.rule
        )
        for name, visitor in visitors.items():
            if name in THROUGH[rule.endpoint].split() and (status := visitor.client.get(path).status_code) != 200:
                yield f"{name} {path} {status}"


def test_the_sums_say_whom_a_damaged_row_leaves_out(app: Union, cast: Cast, olu: Visitor) -> None:
    """The person is named by their place on the list, also where the sums stand for the lists of disputes; nothing
    leaves as if it were whole."""
    basis_confirmed(app)
    address = opened(olu, cast, kind="resignations")
    line = "{};Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"
    taken(olu, address, csv(*(line.format(number) for number in range(1, 4))))
    before = rows(app, cast, address)
    row = before[1].id.hex if app.store.on_sqlite else before[1].id
    damage(app, "layoff_person", "facts_sealed", row)
    app.config["SHOW_ERRORS"] = False
    for path in (address, f"{address}/figures"):
        said = olu.page(f"{path}?lang=fr").get_text(" ", strip=True)
        assert "1 personne n’est pas dans ces montants" in said
        assert "La ligne n° 2 ne se lit plus" in said
        assert f"{dispute(app, cast, address).code} · 2" in said
    for path in ("procedure", "agenda", "order"):
        assert f"{dispute(app, cast, address).code} · 2" in olu.get(f"{address}/{path}?lang=fr").text
    for path in (f"{address}/print", f"{address}/people/{before[1].id}"):
        assert "restaurer" in olu.get(f"{path}?lang=fr", 409).text
    olu.post(f"{address}/out", {"what": "csv", "why": "Comptage"}, 409)
    olu.post(f"{address}/switches", {**PRO_RATA, "version": str(dispute(app, cast, address).version)})
    taken_now = dispute(app, cast, address).matter.taken
    assert taken_now is not None
    assert taken_now.left_uncomputed == 1


def test_a_dispute_closed_before_says_whom_its_sums_leave_out(app: Union, cast: Cast, olu: Visitor) -> None:
    """Its sums were kept when rows that did not open were counted nowhere; a row damaged since is in them."""
    basis_confirmed(app)
    address = opened(olu, cast, kind="resignations")
    line = "{};Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"
    taken(olu, address, csv(*(line.format(number) for number in range(1, 4))))
    row = rows(app, cast, address)[1].id
    damage(app, "layoff_person", "facts_sealed", row.hex if app.store.on_sqlite else row)
    olu.post(f"{address}/switches", {**PRO_RATA, "version": str(dispute(app, cast, address).version)})
    ended(olu, address, words="Accord signé.")
    for sums, said in (({}, True), ({"minimum": Decimal("1.00")}, False)):
        with app.store.maintaining() as session:
            held = session.scalars(select(Layoff)).one()
            assert held.matter.taken is not None
            kept = dataclasses.replace(held.matter.taken, left_uncomputed=0, in_sums=None, **sums)
            held.matter = dataclasses.replace(held.matter, taken=kept)
        keep_up(hand(app))
        assert ("1 personne laissée de côté" in olu.get("/layoffs?stage=closed&lang=fr").text) is said


def test_nothing_is_written_over_a_row_that_does_not_open(app: Union, cast: Cast, olu: Visitor) -> None:
    """Neither through its own form, nor by what sets the whole content without reading it."""
    row = cast.omar.hex if app.store.on_sqlite else cast.omar
    typed = {"given_name": "Omar", "family_name": "El Fassi", "version": "1"}
    now = damage(app, "member", "identity_sealed", row)
    app.config["SHOW_ERRORS"] = False
    said = olu.get(f"/members/{cast.omar}/edit?lang=en", 409).text
    assert "Nothing was changed. Have it restored" in said
    olu.post(f"/members/{cast.omar}/edit", typed, 409)
    with app.store.reading(cast.reach("olu")) as session:
        member = session.get_one(Member, cast.omar)
        with pytest.raises(InvalidTag):
            member.identity = Identity("Somebody", "Else")
    assert stored(app, "member", "identity_sealed", row) == now


def test_what_stands_for_a_name_is_never_kept(app: Union, cast: Cast, sal: Visitor) -> None:
    row = cast.here.hex if app.store.on_sqlite else cast.here
    now = damage(app, "workplace", "site_sealed", row)
    app.config["SHOW_ERRORS"] = False
    with capture_logs() as logs:
        assert "un lieu de travail qui ne se lit plus" in sal.get("/workplaces").text
    assert {"event": "row_does_not_open", "table": "workplace", "id": str(cast.here), "log_level": "error"} in logs
    sal.post(f"/workplaces/{cast.here}/edit", {**SITE, "version": "1"}, 409)
    assert stored(app, "workplace", "site_sealed", row) == now


def test_no_paper_goes_out_under_a_name_that_stands_for_another(app: Union, cast: Cast) -> None:
    """Letters and sheets name the employer: they are refused, where a page shows the words that stand for it."""
    scene, olu = furnish(app, cast), Visitor(app, cast.olu)
    app.config["SHOW_ERRORS"] = False
    pages = [
        addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
        for rule in rules(app)
        if "GET" in (rule.methods or ()) and "olu" in THROUGH.get(rule.endpoint, "").split()
    ]
    papers = [path for path in pages if olu.client.get(path).mimetype == "application/pdf"]
    assert len(papers) > 3, papers
    # A kept text holds the name of its day; the slip of a file for the court and a receipt name no employer.
    papers = [one for one in papers if not one.startswith("/letters/") and not one.endswith(("/slip", "/receipt"))]
    damage(app, "employer", "identity_sealed", row_of(app, scene, "employer"))
    assert [path for path in papers if olu.client.get(path).status_code != 409] == []
