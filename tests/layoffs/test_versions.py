"""Two lists of one dispute: who came, who left, whose offer moved; nobody in two places, nobody lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, csv, dispute, opened, taken
from union.app import Union
from union.layoffs.lists.versions import Kept, difference

LINES = st.lists(
    st.builds(
        Kept,
        position=st.integers(1, 99),
        family_name=st.sampled_from(["Alami", "Bennis", "Chami", "العلمي"]),
        given_name=st.sampled_from(["Sara", "Ali"]),
        employee_number=st.sampled_from(["", "1", "2", "٢", "3"]),
        left_on=st.sampled_from([None, date(2026, 12, 31)]),
        offered=st.sampled_from([None, Decimal("100.00"), Decimal("200.00")]),
    ),
    max_size=8,
)


@given(LINES, LINES)
def test_everybody_stands_in_one_place(older: list[Kept], newer: list[Kept]) -> None:
    found = difference(older, newer)
    assert len(found.left) + len(found.moved) + found.same == len(older)
    assert len(found.came) + len(found.moved) + found.same == len(newer)
    assert all(
        one.by != 0 or one.before.offered != one.now.offered or one.before.left_on != one.now.left_on
        for one in found.moved
    )


def test_people_are_found_again_by_number_then_by_name() -> None:
    older = [
        Kept(1, "Alami", "Sara", "7", offered=Decimal(100)),
        Kept(2, "Bennis", "Ali"),
        Kept(3, "Chami", "Nora", "9"),
    ]
    newer = [
        Kept(1, "ALAMI", "Sarah", "٧", offered=Decimal(50)),  # the number decides, whatever its digits
        Kept(2, "Ali", "Bennis", "8"),  # the name decides, whatever its order
        Kept(3, "Chami", "Nora", "10"),  # the same name under another number is another person
    ]
    found = difference(older, newer)
    assert [one.by for one in found.moved] == [Decimal(-50)]
    assert found.same == 1
    assert [one.employee_number for one in found.came] == ["10"]
    assert [one.employee_number for one in found.left] == ["9"]


def test_a_newer_list_keeps_the_one_before(app: Union, cast: Cast, olu: Visitor, zed: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    olu.get(f"{address}/versions")
    taken(
        olu,
        address,
        csv(
            "7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;",
            "8;Bennis;Ali;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;",
        ),
    )
    assert dispute(app, cast, address).matter.replaced == ()
    taken(
        olu,
        address,
        csv(
            "7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;15000,00;",
            "9;Chami;Nora;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;",
        ),
    )
    taken(olu, address, csv("9;Chami;Nora;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"))
    for language in ("fr", "ar"):
        first = olu.page(f"{address}/versions?version=1&lang={language}").select_one("main")
        assert first is not None
        for name in ("Alami", "Bennis", "Chami"):
            assert name in first.get_text()
        last = olu.page(f"{address}/versions?lang={language}").select_one("main")
        assert last is not None
        assert "Bennis" not in last.get_text()
    olu.get(f"{address}/versions?version=3", 422)
    olu.get(address)
    zed.get(f"{address}/versions", 404)
