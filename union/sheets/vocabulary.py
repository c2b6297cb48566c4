"""The words that head the columns of rosters in French, Arabic and English, and what each of them means."""

import re
from functools import lru_cache

from union.sheets.names import fold

_BETWEEN = re.compile(r"[\W_]+")


@lru_cache(4_096)
def plain(header: str) -> str:
    """Fold a header to bare words: N° Adh. becomes "n adh", Date d'embauche "date d embauche"."""
    return _BETWEEN.sub(" ", fold(header.replace("°", " ").replace("º", " ").replace("№", "n "))).strip()


_TERMS: dict[str, tuple[str, ...]] = {
    "employee_number": (
        "matricule", "mat", "matr", "n matricule", "numero matricule", "num matricule", "n salarie", "numero salarie",
        "code salarie", "code employe", "n employe", "numero employe", "ppr", "n paie", "n", "no", "num", "numero",
        "الرقم", "رقم", "ر ت", "رقم التأجير", "رقم التسجيل", "رقم المستخدم", "رقم الأجير", "الرقم المهني", "رقم الموظف",
        "employee number", "employee no", "employee id", "staff number", "staff id", "payroll number",
    ),
    "card_number": (
        "n adh", "n adherent", "numero adherent", "num adherent", "n adhesion", "numero d adhesion", "n d adhesion",
        "num adh", "no adh", "n carte", "numero de carte", "n de carte", "carte", "carte d adhesion", "code adherent",
        "رقم الانخراط", "رقم المنخرط", "رقم البطاقة", "بطاقة الانخراط", "رقم بطاقة الانخراط",
        "member number", "membership number", "card number", "member no", "membership no",
    ),
    "family_name": (
        "nom", "nom de famille", "nom patronymique", "noms", "patronyme", "nom du salarie", "nom salarie",
        "الاسم العائلي", "النسب", "اللقب", "اللقب العائلي", "اسم العائلة",
        "family name", "last name", "surname", "lastname",
    ),
    "given_name": (
        "prenom", "prenoms", "prenom du salarie", "الاسم الشخصي", "الإسم الشخصي", "الاسم الأول",
        "given name", "first name", "firstname", "forename",
    ),
    "full_name": (
        "nom complet", "identite", "identite du salarie", "nom et prenom", "nom prenom", "noms et prenoms", "nom et prenoms", "nom prenoms", "prenom et nom",
        "prenom nom", "nom du salarie et prenom", "salarie", "adherent", "beneficiaire", "employe e",
        "الاسم الكامل", "الإسم الكامل", "الاسم والنسب", "الاسم و النسب", "النسب والاسم", "الاسم العائلي والشخصي",
        "الاسم الشخصي والعائلي", "الاسم واللقب", "الاسم", "المنخرط", "الأجير", "full name", "name", "employee name",
        "complete name", "member",
    ),
    "alias": ("nom d usage", "surnom", "alias", "dit", "connu sous", "pseudo", "اللقب المتداول", "الاسم المتداول",
              "preferred name", "known as", "nickname"),
    "sex": ("sexe", "genre", "civilite", "h f", "f h", "m f", "الجنس", "النوع", "sex", "gender", "title"),
    "born_on": (
        "date de naissance", "date naissance", "ne le", "nee le", "ne e le", "naissance", "d naissance", "ddn",
        "date naiss", "date de naiss", "dt naissance", "تاريخ الازدياد", "تاريخ الإزدياد", "تاريخ الميلاد", "تاريخ الولادة",
        "مزداد في", "birth date", "date of birth", "born", "born on", "dob", "birthday",
    ),
    "cin": ("cin", "cnie", "n cin", "carte nationale", "n cnie", "carte d identite", "ب ت و", "رقم البطاقة الوطنية",
            "البطاقة الوطنية", "ر ب و", "رقم ب ت و", "رقم بطاقة التعريف", "id card", "national id"),
    "phone": (
        "tel", "telephone", "gsm", "portable", "mobile", "n tel", "num tel", "n telephone", "numero de telephone",
        "tel portable", "tel gsm", "telephone portable", "whatsapp", "n gsm", "n de telephone", "tel mobile", "contact",
        "الهاتف", "رقم الهاتف", "الهاتف المحمول", "الهاتف النقال", "رقم الهاتف النقال", "المحمول", "الجوال", "واتساب",
        "phone", "phone number", "mobile phone", "cell", "telephone number", "mobile number",
    ),
    "email": ("email", "e mail", "mail", "courriel", "adresse email", "adresse e mail", "adresse mail", "mel",
              "adresse electronique", "courrier electronique", "البريد الإلكتروني", "البريد الالكتروني", "الإيميل",
              "ايميل", "email address", "e mail address"),
    "job": ("fonction", "poste", "emploi", "metier", "profession", "intitule du poste", "poste occupe", "qualification",
            "الوظيفة", "المهنة", "العمل", "المهمة", "job", "job title", "position", "role in the company", "occupation"),
    "category": ("categorie", "categorie professionnelle", "csp", "statut", "college", "statut professionnel", "الفئة",
                 "الصنف", "الفئة المهنية", "category", "grade", "status"),
    "contract": ("type contrat", "type de contrat", "contrat", "nature du contrat", "nature contrat", "نوع العقد",
                 "العقد", "طبيعة العقد", "عقد الشغل", "contract", "contract type", "kind of contract"),
    "hired_on": (
        "date d embauche", "entree", "en poste depuis", "date embauche", "embauche le", "embauchee le", "embauche e le", "embauche", "date d entree",
        "date entree", "entree le", "date de recrutement", "recrute le", "date d anciennete", "date anciennete",
        "date debut contrat", "date debut", "dt embauche", "date d engagement", "تاريخ التشغيل", "تاريخ الالتحاق",
        "تاريخ التوظيف", "تاريخ الدخول", "تاريخ بداية العمل", "تاريخ بدء العمل", "hire date", "hired on", "hired",
        "date hired", "date of hire", "start date", "joined company on", "entry date",
    ),
    "left_on": (
        "date de sortie", "date sortie", "date de depart", "date depart", "sorti le", "sortie le", "parti le", "date fin",
        "date fin contrat", "fin de contrat", "date de fin", "تاريخ المغادرة", "تاريخ الخروج", "تاريخ نهاية العقد",
        "leaving date", "left on", "end date", "exit date", "termination date",
    ),
    "monthly_gross": (
        "salaire brut", "salaire", "sal brut", "salaire mensuel", "salaire mensuel brut", "salaire brut mensuel", "brut",
        "remuneration brute", "remuneration", "salaire de base", "sal base", "salaire brut moyen", "brut mensuel", "sal",
        "salaire brut moyen 12 mois", "salaire moyen", "salaire dh", "الأجر الخام", "الأجر", "الأجرة", "الأجر الشهري",
        "الراتب", "الأجر الإجمالي", "الأجر الشهري الخام", "متوسط الأجر", "gross salary", "gross", "salary", "wage",
        "gross wage", "monthly gross", "monthly salary", "gross pay", "average gross wage", "taux horaire",
        "remuneration annuelle", "remuneration horaire", "hourly rate", "hourly wage", "hourly pay", "annual pay",
        "yearly pay", "annual salary", "أجر الساعة", "الأجر بالساعة", "الأجر السنوي",
    ),
    "monthly_net": ("salaire net", "sal net", "net", "net a payer", "salaire mensuel net", "salaire net mensuel",
                    "net mensuel", "الأجر الصافي", "الصافي", "الراتب الصافي", "net salary", "net pay", "net wage"),
    "joined_on": ("adhesion", "adhesion le", "date d adhesion", "date adhesion", "adhere le", "date adh", "adherent depuis",
                  "inscrit le", "date d inscription", "تاريخ الانخراط", "منخرط منذ", "joined on", "member since",
                  "date joined", "joined", "membership date"),
    "dues": ("cotisation", "cotisations", "montant cotisation", "cotisation dh", "cotis", "واجب الانخراط", "الاشتراك",
             "واجب الاشتراك", "المساهمة", "dues", "membership fee", "subscription"),
    "site": ("site", "lieu de travail", "etablissement", "agence", "centre", "plateau", "lieu", "ville", "localite",
             "affectation", "centre d appels", "الموقع", "مقر العمل", "المؤسسة", "مكان العمل", "المدينة", "المركز",
             "work site", "location", "branch", "office", "city"),
    "remarks": ("remarques", "remarque", "observations", "observation", "obs", "commentaire", "commentaires", "note",
                "notes", "divers", "ملاحظات", "ملاحظة", "remarks", "comment", "comments"),
    "identifier": ("identifiant", "reference", "ref", "code", "n dossier", "المعرف", "المرجع", "identifier"),
    "planned_exit_on": ("date de sortie prevue", "date sortie prevue", "sortie prevue", "date de depart prevue",
                        "depart prevu", "depart prevu le", "date de depart envisagee", "date previsionnelle de depart",
                        "date previsionnelle de sortie", "تاريخ المغادرة المتوقع", "تاريخ المغادرة المرتقب",
                        "planned exit", "planned leaving date", "planned exit date"),
    "leave_days_due": ("conges restants", "conges restants j", "solde conge", "solde conges", "solde de conge", "reliquat",
                       "reliquat conge", "reliquat conges", "jours de conge", "conges non pris", "conge restant",
                       "رصيد العطل", "أيام العطلة المتبقية", "العطل المتبقية", "رصيد الإجازات", "leave days", "leave due",
                       "leave balance", "remaining leave", "days of leave"),
    "delegate": ("delegue", "delegue e", "delegue du personnel", "delegue des salaries", "mandat", "elu", "مندوب",
                 "مندوب الأجراء", "المندوب", "delegate", "staff delegate"),
    "dependants": ("enfants a charge", "enfants", "nb enfants", "nombre d enfants", "nbre enfants", "personnes a charge",
                   "charges de famille", "الأطفال", "عدد الأطفال", "الأطفال المكفولون", "children", "dependants",
                   "dependents", "dependent children"),
    "offered_amount": ("montant propose", "montant", "offre", "indemnite", "indemnite proposee", "montant de l offre",
                       "montant net propose", "indemnite de depart", "somme proposee", "total propose", "المبلغ المقترح",
                       "المبلغ", "التعويض المقترح", "التعويض", "offer", "amount offered", "offered amount", "amount"),
    "signed_on": ("signe le", "signee le", "date de signature", "date signature", "signature", "تاريخ التوقيع",
                  "تاريخ الإمضاء", "موقع في", "signed on", "signature date", "date signed", "signed"),
}  # fmt: skip

# A header with one of these words speaks of somebody or something else than the employee's own datum.
_ELSEWHERE = frozenset(
    map(fold, ("conjoint", "pere", "mere", "urgence", "employeur", "societe", "entreprise", "responsable", "manager",
               "superieur", "الزوج", "الزوجة", "الأب", "الأم", "المشغل", "banque", "rib", "cnss", "الضمان"))
)  # fmt: skip
_VETO: dict[str, frozenset[str]] = {
    "monthly_gross": frozenset(("net", fold("الصافي"))),
    "monthly_net": frozenset(("brut",)),
    "born_on": frozenset(("lieu", "ville", "مكان")),
    "joined_on": frozenset(("n", "num", "numero", fold("رقم"))),
    "family_name": frozenset(("prenom", "prenoms")),
}

# Never taken from a file: who may do what, and which row is whose, is not for a roster to say.
_DANGEROUS = frozenset(
    map(fold, ("id", "uuid", "role", "roles", "rôle", "admin", "is admin", "is_admin", "administrateur", "password",
               "passwd", "pwd", "mot de passe", "mdp", "كلمة المرور", "كلمة السر", "user", "username", "user id",
               "utilisateur", "nom d utilisateur", "login", "permission", "permissions", "droits", "scope", "token",
               "workplace", "workplace id", "member id", "account", "account id", "reach", "owner", "owner id",
               "created at", "created by", "updated at", "deleted", "active", "is active", "secret", "key", "version"))
)  # fmt: skip

_EXACT: dict[str, tuple[str, ...]] = {}
for _field, _terms in _TERMS.items():
    for _term in _terms:
        _EXACT[plain(_term)] = (*_EXACT.get(plain(_term), ()), _field)
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


def terms_of(field: str) -> tuple[str, ...]:
    """The words that head a field's column."""
    return _TERMS.get(field, ())


@lru_cache(4_096)
def recognise(header: str) -> tuple[tuple[str, float], ...]:
    """Return the fields that a header can mean with how sure that is, from 0 to 1, the likeliest first."""
    words = plain(header)
    if not words or is_dangerous(header):
        return ()
    if words in _EXACT:
        return tuple((field, 1.0) for field in _EXACT[words])
    present = frozenset(words.split())
    if present & _ELSEWHERE:
        return ()
    inside = [term for term in _LONGEST_FIRST if f" {term} " in f" {words} "]
    found: dict[str, float] = {}
    for term in inside:
        for field in _EXACT[term]:
            if not present & _VETO.get(field, frozenset()):
                found.setdefault(field, round(0.5 + 0.4 * len(term) / len(words), 2))
    return tuple(found.items())
