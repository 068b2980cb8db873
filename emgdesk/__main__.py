"""`python -m emgdesk`: a command if one is given, else the window."""

import sys

_VALUED = {"--database"}


def main() -> int:
    """Run the command line or open the window; returns the exit status."""
    arguments = sys.argv[1:]
    if getattr(sys, "frozen", False) and arguments[:1] == ["--emgdesk-reading-child"]:
        from emgdesk.importing.read.child import main as read_for_parent

        read_for_parent()
    if _names_a_command(arguments):
        from emgdesk.cli import main as run_command

        return run_command(arguments)
    try:
        from emgdesk.app import main as open_window
    except ImportError as error:
        library, loading, _ = str(error).partition(": cannot open shared object file")
        if not loading:
            raise
        print(f"The window needs the system library {library}, which is missing here.", file=sys.stderr)
        return 1
    return open_window(arguments)


def _names_a_command(arguments: list[str]) -> bool:
    """Whether anything but --database FILE is given (help and errors are the command line's too)."""
    rest = list(arguments)
    while rest and (rest[0] in _VALUED or rest[0].startswith("--database=")):
        del rest[: 1 if "=" in rest[0] else 2]
    return bool(rest)


if __name__ == "__main__":
    sys.exit(main())
