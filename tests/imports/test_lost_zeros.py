"""A spreadsheet takes the zeros in front of a number: nobody is doubled by it, nothing is lost, and it is said."""

from __future__ import annotations

import json
from typing import Any

import pytest
from alembic import command as migrate
from sqlalchemy import select

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.commanding import around, union
from tests.imports.kinds import brought_in as brought_in_facts
from tests.imports.kinds import looked
from tests.imports.lists import at, begun, brought_in, made, previewed, uploaded, work_off
from tests.imports.test_twins import numbers, settled
from tests.imports.test_undo import turned
from union.app import Union
from union.cases.whom import as_numbers
from union.installation import alembic, upgrade
from union.members import tokens
from union.members.declared import DeclaredDays
from union.members.models import Employment, MemberToken
from union.store.db import Store
from union.vault import ring, root
from union.vault.root import BadKey

EIGHT = 8
HEAD = "Matricule;Nom;Prénom;Tél.\n"


def without_zeros(data: bytes) -> bytes:
    """The list as a spreadsheet saves it again: 00017 is 17, and the telephone keeps its zero."""
    head, *rows = data.decode().splitlines()
    return "\n".join([head, *(row.lstrip("0") for row in rows)]).encode()


def borne(app: Union, cast: Cast) -> list[str]:
    return sorted(one for _, work in at(app.store, cast.here) if (one := work.terms.employee_number))


def people(app: Union, cast: Cast) -> dict[str, str]:
    """Who works here with a number, by it."""
    return {work.terms.employee_number: member.identity.name for member, work in at(app.store, cast.here)}


@pytest.mark.parametrize("phones", [True, False])
def test_a_list_without_its_zeros_names_who_is_known(app: Union, cast: Cast, olu: Visitor, phones: bool) -> None:
    first = (
        made(EIGHT)
        if phones
        else HEAD.encode() + b"".join(b"%05d;Nom%c;Prenom;\n" % (at, 64 + at) for at in range(1, 9))
    )
    brought_in(app, olu, cast.here, first)
    address = uploaded(olu, cast.here, without_zeros(first))
    previewed(olu, address)
    found = numbers(olu, address)
    assert (found["new people"], found["known: nothing changes"]) == ("0", "8")
    assert borne(app, cast) == [f"{at:05d}" for at in range(1, EIGHT + 1)]


def test_it_is_said_once_on_the_page_in_three_languages_and_by_the_command(
    app: Union, cast: Cast, olu: Visitor, settings: config.Settings, tmp_path: Any
) -> None:
    brought_in(app, olu, cast.here, made(EIGHT))
    address = uploaded(olu, cast.here, without_zeros(made(EIGHT)))
    previewed(olu, address)
    for language, word in (
        ("fr", "sans les zéros du début"),
        ("ar", "دون الأصفار"),
        ("en", "without the zeros in front"),
    ):
        noticed = [one.get_text() for one in olu.page(f"{address}/preview?lang={language}").select("section li")]
        assert [one for one in noticed if word in one and "00001" in one and "7" in one]
    file = tmp_path / "liste.csv"
    file.write_bytes(without_zeros(made(EIGHT)))
    answer = union("import", "members", file, "--workplace", "Anfa", "--json", environment=around(settings))
    [told] = [one for one in json.loads(answer.out)["remarks"] if one["kind"] == "zeros_lost"]
    assert (told["row"], told["column"]) == (2, "Matricule")
    assert "00001" in told["message"]


def test_the_longer_form_stays_whichever_comes_first(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, without_zeros(made(EIGHT)))
    assert borne(app, cast) == [f"{at}" for at in range(1, EIGHT + 1)]
    address = brought_in(app, olu, cast.here, made(EIGHT))
    assert borne(app, cast) == [f"{at:05d}" for at in range(1, EIGHT + 1)]
    turned(app, olu, address)
    assert borne(app, cast) == [f"{at}" for at in range(1, EIGHT + 1)]


def test_a_number_of_another_name_is_asked_and_not_merged(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, (HEAD + "00017;Tazi;Omar;\n").encode())
    address = uploaded(olu, cast.here, (HEAD + "17;Berrada;Salma;\n").encode())
    previewed(olu, address)
    found = numbers(olu, address)
    assert (found["new people"], found["to decide"]) == ("0", "1"), found
    assert "but for the zeros in front" in olu.page(f"{address}/preview?show=decide&lang=en").get_text()


BOTH = HEAD + "017;Tazi;Omar;\n17;Tazi;Omar;\n"


@pytest.mark.parametrize("second", ["Tazi;Omar", "Berrada;Salma"])
def test_both_forms_in_one_list_are_asked_about(app: Union, cast: Cast, olu: Visitor, second: str) -> None:
    """They are two people only where the list says both at once, and somebody says so; until then neither is
    written."""
    two = (HEAD + f"017;Tazi;Omar;\n17;{second};\n").encode()
    address = uploaded(olu, cast.here, two)
    previewed(olu, address)
    assert numbers(olu, address)["twice in the file"] == "2"
    for language in ("fr", "ar", "en"):
        page = olu.page(f"{address}/preview?show=twice&lang={language}")
    assert "numbers that differ only by zeros in front" in page.get_text()
    settled(olu, address, twins_2_3="both")
    assert numbers(olu, address)["new people"] == "2"
    begun(olu, address)
    work_off(app)
    assert borne(app, cast) == ["017", "17"]
    again = uploaded(olu, cast.here, two)  # the same list names the two
    previewed(olu, again)
    settled(olu, again, twins_2_3="both")
    found = numbers(olu, again)
    assert (found["new people"], found["known: nothing changes"]) == ("0", "2")


def test_of_two_forms_one_is_kept_or_two_people_beside_one_known(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, (HEAD + "017;Tazi;Omar;\n").encode())
    address = uploaded(olu, cast.here, BOTH.encode())
    previewed(olu, address)
    settled(olu, address, twins_2_3="first")
    assert numbers(olu, address)["new people"] == "0"
    settled(olu, address, twins_2_3="both")
    found = numbers(olu, address)
    assert (found["new people"], found["known: nothing changes"]) == ("1", "1")
    begun(olu, address)
    work_off(app)
    assert borne(app, cast) == ["017", "17"]


def test_a_number_is_found_with_and_without_its_zeros(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, (HEAD + "00017;Tazi;Omar;\n").encode())
    for typed in ("17", "00017", "٠٠١٧", "000017"):
        assert "Tazi" in olu.search("/search", typed).text
        assert "Tazi" in olu.search("/members/search", typed).text
        assert as_numbers(typed) & as_numbers("017")
    assert "Tazi" not in olu.search("/search", "170").text


def test_declared_days_come_to_the_longer_number(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, (HEAD + "00017;Tazi;Omar;\n").encode())
    head = "Matricule;N° CNSS;Nom et prénom;Mois;Jours déclarés\n"
    _, found = looked(olu, "declared-days", head + "17;;Tazi Omar;03/2026;26\n", workplace=str(cast.here))
    assert found["new"] == 1
    # under both numbers one month is two months of one person, or of two: neither is guessed
    both = head + "17;;Tazi Omar;03/2026;26\n00017;;Tazi Omar;03/2026;20\n"
    _, found = looked(olu, "declared-days", both, workplace=str(cast.here))
    assert (found["new"], found["rows that cannot be read"]) == (1, 1)
    brought_in_facts(app, olu, "declared-days", head + "17;;Tazi Omar;03/2026;26\n", workplace=str(cast.here))
    with app.store.maintaining() as session:
        work = session.scalars(select(DeclaredDays)).one().employment_id
        assert session.get_one(Employment, work).terms.employee_number == "00017"


RESULTS = "Date;Collège;Liste;Matricule;Nom et prénom;Élu\n15/06/2026;Employés;Union;{};{};oui\n"


def test_a_candidate_of_an_election_keeps_the_longer_number(app: Union, cast: Cast, olu: Visitor) -> None:
    place = str(cast.here)
    brought_in_facts(app, olu, "elections", RESULTS.format("0042", "Tazi Omar"), workplace=place)
    address, found = looked(olu, "elections", RESULTS.format("42", "Tazi Omar"), workplace=place)
    assert (found["new"], found["already known: nothing changes"]) == (0, 1)
    assert "0042" in olu.page(f"{address}/preview?lang=en").get_text()
    both = RESULTS.format("42", "Berrada Salma")
    _, found = looked(olu, "elections", both, workplace=place)
    assert found["new"] == 1  # another name is another candidate


def test_an_employers_affiliation_keeps_its_zeros(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in_facts(app, sal, "workplaces", "Raison sociale;N° CNSS\nSable Contact;0012345\n")
    _, found = looked(sal, "workplaces", "Raison sociale;N° CNSS\nSable Contact;12345\n")
    assert (found["already known: nothing changes"], found["already known: something changes"]) == (1, 0)


def _as_before(store: Store) -> int:
    """The tokens as an earlier version kept them: of the digits as they were written."""
    changed = 0
    with store.maintaining() as session:
        for work in session.scalars(select(Employment)):
            now = tokens.number(work.workplace_id, work.terms.employee_number)
            former = ring.token(f"number|{work.workplace_id}", work.terms.employee_number)
            for row in session.scalars(select(MemberToken).where(MemberToken.token == now)):
                changed += row.token != former
                row.token = former
    return changed


def test_who_was_kept_under_the_zeros_is_found_after_an_upgrade(
    app: Union, cast: Cast, olu: Visitor, settings: config.Settings
) -> None:
    """Revision 0024 needs the key; what was brought in before it is taken back after it."""
    brought_in(app, olu, cast.here, made(EIGHT))
    taken_back = brought_in(app, olu, cast.here, made(2, first=20))
    assert _as_before(app.store) == EIGHT + 2
    migrate.downgrade(alembic(settings.database, root.load(settings.key_file, settings.state)), "0023")
    with pytest.raises(BadKey, match="union upgrade"):
        migrate.upgrade(alembic(settings.database), "head")
    upgrade(settings)
    turned(app, olu, taken_back)
    address = uploaded(
        olu, cast.here, without_zeros(made(EIGHT)) + b"\n" + without_zeros(made(2, first=20)).split(b"\n", 1)[1]
    )
    previewed(olu, address)
    found = numbers(olu, address)
    assert (found["new people"], found["known: nothing changes"]) == ("2", "8")
