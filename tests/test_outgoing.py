"""One gate for what leaves as a file, and a line for each look through a list of people."""

from __future__ import annotations

import ast
from io import BytesIO
from uuid import UUID

import openpyxl
import pytest
from sqlalchemy import select

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from tests.imports.lists import previewed, uploaded
from tests.layoffs import desk
from union.app import Union
from union.imports.records.models import RosterImport
from union.members.identifying import identify
from union.record.chain import Act, Event, latest
from union.web import outgoing

FEW = 1  # people whom an organiser takes out in these tests


def events(app: Union, cast: Cast, act: Act) -> list[Event]:
    with app.store.reading(cast.reach("sal")) as session:
        return [one.event for one in session.scalars(latest()) if one.event.act is act]


def test_nothing_leaves_but_by_the_gate() -> None:
    """A module that answers with a file of its own would leave without a line."""
    told = []
    for path in sorted((config.HERE / "union").rglob("*.py")):
        words = {node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant)}
        names = {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
        if "Content-Disposition" in words or names & {"send_file", "send_from_directory"}:
            told.append(path.relative_to(config.HERE / "union").as_posix())
    assert told == ["web/outgoing.py"]


def test_a_file_without_a_purpose_or_a_mark_is_a_mistake_of_ours(app: Union, cast: Cast) -> None:
    whence = outgoing.Whence("roster", cast.here)
    with app.test_request_context("/"):
        with pytest.raises(ValueError, match="What for"):
            outgoing.hand_over(outgoing.Parcel(b"", "text/csv", "x.csv", ""), whence)
        with pytest.raises(ValueError, match="What for"):
            outgoing.hand_over(outgoing.Parcel(b"", "text/csv", "x.csv", "essai", people=1), whence)


def test_the_table_of_a_dispute_is_capped_marked_and_told(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.basis_confirmed(app)
    place = desk.opened(olu, cast)
    desk.taken(
        olu,
        place,
        desk.csv(
            *[
                f"M-{n};ALAMI{'X' * n};Nadia{'y' * n};Employé;01/02/2015;31/12/2026;6000,00;10;non;20000,00;"
                for n in range(40)
            ]
        ),
    )
    answer = olu.post(f"{place}/out", {"what": "xlsx", "why": "Audience"}, 200)
    (told,) = events(app, cast, Act.EXPORTED)
    code, _, why = told.note.partition(": ")
    assert why == "Audience"
    assert code in answer.headers["Content-Disposition"]
    found = identify(app.store, cast.reach("sal"), cast.sal, answer.data, "liste.xlsx")
    assert found.export is not None
    assert found.export.code == code
    names = [
        row[2]
        for row in openpyxl.load_workbook(BytesIO(answer.data)).worksheets[0].iter_rows(min_row=2, values_only=True)
    ]
    assert names == [one.strip() for one in names], "whatever looks a name up finds it"
    monkeypatch.setattr(outgoing, "ALONE", FEW)
    for what in ("xlsx", "csv", "employer", "sheets_fr"):
        assert "secrétariat" in olu.post(f"{place}/out", {"what": what, "why": "Audience"}, 422).text
    assert len(events(app, cast, Act.EXPORTED)) == 1
    sal.post(f"{place}/out", {"what": "csv", "why": "Audience"}, 200)


def test_each_search_and_each_roster_is_a_line_without_its_words(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor
) -> None:
    case = case_of(report(ann))
    for visitor, search in (
        (olu, "/members/search"),
        (olu, f"{case}/about/search"),
        (sal, f"/accounts/{cast.ann}/file/search"),
        (olu, "/search"),
    ):
        results = visitor.post(search, {"query": "El Fassi"}).location
        visitor.get(str(results))
    olu.get(f"/workplaces/{cast.here}/members")
    ann.get("/members/entrusted")
    told = {(one.kind, one.by): one for one in events(app, cast, Act.LISTED)}
    expected = {
        ("member_search", cast.olu): (None, "2"),
        ("case_search", cast.olu): (UUID(case.split("/")[-1]), "2"),
        ("file_search", cast.sal): (cast.ann, "2"),
        ("search", cast.olu): (None, "2"),
        ("roster", cast.olu): (cast.here, "2"),
        ("entrusted", cast.ann): (None, "1"),
    }
    assert {key: (one.subject, one.note) for key, one in told.items()} == expected
    page = sal.get("/record").text
    assert "2 résultats affichés" in page
    assert "1 résultat affiché" in page


def test_rows_to_correct_go_back_whole_to_whoever_brought_them_in_alone(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f"{number};Tazi;Réda{number};rien\n" for number in range(3))
    address = uploaded(olu, cast.here, f"Matricule;Nom;Prénom;E-mail\n{rows}".encode(), "liste.csv")
    previewed(olu, address)
    monkeypatch.setattr(outgoing, "ALONE", FEW)
    answer = olu.get(f"{address}/refused")
    (told,) = events(app, cast, Act.EXPORTED)
    code, _, why = told.note.partition(": ")
    assert why == "lignes à corriger"
    assert code in answer.headers["Content-Disposition"]
    with app.store.maintaining() as session:
        session.scalars(select(RosterImport)).one().account_id = cast.sal
    olu.get(f"{address}/refused", 403)
    assert len(events(app, cast, Act.EXPORTED)) == 1
