"""An installation of a given size, filled in bulk: what the pages are measured over."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import config
from union.access import Role
from union.accounts import actions as accounts
from union.accounts.models import Granted
from union.app import open_store
from union.attachments.models import Attachment, Description, Held, Shown, Source, What, content_token
from union.cases.models import CaseEntry, CaseKind, Entry, Stage
from union.grievances.models import For, Grievance, Paper, Problem, Report
from union.inspection.filetypes import FileType
from union.installation import initialise, upgrade
from union.members.models import (
    Category,
    Change,
    Contract,
    Employment,
    Identity,
    Member,
    Membership,
    Standing,
    Terms,
    Wage,
)
from union.store.db import Store
from union.store.reach import Reach
from union.workplaces.models import Employer, Headcount, Site, Workplace
from union.workplaces.models import Identity as Company

FILED_AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
PASSWORD = "mesure sans aucune hate"
GIVEN = [
    "Amina",
    "Youssef",
    "Khadija",
    "Omar",
    "Salma",
    "Hamza",
    "Zineb",
    "Mehdi",
    "Nadia",
    "Soufiane",
    "Imane",
    "Réda",
    "Hajar",
    "Anass",
    "Ghita",
    "Ayoub",
]
FAMILY = [
    "El Amrani",
    "Chraïbi",
    "Sqalli",
    "Berrada",
    "Aït Lahcen",
    "Ouahbi",
    "Tazi",
    "Bennani",
    "Alaoui",
    "Lahlou",
    "El Fassi",
    "Naciri",
    "Ziani",
    "Oubella",
    "Mernissi",
    "Haddad",
]
GIVEN_AR = [
    "أمينة",
    "يوسف",
    "خديجة",
    "عمر",
    "سلمى",
    "حمزة",
    "زينب",
    "مهدي",
    "نادية",
    "سفيان",
    "إيمان",
    "رضا",
    "هاجر",
    "أنس",
    "غيثة",
    "أيوب",
]
FAMILY_AR = [
    "العمراني",
    "الشرايبي",
    "السقلي",
    "برادة",
    "أيت لحسن",
    "الوهبي",
    "التازي",
    "بناني",
    "العلوي",
    "لحلو",
    "الفاسي",
    "الناصري",
    "الزياني",
    "أوبلا",
    "المرنيسي",
    "حداد",
]


@dataclass(frozen=True)
class Populated:
    """Where the rows are."""

    settings: config.Settings
    store: Store
    workplaces: list[UUID]
    members: list[UUID]
    cases: list[UUID]
    cases_of_first: list[UUID]  # those of the first workplace


def installation(
    folder: Path,
    *,
    members: int = 10_000,
    workplaces: int = 20,
    cases: int = 2_000,
    notes: int = 0,
    papers: int = 0,
    database: str = "sqlite",
) -> Populated:
    """A new installation with an organiser `bench` over all workplaces, and `bench-one` at the first. `notes` and
    `papers` are how many each case has; `database` is the address of an empty one of PostgreSQL, else SQLite."""
    given = {"UNION_STATE": str(folder / "state"), "UNION_KEY_FILE": str(folder / "keys" / "root.key")}
    settings = config.read(given)
    initialise(settings)
    if database != "sqlite":
        settings = config.read({**given, "UNION_DATABASE": database})
        upgrade(settings)
    store = open_store(settings)
    chance = random.Random(2026)
    with store.writing(Reach(everywhere=True, accounts=True)) as session:
        by = accounts.create(session, None, login="bench", name="Bench", password=PASSWORD)
        accounts.grant(session, None, by, Granted(Role.ORGANISER, date(2024, 1, 1), everywhere=True))
        sites = [_site(session, number) for number in range(workplaces)]
        one = accounts.create(session, None, login="bench-one", name="Bench", password=PASSWORD)
        accounts.grant(session, None, one, Granted(Role.ORGANISER, date(2024, 1, 1), workplaces=frozenset({sites[0]})))
        people = _people(session, sites, members, chance)
        filed = _cases(session, people, cases, by.id, chance)
        _notes(session, filed, notes, by.id)
        _papers(session, filed, papers, by.id)
    of_first = [case for case, site in filed if site == sites[0]]
    return Populated(settings, store, sites, [one[0] for one in people], [case for case, _ in filed], of_first)


def _site(session, number: int) -> UUID:
    employer = Employer(identity=Company(legal_name=f"Centre {number} SARL"), version=1)
    session.add(employer)
    session.flush()
    site = Site(name=f"Centre {number:02}", city="Casablanca", headcounts=(Headcount(date(2026, 1, 1), 900, "CNSS"),))
    workplace = Workplace(employer_id=employer.id, site=site, roster=0, version=1)
    session.add(workplace)
    session.flush()
    return workplace.id


def _people(session, sites, count, chance):
    members, employments, people = [], [], []
    for number in range(count):
        one, two = chance.randrange(16), chance.randrange(16)
        member, employment, site = uuid4(), uuid4(), sites[number % len(sites)]
        identity = Identity(FAMILY[two], GIVEN[one], FAMILY_AR[two], GIVEN_AR[one], phones=(f"+2126{number:08}",))
        state = chance.choice([Membership.MEMBER, Membership.MEMBER, Membership.CONTACT, Membership.LAPSED])
        standing = Standing(state, (Change(state, date(2025, 3, 1)),), card_number=f"{number:05}")
        hired = date(2012, 1, 1) + timedelta(days=chance.randrange(5000))
        terms = Terms(
            f"{number:05}",
            "Téléconseiller",
            Category.EMPLOYEE,
            Contract.CDI,
            hired,
            wages=(Wage(hired, Decimal("4200.50")),),
        )
        members.append(
            {
                "id": member,
                "version": 1,
                "identity_sealed": Member.identity.seal("member", member, identity),
                "standing_sealed": Member.standing.seal("member", member, standing),
            }
        )
        employments.append(
            {
                "id": employment,
                "version": 1,
                "workplace_id": site,
                "member_id": member,
                "terms_sealed": Employment.terms.seal("employment", employment, terms),
            }
        )
        people.append((member, employment, site))
    session.insert_many(Member, members)
    session.insert_many(Employment, employments)
    return people


def _cases(session, people, count, by, chance):
    rows, entries = [], []
    for number in range(count):
        member, employment, site = chance.choice(people)
        case = uuid4()
        account = Report(
            chance.choice(list(Problem)),
            chance.choice(list(Paper)),
            date(2026, 11, 1),
            "Ce qui est arrivé, en quelques mots.",
            "Le paiement de ce qui est dû.",
            For.ENTRUSTED,
            f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
            filed_on=date(2026, 11, 2),
            supervisor=f"{GIVEN[number % 12]} {chance.choice(FAMILY)}",
            team=f"Équipe {chance.randrange(8)}",
        )
        rows.append(
            {
                "id": case,
                "kind": CaseKind.GRIEVANCE,
                "code": f"B-{number:06}",
                "workplace_id": site,
                "employment_id": employment,
                "member_id": member,
                "reported_by": by,
                "handled_by": by if number % 3 else None,
                "stage": chance.choice(list(Stage)),
                "confidential": False,
                "due_on": date(2026, 11, 1) + timedelta(days=chance.randrange(120)),
                "at_once": False,  # counted: else the worker does it while the pages are measured
                "version": 1,
                "body_sealed": Grievance.account.seal("case_file", case, account),
            }
        )
        entry_id = uuid4()
        entry = Entry(FILED_AT, by, "Bench", "filed", "")
        entries.append(
            {
                "id": entry_id,
                "case_id": case,
                "workplace_id": site,
                "number": 1,
                "entry_sealed": CaseEntry.entry.seal("case_entry", entry_id, entry),
            }
        )
    session.insert_many(Grievance, rows)
    session.insert_many(CaseEntry, entries)
    return [(row["id"], row["workplace_id"]) for row in rows]


def _notes(session, cases, each, by):
    rows = []
    for case, site in cases:
        for number in range(each):
            row = uuid4()
            at = FILED_AT + timedelta(days=number)
            entry = Entry(at, by, "Bench", "noted", "Appelée hier : la paie promise n'est pas venue.")
            sealed = CaseEntry.entry.seal("case_entry", row, entry)
            place = {"case_id": case, "workplace_id": site, "number": number + 2}
            rows.append({"id": row, **place, "entry_sealed": sealed})
    session.insert_many(CaseEntry, rows)


def _papers(session, cases, each, by):
    """Rows of photographs without their files, which no measured page opens."""
    rows = []
    for at, (case, site) in enumerate(cases):
        for number in range(each):
            row, fingerprint = uuid4(), f"{at:032}{number:032}"
            described = Description(What.LETTER, Source.PERSON, Shown.READERS)
            held = Held(FileType.JPEG, 90_000, fingerprint, fingerprint, 80_000, "photo.jpg", "Bench", FILED_AT)
            rows.append(
                {
                    "id": row,
                    "case_id": case,
                    "workplace_id": site,
                    "code": f"P{at:06}{number}",
                    "account_id": by,
                    "file_id": uuid4(),
                    "shown_id": uuid4(),
                    "content": content_token(case, fingerprint, None, strategy=False),
                    "strategy": False,
                    "number": number + 1,
                    "kept_bytes": 80_000,
                    "sent_on": FILED_AT.date(),
                    "description_sealed": Attachment.description.seal("attachment", row, described),
                    "held_sealed": Attachment.held.seal("attachment", row, held),
                    "version": 1,
                }
            )
    session.insert_many(Attachment, rows)
