"""The same operations as the window, without a display."""

from emgdesk.cli.run import main

__all__ = ["main"]
