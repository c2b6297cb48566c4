"""Declared days come in by number, never by a name; they stand sealed on the member's page and beside the claim of
the fund."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.kinds import brought_in, looked, numbers, turned, uploaded
from tests.imports.lists import begun, counted, digest, filled, made, work_off
from tests.imports.lists import brought_in as brought_in_members
from union.app import Union
from union.members import tokens
from union.members.declared import Declared, DeclaredDays, Month, lines, sums
from union.members.models import Employment, Member, Terms, Wage

LIST = (
    "Matricule;N° CNSS;Nom et prénom;Mois;Jours déclarés;Salaire déclaré\n"
    "0042;123456789;El Fassi Mina;03/2026;26;5000,00\n0042;123456789;EL FASSI Mina;avril 2026;20;3 846,15\n"
    "0042;;;2026-05;26;5000\n9999;;El Fassi Rita;03/2026;26;5000\n"
)


@pytest.fixture
def numbered(app: Union, cast: Cast) -> None:
    """Mina has a number at here, hired in 2020, with a known wage."""
    with app.store.writing(cast.reach("sal")) as session:
        work = session.get_one(Employment, cast.mina_employment)
        with tokens.in_step(session, session.get_one(Member, cast.mina)):
            work.terms = Terms("0042", hired_on=date(2020, 3, 2), wages=(Wage(date(2026, 1, 1), Decimal(6000)),))


def declared(app: Union) -> list[Any]:
    with app.store.maintaining() as session:
        return [one.declared for one in session.scalars(select(DeclaredDays))]


def at(cast: Cast) -> dict[str, str]:
    return {"workplace": str(cast.here)}


def test_from_the_file_to_the_undo(app: Union, cast: Cast, olu: Visitor, numbered: None) -> None:
    before = digest(app.store)
    address, found = looked(olu, "declared-days", LIST, **at(cast))
    assert (found["new"], found["rows that cannot be read"]) == (3, 1)
    assert digest(app.store) == before
    address = brought_in(app, olu, "declared-days", LIST, **at(cast))
    months = (
        Month(date(2026, 3, 1), 26, Decimal("5000.00")),
        Month(date(2026, 4, 1), 20, Decimal("3846.15")),
        Month(date(2026, 5, 1), 26, Decimal("5000.00")),
    )
    assert declared(app) == [Declared("123456789", months)]
    _, found = looked(olu, "declared-days", LIST, **at(cast))
    assert (found["new"], found["already known: nothing changes"]) == (0, 3)
    turned(app, olu, address)
    assert declared(app) == []
    assert digest(app.store) == before


def test_a_correction_and_the_funds_number_alone(app: Union, cast: Cast, olu: Visitor, numbered: None) -> None:
    brought_in(app, olu, "declared-days", LIST, **at(cast))
    corrected = "N° CNSS;Mois;Jours\n123456789;04/2026;24\n987654321;04/2026;24\n"
    address, found = looked(olu, "declared-days", corrected, **at(cast))
    assert (found["already known: something changes"], found["rows that cannot be read"]) == (1, 1)
    shown = olu.page(f"{address}/preview?show=updated").get_text()
    assert "20" in shown
    assert "24" in shown
    brought_in(app, olu, "declared-days", corrected, **at(cast))
    (known,) = declared(app)
    assert known.months[1] == Month(date(2026, 4, 1), 24, Decimal("3846.15"))  # no wages in the list: none taken away


def test_a_number_of_another_name_and_a_name_alone_stay_out(
    app: Union, cast: Cast, olu: Visitor, numbered: None
) -> None:
    wrong = "Matricule;Nom;Prénom;Mois;Jours\n0042;Naciri;Omar;03/2026;26\n;El Fassi;Mina;03/2026;26\n"
    _, found = looked(olu, "declared-days", wrong, **at(cast))
    assert (found["new"], found["rows that cannot be read"]) == (0, 2)


def test_nobody_out_of_reach_is_told(app: Union, cast: Cast, olu: Visitor, sal: Visitor, numbered: None) -> None:
    """A number of the other workplace answers as one that nobody has."""
    with app.store.writing(cast.reach("sal")) as session, tokens.in_step(session, session.get_one(Member, cast.rita)):
        session.get_one(Employment, cast.rita_employment).terms = Terms("9999", hired_on=date(2020, 3, 2))
    address, _ = looked(olu, "declared-days", LIST, **at(cast))
    shown = olu.page(f"{address}/preview?show=problems").get_text()
    uploaded(olu, "declared-days", LIST, 422, workplace=str(cast.there))
    address, _ = looked(olu, "declared-days", LIST.replace("9999", "8888"), **at(cast))
    other = olu.page(f"{address}/preview?show=problems").get_text()
    assert shown.replace("9999", "8888") == other


def test_who_sees_them(app: Union, cast: Cast, olu: Visitor, ann: Visitor, numbered: None) -> None:
    brought_in(app, olu, "declared-days", LIST, **at(cast))
    for language in ("fr", "ar", "en"):
        olu.get(f"/members/{cast.mina}?lang={language}")
    page = olu.page(f"/members/{cast.mina}?lang=en").get_text(" ", strip=True)
    assert "6 days fewer than a whole month" in page
    assert "known gross pay" in page
    assert "123456789" in page
    assert "123456789" not in ann.get(f"/members/{cast.mina}").text  # entrusted, and not his own file
    with app.store.reading(cast.reach("zed")) as session:
        assert session.scalars(select(DeclaredDays)).all() == []


def test_what_lacks_and_what_the_fund_counts() -> None:
    months = tuple(Month(date(2023 + at // 12, at % 12 + 1, 1), 26 if at else 10, Decimal(4000)) for at in range(36))
    terms = Terms(
        hired_on=date(2023, 1, 15), left_on=date(2025, 12, 20), wages=(Wage(date(2024, 6, 1), Decimal(4500)),)
    )
    shown = {one.month.first: one for one in lines(Declared("", months), terms)}
    assert shown[date(2023, 1, 1)].lacking == 0  # hired within the month
    assert (shown[date(2024, 5, 1)].below, shown[date(2024, 6, 1)].below) == (False, True)
    assert not shown[date(2025, 12, 1)].below  # left within the month
    whole, year = sums(Declared("", months), date(2025, 12, 20))
    assert (whole.days, whole.known, year.days, year.known) == (34 * 26 + 10, 35, 312, 12)


@pytest.mark.parametrize(
    ("heads", "title"),
    [
        ("03/2026;04/2026;05/2026", ""),
        ("mars-26;avr.-26;mai-26", ""),
        ("Jours mars 2026;Jours avril 2026;Jours mai 2026", ""),
        ("202603;202604;202605", ""),
        ("2026-03-01;2026-04-01 00:00:00;2026-05-01", ""),
        ("مارس;أبريل;ماي", "تصريحات سنة ٢٠٢٦\n"),
        ("Mars;Avril;Mai", "Déclarations CNSS, exercice 2026\n"),
    ],
)
def test_a_column_for_each_month(app: Union, cast: Cast, olu: Visitor, numbered: None, heads: str, title: str) -> None:
    """Each filled cell is a row; a bad one is named at its own column, and corrected there."""
    listed = f"{title}Matricule;N° CNSS;{heads}\n0042;123456789;26;-;99\n9999;;1;;\n"
    address, found = looked(olu, "declared-days", listed, **at(cast))
    assert (found["new"], found["problems"]) == (1, 2)
    problems = olu.page(f"{address}/preview?show=problems")
    cell = problems.select_one("input[name^=cell_][value='99']")
    assert cell is not None
    form = next(one for one in problems.select("main form") if one["action"].endswith("/correct"))
    olu.post(
        f"{address}/correct",
        {
            **filled(form),
            **{one["name"]: one["value"] for one in form.select("input[name^=cell_]")},
            cell["name"]: "20",
        },
    )
    assert numbers(olu, address)["new"] == 2
    begun(olu, address, good_only="y")
    work_off(app)
    months = (Month(date(2026, 3, 1), 26), Month(date(2026, 5, 1), 20))
    assert declared(app) == [Declared("123456789", months)]


def test_months_without_a_year_are_asked_for(cast: Cast, olu: Visitor, numbered: None) -> None:
    _, found = looked(olu, "declared-days", "Matricule;Mars;Avril\n0042;26;26\n", **at(cast))
    assert (found["new"], found["problems"]) == (0, 2)
    _, found = looked(olu, "declared-days", "Matricule;Année;Mars;Avril\n0042;2026;26;26\n", **at(cast))
    assert (found["new"], found["problems"]) == (2, 0)


def test_as_many_statements_for_many_as_for_few(app: Union, cast: Cast, olu: Visitor) -> None:
    """Previews, writings and undos ask for a whole piece of a list at once."""
    brought_in_members(app, olu, cast.here, made(40))
    asked: list[int] = []
    for people in (10, 40):
        listed = "\n".join(
            [
                "Matricule;N° CNSS;01/2026;02/2026;03/2026",
                *(f"{one:05d};{10**8 + one};26;20;26" for one in range(1, people + 1)),
            ]
        )
        address, _ = looked(olu, "declared-days", listed, **at(cast))
        begun(olu, address)
        with counted(app) as statements:
            looked(olu, "declared-days", listed, **at(cast))
            work_off(app)
            olu.page(f"{address}/undo")
        asked.append(sum(one.startswith("SELECT") for one in statements))
        turned(app, olu, address)
    assert asked[0] == asked[1]
