"""One call of the command line: parse, open the desk, run, and turn failures into sentences."""

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from typing import Any

from emgdesk.cli.arguments import parser
from emgdesk.cli.output import Answer
from emgdesk.errors import CancelledError, EmgdeskError, UsageError

_DONE, _AT_FAULT, _USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 input or data at fault, 2 wrong usage."""
    chosen = parser().parse_args(arguments)
    try:
        return _say(chosen, chosen.run(chosen))
    except UsageError as error:
        return _complain(str(error), _USAGE)
    except EmgdeskError as error:
        return _complain(str(error), _AT_FAULT)
    except (CancelledError, KeyboardInterrupt):
        return _complain("Cancelled; the desk is as it was.", _AT_FAULT)
    except BrokenPipeError:
        return _DONE
    except Exception:
        logging.getLogger(__name__).exception("command failed: %s", chosen.command)
        return _complain(
            f"Something unexpected went wrong and nothing was changed; the details are in {_log_name()}.",
            _AT_FAULT,
        )


def _say(chosen: argparse.Namespace, answer: Answer) -> int:
    if getattr(chosen, "json", False):
        print(json.dumps(answer.data, ensure_ascii=False, indent=2))
    elif answer.text:
        print(answer.text)
    sys.stdout.flush()  # what is said of it comes behind it, wherever both go
    for warning in answer.warnings:
        print(warning, file=sys.stderr)
    return _DONE


def _complain(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


def _log_name() -> Any:
    from emgdesk.paths import log_file

    return log_file()
