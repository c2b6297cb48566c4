"""A forgotten password: a code that works once, a password chosen before any page, confidential cases only after a
second word."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

import config
from tests.browsing import Visitor
from tests.cast import PASSWORD, Cast, new_account
from tests.commanding import around, union
from tests.grievances.reports import FIRST, case_of, forward, opened, report
from tests.grievances.test_drafts import begun
from tests.scene import Scene
from tests.test_access import addresses, ask, rules
from union.access import Role
from union.accounts import passwords
from union.accounts.models import Account, Door, Resets
from union.app import Union
from union.record.chain import RecordEntry
from union.refusal import Refused

NEW = "quatre oranges sous la lampe"


def reset(sal: Visitor, account: UUID) -> str:
    answer = sal.post(f"/accounts/{account}/reset", status=200)
    found = re.search(r'<p class="code"><bdi dir="ltr">([^<]+)</bdi>', answer.text)
    assert found is not None
    return found[1]


def enter(app: Union, login: str, password: str, status: int = 302) -> Visitor:
    """A stranger's browser at the door."""
    visitor = Visitor(app, None)
    visitor.post("/sign-in", {"login": login, "password": password}, status)
    visitor.token = ""
    return visitor


def test_the_code_lets_in_once_and_nothing_opens_before_a_new_password(
    app: Union, cast: Cast, sal: Visitor, ann: Visitor
) -> None:
    ann.get("/")
    code = reset(sal, cast.ann)
    ann.get("/", 302)  # every session of before is ended
    enter(app, "ann", PASSWORD, 422)  # and so is the password of before
    person = enter(app, "ann", code)
    assert person.get("/", 302).location == "/account/renew"
    assert person.get("/grievances/new", 302).location == "/account/renew"
    told = person.page("/account/renew?lang=en").get_text(" ")
    assert "Sal" in told
    assert "reset" in told
    enter(app, "ann", code, 422)  # once
    for weak in ("court", "motdepasse123", "mot de passe de ann ici"):
        person.post("/account/renew", {"password": weak}, 422)
    person.post("/account/renew", {"password": NEW})
    person.get("/")
    enter(app, "ann", NEW).get("/")
    assert person.get("/account/renew", 302).location == "/account"
    assert "Sal" in person.page("/account").get_text(" ")
    with app.store.reading(cast.reach("sal")) as session:
        notes = [one.event.note for one in session.scalars(select(RecordEntry)) if one.event.subject == cast.ann]
    assert notes.count("reset") == 1


def test_before_a_new_password_no_page_at_all_opens(app: Union, cast: Cast, sal: Visitor, scene: Scene) -> None:
    person = enter(app, "olu", reset(sal, cast.olu))
    open_ = {
        "accounts.lasts",
        "accounts.renewing",
        "accounts.renew",
        "accounts.leave",
        "accounts.quick_exit",
        "accounts.gone",
    }
    for rule in rules(app):
        verb = app.view_functions[rule.endpoint].__may__.value  # type: ignore[attr-defined]  # the label
        if rule.endpoint in open_ or verb == "public":
            continue
        path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
        posted = "POST" in (rule.methods or ())
        answer = ask(person, "POST" if posted else "GET", path)
        told = (401, None) if posted else (302, "/account/renew")  # nothing typed is taken for done
        assert (answer.status_code, answer.location) == told, rule.endpoint


def test_the_code_ends_with_its_day(app: Union, cast: Cast, sal: Visitor) -> None:
    code = reset(sal, cast.ann)
    with app.store.maintaining() as session:
        account = session.get_one(Account, cast.ann)
        past = datetime.now(UTC) - timedelta(minutes=1)
        account.resets = Resets((dataclasses.replace(account.known_resets[-1], until=past),))
    enter(app, "ann", code, 422)


def test_the_code_is_of_no_use_on_the_browser_of_who_gave_it(app: Union, cast: Cast) -> None:
    secretary = enter(app, "sal", PASSWORD)
    code = reset(secretary, cast.ann)
    for signed_in in (True, False):
        if not signed_in:
            secretary.post("/sign-out")
            secretary.token = ""
        refused = secretary.post("/sign-in", {"login": "ann", "password": code}, 422)
        assert "navigateur" in refused.text
    enter(app, "ann", code)  # it was not used up by that


def test_a_code_opens_no_confidential_case_before_a_second_person_spoke(
    app: Union, cast: Cast, sal: Visitor, olu: Visitor, ann: Visitor
) -> None:
    hidden = case_of(
        report(
            ann, problem="health", about="another", about_name="Omar El Fassi", confidential="y", readers=str(cast.olu)
        )
    )
    plain = case_of(report(ann, problem="pay", about="another", about_name="Omar El Fassi"))
    person = enter(app, "ann", reset(sal, cast.ann))
    person.post("/account/renew", {"password": NEW})
    person.get(plain)
    person.get(hidden, 404)
    assert hidden not in person.get("/grievances").text
    own = case_of(
        report(person, problem="health", about="another", about_name="Rita", confidential="y", readers=str(cast.olu))
    )
    person.get(own)  # what is reported from now on is theirs
    sal.get("/account?lang=en")
    sal.post(f"/accounts/{cast.ann}/confirm", status=422)  # who gave the code does not speak for its holder
    person.post(f"/accounts/{cast.ann}/confirm", status=422)  # nor its holder
    assert "waits for a colleague" in sal.get(f"/accounts/{cast.ann}").text
    assert "/accounts/confirming" in olu.get("/").text
    assert "Ann" in olu.page("/accounts/confirming").get_text(" ")
    olu.post(f"/accounts/{cast.ann}/confirm")
    person.get(hidden)
    assert "Ann" not in olu.page("/accounts/confirming").select_one("main").get_text(" ")
    olu.post(f"/accounts/{cast.ann}/confirm", status=422)


def test_nothing_on_the_account_tells_how_many_confidential_cases_wait(
    app: Union, cast: Cast, sal: Visitor, ann: Visitor, zed: Visitor
) -> None:
    report(ann, problem="health", about="another", about_name="Omar", confidential="y", readers=str(cast.olu))
    for who in (cast.ann, cast.zed):
        reset(sal, who)
    told = [
        sal.page(f"/accounts/{who}?lang=en").get_text(" ").count("waits for a colleague")
        for who in (cast.ann, cast.zed)
    ]
    assert told == [1, 1]


def test_a_reset_is_not_for_oneself_nor_for_a_closed_account(cast: Cast, sal: Visitor) -> None:
    sal.post(f"/accounts/{cast.sal}/reset", status=422)
    sal.post(f"/accounts/{cast.lex}/disable")
    sal.post(f"/accounts/{cast.lex}/reset", status=422)


def test_the_code_stands_sealed_in_the_database(app: Union, cast: Cast, sal: Visitor) -> None:
    code = reset(sal, cast.ann)
    with app.store.maintaining() as session:
        account = session.get_one(Account, cast.ann)
        assert account.password.startswith("$argon2id$")
        assert code.encode() not in (account.resets_sealed or b"")
        assert not session.scalars(select(Door).where(Door.account_id == cast.ann)).all()


def test_a_password_that_somebody_gave_is_changed_at_the_first_sign_in(app: Union, cast: Cast, sal: Visitor) -> None:
    made = sal.post("/accounts/new", {"name": "Tarik", "login": "tarik", "password": "quatre figues sur le mur"})
    where = str(made.headers["Location"])
    sal.post(f"{where}/grants", {"role": "organiser", "everywhere": "y", "from_on": "2026-01-01"})
    person = enter(app, "tarik", "quatre figues sur le mur")
    assert person.get("/", 302).location == "/account/renew"
    person.post("/account/renew", {"password": NEW})
    person.get("/")


def test_from_the_command_line(app: Union, settings: config.Settings, cast: Cast) -> None:
    made = union("user", "create", "nour", "--role", "organiser", "--generate", environment=around(settings))
    password = made.out.strip().rsplit(": ", 1)[1]
    assert enter(app, "nour", password).get("/", 302).location == "/account/renew"
    answer = union("user", "reset", "nour", environment=around(settings))
    code = answer.out.strip().rsplit(": ", 1)[1]
    assert answer.code == 0
    enter(app, "nour", password, 422)
    person = enter(app, "nour", code)
    assert person.get("/", 302).location == "/account/renew"
    missing = union("user", "reset", "nobody", environment=around(settings))
    assert missing.code != 0
    assert "no account of this name" in missing.err


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "motdepasse123",
        "Casablanca2026",
        "azertyuiop12",
        "iloveyou12345",
        "Mohamed123456",
        "olu quatre mots la",
    ],
)
def test_common_passwords_and_those_with_the_name_are_refused(cast: Cast, olu: Visitor, password: str) -> None:
    for language, words in (
        ("en", ("common", "easy to guess", "name of the account")),
        ("fr", ("courant", "devine", "nom du compte")),
        ("ar", ("شائعة", "تخمين", "اسم الحساب")),
    ):
        olu.get(f"/account?lang={language}")
        answer = olu.post("/account/password", {"current": PASSWORD, "password": password}, 422).text
        assert any(one in answer for one in words), language


def test_what_is_generated_is_never_refused() -> None:
    for _ in range(20):
        passwords.seal(passwords.generate(), ("olu", "Olu Benali"))
    with pytest.raises(Refused):
        passwords.seal("passer quatre mots", ("passer",))


def test_an_organiser_who_is_alone_at_the_desk_is_vouched_for_by_a_delegate(
    app: Union, cast: Cast, sal: Visitor, olu: Visitor, ann: Visitor, zed: Visitor
) -> None:
    hidden = case_of(
        report(ann, problem="health", about="another", about_name="Omar", confidential="y", readers=str(cast.olu))
    )
    opened(olu, hidden)
    person = enter(app, "olu", reset(sal, cast.olu))
    person.post("/account/renew", {"password": NEW})
    person.get(hidden, 404)
    zed.post(f"/accounts/{cast.olu}/confirm", status=404)  # at another workplace
    assert "/accounts/confirming" in ann.get("/").text
    ann.post(f"/accounts/{cast.olu}/confirm")
    opened(person, hidden)
    person.get(hidden)


def test_an_account_that_waits_itself_speaks_for_nobody_and_gives_no_code(
    app: Union, cast: Cast, sal: Visitor, olu: Visitor, ann: Visitor
) -> None:
    """Whoever gave two codes holds both accounts: the one may not open what the other was named on."""
    hidden = case_of(
        report(ann, problem="health", about="another", about_name="Omar", confidential="y", readers=str(cast.olu))
    )
    desk = enter(app, "olu", reset(sal, cast.olu))
    desk.post("/account/renew", {"password": NEW})
    delegate = enter(app, "ann", reset(sal, cast.ann))
    delegate.post("/account/renew", {"password": NEW})
    assert "/accounts/confirming" not in delegate.get("/").text
    delegate.get("/account?lang=en")
    assert "a colleague says first" in delegate.post(f"/accounts/{cast.olu}/confirm", status=422).text
    desk.get(hidden, 404)
    with app.store.maintaining() as session:
        second = new_account(session, "second", Role.SECRETARIAT, None)
    other = enter(app, "second", reset(sal, second))
    other.post("/account/renew", {"password": NEW})
    other.post(f"/accounts/{cast.lex}/reset", status=422)
    Visitor(app, cast.lex).post(f"/accounts/{second}/confirm")
    other.post(f"/accounts/{cast.lex}/reset", status=200)


def test_a_code_opens_no_report_that_was_begun(
    app: Union, cast: Cast, sal: Visitor, olu: Visitor, ann: Visitor
) -> None:
    begun(ann)
    person = enter(app, "ann", reset(sal, cast.ann))
    person.post("/account/renew", {"password": NEW})
    assert "Omar El Fassi" not in person.get("/grievances/new").text
    assert not person.page("/").select("main .note-soon a[href='/grievances/new']")
    person.post("/grievances/new/discard")  # what is not shown is not thrown away either
    olu.post(f"/accounts/{cast.ann}/confirm")
    assert "Omar El Fassi" in person.get("/grievances/new").text


def test_a_report_is_kept_in_the_place_of_one_that_a_code_does_not_open(
    app: Union, cast: Cast, sal: Visitor, olu: Visitor, ann: Visitor
) -> None:
    begun(ann)
    person = enter(app, "ann", reset(sal, cast.ann))
    person.post("/account/renew", {"password": NEW})
    forward(person, person.page("/grievances/new"), 2, **FIRST)
    assert "dismissal_letter" in person.get("/grievances/new").text
    olu.post(f"/accounts/{cast.ann}/confirm")
    assert "Omar El Fassi" not in person.get("/grievances/new").text
