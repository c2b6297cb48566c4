"""Tell a line that heads a group or greets (Équipe nuit, Liste du site :, Bonjour) from somebody's name."""

import re

from union.tables.columns.vocabulary import names_a_column, plain
from union.tables.files.prose import is_said

_A_SENTENCE = 4  # words
# What a group is called: the first word of its heading, and of nobody's name.
_GROUP = frozenset(
    map(
        plain,
        (
            "équipe",
            "équipes",
            "groupe",
            "service",
            "département",
            "plateau",
            "plateaux",
            "site",
            "shift",
            "atelier",
            "agence",
            "section",
            "étage",
            "team",
            "group",
            "department",
            "floor",
            "فريق",
            "الفريق",
            "مجموعة",
            "المجموعة",
            "مصلحة",
            "قسم",
            "موقع",
            "مركز",
            "طابق",
            "الطابق",
            "وكالة",
        ),
    )
)
# What a list is called, and how a message begins and ends; السلام alone stands in names.
_LIST = frozenset(
    map(
        plain,
        (
            "liste",
            "listes",
            "voici",
            "personnel",
            "effectif",
            "adhérents",
            "membres",
            "camarades",
            "participants",
            "salariés",
            "employés",
            "members",
            "employees",
            "bonjour",
            "bonsoir",
            "hello",
            "merci",
            "cordialement",
            "لائحة",
            "قائمة",
            "المنخرطون",
            "المنخرطين",
            "منخرطون",
            "الأعضاء",
            "أعضاء",
            "العمال",
            "المستخدمون",
            "المستخدمين",
            "هذه",
            "إليكم",
            "عليكم",
            "شكرا",
        ),
    )
)
# Below a list, what a star or a number in it stands for: * en congé, (1) mis à disposition.
_END = frozenset(map(plain, ("fin", "fin de liste", "fin de la liste", "end", "النهاية", "انتهى", "انتهت اللائحة")))
_NOTE = re.compile(
    r"\s*(?:\*+|\(\d{1,2}\))\s*(?:en|mise?s?|à|au|du|dont|sauf|sans|avec|non)\s|\s*N\.?\s?B\.?\s*:", re.IGNORECASE
)


def is_heading(line: str) -> bool:
    """Whether a line that stands alone names a group, a list or nobody at all; a name alone is none."""
    if line.rstrip().endswith(":") or _NOTE.match(line):
        return True
    folded = plain(line)
    words = folded.split()
    if not words or folded in _END:
        return bool(words)
    if words[0] in _GROUP or not _LIST.isdisjoint(words):
        return True
    return (len(words) > 1 and all(map(names_a_column, words))) or (len(words) >= _A_SENTENCE and is_said(line))
