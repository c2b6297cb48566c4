"""The sentences about the names of a list (French, Arabic, English)."""

NAMES: dict[str, tuple[str, str, str]] = {
    "name_missing": (
        "Le nom de famille manque. Ajoutez-le.",
        "الاسم العائلي ناقص. أضيفوه.",
        "The family name is missing. Add it.",
    ),
    "name_number": (
        "« {shown} » n'est pas un nom. Vérifiez la colonne.",
        "«{shown}» ليس اسما. تحققوا من العمود.",
        "“{shown}” is not a name. Check the column.",
    ),
    "name_doubtful": (
        "« {shown} » contient une adresse ou un numéro de téléphone. Vérifiez que c'est bien un nom.",
        "يحتوي «{shown}» على عنوان أو رقم هاتف. تحققوا من أنه اسم فعلا.",
        "“{shown}” holds an address or a telephone number. Check that it is a name.",
    ),
    "name_two": (
        "« {shown} » nomme plusieurs personnes. Mettez chacune sur sa ligne.",
        "«{shown}» يسمي عدة أشخاص. ضعوا كل شخص في سطره.",
        "“{shown}” names several people. Put each on a row of their own.",
    ),
    "name_direction": (
        "« {shown} » contient des marques de direction cachées. Retapez le texte.",
        "يحتوي «{shown}» على علامات اتجاه خفية. أعيدوا كتابة النص.",
        "“{shown}” holds hidden direction marks. Type the text again.",
    ),
    "name_signs": (
        "« {shown} » contient des signes qui ne s'écrivent pas dans un nom. Retapez-le.",
        "يحتوي «{shown}» على رموز لا تكتب في الأسماء. أعيدوا كتابته.",
        "“{shown}” holds signs that are not written in a name. Type it again.",
    ),
    "name_marks": (
        "« {shown} » empile trop d'accents sur une lettre. Retapez-le.",
        "في «{shown}» علامات كثيرة فوق حرف واحد. أعيدوا كتابته.",
        "“{shown}” piles too many accents on one letter. Type it again.",
    ),
    "name_addressed": (
        "« {shown} » : la civilité devant le nom n'est pas gardée dans le nom.",
        "«{shown}»: لا يحتفظ بلقب المخاطبة داخل الاسم.",
        "“{shown}”: the title before the name is not kept in the name.",
    ),
    "name_signs_off": (
        "« {shown} » : le numéro ou le signe à côté du nom n'est pas gardé dans le nom.",
        "«{shown}»: لا يحتفظ بالرقم أو الرمز المجاور للاسم داخل الاسم.",
        "“{shown}”: the number or the sign beside the name is not kept in the name.",
    ),
    "name_not_arabic": (
        "« {shown} » n'est pas en lettres arabes : ce nom en arabe est laissé de côté.",
        "«{shown}» ليس بالحروف العربية: يترك هذا الاسم العربي جانبا.",
        "“{shown}” is not in Arabic letters: this Arabic name is left aside.",
    ),
    "name_scripts": (
        "« {shown} » mêle deux écritures dans un mot. Vérifiez-le.",
        "«{shown}» يمزج بين كتابتين في كلمة واحدة. تحققوا منه.",
        "“{shown}” mixes two scripts in one word. Check it.",
    ),
    "names_split": (
        "Colonne « {header} » : les noms complets sont partagés en prénom et nom. Vérifiez l'aperçu.",
        "العمود «{header}»: قسمت الأسماء الكاملة إلى اسم شخصي واسم عائلي. تحققوا من المعاينة.",
        "Column “{header}”: full names are split into given and family names. Check the preview.",
    ),
}
