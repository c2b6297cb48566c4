"""What every declared kind of paper keeps to, so that a new one is its declaration and nothing besides."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

import config
from union.app import Union
from union.cases import date_words
from union.cases.timeline import ACT_WORDS
from union.features import BLUEPRINTS
from union.home import record_lines, record_words
from union.papers.declaration import Kind
from union.papers.facts import FactsForm
from union.papers.kinds import KINDS
from union.papers.table import PaperTable
from union.record import chain
from union.web.forms.doubtful_day import Sure

EVERY = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
HAVING_A_LIST = pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.shelf], ids=lambda kind: kind.name)


def test_each_kind_has_a_name_a_table_and_a_source_of_its_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert len({kind.table.model for kind in KINDS}) == len(KINDS)
    assert len({kind.table.source for kind in KINDS}) == len(KINDS)
    assert {one.name for one in BLUEPRINTS} > {kind.name for kind in KINDS}


@EVERY
def test_every_page_that_it_declares_is_there(app: Union, kind: Kind) -> None:
    pages = ["show", *(name for step in kind.steps for name in (step.page, step.act))]
    pages += [kind.printed.page] if kind.printed else []
    pages += ["new", "new_for", "create", "create_for", "index", kind.begins.then] if kind.begins else []
    for page in pages:
        assert f"{kind.name}.{page}" in app.view_functions
    for template in (kind.template, *(step.template for step in kind.steps)):
        assert (config.HERE / "templates" / Path(template)).is_file()


@EVERY
def test_every_act_that_it_writes_has_its_words(kind: Kind) -> None:
    assert kind.acts
    assert kind.acts.items() <= ACT_WORDS.items()
    if isinstance(kind.table, PaperTable):
        own = type(kind.table.acts.noted)
        assert {kind.table.acts.corrected, kind.table.acts.aside} < set(own)
        assert {act.value for act in own} == kind.acts.keys()


@HAVING_A_LIST
def test_nothing_that_is_typed_of_its_facts_is_lost(app: Union, kind: Kind) -> None:
    """A field without a fact of its name would be asked for and thrown away."""
    assert kind.begins is not None
    assert isinstance(kind.table, PaperTable)
    held = {one.name for one in fields(kind.table.holds)}
    with app.test_request_context():
        for form in FactsForm.__subclasses__():
            if form.__module__ == kind.begins.form.__module__:
                assert {field.name for field in form() if not isinstance(field, Sure)} <= held


@HAVING_A_LIST
def test_the_record_the_dates_and_the_case_know_it(kind: Kind) -> None:
    called = kind.table.record_kind
    assert called in chain.PARTS
    assert record_words.KINDS[called] == kind.noun
    assert record_lines.NAMED[called][2:] == (f"{kind.name}.show", kind.argument)
    assert date_words.PAGES[kind.table.source] == (f"{kind.name}.show", kind.argument)
