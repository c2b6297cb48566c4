"""Two layoff disputes, each from a list as an employer writes it: read, matched and computed as an uploaded one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID, uuid4

from sqlalchemy import select

from union.accounts import authentication
from union.accounts.models import Account
from union.demo import learned
from union.demo.names import FAMILIES, MEN, WOMEN
from union.entitlements.records.contents import Situation
from union.entitlements.sums.person import computed
from union.layoffs import actions
from union.layoffs.lists.listing import understand
from union.layoffs.lists.matching import ListedPerson, as_roster_row, matches, with_mandates
from union.layoffs.records.contents import Matter, Pending, Trigger
from union.layoffs.records.models import Layoff
from union.layoffs.sums.basis import basis_of
from union.members.models import Category, Employment, Mandate, Member
from union.store.db import Store
from union.store.reach import ReachSession
from union.tables.read import read
from union.workplaces.models import Workplace

HEADER = (
    "Matricule;Nom;Prénom;Catégorie;Type de contrat;Date embauche;Date de sortie prévue;Salaire brut moyen 12 mois;"
    "Congés restants (j);Délégué;Enfants à charge;Montant proposé;Signé le"
)
MISTAKEN = 2  # of those whom the employer alone knows


@dataclass(frozen=True)
class DemoDispute:
    """One dispute: who opens it, where, why, and how many people stand on the list."""

    login: str
    site: str
    title: str
    kind: Situation
    trigger: Trigger
    facts: str
    people: int
    days_ago: int


PLANS = (
    DemoDispute(
        "permanente",
        "Sidi Maârouf",
        "Départs négociés, ligne française",
        Situation.NEGOTIATED,
        Trigger.COLD_CALLING_LAW,
        "Liste remise aux délégués un vendredi soir, réponse demandée le lundi. La direction "
        "invoque la loi française sur le démarchage.",
        42,
        12,
    ),
    DemoDispute(
        "permanent.nord",
        "Malabata",
        "Fermeture de la ligne espagnole",
        Situation.CLOSURE,
        Trigger.CLIENT_LEFT,
        "Le client espagnol est parti ; aucune autorisation du gouverneur n'a été montrée.",
        21,
        20,
    ),
)


def complete(store: Store, today: date) -> None:
    """Open each dispute that is not there yet, as the organiser of its site and within their reach."""
    for number, plan in enumerate(PLANS):
        with store.maintaining() as session:
            found = session.scalar(
                select(Account.id).where(Account.login_token == authentication.login_token(plan.login))
            )
        reach = authentication.reach_of(store, found) if found else None
        if found is None or reach is None:
            continue
        with store.writing(reach) as writing:
            if writing.scalar(select(Layoff.id).limit(1)) is None:
                _open(writing, Random(number), found, plan, today)  # noqa: S311  # the same list every time


def _open(session: ReachSession, random: Random, by: UUID, plan: DemoDispute, today: date) -> None:
    site = next(one for one in session.scalars(select(Workplace)) if one.site.name == plan.site)
    told = today - timedelta(days=plan.days_ago)
    matter = Matter(plan.title, plan.kind, plan.trigger, told, plan.facts, today, told + timedelta(days=1))
    dispute = actions.open_dispute(session, by, site.id, matter)
    table = read("\r\n".join([HEADER, *_rows(session, random, site.id, plan, today)]).encode(), "liste.csv")
    understood = understand(table, today)
    found = matches(session, site.id, [as_roster_row(one, one.row) for one in understood.people])
    facts = with_mandates(session, site.id, understood.people, found, today)
    now = datetime.now(UTC).replace(microsecond=0)
    people = [
        ListedPerson(*computed(basis_of(matter), one, now), None, match.candidates)
        for one, match in zip(facts, found, strict=True)
    ]
    actions.lay_down(dispute, Pending(uuid4(), "liste.csv", now, 0, True))
    actions.take_list(session, by, dispute, people, today)
    session.flush()
    learned.learn(session, by, dispute, today)


def _rows(session: ReachSession, random: Random, workplace_id: UUID, plan: DemoDispute, today: date) -> Iterator[str]:
    """The rows of an employer's list, members and others mixed: the employer does not know who is which."""
    asked = select(Member, Employment).join(Employment, Employment.member_id == Member.id)
    there = session.execute(asked.where(Employment.workplace_id == workplace_id).order_by(Member.id)).all()
    elected = set(session.scalars(select(Mandate.member_id).where(Mandate.workplace_id == workplace_id)))
    known = [
        (one, work)
        for one, work in there
        if one.identity.family_name and work.terms.left_on is None and work.terms.wage
    ]
    delegates = [pair for pair in known if pair[0].id in elected][:1]  # nobody leaves them off such a list
    rest = [pair for pair in known if pair not in delegates]
    chosen = delegates + random.sample(rest, plan.people * 3 // 5 - len(delegates))
    lines = [_line(random, one, work, one.id in elected, today) for one, work in chosen]
    lines += [_outsider(random, at, today) for at in range(plan.people - len(chosen))]
    random.shuffle(lines)
    yield from lines
    yield ";;;;;Total;;;;;;;"  # as the employer's workbook ends


def _line(random: Random, one: Member, work: Employment, elected: bool, today: date) -> str:
    terms = work.terms
    gross = terms.wage.gross if terms.wage and terms.wage.gross else Decimal("3600.00")
    category = "Cadre" if terms.category is Category.EXECUTIVE else "Employé"
    name = (one.identity.family_name, one.identity.given_name)
    return _cells(random, terms.employee_number, name, category, terms.hired_on or today, gross, elected, today)


def _outsider(random: Random, at: int, today: date) -> str:
    family, given = random.choice(FAMILIES)[0], random.choice(WOMEN + MEN)[0]
    hired = today - timedelta(days=random.randint(200, 4000))
    gross = Decimal(random.randint(3500, 7400)).quantize(Decimal("0.01"))
    category, contract = ("Cadre", "CDI") if at % 5 == 4 else ("Employé", "CDD" if at % 4 == 1 else "CDI")
    if at == MISTAKEN:
        hired = today + timedelta(days=100)  # a year mistyped: the row is named and left out
    return _cells(random, f"{70000 + at}", (family, given), category, hired, gross, False, today, contract)


def _cells(
    random: Random,
    number: str,
    name: tuple[str, str],
    category: str,
    hired: date,
    gross: Decimal,
    elected: bool,
    today: date,
    contract: str = "CDI",
) -> str:
    years = Decimal((today - hired).days) / 365
    offer = (gross * (Decimal("0.6") + years * Decimal(random.randint(10, 45)) / 100)).quantize(Decimal("0.01"))
    signed = today - timedelta(days=random.randint(1, 9)) if random.random() < 0.3 else None
    return ";".join(
        (
            number,
            *name,
            category,
            contract,
            _day(hired),
            _day(today + timedelta(days=55)),
            _amount(gross),
            f"{random.randint(0, 40) / 2:.2f}".replace(".", ","),
            "oui" if elected else "",
            str(random.randint(0, 3)),
            _amount(offer),
            _day(signed) if signed else "",
        )
    )


def _day(value: date) -> str:
    return value.strftime("%d/%m/%Y")


def _amount(value: Decimal) -> str:
    return f"{value:.2f}".replace(".", ",")
