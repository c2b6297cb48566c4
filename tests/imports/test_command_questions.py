"""`union import members`: what a list leaves open is said, and written only as told."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from tests.cast import Cast
from tests.imports.lists import at, count
from tests.imports.test_command import Command, command
from union.commands.import_place import EVERYWHERE
from union.imports.records.readings import Filled, Saved, SavedReading, shape_token
from union.members.models import Membership
from union.store.db import Store

__all__ = ["command"]
LIST = "nom;prenom;date embauche;salaire\nTazi;Omar;03/04/2020;60000\nBerrada;Salma;05/06/2019;72000\n"


def test_what_is_open_is_listed_and_keeps_everything_back(
    store: Store, cast: Cast, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "liste.csv"
    file.write_text(LIST)
    people = count(store)
    shown = command(file, "--workplace", "Anfa", "--json")
    assert (shown.code, shown.err) == (0, "")
    dates, wages = json.loads(shown.out)["questions"]
    assert dates == {
        "kind": "dates",
        "column": "date embauche",
        "samples": ["03/04/2020", "05/06/2019"],
        "answer": None,
        "readings": {"dmy": ["2020-04-03", "2019-06-05"], "mdy": ["2020-03-04", "2019-05-06"]},
    }
    assert (wages["kind"], wages["readings"]["yearly"]) == ("wages", ["5000.00", "6000.00"])
    refused = command(file, "--workplace", "Anfa", "--apply", "--json", "--dates", "mdy")
    assert refused.code == 4
    assert "--wages" in refused.err
    assert "--dates" not in refused.err
    assert count(store) == people
    done = command(file, "--workplace", "Anfa", "--apply", "--json", "--dates", "mdy", "--wages", "yearly")
    assert json.loads(done.out)["imported"] == 2
    written = {
        str(work.terms.hired_on): str(work.terms.wage.gross) for _, work in at(store, cast.here) if work.terms.wage
    }
    assert written["2020-03-04"] == "5000.00"
    assert command(file, "--workplace", "Anfa", "--dates", "ymd").code == 2


def test_who_says_yes_gets_the_day_first_and_is_told(
    store: Store, cast: Cast, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "liste.csv"
    file.write_text(LIST)
    done = command(file, "--workplace", "Anfa", "--apply", "--yes", "--json")
    assert json.loads(done.out)["imported"] == 2
    assert "--dates dmy" in done.err
    assert "--wages monthly" in done.err
    written = {
        str(work.terms.hired_on): str(work.terms.wage.gross) for _, work in at(store, cast.here) if work.terms.wage
    }
    assert written["2020-04-03"] == "60000.00"


def test_a_saved_reading_answers_and_is_named(store: Store, cast: Cast, command: Command, tmp_path: Path) -> None:
    file, other = tmp_path / "liste.csv", tmp_path / "autre.csv"
    file.write_text(LIST)
    other.write_text("nom;prenom\nTazi;Omar\n")
    told = {"dates": "mdy"}, {"wages": "yearly"}
    columns = tuple(
        Filled(header, 0, field, answers)
        for header, field, answers in zip(
            ("nom", "prenom", "date embauche", "salaire"),
            ("family_name", "given_name", "hired_on", "monthly_gross"),
            ({}, {}, *told),
            strict=True,
        )
    )
    shape = shape_token(cast.here, "titles\ndate embauche\nnom\nprenom\nsalaire")
    saved = Saved("Paie", columns, Membership.CONTACT, {}, None, datetime.now(UTC))
    with store.writing(EVERYWHERE) as session:
        session.add(SavedReading(workplace_id=cast.here, shape=shape, saved=saved, version=1))
    named = json.loads(command(file, "--workplace", "Anfa", "--json").out)
    assert (named["map"], named["fitting_map"]) == (None, "Paie")
    done = json.loads(command(file, "--workplace", "Anfa", "--apply", "--json", "--map", "paie").out)
    assert (done["map"], done["imported"]) == ("Paie", 2)
    written = {str(work.terms.hired_on): member.standing.state for member, work in at(store, cast.here)}
    assert written["2020-03-04"] is Membership.CONTACT
    for words, sentence in (
        ([other, "--map", "Paie"], "lacks date embauche, salaire"),
        ([file, "--map", "Sage"], "no saved reading called Sage"),
    ):
        refused = command(*words, "--workplace", "Anfa", "--apply")
        assert (refused.code, refused.out) == (1, "")
        assert sentence in refused.err
