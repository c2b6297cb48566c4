"""A telephone's contacts go through the same pages as any list."""

from __future__ import annotations

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, begun, previewed, uploaded, work_off
from tests.tables.test_vcards import ANDROID, FOUR, IPHONE, card
from union.app import Union


def test_from_the_telephone_to_the_roster(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, (ANDROID + IPHONE + FOUR + card("TEL:0661234567")).encode(), "contacts.vcf")
    for language in ("fr", "ar", "en"):
        page = olu.page(f"{address}/columns?lang={language}")
        assert not page.select("[name=titles], [name=encoding]")
    previewed(olu, address, state="contact")
    begun(olu, address, good_only="y", confirmed="répertoire de la déléguée")
    work_off(app)
    written = {member.identity.name: member for member, _work in at(app.store, cast.here)}
    assert written["Salma El Fassi"].identity.phones == ("+212661234568", "+212522000000")
    assert written["Omar Ben Jelloun"].standing.state.value == "contact"
    refused = olu.get(f"{address}/refused").data.decode("utf-8-sig")
    assert "0661234567" in refused


def test_contacts_cut_short_are_refused(app: Union, cast: Cast, olu: Visitor) -> None:
    assert "Exportez" in uploaded(olu, cast.here, IPHONE[:-12].encode(), "contacts.vcf", 422)
    assert not list(app.files.folder.glob("*"))
