"""The command group, loaded command by command, and how errors leave the program."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from dateline.cli.exits import Exit
from dateline.cli.talk import say
from dateline.errors import DatelineError, GateNotMet, UsageError

#: Command → first line of its help; each lives in ``dateline.cli.commands.<name>``.
COMMANDS = {
    "demo": "Code the bundled reports and show the most telling events with their quotes.",
    "read": "Code one report and print its events; no database.",
    "code": "Document JSON lines in, one JSON line of codings per document out.",
    "relate": "Say which event type holds between two given parties; a filter.",
    "add": "Add reports to the record, to be coded by the next run.",
    "run": "Code what the record has not coded yet, and fuse mentions into events.",
    "watch": "Poll feeds, code what is new, and send alerts on saved queries.",
    "changes": "List what is new since a moment: facts, sources, values, revised and withdrawn reports.",
    "events": "List events of the record.",
    "stories": "Group the reports of the record by what they report.",
    "show": "Show one event, mention or document with its quotes.",
    "check": "Hold the claims of reports against reference records: verdict, readings, rows.",
    "ask": "Ask who arms whom, who met whom, who voted how, what was forbidden on a day.",
    "dossier": "All answers about a state with every source: Markdown, JSON or one HTML file.",
    "why": "Explain one event or mention: every decision with the values that made it.",
    "entities": "List persons, bodies and states of the record with the names printed.",
    "judge": "Say which entities are one: pairs that may be, judgements, undo.",
    "reference": "Import and compare official records: registers, roll calls, sanctions lists.",
    "rejects": "List what could not be read or coded, with the reason.",
    "serve": "Serve the record as pages and JSON on this machine.",
    "vocab": "Print a vocabulary: event types, modes, sectors, item classes and so on.",
    "eval": "Measure accuracy on annotated data.",
    "doctor": "Check the installation, the models and the record.",
}


class _Commands(click.Group):
    """A group that imports a command's module when that command is asked for, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 — click calls it so
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 — as above
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"dateline.cli.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 — as above
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `dateline demo`, or `dateline read REPORT --published YYYY-MM-DD`.",
)
@click.version_option(package_name="dateline", prog_name="dateline")
def cli() -> None:
    """Turn news reports into an evidence-linked record of arms flows and diplomacy."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit code is returned, not raised."""
    try:
        outcome: Any = cli.main(args=arguments, prog_name="dateline", standalone_mode=False)
    except click.exceptions.Abort:
        say("interrupted")
        return Exit.INTERRUPTED
    except KeyboardInterrupt:
        say("interrupted")
        return Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return Exit.USAGE if isinstance(error, click.UsageError) else Exit.FAILED
    except UsageError as error:
        say(f"Error: {error}")
        return Exit.USAGE
    except GateNotMet as error:
        say(f"Gate not met: {error}")
        return Exit.GATE
    except DatelineError as error:
        say(f"Error: {error}")
        return Exit.FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    return outcome if isinstance(outcome, int) else Exit.DONE
