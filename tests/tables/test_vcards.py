"""The contacts of telephones: three versions, two makers, invented people."""

from __future__ import annotations

import base64
import time

import pytest

from tests.tables.samples import TODAY
from union.tables.columns.guessing import fields_of, guess
from union.tables.kinds.roster import RosterRow, interpret
from union.tables.sandbox import read_any
from union.tables.table import Table, Untrusted

ANDROID = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D8=A7=D9=84=D9=81=D8=A7=D8=B3=D9=8A;=D9=85=D8=AD=D9=85=D8=AF;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D9=85=D8=AD=D9=85=D8=AF =
=D8=A7=D9=84=D9=81=D8=A7=D8=B3=D9=8A
TEL;HOME:0522 33 44 55
TEL;CELL;PREF:+212 661-23-45-67
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
 AAAAAA

END:VCARD
"""
IPHONE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.1//EN
N:El Fassi;Salma;;;
FN:Salma El Fassi
NICKNAME:Sallouma
item1.TEL;type=CELL;type=VOICE;type=pref:0661 23 45 68
item1.X-ABLabel:_$!<Mobile>!$_
TEL;type=WORK;type=FAX:0522 00 00 00
EMAIL;type=INTERNET;type=HOME:salma@example.ma
EMAIL;type=INTERNET;type=WORK:s.elfassi@example.ma
ORG:Centre d'appels;Plateau 3
TITLE:Téléconseillère
NOTE:équipe du soir\\, lundi\\net mardi
BDAY:1985-04-12
ADR;type=HOME:;;rue des Orangers;Casablanca;;;Maroc
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
 AAAAAAAAAAAAAAAAA==
END:VCARD
"""
FOUR = """BEGIN:VCARD
VERSION:4.0
FN:Omar Ben Jelloun
TEL;VALUE=uri;TYPE="voice,cell":tel:+212-661-234569
BDAY:19850412
EMAIL;PREF=1:omar@example.ma
END:VCARD
"""


def contacts(text: str, name: str = "contacts.vcf", ends: str = "\r\n") -> Table:
    return read_any(text.replace("\n", ends).encode(), name)


def people(table: Table) -> list[RosterRow]:
    result = interpret(table, fields_of(guess(table)), today=TODAY)
    assert list(result.problems) == []
    return list(result.rows)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_three_versions_become_people(ends: str) -> None:
    table = contacts(ANDROID + IPHONE + FOUR, ends=ends)
    mohammed, salma, omar = people(table)
    assert (mohammed.family_name, mohammed.given_name) == ("الفاسي", "محمد")
    assert (mohammed.phone, mohammed.phone_other) == ("+212661234567", "+212522334455")
    assert (salma.family_name, salma.given_name, salma.alias) == ("El Fassi", "Salma", "Sallouma")
    assert (salma.phone, salma.phone_other, salma.email) == ("+212661234568", "+212522000000", "salma@example.ma")
    assert (salma.job, str(salma.born_on)) == ("Téléconseillère", "1985-04-12")
    assert salma.remarks == "équipe du soir, lundi et mardi"
    assert (omar.family_name, omar.given_name, omar.phone) == ("Ben Jelloun", "Omar", "+212661234569")
    assert (str(omar.born_on), omar.email) == ("1985-04-12", "omar@example.ma")


def test_what_is_not_taken_is_said() -> None:
    said = {remark.code: dict(remark.values) for remark in contacts(ANDROID + IPHONE + FOUR).remarks}
    assert said["cards_photos"]["count"] == 2
    assert said["cards_more"] == {"count": 1, "rows": "2"}
    assert said["cards_ignored"] == {"names": "ADR"}
    table = contacts(IPHONE)
    at = table.headers.index("Autres e-mails")
    assert table.rows[0].cell(at) == "s.elfassi@example.ma"  # nothing is lost
    assert fields_of(guess(table))[at] is None


def card(*lines: str) -> str:
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


@pytest.mark.parametrize(
    ("lines", "family", "given"),
    [
        (("N:;Salma El Fassi;;;", "FN:Salma El Fassi"), "El Fassi", "Salma"),
        (("N:Salma El Fassi;;;;", "FN:Salma El Fassi"), "El Fassi", "Salma"),
        (("FN:عبد الله بن جلون",), "بن جلون", "عبد الله"),
        (("N:Tazi;Omar;Mehdi;M.;",), "Tazi", "Omar Mehdi"),
        (("N:Ben\\; Tazi;Omar;;;",), "Ben; Tazi", "Omar"),
        (("N:;Sara;;;", "FN:Sara"), "Sara", None),
    ],
)
def test_names_told_apart_or_not(lines: tuple[str, ...], family: str, given: str | None) -> None:
    (row,) = people(contacts(card(*lines, "TEL:0661234567")))
    assert (row.family_name, row.given_name) == (family, given)


def test_a_shown_name_that_says_more_is_said() -> None:
    table = contacts(card("N:Tazi;Omar;;;", "FN:Omar Tazi Boulot"))
    assert [one.code for one in table.remarks] == ["cards_names"]


def test_a_third_number_stands_in_its_own_column() -> None:
    table = contacts(card("FN:Omar Tazi", "TEL:0661234561", "TEL;TYPE=CELL:0661234562", "TEL:0661234563"))
    cells = dict(zip(table.headers, table.rows[0].cells, strict=True))
    assert (cells["Téléphone"], cells["Autres tél."]) == ("0661234562 / 0661234561", "0661234563")


@pytest.mark.parametrize("day", ["--0412", "1604-04-12"])
def test_a_birthday_without_its_year_is_no_date_of_birth(day: str) -> None:
    (row,) = people(contacts(card("FN:Omar Tazi", f"BDAY:{day}")))
    assert row.born_on is None


def test_groups_unreadable_lines_and_nameless_contacts() -> None:
    group = card("FN:Délégués", "X-ADDRESSBOOKSERVER-KIND:group")
    table = contacts(group + card("FN:Omar Tazi", "rien qui se lise") + card("TEL:0661234567"))
    assert {one.code for one in table.remarks} == {"cards_groups", "cards_lines"}
    result = interpret(table, fields_of(guess(table)), today=TODAY)
    assert [(one.row, one.code) for one in result.problems] == [(3, "name_missing")]


def test_a_line_folded_inside_a_letter() -> None:
    data = card("FN:Réda Él Fassi").encode()
    at = data.index("é".encode()) + 1
    (row,) = people(read_any(data[:at] + b"\r\n " + data[at:], "c.vcf"))
    assert (row.given_name, row.family_name) == ("Réda", "Él Fassi")


@pytest.mark.parametrize("charset", ["windows-1256", "iso-8859-6", "utf-8", "inconnu"])
def test_quoted_printable_in_the_set_that_it_names(charset: str) -> None:
    known = "utf-8" if charset == "inconnu" else charset
    quoted = "".join(f"={byte:02X}" for byte in "سلمى الناصري".encode(known))
    (row,) = people(contacts(card(f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{quoted}")))
    assert (row.given_name, row.family_name) == ("سلمى", "الناصري")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_file_s_own_encoding(encoding: str) -> None:
    (row,) = people(read_any(card("FN:Réda Lahlou", "TEL:0661234567").encode(encoding), "c.vcf"))
    assert row.given_name == "Réda"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (IPHONE.replace("END:VCARD", ""), "c.vcf", "cards_cut"),
        (card("FN:" + "a" * 40_000), "c.vcf", "field_too_long"),
        (card("FN:Délégués", "KIND:group"), "c.vcf", "no_rows"),
    ],
)
def test_what_is_refused(data: str, name: str, code: str) -> None:
    with pytest.raises(Untrusted) as refusal:
        contacts(data, name)
    assert refusal.value.code == code


def test_a_telephone_full_of_photos_is_read_in_seconds() -> None:
    photo = base64.b64encode(bytes(range(256)) * 200).decode()
    folded = "\n ".join(photo[at : at + 74] for at in range(0, len(photo), 74))
    text = "".join(card(f"FN:Omar Tazi{at}", f"PHOTO;ENCODING=b:{folded}") for at in range(200))
    begun = time.monotonic()
    assert len(contacts(text).rows) == 200
    assert time.monotonic() - begun < 20
