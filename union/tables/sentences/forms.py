"""The sentences of a cell where somebody types into a form instead: no column, no spreadsheet (French, Arabic, English)."""

FORMS: dict[str, tuple[str, str, str]] = {
    "date_serial": (
        "« {shown} » est un nombre, pas une date. Écrivez jour/mois/année.",
        "«{shown}» عدد وليس تاريخا. اكتبوا اليوم/الشهر/السنة.",
        "“{shown}” is a number, not a date. Write day/month/year.",
    ),
    "money_ambiguous": (
        "« {shown} » peut vouloir dire {thousand} ou {unit} dirhams. Écrivez l'un ou l'autre.",
        "«{shown}» قد يعني {thousand} أو {unit} درهما. اكتبوا أحدهما.",
        "“{shown}” can mean {thousand} or {unit} dirhams. Write one or the other.",
    ),
    "money_scientific": (
        "« {shown} » ne se lit pas comme un montant. Écrivez-le en entier, par exemple 4200,50.",
        "لا يمكن قراءة «{shown}» كمبلغ. اكتبوه كاملا، مثلا 4200,50.",
        "“{shown}” cannot be read as an amount. Write it in full, for example 4200.50.",
    ),
    "number_kind": (
        "« {shown} » n'est pas un numéro. Corrigez-le, ou effacez-le s'il n'est pas connu.",
        "«{shown}» ليس رقما. صححوه، أو امحوه إن لم يكن معروفا.",
        "“{shown}” is not a number. Correct it, or clear the field if it is not known.",
    ),
    "number_float": (
        "« {shown} » n'est pas un numéro entier. Écrivez tous ses chiffres.",
        "«{shown}» ليس رقما كاملا. اكتبوا أرقامه كلها.",
        "“{shown}” is not a whole number. Write all its digits.",
    ),
    "phone_float": (
        "« {shown} » n'est pas un numéro de téléphone. Écrivez tous ses chiffres, par exemple 06 12 34 56 78.",
        "«{shown}» ليس رقم هاتف. اكتبوا أرقامه كلها، مثلا \u206606 12 34 56 78\u2069.",
        "“{shown}” is not a telephone number. Write all its digits, for example 06 12 34 56 78.",
    ),
    "phone_unreadable": (
        "« {shown} » n'est pas un numéro de téléphone. Corrigez-le, ou effacez-le s'il n'est pas connu.",
        "«{shown}» ليس رقم هاتف. صححوه، أو امحوه إن لم يكن معروفا.",
        "“{shown}” is not a telephone number. Correct it, or clear the field if it is not known.",
    ),
}
