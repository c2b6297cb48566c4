"""Fold names so that a search finds them across spellings and scripts: محمد, Mohamed, Mhamed; الفاسي, El Fassi."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain, product

ARTICLES = frozenset(("el", "al", "ال", "l"))
_LINKS = frozenset(
    ("ben", "bel", "bent", "bint", "ibn", "ould", "ait", "ayt", "bou", "بن", "ابن", "بنت", "ولد", "ايت", "بو", "او")
)
ABD = frozenset(("عبد", "abd", "abde", "abdel", "abdul", "abdoul"))
PARTICLES = ARTICLES | _LINKS

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
    ("tch", "c"),
    ("sch", "c"),
    ("sh", "c"),
    ("ch", "c"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("dj", "j"),
    ("q", "k"),
    ("p", "b"),
    ("v", "f"),
    ("x", "ks"),
)
_SOFT_C = re.compile("c(?=[eiy])")
_LONE_C = re.compile("c(?!h)")
_UNWRITTEN_U = re.compile("^(?:ou?|u)(?=[^aeiouyw])")  # Oumaima is أميمة
_VOWELS = re.compile("[aeiouyw'-]+")
_DOUBLED = re.compile(r"(.)\1+")
_CACHED = 1 << 16


@lru_cache(_CACHED)
def _folded(word: str) -> str:
    """Fold one word: compatible forms, no marks, no tatweel, one form per Arabic letter, no accents, no case."""
    spread = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(letter for letter in spread if unicodedata.category(letter) not in ("Mn", "Cf", "Me"))
    bare = bare.replace("اة", "ات")  # said so: نجاة is Najat
    return " ".join(bare.translate(_ARABIC).casefold().split())


def fold(text: str) -> str:
    """Return the text as compared within one script: أحمد and احمد are equal, and so are Réda and REDA.

    Words are parted by one space; nothing is transliterated. Never raises.
    """
    return " ".join([folded for word in text.split() if (folded := _folded(word))])


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


def hard(word: str) -> str:
    """A folded Latin word with one letter for each consonant, however it is spelt."""
    plain = _LONE_C.sub("k", _SOFT_C.sub("s", word))
    for spelling, letter in _LATIN:
        plain = plain.replace(spelling, letter)
    return plain


def _latin_sound(word: str) -> str:
    plain = hard(word)
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", plain)).rstrip("h")
    if len(bones) > 1:
        return bones
    plain = _UNWRITTEN_U.sub("", plain)
    weak = plain.replace("ou", "u").replace("w", "u").replace("y", "i").replace("o", "u")
    return _DOUBLED.sub(r"\1", re.sub("[ae'-]", "", weak)).rstrip("h") or "a"


COMPOUND_ENDS = frozenset(
    map(
        _folded,
        (
            "الدين",
            "الله",
            "الزهراء",
            "الزهرة",
            "الحق",
            "الرحمان",
            "الرحمن",
            "الرحيم",
            "zahra",
            "zahrae",
            "azzahra",
            "azzahrae",
            "ezzahra",
            "ezzahrae",
            "ezzohra",
            "zohra",
            "eddine",
            "eddin",
            "ddine",
            "allah",
            "ellah",
            "lah",
            "amine",
        ),
    )
)
Word = tuple[str, str, int, str]
Unit = list[
    list[frozenset[str]]
]  # what must be found, by one of its ways; a way is sets of which a name has one of each
_PLAIN, _OPENS, _CLOSES = 0, 1, 2
_NO_ARTICLE = frozenset(("الياس", "الهام", "اليسا", "الين"))  # names that only look as if they had one
_SUN = frozenset("TDRZSCNL")  # before these the l of the article is not heard: Abderrahim, Noureddine


@lru_cache(_CACHED)
def _word(raw: str) -> Word:
    """Return a word folded, its sounds in capitals (the article that Arabic joins parted), how it holds on to its
    neighbours, and its sounds with the article heard, where it is (Elfassi)."""
    folded = _folded(raw)
    sounds: list[str] = []
    for piece in folded.replace("-", " ").replace("'", " ").split():
        if piece in ARTICLES:
            sounds.append("L")
        elif piece.startswith("ال") and len(piece) > 4 and raw[0] == "ا" and piece not in _NO_ARTICLE:
            sounds += ["L", _sound(piece[2:]).upper()]
        else:
            sounds.append(_sound(piece).upper())
    kind = _OPENS if folded in PARTICLES or folded in ABD else _CLOSES if folded in COMPOUND_ENDS else _PLAIN
    whole = _heard(sounds) if len(sounds) > 1 and sounds[0] == "L" else ""
    return folded, " ".join(sounds), kind, f" {whole}" if whole.startswith("L") else ""


def _runs(words: list[Word]) -> list[tuple[int, int]]:
    """Return where words are often written as one: Ben Jelloun, Abd El Kader, نور الدين (start and end)."""
    runs: list[tuple[int, int]] = []
    start = 0
    for at in range(len(words)):
        holds = words[at][2] == _OPENS or (at + 1 < len(words) and words[at + 1][2] == _CLOSES)
        if holds and at + 1 < len(words):
            continue
        if at > start:
            runs.append((start, at + 1))
        start = at + 1
    return runs


def _as_one(words: list[Word]) -> str:
    """Return the sounds of several words said as one."""
    return _heard(" ".join(word[1] for word in words).split())


def _heard(pieces: list[str]) -> str:
    heard = [
        piece
        for at, piece in enumerate(pieces)
        if not (piece == "L" and at + 1 < len(pieces) and pieces[at + 1][0] in _SUN)
    ]
    return _DOUBLED.sub(r"\1", "".join(heard))


def search_key(text: str) -> str:
    """Return what an index keeps of a name: its folded words, then their sounds in capitals, each set off by spaces.

    The sounds of "الفاسي محمد" and of "El Fassi Mohamed" are the same. Cached by word; about 2 µs a name.
    """
    words = [_word(word) for word in text.split()]
    key = " ".join([word[0] for word in words]) + "  " + " ".join([word[1] + word[3] for word in words])
    if any(word[2] for word in words):
        key += "".join([" " + _as_one(words[start:end]) for start, end in _runs(words)])
    return f" {key} "


class Query:
    """A search made ready once, to be held against many keys."""

    __slots__ = ("_units",)

    def __init__(self, text: str) -> None:
        words = [found for word in text.split() if (found := _word(word))[0]]
        kept = [word for word in words if word[0] not in PARTICLES] or words
        inside = {at for start, end in _runs(words) for at in range(start, end)}
        alone = [word for at, word in enumerate(words) if at not in inside and word in kept]
        # A unit is what must be found, by one of its ways; a way is a list of strings that all stand in the key.
        self._units = [_ways(word) for word in alone]
        for start, end in _runs(words):
            run = words[start:end]
            apart = [_ways(word) for word in run if word[0] not in PARTICLES] or [_ways(word) for word in run]
            ways = [[f" {_as_one(run)} "]]
            ways += [[probe for way in each for probe in way] for each in product(*apart)]
            self._units.append(ways)

    def finds(self, key: str) -> bool:
        """Tell whether every word of the search begins, or sounds like, a word of a name kept by `search_key`."""
        for ways in self._units:
            for way in ways:
                for probe in way:
                    if probe not in key:
                        break
                else:
                    break
            else:
                return False
        return bool(self._units)

    def among(self, parts: Mapping[str, str]) -> list[Unit]:
        """Return which parts of names answer, each given with its `search_key`; nothing where nothing is asked.

        A name whose key is those of its parts one after the other is found by `finds` exactly if it has, for each unit,
        a part in every set of one of its ways: what is looked for holds no two spaces, so it never lies over a seam.
        """
        return [self._answering(ways, parts) for ways in self._units]

    @staticmethod
    def _answering(ways: list[list[str]], parts: Mapping[str, str]) -> Unit:
        if all(len(way) == 1 for way in ways):
            return [[frozenset(chain.from_iterable(_holding(probe, parts) for (probe,) in ways))]]
        return [[frozenset(_holding(probe, parts)) for probe in way] for way in ways]


def _holding(probe: str, parts: Mapping[str, str]) -> list[str]:
    return [part for part, key in parts.items() if probe in key]


def _ways(word: Word) -> list[list[str]]:
    """Return the ways to find one word: as the beginning of a written word, or by its sounds.

    From three consonants on a beginning is enough: mhm is on its way to mhmd.
    """
    sounds = [piece for piece in word[1].split() if piece != "L"] or word[1].split()
    ways = [[f" {word[0]}"], [f" {piece}" if len(piece) > 2 else f" {piece} " for piece in sounds]]
    return [*ways, [f"{word[3]} "]] if word[3] else ways


def matches(query: str, text: str) -> bool:
    """Tell whether a search finds a name, whatever the script of either."""
    return Query(query).finds(search_key(text))
