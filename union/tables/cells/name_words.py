"""The words of a name as they are heard: without articles, joined where two are one name, long for what is cut
short."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from union.tables.cells.names import ABD, ARTICLES, COMPOUND_ENDS, PARTICLES, fold, search_key

OPENING = (PARTICLES - ARTICLES) | ABD  # written to the next word, or apart from it
CLOSING = (COMPOUND_ENDS | {"dine", "din"}) - {
    "amine"
}  # Mohamed Amine has two names, in either order; Amine is a last name too
_OPENING_WITH_ARTICLE = re.compile("^(ai?t|ayt|ben|bou|ould)([ae]l)(?=$|[^aeiouy])")  # Aitel Haj, Aitelhaj
_NO_ARTICLE = (  # names that begin so
    "elias",
    "elian",
    "elyas",
    "elyes",
    "elham",
    "elhem",
    "elis",
    "elyn",
    "elin",
    "elen",
    "eloi",
    "eleo",
    "اليا",
    "الهام",
)
# Lamrani, Lahbib, Lhoucine; Laaroussi, Laroussi, Lamine; لمرابط. Not Lahcen, who is not Hassan.
_SPOKEN_ARTICLE = re.compile(
    "^l[ae]?(?=[^aeiouylw][^aeiouywh])|^l(?=[^aeiouylw])|^l(?=aa|ar[ouw]|am[iy]n|(?:ou|w)[ae](?!y))|^ل(?=[^اويل])"
)
_OF_ITS_OWN = ("lahs", "lahc", "lat", "لطيف", "لحسن", "لبن", "لمي", "لقم", "لبي")
_ASSIMILATED = re.compile(r"^e(?!zzed)([srtnzd]|ch|sh)\1(?=[aeiouy]..)")  # Essaidi, Errachidi; not Ezzedine
_ASSIMILATED_APART = frozenset(("ech", "esh", "en", "enn", "et", "ett", "er", "err", "es", "ess", "ez", "ed", "edd"))
_ARTICLES = ARTICLES | _ASSIMILATED_APART
_ONE_LETTER = re.compile(r"(?<![^\s-])(\w)['’](?=\w)")  # M'hamed, L'houcine
_TWO_AS_ONE = re.compile(
    r"\b(m[ou]*hamm?[ae]d|محمد)(?=(?:amine?|reda|امين|رضا)\b)|^(abou|ابو)(?=...)"
)  # Mohamedamine, Aboubakr
_APART = str.maketrans("-'’.", "    ")
_LONG_FOR = {
    **dict.fromkeys(("med", "md", "mohd", "moh", "mhd", "mohmed"), "mohamed"),
    **dict.fromkeys(("my", "mly"), "moulay"),
    "lla": "lalla",
    "fz": "fatimazahra",
    **dict.fromkeys(("rizlane", "rizlan"), "ghizlane"),
    "الاله": "ايلاه",  # not Allah, though of the same consonants
}


class Heard(NamedTuple):
    """A word of a name: folded, its sounds alike in both scripts, and how an Arabic word is also heard."""

    word: str
    sound: str
    also: str

    def sounds_as(self, other: Heard) -> bool:
        return self.sound == other.sound or self.also == other.sound or self.sound == other.also


@lru_cache(1 << 15)
def heard(name: str) -> tuple[Heard, ...]:
    """The words of a name without articles, those that are written as one joined: Ben Jelloun, نور الدين, Abd El
    Kader."""
    glued: list[str] = []
    open_ = False
    for written in _apart(name):
        for word, bare in _words(written):
            if open_ or (glued and word.replace("y", "i") in CLOSING):
                glued[-1] = _as_one(glued[-1] if open_ else re.sub("[هa]$", "", glued[-1]), bare)
            else:
                glued.append(word if word in OPENING else bare)
            open_ = word in OPENING
    return tuple(map(_heard, glued))


def _apart(name: str) -> list[str]:
    """What stands between spaces, hyphens and apostrophes; one letter before an apostrophe stays with what follows."""
    if "'" in name or "’" in name:
        name = _ONE_LETTER.sub(r"\1", name)
    return name.translate(_APART).split()


@lru_cache(1 << 15)
def _words(written: str) -> tuple[tuple[str, str], ...]:
    """What is written as one, folded, as one word or two, and without its article; none for an article alone."""
    words = [_LONG_FOR.get(word, word) for word in _TWO_AS_ONE.sub(r"\g<0> ", fold(written)).split()]
    whole = [
        _OPENING_WITH_ARTICLE.sub(r"\1e" if len(word) > 6 else r"\1", word) for word in words if word not in _ARTICLES
    ]
    return tuple((word, _bare(word)) for word in whole)


@lru_cache(1 << 15)
def _heard(word: str) -> Heard:
    return Heard(word, _sound(word), _sound(_also(word)))


def _as_one(before: str, word: str) -> str:
    """Two words written as one: Fatima Zohra is Fatima Zahra, and the h of Ait Haj makes no th."""
    between = "e" if before.endswith(("t", "d")) and word.startswith("h") else ""
    return before + between + word.replace("zohra", "zahra")


def _also(word: str) -> str:
    """ظ is a d or a z (Hafida, Hafiza), and ت before ه is one letter to who reads th (Thami)."""
    return word.replace("ظ", "ز").replace("ته", "ت")


def _bare(word: str) -> str:
    """A word without the article that is written to it."""
    if word.startswith(("ال", "el")) and len(word) > 5 - word.startswith("ا") and not word.startswith(_NO_ARTICLE):
        return word[2:]  # Elfassi, Elalaoui; not Elias
    if len(word) < 4 or word.startswith(_OF_ITS_OWN):
        return word
    return _ASSIMILATED.sub(r"\1", _SPOKEN_ARTICLE.sub("", word))


@lru_cache(1 << 15)
def _sound(word: str) -> str:
    """The consonants; g and k are one (كسوس is Guessous), rh is gh (Rhazi), and the l of Abdel is not always heard."""
    kept = [piece for piece in search_key(word.replace("rh", "gh")).split() if piece.isupper()]
    sound = kept[-1] if kept else word
    if len(sound) > 3 and sound.endswith("I"):
        sound = sound[:-1]  # a short name of vowels: ليلى is Leila
    return re.sub("^BDL(?=.)", "BD", sound).replace("G", "K")
