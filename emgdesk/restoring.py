"""Putting a backup in the place of a desk, the desk as it was kept beside it."""

from datetime import datetime
from pathlib import Path

from emgdesk.db import backup
from emgdesk.db.engine import explained, open_engine, refuse_foreign
from emgdesk.errors import DataError


def restore_desk(source: Path, target: Path) -> Path | None:
    """Replace the content of the desk at `target` by the backup `source`.

    Returns where the replaced desk was copied to (None if there was none).
    Raises DataError if the backup is no desk or the desk is in use, OutputError
    if the copy cannot be written; the desk is untouched then.
    """
    if not source.exists():
        raise DataError(f"{source} does not exist.", place=str(source))
    if source.resolve() == target.resolve():
        raise DataError(f"{source.name} is the desk itself, not a backup of it.", place=str(source))
    checked = target.with_name(target.name + ".restoring")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with explained(source):
            refuse_foreign(source)
            backup.copy_file(source, checked)
        open_engine(checked).dispose()  # brings an older backup up to date, refuses what is no desk
        kept = _keep(target) if target.exists() and target.stat().st_size else None
        with explained(target):
            backup.copy_file(checked, target)
    except OSError as error:
        raise DataError(f"{target} cannot be written: {error.strerror}.", place=str(target)) from error
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            checked.with_name(checked.name + ending).unlink(missing_ok=True)
    return kept


def _keep(target: Path) -> Path:
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    kept = target.with_name(f"{target.stem}.before-restore-{stamp}{target.suffix}")
    with explained(target):
        backup.copy_file(target, kept)
    return kept
