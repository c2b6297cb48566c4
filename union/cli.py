"""The `union` command: install, serve, work, upgrade; and each feature's own commands."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click
import structlog
from sqlalchemy.exc import DBAPIError

import config
from union.backups.archive import BadBackup
from union.hardening import harden
from union.installation import NotReady
from union.refusal import Refused
from union.store.in_use import InUse
from union.vault.root import BadKey

# Where each command is. Only the one that is called is loaded: the law's commands need no application.
COMMANDS = {
    "audit": "union.commands.audit:audit",
    "backup": "union.commands.backups:backup",
    "demo": "union.commands.demo:demo",
    "export": "union.commands.identifying:export_",
    "import": "union.commands.imports:import_",
    "init": "union.commands.installing:init",
    "law": "union.commands.law:law",
    "restore": "union.commands.backups:restore",
    "serve": "union.commands.installing:serve",
    "upgrade": "union.commands.installing:upgrade",
    "user": "union.commands.accounts:user",
    "verify": "union.commands.verifying:verify",
    "worker": "union.commands.installing:worker",
}


class Command(click.Group):
    """A mistake is one sentence on stderr and a code that is not 0; never a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module, _, name = COMMANDS.get(cmd_name, "").partition(":")
        found: click.Command | None = getattr(import_module(module), name) if module else None
        return found

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (BadBackup, BadKey, InUse, NotReady, config.BadSetting) as error:
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
    harden()
    structlog.configure(
        processors=[structlog.processors.TimeStamper(fmt="iso"), structlog.processors.JSONRenderer(ensure_ascii=False)],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


if __name__ == "__main__":
    main()
