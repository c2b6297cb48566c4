"""What a column does not settle is asked, with what its samples would be; what settles it is not."""

from datetime import date
from decimal import Decimal

import pytest

from tests.tables.samples import roster
from union.tables.columns.asking import DATES, DECIMALS, WAGES, Question
from union.tables.kinds.roster import Interpreted


def hired(*days: str, header: str = "date_embauche", **told: object) -> Interpreted:
    rows = "".join(f"Tazi;Ali{'abcdefghij'[at]};{day}\n" for at, day in enumerate(days))
    return roster(f"nom;prenom;{header}\n{rows}", **told)


def paid(*amounts: str, header: str = "salaire brut", **told: object) -> Interpreted:
    rows = "".join(f"Tazi;Ali{'abcdefghij'[at]};{amount}\n" for at, amount in enumerate(amounts))
    return roster(f"nom;prenom;{header}\n{rows}", **told)


def test_dates_that_nothing_settles_are_asked_with_both_readings() -> None:
    (asked,) = hired("03/04/2020", "05/05/2020", "٠٥/٠٦/٢٠١٩", "07-08-18", "01/02/2017").questions
    assert (asked.kind, asked.column, asked.header, asked.needed, asked.answer) == (DATES, 2, "date_embauche", True, "")
    assert asked.samples == ("03/04/2020", "٠٥/٠٦/٢٠١٩", "07-08-18")  # 05/05 reads the same either way
    assert asked.readings == {
        "dmy": ("2020-04-03", "2019-06-05", "2018-08-07"),
        "mdy": ("2020-03-04", "2019-05-06", "2018-07-08"),
    }


@pytest.mark.parametrize(
    ("days", "header"),
    [
        (("03/04/2020", "26/11/2020"), "date_embauche"),  # one row settles it
        (("03/04/2020", "11/26/2020"), "date_embauche"),
        (("2020-04-03", "2019-05-06"), "date_embauche"),
        (("05/05/2020", "01/01/2019"), "date_embauche"),
        (("3 avril 2020",), "date_embauche"),
        (("03/04/2020",), "Date d'embauche (jj/mm/aaaa)"),
        (("03/04/2020",), "Hire date (MM/DD/YYYY)"),
    ],
)
def test_what_settles_the_order_leaves_no_question(days: tuple[str, ...], header: str) -> None:
    assert hired(*days, header=header).questions == ()


def test_the_header_decides_where_it_says_the_order() -> None:
    assert hired("03/04/2020", header="Hire date (MM/DD/YYYY)").rows[0].hired_on == date(2020, 3, 4)
    assert hired("03/04/2020", header="Hire date (DD/MM/YYYY)").rows[0].hired_on == date(2020, 4, 3)
    # and not against the rows
    assert hired("26/11/2020", "03/04/2020", header="Hire date (MM/DD/YYYY)").rows[1].hired_on == date(2020, 4, 3)


def test_an_answer_is_taken_and_can_be_changed() -> None:
    found = hired("03/04/2020", date_orders={2: "mdy"})
    assert found.rows[0].hired_on == date(2020, 3, 4)
    assert found.questions[0].answer == "mdy"
    assert found.remarks == []


def test_an_answer_does_not_overrule_what_the_rows_settle() -> None:
    found = hired("03/04/2020", "26/11/2020", date_orders={2: "mdy"})
    assert (found.rows[0].hired_on, found.questions) == (date(2020, 4, 3), ())


def test_contradicting_dates_ask_and_stay_out_until_then() -> None:
    days = ("26/11/2020", "25/11/2020", "11/26/2020", "11/25/2020", "03/04/2020")
    found = hired(*days)
    assert [(one.needed, one.answer) for one in found.questions] == [(False, "")]
    assert [one.code for one in found.problems] == ["date_ambiguous"]
    assert [one.code for one in hired(*days, date_orders={2: "dmy"}).problems] == ["date_impossible"] * 2


@pytest.mark.parametrize(
    ("amounts", "header", "first"),
    [
        (("3422,72", "4000", "65000"), "salaire brut", "3422.72"),  # a manager among them
        (("18,50", "22"), "salaire brut", "3533.50"),
        (("4000", "5000"), "salaire mensuel", "4000.00"),
        (("18,50", "22"), "taux horaire", "3533.50"),
        (("60000", "72000"), "salaire annuel brut", "5000.00"),
        (("60000", "72000"), "الأجر السنوي", "5000.00"),
        (("90000", "95000"), "salaire mensuel", "90000.00"),
    ],
)
def test_pay_that_header_and_amounts_leave_no_doubt_of(amounts: tuple[str, ...], header: str, first: str) -> None:
    found = paid(*amounts, header=header)
    assert (found.questions, found.rows[0].monthly_gross) == ((), Decimal(first))


@pytest.mark.parametrize(
    ("amounts", "header"),
    [
        (("60000", "72000"), "salaire brut"),  # a year's, or a manager's month
        (("600", "800"), "salaire brut"),
        (("18,50", "4000"), "salaire brut"),
        (("18,50", "22"), "salaire mensuel"),  # the header says one thing, the amounts another
        (("4000", "5000"), "salaire annuel"),
    ],
)
def test_pay_in_doubt_is_asked(amounts: tuple[str, ...], header: str) -> None:
    found = paid(*amounts, header=header)
    assert [(one.kind, one.needed) for one in found.questions] == [(WAGES, True)]
    assert found.rows[0].monthly_gross == Decimal(amounts[0].replace(",", "."))
    yearly = paid(*amounts, header=header, wages={2: "yearly"})
    assert yearly.questions[0].answer == "yearly"
    assert str(yearly.rows[0].monthly_gross) == found.questions[0].readings["yearly"][0]


def test_what_is_not_a_month_s_pay_is_said() -> None:
    assert [one.code for one in paid("18,50").remarks] == ["wages_hourly"]
    assert [one.code for one in paid("60000", wages={2: "yearly"}).remarks] == ["wages_yearly"]


def test_a_comma_of_two_meanings_is_asked_and_its_rows_stay_out_until_then() -> None:
    found = paid("1,534", "4,000", "5200,50")
    asked = Question(
        DECIMALS, 2, "salaire brut", ("1,534", "4,000"), {",": ("1.53", "4.00"), ".": ("1534.00", "4000.00")}, False
    )
    assert [one for one in found.questions if one.kind == DECIMALS] == [asked]
    assert [one.row for one in found.problems] == [2, 3]
    told = paid("1,534", "4,000", decimals={2: "."})
    assert [row.monthly_gross for row in told.rows] == [Decimal(1534), Decimal(4000)]
    assert [one.answer for one in told.questions] == ["."]
