"""A stolen copy names nobody: unique words go through every field that a page has, and then no file holds one of
them."""

from __future__ import annotations

import base64
import dataclasses
import logging
import os
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from sqlalchemy.orm import Session

import config
from tests.browsing import Visitor
from tests.cast import PEOPLE, Cast
from tests.faults.filling import Filled, every_form, forms_of, kind_of
from tests.imports.kinds import brought_in
from tests.imports.lists import begun, previewed, uploaded, work_off
from tests.layoffs import desk
from tests.scene import furnish
from tests.test_access import addresses, rules
from union.app import Union
from union.members.models import Member


class Canaries:
    """Words that occur nowhere else, one a field; telephones and addresses of the same kind."""

    def __init__(self) -> None:
        self.number = 0
        self.words: dict[str, str] = {}

    def word(self, where: str) -> str:
        """A new word, with a sign outside ASCII and letters that no encoding leaves alike."""
        self.number += 1
        letters = "".join(chr(97 + int(digit)) for digit in f"{self.number:04d}")
        return self._kept(f"Zqxékw{letters}ويجز", where)

    def for_field(self, where: str, name: str, before: str) -> str:
        """What to type into a field: a word, or a telephone, an address, a number of the same kind."""
        if "phone" in name:
            self.number += 1
            self._kept(f"+2126617{self.number:05d}", where)
            return self._kept(f"06617{self.number:05d}", where)
        if "email" in name:
            self.number += 1
            return self._kept(f"zqxkw{self.number}@canari.example.org", where)
        return before if kind_of(name) != "texts" else self.word(where)

    def _kept(self, word: str, where: str) -> str:
        self.words[word] = where
        return word


def spellings(word: str) -> set[bytes]:
    """A word in every form in which a file could hold it."""
    found: set[bytes] = set()
    for text in {word, word.lower(), word.upper(), unicodedata.normalize("NFD", word), word[::-1]}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            found.add(text.encode(encoding))
        plain = text.encode()
        found |= {
            plain.hex().encode(),
            plain.hex().upper().encode(),
            quote(text).encode(),
            quote(text).lower().encode(),
        }
        found.add(text.encode("unicode_escape"))
        for shift in range(3):  # three alignments; the signs at the edges depend on the neighbours
            sure = slice((shift * 8 + 5) // 6, (shift + len(plain)) * 8 // 6)
            found |= {encode(b"\0" * shift + plain)[sure] for encode in (base64.b64encode, base64.urlsafe_b64encode)}
    return {one for one in found if len(one) > 4}


MARKS = ("Zqxékw", "zqxkw", "+2126617")  # with one of which every word begins: nothing else does
SPELT = {one for mark in MARKS for one in spellings(mark)}


def holding(content: bytes, words: Iterable[str]) -> list[str]:
    """The words that some bytes hold; all of them, where only their common beginning is recognised."""
    plain = [
        word for word in words if word.isdigit() and (word.encode() in content or word.encode("utf-16-le") in content)
    ]
    if not any(one in content for one in SPELT):
        return plain
    return plain + ([word for word in words if any(one in content for one in spellings(word))] or list(words))


def contents(folders: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                yield str(path.relative_to(folder.parent)), path.read_bytes()


def dump(url: str) -> bytes:
    """What `pg_dump` would carry off."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump")) if Path("/usr/lib/postgresql").exists() else []
    program = str(found[-1]) if found else shutil.which("pg_dump")
    assert program, "pg_dump comes with the server: install postgresql-client"
    return subprocess.run([program, url.replace("+psycopg", "")], capture_output=True, check=True).stdout


class Watched(Visitor):
    """Keeps what is written where others read it: addresses and cookies."""

    told: list[str]

    def __init__(self, app: Union, account: Any) -> None:
        self.told = []
        super().__init__(app, account)
        self._open, self.client.open = self.client.open, self._watch  # type: ignore[method-assign]  # to see all

    def _watch(self, *arguments: Any, **named: Any) -> Any:
        answer = self._open(*arguments, **named)
        self.told.append(answer.headers.get("Location", ""))
        for cookie in answer.headers.getlist("Set-Cookie"):
            value = cookie.split(";")[0].split("=", 1)[1]
            reader: Any = self.app.session_interface
            self.told += [value, self._opened(reader.get_signing_serializer(self.app), value)]
        return answer

    def _opened(self, serializer: Any, value: str) -> str:
        try:
            return repr(serializer.loads(value))
        except Exception:  # another cookie than the session's
            return value


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def _fill(form: Filled, canaries: Canaries) -> Any:
    """Send a form full of words; what it finds fault with is typed as somebody would, and then left out."""
    sent = {name: canaries.for_field(f"{form.action} {name}", name, str(form.values[name])) for name in form.typed}
    sent |= {name: canaries.word(f"{form.action} {name}") for name in form.secret}
    answer: Any = form.send(sent)
    for instead in (form.values, dict.fromkeys(form.values, "")):
        if answer.status_code == 422:
            faulty = {
                str(one.get("name")) for one in BeautifulSoup(answer.text, "html.parser").select("[aria-invalid=true]")
            }
            answer = form.send({name: str(instead[name]) if name in faulty else value for name, value in sent.items()})
    return answer


def _list(canaries: Canaries, rows: int) -> bytes:
    lines = ["Matricule;Nom;Prénom;Tél.;E-mail;Date d'embauche;Salaire brut"]
    for row in range(rows):
        cells = [canaries.word(f"list {row} {what}") for what in ("number", "family", "given")]
        phone, mail = canaries.for_field("list", "phone", ""), canaries.for_field("list", "email", "")
        lines.append(";".join([*cells, phone, mail, "23/02/2020", "4200,50"]))
    return "\n".join(lines).encode()


def _lists(app: Union, cast: Cast, sal: Visitor, canaries: Canaries) -> None:
    """A list brought in to its end, one left at its preview, one that cannot be read, and an employer's."""
    whole = uploaded(sal, cast.here, _list(canaries, 5), canaries.word("file name") + ".csv")
    previewed(sal, whole)
    sal.get(f"{whole}/preview")
    begun(sal, whole)
    work_off(app)
    sal.get(whole)
    left = uploaded(sal, cast.here, _list(canaries, 3))
    previewed(sal, left)
    broken = f'"{canaries.word("broken list")};{canaries.word("broken list")}\n1;2\n'.encode()
    for content in (
        broken,
        b"",
        canaries.word("one word").encode(),
        b"PK\x03\x04" + canaries.word("no workbook").encode(),
    ):
        sal.client.post(
            "/imports/new",
            data={"csrf_token": sal._csrf(), "workplace": str(cast.here), "file": (BytesIO(content), "x.csv")},
        )
    address = desk.opened(sal, cast, title=canaries.word("layoff title"), facts=canaries.word("layoff facts"))
    row = f"{canaries.word('departure')};{canaries.word('departure')};{canaries.word('departure')}"
    desk.taken(sal, address, desk.csv(row + ";Employé;01/02/2015;31/12/2026;6000,00;10;non;20000,00;"))


def _facts(app: Union, cast: Cast, sal: Visitor, canaries: Canaries) -> None:
    """Workplaces with a headcount, days declared of somebody of the list, and a ballot, each to its end."""
    words = [canaries.word(f"workplaces {what}") for what in ("company", "register", "seat", "site", "city", "source")]
    head = "Raison sociale;RC;Siège;Site;Ville;Source;Effectif;Date\n"
    brought_in(app, sal, "workplaces", f"{head}{';'.join(words)};120;31/12/2025\n")
    number = next(word for word, where in canaries.words.items() if where == "list 0 number")
    fund = canaries._kept("918273645", "fund number")
    declared = f"Matricule;N° CNSS;Mois;Jours;Salaire déclaré\n{number};{fund};03/2026;26;7418,52\n"
    brought_in(app, sal, "declared-days", declared, workplace=str(cast.here))
    union, candidate = canaries.word("union list"), canaries.word("candidate")
    ballot = f"Date;Collège;Liste;Voix;Sièges;Candidat;Élu\n24/06/2021;employés;{union};90;2;{candidate};oui\n"
    brought_in(app, sal, "elections", ballot, workplace=str(cast.here))


def _faults(app: Union, cast: Cast, sal: Visitor, canaries: Canaries) -> None:
    """A fault of ours in the middle of an act, and signing in that fails."""
    app.config["SHOW_ERRORS"] = False
    with app.store.maintaining() as session:
        session.get_one(Member, cast.omar).standing_sealed = b"broken"
    word = canaries.word("an act that breaks")
    answer = sal.client.post(
        f"/members/{cast.omar}/standing", data={"csrf_token": sal._csrf(), "why": word, "state": "left"}
    )
    assert answer.status_code >= 400
    app.store.before_commit.insert(0, _break)
    answer = sal.client.post(
        "/employers/new", data={"csrf_token": sal._csrf(), "legal_name": canaries.word("a commit that breaks")}
    )
    assert answer.status_code == 500
    app.store.before_commit.remove(_break)
    stranger = Visitor(app, None)
    for _ in range(2):
        stranger.client.post(
            "/sign-in",
            data={
                "csrf_token": stranger._csrf(),
                "login": canaries.word("login"),
                "password": canaries.word("password"),
            },
            headers={"User-Agent": canaries.word("browser")},
        )
    for path in (
        f"/{canaries.word('path')}",
        f"/search?q={canaries.word('query')}",
        f"/members?{canaries.word('argument')}=1",
    ):
        sal.client.get(path)


def _break(_: Session) -> None:
    raise ZeroDivisionError(_broken_words())


def _broken_words() -> str:
    return "this sentence is not to be logged: zqxkwfault"


def test_no_file_holds_a_word_that_somebody_typed(
    app: Union,
    cast: Cast,
    settings: config.Settings,
    temporary: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    for noisy in ("sqlalchemy.engine", "sqlalchemy.pool", "sqlalchemy.orm"):
        caplog.set_level(logging.DEBUG, noisy)  # until this test ends
    app.settings = dataclasses.replace(app.settings, cin_authorised=True, outsiders_confirmed=True)
    scene, canaries = furnish(app, cast), Canaries()
    canaries._kept("zqxkwfault", "the message of a fault")
    people = {name: Watched(app, getattr(cast, name)) for name in PEOPLE}
    sal = people["sal"]
    codes = {}
    for form in every_form(app, scene, people):
        if form.typed + form.secret and not form.action.endswith(("/disable", "/close", "/leave")):
            now = [one for one in forms_of(form.visitor, form.page) if one.action == form.action]  # others acted since
            codes[form.action] = _fill(now[0] if now else form, canaries).status_code
    assert sum(code < 400 for code in codes.values()) > 18, codes
    _lists(app, cast, sal, canaries)
    _facts(app, cast, sal, canaries)
    seen = _pages(app, scene, people)
    shown = [word for word in canaries.words if word in seen]
    assert len(shown) > 60, "the words did not reach the pages: this test tests nothing"
    _faults(app, cast, sal, canaries)
    words = list(canaries.words)
    logs = (caplog.text + "".join(capfd.readouterr())).encode()
    told = "\n".join(word for one in people.values() for word in one.told)
    files = [*contents([settings.state, temporary]), ("the logs", logs)]
    files.append(("addresses and cookies", told.encode()))
    if not settings.on_sqlite:
        files.append(("pg_dump", dump(settings.database)))
    assert any(name.endswith(".sealed") for name, _ in files), "no upload was kept"
    assert any("queue" in name for name, _ in files), "no queue was used"
    found = [f"{name}: {canaries.words[word]}" for name, content in files for word in holding(content, words)]
    assert not found, "\n".join(found[:40])


def _pages(app: Union, scene: Any, people: Mapping[str, Visitor]) -> str:
    whole = []
    for rule in rules(app):
        if "GET" in (rule.methods or ()):
            path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
            # Papers and archives are no text.
            answers = [people[name].client.get(path) for name in ("sal", "ann")]
            whole += [one.text for one in answers if one.mimetype.startswith("text/")]
    return "\n".join(whole)


@pytest.mark.parametrize("hide", ["utf-8", "utf-16-le", "base64", "shifted", "hex", "url", "lower", "nfd"])
def test_the_search_finds_what_it_looks_for(hide: str) -> None:
    word = Canaries().word("here")
    plain = word.encode()
    hidden = {
        "utf-8": plain,
        "utf-16-le": word.encode("utf-16-le"),
        "base64": base64.b64encode(b"abc" + plain + b"xyz"),
        "shifted": base64.b64encode(b"a" + plain + b"xy"),
        "hex": plain.hex().encode(),
        "url": quote(word).encode(),
        "lower": word.lower().encode(),
        "nfd": unicodedata.normalize("NFD", word).encode(),
    }[hide]
    assert holding(b"before" + hidden + b"after", [word]) == [word]
    assert holding(os.urandom(5000), [word]) == []
