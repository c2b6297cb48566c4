"""The file of a case: what goes in and what stays, that it is one PDF with stamped exhibits, and who takes it."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import select

from tests.attachments.desk import rows
from tests.browsing import Visitor
from tests.bundles.desk import ASKED, made, sanctioned, ticked
from tests.cast import Cast
from tests.entitlements.asking import worked_out
from tests.faults.test_damaged_rows import damage
from tests.grievances.reports import case_of, report
from tests.grievances.reports import opened as opened_for_a_reason
from tests.imports.lists import work_off
from tests.layoffs.desk import basis_confirmed, case_id, taken
from tests.layoffs.desk import opened as opened_dispute
from tests.layoffs.test_outsiders import hand
from union.app import Union, background_worker
from union.attachments.models import Attachment
from union.bundles import actions, destroyed, making, verify
from union.bundles.models import Bundle, kept_files
from union.record import chain
from union.web.locale import today


def pages_of(content: bytes) -> list[str]:
    """What stands on each page of a PDF."""
    with pypdfium2.PdfDocument(content) as document:
        said = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    return [" ".join(one.split()) for one in said]


def test_a_file_holds_the_facts_and_no_strategy(app: Union, cast: Cast, olu: Visitor) -> None:
    case = sanctioned(app, cast, olu)
    text = olu.get(f"/cases/{case}/bundles?lang=fr").text
    assert "2 pièces et notes restent ici" in text
    assert "Zqxkw" not in text
    row = made(app, olu, case)
    packed = zipfile.ZipFile(io.BytesIO(olu.get(f"/bundles/{row.id}/file").data))
    assert [one.filename for one in packed.infolist()] == [
        "00-file.pdf",
        "01.pdf",
        "02.jpg",
        "verify.py",
        "verify-words.json",
        "manifest.json",
    ]
    told = pages_of(packed.read("00-file.pdf"))
    whole = " ".join(told)
    assert len(told) == row.done.pages
    assert "Zqxkw" not in whole
    assert "Deux collègues ont vu la scène." in whole
    assert "Pièce n° 1 · Un bulletin de paie" in told[-2]
    assert "page 1 / 1" in told[-1]
    manifest = json.loads(packed.read("manifest.json"))
    entry = next(one for one in manifest["entries"] if one["name"] == "02.jpg")
    assert entry["sha256"] == hashlib.sha256(packed.read("02.jpg")).hexdigest()
    assert entry["sha256"] in whole.replace(" ", "")
    assert hashlib.sha256(packed.read("manifest.json")).hexdigest() == row.done.digest


def archive_of(visitor: Visitor, row: Bundle) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(visitor.get(f"/bundles/{row.id}/file").data))


def test_the_checker_in_the_file_says_that_nothing_was_changed(
    app: Union, cast: Cast, olu: Visitor, tmp_path: Path
) -> None:
    row = made(app, olu, sanctioned(app, cast, olu))
    packed = tmp_path / "file.zip"
    packed.write_bytes(olu.get(f"/bundles/{row.id}/file").data)
    code, lines = verify.report(packed)
    assert (code, lines[-1]) == (0, verify.grouped(row.done.digest if row.done else ""))
    with zipfile.ZipFile(packed) as archive:
        assert {one.date_time[3:] for one in archive.infolist()} == {(0, 0, 0)}
        assert archive.read("verify.py") == Path(verify.__file__).read_bytes()
        told = archive.read("manifest.json").decode() + "".join(archive.namelist())
    assert "Mina" not in told
    assert "Olu" not in told


def test_only_who_works_or_pleads_the_case_has_the_page_and_the_record_says_who_took_it(
    app: Union, cast: Cast, olu: Visitor, lex: Visitor, ann: Visitor, zed: Visitor, sal: Visitor
) -> None:
    case = sanctioned(app, cast, olu)
    row = made(app, olu, case)
    paths = (f"/cases/{case}/bundles", f"/bundles/{row.id}/file", f"/bundles/{row.id}/slip")
    for path in paths:
        for visitor in (ann, zed):
            visitor.get(path, 404)
        for visitor in (lex, sal):
            visitor.get(path)
    for visitor in (ann, zed):
        visitor.post(f"/cases/{case}/bundles", {}, 404)
        visitor.post(f"/cases/{case}/bundles/check", {"digest": "0" * 32}, 404)
    with app.store.reading(cast.reach("sal")) as session:
        events = [one.event for one in session.scalars(chain.latest())]
    took = {one.by for one in events if one.act is chain.Act.EXPORTED and one.kind == "bundle"}
    assert took == {cast.lex, cast.sal}
    assert any(one.kind == "bundle" and row.done and row.done.digest in one.note for one in events)
    assert "Zqxkw" not in ann.get(f"/grievances/{case}").text
    assert row.code not in ann.get(f"/grievances/{case}").text


def test_nothing_reaches_the_court_before_the_person_agreed(app: Union, cast: Cast, olu: Visitor) -> None:
    case = sanctioned(app, cast, olu)
    answer = olu.post(f"/cases/{case}/bundles", ticked(olu, case, to="court", consent="not_asked"), 422)
    assert "l’avocat" in answer.text  # the page again, with what was typed
    assert ASKED["why"] in answer.text
    olu.post(f"/cases/{case}/bundles", ticked(olu, case, why=""), 422)
    olu.post(f"/cases/{case}/bundles", ticked(olu, case, lines=["x"]), 422)
    olu.post(f"/cases/{case}/bundles", ticked(olu, case, language="en"), 422)
    olu.post(f"/cases/{case}/bundles", ticked(olu, case, lines=[], exhibits=[], sections=[]), 422)
    olu.post(f"/cases/{case}/bundles", ticked(olu, case, consent="not_asked"))  # our lawyer reads first
    olu.post(f"/cases/{case}/bundles", ticked(olu, case), 422)  # while that one is being made
    work_off(app)
    olu.get(f"/cases/{case}/bundles?lang=ar")


def test_of_a_confidential_case_nothing_leaves_before_somebody_says_how_the_person_agreed(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    case = sanctioned(app, cast, olu, confidential=True)
    olu.post(f"/cases/{case}/bundles", ticked(olu, case, consent="not_asked"), 422)
    olu.post(f"/cases/{case}/bundles", ticked(olu, case), 422)
    olu.post(f"/cases/{case}/bundles", ticked(olu, case, consent_words="Par téléphone, hier"))


def test_what_shows_our_hand_goes_to_a_lawyer_alone(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    case = sanctioned(app, cast, olu)
    worked_out(sal, case)
    sal.post(f"/cases/{case}/court/new", {"court": "Tribunal de Rabat", "number": "1234/1501"})
    for_lawyer = " ".join(pages_of(archive_of(olu, made(app, olu, case)).read("00-file.pdf")))
    for_court = " ".join(pages_of(archive_of(olu, made(app, olu, case, to="court")).read("00-file.pdf")))
    for words in ("échéance à venir", "Délais qui courent", "Fiche de l’avocat"):
        assert words.casefold() in for_lawyer.casefold()
        assert words.casefold() not in for_court.casefold()
    assert "Ligne par ligne" in for_court
    assert "Tribunal de Rabat" in for_court


def test_a_digest_that_is_read_out_is_confirmed_and_no_other(app: Union, cast: Cast, olu: Visitor) -> None:
    case = sanctioned(app, cast, olu)
    row = made(app, olu, case)
    assert row.done
    path = f"/cases/{case}/bundles/check"
    said = olu.post(path, {"digest": verify.grouped(row.done.digest).upper()}, 200).text
    assert "vient bien du syndicat" in said
    assert "n’a cette empreinte" in olu.post(path, {"digest": row.done.digest[:31]}, 200).text
    assert "n’a cette empreinte" in olu.post(path, {"digest": "0" * 32}, 200).text
    olu.post(path, {"digest": ""}, 422)


def test_the_bytes_go_after_some_days_and_the_digest_stays(app: Union, cast: Cast, olu: Visitor) -> None:
    case = sanctioned(app, cast, olu)
    row = made(app, olu, case)
    with app.store.maintaining() as session:
        assert row.file_id in kept_files(session)
        session.get_one(Bundle, row.id).gone_on = today()
        session.flush()
        assert actions.EXPIRING.over(session, background_worker(app).hand) == [row.id]
        assert actions.EXPIRING.remove(session, row.id) == [row.file_id]
    olu.get(f"/bundles/{row.id}/file", 404)
    assert "son empreinte reste" in olu.get(f"/cases/{case}/bundles").text
    assert row.done
    said = olu.post(f"/cases/{case}/bundles/check", {"digest": row.done.digest}, 200).text
    assert "vient bien du syndicat" in said


def test_what_does_not_open_stands_beside_and_what_is_lost_is_named(app: Union, cast: Cast, olu: Visitor) -> None:
    case = sanctioned(app, cast, olu)
    files = {one.description.words: one for one in rows(app, cast)}
    lost, secret = files["Avertissement du 24"], files["Bulletin d’octobre"]
    offered = ticked(olu, case)
    offered["exhibits"].append(f"file.{files['Attestation'].id}")  # a Word file, of a colleague
    olu.post(f"/cases/{case}/bundles", offered)
    assert lost.file_id is not None
    app.files.remove(lost.file_id)
    with app.store.maintaining() as session:  # and one that became strategy since it was ticked
        session.get_one(Attachment, secret.id).strategy = True
    work_off(app)
    with app.store.maintaining() as session:
        row = max(session.scalars(select(Bundle)), key=lambda one: len(one.asked.exhibits))
        assert row.done
        assert row.done.lost == (1, 2)
        assert row.done.beside == (3,)
        session.expunge(row)
    packed = archive_of(olu, row)
    assert "03.docx" in packed.namelist()
    assert "01.pdf" not in packed.namelist()
    assert "Illisibles" in olu.get(f"/cases/{case}/bundles").text
    whole = " ".join(pages_of(packed.read("00-file.pdf")))
    assert "Remise à côté de ce document : 03.docx" in whole
    assert "collègue" not in whole.rpartition("Liste des pièces")[2]


def test_a_file_of_a_dispute_holds_no_list_of_its_people(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened_dispute(olu, cast)
    taken(olu, address)
    row = made(app, olu, case_id(address), language="ar", to="inspection")
    told = pages_of(archive_of(olu, row).read("00-file.pdf"))
    assert row.done
    assert len(told) == row.done.pages == 2
    assert "Alami" not in " ".join(told)


def test_a_row_that_does_not_open_takes_nothing_with_it(app: Union, cast: Cast, olu: Visitor) -> None:
    case = sanctioned(app, cast, olu)
    row = made(app, olu, case)
    key = row.id.hex if app.store.on_sqlite else row.id
    app.config["SHOW_ERRORS"] = False
    damage(app, "bundle", "made_sealed", key)
    assert row.code in olu.get(f"/cases/{case}/bundles").text
    olu.get(f"/bundles/{row.id}/file", 409)
    olu.get(f"/bundles/{row.id}/slip", 409)
    damage(app, "bundle", "asked_sealed", key)
    assert f"/bundles/{row.id}/" not in olu.get(f"/cases/{case}/bundles").text  # named as one that does not open
    olu.get(f"/bundles/{row.id}/slip", 409)
    olu.get(f"/grievances/{case}")


def test_a_case_of_health_asks_for_its_reason_here_too(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor
) -> None:
    case = case_of(report(ann, problem="health", about="oneself"))
    path = f"/cases/{case.rsplit('/', 1)[1]}/bundles"
    assert olu.get(path, 302).location == path.replace("/bundles", "/opening")
    olu.post(path, dict(ASKED), 404)
    sal.get(path, 404)
    opened_for_a_reason(olu, case)
    assert "confidentiel" in olu.get(f"{path}?lang=fr").text


def test_what_one_document_does_not_hold_stands_beside(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = sanctioned(app, cast, olu)
    monkeypatch.setattr(making, "MOST_BOUND", 10)  # nothing at all fits
    row = made(app, olu, case)
    assert row.done
    assert row.done.beside == (1, 2)
    assert archive_of(olu, row).testzip() is None


def test_what_two_people_destroyed_is_taken_out_with_no_file_that_was_made_before(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor
) -> None:
    """From the moment when somebody asks for it; a minute after it is done the bytes are gone too."""
    row = made(app, olu, sanctioned(app, cast, olu))
    shown = next(one for one in row.asked.exhibits if one.attachment_id).attachment_id
    assert olu.client.get(f"/bundles/{row.id}/file").status_code == 200
    olu.post(f"/attachments/{shown}/destroy", {"reason": "clients_screen", "words": "Le nom d’un client"})
    assert "pièce que quelqu’un demande de détruire" in olu.get(f"/bundles/{row.id}/file?lang=fr", 409).text
    destroyed.without_what_is_destroyed(hand(app))
    with app.store.maintaining() as session:
        assert len(kept_files(session)) == 1
    sal.post(f"/attachments/{shown}/destroy/confirm", {})
    olu.get(f"/bundles/{row.id}/file", 409)
    destroyed.without_what_is_destroyed(hand(app))
    with app.store.maintaining() as session:
        assert kept_files(session) == []
    olu.get(f"/bundles/{row.id}/file", 404)
    assert "son empreinte reste" in olu.get(f"/cases/{row.case_id}/bundles?lang=fr").text


def test_a_file_made_before_the_case_was_confidential_leaves_once_the_person_agreed(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    case = sanctioned(app, cast, olu)
    asked, agreed = (made(app, olu, case, consent=one) for one in ("not_asked", "yes"))
    assert olu.client.get(f"/bundles/{asked.id}/file").status_code == 200
    olu.post(f"/grievances/{case}/confidential")
    assert "confidentiel" in olu.get(f"/bundles/{asked.id}/file?lang=fr", 409).text
    assert olu.client.get(f"/bundles/{agreed.id}/file").status_code == 200
