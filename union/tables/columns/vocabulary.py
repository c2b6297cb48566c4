"""What the word at the head of a column means, in French, Arabic and English; the words themselves are in
`heads.py`."""

import re
from functools import lru_cache

from union.tables.cells.names import fold
from union.tables.columns.fields import NAMES
from union.tables.columns.heads import TERMS

_BETWEEN = re.compile(r"[\W_]+")
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")  # DateEntree, as programs name their columns


@lru_cache(4_096)
def plain(header: str) -> str:
    """Fold a header to bare words: N° Adh. becomes "n adh", Date d'embauche "date d embauche"."""
    return _BETWEEN.sub(" ", fold(header.replace("°", " ").replace("º", " ").replace("№", "n "))).strip()


# A header with one of these words speaks of somebody or something else than the employee's own datum.
_ELSEWHERE = frozenset(
    map(
        fold,
        (
            "conjoint",
            "pere",
            "mere",
            "urgence",
            "employeur",
            "societe",
            "entreprise",
            "responsable",
            "manager",
            "superieur",
            "الزوج",
            "الزوجة",
            "الأب",
            "الأم",
            "المشغل",
            "banque",
            "rib",
            "cnss",
            "الضمان",
        ),
    )
)
# A pay of another measure is counted for a month (`asking.py`); a bonus is too small for its measure to be known by it.
_NOT_A_MONTH = frozenset(
    map(
        fold,
        (
            "annuel",
            "annuelle",
            "annuels",
            "an",
            "annee",
            "horaire",
            "heure",
            "journalier",
            "jour",
            "hourly",
            "daily",
            "annual",
            "yearly",
            "السنوي",
            "السنوية",
            "الساعي",
            "اليومي",
        ),
    )
)
_A_DAY = frozenset(map(fold, ("journalier", "journaliere", "daily", "اليومي")))  # whose days in a month no header tells
# Refunds, gifts and what the law pays by seniority are not the bonuses that an employer leaves out of the mean.
_OTHER_BONUSES = frozenset(
    map(
        fold,
        (
            "anciennete",
            "transport",
            "panier",
            "repas",
            "depart",
            "exceptionnelle",
            "exceptionnelles",
            "naissance",
            "aid",
            "13",
            "treizieme",
            "bilan",
            "الأقدمية",
            "النقل",
            "القفة",
            "seniority",
            "date",
        ),
    )
)
_NO_OFFER = frozenset(
    map(
        fold,
        (
            "primes",
            "commissions",
            "transport",
            "panier",
            "repas",
            "date",
            "acceptée",
            "accepté",
            "acceptation",
            "refus",
            "réponse",
            "signé",
            "signée",
            "signature",
            "تاريخ",
            "accepted",
            "signed",
            "answer",
        ),
    )
)
# Google's and Outlook's contacts have columns for these; none of them is somebody's name.
_MORE_NAMES = frozenset(("middle", "additional", "deuxieme", "2eme", "second", "phonetic", "yomi", "prefix", "suffix"))
# What an employer gives is read by the employer.
_OF_THE_WORK = frozenset(
    map(
        fold,
        (
            "bureau",
            "travail",
            "professionnel",
            "professionnelle",
            "pro",
            "business",
            "work",
            "standard",
            "fax",
            "office",
            "company",
            "interne",
            "poste",
            "العمل",
            "المكتب",
        ),
    )
)
_VETO: dict[str, frozenset[str]] = {
    "monthly_gross": frozenset(("net", fold("الصافي"))) | _A_DAY,
    "monthly_net": frozenset(("brut",)) | _A_DAY,
    "mean_gross": frozenset(("net", fold("الصافي"))) | _A_DAY,
    "base_pay": frozenset(("net",)) | _A_DAY,
    "monthly_bonus": _NOT_A_MONTH | _OTHER_BONUSES,
    "unpaid_days": frozenset(map(fold, ("absence", "absences", "conge", "conges", "الغياب", "العطلة"))),
    "born_on": frozenset(("lieu", "ville", "مكان", "nom", "noms")),
    "employee_number": frozenset(("assure", "assures", "immatriculation", "secu", "securite", "ice", "rib", "compte")),
    "offered_amount": _NO_OFFER,
    "joined_on": frozenset(("n", "num", "numero", fold("رقم"))),
    "family_name": frozenset(("prenom", "prenoms")) | _MORE_NAMES,
    **dict.fromkeys(("given_name", "full_name"), _MORE_NAMES),
    **dict.fromkeys(("phone", "email"), frozenset(("type", "label", "libelle"))),  # Phone 1 - Type holds no number
}

# Never taken from a file: who may do what, and which row is whose, is not for a roster to say.
_DANGEROUS = frozenset(
    map(
        fold,
        (
            "id",
            "uuid",
            "role",
            "roles",
            "rôle",
            "admin",
            "is admin",
            "is_admin",
            "administrateur",
            "password",
            "passwd",
            "pwd",
            "mot de passe",
            "mdp",
            "كلمة المرور",
            "كلمة السر",
            "user",
            "username",
            "user id",
            "utilisateur",
            "nom d utilisateur",
            "login",
            "permission",
            "permissions",
            "droits",
            "scope",
            "token",
            "workplace",
            "workplace id",
            "member id",
            "account",
            "account id",
            "reach",
            "owner",
            "owner id",
            "created at",
            "created by",
            "updated at",
            "deleted",
            "active",
            "is active",
            "secret",
            "key",
            "version",
        ),
    )
)

# Amounts of another money, or of its hundredth, are not dirhams: the column is left out, and named.
_OTHER_MONEY = re.compile(r"[€$£]|\b(?:euros?|eur|usd|dollars?|centimes?)\b|أورو|يورو|دولار|سنتيم", re.IGNORECASE)
_AMOUNTS = frozenset(
    (
        "monthly_gross",
        "monthly_net",
        "mean_gross",
        "base_pay",
        "monthly_bonus",
        "dues",
        "offered_amount",
        "declared_wages",
    )
)
_MEAN = frozenset(map(fold, ("moyen", "moyenne", "mean", "average", "متوسط", "معدل")))

_EXACT: dict[str, tuple[str, ...]] = {}
for _field, _terms in TERMS.items():
    for _term in _terms:
        _EXACT[plain(_term)] = (*_EXACT.get(plain(_term), ()), _field)
for _field in TERMS:  # what we head a column with ourselves, when a list goes out
    for _name in NAMES[_field]:
        _EXACT[plain(_name)] = tuple(dict.fromkeys((_field, *_EXACT.get(plain(_name), ()))))
# As statistics programs write names: without blanks (dateembauche), or with dots (`_dotted`).
_TOGETHER = {term.replace(" ", ""): term for term in reversed(_EXACT) if len(term) >= 5}
_DOTTED = re.compile(r"(?=.*[^\W\d_]\.)[\w.]{5,60}")
_LONGEST_FIRST = sorted((term for term in _EXACT if len(term) > 2), key=len, reverse=True)


def is_dangerous(header: str) -> bool:
    """Tell whether a header asks for a right, an identity or a secret, which no file may set."""
    return plain(header) in _DANGEROUS or plain(header).replace(" ", "") in _DANGEROUS


def names_a_column(header: str) -> bool:
    """Tell whether a text is, as a whole, one of the words that head columns: stricter than `is_known`."""
    return plain(header) in _EXACT


def is_known(header: str) -> bool:
    """Tell whether a text is a word that heads columns, whatever it would be used for."""
    return plain(header) in _EXACT or plain(header) in _DANGEROUS or (len(header) < 60 and bool(recognise(header)))


def names_of_people(words: str) -> str | None:
    """The field of somebody's name that a header's folded words are as a whole, if any."""
    return next((field for field in _EXACT.get(words, ()) if field in ("family_name", "given_name", "full_name")), None)


def terms_of(field: str) -> tuple[str, ...]:
    """The words that head a field's column."""
    return TERMS.get(field, ())


@lru_cache(4_096)
def recognise(header: str) -> tuple[tuple[str, float], ...]:
    """Return the fields that a header can mean with how sure that is, from 0 to 1, the likeliest first."""
    if not plain(header) or is_dangerous(header):
        return ()
    words = plain(header)
    found = _meant(header, _dotted(header) or words) or _meant(header, plain(_HUMP.sub(" ", header)))
    return found or _meant(header, _TOGETHER.get(words.replace(" ", ""), ""))


def _dotted(header: str) -> str | None:
    """The word that a name of a variable stands for, a dot being whatever its program does not take: Pr.nom,
    Date.d.embauche."""
    if _DOTTED.fullmatch(header) is None:
        return None
    lost = re.compile(".{1,2}".join(re.escape(fold(part)) for part in header.split(".")))
    return next((one for one in _LONGEST_FIRST if lost.fullmatch(one)), None)


def speaks_of_another(header: str) -> bool:
    """Tell whether a header names somebody or something else than the employee: whom to call, the employer, the
    bank."""
    return not frozenset(plain(header).split()).isdisjoint(_ELSEWHERE)


def is_of_the_work(header: str) -> bool:
    """Tell whether a telephone or an address is one that the employer gives."""
    return not frozenset(plain(header).split()).isdisjoint(_OF_THE_WORK)


def _meant(header: str, words: str) -> tuple[tuple[str, float], ...]:
    barred = _AMOUNTS if _OTHER_MONEY.search(header) else frozenset[str]()
    if words in _EXACT:
        return tuple((field, 1.0) for field in _EXACT[words] if field not in barred)
    present = frozenset(words.split())
    if present & _ELSEWHERE:
        return ()
    inside = [term for term in _LONGEST_FIRST if f" {term} " in f" {words} "]
    found: dict[str, float] = {}
    for term in inside:
        for field in _EXACT[term]:
            if field not in barred and not present & _VETO.get(field, frozenset()):
                found.setdefault(field, round(0.5 + 0.4 * len(term) / len(words), 2))
    if present & _MEAN and "monthly_gross" in found:
        found = {"mean_gross": found["monthly_gross"], **found}
    return tuple(found.items())
