"""Words with a meaning: sex, professional category, kind of contract, yes and no, in three languages."""

from union.tables.cells.names import fold
from union.tables.cells.people import Unreadable
from union.tables.table import Cell
from union.text import digits


def meanings(*groups: tuple[str, str]) -> dict[str, str]:
    """Words by what they mean: pairs of a meaning and the words for it, parted by commas."""
    return {fold(word.strip()): meaning for meaning, listed in groups for word in listed.split(",")}


_SEX = meanings(
    ("F", "f,femme,féminin,mme,mlle,madame,female,woman,أنثى,امرأة,السيدة,ث,mrs,ms"),
    ("M", "h,m,homme,masculin,mr,m.,monsieur,male,man,ذكر,رجل,السيد,ذ"),
)
_CATEGORY = meanings(
    ("manager", "cadre,cadres,cadre supérieur,إطار,أطر,manager,executive"),
    (
        "employee",
        "employé,employée,employe,employés,agent,agent de "
        "maîtrise,maîtrise,etam,technicien,مستخدم,مستخدمة,مستخدمون,employee",
    ),
    ("worker", "ouvrier,ouvrière,ouvriers,عامل,عاملة,عمال,worker"),
)
_CONTRACT = meanings(
    (
        "open_ended",
        "cdi,indéterminé,durée indéterminée,permanent,غير محدد المدة,عقد غير محدد المدة,عقد شغل غير محدد "
        "المدة,open-ended",
    ),
    ("fixed_term", "cdd,déterminé,durée déterminée,محدد المدة,عقد محدد المدة,عقد شغل محدد المدة,fixed-term"),
    ("anapec", "anapec,ci,contrat anapec,contrat d'insertion,insertion,أنابيك,عقد الإدماج"),
    ("agency", "intérim,intérimaire,interim,ctt,عمل مؤقت,مؤقت,agency,temporary"),
    ("trainee", "stage,stagiaire,تدريب,متدرب,متدربة,trainee,intern"),
)
_YES = meanings(
    ("yes", "oui,o,yes,y,x,1,vrai,true,نعم,✓,✔"),
    ("no", "non,n,no,0,faux,false,لا,-,néant,aucun"),
)


def sex(cell: Cell) -> str | None:
    """Return "F" or "M", or None for a word that is not known."""
    return _SEX.get(fold(str(cell)))


def category(cell: Cell) -> str | None:
    """Return manager (cadre), employee (employé) or worker (ouvrier), the three of the Code; None when not known."""
    return _CATEGORY.get(fold(str(cell).replace("(e)", "")))


def contract(cell: Cell) -> str | None:
    """Return open_ended, fixed_term, anapec, agency or trainee; None when not known."""
    return _CONTRACT.get(fold(str(cell)).replace(".", ""))


def yes_or_no(cell: Cell) -> bool:
    """Read oui, non, نعم, لا, x, 1, 0; raises `Unreadable("yes_or_no")`."""
    if isinstance(cell, bool):
        return cell
    meaning = _YES.get(fold(digits(str(cell))))
    if meaning is None:
        raise Unreadable("yes_or_no")
    return meaning == "yes"
