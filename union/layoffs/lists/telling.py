"""The employer's list in words, as it was read."""

from __future__ import annotations

from typing import Any

from union.languages.readers import sentence
from union.layoffs.lists.listing import Understood
from union.tables.columns.fields import field_name
from union.web.locale import language


def as_json(understood: Understood) -> dict[str, Any]:
    """The file in words: its columns, its problems by row, what was noticed."""
    headers, read, said = understood.table.headers, understood.read, language()
    problems = [
        {
            "row": one.row,
            "column": "" if one.column is None or one.column >= len(headers) else headers[one.column],
            "value_shown": one.value_shown,
            "message": sentence(one.code, said, **one.values),
        }
        for one in read.problems
    ]
    columns = [
        (headers[at] or str(at + 1), field_name(one.field, said) if one.field else "")
        for at, one in understood.columns.items()
    ]
    return {
        "source": understood.table,
        "columns": columns,
        "lacking": [field_name(name, said) for name in understood.lacking],
        "problems": problems,
        "remarks": [sentence(one.code, said, **one.values) for one in (*understood.table.remarks, *read.remarks)],
    }
