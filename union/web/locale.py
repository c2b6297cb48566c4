"""The reader's language and how it writes days, distances, numbers and dirhams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, cast
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from flask import Flask, Response, g, has_app_context, request
from flask_babel import Babel, Domain, force_locale, get_domain, gettext, ngettext
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

from union.access import asking
from union.languages.translated import translated
from union.law.sources.sentence import COMMA
from union.web import cookies

LANGUAGES = {"fr": "Français", "ar": "العربية", "en": "English"}
DEFAULT = "fr"
COOKIE = "language"
ASKED = "lang"  # in the address, or the button of a form that is shown again in another language
CASABLANCA = ZoneInfo("Africa/Casablanca")
# Moroccan Arabic writes Western digits and its own month names; the rest of the Arab world does not.
_BABEL = {"fr": "fr_MA", "ar": "ar_MA", "en": "en_GB"}
_FIGURES = {**_BABEL, "ar": "fr_MA"}  # one sum is written alike in both languages: 16 335,08


def today() -> date:
    """The day in Casablanca: deadlines are dates there, wherever the server stands."""
    return datetime.now(CASABLANCA).date()


def language() -> str:
    """The language of this request: asked in the address or by a form's switch, else remembered, else French.

    French too where nobody asks: in background work and in a command.
    """
    if not has_app_context():
        return DEFAULT
    kept = _of_request()
    if "language" not in kept:
        remembered = cookies.held(COOKIE)
        kept["language"] = next((one for one in (_asked(), remembered, asking().language) if one in LANGUAGES), DEFAULT)
    return str(kept["language"])


@contextmanager
def speaking(said_in: str) -> Iterator[None]:
    """Within it every sentence is in that language, whatever the reader's: for what is written down to be printed."""
    kept = _of_request()
    before: dict[str, Any] = {key: kept.pop(key) for key in ("language", "catalogue") if key in kept}
    kept["language"] = said_in
    try:
        with force_locale(said_in):
            yield
    finally:
        kept.pop("catalogue", None)
        kept.pop("language", None)
        kept |= before


def _of_request() -> dict[str, Any]:
    """What Flask's `g` holds, found in one step: each of a page's hundred sentences and dates asks here."""
    return cast(dict[str, Any], vars(cast(Any, g)._get_current_object()))


def _asked() -> str:
    # A body that nobody has read yet stays unread: an error page must not take in what was refused.
    sent = request.__dict__.get("form", {})
    return str(request.args.get(ASKED, "") or sent.get(ASKED, ""))


def both_names(latin: str, arabic: str) -> tuple[str, str]:
    """The name to read first, and the other one where there is one: the Arabic name comes first in Arabic."""
    first, other = (arabic, latin) if arabic and language() == "ar" else (latin or arabic, arabic)
    return first, other if other != first else ""


def by_arabic_name(latin_key: str, arabic: str) -> tuple[bool, str]:
    """What sorts people for whoever reads Arabic: those with an Arabic name first, by its letters, whose forms count
    as one."""
    if not arabic:
        return True, latin_key
    for one, letter in (
        ("أ", "ا"),
        ("إ", "ا"),
        ("آ", "ا"),
        ("ى", "ي"),
        ("ة", "ه"),
    ):  # a tenth of what `translate` takes
        arabic = arabic.replace(one, letter)
    return False, arabic


def direction() -> str:
    return "rtl" if language() == "ar" else "ltr"


def day(value: date | None) -> str:
    """A date as the reader writes it, with its weekday left out: 28 août 2026."""
    return "" if value is None else _date(value, "d MMM y", _BABEL[language()])


def weekday(value: date | None) -> str:
    """A date with its weekday; the year only where it is not this one."""
    if value is None:
        return ""
    pattern = "EEE d MMM" if value.year == today().year else "EEE d MMM y"
    return _date(value, pattern, _BABEL[language()])


@lru_cache(maxsize=8192)
def _date(value: date, pattern: str, locale: str) -> str:
    return _june(format_date(value, pattern, locale=locale))


def _june(said: Any) -> str:
    """CLDR shortens June to "jui." for Morocco alone: read as July by everybody who is shown it."""
    return re.sub(r"\bjui\.", "juin", str(said))


def moment(value: datetime | None) -> str:
    """An instant, in the hour of Casablanca."""
    if value is None:
        return ""
    comma = translated(COMMA, language())
    return _june(format_datetime(value, f"d MMM y{comma}HH:mm", tzinfo=CASABLANCA, locale=_BABEL[language()]))


NEAR = 60  # days that are told as days: nobody can picture 668 of them


def day_distance(value: date | None, on: date | None = None) -> str:
    """How far a date is from today, in words: in days for two months, then in months for two years, then in years."""
    if value is None:
        return ""
    days = (value - (on or today())).days
    if days == 0:
        return str(gettext("today"))
    if days == 1:
        return str(gettext("tomorrow"))
    if days == -1:
        return str(gettext("yesterday"))
    return str(_ahead(days) if days > 0 else _behind(-days))


def gone_by(value: date, hour: str = "") -> bool:
    """Whether a day is over, or its hour (HH:MM) where it has one."""
    now = datetime.now(CASABLANCA)
    return value < now.date() or (value == now.date() and bool(hour) and hour < f"{now:%H:%M}")


def days_away(value: date | None, on: date | None = None) -> str:
    """How far a day is from today that is nobody's lateness: a hearing, a day of the other side."""
    days = 0 if value is None else (value - (on or today())).days
    if value is None or days >= -1:
        return day_distance(value, on)
    return str(ngettext("%(num)s day ago", "%(num)s days ago", -days))


def claimed_for(value: date, on: date | None = None) -> str:
    """For how long what the other side left undone by that day has been for us to claim."""
    days = ((on or today()) - value).days
    return str(ngettext("to be claimed for %(num)s day", "to be claimed for %(num)s days", days))


def _ahead(days: int) -> Any:
    if days < NEAR:
        return ngettext("in %(num)s day", "in %(num)s days", days)
    if _months(days) < 24:
        return ngettext("in about %(num)s month", "in about %(num)s months", _months(days))
    return ngettext("in about %(num)s year", "in about %(num)s years", round(days / 365.25))


def _behind(days: int) -> Any:
    if days < NEAR:
        return ngettext("%(num)s day late", "%(num)s days late", days)
    if _months(days) < 24:
        return ngettext("about %(num)s month late", "about %(num)s months late", _months(days))
    return ngettext("about %(num)s year late", "about %(num)s years late", round(days / 365.25))


def _months(days: int) -> int:
    return round(days / 30.44)


@lru_cache(maxsize=4096)
def _number(value: Decimal | int, pattern: str, locale: str) -> str:
    # The narrow space of French figures is too thin in our type: 41 873 would read as one word.
    return format_decimal(value, pattern, locale=locale).replace("\u202f", "\u00a0")


def number(value: Decimal | int | None) -> str:
    return "" if value is None else _number(value, "#,##0.##", _FIGURES[language()])


def money(value: Decimal | None) -> Markup:
    """Dirhams, two decimals, kept left to right inside Arabic text."""
    if value is None:
        return Markup("")
    figure = _number(value, "#,##0.00", _FIGURES[language()])
    return Markup('<bdi dir="ltr" class="money">{}</bdi><span class="unit">&nbsp;{}</span>').format(
        figure, gettext("DH")
    )


def initials(name: str) -> str:
    """The first letters of a name, for a telephone that others see."""
    return " ".join(f"{word[0]}." for word in name.split())


def ltr(value: object) -> Markup:
    """Codes, article numbers, phones, ranges and formulas: left to right whatever surrounds them."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(value)


def bdi(value: object) -> Markup:
    """A name in whatever script, so that it does not turn its neighbours round."""
    return Markup("<bdi>{}</bdi>").format(escape(value))


FILTERS = (day, weekday, moment, day_distance, days_away, gone_by, claimed_for, number, money, ltr, bdi)


class Catalogues(Domain):  # type: ignore[misc]  # Flask-Babel ships no types
    """Flask-Babel's catalogues, found once a request instead of at each message."""

    def get_translations(self) -> Any:
        if not has_app_context():
            return super().get_translations()
        kept = _of_request()
        if "catalogue" not in kept:
            kept["catalogue"] = super().get_translations()
        return kept["catalogue"]


class Languages(Babel):  # type: ignore[misc]  # as above
    """Flask-Babel with our way to the catalogues."""

    @cached_property
    def domain_instance(self) -> Catalogues:
        return Catalogues(domain=self.domain)


def install(app: Flask, translations: str) -> None:
    """Give an application its languages. `translations` is the folder of compiled catalogues."""
    Languages(
        app,
        default_locale=DEFAULT,
        default_translation_directories=translations,
        locale_selector=language,
        timezone_selector=lambda: "Africa/Casablanca",
    )
    for one in FILTERS:
        app.add_template_filter(one)
    # Jinja's own way to a sentence passes eight functions and formats where there is nothing to fill in: a tenth of a
    # page.
    app.jinja_env.globals.update({"_": _sentence, "gettext": _sentence})
    app.after_request(_remember)


@pass_eval_context
def _sentence(mode: EvalContext, message: str, /, **values: Any) -> str:
    """`_("…")` of a template: the sentence in the reader's language, its values escaped; `%%` is a percent sign."""
    catalogue = _of_request().get("catalogue") or get_domain().get_translations()
    said = str(catalogue.ugettext(message))
    ours = Markup(said) if mode.autoescape else said  # noqa: S704  # a sentence of our own catalogues, not typed text
    return ours % values if values or "%" in said else ours


def _remember(response: Response) -> Response:
    asked = _asked()
    if asked in LANGUAGES and cookies.held(COOKIE) != asked:
        cookies.put(response, COOKIE, asked, 31536000)
    return response
