"""A mail or nothing: only to a confirmed private address, without a word of what waits, at most once a day, never in
the quiet hours, again later where the server refuses, given up after days."""

from __future__ import annotations

import dataclasses
import re
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope, Session
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

import config
from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from union.accounts.models import Account
from union.app import Union
from union.jobs import housekeeping
from union.jobs.worker import JobContext
from union.notices import mailing, outbox
from union.notices.hours import first_loud, is_quiet
from union.notices.models import MailAddress, Outgoing, State
from union.web.locale import CASABLANCA
from union.workplaces.models import Employer, Identity

SENDER = "avis@courrier.example"
PRIVATE = "ann@boite.example"


class Box:
    """A real server that takes mails, or refuses them."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.refuses = False

    async def handle_DATA(self, _server: Any, _session: Session, envelope: Envelope) -> str:  # aiosmtpd's
        if self.refuses:
            return "451 later"
        assert isinstance(envelope.content, bytes)
        self.taken.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=default)))
        return "250 OK"


@pytest.fixture
def box(app: Union, monkeypatch: pytest.MonkeyPatch) -> Iterator[Box]:
    """The server, named in the settings; nothing waits for chance."""
    handler = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(handler, hostname="127.0.0.1", port=port)
    server.start()
    object.__setattr__(app.settings, "smtp", f"smtp://127.0.0.1:{port}")
    object.__setattr__(app.settings, "mail_from", SENDER)
    monkeypatch.setattr(outbox, "_some_time", timedelta)
    yield handler
    server.stop()


def tick(app: Union) -> None:
    """What the worker does every minute."""
    outbox.send_due(
        JobContext(app.store, lambda account: None, app.files, mail=(app.settings.smtp, app.settings.mail_from))
    )


def chosen(app: Union, visitor: Visitor, box: Box) -> None:
    """An address, confirmed by its code, without quiet hours."""
    visitor.post("/account/mail", {"address": PRIVATE})
    tick(app)
    code = re.search(r"[0-9]{6}", box.taken.pop()[1].get_content())
    assert code is not None
    visitor.post("/account/mail/confirm", {"code": code[0]})
    visitor.post("/account/mail/hours", {"quiet_from": "00:00", "quiet_until": "00:00"})


def test_by_default_nothing_is_sent(app: Union, cast: Cast, ann: Visitor, olu: Visitor, box: Box) -> None:
    olu.post(f"{case_of(report(ann))}/notes", {"words": "Ne signez rien."})
    tick(app)
    assert box.taken == []


def test_a_mail_says_nothing_and_comes_once(app: Union, cast: Cast, ann: Visitor, olu: Visitor, box: Box) -> None:
    chosen(app, ann, box)
    address = case_of(report(ann))
    for _again in range(3):
        olu.post(f"{address}/notes", {"words": "Ne signez rien."})
        tick(app)
    ((to, mail),) = box.taken
    assert to == [PRIVATE]
    assert mail["From"] == SENDER
    assert mail["Subject"] == "Vous avez un message"
    said = f"{mail['Subject']} {mail['From']} {mail.get_content()}".casefold()
    for never in ("signez", "http", "syndic", "union", "dossier", "olu", "ann", "grief"):
        assert never not in said, never


def test_what_was_read_meanwhile_is_not_told(app: Union, cast: Cast, ann: Visitor, olu: Visitor, box: Box) -> None:
    chosen(app, ann, box)
    address = case_of(report(ann))
    olu.post(f"{address}/notes", {"words": "Ne signez rien."})
    box.refuses = True
    tick(app)
    ann.get(address)
    box.refuses = False
    _sooner(app)
    tick(app)
    assert box.taken == []
    with app.store.maintaining() as session:
        assert session.scalars(select(Outgoing)).all() == []


def test_a_refused_mail_is_tried_again_and_given_up_after_days(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor, box: Box
) -> None:
    chosen(app, ann, box)
    olu.post(f"{case_of(report(ann))}/notes", {"words": "Ne signez rien."})
    box.refuses = True
    tick(app)
    with app.store.maintaining() as session:
        row = session.scalars(select(Outgoing)).one()
        assert row.tries == 1
        assert row.not_before.replace(tzinfo=UTC) > datetime.now(UTC)
    tick(app)  # not before its time
    with app.store.maintaining() as session:
        assert session.scalars(select(Outgoing.tries)).one() == 1
    _sooner(app, made=timedelta(days=4))
    tick(app)
    with app.store.maintaining() as session:
        row = session.scalars(select(Outgoing)).one()
        assert row.state is State.GIVEN_UP
        assert row.account_id is None, "the count names nobody"
    assert "1 mail could not be delivered" in words(sal, "/?lang=en")
    assert "could not be delivered" not in words(olu, "/?lang=en")
    assert "could not be delivered" in words(ann, "/account/mail?lang=en")


def _sooner(app: Union, made: timedelta = timedelta()) -> None:
    with app.store.maintaining() as session:
        for one in session.scalars(select(Outgoing)):
            one.not_before = datetime.now(UTC) - timedelta(minutes=1)
            one.made_at = datetime.now(UTC) - made


def test_a_wrong_code_confirms_nothing(app: Union, cast: Cast, ann: Visitor, box: Box) -> None:
    ann.post("/account/mail", {"address": PRIVATE})
    ann.post("/account/mail/confirm", {"code": "abcdef"}, 422)
    with app.store.maintaining() as session:
        assert session.scalars(select(MailAddress)).one().chosen.confirmed_at is None
    ann.post("/account/mail", {"address": PRIVATE}, 422)  # a second code within two minutes


@pytest.mark.parametrize("typed", ["ann@atlas.example", "ANN@mail.Atlas.example"])
def test_an_address_of_an_employer_is_refused(app: Union, cast: Cast, ann: Visitor, box: Box, typed: str) -> None:
    with app.store.maintaining() as session:
        employer = session.get_one(Employer, cast.employer)
        employer.identity = Identity(employer.identity.legal_name, mail_domains="atlas.example")
    ann.post("/account/mail", {"address": typed}, 422)
    tick(app)
    assert box.taken == []
    ann.post("/account/mail", {"address": "ann@notatlas.example"})


def test_an_address_is_its_holders_alone(app: Union, cast: Cast, ann: Visitor, box: Box) -> None:
    chosen(app, ann, box)
    for name in ("olu", "sal", "zed"):
        with app.store.reading(cast.reach(name)) as session:
            assert session.scalars(select(MailAddress)).all() == []
            assert session.scalars(select(Outgoing)).all() == []


def test_whoever_stops_it_receives_nothing(app: Union, cast: Cast, ann: Visitor, olu: Visitor, box: Box) -> None:
    chosen(app, ann, box)
    olu.post(f"{case_of(report(ann))}/notes", {"words": "Ne signez rien."})
    ann.post("/account/mail/stop")
    tick(app)
    assert box.taken == []
    with app.store.maintaining() as session:
        assert session.scalars(select(MailAddress)).all() == []


def test_an_address_that_nobody_confirmed_is_forgotten(app: Union, cast: Cast, ann: Visitor, box: Box) -> None:
    ann.post("/account/mail", {"address": PRIVATE})
    with app.store.maintaining() as session:
        row = session.scalars(select(MailAddress)).one()
        row.chosen = dataclasses.replace(row.chosen, code_until=datetime.now(UTC) - timedelta(days=2))
    housekeeping.expire(JobContext(app.store, lambda account: None, app.files))
    with app.store.maintaining() as session:
        assert session.scalars(select(MailAddress)).all() == []


def test_without_a_server_the_page_says_so(app: Union, cast: Cast, ann: Visitor) -> None:
    assert "sends no mail" in words(ann, "/account/mail?lang=en")
    ann.post("/account/mail", {"address": PRIVATE}, 422)


def test_nothing_leaves_in_clear_to_another_machine(monkeypatch: pytest.MonkeyPatch, box: Box, app: Union) -> None:
    """A server that offers no TLS takes no mail of ours unless it is on this machine."""
    monkeypatch.setattr(mailing, "HERE", frozenset())
    way = mailing.Way(app.settings.smtp, SENDER)
    with pytest.raises(mailing.FAULTS):
        mailing.send(way, mailing.message(way, PRIVATE, "x", "x"))
    assert box.taken == []


@pytest.mark.parametrize(
    ("smtp", "sender"),
    [
        ("http://x", "a@b.example"),
        ("smtp://", "a@b.example"),
        ("smtp://mail.example", ""),
        ("", "a@b.example"),
        ("smtp://mail.example", "Ann <a@b.example>"),
        ("smtp://mail.example", "a@b.example\nBcc: x@y.example"),
    ],
)
def test_a_wrong_setting_is_refused_with_a_sentence(smtp: str, sender: str) -> None:
    with pytest.raises(config.BadSetting):
        config.read({"UNION_SMTP": smtp, "UNION_MAIL_FROM": sender})


CLOCK = st.integers(0, 23).map(lambda hour: f"{hour:02}:00")


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)), CLOCK, CLOCK)
def test_a_mail_never_rings_in_the_quiet_hours(at: datetime, begin: str, end: str) -> None:
    instant = at.replace(tzinfo=UTC)
    loud = first_loud(instant, begin, end)
    assert loud >= instant
    assert loud - instant <= timedelta(hours=25)
    assert not is_quiet(loud, begin, end)
    assert loud == instant or is_quiet(instant, begin, end)


def test_quiet_hours_go_over_midnight() -> None:
    late = datetime(2026, 12, 1, 23, 30, tzinfo=CASABLANCA)
    assert is_quiet(late, "20:00", "08:00")
    assert first_loud(late, "20:00", "08:00") == datetime(2026, 12, 2, 8, tzinfo=CASABLANCA)
    assert not is_quiet(late.replace(hour=12), "20:00", "08:00")


def test_nothing_leaves_the_outbox_in_the_quiet_hours(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, box: Box
) -> None:
    """Made within them, and made before them and refused into the night: both wait for their end."""
    chosen(app, ann, box)
    now = datetime.now(UTC).astimezone(CASABLANCA)
    around = [(now + timedelta(hours=by)).strftime("%H:00") for by in (-1, 2)]
    ann.post("/account/mail/hours", {"quiet_from": around[0], "quiet_until": around[1]})
    olu.post(f"{case_of(report(ann))}/notes", {"words": "Ne signez rien."})
    tick(app)
    with app.store.maintaining() as session:
        end = session.scalars(select(Outgoing)).one().not_before.replace(tzinfo=UTC)
    assert end.astimezone(CASABLANCA).strftime("%H:%M") == around[1]
    _sooner(app)  # as if it had been made before they were chosen
    tick(app)
    assert box.taken == []
    ann.post("/account/mail/hours", {"quiet_from": "00:00", "quiet_until": "00:00"})
    _sooner(app)
    tick(app)
    assert len(box.taken) == 1


def test_a_code_is_dead_after_its_hour(app: Union, cast: Cast, ann: Visitor, box: Box) -> None:
    """It confirms nothing any more, and a mail that comes too late to be of use is not sent."""
    ann.post("/account/mail", {"address": PRIVATE})
    with app.store.maintaining() as session:
        row = session.scalars(select(MailAddress)).one()
        code = row.chosen.code
        row.chosen = dataclasses.replace(row.chosen, code_until=datetime.now(UTC) - timedelta(minutes=1))
    tick(app)
    assert box.taken == []
    assert "Plus aucun code" in ann.post("/account/mail/confirm", {"code": code}, 422).text
    with app.store.maintaining() as session:
        assert session.scalars(select(MailAddress)).one().chosen.confirmed_at is None
        assert session.scalars(select(Outgoing)).all() == []


def test_a_closed_account_receives_nothing_and_its_address_goes(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, box: Box
) -> None:
    chosen(app, ann, box)
    olu.post(f"{case_of(report(ann))}/notes", {"words": "Ne signez rien."})
    with app.store.maintaining() as session:
        session.get_one(Account, cast.ann).disabled = True
    tick(app)
    assert box.taken == []
    housekeeping.expire(JobContext(app.store, lambda account: None, app.files))
    with app.store.maintaining() as session:
        assert session.scalars(select(MailAddress)).all() == []
        assert session.scalars(select(Outgoing)).all() == []


def test_a_code_that_could_not_be_delivered_is_said_before_it_is_confirmed(
    app: Union, cast: Cast, ann: Visitor, box: Box
) -> None:
    ann.post("/account/mail", {"address": PRIVATE})
    box.refuses = True
    tick(app)
    assert "could not be delivered yet" in words(ann, "/account/mail?lang=en")
    box.refuses = False
    _sooner(app)
    tick(app)
    assert len(box.taken) == 1
    assert "could not be delivered" not in words(ann, "/account/mail?lang=en")
