"""Fields read what people type, and say what to do where they cannot; the same readers as for rosters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import Form

from union.forms.typed import Amount, Count, Day, Email, Line, Name, Number, Phone, Prose
from union.web import locale


class Everything(Form):
    """One field of each kind."""

    line, name, prose = Line("line"), Name("name"), Prose("prose")
    day, amount, count = Day("day"), Amount("amount"), Count("count", highest=500)
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


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("day", "28/08/2026", date(2026, 8, 28)),
        ("day", "28-8-26", date(2026, 8, 28)),
        ("day", "٢٨/٠٨/٢٠٢٦", date(2026, 8, 28)),
        ("day", "2026-08-28", date(2026, 8, 28)),
        ("day", "28 août 2026", date(2026, 8, 28)),
        ("day", "28 غشت 2026", date(2026, 8, 28)),
        ("day", " ", None),
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
    ],
)
def test_what_is_kept(field: str, typed: str, kept: Any) -> None:
    assert read(field, typed) == kept


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("day", "30/02/2026"), ("day", "31/04/2026"), ("day", "20240229"), ("day", "2024-W05-3"), ("day", "15/09/1445"), ("day", "01/01/0001"),
        ("day", "01/01/9999"), ("amount", "1,234"), ("amount", "12,345"), ("amount", "-5"), ("amount", "(500)"), ("amount", "NaN"),
        ("amount", "1e400"), ("amount", "1_000"), ("amount", "3422,725"), ("count", "1_0"), ("count", "²"), ("count", "501"), ("count", "9" * 5000),
        ("number", "-"), ("number", "1,23E+11"), ("phone", "6,12E+08"), ("phone", "12"), ("phone", "0612345678 / 0661234567"), ("email", "pas-un-courriel"),
        ("name", "a\0b"), ("name", "gpj.\u202eexe"), ("name", "👨‍👩‍👧"), ("name", "123"), ("name", "a" + "\u0301" * 300), ("name", "\ue000"), ("name", "x" * 201),
        ("name", "ﷺ" * 20), ("line", "two\nlines"), ("prose", "\ufffe"), ("prose", "x" * 10_001),
    ],
)  # fmt: skip
def test_what_is_refused_is_shown_as_typed(field: str, typed: str) -> None:
    form = Everything(MultiDict({field: typed}))
    assert not form.validate()
    assert len(form[field].errors) == 1
    assert form[field]._value() == typed
    assert str(form[field].errors[0]).endswith((".", "?"))
