"""One dispute of each kind, brought in as people bring them in, for the pictures that `bin/screenshots` makes.

The demonstration itself holds two, as an installation would after its first weeks; the other five are opened here, in
the pictures' own installation, through the pages.
"""

import datetime
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from union.demo.places import PLANS

TODAY = datetime.date.today()  # the day on this machine, as the demonstration takes it
HEADER = (
    "Matricule;Nom;Prénom;Catégorie;Type de contrat;Date embauche;Date de sortie prévue;Fin de CDD;"
    "Salaire brut moyen 12 mois;Congés restants (j);Délégué;Montant proposé;Signé le"
)
PEOPLE = (
    ("Alami", "Sara", 2011, 7400),
    ("Bennis", "Karim", 2015, 5200),
    ("Chraibi", "Nadia", 2018, 4600),
    ("Daoudi", "Omar", 2019, 4300),
    ("El Idrissi", "Hind", 2020, 4100),
    ("Fassi", "Youssef", 2021, 3900),
    ("Guessous", "Salma", 2022, 3700),
    ("Hakimi", "Anass", 2023, 3600),
)
KINDS = {
    "collective": ("Suppression de 40 postes, support technique", "restructuring"),
    "series": ("Licenciements pour insuffisance, ligne télécom", "automation"),
    "cdd_series": ("CDD non renouvelés, saison d'été", "client_left"),
    "resignations": ("Démissions signées en une matinée", "relocation"),
    "transfer": ("Reprise de la plateforme par un autre prestataire", "other"),
}
"""Those that the demonstration has not: their titles and triggers."""
ITS_OWN = ("negotiated", "closure")
SITE = next(plan.site.name for plan in PLANS if plan.key == "technopolis")
"""Where the others stand: a site of the demonstration by its name, whatever else the form offers."""


def day(on: datetime.date) -> str:
    """A day that no list asks about: 12/04 may be in April or in December."""
    return on.isoformat()


def listed(kind: str) -> bytes:
    """The employer's list: fixed terms where the kind is about them, signatures where it is about what was signed."""
    leaves = TODAY + datetime.timedelta(days=20)
    lines = [HEADER]
    for at, (family, given, year, gross) in enumerate(PEOPLE):
        fixed = kind == "cdd_series"
        hired = datetime.date(TODAY.year - 1, 1 + at, 15) if fixed else datetime.date(year, 1 + at, 12)
        signed = TODAY - datetime.timedelta(days=at + 2) if kind == "resignations" or at % 3 == 0 else None
        offer = "" if fixed or kind == "transfer" else f"{gross * (1 + at % 3)},00"
        lines.append(
            ";".join(
                (
                    f"{4100 + at}",
                    family,
                    given,
                    "Cadre" if at == 0 else "Employé",
                    "CDD" if fixed else "CDI",
                    day(hired),
                    day(leaves),
                    day(leaves + datetime.timedelta(days=60)) if fixed else "",
                    f"{gross},00",
                    f"{3 + at},50",
                    "oui" if at == 1 else "",
                    offer,
                    day(signed) if signed and not fixed else "",
                )
            )
        )
    return "\n".join(lines).encode()


def open_one(page: Page, kind: str) -> str:
    """Open a dispute of this kind and bring its list in. Returns its address."""
    title, trigger = KINDS[kind]
    page.goto("/layoffs/new")
    page.select_option("select[name=workplace]", label=SITE)
    page.fill("input[name=title]", title)
    page.select_option("select[name=kind]", kind)
    page.select_option("select[name=trigger]", trigger)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/list")
    address = page.url.removesuffix("/list")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "liste.csv"
        file.write_bytes(listed(kind))
        page.set_input_files("input[type=file]", file)
        page.locator("main form button[type=submit]").last.click()
        page.wait_for_url("**/preview")
    page.locator("main form[action$='/list/take'] button[type=submit]").click()
    page.wait_for_url(address)
    return address


def found(page: Page) -> dict[str, str]:
    """The address of the dispute of each kind: the demonstration's own, and those that are opened now."""
    page.goto("/layoffs?lang=fr")
    rows = page.eval_on_selector_all(
        "main a[href^='/layoffs/']",
        "all => all.map(one => [one.getAttribute('href'), (one.closest('tr, li') || one).innerText])",
    )
    words = {"negotiated": "Départs négociés", "closure": "Fermeture"}
    own = {kind: next(link for link, text in rows if words[kind] in text) for kind in ITS_OWN}
    return own | {kind: open_one(page, kind) for kind in KINDS}


def worked(page: Page, person: str, language: str, to: Path) -> None:
    """The worked example of one person on a telephone: the sum, and each line with its article and its working open."""
    page.goto(f"{person}?lang={language}")
    # The bar at the foot would lie over a line.
    page.locator("nav").evaluate_all("all => all.forEach(one => one.style.display = 'none')")
    page.locator("details.working").evaluate_all("all => all.forEach(one => one.open = true)")
    foot = page.locator("table.lines").first.bounding_box()
    assert foot is not None, f"{person} has no line"
    page.set_viewport_size({"width": 360, "height": round(foot["y"] + foot["height"]) + 16})
    page.screenshot(path=to)
    if smaller := shutil.which("convert"):  # these are kept with the source: 64 colours are all that a page has
        subprocess.run([smaller, to, "-colors", "64", f"PNG8:{to}"], check=False)  # whole where it fails
    page.set_viewport_size({"width": 360, "height": 740})


def _best(page: Page, people: list[str]) -> str:
    """Of a few people the one whose sum has the most lines: the others teach less."""
    lines = {}
    for person in people:
        page.goto(person)
        lines[person] = page.locator("table.lines").first.locator("tbody tr").count()
    return max(lines, key=lambda one: lines[one])


def paths(page: Page, dispute: str) -> dict[str, str]:
    """The pages of a dispute that are shown: itself, a person's sums, and whatever papers and acts hang on it."""
    page.goto(dispute)
    links = page.eval_on_selector_all("main a[href]", "all => all.map(one => one.getAttribute('href').split('?')[0])")
    root = dispute[dispute.index("/layoffs/") :]
    person = _best(page, [link for link in dict.fromkeys(links) if link.startswith(f"{root}/people/")][:6])
    shown = {"": root, "-person": person, "-procedure": f"{root}/procedure", "-agenda": f"{root}/agenda"}
    page.goto(person)
    more = page.eval_on_selector_all("main a[href]", "all => all.map(one => one.getAttribute('href').split('?')[0])")
    for name, start in (("receipt", "/receipts/"), ("dismissal", "/dismissals/"), ("court", "/court/")):
        hung = next((link for link in [*links, *more] if link.startswith(start)), None)
        shown |= {f"-{name}": hung} if hung else {}
    for name in ("figures", "switches", "order", "closure", "papers", "closure/evidence"):
        if any(link == f"{root}/{name}" for link in links):
            shown[f"-{name.replace('/', '-')}"] = f"{root}/{name}"
    for name in ("job-loss", "papers", "switches"):
        if any(link == f"{person}/{name}" for link in more):
            shown[f"-person-{name}"] = f"{person}/{name}"
    return shown
