"""The `union` command: install, serve, work, upgrade; and each feature's own commands."""

from __future__ import annotations

import sys
from typing import Any

import click
import structlog
from sqlalchemy.exc import DBAPIError

import config
from union.commands import accounts, audit, demo, exporting, import_undoing, imports, installing
from union.installation import NotReady
from union.law_command import law
from union.refusal import Refused
from union.vault.root import BadKey


class Command(click.Group):
    """A mistake is one sentence on stderr and a code that is not 0; never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (BadKey, NotReady, config.BadSetting) as error:
            raise click.ClickException(str(error)) from None
        except OSError as error:
            named = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{named}{error.strerror or type(error).__name__}.") from None
        except DBAPIError as error:
            kind = type(error.orig).__name__
            raise click.ClickException(
                f"The database does not answer as it should ({kind}): see that it runs, that it is whole, "
                "and that `union upgrade` was run."
            ) from None
        except Refused as error:
            raise click.ClickException(str(error.sentence)) from None


@click.group(cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """The case-management system of a union federation."""
    structlog.configure(
        processors=[structlog.processors.TimeStamper(fmt="iso"), structlog.processors.JSONRenderer(ensure_ascii=False)],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


for one in (*installing.COMMANDS, demo.demo, accounts.user, audit.audit, imports.import_, exporting.export_, law):
    main.add_command(one)
for one in import_undoing.COMMANDS:
    imports.import_.add_command(one)

if __name__ == "__main__":
    main()
