"""Rendering: what every template knows, and the status that a form's page answers with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol
from urllib.parse import urlencode

from flask import Flask, current_app, render_template, request, url_for
from flask_babel import lazy_gettext as _l

from union import once
from union.access import May, asking
from union.web import locale


class Shown(Protocol):
    """A form as far as the status of its page goes."""

    conflict: Any

    @property
    def errors(self) -> Any: ...


class Entry:
    """One line of the navigation: the verb that it needs, where it leads, what it is called."""

    def __init__(
        self, label: Any, endpoint: str, icon: str, verb: May, *, phone: bool = False, short: Any = None
    ) -> None:
        self.label, self.endpoint, self.icon, self.verb, self.phone = label, endpoint, icon, verb, phone
        self.short = short or label  # under an icon of the phone's bar

    @property
    def url(self) -> str:
        return url_for(self.endpoint)

    @property
    def current(self) -> bool:
        """Whether one is there: at its own page, else anywhere in the feature whose first page it is."""
        here, feature = request.endpoint or "", self.endpoint.split(".", 1)[0]
        own = {entry.endpoint for entry in NAVIGATION}
        return here == self.endpoint or (
            here not in own and request.blueprint == feature and self.endpoint.endswith((".index", ".show"))
        )


NAVIGATION: list[Entry] = [
    Entry(_l("Home"), "home.show", "home", May.SEE_HOME, phone=True),
    Entry(_l("Report a problem"), "grievances.new", "report", May.FILE_GRIEVANCE, phone=True, short=_l("Report")),
    Entry(_l("Grievances"), "grievances.index", "case", May.READ_GRIEVANCE, phone=True),
    Entry(_l("Layoffs"), "layoffs.index", "layoff", May.READ_LAYOFF),
    Entry(_l("Workplaces"), "workplaces.index", "site", May.READ_WORKPLACE),
    Entry(_l("Members"), "members.index", "people", May.LIST_MEMBERS),
    Entry(_l("Entrusted to me"), "members.mine", "people", May.LIST_ENTRUSTED),
    Entry(_l("Membership form"), "members.propose", "join", May.PROPOSE_MEMBER),
    Entry(_l("Imports"), "imports.index", "import", May.IMPORT_MEMBERS),
    Entry(_l("Accounts"), "accounts.index", "key", May.MANAGE_ACCOUNTS),
    Entry(_l("Record"), "record.index", "record", May.READ_RECORD),
    Entry(_l("My account"), "accounts.own", "me", May.OWN_ACCOUNT),
]


def page(template: str, *, form: Shown | None = None, status: int = 200, **values: Any) -> tuple[str, int]:
    """Render; a form shown again with mistakes is 422, one overtaken by somebody else's change is 409."""
    if form is not None and form.conflict:
        status = 409
    elif form is not None and form.errors:
        status = 422
    return render_template(template, form=form, **values), status


def first_sentence(errors: Any) -> str:
    """The first of a field's errors, also of a field made of fields. A lazy sentence is one, not a row of letters."""
    if isinstance(errors, Mapping):
        errors = list(errors.values())
    if isinstance(errors, list | tuple):
        return next((found for found in map(first_sentence, errors) if found), "")
    return str(errors)


def install(app: Flask, *, demo: bool) -> None:
    """What every template may ask for."""

    # Macros are imported without context, so that they stay compiled: what they call stands among the globals.
    app.jinja_env.globals.update(today=locale.today, form_token=once.new_token)
    app.jinja_env.filters["first_sentence"] = first_sentence

    @app.context_processor
    def always() -> dict[str, Any]:
        return {
            "locale": locale.language(),
            "direction": locale.direction(),
            "language_links": [(code, name, _in_language(code)) for code, name in locale.LANGUAGES.items()],
            "me": asking() if asking().person else None,
            "may": lambda verb: asking().may(May(verb)),
            "nav": _navigation(),
            "demo": demo,
            "sent": request.method == "POST",
        }


def _in_language(code: str) -> str:
    """The same page, its filters kept; for one shown after a form, the nearest page above it that can be asked for."""
    if request.method != "POST":
        kept = [pair for pair in request.args.items(multi=True) if pair[0] != locale.ASKED]
        return "?" + urlencode([*kept, (locale.ASKED, code)])
    known, path = current_app.url_map.bind("localhost"), request.path
    while path and not known.test(path, "GET"):
        path = path.rpartition("/")[0]
    return f"{path or '/'}?{locale.ASKED}={code}"


def _navigation() -> list[Entry]:
    known: dict[str, Callable[..., Any]] = current_app.view_functions
    return [entry for entry in NAVIGATION if entry.endpoint in known and asking().may(entry.verb)]
