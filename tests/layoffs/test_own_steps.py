"""The procedure person by person: one's own papers before what was said of all, counted for the group, carried to a
newer list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, csv, opened, rows, taken
from tests.reading_back import read_back
from union.app import Union
from union.entitlements.records.contents import OF_A_LIST, Situation
from union.entitlements.records.facts import Facts
from union.law.checking.findings import State
from union.layoffs.procedure.own_steps import chapter, counted, own_findings
from union.layoffs.procedure.steps import OUTSIDE_66
from union.layoffs.records.contents import Matter, Trigger
from union.members.models import Contract
from union.web.locale import today

LINES = [
    "7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;",
    "8;Bennis;Ali;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;",
]


def dispute_of(app: Union, cast: Cast, olu: Visitor, kind: str) -> str:
    basis_confirmed(app)
    address = opened(olu, cast, kind=kind)
    taken(olu, address, csv(*LINES))
    return address


def answer(app: Union, cast: Cast, olu: Visitor, address: str, status: int = 302, at: int = 0, **said: str) -> None:
    row = rows(app, cast, address)[at]
    olu.post(f"{address}/people/{row.id}/procedure/edit", {**said, "version": str(row.version)}, status)


def cells(olu: Visitor, address: str, said: str) -> list[str]:
    """Missed, kept, not known of the question that holds these words."""
    lines = olu.page(f"{address}/procedure?lang=fr").select("table.rows tbody tr")
    (line,) = [one for one in lines if said in one.get_text()]
    return [one.get_text(strip=True) for one in line.select("td")]


def test_own_papers_come_before_what_was_said_of_all(app: Union, cast: Cast, olu: Visitor, zed: Visitor) -> None:
    address = dispute_of(app, cast, olu, "resignations")
    assert cells(olu, address, "légalisée") == ["0", "0", "2"]
    olu.edit(f"{address}/procedure/step", {"step": "legalised", "answer": "no", "on": "", "paper": ""})
    assert cells(olu, address, "légalisée") == ["2", "0", "0"]
    day = f"{today() - timedelta(days=3):%d/%m/%Y}"
    answer(app, cast, olu, address, legalised="yes", legalised_on=day, legalised_paper="Copie légalisée", dictated="no")
    assert cells(olu, address, "légalisée") == ["1", "1", "0"]
    first, second = rows(app, cast, address)
    for language, fault in (("fr", "modèle de l’employeur"), ("ar", "نموذج من المشغل")):
        page = olu.page(f"{address}/people/{first.id}/procedure?lang={language}")
        assert fault in page.get_text(" ", strip=True)
        assert len(page.select("p.typed[lang=fr]")) == len(page.select("p.typed[lang=ar]")) == 1
        assert "Copie légalisée" in page.get_text()
        olu.get(f"{address}/people/{first.id}/procedure/edit?lang={language}")
        olu.get(f"{address}?lang={language}")
    typed = olu.page(f"{address}/people/{second.id}/procedure?lang=fr").select_one("p.typed")
    assert "légalisée" in typed.get_text()  # type: ignore[union-attr]  # it is there
    assert "procedure" in str(olu.page(f"{address}/people/{first.id}"))
    zed.get(f"{address}/people/{first.id}/procedure", 404)
    letters = [
        read_back(olu.get(f"{address}/people/{one.id}/paper?paper=inspector&in=fr").data) for one in (first, second)
    ]
    if None not in letters:  # one letter tells the person's own papers, the other's what was said of all
        named = [[word in str(one) for word in ("modèle de l’employeur", "légalisée")] for one in letters]
        assert named == [[True, False], [False, True]]
    # A newer list does not lose what was read in the person's papers.
    taken(olu, address, csv(*reversed(LINES)))
    assert rows(app, cast, address)[1].facts.steps == first.facts.steps


@pytest.mark.parametrize(
    "said",
    [
        {"legalised": "no", "legalised_on": "01/11/2026"},
        {"legalised": "yes", "legalised_on": "01/11/2096"},
        {"heard": "yes"},
    ],
)
def test_what_cannot_be_is_refused(app: Union, cast: Cast, olu: Visitor, said: dict[str, str]) -> None:
    address = dispute_of(app, cast, olu, "resignations")
    answer(app, cast, olu, address, 422, **said)
    assert rows(app, cast, address)[0].facts.steps == {}


def test_a_series_counts_the_letters(app: Union, cast: Cast, olu: Visitor) -> None:
    address = dispute_of(app, cast, olu, "series")
    first, second = rows(app, cast, address)
    olu.get(f"{address}/people/{first.id}/procedure", 302)  # its questions stand with the letter
    for row, notified in ((first, "yes"), (second, "no")):
        letter = olu.post(f"/people/{row.id}/dismissals/new", {"mandate": "none", "fault": "serious"}).location
        version = olu.page(letter).select_one("input[name=version]")
        assert version is not None
        olu.post(letter, {"reasons": notified, "version": str(version["value"])})
    assert cells(olu, address, "énonce-t-elle les motifs") == ["1", "1", "0"]
    told = [
        read_back(olu.get(f"{address}/people/{row.id}/paper?paper=inspector&in=ar").data) for row in (first, second)
    ]
    if None not in told:  # the twelve questions of the person's letter, and of nobody else's
        assert ["64" in str(one) for one in told] == [False, True]
    assert "2 lettres de licenciement" in olu.page(f"{address}/procedure?lang=fr").get_text()
    olu.get(f"{address}/procedure?lang=ar")


@pytest.mark.parametrize("kind", [one.value for one in OF_A_LIST])
def test_every_kind_answers_or_has_no_page(app: Union, cast: Cast, olu: Visitor, kind: str) -> None:
    address = dispute_of(app, cast, olu, kind)
    row, asked = rows(app, cast, address)[0], chapter(Situation(kind))
    olu.get(f"{address}/people/{row.id}/procedure", 200 if asked else 302)
    olu.get(f"{address}/people/{row.id}/procedure/edit", 200 if asked else 302)
    assert not OUTSIDE_66 - {one for one in OF_A_LIST if chapter(one)}


def test_what_the_dates_of_a_fixed_term_show_is_counted() -> None:
    matter = Matter("", Situation.CDD_SERIES, Trigger.OTHER)
    day = today()
    kept = Facts(
        "A",
        "B",
        contract=Contract.CDD,
        hired_on=day - timedelta(days=100),
        left_on=day,
        term_on=day,
        cdd_motive="other",
    )
    late = Facts(
        "C",
        "D",
        contract=Contract.CDD,
        hired_on=day - timedelta(days=100),
        left_on=day,
        term_on=day - timedelta(days=9),
    )
    sums = {one.check.key: one for one in counted(own_findings(matter, one) for one in (kept, late))}
    assert (sums["motive_allowed"].defects, sums["motive_allowed"].unknown) == (1, 1)
    assert (sums["stopped_at_term"].defects, sums["stopped_at_term"].done) == (1, 1)
    states = {one.code: one.state for one in own_findings(matter, kept)}
    assert states["motive_allowed"] is State.NOT_DONE
