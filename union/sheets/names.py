"""Fold names so that a search finds them across spellings and scripts: محمد, Mohamed, Mhamed; الفاسي, El Fassi."""

import re
import unicodedata
from functools import lru_cache

_ARTICLES = frozenset(("el", "al", "ال", "l"))
_LINKS = frozenset(
    ("ben", "bent", "bint", "ibn", "ould", "ait", "ayt", "bou", "بن", "ابن", "بنت", "ولد", "ايت", "بو", "او")
)
_ABD = frozenset(("عبد", "abd", "abde", "abdel", "abdul", "abdoul"))
PARTICLES = _ARTICLES | _LINKS

_ARABIC = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ی": "ي",
        "ة": "ه",
        "ک": "ك",
        "ؤ": "و",
        "ئ": "ي",
        "ء": None,
        "ـ": None,
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "ʿ": "'",
        "ʾ": "'",
        "`": "'",
    }
)
_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("اعويه", ""),
        **dict(zip("بتثجحخدذرزسشصضطظغفقكلمن", "bttjhkddrzscsdtdgfkklmn", strict=True)),
        **dict(zip("پگڭڤچژ", "bggfcj", strict=True)),
    }
)
_ARABIC_LETTER = re.compile("[\u0621-\u064a\u0671-\u06d3]")
# Latin spellings of one sound, in order: each ends as the letter that stands for the same Arabic sound above.
_LATIN = (
    ("tch", "c"), ("sch", "c"), ("sh", "c"), ("ch", "c"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("dj", "j"), ("q", "k"), ("p", "b"), ("v", "f"), ("x", "ks"),
)  # fmt: skip
_SOFT_C = re.compile("c(?=[eiy])")
_LONE_C = re.compile("c(?!h)")
_VOWELS = re.compile("[aeiouyw'-]+")
_DOUBLED = re.compile(r"(.)\1+")
_CACHED = 1 << 16


@lru_cache(_CACHED)
def _folded(word: str) -> str:
    """Fold one word: compatible forms, no marks, no tatweel, one form per Arabic letter, no accents, no case."""
    spread = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(letter for letter in spread if unicodedata.category(letter) not in ("Mn", "Cf", "Me"))
    return bare.translate(_ARABIC).casefold()


def fold(text: str) -> str:
    """Return the text as compared within one script: أحمد and احمد are equal, and so are Réda and REDA.

    Words are parted by one space; nothing is transliterated. Never raises.
    """
    return " ".join([_folded(word) for word in text.split()])


@lru_cache(_CACHED)
def _sound(word: str) -> str:
    """Return the consonants of a folded word, Arabic or Latin, as one small alphabet; the vowels when few are left."""
    arabic = _ARABIC_LETTER.search(word) is not None
    return _arabic_sound(word) if arabic else _latin_sound(word)


def _arabic_sound(word: str) -> str:
    body = word[:-1] if word.endswith("ه") and len(word) > 2 else word
    bones = "".join("h" if letter in "ه" else letter for letter in body).translate(_SOUNDS)
    bones = _DOUBLED.sub(r"\1", bones).rstrip("h") or bones
    if len(bones) > 1:
        return bones
    weak = "".join({"و": "u", "ي": "i", "ا": "", "ع": "", "ه": "h"}.get(letter, letter) for letter in body)
    return _DOUBLED.sub(r"\1", weak.translate(_SOUNDS)) or "a"


def _latin_sound(word: str) -> str:
    hard = _LONE_C.sub("k", _SOFT_C.sub("s", word))
    for spelling, letter in _LATIN:
        hard = hard.replace(spelling, letter)
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", hard)).rstrip("h")
    if len(bones) > 1:
        return bones
    weak = hard.replace("ou", "u").replace("w", "u").replace("y", "i").replace("o", "u")
    return _DOUBLED.sub(r"\1", re.sub("[ae'-]", "", weak)).rstrip("h") or "a"


@lru_cache(_CACHED)
def _key(word: str) -> str:
    """Return one raw word's sounds, the article that is joined to it in Arabic parted by a space."""
    folded = _folded(word).replace("-", " ").replace("'", " ")
    sounds: list[str] = []
    for piece in folded.split():
        if piece in _ARTICLES:
            sounds.append("l")
        elif piece.startswith("ال") and len(piece) > 4:
            sounds += ["l", _sound(piece[2:])]
        else:
            sounds.append(_sound(piece))
    return " ".join(sounds)


def search_key(text: str) -> str:
    """Return what an index keeps of a name: its folded words, a bar, then its sounds word by word.

    `search_key("الفاسي محمد")` and `search_key("El Fassi Mohamed")` have the same sounds. Cached by word, so
    a hundred thousand names take well under half a second.
    """
    words = text.split()
    return " ".join([_folded(word) for word in words]) + "|" + " ".join([_key(word) for word in words])


class Query:
    """A search made ready once, to be held against many keys."""

    __slots__ = ("_squeezed", "_words")

    def __init__(self, text: str) -> None:
        words = [word for word in text.split() if _folded(word)]
        kept = [word for word in words if _folded(word) not in PARTICLES] or words
        self._words = [(_folded(word), _key(word)) for word in kept]
        self._squeezed = "".join(_key(word) for word in words).replace(" ", "")

    def finds(self, key: str) -> bool:
        """Tell whether every word of the search begins, or sounds like, a word of a name kept by `search_key`."""
        folded, _, sounds = key.partition("|")
        if not self._words:
            return False
        if all(_begins(word, folded) or _sounds(sound, sounds) for word, sound in self._words):
            return True
        return len(self._squeezed) > 2 and _squeezed(self._squeezed, sounds)


def _begins(word: str, folded: str) -> bool:
    return len(word) > 0 and (folded.startswith(word) or f" {word}" in folded)


def _sounds(sound: str, sounds: str) -> bool:
    """Find each sound as a whole word, or from three consonants on as a beginning: mhm is on its way to mhmd."""
    spaced = f" {sounds} "
    return all(
        f" {piece} " in spaced or (len(piece) > 2 and f" {piece}" in spaced) for piece in sound.split() if piece != "l"
    )


def _squeezed(wanted: str, sounds: str) -> bool:
    """Find Benjelloun in Ben Jelloun, Abdelkader in Abd El Kader: neighbouring words read as one."""
    words = sounds.split()
    for start in range(len(words)):
        for end in range(start + 1, min(start + 4, len(words)) + 1):
            if _DOUBLED.sub(r"\1", "".join(words[start:end])) == _DOUBLED.sub(r"\1", wanted):
                return True
    return False


def matches(query: str, text: str) -> bool:
    """Tell whether a search finds a name, whatever the script of either."""
    return Query(query).finds(search_key(text))


_COMPOUND_ENDS = frozenset(
    map(_folded, ("الدين", "الله", "الزهراء", "الزهرة", "الحق", "الرحمان", "الرحمن", "الرحيم", "zahra", "zahrae",
                  "ezzahra", "ezzahrae", "zohra", "eddine", "eddin", "ddine", "allah", "ellah", "lah", "amine"))
)  # fmt: skip
# Given names that carry the article themselves (El Mehdi), or end a compound (Nour El Dine).
_AFTER_ARTICLE = frozenset(("dine", "din", "zahra", "zahrae", "haq", "hak", "mehdi", "mahdi", "houcine", "houssine",
                            "hassan", "hassane", "arbi", "ghali", "mostafa", "kbir", "bachir", "mokhtar"))  # fmt: skip
_TITLES = frozenset(map(_folded, ("moulay", "my", "sidi", "lalla", "si", "مولاي", "سيدي", "للا", "لالة")))


def split_full_name(text: str, family_first: bool = False) -> tuple[str, str]:
    """Split a full name into (given, family) by its capitals, then by the particles that begin a family name.

    `family_first` is what the header says (Nom et prénom), and decides only where nothing else does. A single word
    is returned as the family name. Never raises; the words themselves are not changed.
    """
    words = text.split()
    if len(words) < 2:
        return "", text.strip()
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
        return " ".join(words[1:]), words[0]
    return " ".join(words[:-1]), words[-1]


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _by_capitals(words: list[str], shouted: list[bool]) -> tuple[str, str]:
    family = [word for word, loud in zip(words, shouted, strict=True) if loud]
    given = [word for word, loud in zip(words, shouted, strict=True) if not loud]
    return " ".join(given), " ".join(family)


def _opens_family(words: list[str], at: int, word: str) -> bool:
    """Tell whether a family name begins here; عبد الله, Abd El Kader and نور الدين are given names."""
    folded = _folded(word)
    if at and (_folded(words[at - 1]) in _ABD or _folded(words[at - 1]) in _TITLES):
        return False
    if folded in _COMPOUND_ENDS or (folded in _ARTICLES and at and _is_compound(words, at)):
        return False
    return folded in PARTICLES or (folded.startswith("ال") and len(folded) > 4 and at > 0)


def _is_compound(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and _folded(words[at + 1]) in _AFTER_ARTICLE


def _family_end(words: list[str]) -> int:
    """Return where a family name that opens the full name ends: its particles and one word."""
    return next((at + 1 for at, word in enumerate(words) if _folded(word) not in PARTICLES), len(words))
