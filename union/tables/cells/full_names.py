"""Split a full name into a given and a family name by its capitals and its particles."""

import re

from union.tables.cells.names import ABD, ARTICLES, COMPOUND_ENDS, PARTICLES, fold

# Given names that carry the article themselves (El Mehdi), or end a compound (Nour El Dine).
_AFTER_ARTICLE = frozenset(
    (
        "dine",
        "din",
        "zahra",
        "zahrae",
        "haq",
        "hak",
        "mehdi",
        "mahdi",
        "houcine",
        "houssine",
        "hassan",
        "hassane",
        "arbi",
        "ghali",
        "mostafa",
        "kbir",
        "bachir",
        "mokhtar",
    )
)
_DASHES = frozenset(("-", "–"))
_TITLES = frozenset(map(fold, ("moulay", "my", "sidi", "lalla", "si", "مولاي", "سيدي", "للا", "لالة")))


# Before a name, not in it. A lone M without its point is M'Hamdi as often as Monsieur, but before capitals.
_ADDRESSED = (
    dict.fromkeys(("m.", "mr", "mr.", "monsieur", "السيد"), "M")
    | dict.fromkeys(
        (
            "mme",
            "mme.",
            "mlle",
            "mlle.",
            "melle",
            "madame",
            "mademoiselle",
            "mrs",
            "mrs.",
            "ms.",
            "miss",
            "السيدة",
            "الآنسة",
            "الانسة",
        ),
        "F",
    )
    | dict.fromkeys(
        (
            "dr",
            "dr.",
            "pr",
            "pr.",
            "docteur",
            "professeur",
            "د.",
            "ذ.",
            "ذة.",
            "الدكتور",
            "الدكتورة",
            "الأستاذ",
            "الأستاذة",
        ),
        "",
    )
)
_ADDRESS_BEGINS = frozenset(letter for word in _ADDRESSED for letter in (word[0], word[0].upper()))
# أبو begins a family name behind a given one, and a given name (أبو بكر) where it comes first.
_FATHERS = frozenset(map(fold, ("أبو", "أبي", "abou", "abu")))
_OTHER_NAME = re.compile(  # a name by marriage or by birth follows
    r"\s\(?(?:[ée]p(?:ouse|se)?\.?|n[ée]e|veuve|vve\.?|زوجة|حرم|أرملة)\s+(?=\S)", re.IGNORECASE
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")


def unaddressed(text: str, whole: bool = True) -> tuple[str, str | None]:
    """Return a name without the Mme, M. or السيدة before it, and the sex that this says: F, M, or "" for none.

    None where nothing stands before it. `whole` names hold the given one too: there M. Alami is an initial, and M.
    Alami Omar is Monsieur, as is M HAMDI Ali, whose capitals begin behind the M.
    """
    if text[:1] not in _ADDRESS_BEGINS:
        return text, None
    first, _, rest = text.partition(" ")
    if first == "M" and whole:
        shouted = [_is_shouted(word) for word in rest.split()]
        return (rest, "") if shouted[:1] == [True] and not all(shouted) else (text, None)
    sex = _ADDRESSED.get(first.casefold()) if rest else None
    if sex is None or (whole and first in ("M.", "m.") and (" " not in rest or _INITIALS.match(rest))):
        return text, None
    return rest, sex


def split_full_name(text: str, family_first: bool = False) -> tuple[str, str]:
    """Split a full name into (given, family) by its capitals, then by the particles that begin a family name.

    `family_first` is what the header says (Nom et prénom), and decides only where nothing else does. A single word
    is returned as the family name; a comma parts the family name from the given one. Never raises; the words
    themselves are not changed.
    """
    family, comma, given = text.replace("،", ",").partition(",")
    if comma and family.strip() and given.strip(" ,"):
        return given.strip(), family.strip()
    words = _joined_by_dashes(text.split())
    if len(words) < 2:
        return "", text.strip()
    if len(words) > 2 and (found := _OTHER_NAME.search(text)):
        return _with_other_name(text[: found.start()], found[0].strip(" ("), text[found.end() :], family_first)
    if "." in text and (by_initials := _by_initials(words)):
        return by_initials
    shouted = [_is_shouted(word) for word in words]
    if any(shouted) and not all(loud or _is_initial(word) for loud, word in zip(shouted, words, strict=True)):
        return _by_capitals(words, shouted)
    particle = next((at for at, word in enumerate(words) if _opens_family(words, at, word)), None)
    if particle == 0:
        end = _family_end(words)
        return " ".join(words[end:]), " ".join(words[:end])
    if particle is not None and not family_first:
        return " ".join(words[:particle]), " ".join(words[particle:])
    if family_first:
        end = _family_end(words)
        return " ".join(words[end:]), " ".join(words[:end])
    return " ".join(words[:-1]), words[-1]


def _joined_by_dashes(words: list[str]) -> list[str]:
    """The words, those with a dash between them as one: OUALI - RACHIDI."""
    joined: list[str] = []
    for word in words:
        if joined and (word in _DASHES or joined[-1].rpartition(" ")[2] in _DASHES):
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


def _with_other_name(before: str, link: str, behind: str, family_first: bool) -> tuple[str, str]:
    """A name by marriage or by birth stays with the family name: BENNIS Rachida épouse TAZI, TAZI née BENNIS Hind."""
    words = behind.replace(")", "").split()
    shouted = [_is_shouted(word) for word in words]
    end = next((at for at, loud in enumerate(shouted) if not loud), len(words)) if shouted[0] else _family_end(words)
    given, family = split_full_name(" ".join([before, *words[end:]]), family_first)
    return given, " ".join([family, link, *words[:end]])


def _by_initials(words: list[str]) -> tuple[str, str] | None:
    """Initials before or after one family name are the given one: F.Z. BENNANI, El Amrani Z."""
    initials = [_INITIALS.fullmatch(word) is not None for word in words]
    given, family = (
        [word for word, one in zip(words, initials, strict=True) if one is which] for which in (True, False)
    )
    if not given or not family or not (initials[0] or initials[-1]) or _family_end(family) < len(family):
        return None
    return " ".join(given), " ".join(family)


def _is_shouted(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1


def _is_initial(word: str) -> bool:
    return sum(map(str.isalpha, word)) < 2


def _by_capitals(words: list[str], shouted: list[bool]) -> tuple[str, str]:
    family = [word for word, loud in zip(words, shouted, strict=True) if loud]
    given = [word for word, loud in zip(words, shouted, strict=True) if not loud]
    return " ".join(given), " ".join(family)


def _opens_family(words: list[str], at: int, word: str) -> bool:
    """Tell whether a family name begins here; عبد الله, Abd El Kader and نور الدين are given names."""
    folded = fold(word)
    if at and (fold(words[at - 1]) in ABD or fold(words[at - 1]) in _TITLES):
        return False
    if folded in _FATHERS:
        return at > 0
    if folded in COMPOUND_ENDS or (folded in ARTICLES and _is_compound(words, at) and (at or len(words) > 2)):
        return False
    return folded in PARTICLES or (folded.startswith("ال") and len(folded) > 4 and at > 0)


def _is_compound(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and fold(words[at + 1]) in _AFTER_ARTICLE


def _family_end(words: list[str]) -> int:
    """Return where a family name that opens the full name ends: its particles and one word."""
    opening = PARTICLES | _FATHERS
    return next((at + 1 for at, word in enumerate(words) if fold(word) not in opening), len(words))
