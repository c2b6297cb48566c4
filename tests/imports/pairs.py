"""Pairs of people who are the same or not, made from name lists with real spelling variation: one seed, two halves.

A person has a name in one of its spellings in either script, a telephone, an e-mail address, an employee number and a
date of birth. The pair of the *same* person: another spelling of each word, perhaps the other script, perhaps family
name first, the article written or not; each identifier kept, lost or changed, but at least one kept. *Different* pairs:
brothers and sisters with one telephone; two of one name with other numbers and births; names that sound alike
(Hassan and Hussein, Mohamed and Mahmoud, Said and Saida) with one telephone; strangers.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

# Every spelling of one name, the Arabic ones last; as they stand in rosters and on identity cards.
MEN = (
    ("Mohamed", "Mohammed", "Mohammad", "Mhamed", "محمد"),
    ("Ahmed", "Ahmad", "أحمد", "احمد"),
    ("Youssef", "Yousef", "Yusuf", "يوسف"),
    ("Hassan", "Hasan", "حسن"),
    ("Hussein", "Houcine", "Houssine", "Hossein", "حسين"),
    ("Mahmoud", "Mahmud", "محمود"),
    ("Said", "Saïd", "Saeed", "سعيد"),
    ("Rachid", "Rashid", "رشيد"),
    ("Abdelkader", "Abd El Kader", "Abdelqader", "عبد القادر"),
    ("Abderrahim", "Abdrahim", "عبد الرحيم"),
    ("Noureddine", "Nour Eddine", "Nourdine", "نور الدين"),
    ("Mustapha", "Moustapha", "Mostafa", "مصطفى"),
    ("Khalid", "Khaled", "خالد"),
    ("Omar", "Omer", "عمر"),
    ("Driss", "Idriss", "إدريس"),
    ("Hamza", "حمزة"),
    ("Karim", "Kareem", "كريم"),
    ("Samir", "Sameer", "سمير"),
    ("Mounir", "Munir", "منير"),
    ("Reda", "Réda", "Rida", "رضا"),
    ("Zakaria", "Zakariya", "زكرياء"),
    ("Yassine", "Yassin", "ياسين"),
    ("Anass", "Anas", "أنس"),
    ("Bilal", "Billal", "بلال"),
)
WOMEN = (
    ("Khadija", "Khadijah", "خديجة"),
    ("Fatima Zahra", "Fatima-Zahra", "Fatima Zohra", "فاطمة الزهراء"),
    ("Nadia", "Nadiya", "نادية"),
    ("Saida", "Saïda", "سعيدة"),
    ("Karima", "Kareema", "كريمة"),
    ("Samira", "Sameera", "سميرة"),
    ("Hind", "Hinde", "هند"),
    ("Salma", "Selma", "سلمى"),
    ("Aicha", "Aïcha", "Aisha", "عائشة"),
    ("Meryem", "Mariam", "Maryam", "مريم"),
    ("Latifa", "Lateefa", "لطيفة"),
    ("Sanae", "Sanaa", "سناء"),
    ("Houda", "Huda", "هدى"),
    ("Leila", "Layla", "Laila", "ليلى"),
)
FAMILIES = (
    ("El Fassi", "Fassi", "Elfassi", "الفاسي"),
    ("Tazi", "Et-Tazi", "التازي"),
    ("Naciri", "Nassiri", "الناصري"),
    ("Ben Jelloun", "Benjelloun", "بنجلون"),
    ("Bennani", "Benani", "بناني"),
    ("El Alaoui", "Alaoui", "العلوي"),
    ("Idrissi", "El Idrissi", "الإدريسي"),
    ("Berrada", "Barrada", "برادة"),
    ("Chraibi", "Chraïbi", "الشرايبي"),
    ("El Mernissi", "Mernissi", "المرنيسي"),
    ("Aït Lahcen", "Ait Lahcen", "أيت لحسن"),
    ("Amrani", "El Amrani", "العمراني"),
    ("Ziani", "Zyani", "الزياني"),
    ("Bouazza", "Bou Azza", "بوعزة"),
    ("Sebti", "السبتي"),
    ("Kettani", "Kattani", "الكتاني"),
    ("Filali", "الفيلالي"),
    ("Guessous", "Gessous", "كسوس"),
    ("Lahlou", "لحلو"),
    ("Skalli", "Squalli", "الصقلي"),
    ("Ouazzani", "Wazzani", "الوزاني"),
    ("Rhazi", "Ghazi", "الغازي"),
    ("Chaoui", "الشاوي"),
    ("Daoudi", "الداودي"),
)
CONFUSED = (
    ("Hassan", "Hussein"),
    ("Mohamed", "Mahmoud"),
    ("Said", "Saida"),
    ("Karim", "Karima"),
    ("Samir", "Samira"),
    ("حسن", "حسين"),
    ("سعيد", "سعيدة"),
    ("محمد", "محمود"),
    ("Hassan", "حسين"),
    ("محمود", "Mohamed"),
    ("Said", "سعيدة"),
)


@dataclass(frozen=True)
class Somebody:
    """What a list gives of one person."""

    given: str
    family: str
    phone: str | None
    email: str | None
    number: str | None
    born: date | None


@dataclass(frozen=True)
class Pair:
    known: Somebody
    row: Somebody
    same: bool
    kind: str


def pairs(count: int, seed: int) -> list[Pair]:
    """So many pairs, half of them the same person."""
    chance = random.Random(seed)
    makers = (_siblings, _namesakes, _sounding_alike, _strangers)
    return [_same(chance) if at % 2 == 0 else makers[(at // 2) % len(makers)](chance) for at in range(count)]


def halves(count: int = 3000, seed: int = 20261124) -> tuple[list[Pair], list[Pair]]:
    """The pairs to develop with, and those held out."""
    made = pairs(count, seed)
    random.Random(seed + 1).shuffle(made)
    return made[: count // 2], made[count // 2 :]


def _spelt(chance: random.Random, names: tuple[str, ...], arabic: bool) -> str:
    fitting = [name for name in names if ("\u0600" < name[0] < "\u0700") is arabic]
    return chance.choice(fitting or list(names))


def _identifiers(chance: random.Random) -> dict[str, object]:
    return {
        "phone": f"+2126{chance.randrange(10**8):08d}",
        "email": f"p{chance.randrange(10**7)}@example.ma",
        "number": str(chance.randrange(1000, 99999)),
        "born": date(1960, 1, 1) + timedelta(days=chance.randrange(15000)),
    }


def _person(chance: random.Random, given: tuple[str, ...], family: tuple[str, ...], arabic: bool) -> Somebody:
    marks: Any = _identifiers(chance)
    return Somebody(_spelt(chance, given, arabic), _spelt(chance, family, arabic), **marks)


def _same(chance: random.Random) -> Pair:
    given, family = chance.choice((*MEN, *WOMEN)), chance.choice(FAMILIES)
    known = _person(chance, given, family, chance.random() < 0.3)
    row = replace(
        known, given=_spelt(chance, given, chance.random() < 0.3), family=_spelt(chance, family, chance.random() < 0.3)
    )
    if chance.random() < 0.2:
        row = replace(row, given=row.family, family=row.given)
    kept = chance.choice(("phone", "email", "number", "born"))
    fresh = _identifiers(chance)
    for name in ("phone", "email", "number", "born"):
        lot = chance.random()
        if name != kept and lot < 0.35:
            row = replace(row, **{name: None})
        elif name in ("phone", "email") and name != kept and lot < 0.55:
            row = replace(row, **{name: fresh[name]})
    return Pair(known, row, True, "same")


def _siblings(chance: random.Random) -> Pair:
    family = chance.choice(FAMILIES)
    first, second = chance.sample((*MEN, *WOMEN), 2)
    known = _person(chance, first, family, chance.random() < 0.3)
    row = _person(chance, second, family, chance.random() < 0.3)
    return Pair(known, replace(row, phone=known.phone), False, "siblings")


def _namesakes(chance: random.Random) -> Pair:
    given, family = chance.choice(MEN), chance.choice(FAMILIES)
    known, row = (_person(chance, given, family, chance.random() < 0.3) for _ in range(2))
    lost = chance.choice(("phone", "email"))
    return Pair(known, replace(row, **{lost: None}), False, "namesakes")


def _sounding_alike(chance: random.Random) -> Pair:
    family, names = chance.choice(FAMILIES), list(chance.choice(CONFUSED))
    chance.shuffle(names)
    known, row = (_person(chance, (name,), family, chance.random() < 0.3) for name in names)
    return Pair(known, replace(row, phone=known.phone, born=None, number=None), False, "sounding alike")


def _strangers(chance: random.Random) -> Pair:
    known, row = (
        _person(chance, chance.choice((*MEN, *WOMEN)), chance.choice(FAMILIES), chance.random() < 0.3) for _ in range(2)
    )
    return Pair(known, row, False, "strangers")
