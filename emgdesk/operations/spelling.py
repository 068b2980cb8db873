"""The spellings a person is known by, told and taken back by hand."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from emgdesk.db.models import Person, PersonName
from emgdesk.domain.folding import name_key
from emgdesk.domain.people import tidy
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.person import learn_spelling
from emgdesk.operations.rows import fetch


@operation
def add_spelling(session: Session, /, *, person_id: str, name: str) -> None:
    """Let imports know a person by another spelling too. Raises DataError for no name or a known one."""
    person, written = fetch(session, Person, person_id, "person"), tidy(name)
    if not name_key(written):
        raise DataError("A spelling needs letters.", place="name")
    if written == person.name or _spelling(session, person_id, written) is not None:
        raise DataError(f"{person.name} is known as “{written}” already.", place="name")
    learn_spelling(session, person_id, written)


@operation
def remove_spelling(session: Session, /, *, person_id: str, name: str) -> None:
    """Forget a spelling. Raises DataError for the name itself and for one nobody knows."""
    person = fetch(session, Person, person_id, "person")
    if name == person.name:
        raise DataError(f"“{name}” is the name of this person; give another name first.", place="name")
    spelling = _spelling(session, person_id, name)
    if spelling is None:
        raise DataError(f"{person.name} is not known as “{name}”.", place="name")
    session.delete(spelling)
    session.flush()


def _spelling(session: Session, person_id: str, name: str) -> PersonName | None:
    return session.scalar(
        select(PersonName).where(PersonName.person_id == person_id, PersonName.name == name).limit(1)
    )
