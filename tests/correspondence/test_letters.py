"""The life of a letter: a draft that is edited, read by another, final, sent with its proof, answered."""

from __future__ import annotations

import dataclasses
import io
from datetime import timedelta
from uuid import UUID

import docx
import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import acts_of, grievance
from tests.cast import Cast
from union.app import Union
from union.correspondence.models import CaseLetter, LetterState
from union.correspondence.typed import applied, fields
from union.grievances.models import Agreed, Grievance, Paper
from union.press.content import Letter, Part, SumLine
from union.web.locale import today

SAID = "Je conteste cet avertissement : j’étais à mon poste ce jour-là."


@pytest.fixture
def case(app: Union, cast: Cast) -> UUID:
    """A sanction of Mina, who agreed that the employer learns of it; the lawyer is named."""
    found = grievance(app, cast, Paper.SANCTION, today() - timedelta(days=2), "lex")
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, found)
        row.account = dataclasses.replace(row.account, agreed=Agreed.YES)
    return found


def begun(visitor: Visitor, case: UUID, language: str = "fr") -> str:
    """The address of a new draft."""
    place = visitor.post(f"/cases/{case}/letters?letter=step.contest_sanction&in={language}").location
    return place.removesuffix("/edit")


def kept(app: Union, address: str) -> CaseLetter:
    with app.store.maintaining() as session:
        row = session.get_one(CaseLetter, UUID(address.rsplit("/", 1)[1]))
        session.refresh(row)
        session.expunge(row)
        return row


def typed(visitor: Visitor, address: str, **changed: str) -> dict[str, str]:
    """What the form of a letter holds, with what is changed."""
    form = visitor.page(f"{address}/edit").select_one("form#main-form")
    assert form is not None
    found = {str(one["name"]): str(one.get("value") or one.get_text()) for one in form.select("input, textarea")}
    for name in ("csrf_token", "form_token"):
        found.pop(name)
    return {name: value.strip() for name, value in found.items()} | changed


def press(app: Union, visitor: Visitor, address: str, button: str, status: int = 302) -> str:
    return visitor.post(f"{address}/{button}", {"version": str(kept(app, address).version)}, status).text


def final(app: Union, olu: Visitor, lex: Visitor, case: UUID, language: str = "fr") -> str:
    """A letter that Olu wrote and Lex read."""
    address = begun(olu, case, language)
    press(app, lex, address, "check")
    press(app, olu, address, "final")
    return address


def test_a_letter_lives_from_draft_to_answer(app: Union, cast: Cast, olu: Visitor, lex: Visitor, case: UUID) -> None:
    address = begun(olu, case)
    olu.post(
        f"{address}/edit", typed(olu, address, text_1=f"{SAID}\n\n– premier point\n– second point\n\nVotre réponse.")
    )
    row = kept(app, address)
    assert row.written.letter.parts[1] == Part(
        paragraphs=(SAID.replace(" :", "\u00a0:"),), points=(("", "premier point"), ("", "second point"))
    )
    assert row.written.letter.parts[2].paragraphs == ("Votre réponse.",)
    press(app, olu, address, "check", 422)
    assert kept(app, address).state is LetterState.DRAFT, "who wrote in it does not check it"
    press(app, olu, address, "final", 422)
    press(app, lex, address, "check")
    press(app, olu, address, "final")
    olu.post(f"{address}/edit", {**fields_of(app, address), "version": str(kept(app, address).version)}, 422)
    form = {"means": "registered", "on": f"{today():%d/%m/%Y}", "version": str(kept(app, address).version)}
    assert "post_number-error" in olu.post(f"{address}/send", form, 422).text
    late = {**form, "on": f"{today() + timedelta(days=1):%d/%m/%Y}", "post_number": "RR 118 MA"}
    assert "on-error" in olu.post(f"{address}/send", late, 422).text
    olu.post(f"{address}/send", {**form, "post_number": "RR 118 MA"})
    answer = {"on": f"{today() - timedelta(days=1):%d/%m/%Y}", "version": str(kept(app, address).version)}
    assert "on-error" in olu.post(f"{address}/answer", answer, 422).text
    olu.post(f"{address}/answer", {**answer, "on": f"{today():%d/%m/%Y}", "words": "Ils maintiennent."})
    row = kept(app, address)
    assert row.state is LetterState.ANSWERED
    assert row.written.letter.parts[1].paragraphs[0].startswith("Je conteste cet avertissement")
    assert [one.act for one in acts_of(app, cast, case)] == [
        "letter_answered",
        "letter_sent",
        "letter_final",
        "letter_checked",
        "letter_edited",
        "letter_begun",
    ]


def fields_of(app: Union, address: str) -> dict[str, str]:
    return {name: value for name, value in fields(kept(app, address).written.letter).items() if value or "text" in name}


def test_editing_again_asks_for_another_reading(app: Union, olu: Visitor, lex: Visitor, case: UUID) -> None:
    address = begun(olu, case)
    press(app, lex, address, "check")
    olu.post(f"{address}/edit", typed(olu, address, text_1=SAID))
    assert kept(app, address).state is LetterState.DRAFT
    assert kept(app, address).written.checked is None
    lex.post(f"{address}/edit", typed(lex, address, text_1=f"{SAID} Encore."))
    press(app, lex, address, "check", 422)
    press(app, olu, address, "check", 422)


def test_a_press_on_an_older_text_is_told(app: Union, olu: Visitor, lex: Visitor, case: UUID) -> None:
    address = begun(olu, case)
    shown = str(kept(app, address).version)
    olu.post(f"{address}/edit", typed(olu, address, text_1=SAID))
    lex.post(f"{address}/check", {"version": shown}, 409)
    assert kept(app, address).written.checked is None


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_both_papers_say_the_kept_text(app: Union, olu: Visitor, lex: Visitor, case: UUID, language: str) -> None:
    address = final(app, olu, lex, case, language)
    answer = olu.get(f"{address}/paper")
    assert answer.data.startswith(b"%PDF-")
    assert "-draft" not in answer.headers["Content-Disposition"]
    made = docx.Document(io.BytesIO(olu.get(f"{address}/paper?as=docx").data))
    text = "\n".join(one.text for one in made.paragraphs)
    for one in ("Mina El Fassi", "Atlas Contact"):
        assert one in text.replace("\u2068", "").replace("\u2069", "")
    assert made.core_properties.author == ""
    draft = begun(olu, case, language)
    assert "-draft.pdf" in olu.get(f"{draft}/paper").headers["Content-Disposition"]


def test_a_delegate_reads_what_was_sent_and_no_draft(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, lex: Visitor, zed: Visitor, case: UUID
) -> None:
    address = final(app, olu, lex, case)
    ann.get(address, 404)
    assert kept(app, address).code not in ann.get(f"/cases/{case}/letters").text
    sent = {"means": "receipt", "on": f"{today():%d/%m/%Y}", "post_number": "12"}
    olu.post(f"{address}/send", {**sent, "version": str(kept(app, address).version)})
    assert "Mina El Fassi" in ann.get(address).text
    assert ann.get(f"{address}/paper").data.startswith(b"%PDF-")
    for path in ("edit", "send", "answer"):
        ann.get(f"{address}/{path}", 404)
    ann.post(f"{address}/again", status=404)
    zed.get(address, 404)
    zed.get(f"/cases/{case}/letters", 404)


def test_without_a_yes_nothing_is_begun(app: Union, cast: Cast, olu: Visitor) -> None:
    case = grievance(app, cast, Paper.SANCTION, today() - timedelta(days=2))
    assert "demandez-lui d’abord" in olu.get(f"/cases/{case}/letters").text
    olu.post(f"/cases/{case}/letters?letter=step.contest_sanction", status=422)
    olu.post(f"/cases/{case}/letters?letter=anything", status=422)
    with app.store.maintaining() as session:
        assert session.scalar(select(CaseLetter)) is None


def test_a_proof_of_another_case_is_none(app: Union, cast: Cast, olu: Visitor, lex: Visitor, case: UUID) -> None:
    address = final(app, olu, lex, case)
    sent = {"means": "receipt", "on": f"{today():%d/%m/%Y}", "proof": str(cast.mina)}
    olu.post(f"{address}/send", {**sent, "version": str(kept(app, address).version)}, 422)
    assert kept(app, address).state is LetterState.FINAL


def test_what_is_not_changed_stays_to_the_sign() -> None:
    line = SumLine("Congé", "10 jours", "10 × 200", "art. 231", "2 000,00 DH")
    letter = Letter(
        "ar",
        ("من \u2068Mina\u2069",),
        ("إلى السيد المدير",),
        "الدار البيضاء",
        "",
        "الموضوع: \u2068Sidi Maarouf\u2069",
        (
            Part("عنوان", ("فقرة \u206612\u2069 أولى", "ثانية")),
            Part(heads=("a", "b", "c", "d"), lines=(line,), totals=(("المجموع", "2 000,00"),)),
            Part(points=(("الأجر", "غير مؤدى \u2066345\u2069"),)),
        ),
        ("الاسم",),
        ("توصلت",),
        Part("المرفقات", ("1. نسخة",)),
        "",
        "R-1",
    )
    assert applied(letter, fields(letter)) == letter
    changed = applied(letter, {**fields(letter), "text_0": "فقرة أخرى 2026", "text_1": None})
    assert changed.parts[0].paragraphs == ("فقرة أخرى \u20662026\u2069",)
    assert changed.parts[1].lines == (line,)
