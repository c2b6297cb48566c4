"""The one form of home: what to look for."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.web.forms.form import Form, needed
from union.web.forms.typed import Line


class SearchForm(Form):
    """A name, a telephone or employee number, a case's code, a site."""

    query = Line(_l("Name, number or code"), [needed(_l("Write a name, a number or a code."))], most=100)


class Nothing(Form):
    """A button and nothing else."""
