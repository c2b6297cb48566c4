"""The sentences about the contacts of a telephone (French, Arabic, English)."""

CONTACTS: dict[str, tuple[str, str, str]] = {
    "cards_cut": (
        "Le fichier de contacts s'arrête au milieu du contact {row}. Exportez les contacts de nouveau.",
        "ملف جهات الاتصال يتوقف في وسط جهة الاتصال {row}. صدروا جهات الاتصال من جديد.",
        "The file of contacts stops in the middle of contact {row}. Export the contacts again.",
    ),
    "cards_more": (
        "Contacts avec plus de deux numéros ou plus d'une adresse : {count} ({rows}). Les autres sont dans leur propre"
        " colonne, laissée de côté.",
        "جهات اتصال لها أكثر من رقمين أو أكثر من عنوان: {count} ({rows}). الباقي في عمود خاص به، متروك جانبا.",
        "Contacts with more than two numbers or more than one address: {count} ({rows}). The others stand in a column of"
        " their own, which is left out.",
    ),
    "cards_names": (
        "Contacts dont le nom affiché dit autre chose que leur nom : {count} ({rows}). Le nom est gardé.",
        "جهات اتصال يختلف اسمها المعروض عن اسمها: {count} ({rows}). يحتفظ بالاسم.",
        "Contacts whose shown name says something else than their name: {count} ({rows}). The name is kept.",
    ),
    "cards_groups": (
        "Groupes de contacts, non lus : {count}.",
        "مجموعات جهات اتصال لم تقرأ: {count}.",
        "Groups of contacts, not read: {count}.",
    ),
    "cards_lines": (
        "Contacts avec des lignes qui ne se lisent pas, sautées : {count} ({rows}).",
        "جهات اتصال فيها أسطر لا يمكن قراءتها تم تجاوزها: {count} ({rows}).",
        "Contacts with lines that cannot be read, skipped: {count} ({rows}).",
    ),
    "cards_photos": (
        "Photos et sons des contacts : {count}, non lus.",
        "صور وأصوات جهات الاتصال: {count}، لم تقرأ.",
        "Photos and sounds of contacts: {count}, not read.",
    ),
    "cards_ignored": (
        "Autres indications des contacts, non lues : {names}.",
        "معلومات أخرى في جهات الاتصال لم تقرأ: {names}.",
        "Other details of contacts, not read: {names}.",
    ),
}
