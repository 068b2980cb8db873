"""The record of an import, and the check that its plan still fits the desk."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from emgdesk.db import journal
from emgdesk.db.models import ImportRun
from emgdesk.errors import DataError


def refuse_if_moved_on(session: Session, revision: str) -> None:
    """Raise DataError unless the desk is as it was when the plan was made."""
    if journal.base_revision(session.connection()) != revision:
        raise DataError("The desk has changed since this preview was made; please look at it again.")


def record_run(
    session: Session, *, kind: str, file: str, sha256: str, sheet: str = "", fingerprint: str = "",
    mapping: Mapping[str, str] | None = None, headers: Sequence[str] = (), meeting_id: str | None = None,
) -> str:  # fmt: skip
    """Note which file was taken in, when and how its columns were read; returns the key."""
    run = ImportRun(
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        file=file,
        sha256=sha256,
        kind=kind,
        sheet=sheet,
        fingerprint=fingerprint,
        mapping=json.dumps(dict(mapping or {}), ensure_ascii=False),
        headers=json.dumps(list(headers), ensure_ascii=False),
        meeting_id=meeting_id,
    )
    session.add(run)
    session.flush()
    return run.id
