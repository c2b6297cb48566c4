"""Fields read what people type, and say what to do where they cannot; the same readers as for rosters."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import Form

from union.web import locale
from union.web.forms.doubtful_day import LONG_AGO, Sure, doubt
from union.web.forms.typed import Amount, Count, Day, Days, Email, Line, Name, Number, Phone, Prose


class Everything(Form):
    """One field of each kind."""

    line, name, prose = Line("line"), Name("name"), Prose("prose")
    day, days, amount, count = Day("day"), Days("days"), Amount("amount"), Count("count", highest=500)
    phone, email, number = Phone("phone"), Email("email"), Number("number")


@pytest.fixture(autouse=True)
def page() -> Any:
    app = Flask(__name__)
    locale.install(app, "")
    with app.test_request_context("/?lang=en"):
        yield


def read(field: str, typed: str) -> Any:
    """What a field makes of it, or the sentence of its refusal."""
    form = Everything(MultiDict({field: typed}))
    form.validate()
    return str(form[field].errors[0]) if form[field].errors else form[field].data


BLANKS = "\u00a0\u2009\u202f\u3000\t"  # that do not break, thin, of Chinese type, a tabulator


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("day", "28/08/2026", date(2026, 8, 28)),
        ("day", "28-8-26", date(2026, 8, 28)),
        ("day", "٢٨/٠٨/٢٠٢٦", date(2026, 8, 28)),
        ("day", "2026-08-28", date(2026, 8, 28)),
        ("day", "28 août 2026", date(2026, 8, 28)),
        ("day", "28 غشت 2026", date(2026, 8, 28)),
        ("day", "28082026", date(2026, 8, 28)),  # by a keyboard of digits alone
        ("day", "٢٨٠٨٢٠٢٦", date(2026, 8, 28)),
        ("day", " ", None),
        ("days", "28/08/2026, 01/05/2026", (date(2026, 5, 1), date(2026, 8, 28))),
        ("days", "28/08/2026؛ 28/08/2026", (date(2026, 8, 28),)),
        ("amount", "3422,72", Decimal("3422.72")),
        ("amount", "3 422,72 DH", Decimal("3422.72")),
        ("amount", "٣٤٢٢٫٧٢", Decimal("3422.72")),
        ("amount", "1.234,50", Decimal("1234.50")),
        ("amount", "5000", Decimal("5000.00")),
        ("count", "٣٤", 34),
        ("phone", "06 12 34 56 78", "+212612345678"),
        ("phone", "+33 6 12 34 56 78", "+33612345678"),
        ("phone", "", ""),
        ("number", "", ""),
        ("number", "٠٠٤٢", "0042"),
        ("email", " amina@Example.org ", "amina@example.org"),
        ("name", "  Réda\u200b  ", "Réda"),
        ("name", "Re\u0301da", "Réda"),
        ("name", "Null", "Null"),
        ("name", "<script>", "<script>"),
        ("prose", "un\r\ndeux\u202e", "un\ndeux"),
        ("prose", "می\u200cخواهم", "می\u200cخواهم"),  # what joins letters or keeps them apart is part of a word
        ("name", "می\u200cخواهم", "می\u200cخواهم"),
        *[("name", f" El{blank}{blank}Fassi{blank}", "El Fassi") for blank in BLANKS],
        *[("prose", f"un{blank}{blank}deux\ntrois{blank}", "un deux\ntrois") for blank in BLANKS],
    ],
)
def test_what_is_kept(field: str, typed: str, kept: Any) -> None:
    assert read(field, typed) == kept


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("day", "30/02/2026"),
        ("day", "31/04/2026"),
        ("day", "20240229"),
        ("day", "2024-W05-3"),
        ("day", "15/09/1445"),
        ("day", "01/01/0001"),
        ("day", "01/01/9999"),
        ("amount", "1,234"),
        ("amount", "12,345"),
        ("amount", "-5"),
        ("amount", "(500)"),
        ("amount", "NaN"),
        ("amount", "1e400"),
        ("amount", "1_000"),
        ("amount", "3422,725"),
        ("count", "1_0"),
        ("count", "²"),
        ("count", "501"),
        ("count", "9" * 5000),
        ("days", "12.5"),  # neither a day without its year nor an amount in the wrong box
        ("days", "28/08/2026, 12/05"),
        ("number", "-"),
        ("number", "1,23E+11"),
        ("phone", "6,12E+08"),
        ("phone", "12"),
        ("phone", "0612345678 / 0661234567"),
        ("email", "pas-un-courriel"),
        ("name", "a\0b"),
        ("name", "gpj.\u202eexe"),
        ("name", "👨‍👩‍👧"),
        ("name", "123"),
        ("name", "a" + "\u0301" * 300),
        ("name", "\ue000"),
        ("name", "x" * 201),
        ("name", "ﷺ" * 20),
        ("line", "two\nlines"),
        ("prose", "\ufffe"),
        ("prose", "x" * 10_001),
    ],
)
def test_what_is_refused_is_shown_as_typed(field: str, typed: str) -> None:
    form = Everything(MultiDict({field: typed}))
    assert not form.validate()
    assert len(form[field].errors) == 1
    assert form[field]._value() == typed
    assert str(form[field].errors[0]).endswith((".", "?"))


class Happened(Form):
    """A day that has passed."""

    day, sure = Day("day", passed=True), Sure("")


def happened(typed: str, sure: str = "") -> Any:
    form = Happened(MultiDict({"day": typed, "sure": sure}))
    form.validate()
    doubt(form.day, form.sure)
    return str(form.day.errors[0]) if form.day.errors else form.day.data


@pytest.mark.parametrize("typed", ["{d:%d}/{d:%m}", "{d.day} {d.month}", "{d:%d}-{d:%m}", "{arabic}", "{named}"])
@pytest.mark.parametrize("ago", [0, 1, 40, 300])
def test_a_day_that_happened_needs_no_year(typed: str, ago: int) -> None:
    """28/11, 28 11, ٢٨/١١, 28 novembre: the last time that this day came."""
    on = locale.today() - timedelta(days=ago)
    months = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ]
    digits = f"{on:%d/%m}".translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert happened(typed.format(d=on, arabic=digits, named=f"{on.day} {months[on.month - 1]}")) == on


@pytest.mark.parametrize("typed", ["30 نونبر", "30 نوفمبر", "30 novembre", "30 November", "٣٠ نونبر"])
def test_a_day_with_the_name_of_its_month_is_read(typed: str) -> None:
    read_on = happened(typed)
    assert (read_on.day, read_on.month) == (30, 11)
    assert timedelta(0) <= locale.today() - read_on < timedelta(days=366)


def test_elsewhere_a_day_without_its_year_is_asked_back() -> None:
    assert read("day", "28/11").startswith("Write the year too")
    assert str(locale.today().year) in read("day", "30 novembre")


@pytest.mark.parametrize("typed", ["3/2021", "03-2021", "mars 2021", "مارس 2021", "2021/3"])
def test_a_month_without_its_day_is_asked_back(typed: str) -> None:
    assert read("day", typed).startswith("Write the day too")
    assert happened(typed).startswith("Write the day too")


def test_a_day_of_years_ago_and_one_to_come_are_asked_about() -> None:
    old = locale.today() - LONG_AGO - timedelta(days=1)
    assert f"{old.year}" in happened(f"{old:%d/%m/%Y}")
    assert happened(f"{old:%d/%m/%Y}", old.isoformat()) == old
    assert not isinstance(happened(f"{old:%d/%m/%Y}", (old - timedelta(days=1)).isoformat()), date)
    assert happened(f"{locale.today() - LONG_AGO:%d/%m/%Y}") == locale.today() - LONG_AGO
    assert happened(f"{locale.today() + timedelta(days=1):%d/%m/%Y}").startswith("This day is still to come")
