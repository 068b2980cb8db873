"""A pasted list becomes members of a workstream."""

from dataclasses import replace

from sqlalchemy.orm import Session

from emgdesk.domain.pasted_members import PastedMember, parse_members
from emgdesk.errors import DataError
from emgdesk.operations.marking import operation
from emgdesk.operations.member_names import Directory, Whom
from emgdesk.operations.member_rows import row_for, settled, store_last, twin_of
from emgdesk.operations.membership import check_role, check_term


@operation
def paste_members(session: Session, /, *, workstream_id: str, role: str, text: str) -> tuple[str, ...]:
    """Put those named in a pasted text into a workstream; in `role`, unless the text says another.

    Who is in it already is passed over. Returns the keys of those added. Raises DataError where the
    text names nobody, or only members of the same role.
    """
    check_role(role)
    workstream, directory = settled(session, workstream_id), Directory(session)
    pasted = [part for one in parse_members(text) for part in _parted(directory, one)]
    if not pasted:
        raise DataError("There is nobody named in the text to paste.")
    made = []
    for one in pasted:
        check_term(one.since, one.until)
        row = row_for(workstream, one.role or role, _whom(directory, one, one.role or role), one.since)
        row.until, row.note = one.until, one.note
        if twin_of(session, row) is None:
            made.append(store_last(session, row))
    if not made:
        raise DataError(f"Nobody was added to “{workstream.name}”: they are in it already.")
    return tuple(made)


def _parted(directory: Directory, one: PastedMember) -> list[PastedMember]:
    if len(one.written) != 1:
        return [one]
    return [replace(one, written=(name,)) for name in directory.parted(one.written[0])]


def _whom(directory: Directory, one: PastedMember, role: str) -> Whom:
    if one.entity or one.person:
        return directory.named(one.entity, one.person)
    if len(one.written) == 1:
        return directory.whom(one.written[0], role)
    first, second = one.written
    if directory.entity(second) and not directory.entity(first):
        return directory.named(second, first)
    return directory.named(first, second)
