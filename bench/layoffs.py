"""Measures a dispute of 400 people: from the employer's list to its page through the database, and the page alone."""

from __future__ import annotations

import re
import secrets
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from uuid import UUID

from werkzeug.test import Client

import config
from bench.measuring import best
from bench.populated import PASSWORD
from union.access import Role
from union.accounts import actions as accounts
from union.accounts.models import Granted
from union.app import Union, create_app, open_store
from union.installation import initialise
from union.vault import root
from union.web.locale import today
from union.workplaces.models import Employer, Site, Workplace
from union.workplaces.models import Identity as Company

PEOPLE = 400
HEADER = (
    "Matricule;Nom;Prénom;Catégorie;Date embauche;Date de sortie prévue;Salaire brut moyen;Congés "
    "restants;Délégué;Montant proposé;Signé le"
)


def listed() -> bytes:
    """A list of departures as an employer sends it."""
    rows = [
        f"{1000 + one};Nom{chr(97 + one % 26)}{chr(97 + one // 26 % 26)};Amina;"
        f"{'Cadre' if one % 7 == 0 else 'Employé'};"
        f"{1 + one % 28:02}/{1 + one % 12:02}/{2005 + one % 20};31/12/2026;{3500 + 17 * one},00;{one % 20},50;"
        f"{'oui' if one % 40 == 0 else ''};{9000 + 31 * one},00;{'19/11/2026' if one % 3 else ''}"
        for one in range(PEOPLE)
    ]
    return "\n".join([HEADER, *rows]).encode()


@contextmanager
def installation() -> Iterator[tuple[Union, UUID]]:
    """A state of its own with one site and one account, where the whole list may be kept."""
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder) / "key" / "root.key"
        key.parent.mkdir()
        environment = {"UNION_STATE": f"{folder}/state", "UNION_KEY_FILE": str(key), "UNION_OUTSIDERS": "yes"}
        settings = config.read(environment)
        root.create(key, settings.state)
        initialise(settings)
        store = open_store(settings)
        with store.maintaining() as session:
            employer = Employer(identity=Company(legal_name="Mesure SA"), version=1)
            session.add(employer)
            session.flush()
            place = Workplace(employer_id=employer.id, site=Site(name="Mesure"), roster=0, version=1)
            session.add(place)
            account = accounts.create(session, None, login="bench", name="Bench", password=PASSWORD)
            accounts.grant(session, None, account, Granted(Role.SECRETARIAT, today(), None, everywhere=True))
            place_id = place.id
        try:
            yield create_app(settings, store), place_id
        finally:
            store.engine.dispose()


class Desk:
    """Somebody at a browser."""

    def __init__(self, app: Union) -> None:
        self.client: Client = app.test_client()
        self.token = self._token("/sign-in")
        self.post("/sign-in", {"login": "bench", "password": PASSWORD})
        self.token = self._token("/account")

    def _token(self, path: str) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.client.get(path).text)
        return found.group(1) if found else ""

    def post(self, path: str, typed: Mapping[str, object], **options: str) -> str:
        sent = {"csrf_token": self.token, "form_token": secrets.token_urlsafe(16), **typed}
        answer = self.client.post(path, data=sent, **options)
        if answer.status_code != 302:
            raise RuntimeError(f"{path}: {answer.status_code}")
        return answer.headers["Location"]

    def get(self, path: str) -> None:
        answer = self.client.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.status_code}")


def measure() -> list[tuple[str, float, str, float]]:
    """(what, measured, unit, limit) of the list on its way in and of the pages over it."""
    content = listed()
    with installation() as (app, place_id):
        desk = Desk(app)

        def bring_in() -> str:
            typed: dict[str, object] = {
                "workplace": str(place_id),
                "title": "Mesure",
                "kind": "negotiated",
                "trigger": "other",
                "announced_on": "",
                "facts": "",
            }
            address = desk.post("/layoffs/new", typed).removesuffix("/list")
            form = {"file": (BytesIO(content), "liste.csv")}
            desk.get(desk.post(f"{address}/list", form, content_type="multipart/form-data"))
            desk.get(desk.post(f"{address}/list/take", {}))
            return address

        whole = best(bring_in, 3)
        address = bring_in()
        page = best(lambda: desk.get(address), 7) * 1000
        figures = best(lambda: desk.get(f"{address}/figures"), 5) * 1000
        paper = best(lambda: desk.get(f"{address}/print"), 5) * 1000
    return [
        (f"{PEOPLE} people from the employer's list to the page of the dispute", whole, "s", 3.0),
        (f"page of a dispute of {PEOPLE} people", page, "ms", 300.0),
        (f"figures of a dispute of {PEOPLE} people", figures, "ms", 300.0),
        (f"sheet to print of {PEOPLE} people", paper, "ms", 1000.0),
    ]


if __name__ == "__main__":
    for what, measured, unit, limit in measure():
        print(f"{what}: {measured:.3g} {unit} of {limit:g} allowed")
