"""What was noticed of a list, as the page says it: hidden rows and sheets, spoilt letters, totals left out, pay counted anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from union.commands.import_answers import said
from union.imports.records import actions
from union.imports.records.models import ImportState
from union.imports.records.outcomes import Said, remarks_of
from union.tables.table import Remark


def remarks_said(plan: ImportState, noticed: Iterable[Remark]) -> dict[str, Any]:
    """The remarks of the file and of its cells, each kind once for each column; what is a question stands among these."""
    of_cells = remarks_of(one for one in noticed if one.code not in actions.ASKED)
    return {"remarks": [_remark_of(one, plan) for one in (*plan.remarks, *of_cells)]}


def _remark_of(one: Said, plan: ImportState) -> dict[str, Any]:
    header = "" if one.column is None else plan.columns[one.column].header or str(one.column + 1)
    return {"kind": one.code, "row": one.row, "column": header, "message": said(one.code, one.values)}
