"""What the pages of a kept paper have in common: the way back to it after a form, and the words with which it is set aside.

The blueprint of each feature has the views `show` and `set_aside`, whose arguments are those of the pages beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response

from union.cases.models import Case
from union.web.forms.form import Form
from union.web.pages import page

SETTING_ASIDE = "cases/setting_aside.html"


@dataclass(frozen=True)
class Aside:
    """How a feature sets a paper aside, in lazy sentences: the title of the page, what the paper is called, and when one does so."""

    title: Any
    paper: Any
    when: Any


def after(
    case: Case, row: Any, form: Form, template: str, act: Callable[[], None], said: str, **values: Any
) -> Response:
    """One form, one act: back to the paper, or the form again with what is wrong or what changed meanwhile."""
    if not form.carries_out(act, row.version):
        return page(template, form=form, case=case, row=row, **values)
    flash(said, "done")
    return redirect(url_for(f"{request.blueprint}.show", **(request.view_args or {})))
