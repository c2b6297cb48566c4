"""Cells are read by their kind, and what cannot be read has a code."""

from datetime import date, datetime
from decimal import Decimal

import phonenumbers
import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.tables.samples import TODAY
from union.tables.cells import meanings
from union.tables.cells import people as cells
from union.tables.cells.dates import Order, is_two_digit_year, order_of, read_date
from union.tables.cells.emails import email, emails
from union.tables.cells.money import read_money
from union.tables.cells.people import Unreadable
from union.tables.cells.phones import read_phone
from union.tables.table import Cell

DAY_FIRST = Order(True, 1, False)
MONTH_FIRST = Order(False, 1, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26/11/1979", date(1979, 11, 26)),
        ("1979-11-26", date(1979, 11, 26)),
        ("1979/11/26", date(1979, 11, 26)),
        ("6.1.1979", date(1979, 1, 6)),
        ("06 01 1979", date(1979, 1, 6)),
        ("26/11/1979 00:00:00", date(1979, 11, 26)),
        ("1979-11-26T08:30", date(1979, 11, 26)),
        ("٢٦/١١/١٩٧٩", date(1979, 11, 26)),
        ("٢٠٢٤-٠١-٠٣", date(2024, 1, 3)),
        ("۲۶/۱۱/۱۹۷۹", date(1979, 11, 26)),
        ("\u200f26/11/1979", date(1979, 11, 26)),
        ("1er février 2020", date(2020, 2, 1)),
        ("3 févr. 2020", date(2020, 2, 3)),
        ("15 AOÛT 2019", date(2019, 8, 15)),
        ("lundi 3 mars 2020", date(2020, 3, 3)),
        ("3-déc-2020", date(2020, 12, 3)),
        ("March 5, 2020", date(2020, 3, 5)),
        ("5th March 2020", date(2020, 3, 5)),
        ("15 غشت 2019", date(2019, 8, 15)),
        ("3 شتنبر 2020", date(2020, 9, 3)),
        ("٣ دجنبر ٢٠٢٠", date(2020, 12, 3)),
        ("3 يوليوز 2020", date(2020, 7, 3)),
        ("3 كانون الثاني 2020", date(2020, 1, 3)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_dates(text: str, expected: date) -> None:
    assert read_date(text, DAY_FIRST, TODAY) == expected


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("30/02/1999", "date_impossible"),
        ("29/02/2023", "date_impossible"),
        ("12/13/2019", "date_impossible"),
        ("2024-13-01", "date_impossible"),
        ("0/1/2020", "date_impossible"),
        ("15/09/1445", "date_hijri"),
        ("15 رمضان 1445", "date_hijri"),
        ("10 rabia I 1445", "date_hijri"),
        ("1445/09/15 هـ", "date_hijri"),
        ("01/01/0001", "date_range"),
        ("01/01/9999", "date_range"),
        ("01/01/1753", "date_range"),
        ("01/01/20024", "date_unreadable"),
        ("2024-W05-3", "date_unreadable"),
        ("20240230", "date_impossible"),
        ("29022024", "date_serial"),
        ("45292", "date_serial"),
        (45292, "date_serial"),
        (Decimal("45292.5"), "date_serial"),
        (date(1850, 1, 1), "date_range"),
        ("hier", "date_unreadable"),
        ("12 brumaire 2020", "date_unreadable"),
        ("²/³/2020", "date_unreadable"),
        ("1_0/02/2020", "date_unreadable"),
        ("=TODAY()", "date_unreadable"),
    ],
)
def test_dates_that_are_refused(cell: Cell, code: str) -> None:
    with pytest.raises(Unreadable, match=code):
        read_date(cell, DAY_FIRST, TODAY)


def test_a_cell_of_dates_is_taken_as_it_is() -> None:
    assert read_date(date(2020, 3, 4), MONTH_FIRST, TODAY) == date(2020, 3, 4)
    assert read_date(datetime(2020, 3, 4, 5, 6), DAY_FIRST, TODAY) == date(2020, 3, 4)


def test_the_order_is_decided_once_per_column() -> None:
    assert order_of(["03/04/2020", "26/11/2020"]) == Order(True, 1, False)
    assert order_of(["03/04/2020", "11/26/2020"]) == Order(False, 1, False)
    assert order_of(["03/04/2020", "", "05/05/2020"]) == Order(True, 0, True)
    assert order_of(["2020-03-04", "05/05/2020"]) == Order(True, 0, False)
    mixed = order_of(["26/11/2020", "25/11/2020", "11/26/2020", "11/25/2020", "03/04/2020"])
    assert mixed.day_first is None
    assert read_date("26/11/2020", mixed, TODAY) == date(2020, 11, 26)
    with pytest.raises(Unreadable, match="date_ambiguous"):
        read_date("03/04/2020", mixed, TODAY)
    assert read_date("03/04/2020", MONTH_FIRST, TODAY) == date(2020, 3, 4)


def test_two_digit_years_never_put_a_birth_in_the_future() -> None:
    assert read_date("3-4-69", DAY_FIRST, TODAY, birth=True) == date(1969, 4, 3)
    assert read_date("3-4-20", DAY_FIRST, TODAY, birth=True) == date(1920, 4, 3)
    assert read_date("3-4-20", DAY_FIRST, TODAY) == date(2020, 4, 3)
    assert read_date("3-4-98", DAY_FIRST, TODAY) == date(1998, 4, 3)
    assert is_two_digit_year("3-4-69")
    assert not is_two_digit_year("2020-04-03")


@given(st.dates(date(1900, 1, 2), date(2036, 12, 31)))  # the first of 1900 stands for no date
def test_every_date_is_read_back(day: date) -> None:
    for pattern, order in (("%d/%m/%Y", DAY_FIRST), ("%m/%d/%Y", MONTH_FIRST), ("%Y-%m-%d", DAY_FIRST)):
        assert read_date(day.strftime(pattern), order, TODAY) == day


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12,5", "12.50"),
        ("12.5", "12.50"),
        ("1 234,50", "1234.50"),
        ("1\u202f234,50", "1234.50"),
        ("1\u00a0234\u00a0567,5", "1234567.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1'234.50", "1234.50"),
        ("1.234.567", "1234567.00"),
        ("1,234,567.89", "1234567.89"),
        ("٣٤٢٢٫٧٢", "3422.72"),
        ("٣٬٤٢٢٫٧٢", "3422.72"),
        ("5000 DH", "5000.00"),
        ("5 000 MAD", "5000.00"),
        ("5000,00 dhs", "5000.00"),
        ("٥٠٠٠ درهم", "5000.00"),
        ("0,500", "0.50"),
        ("3422,7200", "3422.72"),
        ("1 234,500", "1234.50"),
        (5200, "5200.00"),
        (Decimal("3422.72"), "3422.72"),
    ],
)
def test_money(cell: Cell, expected: str) -> None:
    assert read_money(cell) == (Decimal(expected), False)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1,234", "money_ambiguous"),
        ("1.234", "money_ambiguous"),
        ("12.345 DH", "money_ambiguous"),
        ("-500", "money_negative"),
        ("(500)", "money_negative"),
        (-3, "money_negative"),
        ("6,1E+03", "money_scientific"),
        ("NaN", "money_unreadable"),
        ("Infinity", "money_unreadable"),
        ("1e400", "money_scientific"),
        ("1_000", "money_unreadable"),
        ("²", "money_unreadable"),
        ("12 34", "money_unreadable"),
        ("1.23.456", "money_unreadable"),
        ("=1+1", "money_unreadable"),
        ("cinq mille", "money_unreadable"),
        ("9" * 5000, "money_unreadable"),
        ("9" * 12, "money_range"),
        (True, "money_unreadable"),
        (date(2020, 1, 1), "money_unreadable"),
    ],
)
def test_money_that_is_refused(cell: Cell, code: str) -> None:
    if cell == "9" * 12:
        cell = "9" * 11 + ",5 DH"
    with pytest.raises(Unreadable, match=code):
        read_money(cell)


def test_an_answer_settles_what_was_ambiguous() -> None:
    assert read_money("1,234", ".")[0] == Decimal("1234.00")
    assert read_money("1.234", ".") == (Decimal("1.23"), True)
    assert read_money("1.234", ",")[0] == Decimal("1234.00")


@given(st.decimals(0, 999_999, places=2))
def test_every_amount_is_read_back_in_french_and_in_english(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    french = english.replace(",", "\u202f").replace(".", ",")
    arabic = english.replace(",", "٬").replace(".", "٫").translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for text in (english, french, arabic, f"{amount}", f"{french} DH"):
        assert read_money(text) == (amount, False)


@pytest.mark.parametrize(
    ("cell", "number", "other", "lost"),
    [
        ("06 12 34 56 78", "+212612345678", None, False),
        ("06.12.34.56.78", "+212612345678", None, False),
        ("06/12/34/56/78", "+212612345678", None, False),
        ("+212 (0)6 12 34 56 78", "+212612345678", None, False),
        ("+212612345678", "+212612345678", None, False),
        ("00212612345678", "+212612345678", None, False),
        ("212612345678", "+212612345678", None, False),
        ("٠٦١٢٣٤٥٦٧٨", "+212612345678", None, False),
        ("０６１２３４５６７８", "+212612345678", None, False),
        ("GSM : 0612345678", "+212612345678", None, False),
        ("612345678", "+212612345678", None, True),
        (612345678, "+212612345678", None, True),
        (212612345678, "+212612345678", None, False),
        ("0612345678 / 0661234567", "+212612345678", "+212661234567", False),
        ("0612345678 ou 0661234567", "+212612345678", "+212661234567", False),
        ("0612345678;0612345678", "+212612345678", None, False),
        ("+33 6 12 34 56 78", "+33612345678", None, False),
        ("0033612345678", "+33612345678", None, False),
        (33612345678, "+33612345678", None, False),
        ("0522 12 34 56", "+212522123456", None, False),
    ],
)
def test_phones(cell: Cell, number: str, other: str | None, lost: bool) -> None:
    phone = read_phone(cell)
    assert (phone.number, phone.other, phone.lost_zero) == (number, other, lost)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("6,12345E+08", "phone_float"),
        ("6.12E+08", "phone_float"),
        (Decimal("612345678.5"), "phone_float"),
        ("0612", "phone_short"),
        ("06123456789012", "phone_long"),
        ("pas de téléphone", "phone_unreadable"),
        ("0112345678", "phone_unreadable"),
        ("=A1", "phone_unreadable"),
        (True, "phone_unreadable"),
    ],
)
def test_phones_that_are_refused(cell: Cell, code: str) -> None:
    with pytest.raises(Unreadable, match=code):
        read_phone(cell)


@settings(max_examples=500)
@given(
    st.from_regex(r"(\+212|00212|0|\+2120|002120)[5-8][0-9]{8}", fullmatch=True),
    st.lists(st.tuples(st.integers(0, 14), st.sampled_from([" ", ".", "-", "\u00a0"])), max_size=5),
)
@example("0592420000", [])
@example("0683000000", [])
@example("00612345678", [])
def test_the_short_way_says_what_the_library_says(number: str, gaps: list[tuple[int, str]]) -> None:
    written = number
    for at, gap in gaps:
        written = written[: at + 1] + gap + written[at + 1 :] if at < len(written) else written
    if number.startswith("00") and not number.startswith("00212"):
        return
    expected = phonenumbers.parse(number, "MA")
    phone = read_phone(written)
    assert phone.number == phonenumbers.format_number(expected, phonenumbers.PhoneNumberFormat.E164)
    assert phone.unlisted == (not phonenumbers.is_valid_number(expected))


@settings(max_examples=300)
@given(
    st.one_of(
        st.emails(), st.from_regex(r"[A-Za-z0-9._-]{1,12}@(example\.ma|gmail\.com|test|a\.local|é\.fr)", fullmatch=True)
    )
)
@example("WWW@example.ma")
def test_addresses_are_judged_as_the_library_judges_them(address: str) -> None:
    try:
        expected = validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        with pytest.raises(Unreadable, match="email"):
            email(address)
    else:
        assert email(address) == expected


@pytest.mark.parametrize(
    ("cell", "kept", "aside"),
    [
        ("un@example.ma", ["un@example.ma"], []),
        ("un@example.ma ; deux@example.ma", ["un@example.ma", "deux@example.ma"], []),
        ("un@example.ma ou deux@example.ma", ["un@example.ma", "deux@example.ma"], []),
        ("ali-ou@example.ma / a&b@example.ma", ["ali-ou@example.ma", "a&b@example.ma"], []),
        ("un@example ; deux@example.ma", ["deux@example.ma"], ["un@example"]),
        ("un@example.ma; Un@example.ma", ["un@example.ma"], []),
    ],
)
def test_addresses_of_one_cell(cell: str, kept: list[str], aside: list[str]) -> None:
    assert emails(cell) == (kept, aside)


@pytest.mark.parametrize("cell", ["omar,tazi@example.ma", "faux / un@example.ma", "omar tazi@example.ma", "a@b ; c@d"])
def test_what_may_be_a_slip_in_one_address_is_not_two(cell: str) -> None:
    with pytest.raises(Unreadable, match="email"):
        emails(cell)


@pytest.mark.parametrize(
    ("cell", "number", "other", "aside"),
    [
        ("0612345678 - 33612345678", "+212612345678", None, ("33612345678",)),
        ("01 12 34 56 78 / 0661234567", "+212661234567", None, ("01 12 34 56 78",)),
        ("0612345678 / 0661234567 / 0522123456", "+212612345678", "+212661234567", ("0522123456",)),
        ("Domicile : 0522 12 34 56", "+212522123456", None, ()),
    ],
)
def test_what_a_cell_holds_beside_the_numbers_that_are_kept(
    cell: str, number: str, other: str | None, aside: tuple[str, ...]
) -> None:
    phone = read_phone(cell)
    assert (phone.number, phone.other, phone.aside) == (number, other, aside)


@pytest.mark.parametrize("text", ["pas-un-courriel", "a@b", "a b@example.ma", "@example.ma", "a@@example.ma"])
def test_bad_addresses(text: str) -> None:
    with pytest.raises(Unreadable, match="email"):
        email(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  El   Amrani ", "El Amrani"),
        ("Re\u0301da", "Réda"),
        ("Ali\u200b", "Ali"),
        ("\u2066Ali\u2069", "Ali"),  # as telephones write a name
        ("\u202bعلي\u202c", "علي"),
        ("Aït\u00a0Lahcen", "Aït Lahcen"),
        ("\ufeffمحمد", "محمد"),
        ("مُحَمَّد", "مُحَمَّد"),
        ("D'Almeida-Costa", "D'Almeida-Costa"),
        ("Null", "Null"),
        ("<script>".replace("<", "").replace(">", ""), "script"),
        ("ⴰⵎⴰⵣⵉⵖ", "ⴰⵎⴰⵣⵉⵖ"),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert cells.name(text) == expected


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('=HYPERLINK("http://example.invalid","x")', "formula"),
        ("+1+1", "formula"),
        ("@SUM(A1)", "formula"),
        ("-2+3", "formula"),
        ("＝cmd", "formula"),
        ("\t=1+1", "formula"),
        ("\u200b=1+1", "formula"),
        ("12345", "name_number"),
        (12345, "name_number"),
        ("---", "name_signs"),
        ("Ali\u202egpj", "name_direction"),
        ("Ali \u2066Tazi\u2069", "name_direction"),
        ("Ali 😀", "name_signs"),
        ("Ali\ue000", "name_signs"),
        ("A" + "\u0301" * 6, "name_marks"),
        ("a" * 201, "too_long"),
        ("ﷺ" * 12, "too_long"),
    ],
)
def test_names_that_are_refused(cell: Cell, code: str) -> None:
    with pytest.raises(Unreadable, match=code):
        cells.name(cell)


def test_a_cyrillic_letter_in_a_latin_name_is_noticed() -> None:
    assert cells.mixes_scripts("Fаtima")
    assert not cells.mixes_scripts("Fatima فاطمة")
    assert not cells.mixes_scripts("Chraïbi")


def test_numbers_keep_their_zeros() -> None:
    assert [cells.number_of(cell) for cell in ("0012", 1000, "1000.0", "٠٠١٢", " A-7 ")] == [
        "0012",
        "1000",
        "1000",
        "0012",
        "A-7",
    ]


def test_words_with_a_meaning() -> None:
    assert [meanings.sex(text) for text in ("H", "féminin", "أنثى", "ذكر", "Mme", "?")] == [
        "M",
        "F",
        "F",
        "M",
        "F",
        None,
    ]
    assert [meanings.category(text) for text in ("CADRE", "Employée", "إطار", "مستخدم", "ouvrier", "?")] == [
        "manager",
        "employee",
        "manager",
        "employee",
        "worker",
        None,
    ]
    assert [meanings.contract(text) for text in ("CDI", "cdd", "Anapec", "Intérim", "عقد محدد المدة", "?")] == [
        "open_ended",
        "fixed_term",
        "anapec",
        "agency",
        "fixed_term",
        None,
    ]
    assert [meanings.yes_or_no(cell) for cell in ("oui", "Non", "نعم", "لا", "X", 1, False)] == [
        True,
        False,
        True,
        False,
        True,
        True,
        False,
    ]


def test_days_and_children() -> None:
    assert [cells.count(cell, 400, halves=True) for cell in ("12,00", "1.5", "٤٫٥", "3 j", 7)] == [
        Decimal(text) for text in ("12", "1.5", "4.5", "3", "7")
    ]
    for cell in ("-1", "1000", "deux", "1,5"):
        with pytest.raises(Unreadable, match="count"):
            cells.count(cell, 30)


@settings(max_examples=400)
@given(st.text(max_size=40))
def test_no_text_breaks_a_reader(text: str) -> None:
    readers = (
        cells.name,
        email,
        cells.words,
        cells.number_of,
        cells.cin,
        meanings.yes_or_no,
        read_money,
        read_phone,
        lambda cell: read_date(cell, DAY_FIRST, TODAY),
        lambda cell: cells.count(cell, 30),
    )
    for read in readers:
        try:
            read(text)
        except Unreadable:
            continue


@pytest.mark.parametrize("ending", ["!", "é!", "_", "\u0301\u0301", "1"])
def test_a_long_word_that_is_no_plain_name_is_judged_at_once(ending: str) -> None:
    """An optional sign between letters made the pattern try every way to part them: forty letters held the reader
    for hours."""
    assert not cells.is_plain_name("a" * 150 + ending)
    assert cells.is_plain_name("d'El Amrani-Ben Jean.")
    assert not cells.mixes_scripts("é" * 150 + ending)
