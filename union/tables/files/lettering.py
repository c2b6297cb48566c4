"""How much a word, read in one encoding, looks like a French or an Arabic word."""

import re

from union.tables.columns.vocabulary import is_known

_BETWEEN = re.compile("[\x00-&(-,./:-@\\[-`{-~]+")  # ASCII but for letters, ' and -: what Mac Arabic writes above 80
_FRENCH = (
    dict.fromkeys("éèêàçïÉÈÊÀÇÏ", 2.0) | dict.fromkeys("ëâäîôöùûüÿœæËÂÄÎÔÖÙÛÜŸŒÆ", 1.5) | dict.fromkeys("ñáíóú", 0.5)
)
_SIGNS = frozenset(" °ºª’‘“”«»–—…€•\u00a0\u200e\u200f،؛؟٪٫٬\u202f'-")
_ARABIC_SIGNS = frozenset("،؛؟٪٫٬")
_SPLITS_A_WORD = re.compile("[A-Za-z][°ºª“”«»–—…€•][A-Za-z]")
_ELIDED = re.compile("^(?:[cdjlmnst]|qu)’[a-zà-ÿ]", re.IGNORECASE)
_PARTS = re.compile("['’-]")  # l’Église, Marie-Noël: each part has its own capital
_TATWEEL_AND_MARKS = frozenset("ـًٌٍَُِّْ")
# How often each letter comes in Arabic names and headers; the rest of the alphabet counts one.
_ARABIC = dict.fromkeys("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيڭگپڤ", 1.0) | dict.fromkeys("السنيرمدبعحهةفوت", 2.0)
_NAMES = frozenset(
    (
        "محمد",
        "أحمد",
        "احمد",
        "فاطمة",
        "خديجة",
        "حسن",
        "حسين",
        "علي",
        "عمر",
        "يوسف",
        "كريم",
        "سعيد",
        "رشيد",
        "خالد",
        "مريم",
        "سارة",
        "سلمى",
        "نادية",
        "زينب",
        "عائشة",
        "أمين",
        "إدريس",
        "عبد",
        "الله",
        "بن",
        "ايت",
        "أيت",
        "حمزة",
        "ياسين",
        "إلياس",
        "هشام",
        "سميرة",
        "لطيفة",
        "نعيمة",
        "مينة",
        "أمينة",
        "بوشرى",
        "حنان",
        "هند",
        "رضا",
        "أنس",
        "مهدي",
        "مصطفى",
        "إبراهيم",
    )
)
_KNOWN = 6.0  # a word that heads columns or is in everybody's mouth
_FAR_FROM_WORDS = -3.0


def weight(word: bytes, name: str) -> float:
    """How much a word speaks for an encoding: about two for each letter that fits, less than zero where it is none."""
    try:
        text = word.decode(name)
    except UnicodeDecodeError:
        return _FAR_FROM_WORDS * len(word)
    return sum(_weight_of(part) for part in _BETWEEN.split(text) if part)


def _weight_of(text: str) -> float:
    letters = [letter for letter in text if letter not in _SIGNS]
    arabic = sum(letter in _ARABIC or letter in _TATWEEL_AND_MARKS for letter in letters)
    if arabic and arabic == len(letters):
        return _arabic_weight("".join(letters))
    if arabic:
        return _FAR_FROM_WORDS * len(letters)
    return sum(map(_french_weight, _PARTS.split(text))) + _sign_weight(text)


def _arabic_weight(text: str) -> float:
    if len(text) == 1 and text != "و":
        return _FAR_FROM_WORDS / 2
    weight = sum(_ARABIC.get(letter, 0.5) for letter in text)
    weight += 3.0 * text.startswith("ال")
    weight += _KNOWN * (text in _NAMES or is_known(text))
    # These two letters only ever end a word.
    weight += _FAR_FROM_WORDS * sum(letter in "ةى" for letter in text[:-1])
    return weight


def _french_weight(part: str) -> float:
    letters = [letter for letter in part if letter not in _SIGNS]
    plain = sum(letter.isascii() for letter in letters)
    marked = sum(letter in _FRENCH for letter in letters)
    strange = len(letters) - plain - marked
    text = "".join(letters)
    if strange or marked > plain + 1 or not (text.islower() or text.isupper() or text[1:].islower()):
        return _FAR_FROM_WORDS * (strange + marked)
    if marked and len(text) == 1:
        return 1.0 if text in "àÀ" else _FAR_FROM_WORDS / 2
    return sum(_FRENCH.get(letter, 0.0) for letter in letters)


def _sign_weight(text: str) -> float:
    """Signs say little, but where they stand: N°, d’embauche and 50 € are written so, N، and d…embauche are not."""
    weight = 1.0 * (text.casefold() == "n°") + 0.5 * (text == "€") + 1.5 * bool(_ELIDED.match(text))
    return weight - 1.0 * (not _ARABIC_SIGNS.isdisjoint(text)) - 2.0 * len(_SPLITS_A_WORD.findall(text))
