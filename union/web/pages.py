"""Rendering: what every template knows, and the status that a form's page answers with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import urlencode

from flask import Flask, Response, current_app, render_template, request

from union.access import May, asking
from union.vault import ring
from union.web import damaged, idempotency, locale
from union.web.menu import menu


class FormStatus(Protocol):
    """A form as far as the status of its page goes."""

    @property
    def overtaken(self) -> bool: ...

    @property
    def errors(self) -> Any: ...


def page(template: str, *, form: FormStatus | None = None, status: int = 200, **values: Any) -> Response:
    """Render, with the status of the form that it shows; `status` where nothing is wrong with it."""
    return Response(render_template(template, form=form, **values), status_of(form, status), mimetype="text/html")


def status_of(form: FormStatus | None, status: int = 200) -> int:
    """A form shown again with mistakes is 422, one overtaken by somebody else's change is 409."""
    if form is not None and form.overtaken:
        return 409
    if form is not None and form.errors:
        return 422
    return status


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
    app.jinja_env.globals.update(
        today=locale.today,
        both_names=locale.both_names,
        initials=locale.initials,
        form_token=idempotency.new_token,
        not_read=damaged.damaged_parts,
        may=_may,
    )
    app.jinja_env.filters["first_sentence"] = first_sentence

    @app.context_processor
    def always() -> dict[str, Any]:
        return {
            "locale": locale.language(),
            "direction": locale.direction(),
            "language_links": [(code, name, _in_language(code)) for code, name in locale.LANGUAGES.items()],
            "me": asking() if asking().person else None,
            "whose": _whose(),
            "menu": menu(),
            "demo": demo,
            "sent": request.method == "POST",
        }


def _may(verb: str) -> bool:
    """Whether who asks may use a verb, by its value."""
    return asking().may(May(verb))


def _whose() -> str:
    """Says to a page that another page is of the same person, and to nobody whose they are."""
    person = asking().person
    return "" if person is None else ring.mac("cookies", b"page", person.bytes).hex()[:16]


def _in_language(code: str) -> str:
    """The same page, its filters kept; for one shown after a form, the nearest page above it that can be asked for."""
    if request.method != "POST":
        kept = [pair for pair in request.args.items(multi=True) if pair[0] != locale.ASKED]
        return "?" + urlencode([*kept, (locale.ASKED, code)])
    known, path = current_app.url_map.bind("localhost"), request.path
    while path and not known.test(path, "GET"):
        path = path.rpartition("/")[0]
    return f"{path or '/'}?{locale.ASKED}={code}"
