"""A file that leaked names its export, whole or in part; taken out and brought in again, it still changes nothing."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.commanding import around, union
from tests.imports.lists import brought_in, digest, made, previewed, uploaded
from tests.imports.test_export import taken
from union.app import Union
from union.members import watermark
from union.members.actions import create
from union.members.exporting import FIELDS, Format, export
from union.members.models import Category, Contract, Identity, Membership, Sex, Terms, Wage
from union.members.watermark import Mark
from union.tables.cells import people as cells
from union.tables.cells.phones import read_phone
from union.tables.columns.fields import field_name
from union.tables.columns.guessing import fields_of, guess
from union.tables.sandbox import read_any
from union.tables.table import Table

CODES = ["AAAA2222", "BBBB3333", "CCCC4444", "DDDD5555"]
names = st.sampled_from(
    ["Tazi", "El Fassi", "Aït Lahcen", "الفاسي", "بن جلون", "O'Brien", "Ben-Ali", "محمد أمين", "Nadia"]
)


@given(names, st.integers(0, 99_999_999), st.sampled_from(CODES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_mark_changes_no_number(store: Any, name: str, number: int, code: str) -> None:
    mark, dialled = Mark(code), f"06{number:08d}"
    assert cells.name(marked_name(mark, name)) == name  # in older exports
    assert read_phone(mark.telephone(dialled)).number == f"+2126{number:08d}"
    assert " " in mark.telephone(dialled)  # a spreadsheet would take the zero from digits alone
    assert mark.telephone("0033612345678") == "0033612345678"


def marked_name(mark: Mark, name: str) -> str:
    """A name as older exports wrote it, ending in a space or not."""
    return f"{name} " if mark.way(watermark.NAME, name) else name


def test_some_rows_alone_tell_one_export_from_all_others(store: Any) -> None:
    chance = random.Random(7)
    codes = [f"{at:08d}" for at in range(300)]
    people = [(f"Nom{_word(at)}", f"Prénom {_word(at)}", f"06{chance.randrange(10**8):08d}") for at in range(60)]
    for columns in ((0, 1), (2,)):
        mark = Mark(codes[5])
        marks = [partial(marked_name, mark), partial(marked_name, mark), mark.telephone]
        rows = [[marks[at](person[at]) for at in columns] for person in chance.sample(people, 30)]
        marks_of = watermark.Marks(rows)
        told = {code: marks_of.agreement(code).bits for code in codes}
        assert told.pop(codes[5]) >= 50
        assert max(told.values()) < watermark.needed(len(codes))
    clean = watermark.Marks([list(person) for person in people])
    assert max(clean.agreement(code).bits for code in codes) < watermark.needed(len(codes))


def test_two_references_alone_name_their_export(store: Any) -> None:
    codes = [f"{at:08d}" for at in range(1000)]
    mark = Mark(codes[7])
    marks_of = watermark.Marks([["Tazi", "Omar", "CDI", mark.reference(row)] for row in (7, 41)])
    told = {code: marks_of.agreement(code).bits for code in codes}
    assert told.pop(codes[7]) >= watermark.needed(len(codes))
    assert max(told.values()) < watermark.needed(len(codes))


def _word(at: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(at))


@pytest.fixture
def identified(settings: config.Settings, tmp_path: Path) -> Callable[[bytes, str], tuple[int, dict[str, Any]]]:
    def run(data: bytes, name: str) -> tuple[int, dict[str, Any]]:
        file = tmp_path / name
        file.write_bytes(data)
        done = union("export", "identify", file, "--json", environment=around(settings))
        return done.code, json.loads(done.out)

    return run


def test_the_command_finds_the_export(app: Union, cast: Cast, olu: Visitor, identified: Any) -> None:
    brought_in(app, olu, cast.here, made(40))
    answers = [taken(olu, cast, kind) for kind in ("csv", "csv", "xlsx")]
    codes = [one.headers["Content-Disposition"].split('"')[1].split(".")[0] for one in answers]
    code, found = identified(answers[0].data, "liste.csv")
    assert (code, found["export"], found["by_title"], found["by_rows"]) == (0, codes[0], True, True)
    assert (found["by"], found["workplace"], found["purpose"]) == ("Olu", "Anfa", "élections des délégués")
    lines = answers[1].data.decode("utf-8-sig").splitlines()[2:]
    random.Random(3).shuffle(lines)
    some = "\r\n".join(";".join(line.split(";")[2:10]) for line in lines[:20])
    code, found = identified(some.encode(), "morceau.csv")
    assert (code, found["export"], found["by_title"], found["by_rows"]) == (0, codes[1], False, True)
    assert identified(answers[2].data, "liste.xlsx")[1]["export"] == codes[2]
    code, found = identified(made(40), "autre.csv")
    assert (code, found["sure"], found["export"]) == (3, False, None)


HOSTILE = (
    Identity(
        family_name="El Fassi",
        given_name="Fatima Zahra",
        alias="Sarah",
        sex=Sex.FEMALE,
        born_on=date(1990, 2, 3),
        phones=("+212612345678", "+33612345678"),
        emails=("f.elfassi@example.ma",),
    ),
    Identity(family_name_ar="بن جلون", given_name_ar="محمد أمين", phones=("+212712345678",)),
    Identity(family_name="O'Brien-Aït Lahcen", given_name="Ğ", emails=("o+b@example.org",)),
    Identity(given_name="Samira"),
    Identity(family_name="Bel Hadj", given_name="Anass", sex=Sex.MALE, phones=("+212698765432",)),
    Identity(family_name_ar="العلوي", given_name_ar="سلمى", born_on=date(1999, 12, 31)),
)
JOBS = ('=HYPERLINK("x")', "@SUM(A1)", "+1 équipe", "-", 'chargé; de "clientèle", nuit', "مستشار الزبناء")


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
@pytest.mark.parametrize("order", [1, -1])
def test_a_header_of_ours_names_its_own_field(language: str, order: int) -> None:
    fields = FIELDS[::order]
    table = Table("csv", "utf-8", ";", None, 1, tuple(field_name(one, language) for one in fields), [], [], ())
    assert tuple(fields_of(guess(table)).values()) == fields


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_field_comes_back_as_it_was(app: Union, cast: Cast, sal: Visitor, kind: str, language: str) -> None:
    """Arabic names, texts like formulas, leading zeros, every field filled."""
    with app.store.writing(cast.reach("sal")) as session:
        for at, job in enumerate(JOBS):
            terms = Terms(
                f"000{at}",
                job,
                list(Category)[at % 2],
                list(Contract)[at % 4],
                date(2019, 5, 6),
                None,
                date(2026, 1, 31) if at == 2 else None,
                (Wage(date(2025, 1, 1), Decimal("4200.50"), Decimal("3800.05")),),
            )
            state = Membership.MEMBER if at % 2 else Membership.CONTACT
            create(session, cast.sal, HOSTILE[at % len(HOSTILE)], cast.here, terms, state=state, on=date(2025, 1, 2))
    with app.store.writing(cast.reach("sal")) as session:
        out = export(session, cast.here, "Anfa", Format(kind), language, date(2026, 11, 26))
    before = digest(app.store)
    address = uploaded(sal, cast.here, out.content, f"liste.{kind}")
    previewed(sal, address)
    page = sal.page(f"{address}/preview?lang=en")
    found = {one.span.get_text(): int(one.strong.get_text()) for one in page.select("ul.numbers li")}
    problems = sal.page(f"{address}/preview?lang=en&show=problems").get_text(" ", strip=True)
    assert (found["new people"], found["known: something changes"], found["problems"]) == (0, 0, 0), problems
    assert found["known: nothing changes"] == out.people == len(JOBS) + 2
    assert digest(app.store) == before
    table = read_any(out.content, f"liste.{kind}")
    assert {row.cell(0) for row in table.rows} >= {f"000{at}" for at in range(len(JOBS))}
