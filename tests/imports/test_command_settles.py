"""The commands name what waits for a word, take a reason and saved readings, and count as the pages do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.commanding import Said, around, union
from tests.imports import kinds
from tests.imports.lists import digest, made, previewed, uploaded
from tests.imports.test_readings import keep, kept
from union.app import Union
from union.imports.records.models import RosterImport
from union.store.db import Store

Run = Callable[..., Said]


@pytest.fixture
def run(settings: config.Settings, cast: Cast, tmp_path: Path) -> Run:
    """A list, as text or bytes, through the command of its kind at Anfa."""
    environment = around(settings)

    def go(kind: str, data: str | bytes | None, *words: str, name: str = "liste.csv") -> Said:
        place = ["--workplace", "Anfa"] if kind in {"members", "declared-days", "elections"} else []
        file = tmp_path / name
        if data is not None:
            file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return union(
            "import", kind, *([str(file), *place] if data is not None else []), *words, environment=environment
        )

    return go


def found(said: Said) -> dict[str, Any]:
    assert said.code == 0, said
    told: dict[str, Any] = json.loads(said.out)
    return told


TWINS = (
    "Matricule;Nom;Prénom;Tél.;Poste\n1;Tazi;Omar;0661234567;Agent\n2;Berrada;Salma;;Agent\n1;Tazi;Omar;0661234569;"
    "Chef\n3;Sefri;Ali;0661234570;\n4;Sefri;Ali;0661234570;\n"
)


def test_twins_are_named(store: Store, cast: Cast, run: Run) -> None:
    told = found(run("members", TWINS, "--json"))
    first, second = told["twins"]
    assert (first["rows"], first["same"], first["keep"], told["new"]) == ([2, 4], "employee_number", None, 1)
    assert {"field": "Job", "values": ["Agent", "Chef"]} in first["differ"]
    assert second["rows"] == [5, 6]
    assert "Rows 2 and 4 are one person" in run("members", TWINS).out


def test_rows_that_may_be_somebody_known_are_named_and_resolved_together(store: Store, cast: Cast, run: Run) -> None:
    known = found(run("members", "Nom;Prénom\nTazi;Omar\nNaciri;Hind\nSebti;Rim\n", "--apply", "--json"))
    assert known["imported"] == 3
    again = "Nom;Prénom;Poste\nTazi;Omar;Agent\nNaciri;Hind;Cheffe\nSebti;Rim;Cheffe\n"
    told = found(run("members", again, "--json"))
    assert [(one["row"], one["known_as"]) for one in told["decide"]] == [
        (2, "Omar Tazi"),
        (3, "Hind Naciri"),
        (4, "Rim Sebti"),
    ]
    assert told["decide"][0]["changes"] == [{"field": "Job", "from": "", "to": "Agent"}]
    told = found(run("members", again, "--resolve", "skip", "--json"))
    assert (told["updated"], told["new"], told["skipped"], told["to_decide"]) == (0, 0, 3, 0)
    told = found(run("members", again, "--resolve", "new", "--json"))
    assert (told["updated"], told["new"], told["skipped"], told["to_decide"]) == (0, 3, 0, 0)


def test_an_unusual_list_wants_a_reason(store: Store, cast: Cast, run: Run) -> None:
    found(run("members", made(20), "--apply", "--json"))
    cut = made(20).replace(b"4200,50", b"2000,00")
    refused = run("members", cut, "--apply", "--json")
    assert (refused.code, "--confirm" in refused.err) == (5, True)
    assert {one["kind"]: one["count"] for one in json.loads(refused.out)["unusual"]} == {
        "many_changed": 20,
        "wages_halved": 20,
    }
    told = found(run("members", cut, "--apply", "--json", "--confirm", "Paie à mi-temps, vu avec le bureau"))
    assert told["changed"] == 20
    with store.maintaining() as session:
        assert "Paie à mi-temps" in session.get_one(RosterImport, UUID(told["import"])).plan.confirmed
    bad = (
        "Site;Date;Effectif;Source\n"
        + "Anfa;x;1;délégués\n" * 1
        + "".join(f"Anfa;3{one}/02/2026;2;moi\n" for one in range(8))
    )
    assert run("headcounts", bad, "--apply", "--json").code == 5
    assert run("headcounts", bad, "--apply", "--json", "--yes").code == 0


def test_readings_are_used_listed_renamed_and_forgotten(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, run: Run
) -> None:
    kept(olu, cast.here)
    days = "Bonhomme;Période;J\n0042;03/2026;26\n"
    address = kinds.uploaded(olu, "declared-days", days, workplace=str(cast.here))
    previewed(olu, address, column_0="employee_number", column_1="month", column_2="days")
    keep(olu, address, "Relevé")
    counts = "Lieu;Jour;Gens;Qui\nAnfa;26/11/2026;120;délégués\n"
    address = kinds.uploaded(sal, "headcounts", counts)
    previewed(sal, address, column_0="site", column_1="counted_on", column_2="people", column_3="source")
    keep(sal, address, "Relevé")
    again = kinds.uploaded(sal, "headcounts", counts)  # proposed by itself
    assert [one["value"] for one in sal.page(f"{again}/columns").select("[name^=column_] option[selected]")] == [
        "site",
        "counted_on",
        "people",
        "source",
    ]
    assert not olu.page("/imports/readings").find(string="Sites")  # of many workplaces: who reaches them all
    told = found(run("readings", None, "list", "--json"))
    assert [(one["kind"], one["name"], one["workplace"]) for one in told] == [
        ("declared-days", "Relevé", "Anfa"),
        ("headcounts", "Relevé", ""),
        ("members", "Paie d'Anfa", "Anfa"),
    ]
    assert run("headcounts", counts).code == 1  # nothing says what its columns hold
    shown = found(run("headcounts", counts, "--map", "relevé", "--json"))
    assert (shown["map"], shown["new"]) == ("Relevé", 1)
    assert found(run("declared-days", days, "--map", "Relevé", "--json"))["refused"] == 1
    assert run("readings", None, "rename", told[1]["id"], "Bilan").code == 0
    assert run("headcounts", counts, "--map", "relevé").code == 1
    assert run("readings", None, "forget", told[1]["id"]).code == 0
    assert run("readings", None, "forget", told[1]["id"]).code == 1
    assert "Paie d'Anfa  (members, Anfa)" in run("readings", None, "list").out


BALLOT = "Date;Collège;Liste;Voix\n15/06/2025;employés;UMT;40\n15/06/2025;employés;CDT;12\n"
LISTED = {
    "members": "Matricule;Nom;Prénom\n0042;Tazi;Omar\n",
    "declared-days": "Matricule;01/2026;02/2026\n0042;26;20\n",
    "workplaces": "Employeur;Site;Ville\nSociété;Plateau;Fès\n",
    "headcounts": "Site;Date;Effectif;Source\nAnfa;15/10/2026;120;délégués\n",
    "elections": BALLOT,
}


def test_every_kind_is_listed_with_who_and_taken_back(
    store: Store, app: Union, cast: Cast, olu: Visitor, run: Run
) -> None:
    address = uploaded(olu, cast.here, made(2))
    previewed(olu, address)
    ids = {kind: found(run(kind, data, "--apply", "--json"))["import"] for kind, data in LISTED.items()}
    told = {one["id"]: one for one in found(run("list", None, "--json"))}
    assert told[address.rsplit("/", 1)[1]]["by_name"] not in {"", None}
    assert {kind: (told[one]["kind"], told[one]["state"]) for kind, one in ids.items()} == {
        kind: (kind, "done") for kind in LISTED
    }
    for one in ids.values():
        before = digest(store)
        found(run("undo", None, one, "--dry-run", "--json"))
        assert digest(store) == before
    for kind in reversed(LISTED):
        shown, done = (found(run("undo", None, ids[kind], *more, "--json")) for more in (["--dry-run"], []))
        assert {**shown, "dry_run": False} == done
        assert done["people"] + done["restored"] > 0, kind
    states = {one["id"]: one["state"] for one in found(run("list", None, "--json"))}
    assert {states[one] for one in ids.values()} == {"undone"}
    again = run("undo", None, ids["elections"], "--json")
    assert (again.code, again.out) == (1, "")
