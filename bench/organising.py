"""The pages of organising under eight users at once, on both databases: 2,000 sites; 300 plans with 50,000 people and
400,000 conversations; a plan of 5,000 people and one of 30 beside them; a site with 3,000 members who pay. How long
each page takes, how often it asks, and what a telephone is sent. `python -m bench.organising sqlite` asks one alone."""

from __future__ import annotations

import math
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

from flask.testing import FlaskClient
from sqlalchemy import insert, select, update

from bench import plans, populated, sites
from bench.cases import LIMIT, STARTING
from bench.imports import postgres
from bench.measuring import Measure, median, spent
from bench.pages import BROWSER, USERS, Client, free_port, load, served
from union.access import Role
from union.accounts import actions as accounts
from union.accounts.models import Grant, Granted
from union.app import create_app
from union.drives import retention
from union.dues.models import DuesPayment, DuesRate, DuesReminder, Means, Paid, Reminded
from union.members.models import Dues, Employment, Member
from union.store.reach import Reach
from union.web.locale import today
from union.workplaces.models import Headcount, Workplace

PLANS, OF_FEW, MEMBERS, FEW_MEMBERS = 300, 3, 4_040, 40  # three of four people are to pay
HOLDERS = 10  # delegates among whom the lists lie, beside the two who are measured
TIMES = 5
PHONE = 25.0  # kilobytes of a page on a telephone, after the first visit


@dataclass(frozen=True)
class Page:
    """A page as somebody sees it, and one like it of little: a login and an address. Both are to ask as often."""

    what: str
    login: str
    path: str
    little: tuple[str, str]
    limit: float = LIMIT


def measure(names: Sequence[str] = ("sqlite", "postgresql")) -> Iterator[Measure]:
    """Each database by itself, one after the other."""
    for name in names:
        folder = Path(tempfile.mkdtemp(prefix="union-bench-"))
        try:
            with nullcontext("sqlite") if name == "sqlite" else postgres() as database:
                over = populated.installation(folder, members=MEMBERS, workplaces=1, cases=5, database=database)
                try:
                    yield from _measured(name, over, filled(over))
                finally:
                    over.store.engine.dispose()
        finally:
            shutil.rmtree(folder)


def _measured(name: str, over: populated.Populated, pages: list[Page]) -> Iterator[Measure]:
    app = create_app(over.settings, over.store)
    logins = {one.login for one in pages} | {one.little[0] for one in pages}
    browsers = {login: sites.signed_in(app, login) for login in logins}
    for one in pages:
        login, path = one.little
        few = sites.statements(browsers[login], over.store, path)
        many = sites.statements(browsers[one.login], over.store, one.path)
        yield Measure(f"{name}, {one.what}: statements, at most those of little", many, "", few)
        yield Measure(f"{name}, {one.what}: processors", _processors(browsers[one.login], one.path), "ms", math.inf)
    yield from _daily(name, over)
    over.store.engine.dispose()
    yield from _under_load(name, over, pages)


def _processors(browser: FlaskClient, path: str) -> float:
    """Milliseconds of a page for one user, in this process; on PostgreSQL without what the database takes."""
    took = []
    for _ in range(TIMES):
        start = time.process_time()
        browser.get(path)
        took.append(time.process_time() - start)
    return min(took) * 1000


def _daily(name: str, over: populated.Populated) -> Iterator[Measure]:
    """What is looked through once a day. On SQLite whoever writes waits for it."""
    hand = create_app(over.settings, over.store).worker.hand
    for what, one in zip(("people", "answers"), retention.EXPIRING[1:3], strict=True):
        with over.store.maintaining() as session:
            took, _over = spent(lambda one=one, session=session: one.over(session, hand))
        yield Measure(f"{name}, once a day: whose time is over among {what}", took.clock, "s", math.inf)


def _under_load(name: str, over: populated.Populated, pages: list[Page]) -> Iterator[Measure]:
    port = free_port()
    environment = {
        "UNION_STATE": str(over.settings.state),
        "UNION_KEY_FILE": str(over.settings.key_file),
        "UNION_DATABASE": over.settings.database,
        "PORT": str(port),
        "UNION_PROCESSES": str(os.cpu_count() or 1),
    }
    with served([str(Path(sys.executable).with_name("union")), "serve"], port, "/health", environment):
        time.sleep(STARTING)
        people: dict[str, list[Client]] = {}
        for one in pages:
            clients = people.get(one.login) or _signed_in(port, one.login)
            people[one.login] = clients
            for client in clients:
                client.connection.close()  # opened anew: the server lets go of one that was idle for long
            if one.limit == math.inf:
                alone = median(lambda: clients[0].ask("GET", one.path)) * 1000  # noqa: B023  # asked within this round
                yield Measure(f"{name}, {one.what}: median of one user", alone, "ms", math.inf)
                continue
            _per_second, p95 = load(clients, one.path)
            yield Measure(f"{name}, {one.what}: p95 at {USERS} users", p95, "ms", one.limit)
            if one.path.startswith("/my-list"):
                size = len(clients[0].ask("GET", one.path)[1])
                yield Measure(f"{name}, {one.what}: sent once style sheets are kept", size / 1000, "kB", PHONE)


def _signed_in(port: int, login: str) -> list[Client]:
    """Eight browsers of one account: the door lets in only so many of one name."""
    clients = [Client(port) for _ in range(USERS)]
    clients[0].sign_in("/sign-in", "csrf_token", {"login": login, "password": populated.PASSWORD})
    for client in clients:
        client.cookies, client.takes = clients[0].cookies, BROWSER
    return clients


def filled(over: populated.Populated) -> list[Page]:
    """Everything into an installation of one site. Returns the pages that are measured over it."""
    site = over.workplaces[0]
    sites.fill(over.store, site)
    with over.store.maintaining() as session:
        places = list(session.scalars(select(Workplace.id).where(Workplace.id != site).order_by(Workplace.id)))
        for place in session.scalars(select(Workplace).where(Workplace.id.in_(places[: PLANS + 2]))):
            place.site = replace(place.site, headcounts=(Headcount(date(2026, 1, 1), 400, "CNSS"),))
    account, few = _accounts(over, places), _payments(over, site, places[-1])
    wanted = [
        (place, account["bench-few" if number < OF_FEW else "bench"], account[_holder(number)], plans.USUAL)
        for number, place in enumerate(places[:PLANS])
    ]
    for place, size in zip(places[PLANS:], (plans.LARGE, plans.LITTLE), strict=False):
        wanted.append((place, account["bench"], account["holder-00"], size))
    written = plans.fill(over.store, wanted)
    over.store.count_rows()
    return [*_of_plans(*written[PLANS - 1 :]), *_others(written[0].in_hand[0], written[1].in_hand[0], site, few)]


def _holder(number: int) -> str:
    """Who holds the list in hand of a plan: one delegate a single one, another five, some others the rest."""
    if number == 0:
        return "holder-of-one"
    return "holder-of-five" if number <= 5 else f"holder-{number % HOLDERS:02}"


def _accounts(over: populated.Populated, places: list[UUID]) -> dict[str, UUID]:
    """An organiser of a few plans, and delegates who hold lists."""
    with over.store.writing(Reach(everywhere=True, accounts=True)) as session:
        found = {"bench": session.scalars(select(Grant.account_id).where(Grant.everywhere)).one()}
        for login in ("bench-few", "holder-of-one", "holder-of-five", *(f"holder-{at:02}" for at in range(HOLDERS))):
            one = accounts.create(session, None, login=login, name="Banc", password=populated.PASSWORD)
            role = Role.ORGANISER if login == "bench-few" else Role.DELEGATE
            accounts.grant(
                session, None, one, Granted(role, date(2024, 1, 1), workplaces=frozenset(places[: 2 * HOLDERS]))
            )
            found[login] = one.id
    return found


def _payments(over: populated.Populated, site: UUID, other: UUID) -> UUID:
    """Three years of dues: two of three have paid, half of the others a part, and one of two was reminded. Some work at
    another site, which is returned."""
    this, paid, rows = today().year, [], []
    with over.store.maintaining() as session:
        session.add_all(DuesRate(year=this - ago, centimes=12_000, by_month=False, version=1) for ago in range(3))
        moved = list(session.scalars(select(Employment.id).order_by(Employment.id).limit(FEW_MEMBERS)))
        session.execute(update(Employment).where(Employment.id.in_(moved)).values(workplace_id=other))
        for number, member in enumerate(session.scalars(select(Member).order_by(Member.id))):
            sums = (120, 120, (120, 60, 0, 120, 0, 120)[number % 6])
            dues = [Dues(this - 2 + at, Decimal(sum_)) for at, sum_ in enumerate(sums) if sum_]
            member.standing = replace(member.standing, dues=tuple(dues))
            paid += [_paid(site, member.id, one) for one in dues]
            if number % 2:
                rows.append(_reminded(site, member.id, today() - timedelta(days=number % 90)))
        session.flush()
        session.execute(insert(DuesPayment), paid)
        session.execute(insert(DuesReminder), rows)
    return other


def _paid(site: UUID, member: UUID, dues: Dues) -> dict[str, object]:
    row, told = uuid4(), Paid(dues.amount, Means.EARLIER, date(dues.year, 3, 1))
    of = {"workplace_id": site, "member_id": member, "number_id": None, "year": dues.year, "version": 1}
    sealed = DuesPayment.paid.seal("dues_payment", row, told)
    return {"id": row, **of, "centimes": int(dues.amount * 100), "paid_sealed": sealed}


def _reminded(site: UUID, member: UUID, on: date) -> dict[str, object]:
    row = uuid4()
    sealed = DuesReminder.reminded.seal("dues_reminder", row, Reminded(on))
    return {"id": row, "workplace_id": site, "member_id": member, "reminded_sealed": sealed}


def _of_plans(usual: plans.Filled, large: plans.Filled, little: plans.Filled) -> list[Page]:
    """The pages of a plan as most are, and of one much larger, which has no limit."""
    found = []
    for plan, limit, of in ((usual, LIMIT, "plan of 167"), (large, math.inf, "plan of 5,000")):
        for what, path in (
            ("units", "/plans/{0.id}"),
            ("people", "/plans/{0.id}/cards"),
            ("tests", "/plans/{0.id}/steps"),
            ("a test", "/plan-steps/{0.trial_id}"),
        ):
            found.append(Page(f"{of}, {what}", "bench", path.format(plan), ("bench", path.format(little)), limit))
    return found


def _others(line_of_one: UUID, line_of_five: UUID, site: UUID, few: UUID) -> list[Page]:
    """The boards and lists, the telephone of whoever holds a list, and the payments of a site."""
    on_phone = ("holder-of-one", "/my-list")
    called = ("holder-of-one", f"/my-list/{line_of_one}")
    return [
        Page(f"board of {sites.SITES:,} sites", "bench", "/sites/board", ("bench-one", "/sites/board")),
        Page(f"list of {PLANS} plans", "bench", "/plans", ("bench-few", "/plans")),
        Page("my list", *on_phone, on_phone),
        Page("my list, one person", *called, called),
        Page("my lists, of five plans", "holder-of-five", "/my-list", on_phone),
        Page("my lists, one person", "holder-of-five", f"/my-list/{line_of_five}", called),
        Page(
            "payments at 3,000 members",
            "bench",
            f"/workplaces/{site}/payments",
            ("bench", f"/workplaces/{few}/payments"),
        ),
    ]


if __name__ == "__main__":
    for one in measure(sys.argv[1:] or ("sqlite", "postgresql")):
        print(f"{one.what}: {one.measured:.1f} {one.unit} (limit {one.limit:.1f})", flush=True)
