"""Files on cases that the demonstration has already: a photograph of a letter, a payslip, a voice note."""

from __future__ import annotations

from importlib.resources import files as packaged

from PIL import Image, ImageDraw, ImageFont
from sqlalchemy import select

from union.accounts import authentication
from union.accounts.models import Account
from union.attachments import actions, receiving
from union.attachments.models import Attachment, Description, Shown, Source, What
from union.cases.models import Stage
from union.grievances.models import Grievance, Paper
from union.inspection import pictures
from union.inspection.filetypes import FileType
from union.inspection.findings import Findings
from union.press.typesetting import LATIN
from union.store.db import Store
from union.store.files import Vaulted
from union.store.reach import ReachSession

DESKS = ("permanente", "permanent.nord")
PAPERS = {
    Paper.DISMISSAL_LETTER: (
        What.LETTER,
        ("Objet : notification", "", "Nous vous notifions la rupture", "de votre contrat."),
    ),
    Paper.HEARING_SUMMONS: (
        What.SUMMONS,
        ("Objet : convocation", "", "Vous êtes convoqué(e) à un", "entretien le lundi à 10 h."),
    ),
    Paper.SANCTION: (
        What.SANCTION,
        ("Objet : avertissement", "", "Votre retard du 12 a été", "constaté par votre supérieur."),
    ),
    Paper.RECEIPT: (What.RECEIPT, ("Reçu pour solde", "de tout compte", "", "Somme versée : 4 860,00 DH")),
}
MOST = 12  # cases of one organiser


def complete(store: Store, files: Vaulted) -> None:
    """Attach a file to the cases of each organiser that a paper began, where there are none yet."""
    with store.maintaining() as session:
        tokens = [authentication.login_token(login) for login in DESKS]
        desks = list(session.scalars(select(Account.id).where(Account.login_token.in_(tokens))))
    for account in desks:
        reach = authentication.reach_of(store, account)
        if reach is None:
            continue
        with store.writing(reach) as session:
            if session.scalar(select(Attachment.id).limit(1)) is None:
                _write(session, files)


def _write(session: ReachSession, files: Vaulted) -> None:
    found = session.scalars(select(Grievance).where(Grievance.stage != Stage.CLOSED)).all()
    for case in [one for one in found if one.account.paper in PAPERS][:MOST]:
        what, lines = PAPERS[case.account.paper]
        _attach(session, files, case, Description(what, Source.PERSON, Shown.READERS, "", case.account.event_on), lines)
        if case.handled_by is not None:
            said = Description(What.MESSAGE, Source.COLLEAGUE, Shown.STRATEGY, "Ce que dit l’équipe de nuit")
            _attach(
                session,
                files,
                case,
                said,
                ("+212 6 .. .. .. ..", "", "On était trois à la même", "heure, lui seul est puni."),
            )


def _attach(session: ReachSession, files: Vaulted, case: Grievance, said: Description, lines: tuple[str, ...]) -> None:
    """A page photographed, as the child would make it anew."""
    page = _page((case.code, "", *lines))
    data = pictures.saved(page, 85)
    thumbnail, picture = pictures.shown(page)
    found = Findings(FileType.JPEG, data, thumbnail, picture)
    by = case.reported_by if said.shown is Shown.READERS else case.handled_by or case.reported_by
    sender = session.get(Account, by)
    name = sender.holder.name if sender is not None else ""
    with receiving.laid_down(files, receiving.sent(data, "IMG_0001.jpg"), found, name, scanned=False) as laid:
        actions.attach(session, by, case, said, laid.held, laid.file_id, laid.shown_id)


def _page(lines: tuple[str, ...]) -> Image.Image:
    page = Image.new("RGB", (1240, 1754), (247, 244, 236))
    drawn = ImageDraw.Draw(page)
    drawn.rectangle((60, 60, 1180, 1694), fill="white", outline=(205, 200, 190), width=3)
    face = ImageFont.truetype(str(packaged(LATIN) / "files" / "IBMPlexSans[wdth,wght].ttf"), 54)
    for at, line in enumerate(lines):
        drawn.text((140, 180 + at * 84), line, fill=(40, 44, 52), font=face)
    return page
