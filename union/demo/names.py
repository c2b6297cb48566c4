"""Given and family names common in Morocco, in both scripts; put together by chance, they name nobody."""

from __future__ import annotations

_WOMEN = """
Khadija خديجة · Fatima Zahra فاطمة الزهراء · Salma سلمى · Imane إيمان · Hajar هاجر · Meryem مريم · Nadia نادية · \
Sanaa سناء
Ghizlane غزلان · Loubna لبنى · Ikram إكرام · Zineb زينب · Asmae أسماء · Houda هدى · Kaoutar كوثر · Oumaima أميمة
Chaimae شيماء · Siham سهام · Naima نعيمة · Latifa لطيفة · Hanane حنان · Wiam وئام · Rajae رجاء · Soukaina سكينة
Yousra يسرى · Dounia دنيا · Amal أمل · Btissam ابتسام · Nisrine نسرين · Hafsa حفصة · Maryam مريم · Samira سميرة
"""
_MEN = """
Mohamed محمد · Youssef يوسف · Ayoub أيوب · Anass أنس · Hamza حمزة · Omar عمر · Yassine ياسين · Mehdi مهدي
Rachid رشيد · Abdelilah عبد الإله · Soufiane سفيان · Othmane عثمان · Zakaria زكرياء · Ilyas إلياس · Karim كريم · \
Amine أمين
Badr بدر · Hicham هشام · Said سعيد · Mustapha مصطفى · Abderrahim عبد الرحيم · Tarik طارق · Nabil نبيل · Reda رضا
Marouane مروان · Adil عادل · Jawad جواد · Khalid خالد · Brahim إبراهيم · Lahcen لحسن · Driss إدريس · Ismail إسماعيل
"""
_FAMILIES = """
Bennani بناني · El Idrissi الإدريسي · Alaoui العلوي · Benjelloun بنجلون · Tazi التازي · Berrada برادة · Chraibi الشرايبي
Fassi Fihri الفاسي الفهري · Lahlou لحلو · Ouahbi وهبي · Ait Lahcen آيت لحسن · Amrani العمراني · El Fassi الفاسي · \
Naciri الناصري
Ziani الزياني · Benali بنعلي · Bouzidi البوزيدي · El Khattabi الخطابي · Sebti السبتي · Kabbaj القباج · Mansouri المنصوري
Haddad الحداد · Najjar النجار · Cherkaoui الشرقاوي · Filali الفيلالي · Daoudi الداودي · Rami الرامي · Skalli الصقلي
Belhaj بلحاج · Ouazzani الوزاني · Hammouchi حموشي · El Guerrouj الكروج · Bensaid بنسعيد · Zerouali الزروالي · Jabri \
الجابري
Moutawakil المتوكل · Sefrioui الصفريوي · Lamrini المريني · Azzouzi العزوزي · Bakkali البقالي · Kettani الكتاني · \
Slaoui السلاوي
El Mokhtari المختاري · Boukhari البخاري · Hilali الهلالي · Ait Ouarab آيت وعراب · Oubella أوبلا
Tahiri الطاهري · Rachidi الرشيدي · Bouchikhi بوشيخي · Meziane مزيان · El Ghazi الغازي · Jebli الجبلي · Riahi الرياحي
"""
# What agents of French lines are told to call themselves.
ALIASES = ("Sophie", "Thomas", "Julie", "Nicolas", "Camille", "Julien", "Claire", "Antoine", "Léa", "Vincent", "Laura")

Pair = tuple[str, str]


def _pairs(text: str) -> tuple[Pair, ...]:
    """Each entry's Latin and Arabic halves: the first Arabic letter parts them."""
    found = []
    for entry in text.replace("\n", " · ").split(" · "):
        at = next((place for place, sign in enumerate(entry) if "\u0600" <= sign <= "\u06ff"), 0)
        if at:
            found.append((entry[:at].strip(), entry[at:].strip()))
    return tuple(found)


WOMEN, MEN, FAMILIES = _pairs(_WOMEN), _pairs(_MEN), _pairs(_FAMILIES)
