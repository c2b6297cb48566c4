"""Split a full name into a given and a family name by its capitals and its particles."""

import re

from union.sheets.cells.names import ABD, ARTICLES, COMPOUND_ENDS, PARTICLES, fold

# Given names that carry the article themselves (El Mehdi), or end a compound (Nour El Dine).
_AFTER_ARTICLE = frozenset(("dine", "din", "zahra", "zahrae", "haq", "hak", "mehdi", "mahdi", "houcine", "houssine",
                            "hassan", "hassane", "arbi", "ghali", "mostafa", "kbir", "bachir", "mokhtar"))  # fmt: skip
_TITLES = frozenset(map(fold, ("moulay", "my", "sidi", "lalla", "si", "مولاي", "سيدي", "للا", "لالة")))


# Before a name, not in it. A lone M without its point is more often M'Hamdi than Monsieur.
_ADDRESSED = dict.fromkeys(("m.", "mr", "mr.", "monsieur", "السيد"), "M") | dict.fromkeys(
    ("mme", "mme.", "mlle", "mlle.", "melle", "madame", "mademoiselle", "mrs", "mrs.", "ms.", "miss", "السيدة", "الآنسة",
     "الانسة"), "F"
)  # fmt: skip
_ADDRESS_BEGINS = frozenset(word[0] for word in _ADDRESSED) | {"M"}
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")


def unaddressed(text: str, whole: bool = True) -> tuple[str, str | None]:
    """Return a name without the Mme, M. or السيدة before it, and the sex that this says: F, M or None.

    `whole` names hold the given one too: there M. Alami is an initial, and M. Alami Omar is Monsieur.
    """
    if text[:1] not in _ADDRESS_BEGINS:
        return text, None
    first, _, rest = text.partition(" ")
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
    words = text.split()
    if len(words) < 2:
        return "", text.strip()
    if "." in text and (by_initials := _by_initials(words)):
        return by_initials
    shouted = [_is_shouted(word) for word in words]
    if any(shouted) and not all(shouted):
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
    return len(word) > 1 and word.isupper()


def _by_capitals(words: list[str], shouted: list[bool]) -> tuple[str, str]:
    family = [word for word, loud in zip(words, shouted, strict=True) if loud]
    given = [word for word, loud in zip(words, shouted, strict=True) if not loud]
    return " ".join(given), " ".join(family)


def _opens_family(words: list[str], at: int, word: str) -> bool:
    """Tell whether a family name begins here; عبد الله, Abd El Kader and نور الدين are given names."""
    folded = fold(word)
    if at and (fold(words[at - 1]) in ABD or fold(words[at - 1]) in _TITLES):
        return False
    if folded in COMPOUND_ENDS or (folded in ARTICLES and _is_compound(words, at) and (at or len(words) > 2)):
        return False
    return folded in PARTICLES or (folded.startswith("ال") and len(folded) > 4 and at > 0)


def _is_compound(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and fold(words[at + 1]) in _AFTER_ARTICLE


def _family_end(words: list[str]) -> int:
    """Return where a family name that opens the full name ends: its particles and one word."""
    return next((at + 1 for at, word in enumerate(words) if fold(word) not in PARTICLES), len(words))
