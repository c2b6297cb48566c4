"""Whatever a field of a member accepts goes out in an export, and comes in again as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from wtforms import Form

from tests.conftest import ON_ONE_DATABASE
from union.imports.matching.merging import changes, merged
from union.imports.records.row_to_member import ImportContext
from union.imports.records.undo_log import Parts
from union.members.exporting import Format, written
from union.members.forms import Card, PersonForm, Work
from union.members.models import Identity, Member, Membership, Standing, Terms
from union.store.db import Store
from union.tables.columns.guessing import fields_of, guess
from union.tables.kinds.roster import interpret
from union.tables.read import read
from union.web import locale

TODAY = date(2026, 11, 26)
CONTEXT = ImportContext(UUID(int=1), UUID(int=2), None, TODAY)
LEADING = st.sampled_from(("", "=", "+", "-", "@", "'", "''=", "＝", "\t", "Total ", "Nom", '="', "0", "\u200f", '";'))
TYPED = st.builds("{}{}{}".format, LEADING, st.text(max_size=12), st.sampled_from(("", '"', " ", "'", ".0")))


class Fields(Form):
    """What an organiser types of somebody that is text, in the fields of the forms."""

    family_name, given_name, alias, phone, email = (
        PersonForm.family_name,
        PersonForm.given_name,
        PersonForm.alias,
        PersonForm.phone,
        PersonForm.email,
    )
    number, job, card_number = Work.number, Work.job, Card.card_number


@pytest.fixture(autouse=True)
def page() -> Iterator[None]:
    """A refusal is said in the reader's language."""
    app = Flask(__name__)
    locale.install(app, "")
    with app.test_request_context("/?lang=en"):
        yield


def kept(typed: dict[str, str]) -> dict[str, str]:
    """What the fields keep; nothing of what one refuses."""
    form = Fields()
    for name, one in typed.items():
        try:
            form[name].data = form[name].parse(one)
        except ValueError:
            form[name].data = ""
    return {name: form[name].data or "" for name in typed}


def somebody(said: dict[str, str]) -> tuple[Member, Terms]:
    names = Identity(
        said["family_name"],
        said["given_name"],
        alias=said["alias"],
        born_on=date(1990, 3, 14),
        phones=(said["phone"],) if said["phone"] else (),
        emails=(said["email"],) if said["email"] else (),
    )
    standing = Standing(Membership.MEMBER, card_number=said["card_number"])
    return Member(identity=names, standing=standing), Terms(said["number"], job=said["job"])


PLAIN = [
    {
        "family_name": "Tazi",
        "given_name": "Omar",
        "alias": "",
        "phone": f"+21266100000{at}",
        "email": f"o{at}@example.ma",
        "number": f"00{at}",
        "job": "Agent",
        "card_number": f"A{at}",
    }
    for at in (1, 2)
]
TYPED_OF = dict.fromkeys(("family_name", "given_name", "alias", "number", "job", "card_number"), TYPED)


@ON_ONE_DATABASE
@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_what_a_field_accepts_comes_in_as_it_went_out(store: Store, language: str) -> None:
    @settings(max_examples=100, deadline=None, database=None)
    @given(
        st.fixed_dictionaries(
            {
                **TYPED_OF,
                "phone": st.sampled_from(["+33612345678", "+390612345678", "0522000004", "+1 202 555 0143"]),
                "email": st.sampled_from(
                    ["Rim.Sebti@Example.ma", "o'neil@example.ma", "+a@example.ma", "=a@example.ma", ""]
                ),
            }
        ),
        st.sampled_from(Format),
    )
    def survives(typed: dict[str, str], kind: Format) -> None:
        said = kept(typed)
        people = [somebody(one) for one in (PLAIN[0], said, PLAIN[1])]
        if not people[1][0].identity.name:
            return
        out = written(people, kind, language, "AAAABBBB", "Export AAAABBBB")
        table = read(out, f"liste.{kind.value}")
        found = interpret(table, fields_of(guess(table)), today=TODAY)
        assert not found.problems, list(found.problems)
        for (member, terms), row in zip(people, found.rows, strict=True):
            before = Parts(member.identity, member.standing, terms)
            assert not changes(before, merged(row, CONTEXT, before)), row

    survives()


@pytest.mark.parametrize("name", ["Ali (2)", "12. Ali", "Ali ✊", "عــلي", "0/A", "ali@example.ma"])
def test_what_a_list_does_not_keep_of_a_name_it_does_not_correct_either(name: str) -> None:
    table = read(f"Matricule;Nom;Prénom\n7;Tazi;{name}\n".encode(), "liste.csv")
    (row,) = interpret(table, fields_of(guess(table)), today=TODAY).good
    script = {"given_name_ar": name} if name == "عــلي" else {"given_name": name, "family_name": "Tazi"}
    known = Identity(**script) if "family_name" in script else Identity(family_name="Tazi", **script)
    before = Parts(known, Standing(), Terms(employee_number="7"))
    assert not changes(before, merged(row, CONTEXT, before))
