"""A second maker of pairs, independent of `pairs`: how Moroccan names are really written down, and who is confused with
whom.

Names are made from an Arabic original by rules of transcription (French, English, what people write in messages), not
picked from lists of spellings: a clerk of the civil registry writes Lahcen, Moulay Hafid, Ould Cheikh, Aït Ouarab; the
list of a call centre drops the article, glues Abd to what follows, swaps the two names, mistypes a letter, cuts a
double name. *Different* people are those who really stand in one workplace together: twins born on one day with one
telephone, father and son of one name, brothers whose names begin alike, three Mohamed Alami of one year, a husband who
gave his wife's number, whoever got the employee number of somebody who left.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tests.imports.pairs import Pair, Somebody

# Arabic, then what is heard, letter by letter; each sound has its ways in `WAYS`.
MEN = {
    "محمد": "muhammad",
    "أحمد": "ahmad",
    "الحسن": "al-hasan",
    "لحسن": "lahsan",
    "الحسين": "al-Husayn",
    "مبارك": "mbarak",
    "إبراهيم": "ibrahym",
    "عمر": "3umar",
    "عثمان": "3uTman",
    "علي": "3aly",
    "عبد الله": "3abdallah",
    "عبد الرحمن": "3abd-ar-raHman",
    "عبد الغني": "3abd-al-Gany",
    "عبد العزيز": "3abd-al-3azyz",
    "عبد الحق": "3abd-al-Haqq",
    "عبد اللطيف": "3abd-al-laTyf",
    "نور الدين": "nwr-ad-dyn",
    "عز الدين": "3izz-ad-dyn",
    "صلاح الدين": "SalaH-ad-dyn",
    "جمال": "jamal",
    "كمال": "kamal",
    "رشيد": "racyd",
    "هشام": "hicam",
    "خالد": "Xalid",
    "طارق": "Tariq",
    "توفيق": "tawfyq",
    "جواد": "jawad",
    "فؤاد": "fu2ad",
    "رضوان": "ridwan",
    "مروان": "marwan",
    "أيوب": "ayywb",
    "يونس": "ywnus",
    "ياسر": "yasir",
    "زهير": "zuhayr",
    "بوشعيب": "bwc3ayb",
    "ميلود": "mylwd",
    "العربي": "al-3arby",
    "التهامي": "at-thamy",
    "إدريس": "idrys",
    "المختار": "al-muXtar",
    "سفيان": "sufyan",
    "أمازيغ": "amaziG",
    "يوبا": "ywba",
    "إيدير": "ydyr",
    "يوغرطة": "ywGurTa",
    "ماسين": "masyn",
    "أغيلاس": "aGylas",
}
WOMEN = {
    "فاطمة": "faTima",
    "فاطمة الزهراء": "faTima-az-zahra2",
    "خديجة": "Xadyja",
    "عائشة": "3a2ica",
    "زينب": "zaynab",
    "مريم": "maryam",
    "أمينة": "amyna",
    "سميرة": "samyra",
    "نعيمة": "na3yma",
    "رقية": "ruqayya",
    "حفيظة": "Hafyza",
    "لطيفة": "laTyfa",
    "سكينة": "sukayna",
    "هاجر": "hajar",
    "غزلان": "Gizlan",
    "حنان": "Hanan",
    "إيمان": "yman",
    "وفاء": "wafa2",
    "شيماء": "cayma2",
    "أسماء": "asma2",
    "هناء": "hana2",
    "بشرى": "bucra",
    "نجوى": "najwa",
    "ليلى": "layla",
    "سلوى": "salwa",
    "كنزة": "kanza",
    "تودة": "twda",
    "إيطو": "yTTw",
    "تيليلا": "tylyla",
    "تازيري": "tazyry",
    "تفاوين": "tfawyn",
}
FAMILIES = {
    "العلوي": "al-3alawy",
    "العلمي": "al-3alamy",
    "الإدريسي": "al-idrysy",
    "بنعلي": "ban-3aly",
    "بن عمر": "ban-3umar",
    "بنشقرون": "ban-caqrwn",
    "بنكيران": "ban-kyran",
    "بوزيان": "bw-zyan",
    "بوشتى": "bw-cta",
    "ولد الشيخ": "wald-ac-cayX",
    "أيت أوعراب": "ayt-aw3arab",
    "أيت بها": "ayt-baha",
    "أيت الحاج": "ayt-al-Haj",
    "أوحمو": "uHammw",
    "أوعلي": "u3aly",
    "الصغير": "aS-SaGyr",
    "الطاهري": "aT-Tahry",
    "الزهري": "az-zuhry",
    "السعيدي": "as-sa3ydy",
    "الرحماني": "ar-raHmany",
    "الشرقاوي": "ac-carqawy",
    "الدكالي": "ad-dukkaly",
    "الخطابي": "al-XaTTaby",
    "القادري": "al-qadry",
    "الغربي": "al-Garby",
    "الحداد": "al-Haddad",
    "الخياط": "al-Xayyat",
    "المنصوري": "al-manSwry",
    "اليعقوبي": "al-ya3qwby",
    "الوردي": "al-wardy",
    "بلحاج": "bel-Haj",
    "لعروسي": "la3rwsy",
    "لمرابط": "lamrabT",
    "حجي": "Hajjy",
    "مزيان": "mazyan",
    "زروال": "zarwal",
    "أزولاي": "azwlay",
    "أمغار": "amGar",
    "أكرام": "agram",
    "إيموزار": "ymwzar",
    "تيزنيتي": "tyznyty",
}
WAYS: dict[str, tuple[str, ...]] = {
    "X": ("kh",),
    "G": ("gh", "rh"),
    "c": ("ch", "sh"),
    "3": ("",),
    "2": ("",),
    "q": ("k", "q"),
    "T": ("t",),
    "S": ("s",),
    "H": ("h",),
    "w": ("ou", "ou", "w"),
    "y": ("i", "i", "y"),
    "j": ("j",),
    "g": ("g",),
    "u": ("ou", "o", "u"),
    "i": ("i", "e"),
    "a": ("a",),
}
ARTICLES = frozenset(("al", "ar", "ad", "az", "as", "ac", "at", "aT", "aS"))
GLUED = {"ban": ("Ben",), "bw": ("Bou",), "wald": ("Ould",), "ayt": ("Ait", "Aït", "Ayt")}  # Ben Chekroun, Benchekroun
NICKNAMES = {"محمد": ("Simo", "Moha"), "فاطمة": ("Fati", "Fatou"), "خديجة": ("Khadouj",), "أمينة": ("Mina",)}
NEXT_KEY = {
    "a": "z",
    "e": "r",
    "i": "o",
    "o": "p",
    "m": "n",
    "n": "b",
    "s": "d",
    "r": "t",
    "d": "f",
    "h": "j",
    "l": "k",
}
ENGLISH = WAYS | {"c": ("sh",), "w": ("oo", "w"), "u": ("u", "o"), "G": ("gh",)}


def latin(sound: str, chance: random.Random) -> str:
    """One Latin spelling of what is heard: French or English all through, and a hand's own ways."""
    ways = ENGLISH if chance.random() < 0.15 else WAYS
    parts, written = sound.split("-"), ""
    for at, part in enumerate(parts):
        if part not in ARTICLES or at == len(parts) - 1:
            apart = at > 0 and parts[at - 1] in GLUED and chance.random() < 0.5
            written += (" " if apart else "") + (
                chance.choice(GLUED[part]) if part in GLUED else _letters(part, chance, ways)
            )
        elif at == 0:
            written += chance.choice(("", "", "El ", "El ", "El", "Al ", "Al-"))
        elif part == "al":  # Abd el Ghani, Abdelghani
            written += chance.choice(("el", " el ", "el "))
        else:  # Abderrahman, Nour Eddine
            written += chance.choice(("", " ")) + "e" + _letters(part[1], chance, ways)
    return " ".join(word[:1].upper() + word[1:] for word in written.split())


def _letters(part: str, chance: random.Random, ways: dict[str, tuple[str, ...]]) -> str:
    spread = part.replace("ay", chance.choice(("ay", "ey", "aey"))) if part != "ayt" else part
    found = ""
    for at, sound in enumerate(spread):
        between = 0 < at < len(spread) - 1 and spread[at - 1] in "aiuwy" and spread[at + 1] in "aiuwy"
        found += (
            chance.choice(("ss", "ss", "s")) if sound == "s" and between else chance.choice(ways.get(sound, (sound,)))
        )
    return found.replace("aei", "ai").replace("aey", "ay").replace("aa", "a").replace("uu", "u")


def _mistyped(name: str, chance: random.Random) -> str:
    """One slip of the fingers: a letter left out, twice, swapped with the next, or the key beside it."""
    at = chance.randrange(1, max(2, len(name) - 1))
    slips: tuple[Callable[[], str], ...] = (
        lambda: name[:at] + name[at + 1 :],
        lambda: name[:at] + name[at] + name[at:],
        lambda: name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
        lambda: name[:at] + NEXT_KEY.get(name[at], name[at]) + name[at + 1 :],
    )
    return chance.choice(slips)()


def _arabic(name: str, chance: random.Random) -> str:
    """As people type it: without hamza, the ta marbuta as ha, the last ya without its points."""
    if chance.random() < 0.4:
        name = name.replace("أ", "ا").replace("إ", "ا").replace("ؤ", "و").replace("ئ", "ي")
    if chance.random() < 0.2:
        name = name.replace("ة", "ه")
    return name.replace("ي", "ى") if name.endswith("ي") and chance.random() < 0.1 else name


def _identifiers(chance: random.Random) -> dict[str, object]:
    return {
        "phone": f"+2126{chance.randrange(10**8):08d}",
        "email": f"q{chance.randrange(10**7)}@example.ma",
        "number": str(chance.randrange(1000, 99999)),
        "born": date(1965, 1, 1) + timedelta(days=chance.randrange(13000)),
    }


def _written(chance: random.Random, given: str, family: str) -> tuple[str, str]:
    """A person's two names as one list has them."""
    sounds = MEN | WOMEN
    if chance.random() < 0.25:
        return _arabic(given, chance), _arabic(family, chance)
    first, last = latin(sounds[given], chance), latin(FAMILIES[family], chance)
    return (first, last.upper()) if chance.random() < 0.4 else (first, last)


def _person(chance: random.Random, given: str, family: str) -> Somebody:
    first, last = _written(chance, given, family)
    return Somebody(first, last, **_identifiers(chance))  # type: ignore[arg-type]  # each of its own type


def _same(chance: random.Random) -> Pair:
    given, family = chance.choice((*MEN, *WOMEN)), chance.choice(tuple(FAMILIES))
    known = _person(chance, given, family)
    first, last = _written(chance, given, family)
    kind, lot = "spelling", chance.random()
    if lot < 0.10:
        first, last, kind = last, first, "swapped"
    elif lot < 0.18:
        first, last, kind = (
            (_mistyped(first, chance), last, "typo")
            if chance.random() < 0.5
            else (first, _mistyped(last, chance), "typo")
        )
    elif lot < 0.22 and given in NICKNAMES:
        first, kind = chance.choice(NICKNAMES[given]), "nickname"
    elif lot < 0.26:
        first, kind = f"{first} {latin(chance.choice(tuple(MEN.values())), chance)}", "second name"
    fresh, kept = _identifiers(chance), chance.choice(("phone", "email", "number", "born"))
    row = replace(known, given=first, family=last)
    for name in ("phone", "email", "number", "born"):
        if name != kept and (lot := chance.random()) < 0.5:
            row = replace(row, **{name: fresh[name] if name in ("phone", "email") and lot < 0.2 else None})
    return Pair(known, row, True, kind)


def _twins(chance: random.Random) -> Pair:
    """Born on one day, of one family, with one telephone, and names that rhyme."""
    first, second = chance.choice(
        (
            ("الحسن", "الحسين"),
            ("مروان", "رضوان"),
            ("هناء", "وفاء"),
            ("لطيفة", "حفيظة"),
            ("جمال", "كمال"),
            ("نجوى", "سلوى"),
        )
    )
    family = chance.choice(tuple(FAMILIES))
    known, row = _person(chance, first, family), _person(chance, second, family)
    return Pair(known, replace(row, phone=known.phone, born=known.born, number=None), False, "twins")


def _father_and_son(chance: random.Random) -> Pair:
    """One name, one telephone, thirty years between them."""
    given, family = chance.choice(tuple(MEN)), chance.choice(tuple(FAMILIES))
    known, row = _person(chance, given, family), _person(chance, given, family)
    assert known.born
    return Pair(
        known,
        replace(row, phone=known.phone, born=known.born + timedelta(days=30 * 365), number=None),
        False,
        "father and son",
    )


def _namesakes(chance: random.Random) -> Pair:
    """Mohamed Alami and Mohamed Alami: two people of one workplace, whose lists say little."""
    known, row = _person(chance, "محمد", "العلمي"), _person(chance, "محمد", "العلمي")
    lost = chance.choice((("born",), ("number",), ("born", "number"), ("phone", "born")))
    return Pair(known, replace(row, **dict.fromkeys(lost)), False, "namesakes")


def _siblings(chance: random.Random) -> Pair:
    first, second = chance.sample((*MEN, *WOMEN), 2)
    family = chance.choice(tuple(FAMILIES))
    known, row = _person(chance, first, family), _person(chance, second, family)
    return Pair(known, replace(row, phone=known.phone), False, "siblings")


def _couple(chance: random.Random) -> Pair:
    known = _person(chance, chance.choice(tuple(MEN)), chance.choice(tuple(FAMILIES)))
    row = _person(chance, chance.choice(tuple(WOMEN)), chance.choice(tuple(FAMILIES)))
    return Pair(known, replace(row, phone=known.phone, email=known.email), False, "couple")


def _number_again(chance: random.Random) -> Pair:
    """Whoever came after somebody who left was given their number."""
    known, row = (_person(chance, chance.choice((*MEN, *WOMEN)), chance.choice(tuple(FAMILIES))) for _ in range(2))
    return Pair(known, replace(row, number=known.number), False, "number given again")


DIFFERENT = (_twins, _father_and_son, _namesakes, _siblings, _couple, _number_again)


def halves(count: int = 4000, seed: int = 19570110) -> tuple[list[Pair], list[Pair]]:
    """The pairs to develop with, and those held out; half of each are one person."""
    chance = random.Random(seed)
    made = [_same(chance) if at % 2 == 0 else DIFFERENT[at // 2 % len(DIFFERENT)](chance) for at in range(count)]
    chance.shuffle(made)
    return made[: count // 2], made[count // 2 :]
