"""The facts that few people need: what the list tells of them, what a person types, and what each moves; by hand."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from tests.browsing import Visitor
from tests.cast import Cast
from tests.law.test_command import ask
from tests.layoffs.desk import basis_confirmed, dispute, opened, rows, taken
from tests.layoffs.test_dispute import typed
from tests.reading_back import read_back
from union.app import Union
from union.commands.law import law
from union.entitlements.sums.snapshot import Calculation, reopened
from union.entitlements.sums.snapshot_extras import reopened as figures
from union.law.result import Code
from union.layoffs.records.models import LayoffPerson
from union.tables.writing import semicolons

HEAD = (
    "Matricule;Nom;Prénom;Catégorie;Type de contrat;Date embauche;Date de sortie prévue;Notifié le;Terme du "
    "CDD;Salaire brut;Salaire net;Salaire brut moyen;Primes;Congés restants;Jours non payés;Montant proposé"
)
SARA = "1;Alami;Sara;Employé;CDI;01/07/2020;31/12/2026;;;8000,00;6800,00;8400,00;2000,00;13;4;10000,00"
NORA = "2;Bennis;Nora;Employé;CDD;01/01/2026;30/11/2026;;31/12/2026;6000,00;;;;0;;"


def listed(*lines: str) -> bytes:
    return "\n".join([HEAD, *lines]).encode()


@pytest.fixture
def address(app: Union, cast: Cast, olu: Visitor) -> str:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, listed(SARA, NORA))
    return address


def calculation(row: LayoffPerson) -> Calculation:
    found = reopened(row.snapshot.entitlement)
    assert found is not None, [one.code for one in row.facts.trouble]
    return found


def owed(row: LayoffPerson, code: Code) -> Decimal | None:
    line = calculation(row).line(code)
    return line.amount if line else None


def correct(app: Union, cast: Cast, olu: Visitor, address: str, status: int = 302, at: int = 0, **changes: str) -> None:
    row = rows(app, cast, address)[at]
    olu.post(f"{address}/people/{row.id}/edit", typed(row.facts, version=str(row.version), **changes), status)


def test_what_the_list_tells_reaches_the_law(app: Union, cast: Cast, address: str) -> None:
    sara, nora = rows(app, cast, address)
    # 7 years started, 768 h, on the mean (art 55); two months of the net; 13 and 4 twenty-sixths of the current gross.
    assert owed(sara, Code.SEVERANCE) == Decimal("33775.92")  # 768 × 8400 / 191
    assert owed(sara, Code.NOTICE) == Decimal("13600.00")
    assert owed(sara, Code.LEAVE) == Decimal("4000.00")
    assert owed(sara, Code.WAGES_DUE) == Decimal("1230.77")  # 4 × 8000 / 26
    assert sara.facts.monthly_bonus == Decimal("2000.00")
    assert owed(nora, Code.REMAINING_TERM) == Decimal("6000.00")  # one month to the term (art 33)


def test_a_row_that_contradicts_itself_is_named(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    ended = SARA.replace(";31/12/2026;;;", ";31/12/2026;;31/03/2027;")
    taken(olu, address, listed(ended, NORA.replace("6000,00;;", "6000,00;7000,00;")))
    sara, nora = rows(app, cast, address)
    assert owed(sara, Code.SEVERANCE) == Decimal("33775.92")  # an end beside an open-ended contract takes nobody out
    assert [(one.code, one.blocks) for one in sara.facts.trouble] == [("term_on_cdi", False)]
    assert "31/03/2027" in olu.page(f"{address}/people/{sara.id}").get_text()
    assert [(one.code, one.column) for one in nora.facts.trouble] == [("impossible", "monthly_net")]


def test_better_terms_and_a_suspended_notice(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    correct(app, cast, olu, address, agreed_notice_months="3", agreed_severance="50000,00")
    (sara, _) = rows(app, cast, address)
    assert owed(sara, Code.NOTICE) == Decimal("20400.00")  # 3 × 6800
    assert owed(sara, Code.SEVERANCE) == Decimal("50000.00")
    correct(app, cast, olu, address, agreed_severance="100,00")
    assert owed(rows(app, cast, address)[0], Code.SEVERANCE) == Decimal("33775.92")  # the law's own stands
    correct(app, cast, olu, address, agreed_severance="", agreed_notice_months="", notified_on="30/11/2026")
    # Two months from 1 December end on 31 January: one month is not served.
    assert owed(rows(app, cast, address)[0], Code.NOTICE) == Decimal("6800.00")
    correct(app, cast, olu, address, away_cause="work_incapacity", away_from="05/12/2026", away_until="14/12/2026")
    # Ten days off the notice: it ends on 10 February, a month and ten thirtieths of 6800.
    assert owed(rows(app, cast, address)[0], Code.NOTICE) == Decimal("9066.67")
    page = olu.page(f"{address}/people/{rows(app, cast, address)[0].id}?lang=fr").get_text(" ", strip=True)
    assert "Incapacité due à un accident du travail" in page


def test_the_terms_of_everybody_and_of_one(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    version = str(dispute(app, cast, address).version)
    base = {"years": "started", "wage": "by_line", "bonuses": "in", "term": "as_written"}
    tried = olu.post(f"{address}/switches/difference", {**base, "notice_employee": "4", "version": version}, 200)
    assert "70975,92" in "".join(tried.text.split()).replace("\u00a0", "")  # 33775.92 + 4 × 6800 + 4000, and 6000
    assert owed(rows(app, cast, address)[0], Code.NOTICE) == Decimal("13600.00")
    olu.post(
        f"{address}/switches", {**base, "notice_employee": "4", "claimed_on": "01/01/2096", "version": version}, 422
    )
    olu.post(f"{address}/switches", {**base, "notice_employee": "4", "version": version})
    assert owed(rows(app, cast, address)[0], Code.NOTICE) == Decimal("27200.00")
    correct(app, cast, olu, address, agreed_notice_months="3")
    assert owed(rows(app, cast, address)[0], Code.NOTICE) == Decimal("20400.00")
    version = str(dispute(app, cast, address).version)
    olu.post(f"{address}/switches", {**base, "notice_employee": "4", "version": version}, 422)  # nothing was changed
    for language in ("fr", "ar"):
        olu.get(f"{address}?lang={language}")


def test_a_fixed_term_held_open_ended(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    _, nora = rows(app, cast, address)
    own = {"years": "", "wage": "", "bonuses": "", "term": "open_ended"}
    olu.post(f"{address}/people/{nora.id}/switches/difference", {**own, "version": str(nora.version)}, 200)
    olu.post(f"{address}/people/{nora.id}/switches", {**own, "version": str(nora.version)})
    _, nora = rows(app, cast, address)
    line = calculation(nora).line(Code.SEVERANCE)
    assert line is not None
    assert (line.amount, line.alternative) == (Decimal("3015.71"), "requalified")  # 96 × 6000 / 191
    assert owed(nora, Code.REMAINING_TERM) is None
    assert owed(nora, Code.NOTICE) == Decimal("1846.15")  # 8 × 6000 / 26
    for language, said in (("fr", "compté comme un CDI"), ("ar", "غير محدد المدة")):
        page = olu.page(f"{address}/people/{nora.id}?lang={language}").get_text(" ", strip=True)
        assert said in page
        assert olu.get(f"{address}/people/{nora.id}/paper?paper=sheet&in={language}").data.startswith(b"%PDF-")


def test_leave_is_counted_from_what_was_taken(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    correct(app, cast, olu, address, leave_taken="5")
    (sara, _) = rows(app, cast, address)
    assert owed(sara, Code.LEAVE) == Decimal("4000.00")  # the list's 13 days stand, and the law's count beside them
    assert next((one.figure.code, one.figure.value) for one in figures(sara.snapshot.beside)) == (
        "leave_seniority_by_month",
        Decimal("4.75"),
    )
    correct(app, cast, olu, address, leave_days_due="")
    (sara, _) = rows(app, cast, address)
    # Since 1 July: 6 months started × 1.5 + 1.5 × 6 / 12 - 5 = 4.75 days. 4.75 × 8000 / 26.
    assert owed(sara, Code.LEAVE) == Decimal("1461.54")
    others = {one.alternative: one.amount for one in calculation(sara).alternatives if one.code is Code.LEAVE}
    assert others == {"seniority_whole": Decimal("1692.31"), "seniority_none": Decimal("1230.77")}  # 5.5 and 4 days
    ends = {one.code: (one.low, one.high) for one in calculation(sara).ends}
    assert all(ends[Code.LEAVE])
    assert ends[Code.LEAVE][1].amount == Decimal("1692.31")


def test_every_place_shows_a_sum_on_the_minimum_wage_alike(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    correct(app, cast, olu, address, monthly_gross="3000,00", monthly_net="", mean_gross="", monthly_bonus="")
    (sara, _) = rows(app, cast, address)
    assert owed(sara, Code.NOTICE) == Decimal("6845.44")  # 2 × 17.92 × 191 (arts 51, 356, 360)
    assert owed(sara, Code.LEAVE) == Decimal("1711.36")  # 13 × 3422.72 / 26
    for language, sums in (("fr", ("6 845,44", "1 711,36")), ("ar", ("6 845,44", "1 711,36"))):
        page = olu.page(f"{address}/people/{sara.id}?lang={language}").get_text(" ", strip=True)
        paper = read_back(olu.get(f"{address}/people/{sara.id}/paper?paper=sheet&in={language}").data) or page
        for text in (page, paper):
            plain = re.sub("[\u00a0\u202f\u2066-\u2069]", " ", text)
            assert all(one in re.sub(" +", " ", plain) for one in sums), (language, sums)
    book = openpyxl.load_workbook(BytesIO(olu.post(f"{address}/out", {"what": "xlsx", "why": "Contrôle"}, 200).data))
    written = {cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row}
    assert {6845.44, 1711.36} <= written
    told = {
        "hired_on": "2020-07-01",
        "left_on": "2026-12-31",
        "category": "employee",
        "contract": "CDI",
        "reason": "negotiated",
        "monthly_gross": "3000",
        "leave_days_due": "13",
        "unpaid_days": "4",
    }
    answer = json.loads(CliRunner().invoke(law, ["entitlement", "-"], input=json.dumps(told)).output)
    assert {"6845.44", "1711.36"} <= {line["amount"] for line in answer["lines"]}


def test_the_notice_of_a_resignation_is_asked_and_kept(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast, kind="resignations")
    taken(olu, address, listed(SARA))
    for answer, leave in (("", "4000.00"), ("served", "4000.00"), ("unserved", "0.00"), ("excused", "4000.00")):
        if answer:
            correct(app, cast, olu, address, own_notice=answer)
        (sara,) = rows(app, cast, address)
        assert sara.facts.own_notice == answer
        assert owed(sara, Code.LEAVE) == Decimal("4000.00")  # held to be forced: nothing is owed to the employer
        (low,) = (one.low for one in calculation(sara).ends if one.code is Code.LEAVE)
        assert low is not None
        # The employer's reading: 13 × 6000 / 26, less two months of net pay if it says that the notice was not
        # served.
        assert low.amount == (Decimal("0.00") if answer == "unserved" else Decimal("3000.00")), leave


def payslips(olu: Visitor, address: str, row: LayoffPerson, status: int, where: str = "", **typed: str) -> Any:
    return olu.post(f"{address}/people/{row.id}/payslips{where}", {**typed, "version": str(row.version)}, status)


def test_payslips_give_the_mean_and_what_was_underpaid(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    (sara, _) = rows(app, cast, address)
    for language in ("fr", "ar"):
        assert len(olu.page(f"{address}/people/{sara.id}/payslips?lang={language}").select("fieldset.payslip")) == 24
    # December and November 2026: 9000 and 9600 with bonuses, October below the minimum wage, seniority bonus read as 0;
    # every month before them at 3600 and a bonus of 3600.
    told = {
        "m0_base": "8000,00",
        "m0_bonus": "1000,00",
        "m1_base": "8000,00",
        "m1_commission": "1600,00",
        "m2_base": "3000,00",
        "m2_seniority": "0",
    }
    payslips(olu, address, sara, 302, **told)
    (sara, _) = rows(app, cast, address)
    # Nine months of the twelve are not told: severance stands on the 8400 of the list, and the months are named.
    assert owed(sara, Code.SEVERANCE) == Decimal("33775.92")
    assert figures(sara.snapshot.beside)[0].figure.code == "mean_partial"
    said = olu.page(f"{address}/people/{sara.id}?lang=fr").get_text(" ", strip=True)
    assert "Bulletins manquants : janvier 2026 – septembre 2026" in said.replace("\u00a0", " ")
    told |= {f"m{at}_{name}": "3600,00" for at in range(3, 12) for name in ("base", "bonus")}
    assert "28950,79" in "".join(payslips(olu, address, sara, 200, "/difference", **told).text.split())
    assert len(rows(app, cast, address)[0].facts.payslips) == 3
    payslips(olu, address, sara, 302, **told)
    (sara, _) = rows(app, cast, address)
    # (9000 + 9600 + 3000 + 9 × 7200) / 12 = 7200: 768 × 7200 / 191, and no more on the 8400 of the list.
    assert owed(sara, Code.SEVERANCE) == Decimal("28950.79")
    found = [(one.figure.code, one.figure.value) for one in figures(sara.snapshot.beside)]
    assert found[0] == ("mean_52_weeks", Decimal("7200.00"))
    claims = {one.figure.code: one.figure.value for one in figures(sara.snapshot.beside) if one.claim}
    # October: 17.92 × 191 - 3000; the bonus of article 350 at 10 % from five years of service, of that payslip alone.
    assert claims == {"smig_arrears": Decimal("422.72"), "seniority_bonus_missing": Decimal("300.00")}
    assert sara.snapshot.claimable == Decimal("722.72")
    page = olu.page(f"{address}/people/{sara.id}?lang=fr").get_text(" ", strip=True)
    assert "Salaire inférieur au SMIG · octobre 2026" in page
    for language in ("fr", "ar"):
        assert olu.get(f"{address}/people/{sara.id}/paper?paper=sheet&in={language}").data.startswith(b"%PDF-")
        olu.get(f"{address}/people/{sara.id}/print?lang={language}")
    shown = olu.page(f"{address}/people/{sara.id}/payslips").select_one("input[name=m1_commission]")
    assert shown is not None
    assert shown["value"] == "1600,00"
    payslips(olu, address, sara, 422, **told)  # nothing was changed


def test_part_time_has_the_minimum_wage_of_its_hours(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    correct(app, cast, olu, address, monthly_hours="95,5")
    payslips(olu, address, rows(app, cast, address)[0], 302, m0_base="1500,00")
    (sara, _) = rows(app, cast, address)
    claims = {one.figure.code: one.figure.value for one in figures(sara.snapshot.beside) if one.claim}
    assert claims == {"smig_arrears": Decimal("211.36")}  # 17.92 × 95.5 - 1500
    correct(app, cast, olu, address, monthly_gross="1700,00", monthly_net="", mean_gross="", monthly_bonus="")
    assert owed(rows(app, cast, address)[0], Code.NOTICE) == Decimal("3422.72")  # 2 × 17.92 × 95.5, above what is told


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"away_cause": "childbirth"}, "away_from"),
        ({"away_cause": "childbirth", "away_from": "05/12/2026", "away_until": "01/12/2026"}, "away_until"),
        ({"away_cause": "childbirth", "away_from": "01/12/2026", "away_until": "05/12/2026"}, "notified_on"),
        ({"monthly_hours": "0"}, "monthly_hours"),
        ({"monthly_hours": "300"}, "monthly_hours"),
        ({"term_on": "31/12/2026"}, "term_on"),
        ({"agreed_notice_months": "25"}, "agreed_notice_months"),
        ({"mean_gross": "0"}, "mean_gross"),
        ({"monthly_bonus": "8000,00"}, "monthly_bonus"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    app: Union, cast: Cast, olu: Visitor, address: str, changes: dict[str, str], field: str
) -> None:
    row = rows(app, cast, address)[0]
    answer = olu.post(f"{address}/people/{row.id}/edit", typed(row.facts, version=str(row.version), **changes), 422)
    assert f'href="#{field}"' in answer.text
    assert rows(app, cast, address)[0].facts == row.facts


def test_the_table_holds_the_new_facts(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    row = rows(app, cast, address)[0]
    agreed = {"agreed_notice_months": "3", "agreed_severance": "90000,00", "monthly_hours": "95"}
    olu.post(f"{address}/people/{row.id}/edit", typed(row.facts, version=str(row.version), **agreed))
    answer = olu.post(f"{address}/out", {"what": "csv", "why": "Contrôle"}, 200).data.decode("utf-8-sig")
    head, sara, *_ = answer.splitlines()
    assert head.count(";") == sara.count(";") == 37
    cells = next(csv.reader([sara], delimiter=";"))
    assert cells[28:32] == ["Aucun mandat", "3", "90000,00", ""]
    assert cells[34:-1] == ["95,00", "", ""]
    assert sara.split(";")[20:24] == semicolons(
        ["a"], [[Decimal("6800.00"), Decimal("8400.00"), Decimal("2000.00"), Decimal("4.00")]]
    ).decode("utf-8-sig").splitlines()[1].split(";")


def test_unjustified_absence_lowers_severance_alone_and_says_so(
    app: Union, cast: Cast, olu: Visitor, address: str
) -> None:
    before = rows(app, cast, address)[0]
    correct(app, cast, olu, address, unjustified_days="190")
    (sara, _) = rows(app, cast, address)
    # 1 July 2020 to 31 December 2026 less 190 days: six years begun, 624 h instead of 768.
    assert owed(before, Code.SEVERANCE) == Decimal("33775.92")
    assert owed(sara, Code.SEVERANCE) == Decimal("27442.93")
    assert owed(sara, Code.NOTICE) == owed(before, Code.NOTICE)
    assert owed(sara, Code.DAMAGES) == owed(before, Code.DAMAGES)
    for language, other in (("fr", "33 775,92"), ("ar", "33 775,92")):
        page = olu.page(f"{address}/people/{sara.id}?lang={language}").get_text(" ", strip=True)
        assert other.replace(" ", "\u202f") in page  # the other reading stands beside
        assert "190" in page
    row = rows(app, cast, address)[0]
    answer = olu.post(
        f"{address}/people/{row.id}/edit", typed(row.facts, version=str(row.version), unjustified_days="5000"), 422
    )
    assert 'href="#unjustified_days"' in answer.text


def test_one_severance_on_the_page_the_sheets_the_workbook_and_the_command_line(
    app: Union, cast: Cast, olu: Visitor, address: str
) -> None:
    correct(app, cast, olu, address, unjustified_days="190", mean_gross="")
    payslips(olu, address, rows(app, cast, address)[0], 302, m0_base="9000,00")
    (sara, _) = rows(app, cast, address)
    # One payslip of twelve is no mean, and 190 days are taken off: 624 h of the 8,000 that the facts have.
    assert owed(sara, Code.SEVERANCE) == Decimal("26136.13")
    told = {
        "hired_on": "2020-07-01",
        "left_on": "2026-12-31",
        "category": "employee",
        "contract": "CDI",
        "reason": "negotiated",
        "monthly_gross": "8000",
        "monthly_net": "6800",
        "unjustified_days": 190,
        "months": [{"first": "2026-12-01", "elements": [{"kind": "base", "amount": "9000"}]}],
    }
    answer = json.loads(ask("entitlement", "-", text=json.dumps(told)).stdout)
    assert [one["amount"] for one in answer["lines"] if one["code"] == "severance"] == ["26136.13"]
    for language in ("fr", "ar"):
        page = olu.page(f"{address}/people/{sara.id}?lang={language}").get_text(" ", strip=True)
        assert "26\u202f136,13" in page
        made = olu.get(f"{address}/people/{sara.id}/paper?paper=sheet&in={language}").data
        assert "26136,13" in re.sub(r"\s", "", read_back(made))
    workbook = olu.post(f"{address}/out", {"what": "xlsx", "why": "Contrôle"}, 200).data
    cells = [cell for row in openpyxl.load_workbook(BytesIO(workbook)).active.values for cell in row]
    assert 26136.13 in cells


def test_agreed_pay_that_was_not_paid_is_one_claim(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    payslips(olu, address, rows(app, cast, address)[0], 302, m0_base="3200,00", m0_agreed="5000,00")
    (sara, _) = rows(app, cast, address)
    claims = {one.figure.code: one.figure.value for one in figures(sara.snapshot.beside) if one.claim}
    assert claims == {"wage_arrears": Decimal("1800.00")}  # 5000 - 3200; the 222.72 below the minimum are inside it
    assert sara.snapshot.claimable == Decimal("1800.00")
    for language, said in (("fr", "Salaire convenu non payé"), ("ar", "أجر متفق عليه لم يؤد")):
        assert said in olu.page(f"{address}/people/{sara.id}?lang={language}").get_text(" ", strip=True)
        assert olu.get(f"{address}/people/{sara.id}/paper?paper=sheet&in={language}").data.startswith(b"%PDF-")
