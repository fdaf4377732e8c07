"""The `parley` command: read arguments, call one function, print. Heavy imports wait until the command that needs them."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs `parley` on the process's arguments and exits: 0 fine, 1 an input failed or a check found something, 2 a wrong command line."""
    sys.exit(run(sys.argv[1:] or ["--help"]))


def run(arguments: list[str]) -> int:
    """Runs `parley` with these arguments and gives its exit code. A user's mistake becomes one line on stderr, never a traceback."""
    from metrics.cli.app import app
    from metrics.cli.options import CommandLineError
    from metrics.cli.terminal import complain, tell_warnings
    from metrics.model import Mistake

    tell_warnings()
    try:
        code = app(arguments, prog_name="parley", standalone_mode=False)
    except CommandLineError as error:
        context = getattr(error, "ctx", None)
        complain(error.format_message(), context.command_path if context else "parley")  # type: ignore[attr-defined]  # click's, by way of typer
        return 2
    except Mistake as error:
        complain(str(error))
        return 1
    return int(code or 0)
