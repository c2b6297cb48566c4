"""One of everything at each of the two workplaces: what a test needs that goes over every page."""

from __future__ import annotations

import typing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.attachments.samples import photograph
from tests.browsing import Visitor
from tests.cast import Cast
from tests.drives.planned import planned
from tests.entitlements import asking as owed
from tests.imports.lists import made, uploaded
from tests.layoffs import desk
from union.accounts.models import Grant
from union.app import Union
from union.attachments import actions as attaching
from union.attachments import receiving, uploads
from union.attachments.models import Description, Shown, Source, What
from union.bundles import models as bundles
from union.cases.links import CaseLink, Tie
from union.cases.models import CaseEntry, CaseParty, Entry, Stage
from union.cases.tasks import CaseTask, Task, TaskState
from union.closures.models import GatePerson, TakenIn, intake_of
from union.collective.models import Consent, Joined, Standing
from union.confidentiality.models import Request, SealRequest
from union.correspondence.mail import Direction, Entered, MailEntry, MailNumber
from union.correspondence.models import CaseLetter, LetterState, Posted, Written
from union.dues.models import (
    Collected,
    CollectedDues,
    CollectedState,
    DuesList,
    DuesPayment,
    DuesRate,
    DuesReminder,
    ListState,
    Paid,
    ReceiptNumber,
    Reminded,
)
from union.dues.models import Line as PaidLine
from union.dues.models import Listed as ListedPayments
from union.dues.models import Means as PaidBy
from union.grievances.models import Grievance, Paper, Problem, Report
from union.grievances.saved_lists import Saved as KeptList
from union.grievances.saved_lists import SavedList
from union.holidays.models import Announced, AnnouncedHoliday, Feast
from union.imports.records.readings import Filled, Saved, SavedReading, shape_token
from union.inspection.filetypes import FileType
from union.inspection.findings import Findings
from union.law.sections.filing import Step
from union.layoffs.records.models import on_the_list
from union.mandates.models import MandateHours, Meeting, Met, Purpose, Spent
from union.meetings.models import Attended, Decided, MeetingKind, UnionMeeting
from union.meetings.models import Told as ToldOfMeeting
from union.members.models import Entrusted, HandedIn, Held, Mandate, MandateKind, Membership, Proposal, ProposalState
from union.papers.sending import Means
from union.patterns.models import Happened, UnionEvent
from union.patterns.models import Told as ToldEvent
from union.polls.models import Candidate, Checked, Doubt, People, Poll, Station
from union.polls.models import Told as Election
from union.press.content import Letter, Part
from union.proposed_sites.models import Asked, SiteProposal
from union.proposed_sites.models import State as Waits
from union.referrals.models import Referral
from union.referrals.models import Told as ToldOfReferral
from union.rounds.models import GeneralRound, Seated
from union.rounds.models import Told as ToldOfRound
from union.sections.models import Done, Filed, Founded, Office, Officer, Section, Statutes, Way, Why
from union.sections.models import Told as ToldOfSection
from union.store.reach import ReachSession
from union.targets.brands import Brand, BrandSite, Served
from union.targets.brands import Told as ToldOfBrand
from union.targets.models import Reached, SiteStage, SiteStanding
from union.targets.models import Standing as SitePlan
from union.trainings.models import Place, Subject, Training, TrainingPlace
from union.trainings.models import Told as ToldOfTraining
from union.web.locale import today
from union.workplaces.elections import College, ListResult, Result, Seat
from union.workplaces.elections import Election as Voted
from union.workplaces.models import Workplace

FACTS = "Le badge ne marche plus depuis lundi."
LIST = desk.csv("M-1;ALAMI;Nadia;Employé;01/02/2015;31/12/2026;6000,00;10;non;20000,00;")


@dataclass
class Scene:
    """The ids of what stands at here, and of what stands at there; an argument may mean one thing a feature."""

    here: dict[str, UUID] = field(default_factory=dict)
    there: dict[str, UUID] = field(default_factory=dict)
    hidden: UUID | None = None  # a confidential grievance at here, reported by Ann

    def arguments(self, side: str, endpoint: str, names: set[str]) -> dict[str, UUID]:
        """An id for each argument of a rule. Raises `KeyError` for one that nobody taught the scene."""
        known: dict[str, UUID] = getattr(self, side)
        feature = endpoint.split(".", 1)[0]
        return {name: known.get(f"{feature}.{name}") or known[name] for name in names}


def furnish(app: Union, cast: Cast) -> Scene:
    """Write one of everything at each workplace."""
    scene = Scene()
    desk.basis_confirmed(app)
    sal = Visitor(app, cast.sal)
    with app.store.maintaining() as session:
        for side, delegate, member, employment in (
            (scene.here, cast.ann, cast.mina, cast.mina_employment),
            (scene.there, cast.zed, cast.rita, cast.rita_employment),
        ):
            place = cast.here if side is scene.here else cast.there
            side.update(account_id=delegate, workplace_id=place, member_id=member, employment_id=employment)
            side["secret"] = uuid4()  # of a calendar that nobody has
            _furnish(session, side, cast)
            _attached(app, session, side)
            side["letter_id"] = _letter(session, side)
            side["bundle_id"] = _bundle(app, session, side)
        hidden = _grievance(session, scene.here, confidential=True)
        scene.hidden = hidden.id
        session.add(CaseParty(case_id=scene.here["grievances.case_id"], workplace_id=cast.here, account_id=cast.lex))
    for side in (scene.here, scene.there):
        place = str(side["workplace_id"])
        address = desk.opened(sal, cast, workplace=place)
        desk.taken(sal, address, LIST)
        side["layoffs.case_id"] = desk.case_id(address)
        side["link_id"] = _tied(app, side)
        with app.store.reading(cast.reach("sal")) as session:
            side["person_id"] = session.scalars(on_the_list(side["layoffs.case_id"])).one().id
        side["closures.case_id"] = side["jobloss.case_id"] = side["layoffs.case_id"]
        sal.post(f"{address}/closure/begin", {"closed_on": "02/11/2026", "hour": "08:30"})
        with app.store.reading(cast.reach("sal")) as session:
            side["intake_id"] = session.scalars(intake_of(side["layoffs.case_id"])).one().id
        side["taken_in_id"] = _taken_in(app, side)
        _papers(sal, side)
        side["import_id"] = desk.case_id(uploaded(sal, side["workplace_id"], made(3)))
    return scene


def _tied(app: Union, side: dict[str, UUID]) -> UUID:
    """The grievance is part of the dispute."""
    with app.store.maintaining() as session:
        case = side["grievances.case_id"]
        row = CaseLink(
            case_id=case, workplace_id=side["workplace_id"], other_id=side["layoffs.case_id"], tie=Tie.DISPUTE
        )
        session.add(row)
        return row.id


def _taken_in(app: Union, side: dict[str, UUID]) -> UUID:
    """Somebody at the gate, written down by the delegate of the site."""
    said = GatePerson("Alami", "Sara", datetime(2026, 11, 2, 10, tzinfo=UTC), "Ann")
    with app.store.maintaining() as session:
        row = TakenIn(
            intake_id=side["intake_id"], workplace_id=side["workplace_id"], account_id=side["account_id"], person=said
        )
        session.add(row)
        return row.id


def _attached(app: Union, session: Session, side: dict[str, UUID]) -> None:
    """A photograph with the grievance, and another one on its way, both of the delegate."""
    case, by = session.get_one(Grievance, side["grievances.case_id"]), side["account_id"]
    data = photograph()
    found = Findings(FileType.JPEG, data, data, data)
    sent = receiving.sent(data, "IMG_0001.jpg")
    description = Description(What.LETTER, Source.PERSON, Shown.READERS)
    own = typing.cast(ReachSession, session)
    with receiving.laid_down(app.files, sent, found, "Ann", scanned=False) as laid:
        row = attaching.attach(own, by, case, description, laid.held, laid.file_id, laid.shown_id)
    side["attachments.case_id"], side["attachment_id"] = case.id, row.id
    side["upload_id"] = uploads.begin(own, by, case, uploads.Begun("IMG_0002.jpg", 1000)).id


def _letter(session: Session, side: dict[str, UUID]) -> UUID:
    """A letter of the grievance that was sent."""
    text = Letter(
        "fr",
        ("De la part de : Mina El Fassi",),
        ("À la direction",),
        "Casablanca, le 3 novembre 2026",
        "Lettre recommandée",
        "Objet : contestation",
        (Part(paragraphs=("Je conteste.",)),),
        ("Nom : Mina El Fassi",),
        ("Reçu le",),
        Part("Annexes", ("1. Copie",)),
        "",
        "R-1",
    )
    at = datetime(2026, 11, 3, 9, tzinfo=UTC)
    row = CaseLetter(
        case_id=side["grievances.case_id"],
        workplace_id=side["workplace_id"],
        code=f"L-{str(side['workplace_id'])[:6].upper()}",
        state=LetterState.SENT,
        begun_by=side["account_id"],
        written=Written(
            text,
            "step.contest_sanction",
            (side["account_id"],),
            "Ann",
            at,
            final_at=at,
            posted=Posted(date(2026, 11, 4), Means.REGISTERED, "Ann", "RR1"),
        ),
        version=1,
    )
    session.add(row)
    session.flush()
    side["correspondence.case_id"] = row.case_id
    side["mail_id"] = _in_the_register(session, row)
    return row.id


def _in_the_register(session: Session, letter: CaseLetter) -> UUID:
    """The first number of the workplace, of that letter."""
    place, year = letter.workplace_id, today().year
    number = MailNumber(workplace_id=place, year=year, direction=Direction.OUT, number=1)
    session.add(number)
    session.flush()
    entered = Entered(date(2026, 11, 4), date(2026, 11, 4), "Ann", subject="contestation", means=Means.REGISTERED)
    row = MailEntry(workplace_id=place, case_id=letter.case_id, number_id=number.id, entered=entered, version=1)
    session.add(row)
    session.flush()
    return row.id


def _bundle(app: Union, session: Session, side: dict[str, UUID]) -> UUID:
    """A file of the grievance for its lawyer, that was made and is still there."""
    at = datetime(2026, 11, 5, 9, tzinfo=UTC)
    head = (("Dossier", "R-1"),)
    wanted = (bundles.Recipient.LAWYER, "fr", "Dossier", "Audience", bundles.Consent.YES, "", "Olu", at, "", head)
    asked = bundles.Asked(*wanted, (), (), ())
    with app.files.writing() as sheaf:
        sheaf.add(b"PK")
    row = bundles.Bundle(
        case_id=side["grievances.case_id"],
        workplace_id=side["workplace_id"],
        code=f"F-{str(side['workplace_id'])[:6].upper()}",
        account_id=side["account_id"],
        job_id=uuid4(),
        file_id=sheaf.file_id,
        gone_on=date(2099, 1, 1),
        asked=asked,
        made=bundles.Made("0" * 64, 2, 1, 1, (), (), at),
        version=1,
    )
    session.add(row)
    session.flush()
    side["bundles.case_id"] = row.case_id
    return row.id


def _papers(sal: Visitor, side: dict[str, UUID]) -> None:
    """A receipt, a dismissal letter and a court file of the grievance, and what its person is owed."""
    case = side["grievances.case_id"]
    side["entitlements.case_id"] = case
    owed.worked_out(sal, case)
    for feature, argument, typed in (
        ("receipts", "receipt_id", {"kind": "receipt", "signed_on": "02/11/2026"}),
        ("dismissals", "dismissal_id", {"mandate": "none", "notified_on": "02/11/2026"}),
        ("exposure", "exposure_id", {"hours_a_day": "7", "days_a_week": "5"}),
        ("court", "file_id", {"number": "118/1502/2026"}),
    ):
        side[f"{feature}.case_id"] = case
        place = sal.post(f"/cases/{case}/{feature}/new", typed).location.removesuffix("/questions")
        side[argument] = desk.case_id(place)


def _furnish(session: Session, side: dict[str, UUID], cast: Cast) -> None:
    place, person = side["workplace_id"], side["account_id"]
    side["employer_id"] = session.get_one(Workplace, place).employer_id
    side["grant_id"] = session.scalars(select(Grant.id).where(Grant.account_id == person)).one()
    side["grievances.case_id"] = side["cases.case_id"] = _grievance(session, side).id
    side["collective.case_id"], side["joined_id"] = _collective(session, side)
    side["confidentiality.case_id"] = side["cases.case_id"]
    seal = SealRequest(
        asked_by=person, request=Request(datetime(2026, 11, 3, 9, tzinfo=UTC), "Ann", "Un délai expire.")
    )
    session.add(seal)
    session.flush()
    side["request_id"] = seal.id
    job = {"employment_id": side["employment_id"], "workplace_id": place, "member_id": side["member_id"]}
    mandate = Mandate(**job, held=Held(MandateKind.DELEGATE_FULL, date(2025, 6, 1)))
    form = Proposal(
        workplace_id=place,
        account_id=person,
        state=ProposalState.NEW,
        handed_in=HandedIn("Samir", "Idrissi", phone="+212612345678"),
    )
    reading = SavedReading(
        workplace_id=place,
        shape=shape_token(place, "titles\nnom"),
        version=1,
        saved=Saved("Paie", (Filled("nom", 0, "family_name", {}),), Membership.MEMBER, {}, person, datetime.now(UTC)),
    )
    task = CaseTask(
        case_id=side["grievances.case_id"],
        workplace_id=place,
        state=TaskState.OPEN,
        task=Task("Appeler la section.", date(2027, 11, 2), made_by="Olu", made_on=date(2026, 11, 2)),
        version=1,
    )
    feast = AnnouncedHoliday(
        first_on=date(2024, 4, 10),
        last_on=date(2024, 4, 10),
        expected=False,
        told=Announced(Feast.AID_AL_FITR),
        version=1,
    )
    session.add_all([mandate, form, reading, task, feast])
    session.flush()
    side |= {"task_id": task.id, "holiday_id": feast.id, "patterns.case_id": side["cases.case_id"]}
    side["event_id"] = _happened(session, side).id
    side["poll_id"] = _election(session, side).id
    side["election_id"] = _result(session, side).id
    side["section_id"] = _section(session, side).id
    side["standing_id"] = _stands(session, side, cast).id
    _paying(session, side)
    side["called_id"] = _met(session, side).id
    _trained(session, side)
    _counted_everywhere(session, side, cast)
    side["referral_id"] = _referred(session, side)
    olu = cast.olu if side["workplace_id"] == cast.here else cast.sal
    kept = SavedList(account_id=olu, workplace_id=place, saved=KeptList("À voir"), version=1)
    session.add(kept)
    session.flush()
    side["list_id"] = kept.id
    asked = Asked(date(2026, 11, 2), "Olu", "Technopark", "Tanger", employer="Détroit Appels")
    site = SiteProposal(account_id=olu, state=Waits.WAITING, asked=asked, version=1)
    session.add(site)
    session.flush()
    side["proposed_sites.proposal_id"] = site.id
    planned(session, side, olu)
    hours = MandateHours(account_id=person, spent=Spent(date(2026, 11, 5), 90, Purpose.COLLEAGUES))
    meeting = Meeting(account_id=person, workplace_id=place, met=Met(date(2026, 12, 10), ("Les pauses",)), version=1)
    session.add_all([hours, meeting])
    session.flush()
    side["hours_id"], side["meeting_id"] = hours.id, meeting.id
    side["mandate_id"], side["proposal_id"], side["reading_id"] = mandate.id, form.id, reading.id
    entrusted = session.scalars(select(Entrusted).where(Entrusted.account_id == person)).one_or_none()
    if entrusted is None:
        entrusted = Entrusted(account_id=person, member_id=side["member_id"], workplace_id=place)
        session.add(entrusted)
        session.flush()
    side["entrusted_id"] = entrusted.id


def _collective(session: Session, side: dict[str, UUID]) -> tuple[UUID, UUID]:
    """What several ask together, opened by the delegate, with somebody whom the delegate brought in."""
    place, by = side["workplace_id"], side["account_id"]
    told = Report(Problem.COLLECTIVE, Paper.OTHER_EVENT, date(2026, 11, 2), subject="Pauses", demand="Deux pauses.")
    case = Grievance(
        code=f"R-C{str(place)[:4].upper()}",
        workplace_id=place,
        reported_by=by,
        stage=Stage.NEW,
        confidential=False,
        account=told,
        version=1,
    )
    session.add(case)
    session.flush()
    consent = Consent("Pauses", "Deux pauses.", name="Samir Idrissi", on=date(2026, 11, 2))
    row = Joined(
        case_id=case.id,
        workplace_id=place,
        brought_by=by,
        standing=Standing.JOINED,
        shared=False,
        consent=consent,
        version=1,
    )
    session.add(row)
    session.flush()
    return case.id, row.id


def _election(session: Session, side: dict[str, UUID]) -> Poll:
    """An election with a candidate, a list that was compared, and a station that was counted."""
    who = side["member_id"]
    told = Election(
        People(180, date(2026, 11, 2), "la CNSS", seats_employees=5, seats_executives=0),
        checked=Checked(date(2026, 11, 2), 170, 0, 1, (who,), (), (Doubt(4, "Nadia Alami", who, "name"),)),
        candidates=(Candidate(who, side["employment_id"], Seat.FULL, College.EMPLOYEES),),
        lists=("A", "B"),
        stations=(Station("Bureau 1", College.EMPLOYEES, 170, 120, 110, (60, 50)),),
    )
    row = Poll(workplace_id=side["workplace_id"], told=told, version=1)
    session.add(row)
    session.flush()
    return row


def _result(session: Session, side: dict[str, UUID]) -> Voted:
    """What one college voted."""
    told = Result(date(2021, 6, 10), College.EMPLOYEES, 170, 120, 110, (ListResult("A", 60, 3), ListResult("B", 50, 2)))
    row = Voted(workplace_id=side["workplace_id"], result=told, version=1)
    session.add(row)
    session.flush()
    return row


def _section(session: Session, side: dict[str, UUID]) -> Section:
    """A section with an officer, whose first filing has its proof and whose change has none yet."""
    first = Filed(Why.FOUNDING, done=(Done(Step.FILE, date(2026, 10, 12), Way.RECEIPT, "112/2026"),))
    told = ToldOfSection(
        "Section",
        founded=Founded(date(2026, 10, 10), "Maison des jeunes", 20, True),
        statutes=Statutes(date(2026, 10, 10), "Première version", 24),
        officers=(Officer(1, "Karim Idrissi", Office.SECRETARY, date(2026, 10, 10)),),
        filings=(first, Filed(Why.OFFICERS, date(2026, 11, 2))),
    )
    row = Section(workplace_id=side["workplace_id"], told=told, version=1)
    session.add(row)
    session.flush()
    return row


def _stands(session: Session, side: dict[str, UUID], cast: Cast) -> SiteStanding:
    """A site of which the union was told, with what comes next."""
    by = cast.olu if side["workplace_id"] == cast.here else cast.sal
    told = Reached(SiteStage.HEARD_OF, date(2026, 10, 1), "Une offre d'emploi", by, "Olu", date(2026, 10, 2))
    plan = SitePlan((told,), by, "Compter les plateaux", date(2026, 12, 10), floors=("Plateau 1",))
    row = SiteStanding(workplace_id=side["workplace_id"], standing=plan, version=1)
    brand = Brand(told=ToldOfBrand("Orme Télécom"), version=1)
    session.add_all([row, brand])
    session.flush()
    served = BrandSite(brand_id=brand.id, workplace_id=side["workplace_id"], served=Served(proof="Affiche"), version=1)
    session.add(served)
    session.flush()
    side["brand_id"], side["served_id"] = brand.id, served.id
    return row


def _trained(session: Session, side: dict[str, UUID]) -> None:
    """A training that was held, with a place for the member of this site."""
    row = Training(told=ToldOfTraining(Subject.LAW, date(2026, 10, 15), 6, "Olu", "Local de Casablanca"), version=1)
    session.add(row)
    session.flush()
    place = TrainingPlace(
        training_id=row.id, workplace_id=side["workplace_id"], member_id=side["member_id"], place=Place(), version=1
    )
    session.add(place)
    session.flush()
    side["course_id"], side["taken_id"] = row.id, place.id


def _counted_everywhere(session: Session, side: dict[str, UUID], cast: Cast) -> None:
    """A general round; each side has that of another year."""
    year = 2021 if side["workplace_id"] == cast.here else 2015
    figures = (Seated("Syndicat des saules", 1750), Seated("Union des ormes", 4100))
    row = GeneralRound(
        told=ToldOfRound(year, 30000, "Ministère", date(year, 8, 2), figures, True, 14000, "Syndicat des saules"),
        version=1,
    )
    session.add(row)
    session.flush()
    side["round_id"] = row.id


def _paying(session: Session, side: dict[str, UUID]) -> None:
    """A payment with its receipt, a line that a delegate wrote, a reminder; the rate is the federation's."""
    rate = session.scalars(select(DuesRate)).first() or DuesRate(year=2026, centimes=12000, by_month=False, version=1)
    number = ReceiptNumber(year=2026, number=1 + len(session.scalars(select(ReceiptNumber)).all()))
    session.add_all([rate, number])
    session.flush()
    whose = {"workplace_id": side["workplace_id"], "member_id": side["member_id"]}
    paid = Paid(Decimal(50), PaidBy.CASH, date(2026, 10, 2), "", date(2026, 10, 3), "Olu")
    payment = DuesPayment(number_id=number.id, year=2026, centimes=5000, paid=paid, version=1, **whose)
    collected = CollectedDues(
        account_id=side["account_id"],
        year=2026,
        state=CollectedState.NEW,
        collected=Collected(Decimal(20), date(2026, 10, 5)),
        **whose,
    )
    reminder = DuesReminder(reminded=Reminded(date(2026, 10, 9)), **whose)
    session.add_all([payment, collected, reminder])
    session.flush()
    lines = (PaidLine(2, "Mina", side["member_id"], Decimal(20)),)
    told = ListedPayments(2026, PaidBy.CASH, date(2026, 10, 2), "", "Olu", lines)
    sent = DuesList(workplace_id=side["workplace_id"], state=ListState.NEW, listed=told, version=1)
    session.add(sent)
    session.flush()
    side["reminder_id"], side["sent_id"] = reminder.id, sent.id
    side["payment_id"], side["collected_id"], side["rate_id"] = payment.id, collected.id, rate.id


def _referred(session: Session, side: dict[str, UUID]) -> UUID:
    """The member of this site was sent to a retraining body, which is to be asked."""
    told = ToldOfReferral("ANAPEC", date(2026, 10, 20), "Bilan", date(2026, 12, 15))
    row = Referral(workplace_id=side["workplace_id"], member_id=side["member_id"], told=told, version=1)
    session.add(row)
    session.flush()
    return row.id


def _met(session: Session, side: dict[str, UUID]) -> UnionMeeting:
    """An assembly that was held, with what was counted and decided."""
    told = ToldOfMeeting(
        MeetingKind.ASSEMBLY,
        date(2026, 10, 8),
        "18:30",
        "Maison des associations",
        "Les pauses",
        (Attended("Équipe A", 12, 40),),
        (Decided("Demander les pauses par écrit", 11, 0, 1, "Olu", date(2026, 12, 20)),),
    )
    row = UnionMeeting(workplace_id=side["workplace_id"], told=told, version=1)
    session.add(row)
    session.flush()
    return row


def _happened(session: Session, side: dict[str, UUID]) -> UnionEvent:
    """The union section made itself known, and somebody wrote down since when the employer knew."""
    told = ToldEvent(Happened.SECTION, date(2026, 10, 1), known_on=date(2026, 10, 2))
    row = UnionEvent(workplace_id=side["workplace_id"], member_id=side["member_id"], told=told, version=1)
    session.add(row)
    session.flush()
    return row


def _grievance(session: Session, side: dict[str, UUID], *, confidential: bool = False) -> Grievance:
    account = Report(
        Problem.DISCIPLINE,
        Paper.DISMISSAL_LETTER,
        date(2026, 11, 2),
        FACTS,
        "La reprise du travail.",
        about_name="Mina El Fassi",
        filed_on=date(2026, 11, 3),
    )
    case = Grievance(
        code=f"R-{'H' if confidential else 'O'}{str(side['workplace_id'])[:4].upper()}",
        workplace_id=side["workplace_id"],
        employment_id=side["employment_id"],
        member_id=side["member_id"],
        reported_by=side["account_id"],
        handled_by=None,
        stage=Stage.NEW,
        confidential=confidential,
        due_on=date(2026, 12, 1),
        account=account,
        version=1,
    )
    session.add(case)
    session.flush()
    at = datetime(2026, 11, 3, 9, tzinfo=UTC)
    line = Entry(at, side["account_id"], "Ann", "opened")
    session.add(CaseEntry(case_id=case.id, workplace_id=case.workplace_id, number=1, entry=line))
    return case
