"""Cases of the register's operations, each on a register of three lines."""

from collections.abc import Callable, Mapping
from typing import Any

from emgdesk.operations.attaching import FileToAttach
from emgdesk.operations.document import attach_file
from emgdesk.operations.issuing import issue_document
from emgdesk.workspace import Workspace
from tests.operations.registers import PDF, make_register


def _case(make: Callable[[str, list[str]], Mapping[str, Any]]) -> Callable[[Workspace], Mapping[str, Any]]:
    return lambda desk: make(*make_register(desk))


def _delete(desk: Workspace) -> Mapping[str, Any]:
    _meeting, keys = make_register(desk)
    desk.do("Attach", attach_file, document_id=keys[0], name="agenda.pdf", data=PDF * 700)
    return {"document_ids": keys[:2]}


def _issued(desk: Workspace) -> tuple[str, Mapping[str, Any], str]:
    meeting, keys = make_register(desk)
    printed = {"meeting_id": meeting, "name": "agenda", "document_id": keys[0], "options": {"clock": "12"}}
    issue = desk.do("Issue", issue_document, **printed, lines=["Opening", "Reefs"], pdf=PDF + b"1").value
    return meeting, printed, issue


def _issue_again(desk: Workspace) -> Mapping[str, Any]:
    _meeting, printed, _issue = _issued(desk)
    return {**printed, "lines": ["Opening", "Dust"], "pdf": PDF + b"2"}


CASES = {
    "issuing.issue_document": _issue_again,
    "issuing.withdraw_issue": lambda desk: {"issue_id": _issued(desk)[2]},
    "document.add_document": _case(
        lambda meeting, keys: {"meeting_id": meeting, "after_id": keys[0], "title": "Logistics note"}
    ),
    "document.update_document": _case(
        lambda _, keys: {"document_id": keys[2], "status": "final", "web_address": "https://reef.example/3"}
    ),
    "document.update_documents": _case(lambda _, keys: {"document_ids": keys, "distribution": "EMG members"}),
    "document.move_document": _case(lambda _, keys: {"document_id": keys[2], "offset": -2}),
    "document.delete_documents": _delete,
    "document.attach_file": _case(
        lambda _, keys: {"document_id": keys[1], "name": "new.pdf", "data": PDF * 1000}
    ),
    "document.attach_new": _case(
        lambda meeting, _: {"meeting_id": meeting, "files": [FileToAttach("04 Annex.pdf", PDF + b"4")]}
    ),
    "document.remove_attachment": _case(lambda _, keys: {"document_id": keys[1]}),
}
