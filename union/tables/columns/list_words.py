"""The words that head the columns of lists of other things than people: each kind of list has its own."""

from functools import lru_cache

from union.tables.columns import fields
from union.tables.columns.vocabulary import is_dangerous, plain, terms_of

_TERMS: dict[str, tuple[str, ...]] = {
    "legal_name": (
        "employeur", "societe", "entreprise", "raison sociale", "denomination", "denomination sociale",
        "nom de l entreprise", "nom de l employeur", "المشغل", "الشركة", "المقاولة", "اسم الشركة", "اسم المقاولة",
        "التسمية الاجتماعية", "employer", "company", "legal name",
    ),
    "group": ("groupe", "المجموعة", "group"),
    "trade_register": (
        "rc", "r c", "n rc", "n r c", "numero rc", "registre de commerce", "registre du commerce", "السجل التجاري", "رقم السجل التجاري",
        "trade register",
    ),
    "ice": (
        "ice", "i c e", "n ice", "numero ice", "identifiant commun", "identifiant commun de l entreprise",
        "التعريف الموحد للمقاولة", "المعرف الموحد للمقاولة", "رقم التعريف الموحد",
    ),
    "affiliation": (
        "cnss", "n cnss", "affiliation cnss", "n affiliation", "n affiliation cnss", "numero d affiliation", "affiliation",
        "رقم الانخراط في الصندوق", "رقم الانخراط في الضمان الاجتماعي", "رقم الانخراط بالضمان الاجتماعي", "cnss affiliation", "affiliation number",
    ),
    "seat": ("siege", "siege social", "adresse du siege", "المقر الاجتماعي", "المقر", "seat", "head office"),
    "inspectorate": (
        "inspection", "inspection du travail", "inspection competente", "مفتشية الشغل", "inspectorate", "labour inspectorate",
    ),
    "court": (
        "tribunal", "tribunal competent", "tribunal de premiere instance", "tpi", "المحكمة", "المحكمة الابتدائية",
        "المحكمة المختصة", "court",
    ),
    "site": (
        "site", "nom du site", "etablissement", "centre", "agence", "plateau", "lieu de travail", "centre d appels",
        "الموقع", "مكان الشغل", "المركز", "المؤسسة", "مقر العمل", "مكان العمل", "site name", "work site",
    ),
    "site_ar": (
        "site en arabe", "site ar", "nom arabe du site", "nom du site en arabe", "nom arabe", "الاسم العربي لمكان الشغل", "اسم الموقع بالعربية",
        "الاسم بالعربية", "اسم مكان الشغل بالعربية", "arabic name of the site", "site in arabic", "site arabic name", "arabic name",
    ),
    "city": ("ville", "localite", "commune", "المدينة", "city", "town"),
    "address": ("adresse", "adresse du site", "العنوان", "address"),
    "activities": (
        "activite", "activites", "metier", "metiers", "nature du travail", "type d activite", "النشاط", "الأنشطة",
        "نوع العمل", "طبيعة العمل", "kind of work", "activity", "activities",
    ),
    "markets": (
        "marche", "marches", "marches clients", "marche client", "clients", "donneurs d ordre", "donneur d ordre", "pays clients", "pays client", "pays des clients", "السوق", "الأسواق",
        "أسواق الزبناء", "markets", "market", "client markets",
    ),
    "declared": (
        "declare", "declaree", "declare aux autorites", "centre declare", "مصرح به", "مصرح به لدى السلطات", "declared",
        "declared to the authorities",
    ),
    "counted_on": (
        "mois", "periode", "الشهر", "الفترة", "month", "period", "date", "compte le", "date de comptage", "date du comptage", "date de l effectif", "effectif au", "releve le", "au",
        "التاريخ", "تاريخ", "بتاريخ", "تاريخ الإحصاء", "date counted", "counted on", "as of",
    ),
    "people": (
        "effectif", "effectifs", "nombre de salaries", "nb salaries", "nbre de salaries", "nbre salaries", "nb de salaries", "nombre d employes",
        "nbre employes", "nb employes", "nbre d employes", "nombre de personnes", "عدد العاملين", "عدد الموظفين", "salaries", "nombre", "عدد الأجراء",
        "عدد المستخدمين", "العدد", "headcount", "people", "employees", "number of employees",
    ),
    "source": ("source", "origine", "selon", "d apres", "المصدر", "source of the count"),
    "fund_number": (
        "n cnss", "numero cnss", "cnss", "matricule cnss", "immat", "n immat", "num immat", "n assure", "numero assure",
        "num assure", "numero d assure", "n d assure", "immat cnss", "immatriculation", "immatriculation cnss", "n immatriculation",
        "numero d immatriculation", "n d immatriculation cnss", "رقم الضمان الاجتماعي", "رقم التسجيل في الصندوق",
        "رقم التسجيل", "cnss number", "cnss registration number", "social security number",
    ),
    "month": ("mois", "periode", "mois declare", "الشهر", "الفترة", "month", "period"),
    "year": ("annee", "exercice", "السنة", "year"),
    "days": (
        "jours", "jours declares", "nombre de jours", "nb jours", "nbre jours", "nombre de jours declares", "الأيام",
        "عدد الأيام", "الأيام المصرح بها", "days", "days declared", "declared days",
    ),
    "declared_wages": (
        "salaire declare", "salaires declares", "salaire", "salaire brut", "sal brut", "sal", "montant declare", "remuneration declaree",
        "الأجر المصرح به", "الأجور المصرح بها", "الأجر", "wages", "declared wages", "wages declared",
    ),
    "held_on": (
        "date", "date du scrutin", "scrutin", "date des elections", "date de l election", "تاريخ الاقتراع", "التاريخ",
        "تاريخ الانتخابات", "تاريخ إجراء الانتخابات", "تاريخ التصويت", "election date", "date of the ballot", "held on",
    ),
    "college": (
        "college", "college electoral", "الهيئة", "الهيئة الناخبة", "هيئة الناخبين", "الفئة", "electoral college",
    ),
    "union_list": (
        "liste", "syndicat", "organisation", "organisation syndicale", "centrale", "appartenance", "appartenance syndicale",
        "liste syndicat", "اللائحة", "النقابة", "الانتماء", "الانتماء النقابي", "list", "union", "affiliation",
    ),
    "full_name": ("candidat", "candidate", "candidats", "candidat e", "nom du candidat", "المرشح", "اسم المرشح", "candidate name"),
    "seat_kind": (
        "qualite", "titulaire suppleant", "titulaire ou suppleant", "titulaire", "mandat", "الصفة", "رسمي أو نائب",
        "full or alternate", "capacity",
    ),
    "elected": ("elu", "elu e", "elue", "منتخب", "elected"),
    "votes": (
        "voix", "voix obtenues", "nombre de voix", "suffrages obtenus", "الأصوات", "عدد الأصوات", "الأصوات المحصل عليها",
        "votes",
    ),
    "seats": ("sieges", "sieges obtenus", "nombre de sieges", "المقاعد", "عدد المقاعد", "seats"),
    "registered": (
        "inscrits", "electeurs inscrits", "nombre d inscrits", "المسجلون", "عدد المسجلين", "الناخبون المسجلون", "registered",
    ),
    "voters": ("votants", "nombre de votants", "المصوتون", "عدد المصوتين", "voters"),
    "valid": (
        "suffrages exprimes", "exprimes", "voix exprimees", "total des voix exprimees", "suffrages valablement exprimes",
        "bulletins valides", "votes exprimes", "bulletins valables", "الأصوات المعبر عنها", "الأصوات الصحيحة", "valid",
        "valid votes",
    ),
}  # fmt: skip


class _Words:
    """What heads the columns of one kind of list."""

    def __init__(self, listed: tuple[str, ...]) -> None:
        self.exact = {plain(term): field for field in listed for term in (*_own(field, listed), *_TERMS.get(field, ()))}
        self.longest_first = sorted((term for term in self.exact if len(term) > 2), key=len, reverse=True)

    def recognise(self, header: str) -> tuple[tuple[str, float], ...]:
        words = plain(header)
        if words in self.exact:
            return ((self.exact[words], 1.0),)
        found: dict[str, float] = {}
        for term in self.longest_first:
            if f" {term} " in f" {words} ":
                found.setdefault(self.exact[term], round(0.5 + 0.4 * len(term) / len(words), 2))
        return tuple(found.items())


def _own(field: str, listed: tuple[str, ...]) -> tuple[str, ...]:
    """The words that the field has in a roster, but for those that mean something else in this kind of list."""
    elsewhere = {plain(term) for other in listed if other != field for term in _TERMS.get(other, ())}
    shared = () if field == "site" else terms_of(field)
    return (*(term for term in shared if plain(term) not in elsewhere), *fields.NAMES[field])


_LISTED: tuple[tuple[str, ...], ...] = (fields.HEADCOUNTS, fields.WORKPLACES, fields.DECLARED_DAYS, fields.ELECTIONS)
_KINDS = {listed: _Words(listed) for listed in _LISTED}


@lru_cache(4_096)
def recognise(header: str, listed: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """Return the fields of one kind of list that a header can mean with how sure that is, the likeliest first."""
    return () if is_dangerous(header) or not plain(header) else _KINDS[listed].recognise(header)


@lru_cache(4_096)
def is_known(header: str) -> bool:
    """Tell whether a text is a word that heads a column of some kind of list."""
    return len(header) < 60 and any(plain(header) in one.exact for one in _KINDS.values())
